"""Opened graphs for query tests: the made-up district and random graphs, on each backend, published once a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.settings import Settings
from graph import search
from graph.elements import Graph
from graph.stores import graph_home
from graph.stores.store import Store
from queries.library import Library, open_library
from tests.graph.made_up import district, shaken
from tests.queries.office import office

#: Chosen so that each query finds something in one of the graphs (a test says so).
SEEDS = (27, 33)
#: What was compared with a real server, for the last lines of the run.
COMPARED: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say against which server the canned queries were compared."""
    for line in COMPARED:
        terminalreporter.write_line(line)


@dataclass(frozen=True)
class Opened:
    """A graph and the store it was published to."""

    graph: Graph
    store: Store


def published(graph: Graph, settings: Settings) -> Iterator[Opened]:
    """Publish, open, and close at the end."""
    home = graph_home(settings)
    home.publish(graph, version="1")
    store = home.open()
    yield Opened(graph, store)
    store.close()
    home.close()


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The made-up district in the embedded store."""
    yield from published(district(), Settings(home=tmp_path_factory.mktemp("district")))


@pytest.fixture(scope="session", params=SEEDS)
def random_graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """A random graph in the embedded store."""
    home: Path = tmp_path_factory.mktemp("shaken")
    yield from published(shaken(request.param), Settings(home=home))


@pytest.fixture(scope="session")
def desk_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The office of `tests.queries.office`, with its index."""
    settings = Settings(home=tmp_path_factory.mktemp("office"))
    graph = office()
    search.build(search.index_path(settings, "v1"), graph)
    graph_home(settings).publish(graph, version="v1")
    with open_library(settings) as opened:
        yield opened
