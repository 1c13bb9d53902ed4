"""Points that the value of a label counts over several lines: `整改措施：1.增加车辆。` / `2.建立台账。` are no tasks of their own.

The first of them stands behind the label's colon, or on the line below a label of an item that has said who does it; each that goes on the count at the head of a line belongs to the same
value, unless somebody is given it. Sources: lists of what an inspection found (整改任务清单), plans with 目标 and 措施 under each item.
"""

from __future__ import annotations

import re

from core.numerals import number_of
from loaders.gazette.headings import Mark
from loaders.readers.paper import Passage

#: A label that opens the passage, and the first point of its value.
_FIRST = re.compile(
    r"\s*[\[(]?(?:[\u4e00-\u9fff][ \u3000]?){2,10}[\])]?\s*:\s*(?:(?P<digit>1\s*[、.)](?!\d))|(?P<hanzi>一、)|(?P<bracketed>\(一\))|(?P<small>\(1\))|(?P<circle>①))"
)
_FIGURE = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}|[\u2460-\u2473]")
_LEVELS = {"hanzi": 1, "bracketed": 2, "digit": 3, "small": 4, "circle": 5}
#: Where a circled one stands among all characters.
_CIRCLED = 0x2460


class Counted:
    """How far the points of the label above are counted, and at which level."""

    def __init__(self) -> None:
        self._level = 0
        self._count = 0
        self._below = 0  # the level of the item whose label has its points on the lines below

    def open_below(self, level: int) -> None:
        """Begin with the first number on the next line, if it stands below an item of such a level."""
        self._level, self._below = 0, level

    def open(self, passage: Passage, mark: Mark | None, *, assigned: bool) -> None:
        """Begin with what a passage counts behind its label; forget the count at any number, and where a task is assigned."""
        match = _FIRST.match(passage.text) if ":" in passage.text and mark is None and not assigned else None
        if match is not None:
            last = [number for number in _points(passage.text, match)]
            self._level, self._count = _LEVELS[match.lastgroup or ""], last[-1]
        elif mark is not None or assigned:
            self._level = 0

    def holds(self, passage: Passage, mark: Mark | None) -> bool:
        """Whether a passage is the next point of the value, which then goes on with it."""
        below, self._below = self._below, 0
        if below and mark is not None and mark.level > below:
            self._level, self._count = mark.level, 0
        if mark is None or mark.level != self._level:
            return False
        figure = _FIGURE.search(mark.number)
        if figure is None or _value(figure.group()) != self._count + 1:
            return False
        self._count += 1
        return True


def _points(text: str, first: re.Match[str]) -> list[int]:
    """The numbers a line counts up behind its label, from one on (`措施：1.甲。2.乙。`)."""
    counts = [1]
    for figure in _FIGURE.finditer(text, first.end()):
        if _value(figure.group()) == counts[-1] + 1 and text[figure.start() - 1] in "。;(, ":
            counts.append(counts[-1] + 1)
    return counts


def _value(figure: str) -> int:
    return ord(figure) - _CIRCLED + 1 if _CIRCLED <= ord(figure[0]) < _CIRCLED + 20 else number_of(figure)
