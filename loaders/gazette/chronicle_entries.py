"""The dated entries of a chronicle: whichever way their days are printed, each with its first and last day.

Which year a day without one is in says `years`. A day may be whole (`2019年1月3日`), without its year or without its month (`3日` under a heading `一  月`), a range, the same as
above (同日) or a whole month (是月, 5月上旬). A day counts only where it opens a line; what follows up to the next one belongs
to it, also over a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from core.numerals import number_of
from graph.days import is_open_day, is_prefix
from loaders.gazette.leaders import Leader, leader_over
from loaders.gazette.notice import Notice
from loaders.gazette.web_pages import is_imprint
from loaders.gazette.years import FROM_ENTRY, Years, day_in, in_digits
from loaders.readers.paper import Passage

#: The number of an entry in a list or in the first column of a table (`12.`, `(12)`, `12 |`), before a day whose month is printed.
_SERIAL = r"(?:\d{1,3}\s{0,4}[、.|\t]|\(\d{1,3}\))[\s|]*+(?=\d{1,2}[月.]|\d{4}[年./-])"
#: What stands before and behind a day: a bullet, a number, a bar in a table.
_BULLET = rf"\s*+(?:\|\s*+)?(?:[-*●○◆◇■□★☆▲△▼▽※·]\s*+|{_SERIAL})?"
_BEHIND = (
    r"(?:\s*\((?:农历|星期|周)?[\u4e00-\u9fff]{1,8}\))?\s*(?:上午|下午|晚间|晚上|凌晨|中午|当晚|起)?[\s,:|]*[△▲◆●]?\s*"
)
_WORDED = "[一二三四五六七八九十]{1,3}"


def _day_in(numeral: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_BULLET}[【\[〔]?(?:[同本当]月\s*+(?={numeral}))?(?:(?P<year>\d{{4}})\s*+年\s*+)?(?:(?P<month>{numeral})\s*+月\s*+)?(?P<day>{numeral})\s*+(?:日|号)?"
        rf"(?:\s*+(?:至|到|-|—|―|–|~|、)++\s*+(?:(?P<to_year>\d{{4}})年)?(?:(?P<to_month>{numeral})月)?(?P<to_day>{numeral})\s*+(?=日|号))?"
        rf"(?:(?<=[日号])|日|号)(?![内前后之以])[】\]〕]?{_BEHIND}"
    )


#: The day an entry opens with.
ENTRY_DAY = _day_in(r"\d{1,2}")
#: The same in characters, as older chronicles print it (`一月十日`).
_WORDED_DAY = _day_in(_WORDED)
#: `2031.3.2`, and without its year only where it fills a column (`03.02 `, `3.2 |`), or words stand behind a gap or a bracket that
#: are no unit of a number (`3.2　校长…`, `[3.2]校长…`; `3.2 万元`).
_GAP_AND_WORDS = (
    r"\d{1,2}[./·]\d{1,2}(?:[-—~至][\d./·]{1,5})?(?:[】\]〕)]\s{0,2}|[ \u3000:,—]{1,4})"
    r"(?=[\u4e00-\u9fff“《])(?![十百千万亿余多]|[公平]?(?:里|米|斤|顷)|[元亩吨个人名户倍件])"
)
_DOTTED = re.compile(
    rf"{_BULLET}[【\[〔(]?(?:(?P<year>\d{{4}})[./·-](?=\d)|(?=\d\d\.\d\d[\s|\-—~至]|\d{{1,2}}\.\d{{1,2}}(?:[-—~至][\d.]{{1,5}})?\s*[|\t]|{_GAP_AND_WORDS}))(?P<month>\d{{1,2}})[./·-](?P<day>\d{{1,2}})(?:\s*[-—~至]+\s*(?:(?P<to_month>\d{{1,2}})[./·-])?(?P<to_day>\d{{1,2}})(?!\d))?(?=[\s,:\t|】\]〕)—])[\s,:|】\]〕)—]*"
)
#: A bare triangle, or a cross of four points, is the usual sign for `同日`.
SAME_DAY = re.compile(rf"(?:{_BULLET}(?:同日|当日|是日|同一天|当天)|\s*[△▲※](?!\s*[\d注]))[\s,:]*")
_MONTH = re.compile(
    rf"{_BULLET}(?:(?P<year>\d{{4}})年)?(?:(?P<month>\d{{1,2}}|{_WORDED})\s?月(?:份(?![\u4e00-\u9fff]{{2,4}}\s*$)|[上中下]旬|[初中底末]|(?=\s*,|(?:[ \u3000]{{2}}|[ \u3000](?![初中底末上下份])[\u4e00-\u9fff“《])[^。]*。))|是月|本月|当月|同月)[\s,:]*"
)
#: A heading that says in which year or month the entries below it stand: `2019年`, `一  月`, `三、3月份`.
_HEADING = re.compile(
    r"\s*+(?:[一二三四五六七八九十]{1,3}、)?[【\[〔●◆■\s]*+(?:(?P<year>\d{4})\s*+年)?\s*+(?:(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*+月\s*+份?)?[\s】\]〕]*+$"
)
_YEAR = re.compile(r"(?P<year>\d{4})\s*年")
#: `9月 县政协视察团一行18人，5～6日在甲乡视察`: the days of an entry that opens with its month.
_DAYS_INSIDE = re.compile(
    r",\s*(?P<day>\d{1,2})\s*[~～至—–-]+\s*(?:(?P<to_month>\d{1,2})\s*月)?(?P<to_day>\d{1,2})\s*日(?=[在到赴来])"
)
_FIRST_WORDS = 60
#: `2019大事记`: the year of a heading without the word for it.
_YEAR_OF_THEM = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=大事|纪事|要事)")
_ONE_MONTH = re.compile(r"年\s*(\d{1,2})\s*月")
_MONTHS = re.compile(r"\d\s*月?\s*(?:-|—|―|–|~|～|至|、)+\s*(?:\d{4}\s*年\s*)?\d")
#: How sure an event is of which only day and month are known.
YEAR_OPEN = 0.6
_LONGEST_REMARK = 40
_ENDED = ("。", "”", "!")
#: `大事记1月`, `2031年1月大事记` over the entries of a month.
_MONTH_OVER = re.compile(r"[^,。;:]{0,20}(?:年|大事记)\s*(?P<month>\d{1,2})\s*月份?(?:大事记)?\s*")
#: `2031卷甲县年鉴`, `甲县年鉴（2031卷）`: a volume of a yearbook tells of the year before.
_YEARBOOK = re.compile(r"(?P<before>\d{4})年?卷[\u4e00-\u9fff]{2,8}年鉴|年鉴[\s(]{0,2}(?P<behind>\d{4})年?卷")
_MARGIN = " " * 8
_IMPRINT_LINES = 5
_ISSUE = re.compile(r"\d{4}\s*年\s*第?\s*[\d\-—、]{1,7}\s*[期号]")
_HEAD_LINES = 20  # of an issue, where its day is printed
_HEAD = 2000  # how far over a chronicle the head of its bulletin stands
_REMARK = re.compile(r"\s*\([^()]{2,40}\)\s*$")
#: A line of the imprint under the last entry: who edits and prints the issue, its number, how many are printed; the head of remarks.
_IMPRINT = re.compile(
    r"\s*(?:(?:附记|附注|编后记?|编者按|说明)\s*+:?\s*+$|(?:(?:责任|本期|执行)*\s*编\s*辑|校\s*对|主\s*办|承\s*办|地\s*址|邮\s*编|电\s*话|准印证号?|印\s*数|印\s*刷|发\s*行|出\s*版)\s*:|\d{4}年第[\d\-—、]{1,7}期(?:\(|\s*$)|内部资料)"
)
#: What stands behind the day on which the issue itself came out.
_CAME_OUT = re.compile(r"\s*(?:出版|编印|印发|付印)\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its whole passage, where its words begin behind the day, its days as ISO prefixes, how sure its year is.

    `leader` is whose heading it stands under, if the paper parts its entries by leaders.
    """

    passage: Passage
    start: int
    first: str
    last: str
    sure: float = 1.0
    leader: Leader | None = None


