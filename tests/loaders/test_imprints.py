"""Where the text of a paper is printed, kept in the ledger: every quote leads to boxes on its pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from core.settings import Settings
from graph.ledger.imprints import Imprint, Spot
from graph.ledger.ledger import open_ledger
from loaders import extraction
from loaders.imprints import imprints_of
from loaders.pipeline import load
from loaders.readers import scans
from loaders.readers.pages import Printed, PrintedLine, PrintedPage, PrintedRow, PrintedTable, paper_from
from loaders.readers.paper import Box
from loaders.readers.read import read
from tests.conftest import ROOT
from tests.hostile.files import NOTICE
from tests.loaders.test_scans import a_recogniser, as_bytes
from tests.loaders.writers import as_docx, as_html, as_pdf, parts_of

ISSUE = (ROOT / "examples" / "lanting").glob("*.txt")
SIZE = (595, 842)


def test_every_quote_of_a_pdf_leads_to_boxes_on_its_page(settings: Settings, tmp_path: Path) -> None:
    text = sorted(ISSUE)[0].read_text(encoding="utf-8")
    (tmp_path / "issue.pdf").write_bytes(as_pdf(parts_of(text)))
    with open_ledger(settings) as ledger:
        (result,) = load([tmp_path / "issue.pdf"], ledger, settings).results
        sources = [each.source for each in ledger.live_statements()]
        assert len(sources) >= 90
        for source in sources:
            pages = ledger.printed(source.file, source.start, source.end)
            assert pages[0].page == source.page
            assert all((page.width, page.height, page.turn) == (*SIZE, 0) for page in pages)
            spots = [
                spot for page in pages for spot in page.spots if spot.start < source.end and spot.end > source.start
            ]
            assert spots
            assert all(0 <= spot.x0 < spot.x1 <= SIZE[0] and 0 <= spot.top < spot.bottom <= SIZE[1] for spot in spots)
        ledger.purge(result.sha256, who="a", why="b")
        assert ledger.printed(result.sha256, 0, len(text)) == ()


def test_a_cell_of_a_table_has_its_own_box() -> None:
    row = "1\t新建渠首泵站\t区水利局\t2032年6月"
    paper = read(as_pdf(parts_of(f"任务分工表\n\n序号\t任务\t牵头单位\t时限\n{row}\n\n附则")), "a.pdf")
    start = paper.text.index("区水利局")
    (page,) = imprints_of(paper)
    (cell,) = (spot for spot in page.spots if spot.start <= start < spot.end)
    assert paper.text[cell.start : cell.end].strip() == "区水利局"
    (left,) = (spot for spot in page.spots if paper.text[spot.start : spot.end].strip() == "新建渠首泵站")
    assert abs(left.x1 - cell.x0) <= 1
    assert left.top == cell.top


def test_a_line_with_private_data_is_marked_and_no_other() -> None:
    text = NOTICE + "\n\n联系人：章三，电话13800001234。\n\n附件：名单\n"
    reading = extraction.extract(as_pdf(parts_of(text)), "a.pdf", Settings())
    kept = reading.reading.imprints
    marked = [reading.reading.text[spot.start : spot.end] for page in kept for spot in page.spots if spot.private]
    assert len(marked) == 1
    assert "●●" in marked[0]
    assert sum(len(page.spots) for page in kept) > 5


def test_many_private_stretches_mark_just_the_lines_they_touch() -> None:
    lines = tuple(PrintedLine("一二三四", Box(0, 10 * n, 40, 10 * n + 8), apart=False) for n in range(6))
    paper = paper_from(Printed("pdf", (PrintedPage(1, lines, 100, 100),)), name="a.pdf", sha256="0" * 64)
    (page,) = imprints_of(paper, [(5, 20), (6, 7), (24, 25), (28, 40)])
    assert [spot.private for spot in page.spots] == [False, True, True, True, False, True]


def test_rows_over_pages_stand_on_their_own_page_and_cells_without_a_box_on_their_row() -> None:
    rows = (
        PrintedRow(("甲", "", "乙"), Box(0, 0, 90, 10), page=1, boxes=(Box(0, 0, 30, 10), None, Box(60.2, 0, 90, 10))),
        PrintedRow(("丙", "", "丁"), Box(0, 5, 90, 15), page=2),
    )
    first, second = PrintedPage(1, (PrintedTable(rows),), 100, 200), PrintedPage(2, (), 100, 200, turn=90)
    paper = paper_from(Printed("pdf", (first, second)), name="a.pdf", sha256="0" * 64)
    assert paper.text == "甲\t\t乙\n丙\t\t丁\n"
    assert imprints_of(paper) == (
        Imprint(1, 100, 200, 0, (Spot(0, 3, 0, 0, 30, 10), Spot(3, 4, 60, 0, 90, 10))),
        Imprint(2, 100, 200, 90, (Spot(5, 9, 0, 5, 90, 15),)),
    )


def test_what_has_no_pages_has_no_imprint() -> None:
    for name, data in (
        ("a.docx", as_docx(parts_of(NOTICE))),
        ("a.html", as_html(parts_of(NOTICE))),
        ("a.txt", NOTICE.encode()),
    ):
        assert imprints_of(read(data, name)) == ()


def test_a_scan_keeps_its_boxes_and_how_far_it_was_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "rapid", lambda: a_recogniser)
    monkeypatch.setattr(scans, "installed", lambda: True)
    for picture, turn in ((Image.new("RGB", (300, 400)), 0), (Image.new("RGB", (400, 300)), 270)):
        (page,) = imprints_of(read(as_bytes(picture, "PNG"), "scan.png"))
        assert (page.width, page.height, page.turn) == (108, 144, turn)
        assert replace(page.spots[0], start=0, end=0) == Spot(0, 0, 3, 3, 40, 9)
