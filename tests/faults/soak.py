"""`make soak`: many faults, one after another, and what they did. Exit code 1 if anything was lost, doubled, or hung.

python -m tests.faults.soak --rounds 100 --seed 7
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.faults import damage, disks, kills
from tests.faults.scene import Harm, calm, copied, ended, start, write_papers
from tests.postgres_server import server

#: Beyond this size nothing of the scene fills a disk: its home is under eleven megabytes.
_MOST = 9_000_000


def main() -> int:
    """Run the rounds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100, help="kills; other faults a fifth of it each")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    chance, harm = random.Random(options.seed), Harm()  # noqa: S311 - moments, not keys
    with tempfile.TemporaryDirectory(prefix="dutygraph-soak-") as name:
        folder = Path(name)
        papers = write_papers(folder / "papers", 6)
        some = write_papers(folder / "some", 3)
        fresh = calm(folder / "calm", papers)
        half = folder / "half"
        begun = ended(start(half, some))
        if begun.code:
            sys.stderr.write(begun.errors)
            return 1
        more = calm(copied(half, folder / "more"), papers)

        def kill(number: int) -> bool:
            template, whole = (None, fresh) if number % 2 else (half, more)
            kills.kill_round(folder, papers, template, whole, chance, harm)
            return True

        def kill_beside_a_server(_: int) -> bool:
            ledger = server.settings(folder / "server")
            kills.kill_round(folder, papers, None, fresh, chance, harm, ledger=ledger)
            return True

        def full(_: int) -> bool:
            return disks.full_round(folder, papers, fresh, chance, harm, most=_MOST)

        def limited(_: int) -> bool:
            return disks.limited_round(folder, papers, fresh, chance, harm, most=_MOST // 4)

        def damaged(_: int) -> bool:
            return damage.damage_round(folder, folder / "calm", chance, harm)

        few = max(1, options.rounds // 5)
        rounds: dict[str, tuple[int, Callable[[int], bool]]] = {"kill -9": (options.rounds, kill)}
        if server.lacking():
            sys.stdout.write(f"kill -9, ledger on PostgreSQL: {server.lacking()}\n")
        else:
            rounds["kill -9, ledger on PostgreSQL"] = (few, kill_beside_a_server)
        if disks.may_mount(folder):
            rounds["disk full (tmpfs)"] = (few, full)
        else:
            sys.stdout.write("disk full (tmpfs): no tmpfs can be mounted here\n")
        rounds |= {"file size limit (RLIMIT_FSIZE)": (few, limited), "graph damaged": (few, damaged)}
        struck = survived = 0
        for name, (number, fault) in rounds.items():
            met, stood = _run(name, number, fault, harm)
            struck, survived = struck + met, survived + stood
        total = sum(number for number, _ in rounds.values())
        inputs = total * len(list(papers.iterdir()))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(
        f"seed {options.seed}: {total} rounds, inputs tried {inputs}, faults struck {struck}, survived {survived}, records lost {harm.lost}, doubled {harm.doubled}, exports or graphs that"
        f" differ {harm.differing}, failures without a code {harm.speechless}, hangs {harm.hangs},"
        f" memory peak {peak / 1024:.0f} MB\n"
    )
    return 0 if harm.none else 1


def _run(name: str, rounds: int, fault: Callable[[int], bool], harm: Harm) -> tuple[int, int]:
    """How many rounds struck, and how many of these did no harm. A round that does harm is told at once."""
    begun, struck, survived = time.perf_counter(), 0, 0
    for number in range(rounds):
        before = replace(harm)
        met = fault(number)
        struck += met
        survived += met and harm == before
        if harm != before:
            sys.stdout.write(f"{name}: round {number} did harm, in all {harm}\n")
            sys.stdout.flush()
    seconds = time.perf_counter() - begun
    sys.stdout.write(f"{name}: {rounds} rounds, {struck} struck, {survived} survived, {seconds:.0f} s\n")
    sys.stdout.flush()
    return struck, survived


if __name__ == "__main__":
    sys.exit(main())
