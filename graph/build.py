"""From the ledger to a published graph: live statements, identity, timeline, projection, store, search index.

The graph holds nothing that is not in the ledger, so it can be thrown away and built again to the same content.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.errors import StoreCorruptError, StoreError
from core.logs import logger
from core.settings import Settings
from graph import search
from graph.elements import Graph
from graph.identity import resolve
from graph.ledger.ledger import Ledger
from graph.projection import project
from graph.stores import graph_home
from graph.stores.store import GraphHome
from graph.timeline import fold

_log = logger("graph")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made. `fresh` is False if the published graph already stood where the ledger stands."""

    version: str
    statements: int = 0
    nodes: int = 0
    edges: int = 0
    fresh: bool = True


def version_at(clock: int) -> str:
    """The name of the graph version that holds all the ledger knew at a journal row."""
    return f"r{clock:08d}"


def graph_of(ledger: Ledger, known_at: int | None = None) -> Graph:
    """The graph the ledger amounts to, as it stood at a journal row (default: now). Writes nothing."""
    return _project(ledger, known_at).graph


def build(ledger: Ledger, settings: Settings, *, home: GraphHome | None = None, force: bool = False) -> BuildReport:
    """Publish the graph of the ledger with its search index, all or nothing, and mark the files in it as verified.

    Nothing is built if the published version stands where the ledger stands, unless `force`. `home` is where graphs
    are published (default: what the settings name). Raises `StoreBusyError`, `StoreCorruptError`,
    `StoreUnavailableError`; the graph published before then stays.
    """
    graphs = home or graph_home(settings)
    clock = ledger.content_clock()
    version = version_at(clock)
    try:
        before = graphs.version()
    except StoreCorruptError:  # a build mends it; the newest search index knows the former ids
        before, force = search.newest(settings), True
    if before == version and not force:
        ledger.verified(clock)
        return BuildReport(version=version, fresh=False)
    begun = time.perf_counter()
    made = _project(ledger, clock)
    graph, statements = made.graph, made.statements
    ids = {node.id for node in graph.nodes}
    former = search.former_ids(search.index_path(settings, before), ids.__contains__, made.owner_of)
    with _in_words():
        # The index first: a reader that moves on to the new graph finds it there.
        search.build(search.index_path(settings, version), graph, former=former)
        graphs.publish(graph, version=version)
    if graphs.version() != version:
        raise StoreCorruptError(
            f"图谱版本不符 | the store says {graphs.version()!r}, published was {version!r}", remedy="dutygraph rebuild"
        )
    search.sweep(settings, keep={version, before})
    ledger.verified(clock)
    report = BuildReport(version=version, statements=statements, nodes=len(graph.nodes), edges=len(graph.edges))
    _log.info(
        "graph.built",
        extra={
            "version": version,
            "statements": statements,
            "nodes": report.nodes,
            "edges": report.edges,
            "ms": round((time.perf_counter() - begun) * 1000),
        },
    )
    return report


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"图谱写不下去；原有图谱不变 | the graph cannot be written and stays as it was: {error}",
            remedy="检查 --home 的空间与权限，再 dutygraph rebuild | check space and permissions of --home, then rebuild",
            code="STORE-UNWRITABLE",
        ) from error


@dataclass(frozen=True, slots=True)
class _Projected:
    graph: Graph
    statements: int
    owner_of: Callable[[str], str]


def _project(ledger: Ledger, known_at: int | None) -> _Projected:
    live = ledger.live(known_at)
    identity = resolve(live.statements, live.decisions, ids=live.ids)
    # What is not sure enough is held back already; a doubtful row that a person accepted must not be held back again.
    timeline = fold(live.statements, identity, min_confidence=0)
    return _Projected(project(live.statements, identity, timeline), len(live.statements), identity.merged_into)
