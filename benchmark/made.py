"""Graphs of a size for the measures: statements of the corpus, folded and published."""

from __future__ import annotations

from collections.abc import Iterator

from benchmark.corpus import District, places
from core.settings import Settings
from graph.elements import Edge, Graph, Node
from graph.identity import resolve
from graph.ids import assign_ids
from graph.projection import project
from graph.statements import Statement
from graph.stores import graph_home
from graph.stores.store import Store
from graph.timeline import fold

YEARS = 10
#: Statements a district makes in a year, roughly.
A_YEAR = 275


def statements(size: int, *, seed: int = 1, years: int = YEARS) -> list[Statement]:
    """About so many statements: whole districts over so many years."""
    return [
        row
        for place in places(districts(size, years=years))
        for issue in District(place, years=years, seed=seed).issues()
        for row in issue.statements
    ]


def districts(size: int, *, years: int = YEARS) -> int:
    """How many districts a size needs."""
    return max(1, round(size / (A_YEAR * years)))


def graph_of(given: list[Statement]) -> Graph:
    """The graph of statements, folded whole."""
    ids = assign_ids(given)
    identity = resolve(ids.statements, ids=ids)
    return project(ids.statements, identity, fold(ids.statements, identity, min_confidence=0))


def graphs(size: int, *, seed: int = 1, years: int = YEARS) -> Iterator[Graph]:
    """The graph of a size, district by district, which never needs the whole in memory.

    Made-up districts of different cities name nobody and nothing of one another but the places above them and the names
    things go by, so that the parts together are the whole.
    """
    for place in places(districts(size, years=years)):
        yield graph_of([row for issue in District(place, years=years, seed=seed).issues() for row in issue.statements])


def whole(size: int, *, seed: int = 1, years: int = YEARS) -> Graph:
    """The graph of a size from its parts, each element once."""
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for part in graphs(size, seed=seed, years=years):
        nodes.update((node.id, node) for node in part.nodes)
        edges.update((edge.id, edge) for edge in part.edges)
    return Graph.of(nodes.values(), edges.values())


def published(graph: Graph, settings: Settings) -> Store:
    """The graph in the store that the settings name, opened."""
    home = graph_home(settings)
    try:
        home.publish(graph, version="r00000001")
        return home.open()
    finally:
        home.close()
