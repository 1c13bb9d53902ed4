"""Ladybug as a third store, for measures only: the same graph, and the canned queries it takes, their texts as they stand.

A check that the embedded default is a good choice, not a backend: Ladybug matches patterns by another rule than Neo4j (one
relationship may serve twice in one pattern), so equal rows are counted, never taken for granted. Only names are changed on the
way in: some that are free elsewhere are words of its language. Needs the extra `compare`.
"""

from __future__ import annotations

import multiprocessing
import re
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import ladybug
import pyarrow as pa
from pyarrow import parquet

from core.errors import ConfigError, StoreError
from graph.elements import Edge, Graph, Node
from graph.ontology import ontology
from graph.stores.store import Counts, Row, Value

_TYPES = {
    "string": "STRING",
    "day": "STRING",
    "integer": "INT64",
    "number": "DOUBLE",
    "boolean": "BOOL",
    "strings": "STRING[]",
}
_COLUMNS: dict[str, pa.DataType] = {
    "string": pa.string(), "day": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
}  # fmt: skip
#: Free names of the common dialect that are words of its language; two functions that it calls otherwise.
_WORDS = "on|group|order|end|start|table|from|to|limit|in"
_SPELLINGS = tuple(
    (re.compile(pattern), spelled)
    for pattern, spelled in (
        (rf"\$({_WORDS})\b", r"$\1_"),
        (rf"\bAS ({_WORDS})\b", r"AS `\1`"),
        (rf"(?<=\.)({_WORDS})\b", r"`\1`"),
        (rf"(?<=[{{,] )({_WORDS}): |(?<={{)({_WORDS}): ", r"`\1\2`: "),
        (rf"(ORDER BY|,) ({_WORDS})(?=[,\s]|$)", r"\1 `\2`"),
        (r":Group\b", ":`Group`"),
        (r"\blabels\((\w+)\)\[0\]", r"label(\1)"),
        (r"\btype\(", "label("),
    )
)


class Ladybug:
    """One loaded graph, asked in a process of its own: some texts make the engine end the process that asks."""

    #: It is asked with the texts of the default store.
    backend = "embedded"

    def __init__(self, graph: Graph, folder: Path, *, pages_mb: int = 512, seconds: float = 10.0) -> None:
        self._file, self._pages, self._seconds = folder / "graph", pages_mb << 20, seconds
        self._counts = Counts.of(graph)
        database = ladybug.Database(str(self._file), buffer_pool_size=self._pages)
        connection = ladybug.Connection(database, num_threads=1)
        for statement in _tables():
            connection.execute(statement)
        _fill(connection, graph, folder)
        connection.close()
        database.close()
        self._start()

    def version(self) -> str:
        """There is but one."""
        return "r00000001"

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        """Rows of a query in its own spelling.

        Raises `ConfigError`: `QUERY` if it does not take the text, `CRASH` if it did not survive it; `StoreError`
        (`QUERY-TIMEOUT`) past the time limit.
        """
        text = cypher
        for pattern, spelled in _SPELLINGS:
            text = pattern.sub(spelled, text)
        given = {
            f"{name}_" if re.fullmatch(_WORDS, name) else name: value
            for name, value in parameters.items()
            if f"${name}" in cypher
        }
        try:
            self._pipe.send((text, given))
            said: list[Row] | str = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._child.join()
            self._start()
            raise ConfigError("查询使引擎崩溃 | the engine did not survive the query", code="CRASH") from error
        if isinstance(said, list):
            return said
        if "Interrupted" in said:
            raise StoreError("查询超时 | the query took too long", code="QUERY-TIMEOUT")
        raise ConfigError(f"查询不成立 | not a query it takes: {said}", code="QUERY")

    def counts(self) -> Counts:
        """How much of everything there is."""
        return self._counts

    def close(self) -> None:
        """End its process."""
        self._pipe.close()
        self._child.join()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(
            target=_answer, args=(str(self._file), self._pages, self._seconds, theirs), daemon=True
        )
        self._child.start()
        theirs.close()


def _answer(file: str, pages: int, seconds: float, pipe: Connection) -> None:
    """Rows, or what the engine said instead, for each text with its parameters, until the other end is closed."""
    connection: Any = ladybug.Connection(ladybug.Database(file, buffer_pool_size=pages, read_only=True), num_threads=1)
    connection.set_query_timeout(int(seconds * 1000))
    with suppress(EOFError):
        while True:
            text, given = pipe.recv()
            try:
                result = connection.execute(text, given)
                names = result.get_column_names()
                pipe.send([dict(zip(names, row, strict=True)) for row in result.get_all()])
            except RuntimeError as error:
                pipe.send(str(error))


def _tables() -> list[str]:
    schema = ontology()
    nodes = [
        f"CREATE NODE TABLE `{label}`({_declared(schema.node_properties(label))}, PRIMARY KEY(id))"
        for label in schema.nodes
    ]
    edges = [
        f"CREATE REL TABLE `{name}`({', '.join(f'FROM `{a}` TO `{b}`' for a in kind.from_ for b in kind.to)}"
        f", {_declared(schema.edge_properties(name))})"
        for name, kind in schema.edges.items()
    ]
    return [*nodes, *edges]


def _declared(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}` {_TYPES[ontology().properties[name].type]}" for name in names)


def _fill(connection: Any, graph: Graph, folder: Path) -> None:
    """COPY from one file a label, and one an edge type and pair of labels: its fastest way in."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        nodes[node.label].append(node)
    for label, some in nodes.items():
        names = ontology().node_properties(label)
        file = _file(folder, [{**node.properties, "id": node.id} for node in some], names)
        connection.execute(f"COPY `{label}` FROM '{file}'")
    edges: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        edges[edge.type, edge.start_label, edge.end_label].append(edge)
    for (name, start, end), several in edges.items():
        rows = [{**edge.properties, "id": edge.id, "_a": edge.start, "_b": edge.end} for edge in several]
        file = _file(folder, rows, ontology().edge_properties(name), first=("_a", "_b"))
        connection.execute(f"COPY `{name}` FROM '{file}' (from='{start}', to='{end}')")


def _file(folder: Path, rows: list[dict[str, Any]], names: tuple[str, ...], *, first: tuple[str, ...] = ()) -> Path:
    path = folder / "rows.parquet"
    columns = [
        pa.array(
            [row.get(name) for row in rows],
            pa.string() if name in first else _COLUMNS[ontology().properties[name].type],
        )
        for name in (*first, *names)
    ]
    parquet.write_table(pa.Table.from_arrays(columns, names=[*first, *names]), path)
    return path
