"""Rosters printed as tables: columns 职务 | 姓名 | 单位及职务, by tabs or bars.

Rule `roster/table`. The header tells which column holds the role in the body, the name and the title; an empty role cell
repeats the one above (merged cells). A table without a header is read if its first column holds roles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from loaders.gazette.cells import without_remnants
from loaders.gazette.names import is_crowd, is_word
from loaders.gazette.persons import is_name, is_title, is_unit, may_be_name
from loaders.gazette.rosters_labels import role_of
from loaders.gazette.rosters_rows import cells_of, is_row, words_of
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_NAME = re.compile(r"(?:成员)?(?:姓名|名单|人员|人员姓名)(?:\(.*\))?")
_ROLE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,12}(?:领导小组|小组|专班|指挥部|委员会|安委会|工作组)|组内|担任|拟任|兼任|岗位|机构)(?:内|中)?(?:职务|职位|岗位|分工|角色|任职)|职务\(组内\)|角色|分工|组成|组别职务|职责"
)
_TITLE = re.compile(
    r"(?:(?:所在|工作|现)?(?:单位|部门)(?:及|和|、|与|/)?(?:行政|现任|党内|技术|专业)?(?:职务|职称|职级)(?:(?:及|和|、|与|/)?(?:职务|职称|职级))?|现任职务|行政职务|现职务?|单位职务|党政职务|原任职务|职务或职称|职务/?职称)"
)
_UNIT = re.compile(r"(?:所在|工作|成员|责任)?(?:单位|部门)(?:名称)?")
#: `成员兼办公室主任` in the cell of the role.
_TOGETHER = re.compile(r"、|兼任?|暨")
#: Beside a column for roles, whatever kind of post a column is headed by, it is the member's own: `公司职务`, `本单位职务`.
_OWN_POST = re.compile(r"[\u4e00-\u9fff、/]{0,10}(?:职务|职位)(?:(?:/|及|、|或)?(?:职称|职级))?")
#: The same by other words: `身份` over `保健医`, `大一班家长`.
_WHO_ELSE = re.compile("身份|本职(?:工作|岗位)?|(?:工作|行政|现任?)岗位|任职情况|身份或职务|代表身份")
#: `应急职务` beside `行政职务`.
_OTHER_POST = re.compile(r"[\u4e00-\u9fff]{2,6}(?:职务|身份|任职)")
#: What nobody is in the unit that sends him.
_IN_BODY = re.compile(
    "(?:第[一二]|常务|执行|名誉)*副?(?:组长|会长|理事长|监事长|总指挥长?|指挥长|召集人)|成员|组员|(?:常务)?理事|监事"
)
_LONGEST_REST = 20
_LONGEST_BETWEEN = 30  # letters of a line that ends no table
#: What stands for a name where the post of a row is held by many (`成员 | / | 各村党支部书记`).
_NO_NAME = re.compile(r"[-—–―_/\\*\s]*|(?:若干|多)[名人]|空|略|无")
_PLAIN_POST = re.compile(r"职务|职位")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row is what; -1 if the table has no such column."""

    role: int
    name: int
    title: int
    unit: int
    width: int = 0  # cells of the head; 0 without a head
    other: int = -1  # a second column of posts, of which the rows show whether it holds roles


def read_tables(lines: list[Passage]) -> list[Seat]:
    """The seats in the tables of a block's lines."""
    tables = _Tables()
    for line, below in zip_longest(lines, lines[1:]):
        tables.take(line, below)
    return tables.seats


