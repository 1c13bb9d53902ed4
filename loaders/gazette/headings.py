"""Numbers of headings and list items, and the title of the plan a passage stands in.

Levels follow the official form (党政机关公文格式): `一、` over `（一）` over `1.` over `（1）` over `①`; an article (`第三条`)
stands at the level of `一、`. A paper that issues a plan prints the plan's title again over its text; tables carry
theirs on the line above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_MARK = re.compile(
    r"\s*(?:[-*●◆■◇□○]\s*)?(?:"
    r"(?P<article>第[一二三四五六七八九十百〇零\d]{1,5}条)\s*|(?P<hanzi>[一二三四五六七八九十]{1,3})\s*[、.]"
    r"|(?P<bracketed>\([一二三四五六七八九十]{1,3}\))[、.]?|(?:任务|事项|项目|实事)(?P<task>[一二三四五六七八九十]{1,3}|\d{1,3})\s*[:、.]?"
    r"|问题(?P<problem>[一二三四五六七八九十]{1,3}|\d{1,3})\s*(?::|[、.](?!问题|[一二三四五六七八九十\d]))"
    r"|(?P<digit>\d{1,3})\s*(?:[、)]|\.(?!\d))|(?P<small>\(\d{1,3}\))[、.]?|(?P<circle>[\u2460-\u2473]))\s*"
)
#: What a marked line may begin with; most lines begin with something else.
_FIRST = frozenset("第一二三四五六七八九十(0123456789任事项实问-*●◆■◇□○①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
#: Indents are two wide spaces or four narrow ones, twice that under a heading; what stands further in is centred.
_DEEPEST_INDENT = 16
_LEVELS = {"article": 1, "hanzi": 1, "bracketed": 2, "task": 2, "problem": 2, "digit": 3, "small": 4, "circle": 5}
_PLAN_WORDS = r"方案|计划|规划|办法|意见|预案|任务分解|分解表|任务表|分工表|一览表|安排表|推进表|责任表|台账|清单|要点|措施|细则|规定|制度|目录|行动|分工|体系|表|纲要|工程|实事|工作安排|责任分解|工作分解"
_PLAN_TITLE = re.compile(rf"[^。,;:!?\t]{{4,60}}(?:{_PLAN_WORDS})\s*(?:\([^()]{{1,24}}\))?\s*(?:\([^()]{{1,24}}\))?")
_ISSUED = re.compile(r"《([^《》]{4,80}|[^《》]*《[^《》]+》[^《》]*)》")
#: A word behind it says something of the paper in 《》: `印发落实《…若干意见》任务分工的通知` issues the division of its tasks.
_ISSUING = re.compile(r"(?:印发|转发|下发|发布|公布)(?!(?:贯彻|落实|执行|实施|完成)+$)[^《》]*$")
_ISSUES = re.compile(r"关于(?:印发|转发|下发|发布|公布|批转)(.{4,90}?)的(?:通知|决定|函|通告|公告)$")
#: `2 组织指挥体系`, `2.1 …`: plans number their own parts so.
_DECIMAL = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[\u4e00-\u9fff]")
_CONTENTS = re.compile(r"\s*目\s*录\s*")
#: The page behind an entry of a table of contents.
_PAGE_BEHIND = re.compile(r"[.…·-]*\(?\d{1,3}\)?$")
_WHITE = re.compile(r"\s+")
_LONGEST_TITLE = 90
_CLOSED = ("。", "；", "：", "，", ";", ":", ",")


class Mark(NamedTuple):
    """The number before a heading or item: its level, the number as printed, and where the words behind it begin."""

    level: int
    number: str
    end: int


def mark_of(passage: Passage) -> Mark | None:
    """The number a passage begins with: `3.` gives `3`, `一、` gives `一`, `（八）` stays `（八）`."""
    return passage.once(_mark)


def _mark(passage: Passage) -> Mark | None:
    head = passage.text[:1]
    if head.isspace():
        head = passage.text[:_DEEPEST_INDENT].lstrip()[:1]
    if not head or head not in _FIRST:
        return None
    match = _MARK.match(passage.text)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    start, end = match.span(kind)
    first = passage.origin(start)
    return Mark(_LEVELS[kind], passage.paper.text[first : first + end - start], match.end())


class Plans:
    """The plan titles of a notice by place."""

    def __init__(self, notice: Notice) -> None:
        self._issued = _issued(notice)
        self._starts: list[int] = []
        self._titles: list[str] = []
        for passage in _without_contents(notice.body):
            text = passage.text
            if "\t" in text or len(text) > _LONGEST_TITLE or mark_of(passage) is not None or _DECIMAL.match(text):
                continue
            if _PLAN_TITLE.fullmatch(text.strip()):
                self._starts.append(passage.start)
                self._titles.append(passage.printed())

    def at(self, place: int) -> str:
        """The title of the plan in which a code point stands: the attached plan's, else what the notice issues."""
        index = bisect_right(self._starts, place) - 1
        return self._titles[index] if index >= 0 else self._issued


def _without_contents(body: Sequence[Passage]) -> Iterator[Passage]:
    """The passages of a notice without its table of contents: from 目录 up to where its first entry is printed again."""
    start = next((at for at, passage in enumerate(body) if _CONTENTS.fullmatch(passage.text)), None)
    if start is None or start + 1 == len(body):
        yield from body
        return
    first = _entry(body[start + 1])
    again = next((at for at in range(start + 2, len(body)) if _entry(body[at]) == first), start)
    yield from body[:start]
    yield from body[again:]


def _entry(passage: Passage) -> str:
    return _PAGE_BEHIND.sub("", passage.printed_folded())


def _issued(notice: Notice) -> str:
    """What the notice's own title issues: `关于印发《X》的通知` gives X; a title that issues nothing is the plan's own.

    The first line of a text without a title (addressees, a sentence, a copy run into one line) names no plan.
    """
    title = notice.title
    quoted = _ISSUED.search(title.text)
    if quoted and _ISSUING.search(title.text[: quoted.start()]):
        return title.printed(*quoted.span(1))
    match = _ISSUES.search(title.text)
    if match:
        return title.printed(*match.span(1))
    heading = notice.heading
    if len(heading) > _LONGEST_TITLE or heading.endswith(_CLOSED) or not any(map(str.isalnum, heading)):
        return ""
    return heading
