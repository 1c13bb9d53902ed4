"""A child that parses one file: what it may not do, and what becomes of the file when the child ends badly."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from core.errors import InputError, LimitError
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import pipeline
from loaders.limits import Limits
from loaders.readers.apart import call_apart
from tests.loaders.child_functions import (
    aborts,
    answers,
    connects,
    eats_memory,
    eats_memory_slowly,
    hangs,
    refuses,
    sleeps,
    starts_a_program,
    stops_silently,
    writes_a_file,
)

ANSWER = TypeAdapter(str)
SHORT = Limits(seconds=1, memory_mb=256)


def test_the_child_answers_and_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_API_KEYS", "a:admin:0")
    assert call_apart(answers, b"abc", "件.pdf", answer=ANSWER, limits=Limits(seconds=5)) == "件.pdf 3 5 no keys"


def test_what_the_child_refuses_comes_back_as_it_was_raised() -> None:
    with pytest.raises(LimitError) as error:
        call_apart(refuses, b"", "a.pdf", answer=ANSWER, limits=SHORT)
    assert (error.value.code, error.value.message, error.value.remedy) == (
        "PAPER-TOO-LARGE", "太大 | too large", "缩小 | make it smaller",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("child", "code"),
    [
        (aborts, "READER-CRASHED"),
        (stops_silently, "READER-CRASHED"),
        (hangs, "READER-TIME"),
        (eats_memory, "READER-MEMORY"),
        (eats_memory_slowly, "READER-MEMORY"),
        (connects, "READER-CRASHED"),
        (starts_a_program, "READER-CRASHED"),
        (writes_a_file, "READER-CRASHED"),
    ],
)
def test_a_child_that_ends_badly_costs_its_file_and_says_how(
    child: Callable[[bytes, str, Limits], str], code: str
) -> None:
    with pytest.raises(InputError) as error:
        call_apart(child, b"", "a.pdf", answer=ANSWER, limits=SHORT)
    assert error.value.code == code
    assert error.value.message.startswith("a.pdf: ")
    assert error.value.remedy
    assert not (Path(tempfile.gettempdir()) / "dutygraph-was-here").exists()


def test_a_child_that_sleeps_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.readers.apart._START_SECONDS", 1.0)
    with pytest.raises(LimitError) as error:
        call_apart(sleeps, b"", "a.pdf", answer=ANSWER, limits=Limits(seconds=0.25))
    assert error.value.code == "READER-TIME"


@pytest.mark.parametrize(("child", "code"), [(aborts, "READER-CRASHED"), (hangs, "READER-TIME")])
def test_the_run_goes_on_after_a_reader_ended_badly(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, child: Callable[..., str], code: str
) -> None:
    whole = call_apart

    def ends_badly(function: object, data: bytes, name: str, **more: object) -> object:
        if b"bad" in data:
            return call_apart(child, data, name, answer=ANSWER, limits=SHORT)
        return whole(function, data, name, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("loaders.readers.read.call_apart", ends_badly)
    page = "<html><body><p>{}县人民政府关于成立防汛工作领导小组的通知</p></body></html>"
    (tmp_path / "1.html").write_text("<html><body>bad", encoding="utf-8")
    (tmp_path / "2.html").write_text(page.format("甲"), encoding="utf-8")
    with open_ledger(settings) as ledger:
        done = pipeline.load([tmp_path / "1.html", tmp_path / "2.html"], ledger, settings)
        assert [result.outcome for result in done.results] == ["refused", "read"]
        (kept,) = ledger.quarantined()
        assert (kept.code, kept.name, len(kept.sha256)) == (code, "1.html", 64)
        assert ledger.pending() == ()


def test_nothing_is_left_running_when_a_child_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def watched(*words: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*words, **more))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr("loaders.readers.apart.subprocess.Popen", watched)
    monkeypatch.setattr("loaders.readers.apart._START_SECONDS", 0.5)
    with pytest.raises(LimitError):
        call_apart(sleeps, b"", "a.pdf", answer=ANSWER, limits=Limits(seconds=0.1))
    (child,) = started
    assert child.returncode == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)
