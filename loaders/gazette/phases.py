"""The calendar of a plan: `（二）实施建设阶段（2023年5—9月）`.

Rules: `phase/heading`, `phase/listed` (`phases_listed`), `phase/table` (`phases_tables`). A phase is a heading with its time in brackets (or behind a colon, before 为,
on the line of time below) that says 阶段 or stands under a heading on steps (实施步骤, 进度安排). The year of a heading that prints none is
that of the phase before, else the notice's, else that of its title, else the one with which the paper prints the phase's first
day elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statements import Phase
from loaders.gazette.cells import has_tables
from loaders.gazette.headings import Mark, mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.phases_listed import Listed, listed_in, told_in
from loaders.gazette.phases_runs import parted
from loaders.gazette.phases_tables import in_tables
from loaders.gazette.spans import span_or_days, year_of
from loaders.readers.paper import Passage

_STEPS = re.compile(r"(?:步骤|进度|阶段|时间|日程|推进|实施)(?:安排|步骤|划分|要求|进度)?$")
_ORDER = re.compile(r"\s*第[一二三四五六七八九十\d]{1,2}(?:个)?(?:阶段|步)[:、,]?\s*")
_HEADING = re.compile(
    r"(?P<name>[^。;:()\[〔]{2,40}?)\s*+:?\s*+[(\[〔](?P<time>[^()\[\]〔〕]{2,40})[)\]〕]\s*(?P<close>[。:,]|$)?"
)
_SPAN_WORDS = r"(?:\d{4}年|\d{1,2}月)[^,。;:()]{0,16}?(?:[-—–~]+|至|到)[^,。;:()]{0,16}?(?:[日号月]|[年月]?[底末]|旬)"
#: `第一步：动员部署，3月1日至3月10日。`
_TIME_BEHIND = re.compile(rf"(?P<name>[\u4e00-\u9fff、]{{2,14}}?)[,:]\s*(?:从|自)?(?P<time>{_SPAN_WORDS})(?=[,。;]|$)")
#: A step under a heading on steps: `（一）动员部署。3月1日至3月10日，召开会议。`
_STEP = re.compile(rf"(?P<name>[\u4e00-\u9fff、]{{2,14}})[。:]\s*(?:从|自)?(?P<time>{_SPAN_WORDS})(?=[,。;:]|$)")
_TIME_FIRST = re.compile(r"\s*\((?P<time>[^()]{2,40})\)\s*[:,。]?\s*(?P<name>[^。;:,()]{2,30})")
_DAY = r"(?:\d{4}年|\d{1,2}月)"
_PLAIN = re.compile(rf"(?P<name>[^。;:()\d]{{2,24}}?阶段)\s*[:,]\s*(?P<time>{_DAY}[^,。;:()]{{1,30}}?)(?=[,。;:]|$)")
#: `自查阶段：2031.3.1-2031.4.30`.
_POINT_DAY = r"\d{4}[./]\d{1,2}(?:[./]\d{1,2})?"
_POINTED = re.compile(
    rf"(?P<name>[^。;:()\d]{{2,24}}?阶段)\s*[:,]?\s*(?P<time>{_POINT_DAY}\s?[-—–~至到]{{1,2}}\s?{_POINT_DAY})(?=[,。;:]|\s*$)"
)
#: `（一）准备阶段。3月底前完成。`: a last day and no first.
_UNTIL = re.compile(
    rf"(?P<name>[\u4e00-\u9fff、]{{2,14}}?阶段)\s*[。:,]\s*(?P<time>{_DAY}[^,。;:()]{{0,10}}?(?:前|之前|以前))(?:完成|结束)?(?=[,。;:]|\s*$)"
)
#: `自查阶段。时间：3月1日至4月30日。`, `自查阶段 2031年3月—4月`, `自查阶段，从3月1日到4月底`: looser, and so only with a first and a last day.
_LOOSE = re.compile(
    rf"(?P<name>[^。;:,()\d\s]{{2,24}}?阶段)\s*+[:,。]?\s*+(?:(?:起止)?时间[:为])?\s*+[从自]?\s*+(?P<time>{_DAY}[^,。;:()]{{0,16}}?(?:[-—–~]+|至|到)[^,。;:()]{{0,16}}?(?:[日号月]|[年月]?[底末初中]|旬))(?=[,。;:]|$)"
)
#: `3月1日至3月31日为动员阶段`.
_TIME_IS = re.compile(
    rf"(?P<time>{_DAY}[^,。;:()为]{{1,30}}?)[,为是]{{1,2}}(?P<name>[^,。;:()\d]{{2,20}}?阶段)(?=[,。;:]|$)"
)
#: `第一阶段：2026年3月至5月，动员部署。`: the number is all the name it has, what is done stands behind its time.
_NUMBERED = re.compile(
    rf"\s*(?P<name>第[一二三四五六七八九十\d]{{1,2}}(?:个)?(?:阶段|步))\s*:\s*(?P<time>{_DAY}[^,。;:()]{{1,30}}?)(?=[,。;:]|$)"
)
#: A phase under a heading on steps that has no number: `动员部署（3月1日至3月10日）。`
_UNNUMBERED = re.compile(r"\s*(?:——|[-●◆■○·])?\s*")
_LONGEST_NAME = 12
#: `（一）动员阶段` over `时间：3月1日至3月10日。`
_BARE_PHASE = re.compile(r"(?P<name>[^。;:,()\d]{2,24}?阶段)[。:\s]*")
_TIME_LINE = re.compile(rf"\s*(?:起止|活动|实施|工作)?时间(?:安排)?\s*[:为]\s*(?P<time>{_SPAN_WORDS})(?=[,。;:]|$)")
_SUMMARY = re.compile(
    r"(?:把|将|报送|上报|提交|形成|撰写|写出)[^。;《》]{0,6}《((?:19|20)\d{2})年度?[^《》\d]{2,30}总结》"
)
_FIRST_DAY = re.compile(r"\s*(\d{1,2})月(\d{1,2})[日号]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)(?!年?\s*[-—–~至到])")


def read(notice: Notice) -> Iterator[Phase]:
    """The phases of one document in printed order."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if notice.kind in ("chronicle", "masthead", "imprint") or all(
        folded.find(sign, first, last) < 0 for sign in ("阶段", "步骤", "安排", "进度")
    ):
        return
    year = notice.signed_date[:4] or _titled(notice) or _summed_up(notice)
    if has_tables(notice):
        yield from in_tables(notice, year)
    calendar = _Calendar(notice, year)
    for head in calendar.heads():
        yield from calendar.phases(head)


