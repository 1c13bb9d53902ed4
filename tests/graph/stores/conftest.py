"""The backends a store test runs on: one body, both stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from graph.stores import graph_home
from graph.stores.store import GraphHome
from tests.neo4j_server import server


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty home on each backend."""
    if request.param == "embedded":
        return Settings(home=tmp_path / "home")
    return server.settings().model_copy(update={"home": tmp_path / "home"})


@pytest.fixture
def home(store_settings: Settings) -> Iterator[GraphHome]:
    """An empty graph home on each backend."""
    opened = graph_home(store_settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _mortal() -> Iterator[server.Server]:
    ours = server.own()
    yield ours
    ours.kill()


@pytest.fixture
def mortal(_mortal: server.Server) -> server.Server:
    """A server that a test may kill, running and empty; tests have it one after the other, for a start takes long."""
    if _mortal.process is None:
        _mortal.start()
    server.empty(server.own_settings(_mortal))
    return _mortal
