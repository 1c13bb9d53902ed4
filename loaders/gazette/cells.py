"""Tables printed as lines: cells between tabs (or between bars), a head row that returns on every page.

Reads: lines of one notice with a tab, or with bars at both ends. Gives: tables with a role for each column, whose cells
keep their way back to the paper. A cell loses the remnants of markup (`<br>`, `&nbsp;`) and quotation marks of a
spreadsheet, keeps everything else. What a blank cell means is the reader's affair: `Row.get` gives it as it is,
`filled` gives the value above for columns that were merged in print. Nothing is raised; a table without a known head
is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.gazette import lists
from loaders.gazette.cell_kinds import measured
from loaders.gazette.heads import Role, head_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

#: No printed table has more columns; a line with more marks is drawn, or is no table at all.
MOST_CELLS = 1_000
_REMNANT = re.compile(r"<\s*/?\s*[A-Za-z][^<>]{0,40}>|&(?:nbsp|emsp|ensp|thinsp|amp|#160|#xa0);?|\\[nr]")
_EDGE = ' \t\u3000"“”'
_RULE_ROW = re.compile(r"[\s|:\-]+")
_DITTO = frozenset(("同上", "〃", "″", '"', "''", "同前", "同左上"))
_NOTE = re.compile(r"\s*(?:说明|注|备注|附注|填表|附件|联系人|合计)\s*\d*\s*[:：]?")
#: A list that ends so goes on.
_LIST_OPEN = ("、", ",", "和", "及", "与")
#: `附件2` between two tables: what stands below it is no part of the one above.
_NEXT_ATTACHMENT = re.compile(r"\s*附件\s*\d{1,2}\s*:?\s*")
_COUNT = re.compile(r"[(]?[\d一二三四五六七八九十]{1,4}(?:[-.]\d{1,3})?[)]?[、.]?")
_NUMBERED = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[、.])")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: the whole line, and its cells without remnants of markup."""

    line: Passage
    cells: tuple[Passage, ...]

    def get(self, index: int | None) -> str:
        """The folded words of a cell, white space inside removed; empty if there is no such cell."""
        return self.cells[index].printed_folded() if index is not None and index < len(self.cells) else ""

    def filled_cells(self) -> list[int]:
        """The places of the cells that hold words."""
        return [index for index, cell in enumerate(self.cells) if cell.text.strip()]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one notice: a role a column (None if unknown), head rows dropped, and the line above it."""

    roles: tuple[Role | None, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: Passage | None

    def index(self, *roles: Role) -> int | None:
        """The first column with one of these roles, in the order in which the roles are asked for."""
        for role in roles:
            if role in self.roles:
                return self.roles.index(role)
        return None

    def indexes(self, role: Role) -> list[int]:
        """All columns with a role."""
        return [index for index, found in enumerate(self.roles) if found == role]

    def filled(self, columns: Collection[int]) -> Iterator[tuple[Row, tuple[Passage, ...]]]:
        """Rows with their cells; in `columns` a blank cell, or `同上` in any, is the cell above."""
        above: dict[int, Passage] = {}
        for row in self.rows:
            cells = list(row.cells)
            while len(cells) < len(self.roles):
                cells.append(row.line.cut(len(row.line.text)))
            for index, cell in enumerate(cells):
                words = cell.text.strip()
                if (not words and index in columns) or words in _DITTO:
                    cells[index] = above.get(index, cell)
                elif words:
                    above[index] = cell
            yield row, tuple(cells)


def has_tables(notice: Notice) -> bool:
    """Whether any line of the notice may be a table row."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    return bool(notice.rows) or folded.find("\t", first, last) >= 0 or folded.find("|", first, last) >= 0


@lru_cache(maxsize=1)
def tables(notice: Notice) -> tuple[Table, ...]:
    """The tables of a notice in printed order: from a known head row down to the last row of the same shape."""
    if not has_tables(notice):
        return ()
    walk = _Walk()
    for line in notice.text_lines():
        walk.take(line)
    walk.close()
    return tuple(walk.tables)


