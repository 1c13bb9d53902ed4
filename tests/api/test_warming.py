"""A fresh service runs each query once, and lets those who ask go first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from api.warming import LOOK_SECONDS, PATIENCE_SECONDS, run_each_once
from core.errors import StoreError
from graph.stores.store import Row, Value
from queries.catalogue import catalogue


class _Recorder:
    """Answers nothing and keeps what it was asked."""

    def __init__(self, failing: str = "") -> None:
        self.asked: list[tuple[str, dict[str, Value]]] = []
        self._failing = failing

    def rows(self, query: str, **parameters: Value) -> list[Row]:
        self.asked.append((query, parameters))
        if query == self._failing:
            raise StoreError("坏了 | broken", code="STORE")
        return []


def _pauses(taken: list[float], stop_after: int = 10**9) -> Callable[[float], bool]:
    def pause(seconds: float) -> bool:
        taken.append(seconds)
        return len(taken) > stop_after

    return pause


def test_each_query_is_asked_once_and_of_one_place_where_it_takes_one() -> None:
    library = _Recorder()
    run_each_once(library, busy=lambda: False, pause=_pauses([]))
    assert [query for query, _ in library.asked] == [query.id for query in catalogue()]
    for query, given in library.asked:
        needed = {param.name for param in catalogue().get(query).params if param.required}
        assert needed <= given.keys()
        assert ("jurisdiction" in given) == (catalogue().get(query).param("jurisdiction") is not None)


def test_a_query_waits_while_others_read_but_not_for_ever() -> None:
    library, taken = _Recorder(), list[float]()
    run_each_once(library, busy=lambda: True, pause=_pauses(taken))
    assert len(library.asked) == len(list(catalogue()))
    assert sum(taken) == pytest.approx(len(library.asked) * PATIENCE_SECONDS)


def test_it_goes_on_as_soon_as_nobody_reads() -> None:
    reading = iter([True, True])
    taken: list[float] = []
    run_each_once(_Recorder(), busy=lambda: next(reading, False), pause=_pauses(taken))
    assert sum(taken) == pytest.approx(2 * LOOK_SECONDS)


def test_a_service_that_stops_runs_no_more_of_them() -> None:
    library = _Recorder()
    run_each_once(library, busy=lambda: True, pause=_pauses([], stop_after=3))
    assert library.asked == []


def test_one_that_fails_keeps_none_of_the_others() -> None:
    first = next(iter(catalogue())).id
    library = _Recorder(failing=first)
    run_each_once(library, busy=lambda: False, pause=_pauses([]))
    assert len(library.asked) == len(list(catalogue()))
