"""The ledger in a PostgreSQL database, 14 or later, for machines that share it.

One writer: a transaction that writes takes an advisory lock of the database first, and PostgreSQL gives it back with the commit,
the rollback or the death of the connection. Readers take no lock: each sees one moment (REPEATABLE READ), whatever is written.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from psycopg.connection import Connection as Driver
from sqlalchemy import URL, Connection, Engine, Text, and_, create_engine, event, func, make_url, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import ConfigError, DutygraphError, StoreBusyError, StoreCorruptError, StoreUnavailableError
from core.settings import Settings
from graph.ledger import at_rest, database, schema
from graph.ledger.database import Database, refuse_foreign, revision_of, upgrade
from graph.ledger.postgres_errors import in_words, passes, starts, unwritable
from graph.ledger.standing import Standing, standing_of
from graph.ledger.transfer import copy_rows, tables_of

OLDEST = 14
#: How long an open ledger waits for a server that is restarted or changes its primary; not for one that stays away.
OUTAGE_SECONDS = 15.0
CONNECT_SECONDS = 5
_PAUSE = 0.2
#: The letters "duty", beside which the schema's own number makes the key of the advisory lock.
_LOCK = 0x64757479
#: Tables that hold words of papers or of people; a purge has them written anew.
_WORDS = (
    schema.files, schema.documents, schema.statements, schema.texts, schema.imprints, schema.decisions, schema.quarantine,
)  # fmt: skip


class PostgresHome:
    """Where a ledger lies in a database, whether it is there or not."""

    def __init__(self, settings: Settings) -> None:
        """Raises `ConfigError` (`LEDGER-UNKNOWN`) for an address that is none."""
        self._url = _address(settings)

    @property
    def name(self) -> str:
        """Server and database."""
        return f"{self._url.host or 'localhost'}:{self._url.port or 5432}/{self._url.database or ''}"

    def exists(self) -> bool:
        """Whether the database holds a ledger. Raises `StoreUnavailableError` if that cannot be asked."""
        with self._looking() as connection:
            return revision_of(connection) != ""

    def open(self) -> Database:
        """Open it for work, made if missing. Raises what `PostgresDatabase` raises."""
        return PostgresDatabase(self._url)

    def trouble(self) -> str:
        """What is found wrong when every row is read; empty if it is whole."""
        try:
            with self._looking() as connection:
                tables = tables_of(connection)
                gone = set(schema.METADATA.tables) - {table.name for table in tables}
                if gone and revision_of(connection) == database.HEAD:
                    return f"{', '.join(sorted(gone))}: the table is gone"
                for table in tables:
                    # The length of a text is known only when all its pieces have been read.
                    read = (func.sum(func.length(column)) for column in table.columns if isinstance(column.type, Text))
                    connection.execute(select(func.count(), *read).select_from(table)).all()
                    for key in table.foreign_key_constraints:
                        pairs = [each.column == each.parent for each in key.elements]
                        owner = key.referred_table
                        owned = select(owner).where(and_(*pairs)).exists()
                        if connection.execute(select(table.primary_key.columns[0]).where(~owned).limit(1)).first():
                            return f"{table.name}: a row without what it belongs to"
        except StoreCorruptError as error:
            return error.message
        return ""

    def standing(self) -> Standing:
        """Where it stands. Raises `StoreCorruptError`."""
        with self._looking() as connection:
            return standing_of(connection)

    def copy_to(self, target: Path) -> None:
        """One moment of it as a SQLite file, read back and compared.

        Raises `StoreError` (`BACKUP-UNWRITABLE`, `LEDGER-CORRUPT`), `ConfigError` (`LEDGER-NEWER`).
        """
        target.unlink(missing_ok=True)
        copied = create_engine(f"sqlite:///{target}", hide_parameters=True)
        try:
            with self._looking() as source:
                revision = revision_of(source)
                if revision > database.HEAD:
                    raise database.newer(revision)
                with at_rest.written(target), copied.begin() as sink:
                    upgrade(sink, revision)
                    copy_rows(source, sink)
        finally:
            copied.dispose()

    def fill(self, source: Path) -> None:
        """Make the ledger out of such a file, in one transaction, read back and compared before it counts."""
        with _engine(self._url) as engine, _translating(), _writer(engine).begin() as connection:
            hold(connection)
            refuse_foreign(connection)
            with at_rest.reading(source) as rows:
                upgrade(connection, revision_of(rows))
                copy_rows(rows, connection)
            keep_no_samples(connection)

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        """A connection that cannot write."""
        with _engine(self._url) as engine, _translating(), _reader(engine).begin() as connection:
            yield connection


class PostgresDatabase(Database):
    """A pool of connections to one database."""

    def __init__(self, url: URL) -> None:
        """Connect, make the tables if missing, and bring them to the newest revision.

        Raises `StoreUnavailableError` (`LEDGER-UNAVAILABLE`, `-PASSWORD`, `-DATABASE`, `-VERSION`, `-ENCODING`,
        `-CERTIFICATE`, `-UNWRITABLE`), `StoreBusyError`, `StoreError` (`LEDGER-FOREIGN`), `ConfigError` (`LEDGER-NEWER`).
        """
        self._was_there = False
        engine = _created(url)
        super().__init__(engine, reader=_reader(engine), writer=_writer(engine))

    def scrub(self) -> None:
        """Write the tables anew without what was deleted, so that no page keeps it.

        The server's log of changes (WAL) and its archive are beyond a client's reach. Raises `StoreBusyError` (`LEDGER-BUSY`)
        if a reader kept the old rows for longer than `BUSY_SECONDS`.
        """
        alone = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        with self.in_words(), self._connected(alone) as connection:
            # Whoever began to read before this moment may still see the deleted rows, and PostgreSQL would keep them for him.
            now = connection.execute(text("SELECT pg_snapshot_xmax(pg_current_snapshot())::xid::text")).scalar_one()
            until = time.monotonic() + database.BUSY_SECONDS
            while connection.execute(_EARLIER, {"now": now}).scalar_one():
                if time.monotonic() > until:
                    raise database.unscrubbed()
                time.sleep(_PAUSE)
            quoted = connection.dialect.identifier_preparer.format_table
            try:
                for table in _WORDS:
                    connection.execute(text(f"VACUUM (FULL) {quoted(table)}"))
            except DBAPIError as error:
                if isinstance(self._translated(error), StoreBusyError):
                    raise database.unscrubbed() from error
                raise

    def _take_the_place(self, connection: Connection) -> None:
        hold(connection)

    def _upgraded(self, connection: Connection) -> None:
        keep_no_samples(connection)

    def _connected(self, engine: Engine) -> Connection:
        """A connection; one that broke is made anew, if need be when the server is back.

        A server that stayed away is not waited for again: the threads of a service must not all stand and wait.
        """
        until = time.monotonic() + OUTAGE_SECONDS
        while True:
            try:
                connection = engine.connect()
            except DBAPIError as error:
                waits = passes(error) if self._was_there else starts(error)
                if not waits or time.monotonic() > until:
                    self._was_there = False
                    raise
                time.sleep(_PAUSE)
            else:
                self._was_there = True
                return connection

    def _translated(self, error: DBAPIError) -> DutygraphError:
        return in_words(error)


def hold(connection: Connection) -> None:
    """Take the one writer's place for the rest of the transaction, or fail when `lock_timeout` is over.

    The key is of the schema: two ledgers in two schemas of one database do not wait for each other.
    """
    own = text("SELECT pg_advisory_xact_lock(:lock, oid::int) FROM pg_namespace WHERE nspname = current_schema()")
    if connection.execute(own, {"lock": _LOCK}).first() is None:
        raise unwritable()  # no schema of the search path is there


def keep_no_samples(connection: Connection) -> None:
    """Keep the planner from sampling words: what a purge removes must not live on in its statistics."""
    quoted = connection.dialect.identifier_preparer
    for table in tables_of(connection):
        for column in table.columns:
            if isinstance(column.type, Text):
                connection.execute(
                    text(
                        f"ALTER TABLE {quoted.format_table(table)}"
                        f" ALTER COLUMN {quoted.format_column(column)} SET STATISTICS 0"
                    )
                )


#: How many other sessions have a view of this database from before a transaction number.
_EARLIER = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_xmin IS NOT NULL AND age(backend_xmin) > age(CAST(:now AS xid))"
)


def _address(settings: Settings) -> URL:
    try:
        url = make_url(settings.ledger).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise ConfigError(
            "账本地址不成立 | not an address of a ledger",
            remedy="postgresql://USER@HOST:5432/DATABASE",
            code="LEDGER-UNKNOWN",
        ) from error
    password = settings.ledger_password.get_secret_value()
    return url.set(password=password) if password else url


def _created(url: URL) -> Engine:
    engine = create_engine(
        url,
        pool_pre_ping=True,
        max_overflow=35,  # a request of the API has a thread, and there are forty
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "dutygraph", "client_encoding": "utf8"},
    )
    event.listen(engine, "connect", _prepare)
    return engine


@contextmanager
def _engine(url: URL) -> Iterator[Engine]:
    engine = _created(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _translating() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise in_words(error) from error


def _reader(engine: Engine) -> Engine:
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _writer(engine: Engine) -> Engine:
    # Each statement sees what was committed before it: what the last writer did while this one waited for its place, too.
    return engine.execution_options(isolation_level="READ COMMITTED")


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Refuse a server that will not do; then, for this connection: how long to wait, what a commit means, when it is dead."""
    driver = cast("Driver[object]", connection)
    if driver.info.server_version < OLDEST * 10_000:
        raise StoreUnavailableError(
            f"服务器版本过旧 | the server is too old: {driver.info.server_version // 10_000}",
            remedy=f"PostgreSQL {OLDEST} 或更新 | PostgreSQL {OLDEST} or later",
            code="LEDGER-VERSION",
        )
    encoding = driver.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreUnavailableError(
            f"数据库的编码不是 UTF8 | the database is not encoded in UTF8: {encoding}",
            remedy="CREATE DATABASE dutygraph ENCODING 'UTF8' TEMPLATE template0",
            code="LEDGER-ENCODING",
        )
    driver.execute(
        "SELECT set_config('lock_timeout', %s, false),"
        # `off` would acknowledge what a power cut can take back; stricter ones stay.
        " set_config('synchronous_commit', replace(current_setting('synchronous_commit'), 'off', 'on'), false),"
        # A writer whose machine vanished gives the lock back within a minute.
        " set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),"
        " set_config('tcp_keepalives_count', '3', false)",
        (f"{database.BUSY_SECONDS * 1000:.0f}ms",),
    )
    driver.commit()
