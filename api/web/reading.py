"""A paper's text cut into pieces: which facts were read at which words, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.printed import Box, boxes_of
from graph.ledger.imprints import Imprint
from queries.answers.papers import Extent, Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one line. `marks` are the facts read there, `first` those that begin at it (anchors)."""

    text: str
    marks: tuple[Mark, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the file, by its number."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A fact on a page: the words it was read from and where they are printed."""

    evidence: str
    words: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page: its number, its size in points, and the facts marked on it."""

    page: int
    width: int
    height: int
    marks: tuple[Marked, ...]


def lines_of(text: str, extent: Extent) -> list[TextLine]:
    """The lines of a paper, each cut where a fact begins or ends.

    `text` is the whole decoded file: facts are told by code points of it. Each fact has one anchor, at its first words
    that are there to see.
    """
    end = extent.end or len(text)
    marks = sorted(extent.marks, key=lambda mark: (mark.start, mark.end))
    anchored: set[str] = set()
    found = []
    waiting, open_marks = 0, list[Mark]()
    number, place = text.count("\n", 0, extent.start) + 1, extent.start
    # A paper begins with its title: its line from the beginning.
    place = text.rfind("\n", 0, place) + 1
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        # Only marks that reach into this line: those still open, and those that begin before its end.
        open_marks = [mark for mark in open_marks if mark.end > place]
        while waiting < len(marks) and marks[waiting].start <= stop:
            open_marks.append(marks[waiting])
            waiting += 1
        found.append(TextLine(number, tuple(_pieces(text, place, stop, open_marks, anchored))))
        number, place = number + 1, stop + 1
    return found


def sheets_of(pages: Sequence[Imprint], text: str, extent: Extent) -> list[Sheet]:
    """The printed pages of a paper, with the boxes of the facts read on each. A fact is marked on the first page it stands on."""
    sheets = []
    waiting = list(extent.marks)
    for page in pages:
        here = [mark for mark in waiting if mark.start < page.last and mark.end > page.first]
        marked = [
            Marked(mark.evidence, text[mark.start : mark.end], boxes)
            for mark in here
            if (boxes := tuple(boxes_of(page, text, mark.start, mark.end)))
        ]
        sheets.append(Sheet(page.page, page.width, page.height, tuple(marked)))
        done = {mark.evidence for mark in marked}
        waiting = [mark for mark in waiting if mark.evidence not in done]
    return sheets


def _pieces(text: str, start: int, stop: int, marks: list[Mark], anchored: set[str]) -> list[Piece]:
    here = [mark for mark in marks if mark.end > start and mark.start < stop]
    cuts = sorted({start, stop, *(at for mark in here for at in (mark.start, mark.end) if start < at < stop)})
    pieces = []
    for left, right in pairwise(cuts):
        over = tuple(mark for mark in here if mark.start < right and mark.end > left)
        first = tuple(mark.evidence for mark in over if mark.evidence not in anchored and text[left:right].strip())
        anchored.update(first)
        pieces.append(Piece(text[left:right], over, first))
    return pieces
