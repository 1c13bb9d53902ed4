"""How long a paper is valid, read from its printed wording (`有效期5年`, `有效期至2025年12月31日`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from core.numerals import number_of
from graph.days import day_after, is_prefix

_SPAN = re.compile(r"(?P<count>\d+|[零一二两三四五六七八九十]+)\s*(?P<unit>年|个月)(?!度|\d)")
_UNTIL = re.compile(r"至\s*(?P<year>\d{4})\s*年(?:\s*(?P<month>\d{1,2})\s*月)?(?:\s*(?P<day>\d{1,2})\s*日)?")
_PRINCIPLE = "原则上"


@dataclass(frozen=True, slots=True)
class Validity:
    """The first day the paper is no longer valid. Not `definite` if the paper says 原则上 (in principle)."""

    ends: str
    definite: bool = True


def validity_of(wording: str, start: str) -> Validity | None:
    """Read the wording of a paper that counts from `start`; None if it says no end or the start is not known.

    >>> validity_of("有效期5年", "2023-09-30")
    Validity(ends='2028-09-30', definite=True)
    >>> validity_of("有效期原则上为三年", "2023-08-08")
    Validity(ends='2026-08-08', definite=False)
    """
    definite = _PRINCIPLE not in wording
    if is_prefix(wording):
        return Validity(day_after(wording), definite)
    until = _UNTIL.search(wording)
    if until:
        pieces = [until["year"], *(piece.zfill(2) for piece in (until["month"], until["day"]) if piece)]
        prefix = "-".join(pieces)
        return Validity(day_after(prefix), definite) if is_prefix(prefix) else None
    span = _SPAN.search(wording)
    if span is None or not start:
        return None
    months = count_of(span["count"]) * (12 if span["unit"] == "年" else 1)
    return Validity(add_months(start, months), definite) if months else None


def count_of(text: str) -> int:
    """A number in digits or Chinese numerals: `三` 3, `十五` 15; 0 if it is none."""
    try:
        return number_of(text)
    except ValueError:
        return 0


def add_months(day: str, months: int) -> str:
    """The same day so many months later; the month's last day if it has no such day."""
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month + 1, last).isoformat()
        except ValueError:
            continue
    return day
