"""What a fresh service does before anybody asks: run each canned query once, out of the way of those who do ask.

The engine parses a text at its first use, and Java compiles what it runs: the first reader of a page would pay for both. So each
query is asked for something that is not there, of one place where it takes one: that costs the parsing, and no look through
all nodes, which would take the processor from the requests and, with a large graph, half of the memory of the process.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from core.errors import DutygraphError
from core.logs import logger
from graph.days import today
from graph.stores.store import Row, Value
from queries.catalogue import catalogue
from queries.header import Param, Query

_log = logger("api")

#: Seconds between two looks at whether somebody is reading, and after how many the next query is run all the same.
LOOK_SECONDS, PATIENCE_SECONDS = 0.02, 0.5


class Answers(Protocol):
    """What is asked: a library."""

    def rows(self, query: str, **parameters: Value) -> list[Row]:
        """The rows of a canned query."""
        ...


def run_each_once(library: Answers, *, busy: Callable[[], bool], pause: Callable[[float], bool]) -> None:
    """Ask every canned query once; before each one wait while others read (`busy`), for half a second at most.

    `pause` waits so many seconds and says whether to stop altogether. A query that fails is logged, and the next one is run.
    """
    begun = time.perf_counter()
    for query in catalogue():
        if _stopped_in_the_queue(busy, pause):
            return
        try:
            library.rows(query.id, **_nothing(query))
        except DutygraphError as error:
            _log.warning("graph.warming-failed", extra={"query": query.id, "code": error.code})
    _log.info("graph.warm", extra={"ms": round((time.perf_counter() - begun) * 1000)})


def _stopped_in_the_queue(busy: Callable[[], bool], pause: Callable[[float], bool]) -> bool:
    for _ in range(round(PATIENCE_SECONDS / LOOK_SECONDS)):
        if not busy():
            return pause(0)
        if pause(LOOK_SECONDS):
            return True
    return False


def _nothing(query: Query) -> dict[str, Value]:
    """Values that the query takes and finds nothing by."""
    return {param.name: _anything(param) for param in query.params if param.required or param.name == "jurisdiction"}


def _anything(param: Param) -> Value:
    values: dict[str, Value] = {"ids": [], "int": 0, "number": 0, "date": today(), "label": "Person"}
    return values.get(param.type, "-")
