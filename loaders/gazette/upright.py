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
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.gazette import lists
from loaders.gazette.cell_kinds import IMPOSSIBLE, MISFIT, Kind, kind_of, measured, worth
from loaders.gazette.heads import head_of
from loaders.gazette.names import WHITE, is_name, is_word
from loaders.gazette.rosters_labels import role_of
from loaders.readers.paper import Line, Paper, Passage

_OPEN_END = re.compile(r"[、,(:和及与]$")
_STOPS = re.compile(r"\s*(?:注|备注|说明|附注|抄送|抄报|附件|主题词|联系人)\s*\d*\s*(?:[:：]|$)|.*印发\s*$|\s*\(此件")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\S{2,30}$")
#: An empty first cell is merged with the one above, which fits the rows below worse than a cell of their own.
_MERGED = -3.5
#: One of a column of roles is as good as a cell of its own: members follow each other under the one word.
_MERGED_ROLE = -1.0
_POOR_ROLE = -3.5
#: What a column of roles may be headed by beside the one of each member's own post.
_ROLE_HEAD = re.compile("(?!单位|工作|行政|现任|党政|原任)[\u4e00-\u9fff]{0,12}(?:职务|职位|分工|角色|任职)")
_LONGEST_CELL, _MOST_LINES, _LONGEST_HEAD = 400, 5, 14
#: Heads of those who stand in for each other.
_LETTER = re.compile(r"[AB][角岗](?:责任人|负责人|人员|姓名|领导|同志)?")
#: What may head a column beside them, where nothing but its place says so.
_GUESSED = re.compile(r"(?![^\n]{0,8}(?:公[示告开]|[名清]单|[览排置]表|制度|通知|情况)$)[\u4e00-\u9fff()、/]{2,8}")
_LONGEST_GUESSED, _MOST_GUESSED = 8, 2
#: Cells worth more are names.
_NAME = 2.0


@dataclass(frozen=True, slots=True)
class _Column:
    kind: Kind
    word: str
    leads: bool = False
    guessed: bool = False  # its words head no column elsewhere
    roles: bool = False  # holds roles in a body, each merged over the rows of all who have it
    members: bool = False  # holds the names or remarks beside such a column, and no role


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
        elif not short[at] or not (heads := _heads(paper, filled, at)):
            at += 1
        else:
            at = _first_that_fits(paper, filled, at, heads, found)
    return found


def _first_that_fits(
    paper: Paper,
    filled: Sequence[Line],
    at: int,
    heads: Sequence[tuple[_Column, ...]],
    found: dict[int, Passage | None],
) -> int:
    """The place after the table that the first head under which rows can be laid out has; else after what is surely head."""
    for head in heads:
        end = _table(paper, filled, at, head, found)
        if end > at + len(head):
            return end
    return at + (1 if heads[0][0].guessed else len(heads[0]))


def _heads(paper: Paper, filled: Sequence[Line], at: int) -> list[tuple[_Column, ...]]:
    """The head that begins at a line, and what it may be besides where it names who stands in for whom.

    Beside `A岗` and `B岗` a column may bear any name (`窗口名称`, `楼层`), and words behind them are heads as far as the first two
    names stand lower than they would else.
    """
    head = _head(paper, filled, at)
    if head is None:
        return []
    letters = [number for number, column in enumerate(head) if _LETTER.fullmatch(column.word)]
    if len(letters) < 2 or len(head) > letters[1] + 1:
        return [head]
    below = [paper.folded[line.start : line.end].strip() for line in filled[at + len(head) : at + len(head) + 8]]
    apart = letters[1] - letters[0]
    first = next(
        (number for number in range(len(below) - apart) if _are_names(below[number], below[number + apart])), 0
    )
    more = first - letters[0]
    if not 1 <= more <= _MOST_GUESSED or any(len(word) > _LONGEST_GUESSED for word in below[:more]):
        return [head]
    return [(*head, *(_Column("unknown", word) for word in below[:more])), head]


def _are_names(*cells: str) -> bool:
    return all(worth("people", cell, 0) > _NAME for cell in cells)


def _head(paper: Paper, filled: Sequence[Line], at: int) -> tuple[_Column, ...] | None:
    """The columns whose heads stand one a line from `at` on: three or more different ones, of which the first tells rows."""
    columns: list[_Column] = []
    seen: set[str] = set()
    for line in filled[at : at + 12]:
        printed = paper.words[line.number - 1]
        if len(printed) > _LONGEST_HEAD:
            break
        word = "".join(printed.split())
        kind = kind_of(word)
        guessed = kind is None and _may_head(word) and _letter_follows(paper, filled, at + len(columns) + 1)
        # A角 | 职务 | B角 | 职务: the second is that of the second person.
        again = word in seen and kind in ("post", "phone", "units") and _LETTER.fullmatch(columns[-1].word) is not None
        if (kind is None and not guessed) or (word in seen and not again):
            break
        seen.add(word)
        columns.append(_Column(kind or "text", word, head_of(word) == "lead", guessed))
    if (counted := measured([column.word for column in columns])) is not None:
        unit, amount = counted
        columns[unit] = replace(columns[unit], kind="measure")
        columns[amount] = replace(columns[amount], kind="amount")
    letters = sum(_LETTER.fullmatch(column.word) is not None for column in columns)
    if len(columns) < (2 if letters > 1 else 3) or sum(column.kind != "text" for column in columns) < 2:
        return None
    if letters < 2 and any(column.guessed for column in columns):
        return None
    return tuple(columns)


