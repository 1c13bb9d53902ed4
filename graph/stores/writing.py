"""The statements that apply a difference, in the one dialect that both stores take. Each may be repeated without harm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.elements import Edge, Node
from graph.ontology import ontology
from graph.stores.difference import Difference
from graph.stores.store import Value

#: Rows one statement writes.
BATCH = 5_000


def batches(rows: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The rows, so many at a time."""
    for first in range(0, len(rows), BATCH):
        yield rows[first : first + BATCH]


def statements(change: Difference) -> Iterator[tuple[str, list[Value]]]:
    """The texts with their rows, in the order in which they are run."""
    schema = ontology()
    for (kind, a, b), edges in _by_ends(change.gone_edges):
        match = f"MATCH (a:{a} {{id: row.a}})-[r:{kind} {{id: row.id}}]->(b:{b} {{id: row.b}})"
        yield f"UNWIND $rows AS row {match} DELETE r", [_edge_row(edge) for edge in edges]
    for label, nodes in _by_label(change.gone_nodes):
        text = f"UNWIND $rows AS row MATCH (n:{schema.label(label)} {{id: row.id}}) DETACH DELETE n"
        yield text, [{"id": node.id} for node in nodes]
    for label, nodes in _by_label(change.nodes):
        text = f"UNWIND $rows AS row MERGE (n:{schema.label(label)} {{id: row.id}}) SET n = row.props"
        yield text, [{"id": node.id, "props": _properties(node)} for node in nodes]
    for (kind, a, b), edges in _by_ends(change.edges):
        text = (
            f"UNWIND $rows AS row MATCH (a:{a} {{id: row.a}}) MATCH (b:{b} {{id: row.b}})"
            f" MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.props"
        )
        yield text, [_edge_row(edge) for edge in edges]


def _edge_row(edge: Edge) -> Value:
    return {"a": edge.start, "b": edge.end, "id": edge.id, "props": _properties(edge)}


def _properties(element: Node | Edge) -> Value:
    properties: dict[str, Value] = {"id": element.id}
    for key, value in element.properties.items():
        properties[key] = list(value) if isinstance(value, list) else value
    return properties


def _by_label(nodes: Sequence[Node]) -> list[tuple[str, list[Node]]]:
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append(node)
    return sorted(groups.items())


def _by_ends(edges: Sequence[Edge]) -> list[tuple[tuple[str, str, str], list[Edge]]]:
    schema = ontology()
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        key = (schema.edge_type(edge.type), schema.label(edge.start_label), schema.label(edge.end_label))
        groups[key].append(edge)
    return sorted(groups.items())
