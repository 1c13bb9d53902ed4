"""What a measure says: figures with their bars, the machine they were taken on, and how they are printed and kept."""

from __future__ import annotations

import json
import os
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

#: Packages whose versions move the figures.
_PACKAGES = ("arcadedb-embedded", "neo4j", "sqlalchemy", "fastapi", "uvicorn")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `at_most` and `at_least` are its bar, if it has one; `ratio` says that no machine's speed moves it."""

    measure: str
    what: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    ratio: bool = False

    @property
    def held(self) -> bool:
        """Whether it keeps its bar."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def line(self) -> str:
        """The figure as it is printed."""
        bar = "" if self.at_most is None else f"  (bar: at most {self.at_most:g})"
        bar += "" if self.at_least is None else f"  (bar: at least {self.at_least:g})"
        missed = "" if self.held else "   MISSED 未达标"
        return f"{self.measure:<10}{self.what:<66}{_short(self.value):>10} {self.unit}{bar}{missed}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def say(line: str = "") -> None:
    """Print a line at once, for runs that take minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(figures: Iterable[Figure]) -> list[Figure]:
    """Print each figure as it comes; all of them."""
    kept = []
    for figure in figures:
        say(figure.line())
        kept.append(figure)
    return kept


def machine() -> Iterator[str]:
    """What the figures were taken on, and how busy it was."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else []
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    yield f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {pages:.0f} GB, {platform.system()}; load {load}"
    yield f"Python {platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in _PACKAGES)}"


def median_seconds(
    work: Callable[[], object], *, rounds: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The median of several runs by a clock (`time.process_time` on a busy machine)."""
    took = []
    for _ in range(rounds):
        begun = clock()
        work()
        took.append(clock() - begun)
    return statistics.median(took)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies, by nearest rank.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    2.0
    """
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def write(path: Path, figures: Iterable[Figure]) -> None:
    """Keep figures with the machine they were taken on."""
    content = {"machine": list(machine()), "figures": [asdict(figure) for figure in figures]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> list[Figure]:
    """The figures that `write` kept."""
    return [Figure(**figure) for figure in json.loads(path.read_text(encoding="utf-8"))["figures"]]
