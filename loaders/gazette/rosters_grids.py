"""Tables with a body a row: `组别 | 组长 | 成员单位`, `专项指挥机构 | 总指挥 | 办公室所在单位 | 办公室主任`.

Rule `roster/body-table`. The first column, but for one of ordinals, holds bodies, and each of the others is headed by a role or by
the place of the office. A column of posts right behind one of persons is theirs; a blank body is the one above (merged cells). A
table with a column of names is a roster of one body, and is read elsewhere; so is one of changes. Under a heading that gives each
place a body (`各乡镇扑火队`) the first column may hold the places. With a column of names beside that of bodies (`工作小组 | 职务 |
姓名 | 单位及职务`) each row is a person, and the rows of one body are a roster of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.gazette import groups
from loaders.gazette.cells import is_row, row_of
from loaders.gazette.groups import Named
from loaders.gazette.offices import Office
from loaders.gazette.persons import is_name, is_title, may_be_name
from loaders.gazette.rosters_labels import role_of
from loaders.gazette.rosters_seats import NOBODY, As, Seat, seats_of
from loaders.gazette.rosters_tables import read_tables
from loaders.readers.paper import Passage

RULE = "roster/body-table"
_ORDINAL = re.compile("序号|编号|号")
_BODY = re.compile(
    "(?:专项|专业|应急|工作|攻坚|推进|下设|内设|议事|协调|指挥|领导|督导|督查|检查|服务){0,3}"
    "(?:组别|组名|(?:小?组|专班|分队|队伍|指挥部|机构|委员会|专委会)(?:名称)?)"
)
_LEADS = re.compile("(?<!副)(?:组长|班长|队长|总指挥|指挥长|指挥|召集人|主任|负责人|责任人)$|牵头领导|分管领导")
_MEMBERS = re.compile("成员|组员|队员|委员")
_UNITS = re.compile("(?P<role>牵头(?:单位|部门))|成员(?:单位|部门)")
_IN_CHARGE = re.compile("负责人|责任人")
_OFFICE = re.compile(
    "办公室(?:所在|设在|设置|挂靠|依托|设立|所设)?(?:单位|部门|地点|位置)?|(?:办公室)?(?:设在|挂靠|依托)(?:单位|部门)"
)
_POST = re.compile(r"(?:现任|行政|党政|工作)?(?:单位)?(?:及|和|、)?(?:职务|职位)")
_NAME_HEAD = re.compile("姓名|名字")
_TAIL = re.compile(r"(?:姓名|名单|名称)?(?:\([^()]*\))?$")
#: What the name of a body ends in, where a column says that it is one.
_ENDS_AS_BODY = re.compile("[组班队部会]$|领导机构$|指挥中心$")
#: A body of its own, though a table under another one lists it.
_ON_ITS_OWN = re.compile("领导小组$|指挥部$|委员会$|联席会议$")
_PLACES = re.compile("单位|地区|乡镇|镇街|街道|社区|村|管理区|林场|所在地")
_OF_EACH = re.compile("各(?:单位|地区|乡镇|镇街|镇|乡|街道|社区|行政村|村|管理区|林场|片区)")
_LONGEST_BETWEEN = 30  # a longer line between rows is running text: the table is over
_PARTS_LEVEL = 9
#: What the line under the head of a table between bars is made of.
_RULE_OF_TABLE = frozenset("-:")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row is what: roles as (cell, role, whether of units), the cell of the post behind each of persons."""

    body: int
    roles: tuple[tuple[int, str, bool], ...]
    posts: dict[int, int]
    office: int | None
    of_places: bool = False  # the first column holds places, each with the body that the heading gives to all of them


def read_grids(lines: list[Passage], above: Named | None) -> tuple[list[tuple[Named, Seat | Office]], set[int]]:
    """The seats and offices in such tables with their bodies, and the starts of the lines read; `above` is the body they are parts of."""
    found: list[tuple[Named, Seat | Office]] = []
    read: set[int] = set()
    columns: _Columns | None = None
    body: Named | None = None
    for line in lines:
        if not is_row(line.text):
            columns = columns if len(line.text.strip()) <= _LONGEST_BETWEEN else None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        if (header := _header(words) or _header_of_places(words, above)) is not None:
            columns, body = header, None
            read.add(line.start)
            continue
        if columns is None or columns.body >= len(cells):
            continue
        if words[columns.body]:
            body = (_of_place if columns.of_places else _named)(cells[columns.body], above)
        if body is None:
            columns = (
                columns if _ENDS_AS_BODY.search(words[columns.body]) or set("".join(words)) <= _RULE_OF_TABLE else None
            )
            continue
        here = body
        found.extend((here, one) for one in _row(cells, columns))
        read.add(line.start)
    persons, of_persons = _rows_of_persons([line for line in lines if line.start not in read], above)
    return found + persons, read | of_persons


