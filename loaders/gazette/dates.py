"""Printed dates to ISO prefixes: `2023年8月8号`, `二〇一〇年十一月二日`, `2023年9月`, `2024年`."""

from __future__ import annotations

import re

from graph.days import is_prefix

_DIGITS = {
    "〇": "0",
    "○": "0",
    "Ｏ": "0",
    "零": "0",
    **{word: str(value) for value, word in enumerate("一二三四五六七八九", start=1)},
}
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
    parts = [_year(match["year"])]
    for name in ("month", "day"):
        if match[name]:
            parts.append(f"{number_of(match[name]):02d}")
    prefix = "-".join(parts)
    return prefix if is_prefix(prefix) else ""


def number_of(words: str) -> int:
    """A small number in digits or Chinese numerals up to 99: `十一` -> 11, `二十` -> 20, `7` -> 7."""
    if words.isdigit():
        return int(words)
    tens, mark, ones = words.rpartition("十")
    if not mark:
        return int("".join(_DIGITS[word] for word in words))
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)


def _year(words: str) -> str:
    return "".join(_DIGITS.get(word, word) for word in words)
