"""Chiefs of rivers, lakes, woods, fields and roads (河长制, 林长制 …): who is chief of which of them.

A chief is a seat of the body or the system that the paper is about; which river it is stands in the role, as papers that
print one line say it (`漳溪河河长`). Rules: `roster/chief-table` (河流 | 河长 | 职务 | 责任单位; the unit beside a river is a seat
`漳溪河责任单位`; likewise 水库 | 行政责任人 | 技术责任人), `roster/chief-of-place` (lines `漳溪河：甲 副县长` under a label `县级河长：`), `roster/chief-held` (`漳溪河县级河长由甲担任`).
A chief of all (总河长) has no river. A column of telephones or of a length is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from loaders.gazette.cells import is_row, row_of
from loaders.gazette.persons import may_be_name, read_mention
from loaders.gazette.rosters_chiefs_changed import read_chiefs_changed
from loaders.gazette.rosters_glued import spaced_place
from loaders.gazette.rosters_labels import labels_of, role_of
from loaders.gazette.rosters_seats import NOBODY, As, Seat, seats_of
from loaders.readers.paper import Passage

CHIEF = r"(?:(?:河湖|[河湖林田路链山街巷])(?:段|片)?|楼栋?|单元)长"
#: What only a paper on chiefs says.
CHIEF_SIGN = re.compile(CHIEF)
_GRADE = r"(?:第[一二]|常务|执行|总|副|双|[省市县区旗镇乡村组]级|[省市县区旗镇乡村]|街道级?|社区级?|(?:园区|开发区|片区|[师团连校场])级|苏木|嘎查)*"
_CHIEF_HEAD = re.compile(rf"(?P<role>{_GRADE}{CHIEF})(?:姓名|名单|人员)?(?:\(.*\))?")
#: Chiefs of the grids and quarters of a place; of a town or a village they are chiefs only where such a column stands beside.
_GRID_CHIEF_HEAD = re.compile(
    r"(?P<role>(?:第[一二]|总|副|专职|兼职|专兼职|[镇乡村]级?|社区|专属|综合|微|楼栋)?(?:副?(?:网格|片区?)长|网格(?:管理|指导|联络|信息|协管)?员|网格(?:党支部|党小组|支部)?(?:书记|组长|指导员)|微网格[长员]|(?:楼栋?|单元|巷|街|院落)长))(?:姓名|名单|人员)?(?:\(.*\))?"
)
_GRID_HEAD = re.compile(r"(?:所在|所属|责任|基础|服务|管理|[一二三]级)?(?:网格|片区?)(?:名称|名|区域)?")
#: Reservoirs, dykes and places in danger of slides have no chiefs but persons in charge, of several kinds.
_IN_CHARGE_HEAD = re.compile(r"(?P<role>[\u4e00-\u9fff]{2,6}责任人|监测人|巡查员)(?:姓名)?(?:\(.*\))?")
_PLACE_HEAD = re.compile(
    r"(?:责任|管护|所在|巡查)?(?:河流|河湖|河道|河库|湖泊|水库|水体|江河|河\(湖\)|河湖库|湖库|塘坝|沟渠|河渠|河涌|山塘|堤防|圩堤|海堤|大坝|(?:地质)?(?:灾害)?(?:隐患|灾害|风险|积水|易涝)(?:点|区)|险工险段|路段|道路|线路|路线|公路|山头|林区|山林|林地|田块|片区|地块|区域|责任区)(?:\(.*\))?(?:名称|名|位置)?"
)
#: `乡镇`, `村（社区）`: in a table without a river or a road whoever leads is chief of all in the place of his row.
_TOWN_HEAD = re.compile(
    r"(?:所在|所属)?(?:(?:苏木|乡|镇|街道?|办事处|行政村|嘎查|村|社区|居委?|林场|牧场|农场)[、/]?){1,4}(?:\((?:(?:苏木|乡|镇|街道|办事处|嘎查|村|社区|居|场)[、/]?){1,3}\))?(?:名称|名)?"
)
_REACH_HEAD = re.compile(r"(?:责任|所属|分段)?(?:河段|湖段|路段)(?:名称)?")
_POST_HEAD = re.compile(r"(?:现任|行政|党政|工作)?(?:单位)?(?:及|和|、)?(?:职务|职位)(?:职称)?")
_UNIT_HEAD = re.compile(r"(?P<role>(?:责任|联系|牵头|对口|协助|主管|管护|协管|配合)(?:单位|部门|科室))(?:名称)?")
_NAME_HEAD = re.compile(r"姓名|名字")
_NO_REACH = re.compile(r"全[河湖段线程长境]|无|[-—/]*")
#: `清水河：…`, `省道101线：…`, `丙村：…`, nothing else before the colon.
_PLACE_LINE = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|[①-⑳●·▲◆]\s*)?(?P<place>[\u4e00-\u9fff\d]{1,14}?[河湖江溪渠沟库塘湾川水港泊海山林路线道段区村镇乡场圳浜荡淀](?:\([^()]{1,12}\))?)\s*:\s*(?=\S)"
)
#: `滨河路：街长  甲（社区主任）`, `解放路  路长：乙`: a place, and who is chief of it.
_PLACE_THEN_CHIEF = re.compile(
    rf"\s*(?:[(]?[一二三四五六七八九十\d]{{1,3}}[)、.]\s*|[①-⑳●·▲◆]\s*)?(?P<place>[\u4e00-\u9fff\d]{{2,14}})(?:\([^()]{{1,24}}\))?(?:\s*[:,]\s*|[ \u3000]{{1,8}})(?P<role>(?!总){_GRADE}{CHIEF})(?:\s*:\s*|[ \u3000]{{1,8}})(?=[\u4e00-\u9fff])"
)
_NEXT_CHIEF = re.compile(
    rf"[ \u3000;,。]\s{{0,8}}(?P<role>{_GRADE}{CHIEF})(?:\s{{0,4}}:\s{{0,4}}|[ \u3000]{{1,8}})(?=[\u4e00-\u9fff])"
)
_HELD = re.compile(
    rf"(?:^|(?<=[,。;:、设置立]))\s*(?:其中,?)?(?P<role>(?!由)[\u4e00-\u9fff\d]{{0,14}}?{_GRADE}{CHIEF})(?:[一二两三\d]名)?,?(?:分别)?由(?P<who>[^。;:]{{2,120}}?)(?:同志)?(?:共同|分别|同时)?(?:担任|兼任)(?=[,。;、)]|$)"
)
_ROLE_LEAD = re.compile(r"^(?:[\u4e00-\u9fff]{0,6}(?:设立?|设置|建立|明确|实行))+")
_CHIEF_OF_ALL = re.compile("总")
#: `二、乡级田长`, over lines that begin with places; who is chief of all has none.
_CHIEF_HEADING = re.compile(
    rf"\s*(?:[(]?[一二三四五六七八九十\d]{{1,3}}[)、.]\s*)?(?P<role>(?!总|副总){_GRADE}{CHIEF})(?:名单)?\s*:?\s*"
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row is what: chiefs and units as (cell, role), the cell of the post behind each chief's."""

    place: int
    reach: int | None
    chiefs: tuple[tuple[int, str], ...]
    posts: dict[int, int]
    units: tuple[tuple[int, str], ...]
    of_town: bool = False


