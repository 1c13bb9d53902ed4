"""What a library remembers of its version: for what every answer of a place asks again."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from core.errors import StoreError
from graph.search import SearchIndex
from graph.stores.store import Store
from queries.library import Library


@pytest.fixture
def library() -> Library:
    """One whose store is never asked."""
    return Library(cast("Store", object()), SearchIndex(Path("none")))


def test_what_is_asked_again_is_found_once_a_library(library: Library) -> None:
    asked: list[tuple[str, int]] = []

    def find(_: Library, name: str, number: int) -> str:
        asked.append((name, number))
        return f"{name}{number}"

    assert [library.remembered(find, name, 1) for name in "甲乙甲甲"] == ["甲1", "乙1", "甲1", "甲1"]
    assert asked == [("甲", 1), ("乙", 1)]
    assert Library(library.store, library.index).remembered(find, "甲", 1) == "甲1"
    assert asked == [("甲", 1), ("乙", 1), ("甲", 1)], "the next version finds for itself"


def test_only_the_latest_are_kept(library: Library) -> None:
    asked: list[int] = []

    def find(_: Library, number: int) -> str:
        asked.append(number)
        return str(number)

    for number in range(1000):
        library.remembered(find, 0)
        library.remembered(find, number)
    assert asked == list(range(1000)), "what is asked for again and again stays"
    library.remembered(find, 1)
    assert asked[-1] == 1, "what nobody asked for since is gone"


def test_an_error_is_not_remembered(library: Library) -> None:
    fails = iter([True, False])

    def find(_: Library) -> str:
        if next(fails):
            raise StoreError("忙 | busy", code="STORE")
        return "好"

    with pytest.raises(StoreError):
        library.remembered(find)
    assert library.remembered(find) == "好"
