"""Workload, single points and stand-ins, each worked out by hand on a team of three."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from graph.analysis.alone import alone, cut_off
from graph.analysis.covers import Share, covers, shares
from graph.analysis.ties import End, leads_the_group
from graph.analysis.workload import LEADER_WEIGHTS, UNIT_WEIGHTS, leader_loads, unit_loads
from tests.graph.analysis.small import end, names, shaken, ties

TEAM = ties("""
    p高 IN_CHARGE_OF o财政局
    p高 IN_CHARGE_OF o审计局
    p高 SHARES_CHARGE_OF o税务局
    p高 RESPONSIBLE_FOR m财政
    p高 LIAISES_WITH o银行
    p杜 IN_CHARGE_OF o审计局
    p杜 HEADS o办公室
    p周 HOLDS o财政局
    t任务一 ANSWERED_BY p高 confirmed
    t任务二 ANSWERED_BY p高 moved
    t任务二 ANSWERED_BY p杜 unknown
    p高 MEMBER_OF g医改组 组长
    p杜 MEMBER_OF g医改组 副组长
    p周 MEMBER_OF g医改组 成员
    p杜 STANDS_IN_FOR p高 B
    p高 STANDS_IN_FOR p杜 B 分管工作
""")


def test_the_load_of_a_leader_is_the_weighted_sum_of_what_papers_put_on_the_desk() -> None:
    gao, du = leader_loads(TEAM)
    assert (gao.who.name, du.who.name) == ("高", "杜")
    assert gao.counts == {"bodies": 2, "shared": 1, "matters": 1, "liaises": 1, "tasks": 2, "chairs": 1, "seats": 0}
    assert gao.load == 2 * 2 + 1 + 1 + 0.5 + 2 + 2
    assert du.load == 2 * 2 + 1 + 0.5  # two bodies, one task, one other seat
    assert set(gao.counts) == set(LEADER_WEIGHTS)


def test_one_who_only_sits_in_a_group_has_no_desk() -> None:
    assert "周" not in [each.who.name for each in leader_loads(TEAM)]


def test_a_thing_counts_once_as_the_heaviest_kind_it_is_found_in() -> None:
    twice = ties("""
        p高 LIAISES_WITH o财政局
        p高 IN_CHARGE_OF o财政局
        p高 MEMBER_OF g医改组 成员
        p高 MEMBER_OF g医改组 组长
    """)
    (gao,) = leader_loads(twice)
    assert (gao.counts["bodies"], gao.counts["liaises"], gao.counts["chairs"], gao.counts["seats"]) == (1, 0, 1, 0)
    assert gao.load == 4
    assert len(gao.evidence) == 4


def test_the_load_of_a_unit_counts_tasks_offices_and_seats() -> None:
    work = ties("""
        o财政局 LEADS t任务一
        o财政局 SUPPORTS t任务一
        o财政局 CARRIES_OUT t任务二
        o审计局 SUPPORTS t任务二
        g医改组 OFFICE_IN o财政局
        o审计局 MEMBER_OF g医改组 成员单位
        p高 MEMBER_OF g医改组 组长
    """)
    finance, audit = unit_loads(work)
    assert (finance.who.name, finance.load) == ("财政局", 2 + 1 + 2)
    assert (audit.who.name, audit.load) == ("审计局", 0.5 + 0.5)
    assert set(finance.counts) == set(UNIT_WEIGHTS)


@pytest.mark.parametrize(
    ("role", "leads"),
    [("组长", True), ("第一组长", True), ("总指挥", True), ("主任", True), ("常务副组长", False), ("副主任", False),
     ("办公室主任", False), ("成员", False), ("", False)],
)  # fmt: skip
def test_the_first_role_of_a_group_is_told_from_deputies_and_its_office(role: str, leads: bool) -> None:
    assert leads_the_group(role) is leads


def test_what_one_carries_alone_leaves_out_what_another_carries_too() -> None:
    found = {each.who.name: each for each in alone(TEAM)}
    gao, du = found["高"], found["杜"]
    assert names(gao.bodies) == ["税务局", "财政局"]  # not the audit office, which two have
    assert names(gao.tasks) == ["任务一"]  # not task two, which two answer for
    assert names(gao.chairs) == ["医改组"]
    assert names(du.bodies) == ["办公室"]
    assert names(gao.stand_ins) == ["杜"]
    assert gao.carried == 4


def test_those_nobody_stands_in_for_come_first_however_little_they_carry() -> None:
    more = [*TEAM, *ties("p周 IN_CHARGE_OF o粮库")]
    assert [each.who.name for each in alone(more)] == ["周", "高", "杜"]


def test_a_cut_point_parts_what_hangs_on_it_alone_from_the_rest() -> None:
    # 高 - 财政局, 高 - 审计局 - 杜 - 办公室: without 高 the finance bureau is alone, without 杜 the office is.
    line = ties("""
        p高 IN_CHARGE_OF o财政局
        p高 IN_CHARGE_OF o审计局
        p杜 IN_CHARGE_OF o审计局
        p杜 HEADS o办公室
    """)
    assert cut_off(line) == {end("p高"): 1, end("p杜"): 1}
    ring = [*line, *ties("p高 HEADS o办公室\np杜 HEADS o财政局")]
    assert cut_off(ring) == {}


@pytest.mark.parametrize("seed", range(12))
def test_cut_points_are_those_that_taking_each_away_shows(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a test's dice
    lines = [f"p甲{dice.randrange(8)} IN_CHARGE_OF o局{dice.randrange(12)}" for _ in range(14)]
    some = ties("\n".join(lines))
    graph: nx.Graph[End] = nx.Graph((tie.start, tie.end) for tie in some)
    expected = {}
    for part in nx.connected_components(graph):
        for who in part:
            pieces = [len(piece) for piece in nx.connected_components(graph.subgraph(part - {who}))]
            if who.label == "Person" and len(pieces) > 1:
                expected[who] = sum(pieces) - max(pieces)
    assert cut_off(some) == expected


def test_coverage_says_who_has_a_stand_in_and_whether_both_ways() -> None:
    more = [*TEAM, *ties("p王 HEADS o区政府\np李@990102 HEADS o县政府@990102")]
    found = covers(more)
    assert [(each.who.name, each.covered) for each in found] == [
        ("王", False),
        ("高", True),
        ("杜", True),
        ("李", False),
    ]
    gao, du = found[1], found[2]
    assert (names(gao.stand_ins), names(gao.mutual), names(gao.limited)) == (["杜"], ["杜"], [])
    assert (names(du.stand_ins), names(du.limited)) == (["高"], ["高"])
    assert len(gao.charges) == 4  # two bodies, one shared, one matter; liaison is no charge
    assert shares(found) == [Share("990101", 2, 3), Share("990102", 0, 1)]


def test_the_order_of_ties_changes_nothing() -> None:
    other = shaken(TEAM)
    assert leader_loads(TEAM) == leader_loads(other)
    assert unit_loads(TEAM) == unit_loads(other)
    assert alone(TEAM) == alone(other)
    assert covers(TEAM) == covers(other)
