"""The ledger's database: transactions to read and to write, and its migrations, whichever engine keeps it.

What is particular to an engine stands in `graph.ledger.sqlite` and `graph.ledger.postgres`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from core.errors import ConfigError, DutygraphError, StoreBusyError, StoreCorruptError, StoreError
from graph.ledger import schema

#: The newest revision of `migrations/versions`; kept here so that opening a current ledger need not import Alembic.
HEAD = "0002"
#: How long a writer waits for another before it gives up.
BUSY_SECONDS = 5.0


class Database(ABC):
    """An open database, at the newest revision. Every commit is on the disk before it counts."""

    def __init__(self, engine: Engine, *, reader: Engine, writer: Engine) -> None:
        """Bring what `engine` reaches to the newest revision; `reader` and `writer` are its two ways to begin.

        Raises what `_translated` makes of the engine's errors, and `ConfigError` (`LEDGER-NEWER`) for a ledger that a newer
        Dutygraph wrote.
        """
        self._engine, self._reader, self._writer = engine, reader, writer
        try:
            self._migrate()
        except BaseException:
            engine.dispose()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whatever is written meanwhile."""
        with self.in_words(), self._connected(self._reader) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer's connection: all or nothing, on the disk when the block is left.

        Raises `StoreBusyError` if another process writes.
        """
        with self.in_words(), self._connected(self._writer) as connection, connection.begin():
            self._take_the_place(connection)
            yield connection

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """The engine's errors come out as ours."""
        try:
            yield
        except DBAPIError as error:
            raise self._translated(error) from error

    @abstractmethod
    def scrub(self) -> None:
        """Let nothing deleted remain in the files of the engine. Raises `StoreBusyError` (`LEDGER-BUSY`)."""

    @abstractmethod
    def _translated(self, error: DBAPIError) -> DutygraphError:
        """An error of the engine in words a clerk can act on."""

    @abstractmethod
    def _take_the_place(self, connection: Connection) -> None:
        """Become the one writer, first thing in a transaction that writes."""

    @abstractmethod
    def _upgraded(self, connection: Connection) -> None:
        """What an engine wants done to tables that were made or changed, in their transaction."""

    def _connected(self, engine: Engine) -> Connection:
        return engine.connect()

    def _migrate(self) -> None:
        with self.reading() as connection:
            found = revision_of(connection)
            if found > HEAD:
                refuse_foreign(connection)
                raise newer(found)
        if found == HEAD:
            return
        with self.writing() as connection:
            if revision_of(connection) != HEAD:  # another process may have been faster
                refuse_foreign(connection)
                upgrade(connection)
                self._upgraded(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to `revision` in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "graph.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str:
    """The revision a ledger is at; empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or ""


def refuse_foreign(connection: Connection) -> None:
    """Raise `StoreError` (`LEDGER-FOREIGN`) if the database holds the tables of something else."""
    found = set(inspect(connection).get_table_names())
    if found and not {"alembic_version", schema.journal.name} <= found:
        raise StoreError(
            "该数据库已有其他内容 | the database holds something else",
            remedy="给账本一个空的数据库 | give the ledger an empty database (--ledger, DUTYGRAPH_LEDGER)",
            code="LEDGER-FOREIGN",
        )


def newer(found: str) -> ConfigError:
    """The error for a ledger of a newer program."""
    return ConfigError(
        f"账本版本 {found} 比本程序新（{HEAD}）| the ledger was written by a newer Dutygraph",
        remedy="升级 Dutygraph | upgrade Dutygraph",
        code="LEDGER-NEWER",
    )


def busy() -> StoreBusyError:
    """The error for a place that another process has."""
    return StoreBusyError(
        "账本正被另一个进程写入 | another process is writing the ledger",
        remedy="等它结束后重试；若没有其他进程，重启后再试 | wait until it is done, then try again",
        code="LEDGER-BUSY",
    )


def unscrubbed() -> StoreBusyError:
    """The error for deleted words that a reader may still see."""
    return StoreBusyError(
        "账本正被读取，日志未能清空 | a reader holds the ledger's log, it could not be emptied",
        remedy="稍后再清除一次 | purge again in a while",
        code="LEDGER-BUSY",
    )


def damaged(said: str) -> StoreCorruptError:
    """The error for a ledger that cannot be read as it was written."""
    return StoreCorruptError(
        f"账本已损坏 | the ledger is damaged: {said}",
        remedy="从备份恢复 | restore it from a backup",
        code="LEDGER-CORRUPT",
    )


def failed(said: str) -> StoreError:
    """The error for what has no words of its own."""
    return StoreError(f"账本出错 | the ledger failed: {said}", remedy="dutygraph doctor", code="LEDGER")


def disk_full() -> StoreError:
    """The error for a full disk."""
    return StoreError(
        "磁盘已满，未写入任何内容 | the disk is full, nothing was written",
        remedy="腾出空间后重试 | free some space and try again",
        code="LEDGER-DISK-FULL",
    )


def disk_failed() -> StoreError:
    """The error for a disk that does not take or give what it should."""
    return StoreError(
        "磁盘读写出错，未写入任何内容 | the disk failed, nothing was written",
        remedy="检查磁盘是否已满或已损坏，再重试 | see whether the disk is full or broken, then try again",
        code="LEDGER-DISK-ERROR",
    )
