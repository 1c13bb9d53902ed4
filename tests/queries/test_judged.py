"""Canned queries against the judge, on random graphs and on days on each side of their changes."""

from __future__ import annotations

import pytest

from graph.elements import Graph, PropertyValue
from graph.stores.store import Row, Value
from queries.catalogue import catalogue
from tests.graph.made_up import shaken
from tests.queries.conftest import SEEDS, Opened
from tests.queries.judge import Judge, told
from tests.queries.test_catalogue import sample_parameters

DAYS = ("2030-12-31", "2031-02-28", "2031-03-01", "2031-05-15", "2031-07-01", "2031-12-31")
CHARGES = "HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|ASSISTS"

#: query -> its keyed parameter, the label it starts at, edge types, direction, the columns of edge, other end and status
EDGES: dict[str, tuple[str, str, str, str, str, str]] = {
    "people/portfolio": ("person", "Person", CHARGES, "out", "edge", "object_id"),
    "people/posts-held": ("person", "Person", "HOLDS", "out", "", "post_id"),
    "people/holders": ("post", "Post", "HOLDS", "in", "", "person_id"),
    "people/groups-of": ("person", "Person", "MEMBER_OF", "out", "", "group_id"),
    "tasks/of-organisation": ("organisation", "Organisation", "LEADS|CARRIES_OUT|SUPPORTS", "out", "part", "task_id"),
    "organisations/oversight": (
        "organisation", "Organisation", "HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH", "in", "edge", "person_id",
    ),
    "organisations/duties": ("organisation", "Organisation", "HAS_DUTY", "out", "", "duty_id"),
    "organisations/plans": ("organisation", "Organisation", "DRAFTS|INTERPRETS", "out", "part", "plan_id"),
    "matters/oversight": ("matter", "Matter", "RESPONSIBLE_FOR", "in", "edge", "person_id"),
    "plans/tasks": ("plan", "Plan", "HAS_TASK", "out", "", "task_id"),
}  # fmt: skip


def rows(opened: Opened, query: str, **parameters: Value) -> list[Row]:
    return catalogue().run(opened.store, query, parameters).rows


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("query", EDGES)
def test_a_query_along_edges_gives_just_those_of_the_day(random_graph: Opened, query: str, on: str) -> None:
    parameter, label, types, direction, edge_column, other_column = EDGES[query]
    judge = Judge(random_graph.graph)
    for start in judge.all(label):
        pairs = judge.out(start.id, types, on) if direction == "out" else judge.into(start.id, types, on)
        ends = {
            (edge.type if edge_column else "", node.id, judge.status(edge, on))
            for edge, node in pairs
            if query != "organisations/plans" or node.label == "Plan"
        }
        got = {
            (row[edge_column] if edge_column else "", row[other_column], row["status"])
            for row in rows(random_graph, query, on=on, **{parameter: start.id})
        }
        assert got == ends


def test_the_random_graphs_have_something_for_every_query_along_edges() -> None:
    graphs = [shaken(seed) for seed in SEEDS]
    for query, (_, label, types, direction, _, _) in EDGES.items():
        ends = [
            (edge.type, edge.start_label if direction == "out" else edge.end_label)
            for graph in graphs
            for edge in graph.edges
        ]
        assert any(kind in types.split("|") and end == label for kind, end in ends), query


@pytest.mark.parametrize("on", DAYS)
def test_neighbourhood_gives_every_edge_of_the_day_both_ways(random_graph: Opened, on: str) -> None:
    judge = Judge(random_graph.graph)
    every = "|".join(sorted({edge.type for edge in random_graph.graph.edges}))
    for label in ("Person", "Organisation", "Task", "Finding"):
        for node in judge.all(label)[:2]:
            expected = {("out", edge.id, judge.status(edge, on)) for edge, _ in judge.out(node.id, every, on)}
            expected |= {("in", edge.id, judge.status(edge, on)) for edge, _ in judge.into(node.id, every, on)}
            found = rows(random_graph, "graph/neighbourhood", kind=label, node=node.id, on=on)
            assert {(row["direction"], row["edge_id"], row["status"]) for row in found} == expected


@pytest.mark.parametrize("on", DAYS)
def test_who_is_responsible_tells_verdict_stand_ins_and_units_of_the_day(random_graph: Opened, on: str) -> None:
    judge = Judge(random_graph.graph)
    for task in judge.all("Task"):
        expected = set()
        units = sorted((edge.type, node.id) for edge, node in judge.into(task.id, "LEADS|CARRIES_OUT|SUPPORTS", on))
        for edge, who in judge.out(task.id, "ANSWERED_BY", on):
            deputies = tuple(sorted({node.id for _, node in judge.into(who.id, "STANDS_IN_FOR", on)}))
            expected.add((told(edge, "verdict"), who.id, judge.status(edge, on), deputies))
        found = rows(random_graph, "tasks/who-is-responsible", task=task.id, on=on)
        assert {
            (row["verdict"], row["who_id"], row["status"], tuple(sorted(set(_ids(row["stand_ins"]))))) for row in found
        } == expected
        for row in found:
            assert isinstance(row["units"], list)
            assert sorted((unit["part"], unit["id"]) for unit in row["units"] if isinstance(unit, dict)) == units


