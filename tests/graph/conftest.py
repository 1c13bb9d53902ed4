"""The graphs of the examples, each read and projected once: what every format is tried on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.settings import Settings
from graph.build import graph_of
from graph.elements import Graph
from graph.exports.making import Making
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from tests.conftest import ROOT

EXAMPLES = ("lanting", "dongsheng-2023q3", "gazette")


@dataclass(frozen=True)
class Example:
    """A graph and what its ledger adds: the texts of its papers."""

    name: str
    graph: Graph
    making: Making


@pytest.fixture(scope="session")
def lanting_example(lanting: Settings) -> Iterator[Example]:
    """The made-up district."""
    with open_ledger(lanting) as ledger:
        yield Example("lanting", graph_of(ledger), Making.of(lanting, ledger))


@pytest.fixture(scope="session", params=EXAMPLES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """Each example: the made-up district, facts of a real gazette, and the gazette itself where it is at hand."""
    if request.param == "lanting":
        yield request.getfixturevalue("lanting_example")
        return
    settings = Settings(home=tmp_path_factory.mktemp(request.param))
    with open_ledger(settings) as ledger:
        load([_papers(request)], ledger, settings)
        yield Example(request.param, graph_of(ledger), Making.of(settings, ledger))


def _papers(request: pytest.FixtureRequest) -> Path:
    if request.param == "gazette":
        shared: Path = request.getfixturevalue("shared")
        return shared / "gazette" / "dongsheng-2023-q3.txt"
    return ROOT / "examples" / str(request.param)
