"""A month, a quarter, a year or a day without its year in a question: 2023年7月, 7月份, 三季度, 今年, 8月8日, in August 2023.

What is said is kept as it is said; which days it means follows from the day the question is asked of: 7月 is the last July that
had begun by then. Nothing here knows what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.numerals import number_of
from graph.days import checked_day, day_after

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
#: A month in digits or in words.
MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_YEAR = r"(?P<year>\d{4})年|(?P<said>今年|去年|前年|本年度?)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:在)?(?:{_YEAR})?的?(?:第)?(?P<quarter>[一二三四1-4])季度(?:里|内|期间|中)?的?",
        rf"(?:在)?(?:{_YEAR})?的?(?<![\d第])(?P<month>{MONTH})月(?P<day>[12]\d|3[01]|0?[1-9])[日号](?:当天|那天|这天)?的?(?!之?前|以前)",
        rf"(?:在)?(?:{_YEAR})?的?(?<![\d第\-十])(?P<month>{MONTH})月(?:份|里|间|期间|当中|内)?的?(?![底末初中旬\d前]|之?前|以前)",
        r"(?:在)?(?P<near>本月|这个月|上个?月|本季度|上个?季度)(?:份|里|内)?的?",
        rf"(?:在)?(?:{_YEAR})(?:度|全年|里|内)?的?(?:年?底(?:之?前)?)?",
        rf"\s*(?:\bin|\bduring)\s+(?P<english>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?",
        r"\s*(?:\bin|\bduring)\s+(?P<year>\d{4})",
    )
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days as it was said: `year` 0 if none was; `near` counts months or quarters (`unit`) back from the day asked of."""

    year: int = 0
    quarter: int = 0
    month: int = 0
    day: int = 0
    years_back: int | None = None
    near: int | None = None

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return not self.month and not self.quarter and self.near is None

    @property
    def without_year(self) -> Period | None:
        """Itself, if its year has to be found; None if it was said, or follows from the day asked of."""
        return None if self.year or self.years_back is not None or self.near is not None else self

    def in_year(self, year: int) -> Period:
        """The same in that year, if it was said without one."""
        return self if self.without_year is None else replace(self, year=year)

    def days(self, on: str) -> tuple[str, str]:
        """Its first and its last day, seen from the day `on`. Raises `InputError` for a day that is none."""
        asked = date.fromisoformat(on)
        if self.near is not None:
            return self._near(asked)
        year = self.year or (asked.year - self.years_back if self.years_back is not None else 0)
        first = self._first(year or asked.year)
        if not year and first > on:
            first = self._first(asked.year - 1)
        return first, self._last(first)

    def _near(self, asked: date) -> tuple[str, str]:
        length = 3 if self.quarter else 1
        place = asked.year * 12 + (asked.month - 1) // length * length - (self.near or 0) * length
        year, month = divmod(place, 12)
        first = f"{year:04}-{month + 1:02}-01"
        return first, _before(_months_later(first, length))

    def _first(self, year: int) -> str:
        if self.day:
            return checked_day(f"{year:04}-{self.month:02}-{self.day:02}")
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return f"{year:04}-{month:02}-01"

    def _last(self, first: str) -> str:
        if self.day:
            return first
        return _before(_months_later(first, 1 if self.month else 3 if self.quarter else 12))


def without_period(words: str) -> tuple[str, Period | None]:
    """The words without the period among them, and the period; the words as they are if there is none.

    >>> without_period("三季度有哪些人事变动")
    ('有哪些人事变动', Period(year=0, quarter=3, month=0, day=0, years_back=None, near=None))
    """
    for pattern in _PATTERNS:
        match = pattern.search(words)
        if match is not None:
            rest = (words[: match.start()] + words[match.end() :]).strip(" ,的")
            return rest, period_of({key: value for key, value in match.groupdict().items() if value})
    return words, None


def period_of(said: dict[str, str]) -> Period:
    """The period that the parts of a saying name (`year`, `said`, `month`, `day` …), each as it was said."""
    if "near" in said:
        return Period(quarter=int("季" in said["near"]), near=int("上" in said["near"]))
    back = {"今年": 0, "本年": 0, "本年度": 0, "去年": 1, "前年": 2}.get(said.get("said", ""))
    month = MONTHS.index(said["english"].lower()) + 1 if "english" in said else _number(said.get("month", ""))
    return Period(
        year=_number(said.get("year", "")),
        quarter=_number(said.get("quarter", "")),
        month=month,
        day=_number(said.get("day", "")),
        years_back=back,
    )


def _number(said: str) -> int:
    return number_of(said) if said else 0


def _months_later(first: str, months: int) -> str:
    for _ in range(months):
        first = day_after(first[:7])
    return first


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
