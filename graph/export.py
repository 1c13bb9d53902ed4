"""A graph as files: nodes and edges sorted by id, byte-equal for equal ledgers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from core.errors import InputError
from graph.cells import as_cell
from graph.elements import Edge, Graph, Node, PropertyValue

Format = Literal["jsonl", "csv", "turtle"]

#: The formats by the names people give.
FORMATS: dict[str, Format] = {"jsonl": "jsonl", "csv": "csv", "turtle": "turtle"}
_NODE = ("label", "id")
_EDGE = ("type", "id", "start_label", "start", "end_label", "end")
#: A cell that begins so would run as a formula in a spreadsheet; people open exports there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(graph: Graph, form: Format, out: Path) -> tuple[Path, ...]:
    """Write a graph to `out`: `jsonl` one file of nodes, then edges; `csv` a folder with `nodes.csv` and `edges.csv`; `turtle` one file of
    linked data.

    The bytes depend on the graph alone. Returns the files written. Raises `InputError` (`EXPORT-UNWRITABLE`).
    """
    try:
        if form == "jsonl":
            out.parent.mkdir(parents=True, exist_ok=True)
            with out.open("w", encoding="utf-8", newline="\n") as handle:
                handle.writelines(jsonl(graph))
            return (out,)
        if form == "turtle":
            from graph.turtle import turtle

            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(turtle(graph), encoding="utf-8")
            return (out,)
        out.mkdir(parents=True, exist_ok=True)
        (out / "nodes.csv").write_bytes(_csv(_NODE, graph.nodes))
        (out / "edges.csv").write_bytes(_csv(_EDGE, graph.edges))
    except OSError as error:
        raise InputError(
            f"{out.name}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个位置 | choose another place",
            code="EXPORT-UNWRITABLE",
        ) from error
    return out / "nodes.csv", out / "edges.csv"


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


def _line(record: dict[str, str | dict[str, PropertyValue]]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _csv(head: tuple[str, ...], elements: Iterable[Node | Edge]) -> bytes:
    """Head columns, then every property that occurs, by name; a missing property is an empty cell."""
    rows = sorted(elements, key=_by_id)
    names = sorted({name for row in rows for name in row.properties})
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([*head, *names])
    for row in rows:
        writer.writerow(
            [*(getattr(row, name) for name in head), *(_guarded(row.properties.get(name, "")) for name in names)]
        )
    return buffer.getvalue().encode("utf-8")


def _guarded(value: PropertyValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    cell = as_cell(tuple(value) if isinstance(value, list) else value)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _by_id(element: Node | Edge) -> tuple[str, str]:
    return element.id, element.label if isinstance(element, Node) else element.type
