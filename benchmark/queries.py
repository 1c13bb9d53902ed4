"""How long every canned query takes, and how that grows: keyed ones by ids of the graph, scans over one place and over all.

    python -m benchmark.queries [--sizes 10000,100000] [--rounds 30] [--store ADDRESS] [--slow 20] [--processor]

For each size a graph is made and published; each query runs many times with other ids and days. Printed a query: rows, and the
50th, 95th and 99th percentile in milliseconds, with the growth of the 95th over ten times the data. Bars: DESIGN, section 9.
All queries run once before the first is measured, as they do when a server starts. `--processor` counts the time of the
processor, not of the clock on the wall: the embedded engine answers in the thread that asks, so on a busy machine this is what
a query costs.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmark import made
from benchmark.figures import Figure, machine, percentile, say, told
from core.errors import DutygraphError
from core.settings import Settings
from graph.elements import Graph
from graph.stores.store import Store, Value
from queries.catalogue import catalogue
from queries.header import Param, Query

KEYED_MS, SCAN_MS, GROWTH = 50.0, 2_000.0, 2.0
WARM = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """One query at one size. `placed`: with a jurisdiction."""

    query: str
    cost: str
    placed: bool
    rows: float
    milliseconds: tuple[float, ...]
    refused: str = ""

    def at(self, share: float) -> float:
        """A percentile in milliseconds."""
        return percentile(self.milliseconds, share) if self.milliseconds else float("nan")


class Sampler:
    """Parameters out of a graph: ids of the label a query asks for, days inside its years, places, names."""

    def __init__(self, graph: Graph, *, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample, no secret
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._names: dict[str, list[str]] = defaultdict(list)
        touched = {end for edge in graph.edges for end in (edge.start, edge.end)}
        for node in graph.nodes:
            if node.id in touched:
                self._ids[node.label].append(node.id)
                self._names[node.label].append(str(node.properties["name"]))
        used = {str(node.properties.get("jurisdiction")) for node in graph.nodes if node.label == "Document"}
        self._places = sorted(used - {"None"})

    def parameters(self, query: Query, *, placed: bool) -> dict[str, Value]:
        """Values for all that the query requires, a day, and a place if asked for."""
        label = self._random.choice(("Person", "Task", "Group", "Organisation"))
        given: dict[str, Value] = {}
        for param in query.params:
            value = self._value(param, label)
            if value is not None:
                given[param.name] = value
        if placed:
            given["jurisdiction"] = self._random.choice(self._places)
        return given

    def _value(self, param: Param, label: str) -> Value:
        if param.type == "date":
            year = self._random.randrange(2022, 2030)
            return f"{year}-01-01" if param.name == "from" else f"{year + 1}-{self._random.randrange(1, 13):02}-15"
        if param.type == "label":
            return label
        if param.type == "ids":
            ids = self._ids[param.kinds[0] if param.kinds else "Evidence"]
            return list(self._random.sample(ids, min(50, len(ids))))
        if param.type == "id":
            labels = [kind for kind in param.kinds if self._ids.get(kind)] or [label]
            return self._random.choice(self._ids[labels[0]] or [""]) if param.required else None
        if param.required:
            return self._random.choice(self._places if param.name == "jurisdiction" else self._names["Matter"])
        return None


Clock = Callable[[], float]


def measure(store: Store, sampler: Sampler, *, rounds: int, clock: Clock = time.perf_counter) -> Iterator[Timed]:
    """Every query of the catalogue on a store; one that takes a jurisdiction also for one place."""
    for query in catalogue():
        for _ in range(WARM):
            with suppress(DutygraphError):
                catalogue().run(store, query.id, sampler.parameters(query, placed=False))
    for query in catalogue():
        can_be_placed = (param := query.param("jurisdiction")) is not None and not param.required
        for placed in (False, True) if can_be_placed else (False,):
            yield _timed(store, sampler, query, placed=placed, rounds=rounds, clock=clock)


def _timed(store: Store, sampler: Sampler, query: Query, *, placed: bool, rounds: int, clock: Clock) -> Timed:
    took: list[float] = []
    rows: list[int] = []
    # A scan over everything is slow enough to be judged from fewer runs.
    many = rounds if query.cost == "keyed" or placed else max(3, rounds // 4)
    for turn in range(WARM + many):
        given = sampler.parameters(query, placed=placed)
        begun = clock()
        try:
            found = catalogue().run(store, query.id, given)
        except DutygraphError as error:
            return Timed(query.id, query.cost, placed, 0, tuple(took), error.code)
        if turn >= WARM:
            took.append((clock() - begun) * 1000)
            rows.append(len(found.rows))
    return Timed(query.id, query.cost, placed, sum(rows) / len(rows), tuple(took))


def figures(by_size: dict[int, list[Timed]], *, store: str) -> Iterator[Figure]:
    """What the bars are about: the slowest keyed query, the slowest over all, and how they grow."""
    sizes = sorted(by_size)
    for size in sizes:
        keyed = [one for one in by_size[size] if one.cost == "keyed" or one.placed]
        over_all = [one for one in by_size[size] if one.cost != "keyed" and not one.placed]
        refused = [one for one in by_size[size] if one.refused]
        for name, some, bar in (("keyed or of one place", keyed, KEYED_MS), ("over all places", over_all, SCAN_MS)):
            answered = [one for one in some if not one.refused]
            slowest = max(answered, key=lambda one: one.at(0.95))
            yield Figure(
                "queries", f"{store}, {size:,} statements, {name}: slowest p95 ({slowest.query})", slowest.at(0.95), "ms",
                at_most=bar,
            )  # fmt: skip
            middle = percentile([one.at(0.95) for one in answered], 0.5)
            yield Figure(
                "queries", f"{store}, {size:,} statements, {name}: median p95 of {len(answered)}", middle, "ms"
            )
        yield Figure(
            "queries", f"{store}, {size:,} statements: queries not answered in time", len(refused), "", at_most=0
        )
    for small, large in pairwise(sizes):
        before = {(one.query, one.placed): one.at(0.95) for one in by_size[small] if not one.refused}
        grown = {
            one.query: one.at(0.95) / before[one.query, one.placed]
            for one in by_size[large]
            if one.cost == "keyed" and not one.refused and before.get((one.query, one.placed))
        }
        worst = max(grown, key=lambda query: grown[query])
        middle = percentile(list(grown.values()), 0.5)
        name = f"{store}, keyed, p95 at {large:,} by {small:,}"
        yield Figure("queries", f"{name}: median of {len(grown)}", middle, "times", at_most=GROWTH, ratio=True)
        yield Figure("queries", f"{name}: most ({worst})", grown[worst], "times", at_most=GROWTH)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.queries", description="Canned queries at several sizes.")
    parser.add_argument("--sizes", default="10000,100000", help="statements, joined by commas")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--store", default="embedded", help="embedded, or the address of a Neo4j server")
    parser.add_argument("--processor", action="store_true", help="processor time instead of wall time")
    parser.add_argument("--slow", type=int, default=0, help="print only so many queries, the slowest first")
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    clock = time.thread_time if asked.processor else time.perf_counter
    sizes = [int(size) for size in asked.sizes.split(",")]
    run(sizes, rounds=asked.rounds, store=asked.store, slow=asked.slow, clock=clock)
    return 0


def run(
    sizes: Sequence[int], *, rounds: int = 30, store: str = "embedded", slow: int = 0, clock: Clock = time.perf_counter
) -> list[Figure]:
    """Measure at all sizes, print a table each, and give the figures."""
    by_size: dict[int, list[Timed]] = {}
    name = "embedded" if store == "embedded" else "neo4j"
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
            graph = made.whole(size)
            opened = made.published(graph, Settings(home=Path(folder), store=store))
            sampler = Sampler(graph)
            del graph
            try:
                by_size[size] = list(measure(opened, sampler, rounds=rounds, clock=clock))
            finally:
                opened.close()
        _table(by_size[size], size, slow)
    return told(figures(by_size, store=name))


def _table(timed: Sequence[Timed], size: int, slow: int) -> None:
    say(f"\n{size:,} statements{'':<26}{'rows':>8}{'p50':>9}{'p95':>9}{'p99':>9}  ms")
    shown = sorted(timed, key=lambda one: one.at(0.95), reverse=True)[:slow] if slow else timed
    for one in shown:
        name = f"{one.query} {'(one place)' if one.placed else '(all)' if one.cost == 'scan' else ''}"
        refused = f"  {one.refused}" if one.refused else ""
        say(f"{name:<44}{one.rows:>8.1f}{one.at(0.5):>9.1f}{one.at(0.95):>9.1f}{one.at(0.99):>9.1f}{refused}")


if __name__ == "__main__":
    raise SystemExit(main())
