"""Duties that a body's own page or rule tells of it: `主要职责是：` over a count of them, and the offices of a bureau each with its `职责：`.

Rule `duty/own`. A count of duties belongs to the body that its opening words name (`县审计局贯彻落实…。主要职责是：`), to the body
in the heading (`县教育局主要职责`), to the one a heading above is (`一、医务科`, `科室名称：办公室`), or to that of the title
(`县审计局职能配置、内设机构和人员编制规定`). Duties of posts (`班主任职责`) and of groups are none of these. Sources: pages 机构职能
and 内设机构, rules on offices and staff, budgets (部门主要职责).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.gazette import lists
from loaders.gazette.duties_headed import is_desk, titled
from loaders.gazette.duties_subjects import is_named, is_of_town
from loaders.gazette.headings import Mark, mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_KIND = r"(?:主要|工作|基本|具体|部门|单位|机构|科室|处室|机关)*(?:职责任务|职责职能|职能职责|职责|职能)"
_WORDS = ("职责", "职能")
#: One of these is in every line that opens a count by a sentence.
_SIGNS = (*_WORDS, "下列", "以下", "如下")
#: `主要职责：`, `职能：负责…`, `（一）主要职责`, `一、部门主要职责`.
_LABEL = re.compile(rf"\s*{_KIND}\s*(?:(?:如下|是|为|包括)?\s*:|。|\s*$)")
#: What a paragraph ends with that opens a count of duties.
_OPENS = re.compile(
    rf"(?:其?{_KIND}(?:如下|是|为|包括|有)?|(?:承担|履行|行使|负有)(?:的|以下|下列|如下)+{_KIND}|(?:承担|履行|负责)(?:以下|下列|如下)(?:工作|职责|任务))\s*:$"
)
#: `县教育局主要职责`: a heading that names the body.
_HEADED = re.compile(rf"(?P<unit>[\u4e00-\u9fff()]{{3,30}}?)的?{_KIND}(?:介绍|简介|如下|说明)?\s*:?\s*")
#: How the title of a page or rule about one body goes on behind its name.
_TITLED = re.compile(
    r"(?P<unit>[\u4e00-\u9fff()]{3,30}?)的?(?:\d{4}年度?|主要|工作|基本|部门|单位|机构|机关)*(?:职能|职责|概况|简介|决算|预算|信息公开)"
)
#: A page on the offices of a body tells none of its own duties, a rule that founds them does.
_OF_OFFICES = re.compile("科室|处室|股室|^(?:(?!职能配置).)*内设")
#: What may stand between an office and its duties: who heads it and where it is.
_BETWEEN = re.compile(
    r"\s*(?:[\u4e00-\u9fff]{0,6}(?:负责人|科长|主任|处长|股长|领导|电话|地址|地点|联系人|联系方式|邮箱|传真))\s*:"
)
#: What a body does at the head of the sentence that opens the count.
_SUBJECT = re.compile(r"(?=贯彻|在?履行|是|为|的?主要职|的?职[责能]|承担|负责|主管|依法|加挂|要|应|须|,|\()")
_NAMED_LABEL = re.compile(r"\s*(?:科室|处室|股室|部门|机构|单位|内设机构|办公室)(?:名称)?\s*:\s*(?=[\u4e00-\u9fff])")
#: What a paragraph below the bare name of an office begins with.
_DOES = re.compile(r"\s*(?:主要)?(?:负责(?!人|同志)|承担|统筹|组织|指导|拟订|拟定|贯彻|协助|协调|综合|研究|牵头|参与)")
#: Nobody's duty: what a body consists of, and where it is found.
_OTHER = re.compile(
    r"\s*(?:(?:现|下)?设?有?内设机构|下设|(?:人员|机关|行政|事业)?编制(?:\d|人|数|:|及|名|情况|为)|办公(?:地址|时间|电话)|联系(?:人|电话|方式|地址)|地址|负责人|领导(?:班子|职数)|邮编)"
)
_LONGEST_HEAD = 40
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """One duty: the place of its passage in the body, its stretch there (empty in the line that opens a count), whose it is, its number."""

    place: int
    passage: Passage
    start: int
    end: int
    unit: str
    number: str


@dataclass(slots=True)
class _Count:
    """An open count of duties: whose, at which level its items stand (that of its head, negative, before the first), how many there were."""

    unit: str
    level: int = 0
    items: int = 0
    counted: bool = False  # below a title: lines without a number may stand before the items

    def fits(self, level: int) -> bool:
        """Whether an item of such a level can be in the count: deeper than its head, or no higher than its first."""
        return level > -self.level if self.level <= 0 else level >= self.level

    def is_own(self, level: int) -> bool:
        """Whether an item would be of the count's own level, that of its first; deeper ones say more of the item above."""
        return self.level <= 0 or level == self.level

    def takes(self, level: int) -> bool:
        """Take an item in; whether it is a duty of its own."""
        if self.level <= 0:
            self.level = level
        self.items += level == self.level
        return level == self.level


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage, its place in the body and its number."""

    place: int
    passage: Passage
    mark: Mark | None

    @property
    def begin(self) -> int:
        """Where the words behind the number begin."""
        return self.mark.end if self.mark is not None else 0

    @property
    def level(self) -> int:
        """The level of the number; 0 without one."""
        return self.mark.level if self.mark is not None else 0

    @property
    def ended(self) -> bool:
        """Whether the line ends as a duty does."""
        return self.passage.text.rstrip().endswith(("。", ";"))


def read(notice: Notice, *, group: bool) -> Iterator[OwnDuty]:
    """The duties that bodies' own pages tell; `group` says that the notice is one of a group, whose duties are read elsewhere."""
    first, last = notice.lines[0].start, notice.lines[-1].end
    if all(notice.paper.folded.find(word, first, last) < 0 for word in (*_WORDS, "内设")):
        return
    walk = _Walk(notice, group=group)
    for place, passage in enumerate(notice.body):
        yield from walk.take(_Line(place, passage, mark_of(passage)))


