"""The graph as it is: JSON lines, and two CSV tables of nodes and edges. Sorted by id, nothing left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from graph.cells import as_cell
from graph.elements import Edge, Graph, Node, PropertyValue

_NODE = ("label", "id")
_EDGE = ("type", "id", "start_label", "start", "end_label", "end")
#: A cell that begins so would run as a formula in a spreadsheet; people open exports there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def jsonl(graph: Graph) -> Iterator[str]:
    """One JSON object a line: every node (`"node"` holds its label), then every edge (`"edge"` its type)."""
    for node in sorted(graph.nodes, key=_by_id):
        yield _line({"node": node.label, "id": node.id, "properties": node.properties})
    for edge in sorted(graph.edges, key=_by_id):
        yield _line(
            {
                "edge": edge.type,
                "id": edge.id,
                "start": edge.start,
                "start_label": edge.start_label,
                "end": edge.end,
                "end_label": edge.end_label,
                "properties": edge.properties,
            }
        )


def nodes_csv(graph: Graph) -> bytes:
    """A row a node: label, id, then every property that occurs, by name; a missing property is an empty cell."""
    return _csv(_NODE, graph.nodes)


def edges_csv(graph: Graph) -> bytes:
    """A row an edge: type, id, both ends, then every property that occurs."""
    return _csv(_EDGE, graph.edges)


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of text as CSV, guarded against formulas."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(record: dict[str, str | dict[str, PropertyValue]]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _csv(head: tuple[str, ...], elements: Iterable[Node | Edge]) -> bytes:
    rows = sorted(elements, key=_by_id)
    names = sorted({name for row in rows for name in row.properties if name not in head})
    lines = [
        [*(getattr(row, name) for name in head), *(_cell(row.properties.get(name, "")) for name in names)]
        for row in rows
    ]
    return csv_bytes([[*head, *names], *lines])


def _cell(value: PropertyValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return as_cell(tuple(value) if isinstance(value, list) else value)


def _by_id(element: Node | Edge) -> tuple[str, str]:
    return element.id, element.label if isinstance(element, Node) else element.type
