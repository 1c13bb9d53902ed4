"""A process that hangs is told from one that only has no processor."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from tests.faults import patience as waiting
from tests.faults.patience import kept_waiting, patience

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_one_that_hangs_is_ended_and_told() -> None:
    process = subprocess.Popen(SLEEPS, stderr=subprocess.PIPE, text=True)
    with patience(process, 1.0) as hung:
        process.communicate()
    assert hung.is_set()
    assert process.returncode < 0


def test_one_that_has_no_processor_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "kept_waiting", lambda _: time.monotonic())
    process = subprocess.Popen(SLEEPS, stderr=subprocess.PIPE, text=True)
    threading.Timer(3.0, process.terminate).start()
    with patience(process, 1.0) as hung:
        process.communicate()
    assert not hung.is_set()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux counts it")
def test_the_time_without_a_processor_is_counted_by_the_kernel() -> None:
    process = subprocess.Popen(SLEEPS)
    try:
        assert 0 <= kept_waiting(process.pid) < 60
    finally:
        process.kill()
        process.wait()
    assert kept_waiting(process.pid) == 0
