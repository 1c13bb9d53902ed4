"""What every store must do, said once and run on each backend."""

from __future__ import annotations

import pytest

from core.errors import ConfigError, NotFoundError, StoreBusyError, StoreCorruptError, StoreError
from core.settings import Settings
from graph.elements import Edge, Graph, Node
from graph.stores import graph_home
from graph.stores.contents import snapshot
from graph.stores.difference import difference
from graph.stores.store import Counts, GraphHome
from tests.graph.made_up import district, shaken


def test_what_was_published_comes_back_whole(home: GraphHome) -> None:
    for version, graph in (("1", district()), ("2", shaken(7))):
        home.publish(graph, version=version)
        store = home.open()
        try:
            assert store.version() == version
            assert store.counts() == Counts.of(graph)
            assert snapshot(store) == graph
        finally:
            store.close()


def test_nothing_published_says_so(home: GraphHome) -> None:
    assert home.version() == ""
    with pytest.raises(NotFoundError) as caught:
        home.open()
    assert caught.value.code == "NO-GRAPH"
    assert "dutygraph load" in caught.value.remedy


def test_publishing_again_replaces_changes_and_deletes(home: GraphHome) -> None:
    home.publish(district(), version="1")
    before = district()
    changed = [
        Node(node.label, node.id, {**node.properties, "name": "史进之"}) if node.id == "shi" else node
        for node in before.nodes
        if node.id != "money"
    ]
    bare = [
        Node(node.label, node.id, {key: value for key, value in node.properties.items() if key != "level"})
        for node in changed
    ]
    edges = [edge for edge in before.edges if edge.end != "money"]
    turned = [
        Edge(edge.type, edge.id, "Person", "du", edge.end_label, edge.end, edge.properties)
        if edge.type == "HEADS"
        else edge
        for edge in edges
    ]
    after = Graph.of([*bare, Node("Person", "new", {"id": "new", "name": "新人"})], turned)
    home.publish(after, version="2")
    store = home.open()
    try:
        assert snapshot(store) == after
        assert home.version() == store.version() == "2"
    finally:
        store.close()


def test_a_difference_gives_what_publishing_the_whole_gives(home: GraphHome) -> None:
    before, after = shaken(3), shaken(4)
    home.publish(before, version="1")
    reader = home.open()
    home.change(difference(before, after), Counts.of(after), before="1", version="2")
    store = home.open()
    try:
        assert snapshot(store) == after
        assert home.version() == store.version() == "2"
        assert reader.version() == ("1" if home.backend == "embedded" else "2")
    finally:
        store.close()
        reader.close()


def test_a_difference_that_does_not_count_up_or_fit_leaves_the_graph(home: GraphHome) -> None:
    before, after = shaken(3), shaken(4)
    home.publish(before, version="1")
    with pytest.raises(StoreCorruptError):
        home.change(difference(before, after), Counts({}, {}), before="1", version="2")
    with pytest.raises(StoreBusyError):
        home.change(difference(before, after), Counts.of(after), before="0", version="2")
    store = home.open()
    try:
        assert store.version() == "1"
        assert snapshot(store) == before
    finally:
        store.close()


def test_two_stores_are_opened_and_closed_apart(home: GraphHome) -> None:
    home.publish(district(), version="1")
    one, other = home.open(), home.open()
    one.close()
    one.close()
    assert other.run("MATCH (p:Person {id: 'gao'}) RETURN p.name AS name", {}) == [{"name": "高明"}]
    other.close()
    with pytest.raises(StoreError):
        other.run("RETURN 1 AS one", {})


def test_an_edge_without_its_end_is_refused_and_the_old_graph_stays(home: GraphHome) -> None:
    home.publish(district(), version="1")
    dangling = Edge("HOLDS", "h", "Person", "nobody", "Post", "fin-head", {"id": "h"})
    broken = Graph.of(district().nodes, [*district().edges, dangling])
    with pytest.raises(StoreError):
        home.publish(broken, version="2")
    store = home.open()
    try:
        assert store.version() == "1"
        assert snapshot(store) == district()
    finally:
        store.close()


def test_an_unknown_label_never_reaches_a_text(home: GraphHome) -> None:
    with pytest.raises(ConfigError):
        home.publish(Graph.of([Node("Person) DETACH DELETE (m", "x", {"id": "x", "name": "x"})], ()), version="1")
    assert home.version() == ""


def test_an_unknown_store_is_refused_with_what_is_possible() -> None:
    with pytest.raises(ConfigError) as caught:
        graph_home(Settings(store="oracle://x"))
    assert "neo4j://" in caught.value.remedy


def test_a_query_past_its_time_is_ended(store_settings: Settings) -> None:
    home = graph_home(store_settings.model_copy(update={"query_seconds": 0.3}))
    crowd = [Node("Person", f"p{number}", {"id": f"p{number}", "name": "甲"}) for number in range(2_000)]
    home.publish(Graph.of(crowd, ()), version="1")
    store = home.open()
    text = "MATCH (a:Person) MATCH (b:Person) MATCH (c:Person) WHERE a.id < b.id AND b.id < c.id RETURN count(*) AS n"
    try:
        with pytest.raises(StoreError) as caught:
            store.run(text, {})
        assert caught.value.code == "QUERY-TIMEOUT"
        assert store.run("MATCH (p:Person {id: 'p1'}) RETURN p.id AS id", {}) == [{"id": "p1"}]
    finally:
        store.close()
        home.close()
