"""What is of one place is written together, whatever the ids, and nothing is lost or doubled."""

from __future__ import annotations

from itertools import groupby

from graph.elements import Edge, Graph, Node
from graph.stores.order import by_place


def _graph() -> Graph:
    nodes = [
        *(Node("Person", f"person-{n}", {"name": "甲", "jurisdiction": f"place-{n % 3}"}) for n in range(9)),
        *(Node("Document", f"paper-{n}", {"name": "乙", "jurisdiction": f"place-{n % 3}"}) for n in range(6)),
        *(Node("Evidence", f"words-{n}", {"name": "丙", "document": f"paper-{n % 6}"}) for n in range(12)),
        *(Node("Group", f"group-{n}", {"name": "丁", "jurisdiction": f"place-{n}"}) for n in range(3)),
        *(Node("Seat", f"seat-{n}", {"name": "戊"}) for n in range(6)),
        Node("Name", "name-alone", {"name": "己"}),
    ]
    seats = [Edge("OF_GROUP", f"of-{n}", "Seat", f"seat-{n}", "Group", f"group-{n % 3}") for n in range(6)]
    fills = [Edge("FILLS", f"fills-{n}", "Person", f"person-{n}", "Seat", f"seat-{n % 6}") for n in range(9)]
    return Graph.of(nodes, [*seats, *fills])


def test_what_is_of_one_place_lies_together() -> None:
    graph = _graph()
    nodes, edges = by_place(graph)
    assert sorted(node.id for node in nodes) == [node.id for node in graph.nodes]
    assert sorted(edge.id for edge in edges) == [edge.id for edge in graph.edges]
    people = [node.properties["jurisdiction"] for node in nodes if node.label == "Person"]
    assert people == sorted(people, key=str)
    papers = [node.properties["document"] for node in nodes if node.label == "Evidence"]
    assert len(list(groupby(papers))) == 6
    assert [node.id for node in nodes if node.label == "Seat"] == [f"seat-{n}" for n in (0, 3, 1, 4, 2, 5)]
    starts = [edge.start for edge in edges if edge.type == "FILLS"]
    assert starts == [node.id for node in nodes if node.label == "Person"]


def test_an_edge_that_starts_at_nothing_is_kept_to_be_found_out() -> None:
    lost = Edge("FILLS", "lost", "Person", "nobody", "Seat", "seat-0")
    assert lost in by_place(Graph.of(_graph().nodes, [lost]))[1]