class _Walk:
    """Whose duties are told at a place of the text, and the count of them that is open."""

    __slots__ = ("_bare", "_body", "_count", "_desks", "_main", "_offices", "_over", "_unit")

    def __init__(self, notice: Notice, *, group: bool) -> None:
        title = notice.title.printed_folded()
        self._body = notice.body
        self._desks = _desks(notice)
        self._offices = not group and _OF_OFFICES.search(title) is not None
        self._main = "" if group else _of_title(title)
        self._unit = self._main  # the body a heading or label over the passage is
        self._over = 0  # the level of the number before it
        self._count = _Count(self._main, counted=True) if self._main and _HEADED.fullmatch(title) else None
        self._bare = False  # whether the passage above is the body's name and nothing else

    def take(self, line: _Line) -> Iterator[OwnDuty]:
        """The duties in a line, whose body and count it goes on with, opens or ends."""
        text = line.passage.text
        if "\t" in text:
            self._count, self._bare = None, False
        elif name := self._desks.get(line.place, ""):
            self._begin_desk(line, name)
        elif (headed := _headed(line.passage, line.begin, offices=self._offices)) is not None:
            self._unit, self._over = headed["unit"], line.level
            yield from self._open_count(line, headed.end())
        elif (label := _LABEL.match(text, line.begin)) is not None:
            if line.mark is not None and line.level <= self._over:
                self._unit, self._over = self._main, 0
            yield from self._open_count(line, label.end())
        elif text.rstrip().endswith(":") and any(word in text for word in _SIGNS):
            yield from self._open_by_sentence(line)
        elif self._count is not None:
            yield from self._go_on(self._count, line)
        else:
            if self._bare and line.mark is None and _DOES.match(text):
                yield from _pieces(line, 0, self._unit)
            self._bare = False

    def _begin_desk(self, line: _Line, name: str) -> None:
        """The bare name of an office: a number below it opens the count of what it does."""
        self._unit, self._over, self._bare = name, line.level, True
        self._count = _Count(name, -line.level) if mark_of(self._body[line.place + 1]) is not None else None

    def _open_count(self, line: _Line, end: int) -> Iterator[OwnDuty]:
        """Open a count of what the body in force does, whose items stand deeper than its head; words behind the head are the duties themselves."""
        self._bare = False
        self._count = _Count(self._unit, -line.level) if self._unit else None
        if self._unit and end < len(line.passage.text):
            self._count = None
            yield from _pieces(line, end, self._unit)

    def _open_by_sentence(self, line: _Line) -> Iterator[OwnDuty]:
        """Open the count that a sentence leads to (`县审计局贯彻…。主要职责是：`); one that names no body and is no bare label opens none."""
        self._bare, self._count = False, None
        text = line.passage.text
        opened = _OPENS.search(text.rstrip())
        if opened is None:
            return
        named = _subject(line.passage, line.begin, opened.start())
        self._unit = named or (self._unit if _is_bare(text, line.begin, opened) else "")
        if self._unit:
            self._count = _Count(self._unit, -line.level)
            if "。" not in text:
                yield OwnDuty(line.place, line.passage, line.begin, line.begin, self._unit, "")

    def _go_on(self, count: _Count, line: _Line) -> Iterator[OwnDuty]:
        """A line below a count: the next item, the name of the next office, the only duty without a number, or the end of the count."""
        text, mark = line.passage.text, line.mark
        if mark is not None and count.fits(mark.level) and not _OTHER.match(text, mark.end):
            if count.is_own(mark.level) and not line.ended and is_desk(text[mark.end :].strip(" :")):
                self._count = None
            elif count.takes(mark.level):
                yield OwnDuty(line.place, line.passage, mark.end, len(text), count.unit, mark.number)
            return
        if mark is None and count.items == 0:
            if count.counted:
                return
            if line.ended and not _OTHER.match(text):
                yield from _pieces(line, 0, count.unit)
        self._count, self._bare = None, False