@dataclass(slots=True)  # not frozen, for there is one to a passage
class _Head:
    """A passage that may be the heading of a phase: its place in the body, its number, and the `第一阶段` behind that."""

    place: int
    passage: Passage
    mark: Mark | None
    order: re.Match[str] | None

    @property
    def begin(self) -> int:
        """Where the words behind the number begin."""
        return self.mark.end if self.mark is not None else 0

    @property
    def behind_order(self) -> int:
        """Where the words behind number and order begin."""
        return self.order.end() if self.order is not None else self.begin


class _Calendar:
    """The phases of a text passage by passage: whether a heading on steps is above, and the year of the phase before."""

    __slots__ = ("_body", "_notice", "_under_steps", "_year")

    def __init__(self, notice: Notice, year: str) -> None:
        self._notice = notice
        self._body = tuple(parted(notice.body))
        self._year = year
        self._under_steps = 0  # the level of the heading on steps; 0 if none is above

    def heads(self) -> Iterator[_Head]:
        """The passages that are no row of a table."""
        for place, passage in enumerate(self._body):
            if "\t" not in passage.text:
                mark = mark_of(passage)
                yield _Head(place, passage, mark, _ORDER.match(passage.text, mark.end if mark else 0))

    def phases(self, head: _Head) -> Iterator[Phase]:
        """The phases that a passage tells; a heading on steps tells none, and those below it are believed more easily."""
        passage, mark = head.passage, head.mark
        if mark is not None and mark.level <= self._under_steps:
            self._under_steps = 0
        if (timed := self._timed_below(head)) is not None:
            yield timed
        elif mark is not None and _is_on_steps(passage.text):
            self._under_steps = mark.level
        elif listed := (listed_in(passage, self._year) if mark is None and self._under_steps else []) or told_in(
            passage, self._year
        ):
            for one in listed:
                yield self._listed(passage, one)
        elif (headed := self._headed(head)) is not None:
            yield headed

    def _timed_below(self, head: _Head) -> Phase | None:
        """A heading without a time over the line of its time: `（一）动员阶段` / `时间：3月1日至3月10日`."""
        numbered = head.mark is not None or head.order is not None
        bare = _BARE_PHASE.fullmatch(head.passage.text, head.behind_order) if numbered else None
        time = _time_below(self._body, head.place) if bare is not None else None
        if bare is None or time is None:
            return None
        start, end = self._days(time["time"])
        if not (start or end):
            return None
        self._year = year_of(end or start, self._year)
        below = self._body[head.place + 1]
        evidence = Passage.join([head.passage, below.cut(0, time.end())])
        return Phase(
            source=self._notice.source(evidence, rule="phase/heading", confidence=0.95),
            phase=head.passage.printed(*bare.span("name")),
            from_=start,
            to=end,
            summary=_without_comma(below.printed(time.end())) or _below(self._body, head.place + 1),
        )

    def _listed(self, passage: Passage, one: Listed) -> Phase:
        low, high, name, start, end = one
        self._year = year_of(end or start, self._year)
        return Phase(
            source=self._notice.source(passage, low, high, rule="phase/listed", confidence=0.85),
            phase=name,
            from_=start,
            to=end,
        )

    def _headed(self, head: _Head) -> Phase | None:
        """A heading with its time, and what is done behind it or below; words without a number must stand alone."""
        found = self._form(head)
        if found is None:
            return None
        begin, match = found
        if not ("阶段" in match["name"] or head.order is not None or self._under_steps):
            return None
        start, end = self._days(match["time"])
        if not start and not end:
            return None
        spans = start != end
        first = match.re is _TIME_IS and bool(self._under_steps) and spans  # `3月—4月，动员阶段`, a line a phase
        numbered = head.mark is not None or head.order is not None
        if not (numbered or first or _stands_alone(match, spans=spans)):
            return None
        self._year = year_of(end or start, self._year)
        passage, stop = head.passage, match.end()
        told = bool(passage.text[stop:].strip(" 。"))
        confidence = 0.95 if head.mark is not None else 0.85
        return Phase(
            source=self._notice.source(passage, begin, stop, rule="phase/heading", confidence=confidence),
            phase=passage.printed(*match.span("name")),
            from_=start,
            to=end,
            summary=_without_comma(passage.printed(stop)) if told else _below(self._body, head.place),
        )

    def _form(self, head: _Head) -> tuple[int, re.Match[str]] | None:
        """Where the words of a heading begin, and its name and time in the first form that fits."""
        text, begin = head.passage.text, head.begin
        near = text[: begin + 80]
        if "月" not in near and "年" not in near and "." not in near:
            return None
        match = _NUMBERED.match(text, begin)
        if match is None and head.order is not None:
            begin = head.order.end()
        elif head.mark is None and head.order is None and (unnumbered := _UNNUMBERED.match(text)) is not None:
            begin = unnumbered.end()
        match = match or _phase(text, begin, ordered=head.order is not None)
        if match is None and head.mark is not None and self._under_steps:
            match = _STEP.match(text, begin) or _UNTIL.match(text, begin)
        return (begin, match) if match is not None else None

    def _days(self, time: str) -> tuple[str, str]:
        """The first and the last day of a time, in the year of the phase before or the one printed with that day elsewhere."""
        return span_or_days(time, self._year or _printed_year(self._notice, time))