def _rows_of_persons(lines: list[Passage], above: Named | None) -> tuple[list[tuple[Named, Seat | Office]], set[int]]:
    """The seats of tables with a person a row beside the column of bodies, each body's rows read under the one head."""
    rosters: list[tuple[Named, list[Passage]]] = []
    head: Passage | None = None
    body: Named | None = None
    column = 0
    for line in lines:
        if "\t" not in line.text and not is_row(line.text):
            head = head if len(line.text.strip()) <= _LONGEST_BETWEEN else None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        first = 1 if _ORDINAL.fullmatch(words[0]) else 0
        if set("".join(words)) <= _RULE_OF_TABLE:
            continue
        if first < len(words) and _BODY.fullmatch(words[first]) and any(map(_NAME_HEAD.fullmatch, words)):
            head, body, column = line, None, first
        elif head is not None and column < len(words):
            if words[column] and (body := _named(cells[column], above)) is not None:
                rosters.append((body, [head]))
            generic = bool(words[column]) and groups.is_generic(words[column])
            head = head if body is not None or generic else None
            if head is not None and body is not None:
                rosters[-1][1].append(line)
    found: list[tuple[Named, Seat | Office]] = []
    read: set[int] = set()
    for named, rows in rosters:
        seats = read_tables(rows)
        found.extend((named, seat) for seat in seats)
        read.update(line.start for line in rows if seats)
    return found, read


def _header(words: list[str]) -> _Columns | None:
    body = 1 if words and _ORDINAL.fullmatch(words[0]) else 0
    if body >= len(words) or not _BODY.fullmatch(words[body]) or any(_NAME_HEAD.search(word) for word in words):
        return None
    roles: list[tuple[int, str, bool]] = []
    posts: dict[int, int] = {}
    office: int | None = None
    for at, word in enumerate(words):
        plain = _TAIL.sub("", word)
        if at <= body or not plain:
            continue
        if (units := _UNITS.fullmatch(plain)) is not None:
            roles.append((at, units["role"] or "成员", True))
        elif (role := role_of(plain)) is not None:
            roles.append((at, f"办公室{role[0]}" if role[1] else role[0], False))
        elif _IN_CHARGE.fullmatch(plain):
            roles.append((at, plain, False))
        elif _OFFICE.fullmatch(plain):
            office = at
        elif _POST.fullmatch(plain) and roles and roles[-1][0] == at - 1:
            posts[at - 1] = at
        elif is_name(plain) or is_title(plain):
            return None  # 指挥部 | 指挥长 | 甲 | 县长: a person, and no head
    if not any(_LEADS.search(role) or _MEMBERS.fullmatch(role) for _, role, _ in roles):
        return None
    return _Columns(body, tuple(roles), posts, office)


def _header_of_places(words: list[str], above: Named | None) -> _Columns | None:
    """The columns of a table of places under a heading that gives each of them a body (`各乡镇森林扑火队`)."""
    if above is None or not words or not _PLACES.fullmatch(words[0]) or not _OF_EACH.match(above.name):
        return None
    return replace(header, of_places=True) if (header := _header(["机构", *words[1:]])) is not None else None


def _of_place(cell: Passage, above: Named | None) -> Named | None:
    """The body of the place a cell names."""
    match = _OF_EACH.match(above.name) if above is not None else None
    if match is None or above is None or not 2 <= len(cell.printed()) <= 16:
        return None
    name = cell.printed() + above.name[match.end() :]
    return Named(name, "table", cell, 0, len(cell.text), level=_PARTS_LEVEL, confidence=0.9)


def _named(cell: Passage, above: Named | None) -> Named | None:
    """The body a cell names; None if it names none."""
    name = cell.printed()
    if above is not None and groups.is_generic(name) and above.name.endswith(name):
        return above  # 指挥部 | 指挥长, in the table of a 指挥部 and its parts
    if not 2 <= len(name) <= 40 or not _ENDS_AS_BODY.search(name) or groups.is_generic(name):
        return None
    parent = above.name if above is not None and not _ON_ITS_OWN.search(name) and above.name != name else ""
    return Named(name, "table", cell, 0, len(cell.text), level=_PARTS_LEVEL, parent=parent, confidence=0.95)


def _row(cells: tuple[Passage, ...], columns: _Columns) -> Iterator[Seat | Office]:
    for at, role, units in columns.roles:
        words = cells[at].printed_folded() if at < len(cells) else ""
        if not words or NOBODY.fullmatch(words):
            continue
        cell = cells[at]
        seats = seats_of(cell, 0, len(cell.text), As(role, RULE), units=units)
        if (
            not any(seat.person for seat in seats)
            and _LEADS.search(role)
            and may_be_name(words)
            and not is_title(words)
        ):
            # The column says that it is a name; one without surname needs no other sign.
            seats = [Seat(role, cell.printed(), "", "", cell, 0, len(cell.text), RULE, 0.9)]
        post = columns.posts.get(at)
        title = cells[post].printed() if post is not None and post < len(cells) and len(seats) == 1 else ""
        if title and post is not None and seats[0].person:
            whole = Passage.join([cell, cells[post]])
            seats = [Seat(role, seats[0].person, title, "", whole, 0, len(whole.text), RULE, seats[0].confidence)]
        yield from seats
    if columns.office is not None and columns.office < len(cells):
        cell = cells[columns.office]
        if cell.text.strip() and not NOBODY.fullmatch(cell.printed_folded()):
            yield Office("", cell.printed(), cell, 0, len(cell.text))