class _Tables:
    """What is open while the lines of a block are read: the columns of a table, and the roles that its next row may repeat."""

    def __init__(self) -> None:
        self.seats: list[Seat] = []
        self._columns: _Columns | None = None
        self._roles: list[str] = []
        self._taken: Passage | None = None  # the line below a row, taken with it

    def take(self, line: Passage, below: Passage | None) -> None:
        """Take a line: a head, a row with its seats, or what ends a table."""
        if line is self._taken:
            return
        if not is_row(line) and not (self._columns is not None and _has_blank_first(line)):
            if self._columns is not None and len(line.text.strip()) > _LONGEST_BETWEEN:
                self._columns = None
            return
        cells = cells_of(line)
        if (head := _header(line, cells)) is not None:
            self._columns, self._roles = head, []
            return
        columns = self._columns or _headless(line, cells)
        if columns is None:
            return
        if below is not None and (whole := _with_rest(line, below, columns)) is not None:
            line, cells, self._taken = whole, cells_of(whole), below
        self._columns = columns = columns if columns.role >= 0 else _with_role(line, cells, columns)
        if self._opens_roles(line, cells, columns):
            for role in self._roles:
                self.seats.extend(_row(line, cells, columns, role))

    def _opens_roles(self, line: Passage, cells: list[tuple[int, int]], columns: _Columns) -> bool:
        """Take the roles that a row prints, an empty cell those above; False if it prints something else there."""
        printed = words_of(line, cells[columns.role]).rstrip(":") if 0 <= columns.role < len(cells) else ""
        if not printed:
            return True
        roles = [role_of(part) for part in _TOGETHER.split(printed)]
        if any(role is None for role in roles):
            return False
        self._roles = [f"办公室{role[0]}" if role[1] else role[0] for role in roles if role is not None]
        return True


def _has_blank_first(line: Passage) -> bool:
    return line.text.startswith("\t") and bool(line.text.strip())


def _with_role(line: Passage, cells: list[tuple[int, int]], columns: _Columns) -> _Columns:
    """The columns of a table whose head calls that of the roles in words of its own (`在指挥部的身份`), as a row below shows them."""
    place = next((at for at in (0, columns.other) if _has_role(line, cells, columns, at)), -1)
    if place >= 0:
        return replace(columns, role=place)
    if _is_role_in_body(line, cells, columns):
        return replace(columns, role=columns.title, title=-1)  # 职务 | 姓名 | 单位, over 组长 | 甲 | 县水利局
    return columns


def _header(line: Passage, cells: list[tuple[int, int]]) -> _Columns | None:
    words = [words_of(line, cell) for cell in cells]
    name = _first(words, _NAME)
    if name < 0:
        return None
    title = _first(words, _TITLE)
    role = _first(words, _ROLE)
    unit = _first(words, _UNIT)
    posts = [place for place, word in enumerate(words) if _PLAIN_POST.fullmatch(word)]
    if role < 0 and posts and title >= 0:
        role = posts[0]
    elif role < 0 and len(posts) >= 2:
        role, title = posts[0], posts[1]
    elif role < 0 and posts and unit < 0:
        role = posts[0]
    elif title < 0 and posts:
        title = posts[0]
    if role >= 0 and title < 0:
        title = next((place for place, word in enumerate(words) if place != role and _OWN_POST.fullmatch(word)), -1)
    if role >= 0 and title < 0 and unit < 0:
        title = next((place for place, word in enumerate(words) if place != role and _WHO_ELSE.fullmatch(word)), -1)
    if role < 0 and title < 0 and unit < 0:
        return None
    others = (place for place, word in enumerate(words) if place != title and _OTHER_POST.fullmatch(word))
    return _Columns(role, name, title, unit, len(cells), next(others, -1))


def _with_rest(line: Passage, below: Passage, columns: _Columns) -> Passage | None:
    """A row with the line below it, where a line break inside a cell cut it in two; None if it is whole.

    Together they have as many cells as the head and hold a seat; the line below is no seat by itself. Where blank last cells are
    not printed, the title must be broken off on the first line and whole with the second.
    """
    if "\t" not in line.text or below.start - line.end > 2:
        return None
    upper, lower = cells_of(line), cells_of(below) if "\t" in below.text else [(0, len(below.text))]
    if len(upper) >= columns.width or not words_of(line, upper[-1]) or not words_of(below, lower[0]):
        return None
    if len(upper) + len(lower) - 1 != columns.width and not (len(lower) == 1 and _breaks_title(line, below, columns)):
        return None
    whole = Passage.join([line, below])
    return whole if _is_seat(whole, columns) and not _is_seat(below, columns) else None


