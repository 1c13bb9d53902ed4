"""A stretch of days in a question that has two ends, or one and the day asked of: 9月10日到14日, 7月以来, 上半年, 近三个月, since July.

Each end is a period (`queries.periods`), so a missing year is found as it is there. Nothing here knows what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from core.numerals import number_of
from queries.open_ends import OPEN_ENDS
from queries.periods import MONTH, MONTHS, Period, period_of, without_period
from queries.stretches import Part, Recent, Span, Stretch, Unit

_COUNT = "[一二两三四五六七八九十]{1,3}|半|[1-9][0-9]{0,2}"
_DAY = r"[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO = r"\s*(?:——?|[-–~]|一直到|直到|至|到)\s*"
_NOW = "(?P<now>现在|目前|今天|当前|今日|如今|今)"


def _end(mark: str) -> str:
    """One end in Chinese or in digits; the groups bear the mark."""
    year = rf"(?:(?P<year{mark}>\d{{4}})年|(?P<said{mark}>今年|去年|前年|本年度?))?的?"
    return (
        rf"{year}(?<![\d第])(?P<month{mark}>{MONTH})月份?(?:(?P<day{mark}>{_DAY})[日号]|(?P<tail{mark}>[底末初]))?"
        rf"|(?P<iso{mark}>\d{{4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?)(?!\d)"
    )


_BETWEEN = tuple(
    re.compile(rf"(?:在|从|自)?{pattern}(?:之间|期间|这段时间|这几天|为止|止)?的?", re.IGNORECASE)
    for pattern in (
        rf"(?:(?P<year>\d{{4}})年)?(?<![\d第])(?P<month>{MONTH})月份?(?P<day>{_DAY})[日号]?{_TO}(?P<last_day>{_DAY})[日号]",
        rf"(?:(?P<year>\d{{4}})年)?(?<![\d第])(?P<month>{MONTH})(?:月份?)?{_TO}(?P<last_month>{MONTH})月(?:份)?(?![\d底末初])",
        rf"(?:{_end('')}){_TO}(?:{_end('2')}|{_NOW})",
        r"(?P<year>\d{4})年?(?:\s*[-–~]\s*|至|到)(?P<last_year>\d{4})年?",
    )
)
_SINCE = re.compile(rf"(?:自|从)?(?:{_end('')}|(?P<whole>\d{{4}}|今|去|前)年)(?:(?:起|开始|以来|至今|到现在)+)的?")
_HALF = re.compile(
    r"(?:在)?(?:(?P<year>\d{4})年|(?P<said>今年|去年|前年|本年度?))?的?(?P<half>[上下])半年(?:里|内|期间)?的?"
)
_QUARTERS = re.compile(
    r"(?:在)?(?:(?P<year>\d{4})年|(?P<said>今年|去年|前年|本年度?))?的?(?:前|第?[一1]季?度?(?:至|到|[-–~]))(?P<quarters>[二两三四234])个?季度的?"
)
_TEN = re.compile(
    rf"(?:在)?(?:(?P<year>\d{{4}})年|(?P<said>今年|去年|前年|本年度?))?的?(?<![\d第])(?P<month>{MONTH})月份?的?(?P<ten>[上中下]旬|[初中底末](?!旬))的?(?!之?前|以前)"
)
#: 8月初, 8月底: the ten days that a reader means, as the answer tells.
_TENS = {"上旬": 0, "初": 0, "中旬": 1, "中": 1, "下旬": 2, "底": 2, "末": 2}
_RECENT = re.compile(
    rf"(?:在)?(?:最近|近期|近|过去|这)的?(?P<count>{_COUNT})(?P<unit>天|日|个?星期|周|个月|年)(?:以?来|里|内|之内|间|中)?的?"
)
_WEEK = re.compile(r"(?:在)?(?P<which>本|这|上)(?:一)?个?(?:周|星期|礼拜)(?![一二三四五六日天末])的?")
_TODAY = re.compile(r"(?:在)?(?P<which>今天|今日|昨天|昨日|前天)的?")
_EN_MONTHS = "|".join(MONTHS)
_ENGLISH = (
    re.compile(
        rf"\s*\b(?:from|between)\s+(?P<first>{_EN_MONTHS}|\d{{4}}-\d\d(?:-\d\d)?)(?:\s+(?P<first_year>\d{{4}}))?\s+(?:to|until|and|through)\s+"
        rf"(?P<last>{_EN_MONTHS}|\d{{4}}-\d\d(?:-\d\d)?)(?:\s+(?P<last_year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s*\bsince\s+(?P<first>{_EN_MONTHS}|\d{{4}}-\d\d(?:-\d\d)?)(?:\s+(?P<first_year>\d{{4}}))?", re.IGNORECASE
    ),
)
_ENGLISH_RECENT = re.compile(
    r"\s*\b(?:in|over|during|within)\s+the\s+(?:last|past)\s+(?P<count>\d{1,3}|two|three|four|five|six)?\s*"
    r"(?P<unit>day|week|month|year)s?",
    re.IGNORECASE,
)
_ENGLISH_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNITS: dict[str, Unit] = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "年": "year"}
_DAYS_BACK = {"今": 0, "昨": 1, "前": 2}
_YEARS_BACK = {"今": 0, "去": 1, "前": 2}


def without_stretch(words: str) -> tuple[str, Stretch | None]:
    """The words without the stretch of days among them, and the stretch; the words as they are if there is none.

    >>> without_stretch("近三个月有哪些活动")
    ('有哪些活动', Recent(count=3, unit='month', whole=False))
    """
    rest, stretch = without_span(words)
    return (rest, stretch) if stretch is not None else without_period(words)


def without_span(words: str) -> tuple[str, Stretch | None]:
    """As `without_stretch`, of what is more than one period."""
    for patterns, meant in _READERS:
        for pattern in patterns:
            match = pattern.search(words)
            if match is not None:
                said = {key: value for key, value in match.groupdict().items() if value}
                stretch = meant(said)
                if stretch is not None:
                    return (words[: match.start()] + words[match.end() :]).strip(" ,的"), stretch
    return words, None


def _between(said: dict[str, str]) -> Stretch | None:
    first = _one(said, "")
    if "last_day" in said:
        return Span(first, replace(period_of({"day": said["last_day"]}), month=first.month, year=first.year))
    if "last_month" in said:
        return Span(first, period_of({"month": said["last_month"]}))
    if "last_year" in said:
        return Span(first, Period(year=int(said["last_year"])))
    return Span(first, None if "now" in said else _one(said, "2"))


def _one(said: dict[str, str], mark: str) -> Period:
    """One end: a day, a month, or a year; of the beginning or the end of a month no day is known, so it is the month."""
    if iso := said.get(f"iso{mark}"):
        return _iso(iso)
    return period_of({key: said[f"{key}{mark}"] for key in ("year", "said", "month", "day") if f"{key}{mark}" in said})


def _iso(said: str) -> Period:
    year, month, *day = (int(each) for each in re.split("[-/.]", said))
    return Period(year=year, month=month, day=day[0] if day else 0)


def _since(said: dict[str, str]) -> Stretch | None:
    whole = said.get("whole", "")
    if whole:
        return Span(Period(year=int(whole)) if whole.isdecimal() else Period(years_back=_YEARS_BACK[whole]))
    return Span(_one(said, ""))


def _half(said: dict[str, str]) -> Stretch | None:
    one, other = ("1", "2") if said["half"] == "上" else ("3", "4")
    return _quarters_of(said, one, other)


def _first_quarters(said: dict[str, str]) -> Stretch | None:
    return _quarters_of(said, "1", str(number_of(said["quarters"])))


def _quarters_of(said: dict[str, str], one: str, other: str) -> Span:
    named: dict[str, str] = {key: value for key, value in said.items() if key in ("year", "said")}
    return Span(period_of({**named, "quarter": one}), period_of({**named, "quarter": other}))


def _ten(said: dict[str, str]) -> Stretch | None:
    return Part(period_of({key: value for key, value in said.items() if key != "ten"}), _TENS[said["ten"]])


def _recent(said: dict[str, str]) -> Stretch | None:
    unit = _UNITS[said["unit"].removeprefix("个")]
    if said["count"] == "半":
        return {"year": Recent(6, "month"), "month": Recent(15, "day")}.get(unit)
    try:
        return Recent(number_of(said["count"]), unit)
    except ValueError:
        return None


def _week(said: dict[str, str]) -> Stretch | None:
    return Recent(int(said["which"] == "上"), "week", whole=True)


def _today(said: dict[str, str]) -> Stretch | None:
    return Recent(_DAYS_BACK[said["which"][0]], "day", whole=True)


def _english(said: dict[str, str]) -> Stretch | None:
    last = _english_end(said["last"], said.get("last_year", "")) if "last" in said else None
    first = _english_end(said["first"], said.get("first_year", "") or said.get("last_year", ""))
    return Span(first, last)


def _english_end(said: str, year: str) -> Period:
    if said[0].isdigit():
        return _iso(said)
    return Period(year=int(year or 0), month=MONTHS.index(said.lower()) + 1)


def _english_recent(said: dict[str, str]) -> Stretch | None:
    count = said.get("count", "1").lower()
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return Recent(_ENGLISH_NUMBERS.get(count) or int(count), units[said["unit"].lower()])


#: The ways a stretch is said, the longer before those that are a part of them.
_READERS = (
    (_BETWEEN, _between),
    *OPEN_ENDS,
    ((_SINCE,), _since),
    ((_HALF,), _half),
    ((_QUARTERS,), _first_quarters),
    ((_TEN,), _ten),
    ((_RECENT,), _recent),
    ((_WEEK,), _week),
    ((_TODAY,), _today),
    (_ENGLISH, _english),
    ((_ENGLISH_RECENT,), _english_recent),
)