def _letter_follows(paper: Paper, filled: Sequence[Line], at: int) -> bool:
    return at < len(filled) and _LETTER.fullmatch("".join(paper.words[filled[at].number - 1].split())) is not None


def _may_head(word: str) -> bool:
    """Whether a word may be the head of any column: short, and no title of the table (`AB岗公示`)."""
    return (
        len(word) <= _LONGEST_GUESSED and _GUESSED.fullmatch(word) is not None and (not is_name(word) or is_word(word))
    )


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
        if body and len(text) <= _LONGEST_HEAD and _head(paper, filled, place) is not None:
            break  # another table begins
        if numbered or not text.strip().isdigit():
            body.append(place)
        place += 1
    texts = [paper.folded[filled[one].start : filled[one].end].strip() for one in body]
    head = _with_roles(head, texts)
    laid = _layout(texts, head)
    good = [row for row in laid if row.worst > MISFIT]
    if len(good) < 2 or len(good) * 4 < len(laid) * 3:
        return at + width
    _put(paper, [filled[at + number] for number in range(width)], range(1, width + 1), head, found)
    for start in repeated:
        if start < body[good[-1].start]:
            _put(paper, filled[start : start + width], range(1, width + 1), head, found)
    for row in good:
        stop = row.cells[-1]
        members = [filled[body[number]] for number in range(row.start, stop)]
        _put(paper, members, [end - row.start for end in row.cells], head, found)
    return body[laid[-1].cells[-1] - 1] + 1


def _with_roles(head: tuple[_Column, ...], texts: Sequence[str]) -> tuple[_Column, ...]:
    """The columns of a roster with the one of roles marked; those of any other table as they are.

    A roster has one column of names, one of roles before it and another one that tells who its members are; its first row says a role.
    Behind the names a role may be left out or be that of the next, so there no cell of it is taken for merged.
    """
    kinds = [column.kind for column in head]
    if kinds.count("people") != 1 or len(texts) < len(head):
        return head
    for at, column in enumerate(head[: kinds.index("people")]):
        others = any(kind in ("post", "units") for place, kind in enumerate(kinds) if place != at)
        if others and column.kind == "post" and _ROLE_HEAD.fullmatch(column.word) and _is_role(texts[at]):
            return tuple(replace(one, roles=one is column, members=one.kind in ("people", "text")) for one in head)
    return head


def _is_role(cell: str) -> bool:
    return role_of(WHITE.sub("", cell)) is not None


def _put(
    paper: Paper,
    lines: Sequence[Line],
    ends: Sequence[int],
    head: tuple[_Column, ...],
    found: dict[int, Passage | None],
) -> None:
    """One row: the lines of a cell joined, a tab where the line break between two cells stands, 、 between two bodies."""
    parts: list[Passage] = []
    begin = 0
    for number, end in enumerate(ends):
        if number:
            edge = lines[begin - 1].end if begin else lines[0].start
            parts.append(Passage(paper, "\t", ((0, edge),)))
        cell = [paper.passage(line.start, line.end) for line in lines[begin:end]]
        for at, passage in enumerate(cell):
            parts.append(passage)
            rest = "".join(other.text for other in cell[at + 1 :])
            if rest and head[number].kind == "units" and lists.begins_next_body(passage.text, rest):
                parts.append(Passage(paper, "、", ((0, passage.end),)))
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
                if fit <= IMPOSSIBLE:
                    continue
                total = score + fit
                if stop not in following or total > following[stop][0]:
                    following[stop] = (total, min(worst, fit), (*ends, stop))
        states = dict(sorted(following.items(), key=lambda item: -item[1][0])[:24])
    return [_Row(start, ends, worst, score) for stop, (score, worst, ends) in states.items() if stop > start]


def _fit(column: _Column, cell: Sequence[str], *, first: bool, above: int) -> float:
    """How well lines fill a cell of a column; IMPOSSIBLE and less is impossible, `MISFIT` and less is not believed."""
    kind = column.kind
    if not cell:
        if column.roles and above:
            return _MERGED_ROLE
        if kind == "number" or (first and not above):
            return IMPOSSIBLE
        if first:
            return _MERGED
        return {"people": -6.0, "post": -3.8, "text": -5.0}.get(kind, -2.5)
    words = "".join(cell)
    if column.roles and not _is_role(words):
        # A person and his post are no role of two lines, and the end of a post that wrapped is none.
        return MISFIT - 2 if len(cell) > 1 else _POOR_ROLE
    if column.members and _is_role(words):
        return MISFIT - 2  # 成员, over 各村书记 whose names are left blank
    penalty = 0.0
    for at, (upper, lower) in enumerate(pairwise(cell), start=1):
        if kind == "units" and lists.begins_next_body(upper, "".join(cell[at:])):
            penalty -= 1.0 if column.leads else 0.5  # of two columns beside each other the one who leads has one
            continue
        open_end = bool(_OPEN_END.search(upper)) or upper.count("(") > upper.count(")")
        penalty -= 0.3 if open_end or lower[0] in ")、," else 1.2 if len(upper) >= 12 else 2.5
        if upper.endswith(("。", ";")) and kind not in ("text", "matters"):
            penalty -= 3
    return penalty + worth(kind, words, above)
