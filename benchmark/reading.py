"""How fast papers are read, on one core and on two: megabytes a second, as ratios to work everybody knows.

    python -m benchmark.reading [speed] [growth] [processes] [--rounds 5] [--megabytes 2]    bars: DESIGN, section 9

Printed for each text: processor seconds of reading it (median of several rounds, the first ones thrown away), megabytes of
UTF-8 a second, statements found, and the time as a multiple of two yardsticks on the same text: cutting it into words
(`rjieba`, and `jieba` if it is installed) and looking for the words of the rules with one compiled pattern. Then whether
ten times the text takes at most eleven times the time, what hostile lines cost, how much memory ten times the text takes,
and how much faster two processes are than one. What a rule once found out about a word is forgotten before each round, so no round lives on
the one before. A line that misses its bar says so.
"""

from __future__ import annotations

import argparse
import importlib
import math
import multiprocessing
import os
import platform
import re
import resource
import statistics
import sys
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmark import prose
from core.settings import Settings
from loaders.extraction import Extraction, extract
from loaders.gazette import issue
from loaders.processes import Processes
from loaders.readers.text import read_text

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "lanting"
REAL = ROOT.parent / "shared" / "gazette"

SPEED = 5.0  # megabytes of text without tables a second, one core
LINEAR = 11.0  # times the time for ten times the text
#: Words by which rules begin to look: what a search for them costs is the least that reading can cost.
TRIGGERS = re.compile(
    "负责|牵头|分管|主持|联系|协助|组长|成员|主任|指挥|召集人|任命|免去|担任|成立|调整|撤销|更名|合并|单位|部门|领导|万元|预案|响应|每年|有效期|关于|根据|印发|由"
)
#: One unit of each sort of hostile line: no punctuation, nested brackets, repeated names and verbs.
HOSTILE = {
    "no punctuation 无标点": "加强基层组织建设提高服务水平",
    "nested brackets 嵌套括号": "（（",
    "closed brackets 括号": "（）",
    "names 姓名": "副县长丁一、",
    "verbs 动词": "负责",
    "titles 标题": "关于印发的通知",
    "citations 引文": "《办法》",
    "labels 标签": "组长：",
    "joiners 连词": "和",
    "changes 变更": "增补丁一为成员",
    "bars 竖线": "|",
    "numbers 数字": "1",
}
_SHORTEST_ROUND = 0.2  # seconds
HOSTILE_HEAD = "甲县人民政府办公室关于成立防汛抗旱指挥部的通知\n甲政办发〔2031〕1号\n各乡镇：\n"

#: What `lru_cache` makes of a function; anything else may have a `cache_clear` of its own and not like to be asked.
_Remembering = type(lru_cache(len))


@dataclass(frozen=True, slots=True)
class Speed:
    """What reading one text took: seconds of the processor, bytes, statements."""

    seconds: float
    size: int
    statements: int

    @property
    def rate(self) -> float:
        """Megabytes a second."""
        return self.size / 1e6 / self.seconds


def read(data: bytes) -> Extraction:
    """Read a text as `dutygraph extract` does, private data masked, no place given."""
    return extract(data, "text.txt", Settings(jurisdiction=""))


def forget() -> None:
    """Drop what rules have remembered of words (names, titles, labels); the one table that a cache of one holds stays."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in ("graph", "loaders"):
            for value in vars(module).values():
                if isinstance(value, _Remembering) and (value.cache_parameters()["maxsize"] or 1) > 1:
                    value.cache_clear()


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Median processor seconds of several rounds, after one that is thrown away.

    The clock of the processor counts in steps, of four milliseconds on some machines: short work is done several times a round.
    """
    begun = time.perf_counter()
    work()
    times = max(1, math.ceil(_SHORTEST_ROUND / max(time.perf_counter() - begun, 1e-6)))
    took = []
    for _ in range(rounds):
        forget()
        begun = time.process_time()
        for _ in range(times):
            work()
        took.append((time.process_time() - begun) / times)
    return statistics.median(took)


def speed(text: str, rounds: int) -> Speed:
    """Reading measured."""
    data = text.encode()
    found = len(read(data).reading.statements)
    return Speed(seconds(lambda: read(data), rounds), len(data), found)


def texts(megabytes: float) -> Iterator[tuple[str, str, bool]]:
    """Name, text, and whether the bar holds for it (text without tables)."""
    size = int(megabytes * 1e6)
    yield "policy prose 政策文件", prose.text(size, seed=1), True
    yield "prose with rosters 夹有名单", _mixed(size), True
    yield "examples 样例", _examples(), False
    for path in sorted(REAL.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield f"{path.stem}, no table rows 无表格行", _without_rows(text), True
        yield path.stem, text, False


def _examples() -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))


def _without_rows(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if "\t" not in line)


def _mixed(size: int) -> str:
    """Nine parts of prose to one part of the examples' notices without tables, as in a usual issue."""
    dense = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        paper = read_text(path.read_bytes(), path.name)
        for notice in issue.split(paper):
            words = paper.text[notice.lines[0].start : notice.lines[-1].end]
            if notice.kind == "notice" and "\t" not in words:
                dense.append(words)
    parts: list[str] = []
    plain = rosters = at = 0
    for notice_text in prose.notices(2):
        parts.append(notice_text)
        plain += len(notice_text.encode())
        while rosters * 9 < plain:
            parts.append(dense[at % len(dense)] + "\n\n")
            rosters += len(parts[-1].encode())
            at += 1
        if plain + rosters >= size:
            return "".join(parts)
    raise AssertionError("prose has no end")


