"""Brokers, clusters, shared groups and chains, on graphs small enough to count paths by hand."""

from __future__ import annotations

import pytest

from graph.analysis.brokers import brokers, co_members, sample_of
from graph.analysis.chains import shortest_chain
from graph.analysis.clusters import WIDEST, clusters
from graph.analysis.shared import shared_groups
from tests.graph.analysis.small import end, names, shaken, ties

#: Two groups of three that share 丙 alone: 甲 乙 丙 and 丙 丁 戊.
SEATS = ties("""
    p甲 MEMBER_OF g一组 组长
    p乙 MEMBER_OF g一组 成员
    p丙 MEMBER_OF g一组 成员
    p丙 MEMBER_OF g二组 组长
    p丙 MEMBER_OF g二组 办公室主任
    p丁 MEMBER_OF g二组 成员
    p戊 MEMBER_OF g二组 成员
    o财政局 MEMBER_OF g二组 成员单位
""")


def test_who_alone_joins_two_groups_lies_on_every_way_between_them() -> None:
    (bing,) = brokers(SEATS)
    # Of the six pairs among the four others, the four across the groups go through 丙.
    assert (bing.who.name, bing.betweenness, bing.met) == ("丙", round(4 / 6, 6), 4)
    assert names(bing.groups) == ["一组", "二组"]
    assert len(bing.evidence) == 3


def test_people_of_one_group_meet_once_however_many_groups_they_share() -> None:
    twice = [*SEATS, *ties("p甲 MEMBER_OF g三组 成员\np乙 MEMBER_OF g三组 成员")]
    graph = co_members(twice)
    assert graph.edges[end("p甲"), end("p乙")]["groups"] == 2
    assert graph.number_of_edges() == 6


def test_in_one_group_nobody_is_a_broker() -> None:
    assert brokers(ties("p甲 MEMBER_OF g一组\np乙 MEMBER_OF g一组\np丙 MEMBER_OF g一组")) == []


def test_where_all_ways_would_take_too_long_a_fixed_sample_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    many = ties(
        "\n".join(f"p{number} MEMBER_OF g{group}" for number in range(60) for group in (number // 6, number // 6 + 1))
    )
    graph = co_members(many)
    assert sample_of(graph) is None
    exact = {each.who.name: each.betweenness for each in brokers(many)}
    monkeypatch.setattr("graph.analysis.brokers._STEPS", 1)
    assert sample_of(graph) == 30
    estimated = {each.who.name: each.betweenness for each in brokers(many)}
    assert estimated == {each.who.name: each.betweenness for each in brokers(shaken(many))}
    assert exact != estimated
    assert all(abs(exact.get(name, 0) - score) < 0.15 for name, score in estimated.items())


WORK = ties("""
    o财政局 LEADS t一
    o税务局 CARRIES_OUT t一
    o财政局 LEADS t二
    o税务局 SUPPORTS t二
    o教育局 LEADS t三
    o体育局 CARRIES_OUT t三
    o教育局 MEMBER_OF g四 成员单位
    o体育局 MEMBER_OF g四 成员单位
    o财政局 LEADS t五
    o教育局 SUPPORTS t五
    o林业局 LEADS t六
""")


def test_units_that_share_most_work_fall_into_one_cluster() -> None:
    found = clusters(WORK)
    assert [set(names(each.units)) for each in found] == [{"教育局", "体育局"}, {"财政局", "税务局"}]
    assert [(each.inside, each.outside) for each in found] == [(2, 1), (2, 1)]
    assert names(found[0].work) == ["三", "四"]


def test_a_plan_that_binds_everybody_joins_nobody() -> None:
    wide = ties("\n".join(f"o单位{number} SUPPORTS t全" for number in range(WIDEST + 1)))
    assert clusters(wide) == []
    assert len(clusters(wide[:-1])) == 1


def test_a_unit_that_works_alone_is_in_no_cluster() -> None:
    assert all("林业局" not in names(each.units) for each in clusters(WORK))


def test_two_people_share_the_groups_both_sit_in() -> None:
    (one,) = shared_groups(SEATS, "p乙", "p丙")
    assert (one.group.name, one.first_role, one.second_role, one.others) == ("一组", "成员", "成员", 1)
    (two,) = shared_groups(SEATS, "p丙", "p戊")
    assert (two.first_role, len(two.evidence)) == ("组长、办公室主任", 3)
    assert shared_groups(SEATS, "p甲", "p戊") == []
    assert shared_groups(SEATS, "p甲", "p甲") == []


WAYS = ties("""
    p高 IN_CHARGE_OF o财政局
    p高 STANDS_IN_FOR p杜
    p杜 IN_CHARGE_OF o审计局
    p王 LIAISES_WITH o财政局
    p王 LIAISES_WITH o粮库
    p王 LIAISES_WITH o审计局
    o孤岛 LEADS t远
""")


def test_the_shortest_chain_is_walked_hop_by_hop_with_the_direction_of_each() -> None:
    hops = shortest_chain(WAYS, "o财政局", "o审计局")
    assert [(each.start.name, each.tie.type, each.end.name, each.forward) for each in hops] == [
        ("财政局", "LIAISES_WITH", "王", False),
        ("王", "LIAISES_WITH", "审计局", True),
    ]
    assert all(each.tie.evidence for each in hops)
    without = [tie for tie in WAYS if tie.start.name != "王"]
    assert len(shortest_chain(without, "o财政局", "o审计局")) == 3


def test_of_two_ways_as_short_the_first_by_name_is_taken() -> None:
    twins = ties("p乙 HEADS o财政局\np乙 HEADS o审计局\np丁 HEADS o财政局\np丁 HEADS o审计局")
    for some in (twins, shaken(twins), twins[::-1]):
        assert shortest_chain(some, "o财政局", "o审计局")[0].end.name == min("乙", "丁")


def test_where_nothing_joins_two_there_is_no_chain() -> None:
    assert shortest_chain(WAYS, "o财政局", "o孤岛") == []
    assert shortest_chain(WAYS, "o财政局", "o没有") == []
    assert shortest_chain(WAYS, "o财政局", "o财政局") == []


def test_the_order_of_ties_changes_nothing() -> None:
    for seed in range(5):
        assert brokers(shaken(SEATS, seed)) == brokers(SEATS)
        assert clusters(shaken(WORK, seed)) == clusters(WORK)
        assert shortest_chain(shaken(WAYS, seed), "o粮库", "o财政局") == shortest_chain(WAYS, "o粮库", "o财政局")
