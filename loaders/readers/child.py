"""The process that parses one file: `python -m loaders.readers.child`, started by `loaders.readers.apart`.

It takes an order (one line of JSON: which function, which limits) and the bytes from its standard input, and gives the answer
on its standard output. Before it touches the bytes it gives up what it could do harm with: memory and time beyond the
limits, files larger than an answer, new processes, connections.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import NoReturn

from core.errors import InputError
from loaders.limits import Limits

_MB = 1024 * 1024
#: How it ends when memory runs out.
MEMORY_EXIT = 72
#: Processor seconds to start in, before a limit of a second or two could count.
_START_SECONDS = 2
#: What no reader of files has to do.
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class _Forbidden(RuntimeError):
    """A reader tried to reach out of its process."""


def main() -> None:
    """Carry out one order."""
    source = sys.stdin.buffer
    order = json.loads(source.readline())
    limits = Limits(**order["limits"])
    _hold(limits, order["answer_mb"])
    try:
        function: Callable[..., object] = getattr(importlib.import_module(order["module"]), order["function"])
        sys.addaudithook(_refuse)
        answer = function(source.read(), order["name"], limits, **order["given"])
        words = b"read\n" + json.dumps(answer, default=_plain, ensure_ascii=True).encode()
    except InputError as error:
        refusal = {"kind": type(error).__name__, "code": error.code, "message": error.message, "remedy": error.remedy}
        words = b"refused\n" + json.dumps(refusal).encode()
    except MemoryError:
        sys.stderr.write("MemoryError\n")
        sys.exit(MEMORY_EXIT)
    sys.stdout.buffer.write(words)
    sys.stdout.buffer.flush()


def _hold(limits: Limits, answer_mb: int) -> None:
    seconds = int(limits.seconds + 0.999) + _START_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * _MB, limits.memory_mb * _MB))
    resource.setrlimit(resource.RLIMIT_FSIZE, (answer_mb * _MB, answer_mb * _MB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # If the parent is killed nobody else watches the clock.
    signal.alarm(seconds * 5 + 30)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if writes or event.startswith(_FORBIDDEN):
        raise _Forbidden(event)


def _plain(value: object) -> object:
    """A frozen record as a mapping; a set as a list."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(type(value).__name__)


def _run() -> NoReturn:
    main()
    sys.exit(0)


if __name__ == "__main__":
    _run()
