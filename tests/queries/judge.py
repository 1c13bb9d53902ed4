"""A plain-Python judge: what a canned query must find, told by walking over nodes and edges one by one.

It knows time only by `Interval.status`, and nothing of Cypher.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.days import Interval
from graph.elements import Edge, Graph, Node, PropertyValue


class Judge:
    """Looks at a graph on a day."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.nodes = {node.id: node for node in graph.nodes}

    def status(self, element: Node | Edge, on: str) -> str | None:
        """How sure an element is on a day; None if it is excluded."""
        days = [element.properties.get(key, "") for key in ("valid_from", "valid_to", "possible_from", "possible_to")]
        return Interval(*(str(day) for day in days)).status(on)

    def out(self, start: str, types: str, on: str = "") -> Iterator[tuple[Edge, Node]]:
        """Edges of some types that leave a node, with their ends; on a day only those not excluded."""
        for edge in self._graph.edges:
            if edge.start == start and edge.type in types.split("|") and self._counts(edge, on):
                yield edge, self.nodes[edge.end]

    def into(self, end: str, types: str, on: str = "") -> Iterator[tuple[Edge, Node]]:
        """Edges of some types that reach a node, with their starts."""
        for edge in self._graph.edges:
            if edge.end == end and edge.type in types.split("|") and self._counts(edge, on):
                yield edge, self.nodes[edge.start]

    def all(self, label: str) -> list[Node]:
        """The nodes of a label."""
        return [node for node in self._graph.nodes if node.label == label]

    def _counts(self, edge: Edge, on: str) -> bool:
        return not on or self.status(edge, on) is not None


def told(element: Node | Edge, key: str) -> PropertyValue | None:
    """A property, or None."""
    return element.properties.get(key)
