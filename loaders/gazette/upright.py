"""Tables whose cells a copy of the paper left on lines of their own: head words under one another, then cell by cell.

Text taken out of a web page or a word processor often loses the ruling of its tables: `序号` / `任务` / `牵头单位` stand one a
line, and so does every cell below, wrapped where the column was narrow. The head says what each column holds (a number, a
person, a post, bodies, a day); the lines below are laid out into rows so that every cell fits its column best. A row is given
on as a passage with tabs, whose characters keep their places, and every reader of tables reads it as any other row.

Layout is a shortest path over (line, column), so the time is linear in the lines. Lines that fit no row stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from loaders.gazette import lists
from loaders.gazette.heads import role_of
from loaders.gazette.names import WHITE, is_crowd, is_name, is_title, is_unit, may_be_name
from loaders.readers.paper import Line, Paper, Passage

Kind = Literal["number", "people", "post", "units", "list", "matters", "day", "text", "phone", "figure"]

_KINDS: dict[str, Kind] = {
    "number": "number",
    "leader": "people", "name": "people", "a": "people", "b": "people", "c": "people",
    "post": "post", "seat": "post",
    "lead": "units", "undertaker": "units", "responsible": "units", "cooperating": "units", "unit": "units",
    "member_unit": "units", "drafter": "units",
    "deadline": "day",
    "phone": "phone",
    "weight": "figure",
    "duty": "matters",
}  # fmt: skip
#: Column heads of divisions of work and of appointments, which `heads` does not know.
_OTHER_HEADS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?:分管|主管|联系|挂联|包联|协管|挂点|协助分管)(?:的)?(?:工作|单位|部门|领域|科室|处室|股室|站所|机构|条线|镇街|乡镇|镇|街道|村|社区|企业|学校|年级|片区|点)?"), "list"),
    (re.compile(r"(?:负责|主要|承担)(?:的)?工作(?:内容)?|负责(?:领域|事项|内容)|(?:工作|职责|具体)?(?:分工|职责)(?:内容|情况)?|主持(?:工作)?|协助(?:工作|领导)?"), "matters"),
    (re.compile(r"(?:拟任|原任|现任|拟免|拟聘|新任|任命|免去|任免)(?:免)?(?:职务|职位|岗位)(?:\(职级\))?"), "post"),
    (re.compile(r"性别|民族|籍贯|学历|学位|政治面貌"), "text"),
    (re.compile(r"出生(?:年月|日期)|任职时间|入党时间"), "day"),
)  # fmt: skip
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?[、.]?")
_NOBODY = re.compile(r"[-—–/\\无]{1,4}|同上")
_PHONE = re.compile(r"[\d*\-— ()转、/●]{5,40}")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d)?分?")
_DAY = re.compile(
    r"\d{2,4}[年./-]|\d{1,2}月|季度|年底|月底|年内|上半年|下半年|全年|长期|持续|常年|汛期|开学|[前底初末中旬]$|每[年月季周日]|立即|近期"
)
_OPEN_END = re.compile(r"[、,(:和及与]$")
_STOPS = re.compile(r"\s*(?:注|备注|说明|附注|抄送|抄报|附件|主题词|联系人)\s*\d*\s*(?:[:：]|$)|.*印发\s*$|\s*\(此件")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\S{2,30}$")
_LONGEST_CELL, _MOST_LINES, _LONGEST_HEAD = 400, 5, 14
_MISFIT = -4.0


@dataclass(frozen=True, slots=True)
class _Column:
    kind: Kind
    word: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines `[start, end)` of the table; `cells` are the ends of its cells among them."""

    start: int
    cells: tuple[int, ...]
    worst: float
    score: float


def rows(paper: Paper, lines: Sequence[Line], furniture: frozenset[int]) -> Mapping[int, Passage | None]:
    """Table rows by the number of their first line; None for each further line they hold. Empty if there is no such table."""
    found: dict[int, Passage | None] = {}
    words = paper.words
    # A lone number counts as the number of a page wherever it stands, but here it may open a row.
    filled = [
        line
        for line in lines
        if (flat := words[line.number - 1]) and (line.number not in furniture or (len(flat) < 8 and flat.isdigit()))
    ]
    short = [len(words[line.number - 1]) <= _LONGEST_HEAD for line in filled]
    at = 0
    last = len(filled) - 2
    while at < last:
        if not short[at + 2]:
            at += 3
        elif not short[at + 1]:
            at += 2
        elif not short[at] or (head := _head(paper, filled, at)) is None:
            at += 1
        else:
            at = _table(paper, filled, at, head, found)
    return found


