"""Duties of units: lists of units with what each does, tables of duties, duties of a group, sentences with a word of duty.

Rules: `duty/unit-list` (`4.区财政局。负责…；会同…。` or `区财政局：负责…`), `duty/table` (单位 / 职责), `duty/group` (主要职责 under a
group's heading, the section 工作职责 of a notice that founds a group) and `duty/sentence`. A duty runs from a full stop or
semicolon to the next one; its number is that of the unit, a stop, and its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.statements import Duty
from loaders.gazette import aliases, duties_own, lists
from loaders.gazette.cells import has_tables, tables
from loaders.gazette.duties_headed import is_desk, under_duties
from loaders.gazette.duties_subjects import UNIT_TAIL, Subject, is_named, is_of_town, subjects_in
from loaders.gazette.groups import from_heading, from_title
from loaders.gazette.headings import Mark, mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_zones import zones
from loaders.gazette.units import units_in
from loaders.readers.paper import Passage

_MARKER = re.compile(r"牵头|负责|会同|配合|协助|承担|组织|指导|督促|统筹|参与|协调")
_UNIT_HEAD = re.compile(r"\s*(?P<unit>[\u4e00-\u9fff(][\u4e00-\u9fff()“”·、 和]{2,60}?)\s*(?:[。:]|—{1,2}|-{2})\s*")
#: `★县水利局：负责水情测报。`
_BULLET = re.compile(r"[ \u3000]{0,8}[★☆▲△●◆■◇□○·•※➢►*-]\s{0,2}")
_HEAD_STOP = re.compile(r"[。:—-]")
_COLLECTIVE = re.compile(
    r"各[^、,。]{1,10}(?:[、和](?:各)?[^、,。]{1,12})*|(?:有关|相关|其他|其它)(?:部门|单位|成员单位)"
)
#: A crowd that heads duties of its own; 各部门 and 其他单位 may head a list of those who have them.
_TOWNSHIPS = re.compile(
    r"各(?:乡|镇|街道|苏木|村|社区|县|区|市|旗|园区)[^,。]{0,16}(?:政府|办事处|委员会|管委会|镇|乡|街道|区|村|苏木|\))"
)
#: How the place of a town's paper ends.
_TOWNS = ("镇", "乡", "街道")
_SECOND_NAME = re.compile(r"[(（][^()（）]*[)）]$")
#: What a collective begins with.
_CROWD_LETTERS = frozenset("各有相其")
_DUTY_LABEL = re.compile(r"\s*(?:[-*●]\s*)?(?:主要|工作|具体)?职\s*责(?:分工|任务)?\s*[:。]\s*")
_DUTY_SECTION = re.compile(r"(?:主要|工作|具体|领导小组|成员单位)*职责(?:分工|任务|要求)?")
_BARE_GROUP = re.compile(r"\s*(?:领导小组|工作领导小组|工作专班|专班|指挥部|联席会议|工作组|委员会)")
_GROUP_DOES = re.compile(r"(?:主要|具体|全面|统一)?(?:负责|统筹|承担|组织领导|研究|指导)")
#: `本办法由甲局会同乙局负责解释`: who interprets a paper stands in `documents`.
_INTERPRETS = re.compile("负责解释|承担解释")
#: `2.1 市气象局`: plans number their parts so.
_DECIMAL = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?!\d)\s*(?=[\u4e00-\u9fff])")
#: `执行局：A角 局长甲；B角 副局长乙`: who stands in for whom.
_STANDS_IN = re.compile(r"\s*[AB]\s?[角岗]")
_SHORTEST = 4
_LONGEST_HEAD = 40
_FARTHEST_STOP = 90
_SPEAKS = re.compile(r"(?:讲话|发言|致辞|工作报告|工作总结|述职报告)(?:\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class _Head:
    """A unit at the head of a passage: how it is printed, where its duties begin, its number."""

    units: tuple[str, ...]
    number: str
    begin: int
    mark: Mark | None


def read(notice: Notice) -> Iterator[Duty]:
    """The duties one document states, in printed order of each rule."""
    if notice.kind in ("chronicle", "masthead", "imprint"):
        return
    if has_tables(notice):
        yield from _tables(notice)
    if _SPEAKS.search(notice.title.printed_folded()):
        return  # a speech or a report tells what was done and what should be; it gives nobody a duty
    taken: set[int] = set()
    told: set[int] = set()
    for duty, place in (*_unit_lists(notice), *_group_duties(notice)):
        taken.add(place)
        yield duty
    for own in duties_own.read(notice, group=bool(from_title(notice.title))):
        if own.place not in taken:
            told.add(own.place)
            if own.start < own.end:
                yield _duty(notice, own.passage, own.start, own.end, own.unit, own.number, "duty/own", 0.85)
    taken |= told
    for place, passage in enumerate(notice.body):
        if place not in taken and "\t" not in passage.text:
            subjects = list(subjects_in(passage))
            if subjects:
                assigned = passage.once(zones)  # units in brackets and labels are tasks, read there
                stop = assigned[0].start if assigned else len(passage.text)
                yield from (
                    _sentence(notice, passage, one)
                    for one in subjects
                    if one.end <= stop and not _INTERPRETS.search(passage.text, one.start, one.end)
                )


# --- lists of units -----------------------------------------------------------------------------------------------


def _unit_lists(notice: Notice) -> Iterator[tuple[Duty, int]]:
    """Two heads of the same shape at least make a list; one alone is a sentence."""
    town = notice.jurisdiction.endswith(_TOWNS)
    own = under_duties(notice)
    heads = {
        place: head
        for place, passage in enumerate(notice.body)
        if (head := _head(passage, town=town, own=place in own)) is not None
    }
    heads.update(_bare_heads(notice))
    shapes = Counter(head.mark.level if head.mark else 0 for head in heads.values())
    if len(heads) < 2:
        return
    current: _Head | None = None
    count = 0
    for place, passage in enumerate(notice.body):
        head = heads.get(place)
        if head is not None and shapes[head.mark.level if head.mark else 0] >= 2:
            current, count = head, 0
        elif current is None or not _under(current, passage, count):
            current = None
            continue
        begin = head.begin if head is not None else (mark.end if (mark := _numbered(passage)) else 0)
        for start, end in _pieces(passage, begin):
            count += 1
            for unit in current.units:
                yield (
                    _duty(notice, passage, start, end, unit, _number(current.number, count), "duty/unit-list", 0.9),
                    place,
                )


def _head(passage: Passage, *, town: bool, own: bool) -> _Head | None:
    """The head a passage begins with; in the paper of a `town` its own bodies may be called `镇财政所`, under a heading on duties `派出所`."""
    text = passage.text
    if "\t" in text:
        return None
    mark = _numbered(passage)
    begin = mark.end if mark else bullet.end() if (bullet := _BULLET.match(text)) else 0
    if not _may_head(text, begin, numbered=mark is not None):
        return None
    match = _UNIT_HEAD.match(text, begin)
    if match is None or _STANDS_IN.match(text, match.end()) or (mark is None and ":" not in match.group()):
        return None
    low, high = match.span("unit")
    units = _unit_names(passage, low, high, town=town, own=own)
    if not units or (match.end() >= len(text) and mark is None):
        return None
    return _Head(units, mark.number if mark else "", match.end(), mark)


def _numbered(passage: Passage) -> Mark | None:
    """The number a passage begins with; a decimal one of two figures stands over all others but `一、`, one of more figures below it."""
    mark = mark_of(passage)
    if mark is None and passage.text[:3].strip()[:1].isdigit() and (decimal := _DECIMAL.match(passage.text)):
        return Mark(min(decimal["number"].count("."), 3), decimal["number"], decimal.end())
    return mark


def _may_head(text: str, begin: int, *, numbered: bool) -> bool:
    """Whether the words up to the first stop can be a unit or a crowd of them; a head without a number ends in a colon."""
    stop = _HEAD_STOP.search(text, begin, begin + _FARTHEST_STOP)
    if stop is None or (not numbered and stop.group() != ":"):
        return False
    words = text[begin : stop.start()].strip()
    return words.endswith(UNIT_TAIL) or words[:1] in _CROWD_LETTERS


def _bare_heads(notice: Notice) -> Iterator[tuple[int, _Head]]:
    """Numbered headings that are a unit's name and nothing else, if what stands under them is mostly duties, or is headed so."""
    found: list[tuple[int, _Head]] = []
    headed = under_duties(notice)
    items = dutiful = 0
    level = 0
    for place, passage in enumerate(notice.body):
        mark = _numbered(passage)
        if mark is None or "\t" in passage.text:
            level = 0
            continue
        if level and mark.level > level:
            items += 1
            dutiful += place in headed or _MARKER.search(passage.text, mark.end, mark.end + 6) is not None
            continue
        low, high = lists.trimmed(passage.text, mark.end, len(passage.text))
        units = _unit_names(passage, low, high) if 2 < high - low <= _LONGEST_HEAD else ()
        units = units if all(is_named(unit) or _TOWNSHIPS.fullmatch(unit) for unit in units) else ()
        level = mark.level if units else 0
        if units:
            found.append((place, _Head(units, mark.number, len(passage.text), mark)))
    if len(found) > 1 and dutiful * 2 > items:
        yield from found


