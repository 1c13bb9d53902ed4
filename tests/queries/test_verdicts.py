"""Yes or no, a person each: who has charge, who stands in for whom, who sits in a group; two subjects in one question."""

from __future__ import annotations

import json

import pytest

from core.errors import NotFoundError
from queries.answers.asking import ask
from queries.answers.model import Oversight, Verdicts
from queries.answers.results import Table
from queries.answers.serial import as_json
from queries.answers.show import sheet_of
from queries.library import Library
from tests.queries.office import DAY


@pytest.mark.parametrize(("question", "verdicts", "others"), [
    ("周正和沈渡谁分管财政局", [("周正", "是"), ("沈渡", "否")], []),
    ("沈渡分管区财政局吗", [("沈渡", "否")], ["周正"]),
    ("张三是不是分管区财政局", [("张三", "未见此名")], ["周正"]),
    ("区财政局是不是由周正分管", [("周正", "是")], []),
    ("周正和沈渡是不是AB角", [("周正", "是")], []),
    ("周正的B角是不是沈渡", [("沈渡", "是")], []),
    ("林间是周正的AB角吗", [("林间", "否")], ["沈渡"]),
    ("沈渡在不在河湖治理领导小组里", [("沈渡", "否")], []),
    ("周正和林间在不在河湖治理领导小组里", [("周正", "是"), ("林间", "是")], []),
    ("林间是不是河湖治理领导小组的组长", [("林间", "否")], ["周正"]),
    ("周正在冰雪运动领导小组里吗", [("周正", "未见")], []),
])  # fmt: skip
def test_each_who_is_asked_for_gets_a_verdict(
    desk_office: Library, question: str, verdicts: list[tuple[str, str]], others: list[str]
) -> None:
    found = ask(desk_office, question, on=DAY)
    assert isinstance(found, Verdicts)
    lines = [line.cells for line in sheet_of(found, "zh").lines]
    assert list(dict.fromkeys((cells[0], cells[1]) for cells in lines if cells[1])) == verdicts
    assert list(dict.fromkeys(cells[0] for cells in lines if not cells[1])) == others


def test_a_verdict_rests_on_printed_words_and_goes_to_programs(desk_office: Library) -> None:
    found = ask(desk_office, "周正在河湖治理领导小组里吗", on=DAY)
    assert isinstance(found, Verdicts)
    assert [each.id for each in found.evidence] == ["ev_group"]
    plain = json.loads(as_json([found]))
    assert (plain["answer"], plain["verdicts"][0]["yes"]) == ("verdicts", True)
    assert sheet_of(found, "en").lines[0].cells[1] == "yes"


def test_a_no_says_among_how_many(desk_office: Library) -> None:
    found = ask(desk_office, "沈渡在不在河湖治理领导小组里", on=DAY)
    assert "3 项" in sheet_of(found, "zh").notes[0]
    empty = ask(desk_office, "周正在冰雪运动领导小组里吗", on=DAY)
    assert "无从判断" in sheet_of(empty, "zh").notes[0]


def test_what_takes_one_subject_says_so_if_two_are_named(desk_office: Library) -> None:
    with pytest.raises(NotFoundError, match="一次只能问一个") as caught:
        ask(desk_office, "周正和沈渡分别分管什么", on=DAY)
    assert caught.value.remedy


def test_a_place_in_front_is_nobody(desk_office: Library) -> None:
    assert isinstance(ask(desk_office, "云溪区分管财政局", on=DAY), Oversight)


def test_two_bodies_in_one_question_are_answered_each(desk_office: Library) -> None:
    found = ask(desk_office, "财政局和卫健委分别归谁管", on=DAY)
    assert isinstance(found, Table)
    pairs = [(row["object"], row["person"]) for row in found.result.rows]
    assert pairs == [("区财政局", "周正"), ("区卫生健康委员会", "沈渡")]
    with pytest.raises(NotFoundError, match="火星局"):
        ask(desk_office, "财政局和火星局分别归谁管", on=DAY)
