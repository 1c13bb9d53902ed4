"""What a store holds: nodes and edges as plain values, shaped by `graph/ontology.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

PropertyValue = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label, its id (unique in the graph), its properties (never None; what is unknown is left out)."""

    label: str
    id: str
    properties: dict[str, PropertyValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from `start` to `end` (ids with their labels), with an id of its own and its properties."""

    type: str
    id: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: dict[str, PropertyValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole projection, sorted by id so that equal ledgers give byte-equal exports."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
        """Sort and take each id once (the first of equals)."""
        by_id: dict[str, Node] = {}
        for node in nodes:
            by_id.setdefault(node.id, node)
        edges_by_id: dict[str, Edge] = {}
        for edge in edges:
            edges_by_id.setdefault(edge.id, edge)
        return cls(tuple(by_id[key] for key in sorted(by_id)), tuple(edges_by_id[key] for key in sorted(edges_by_id)))
