"""A paper as every reader hands it on: decoded text with numbered lines, and passages that keep their way back.

Rules never see raw bytes. They match on *folded* text, in which each character stands exactly where it stood in the
decoded text but wide punctuation, wide digits and traditional characters have their plain form; what they give out is
cut from the decoded text, so that every quote is printed words at a printed place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeVar, cast

from loaders.readers.lookalikes import INVISIBLE, SPELT_BLANK

T = TypeVar("T")
PaperKind = Literal["table", "docx", "html", "text", "pdf", "scan"]

#: Marks a sentence or its part ends with; a line that ends otherwise was broken by the printer.
_ENDS = tuple("。;:!?.…)”》")
#: A text is set in a column if so many of its broken lines, and this share of them, are as long, give or take a character,
#: and hardly any line is longer. Where parts of an issue are set wider, the column has to be plainer: many lines, most
#: of the broken ones, and a good part of all.
_FULL_LINES, _FULL_SHARE, _LONGER_SHARE = 3, 0.4, 0.05
_PLAIN_LINES, _PLAIN_SHARE, _PLAIN_OF_ALL = 20, 0.6, 0.4
_NARROWEST = 14
_FEWEST_LOOSE = 12  # lines by which a paper shows that empty ones stand between all
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_UNSEEN = re.compile(f"{_INVISIBLE.pattern}|{SPELT_BLANK}")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner as a reader holds the page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of derived text is printed, from its character `at` on, and how surely it was read.

    Below 1 is what was recognised on a scan.
    """

    page: int = 0
    box: Box | None = None
    confidence: float = 1.0
    at: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a reader holds it: its size in points, and by how many degrees it is turned clockwise for that."""

    page: int
    width: float
    height: float
    turn: int = 0


class Line(NamedTuple):
    """A printed line: 1-based number, code points `[start, end)` without its line break, page (0 if unknown)."""

    number: int
    start: int
    end: int
    page: int = 0


@dataclass(frozen=True)
class Paper:
    """A file read: `text` as decoded, `folded` of equal length for matching, and the lines of both.

    `places` holds those of each line if the text was derived from printed pages, else nothing: several for a paragraph put
    together from printed lines, one a cell for the row of a table. `sheets` are the pages whose size is known, `unread_pages`
    those that held no text to read. Not slotted: what every reader asks of its lines is worked out once.
    """

    name: str
    sha256: str
    kind: PaperKind
    text: str
    folded: str
    lines: tuple[Line, ...]
    places: tuple[tuple[Place, ...], ...] = ()
    unread_pages: tuple[int, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def folded_line(self, line: Line) -> str:
        """The folded words of a line."""
        return self.folded[line.start : line.end]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of each line without white space around them, empty for a blank line."""
        return tuple(map(str.strip, self.folded.split("\n")))

    @cached_property
    def column(self) -> int:
        """The width of the column the text is set in, in characters; 0 if its lines are as long as what they say."""
        lines = [words for words in self.words if len(words) >= _NARROWEST and "\t" not in words and "|" not in words]
        widths = Counter(len(words) for words in lines if not words.endswith(_ENDS))
        if not widths:
            return 0
        width, _ = widths.most_common(1)[0]
        full = sum(widths[near] for near in (width - 1, width, width + 1))
        longer = sum(len(words) > width + 1 for words in lines)
        broken = widths.total()
        alone = full >= max(_FULL_LINES, _FULL_SHARE * broken) and longer <= _LONGER_SHARE * len(lines)
        plain = full >= max(_PLAIN_LINES, _PLAIN_SHARE * broken, _PLAIN_OF_ALL * len(lines))
        return width if alone or plain else 0

    @cached_property
    def is_loose(self) -> bool:
        """Whether an empty line stands behind every line, as converters of files put it."""
        filled = [index for index, words in enumerate(self.words) if words]
        close = sum(below == above + 1 for above, below in pairwise(filled))
        return len(filled) > _FEWEST_LOOSE and close * 50 < len(filled)

    def fills_column(self, words: str) -> bool:
        """Whether a line's words go to the end of the column; never in a text that is set in none."""
        return bool(self.column) and abs(len(words.strip()) - self.column) <= 1

    @cached_property
    def has_unseen(self) -> bool:
        """Whether the text holds what prints nothing: zero-width characters, marks of direction, white space spelt out."""
        text = self.text
        # Each asked for alone: what begins with one set of characters is found without a look at each place.
        return _INVISIBLE.search(text) is not None or ("&" in text and _UNSEEN.search(text) is not None)

    @cached_property
    def has_marks(self) -> bool:
        """Whether marks of bold words stand in the text, for which the folded text has white space."""
        return "**" in self.text and self.text.count("**") != self.folded.count("**")

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The line that holds a code point (the line before it, for a line break)."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def printed_at(self, start: int, end: int) -> Iterator[Place]:
        """Where the code points `[start, end)` are printed; nothing for a text that has no pages."""
        if not self.places:
            return
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        for line in self.lines[first.number - 1 : last.number]:
            own = self.places[line.number - 1]
            for number, place in enumerate(own):
                below = line.start + own[number + 1].at if number + 1 < len(own) else line.end
                if line.start + place.at < end and below > start:
                    yield place

    def printed_words(self, start: int, end: int) -> str:
        """The code points `[start, end)` without marks that nobody prints: a star where the folded text has white space."""
        both = zip(self.text[start:end], self.folded[start:end], strict=True)
        return "".join([letter for letter, folded in both if letter != "*" or folded == "*"])

    def passage(self, start: int, end: int) -> Passage:
        """The folded text `[start, end)` as a passage of one piece (no line breaks expected inside)."""
        return Passage(self, self.folded[start:end], ((0, start),))


