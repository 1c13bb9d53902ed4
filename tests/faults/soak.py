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
from pathlib import Path

from tests.faults import damage, disks, kills
from tests.faults.scene import Harm, calm, copied, ended, start, write_papers

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

        def full(_: int) -> bool:
            return disks.full_round(folder, papers, fresh, chance, harm, most=_MOST)

        def limited(_: int) -> bool:
            return disks.limited_round(folder, papers, fresh, chance, harm, most=_MOST // 4)

        def damaged(_: int) -> bool:
            return damage.damage_round(folder, folder / "calm", chance, harm)

        few = max(1, options.rounds // 5)
        total = _run("kill -9", options.rounds, kill, harm)
        if disks.may_mount(folder):
            total += _run("disk full (tmpfs)", few, full, harm)
        else:
            sys.stdout.write("disk full (tmpfs): no tmpfs can be mounted here\n")
        total += _run("file size limit (RLIMIT_FSIZE)", few, limited, harm)
        total += _run("graph damaged", few, damaged, harm)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(
        f"seed {options.seed}: {total} rounds, records lost {harm.lost}, doubled {harm.doubled}, exports or graphs that"
        f" differ {harm.differing}, failures without a code {harm.speechless}, hangs {harm.hangs},"
        f" memory peak {peak / 1024:.0f} MB\n"
    )
    return 0 if harm.none else 1


def _run(name: str, rounds: int, fault: Callable[[int], bool], harm: Harm) -> int:
    begun, struck = time.perf_counter(), 0
    for number in range(rounds):
        struck += fault(number)
    state = "all survived" if harm.none else f"NOT all survived: {harm}"
    seconds = time.perf_counter() - begun
    sys.stdout.write(f"{name}: {rounds} rounds, {struck} struck, {state}, {seconds:.0f} s\n")
    sys.stdout.flush()
    return rounds


if __name__ == "__main__":
    sys.exit(main())
