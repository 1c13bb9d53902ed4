"""From pieces of print with a place to lines in reading order: rows, columns, paragraphs.

A piece is what a format gives: a few characters of a PDF, a recognised line of a scan, a table. Rows are pieces on one height;
two columns are read one after the other where a strip of white runs between lines that fill their column; a line begins a
paragraph if it is set in, or the line above ends far before the margin, or more room is left above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from loaders.readers.pages import Block, PrintedLine, PrintedTable
from loaders.readers.paper import Box

#: A column is at least this part of the width of the print; a name before a post is narrower.
_NARROWEST_COLUMN = 0.28
#: Lines that a column has at least, on either side.
_FEWEST_LINES = 4
#: The part of a column's lines that reach its right margin, if it is running text.
_FULL = 0.5
#: Room between characters, as a part of their size, that a person sees as a space.
_GAP = 0.4
#: How far a paragraph is set in, in characters: two are the rule (GB/T 9704-2012, 7.3.3).
_SET_IN = (1.3, 3.0)
#: A line ends at the margin if no more than this, in characters, is left; and this part of a column's lines must.
_FULL_WITHIN = 1.6
_FULL_LINES = 0.15
#: Running text is at least so many characters wide; a list may be as narrow as it likes.
_NARROWEST_TEXT = 14
_STARTS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|第[一二三四五六七八九十百\d]{1,4}[条章节]"
    r"|附件|附：|注：|[①-⑳]|[-*●◆■◇□]\s|[\u4e00-\u9fff]{1,12}[〔\[(（](?:19|20)\d{2}[〕\])）]\s*第?\s*\d{1,4}\s*号\s*$"
    r"|(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年.{1,4}月.{1,4}[日号]\s*$)"
)
_CLOSED = re.compile(r"[。：；！？:;]\s*[”’」』)）》]?\s*$")
#: Entries of a table of contents, and lines laid out with room inside them.
_NO_RUNNING_TEXT = re.compile(
    r"[〔\[](?:19|20)\d{2}[〕\]]\s*\d{1,4}\s*号\s*$|[.…·]{3,}\s*[(（]?\d+[)）]?\s*$|[(（]\d{1,4}[)）]\s*$|\S[ \u3000]{3,}\S"
)
#: Room is written as half-width spaces; more than this says no more.
_MOST_SPACES = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Some print: its words and its box, the size of its characters, how surely it was read; or a table."""

    box: Box
    text: str = ""
    size: float = 10.0
    confidence: float = 1.0
    table: PrintedTable | None = None

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one height, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def box(self) -> Box:
        """The box around all of them."""
        return around([piece.box for piece in self.pieces])

    @property
    def size(self) -> float:
        """The size of most of its print."""
        return max(piece.size for piece in self.pieces)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around some boxes."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces put together to rows, from top to bottom: those whose middles lie within half a character of the row's."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.box.x0)):
        above = rows[-1] if rows else None
        same = (
            above is not None
            and piece.table is None
            and above[0].table is None
            and piece.middle - above[0].middle < 0.5 * min(piece.size, above[0].size)
        )
        if above is not None and same:
            above.append(piece)
        else:
            rows.append([piece])
    return [Row(tuple(sorted(row, key=lambda piece: piece.box.x0))) for row in rows]


