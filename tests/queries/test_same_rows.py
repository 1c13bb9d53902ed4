"""Every canned query gives equal rows on both stores, and plans well on a real Neo4j."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase

from core.settings import Settings
from graph.stores import graph_home
from graph.stores.contents import snapshot
from graph.stores.store import Store, Value
from queries.catalogue import catalogue
from queries.header import Query
from tests.graph.made_up import district
from tests.neo4j_server import server
from tests.queries.conftest import COMPARED, Opened
from tests.queries.test_catalogue import sample_parameters

pytestmark = pytest.mark.neo4j

#: Operators that look at every node or relationship there is.
SCANS = {"AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "DirectedAllRelationshipsScan",
         "UndirectedAllRelationshipsScan", "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan"}  # fmt: skip
#: A label, a relationship type or a property that the small graph happens not to have.
HARMLESS = {"01N50", "01N51", "01N52"}


@pytest.fixture(scope="module")
def neo4j_settings() -> Settings:
    return server.settings()


@pytest.fixture
def on_server(neo4j_settings: Settings) -> Iterator[Store]:
    home = graph_home(neo4j_settings)
    home.publish(district(), version="1")
    store = home.open()
    yield store
    store.close()
    home.close()


def test_every_query_gives_equal_rows_on_both_stores(
    made_up: Opened, neo4j_settings: Settings, on_server: Store
) -> None:
    filled = 0
    for query in catalogue():
        given = sample_parameters(query)
        here = catalogue().run(made_up.store, query.id, given).rows
        there = catalogue().run(on_server, query.id, given).rows
        assert _text(here) == _text(there), query.id
        filled += bool(here)
    COMPARED.append(f"{len(catalogue())} canned queries compared on {server.description(neo4j_settings)}")
    # Rows that are both empty prove little.
    assert filled >= len(catalogue()) * 3 // 4


def test_the_plans_of_keyed_queries_look_at_no_whole_label_and_no_query_is_warned_of(
    neo4j_settings: Settings, on_server: Store
) -> None:
    assert on_server.version() == "1"
    password = neo4j_settings.store_password.get_secret_value()
    with GraphDatabase.driver(neo4j_settings.store, auth=(neo4j_settings.store_user, password)) as driver:
        for query in catalogue():
            labels = {param.name: "Person" for param in query.params if param.type == "label"}
            given = {key: value for key, value in query.bind(sample_parameters(query)).items() if key not in labels}
            _, summary, _ = driver.execute_query(f"EXPLAIN {query.cypher(labels)}", given)
            seen = _operators(summary.plan)
            assert seen, query.id
            if query.cost == "keyed":
                assert seen.isdisjoint(SCANS), query.id
            told = [status.gql_status for status in summary.gql_status_objects if status.is_notification]
            assert set(told) <= HARMLESS, query.id


def test_random_graphs_give_equal_rows_and_equal_bytes(random_graph: Opened, neo4j_settings: Settings) -> None:
    home = graph_home(neo4j_settings)
    home.publish(random_graph.graph, version="random")
    store = home.open()
    try:
        assert snapshot(store) == snapshot(random_graph.store) == random_graph.graph
        unlike = [
            (query.id, given)
            for query in catalogue()
            for given in _parameters(query, random_graph)
            if _text(catalogue().run(random_graph.store, query.id, given).rows)
            != _text(catalogue().run(store, query.id, given).rows)
        ]
        assert not unlike, "\n".join(f"{query}: {given}" for query, given in unlike)
    finally:
        store.close()
        home.close()


def _parameters(query: Query, opened: Opened) -> Iterator[dict[str, Value]]:
    """The sample parameters with ids that the graph has, on two days."""
    ids = {label: f"{label.lower()}-1" for label in ("Person", "Task")}
    for on in ("2031-03-01", "2031-07-01"):
        given = sample_parameters(query)
        for param in query.params:
            if param.type == "id" and param.required:
                given[param.name] = f"{param.kinds[0].lower()}-1" if param.kinds else ids["Person"]
            elif param.type == "ids":
                given[param.name] = ["evidence-0", "evidence-1"]
            elif param.name == "on":
                given["on"] = on
            elif param.name == "jurisdiction" and on > "2031-05":
                given["jurisdiction"] = "990101"
        if query.id == "graph/path":
            given["to"] = ids["Task"]
        yield given


def _operators(plan: dict[str, object] | None) -> set[str]:
    if plan is None:
        return set()
    found = {str(plan["operatorType"]).partition("@")[0]}
    children = plan.get("children", [])
    assert isinstance(children, list)
    return found.union(*(_operators(child) for child in children))


def _text(rows: list[dict[str, Value]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)
