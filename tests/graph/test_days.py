"""The one helper for time: prefixes keep their precision, intervals say how sure they are."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputError
from graph.days import Interval, checked_day, day_after, first_day, is_open_day, is_prefix

DAYS = st.dates(min_value=datetime.date(1950, 1, 1)).map(lambda day: day.isoformat()).filter(lambda day: day < "2100")


@pytest.mark.parametrize(
    ("prefix", "first", "after"),
    [
        ("2023", "2023-01-01", "2024-01-01"),
        ("2023-09", "2023-09-01", "2023-10-01"),
        ("2023-12", "2023-12-01", "2024-01-01"),
        ("2023-09-06", "2023-09-06", "2023-09-07"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
    ],
)
def test_a_prefix_means_a_stretch_of_days(prefix: str, first: str, after: str) -> None:
    assert (first_day(prefix), day_after(prefix)) == (first, after)


@pytest.mark.parametrize(
    "text", ["", "23", "2023-9", "2023-02-30", "2023-13", "2023-09-06T00", "２０２３", "2023-09-06\n"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_prefix(text)
    with pytest.raises(InputError) as caught:
        first_day(text)
    assert caught.value.code == "BAD-DATE"


def test_a_question_needs_a_whole_day() -> None:
    assert checked_day("2023-09-01") == "2023-09-01"
    with pytest.raises(InputError):
        checked_day("2023-09")


def test_an_act_of_a_month_is_certain_only_after_it() -> None:
    act = Interval.act("2023-09")
    assert act.status("2023-08-31") is None
    assert act.status("2023-09-15") == "possible"
    assert act.status("2023-10-01") == "certain"


def test_a_sighting_is_presumed_after_its_last_paper_unless_another_bounds_it() -> None:
    open_end = Interval("2023-07-06", "2023-08-15")
    bounded = Interval("2023-07-06", "2023-08-15", "", "2023-08-30")
    assert (open_end.status("2023-08-14"), open_end.status("2023-09-01")) == ("certain", "presumed")
    assert (bounded.status("2023-08-20"), bounded.status("2023-08-30")) == ("possible", None)


def test_ending_never_lengthens() -> None:
    held = Interval.act("2023-08-29", "2023-10-01")
    assert held.ended("2023-12-01") == held
    assert held.ended("2023-09-10").valid_to == "2023-09-10"
    assert held.ended("2023-09-01", possible_end="2023-09-20") == Interval(
        "2023-08-29", "2023-09-01", "2023-08-29", "2023-09-20"
    )


def test_ended_before_it_is_certain_nothing_is_certain() -> None:
    assert Interval.act("2023-09").ended("2023-09-20").status("2023-09-10") == "possible"
    assert Interval.act("2023-09").ended("2023-09-20").status("2023-09-20") is None


@given(start=DAYS, end=DAYS, last=DAYS, on=DAYS)
def test_an_ended_interval_lies_inside_the_old_one(start: str, end: str, last: str, on: str) -> None:
    held = Interval.act(start)
    after = held.ended(min(end, last), possible_end=max(end, last))
    if after.status(on) is not None:
        assert held.status(on) is not None
        assert on < max(end, last)
    if after.status(on) == "certain":
        assert held.status(on) == "certain"


@given(day=DAYS)
def test_a_day_is_a_prefix_of_itself(day: str) -> None:
    assert first_day(day) == day
    assert day < day_after(day)


@pytest.mark.parametrize(("text", "open_"), [
    ("8月20日", True), ("2月29日", True), ("12月31日", True), ("2月30日", False), ("13月1日", False), ("08月20日", False),
    ("8月", False), ("2031年8月20日", False), ("2031-08-20", False), ("", False),
])  # fmt: skip
def test_a_day_without_its_year_is_no_prefix(text: str, open_: bool) -> None:
    assert is_open_day(text) is open_
    assert not (open_ and is_prefix(text))
