"""Printed spans of time to two ISO prefixes: `2023年3—4月`, `3月1日至5月底`, `2024年`, `2023年底前`.

A year or month that is not printed again is that of the first date; where none is printed at all the caller's year
counts. The precision printed is the precision given; 上旬, 底 and the like are within the month. `截止2031年6月5日` and
`即日起至6月底` have no printed begin, `2031年7月以后` no end; days may be printed with points (`2031.3.1—2031.4.15`).
"""

from __future__ import annotations

import re

from graph.days import is_prefix

_PART = r"(?:上旬|中旬|下旬|月底|年底|初|底|末|中)?"
#: What may stand between the first date and the mark of the second: `3月1日起至5月底`, `3月1日（周一）—3月5日`.
_BEGUN = r"(?:\s*(?:\((?:周|星期)[一二三四五六日]\)|起|开始|是)(?=\s*(?:[-—–~]+|至|到)\s*(?:次年|同年|当年|\d)))?"
_SPAN = re.compile(
    r"(?:(?P<y1>\d{4})(?:年|(?=\s*[-—–~至到]+\s*\d{4}年)))?\s*(?:(?P<m1>\d{1,2})(?:月|(?=\s*[-—–~至到]+\s*\d{1,2}月)))?\s*(?:(?P<d1>\d{1,2})[日号]?)?"
    rf"{_PART}{_BEGUN}\s*(?:(?:[-—–~]+|一(?=\d)|至|到)\s*(?P<next>次年|同年|当年)?(?:(?P<y2>\d{{4}})年)?\s*(?:(?P<m2>\d{{1,2}})月)?\s*(?:(?P<d2>\d{{1,2}})[日号])?{_PART})?"
    r"\s*(?P<until>前|之前|以前|完成)?"
)
#: `2031年1月起`, `2031年1月—长期坚持`: no end.
_ONWARD = re.compile(r"\s*(?:起|开始|以后|之后)(?!草)|\s*(?:[-—–~]+|至|到)\s*(?:长期|持续|今后|以后|常态)")
#: `3月11日—年底`: to the end of the same year.
_YEAR_END = re.compile(r"\s*(?:[-—–~]+|至|到)\s*(?:当?年底|年末)$")
#: `截止2031年6月5日`, `即日起至6月底`: what stands behind it is the last day.
_UNTIL_BEFORE = re.compile(r"(?:截[止至]|即日起|印发之日起|至|到)\s*+(?:[至到于为]|时间|[-—–~]{1,2})?\s*+:?\s*+$")
_POINTS = re.compile(r"(?<!\d)(\d{4})([./])(\d{1,2})(?:\2(\d{1,2}))?(?![\d.])")
_QUARTER = re.compile(r"(?:(\d{4})年)?第?([一二三四1-4])季度")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_LEAP_YEAR = "2000"  # has every day


def span_of(text: str, year: str = "") -> tuple[str, str]:
    """First and last prefix of a folded span; `("", "")` if it holds no date, an empty end where it is open."""
    if "." in text or "/" in text:
        text = _POINTS.sub(_spelt, text)
    quarter = _QUARTER.search(text)
    if quarter:
        of = quarter[1] or year
        first = _QUARTERS[quarter[2]] * 3 - 2
        return (f"{of}-{first:02d}", f"{of}-{first + 2:02d}") if of else ("", "")
    for start in (place for place, mark in enumerate(text[:60]) if mark.isdigit()):
        if start and text[start - 1].isdigit():
            continue
        match = _SPAN.match(text, start)
        if match is None or not (match["y1"] or match["m1"]):
            continue
        first_year = match["y1"] or year
        begin = _prefix(first_year, match["m1"], match["d1"] if match["m1"] else None)
        ends = match["y2"] or match["m2"] or match["d2"]
        last_year = match["y2"] or (str(int(first_year) + 1) if match["next"] == "次年" and first_year else first_year)
        end = _prefix(last_year, match["m2"] or (match["m1"] if match["d2"] else None), match["d2"]) if ends else begin
        if begin and not ends and _YEAR_END.search(match.group()):
            return begin, first_year
        if begin and not ends and _ONWARD.match(text, match.end()):
            return begin, ""
        if begin and not ends and _UNTIL_BEFORE.search(text, 0, start):
            return "", begin
        if begin and end:
            return ("", end) if match["until"] and not ends else (begin, end)
    return "", ""


def _spelt(match: re.Match[str]) -> str:
    """`2031.3.1` as `2031年3月1日`."""
    return f"{match[1]}年{match[3]}月" + (f"{match[4]}日" if match[4] else "")


def _prefix(year: str, month: str | None, day: str | None) -> str:
    if not year:
        return ""
    words = year + (f"-{int(month):02d}" if month else "") + (f"-{int(day):02d}" if month and day else "")
    return words if is_prefix(words) else ""


def span_or_days(text: str, year: str = "") -> tuple[str, str]:
    """The span of a text; where no year is printed and none is given, its two days as printed (`5月6日`)."""
    found = span_of(text, year)
    if any(found) or year or "年" in text:
        return found
    start, end = span_of(text, _LEAP_YEAR)
    whole = len(start) == len(end) == len("2000-01-01") and start[:4] == end[:4]
    return (_open(start), _open(end)) if whole and start <= end else ("", "")


def year_of(prefix: str, year: str = "") -> str:
    """The year of a prefix, or the one given if it is a day without its year."""
    return prefix[:4] if prefix[:4].isdecimal() else year


def _open(prefix: str) -> str:
    return f"{int(prefix[5:7])}月{int(prefix[8:10])}日"