@lru_cache(maxsize=1)
def entries(notice: Notice) -> tuple[Entry, ...]:
    """The entries of a chronicle in printed order, days as printed where no year is certain; those whose day does not exist are left out."""
    walk = _Walk(notice)
    return tuple(entry for passage in _joined(notice) if (entry := walk.entry(passage)) is not None)


class _Days(NamedTuple):
    """The days that words print, the first and the last, how sure their year is, and where what happened then is told."""

    first: str
    last: str
    sure: float
    end: int


class _Walk:
    """What is known above a passage of a chronicle: the year, the month and the day, and whose entries these are."""

    __slots__ = ("_before", "_by_volume", "_leader", "_month", "_sure", "_years")

    def __init__(self, notice: Notice) -> None:
        self._years = years = Years()
        below = _year_below(notice)
        self._by_volume = False  # the year is told by the number of the volume alone
        if not _tells_year(years, notice.heading) and not _tells_year(years, below):
            years.heading = _year_of_volume(notice)
            self._by_volume = bool(years.heading)
        if not years.heading:
            years.published = published_above(notice) or _published_below(notice)
            years.heading = "" if years.published else _year_above(notice)
        self._month = _month_of(notice.heading) or _month_of(below)
        self._before = ""  # the day of the entry above
        self._sure = 1.0
        self._leader: Leader | None = None

    def entry(self, passage: Passage) -> Entry | None:
        """The entry that a passage is; None for a heading, which tells of those below it, and for what has no day."""
        text = in_digits(passage.text)
        heading = _HEADING.match(text)
        if heading is not None and (heading["year"] or heading["month"]):
            self._take_heading(text, heading)
            return None
        if not _opens(text, fresh=True):
            self._take_words(passage, text)
            return None
        days = self._days(text)
        if days is None or not days.first or _CAME_OUT.match(text, days.end):
            return None
        if days.end >= len(text.rstrip()) and len(days.first) > len("2031-03"):
            return None  # a day alone over items that each open with a mark says nothing itself
        sure = min(days.sure, FROM_ENTRY) if self._by_volume else days.sure
        return Entry(passage, days.end, days.first, days.last, sure, self._leader)

    def _take_heading(self, text: str, heading: re.Match[str]) -> None:
        """A heading of a year or a month."""
        if heading["year"]:
            self._years.head(text)
        self._month = _figures(heading["month"]) or self._month

    def _take_words(self, passage: Passage, text: str) -> None:
        """Words without a day: perhaps of the year, the month or the leader of what stands below."""
        self._by_volume = self._by_volume and not self._years.head(text[:40])
        if (over := _MONTH_OVER.fullmatch(text[:_LONGEST_REMARK])) is not None:
            self._month = over["month"]
        self._leader = leader_over(passage) or self._leader

    def _days(self, text: str) -> _Days | None:
        """The days with which an entry begins: one or a range, `同日`, or a month with a day in its first words."""
        if (dated := ENTRY_DAY.match(text) or _WORDED_DAY.match(text) or _DOTTED.match(text)) is not None:
            return self._of_days(dated)
        if (same := SAME_DAY.match(text)) is not None:
            return _Days(self._before, "", self._sure, same.end())
        if (month := _MONTH.match(text)) is not None:
            return self._of_month(text, month)
        return None

    def _of_days(self, dated: re.Match[str]) -> _Days:
        month, day = _figures(dated["month"]) or self._month, _figures(dated["day"])
        year, sure = _year(self._years, dated["year"], month, day)
        first = iso(year, month, day)
        self._years.above = first or self._years.above
        if not year:
            first, sure = open_day(month, day), YEAR_OPEN
        self._month, self._before, self._sure = month, first, sure
        return _Days(first, last_day(first, dated), sure, dated.end())

    def _of_month(self, text: str, dated: re.Match[str]) -> _Days:
        self._month = month = _figures(dated["month"]) or self._month
        year, self._sure = _year(self._years, dated["year"], month, "")
        inside = _DAYS_INSIDE.search(text, dated.end(), dated.end() + _FIRST_WORDS)
        day = iso(year, month, inside["day"]) if inside is not None else ""
        last = last_day(day, inside) if inside is not None else ""
        return _Days(day or iso(year, month, ""), last, self._sure, dated.end())