def read_chief_tables(lines: list[Passage]) -> list[Seat]:
    """The seats in the tables of rivers and their chiefs; a blank river is the one above (merged cells)."""
    seats: list[Seat] = []
    columns: _Columns | None = None
    place = reach = ""
    for line in lines:
        if not is_row(line.text):
            columns = columns if len(line.text.strip()) <= 30 else None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        if (found := _header(words)) is not None:
            columns, place, reach = found, "", ""
            continue
        if columns is None:
            continue
        if all(not word or _NAME_HEAD.fullmatch(word) or _POST_HEAD.fullmatch(word) for word in words):
            columns = _under(columns, words)
            continue
        if columns.place < len(cells) and words[columns.place]:
            place, reach = cells[columns.place].printed(), ""
        if columns.reach is not None and columns.reach < len(cells) and words[columns.reach]:
            reach = "" if _NO_REACH.fullmatch(words[columns.reach]) else cells[columns.reach].printed()
        if place and len(reach) <= 10:
            seats.extend(_row(cells, columns, place + reach))
    return seats


def _header(words: list[str]) -> _Columns | None:
    place = _first(words, _PLACE_HEAD)
    if place is None:
        place = _first(words, _REACH_HEAD)
    towns = [at for at, word in enumerate(words) if _TOWN_HEAD.fullmatch(word)] if place is None else []
    if len(towns) == 1:
        place = towns[0]  # of two such columns each chief would have his own
    chiefs = tuple(
        (at, match["role"])
        for at, word in enumerate(words)
        if (match := _CHIEF_HEAD.fullmatch(word) or _IN_CHARGE_HEAD.fullmatch(word)) is not None
    )
    if not chiefs and (grid := _first(words, _GRID_HEAD)) is not None:
        place, towns = grid, []
        chiefs = tuple(
            (at, found["role"]) for at, word in enumerate(words) if (found := _GRID_CHIEF_HEAD.fullmatch(word))
        )
    if place is None or not chiefs:
        return None
    reach = next((at for at, word in enumerate(words) if at != place and _REACH_HEAD.fullmatch(word)), None)
    posts = {at: at + 1 for at, _ in chiefs if at + 1 < len(words) and _POST_HEAD.fullmatch(words[at + 1])}
    units = tuple((at, match["role"]) for at, word in enumerate(words) if (match := _UNIT_HEAD.fullmatch(word)))
    return _Columns(place, reach, chiefs, posts, units, of_town=bool(towns))


def _under(columns: _Columns, words: list[str]) -> _Columns:
    """A second head row that parts each chief's column into 姓名 and 职务."""
    posts = {at: at + 1 for at, _ in columns.chiefs if at + 1 < len(words) and _POST_HEAD.fullmatch(words[at + 1])}
    return replace(columns, posts=posts or columns.posts)


