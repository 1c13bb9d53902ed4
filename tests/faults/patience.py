"""How long a process is waited for: the time that it had the machine, not the time that others had it.

On a busy machine a load that is starved stands still as one that hangs does. The kernel tells them apart: it counts how long
each thread was ready to run and had to wait for a processor.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: A process that had so many seconds of its own and has not ended hangs; undisturbed it takes eight.
PATIENCE = 180.0
#: How often it is looked at.
_TICK = 0.5


@contextmanager
def patience(process: subprocess.Popen[str], seconds: float = PATIENCE) -> Iterator[threading.Event]:
    """While the block runs: kill the process once it hangs, so that whoever reads from it gets to an end.

    The event tells whether that happened.
    """
    hung, over = threading.Event(), threading.Event()

    def watch() -> None:
        own, last, waited = 0.0, time.monotonic(), kept_waiting(process.pid)
        while not over.wait(_TICK):
            now, kept = time.monotonic(), kept_waiting(process.pid)
            own += max(0.0, (now - last) - max(0.0, kept - waited))
            last, waited = now, kept
            if own > seconds:
                hung.set()
                process.kill()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield hung
    finally:
        over.set()
        watcher.join()


def kept_waiting(pid: int) -> float:
    """For how many seconds the threads of a process, together, were ready to run and had no processor.

    Linux tells in `/proc/PID/task/*/schedstat`; elsewhere it is 0 and all time counts as the process's own.
    """
    total = 0
    folder = Path(f"/proc/{pid}/task")
    try:
        threads = list(folder.iterdir())
    except OSError:
        return 0.0  # the process has ended
    for thread in threads:
        try:
            total += int((thread / "schedstat").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError, ValueError):
            continue  # the thread has ended
    return total / 1e9
