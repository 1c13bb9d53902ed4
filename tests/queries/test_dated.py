"""A month without its year is that of the last papers of the place, and the answer says which year; periods reach programs too."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from api.models import answer_json
from core.settings import Settings
from queries.answers.asking import ask
from queries.answers.model import Holders
from queries.answers.results import Table
from queries.answers.serial import as_json
from queries.answers.show import sheet_of
from queries.library import Library, open_library

#: Long after the last paper of the made-up district, which is of September 2024.
LATE = "2031-04-01"


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    with open_library(lanting) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "since", "until", "year"),
    [
        ("8月有哪些文件", "2024-08-01", "2024-08-31", 2024),
        ("8月之前有哪些文件", "", "2024-07-31", 2024),
        ("7月以来有哪些文件", "2024-07-01", LATE, 2024),
        ("8月上旬有哪些变化", "2024-08-01", "2024-08-10", 2024),
        ("2023年8月有哪些文件", "2023-08-01", "2023-08-31", 0),
    ],
)
def test_a_month_without_its_year_is_of_the_last_papers(
    library: Library, question: str, since: str, until: str, year: int
) -> None:
    found = ask(library, question, on=LATE)
    assert isinstance(found, Table)
    assert (found.since, found.until, found.year_taken) == (since, until, year)
    assert (f"{year} 年" in "".join(sheet_of(found, "zh").notes)) == bool(year)


def test_a_year_that_papers_have_is_that_of_the_day(library: Library) -> None:
    found = ask(library, "8月有哪些文件", on="2023-09-10")
    assert isinstance(found, Table)
    assert (found.since, found.year_taken, found.notes) == ("2023-08-01", 0, ())


def test_an_answer_of_a_day_says_which_year_it_took(library: Library) -> None:
    found = ask(library, "8月谁是区长", on=LATE)
    assert isinstance(found, Holders)
    assert (found.on, found.year_taken) == ("2024-08-31", 2024)
    assert "2024" in sheet_of(found, "en").notes[0]


def test_period_title_and_notes_go_to_programs(library: Library) -> None:
    found = ask(library, "8月有哪些文件", on=LATE)
    assert isinstance(found, Table)
    for plain in (json.loads(as_json([found])), answer_json(found, library)):
        assert plain["period"] == {"from": "2024-08-01", "to": "2024-08-31"}
        assert [("2024" in each["zh"], "2024" in each["en"]) for each in plain["notes"]] == [(True, True)]
    mentioned = ask(library, "哪些文件提到区财政局", on=LATE)
    assert isinstance(mentioned, Table)
    plain = answer_json(mentioned, library)
    assert plain["period"] == {"from": "", "to": ""}
    assert plain["notes"]
    assert plain["title"]["zh"] == "提到“区财政局”的文件"
