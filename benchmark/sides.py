"""The stores side by side in one run: the same graph loaded and asked, embedded, on the Neo4j server of the tests, in Ladybug.

    python -m benchmark.sides [--size 5000] [--rounds 5]

Neo4j needs Java and Maven, or `DUTYGRAPH_TEST_NEO4J`; Ladybug, which is no backend but a check on the default
(`benchmark.rival`), the extra `compare`. Without them it says so and leaves them out. Printed a query: rows, and the 50th and 95th
percentile in milliseconds on each; `=` where the rows are those of the embedded store, `≠` where they are not, and the code of the
error where a store does not take it. Times are of the clock on the wall, as two of the three answer beside this process: the
machine should have nothing else to do. Each is given a gigabyte, Neo4j one for its heap and one for its pages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmark import made
from benchmark.figures import Figure, machine, percentile, say, told
from benchmark.queries import Timed, measure
from benchmark.sampling import Sample, Sampler
from core.errors import DutygraphError
from core.garbage import passed_over
from core.settings import Settings
from graph.elements import Graph
from graph.stores.store import Row, Store
from queries.catalogue import catalogue
from tests.neo4j_server import server

#: How often each query is asked of all stores with the same parameters, to compare the rows.
ASKED = 3
#: Heap of the embedded engine, heap and pages of Neo4j, pages of Ladybug: what writing a million statements at once takes.
MEMORY_MB = 1_024

Loaded = Callable[[Graph, Path], Store]


@dataclass(frozen=True, slots=True)
class Side:
    """What one store did: how long the load took, how long each query, and what each answered."""

    name: str
    load: float
    timed: dict[str, Timed]
    answers: dict[str, list[list[Row]]]

    def keyed(self, among: set[str]) -> list[Timed]:
        """The keyed queries it answered, of those named."""
        return [one for one in self.timed.values() if one.cost == "keyed" and not one.refused and one.query in among]

    def mark(self, query: str, other: Side) -> str:
        """Whether it answered what another side did."""
        if self.timed[query].refused:
            return self.timed[query].refused
        return "=" if self.answers[query] == other.answers[query] else "≠"


def figures(sides: Sequence[Side], elements: int) -> Iterator[Figure]:
    """Loads and queries, each once a store, then what the others are by the embedded one; queries that all take, told apart."""
    embedded, *others = sides
    common = {
        query for query in embedded.timed if all(not side.timed[query].refused for side in sides)
    }  # fmt: skip
    middles: dict[str, float] = {}
    for side in sides:
        keyed = side.keyed(common)
        middles[side.name] = percentile([one.at(0.95) for one in keyed], 0.5)
        yield Figure(
            "sides", f"{side.name}: first load of {elements:,} nodes and edges", elements / side.load, "rows/s"
        )
        name = f"{side.name}: keyed queries that all take, median p95 of {len(keyed)}"
        yield Figure("sides", name, middles[side.name], "ms")
        slowest = max(side.keyed(set(side.timed)), key=lambda one: one.at(0.95))
        yield Figure("sides", f"{side.name}: keyed queries, slowest p95 ({slowest.query})", slowest.at(0.95), "ms")
    for side in others:
        marks = [side.mark(query, embedded) for query in side.timed]
        exact = len(marks) if side.name == "neo4j" else None
        yield Figure("sides", f"{side.name}: queries taken, of {len(marks)}", len([m for m in marks if m in "=≠"]), "")
        yield Figure(
            "sides", f"{side.name}: queries with the rows of the embedded store, of {len(marks)}", marks.count("="), "",
            at_least=exact, ratio=True,
        )  # fmt: skip
        yield Figure("sides", f"load, {side.name} by embedded", side.load / embedded.load, "times", ratio=True)
        by = middles[side.name] / middles["embedded"]
        yield Figure("sides", f"keyed queries that all take, {side.name} by embedded", by, "times", ratio=True)


def one_side(name: str, loaded: Loaded, graph: Graph, rounds: int) -> Side:
    """Load a graph into one store, ask it everything, and let go of it."""
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        begun = time.perf_counter()
        store = loaded(graph, Path(folder))
        took = time.perf_counter() - begun
        try:
            sample = Sample.of(graph)
            say(f"sides: {name} loaded in {took:,.0f} s")
            timed = {one.query: one for one in measure(store, Sampler(sample), rounds=rounds) if not one.placed}
            return Side(name, took, timed, _answers(store, Sampler(sample, seed=2)))
        finally:
            store.close()


def _answers(store: Store, sampler: Sampler) -> dict[str, list[list[Row]]]:
    """Rows of each query, the same parameters for every store."""
    found: dict[str, list[list[Row]]] = {}
    for query in catalogue():
        answers = found.setdefault(query.id, [])
        for _ in range(ASKED):
            given = sampler.parameters(query, placed=False)
            with suppress(DutygraphError):
                answers.append(catalogue().run(store, query.id, given).rows)
    return found


def _stores() -> Iterator[tuple[str, Loaded]]:
    yield "embedded", lambda graph, folder: made.published(graph, Settings(home=folder, store_heap_mb=MEMORY_MB))
    if os.environ.get("DUTYGRAPH_TEST_NEO4J") or (shutil.which("java") and shutil.which("mvn")):
        means = server.Means((f"-Xmx{MEMORY_MB}m", "-XX:+UseParallelGC"), pages_mb=MEMORY_MB)
        say(f"sides: {server.description(server.settings(means))}")
        yield (
            "neo4j",
            lambda graph, folder: made.published(graph, server.settings(means).model_copy(update={"home": folder})),
        )
    else:
        say("sides: no Neo4j here (needs Java and Maven, or DUTYGRAPH_TEST_NEO4J)")
    if find_spec("ladybug"):
        from benchmark.rival import Ladybug

        yield "ladybug", lambda graph, folder: Ladybug(graph, folder, pages_mb=MEMORY_MB)
    else:
        say("sides: no Ladybug here (needs the extra compare)")


def _table(sides: Sequence[Side]) -> None:
    say(f"\n{'':<36}{'rows':>7}" + "".join(f"{side.name:>16} p50{'p95':>8}{'':<10}" for side in sides) + " ms")
    for query, first in sides[0].timed.items():
        columns = "".join(
            f"{side.timed[query].at(0.5):>20.1f}{side.timed[query].at(0.95):>8.1f} {side.mark(query, sides[0]):<9}"
            for side in sides
        )
        say(f"{query:<36}{first.rows:>7.1f}{columns}")
    say()


def run(*, size: int = 5_000, rounds: int = 5) -> list[Figure]:
    """Measure, print, and give the figures; none where there is nothing to compare with."""
    graph = made.whole(size)
    passed_over()  # Java has Python collect whenever it does: a look through millions of elements each time
    sides = [one_side(name, loaded, graph, rounds) for name, loaded in _stores()]
    if len(sides) == 1:
        return []
    _table(sides)
    return told(figures(sides, len(graph.nodes) + len(graph.edges)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.sides", description="The stores side by side.")
    parser.add_argument("--size", type=int, default=5_000, help="statements")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(size=asked.size, rounds=asked.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
