"""The projection: shaped by the ontology, complete, sorted, with a statement behind everything."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.elements import Edge, Graph
from graph.identity import ResolvedIdentity, resolve
from graph.ontology import ontology
from graph.projection import project
from graph.projection.builder import evidence_id
from graph.statements import Event, Portfolio, Source, StandIn, Statement
from graph.timeline import fold
from loaders.tables import read_tables
from tests.stories.reader import read
from tests.stories.test_stories import STORIES

PLACE = "150602"


def graph_of(statements: list[Statement]) -> Graph:
    identity = resolve(statements)
    return project(statements, identity, fold(statements, identity))


@pytest.fixture(scope="module")
def statements(shared: Path) -> list[Statement]:
    return read_tables(shared / "gold" / "dongsheng-2023-q3", jurisdiction=PLACE, strict=False)


@pytest.fixture(scope="module")
def graph(statements: list[Statement]) -> Graph:
    return graph_of(statements)


def edges(graph: Graph, edge_type: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == edge_type]


def names(graph: Graph) -> dict[str, str]:
    return {node.id: str(node.properties["name"]) for node in graph.nodes}


def test_the_gazette_fits_the_ontology(graph: Graph) -> None:
    assert ontology().problems_of(graph) == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_story_fits_the_ontology_and_rests_on_evidence(path: Path) -> None:
    graph = graph_of(read(path).statements)
    assert ontology().problems_of(graph) == []
    evidence = {node.id for node in graph.nodes if node.label == "Evidence"}
    for edge in graph.edges:
        for name in ("evidence", "ended_by", "because_of"):
            rests = edge.properties.get(name, [])
            assert isinstance(rests, list)
            assert set(rests) <= evidence, (edge.type, name)


#: What `groups/stale-seats`, `groups/pending` and `documents/to-be-adjusted` start from, instead of from all seats there ever were.
_FOUND = {
    "stale": "seat-stale", "check": "seat-check", "pending_unit": "seat-pending", "pending_approval": "seat-pending",
}  # fmt: skip
_DAYS = ("valid_from", "valid_to", "possible_from", "possible_to")


def _waiting(graph: Graph) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """The fillings that wait for a paper, and the findings about seats, both as kind, seat and days."""

    def days(properties: Mapping[str, object]) -> tuple[object, ...]:
        return tuple(properties.get(name, "") for name in _DAYS)

    found = {node.id: node.properties for node in graph.nodes if node.label == "Finding"}
    about = {
        (found[edge.start]["kind"], edge.end, *days(found[edge.start]))
        for edge in edges(graph, "ABOUT")
        if edge.end_label == "Seat"
    }
    waiting = {
        (kind, edge.end, *days(edge.properties))
        for edge in edges(graph, "FILLS")
        if (kind := _FOUND.get(str(edge.properties["state"])))
    }
    return waiting, about


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_filling_that_waits_for_a_paper_has_its_finding_of_the_same_days(path: Path) -> None:
    waiting, about = _waiting(graph_of(read(path).statements))
    assert waiting <= about


def test_the_gazette_has_such_fillings(graph: Graph) -> None:
    waiting, about = _waiting(graph)
    assert len(waiting) >= 6
    assert waiting <= about


def test_one_evidence_a_statement(graph: Graph, statements: list[Statement]) -> None:
    identity: ResolvedIdentity = resolve(statements)
    wanted = {evidence_id(identity.statement_id(statement)) for statement in statements}
    assert {node.id for node in graph.nodes if node.label == "Evidence"} == wanted
    assert len(edges(graph, "QUOTES")) == len(wanted)


def test_every_edge_with_provenance_says_what_it_rests_on(graph: Graph) -> None:
    schema = ontology()
    bare = Counter(
        edge.type for edge in graph.edges if schema.edges[edge.type].evidence and not edge.properties.get("evidence")
    )
    assert bare == {}


def test_the_order_of_statements_does_not_matter(graph: Graph, statements: list[Statement]) -> None:
    shuffled = list(statements)
    random.Random(7).shuffle(shuffled)  # noqa: S311  # no secret, an order
    identity = resolve(statements)
    assert project(shuffled, identity, fold(shuffled, identity)) == graph


def test_answers_of_a_task_over_time(graph: Graph) -> None:
    called = names(graph)
    task = next(
        node for node in graph.nodes if node.label == "Task" and node.properties["name"] == "强化科技创新政策支撑"
    )
    answers = sorted(
        (edge for edge in edges(graph, "ANSWERED_BY") if edge.start == task.id),
        key=lambda edge: str(edge.properties["valid_from"]),
    )
    told = [(edge.properties["verdict"], called[edge.end], edge.properties["valid_from"]) for edge in answers]
    assert told == [("as_printed", "史雪松", "2023-07-17"), ("moved", "王志", "2023-08-29")]
    assert answers[0].properties["possible_to"] == "2023-08-29"
    assert answers[1].properties["since_at_latest"] == "2023-08-29"
    assert answers[1].properties["named_leader"] == "史雪松"
    assert answers[1].properties["through"] == "区工信和科技局"
    assert "amended_by" not in answers[1].properties


def test_a_mutual_pair_gives_two_edges(graph: Graph) -> None:
    called = names(graph)
    pairs = {(called[edge.start], called[edge.end]) for edge in edges(graph, "STANDS_IN_FOR")}
    assert {("杜娟", "高明"), ("高明", "杜娟")} <= pairs
    assert len(pairs) == 8


def test_counts_of_the_gazette(graph: Graph) -> None:
    labels = Counter(node.label for node in graph.nodes)
    assert labels["Task"] == 30
    assert labels["Group"] == 9
    assert labels["Issue"] == 1
    plans = Counter(str(node.properties["kind"]) for node in graph.nodes if node.label == "Plan")
    assert plans["emergency"] == 67
    assert plans["tasks"] == 1
    assert len(edges(graph, "HAS_TASK")) == 30
    assert len(edges(graph, "NAMED_FOR")) == 30
    assert len(edges(graph, "LEADS")) == 30
    assert len(edges(graph, "CARRIES_OUT")) == 104


def test_the_seats_of_a_state_are_edges_of_their_own(graph: Graph) -> None:
    called = names(graph)
    own = [edge for edge in edges(graph, "FILLS") if called[edge.start] == "韩啸"]
    assert sorted(str(edge.properties["state"]) for edge in own) == ["listed", "stale"]
    stale = next(edge for edge in own if edge.properties["state"] == "stale")
    assert stale.properties["valid_from"] == "2023-09-06"
    assert stale.properties["because_of"]
    assert "孙胜林" in str(stale.properties["explanation"])
    shortcut = [edge for edge in edges(graph, "MEMBER_OF") if called[edge.start] == "韩啸"]
    assert sorted(str(edge.properties["state"]) for edge in shortcut) == ["listed", "stale"]


def test_an_event_without_a_year_shows_its_day_as_printed_and_dates_nothing() -> None:
    source = Source(
        jurisdiction=PLACE, doc_id="甲校动态", file="a.txt", quote="8月20日，副局长丁一来校", start=0, end=13
    )
    graph = graph_of(
        [Event(source=source, date_from="8月20日", date_to="8月21日", persons=("丁一|副局长",), activity="来校")]
    )
    assert ontology().problems_of(graph) == []
    (event,) = [node.properties for node in graph.nodes if node.label == "Event"]
    assert event["day_printed"] == "8月20日至8月21日"
    assert "date_from" not in event
    assert "date_to" not in event
    assert not [edge for edge in edges(graph, "HOLDS") if edge.properties.get("valid_from")]


def test_where_no_paper_names_a_body_nobody_heads_its_place_and_no_body_stands_without_words() -> None:
    source = Source(jurisdiction="500000", doc_id="分工", quote="主持局全面工作")
    pair = Source(jurisdiction="x-石桥镇", doc_id="AB岗", quote="副镇长夏侯淳、党政办主任令狐平")
    graph = graph_of(
        [
            Portfolio(
                person="辉光远", order=1, relation="主持", object="局全面工作", object_kind="matter", source=source
            ),
            Portfolio(
                person="汪子发", order=2, relation="分管", object="城乡规划", object_kind="matter", source=source
            ),
            StandIn(
                person_a="夏侯淳", person_b="令狐平", rank="B", fallback="由党政办报书记、镇长临时指定", source=pair
            ),
        ]
    )
    assert ontology().problems_of(graph) == []
    assert edges(graph, "HEADS") == []
    shown = names(graph)
    assert {shown[edge.end]: edge.properties["relation"] for edge in edges(graph, "RESPONSIBLE_FOR")} == {
        "局全面工作": "主持", "城乡规划": "分管",
    }  # fmt: skip
    assert [edge for edge in edges(graph, "PART_OF") if not edge.properties.get("evidence")] == []