def _tells_year(years: Years, heading: str) -> bool:
    """Whether a heading of the chronicle prints its year, which `years` takes: `2031年大事记`, `2031大事记`."""
    bare = _YEAR_OF_THEM.search(heading)
    return years.head(f"{bare[0]}年" if bare is not None else heading)


def _year(years: Years, printed: str | None, month: str, day: str) -> tuple[str, float]:
    if printed:
        return printed, 1.0
    return years.of(month, day) if month else ("", 0.0)


def last_day(first: str, dated: re.Match[str]) -> str:
    """The last day of a range, in the year of the first unless its month is earlier: `12月30日至1月2日`."""
    if not first or not dated["to_day"]:
        return ""
    to_month, day = _figures(dated["to_month"]), _figures(dated["to_day"])
    if is_open_day(first):
        return open_day(to_month or first.partition("月")[0], day)
    month = to_month or first[5:7]
    printed = dated.groupdict().get("to_year")
    year = printed or str(int(first[:4]) + (int(month) < int(first[5:7])))
    return iso(year, month, day)


def _figures(numeral: str | None) -> str:
    """A month or a day in digits, however it is printed; empty for none."""
    return str(number_of(numeral)) if numeral else ""


def _joined(notice: Notice) -> Iterator[Passage]:
    """The printed lines put together to entries: a line that does not begin with a day goes on (also over a page)."""
    parts: list[Passage] = []
    for line in notice.text_lines():
        text = line.text
        if parts and (_REMARK.fullmatch(text) or _IMPRINT.match(text)):
            yield Passage.join(parts)
            parts = []
            continue
        fresh = parts != [] and parts[-1].text.rstrip().endswith(_ENDED)
        opened = parts != [] and _opens(parts[0].text, fresh=True)
        goes_on = opened and not _opens(text, fresh=fresh) and not _is_heading(text)
        if goes_on and not _ends_them(parts[-1], line):
            # On a page with a wide margin it stands before each line, and is no gap inside a word.
            margin = len(text) - len(text.lstrip()) if parts[0].text.startswith(_MARGIN) else 0
            parts.append(line.cut(margin) if margin else line)
            continue
        if parts:
            yield Passage.join(parts)
        parts = [line]
    if parts:
        yield Passage.join(parts)