def _is_on_steps(text: str) -> bool:
    """Whether a numbered line is a heading on steps (`三、实施步骤`): short, no sentence and no time."""
    words = text.rstrip("。: ")
    return len(text) < 30 and "。" not in words and "月" not in words and _STEPS.search(words) is not None


def _without_comma(printed: str) -> str:
    return printed.lstrip(",，。.")


def _phase(text: str, begin: int, *, ordered: bool) -> re.Match[str] | None:
    """The name and time of a phase at a place, in the first form that fits."""
    match = _HEADING.match(text, begin) or _PLAIN.match(text, begin) or _POINTED.match(text, begin)
    if match is None and ordered:
        match = _TIME_FIRST.match(text, begin) or _TIME_BEHIND.match(text, begin)
    if match is None and "阶段" in text[begin : begin + 80]:
        match = _LOOSE.match(text, begin) or _TIME_IS.match(text, begin)
    return match


def _time_below(body: tuple[Passage, ...], place: int) -> re.Match[str] | None:
    """The line of time below a heading that has none."""
    following = body[place + 1] if place + 1 < len(body) else None
    return _TIME_LINE.match(following.text) if following is not None and "时间" in following.text else None


def _stands_alone(match: re.Match[str], *, spans: bool) -> bool:
    """Whether words without a number are the name of a phase: they end in 阶段, or are short and have a first and a last day."""
    name = match["name"].rstrip()
    if match.re is not _HEADING:
        between = match.string[match.end("name") : match.start("time")] if match.re is not _TIME_IS else ""
        return ":" in between and len(name) <= _LONGEST_NAME
    if match["close"] is None or match["close"] == "," or "," in name:
        return False
    return len(name) <= _LONGEST_NAME and (name.endswith("阶段") or spans)


def _titled(notice: Notice) -> str:
    """The year of a paper without a day: the one that its title prints, if it prints one."""
    if notice.kind != "notice":
        return ""
    years = set(_YEAR.findall(notice.title.text))
    return years.pop() if len(years) == 1 else ""


def _summed_up(notice: Notice) -> str:
    """The year that a paper without a day wants summed up at the end (`报送《2031年整治工作总结》`); empty if it names none, or two."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if folded.find("总结》", first, last) < 0:
        return ""
    years = {match[1] for match in _SUMMARY.finditer(folded, first, last)}
    return years.pop() if len(years) == 1 else ""


def _printed_year(notice: Notice, time: str) -> str:
    """The year with which the paper prints the first day of a time elsewhere (`活动从2031年5月6日开始`); empty if it does not, or with two."""
    day = _FIRST_DAY.match(time)
    if day is None:
        return ""
    dated = re.compile(rf"(?<!\d)((?:19|20)\d{{2}})年\s*{day[1]}月\s*{day[2]}[日号]")
    years = {match[1] for match in dated.finditer(notice.paper.folded, notice.lines[0].start, notice.lines[-1].end)}
    return years.pop() if len(years) == 1 else ""


def _below(body: tuple[Passage, ...], place: int) -> str:
    """The paragraph under a heading."""
    following = body[place + 1] if place + 1 < len(body) else None
    if following is None or mark_of(following) is not None or _ORDER.match(following.text) is not None:
        return ""
    return following.printed()
