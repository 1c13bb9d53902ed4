"""A paper as every reader hands it on: decoded text with numbered lines, and passages that keep their way back.

Rules never see raw bytes. They match on *folded* text, in which each character stands exactly where it stood in the
decoded text but wide punctuation, wide digits and traditional characters have their plain form; what they give out is
cut from the decoded text, so that every quote is printed words at a printed place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

PaperKind = Literal["table", "docx", "html", "text", "pdf", "scan"]

_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: 1-based number, code points `[start, end)` without its line break, page (0 if unknown)."""

    number: int
    start: int
    end: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A file read: `text` as decoded, `folded` of equal length for matching, and the lines of both."""

    name: str
    sha256: str
    kind: PaperKind
    text: str
    folded: str
    lines: tuple[Line, ...]

    def folded_line(self, line: Line) -> str:
        """The folded words of a line."""
        return self.folded[line.start : line.end]

    def line_at(self, offset: int) -> Line:
        """The line that holds a code point (the line before it, for a line break)."""
        starts = [line.start for line in self.lines] if len(self.lines) < 64 else None
        if starts is not None:
            return self.lines[max(0, bisect_right(starts, offset) - 1)]
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return self.lines[max(0, low - 1)]

    def passage(self, start: int, end: int) -> Passage:
        """The folded text `[start, end)` as a passage of one piece (no line breaks expected inside)."""
        return Passage(self, self.folded[start:end], ((0, start),))


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded text put together from one or more stretches of a paper (wrapped lines joined), with its offset map.

    `pieces` are `(index in text, code point in the paper)`: from each index on, characters run one to one until the
    next piece begins.
    """

    paper: Paper
    text: str
    pieces: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.text)

    @property
    def start(self) -> int:
        """Code point of the first character in the paper."""
        return self.origin(0)

    @property
    def end(self) -> int:
        """Code point after the last character in the paper."""
        return self.origin(len(self.text) - 1) + 1 if self.text else self.start

    def origin(self, index: int) -> int:
        """Code point in the paper of the character at `index`."""
        position = bisect_right(self.pieces, (index, 1 << 60)) - 1
        at, origin = self.pieces[position]
        return origin + index - at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points `[from, to)` in the paper that `text[start:end]` rests on, line breaks between pieces included."""
        return self.origin(start), self.origin(end - 1) + 1

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The words as printed, wrapped lines joined, all white space inside removed."""
        stop = len(self.text) if end is None else end
        words = []
        for number, (at, origin) in enumerate(self.pieces):
            upto = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
            low, high = max(start, at), min(stop, upto)
            if low < high:
                words.append(self.paper.text[origin + low - at : origin + high - at])
        return _WHITE.sub("", "".join(words))

    def printed_folded(self) -> str:
        """The folded text without white space, for matching whole titles and names."""
        return _WHITE.sub("", self.text)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part `text[start:end]` as a passage of its own."""
        stop = len(self.text) if end is None else end
        if start >= stop:
            return Passage(self.paper, "", ((0, self.origin(start) if start < len(self.text) else self.end),))
        pieces = []
        for number, (at, origin) in enumerate(self.pieces):
            upto = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.text)
            low, high = max(start, at), min(stop, upto)
            if low < high:
                pieces.append((low - start, origin + low - at))
        return Passage(self.paper, self.text[start:stop], tuple(pieces))

    @staticmethod
    def join(parts: list[Passage]) -> Passage:
        """One passage out of several of one paper, in order, nothing put between them."""
        pieces: list[tuple[int, int]] = []
        length = 0
        for part in parts:
            pieces.extend((length + at, origin) for at, origin in part.pieces)
            length += len(part.text)
        return Passage(parts[0].paper, "".join(part.text for part in parts), tuple(pieces))