def _breaks_title(line: Passage, below: Passage, columns: _Columns) -> bool:
    """Whether the last cell of a row is a title that its line breaks off and the next one ends (`县委常委、` / `副县长`)."""
    cells = cells_of(line)
    upper, lower = words_of(line, cells[-1]), "".join(below.text.split())
    if columns.title != len(cells) - 1 or len(lower) > _LONGEST_REST:
        return False
    return (upper.endswith("、") or not is_title(upper)) and is_title(upper + lower)


def _is_seat(line: Passage, columns: _Columns) -> bool:
    """Whether a row has a name and, where the table has a column for roles, a role in their places."""
    cells = cells_of(line)
    if max(columns.name, columns.role) >= len(cells) or not may_be_name(words_of(line, cells[columns.name])):
        return False
    return columns.role < 0 or role_of(words_of(line, cells[columns.role])) is not None


def _headless(line: Passage, cells: list[tuple[int, int]]) -> _Columns | None:
    """`组长\\t丁一\\t县长`: role first, then name, then title."""
    if (
        len(cells) < 2
        or role_of(words_of(line, cells[0]).rstrip(":")) is None
        or not may_be_name(words_of(line, cells[1]))
    ):
        return None
    if is_word(words_of(line, cells[1])) and not is_name(words_of(line, cells[1])):
        return None  # 河长 | 得分: a head of another kind of table
    if len(cells) > 2 and not (is_title(words_of(line, cells[2])) or is_unit(words_of(line, cells[2]))):
        return None
    return _Columns(0, 1, 2 if len(cells) > 2 else -1, -1)


def _has_role(line: Passage, cells: list[tuple[int, int]], columns: _Columns, place: int) -> bool:
    """Whether a row under a header without a column for roles has one in a cell of no other use."""
    return (
        0 <= place < len(cells)
        and place not in (columns.name, columns.title, columns.unit)
        and role_of(words_of(line, cells[place])) is not None
        and columns.name < len(cells)
        and may_be_name(words_of(line, cells[columns.name]))
    )


def _is_role_in_body(line: Passage, cells: list[tuple[int, int]], columns: _Columns) -> bool:
    """Whether a cell under a head of posts, before name and unit, is no post in that unit: 组长, 会长, 成员."""
    if not 0 <= columns.title < min(columns.name, columns.unit) or columns.title >= len(cells):
        return False
    return _IN_BODY.fullmatch(words_of(line, cells[columns.title])) is not None


def _row(line: Passage, cells: list[tuple[int, int]], columns: _Columns, role: str) -> list[Seat]:
    if columns.name >= len(cells):
        return []
    low, high = cells[columns.name]
    seats = seats_of(line, low, high, As(role, "roster/table"))
    if not any(seat.person for seat in seats) and may_be_name(line.text[low:high]):
        # The column says that it is a name; a long one without surname needs no other sign.
        seats = [Seat(role, line.printed(low, high), "", "", line, low, high, "roster/table", 0.9)]
    if low >= high or _NO_NAME.fullmatch(line.text[low:high]):
        crowd = _cell(line, cells, columns.title)
        own = is_crowd(crowd) and not is_name(crowd)  # 各乡镇主要负责人, in the column of posts
        return [Seat(role, "", crowd, "", line, *cells[columns.title], "roster/table", 0.9)] if own else []
    if len(seats) != 1 or not seats[0].person:
        return seats
    title = _cell(line, cells, columns.title)
    unit = _cell(line, cells, columns.unit) if columns.unit != columns.title else ""
    seat = seats[0]
    return [
        Seat(
            role,
            seat.person,
            unit + title or seat.title,
            "",
            line,
            cells[0][0],
            len(line.text),
            seat.rule,
            seat.confidence,
        )
    ]


def _cell(line: Passage, cells: list[tuple[int, int]], place: int) -> str:
    return (
        without_remnants(line.printed(*cells[place]))
        if 0 <= place < len(cells) and cells[place][1] > cells[place][0]
        else ""
    )


def _first(words: list[str], pattern: re.Pattern[str]) -> int:
    return next((place for place, word in enumerate(words) if pattern.fullmatch(word)), -1)
