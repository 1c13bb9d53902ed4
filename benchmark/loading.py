"""What it costs to load: rows a second into the embedded store, one more issue among 1, 10, 100 …, and a rebuild.

    python -m benchmark.loading [--rows 50000] [--issues 1,10,100] [--rounds 3]      bars: DESIGN, section 9

The bulk load of a graph is set against the engine's own fastest load of the same rows: made into the engine's text before
the clock starts, into types without constraint or index, nothing counted, nothing synced, Python's collector still. Rows a
second are given by the clock on the wall and by that of the processor (all threads, so what Java compiles beside counts), and
for the first load of a process, in which Java compiles most of what it runs, apart. One more issue is added to ledgers of ever
more districts, a few issues each, and to one district of ever more issues; what it costs to copy and check the directory of the
version, which grows with the data, is told apart. Other times are of the processor, all threads.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import orjson

from benchmark import made
from benchmark.corpus import District, Issue, places
from benchmark.figures import Figure, machine, say, told
from core.garbage import never_collected
from core.settings import Settings
from graph.build import build
from graph.elements import Edge, Graph, Node
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading
from graph.ontology import ontology
from graph.stores import embedded, engine
from graph.stores.embedded import EmbeddedHome
from graph.stores.order import by_place
from graph.stores.versions import Versions, verify

ROWS_A_SECOND, OF_THE_FASTEST, ONE_MORE = 20_000, 0.6, 2.0
ISSUES_A_DISTRICT = 4
_LEARNING = 2  # loads in which the Java machine still compiles what it runs, a third of their time beside

T = TypeVar("T", Node, Edge)


def bulk(rows: int, *, rounds: int) -> Iterator[Figure]:
    """Publishing a graph of about so many nodes and edges, against the engine's own load of the same."""
    graph = made.whole(max(2_000, rows * 10 // 48))
    size = len(graph.nodes) + len(graph.edges)
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        settings = Settings(home=Path(folder))
        engine.start(settings)
        own: list[float] = []
        ours: list[float] = []
        walls: list[float] = []
        for turn in range(_LEARNING + rounds):
            # In turns, so that what the Java machine has learnt by then serves both alike; the first turn is told apart.
            home = EmbeddedHome(settings, root=Path(folder) / f"ours-{turn}")
            begun, at = time.process_time(), time.perf_counter()
            home.publish(graph, version="r00000001")
            ours.append(time.process_time() - begun)
            walls.append(time.perf_counter() - at)
            with never_collected():
                own.append(_own_load(graph, Path(folder) / f"own-{turn}"))
    fastest, published = statistics.median(own[_LEARNING:]), statistics.median(ours[_LEARNING:])
    name = f"bulk load of {size:,} nodes and edges, counted, checked, synced"
    bar = ROWS_A_SECOND
    yield Figure("loading", f"{name}: on the wall", size / statistics.median(walls[_LEARNING:]), "rows/s", at_least=bar)
    yield Figure("loading", f"{name}: of the processor", size / published, "rows/s", at_least=bar)
    yield Figure("loading", "the same, first of its process: on the wall", size / walls[0], "rows/s")
    yield Figure("loading", "the same, first of its process: of the processor", size / ours[0], "rows/s")
    yield Figure(
        "loading", "the engine's own fastest load of the same rows: of the processor", size / fastest, "rows/s"
    )
    yield Figure(
        "loading", "bulk load by the engine's own", fastest / published, "times", at_least=OF_THE_FASTEST, ratio=True
    )


def _own_load(graph: Graph, path: Path) -> float:
    """Seconds in which the engine takes ready-made rows, and nothing else is done."""
    schema = ontology()
    database = engine.create(path)
    try:
        for label in schema.nodes:
            database.command("sql", f"CREATE VERTEX TYPE {label}")
        for edge_type in schema.edges:
            database.command("sql", f"CREATE EDGE TYPE {edge_type}")
        in_order, edges_in_order = by_place(graph)
        nodes = [(label, [node.id for node in some], _text(some)) for label, some in _chunked(in_order)]
        records: dict[str, str] = {}
        with engine.bulk(database, **embedded.BULK) as batch:
            vertices: Any = engine.vertex_batcher()
            edges: Any = engine.edge_batcher()
            begun = time.process_time()
            given = [str(vertices.createVerticesJson(batch, label, text)) for label, _, text in nodes]
            took = time.process_time() - begun
            for (_, ids, _), joined in zip(nodes, given, strict=True):
                records.update(zip(ids, joined.split(";"), strict=True))
            ready = [(edge_type, _text(some, records)) for edge_type, some in _chunked(edges_in_order)]
            begun = time.process_time()
            for edge_type, text in ready:
                edges.newEdgesJson(batch, edge_type, text)
        took += time.process_time() - begun
    finally:
        begun = time.process_time()
        database.close()
    return took + time.process_time() - begun


def _chunked(elements: Sequence[T]) -> Iterator[tuple[str, list[T]]]:
    """Elements of one label or type, as many at a time as a load hands over."""
    groups: dict[str, list[T]] = defaultdict(list)
    for element in elements:
        groups[element.label if isinstance(element, Node) else element.type].append(element)
    for name, some in sorted(groups.items()):
        for first in range(0, len(some), embedded.CHUNK):
            yield name, some[first : first + embedded.CHUNK]


def _text(elements: Sequence[Node | Edge], records: Mapping[str, str] | None = None) -> str:
    """Rows as the engine takes them; an edge with the records of its ends."""
    rows = [
        {**({"_src": records[one.start], "_dst": records[one.end]} if records and isinstance(one, Edge) else {}),
         **one.properties, "id": one.id}
        for one in elements
    ]  # fmt: skip
    return orjson.dumps(rows).decode()


def one_more(sizes: Sequence[int], *, deep: bool, rounds: int) -> Iterator[Figure]:
    """Adding an issue to ledgers of several sizes: of many districts, or (`deep`) of one beside a few others."""
    costs: dict[int, float] = {}
    how = "one district of" if deep else "districts with in all"
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
            settings = Settings(home=Path(folder))
            with open_ledger(settings) as ledger:
                more = _filled(ledger, size, deep=deep)
                begun = time.process_time()
                build(ledger, settings)
                yield Figure("loading", f"whole build of {how} {size} issues", time.process_time() - begun, "s")
                took, copied = [], []
                for issue in more[:rounds]:
                    _put(ledger, issue)
                    copied.append(_copy(settings, Path(folder) / "copy"))
                    begun = time.process_time()
                    build(ledger, settings)
                    took.append(time.process_time() - begun - copied[-1])
        costs[size] = statistics.median(took)
        name = f"one more issue, {how} {size} issues"
        yield Figure("loading", f"{name}: without the copy", costs[size], "s")
        yield Figure("loading", f"{name}: copying and checking the version", statistics.median(copied), "s")
    first, last = min(sizes), max(sizes)
    if first != last:
        name = f"one more issue, {how} {last} issues, by the same of {first}"
        # A district's own history is folded anew: only growth beside it is held to the bar.
        bar = None if deep else ONE_MORE
        yield Figure("loading", name, costs[last] / costs[first], "times", at_most=bar, ratio=not deep)


def _filled(ledger: Ledger, size: int, *, deep: bool) -> list[Issue]:
    """Put so many issues into a ledger; the next ones of the first district. Two others stand beside it in any case."""
    first, *others = places(2 + max(1, size // ISSUES_A_DISTRICT))
    own = list(District(first, years=12, seed=1).issues())
    kept = size if deep else min(size, ISSUES_A_DISTRICT)
    for issue in own[:kept]:
        _put(ledger, issue)
    left = 2 if deep else max(2, size - kept)
    for place in others:
        for issue in District(place, years=1, seed=1).issues():
            if left:
                _put(ledger, issue)
                left -= 1
    return own[kept:]


def _put(ledger: Ledger, issue: Issue) -> None:
    sha256 = ledger.receive(issue.name.encode(), f"{issue.name}.txt")
    rows = tuple(replace(row, source=replace(row.source, file=sha256)) for row in issue.statements)
    ledger.write(Reading(sha256=sha256, kind="text", rules="2031.1.1", statements=rows))


def _copy(settings: Settings, to: Path) -> float:
    """What copying the published version, its checksums and its search index takes."""
    current = Versions(settings.graph_path).current()
    if current is None:
        return 0.0
    begun = time.process_time()
    shutil.copytree(settings.graph_path / current.name / "db", to, ignore=shutil.ignore_patterns("*.lck"))
    shutil.copyfile(settings.search_path / f"{current.version}.sqlite3", to / "search")
    verify(settings.graph_path / current.name / "db")  # the copy is checked when it is written …
    verify(settings.graph_path / current.name / "db")  # … and the published one when it is opened
    took = time.process_time() - begun
    shutil.rmtree(to)
    return took


def run(*, rows: int = 50_000, issues: Sequence[int] = (1, 10, 100), rounds: int = 3) -> list[Figure]:
    """Measure, print, and give the figures."""
    return [
        *told(bulk(rows, rounds=rounds)),
        *told(one_more(issues, deep=False, rounds=rounds)),
        *told(one_more((min(issues), min(40, max(issues))), deep=True, rounds=rounds)),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.loading", description="Bulk loads, and one more issue.")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--issues", default="1,10,100")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(rows=asked.rows, issues=[int(size) for size in asked.issues.split(",")], rounds=asked.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
