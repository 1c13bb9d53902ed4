"""Both stores side by side in one run: the same graph loaded and asked, embedded and on the Neo4j server of the tests.

    python -m benchmark.sides [--size 5000] [--rounds 10]

Needs Java and Maven, or `DUTYGRAPH_TEST_NEO4J`; without them it says so and measures nothing. Times are of the clock on the wall,
as both answer beside this process: the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmark import made
from benchmark.figures import Figure, machine, percentile, say, told
from benchmark.queries import Sampler, Timed, measure
from core.settings import Settings
from graph.elements import Graph
from tests.neo4j_server import server

STORES = ("embedded", "neo4j")


def sides(size: int, *, rounds: int) -> Iterator[Figure]:
    """Load and queries on both stores, each figure once a store, then what one is by the other."""
    graph = made.whole(size)
    loads: dict[str, float] = {}
    middles: dict[str, float] = {}
    for store in STORES:
        with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
            settings = Settings(home=Path(folder)) if store == "embedded" else _on_server(Path(folder))
            loads[store], timed = _one_side(graph, settings, rounds)
        elements = len(graph.nodes) + len(graph.edges)
        keyed = [one for one in timed if one.cost == "keyed" and not one.refused]
        middles[store] = percentile([one.at(0.95) for one in keyed], 0.5)
        yield Figure("sides", f"{store}: first load of {elements:,} nodes and edges", elements / loads[store], "rows/s")
        yield Figure("sides", f"{store}: keyed queries, median p95 of {len(keyed)}", middles[store], "ms")
        slowest = max(keyed, key=lambda one: one.at(0.95))
        yield Figure("sides", f"{store}: keyed queries, slowest p95 ({slowest.query})", slowest.at(0.95), "ms")
    yield Figure("sides", "load, neo4j by embedded", loads["neo4j"] / loads["embedded"], "times", ratio=True)
    yield Figure(
        "sides", "keyed queries, neo4j by embedded", middles["neo4j"] / middles["embedded"], "times", ratio=True
    )


def _one_side(graph: Graph, settings: Settings, rounds: int) -> tuple[float, list[Timed]]:
    begun = time.perf_counter()
    store = made.published(graph, settings)
    took = time.perf_counter() - begun
    try:
        return took, list(measure(store, Sampler(graph), rounds=rounds))
    finally:
        store.close()


def _on_server(folder: Path) -> Settings:
    return server.settings().model_copy(update={"home": folder})


def run(*, size: int = 5_000, rounds: int = 10) -> list[Figure]:
    """Measure, print, and give the figures; none where no server can be had."""
    if not os.environ.get("DUTYGRAPH_TEST_NEO4J") and not (shutil.which("java") and shutil.which("mvn")):
        say("sides: no Neo4j here (needs Java and Maven, or DUTYGRAPH_TEST_NEO4J); not measured")
        return []
    say(f"sides: {server.description(server.settings())}")
    return told(sides(size, rounds=rounds))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.sides", description="Both stores side by side.")
    parser.add_argument("--size", type=int, default=5_000, help="statements")
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(size=asked.size, rounds=asked.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
