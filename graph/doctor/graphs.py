"""The published graph, its search index, the graphs of past days: as written, and what the ledger amounts to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from core.errors import ConfigError, NotFoundError, StoreCorruptError, StoreError
from core.settings import Settings
from graph.build import graph_of, version_at
from graph.doctor.findings import Finding
from graph.elements import Graph
from graph.ledger.at_rest import looking, trouble
from graph.ledger.ledger import Ledger
from graph.search import index_path
from graph.search.build import KINDS
from graph.stores import graph_home
from graph.stores.store import Counts, GraphHome
from graph.stores.versions import Versions, verify

_VERSION = re.compile(r"r(\d{8,15})")


def published(ledger: Ledger, settings: Settings) -> Iterator[Finding]:
    """Pointer, files, counts, and whether it stands where the ledger stands; then its search index."""
    try:
        home = graph_home(settings)
        version = home.version()
    except StoreCorruptError as error:
        yield Finding("GRAPH-POINTER", error.message)
        return
    except (StoreError, ConfigError) as error:
        yield Finding("GRAPH-UNAVAILABLE", error.message)
        return
    try:
        if not version:
            yield Finding("GRAPH-NONE")
            return
        if version != version_at(ledger.content_clock()):
            yield Finding("GRAPH-BEHIND", f"{version} ≠ {version_at(ledger.content_clock())}")
        row = _row_of(version, ledger)
        if row is None:
            yield Finding("GRAPH-POINTER", version)
            return
        graph = graph_of(ledger, row)
        yield from _counts(home, graph)
        yield from _index(index_path(settings, version), graph)
    finally:
        home.close()


def left_over(settings: Settings) -> Iterator[Finding]:
    """Old versions that no process holds: the next build deletes them, and their words with them."""
    yield from (Finding("GRAPH-LEFT", name) for name in Versions(settings.graph_path).idle())


def past(settings: Settings) -> Iterator[Finding]:
    """The graphs kept for questions as the ledger stood at some time."""
    for folder in sorted(settings.past_path.glob("*")):
        try:
            current = Versions(folder / "graph").current()
            if current is not None:
                verify(folder / "graph" / current.name / "db")
        except StoreError:
            yield Finding("PAST-CORRUPT", f"{settings.past_path.name}/{folder.name}")


def audit_log(settings: Settings) -> Iterator[Finding]:
    """The audit log of writes over HTTP, if there is one."""
    path = settings.home / "audit.sqlite3"
    said = trouble(path) if path.is_file() else ""
    if said:
        yield Finding("AUDIT-CORRUPT", said)


def space(settings: Settings) -> Iterator[Finding]:
    """A load builds the new graph beside the live one."""
    needed = sum(path.stat().st_size for path in settings.graph_path.rglob("*") if path.is_file())
    free = shutil.disk_usage(settings.home).free
    if free < needed:
        yield Finding("DISK-LOW", f"{free >> 20} MB < {needed >> 20} MB")


def _row_of(version: str, ledger: Ledger) -> int | None:
    """The journal row a version was built at; None for a name the ledger cannot have given."""
    named = _VERSION.fullmatch(version)
    if named is None or int(named[1]) > ledger.clock():
        return None
    return int(named[1])


def _counts(home: GraphHome, graph: Graph) -> Iterator[Finding]:
    try:
        store = home.open()
    except (StoreCorruptError, NotFoundError) as error:
        yield Finding("GRAPH-CORRUPT", error.message)
        return
    except StoreError as error:
        yield Finding("GRAPH-UNAVAILABLE", error.message)
        return
    try:
        expected, found = Counts.of(graph), store.counts()
    except StoreError as error:
        yield Finding("GRAPH-CORRUPT", error.message)
    else:
        if found != expected:
            yield Finding("GRAPH-COUNTS", found.differences(expected))
    finally:
        store.close()


def _index(path: Path, graph: Graph) -> Iterator[Finding]:
    if not path.is_file():
        yield Finding("SEARCH-NONE", path.name)
        return
    said = trouble(path)
    if said:
        yield Finding("SEARCH-CORRUPT", said)
        return
    expected = {
        (node.id, node.label, str(node.properties.get("name", ""))) for node in graph.nodes if node.label in KINDS
    }
    try:
        with looking(path) as database:
            found = set(database.execute("SELECT id, kind, name FROM entities"))
    except StoreCorruptError as error:
        yield Finding("SEARCH-CORRUPT", error.message)
        return
    if found != expected:
        yield Finding("SEARCH-DIFFERS", f"{len(found ^ expected)}")
