"""`make fuzz`: each reader fed with many inputs, and the figures. Exit code 1 for a crash or a hang.

python -m tests.fuzz.run --runs 200000 --seed 7 [TARGET …]
"""

from __future__ import annotations

import argparse
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.targets import TARGETS, Target

ROOT = Path(__file__).resolve().parents[2]
#: For a child that does not even end: the longest run of the longest target.
_PATIENCE = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run found: inputs tried, crashes, hangs, the peak of memory in MB, and the end of what it said.

    `cut_off` are inputs that took a parser's time or memory and are cut off where they are parsed in a process of their own.
    """

    inputs: int = 0
    crashes: int = 0
    hangs: int = 0
    cut_off: int = 0
    memory: int = 0
    said: str = ""

    def __add__(self, more: Figures) -> Figures:
        return Figures(
            self.inputs + more.inputs, self.crashes + more.crashes, self.hangs + more.hangs, self.cut_off + more.cut_off,
            max(self.memory, more.memory), more.said or self.said,
        )  # fmt: skip


def fuzz(target: Target, runs: int, seed: int, *, seconds: float = _PATIENCE) -> Figures:
    """Feed a target in a process of its own, to the first crash or hang or the end of the runs or of the seconds."""
    until, all_of_them = time.monotonic() + seconds, Figures()
    while all_of_them.inputs < runs and time.monotonic() < until:
        found = _once(target, runs - all_of_them.inputs, seed + all_of_them.inputs, until - time.monotonic())
        all_of_them += found
        if not found.cut_off:
            break
    return all_of_them


def _once(target: Target, runs: int, seed: int, seconds: float) -> Figures:
    with tempfile.TemporaryDirectory(prefix="dutygraph-fuzz-") as corpus:
        command = [sys.executable, "-m", "tests.fuzz.child", target.name, corpus, str(runs), str(seed)]
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        try:
            said = process.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)  # libFuzzer ends and says how far it got
            said = process.communicate()[0]
            process.returncode = 0
        found = {path.name.split("-")[1]: path.read_bytes() for path in Path(corpus).glob("found-*")}
    greedy = found.get("timeout") or found.get("oom")
    cut_off = greedy is not None and target.is_cut_off(greedy)
    return Figures(
        inputs=_stat("number_of_executed_units", said),
        crashes=int(process.returncode != 0 and greedy is None),
        hangs=int(greedy is not None and not cut_off),
        cut_off=int(cut_off),
        memory=_stat("peak_rss_mb", said),
        said="".join([said[-3000:], *(f"\nfound-{kind}: {data[:200]!r}" for kind, data in found.items())]),
    )


def _stat(name: str, text: str) -> int:
    found = re.search(rf"stat::{name}:\s+(\d+)", text)
    return int(found[1]) if found else 0


def main() -> int:
    """Feed all targets, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help=", ".join(each.name for each in TARGETS))
    parser.add_argument("--runs", type=int, default=200_000, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=int(time.time()) % 2**31)
    options = parser.parse_args()
    all_of_them = Figures()
    for target in TARGETS:
        if options.targets and target.name not in options.targets:
            continue
        begun = time.perf_counter()
        found = fuzz(target, options.runs, options.seed)
        _say(target.name, found, f", {time.perf_counter() - begun:.0f} s")
        if found.crashes or found.hangs:
            sys.stdout.write(f"{found.said}\n")
        all_of_them += found
    _say(f"seed {options.seed}, all", all_of_them, "")
    return 1 if all_of_them.crashes or all_of_them.hangs else 0


def _say(name: str, found: Figures, more: str) -> None:
    sys.stdout.write(
        f"{name}: {found.inputs} inputs tried, {found.crashes} crashes, {found.hangs} hangs,"
        f" {found.cut_off} cut off, memory peak {found.memory} MB{more}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
