"""The one helper for time: days, day prefixes, and intervals with four days.

Days are ISO texts (`2023-09-06`) in Asia/Shanghai; a paper may print less (`2023-09`, `2023`), and the length of the
text is its precision. Every interval is half-open. The empty text means: not known, no bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from core.errors import InputError

ZONE = ZoneInfo("Asia/Shanghai")

_OPEN_DAY = re.compile(r"([1-9][0-9]?)月([1-9][0-9]?)日")

Status = Literal["certain", "presumed", "possible"]


def today() -> str:
    """Today's day in Asia/Shanghai."""
    return datetime.now(ZONE).date().isoformat()


def is_prefix(text: str) -> bool:
    """Whether `text` is a year, a month or a day that exists (`2023-02-30` is none)."""
    try:
        first_day(text)
    except InputError:
        return False
    return True


def is_open_day(text: str) -> bool:
    """Whether `text` is a day without its year (`8月20日`), as a paper prints it whose year nothing tells.

    Such a day orders and closes nothing: for the timeline it is no day.
    """
    match = _OPEN_DAY.fullmatch(text)
    return match is not None and is_prefix(f"2000-{int(match[1]):02d}-{int(match[2]):02d}")  # a year that has every day


def first_day(prefix: str) -> str:
    """The first day a prefix may mean: `2023-09` -> `2023-09-01`. Raises `InputError` if it is no date."""
    year, month, day = _parts(prefix)
    return date(year, month or 1, day or 1).isoformat()


def day_after(prefix: str) -> str:
    """The first day after all the prefix may mean: `2023-09` -> `2023-10-01`, `2023-09-06` -> `2023-09-07`."""
    year, month, day = _parts(prefix)
    if day:
        return (date(year, month, day) + timedelta(days=1)).isoformat()
    if month:
        return date(year + month // 12, month % 12 + 1, 1).isoformat()
    return date(year + 1, 1, 1).isoformat()


def checked_day(text: str) -> str:
    """A whole day given by a person (`--on`), checked. Raises `InputError` with the remedy."""
    if len(text) != 10:
        raise InputError(
            f"不是日期 | not a day: {text!r}", remedy="写成 YYYY-MM-DD | write YYYY-MM-DD", code="BAD-DATE"
        )
    return first_day(text)


def _parts(prefix: str) -> tuple[int, int, int]:
    pieces = prefix.split("-")
    shape = tuple(len(piece) for piece in pieces)
    try:
        if shape not in ((4,), (4, 2), (4, 2, 2)) or not all(piece.isascii() and piece.isdigit() for piece in pieces):
            raise ValueError
        year, month, day = (int(piece) for piece in [*pieces, "0", "0"][:3])
        date(year, month if len(pieces) > 1 else 1, day if len(pieces) > 2 else 1)
    except ValueError:
        raise InputError(
            f"不是日期 | not a date: {prefix!r}",
            remedy="写成 2023、2023-09 或 2023-09-06 | write 2023, 2023-09 or 2023-09-06",
            code="BAD-DATE",
        ) from None
    return year, month, day


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Four days: certain in `[valid_from, valid_to)`, not excluded in `[possible_from, possible_to)`.

    A missing `valid_from` says that no day is certain; a missing `valid_to` beside a `valid_from`, that it holds
    until something ends it; a missing `possible_*`, that nothing bounds it there. The certain days lie inside the
    possible ones.
    """

    valid_from: str = ""
    valid_to: str = ""
    possible_from: str = ""
    possible_to: str = ""

    @classmethod
    def act(cls, start: str, end: str = "") -> Interval:
        """From an act on `start` until an act on `end` (prefixes allowed): `2023-09` is certain from 10-01."""
        begin, last = _bounds(start)
        stop, gone = _bounds(end)
        return cls(valid_from=last, valid_to=stop, possible_from=begin, possible_to=gone)

    def status(self, on: str) -> Status | None:
        """How sure it is on a day; None if excluded.

        `certain` inside the certain days; `presumed` after them when nothing later speaks against it (no
        `possible_to`); `possible` on any other day that is not excluded.
        """
        if self.possible_from and on < self.possible_from:
            return None
        if self.possible_to and on >= self.possible_to:
            return None
        if self.valid_from and self.valid_from <= on:
            if not self.valid_to or on < self.valid_to:
                return "certain"
            if not self.possible_to:
                return "presumed"
        return "possible"

    def ended(self, end: str, *, possible_end: str = "") -> Interval:
        """The same, ended at the latest on `possible_end` and surely held until `end` (both exclusive bounds).

        An end never lengthens an interval: the earlier of the old and the new bound stands.
        """
        last = possible_end or end
        possible_to = min(last, self.possible_to) if self.possible_to else last
        sure = min(day for day in (end, self.valid_to, possible_to) if day)
        valid_to = sure if self.valid_from else ""
        valid_from = self.valid_from if self.valid_from and self.valid_from < sure else ""
        return Interval(valid_from, valid_to if valid_from else "", self.possible_from, possible_to)

    def as_properties(self) -> dict[str, str]:
        """The days that are known, by the names that nodes and edges carry."""
        named = {
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
            "possible_from": self.possible_from,
            "possible_to": self.possible_to,
        }
        return {name: day for name, day in named.items() if day}


def _bounds(prefix: str) -> tuple[str, str]:
    """First possible and first certain day of a change that a paper dates with `prefix` (both empty if undated)."""
    if not prefix:
        return "", ""
    return first_day(prefix), first_day(prefix) if len(prefix) == 10 else day_after(prefix)


def on_day_test(alias: str) -> str:
    """The Cypher condition that the element named `alias` is not excluded on `$on`."""
    return (
        f"({alias}.possible_from IS NULL OR {alias}.possible_from <= $on)"
        f" AND ({alias}.possible_to IS NULL OR {alias}.possible_to > $on)"
    )


def status_case(alias: str) -> str:
    """The Cypher expression for `Interval.status` of an element that passed `on_day_test`."""
    return (
        f"CASE WHEN {alias}.valid_from IS NULL OR {alias}.valid_from > $on THEN 'possible'"
        f" WHEN {alias}.valid_to IS NULL OR {alias}.valid_to > $on THEN 'certain'"
        f" WHEN {alias}.possible_to IS NULL THEN 'presumed' ELSE 'possible' END"
    )
