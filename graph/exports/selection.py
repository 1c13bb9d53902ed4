"""Part of a graph: what may hold on a day, what belongs to a place. What stays keeps the papers and words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graph.days import Interval
from graph.elements import Edge, Graph, Node, PropertyValue

#: What is kept for what it supports, never for itself.
_SUPPORT: Final = frozenset({"Evidence", "Name"})
#: Things without a place of their own: they belong where what they are joined to belongs.
_PLACELESS: Final = frozenset({"Seat", "Subsidy", "Issue"})


def on_day(graph: Graph, on: str) -> Graph:
    """What is not excluded on a day (the possible interval of `graph.days`); an undated thing is not excluded.

    A paper that no longer counts stays if something that holds rests on it.
    """
    nodes = [node for node in graph.nodes if node.label not in _SUPPORT and _may_hold(node.properties, on)]
    return _supported(graph, nodes, [edge for edge in graph.edges if _may_hold(edge.properties, on)])


def of_place(graph: Graph, jurisdiction: str) -> Graph:
    """What belongs to a place by its division code, and what that is joined to, one step beyond the border.

    An unknown code gives an empty graph.
    """
    own = {
        node.id
        for node in graph.nodes
        if node.id == jurisdiction or node.properties.get("jurisdiction") == jurisdiction
    }
    joined = [edge for edge in graph.edges if edge.type != "QUOTES" and (edge.start in own or edge.end in own)]
    placeless = {node.id for node in graph.nodes if node.label in _PLACELESS}
    own |= {end for edge in joined for end in (edge.start, edge.end) if end in placeless}
    edges = [edge for edge in graph.edges if edge.type != "QUOTES" and (edge.start in own or edge.end in own)]
    kept = own | {end for edge in edges for end in (edge.start, edge.end)}
    nodes = [node for node in graph.nodes if node.id in kept and node.label not in _SUPPORT]
    return _supported(graph, nodes, edges)


def _may_hold(properties: dict[str, PropertyValue], on: str) -> bool:
    days = {name: str(properties.get(name, "")) for name in ("valid_from", "valid_to", "possible_from", "possible_to")}
    return Interval(**days).status(on) is not None


def _supported(graph: Graph, nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """Nodes with the edges between them, the names they go by, the words they rest on, and the papers of those words."""
    kept = {node.id: node for node in nodes}
    names = {node.id: node for node in graph.nodes if node.label == "Name"}
    linking = [edge for edge in edges if edge.start in kept and (edge.end in kept or edge.end in names)]
    kept |= {edge.end: names[edge.end] for edge in linking if edge.end in names}
    cited = {each for some in (kept.values(), linking) for element in some for each in _cited(element)}
    words = {node.id: node for node in graph.nodes if node.id in cited}
    papers = {
        str(each.properties["document"]) for each in (*kept.values(), *words.values()) if "document" in each.properties
    }
    kept |= words | {node.id: node for node in graph.nodes if node.id in papers}
    quoting = [edge for edge in graph.edges if edge.type == "QUOTES" and edge.start in words and edge.end in kept]
    return Graph.of(kept.values(), [*linking, *quoting])


def _cited(element: Node | Edge) -> Iterator[str]:
    for name in ("evidence", "ended_by", "because_of"):
        value = element.properties.get(name, [])
        yield from value if isinstance(value, list) else []
