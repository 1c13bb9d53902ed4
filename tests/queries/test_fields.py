"""A field of work that is no body's name goes to the charges whose names hold its words, and never to what is beside the point."""

from __future__ import annotations

import pytest

from core.errors import NotFoundError
from queries.answers.asking import ask
from queries.answers.fields import fields
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.library import Library
from tests.queries.office import DAY


@pytest.mark.parametrize(("question", "who", "objects"), [
    ("谁管环保", "沈渡", {"生态环境", "区生态环境分局"}),
    ("医疗卫生归谁管", "沈渡", {"卫生健康", "区卫生健康委员会"}),
    ("教育谁负责", "周正", {"教育体育", "区教育体育局"}),
    ("分管安全生产的领导", "周正", {"应急管理", "区应急管理局"}),
    ("谁管安全生产工作", "周正", {"应急管理", "区应急管理局"}),
    ("环保局归谁管", "沈渡", {"区生态环境分局"}), ("who oversees education", "周正", {"教育体育", "区教育体育局"}),
    ("矿产归谁管", "周正", {"区自然资源分局"}), ("疫情防控谁负责", "沈渡", {"卫生健康", "区卫生健康委员会"}),
    ("学校归谁管", "周正", {"教育体育", "区教育体育局"}),
])  # fmt: skip
def test_a_field_is_found_by_the_words_of_the_papers(
    desk_office: Library, question: str, who: str, objects: set[str]
) -> None:
    found = ask(desk_office, question, on=DAY)
    assert isinstance(found, Table)
    assert {row["person"] for row in found.result.rows} == {who}
    assert {row["object"] for row in found.result.rows} == objects
    assert found.evidence


def test_it_is_said_by_which_words_a_field_was_found(desk_office: Library) -> None:
    by_other_words = sheet_of(ask(desk_office, "谁管环保", on=DAY), "zh")
    assert "“生态环境”" in by_other_words.notes[0]
    by_its_own = sheet_of(ask(desk_office, "谁分管教育", on=DAY), "zh")
    assert by_its_own.notes == ()
    judged = sheet_of(ask(desk_office, "沈渡分管教育吗", on=DAY), "zh")
    assert "沈渡不在其列" in judged.notes[0]


@pytest.mark.parametrize("question", ["谁分管航天", "谁负责招商引资", "谁管畜牧", "谁管殡葬"])
def test_nothing_is_taken_for_a_field_nobody_has(desk_office: Library, question: str) -> None:
    with pytest.raises(NotFoundError):
        ask(desk_office, question, on=DAY)


def test_a_field_without_a_charge_goes_to_the_group_that_bears_its_name(desk_office: Library) -> None:
    found = ask(desk_office, "河湖治理谁负责", on=DAY)
    assert isinstance(found, Table)
    assert [(row["relation"], row["person"], row["object"]) for row in found.result.rows] == [
        ("组长", "周正", "区河湖治理领导小组")
    ]
    assert [each.id for each in found.evidence] == ["ev_group"]
    assert "议事协调机构" in sheet_of(found, "zh").notes[0]
    assert "among groups" in sheet_of(found, "en").notes[0]


@pytest.mark.parametrize("question", ["社会治理谁负责", "区水文局归谁管"])
def test_the_kernel_of_a_field_is_no_part_of_another_word(desk_office: Library, question: str) -> None:
    with pytest.raises(NotFoundError):
        ask(desk_office, question, on=DAY)


def test_a_body_that_only_has_the_letters_is_listed_and_not_chosen(desk_office: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        ask(desk_office, "谁管公交", on=DAY)
    assert [hit.name for hit in caught.value.candidates] == ["区公共资源交易中心"]


def test_no_charge_before_the_paper(desk_office: Library) -> None:
    with pytest.raises(NotFoundError):
        ask(desk_office, "谁管环保", on="2030-12-31")


def test_fields_are_words_of_two_signs_or_more() -> None:
    assert all(len(word) > 1 for said, words in fields().items() for word in (said, *words))