def _unit_names(passage: Passage, low: int, high: int, *, town: bool = False, own: bool = False) -> tuple[str, ...]:
    """The unit or units of a head; a collective (`各镇、各街道`) stays as printed."""
    text = passage.text
    if not (text[low] in _CROWD_LETTERS or text.endswith(UNIT_TAIL, low, high)):
        return ()
    words = passage.printed(low, high)
    if _COLLECTIVE.fullmatch(words):
        return (words,)
    # A second nameplate in brackets (`区发展改革委(区粮食局)`) is no body of its own.
    units = [_SECOND_NAME.sub("", unit) for unit in units_in(passage, low, high)]
    named = all(is_named(unit) or (town and is_of_town(unit)) or (own and is_desk(unit)) for unit in units)
    return tuple(units) if units and named else ()


def _under(head: _Head, passage: Passage, count: int) -> bool:
    """Whether a passage goes on with the duties of the unit above: deeper items, or text under a bare head."""
    mark = _numbered(passage)
    if "\t" in passage.text:
        return False
    if mark is None:
        return count == 0 and passage.text.rstrip().endswith(("。", ";"))
    return head.mark is not None and mark.level > head.mark.level and passage.text.rstrip().endswith(("。", ";"))


# --- tables and groups --------------------------------------------------------------------------------------------