def _head(paper: Paper, filled: Sequence[Line], at: int) -> tuple[_Column, ...] | None:
    """The columns whose heads stand one a line from `at` on: three or more different ones, of which the first tells rows."""
    columns: list[_Column] = []
    seen: set[str] = set()
    for line in filled[at : at + 12]:
        printed = paper.words[line.number - 1]
        if len(printed) > _LONGEST_HEAD:
            break
        word = "".join(printed.split())
        kind = _kind(word)
        if kind is None or word in seen:
            break
        seen.add(word)
        columns.append(_Column(kind, word))
    if len(columns) < 3 or sum(column.kind != "text" for column in columns) < 2:
        return None
    return tuple(columns)


@lru_cache(maxsize=4096)
def _kind(word: str) -> Kind | None:
    if not word or word[-1] in ":。,;、":
        return None
    for pattern, kind in _OTHER_HEADS:
        if pattern.fullmatch(word):
            return kind
    role = role_of(word)
    return None if role is None else _KINDS.get(role, "text")


def _table(
    paper: Paper, filled: Sequence[Line], at: int, head: tuple[_Column, ...], found: dict[int, Passage | None]
) -> int:
    """Lay out the lines under a head; returns the place after the table."""
    width = len(head)
    words = [column.word for column in head]
    body: list[int] = []  # places in `filled`
    repeated: list[int] = []
    numbered = any(column.kind in ("number", "figure") for column in head)
    place = at + width
    while place < len(filled):
        text = paper.folded[filled[place].start : filled[place].end]
        if _STOPS.match(text) or len(text) > _LONGEST_CELL or "\t" in text:
            break
        if WHITE.sub("", text) == words[0] and words == [
            WHITE.sub("", paper.folded[line.start : line.end]) for line in filled[place : place + width]
        ]:
            repeated.append(place)
            place += width
            continue
        if numbered or not text.strip().isdigit():
            body.append(place)
        place += 1
    texts = [paper.folded[filled[one].start : filled[one].end].strip() for one in body]
    laid = _layout(texts, head)
    good = [row for row in laid if row.worst > _MISFIT]
    if len(good) < 2 or len(good) * 4 < len(laid) * 3:
        return at + width
    _put(paper, [filled[at + number] for number in range(width)], range(1, width + 1), found)
    for start in repeated:
        if start < body[good[-1].start]:
            _put(paper, filled[start : start + width], range(1, width + 1), found)
    for row in good:
        stop = row.cells[-1]
        members = [filled[body[number]] for number in range(row.start, stop)]
        _put(paper, members, [end - row.start for end in row.cells], found)
    return body[laid[-1].cells[-1] - 1] + 1


def _put(paper: Paper, lines: Sequence[Line], ends: Sequence[int], found: dict[int, Passage | None]) -> None:
    """One row: the lines of a cell joined, a tab where the line break between two cells stands."""
    parts: list[Passage] = []
    begin = 0
    for end in ends:
        if begin or parts:
            edge = lines[begin - 1].end if begin else lines[0].start
            parts.append(Passage(paper, "\t", ((0, edge),)))
        parts.extend(paper.passage(line.start, line.end) for line in lines[begin:end])
        begin = end
    found[lines[0].number] = Passage.join(parts)
    for line in lines[1:]:
        found[line.number] = None


# --- layout -----------------------------------------------------------------------------------------------------


def _layout(texts: Sequence[str], head: tuple[_Column, ...]) -> list[_Row]:
    """The rows that fit best from the first line on; a heading line or the number of a page may stand between two rows."""
    width, count = len(head), len(texts)
    lowest = float("-inf")
    # best[line]: score of rows that end before the line, with the row that ended there
    best = [lowest] * (count + 1)
    back: list[_Row | None] = [None] * (count + 1)
    skipped = [False] * (count + 1)
    best[0] = 0.0
    numbers: list[int] = [0] * (count + 1)
    top, top_score = 0, 0.0
    for start in range(count):
        if best[start] == lowest:
            continue
        if best[start] > top_score:
            top, top_score = start, best[start]
        if start - top > 6 * width * _MOST_LINES:
            break
        if (_HEADING.match(texts[start]) or texts[start].isdigit()) and best[start] - 1.0 > best[start + 1]:
            best[start + 1], back[start + 1], skipped[start + 1] = best[start] - 1.0, back[start], True
            numbers[start + 1] = numbers[start]
        for row in _rows_from(texts, start, head, numbers[start]):
            stop = row.cells[-1]
            if best[start] + row.score > best[stop]:
                best[stop], back[stop], skipped[stop] = best[start] + row.score, row, False
                numbers[stop] = numbers[start] + 1
    end = max(range(count + 1), key=lambda one: best[one])
    found: list[_Row] = []
    while end > 0:
        last = back[end]
        if skipped[end]:
            end -= 1
            continue
        if last is None:
            break
        found.append(last)
        end = last.start
    return found[::-1]


