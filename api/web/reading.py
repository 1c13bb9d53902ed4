"""A paper's text cut into pieces: which facts were read at which words, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

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
