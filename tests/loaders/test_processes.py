"""Several processes read what one reads, in its order; a broken one costs one file, and none outlives the load."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import processes
from loaders.pipeline import Here, load, read_elsewhere
from loaders.processes import Outcome, Processes, reading

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "examples" / "lanting"


@pytest.fixture
def readers(settings: Settings) -> Iterator[Processes]:
    """Two processes that read from the first file on."""
    found = Processes(2, settings, read_here=0)
    yield found
    found.close()


def notice(number: int, words: str = "") -> str:
    return f"甲县人民政府关于第{number}项工作的通知\n甲政发〔2031〕{number}号\n各乡镇：\n现印发给你们。{words}\n"


def test_many_write_the_same_ledger_as_one(readers: Processes, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("nothing,known\n1,2\n", encoding="utf-8")
    paths = [tmp_path / "bad.csv", *sorted(PAPERS.glob("*.txt"))]
    with open_ledger(Settings(home=tmp_path / "one")) as one, open_ledger(Settings(home=tmp_path / "many")) as many:
        alone = load(paths, one, Settings())
        together = load(paths, many, Settings(), reader=readers)
        again = load(paths[1:], many, Settings(), reader=readers)
        assert [(each.name, each.outcome, each.report) for each in together.results] == [
            (each.name, each.outcome, each.report) for each in alone.results
        ]
        assert one.live_statements() == many.live_statements()
        assert [each.code for each in one.quarantined()] == [each.code for each in many.quarantined()]
        assert {each.outcome for each in again.results} == {"known"}


def dies_on_the_third(data: bytes, name: str, jurisdiction: str, min_confidence: float) -> Outcome:
    """A reader that is killed while it reads one of the files."""
    if name == "3.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_elsewhere(data, name, jurisdiction, min_confidence)


def test_a_process_that_ends_costs_the_file_it_read(
    readers: Processes, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_read", dies_on_the_third)
    papers = [tmp_path / f"{number}.txt" for number in range(1, 9)]
    for number, path in enumerate(papers, start=1):
        path.write_text(notice(number), encoding="utf-8")
    with open_ledger(settings) as ledger:
        done = load(papers, ledger, settings, reader=readers)
        assert [result.outcome for result in done.results] == ["read"] * 2 + ["refused"] + ["read"] * 5
        assert [entry.code for entry in ledger.quarantined()] == ["READER-CRASHED"]


def test_a_small_load_starts_no_process(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Processes, "_started", lambda *_: pytest.fail("a process was started"))
    with reading(settings.model_copy(update={"processes": 4})) as found, open_ledger(settings) as ledger:
        assert len(load([PAPERS], ledger, settings, reader=found).of("read")) >= 4


def test_one_process_reads_by_itself(settings: Settings) -> None:
    with reading(settings.model_copy(update={"processes": 1})) as found:
        assert isinstance(found, Here)


#: A load whose readings take long, in two processes; it says when they are under way.
LOADER = """
import signal, sys
from pathlib import Path
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import pipeline, processes
from tests.loaders.test_processes import takes_long
processes._read = takes_long
settings = Settings(home=Path(sys.argv[1]), processes=2)
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may have it ignored
    with open_ledger(settings) as ledger, processes.reading(settings) as reader:
        reader._read_here = 0
        pipeline.load([Path(sys.argv[2])], ledger, settings, reader=reader)
"""


#: Locks that a process holds as long as it lives.
HELD: list[int] = []


def takes_long(data: bytes, name: str, jurisdiction: str, min_confidence: float) -> Outcome:
    """A reader that locks a file named like the one it reads, and reads for a minute."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        HELD.append(os.open(Path(os.environ["READING"], name), os.O_CREAT | os.O_WRONLY))
        fcntl.flock(HELD[-1], fcntl.LOCK_EX)
        time.sleep(60)
        return read_elsewhere(data, name, jurisdiction, min_confidence)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def wait_until(done: Callable[[], bool]) -> None:
    """Wait for what another process does, a minute at most."""
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def unlocked(path: Path) -> bool:
    """Whether the process that locked a file is gone."""
    with path.open(encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_outlives_the_load(how: signal.Signals, tmp_path: Path) -> None:
    papers, begun = tmp_path / "papers", tmp_path / "begun"
    papers.mkdir()
    begun.mkdir()
    for number in range(1, 7):
        (papers / f"{number}.txt").write_text(notice(number), encoding="utf-8")
    script = tmp_path / "loader.py"
    script.write_text(LOADER, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "home"), str(papers)],
        cwd=ROOT, env={**os.environ, "READING": str(begun), "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    wait_until(lambda: len(list(begun.iterdir())) == 2 and not any(map(unlocked, begun.iterdir())))
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    assert said.count("Traceback") <= 1  # that of the load itself
    for path in begun.iterdir():
        wait_until(partial(unlocked, path))
    with open_ledger(Settings(home=tmp_path / "home")) as ledger:
        assert len(load([papers], ledger, Settings()).of("refused")) == 0
        assert {record.state for record in ledger.files()} == {"written"}
