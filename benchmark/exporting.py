"""How long the exports take: every format of one graph, and what ten times the graph costs.

python -m benchmark.exporting [--size 5000] [--formats jsonl,csv]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmark import made
from benchmark.figures import Figure, machine, say, told
from graph.exports.formats import FORMATS, export
from graph.exports.making import Making


def measure(size: int, formats: Sequence[str]) -> Iterator[Figure]:
    """Write a graph of a size in each format, and one of a tenth of it."""
    small, large = made.whole(max(1, size // 10)), made.whole(size)
    growth = (len(large.nodes) + len(large.edges)) / (len(small.nodes) + len(small.edges))
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        for name in formats:
            took = []
            for turn, graph in enumerate((small, large)):
                begun = time.process_time()
                paths = export(graph, FORMATS[name], Path(folder) / f"{turn}-{name}", Making())
                took.append(time.process_time() - begun)
            megabytes = sum(path.stat().st_size for path in paths) / 1e6
            what = f"{name}: {len(large.nodes):,} nodes, {len(large.edges):,} edges, {megabytes:.1f} MB"
            yield Figure("exports", what, took[1], "s")
            yield Figure(
                "exports",
                f"{name}: time for {growth:.1f} times the graph, by that",
                took[1] / took[0] / growth,
                "times",
            )


def run(*, size: int = 5_000, formats: Sequence[str] = ()) -> list[Figure]:
    """Measure, print, and give the figures."""
    return told(measure(size, formats or tuple(FORMATS)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.exporting", description="Every export, timed.")
    parser.add_argument("--size", type=int, default=5_000, help="statements")
    parser.add_argument("--formats", default="", help="names joined by commas; all, if none is named")
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(size=asked.size, formats=[name for name in asked.formats.split(",") if name])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
