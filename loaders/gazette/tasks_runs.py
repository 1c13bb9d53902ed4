"""Tasks that a copy ran together on one line: `2、修桥。责任单位：…。3、修路。责任单位：…。` is two items.

A line is parted only where the next number of the same kind stands behind the end of a sentence or of a value, and only if
each part has labels of its own: a list of sub-items inside one task has its units once, at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.numerals import number_of
from loaders.gazette.headings import mark_of
from loaders.readers.paper import Passage

_WORDS = re.compile(
    r"[(（](?P<bracketed>[一二三四五六七八九十]{1,3})[)）]|(?P<digit>\d{1,2})|(?P<hanzi>[一二三四五六七八九十]{1,3})"
)
#: Where a number may stand inside a line, and the number: `。3、`, `。（八）`, `完成 （八）`.
_INNER = re.compile(
    r"(?<=[。;\s])(?:(?P<bracketed>\([一二三四五六七八九十]{1,3}\))|(?P<digit>\d{1,2})[、.](?!\d)|(?P<hanzi>[一二三四五六七八九十]{1,3})、)(?=[\u4e00-\u9fff])"
)
_LABELLED = re.compile(
    r"(?:牵头|责任|负责|承办|主办|配合|落实|实施)(?:单位|部门|科室|处室|领导|人)\s*:\s*[\u4e00-\u9fff]"
)
_SHORTEST = 20  # letters of a task with its label


def parted(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, those cut into their items that hold several tasks in a row."""
    for passage in passages:
        text = passage.text
        if ":" not in text or "\t" in text or len(text) < 2 * _SHORTEST or (mark := mark_of(passage)) is None:
            yield passage
            continue
        yield from _cut(passage, mark.number)


def _cut(passage: Passage, number: str) -> Iterator[Passage]:
    text = passage.text
    begin = 0
    for match in _INNER.finditer(text):
        printed, end = match[match.lastgroup or 0], match.start()
        if not _follows(number, printed):
            continue
        if _LABELLED.search(text, begin, end) and _LABELLED.search(text, end):
            yield passage.cut(begin, end)
            begin, number = end, printed
    yield passage.cut(begin) if begin else passage


def _follows(number: str, other: str) -> bool:
    """Whether a number of a list is the next one of the same kind: `（七）` and `（八）`, `2` and `3`."""
    first, second = (_WORDS.fullmatch(words) for words in (number, other))
    if first is None or second is None or first.lastgroup != second.lastgroup:
        return False
    kind = first.lastgroup or 0
    return number_of(second[kind]) == number_of(first[kind]) + 1
