"""Hostile bytes are parsed in a process of their own, held to memory, processor time and a clock.

The parent hands bytes over and takes words back as JSON, nothing that could run. A child that crashes, hangs or eats its
memory costs one file; the run goes on. What the child does to hold itself stands in `loaders.readers.child`.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Concatenate, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from core.errors import DutygraphError, InputError, LimitError
from core.logs import logger
from loaders.limits import LIMITS, Limits
from loaders.readers.child import MEMORY_EXIT

Answer = TypeVar("Answer")

#: The clock runs this much longer than the processor time a child may use: the machine has other work too.
_CLOCK = 4.0
#: A child starts in a tenth of a second; a busy machine takes longer.
_START_SECONDS = 20.0
#: No answer is larger: the longest text with its places, written as JSON.
_MAX_ANSWER_MB = 1_024
_ERRORS: dict[str, type[InputError]] = {"LimitError": LimitError, "InputError": InputError}
_log = logger("loaders")


class _Refusal(BaseModel):
    """An error the child raised on purpose."""

    kind: str
    code: str
    message: str
    remedy: str


def call_apart(
    function: Callable[Concatenate[bytes, str, Limits, ...], Answer],
    data: bytes,
    name: str,
    *,
    answer: TypeAdapter[Answer],
    limits: Limits = LIMITS,
    given: Mapping[str, object] | None = None,
) -> Answer:
    """`function(data, name, limits, **given)`, called in a child process; it must stand at the top of a module.

    What is `given` beside the file is handed over as JSON.

    Raises what the function raises on purpose (`InputError`, `LimitError`), `LimitError` (`READER-TIME`, `READER-MEMORY`)
    beyond a bound, and `InputError` (`READER-CRASHED`) if the child ends in any other way.
    """
    order: dict[str, object] = {
        "module": function.__module__,
        "function": function.__qualname__,
        "name": name,
        "limits": asdict(limits),
        "given": dict(given or {}),
    }
    with tempfile.TemporaryFile() as orders, tempfile.TemporaryFile() as taken, tempfile.TemporaryFile() as said:
        orders.write(json.dumps({**order, "answer_mb": _MAX_ANSWER_MB}).encode() + b"\n")
        orders.write(data)
        orders.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "loaders.readers.child"],
            stdin=orders, stdout=taken, stderr=said, env=_environment(), start_new_session=True,
        )  # fmt: skip
        try:
            code = child.wait(limits.seconds * _CLOCK + _START_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise _too_slow(name, limits) from error
        finally:
            _end(child)
        taken.seek(0)
        words = taken.read()
        said.seek(0)
        last = said.read()[-4_000:].decode(errors="replace")
    if code != 0:
        raise _ended(name, code, last, limits)
    return _answered(name, words, answer)


def _environment() -> dict[str, str]:
    """What a child needs and nothing else: no keys, no passwords, and one thread for each library."""
    threads = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONDONTWRITEBYTECODE": "1", **threads}


def _answered(name: str, words: bytes, answer: TypeAdapter[Answer]) -> Answer:
    mark, _, rest = words.partition(b"\n")
    try:
        if mark == b"refused":
            refusal = _Refusal.model_validate_json(rest)
            raise _ERRORS.get(refusal.kind, InputError)(refusal.message, remedy=refusal.remedy, code=refusal.code)
        if mark == b"read":
            return answer.validate_json(rest)
    except ValidationError as error:
        raise crashed(name, "答复不完整 an answer cut short") from error
    raise crashed(name, "没有答复 no answer")


def _ended(name: str, code: int, said: str, limits: Limits) -> DutygraphError:
    """Why a child ended: killed for its time or its memory, or broken."""
    if code in (-signal.SIGXCPU, -signal.SIGALRM):
        return _too_slow(name, limits)
    if code == MEMORY_EXIT or "MemoryError" in said or "bad_alloc" in said:
        return LimitError(
            f"{name}: 读取所需内存超过 {limits.memory_mb} MB | reading it takes more memory than that",
            remedy="分成较小的文件，或另存为文本 | split it into smaller files, or save it as text",
            code="READER-MEMORY",
        )
    _log.warning("reader.crashed", extra={"code": code, "said": said.strip().rpartition("\n")[2][:200]})
    how = f"信号 signal {-code}" if code < 0 else f"退出码 exit code {code}"
    return crashed(name, how)


def _too_slow(name: str, limits: Limits) -> LimitError:
    return LimitError(
        f"{name}: 读取超过 {limits.seconds:g} 秒 | reading it takes longer than that",
        remedy="分成较小的文件，或另存为文本 | split it into smaller files, or save it as text",
        code="READER-TIME",
    )


def crashed(name: str, how: str) -> InputError:
    """What a file is refused with whose reader ended, `how` it did."""
    return InputError(
        f"{name}: 读取程序异常终止（{how}）| the reader ended before its time",
        remedy="另存为文本或 DOCX 再载入 | save it as text or DOCX and load that",
        code="READER-CRASHED",
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    """Leave nothing behind, whatever the child started."""
    if child.poll() is None:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            logging.getLogger(__name__).debug("child gone")
        child.wait()
