"""The stretches of days a question may be asked for: a period, a span of two, a part of a month, the last so many days, one with an open end.

Each says which days it means, seen from the day that is asked of. What is said without its year bears the last one that had begun by
then; `in_year` puts another in its place. Nothing here knows how a stretch is said.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from core.errors import UsageError
from graph.days import day_after
from queries.periods import Period

Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day of one period to the last of another; without the other, to the day asked of."""

    first: Period
    last: Period | None = None

    @property
    def is_year(self) -> bool:
        """Whether it is made of whole years alone, as those in a title are."""
        return self.first.is_year and (self.last is not None and self.last.is_year)

    @property
    def without_year(self) -> Period | None:
        """The period in it that was said without its year, and that the others follow."""
        return self.first.without_year

    def in_year(self, year: int) -> Span:
        """The same, its beginning in that year; an end without a year follows it."""
        return replace(self, first=self.first.in_year(year))

    def days(self, on: str) -> tuple[str, str]:
        """Its first and its last day, seen from the day `on`. Raises `InputError` for a day that is none, `UsageError` (`DAYS-TURNED`)."""
        since = self.first.days(on)[0]
        if self.last is None:
            return since, max(since, on)
        dated = self.last.year or self.last.years_back is not None
        last = self.last if dated else replace(self.last, year=int(since[:4]))
        until = last.days(on)[1]
        if until < since and not dated and last.month < int(since[5:7]):
            until = replace(last, year=last.year + 1).days(on)[1]
        if until < since:
            raise UsageError(
                f"起始日晚于结束日 | from {since} is after to {until}",
                remedy="先写早的日期 | write the earlier day first",
                code="DAYS-TURNED",
            )
        return since, until


@dataclass(frozen=True, slots=True)
class Part:
    """The first, second or last ten days of a month, said of a period that is one."""

    month: Period
    ten: int

    is_year = False

    @property
    def without_year(self) -> Period | None:
        """Its month, if that was said without its year."""
        return self.month.without_year

    def in_year(self, year: int) -> Part:
        """The same, in that year."""
        return replace(self, month=self.month.in_year(year))

    def days(self, on: str) -> tuple[str, str]:
        """Its first and its last day, seen from the day `on`."""
        first, last = self.month.days(on)
        begin = f"{first[:8]}{self.ten * 10 + 1:02}"
        return begin, last if self.ten == 2 else f"{first[:8]}{self.ten * 10 + 10:02}"


@dataclass(frozen=True, slots=True)
class Recent:
    """So many days, weeks, months or years up to the day asked of; a `whole` week is that of the calendar, so many back."""

    count: int
    unit: Unit
    whole: bool = False

    is_year = False
    without_year = None

    def in_year(self, year: int) -> Recent:
        """Itself: it is counted from the day asked of."""
        return self

    def days(self, on: str) -> tuple[str, str]:
        """Its first and its last day, seen from the day `on`."""
        asked = date.fromisoformat(on)
        if self.whole and self.unit == "day":
            day = (asked - timedelta(days=self.count)).isoformat()
            return day, day
        if self.whole:
            monday = asked - timedelta(days=asked.weekday() + 7 * self.count)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        if self.unit in ("day", "week"):
            back = self.count * (7 if self.unit == "week" else 1)
            return (asked - timedelta(days=back - 1)).isoformat(), on
        months = asked.year * 12 + asked.month - 1 - self.count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        same = date(max(year, 1), month + 1, min(asked.day, monthrange(max(year, 1), month + 1)[1]))
        return (same + timedelta(days=1)).isoformat(), on


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday of fixed days, with so many days before and after it."""

    first: Period
    length: int = 1
    around: int = 0

    is_year = False

    @property
    def without_year(self) -> Period | None:
        """Its first day, if that was said without its year."""
        return self.first.without_year

    def in_year(self, year: int) -> Feast:
        """The same, in that year."""
        return replace(self, first=self.first.in_year(year))

    def days(self, on: str) -> tuple[str, str]:
        """Its first and its last day, the days around it with it, seen from the day `on`: one that is near has begun."""
        near = (date.fromisoformat(on) + timedelta(days=self.around)).isoformat()
        day = date.fromisoformat(self.first.days(near)[0])
        last = day + timedelta(days=self.length - 1 + self.around)
        return (day - timedelta(days=self.around)).isoformat(), last.isoformat()


@dataclass(frozen=True, slots=True)
class Moving:
    """A feast of the moon, or of the sun, whose day no calendar of months tells."""

    name: str

    is_year = False
    without_year = None

    def in_year(self, year: int) -> Moving:
        """Itself."""
        return self

    def days(self, on: str) -> tuple[str, str]:
        """Raises `UsageError` (`DAY-NOT-FIXED`), always: its day is not told here."""
        raise UsageError(
            f"“{self.name}”每年不在同一天，这里不推算 | the day of {self.name} differs from year to year and is not worked out here",
            remedy="写出起止日期，如 1月20日到2月10日 | write the days",
            code="DAY-NOT-FIXED",
        )


@dataclass(frozen=True, slots=True)
class Before:
    """All days before a stretch; with `whole` those of the stretch as well (8月底前). It has no first day."""

    what: Period | Span | Part | Feast
    whole: bool = False

    @property
    def is_year(self) -> bool:
        """Whether it is before a whole year, as in a title (2030年前碳达峰行动方案)."""
        return self.what.is_year

    @property
    def without_year(self) -> Period | None:
        """The period in it that was said without its year."""
        return self.what.without_year

    def in_year(self, year: int) -> Before:
        """The same, in that year."""
        return replace(self, what=self.what.in_year(year))

    def days(self, on: str) -> tuple[str, str]:
        """No first day, and the last; a month without its year is that of the year of `on`, even if it is still to come."""
        first, last = self.what.in_year(int(on[:4])).days(on)
        return "", last if self.whole else (date.fromisoformat(first) - timedelta(days=1)).isoformat()


@dataclass(frozen=True, slots=True)
class After:
    """All days behind a stretch, up to the day asked of."""

    what: Period | Span | Part | Feast

    @property
    def is_year(self) -> bool:
        """Whether it is after a whole year."""
        return self.what.is_year

    @property
    def without_year(self) -> Period | None:
        """The period in it that was said without its year."""
        return self.what.without_year

    def in_year(self, year: int) -> After:
        """The same, in that year."""
        return replace(self, what=self.what.in_year(year))

    def days(self, on: str) -> tuple[str, str]:
        """The day behind it, and the day `on`."""
        first = day_after(self.what.days(on)[1])
        return first, max(first, on)


Stretch: TypeAlias = Period | Span | Part | Recent | Feast | Moving | Before | After
