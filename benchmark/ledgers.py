"""Both kinds of ledger side by side in one run: the same statements written and read, in a file and on a PostgreSQL server.

    python -m benchmark.ledgers [--issues 100] [--rounds 3]

Needs Debian's `postgresql`, or `DUTYGRAPH_TEST_POSTGRES`; without it this says so and measures nothing. Both sync every commit.
Times are of the clock on the wall, as a server works beside this process: the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

from benchmark.corpus import District, Issue, places
from benchmark.figures import Figure, machine, say, told
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from graph.ledger.records import Reading
from tests.postgres_server import server

ISSUES_A_DISTRICT = 4
KINDS = ("sqlite", "postgresql")


def sides(count: int, *, rounds: int) -> Iterator[Figure]:
    """Writing issue by issue, as a load does, and reading all that counts: each kind, then one by the other."""
    found = (
        issue
        for place in places(-(-count // ISSUES_A_DISTRICT))
        for issue in islice(District(place, years=1, seed=1).issues(), ISSUES_A_DISTRICT)
    )
    issues = list(islice(found, count))
    statements = sum(len(issue.statements) for issue in issues)
    wrote: dict[str, list[float]] = {kind: [] for kind in KINDS}
    read: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(rounds):
        for kind in KINDS:  # in turns: what the machine does besides meets both
            with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
                settings = Settings(home=Path(folder)) if kind == "sqlite" else _on_server(Path(folder))
                writing, reading = _one_side(settings, issues)
            wrote[kind].append(writing)
            read[kind].append(reading)
    for kind in KINDS:
        what = f"{kind}: {statements:,} statements of {count} issues written"
        yield Figure("ledgers", what, statements / statistics.median(wrote[kind]), "rows/s")
        yield Figure("ledgers", f"{kind}: all of them read", statements / statistics.median(read[kind]), "rows/s")
    file, table = KINDS
    for what, took in (("load", wrote), ("read", read)):
        times = statistics.median(took[table]) / statistics.median(took[file])
        yield Figure("ledgers", f"{what}, {table} by {file}", times, "times", ratio=True)


def _one_side(settings: Settings, issues: Sequence[Issue]) -> tuple[float, float]:
    with open_ledger(settings) as ledger:
        begun = time.perf_counter()
        for issue in issues:
            sha256 = ledger.receive(issue.name.encode(), f"{issue.name}.txt")
            rows = tuple(replace(row, source=replace(row.source, file=sha256)) for row in issue.statements)
            ledger.mark(sha256, "parsed")
            ledger.write(Reading(sha256=sha256, kind="text", rules="2031.1.1", statements=rows))
        written = time.perf_counter()
        assert ledger.live_statements()
        return written - begun, time.perf_counter() - written


@cache
def _durable() -> server.Server:
    return server.own(durable=True)


def _on_server(folder: Path) -> Settings:
    if os.environ.get("DUTYGRAPH_TEST_POSTGRES"):
        return server.settings(folder)
    return server.own_settings(_durable(), folder)


def run(*, issues: int = 100, rounds: int = 3) -> list[Figure]:
    """Measure, print, and give the figures; none where no server can be had."""
    if lacking := server.lacking():
        say(f"ledgers: {lacking}; not measured")
        return []
    return told(sides(issues, rounds=rounds))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.ledgers", description="Both kinds of ledger.")
    parser.add_argument("--issues", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(issues=asked.issues, rounds=asked.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