class _Walk:
    """The table that is open at a line, and those closed above it."""

    __slots__ = ("_above", "_apart", "_caption", "_fresh", "_head", "_loose", "_roles", "_rows", "tables")

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self._head: Row | None = None
        self._roles: tuple[Role | None, ...] = ()
        self._rows: list[Row] = []
        self._caption: Passage | None = None
        self._loose: list[Passage] = []  # lines without a tab since the last row
        self._fresh = False  # whether the head stands right above
        self._above: Passage | None = None  # the row above, and whether words stood before it
        self._apart = False

    def take(self, line: Passage) -> None:
        """Read a line: a row, a rule between rows, or words that may be the rest of a cell, a caption or the end of the table."""
        if not is_row(line.text):
            self._loose.append(line)
            self._fresh = False
        elif "|" in line.text and "-" in line.text and _RULE_ROW.fullmatch(line.text):
            self._rule_off()
        else:
            self._take_row(row_of(line))

    def close(self) -> None:
        """End the open table; a head without rows is none."""
        if self._head is not None and self._rows:
            self.tables.append(Table(self._roles, _words(self._head), tuple(self._rows), self._caption))
        self._head, self._rows = None, []

    def _rule_off(self) -> None:
        """A row ruled off from what is below it, behind words that stand between, is the head of another table, of unknown words."""
        if self._apart and self._rows and self._rows[-1].line is self._above:
            self._rows.pop()
            while self._rows and not is_row(self._rows[-1].line.text):
                self._rows.pop()
            self.close()

    def _take_row(self, row: Row) -> None:
        """Put a row to the open table, or open one with it; the head comes again on every page, and may take two rows."""
        self._above, self._apart = row.line, bool(self._loose)
        roles = head_roles(row)
        if self._head is not None and _over(self._loose):
            self.close()
        if roles is None:
            self._add(row)
        elif self._head is not None and _same_head(self._head, row):
            self._loose = []
        elif self._head is not None and self._fresh and not self._rows:
            self._roles = _together(self._roles, roles)
        else:
            self.close()
            self._head, self._roles, self._caption = row, roles, self._loose[-1] if self._loose else None
            self._loose, self._fresh = [], True

    def _add(self, row: Row) -> None:
        """Put a row below the others, to the one above if a cell was broken there; no table is open without a head."""
        self._fresh = False
        if self._head is None:
            return
        rows = self._rows = _with_loose(self._rows, self._loose, len(self._roles))
        near = bool(rows) and not self._loose
        if near and _goes_on(rows[-1], row, self._roles):
            rows[-1] = _joined(rows[-1], row)
        elif near and _fills_on(rows[-1], row):
            rows[-1] = _filled_on(rows[-1], row)
        else:
            rows.append(row)
        self._loose = []


def _together(above: tuple[Role | None, ...], below: tuple[Role | None, ...]) -> tuple[Role | None, ...]:
    """The roles of a head of two rows: in each column what the lower one says, else the upper one."""
    return tuple(lower or upper for upper, lower in itertools.zip_longest(above, below))


def row_of(line: Passage) -> Row:
    """The cells of a line, between tabs or bars; worked out once however many rules ask."""
    return line.once(_row_of)


def _row_of(line: Passage) -> Row:
    text = line.text
    mark = "\t" if "\t" in text else "|"
    first, last = 0, len(text)
    if mark == "|":
        first, last = text.index("|") + 1, text.rindex("|")
    cells = []
    start = first
    while start <= last:
        stop = text.find(mark, start, last)
        stop = last if stop < 0 else stop
        cells.append(_cell(line, start, stop))
        start = stop + 1
    return Row(line, tuple(cells))


def head_roles(row: Row) -> tuple[Role | None, ...] | None:
    """The role of each cell if the row is a head: two known words at least, and most of its words known."""
    words = [cell.printed_folded() for cell in row.cells]
    filled = [word for word in words if word]
    if len(filled) < 2 or any(len(word) > 24 or "。" in word for word in filled):
        return None
    roles = tuple(head_of(word) if word else None for word in words)
    if "unit" in roles and (counted := measured(words)) is not None:
        roles = (*roles[: counted[0]], None, *roles[counted[0] + 1 :])
    known = sum(role is not None for role in roles)
    return roles if known >= 2 and known * 2 > len(filled) else None


def without_remnants(words: str) -> str:
    """Words of a cell without remnants of markup in them (`某局<br>局长`)."""
    return _REMNANT.sub("", words) if "<" in words or "&" in words or "\\" in words else words


def is_row(text: str) -> bool:
    """Whether a line is a table row: cells between tabs, or between bars at both ends; a drawn line of bars is none."""
    if "\t" in text:
        return text.count("\t") < MOST_CELLS
    return 3 <= text.count("|") <= MOST_CELLS and text.strip()[0] == "|" and text.strip()[-1] == "|"