@pytest.mark.parametrize("on", DAYS)
def test_a_roster_has_each_seat_of_the_day_with_who_fills_it(random_graph: Opened, on: str) -> None:
    judge = Judge(random_graph.graph)
    for group in judge.all("Group"):
        expected: set[tuple[str, str | None, PropertyValue | None]] = set()
        for _, seat in judge.into(group.id, "OF_GROUP", on):
            kind = str(told(seat, "kind"))
            empty = kind if kind in ("unit", "function") else "vacant"
            fillers = list(judge.into(seat.id, "FILLS", on))
            expected |= {(seat.id, person.id, told(edge, "state") or empty) for edge, person in fillers}
            if not fillers:
                expected.add((seat.id, None, empty))
        found = rows(random_graph, "groups/roster", group=group.id, on=on)
        assert {(row["seat_id"], row["person_id"], row["state"]) for row in found} == expected


@pytest.mark.parametrize("on", DAYS)
def test_verdicts_and_stale_seats_are_filtered_by_day(random_graph: Opened, on: str) -> None:
    judge = Judge(random_graph.graph)
    answered = [
        (task.id, who.id, told(edge, "verdict"))
        for task in judge.all("Task")
        for edge, who in judge.out(task.id, "ANSWERED_BY", on)
    ]
    moved = rows(random_graph, "tasks/stale-leaders", on=on)
    assert {(row["task_id"], row["who_id"]) for row in moved} == {(t, w) for t, w, v in answered if v == "moved"}
    bare = rows(random_graph, "tasks/uncovered", on=on)
    assert {(row["task_id"], row["verdict"]) for row in bare} == {
        (t, v) for t, _, v in answered if v in ("vacant", "unknown")
    }
    stale = {
        (seat.id, person.id)
        for group in judge.all("Group")
        for _, seat in judge.into(group.id, "OF_GROUP", on)
        for edge, person in judge.into(seat.id, "FILLS", on)
        if told(edge, "state") in ("stale", "check")
    }
    found = rows(random_graph, "groups/stale-seats", on=on)
    assert {(row["seat_id"], row["person_id"]) for row in found} == stale
    findings = rows(random_graph, "checks/findings", on=on)
    assert {row["finding_id"] for row in findings} == {
        node.id for node in judge.all("Finding") if judge.status(node, on) is not None
    }


@pytest.mark.parametrize("on", DAYS)
def test_workload_counts_each_thing_once(random_graph: Opened, on: str) -> None:
    judge = Judge(random_graph.graph)
    expected = {}
    for person in judge.all("Person"):
        counts = tuple(
            len({node.id for _, node in pairs})
            for pairs in (
                judge.out(person.id, "HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF", on),
                judge.out(person.id, "RESPONSIBLE_FOR", on),
                judge.out(person.id, "LIAISES_WITH", on),
                judge.into(person.id, "ANSWERED_BY", on),
                judge.out(person.id, "MEMBER_OF", on),
            )
        )
        if any(counts):
            expected[person.id] = counts
    found = rows(random_graph, "people/workload", on=on)
    columns = ("units", "matters", "liaises", "tasks", "groups")
    assert {row["person_id"]: tuple(row[column] for column in columns) for row in found} == expected


def test_membership_changes_are_those_between_the_days(random_graph: Opened) -> None:
    judge = Judge(random_graph.graph)
    first, last = "2031-02-15", "2031-06-01"
    expected = set()
    for group in judge.all("Group"):
        for edge, member in judge.into(group.id, "MEMBER_OF"):
            for change, key in (("joined", "possible_from"), ("left", "possible_to")):
                day = str(edge.properties.get(key, ""))
                if first < day <= last:
                    expected.add((day, change, group.id, member.id))
    found = rows(random_graph, "groups/membership-changes", **{"from": first, "to": last})
    assert {(row["day"], row["change"], row["group_id"], row["member_id"]) for row in found} == expected
    assert [row["day"] for row in found] == sorted(str(row["day"]) for row in found)


def test_a_path_never_runs_over_an_edge_that_is_excluded_on_the_day(random_graph: Opened) -> None:
    judge = Judge(random_graph.graph)
    edges = {edge.id: edge for edge in random_graph.graph.edges}
    found_some = False
    for on in DAYS:
        for person in judge.all("Person"):
            for row in rows(
                random_graph, "graph/path", from_kind="Person", to_kind="Task", to="task-0", on=on,
                **{"from": person.id},
            ):  # fmt: skip
                assert all(judge.status(edges[key], on) is not None for key in _ids(row["edges"]))
                found_some = True
    assert found_some