def hostile(unit: str, length: int) -> str:
    """A notice with one line of `length` characters made of one unit."""
    return HOSTILE_HEAD + (unit * (length // len(unit) + 1))[:length] + "\n"


def reading_of(text: str, rounds: int) -> float:
    """Processor seconds of reading a text."""
    data = text.encode()
    return seconds(lambda: read(data), rounds)


def growth(short: str, long: str, rounds: int) -> float:
    """How many times the time of the short text the long one takes."""
    return reading_of(long, rounds) / reading_of(short, rounds)


# --- what a process takes -----------------------------------------------------------------------------------------


def _peak(size: int) -> float:
    """Peak memory of a process that reads so many bytes of prose, in MB."""
    data = prose.text(size, seed=3).encode()
    read(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _in_processes(count: int, papers: list[bytes]) -> float:
    """Wall seconds in which so many processes read the papers as a load asks them to, the processes started before."""
    readers = Processes(count, Settings(), read_here=0)
    try:
        _read_all(readers, papers[:1] * count * 2)
        begun = time.perf_counter()
        _read_all(readers, papers)
        return time.perf_counter() - begun
    finally:
        readers.close()


def _read_all(readers: Processes, papers: list[bytes]) -> None:
    under_way: deque[Callable[[], object]] = deque()
    for paper in papers:
        under_way.append(readers.begin(paper, "text.txt", Settings(jurisdiction="")))
        if len(under_way) > readers.ahead:
            under_way.popleft()()
    while under_way:
        under_way.popleft()()


# --- printing -----------------------------------------------------------------------------------------------------


def _say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _verdict(held: bool) -> str:
    return "" if held else "   MISSED 未达标"


def _machine() -> Iterator[str]:
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else []
    yield f"{names[0] if names else platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    known = []
    for package in ("rjieba", "jieba", "rapidfuzz"):
        try:
            known.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            known.append(f"{package} -")
    yield f"Python {platform.python_version()}, {', '.join(known)}"


def _cutters() -> dict[str, Callable[[str], object]]:
    """Who cuts a text into words: what is installed of them."""
    import rjieba

    found: dict[str, Callable[[str], object]] = {"rjieba": lambda text: rjieba.cut(text, False)}
    try:
        with warnings.catch_warnings(action="ignore"):  # of its own source
            jieba = importlib.import_module("jieba")
    except ModuleNotFoundError:
        return found
    jieba.setLogLevel(60)
    jieba.initialize()
    found["jieba"] = lambda text: jieba.lcut(text)
    return found


def _speeds(rounds: int, megabytes: float) -> None:
    cutters = _cutters()
    _say(
        f"{'text 文本':<42}{'MB':>6}{'MB/s':>7}{'rows/MB':>9}  time as a multiple of " + ", ".join((*cutters, "search"))
    )
    for name, text, barred in texts(megabytes):
        found = speed(text, rounds)
        ratios = []
        for cut in (*cutters.values(), TRIGGERS.findall):
            ratios.append(found.seconds / seconds(lambda cut=cut, text=text: cut(text), 1))  # type: ignore[misc]
        _say(
            f"{name:<42}{found.size / 1e6:>6.2f}{found.rate:>7.2f}{found.statements / found.size * 1e6:>9.0f}  "
            + ", ".join(f"{ratio:.2f}" for ratio in ratios)
            + (_verdict(found.rate >= SPEED) if barred else "")
        )
    _say(f"bar: {SPEED:g} MB/s for text without tables")


def _scaling(rounds: int, megabytes: float) -> None:
    size = int(megabytes * 1e6)
    times = growth(prose.text(size // 10, 4), prose.text(size, 4), rounds)
    _say(f"ten times the text: {times:.1f} times the time (bar {LINEAR:g}){_verdict(times <= LINEAR)}")
    for name, unit in HOSTILE.items():
        short, long = (reading_of(hostile(unit, size), rounds) for size in (10_000, 100_000))
        _say(
            f"  hostile line, {name}: 100,000 characters {long / short:.1f} times the time of 10,000"
            f" ({long:.3f} s){_verdict(long / short <= 1.5 * LINEAR)}"
        )


def _processes(rounds: int, megabytes: float) -> None:
    size = int(megabytes * 1e6)
    context = multiprocessing.get_context("spawn")
    peaks = []
    for part in (size // 10, size):
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            peaks.append(pool.submit(_peak, part).result())
    _say(f"peak memory: {peaks[0]:.0f} MB for {size / 1e7:.1f} MB of text, {peaks[1]:.0f} MB for {size / 1e6:.1f} MB")
    papers = [prose.text(size // 10, seed).encode() for seed in range(10, 30)]
    ratios = [_in_processes(1, papers) / _in_processes(2, papers) for _ in range(min(rounds, 3))]
    _say(f"two processes: {statistics.median(ratios):.2f} times as fast as one ({os.cpu_count()} cores)")


#: What may be measured alone.
PARTS: dict[str, Callable[[int, float], None]] = {"speed": _speeds, "growth": _scaling, "processes": _processes}


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.reading")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all, if none is named")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=float, default=2.0, help="size of the made texts")
    options = parser.parse_args(arguments)
    if unknown := [part for part in options.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    for line in _machine():
        _say(line)
    for part in options.parts or PARTS:
        _say()
        PARTS[part](options.rounds, options.megabytes)


if __name__ == "__main__":
    main()
