"""Printed dates to ISO prefixes: `2023年8月8号`, `二〇一〇年十一月二日`, `2023年9月`, `2024年`."""

from __future__ import annotations

import re

from core.numerals import number_of
from graph.days import is_prefix

_DATE = re.compile(
    r"(?P<year>\d{4}|[〇○零一二三四五六七八九]{4})\s*年"
    r"(?:\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月"
    r"(?:\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号])?)?"
)


def day_of(text: str) -> str:
    """The first printed date as an ISO prefix of the precision printed; empty if there is none that exists."""
    match = _DATE.search(text)
    if match is None:
        return ""
    parts = [f"{number_of(match['year']):04d}"]
    for name in ("month", "day"):
        if match[name]:
            parts.append(f"{number_of(match[name]):02d}")
    prefix = "-".join(parts)
    return prefix if is_prefix(prefix) else ""
