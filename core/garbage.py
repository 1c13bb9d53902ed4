"""When Python's collector of circles may look: seldom while papers are read, never while the engine writes or reads much.

Reading makes many small objects and no circles of them: the collector finds nothing there, at a tenth of the time. And the
bridge to the embedded engine has Python collect whenever Java has (`JPGarbageCollection` of JPype): a look through all that the
process holds, seconds long beside a graph of millions of elements, while nothing else runs. Memory stays flat in both, as
objects outside circles are freed at once.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: Objects made and not freed before the collector looks.
SELDOM = 20_000

_lock = threading.Lock()
_readers = 0
_resting = 0
_usual = gc.get_threshold()
_was_on = True


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the collector look seldom while the block runs, in this thread or another; then as before."""
    global _readers, _usual  # the collector is one a process, and so is the number of those who read
    with _lock:
        if not _readers:
            _usual = gc.get_threshold()
            gc.set_threshold(max(SELDOM, _usual[0]), *_usual[1:])
        _readers += 1
    try:
        yield
    finally:
        with _lock:
            _readers -= 1
            if not _readers:
                gc.set_threshold(*_usual)


@contextmanager
def never_collected() -> Iterator[None]:
    """Keep the collector from looking while the block runs, in this thread or another, even when asked to; then as before."""
    global _resting, _was_on
    with _lock:
        if not _resting:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting and _was_on:
                gc.enable()


def passed_over() -> None:
    """Collect once, and never look again at what is there now: for a process that has started and will stay.

    What is passed over is still freed when nothing refers to it, unless it stands in a circle.
    """
    gc.collect()
    gc.freeze()
