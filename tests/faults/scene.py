"""What every fault happens to: a folder of papers, the real `dutygraph load` as a process, and what it must leave behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.settings import Settings
from graph.build import build, graph_of
from graph.doctor import examine
from graph.exports.lines import jsonl
from graph.ledger.home import ledger_home
from graph.ledger.ledger import open_ledger
from graph.stores import graph_home
from loaders.pipeline import load
from tests.faults.patience import patience

ROOT = Path(__file__).resolve().parents[2]
#: What a killed load may leave that is no harm: bytes nobody names.
_HARMLESS = frozenset({"ORIGINAL-STRAY", "ORIGINAL-UNFINISHED"})
_LOADED = re.compile(r" document\.loaded file='([0-9a-f]{64})'")
_BUILT = re.compile(r" graph\.built version='(r\d+)'")
_CODE = re.compile(r"^[A-Z]+(?:-[A-Z]+)*  ")


def write_papers(folder: Path, count: int) -> Path:
    """Rosters and a division, each its own statements."""
    folder.mkdir()
    for number in range(1, count + 1):
        text = (
            f"兰亭区人民政府办公室关于成立兰亭区第{number}项工作领导小组的通知\n\n兰政办发〔2031〕{number}号\n\n"
            f"各镇人民政府、街道办事处，区直各部门：\n\n　　决定成立兰亭区第{number}项工作领导小组。组成人员名单如下：\n\n"
            f"组　长：周　正　区委副书记、区长\n副组长：沈　渡　副区长\n成　员：韩　周　区财政局局长\n\n"
            f"兰亭区人民政府办公室\n2031年3月{number}日\n"
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Ended:
    """How a load ended: exit code (None: it hung and was killed), what it acknowledged, and what it said."""

    code: int | None
    loaded: tuple[str, ...]
    built: str
    errors: str

    @property
    def in_words(self) -> bool:
        """Whether a failure was told with a code of ours and no stack."""
        last = self.errors.strip().splitlines()
        return "Traceback" not in self.errors and any(_CODE.match(line) for line in last)


def start(
    home: Path, papers: Path, *, wrap: Sequence[str] = (), ledger: Settings | None = None
) -> subprocess.Popen[str]:
    """`dutygraph load` as a process of its own, telling on standard error what it has done.

    The ledger is the file of the home, or where the settings `ledger` say.
    """
    environment = {**os.environ, "DUTYGRAPH_LOG_LEVEL": "info", "PYTHONPATH": str(ROOT)}
    if ledger is not None:
        environment["DUTYGRAPH_LEDGER"] = ledger.ledger
        environment["DUTYGRAPH_LEDGER_PASSWORD"] = ledger.ledger_password.get_secret_value()
    return subprocess.Popen(
        [*wrap, sys.executable, "-m", "cli.main", "--home", str(home), "load", str(papers), "--jurisdiction", "990101"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def ended(process: subprocess.Popen[str], said: str = "") -> Ended:
    """Wait for a process; `said` is what was read of its standard error before."""
    with patience(process) as hung:
        rest = process.communicate()[1]
    return told(None if hung.is_set() else process.returncode, said + rest)


def told(code: int | None, said: str) -> Ended:
    """What a process acknowledged on standard error; a line cut off in the middle acknowledges nothing."""
    lines = "\n".join(line for line in said.split("\n")[:-1])
    built = _BUILT.findall(lines)
    return Ended(code, tuple(_LOADED.findall(lines)), built[-1] if built else "", said)


@dataclass(frozen=True, slots=True)
class Calm:
    """An undisturbed load: its export, and how long it took from one event to the next."""

    export: bytes
    gaps: tuple[float, ...]
    files: int


def calm(home: Path, papers: Path) -> Calm:
    """Load without a fault, and measure."""
    process = start(home, papers)
    assert process.stderr is not None
    gaps, last = [], time.perf_counter()
    said = ""
    with patience(process):
        for line in process.stderr:
            now = time.perf_counter()
            gaps.append(now - last)
            last, said = now, said + line
    done = ended(process, said)
    assert done.code == 0, done.errors
    settings = _settings(home)
    return Calm(_exported(settings), tuple(gaps), len(list(papers.iterdir())))


@dataclass(slots=True)
class Harm:
    """What faults did: nothing, if all are zero."""

    lost: int = 0
    doubled: int = 0
    hangs: int = 0
    speechless: int = 0
    differing: int = 0

    @property
    def none(self) -> bool:
        """Whether nothing was lost, doubled or changed, nothing hung, and every failure was told in words."""
        return (self.lost, self.doubled, self.hangs, self.speechless, self.differing) == (0, 0, 0, 0, 0)


def look_after(
    home: Path, papers: Path, was: Ended, whole: Calm, harm: Harm, *, ledger: Settings | None = None
) -> None:
    """After a fault: all that was acknowledged is there, once; loaded again, everything is as if there had been no fault."""
    settings = _settings(home, ledger)
    harm.hangs += was.code is None
    if ledger_home(settings).exists():
        _count(settings, was, harm)
    else:
        harm.lost += len(was.loaded)
    with open_ledger(settings) as opened:
        load([papers], opened, settings)
        build(opened, settings)
        harm.lost += whole.files - len(opened.files())
    harm.differing += _exported(settings) != whole.export
    left = [finding for finding in examine(settings).findings if finding.code not in _HARMLESS]
    harm.differing += len(left)


def _count(settings: Settings, was: Ended, harm: Harm) -> None:
    with open_ledger(settings) as ledger:
        standing = Counter(reading.sha256 for reading in ledger.readings() if not reading.withdrawn)
        received = Counter(record.sha256 for record in ledger.files())
        documents = Counter(statement.doc_id for statement in ledger.live_statements())
        harm.lost += sum(sha256 not in standing for sha256 in was.loaded)
        harm.doubled += sum(times > 1 for times in (*standing.values(), *received.values()))
        # A document is there with all its rows or not at all: all papers here have equally many.
        harm.lost += len(set(documents.values())) > 1
        home = graph_home(settings)
        harm.lost += bool(was.built) and home.version() < was.built
        home.close()
    harm.lost += sum(finding.kind.severity == "error" for finding in examine(settings).findings)


def _settings(home: Path, ledger: Settings | None = None) -> Settings:
    return (ledger or Settings()).model_copy(update={"home": home, "jurisdiction": "990101"})


def copied(template: Path | None, target: Path) -> Path:
    """A fresh home, or a copy of one that holds some papers."""
    if template is not None:
        shutil.copytree(template, target)
    return target


def _exported(settings: Settings) -> bytes:
    with open_ledger(settings) as ledger:
        return "".join(jsonl(graph_of(ledger))).encode()
