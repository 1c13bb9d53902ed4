"""Tables whose columns are parted by gaps only: a head such as `科室    A角    B角`, and rows set under it with white space.

The head says what each column holds; a row's words are parted into as many cells, at the gaps where every cell fits its column
best, so that a name spread over two words (`韩  玉成`) stays one. A row is given on as a passage with tabs; the lines below a
numbered row that hold the rest of its cells, each under its head, belong to it (`gapped_wraps`). A line that does not fit ends
the table, a drawn line does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.gazette import gapped_wraps
from loaders.gazette.cell_kinds import MISFIT, Kind, kind_of, worth
from loaders.gazette.gapped_wraps import margins_of
from loaders.readers.paper import Line, Paper, Passage

_TOKEN = re.compile(r"\S+")
_GAP = "  "
#: A heading between rows (`一、产业提升`) parts the table, and does not end it.
_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:,]{2,24}")
_WIDE = "\u3000"
#: Drawn above, below and between rows.
_DRAWN = re.compile("[-—─═=_]{6,}")
#: A head that is none of the known ones, in a row of heads that begins with that of the numbers: `建设地点`, `级别(类型)`.
_STRANGE_HEAD = re.compile(r"[\u4e00-\u9fff]{2,8}(?:\([\u4e00-\u9fff]{1,4}\))?")
_MOST_TOKENS, _LONGEST_HEAD, _LONGEST_ROW = 16, 90, 200
_BLANK, _JOIN, _CUT = -3.0, -0.6, 0.6
_WIDEST = 8
#: What it costs a cell to stand beside its head, for each half width of a character, and at most: a tie is decided, no more.
_STRAYS, _STRAYS_MOST = 0.05, 0.5

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Head:
    """The line of column heads: what each column holds, where its head stands, and how far from the margin it is printed."""

    line: Line
    kinds: tuple[Kind, ...]
    cells: tuple[_Span, ...]
    margins: tuple[int, ...]


def rows(paper: Paper, lines: Sequence[Line], furniture: frozenset[int]) -> Mapping[int, Passage | None]:
    """The rows of such tables by the number of their first line, heads among them, and None for their other lines; empty if there is none."""
    walk = _Walk(paper, [line for line in lines if paper.words[line.number - 1] and line.number not in furniture])
    for place, line in enumerate(walk.printed):
        if line.number not in walk.found:
            walk.take(place, line)
    return walk.found


class _Walk:
    """The table that is open at a line, and the rows found above it."""

    __slots__ = ("_drawn", "_head", "_number", "_paper", "found", "printed")

    def __init__(self, paper: Paper, printed: list[Line]) -> None:
        self._paper = paper
        self.printed = printed
        self.found: dict[int, Passage | None] = {}
        self._head: _Head | None = None
        self._number = 0  # of rows below the head
        self._drawn: list[int] = []  # drawn lines since the last row

    def take(self, place: int, line: Line) -> None:
        """Read a line: words set with gaps are a head or a row, others end the table unless they are drawn or a heading between rows."""
        words = self._paper.words[line.number - 1]
        if self._head is not None and _DRAWN.fullmatch(words):
            self._drawn.append(line.number)
            if self._number:
                self.found[line.number] = None
        elif _GAP in words or _WIDE in words:
            self._take_gapped(place, line)
        elif self._head is not None and not _SECTION.fullmatch(words):
            self._head = None

    def _take_gapped(self, place: int, line: Line) -> None:
        """Open a table with a line of heads, or put a row to the open one."""
        text = self._paper.folded[line.start : line.end]
        if "\t" in text or "|" in text or len(text) > _LONGEST_ROW:
            self._head = None
        elif (columns := _head(text)) is not None:
            margins = margins_of(self._paper, line)
            self._head = _Head(line, columns[0], tuple(columns[1]), tuple(margins[low] for low, _ in columns[1]))
            self._number, self._drawn = 0, []
        elif self._head is not None:
            row = self._row(self._head, place, line, text)
            if row is None:
                self._head = None
            else:
                self._keep(self._head, line, *row)

    def _row(self, head: _Head, place: int, line: Line, text: str) -> tuple[Passage, Sequence[int]] | None:
        """The row that a line begins, and the other lines of it; None if its words do not fit the columns."""
        wrapped = gapped_wraps.row(self._paper, self.printed[place:], head.kinds, head.margins, self._number)
        if wrapped is not None:
            return wrapped
        cells = _row(text, head, margins_of(self._paper, line), self._number)
        return (_passage(self._paper, line, cells), ()) if cells is not None else None

    def _keep(self, head: _Head, line: Line, row: Passage, rest: Sequence[int]) -> None:
        """Keep a row, with its head before the first; drawn lines and the other lines of the row hold nothing themselves."""
        self._number += 1
        if head.line.number not in self.found:
            self.found[head.line.number] = _passage(self._paper, head.line, head.cells)
        self.found[line.number] = row
        self.found.update(dict.fromkeys((*self._drawn, *rest)))
        self._drawn = []


def _head(text: str) -> tuple[tuple[Kind, ...], list[_Span]] | None:
    """The kinds and places of the columns if a line is made of heads of columns only, two of them at least."""
    if len(text) > _LONGEST_HEAD:
        return None
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    if not 2 <= len(tokens) <= _MOST_TOKENS:
        return None
    cells: list[_Span] = []
    kinds: list[Kind] = []
    at = 0
    while at < len(tokens):
        known = [
            (stop, kind)
            for stop in range(at + 1, min(at + 4, len(tokens)) + 1)
            if (kind := kind_of("".join(text[tokens[at][0] : tokens[stop - 1][1]].split()))) is not None
        ]
        # `工作 任务` is one head, `序号    任务` two: narrow gaps stand inside, wide ones between.
        narrow = [one for one in known if all(_width(tokens, place) == 0 for place in range(at, one[0] - 1))]
        if narrow:
            stop, kind = narrow[-1]
        elif kinds[:1] == ["number"] and _stands_apart(tokens, at) and _STRANGE_HEAD.fullmatch(text, *tokens[at]):
            stop, kind = at + 1, "unknown"
        elif known:
            stop, kind = known[0]
        else:
            return None
        cells.append((tokens[at][0], tokens[stop - 1][1]))
        kinds.append(kind)
        at = stop
    wide = any(right[0] - left[1] >= 2 or _WIDE in text[left[1] : right[0]] for left, right in pairwise(cells))
    if len(cells) < 2 or not wide or set(kinds) == {"text"} or kinds.count("unknown") * 3 > len(kinds):
        return None
    return tuple(kinds), cells


def _stands_apart(tokens: Sequence[_Span], at: int) -> bool:
    """Whether gaps of two and more stand on both sides of a word, or the end of the line behind it."""
    return tokens[at][0] - tokens[at - 1][1] >= 2 and (at + 1 == len(tokens) or tokens[at + 1][0] - tokens[at][1] >= 2)


def _row(text: str, head: _Head, margins: Sequence[int], number: int) -> list[_Span] | None:
    """The cells of a row, parted where they fit best; None if they fit nowhere.

    `margins` are of its characters. `number` of rows stand above: under one the first cell may be merged with that above,
    where the row begins with a gap.
    """
    merged = number > 0 and text.startswith(_GAP)
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    if not 2 <= len(tokens) <= _MOST_TOKENS:
        return None
    states: dict[int, tuple[float, float, tuple[_Span, ...]]] = {0: (0.0, 0.0, ())}
    for column, kind in enumerate(head.kinds):
        following: dict[int, tuple[float, float, tuple[_Span, ...]]] = {}
        for at, (score, worst, cells) in states.items():
            for stop in range(at, len(tokens) + 1):
                if stop == at:
                    if column == 0 and kind == "number" and not merged:
                        continue  # a line at the margin that does not begin with its number is none of the rows
                    edge = tokens[at][0] if at < len(tokens) else len(text)
                    span, fit = (edge, edge), MISFIT if column == 0 and not merged else _BLANK
                else:
                    span = (tokens[at][0], tokens[stop - 1][1])
                    fit = worth(kind, text[slice(*span)], number)
                    fit += sum(_JOIN * _width(tokens, one) for one in range(at, stop - 1))
                    # Set in columns, a cell stands under its head; without, every cell strays as far.
                    fit -= min(_STRAYS * abs(margins[span[0]] - head.margins[column]), _STRAYS_MOST)
                total = score + fit + (_CUT * _width(tokens, stop - 1) if at < stop < len(tokens) else 0.0)
                if stop not in following or total > following[stop][0]:
                    following[stop] = (total, min(worst, fit if stop > at else 0.0), (*cells, span))
        states = following
    whole = states.get(len(tokens))
    if whole is None or whole[1] <= MISFIT or sum(low < high for low, high in whole[2]) < 2:
        return None
    return list(whole[2])


def _width(tokens: Sequence[_Span], at: int) -> int:
    return min(_WIDEST, tokens[at + 1][0] - tokens[at][1]) - 1


def _passage(paper: Paper, line: Line, cells: Sequence[_Span]) -> Passage:
    parts: list[Passage] = []
    for place, (low, high) in enumerate(cells):
        if place:
            parts.append(Passage(paper, "\t", ((0, line.start + max(0, low - 1)),)))
        if low < high:
            parts.append(paper.passage(line.start + low, line.start + high))
    return Passage.join(parts)