def _row(cells: tuple[Passage, ...], columns: _Columns, place: str) -> Iterator[Seat]:
    rule = "roster/chief-table"
    for at, role in columns.chiefs:
        if at >= len(cells) or NOBODY.fullmatch(words := cells[at].printed_folded()) or not words:
            continue
        of = role if _CHIEF_OF_ALL.search(role) and not columns.of_town else place + role
        seats = seats_of(cells[at], 0, len(cells[at].text), As(of, rule))
        if not any(seat.person for seat in seats) and may_be_name(words):
            # The column says that it is a name; one without surname needs no other sign.
            seats = [Seat(of, cells[at].printed(), "", "", cells[at], 0, len(cells[at].text), rule, 0.9)]
        post = columns.posts.get(at)
        title = cells[post].printed() if post is not None and post < len(cells) and len(seats) == 1 else ""
        for seat in seats:
            if seat.person:
                whole = Passage.join([cells[at], cells[post]]) if title and post is not None else cells[at]
                span = (0, len(whole.text)) if title else (seat.start, seat.end)
                yield Seat(of, seat.person, title or seat.title, "", whole, *span, rule, seat.confidence)
    for at, role in columns.units:
        if at < len(cells):
            found = seats_of(cells[at], 0, len(cells[at].text), As(place + role, rule))
            yield from (seat for seat in found if seat.org)


def read_chief_lines(lines: list[Passage], heading: Passage | None = None) -> tuple[list[Seat], dict[int, int]]:
    """The seats of lines `漳溪河：甲 副县长` under a label or a heading that says of what they are chiefs, and how far each was read."""
    seats: list[Seat] = []
    read: dict[int, int] = {}
    headed = _CHIEF_HEADING.fullmatch(heading.text) if heading is not None and "长" in heading.text else None
    role = headed["role"] if headed is not None else ""
    for line in lines:
        if stated := _chiefs_of_place(line):
            seats.extend(stated)
            read[line.start] = line.end
            continue
        labels = labels_of(line.text)
        if labels:
            label = labels[-1]
            role = label.role if CHIEF_SIGN.search(label.role) and not line.text[label.end :].strip() else ""
            continue
        if "长" in line.text and (headed := _CHIEF_HEADING.fullmatch(line.text)) is not None:
            role = headed["role"]
            continue
        match = (_PLACE_LINE.match(line.text) or spaced_place(line.text, role)) if role else None
        if match is None:
            role = role if role and not line.text.strip().endswith("。") and "\t" not in line.text else ""
            continue
        of = line.printed(*match.span("place")) + role
        behind = match.start("name") if "name" in match.re.groupindex else match.end()
        found = seats_of(
            line, behind, len(line.text), As(of, "roster/chief-of-place"), label_start=match.start("place")
        )
        if found and all(seat.person for seat in found):
            seats.extend(found)
            read[line.start] = line.end
    return seats, read


def _chiefs_of_place(line: Passage) -> list[Seat]:
    """The seats of a line that says a place and who is chief of it, and of its parts: `解放路：街长 甲  巷长 乙`; none of another line."""
    text = line.text
    first = _PLACE_THEN_CHIEF.match(text) if CHIEF_SIGN.search(text) is not None else None
    if first is None or labels_of(text) or role_of(first["place"]) is not None:
        return []
    marks = [first, *_NEXT_CHIEF.finditer(text, first.end())]
    seats: list[Seat] = []
    for mark, following in zip_longest(marks, marks[1:]):
        stop = following.start() if following is not None else len(text)
        role = line.printed(*first.span("place")) + line.printed(*mark.span("role"))
        held = seats_of(line, mark.end(), stop, As(role, "roster/chief-of-place"), label_start=first.start("place"))
        if not all(seat.person for seat in held):
            return []
        seats.extend(held)
    return seats


def is_of_place(line: Passage) -> bool:
    """Whether a line is a place and a person with a title: `1.漳溪河：甲 副县长`, no heading though it has a number."""
    if _chiefs_of_place(line):
        return True
    place = _PLACE_LINE.match(line.text)
    first = read_mention(line, place.end()) if place is not None else None
    return first is not None and bool(first.person and first.title)


def read_chief_sentences(passage: Passage) -> list[Seat]:
    """The seats of `漳溪河县级河长由甲担任`; only named persons count."""
    if CHIEF_SIGN.search(passage.text) is None:
        return []
    found = read_chiefs_changed(passage)
    for match in _HELD.finditer(passage.text):
        low, high = match.span("role")
        lead = _ROLE_LEAD.match(match["role"])
        role = passage.printed(low + (lead.end() if lead else 0), high)
        seats = seats_of(passage, *match.span("who"), As(role, "roster/chief-held", 0.9))
        if CHIEF_SIGN.search(role) and seats and all(seat.person for seat in seats):
            found.extend(seats)
    return found


def _first(words: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, word in enumerate(words) if pattern.fullmatch(word)), None)
