"""Points, matters, careers and papers: sums and comparisons worked out by hand."""

from __future__ import annotations

import pytest

from graph.analysis.careers import Held, Namesake, candidates
from graph.analysis.matters import handled
from graph.analysis.papers import months
from graph.analysis.stakes import Claim, points_of, stakes
from tests.graph.analysis.small import names, shaken, ties


@pytest.mark.parametrize(
    ("printed", "reasoned", "points"),
    [("8", "", (8.0, False)), ("2.5分", "9", (2.5, False)), ("", "6", (6.0, True)), ("", "", (None, False)),
     ("按实计", "", (None, False))],
)  # fmt: skip
def test_printed_points_come_before_those_worked_out(
    printed: str, reasoned: str, points: tuple[float | None, bool]
) -> None:
    assert points_of(printed, reasoned) == points


def test_points_with_others_count_whole_for_each_and_apart_from_those_alone() -> None:
    answers = ties("""
        o卫健委 ANSWERS_FOR i一
        o卫健委 ANSWERS_FOR i二
        o教育局 ANSWERS_FOR i二
        o教育局 ANSWERS_FOR i三
    """)
    points = {"一": (10.0, False), "二": (8.0, True), "三": (None, False)}
    found = stakes(Claim(tie, *points[tie.end.name]) for tie in answers)
    health, school = found
    assert (health.unit.name, health.points, health.alone, health.with_others, health.worked_out) == (
        "卫健委",
        18,
        10,
        8,
        8,
    )
    assert (school.points, school.alone, school.without_points) == (8, 0, 1)
    assert names(school.indicators) == ["三", "二"]


DESKS = ties("""
    p高 IN_CHARGE_OF o区财政局
    p高 RESPONSIBLE_FOR m财政
    p高 IN_CHARGE_OF o区审计局
    p高 LIAISES_WITH o市财政局
    p李@990102 HEADS o县财政局@990102
    p王@990102 SHARES_CHARGE_OF o县财政局@990102
    p张@990103 IN_CHARGE_OF o粮食局@990103
""")


def test_a_matter_is_compared_place_by_place() -> None:
    here, there = handled(DESKS, "财政")
    assert (here.place, names(here.objects), names(here.people)) == ("990101", ["区财政局", "财政"], ["高"])
    assert (here.relations, here.others) == (("IN_CHARGE_OF", "RESPONSIBLE_FOR"), 1)
    assert (there.place, names(there.people), there.relations) == (
        "990102",
        ["李", "王"],
        ("HEADS", "SHARES_CHARGE_OF"),
    )
    assert there.others == 0
    assert handled(DESKS, "") == []
    assert handled(shaken(DESKS), "财政") == [here, there]


def person(key: str, place: str, level: str, *posts: tuple[str, str, str], name: str = "杨云") -> Namesake:
    held = tuple(Held(first, last, f"{place}{position}", position) for position, first, last in posts)
    return Namesake(key, name, place, level, held)


def test_a_move_up_after_the_last_day_seen_is_a_candidate_with_three_reasons() -> None:
    one = person("a", "990101", "county", ("副区长", "2021-01-01", "2023-07-01"))
    two = person("b", "990100", "city", ("局长", "2023-08-01", ""))
    (found,) = candidates([two, one])
    assert (found.earlier.id, found.later.id, found.gap) == ("a", "b", 31)
    assert found.reasons == ("follows", "rare", "rises")
    assert found.score == 3


def test_days_that_overlap_and_a_third_of_the_name_speak_against() -> None:
    one = person("a", "990101", "county", ("副区长", "2021-01-01", "2023-07-01"))
    two = person("b", "990102", "county", ("副区长", "2022-01-01", ""))
    three = person("c", "990103", "county")
    found = {(each.earlier.id, each.later.id): each for each in candidates([one, two, three])}
    assert found["a", "b"].reasons == ("overlaps", "common", "same_position")
    assert found["a", "b"].gap is not None
    assert found["a", "c"].reasons == ("no_days", "common")
    assert len(found) == 3


def test_two_of_one_name_in_one_place_are_no_career() -> None:
    assert candidates([person("a", "990101", "county"), person("b", "990101", "county")]) == []
    assert candidates([person("a", "990101", "county"), person("b", "990102", "county", name="李四")]) == []


def test_an_open_end_counts_as_seen_on_its_first_day_only() -> None:
    one = person("a", "990101", "county", ("副区长", "2021-01-01", ""))
    two = person("b", "990102", "county", ("副区长", "2021-06-30", ""))
    assert candidates([one, two])[0].gap == 180


def test_months_without_papers_are_shown_between_the_first_and_the_last() -> None:
    counts = [("990101", "2023-11", "通知", 2), ("990101", "2024-02", "通知", 1), ("990101", "2023-11", "决定", 1),
              ("990102", "2024-02", "通知", 4)]  # fmt: skip
    found = months(counts)
    assert [(each.place, each.month, each.total) for each in found] == [
        ("990101", "2023-11", 3), ("990101", "2023-12", 0), ("990101", "2024-01", 0), ("990101", "2024-02", 1),
        ("990102", "2024-02", 4),
    ]  # fmt: skip
    assert found[0].kinds == (("通知", 2), ("决定", 1))
    assert months([]) == []
