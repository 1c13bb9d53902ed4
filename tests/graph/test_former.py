"""Ids that lead on, and ids that are gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import StoreCorruptError
from graph import search
from graph.elements import Graph, Node
from graph.search import SearchIndex


def person(identifier: str) -> Node:
    return Node("Person", identifier, {"id": identifier, "name": f"周{identifier}"})


def built(path: Path, people: Sequence[str], before: Path, owners: dict[str, str]) -> SearchIndex:
    former = search.former_ids(before, set(people).__contains__, lambda known: owners.get(known, known))
    search.build(path, Graph.of([person(each) for each in people], ()), former=former)
    return SearchIndex(path)


def test_a_joined_id_leads_to_its_owner_and_a_withdrawn_one_nowhere(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{number}.sqlite3" for number in range(3))
    built(one, ["a", "b", "c"], tmp_path / "none", {})
    index = built(two, ["a"], one, {"b": "a"})
    assert [index.former(each) for each in "abcd"] == [None, "a", "", None]
    # A later version goes on knowing, and follows an owner that was joined in its turn.
    index = built(three, ["e"], two, {"a": "e", "b": "e"})
    assert [index.former(each) for each in "abc"] == ["e", "e", ""]


def test_an_id_that_comes_back_is_no_former_one(tmp_path: Path) -> None:
    one, two, three = (tmp_path / f"{number}.sqlite3" for number in range(3))
    built(one, ["a"], tmp_path / "none", {})
    assert built(two, ["b"], one, {}).former("a") == ""
    index = built(three, ["a", "b"], two, {})
    assert index.former("a") is None
    assert index.get("a") is not None


def test_a_damaged_index_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    path.write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(StoreCorruptError):
        SearchIndex(path).former("a")
    assert search.former_ids(path, lambda _: True, str) == {}