def _rows_from(texts: Sequence[str], start: int, head: tuple[_Column, ...], above: int) -> list[_Row]:
    """For each place a row from `start` may end at, the row that fits best."""
    states: dict[int, tuple[float, float, tuple[int, ...]]] = {start: (0.0, 0.0, ())}
    for number, column in enumerate(head):
        following: dict[int, tuple[float, float, tuple[int, ...]]] = {}
        for place, (score, worst, ends) in states.items():
            for size in range(_MOST_LINES + 1):
                stop = place + size
                if stop > len(texts):
                    break
                fit = _fit(column, texts[place:stop], first=number == 0, above=above)
                if fit <= -20:
                    continue
                total = score + fit
                if stop not in following or total > following[stop][0]:
                    following[stop] = (total, min(worst, fit), (*ends, stop))
        states = dict(sorted(following.items(), key=lambda item: -item[1][0])[:24])
    return [_Row(start, ends, worst, score) for stop, (score, worst, ends) in states.items() if stop > start]


def _fit(column: _Column, cell: Sequence[str], *, first: bool, above: int) -> float:
    """How well lines fill a cell of a column; -20 and less is impossible, `_MISFIT` and less is not believed."""
    kind = column.kind
    if not cell:
        if first or kind == "number":
            return -20.0
        return {"people": -6.0, "post": -4.0, "text": -5.0}.get(kind, -2.5)
    words = "".join(cell)
    penalty = 0.0
    for upper, lower in pairwise(cell):
        open_end = bool(_OPEN_END.search(upper)) or upper.count("(") > upper.count(")")
        penalty -= 0.3 if open_end or lower[0] in ")、," else 1.2 if len(upper) >= 12 else 2.5
        if upper.endswith(("。", ";")) and kind not in ("text", "matters"):
            penalty -= 3
    return penalty + _worth(kind, words, above)


def _worth(kind: Kind, words: str, above: int) -> float:
    flat = WHITE.sub("", words)
    if kind == "number":
        if not _NUMBER.fullmatch(flat):
            return -20.0
        digits = re.sub(r"\D", "", flat)
        return 4.0 if not digits or int(digits) == above + 1 else 0.5
    nobody = bool(_NOBODY.fullmatch(flat))
    if kind == "people":
        return 1.0 if nobody else _people(flat)
    if kind == "post":
        if is_title(flat):
            return -3.0 if is_name(flat) else 3.0
        return 1.0 if nobody else (-1.0 if is_unit(flat) else -4.5)
    if kind == "day":
        if len(flat) > 24:
            return -6.0
        return (
            3.0
            if _DAY.search(flat) and not lists.is_body(flat)
            else 1.0
            if nobody
            else (-4.0 if lists.is_body(flat) else -1.0)
        )
    if kind == "phone":
        return 3.0 if _PHONE.fullmatch(flat) else 0.0 if nobody else -20.0
    if kind == "figure":
        return 3.0 if _FIGURE.fullmatch(flat) else -5.0
    if _NUMBER.fullmatch(flat):
        return -6.0
    bodies = _bodies(flat)
    if kind == "units":
        return 1.5 if nobody else 3.0 if bodies > 0.6 else 1.0 if bodies > 0 else -4.5
    if kind == "list":
        return (
            1.5
            if nobody
            else -6.0
            if is_name(flat) and is_title(flat) is False and len(flat) <= 3
            else 1.0 + 1.5 * bodies
        )
    if kind == "matters":
        return 1.0 if nobody else -6.0 if is_name(flat) and len(flat) <= 3 else 2.0 - 2.0 * bodies
    if nobody:
        return 0.0
    return 1.0 - (2.5 * bodies if "、" in flat or len(flat) <= 10 else 0.5 * bodies)


def _people(flat: str) -> float:
    """Names one by one: `张三`, `张三、李四`, `副县长张三`; three and more by surname, less without."""
    parts = [re.sub(r"同志$|\([^()]*\)$", "", part) for part in re.split("[、,;]", flat) if part]
    if not parts or len(flat) > 60:
        return _MISFIT - 4
    total = 0.0
    for part in parts:
        if is_name(part):
            total += 3.0
        elif may_be_name(part) and not is_title(part) and not is_unit(part) and len(part) <= 8:
            total += 1.0
        elif any(is_name(part[-size:]) and is_title(part[:-size]) for size in (2, 3)):
            total += 2.5
        elif is_title(part) or is_crowd(part):
            total += 0.0
        else:
            return _MISFIT - 2
    return total / len(parts)


def _bodies(flat: str) -> float:
    """The share of a list's items that name bodies."""
    items = [flat[low:high] for low, high in lists.split(flat, marks="、,;")]
    if not items:
        return 0.0
    named = sum(
        lists.is_body(re.sub(r"\([^()]*\)$", "", item)) or item.startswith(("各", "有关", "相关")) for item in items
    )
    return named / len(items)
