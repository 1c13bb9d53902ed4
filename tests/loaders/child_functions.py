"""What children are told to do in the tests of `call_apart`.

Apart from these tests, for a child imports the module of its function within its seconds: here it finds nothing that takes long.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from core.errors import LimitError
from loaders.limits import Limits


def answers(data: bytes, name: str, limits: Limits) -> str:
    return f"{name} {len(data)} {limits.seconds:g} {os.environ.get('DUTYGRAPH_API_KEYS', 'no keys')}"


def aborts(data: bytes, name: str, limits: Limits) -> str:
    os.abort()


def stops_silently(data: bytes, name: str, limits: Limits) -> str:
    os._exit(0)


def hangs(data: bytes, name: str, limits: Limits) -> str:
    while True:
        pass


def sleeps(data: bytes, name: str, limits: Limits) -> str:
    time.sleep(600)
    return ""


def eats_memory(data: bytes, name: str, limits: Limits) -> str:
    return "x" * (1 << 40)


def eats_memory_slowly(data: bytes, name: str, limits: Limits) -> str:
    held = []
    while True:
        held.append(bytearray(1 << 20))


def connects(data: bytes, name: str, limits: Limits) -> str:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
    return ""


def starts_a_program(data: bytes, name: str, limits: Limits) -> str:
    subprocess.run(["true"], check=False)
    return ""


def writes_a_file(data: bytes, name: str, limits: Limits) -> str:
    (Path(tempfile.gettempdir()) / "dutygraph-was-here").write_bytes(b"x")
    return ""


def refuses(data: bytes, name: str, limits: Limits) -> str:
    raise LimitError("太大 | too large", remedy="缩小 | make it smaller", code="PAPER-TOO-LARGE")
