"""Tasks that a copy ran together on one line: `2、修桥。责任单位：…。3、修路。责任单位：…。` is two items.

A line is parted only where the next number of the same kind stands behind the end of a sentence or of a value, and only if
each part has labels of its own: a list of sub-items inside one task has its units once, at the end. A short heading ends where
the number of an item below it stands (`二、便利审批（七）推行告知承诺。…`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

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
#: `二、便利审批（七）推行…`, `三、保障 6.实施…`: a heading without a mark in it, and the number of the first item below.
_HEADED = re.compile(
    r"\s*[一二三四五六七八九十]{1,3}、(?:(?![第附])[\u4e00-\u9fff“”]){3,20}[\u4e00-\u9fff”]\s*"
    r"(?=(?:\([一二三四五六七八九十]{1,3}\)|(?<=\s)\d{1,2}[、.](?!\d))[\u4e00-\u9fff“]{3})"
)
#: Behind such words a number in brackets is no item: `第（二）项`, `附件（一）`, `一期（二）`.
_COUNTED = ("第", "附件", "附表", "期", "项", "条", "款")
#: A number in brackets wherever it stands, and the number of a heading over such items.
_BRACKETED = re.compile(r"(?<![第附件表])\((?P<number>[一二三四五六七八九十]{1,3})\)(?=[\u4e00-\u9fff])")
_HEADING = re.compile(r"(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,3}、(?=[\u4e00-\u9fff]{3})")
_SHORTEST = 20  # letters of a task with its label


def parted(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, those cut into their items that hold several tasks in a row, or a heading and the first of its items."""
    for passage in passages:
        if "\t" in passage.text:
            yield passage
            continue
        headed = _HEADED.match(passage.text)
        if headed is not None and not headed.group().rstrip().endswith(_COUNTED):
            yield passage.cut(0, headed.end())
            passage = passage.cut(headed.end())
        if ":" not in passage.text or len(passage.text) < 2 * _SHORTEST:
            yield passage
            continue
        mark = mark_of(passage)
        for piece in _cut(passage, mark.number) if mark is not None else (passage,):
            yield from _without_breaks(piece)


def _without_breaks(passage: Passage) -> Iterator[Passage]:
    """The items in brackets (`（一）…责任部门：…（二）…责任部门：…`) of a line that lost all its breaks, each with labels; the passage if it holds none."""
    text = passage.text
    runs: list[list[int]] = []
    last = 0
    for match in _BRACKETED.finditer(text):
        number = number_of(match["number"])
        if number == 1 or not runs:
            runs.append([match.start()])
        elif number == last + 1 and runs:
            runs[-1].append(match.start())
        else:
            continue
        last = number
    begin = 0
    for at, run in enumerate(runs):
        stop = runs[at + 1][0] if at + 1 < len(runs) else len(text)
        pieces = list(pairwise([*run, stop]))
        if len(run) < 2 or not all(_LABELLED.search(text, *piece) for piece in pieces):
            continue
        if begin < run[0]:
            yield passage.cut(begin, run[0])
        for low, high in pieces[:-1]:
            yield passage.cut(low, high)
        low, high = pieces[-1]
        labelled = [match.end() for match in _LABELLED.finditer(text, low, high)]
        over = _HEADING.search(text, labelled[-1], high)
        begin = over.start() if over is not None else high
        yield passage.cut(low, begin)
    if begin < len(text):
        yield passage.cut(begin) if begin else passage


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
