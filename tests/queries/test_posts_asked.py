"""Yes or no by post, English offices in the words of papers, and who leads a government."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.errors import NotFoundError
from core.settings import Settings
from queries.answers.asking import ask
from queries.answers.model import Holders, Verdicts
from queries.answers.offices import in_chinese
from queries.answers.show import sheet_of
from queries.library import Library, open_library

DAY = "2023-09-10"


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    with open_library(lanting) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "verdict", "own", "others"),
    [
        ("邵启岩是区长吗", "是", {"区人民政府区长"}, set()),
        ("区长是不是邵启岩", "是", {"区人民政府区长"}, set()),
        ("邵启岩不是区长吗", "是", {"区人民政府区长"}, set()),
        ("is 邵启岩 the mayor of 岚汀区", "是", {"区人民政府区长"}, set()),
        ("邵启岩是不是常委", "是", {"区委副书记"}, set()),
        ("毕云帆是区长吗", "否", set(), {"毕云帆", "邵启岩"}),
        ("毕云帆是县长吗", "否", set(), {"毕云帆"}),
        ("康予安是副区长吗", "否", {"区人民政府副区长（提名）"}, set()),
        ("陶振邦是区公安分局局长吗", "是", {"区公安分局局长"}, set()),
    ],
)
def test_who_is_asked_for_by_a_post_gets_a_verdict(
    library: Library, question: str, verdict: str, own: set[str], others: set[str]
) -> None:
    found = ask(library, question, on=DAY)
    assert isinstance(found, Verdicts)
    lines = [line.cells for line in sheet_of(found, "zh").lines]
    assert {cells[1] for cells in lines if cells[1]} == {verdict}
    assert {cells[2] for cells in lines if cells[1] and cells[2]} == own
    assert {cells[0] for cells in lines if not cells[1]} == others
    assert found.evidence


def test_a_post_that_no_paper_prints_is_told_so(library: Library) -> None:
    with pytest.raises(NotFoundError, match="星际航行局局长") as caught:
        ask(library, "邵启岩是星际航行局局长吗", on=DAY)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("mayor of 岚汀区", "岚汀区区长"), ("deputy head of 岚汀区", "岚汀区副区长"), ("party secretary of 岚汀区", "岚汀区委书记"),
        ("deputy director of 区财政局", "区财政局副局长"), ("head of 区卫生健康委员会", "区卫生健康委员会主任"), ("区财政局局长", "区财政局局长"),
    ],
)  # fmt: skip
def test_an_english_office_is_put_as_papers_put_it(library: Library, english: str, chinese: str) -> None:
    assert in_chinese(library.index, english) == chinese


def test_the_mayor_is_not_the_secretary(library: Library) -> None:
    found = ask(library, "who is the mayor of 岚汀区", on=DAY)
    assert isinstance(found, Holders)
    assert [each.post.name for each in found.holders] == ["区人民政府区长"]


@pytest.mark.parametrize("question", ["区政府领导有哪些", "岚汀区有哪些领导", "who are the leaders of 岚汀区"])
def test_the_leaders_of_a_government_stand_once_each_the_head_first(library: Library, question: str) -> None:
    found = ask(library, question, on=DAY)
    assert isinstance(found, Holders)
    people = [each.person.name for each in found.holders]
    assert people[:2] == ["邵启岩", "梁知远"]
    assert len(people) == len(set(people)) == 8
    assert sheet_of(found, "zh").title == "岚汀区政府领导"
