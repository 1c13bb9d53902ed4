"""The difference of two graphs, applied, is the new graph."""

from __future__ import annotations

from graph.elements import Edge, Graph, Node
from graph.stores.difference import Difference, difference
from tests.graph.made_up import district, shaken


def applied(change: Difference, old: Graph) -> Graph:
    gone = {edge.id for edge in change.gone_edges} | {node.id for node in change.gone_nodes}
    kept_nodes = [node for node in old.nodes if node.id not in gone]
    kept_edges = [edge for edge in old.edges if edge.id not in gone]
    assert all(edge.start not in gone and edge.end not in gone for edge in kept_edges if edge.id not in gone)
    return Graph.of([*change.nodes, *kept_nodes], [*change.edges, *kept_edges])


def test_equal_graphs_need_nothing() -> None:
    assert difference(district(), district()).size == 0


def test_an_id_among_the_properties_makes_no_difference() -> None:
    bare = Graph.of(
        (Node(n.label, n.id, {k: v for k, v in n.properties.items() if k != "id"}) for n in district().nodes), ()
    )
    assert difference(Graph.of(district().nodes, ()), bare).size == 0


def test_any_difference_applied_gives_the_new_graph() -> None:
    graphs = [Graph((), ()), district(), shaken(1), shaken(2, nodes=3), shaken(3, edges=2)]
    for old in graphs:
        for new in graphs:
            assert applied(difference(old, new), old) == new


def test_an_edge_that_changes_its_end_is_deleted_first() -> None:
    nodes = [Node("Person", key, {"id": key, "name": key}) for key in "ab"] + [
        Node("Post", "p", {"id": "p", "name": "p"})
    ]
    old = Graph.of(nodes, [Edge("HOLDS", "h", "Person", "a", "Post", "p", {"id": "h"})])
    new = Graph.of(nodes, [Edge("HOLDS", "h", "Person", "b", "Post", "p", {"id": "h"})])
    change = difference(old, new)
    assert [edge.start for edge in change.gone_edges] == ["a"]
    assert [edge.start for edge in change.edges] == ["b"]