def _tables(notice: Notice) -> Iterator[Duty]:
    for table in tables(notice):
        duty, unit = table.index("duty"), table.index("unit", "responsible", "member_unit", "lead")
        if duty is None or unit is None or "name" in table.roles:
            continue
        number = table.index("number")
        counts: dict[str, int] = {}
        for row, cells in table.filled({unit}):
            if len(row.filled_cells()) < 2:
                continue
            for start, end in _pieces(cells[duty], 0):
                for name in _unit_names(cells[unit], 0, len(cells[unit].text)) or (cells[unit].printed(),):
                    counts[name] = counts.get(name, 0) + 1
                    own = cells[number].printed().rstrip("、.．") if number is not None else ""
                    yield _duty(notice, cells[duty], start, end, name, _number(own, counts[name]), "duty/table", 0.9)


def _group_duties(notice: Notice) -> Iterator[tuple[Duty, int]]:
    """What a group is to do, by its own label (主要职责：) or in the section 工作职责 of the notice that founds it."""
    named = from_title(notice.title)
    main = named[0].name if len(named) == 1 else ""
    heading, section = "", 0
    if not main and notice.paper.folded.find("职责", notice.lines[0].start, notice.lines[-1].end) < 0:
        return
    for place, passage in enumerate(notice.body):
        text = passage.text
        if "\t" in text:
            continue
        mark = mark_of(passage)
        if mark is not None and mark.level <= section:
            section = 0
        if mark is not None and len(text) <= 40 and not text.rstrip().endswith(("。", ";")):
            group = from_heading(passage)
            heading = group.name if group else heading if mark.level > 2 else _over(passage, mark, main)
            if main and _DUTY_SECTION.fullmatch(passage.cut(mark.end).printed_folded()):
                section = mark.level
            continue
        label = _DUTY_LABEL.match(text)
        if label and (heading or main):
            for count, (start, end) in enumerate(_pieces(passage, label.end()), start=1):
                yield _duty(notice, passage, start, end, heading or main, str(count), "duty/group", 0.9), place
        elif section and mark is not None and mark.level > section and (own := _short_name(notice, passage, mark.end)):
            yield (
                _duty(notice, passage, mark.end + len(own), len(text), own, mark.number, "duty/group", 0.85),
                place,
            )
        elif section and mark is not None and mark.level > section and not any(True for _ in subjects_in(passage)):
            yield _duty(notice, passage, mark.end, len(text), main, mark.number, "duty/group", 0.8), place
        elif main and (bare := _BARE_GROUP.match(text)) and _GROUP_DOES.match(text, bare.end()):
            start, end = next(_pieces(passage, 0))
            yield _duty(notice, passage, start, end, main, "", "duty/group", 0.85), place


