"""All measures in one run, with the machine they were taken on; bars that are missed are told at the end.

    python -m benchmark [truth loading ledgers queries sides service exporting] [--large] [--write FILE] [--keep FOLDER]

Without `--large` a few minutes on an idle machine of two cores: 10,000 and 100,000 statements, ledgers of up to 100 issues.
With it also a million statements and 1,000 issues. How fast papers are read, how well, and how pages paint have commands of
their own (`benchmark.reading`, `benchmark.accuracy`, `benchmark.pages`). `--write` keeps the figures as JSON, after each part;
`--keep` keeps the graphs that queries and the service are asked of, which otherwise are made once a run.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmark import exporting, ledgers, loading, queries, service, sides, truth
from benchmark.accuracy import total
from benchmark.figures import Figure, machine, say, told, write

#: Measures at small or large sizes; graphs that other parts may ask too are kept in the folder.
Part = Callable[[bool, Path], list[Figure]]


def _truth(large: bool, _: Path) -> list[Figure]:
    found = truth.measure(districts=30 if large else 6, years=5 if large else 3)
    read, written = (sum(kinds.values(), truth.Days()) for kinds in (found.read, found.written))
    facts = f"of {written.facts:,} facts"
    return told(
        [
            Figure("truth", "rows of generated papers read: F1", total(found.rows).f1, "", at_least=0.97, ratio=True),
            Figure("truth", f"days exactly right {facts}, as read", read.exactly, "", ratio=True),
            Figure("truth", f"days exactly right {facts}, as written", written.exactly, "", ratio=True),
            Figure("truth", f"wrongly closed {facts}, as read", read.wrongly_closed, "", at_most=0, ratio=True),
            Figure("truth", f"wrongly closed {facts}, as written", written.wrongly_closed, "", at_most=0, ratio=True),
        ]
    )


def _loading(large: bool, _: Path) -> list[Figure]:
    return loading.run(rows=1_000_000 if large else 120_000, issues=(1, 100, 1_000) if large else (1, 10, 100))


def _ledgers(large: bool, _: Path) -> list[Figure]:
    return ledgers.run(issues=1_000 if large else 100)


def _queries(large: bool, keep: Path) -> list[Figure]:
    return queries.run([100_000, 1_000_000] if large else [10_000, 100_000], keep=keep)


def _sides(large: bool, _: Path) -> list[Figure]:
    return sides.run(size=100_000 if large else 5_000)


def _service(large: bool, keep: Path) -> list[Figure]:
    return service.run(size=1_000_000 if large else 10_000, seconds=30 if large else 10, keep=keep)


def _exporting(large: bool, _: Path) -> list[Figure]:
    return exporting.run(size=100_000 if large else 5_500)


PARTS: Mapping[str, Part] = {
    "truth": _truth, "loading": _loading, "ledgers": _ledgers, "queries": _queries, "sides": _sides, "service": _service, "exporting": _exporting,
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep if asked to; 0 when done, whether bars were held or not: the output says so."""
    parser = argparse.ArgumentParser(prog="python -m benchmark", description="All measures in one run.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all, if none is named")
    parser.add_argument("--large", action="store_true", help="a million statements, 1,000 issues: hours")
    parser.add_argument("--write", type=Path, help="file for the figures")
    parser.add_argument("--keep", type=Path, help="folder to keep graphs in, and to take them from")
    asked = parser.parse_args(arguments)
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    for line in machine():
        say(line)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        for part in asked.parts or PARTS:
            say()
            figures += PARTS[part](asked.large, asked.keep or Path(folder))
            if asked.write:
                write(asked.write, figures)
    missed = [figure for figure in figures if not figure.held]
    say(f"\n{len(figures)} figures, {len(missed)} bars missed 未达标")
    for figure in missed:
        say(figure.line())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
