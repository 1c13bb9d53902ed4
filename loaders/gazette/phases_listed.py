"""Phases in one sentence: `动员部署（1月）、全面实施（2月至5月）`, `分动员（1月）、实施（2月至5月）两个阶段`, `1月为动员阶段，2月至5月为实施阶段`.

Rule: `phase/listed`. Each item of the sentence has its name and its time; one alone is no list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.gazette import lists
from loaders.gazette.spans import span_or_days, year_of
from loaders.readers.paper import Passage

_ITEM = re.compile(r"(?P<name>[\u4e00-\u9fff“”]{2,16}?)\s*\((?P<time>[^()]{2,40})\)")
_TIME_IS = re.compile(
    r"(?:其中|从|自)?(?P<time>(?:\d{4}年|\d{1,2}月)[^,。;:()为是]{0,30}?)(?:为|是)(?P<name>[^,。;:()\d]{2,20}?阶段)"
)
#: `分动员（1月）、实施（2月至5月）两个阶段进行`.
_DIVIDED = re.compile(r"分(?:为|成|别为)?:?(?P<list>[^。:]{10,200}?\))(?:等)?(?:[二两三四五六]|\d)个(?:阶段|步骤)")
_LONGEST_LIST = 300


class Listed(NamedTuple):
    """A phase of a sentence: its place, its name, its first and last prefix."""

    start: int
    end: int
    name: str
    from_: str
    to: str


def listed_in(passage: Passage, year: str) -> list[Listed]:
    """The phases of a sentence that is nothing but a list of them; `year` is that of the first if it prints none."""
    text = passage.text
    if "(" not in text or len(text) > _LONGEST_LIST:
        return []
    return _items(passage, text.find(":") + 1, len(text.rstrip(" 。")), year)


def told_in(passage: Passage, year: str) -> list[Listed]:
    """The phases that prose divides a campaign into, each with its time."""
    text = passage.text
    if "阶段" not in text and "步骤" not in text:
        return []
    divided = _DIVIDED.search(text) if "分" in text and "(" in text else None
    if divided is not None and (found := _items(passage, *divided.span("list"), year)):
        return found
    found = []
    for low, high in lists.split(text, marks="。;,:") if "为" in text or "是" in text else ():
        told = _TIME_IS.fullmatch(text, low, high)
        start, end = span_or_days(told["time"], year) if told is not None else ("", "")
        if told is not None and start:
            year = year_of(end or start, year)
            found.append(Listed(low, high, passage.printed(*told.span("name")), start, end))
    return found if len(found) > 1 else []


def _items(passage: Passage, low: int, high: int, year: str) -> list[Listed]:
    found = []
    for begin, stop in lists.split(passage.text, low, high, marks="、,;"):
        item = _ITEM.fullmatch(passage.text, begin, stop)
        start, end = span_or_days(item["time"], year) if item is not None else ("", "")
        if item is None or not start:
            return []
        year = year_of(end or start, year)
        found.append(Listed(begin, stop, passage.printed(*item.span("name")), start, end))
    return found if len(found) > 1 else []