def _short_name(notice: Notice, passage: Passage, begin: int) -> str:
    """The short name (`（以下简称“县治超办”）`) with which words on what its body does begin; empty if they begin otherwise."""
    for alias in _short_names(notice):
        if passage.text.startswith(alias, begin) and _GROUP_DOES.match(passage.text, begin + len(alias)):
            return alias
    return ""


@lru_cache(maxsize=2)
def _short_names(notice: Notice) -> tuple[str, ...]:
    return tuple(row.alias for row in aliases.read(notice))


def _over(passage: Passage, mark: Mark, main: str) -> str:
    """The group a heading without a kind word stands for: `（三）深化债权债务清算` over a 工作专班 of its own."""
    words = passage.printed(mark.end)
    return f"{words}工作专班" if main and mark.level == 2 and 4 <= len(words) <= 16 and "," not in words else ""


# --- rows ---------------------------------------------------------------------------------------------------------


def _pieces(passage: Passage, begin: int) -> Iterator[tuple[int, int]]:
    """The stretches between full stops and semicolons outside brackets."""
    for start, end in lists.split(passage.text, begin, len(passage.text), marks="。;"):
        if end - start >= _SHORTEST:
            yield start, end


def _number(unit: str, count: int) -> str:
    return f"{unit}.{count}" if unit else str(count)


def _duty(
    notice: Notice, passage: Passage, start: int, end: int, unit: str, number: str, rule: str, confidence: float
) -> Duty:
    marker = _MARKER.search(passage.text, start, min(end, start + 12))
    return Duty(
        source=notice.source(passage, start, end, rule=rule, confidence=confidence),
        org=unit,
        duty_no=number,
        summary=passage.printed(start, end).rstrip("。；;"),
        marker=marker.group() if marker else "",
    )


def _sentence(notice: Notice, passage: Passage, subject: Subject) -> Duty:
    start, end = subject.start, subject.end
    mark = mark_of(passage)
    if start == 0 and mark is not None:
        start = mark.end
    return Duty(
        source=notice.source(
            passage,
            start,
            end,
            rule="duty/sentence",
            confidence=0.7 if subject.marker in ("要", "由", "组织") else 0.85,
        ),
        org=subject.unit,
        duty_no=mark.number if mark else "",
        summary=passage.printed(start, end),
        marker=subject.marker,
    )