def in_order(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in stretches to be read one after the other: a whole page, or zone by zone its left and right columns."""
    strip = _strip(rows)
    if strip is None:
        return [list(rows)]
    stretches: list[list[Row]] = []
    plain: list[Row] = []  # what is read line by line, however wide
    for crosses, group in groupby(rows, key=lambda row: _crosses(row, strip)):
        zone = list(group)
        sides = [] if crosses else _columns(zone, strip)
        if sides:
            stretches += [plain] if plain else []
            stretches += sides
            plain = []
        else:
            plain += zone
    return [*stretches, plain] if plain else stretches


def blocks_of(stretch: Sequence[Row]) -> list[Block]:
    """The rows of one column as printed lines and tables, paragraphs told apart."""
    column = Column.of([row for row in stretch if row.pieces[0].table is None])
    blocks: list[Block] = []
    above: Row | None = None
    for row in stretch:
        table = row.pieces[0].table
        if table is not None:
            blocks.append(table)
            above = None
            continue
        joins = above is not None and column.goes_on(row, above)
        apart = above is None or (not joins and column.begins(row, above))
        confidence = min(piece.confidence for piece in row.pieces)
        blocks.append(PrintedLine(words_of(row), row.box, confidence, apart=apart, joins=joins))
        above = row
    return blocks


def words_of(row: Row) -> str:
    """The words of a row, room between them written as spaces."""
    words = ""
    end = 0.0
    for piece in row.pieces:
        gap = piece.box.x0 - end
        if (
            words
            and gap > _GAP * piece.size
            and not words.endswith((" ", "\u3000"))
            and piece.text[:1] not in " \u3000"
        ):
            words += _spaces(gap, piece.size)
        blank = piece.text in (" ", "\u3000", "\u00a0")
        words += _spaces(piece.box.x1 - piece.box.x0, piece.size) if blank else piece.text
        end = piece.box.x1
    return words.strip()


def _spaces(width: float, size: float) -> str:
    return " " * min(max(1, round(width / (size / 2))), _MOST_SPACES)


def starts_anew(words: str) -> bool:
    """Whether words begin with what begins a paragraph: a number, an article, an annex."""
    return _STARTS.match(words) is not None


# --- columns ----------------------------------------------------------------------------------------------------


def _strip(rows: Sequence[Row]) -> float | None:
    """Where a strip of white may part the print into two columns: the middle of the place that fewest rows cross."""
    if len(rows) < 2 * _FEWEST_LINES:
        return None
    box = around([row.box for row in rows])
    width = box.x1 - box.x0
    places = [box.x0 + width * step / 200 for step in range(60, 141)]
    counts = [sum(_crosses(row, place) for row in rows) for place in places]
    least = min(counts)
    if least > 0.5 * len(rows):
        return None
    best = [place for place, count in zip(places, counts, strict=True) if count == least]
    return best[len(best) // 2]


def _crosses(row: Row, strip: float) -> bool:
    return any(piece.box.x0 < strip < piece.box.x1 for piece in row.pieces)


def _columns(rows: list[Row], strip: float) -> list[list[Row]]:
    """The two columns of a stretch of rows that leave the strip free; nothing if they are not both running text."""
    sides = [
        rows_of([piece for row in rows for piece in row.pieces if (piece.box.x1 <= strip) == is_left])
        for is_left in (True, False)
    ]
    if not all(_is_column(side) for side in sides):
        return []
    left, right = (around([row.box for row in side]) for side in sides)
    narrow = min(left.x1 - left.x0, right.x1 - right.x0) < _NARROWEST_COLUMN * (right.x1 - left.x0)
    beside = min(left.bottom, right.bottom) - max(left.top, right.top)
    if narrow or beside < 0.4 * min(left.bottom - left.top, right.bottom - right.top):
        return []
    return sides


def _is_column(rows: Sequence[Row]) -> bool:
    if len(rows) < _FEWEST_LINES:
        return False
    lines = [row for row in rows if row.pieces[0].table is None]
    if not lines:
        return False
    edge = max(row.box.x1 for row in lines)
    full = sum(row.box.x1 > edge - 1.5 * row.size and len(words_of(row)) >= 8 for row in lines)
    return full >= _FULL * len(lines)


# --- paragraphs -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """What the lines of a column have in common: margins, and the way from one to the next.

    `full`: enough lines end at the right margin to be sure that it is one. `sets_in`: every paragraph is set in, so that a line
    at the margin begins none.
    """

    left: float
    right: float
    pitch: float
    full: bool
    sets_in: bool

    @staticmethod
    def of(lines: Sequence[Row]) -> Column:
        """The column of these lines."""
        starts = Counter(round(row.box.x0) for row in lines)
        # Where most lines begin; of two such places the left one, for every paragraph of one line is set in.
        often = [place for place, count in starts.items() if 4 * count >= max(starts.values())]
        left = float(min(often, default=0))
        heights = [row.pieces[0].middle for row in lines]
        ways = sorted(lower - upper for upper, lower in pairwise(heights) if lower > upper)
        # Where several lines end: a mark of punctuation may hang over the margin.
        ends = sorted((row.box.x1 for row in lines), reverse=True)
        right = ends[min(max(_FEWEST_LINES, int(_FULL_LINES * len(ends))), len(ends)) - 1] if ends else 0.0
        size = max((row.size for row in lines), default=1.0)
        at_margin = sum(abs(right - row.box.x1) < size for row in lines)
        wide = bool(ends) and right - left >= max(_NARROWEST_TEXT * size, 0.9 * (ends[0] - left))
        return Column(
            left=left,
            right=right,
            full=wide and at_margin >= max(_FEWEST_LINES, _FULL_LINES * len(lines)),
            pitch=ways[len(ways) // 2] if ways else 0.0,
            sets_in=_all_set_in(lines, left, right),
        )

    def begins(self, row: Row, above: Row) -> bool:
        """Whether a line begins a paragraph: set in, or after a short line, in another size, or with more room above it."""
        if self._is_set_in(row) and above.box.x0 - self.left < row.size:
            return True
        if self.right - above.box.x1 > 4 * above.size or _other_size(row, above):
            return True
        return self.pitch > 0 and row.pieces[0].middle - above.pieces[0].middle > 1.5 * self.pitch

    def goes_on(self, row: Row, above: Row) -> bool:
        """Whether a line surely goes on with the words of the one above, which runs to the margin."""
        way = row.pieces[0].middle - above.pieces[0].middle
        if starts_anew(words_of(row)) or not 0 < way < 1.5 * self.pitch or _other_size(row, above):
            return False
        return self.runs_over(above.box.x1, words_of(above), above.size) and self.starts_at_margin(row.box.x0, row.size)

    def runs_over(self, end: float, words: str, size: float) -> bool:
        """Whether a line ends at the right margin and not because its words do."""
        if not self.full or self.right - end > _FULL_WITHIN * size or _NO_RUNNING_TEXT.search(words):
            return False
        # A sentence that ends with its line may end a paragraph, unless a bracket is open or paragraphs are always set in.
        return not _CLOSED.search(words) or _opens(words) or (self.sets_in and words.endswith(("。", "；")))

    def starts_at_margin(self, start: float, size: float) -> bool:
        """Whether a line starts where the second line of a paragraph does."""
        return abs(start - self.left) < 0.7 * size

    def _is_set_in(self, row: Row) -> bool:
        return _SET_IN[0] * row.size < row.box.x0 - self.left < _SET_IN[1] * row.size


def _all_set_in(lines: Sequence[Row], left: float, right: float) -> bool:
    """Whether no line at the margin follows one that ends short of it, and some lines are set in (GB/T 9704-2012, 7.3.3)."""
    after_short = [row for above, row in pairwise(lines) if right - above.box.x1 > 2 * above.size]
    at_margin = sum(abs(row.box.x0 - left) < 0.7 * row.size for row in after_short)
    set_in = sum(_SET_IN[0] * row.size < row.box.x0 - left < _SET_IN[1] * row.size for row in lines)
    return at_margin == 0 and set_in >= 2


def _opens(words: str) -> bool:
    """Whether a bracket stays open at the end of a line."""
    return max(words.rfind("（"), words.rfind("(")) > max(words.rfind("）"), words.rfind(")"))


def _other_size(row: Row, above: Row) -> bool:
    return abs(row.size - above.size) > 0.15 * max(row.size, above.size)