def _cell(line: Passage, start: int, stop: int) -> Passage:
    text = line.text
    while start < stop and text[start] in _EDGE:
        start += 1
    while stop > start and text[stop - 1] in _EDGE:
        stop -= 1
    words = text[start:stop]
    if "<" not in words and "&" not in words and "\\" not in words:
        return line.cut(start, stop)
    parts = []
    at = start
    for low, high in [match.span() for match in _REMNANT.finditer(text, start, stop)]:
        if low > at:
            parts.append(line.cut(at, low))
            rest = _REMNANT.split(text[high:stop], maxsplit=1)[0]
            if lists.begins_next_body(text[at:low], rest):
                parts.append(Passage(line.paper, "、", ((0, line.origin(low)),)))
        at = high
    if at < stop:
        parts.append(line.cut(at, stop))
    return Passage.join(parts) if parts else line.cut(start, start)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(cell.printed_folded() for cell in row.cells)


def _same_head(head: Row, row: Row) -> bool:
    first, second = (tuple(word for word in _words(one) if word) for one in (head, row))
    return len(first) == len(second) and sum(a == b for a, b in zip(first, second, strict=True)) * 5 >= len(first) * 4


def _goes_on(above: Row, row: Row, roles: tuple[Role | None, ...]) -> bool:
    """Whether a cell was broken over two lines, which together have as many cells as the head.

    A list stops open there, or a row that must begin with its number begins with words.
    """
    open_list = above.cells[-1].text.rstrip().endswith(_LIST_OPEN)
    counted = roles[0] == "number" and _COUNT.fullmatch(above.get(0)) and not _COUNT.fullmatch(row.get(0))
    together = len(above.cells) + len(row.cells) - 1
    if row.line.start - above.line.end > 2 or together > len(roles):
        return False
    return bool(open_list and together == len(roles)) or bool(counted and row.get(0) and len(above.cells) > 1)


def _fills_on(above: Row, row: Row) -> bool:
    """Whether a row is nothing but the rest of lists that stop open in the cells right above (`甲局、` over `乙局`)."""
    places = row.filled_cells()
    return 0 < len(places) < len(above.filled_cells()) and all(
        place < len(above.cells) and above.cells[place].text.rstrip().endswith(_LIST_OPEN) for place in places
    )


def _filled_on(above: Row, row: Row) -> Row:
    cells = list(above.cells)
    for place in row.filled_cells():
        cells[place] = Passage.join([cells[place], row.cells[place]])
    return Row(Passage.join([above.line, row.line]), tuple(cells))


def rejoined(above: Row, line: Passage, width: int) -> Row | None:
    """A row and the line below it as one, if a list stops open in its last cell and both have as many cells as the head."""
    if "\t" not in above.line.text or not above.cells[-1].text.rstrip().endswith("、") or "|" in line.text:
        return None
    row = row_of(line) if "\t" in line.text else Row(line, (_cell(line, 0, len(line.text)),))
    if line.start - above.line.end > 2 or len(above.cells) + len(row.cells) - 1 != width:
        return None
    return _joined(above, row)


def _joined(above: Row, row: Row) -> Row:
    last = Passage.join([above.cells[-1], row.cells[0]]) if row.cells[0].text else above.cells[-1]
    return Row(Passage.join([above.line, row.line]), (*above.cells[:-1], last, *row.cells[1:]))


def _over(loose: list[Passage]) -> bool:
    """Whether the lines since the last row are running text or open the next attachment, so that the table is over."""
    if len(loose) > 6 or any(len(line.text) > 80 and "。" in line.text for line in loose):
        return True
    return any("附件" in line.text and _NEXT_ATTACHMENT.fullmatch(line.text) for line in loose)


def _with_loose(rows: list[Row], loose: list[Passage], width: int) -> list[Row]:
    """Lines without a tab between two rows: the rest of a cell that wrapped, or a heading row of one cell."""
    for line in loose:
        words = line.text.strip()
        if _NOTE.match(words) or len(words) > 60:
            continue
        above = rows[-1] if rows and line.start - rows[-1].line.end <= 2 else None
        if above is not None and 1 < len(above.cells) < width and not _NUMBERED.match(words):
            last = above.cells[-1]
            joined = Passage.join([last, line]) if last.text else line
            rows[-1] = Row(Passage.join([above.line, line]), (*above.cells[:-1], joined))
        elif len(words) <= 40 and not words.endswith(("。", ";", ",")):
            rows.append(Row(line, (line.cut(len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())),)))
    return rows
