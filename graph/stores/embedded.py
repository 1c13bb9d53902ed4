"""The embedded store: ArcadeDB in this process, one directory a version, readers on a finished one."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import orjson

from core.errors import StoreCorruptError, StoreError
from core.garbage import never_collected
from core.settings import Settings
from graph.elements import Edge, Graph, Node
from graph.ontology import Ontology, constraints, indexes, ontology
from graph.stores.difference import Difference
from graph.stores.order import by_place
from graph.stores.store import Counts, Row, Value
from graph.stores.versions import Hold, Versions, verify
from graph.stores.writing import batches, statements

if TYPE_CHECKING:
    from arcadedb_embedded.core import Database

#: Rows that cross into the engine as one JSON text; more gains nothing and costs heap: the text, and what it is read into.
CHUNK = 4_000
#: What keeps a load of a million rows within a heap of 512 MB (the engine's defaults need more than 768): how many edges
#: it buffers, how many a commit, how many incoming ends it puts off, how many chunks it remembers.
BULK = {
    "batch_size": 100_000,
    "commit_every": 20_000,
    "max_deferred_incoming_edges": 200_000,
    "chunk_cache_capacity": 100_000,
    "parallel_flush": False,
}

T = TypeVar("T")


class EmbeddedHome:
    """The graph versions below one folder (default: `settings.graph_path`)."""

    backend = "embedded"

    def __init__(self, settings: Settings, *, root: Path | None = None) -> None:
        self._settings = settings
        self._versions = Versions(root or settings.graph_path)

    def version(self) -> str:
        """The published version, or the empty text."""
        current = self._versions.current()
        return current.version if current else ""

    def publish(self, graph: Graph, *, version: str) -> None:
        """Build `graph` in a new directory, count it, switch to it, and delete versions that nobody holds."""
        from graph.stores import engine

        engine.start(self._settings)
        with self._versions.building(version) as path, never_collected():
            database = engine.create(path)
            try:
                with engine.errors():
                    _load(database, graph, ontology())
                    found = _counts(database)
            finally:
                database.close()
            _check(found, Counts.of(graph))

    def change(self, change: Difference, counts: Counts, *, before: str, version: str) -> None:
        """Copy the published version's directory, apply the difference to the copy, count it, and switch to it."""
        from graph.stores import engine

        engine.start(self._settings)
        with self._versions.building(version) as path, never_collected():
            self._versions.copy_current(path, version=before)
            database = engine.open_to_change(path)
            try:
                with engine.errors():
                    for text, rows in statements(change):
                        for batch in batches(rows):
                            with database.transaction():
                                database.command("opencypher", text, {"rows": list(batch)})
                    found = _counts(database)
            finally:
                database.close()
            _check(found, counts)

    def open(self) -> EmbeddedStore:
        """The published version, held until the store is closed."""
        from graph.stores import engine

        hold = self._versions.hold_current()
        try:
            engine.start(self._settings)
            database = _SHARED.open(hold.path, seconds=self._settings.query_seconds)
        except BaseException:
            hold.release()
            raise
        return EmbeddedStore(database, hold)

    def is_current(self, store: EmbeddedStore) -> bool:
        """Whether nothing newer was published since `store` was opened."""
        return self._versions.current() == store.held

    def sweep(self) -> bool:
        """Delete versions that nobody holds any more; whether none but the published one is left."""
        return self._versions.sweep()

    def close(self) -> None:
        """Nothing is kept open here."""


class EmbeddedStore:
    """One finished version, READ_ONLY. Safe to use from several threads."""

    backend = "embedded"

    def __init__(self, database: Database, hold: Hold) -> None:
        self._database: Database | None = database
        self._hold = hold
        self.held = hold.version

    def version(self) -> str:
        """The version it was opened on; it never changes."""
        return self.held.version

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        """Rows of a query (see `graph.stores.store.Store.run`)."""
        from graph.stores import engine

        return engine.rows(self._opened(), cypher, dict(parameters))

    def counts(self) -> Counts:
        """How much of everything there is."""
        from graph.stores import engine

        with engine.errors():
            return _counts(self._opened())

    def close(self) -> None:
        """Let go of the version."""
        if self._database is not None:
            self._database = None
            _SHARED.close(self._hold.path)
            self._hold.release()

    def _opened(self) -> Database:
        if self._database is None:
            raise StoreError("图谱已关闭 | the graph is closed")
        return self._database


