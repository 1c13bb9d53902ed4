"""The Neo4j store: 5.26 LTS or later over Bolt, with the official driver.

A node of the label `GraphState` carries the version of the projection. A load writes its difference in one transaction
that also sets the version; the first load into an empty database is written in batches, and readers see nothing before
its version is set. A read takes the version before and after its query and repeats if it changed in between.

That alone is not enough: the server applies a commit record by record while others read, so for a moment the new
version may stand beside old counts, or the old version beside new ones. So a load raises a mark, in a transaction of its
own, right before it commits, and lowers it after; a read that meets the mark is repeated too.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

from neo4j import ManagedTransaction, Session

from core.errors import (
    DutygraphError,
    NotFoundError,
    StoreBusyError,
    StoreCorruptError,
    StoreError,
)
from core.settings import Settings
from graph.elements import Graph
from graph.ontology import Ontology, constraints, indexes, ontology
from graph.stores.bolt import Connection
from graph.stores.contents import snapshot
from graph.stores.difference import Difference, difference
from graph.stores.store import Counts, Row, Value
from graph.stores.writing import batches, statements

#: The label of the one node that is no part of the graph: the version, and what is being loaded.
STATE = "GraphState"
#: How long a read is repeated while a load is being committed, in seconds. A mark that stands longer was left by a writer
#: that died before its commit; then an unchanged version is enough.
PATIENCE = 5.0
PAUSE = 0.05


class Neo4jHome:
    """A database on a Neo4j server, as the settings name it."""

    backend = "neo4j"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connection: Connection | None = None

    def version(self) -> str:
        """The published version, or the empty text. Raises `StoreUnavailableError` if the server cannot be reached."""
        return self._open().read(_version)

    def publish(self, graph: Graph, *, version: str) -> None:
        """Write the difference to `graph` and the version in one transaction; a first load in batches.

        An interrupted first load is taken up where it stopped: what is there already is not written again.
        """
        connection = self._open()
        with connection.session() as session:
            _prepare(session)
        if connection.read(_version):
            try:
                connection.write(lambda transaction: _replace(transaction, connection, graph, version))
            finally:
                connection.write(_lower_mark)
            return
        connection.write(lambda transaction: _begin(transaction, version))
        for statement, rows in statements(difference(connection.read(_all), graph)):
            for batch in batches(rows):
                connection.write(partial(_execute, statement=statement, rows=batch))
        connection.write(lambda transaction: _finish(transaction, Counts.of(graph), version))

    def change(self, change: Difference, counts: Counts, *, before: str, version: str) -> None:
        """Write the difference and the version in one transaction."""
        connection = self._open()
        try:
            connection.write(
                lambda transaction: _change(transaction, connection, change, counts, before=before, version=version)
            )
        finally:
            connection.write(_lower_mark)

    def open(self) -> Neo4jStore:
        """The published graph."""
        connection = Connection(self._settings)
        store = Neo4jStore(connection, self._settings.query_seconds)
        try:
            if not store.version():
                raise NotFoundError(
                    "还没有图谱 | there is no graph yet",
                    remedy="dutygraph load FILE  或 | or  dutygraph rebuild",
                    code="NO-GRAPH",
                )
        except DutygraphError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = Connection(self._settings)
        return self._connection


class Neo4jStore:
    """The graph as it is published, read live. Safe to use from several threads."""

    backend = "neo4j"

    def __init__(self, connection: Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds

    def version(self) -> str:
        """The version that is published now."""
        return self._connection.read(_version, seconds=self._seconds)

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        """Rows of a query (see `graph.stores.store.Store.run`), all from one version."""

        def between_states(transaction: ManagedTransaction) -> tuple[_State, list[Row], _State]:
            before = _state(transaction)
            rows = _run(transaction, cypher, parameters)
            return before, rows, _state(transaction)

        deadline = time.monotonic() + PATIENCE
        while True:
            before, rows, after = self._connection.read(between_states, seconds=self._seconds)
            late = time.monotonic() > deadline
            if before == after and (late or not after.switching_to):
                return rows
            if late:
                raise StoreBusyError("图谱正在更新 | the graph keeps changing", remedy="稍后再试 | try again later")
            time.sleep(PAUSE)

    def counts(self) -> Counts:
        """How much of everything there is."""
        return self._connection.read(lambda transaction: _Inside(transaction).counts())

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


class _Inside:
    """A transaction as a store, for what reads through one."""

    backend = "neo4j"

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def version(self) -> str:
        return _version(self._transaction)

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        return _run(self._transaction, cypher, parameters)

    def counts(self) -> Counts:
        schema = ontology()
        nodes = {label: self._count(f"MATCH (n:{label}) RETURN count(n) AS number") for label in schema.nodes}
        edges = {name: self._count(f"MATCH ()-[r:{name}]->() RETURN count(r) AS number") for name in schema.edges}
        return Counts({key: n for key, n in nodes.items() if n}, {key: n for key, n in edges.items() if n})

    def close(self) -> None:
        """The transaction ends with the function it was given to."""

    def _count(self, cypher: str) -> int:
        return cast("int", _run(self._transaction, cypher, {})[0]["number"])


def _run(transaction: ManagedTransaction, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
    return [dict(record) for record in transaction.run(cypher, dict(parameters))]


@dataclass(frozen=True, slots=True)
class _State:
    version: str
    switching_to: str


def _state(transaction: ManagedTransaction) -> _State:
    rows = _run(
        transaction,
        f"OPTIONAL MATCH (s:{STATE} {{id: 'current'}}) OPTIONAL MATCH (w:{STATE} {{id: 'switch'}})"
        " RETURN coalesce(s.version, '') AS version, coalesce(w.to, '') AS switching_to",
        {},
    )
    return _State(str(rows[0]["version"]), str(rows[0]["switching_to"]))


def _version(transaction: ManagedTransaction) -> str:
    return _state(transaction).version


def _raise_mark(transaction: ManagedTransaction, *, version: str) -> None:
    _run(transaction, f"MERGE (w:{STATE} {{id: 'switch'}}) SET w.to = $version", {"version": version})


def _lower_mark(transaction: ManagedTransaction) -> None:
    _run(transaction, f"MATCH (w:{STATE} {{id: 'switch'}}) DELETE w", {})


def _all(transaction: ManagedTransaction) -> Graph:
    return snapshot(_Inside(transaction))


def _prepare(session: Session) -> None:
    """Constraints and indexes, and for people in Browser a full-text index that cuts Chinese (in no canned query)."""
    rows = session.execute_read(lambda tx: _run(tx, f"MATCH (n) WHERE NOT n:{STATE} RETURN n.id AS id LIMIT 1", {}))
    state = session.execute_read(lambda tx: _run(tx, f"MATCH (s:{STATE}) RETURN s.id AS id LIMIT 1", {}))
    if rows and not state:
        raise StoreError(
            "该数据库已有其他内容 | the database holds something else",
            remedy="换一个空数据库 | give Dutygraph an empty database (DUTYGRAPH_STORE_DATABASE)",
            code="STORE-FOREIGN",
        )
    one_state = f"CREATE CONSTRAINT dutygraph_state_id IF NOT EXISTS FOR (n:{STATE}) REQUIRE n.id IS UNIQUE"
    for statement in (one_state, *constraints(ontology()), *indexes(ontology()), _full_text(ontology())):
        session.execute_write(partial(_execute, statement=statement, rows=()))
    session.execute_read(lambda tx: _run(tx, "CALL db.awaitIndexes(300)", {}))


def _full_text(schema: Ontology) -> str:
    labels = "|".join(schema.label(label) for label in ("Task", "Plan", "Document", "Person", "Organisation", "Group"))
    return (
        f"CREATE FULLTEXT INDEX dutygraph_text IF NOT EXISTS FOR (n:{labels}) ON EACH [n.name, n.text]"
        " OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )


def _begin(transaction: ManagedTransaction, version: str) -> None:
    _run(transaction, f"MERGE (s:{STATE} {{id: 'current'}}) SET s.loading = $version", {"version": version})


def _finish(transaction: ManagedTransaction, expected: Counts, version: str) -> None:
    """Count, and set the version: from here on readers see it."""
    found = _Inside(transaction).counts()
    if found != expected:
        raise StoreCorruptError(
            f"写入数与应有数不符 | wrote {found.total} of {expected.total}: {found.differences(expected)}",
            remedy="dutygraph rebuild",
        )
    text = f"MERGE (s:{STATE} {{id: 'current'}}) SET s.version = $version REMOVE s.loading"
    _run(transaction, text, {"version": version})


def _replace(transaction: ManagedTransaction, connection: Connection, graph: Graph, version: str) -> None:
    # Writing to the state first takes its lock: of two loads the second computes its difference from the first's result.
    _begin(transaction, version)
    _apply(transaction, connection, difference(_all(transaction), graph), Counts.of(graph), version)


def _change(
    transaction: ManagedTransaction,
    connection: Connection,
    change: Difference,
    counts: Counts,
    *,
    before: str,
    version: str,
) -> None:
    _begin(transaction, version)
    if _version(transaction) != before:
        raise StoreBusyError(
            "图谱刚被另一个进程更新 | another process has just published a graph", remedy="重试 | try again"
        )
    _apply(transaction, connection, change, counts, version)


def _apply(
    transaction: ManagedTransaction, connection: Connection, change: Difference, counts: Counts, version: str
) -> None:
    for statement, rows in statements(change):
        for batch in batches(rows):
            _execute(transaction, statement=statement, rows=batch)
    _finish(transaction, counts, version)
    connection.write(partial(_raise_mark, version=version))


def _execute(transaction: ManagedTransaction, *, statement: str, rows: Sequence[Value]) -> None:
    _run(transaction, statement, {"rows": list(rows)})
