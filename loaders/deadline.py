"""A deadline for what reads a file in this process: rules that do not come to an end cost that file, not the run.

Formats that are not plain text are parsed in a process of their own (`loaders.readers.apart`). The rules for their words run here,
thousands of files one after the other, and are held by a clock of processor time: when it runs out, the reading stops wherever
it is, in the middle of a regular expression too (its engine looks for signals as it goes).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from core.errors import LimitError
from loaders.limits import MAX_SECONDS, RULES_BYTES_A_SECOND, RULES_LEAST_SECONDS


def seconds_for(size: int) -> float:
    """Processor seconds that the rules may take for a file of so many bytes."""
    return min(RULES_LEAST_SECONDS + size / RULES_BYTES_A_SECOND, MAX_SECONDS)


@contextmanager
def deadline(name: str, seconds: float) -> Iterator[None]:
    """Let the block run for so many processor seconds. Raises `LimitError` (`READER-TIME`) beyond them.

    Signals reach the main thread alone: in another thread, or where the system has no such clock, nothing is held.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        raise LimitError(
            f"{name}: 读取超过 {seconds:g} 秒 | reading it takes longer than that",
            remedy="分成较小的文件，或另存为文本 | split it into smaller files, or save it as text",
            code="READER-TIME",
        )

    before = signal.signal(signal.SIGVTALRM, ring)
    # Again every second: should the first error be lost on its way, the next is not.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