class _Shared:
    """The engine opens a directory once a process; stores on the same version share it, and the first one's time limit."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._databases: dict[Path, tuple[Database, int]] = {}

    def open(self, path: Path, *, seconds: float) -> Database:
        from graph.stores import engine

        with self._lock:
            if path in self._databases:
                database, users = self._databases[path]
            else:
                verify(path)
                database, users = engine.open_read_only(path, seconds=seconds), 0
            self._databases[path] = (database, users + 1)
            return database

    def close(self, path: Path) -> None:
        with self._lock:
            database, users = self._databases.pop(path)
            if users > 1:
                self._databases[path] = (database, users - 1)
            else:
                database.close()


_SHARED = _Shared()


def _load(database: Database, graph: Graph, schema: Ontology) -> None:
    """Write a whole graph by the engine's bulk path; the schema first, so that a duplicate id is refused."""
    from graph.stores import engine

    # In one transaction the engine writes and syncs its schema once, not once a type and an index: half of a small load.
    with database.transaction():
        for label in schema.nodes:
            database.command("sql", f"CREATE VERTEX TYPE {schema.label(label)} IF NOT EXISTS")
        for edge_type in schema.edges:
            database.command("sql", f"CREATE EDGE TYPE {schema.edge_type(edge_type)} IF NOT EXISTS")
        for statement in (*constraints(schema), *indexes(schema)):
            database.command("opencypher", statement)
    records: dict[str, str] = {}
    with engine.bulk(database, **BULK) as batch:
        vertices: Any = engine.vertex_batcher()
        all_nodes, all_edges = by_place(graph)
        for label, nodes in _grouped((node.label, node) for node in all_nodes):
            for chunk in _chunks(nodes):
                rows = _json([_node_row(node) for node in chunk])
                joined = str(vertices.createVerticesJson(batch, schema.label(label), rows))
                records.update(zip((node.id for node in chunk), joined.split(";"), strict=True))
        edges: Any = engine.edge_batcher()
        for edge_type, group in _grouped((edge.type, edge) for edge in all_edges):
            for some in _chunks(group):
                rows = _json([_edge_row(edge, records) for edge in some])
                edges.newEdgesJson(batch, schema.edge_type(edge_type), rows)


def _json(rows: list[dict[str, Value]]) -> str:
    # Chinese as it stands: escaped it is twice as long, and the engine spends more on reading it than on writing it down.
    return orjson.dumps(rows).decode()


def _check(found: Counts, expected: Counts) -> None:
    if found != expected:
        raise StoreCorruptError(
            f"写入数与应有数不符 | wrote {found.total} of {expected.total}: {found.differences(expected)}",
            remedy="dutygraph rebuild",
        )


def _node_row(node: Node) -> dict[str, Value]:
    if node.properties.get("id") == node.id:
        return node.properties  # type: ignore[return-value]
    return {**node.properties, "id": node.id}  # type: ignore[dict-item]


def _edge_row(edge: Edge, records: Mapping[str, str]) -> dict[str, Value]:
    try:
        start, end = records[edge.start], records[edge.end]
    except KeyError:
        raise StoreError(f"边缺少端点 | edge {edge.type} {edge.id} lacks an end: {edge.start} -> {edge.end}") from None
    return {"_src": start, "_dst": end, **edge.properties, "id": edge.id}  # type: ignore[dict-item]


def _counts(database: Database) -> Counts:
    schema = ontology()
    nodes = {label: int(database.count_type(label)) for label in schema.nodes}
    edges = {edge_type: int(database.count_type(edge_type)) for edge_type in schema.edges}
    return Counts({key: n for key, n in nodes.items() if n}, {key: n for key, n in edges.items() if n})


def _grouped(items: Iterable[tuple[str, T]]) -> list[tuple[str, list[T]]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, item in items:
        groups[key].append(item)
    return sorted(groups.items(), key=lambda group: group[0])


def _chunks(items: list[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk
