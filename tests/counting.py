"""Work counted instead of timed: how many functions reading a text enters."""

from __future__ import annotations

import sys
from types import FrameType

from benchmark.reading import forget, read


def calls(text: str) -> int:
    """How many functions are entered when a text is read, those of the interpreter included; nothing known before."""
    forget()
    data = text.encode()
    found = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(data)
    finally:
        sys.setprofile(before)
    return found
