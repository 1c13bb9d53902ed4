"""The router takes what its phrasings show, names what it does not take, and guesses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputError, UsageError
from queries.router import Intent, Kind, day_of, otherwise, phrasings, plain, suggestions, understand

EXAMPLES = [
    (question, phrasing.kind, subject) for phrasing in phrasings() for question, subject in phrasing.examples.items()
]
COUNTERS = [(question, phrasing.kind) for phrasing in phrasings() for question in phrasing.counter]


def test_all_phrasings_are_collected() -> None:
    assert len(EXAMPLES) >= 45
    assert {kind for _, kind, _ in EXAMPLES} == set(Kind.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("question", "kind", "subject"), EXAMPLES)
def test_an_example_is_understood(question: str, kind: str, subject: str) -> None:
    intent = understand(question)
    assert intent is not None
    assert (intent.kind, intent.subject) == (kind, subject)


@pytest.mark.parametrize(("question", "kind"), COUNTERS)
def test_a_counter_example_asks_something_else(question: str, kind: str) -> None:
    intent = understand(question)
    assert intent is None or intent.kind != kind


@pytest.mark.parametrize(
    "question", ["", "  ", "谁", "谁负责", "谁分管", "？", "今天天气如何", "hello", "who is", "的"]
)
def test_what_is_no_question_is_not_understood(question: str) -> None:
    assert understand(question) is None


def test_the_day_in_a_question_is_its_day() -> None:
    intent = understand("2023年9月1日，谁分管区财政局？")
    assert intent == Intent("oversight", "区财政局", ("Organisation", "Matter", "Task"), "2023-09-01")
    english = understand("who stands in for 高明 on 2023-09-01?")
    assert english is not None
    assert (english.subject, english.on) == ("高明", "2023-09-01")


def test_a_day_that_is_none_is_an_error_with_a_remedy() -> None:
    with pytest.raises(InputError, match="2023-02-30") as caught:
        understand("2023年2月30日谁分管区财政局")
    assert caught.value.remedy


def test_two_days_that_differ_are_not_guessed_between() -> None:
    intent = understand("2023年9月1日谁分管区财政局")
    assert intent is not None
    assert day_of(intent, "") == "2023-09-01"
    assert day_of(intent, "2023-09-01") == "2023-09-01"
    with pytest.raises(UsageError, match="2023-10-01"):
        day_of(intent, "2023-10-01")


def test_the_role_that_is_asked_for_is_kept() -> None:
    intent = understand("谁是医改领导小组常务副组长")
    assert intent is not None
    assert (intent.kind, intent.subject, intent.role) == ("roster", "医改领导小组", "常务副组长")


def test_a_committees_head_may_be_a_role_in_a_group() -> None:
    intent = understand("食品安全委员会主任是谁")
    assert intent is not None
    assert intent.kind == "holders"
    other = otherwise(intent)
    assert other == (Intent("roster", "食品安全委员会", ("Group",), "", "主任"),)
    assert otherwise(Intent("holders", "区财政局局长", ("Post",))) == ()


def test_traditional_characters_quotes_and_politeness_fall_away() -> None:
    assert plain("請問「區財政局」由誰分管呢？") == "区财政局由谁分管"


def test_suggestions_are_questions_the_router_takes_nearest_first() -> None:
    nearest = suggestions("高明 小组")
    assert len(nearest) == 6
    assert len(set(nearest)) == 6
    assert all(understand(each) for each in nearest)
    assert "高明的AB角是谁" in suggestions("张三的AB角安排", limit=2)


@given(st.text(max_size=40))
def test_any_text_is_understood_or_not_but_never_breaks(text: str) -> None:
    try:
        intent = understand(text)
    except InputError:
        return
    assert intent is None or intent.subject
