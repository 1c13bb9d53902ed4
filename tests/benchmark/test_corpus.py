"""A made-up corpus follows from its seed, and says nothing that its papers do not print."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from pathlib import Path

import pytest

from benchmark.corpus import PLAIN, PRINTED, District, Issue, places, print_issue
from benchmark.corpus.__main__ import main
from graph.names.data import regions
from graph.names.places import place_of
from graph.statements import Appointment, Membership, Portfolio, StandIn


def _issues(seed: int = 1, years: int = 2) -> list[Issue]:
    return [issue for place in places(3) for issue in District(place, years=years, seed=seed).issues()]


def _flat(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        assert main(["--districts", "2", "--years", "1", "--seed", "7", "--out", str(tmp_path / folder)]) == 0
    written = {
        folder: {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "other")
    }
    assert written["one"] == written["other"]
    assert len([path for path in written["one"] if path.suffix == ".txt"]) == 8


def test_another_seed_gives_another_corpus() -> None:
    assert print_issue(_issues(1)[0]) != print_issue(_issues(2)[0])


def test_in_the_plain_print_every_quote_stands_at_its_place() -> None:
    for issue in _issues():
        text = print_issue(issue, PLAIN)
        lines = text.split("\n")
        for statement in issue.statements:
            source = statement.source
            assert text[source.start : source.end] == source.quote == lines[source.line_start - 1]


def test_the_words_of_every_row_are_printed_under_noise() -> None:
    for issue in _issues():
        text = _flat(re.sub(r"\s*— \d+ —\s*\S+公报\s", "", print_issue(issue, PRINTED, seed=1)))
        for row in issue.statements:
            words: tuple[str, ...] = ()
            if isinstance(row, Portfolio | Membership):
                words = (row.person, row.title)
            elif isinstance(row, Appointment):
                words = (row.person, row.post)
            elif isinstance(row, StandIn):
                words = (row.person_a, row.person_b)
            assert all(_flat(word) in text for word in words), row


def test_the_truth_names_who_is_printed() -> None:
    for place in places(2):
        district = District(place, years=2, seed=1)
        text = _flat("".join(print_issue(issue) for issue in district.issues()))
        assert len(district.truth) > 100
        assert {fact.kind for fact in district.truth} == {"charge", "pair", "seat", "post", "answer"}
        for fact in district.truth:
            assert fact.who in text
            assert not fact.end or fact.start < fact.end


def test_places_are_many_distinct_and_invented() -> None:
    found = list(places(3_000))
    assert len({place.id for place in found}) == 3_000
    real = set(regions().values())
    assert not [place for place in found if place.name in real or place.city in real]
    for place in found:
        assert place_of(f"{place.full}人民政府办公室").id == place.id


def test_more_places_than_there_are_names_for_are_refused() -> None:
    with pytest.raises(ValueError, match="3001"):
        places(3_001)


def test_issues_come_one_by_one() -> None:
    """Three thousand districts over ten years are never held at once."""
    first = next(places(3_000))
    issues = District(first, years=10, seed=1).issues()
    assert [issue.name.removeprefix(first.name) for issue in islice(issues, 2)] == [
        "人民政府公报2021年第1期",
        "人民政府公报2021年第2期",
    ]
