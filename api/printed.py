"""The printed page behind words: where they stand on it, and its picture.

Pictures are drawn when they are asked for and kept in memory. The ledger is asked first each time, so that a picture of a
purged file is shown to nobody, whoever purged it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import east_asian_width

from fastapi import Request

from api import limits
from api.dependencies import settings_of, state_of
from core.errors import StoreBusyError
from graph.ledger.imprints import Imprint, Spot
from graph.ledger.ledger import Ledger
from loaders.readers.pictures import no_picture, picture_of


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """The boxes of some words on one page, and the size of the page in points."""

    page: int
    width: int
    height: int
    boxes: tuple[Box, ...]


class Pictures:
    """The pictures drawn last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._drawing = threading.BoundedSemaphore(limits.PICTURES_AT_ONCE)

    def get(self, ledger: Ledger, file: str, imprint: Imprint) -> bytes:
        """The picture of a page as PNG.

        Raises `StoreBusyError` (`PICTURE-BUSY`) if others are drawn for too long, and what `picture_of` raises.
        """
        key = (file, imprint.page)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        if not self._drawing.acquire(timeout=limits.PICTURE_PATIENCE_SECONDS):
            raise StoreBusyError(
                "正在画别的页 | other pages are being drawn", remedy="稍后再试 | try again later", code="PICTURE-BUSY"
            )
        try:
            drawn = picture_of(ledger.original(file), "", imprint)
        finally:
            self._drawing.release()
        with self._lock:
            self._kept[key] = drawn
            while sum(map(len, self._kept.values())) > limits.PICTURE_BYTES_KEPT:
                self._kept.popitem(last=False)
        return drawn


def picture(request: Request, file: str, start: int, end: int, number: int) -> bytes:
    """The picture of a page, if words of `[start, end)` of the file's text stand on it. Raises `NotFoundError` and as `get`."""
    if not settings_of(request).page_pictures:
        raise no_picture()
    ledger = state_of(request).ledger()
    imprint = next((each for each in ledger.printed(file, start, end) if each.page == number), None)
    pictures = request.app.state.pictures
    if imprint is None or not isinstance(pictures, Pictures):
        raise no_picture()
    return pictures.get(ledger, file, imprint)


def printed_at(ledger: Ledger, file: str, start: int, end: int) -> tuple[PrintedAt, ...]:
    """Where the code points `[start, end)` of a file's text are printed, page by page; nothing for what has no pages."""
    if not file or end <= start:
        return ()
    pages = ledger.printed(file, start, end)
    if not pages:
        return ()
    text = ledger.text(file)
    return tuple(
        PrintedAt(page.page, page.width, page.height, tuple(boxes_of(page, text, start, end))) for page in pages
    )


def boxes_of(page: Imprint, text: str, start: int, end: int) -> Iterator[Box]:
    """The boxes of `text[start:end]` on a page, those that touch on one line put together."""
    parts = [_part(spot, text, start, end) for spot in page.spots if spot.start < end and spot.end > start]
    for _, same in groupby(parts, key=lambda box: (box.top, box.bottom)):
        line = list(same)
        yield Box(line[0].x0, line[0].top, max(box.x1 for box in line), line[0].bottom)


def _part(spot: Spot, text: str, start: int, end: int) -> Box:
    """The part of a line's box in which some of its words stand, told by the width of the characters before and after."""
    first, last = max(start, spot.start), min(end, spot.end)
    before, inside = _width(text[spot.start : first]), _width(text[first:last])
    whole = before + inside + _width(text[last : spot.end].rstrip())
    share = (spot.x1 - spot.x0) / max(whole, 1)
    left = spot.x0 + before * share
    return Box(round(left, 1), spot.top, round(min(left + inside * share, spot.x1), 1), spot.bottom)


def _width(words: str) -> int:
    """How many half-width places characters take."""
    return sum(2 if east_asian_width(each) in "WFA" else 1 for each in words)
