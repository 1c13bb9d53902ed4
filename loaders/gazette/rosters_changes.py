"""Tables of changes to rosters: `机构名称 | 机构职务 | 原任人员 | 现任人员`.

Rule `patch/table`. A head with a column of those who held a seat and one of those who hold it now makes such a table; a blank body
or role is the one above (merged cells), a dash is nobody. Whoever stands in the second column is `added`, with `replaces` where one
person stands in the first; a seat that nobody takes over is `removed`. Without a column of bodies the changes are those of the body
the block is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.gazette import groups
from loaders.gazette.cells import is_row, row_of
from loaders.gazette.groups import Named
from loaders.gazette.persons import is_title, may_be_name
from loaders.gazette.rosters_labels import role_of
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "patch/table"
_BODY = re.compile(
    "(?:(?:议事)?协调|领导|组织|工作)?(?:机构|组织|小组|专班|指挥部|委员会)(?:名称)?|(?:领导|工作)小组(?:名称)?|名称"
)
_ROLE = re.compile("(?:机构|组内|小组|专班|担任|所任|兼任|任职|协调机构)?(?:职务|角色|职位)(?:名称)?")
_WHO = "(?:组成)?(?:人员|成员|领导|同志|组员|委员)?(?:姓名|名单)?(?:及职务|及单位职务)?"
_TIMES = "(?:调整|变更|变动|更换|调换)"
_FORMER = re.compile(f"原(?:任|有|来)?(?:职|的)?{_WHO}|{_TIMES}前(?:的)?{_WHO}")
_NOW_SAID = f"(?:现(?:任|有|在)?(?:职|的)?|{_TIMES}后(?:的)?|(?:新任|接任|继任|接替|新|拟{_TIMES}|{_TIMES}为)(?:的)?)"
_NOW = re.compile(f"(?!新增){_NOW_SAID}{_WHO}")
#: The post of who comes; one who goes has a column of the same words before it.
_POST = re.compile(
    f"(?:{_NOW_SAID}{_WHO}的?)?(?:(?:(?:工作|成员|所在)?(?:单位|部门)(?:及|和|、|/)?)?(?:行政|党内|党政)?(?:职务|职位)(?:职称)?|任职)|{_NOW_SAID}(?:职务|行政职务)"
)
_NOBODY = re.compile(r"[-—–―_/\\ ]*|无|空缺|暂缺|待定|略")
_TOGETHER = re.compile("、|兼任?|暨")
_LONGEST_BETWEEN = 30  # a longer line between rows is running text: the table is over


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row is what; None if the table has no such column."""

    body: int | None
    role: int
    former: int
    now: int
    post: int | None


def read_change_tables(lines: list[Passage]) -> tuple[list[tuple[Named | None, Seat]], frozenset[int]]:
    """The changes in the tables of a block, each with the body named beside it (None: the one at hand); the starts of their lines."""
    found: list[tuple[Named | None, Seat]] = []
    read: set[int] = set()
    columns: _Columns | None = None
    body: Named | None = None
    roles: list[str] = []
    for line in lines:
        if not is_row(line.text):
            columns = columns if len(line.text.strip()) <= _LONGEST_BETWEEN else None
            continue
        if columns is None and "原" not in line.text and "前" not in line.text:
            continue  # no head of such a table
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        if (head := _header(words)) is not None:
            columns, body, roles = head, None, []
            read.add(line.start)
            continue
        if columns is None:
            continue
        read.add(line.start)
        if columns.body is not None and columns.body < len(cells) and words[columns.body]:
            body, roles = _body(cells[columns.body]), []
        if columns.role < len(cells) and words[columns.role]:
            roles = _roles(words[columns.role])
        if columns.body is None or body is not None:
            found.extend((body, seat) for role in roles for seat in _changes(cells, columns, role))
    return found, frozenset(read)


def _header(words: list[str]) -> _Columns | None:
    former, now, role = (_first(words, pattern) for pattern in (_FORMER, _NOW, _ROLE))
    if former is None or now is None or role is None:
        return None
    last = max(former, now)
    if min(former, now) < role < last:
        return None  # 原任 | 职务 | 现任 | 职务: the posts of both, and no role
    behind = words[now + 1 : former if now < former else None]
    return _Columns(_first(words, _BODY), role, former, now, _first(behind, _POST, now + 1))


def _body(cell: Passage) -> Named | None:
    """The body a cell names; None if it names none, and then its rows are nobody's."""
    name = cell.printed()
    if not groups.kind_of(name) or groups.is_generic(name):
        return None
    return Named(name, "heading", cell, 0, len(cell.text), action="调整", confidence=0.95)


def _roles(words: str) -> list[str]:
    """The roles of a cell (`成员兼办公室主任` gives two); empty if it says anything else."""
    named = [role_of(part) for part in _TOGETHER.split(words)]
    return [f"办公室{one[0]}" if one[1] else one[0] for one in named if one] if all(named) else []


def _changes(cells: tuple[Passage, ...], columns: _Columns, role: str) -> list[Seat]:
    gone = _persons(cells, columns.former, role, "removed")
    come = _persons(cells, columns.now, role, "added")
    if not come:
        return [seat for seat in gone if seat.person]
    replaces = gone[0].person if len(gone) == 1 and len(come) == 1 else ""
    post = cells[columns.post] if columns.post is not None and columns.post < len(cells) else None
    seats = [_with(seat, replaces, post if len(come) == 1 else None) for seat in come]
    stays = {seat.person for seat in come}
    return [*seats, *(seat for seat in gone if not replaces and seat.person and seat.person not in stays)]


def _persons(cells: tuple[Passage, ...], at: int, role: str, action: str) -> list[Seat]:
    """Who stands in a cell: persons, posts or bodies; the column says that a word without a surname is a name."""
    if at >= len(cells) or _NOBODY.fullmatch(cells[at].printed_folded()):
        return []
    cell = cells[at]
    seats = seats_of(cell, 0, len(cell.text), As(role, RULE, action=action))
    if not any(seat.person for seat in seats) and may_be_name(cell.text):
        return [Seat(role, cell.printed(), "", "", cell, 0, len(cell.text), RULE, 0.9, action)]
    return [seat for seat in seats if seat.person or seat.org or is_title(seat.title)]


def _with(seat: Seat, replaces: str, post: Passage | None) -> Seat:
    """A seat that says whom it replaces (nobody replaces himself), with the post of a column of its own."""
    title = seat.title or (post.printed() if post is not None and seat.person else "")
    whole = seat.passage if title == seat.title or post is None else Passage.join([seat.passage, post])
    end = seat.end if whole is seat.passage else len(whole.text)
    before = "" if replaces == seat.person else replaces
    return Seat(
        seat.role, seat.person, title, seat.org, whole, seat.start, end, RULE, seat.confidence, seat.action, before
    )


def _first(words: list[str], pattern: re.Pattern[str], shift: int = 0) -> int | None:
    return next((at + shift for at, word in enumerate(words) if pattern.fullmatch(word)), None)
