"""A list that is empty because nothing is wrong says how much was looked at; of what nothing is known, nothing is told."""

from __future__ import annotations

import pytest

from core.errors import NotFoundError
from queries.answers.asking import ask
from queries.answers.captions import CHANGES
from queries.answers.changes import changes, changes_sheet
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.library import Library
from tests.queries.office import DAY


@pytest.mark.parametrize(("question", "note", "english"), [
    ("河湖治理领导小组哪些人该调整", "3 个席位", "3 seats"),
    ("哪些席位待调整", "3 个席位", "3 seats"),
    ("哪些文件被废止了", "1 个文件", "1 papers"),
    ("周正的分工3月有变化吗", "8 个分工事项", "8 charges"),
    ("河湖治理领导小组成员3月有哪些变动", "3 个席位", "3 seats"),
])  # fmt: skip
def test_an_empty_list_says_among_how_many(desk_office: Library, question: str, note: str, english: str) -> None:
    found = ask(desk_office, question, on=DAY)
    assert isinstance(found, Table)
    assert found.result.rows == []
    assert note in sheet_of(found, "zh").notes[0]
    assert english in sheet_of(found, "en").notes[0]


@pytest.mark.parametrize("question", ["冰雪运动领导小组哪些人该调整", "哪些任务没人管", "林间的分工3月有变化吗"])
def test_where_nothing_is_known_nothing_is_said_to_be_well(desk_office: Library, question: str) -> None:
    with pytest.raises(NotFoundError, match="无从判断"):
        ask(desk_office, question, on=DAY)


def test_the_days_that_were_looked_at_stand_above_the_list(desk_office: Library) -> None:
    found = ask(desk_office, "近三个月发了哪些文件", on=DAY)
    assert ("期间", "2031-01-02 — 2031-04-01") in sheet_of(found, "zh").facts


def test_one_change_has_one_word_wherever_it_is_shown(desk_office: Library) -> None:
    asked = ask(desk_office, "2月有哪些变化", on=DAY)
    told = changes_sheet(changes(desk_office, since="2031-01-01", until=DAY), "zh")
    assert {line.cells[1] for line in told.lines} == {CHANGES["added"][0]}
    assert {line.cells[2] for line in sheet_of(asked, "zh").lines} == {CHANGES["added"][0]}
