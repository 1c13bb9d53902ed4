"""The letters of a PDF page: which are printed, which way they run, and whether they mean anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.readers.paper import Box

if TYPE_CHECKING:
    from pdfplumber.page import Page

#: What pdfminer writes for a glyph it has no character for.
_NO_MEANING = re.compile(r"\(cid:\d+\)")
#: Private use, replacement, controls, and the Latin letters that Chinese bytes become when read as Latin.
_ODD = re.compile("[\u0080-\u009f\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u024f\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
#: Fewer letters than this beside a picture that fills the page are a stamp on a scan, not its text.
_FEW = 40
#: The part of a page's letters that may be odd before the page as a whole says nothing.
_GARBLED = 0.2
_MOST_OVERLAP = 1.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed character, its box and its size."""

    text: str
    box: Box
    size: float


def turn_of(page: Page) -> int:
    """By how many degrees, clockwise, a page must be turned for most of its letters to stand upright."""
    ways: Counter[int] = Counter()
    for char in page.chars:
        a, b, *_ = char["matrix"]
        if abs(b) > abs(a):
            ways[90 if b > 0 else 270] += 1
        else:
            ways[0 if a >= 0 else 180] += 1
    turn, count = ways.most_common(1)[0] if ways else (0, 0)
    return turn if count > 0.6 * sum(ways.values()) else 0


def letters_of(page: Page) -> list[Letter]:
    """The upright letters on the page; a watermark across it and letters printed twice for boldness are left out."""
    letters: list[Letter] = []
    seen: set[tuple[str, int, int]] = set()
    for char in page.chars:
        a, b, *_ = char["matrix"]
        box = Box(float(char["x0"]), float(char["top"]), float(char["x1"]), float(char["bottom"]))
        off = box.x1 < 0 or box.x0 > float(page.width) or box.bottom < 0 or box.top > float(page.height)
        if off or abs(b) > 0.1 * abs(a) or a < 0:
            continue
        text = str(char["text"])
        places = [(text, round(box.x0 / 2) + x, round(box.top / 2) + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        if text.strip() and any(place in seen for place in places) and _repeats(letters, text, box):
            continue
        seen.add(places[4])
        letters.append(Letter(text, box, max(float(char["size"]), 1.0)))
    return letters


def why_unreadable(page: Page, letters: Sequence[Letter]) -> str:
    """`scan` for a page that prints but has no letters, `garbled` for one whose letters mean nothing, else empty."""
    printed = [letter for letter in letters if letter.text.strip()]
    if len(printed) < _FEW and _is_picture(page):
        return "scan"
    odd = sum(bool(_NO_MEANING.fullmatch(letter.text) or _ODD.fullmatch(letter.text)) for letter in printed)
    return "garbled" if odd > _GARBLED * len(printed) and odd > min(5, len(printed) - 1) else ""


def _repeats(letters: Sequence[Letter], text: str, box: Box) -> bool:
    """Whether the same letter was printed within a point of this place: boldness by printing twice."""
    return any(
        letter.text == text
        and abs(letter.box.x0 - box.x0) <= _MOST_OVERLAP
        and abs(letter.box.top - box.top) <= _MOST_OVERLAP
        for letter in letters[-4_000:]
    )


def _is_picture(page: Page) -> bool:
    """Whether pictures cover most of a page, or letters drawn as curves stand on it."""
    area = float(page.width) * float(page.height)
    covered = sum(
        max(0.0, min(float(image["x1"]), float(page.width)) - max(float(image["x0"]), 0.0))
        * max(0.0, min(float(image["bottom"]), float(page.height)) - max(float(image["top"]), 0.0))
        for image in page.images
    )
    return covered > 0.4 * area or len(page.curves) > 200
