"""The graph as three Parquet tables: nodes, edges, statements. Every property is a column of its one type."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ontology import PropertyType, ontology

#: Days stay text: a paper may print a month or a year, and the length of the text is how exact it is.
_TYPES: Final[dict[PropertyType, pa.DataType]] = {
    "string": pa.string(), "day": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
}  # fmt: skip
_NODE, _EDGE = ("label", "id"), ("type", "id", "start_label", "start", "end_label", "end")


def nodes(graph: Graph) -> bytes:
    """All nodes but the statements: label, id, and every property a label may have."""
    kinds = [label for label in ontology().nodes if label != "Evidence"]
    names = _names(ontology().node_properties(label) for label in kinds)
    return _table(_NODE, names, [node for node in graph.nodes if node.label != "Evidence"])


def edges(graph: Graph) -> bytes:
    """All edges: type, id, both ends, and every property an edge may have."""
    return _table(_EDGE, _names(ontology().edge_properties(name) for name in ontology().edges), graph.edges)


def statements(graph: Graph) -> bytes:
    """One row a statement that was read: its words, their place, the rule that read them, how sure it is."""
    names = _names([ontology().node_properties("Evidence")])
    return _table(("id",), names, [node for node in graph.nodes if node.label == "Evidence"])


def _names(properties: Iterable[Sequence[str]]) -> list[str]:
    found = {name for some in properties for name in some if name != "id"}
    return [name for name in ontology().properties if name in found]


def _table(head: Sequence[str], names: Sequence[str], elements: Sequence[Node | Edge]) -> bytes:
    fields = [pa.field(name, pa.string(), nullable=False) for name in head]
    fields += [_field(name) for name in names]
    columns: list[list[PropertyValue | None]] = [[getattr(each, name) for each in elements] for name in head]
    columns += [[each.properties.get(name) for each in elements] for name in names]
    schema = pa.schema(fields)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, fields, strict=True)]
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), buffer, compression="zstd")
    return buffer.getvalue()


def _field(name: str) -> pa.Field:
    kind = ontology().properties[name]
    return pa.field(name, _TYPES[kind.type], metadata={"zh": kind.caption.zh, "en": kind.caption.en})