@dataclass(slots=True, unsafe_hash=True)
class Passage:
    """Folded text put together from one or more stretches of a paper (wrapped lines joined), with its offset map.

    `pieces` are `(index in text, code point in the paper)`: from each index on, characters run one to one until the
    next piece begins. Never changed once made; not frozen, for there is one to a line and more, and a frozen one takes
    three times as long to make.
    """

    paper: Final[Paper]
    text: Final[str]
    pieces: Final[tuple[tuple[int, int], ...]]
    _known: dict[object, object] | None = field(default=None, init=False, repr=False, compare=False)

    def once(self, work: Callable[[Passage], T]) -> T:
        """What `work` finds in this passage, worked out once however many rules ask for it."""
        known = self._known
        if known is None:
            known = self._known = {}
        elif work in known:
            return cast("T", known[work])
        found = known[work] = work(self)
        return found

    def once_between(self, work: Callable[[Passage, int, int], T], start: int, end: int) -> T:
        """What `work` finds between two places of this passage, worked out once."""
        known = self._known
        if known is None:
            known = self._known = {}
        asked = work, start, end
        if asked in known:
            return cast("T", known[asked])
        found = known[asked] = work(self, start, end)
        return found

    def __len__(self) -> int:
        return len(self.text)

    @property
    def start(self) -> int:
        """Code point of the first character in the paper."""
        return self.pieces[0][1]

    @property
    def end(self) -> int:
        """Code point after the last character in the paper."""
        return self.span(0, len(self.text))[1] if self.text else self.start

    def origin(self, index: int) -> int:
        """Code point in the paper of the character at `index`."""
        pieces = self.pieces
        at, origin = pieces[0] if len(pieces) == 1 else pieces[bisect_right(pieces, (index, 1 << 60)) - 1]
        return origin + index - at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points `[from, to)` in the paper that `text[start:end]` rests on, line breaks between pieces included.

        The cells of a table row may go on below each other: then the pieces do not follow one another as they are printed.
        """
        if len(self.pieces) == 1 or end - start <= 1:
            return self.origin(start), self.origin(end - 1) + 1
        parts = self._stretches(start, end)
        return min(origin for _, _, origin in parts), max(origin + high - low for low, high, origin in parts)

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The words as printed, wrapped lines joined, all white space and what prints nothing removed."""
        stop = len(self.text) if end is None else end
        text = self.paper.text
        if self.paper.has_marks:
            places = self._stretches(start, stop)
            words = "".join([self.paper.printed_words(origin, origin + high - low) for low, high, origin in places])
        elif len(self.pieces) == 1:
            origin = self.pieces[0][1]
            words = text[origin + max(start, 0) : origin + min(stop, len(self.text))]
        else:
            words = "".join([text[origin : origin + high - low] for low, high, origin in self._stretches(start, stop)])
        words = "".join(words.split())
        return _UNSEEN.sub("", words) if self.paper.has_unseen else words

    def printed_folded(self) -> str:
        """The folded text without white space, for matching whole titles and names."""
        return "".join(self.text.split())

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part `text[start:end]` as a passage of its own."""
        stop = len(self.text) if end is None else end
        if start >= stop:
            return Passage(self.paper, "", ((0, self.origin(start) if start < len(self.text) else self.end),))
        pieces = tuple([(low - start, origin) for low, _, origin in self._stretches(start, stop)])
        return Passage(self.paper, self.text[start:stop], pieces)

    def _stretches(self, start: int, stop: int) -> list[tuple[int, int, int]]:
        """The parts of `text[start:stop]` that lie in one piece each: where in the text, and where in the paper."""
        upto = len(self.text)
        if len(self.pieces) == 1:
            low, high = max(start, 0), min(stop, upto)
            return [(low, high, self.pieces[0][1] + low)] if low < high else []
        found = []
        for at, origin in reversed(self.pieces):
            low, high = max(start, at), min(stop, upto)
            if low < high:
                found.append((low, high, origin + low - at))
            upto = at
        found.reverse()
        return found

    @staticmethod
    def join(parts: list[Passage]) -> Passage:
        """One passage out of several of one paper, in order, nothing put between them."""
        parts = [part for part in parts if part.text] or parts[-1:]
        if len(parts) == 1:
            return parts[0]
        pieces: list[tuple[int, int]] = []
        length = 0
        for part in parts:
            pieces.extend([(length + at, origin) for at, origin in part.pieces])
            length += len(part.text)
        return Passage(parts[0].paper, "".join([part.text for part in parts]), tuple(pieces))
