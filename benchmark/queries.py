"""How long every canned query takes, and how that grows: keyed ones by ids of the graph, scans over one place and over all.

    python -m benchmark.queries [--sizes 10000,100000] [--rounds 50] [--store ADDRESS] [--slow 20] [--processor] [--keep FOLDER]
                                [--part started|all]

For each size a graph is made and published; each query runs many times with other ids and days. Printed a query: rows, and the
50th, 95th and 99th percentile in milliseconds, with the growth of the 95th over ten times the data. Each is the median of three
runs over all queries, so that what the machine did beside in one of them (Java collects, or compiles) is not told of a query that
happened to be asked then. Bars: DESIGN, section 9.
All queries run before the first is measured, as they do when a server starts. `--processor` counts the time of the processor,
not of the clock on the wall, for machines that have other things to do: that of the thread that asks, in which the embedded
engine answers (what Java compiles and collects beside is not counted); the time limit of a query, which is one of the wall, is
then put off. `--keep` keeps the graphs of the embedded store in a folder, and takes those kept there by the same code.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from benchmark import kept, made
from benchmark.figures import Figure, machine, percentile, say, told
from benchmark.sampling import Sample, Sampler
from core.errors import DutygraphError
from core.garbage import passed_over
from core.settings import Settings
from graph.stores import open_store
from graph.stores.store import Store
from queries.catalogue import catalogue
from queries.header import Query

KEYED_MS, SCAN_MS, GROWTH = 50.0, 2_000.0, 2.0
WARM = 10
#: How often all queries are measured, one after another.
RUNS = 3
#: What can be asked alone: what starts at an index, and what looks at whole labels.
PARTS = ("started", "all")
#: Seconds on the wall that a query may take where processor time is measured.
PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Timed:
    """One query at one size. `placed`: with a jurisdiction; `milliseconds`: those of each run."""

    query: str
    cost: str
    placed: bool
    rows: float
    milliseconds: tuple[tuple[float, ...], ...]
    refused: str = ""

    def at(self, share: float) -> float:
        """A percentile in milliseconds: the median of that of the runs."""
        found = [percentile(run, share) for run in self.milliseconds if run]
        return percentile(found, 0.5) if found else float("nan")

    @classmethod
    def of_runs(cls, runs: Sequence[Timed]) -> Timed:
        """One query out of several runs; refused if one of them was."""
        rows = sum(run.rows for run in runs) / len(runs)
        refused = next((run.refused for run in runs if run.refused), "")
        took = tuple(each for run in runs for each in run.milliseconds)
        return replace(runs[0], rows=rows, milliseconds=took, refused=refused)


Clock = Callable[[], float]


def measure(
    store: Store, sampler: Sampler, *, rounds: int, clock: Clock = time.perf_counter, part: str = ""
) -> Iterator[Timed]:
    """Every query of the catalogue on a store; one that takes a jurisdiction also for one place. `part`: one of `PARTS` only."""
    asked = [
        (query, placed)
        for query in catalogue()
        for placed in ((False, True) if _can_be_placed(query) else (False,))
        if not part or (part == PARTS[0]) == _starts(query, placed=placed)
    ]
    for query, placed in asked:
        for _ in range(min(WARM, rounds) if _starts(query, placed=placed) else 1):
            with suppress(DutygraphError):
                catalogue().run(store, query.id, sampler.parameters(query, placed=placed))
    passed_over()  # as a server does that has started
    runs = [
        [_timed(store, sampler, query, placed=placed, rounds=rounds, clock=clock) for query, placed in asked]
        for _ in range(RUNS)
    ]
    yield from map(Timed.of_runs, zip(*runs, strict=True))


def _can_be_placed(query: Query) -> bool:
    param = query.param("jurisdiction")
    return param is not None and not param.required


def _starts(query: Query, *, placed: bool) -> bool:
    """Whether it starts at an index: at ids, or at one place."""
    return query.cost == "keyed" or placed


def _timed(store: Store, sampler: Sampler, query: Query, *, placed: bool, rounds: int, clock: Clock) -> Timed:
    took: list[float] = []
    rows: list[int] = []
    # A scan over everything is slow enough to be judged from fewer runs; of what starts at ids some have ten times the rows of others,
    # so that the 95th percentile of few runs is what happened to be drawn.
    warm, many = (min(WARM, rounds), rounds) if _starts(query, placed=placed) else (1, max(3, rounds // 10))
    for turn in range(warm + many):
        given = sampler.parameters(query, placed=placed)
        begun = clock()
        try:
            found = catalogue().run(store, query.id, given)
        except DutygraphError as error:
            return Timed(query.id, query.cost, placed, 0, (tuple(took),), error.code)
        if turn >= warm:
            took.append((clock() - begun) * 1000)
            rows.append(len(found.rows))
    return Timed(query.id, query.cost, placed, sum(rows) / len(rows), (tuple(took),))


def figures(by_size: dict[int, list[Timed]], *, store: str) -> Iterator[Figure]:
    """What the bars are about: the slowest keyed query, the slowest over all, and how they grow."""
    sizes = sorted(by_size)
    for size in sizes:
        keyed = [one for one in by_size[size] if one.cost == "keyed" or one.placed]
        over_all = [one for one in by_size[size] if one.cost != "keyed" and not one.placed]
        refused = [one for one in by_size[size] if one.refused]
        for name, some, bar in (("keyed or of one place", keyed, KEYED_MS), ("over all places", over_all, SCAN_MS)):
            answered = [one for one in some if not one.refused]
            if not answered:
                continue  # only the other part was asked
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
        if not grown:
            continue
        worst = max(grown, key=lambda query: grown[query])
        middle = percentile(list(grown.values()), 0.5)
        name = f"{store}, keyed, p95 at {large:,} by {small:,}"
        yield Figure("queries", f"{name}: median of {len(grown)}", middle, "times", at_most=GROWTH, ratio=True)
        yield Figure("queries", f"{name}: most ({worst})", grown[worst], "times", at_most=GROWTH)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.queries", description="Canned queries at several sizes.")
    parser.add_argument("--sizes", default="10000,100000", help="statements, joined by commas")
    parser.add_argument("--rounds", type=int, default=50, help="askings of a query in each of the three runs")
    parser.add_argument("--store", default="embedded", help="embedded, or the address of a Neo4j server")
    parser.add_argument("--processor", action="store_true", help="processor time instead of wall time")
    parser.add_argument(
        "--keep", type=Path, help="folder to keep the graphs of the embedded store in, and to take them from"
    )
    parser.add_argument(
        "--part", choices=PARTS, default="", help="only queries by ids or of one place, or only those over all"
    )
    parser.add_argument("--slow", type=int, default=0, help="print only so many queries, the slowest first")
    asked = parser.parse_args(arguments)
    if asked.keep and asked.store != "embedded":
        parser.error("--keep is for the embedded store")
    for line in machine():
        say(line)
    clock = time.thread_time if asked.processor else time.perf_counter
    sizes = [int(size) for size in asked.sizes.split(",")]
    run(sizes, rounds=asked.rounds, store=asked.store, slow=asked.slow, clock=clock, keep=asked.keep, part=asked.part)
    return 0


def run(
    sizes: Sequence[int],
    *,
    rounds: int = 50,
    store: str = "embedded",
    slow: int = 0,
    clock: Clock = time.perf_counter,
    keep: Path | None = None,
    part: str = "",
) -> list[Figure]:
    """Measure at all sizes, print a table each, and give the figures."""
    by_size: dict[int, list[Timed]] = {}
    for size in sizes:
        with _opened(size, store, keep, patient=clock is time.thread_time) as (opened, sample):
            by_size[size] = list(measure(opened, Sampler(sample), rounds=rounds, clock=clock, part=part))
        _table(by_size[size], size, slow)
    return told(figures(by_size, store="embedded" if store == "embedded" else "neo4j"))


@contextmanager
def _opened(size: int, store: str, keep: Path | None, *, patient: bool) -> Iterator[tuple[Store, Sample]]:
    """The graph of a size in a store, and what to ask of it. `patient`: whatever time a query takes on the wall."""
    if store == "embedded":
        with kept.home(size, keep=keep) as home:
            settings = home.settings.model_copy(update={"query_seconds": PATIENCE} if patient else {})
            with closing(open_store(settings)) as opened:
                yield opened, home.sample
        return
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        graph = made.whole(size)
        sample = Sample.of(graph)
        with closing(made.published(graph, Settings(home=Path(folder), store=store))) as opened:
            del graph
            yield opened, sample


def _table(timed: Sequence[Timed], size: int, slow: int) -> None:
    say(f"\n{size:,} statements{'':<26}{'rows':>8}{'p50':>9}{'p95':>9}{'p99':>9}  ms")
    shown = sorted(timed, key=lambda one: one.at(0.95), reverse=True)[:slow] if slow else timed
    for one in shown:
        name = f"{one.query} {'(one place)' if one.placed else '(all)' if one.cost == 'scan' else ''}"
        refused = f"  {one.refused}" if one.refused else ""
        say(f"{name:<44}{one.rows:>8.1f}{one.at(0.5):>9.1f}{one.at(0.95):>9.1f}{one.at(0.99):>9.1f}{refused}")


if __name__ == "__main__":
    raise SystemExit(main())
