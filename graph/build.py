"""From the ledger to a published graph: live statements, identity, timeline, projection, store, search index.

The graph holds nothing that is not in the ledger, so it can be thrown away and built again to the same content.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.errors import StoreCorruptError, StoreError
from core.garbage import never_collected
from core.logs import logger
from core.settings import Settings
from graph import partial, reach, search
from graph.elements import Graph
from graph.ledger.ledger import Ledger
from graph.stores import graph_home
from graph.stores.store import Counts, GraphHome

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
    return partial.folded(ledger, known_at).graph


@never_collected()
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
    made = None if force else _by_step(ledger, settings, graphs, before=before, clock=clock)
    if made is None:
        made = _whole(ledger, settings, graphs, before=before, clock=clock)
    if graphs.version() != version:
        raise StoreCorruptError(
            f"图谱版本不符 | the store says {graphs.version()!r}, published was {version!r}", remedy="dutygraph rebuild"
        )
    search.sweep(settings, keep={version, before})
    reach.sweep(settings, keep={version, before})
    ledger.verified(clock)
    report = BuildReport(version=version, statements=made.statements, nodes=made.nodes, edges=made.edges)
    _log.info(
        "graph.built",
        extra={
            "version": version,
            "statements": made.statements,
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


def _by_step(ledger: Ledger, settings: Settings, graphs: GraphHome, *, before: str, clock: int) -> reach.Made | None:
    """Publish by folding only what the load touches (`graph.partial`); None if the whole must be folded."""
    index = search.index_path(settings, before)
    known = reach.read(reach.path_of(settings, before)) if before else None
    if known is None or known.code != reach.code() or not index.is_file():
        return None
    store = graphs.open()
    try:
        if store.version() != before:
            return None
        found = partial.step(ledger, known, store, before=int(before.removeprefix("r")), now=clock)
    finally:
        store.close()
    if found is None:
        return None
    version = version_at(clock)
    old, new = found.old, found.new
    former = search.gone_between(old, new, found.identity.merged_into)
    with _in_words():
        search.change(index, search.index_path(settings, version), old, new, former=former)
        graphs.change(found.change, found.made.counts, before=before, version=version)
        reach.write(reach.path_of(settings, version), found.made)
    return found.made


def _whole(ledger: Ledger, settings: Settings, graphs: GraphHome, *, before: str, clock: int) -> reach.Made:
    """Publish the whole, folded anew."""
    version = version_at(clock)
    whole = partial.folded(ledger, clock)
    ids = {node.id for node in whole.graph.nodes}
    former = search.former_ids(search.index_path(settings, before), ids.__contains__, whole.identity.merged_into)
    made = reach.Made(reach.code(), whole.reach, Counts.of(whole.graph), whole.statements)
    with _in_words():
        # The index first: a reader that moves on to the new graph finds it there.
        search.build(search.index_path(settings, version), whole.graph, former=former)
        graphs.publish(whole.graph, version=version)
        reach.write(reach.path_of(settings, version), made)
    return made
