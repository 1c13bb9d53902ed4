"""The same paper as text, DOCX, HTML and PDF says the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.settings import Settings
from graph.statements import Statement, columns, value_of
from loaders.extraction import extract
from loaders.gazette.read import read_paper
from loaders.readers.read import read
from tests.conftest import ROOT
from tests.loaders.writers import in_all_formats

ISSUES = sorted((ROOT / "examples" / "lanting").glob("*.txt"))


def said(statements: tuple[Statement, ...]) -> Counter[tuple[str, ...]]:
    """All columns of each statement but those of its source."""
    return Counter(
        (each.TABLE, *(f"{name}={value_of(each, name)}" for name in columns(type(each)))) for each in statements
    )


@pytest.mark.parametrize("issue", ISSUES, ids=lambda path: path.stem)
def test_a_whole_issue_says_the_same_in_four_formats(issue: Path) -> None:
    files = dict(in_all_formats(issue.read_text(encoding="utf-8")))
    papers = {name: read(data, name) for name, data in files.items()}
    assert [paper.kind for paper in papers.values()] == ["text", "docx", "html", "pdf"]
    wanted = said(read_paper(papers["paper.txt"]).statements)
    assert wanted.total() >= 90
    for name, paper in papers.items():
        found = said(read_paper(paper).statements)
        assert found == wanted, f"{name}: {list(found - wanted)[:3]} {list(wanted - found)[:3]}"


def test_each_quote_stands_at_its_place_in_the_derived_text_and_on_its_page(settings: Settings) -> None:
    files = dict(in_all_formats(ISSUES[0].read_text(encoding="utf-8")))
    for name in ("paper.docx", "paper.html", "paper.pdf"):
        reading = extract(files[name], name, settings).reading
        for statement in reading.statements:
            source = statement.source
            assert source.quote
            assert reading.text[source.start : source.end] == source.quote
            assert reading.text.count("\n", 0, source.start) + 1 == source.line_start
            assert reading.text.count("\n", 0, source.end - 1) + 1 == source.line_end
            assert (source.page > 0) == (name == "paper.pdf")


def test_a_place_in_a_pdf_leads_to_the_boxes_of_its_printed_lines() -> None:
    data = dict(in_all_formats(ISSUES[0].read_text(encoding="utf-8")))["paper.pdf"]
    paper = read(data, "paper.pdf")
    start = next(
        line.start for line in paper.lines if len(paper.places[line.number - 1]) > 2
    )  # a paragraph put together from printed lines
    line = paper.line_at(start)
    places = list(paper.printed_at(line.start, line.end))
    assert places == list(paper.places[line.number - 1])
    assert all(place.box is not None and place.page == line.page for place in places)
    tops = [place.box.top for place in places if place.box is not None]
    assert tops == sorted(tops)
    assert list(paper.printed_at(line.start, line.start + 2)) == places[:1]
