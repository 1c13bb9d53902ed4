"""The Neo4j store: 5.26 LTS or later over Bolt, with the official driver.

A node of the label `GraphState` carries the version of the projection. A load writes its difference in one transaction
that also sets the version; the first load into an empty database is written in batches, and readers see nothing before
its version is set. A read takes the version before and after its query and repeats if it changed in between.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar, cast

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Session, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from core.errors import (
    ConfigError,
    DutygraphError,
    NotFoundError,
    StoreBusyError,
    StoreCorruptError,
    StoreError,
    StoreUnavailableError,
)
from core.settings import Settings
from graph.elements import Edge, Graph, Node
from graph.ontology import Ontology, constraints, indexes, ontology
from graph.stores.contents import snapshot
from graph.stores.difference import Difference, difference
from graph.stores.store import Counts, Row, Value

#: The label of the one node that is no part of the graph: the version, and what is being loaded.
STATE = "GraphState"
#: Rows one statement writes.
BATCH = 5_000
#: How often a read is repeated because a load went in between.
REPEATS = 5
OLDEST = (5, 26)

T = TypeVar("T")


class Neo4jHome:
    """A database on a Neo4j server, as the settings name it."""

    backend = "neo4j"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connection: _Connection | None = None

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
            connection.write(lambda transaction: _replace(transaction, graph, version))
            return
        connection.write(lambda transaction: _begin(transaction, version))
        for statement, rows in _statements(difference(connection.read(_all), graph)):
            for batch in _batches(rows):
                connection.write(partial(_execute, statement=statement, rows=batch))
        connection.write(lambda transaction: _finish(transaction, graph, version))

    def open(self) -> Neo4jStore:
        """The published graph."""
        connection = _Connection(self._settings)
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

    def _open(self) -> _Connection:
        if self._connection is None:
            self._connection = _Connection(self._settings)
        return self._connection


class Neo4jStore:
    """The graph as it is published, read live. Safe to use from several threads."""

    backend = "neo4j"

    def __init__(self, connection: _Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds

    def version(self) -> str:
        """The version that is published now."""
        return self._connection.read(_version, seconds=self._seconds)

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        """Rows of a query (see `graph.stores.store.Store.run`), all from one version."""

        def between_versions(transaction: ManagedTransaction) -> tuple[bool, list[Row]]:
            before = _version(transaction)
            rows = _run(transaction, cypher, parameters)
            return _version(transaction) == before, rows

        for _ in range(REPEATS):
            steady, rows = self._connection.read(between_versions, seconds=self._seconds)
            if steady:
                return rows
        raise StoreBusyError("图谱正在更新 | the graph keeps changing", remedy="稍后再试 | try again later")

    def counts(self) -> Counts:
        """How much of everything there is."""
        return self._connection.read(lambda transaction: _Inside(transaction).counts())

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


class _Connection:
    """A share in the process's one driver for a server, and managed transactions on it."""

    def __init__(self, settings: Settings) -> None:
        self._key = (settings.store, settings.store_user, settings.store_password.get_secret_value())
        self._database = settings.store_database
        self._driver: Driver | None = _DRIVERS.take(self._key)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session on the database; the driver's errors come out as ours."""
        if self._driver is None:
            raise StoreError("图谱已关闭 | the graph is closed")
        with _errors(), self._driver.session(database=self._database) as session:
            yield session

    def read(self, work: Callable[[ManagedTransaction], T], *, seconds: float | None = None) -> T:
        """A managed read, repeated by the driver if the server asks for it; ended after `seconds`."""
        with self.session() as session:
            return session.execute_read(unit_of_work(timeout=seconds)(work))

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """A managed write. `work` must be safe to repeat."""
        with self.session() as session:
            return session.execute_write(work)

    def close(self) -> None:
        """Give the share back; the last one closes the driver."""
        if self._driver is not None:
            self._driver = None
            _DRIVERS.give_back(self._key)


