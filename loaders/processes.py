"""Reading in several processes of this machine: the reading of a file is a pure function of its bytes.

Results are taken in the order in which the files were named, whoever finished first, and the ledger is written here, so the
outcome is that of one process. A process that ends before its time (out of memory, a broken library) costs the file it
was reading: those that were under way beside it are read again, each in a process of its own, and the one that breaks it once
more is refused. Nothing outlives the load: an interrupt ends the readings under way, and a process whose parent is gone ends
by itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import wait
from typing import TypeAlias

from core import logs
from core.settings import Settings
from loaders.extraction import Extraction
from loaders.pipeline import Here, Reader, Refusal, read_elsewhere, refusal_of
from loaders.readers.apart import crashed

#: Files under way at a time for each process: enough that none waits, few enough that memory stays flat.
A_PROCESS = 3
#: So many bytes are read here before processes are started: a smaller load is done by the time they are ready.
_READ_HERE = 1_000_000
_ROUND_SECONDS = 0.1
_INTERRUPT = frozenset((signal.SIGINT,))

Outcome: TypeAlias = Extraction | Refusal


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def reading(settings: Settings) -> Iterator[Reader]:
    """Who reads on this machine: so many processes as the settings say, or this one."""
    count = settings.processes or processors()
    if count == 1:
        yield Here()
        return
    found = Processes(count, settings)
    try:
        yield found
    except BaseException:
        found.interrupt()
        raise
    finally:
        found.close()


class Processes:
    """Several readers, as `loaders.pipeline` asks for them, started when there is enough to read."""

    def __init__(self, count: int, settings: Settings, *, read_here: int = _READ_HERE) -> None:
        self.ahead = A_PROCESS * count
        self._count = count
        self._settings = settings
        self._read_here = read_here
        self._pool: ProcessPoolExecutor | None = None
        self._others = frozenset(multiprocessing.active_children())

    def begin(self, data: bytes, name: str, settings: Settings) -> Callable[[], Outcome]:
        """Give a file to a process; what is returned waits for its reading."""
        if self._read_here > 0:
            self._read_here -= len(data)
            return Here().begin(data, name, settings)
        work = partial(_read, data, name, settings.jurisdiction, settings.min_confidence)
        future = self._submit(work)

        def outcome() -> Outcome:
            try:
                return future.result()
            except BrokenProcessPool:
                return self._alone(work, name)

        return outcome

    def interrupt(self) -> None:
        """End the readings under way; those that wait are not begun."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        # Each round ends one reading of each process; a few more were handed over already.
        while children := frozenset(multiprocessing.active_children()) - self._others:
            for pid in filter(None, (child.pid for child in children)):
                with suppress(ProcessLookupError):  # it ended since
                    os.kill(pid, signal.SIGINT)
            wait([child.sentinel for child in children], _ROUND_SECONDS)

    def close(self) -> None:
        """Let the processes go."""
        if self._pool is not None:
            self._pool.shutdown()

    def _submit(self, work: Callable[[], Outcome]) -> Future[Outcome]:
        if self._pool is not None:
            try:
                return _submitted(self._pool, work)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
        self._pool = self._started(self._count)
        return _submitted(self._pool, work)

    def _alone(self, work: Callable[[], Outcome], name: str) -> Outcome:
        """A file that was under way when a process ended, read in a process of its own: it may not be the one to blame."""
        with self._started(1) as pool:
            try:
                return _submitted(pool, work).result()
            except BrokenProcessPool:
                return refusal_of(crashed(name, "进程中止 its process ended"))

    def _started(self, count: int) -> ProcessPoolExecutor:
        # Started anew, not forked: the command draws its progress in a thread, and a fork copies locks that it may hold.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(self._settings,))


def _submitted(pool: ProcessPoolExecutor, work: Callable[[], Outcome]) -> Future[Outcome]:
    # What is started here begins with the interrupt held back, until it has said what it does with one.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
    try:
        return pool.submit(work)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the process that reads ------------------------------------------------------------------------------------


def _begin(settings: Settings) -> None:
    # An interrupt from the keyboard reaches all processes; one that reads nothing leaves it to the parent what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPT)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    logs.configure(settings)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(data: bytes, name: str, jurisdiction: str, min_confidence: float) -> Outcome:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return read_elsewhere(data, name, jurisdiction, min_confidence)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