def _ends_them(above: Passage, line: Passage) -> bool:
    """Whether a line is the heading of another part of the paper: short, without a mark, under a sentence that has ended."""
    words = line.text.strip()
    if not above.text.rstrip().endswith("。"):
        return False
    return (len(words) <= 12 and not any(mark in words for mark in ",。;、:")) or leader_over(line) is not None


def _opens(text: str, *, fresh: bool = False) -> bool:
    """Whether a line opens an entry; `fresh` says that the line above it has ended a sentence."""
    text = in_digits(text)
    if _is_heading(text):
        return False
    if (day := ENTRY_DAY.match(text) or _WORDED_DAY.match(text)) is not None:
        # `3日` without its month opens an entry only where a gap or a mark parts it from the words, or its line ends.
        alone = day.end() == len(text.rstrip())
        return bool(day["month"]) or alone or text[day.end() - 1] in " \u3000,:|)】〕]" or fresh
    return any(pattern.match(text) for pattern in (_DOTTED, SAME_DAY, _MONTH))


def _is_heading(text: str) -> bool:
    match = _HEADING.match(in_digits(text))
    return match is not None and bool(match["year"] or match["month"])


def _month_of(heading: str) -> str:
    """The one month a heading is about: `2022年11月大事记`; empty for a span of months or none."""
    months = _ONE_MONTH.findall(heading)
    return months[0] if len(months) == 1 and not _MONTHS.search(heading) else ""


def _year_below(notice: Notice) -> str:
    """The words of a line between the title and the first entry that print a year (`(2022年第四季度)`)."""
    for line in notice.text_lines()[1:4]:
        if _opens(line.text):
            break
        words = in_digits(line.text)
        if len(words.strip()) <= _LONGEST_REMARK and (_YEAR.search(words) or _YEAR_OF_THEM.search(words)):
            return line.text
    return ""


def _published_below(notice: Notice) -> str:
    """The day in the imprint of a page (`发布者：某部　日期：2031/11/27`) between the title and the first entry; empty if there is none."""
    for line in notice.text_lines()[1:_IMPRINT_LINES]:
        if _opens(line.text):
            break
        if is_imprint(line.text):
            return day_in(line.text)
    return ""


def published_above(notice: Notice) -> str:
    """The last whole day in a short line over a part of an issue, as in the head of a bulletin (`第7期　2024年8月5日`)."""
    first = notice.lines[0].start
    lines = notice.paper.folded[max(0, first - _HEAD) : first].split("\n")
    above = next(
        (day for line in reversed(lines) if len(line.strip()) <= _LONGEST_REMARK and (day := day_in(line))), ""
    )
    # An issue came out after the papers in it were signed: its own day stands in its head.
    head = [words for words in notice.paper.words[: min(_HEAD_LINES, notice.lines[0].number - 1)] if words]
    issue = any(_ISSUE.search(words) for words in head)
    return max([above, *(day_in(words) for words in head if len(words) <= _LONGEST_REMARK)]) if issue else above


def _year_above(notice: Notice) -> str:
    """The last year printed over the chronicle, where the head of a bulletin prints no day (`2024年第7期`)."""
    first = notice.lines[0].start
    years = _YEAR.findall(notice.paper.folded, max(0, first - _HEAD), first)
    return years[-1] if years else ""


def _year_of_volume(notice: Notice) -> str:
    """The year before that of the volume of a yearbook printed over the chronicle; empty if there is none."""
    first = notice.lines[0].start
    volume = _YEARBOOK.search(notice.paper.folded, max(0, first - _HEAD), first)
    return str(int(volume["before"] or volume["behind"]) - 1) if volume is not None else ""


def open_day(month: str, day: str) -> str:
    """A day whose year the paper leaves open, as it is printed (`8月20日`); empty if there is no such day."""
    text = f"{int(month)}月{int(day)}日" if month and day else ""
    return text if is_open_day(text) else ""


def iso(year: str, month: str, day: str) -> str:
    """A day, or a month if `day` is empty, as an ISO prefix; empty if it does not exist or a part of it is not known."""
    if not year or not month:
        return ""
    text = f"{year}-{int(month):02d}-{int(day):02d}" if day else f"{year}-{int(month):02d}"
    return text if is_prefix(text) else ""