class _Drivers:
    """One driver a server and process, closed when nobody uses it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._drivers: dict[tuple[str, str, str], tuple[Driver, int]] = {}

    def take(self, key: tuple[str, str, str]) -> Driver:
        with self._lock:
            if key in self._drivers:
                driver, users = self._drivers[key]
            else:
                driver, users = _connect(*key), 0
            self._drivers[key] = (driver, users + 1)
            return driver

    def give_back(self, key: tuple[str, str, str]) -> None:
        with self._lock:
            driver, users = self._drivers.pop(key)
            if users > 1:
                self._drivers[key] = (driver, users - 1)
            else:
                driver.close()


_DRIVERS = _Drivers()


def _connect(uri: str, user: str, password: str) -> Driver:
    with _errors():
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=5.0,
            connection_acquisition_timeout=15.0,
            max_transaction_retry_time=15.0,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="dutygraph",
        )
        try:
            agent = driver.get_server_info().agent
        except BaseException:
            driver.close()
            raise
    number = agent.rpartition("/")[2].split(".")
    if not all(part.isdigit() for part in number[:2]) or tuple(int(part) for part in number[:2]) < OLDEST:
        driver.close()
        raise StoreUnavailableError(
            f"服务器版本过旧 | the server is too old: {agent}",
            remedy="Neo4j 5.26 LTS 或更新 | Neo4j 5.26 LTS or later",
            code="STORE-VERSION",
        )
    return driver


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


def _version(transaction: ManagedTransaction) -> str:
    rows = _run(transaction, f"MATCH (s:{STATE} {{id: 'current'}}) RETURN coalesce(s.version, '') AS version", {})
    return str(rows[0]["version"]) if rows else ""


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
    for statement in (*constraints(ontology()), *indexes(ontology()), _full_text(ontology())):
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


def _finish(transaction: ManagedTransaction, graph: Graph, version: str) -> None:
    """Count, and set the version: from here on readers see it."""
    found, expected = _Inside(transaction).counts(), Counts.of(graph)
    if found != expected:
        raise StoreCorruptError(
            f"写入数与应有数不符 | wrote {found.total} of {expected.total}: {found.differences(expected)}",
            remedy="dutygraph rebuild",
        )
    text = f"MERGE (s:{STATE} {{id: 'current'}}) SET s.version = $version REMOVE s.loading"
    _run(transaction, text, {"version": version})


def _replace(transaction: ManagedTransaction, graph: Graph, version: str) -> None:
    # Writing to the state first takes its lock: of two loads the second computes its difference from the first's result.
    _begin(transaction, version)
    for statement, rows in _statements(difference(_all(transaction), graph)):
        for batch in _batches(rows):
            _execute(transaction, statement=statement, rows=batch)
    _finish(transaction, graph, version)


def _execute(transaction: ManagedTransaction, *, statement: str, rows: Sequence[Value]) -> None:
    _run(transaction, statement, {"rows": list(rows)})


def _batches(rows: Sequence[Value]) -> Iterator[Sequence[Value]]:
    for first in range(0, len(rows), BATCH):
        yield rows[first : first + BATCH]


def _statements(change: Difference) -> Iterator[tuple[str, list[Value]]]:
    """The statements that apply a difference, each with its rows. Each may be repeated without harm."""
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


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _translated(error) from error


def _translated(error: Neo4jError | DriverError) -> DutygraphError:
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if isinstance(error, AuthError):
        return StoreUnavailableError(
            "用户名或密码不对 | wrong user name or password",
            remedy="DUTYGRAPH_STORE_USER, DUTYGRAPH_STORE_PASSWORD",
            code="STORE-PASSWORD",
        )
    if "TransactionTimedOut" in code or "TransactionTimedOut" in str(error):
        return StoreError(
            "查询超时 | the query took too long",
            remedy="缩小范围，或调高 DUTYGRAPH_QUERY_SECONDS | narrow it, or raise DUTYGRAPH_QUERY_SECONDS",
            code="QUERY-TIMEOUT",
        )
    if code.endswith("DatabaseNotFound"):
        return StoreUnavailableError(
            "服务器上没有该数据库 | no such database on the server",
            remedy="DUTYGRAPH_STORE_DATABASE",
            code="STORE-DATABASE",
        )
    if code.endswith("AccessMode"):
        return ConfigError("查询不得写入 | a query may not write", code="QUERY")
    if isinstance(error, CypherSyntaxError) or code.endswith(("ParameterMissing", "SemanticError")):
        return ConfigError(f"查询不成立 | not a query the server takes: {error}", code="QUERY")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return StoreUnavailableError(
            "连不上图谱服务器 | the graph server cannot be reached",
            remedy="查看服务器是否启动，地址是否正确 | is it running, and is the address right? (--store, DUTYGRAPH_STORE)",
        )
    if isinstance(error, ConfigurationError):
        return ConfigError(f"图谱地址不成立 | not a store address: {error}", remedy="neo4j://HOST:7687")
    if isinstance(error, TransientError):
        return StoreBusyError("图谱服务器繁忙 | the graph server is busy", remedy="稍后再试 | try again later")
    kind = "client" if isinstance(error, ClientError) else "server"
    return StoreError(f"图谱服务器出错 | the graph server failed ({kind}: {code or type(error).__name__})")
