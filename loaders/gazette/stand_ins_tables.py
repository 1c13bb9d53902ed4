"""AB角 printed as a table: A角 | B角 | 工作范围, cells merged in print standing blank.

A blank A角 cell beside a filled B角 is the A角 above it; a blank B角 is nobody. The letters bind one way: the B角 stands
in for the A角. A table of leaders with one column `AB角` pairs both ways.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from loaders.gazette import lists, subjects
from loaders.gazette.cells import Row, rejoined, row_of
from loaders.gazette.names import (
    NO_NAME,
    is_crowd,
    is_name,
    is_spaced_name,
    is_surname,
    is_title,
    is_unit,
    is_word,
)
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, may_be_name
from loaders.readers.paper import Passage

#: Who holds a post: the letter says which of the two, whatever else the head calls them (`A岗责任人`, `B岗代办人员姓名`, `A角（主办）`).
HOLDER = (
    r"(?:[位:])?(?:主要|第一|第二|直接|具体)?(?:责任|负责|经办|承办|主办|协办|代办|代理|代岗|顶岗|替岗|替补|补位|备岗|接替|值班|在岗|当班|工作|带班|审批|办理|受理)?"
    r"(?:领导|干部|教师|医生|医师|护士|民警|法官|检察官|会计|职工|员工|同志|人员|人|员|岗)?(?:姓名|名单|名字)?(?:\([^()]*\))?"
)
#: `主办人（A角）`, `第一责任人（A岗）`.
_SAID_FIRST = r"[\u4e00-\u9fff]{1,10}"
_A = re.compile(rf"A[角岗]{HOLDER}|{_SAID_FIRST}\(A[角岗]\)")
#: A second column of the same kind is printed `B角（二）`, `B2角`.
_B = re.compile(rf"B[12]?[角岗][一二12]?{HOLDER}|{_SAID_FIRST}\(B[角岗]\)")
_C = re.compile(rf"C[角岗]{HOLDER}")
_BOTH = re.compile(r"(?:互为)?A[、/\-—]?B[角岗](?:姓名|人员|领导)?")
_OWN = re.compile(r"(?:领导|班子成员|成员|责任)?(?:姓名|领导|同志|人)|(?:姓名|领导)(?:及|、)?职务|班子成员")
_SCOPE = re.compile(
    r"(?:主要|具体|工作|岗位|负责|分管|承担|业务)?(?:的)?(?:工作)?(?:范围|内容|职责|分工|领域|事项|岗位|业务|工作)(?:内容|范围)?|适用范围|岗位名称|对应工作"
)
_ANNEX = re.compile(r"\s*附(?:件|表)\s*(?:[\d一二三四五六七八九十]{1,3}\s*)?(?::\s*)?")
_NOTE = re.compile(r"备注|说明|备考")
_EXCEPT = re.compile(
    r"(?P<what>.{2,30}?)(?:工作)?(?:除外|不在此列|按(?:照)?(?:有关|相关)?规定(?:执行|办理)|另行(?:安排|确定))"
)
_NOBODY = re.compile(r"\(?(?:无|不设.{0,4}|暂缺|空缺|待定|姓名|职务|[-—/]+)?\)?")
#: `由区长指定`: who it is to be is told later.
_TOLD_LATER = re.compile(r"[^()]{0,16}(?:指定|确定|安排|决定)[^()]{0,12}")
#: `由罗某兼`, `（由民政窗口罗某代）`: who does the work beside his own.
_HELD_BY = re.compile(r"\s*\(?暂?由(?P<who>[^,;。()]{2,40}?)(?:兼任|兼|担任|代理|代管|代办|代岗|代|顶岗|顶替)\)?\s*$")
#: The place he is at there, before his name.
_AT = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:窗口|[科股室站所办])\s{0,2}(?=[\u4e00-\u9fff]{2,3}$)")
#: Who sent him, in a column of names: `税务派驻 李四`.
_SENT = re.compile(r"[\u4e00-\u9fff]{0,6}(?:派驻|派出|选派|派遣|借调|外聘)\s{1,4}(?=[\u4e00-\u9fff])")
#: `由 佳`, whose surname is a word that leads to a name; in `由 李四` it is that word.
_SURNAME_BY = re.compile(r"\s*由[ \u3000]{1,4}(?P<given>[\u4e00-\u9fff](?:[ \u3000]{1,2}[\u4e00-\u9fff])?)\s*")
_JOINS = "同和从暨与"
_GAP = re.compile(r"\s{2,}")
#: So many cells must be names before one that does not look like one is believed to be a name too.
_FEWEST_ALIKE = 8


@dataclass(slots=True)
class Pair:
    """Two persons, and what limits their standing in for each other."""

    a: str
    b: str
    mutual: bool = False
    condition: str = ""
    scope: str = ""
    exclusion: str = ""
    fallback: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Columns:
    count: int
    a: int
    b: tuple[int, ...]
    c: int | None
    scope: int | None
    note: int | None
    mutual: bool
    indent: int  # of the head, in a table set with spaces
    spaced: bool  # set with spaces, and not between tabs or bars as its rows are then too


def pairs(notice: Notice, known: Collection[str]) -> Iterator[tuple[Passage, Pair]]:
    """The pairs of the tables of a notice, each with its line."""
    for columns, rows in _tables(notice):
        yield from _pairs(columns, rows, known)


def _tables(notice: Notice) -> Iterator[tuple[_Columns, list[Row]]]:
    """Rows below a head of A角 and B角, down to the next such head; a line without cells is passed over."""
    columns: _Columns | None = None
    rows: list[Row] = []
    for line in notice.text_lines():
        if columns is not None and rows and _begins_another(line):
            yield columns, rows
            columns, rows = None, []
        if columns is not None and rows and (whole := rejoined(rows[-1], line, columns.count)) is not None:
            rows[-1] = whole
            continue
        cells = _cells(line, columns)
        if cells is None:
            continue
        if columns is not None and any(cell.text.strip() for cell in cells[columns.count :]):
            # A row wider than the head is of another table, whose head this rule does not know.
            if rows:
                yield columns, rows
            columns, rows = None, []
        head = _columns_of(cells, line)
        if head is not None:
            if columns is not None and rows:
                yield columns, rows
            columns, rows = head, []
        elif columns is not None:
            rows.append(Row(line, cells))
    if columns is not None and rows:
        yield columns, rows


def _begins_another(line: Passage) -> bool:
    """Whether a line is the head of a table of another kind (`姓名 职务 联系乡镇`) or the word over the next annex."""
    if "\t" not in line.text:
        return _ANNEX.fullmatch(line.text) is not None
    words = [cell.printed_folded() for cell in row_of(line).cells]
    return _OWN.fullmatch(words[0]) is not None and not any(
        part.fullmatch(word) for part in (_A, _B, _BOTH) for word in words
    )


def _pairs(columns: _Columns, rows: list[Row], known: Collection[str]) -> Iterator[tuple[Passage, Pair]]:
    both = (columns.a, *columns.b)
    rows = [_filled(row, columns) for row in rows]
    rows = [row for row in rows if len(row.cells) > max(both)]
    cells = [row.cells[at] for row in rows for at in both]
    read = [names(cell, 0, len(cell.text), known) for cell in cells]
    if _are_names(cells, read):
        read = [found or _strange(cell) for cell, found in zip(cells, read, strict=True)]
    above: list[Mention] = []
    for number, row in enumerate(rows):
        own, *beside = read[number * len(both) : (number + 1) * len(both)]
        others = [one for cell in beside for one in cell]
        if columns.a in columns.b:
            above, others = others[:1], others[1:]
        elif row.cells[columns.a].text.strip():
            above = own
        for a in above:
            for b in others:
                sure = min(a.confidence, b.confidence, 1.0)
                pair = Pair(a.person, b.person, mutual=columns.mutual, confidence=sure)
                yield row.line, _with_limits(pair, row.cells, columns, known)


def _filled(row: Row, columns: _Columns) -> Row:
    """A row with its last cell, where nobody is the second B角 and nothing is printed behind the bar before it."""
    if len(columns.b) < 2 or columns.spaced or len(row.cells) != columns.count - 1:
        return row
    end = len(row.line.text)
    return Row(row.line, (*row.cells, row.line.cut(end, end)))


def _are_names(cells: list[Passage], read: list[list[Mention]]) -> bool:
    """Whether the cells of a table are names, all but one or two, and posts stand in brackets behind them or nowhere.

    Then a cell that looks like a post behind a gap (`曹 参谋`), or has one letter more than names have (`车前草儿`), is a name.
    """
    others = sum(
        not found and not _NOBODY.fullmatch(words := cell.printed_folded()) and not is_crowd(words)
        for cell, found in zip(cells, read, strict=True)
    )
    named = sum(bool(found) for found in read)
    bare = all(
        not mention.title or cell.text.rstrip().endswith(")")
        for cell, found in zip(cells, read, strict=True)
        for mention in found
    )
    return bare and named >= _FEWEST_ALIKE and others * 8 <= named


def _strange(cell: Passage) -> list[Mention]:
    return [Mention(cell.printed(), "", 0, len(cell.text), confidence=0.7)] if _is_strange_name(cell.text) else []


def _is_strange_name(words: str) -> bool:
    """A surname, a gap and what sounds like a post; or a surname and three letters that are not two everyday words."""
    flat = "".join(words.split())
    if NO_NAME.search(flat) or is_unit(flat) or is_crowd(flat):
        return False
    if is_spaced_name(words):
        return True
    if len(flat) != 4 or not is_surname(flat[0]) or is_title(flat):
        return False
    return not is_word(flat[:2]) and (flat[3] == "儿" or not is_word(flat[2:]))


def names(passage: Passage, start: int, end: int, known: Collection[str]) -> list[Mention]:
    """The persons of a cell: here also a name without surname or title can stand alone."""
    own = _SURNAME_BY.fullmatch(passage.text, start, end)
    if own is not None and not is_name(own["given"]):
        return [Mention(passage.printed(start, end), "", start, end, confidence=0.8)]
    by = _HELD_BY.match(passage.text, start, end)
    if by is not None:
        start, end = lists.trimmed(passage.text, *by.span("who"))
    words = passage.cut(start, end).printed_folded()
    if _NOBODY.fullmatch(words) or _TOLD_LATER.fullmatch(words):
        return []
    sent = _SENT.match(passage.text, start, end)
    if sent is not None and is_name(passage.text[sent.end() : end].strip()):
        start = sent.end()
    at = _AT.match(passage.text, start, end) if by is not None else None
    if at is not None and is_name(passage.text[at.end() : end]):
        return [Mention(passage.printed(at.end(), end), passage.printed(*at.span()), start, end, confidence=0.8)]
    found = subjects.named(passage, start, end, known=known, sure=True)
    spaced = is_spaced_name(passage.text[start:end]) and not is_title(words)  # 苏 木
    if not found and (may_be_name(words) or spaced):
        found = [Mention(passage.printed(start, end), "", start, end, confidence=0.9)]
    return found


def _cells(line: Passage, columns: _Columns | None) -> tuple[Passage, ...] | None:
    text = line.text
    if "\t" in text or (text.count("|") >= 3 and text.strip()[0] == "|"):
        return row_of(line).cells
    if not columns.spaced if columns is not None else not ("A" in text and "B" in text):
        return None
    places = []
    start = margin = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text, start, len(text.rstrip())):
        places.append((start, gap.start()))
        start = gap.end()
    places.append((start, len(text.rstrip())))
    if columns is not None:
        places = _names_closed(text, places, columns.count)
        # The last row may have no C角; where the A角 is merged and stands blank the line is indented.
        without_c = len(places) == columns.count - 1 == columns.c and margin < columns.indent + 4
        if len(places) != columns.count and not without_c:
            return None
    return tuple(line.cut(low, high) for low, high in places) if len(places) > 1 else None


def _names_closed(text: str, places: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Names spread over two cells (`李  四`) put together while there are more cells than columns."""
    joined = list(places)
    at = 0
    while len(joined) > count and at + 1 < len(joined):
        (low, middle), (after, high) = joined[at], joined[at + 1]
        if middle - low == 1 and high - after <= 2 and may_be_name(text[low:middle] + text[after:high]):
            joined[at : at + 2] = [(low, high)]
        at += 1
    return joined


