"""Reading makes many small objects and no circles of them: Python's collector of circles finds nothing there, at a tenth of the time.

It looks through what is new each time so many objects more were made than freed. While files are read that number is raised;
memory stays flat, as objects outside circles are freed at once.
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
_usual = gc.get_threshold()


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
