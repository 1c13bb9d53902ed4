"""A graph that is made for measures can be kept, and is taken again only if the same code made it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from benchmark import kept, made
from benchmark.sampling import Sampler
from graph.search import SearchIndex, index_path
from graph.stores import open_store
from queries.catalogue import catalogue

SIZE = 500


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a home is kept, made in this process and of fewer years than one of its size has."""
    graph = made.graph_of(made.statements(SIZE, years=2))
    monkeypatch.setattr(made, "whole", lambda size: graph)
    kept.make(SIZE, tmp_path / str(SIZE))
    return tmp_path


def _no_other(*_: object, **__: object) -> None:
    raise AssertionError("another is made")


def test_a_kept_graph_is_taken_and_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _no_other)
    with kept.home(SIZE, keep=folder) as home:
        store = open_store(home.settings)
        try:
            sampler = Sampler(home.sample)
            given = sampler.parameters(catalogue().get("lists/node"), placed=False)
            rows = catalogue().run(store, "lists/node", given).rows
            assert len(rows) == 1
            name = str(rows[0]["name"])
            index = SearchIndex(index_path(home.settings, store.version()))
            assert given["node"] in {hit.id for hit in index.find(name, limit=200)}
        finally:
            store.close()


def test_other_code_makes_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = folder / str(SIZE) / "made.json"
    note.write_text(json.dumps({**json.loads(note.read_text(encoding="utf-8")), "graph": "other"}), encoding="utf-8")
    monkeypatch.setattr(subprocess, "run", _no_other)
    with pytest.raises(AssertionError, match="another is made"), kept.home(SIZE, keep=folder):
        pass
