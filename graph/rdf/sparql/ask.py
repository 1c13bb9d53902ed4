"""Asking: the store of a version, and a child process that runs one query on it within limits."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from pyoxigraph import Quad, Store

from core.errors import LimitError, StoreBusyError, StoreError, UsageError
from graph.elements import Graph
from graph.exports.making import Making
from graph.rdf.sparql.refusal import check
from graph.rdf.terms import Names, prefixes
from graph.rdf.write import quads

#: Address space of a child: the interpreter, the engine with what its threads reserve, and room for a join of all there is.
MEMORY_BYTES: Final = 2 * 1024 * 1024 * 1024
#: Children at once: a query is as dear as all pages of a reader together.
_CHILDREN: Final = threading.BoundedSemaphore(2)
_PATIENCE: Final = 5.0

Table = Literal["json", "csv", "xml"]
Graphs = Literal["turtle", "ntriples"]


@dataclass(frozen=True, slots=True)
class Result:
    """A result and the form it is in: one of `Table` or `Graphs`."""

    form: str
    data: bytes


def build(graph: Graph, making: Making, path: Path) -> None:
    """Write the store of a graph: all of it once in the default graph, and again a named graph a paper."""
    found = quads(graph, making.names, texts=making.texts)
    store = Store(path)
    store.bulk_extend(found)
    store.bulk_extend({Quad(each.subject, each.predicate, each.object) for each in found})
    store.flush()


def ask(
    store: Path, query: str, names: Names, *, table: Table = "json", graph: Graphs = "turtle", rows: int, seconds: float
) -> Result:
    """The result of a query in the form asked for.

    Raises `UsageError` (`SPARQL-REFUSED`, `SPARQL-SYNTAX`), `LimitError` (`SPARQL-ROWS`, `SPARQL-MEMORY`), `StoreError`
    (`QUERY-TIMEOUT`), `StoreBusyError` if too many others ask.
    """
    check(query)
    asked = {
        "store": str(store), "query": query, "prefixes": prefixes(names), "table": table, "graph": graph, "rows": rows,
        "seconds": math.ceil(seconds), "bytes": MEMORY_BYTES,
    }  # fmt: skip
    if not _CHILDREN.acquire(timeout=_PATIENCE):
        raise StoreBusyError(
            "查询过多 | too many queries at once", remedy="稍后再试 | try again later", code="SPARQL-BUSY"
        )
    try:
        done = subprocess.run(
            [sys.executable, "-m", "graph.rdf.sparql.child"],
            input=json.dumps(asked).encode(),
            capture_output=True,
            # Where our code is, and nothing else of the environment: keys and passwords stay here.
            # Two heaps for all threads: else each new one reserves addresses, and how many there are is chance.
            env={"PYTHONPATH": os.pathsep.join(sys.path), "MALLOC_ARENA_MAX": "2"},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _timeout(seconds) from error
    finally:
        _CHILDREN.release()
    head, _, data = done.stdout.partition(b"\n")
    if not head:
        # Killed by the kernel: out of its time, or the engine gave up for want of memory.
        raise _timeout(seconds) if done.returncode in (-9, -24) else _memory()
    told = json.loads(head)
    match told.get("error"):
        case None:
            return Result(told["form"], data)
        case "SPARQL-ROWS":
            raise LimitError(f"结果超过 {rows} 条 | more than {rows} rows", remedy="LIMIT", code="SPARQL-ROWS")
        case "SPARQL-MEMORY":
            raise _memory()
        case code:
            raise UsageError(f"不是查询 | not a query: {told['message']}", remedy="SPARQL 1.1", code=code)


def _timeout(seconds: float) -> StoreError:
    return StoreError(
        f"查询超过 {seconds:g} 秒 | the query took over {seconds:g} s",
        remedy="DUTYGRAPH_QUERY_SECONDS",
        code="QUERY-TIMEOUT",
    )


def _memory() -> LimitError:
    return LimitError(
        f"查询内存超过 {MEMORY_BYTES >> 20} MB | the query needs too much memory",
        remedy="缩小范围 | narrow it",
        code="SPARQL-MEMORY",
    )