def _of_title(words: str) -> str:
    """The body whose duties a title says the paper tells; empty for a page on its offices."""
    if _OF_OFFICES.search(words):
        return ""
    match = _TITLED.match(words)
    return match["unit"] if match is not None and _is_body(match["unit"]) else ""


def _headed(passage: Passage, begin: int, *, offices: bool) -> re.Match[str] | None:
    """A heading of a body's duties, `县教育局主要职责`; none of a post's or a group's. On a page of `offices` also `财务科职责：…`."""
    text = passage.text
    if not any(text.find(word, begin, begin + _LONGEST_HEAD) >= 0 for word in _WORDS):
        return None
    match = _HEADED.match(text, begin)
    if match is None or (match.end() < len(text) and not (offices and match.group().rstrip().endswith(":"))):
        return None
    return match if _is_body(match["unit"]) or (offices and is_desk(match["unit"])) else None


def _desks(notice: Notice) -> dict[int, str]:
    """Bodies' names alone on a line (`办公室`, `（一）医务科`, `科室名称：办公室`) over duties of theirs, by place; two at least make a list."""
    found: dict[int, str] = {}
    body = notice.body
    on_duties = titled(notice)
    for place, passage in enumerate(body[:-1]):
        text = passage.text
        if not 2 < len(text) <= _LONGEST_HEAD or "\t" in text:
            continue
        mark = mark_of(passage)
        begin = mark.end if mark else 0
        if (label := _NAMED_LABEL.match(text, begin)) is not None:
            begin = label.end()
        low, high = lists.trimmed(text, begin, len(text))
        if any(stop in text[low:high] for stop in ",:;。、") or not (
            lists.is_body(text[low:high]) or is_desk(text[low:high])
        ):
            continue
        words = passage.printed(low, high)
        below = next((one for one in body[place + 1 : place + 4] if not _BETWEEN.match(one.text)), body[place + 1])
        below_mark = mark_of(below)
        labelled = "职" in below.text and _LABEL.match(below.text, below_mark.end if below_mark else 0) is not None
        does = mark is None and (_DOES.match(below.text) is not None or (on_duties and below_mark is not None))
        if (labelled or does) and (is_desk(words) or _is_body(words)):
            found[place] = words
    return found if len(found) > 1 else {}


def _subject(passage: Passage, begin: int, end: int) -> str:
    """The body a clause of the opening paragraph begins with."""
    text = passage.text
    for low, high in lists.split(text, begin, end, marks=",。;"):
        for match in _SUBJECT.finditer(text, low + 3, min(low + _LONGEST_HEAD, high)):
            words = passage.printed(low, match.start())
            if _is_body(words):
                return words
        if _is_body(words := passage.printed(low, high).removesuffix("的")):
            return words
    return ""


def _is_bare(text: str, begin: int, opened: re.Match[str]) -> bool:
    """Whether the clause that opens a count names nobody at all, behind a sentence that does not either (`…。主要职责是：`)."""
    return begin < opened.start() and text[begin : opened.start()].rstrip().endswith((",", "。", ";", ":"))


def _is_body(words: str) -> bool:
    return is_named(words) or is_of_town(words)


def _pieces(line: _Line, begin: int, unit: str) -> Iterator[OwnDuty]:
    """The duties of a line that counts none, clause by clause."""
    number = 0
    for start, end in lists.split(line.passage.text, begin, len(line.passage.text), marks="。;"):
        if end - start >= _SHORTEST:
            number += 1
            yield OwnDuty(line.place, line.passage, start, end, unit, str(number))
