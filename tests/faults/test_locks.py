"""A ledger or a graph that another process holds: a clear error after a bounded wait, and nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import time_machine

from core.errors import StoreBusyError
from core.settings import Settings
from graph.build import build
from graph.ledger.database import BUSY_SECONDS
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from tests.faults.conftest import Scene
from tests.faults.scene import Harm, copied, ended, look_after, start

HOLD_LEDGER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""
HOLD_GRAPH = """
import fcntl, sys
lock = open(sys.argv[1], "ab")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held(script: str, path: Path) -> Iterator[None]:
    """Another process holds the file to the end of the block."""
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        yield
    finally:
        holder.communicate("\n", timeout=60)


def test_a_locked_ledger_is_told_after_a_bounded_wait(scene: Scene, tmp_path: Path) -> None:
    home = copied(scene.half, tmp_path / "home")
    settings = Settings(home=home)
    with held(HOLD_LEDGER, settings.ledger_path):
        was = ended(start(home, scene.papers))
        assert (was.code, was.in_words, was.loaded) == (75, True, ())
        assert "LEDGER-BUSY" in was.errors
        begun = time.monotonic()
        with open_ledger(settings) as ledger, pytest.raises(StoreBusyError, match="LEDGER-BUSY"):
            ledger.receive(b"a", "a.txt")
        assert time.monotonic() - begun < BUSY_SECONDS * 4
        with open_ledger(settings) as ledger:  # readers go on
            assert len(ledger.files()) == 2
    harm = Harm()
    look_after(home, scene.papers, was, scene.more, harm)
    assert harm == Harm()


def test_a_graph_that_another_process_builds_is_told_and_the_papers_are_kept(scene: Scene, tmp_path: Path) -> None:
    home = copied(scene.half, tmp_path / "home")
    with held(HOLD_GRAPH, home / "graph" / "writer.lock"):
        was = ended(start(home, scene.papers))
        assert (was.code, was.in_words, len(was.loaded)) == (75, True, 2)
        assert "STORE-BUSY" in was.errors
    harm = Harm()
    look_after(home, scene.papers, was, scene.more, harm)
    assert harm == Harm()


def test_a_ledger_opened_twice_in_one_process_is_one_ledger(settings: Settings, scene: Scene) -> None:
    with open_ledger(settings) as one, open_ledger(settings) as two:
        load([scene.papers], one, settings)
        load([scene.papers], two, settings)
        assert one.live() == two.live()
        assert len(one.readings()) == scene.fresh.files


def test_a_clock_that_goes_backwards_changes_nothing_that_counts(scene: Scene, settings: Settings) -> None:
    papers = sorted(scene.papers.iterdir())
    with open_ledger(settings) as ledger:
        for day, paper in zip(("2031-06-03", "2031-06-01", "2019-01-01", "2031-06-04"), papers, strict=True):
            with time_machine.travel(f"{day}T12:00:00+08:00", tick=False):
                load([paper], ledger, settings)
        build(ledger, settings)
        times = [reading.at[:10] for reading in ledger.readings()]
        assert times == ["2031-06-03", "2031-06-03", "2031-06-03", "2031-06-04"]
        # What was known by a day is what stands in the journal up to it, whatever the clock said then.
        assert len(ledger.live(ledger.clock_by("2031-06-03")).statements) < len(ledger.live().statements)
        assert ledger.clock_by("2031-06-01") == 0
    with closing(sqlite3.connect(settings.ledger_path)) as database:
        walls = [at for (at,) in database.execute("SELECT at FROM journal ORDER BY row")]
    assert walls == sorted(walls)