def test_a_list_of_one_place_is_the_list_of_all_places_without_the_others(random_graph: Opened) -> None:
    tried = 0
    for query in catalogue():
        if query.param("jurisdiction") is None or "jurisdiction" not in query.returns or query.param("node_kind"):
            continue
        given = sample_parameters(query) | ({"on": "2031-04-01"} if query.param("on") else {})
        every = rows(random_graph, query.id, **(given | {"jurisdiction": ""}))
        for place in ("990101", "990102"):
            here = rows(random_graph, query.id, **(given | {"jurisdiction": place}))
            assert here == [row for row in every if row["jurisdiction"] == place], query.id
            tried += bool(here)
    assert tried >= 8


def test_a_district_told_by_hand(made_up: Opened) -> None:
    def answer(on: str) -> Row:
        return rows(made_up, "tasks/who-is-responsible", task="task-2", on=on)[0]

    assert (answer("2031-08-28")["verdict"], answer("2031-08-28")["who"]) == ("as_printed", "史进")
    moved = answer("2031-08-29")
    assert (moved["verdict"], moved["who"], moved["since_at_latest"]) == ("moved", "王立", "2031-08-29")
    assert _ids(moved["stand_ins"]) == ["shi"]
    assert moved["amended_by"] is None
    heads = (
        [unit["heads"] for unit in moved["units"] if isinstance(unit, dict)] if isinstance(moved["units"], list) else []
    )
    assert [_ids(each) for each in heads] == [[], ["zhou"]]
    on_the_day = rows(made_up, "groups/roster", group="med", on="2031-10-08")
    assert [(row["role"], row["person"], row["state"]) for row in on_the_day] == [
        ("组长", "高明", "listed"), ("成员", "周正", "stale"), ("成员", None, "unit"),
    ]  # fmt: skip
    day_before = rows(made_up, "groups/roster", group="med", on="2031-10-07")
    assert [row["state"] for row in day_before] == ["listed", "listed", "unit"]
    stale = rows(made_up, "groups/stale-seats", on="2031-10-08")
    assert [_ids(row["post_holders"]) for row in stale] == [["shen"]]
    assert [row["persons"] for row in rows(made_up, "people/homonyms")] != []
    assert [row["jurisdiction"] for row in rows(made_up, "matters/compare", matter="财政", on="2031-09-01")][
        -1
    ] == "990102"


def _ids(items: Value) -> list[str]:
    assert isinstance(items, list)
    return [str(item["id"]) for item in items if isinstance(item, dict)]


def test_the_judge_and_the_store_look_at_one_graph(random_graph: Opened) -> None:
    assert isinstance(random_graph.graph, Graph)
    assert random_graph.store.counts().total == len(random_graph.graph.nodes) + len(random_graph.graph.edges)


#: Queries of a whole place: the label they start at, edge types, and the labels of the other end.
WHOLE = {
    "analysis/people": ("Person", "HEADS|IN_CHARGE_OF|SHARES_CHARGE_OF|LIAISES_WITH|RESPONSIBLE_FOR|MEMBER_OF|"
                        "STANDS_IN_FOR|NAMED_FOR"),
    "analysis/bodies": ("Organisation", "LEADS|CARRIES_OUT|SUPPORTS|MEMBER_OF"),
    "analysis/answers": ("Task", "ANSWERED_BY"),
    "analysis/offices": ("Group", "OFFICE_IN"),
}  # fmt: skip


@pytest.mark.parametrize("place", ["", "990102"])
@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("query", WHOLE)
def test_an_analysis_reads_just_the_ties_of_the_day_and_place(
    random_graph: Opened, query: str, on: str, place: str
) -> None:
    label, types = WHOLE[query]
    judge = Judge(random_graph.graph)
    wanted = {
        (start.id, edge.type, edge.id, node.id, judge.status(edge, on))
        for start in judge.all(label)
        if place in ("", told(start, "jurisdiction"))
        for edge, node in judge.out(start.id, types, on)
    }
    got = {
        (row["who_id"], row["edge"], row["edge_id"], row["object_id"], row["status"])
        for row in rows(random_graph, query, on=on, jurisdiction=place)
    }
    assert got == wanted


def test_names_of_several_places_are_those_the_graph_has(random_graph: Opened) -> None:
    judge = Judge(random_graph.graph)
    places: dict[str, set[str]] = {}
    for person in judge.all("Person"):
        places.setdefault(str(told(person, "name")), set()).add(str(told(person, "jurisdiction")))
    wanted = {name for name, some in places.items() if len(some) > 1}
    assert {row["person"] for row in rows(random_graph, "analysis/namesakes")} == wanted


@pytest.mark.parametrize("on", DAYS)
def test_papers_are_counted_once_up_to_the_day(random_graph: Opened, on: str) -> None:
    known = [
        day
        for paper in Judge(random_graph.graph).all("Document")
        if (day := told(paper, "effective_day")) and str(day) <= on
    ]
    got = rows(random_graph, "analysis/papers", on=on)
    assert sum(int(str(row["papers"])) for row in got) == len(known)
    assert {row["from"] for row in got} == {str(day)[:7] for day in known}
