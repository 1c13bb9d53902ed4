from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.days import Interval
from graph.timeline.spans import When, ended, is_in_force, overlap, starting
from graph.timeline.validity import Validity, add_months, count_of, validity_of

DAY = st.dates().map(lambda day: day.isoformat())


def test_a_month_starts_on_some_day_of_it() -> None:
    assert starting(When.printed("2023-09")) == Interval(valid_from="2023-10-01", possible_from="2023-09-01")


def test_no_date_gives_no_certain_day_and_excludes_none() -> None:
    assert starting(When.printed("")) == Interval()
    assert starting(When.printed("二月")) == Interval()


def test_an_issues_date_bounds_from_above_only() -> None:
    assert starting(When.up_to("2023-10-15")) == Interval(valid_from="2023-10-15")


def test_an_end_of_open_date_is_certain_only_as_far_as_papers_prove() -> None:
    held = starting(When.printed("2023-01-01"))
    assert ended(held, When.up_to("2023-10-15"), proven_until="2023-03-02") == Interval(
        "2023-01-01", "2023-03-02", "2023-01-01", "2023-10-15"
    )


def test_overlap_is_certain_where_both_are() -> None:
    one = Interval("2023-01-01", "2023-06-01", "2023-01-01", "2023-08-01")
    other = Interval("2023-05-01", "", "2023-04-01", "")
    assert overlap(one, other) == Interval("2023-05-01", "2023-06-01", "2023-04-01", "2023-08-01")
    assert overlap(one, Interval("2023-09-01", "", "2023-09-01", "")) is None


@given(DAY, DAY, DAY)
def test_overlap_needs_both(start: str, end: str, on: str) -> None:
    one, other = Interval(valid_from=start, possible_from=start), Interval(possible_to=end)
    both = overlap(one, other)
    held = one.status(on) is not None and other.status(on) is not None
    assert held == (both is not None and both.status(on) is not None)


def test_an_undated_fact_is_never_in_force() -> None:
    assert not is_in_force(Interval(), "2023-01-01")


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("有效期5年", Validity("2028-09-30")),
        ("有效期为十五年", Validity("2038-09-30")),
        ("有效期原则上为三年", Validity("2026-09-30", definite=False)),
        ("试行期6个月", Validity("2024-03-30")),
        ("有效期至2025年12月31日", Validity("2026-01-01")),
        ("2025-12-31", Validity("2026-01-01")),
        ("", None),
        ("长期有效", None),
        ("自2023年9月30日起施行", None),
    ],
)
def test_validity_is_read_from_its_wording(wording: str, found: Validity | None) -> None:
    assert validity_of(wording, "2023-09-30") == found


def test_months_end_where_the_month_ends() -> None:
    assert add_months("2024-02-29", 12) == "2025-02-28"
    assert add_months("2023-08-31", 6) == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "number"), [("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("三十一", 31), ("若干", 0)]
)
def test_small_chinese_numbers(text: str, number: int) -> None:
    assert count_of(text) == number
