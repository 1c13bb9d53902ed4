"""The embedded engine, ArcadeDB in the process: start it once, create, open READ_ONLY, translate its errors.

The only module that touches `arcadedb_embedded` and the Java side. It is imported lazily by `graph.stores.embedded`,
and the Java machine starts with the first database, never at import.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import arcadedb_embedded.jvm as java
import jpype
import orjson
from arcadedb_embedded.core import Database, DatabaseFactory
from arcadedb_embedded.exceptions import ArcadeDBError

from core.errors import ConfigError, StoreBusyError, StoreCorruptError, StoreError
from graph.stores.store import Row, Value

if TYPE_CHECKING:
    from core.settings import Settings

_STARTING = threading.Lock()
#: Rows that cross from the engine as one JSON text.
_ROWS = 1_000
#: The key under which the bridge puts a value that JSON cannot carry, and how that text shows it.
_TAG, _TAGGED = "\u0001", "\\u0001"
#: A heap that grows only when collecting it takes a tenth of the time, and is given back when little of it is used; memory of the
#: compiler that is given back too. Without them the machine of a service takes all of its heap, whatever it needs.
_SPARING = (
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-XX:GCTimeRatio=9",
    "-XX:MinHeapFreeRatio=30",
    "-XX:MaxHeapFreeRatio=60",
    "-XX:G1PeriodicGCInterval=30000",
    "-XX:TrimNativeHeapInterval=10000",
)
#: How the system says that nothing more can be written; the engine hands it on inside its own words.
_DISK = ("No space left on device", "File too large", "Read-only file system")

#: Java's logging, told to keep to one small file below the home instead of `log/` under the working directory.
_LOGGING = """handlers=java.util.logging.FileHandler
.level=WARNING
java.util.logging.FileHandler.pattern={folder}/engine%u.log
java.util.logging.FileHandler.limit=1000000
java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
"""


def start(settings: Settings) -> None:
    """Start the Java machine with a bounded heap and quiet logs, unless it runs. Call after any fork, never before.

    `-Xrs` leaves SIGTERM to Python: without it the engine aborts the process.
    """
    with _STARTING:
        if jpype.isJVMStarted():
            return
        folder = settings.home / "logs"
        logging = folder / "engine.properties"
        # The one option the package takes from the environment only: where a crash of the machine is described.
        os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(folder / "engine-crash-%p.log"))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            logging.write_text(_LOGGING.format(folder=folder.as_posix()), encoding="utf-8")
            with _standard_error_to(folder / "engine-start.log"):
                java.start_jvm(
                    heap_size=f"{settings.store_heap_mb}m",
                    jvm_args=["-Xrs", f"-Djava.util.logging.config.file={logging}", *_SPARING],
                )
        except OSError as error:
            raise _unwritable(error.strerror or "") from error
        # Where its logger goes when the log cannot be written: a stack that no clerk should meet on his terminal.
        with errors():
            stream = jpype.JClass("java.io.PrintStream")(str(folder / "engine-errors.log"))
            jpype.JClass("java.lang.System").setErr(stream)
        if threading.current_thread() is not threading.main_thread():
            # The thread that starts the machine is one that it waits for at its end, though the thread be long gone. Let go, and
            # taken up again at its next call, it is a daemon as all others are.
            jpype.JClass("java.lang.Thread").detach()


@contextmanager
def _standard_error_to(path: Path) -> Iterator[None]:
    """Java prints a notice on an incubator module straight to descriptor 2; a clerk need not read it."""
    kept = os.dup(2)
    target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(target, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(target)


def create(path: Path) -> Database:
    """A new, empty database to write to."""
    with errors():
        return DatabaseFactory(str(path)).create()


def open_to_change(path: Path) -> Database:
    """A copy of a finished database, to be changed by one process."""
    with errors():
        return DatabaseFactory(str(path)).open()


def open_read_only(path: Path, *, seconds: float) -> Database:
    """A finished database. Several processes may have it open; each command ends after `seconds`."""
    with errors():
        mode = jpype.JClass("com.arcadedb.engine.ComponentFile$MODE")
        # The Python binding has no flag for it (arcadedb-embedded 26.10): this is the one place.
        database = Database(DatabaseFactory(str(path))._java_factory.open(mode.READ_ONLY))
        timeout = jpype.JClass("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
        milliseconds = jpype.JLong(max(1, int(seconds * 1000)))
        database.get_java_database().getConfiguration().setValue(timeout, milliseconds)
        return database


def rows(database: Database, cypher: str, parameters: dict[str, Value]) -> list[Row]:
    """The rows of a query, as plain Python values; a text that writes is refused.

    Read as the engine writes them in JSON: the binding's own way to lists looks at each value once more, which costs as much as
    finding them. Raises `StoreError` (`QUERY`) for a node, a relationship or a date, which no canned query may return.
    """
    found: list[Row] = []
    # `query`, never `command`: it refuses a text that writes.
    with errors(), database.query("opencypher", cypher, parameters) as result:
        batches = jpype.JClass("com.arcadedb.python.TypedRows")
        drained = False
        while not drained:
            text, _, drained = batches.nextRows(result._java_result_set, _ROWS)
            written = str(text)
            some = orjson.loads(written)
            if _TAGGED in written:
                _refuse_tagged(some)
            found += some
    return found


def _refuse_tagged(value: Value) -> None:
    if isinstance(value, dict):
        if _TAG in value:
            raise StoreError("查询返回了非普通值 | a query returned a node, a relationship or a date", code="QUERY")
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _refuse_tagged(item)


@contextmanager
def bulk(database: Database, **options: int | bool) -> Iterator[object]:
    """The engine's writer of many rows, for the two batchers; finished on leaving, given up if anything was raised inside.

    The binding's own `with` finishes it in any case, and hides the first error behind those of finishing half a load.
    """
    batch = database.graph_batch(**options)._java_graph_batch
    try:
        yield batch
    except BaseException:
        batch.abandon()
        raise
    batch.close()


def edge_batcher() -> type:
    """The bridge that takes many edges as one JSON text, lists included (the wrapper's own falls back to one by one)."""
    return jpype.JClass("com.arcadedb.python.EdgeBatcher")  # type: ignore[no-any-return]


def vertex_batcher() -> type:
    """The same for nodes; it gives their record ids back as one text."""
    return jpype.JClass("com.arcadedb.python.VertexBatcher")  # type: ignore[no-any-return]


@contextmanager
def errors() -> Iterator[None]:
    """Turn what the engine raises into our errors, without its text of queries and paths."""
    try:
        yield
    except (ArcadeDBError, jpype.JException) as error:
        raise _translated(error) from error


def _translated(error: BaseException) -> StoreError | ConfigError:
    cause = error.__cause__ if isinstance(error, ArcadeDBError) and error.__cause__ is not None else error
    name = type(cause).__name__.rpartition(".")[2]
    if any(words in said for said in _all_said(error) for words in _DISK):
        return _unwritable(name)
    if name == "TimeoutException":
        return StoreError(
            "查询超时 | the query took too long",
            remedy="缩小范围，或调高 DUTYGRAPH_QUERY_SECONDS | narrow it, or raise DUTYGRAPH_QUERY_SECONDS",
            code="QUERY-TIMEOUT",
        )
    if name in {"CommandParsingException", "CommandParameterMissingException", "CommandSemanticException"}:
        return ConfigError(f"查询不成立 | not a query the engine takes: {cause}", code="QUERY")
    if name in {"DatabaseIsReadOnlyException", "QueryNotIdempotentException"}:
        return ConfigError("查询不得写入 | a query may not write", code="QUERY")
    if name == "LockException":
        return StoreBusyError("图谱正被写入 | the graph is being written", remedy="稍后再试 | try again later")
    if name in {"DatabaseMetadataException", "SchemaException", "SerializationException"}:
        return StoreCorruptError(f"图谱不可读 | the graph is unreadable ({name})", remedy="dutygraph rebuild")
    if "OutOfMemoryError" in str(error):
        return StoreError(
            "嵌入式图谱内存不足 | the embedded engine ran out of memory",
            remedy="调高 DUTYGRAPH_STORE_HEAP_MB | raise DUTYGRAPH_STORE_HEAP_MB",
            code="STORE-MEMORY",
        )
    return StoreError(f"嵌入式图谱出错 | the embedded engine failed ({name})", remedy="dutygraph rebuild")


def _all_said(error: BaseException) -> Iterator[str]:
    """What an error says, and what caused it, on both sides: the engine wraps the system's words several times over."""
    cause: BaseException | None = error
    while cause is not None:
        yield str(cause)
        inner = cause.getCause() if isinstance(cause, jpype.JException) else None
        while inner is not None:
            yield str(inner.toString())
            inner = inner.getCause()
        cause = cause.__cause__


def _unwritable(why: str) -> StoreError:
    return StoreError(
        f"图谱写不下去，磁盘已满或不可写；原有图谱不变 | the disk is full or read-only, the graph stays as it was: {why}",
        remedy="腾出空间，再 dutygraph rebuild | free some space, then dutygraph rebuild",
        code="STORE-UNWRITABLE",
    )
