"""The ledger's database: connections, durability, migrations, and what goes wrong put in words a clerk can act on.

What is particular to SQLite stands here and nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from core.errors import ConfigError, StoreBusyError, StoreCorruptError, StoreError, StoreUnavailableError

#: The newest revision of `migrations/versions`; kept here so that opening a current ledger need not import Alembic.
HEAD = "0002"
#: How long a writer waits for another before it gives up.
BUSY_SECONDS = 5.0
_OUTRANKED = "等它结束后重试；若没有其他进程，重启后再试 | wait until it is done, then try again"


class Database:
    """One SQLite file, in WAL mode, every commit synced to the disk before it counts."""

    def __init__(self, path: Path) -> None:
        """Open `path`, make it if missing, and bring it to the newest revision.

        Raises `StoreUnavailableError`, `StoreBusyError`, `StoreCorruptError`, or `ConfigError` (`LEDGER-NEWER`) for a
        ledger that a newer Dutygraph wrote.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailableError(
                f"无法建立数据文件夹 {path.parent} | the home folder cannot be made: {error.strerror}",
                remedy="换一个 --home，或检查权限 | choose another --home, or check permissions",
                code="HOME-UNWRITABLE",
            ) from error
        self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        try:
            self._migrate()
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whatever is written meanwhile."""
        with _in_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer's connection: all or nothing, on the disk when the block is left.

        Raises `StoreBusyError` if another process writes.
        """
        with _in_words(), self._writer.begin() as connection:
            yield connection

    def scrub(self) -> None:
        """Let nothing deleted remain in the write-ahead log; in the file itself `secure_delete` has seen to it.

        Raises `StoreBusyError` (`LEDGER-BUSY`) if a reader held the log for longer than `BUSY_SECONDS`.
        """
        with _in_words(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            said = cursor.fetchone()
        if said is None or said[0]:
            raise StoreBusyError(
                "账本正被读取，日志未能清空 | a reader holds the ledger's log, it could not be emptied",
                remedy="稍后再清除一次 | purge again in a while",
                code="LEDGER-BUSY",
            )

    def _migrate(self) -> None:
        with self.reading() as connection:
            found = _revision(connection)
        if found == HEAD:
            return
        if found > HEAD:
            raise ConfigError(
                f"账本版本 {found} 比本程序新（{HEAD}）| the ledger was written by a newer Dutygraph",
                remedy="升级 Dutygraph | upgrade Dutygraph",
                code="LEDGER-NEWER",
            )
        with self.writing() as connection:
            if _revision(connection) != HEAD:  # another process may have been faster
                upgrade(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to `revision` in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "graph.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _revision(connection: Connection) -> str:
    """The revision a ledger is at; empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none() or ""


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver would begin and commit by its own lights; transactions are ours.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig, error) from error
    except sqlite3.Error as error:
        raise _translated(error, error) from error


def _translated(original: BaseException | None, error: Exception) -> StoreError:
    said = str(original or error)
    if "locked" in said or "busy" in said:
        return StoreBusyError(
            "账本正被另一个进程写入 | another process is writing the ledger", remedy=_OUTRANKED, code="LEDGER-BUSY"
        )
    if "full" in said:
        return StoreError(
            "磁盘已满，未写入任何内容 | the disk is full, nothing was written",
            remedy="腾出空间后重试 | free some space and try again",
            code="LEDGER-DISK-FULL",
        )
    if "disk I/O" in said:
        return StoreError(
            "磁盘读写出错，未写入任何内容 | the disk failed, nothing was written",
            remedy="检查磁盘是否已满或已损坏，再重试 | see whether the disk is full or broken, then try again",
            code="LEDGER-DISK-ERROR",
        )
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return StoreCorruptError(
            f"账本文件已损坏 | the ledger file is damaged: {said}",
            remedy="从备份恢复 | restore it from a backup",
            code="LEDGER-CORRUPT",
        )
    if "readonly" in said or "read-only" in said or "unable to open" in said:
        return StoreUnavailableError(
            f"账本无法写入 | the ledger cannot be opened for writing: {said}",
            remedy="检查 --home 的权限 | check the permissions of --home",
            code="LEDGER-UNWRITABLE",
        )
    return StoreError(f"账本出错 | the ledger failed: {said}", remedy="dutygraph doctor", code="LEDGER")
