"""Aims of the paper's own year: `今年主要预期目标是：地区生产总值增长6%左右`, and figures under a heading on them (`一、主要预期目标`).

The year is the one printed with the aims, else that of the paper: the one its title prints, else the one it was issued in. Sources:
reports on the work of governments (政府工作报告), plans of a year, and lists that part their aims among bodies.
"""

from __future__ import annotations

import re

from loaders.gazette.headings import Mark
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_STATED = re.compile(
    r"(?<![\d至到—-])(?P<year>(?:19|20)\d{2}年度?|今年|本年度?|全年)(?P<words>[^。;:,、\d完情]{0,24}?)(?:目标|指标)(?:任务)?"
    r"(?:确定|安排|拟定|设定|初步|建议|分别|拟)*(?:(?:是|为)\s*[:,]?|如下\s*:|\s*:)"
)
#: A heading over the aims of a year; 工作目标 alone stands over those of a plan, whose years are its own.
_HEADING = re.compile(
    r"(?:预期|奋斗|年度|全年)(?:的)?(?:发展|主要|工作)?(?:目标|指标)|主要(?:发展)?(?:目标|指标)"
    r"|\d{4}年(?:度)?(?:全[县市区省旗州镇校])?(?:国民)?(?:经济)?(?:和)?(?:社会)?(?:高质量)?发展(?:预期|主要)?(?:目标|指标)"
)
_LONGEST_HEADING = 24
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\s*[-—–~至到年\d])")
_RANGE = re.compile(r"\d{4}年?\s*(?:[-—–~]+|至|到)\s*\d{4}")
#: Words for another time than the year of the heading.
_OTHER_TIME = re.compile(r"(?:\d|[一二两三四五六七八九十])\s*(?:年|个月|月)|年[底末]|季度")
#: `——2031年1月6日在甲县第十届人民代表大会第三次会议上`, `（2031年1月6日）`.
_TOLD = re.compile(
    r"[ \u3000]{0,40}[(—–-]{0,3} ?(?P<year>(?:19|20)\d{2}) ?年 ?\d{1,2} ?月 ?(?:\d{1,2} ?日)?(?: ?[在于][^。;()]{4,60}(?<=上))?\)?$"
)
_NEAR_TITLE = 5
_AHEAD = re.compile("安排|计划|打算|任务|目标|部署|思路|预期|重点|建议|要求|展望")
_BEHIND = re.compile("回顾|总结|完成情况|执行情况|主要成效|进展")
_ANY_YEAR = re.compile(r"\d{4}")


def own_year(notice: Notice) -> str:
    """The one year a paper's title prints, else that of its day; empty if its title prints several, or nothing says."""
    title = notice.title.printed_folded()
    years = set(_TITLE_YEAR.findall(title))
    if len(years) > 1 or _RANGE.search(title):
        return ""
    return years.pop() if years else notice.signed_date[:4] or _told(notice)


def _told(notice: Notice) -> str:
    """The year of the day on which a report was made, printed under its title; empty if no such line stands there."""
    for passage in notice.body[:_NEAR_TITLE]:
        if (told := _TOLD.match(passage.text.rstrip())) is not None:
            return told["year"]
    return ""


def year_ahead(heading: str) -> str:
    """The one year a heading prints over work to be done (`二、2031年工作安排`); empty over work that was done."""
    years = set(_TITLE_YEAR.findall(heading))
    return years.pop() if len(years) == 1 and _AHEAD.search(heading) and not _BEHIND.search(heading) else ""


def stated(text: str, own: str) -> tuple[str, int, int] | None:
    """The year whose aims a passage states, and where the words that say so begin and end; None if it states none."""
    match = _STATED.search(text) if "目标" in text or "指标" in text else None
    if match is None or "去年" in text[: match.start()]:
        return None
    printed = _ANY_YEAR.match(match["year"])
    year = printed.group() if printed else own
    # What a year gone by was to bring stands in a report on it.
    return (year, *match.span()) if year and own and year >= own else None


class Under:
    """The heading on aims that a passage stands under, while its part lasts."""

    def __init__(self, own: str) -> None:
        self._own = own
        self._level = 0
        self._year = ""

    def year(self, passage: Passage, mark: Mark | None) -> str:
        """The year of the figures in a passage; empty if it is a heading, stands under none, or speaks of other times."""
        text = passage.text
        if mark is not None and (mark.level <= self._level or not self._level):
            self._level, self._year = 0, ""
            if len(text) <= _LONGEST_HEADING and "。" not in text and _HEADING.search(text):
                years = set(_ANY_YEAR.findall(text)) or {self._own}
                own = years.pop() if len(years) == 1 else ""
                self._level, self._year = (mark.level, own) if own and own >= self._own else (0, "")
            return ""
        return self._year if self._year and not _OTHER_TIME.search(text) else ""