def _columns_of(cells: tuple[Passage, ...], line: Passage) -> _Columns | None:
    words = [cell.printed_folded() for cell in cells]
    a, b, both = _first(words, _A), _all(words, _B), _first(words, _BOTH)
    if a is None:
        a = _first(words, _OWN)
    partners = b or (() if both is None else (both,))
    if not partners or (a is None and b):
        return None
    # One column `互为AB角人员` alone holds both names in each cell.
    a = partners[0] if a is None else a
    return _Columns(
        len(cells), a, partners, _first(words, _C), _first(words, _SCOPE), _first(words, _NOTE), not b,
        len(line.text) - len(line.text.lstrip()), "\t" not in line.text and "|" not in line.text,
    )  # fmt: skip


def _first(words: list[str], pattern: re.Pattern[str]) -> int | None:
    return next(iter(_all(words, pattern)), None)


def _all(words: list[str], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(index for index, word in enumerate(words) if word and pattern.fullmatch(word))


def _with_limits(pair: Pair, cells: tuple[Passage, ...], columns: _Columns, known: Collection[str]) -> Pair:
    # In a table of leaders with one column `AB角` the work of each is his own, no limit of the pair.
    if columns.scope is not None and columns.scope < len(cells) and not columns.mutual:
        pair.scope = cells[columns.scope].printed()
    if columns.note is not None and columns.note < len(cells):
        note = cells[columns.note]
        excepted = _EXCEPT.match(note.text)
        pair.exclusion = note.printed(*excepted.span("what")) if excepted else ""
    if columns.c is not None and columns.c < len(cells):
        third = cells[columns.c]
        told = third.printed() if _TOLD_LATER.fullmatch(third.printed_folded()) else ""
        pair.fallback = ";".join(one.person for one in names(third, 0, len(third.text), known)) or told
    return pair


def rare(passage: Passage, low: int, high: int) -> list[Mention]:
    """A name without surname where the other of two is one (`A岗赛娜,B岗魏某`): two or three letters that are no word.

    A surname may be a word that joins elsewhere, the letters behind it one with it (`A角为同德旺，B角为魏某`).
    """
    words = "".join(passage.text[low:high].split())
    joins = len(words) > 2 and words[0] in _JOINS and not is_word(words[1:])
    if not 2 <= len(words) <= 3 or not may_be_name(words) or (is_word(words) and not joins):
        return []
    return [Mention(passage.printed(low, high), "", low, high, confidence=0.7)]
