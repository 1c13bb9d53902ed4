"""A pair as a paragraph states it, and the words for several who stand in for several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.gazette import stand_ins_tables, subjects
from loaders.gazette.cells import row_of
from loaders.gazette.persons import Mention
from loaders.gazette.stand_ins_tables import Pair
from loaders.readers.paper import Passage

#: `A角由甲、乙担任，B角分别由丙、丁担任`: several stand for several one by one, in the order in which they are printed.
EACH = "分别|依次|对应|一一|逐一"
_IN_ORDER = re.compile(EACH)
#: Or each for each of them.
_FOR_ALL = re.compile("共同|轮流|轮换|均|任一")
_EACH_BEFORE = re.compile(rf"(?:{EACH})(?:由(?=[\u4e00-\u9fff]))?")
_EACH_BEHIND = re.compile(rf"(?:{EACH}|共同|轮流){{1,2}}$")
_PHONE_BEHIND = re.compile(
    r"\s?\((?:(?:联系|办公)?(?:电话|手机|方式|号码)\s?:?\s?)?[\d●*—-]{3,16}\)$|\s(?:联系|办公)?电话\s?:\s?[\d●*—-]{3,16}$"
)
_LONGEST_PHONE = 30
#: `A岗：丁一　　岗位：收费　　B岗：卢石`: another label of the line behind a gap.
_LABEL_BEHIND = re.compile(
    r"[ \u3000]+(?:岗位|职务|(?:联系|办公|手机)?电话|工作|部门|科室|业务|职责|窗口|座机|手机|备注)[\u4e00-\u9fff]{0,4}\s?:"
)

#: `A岗：甲` in a cell of its own.
_LETTER_OF_CELL = re.compile(r"\s*(?P<letter>[AB])[角岗](?:人员|责任人|负责人|姓名)?\s*:\s*(?=\S)")
#: Letters beside several names in which a word may say how they are paired (`A角分别由…`, `…依次对应`).
_BESIDE = 6
#: Below what the timeline takes: listed for review.
_DOUBTFUL = 0.4


@dataclass(slots=True)
class Found:
    """A pair with what its own paragraph says of it."""

    passage: Passage
    pair: Pair
    start: int
    end: int
    rule: str


def crossed(
    passage: Passage,
    firsts: Sequence[Mention],
    others: Sequence[Mention],
    *,
    scope: str = "",
    mutual: bool = False,
    rule: str = "ab/one-way",
) -> Iterator[Found]:
    """Each of the first with each of the others, or one by one if the words between or beside them say so.

    Which of several stands in for which is told by such a word alone; without one all that may be meant is put down as doubtful.
    """
    sure = 1.0
    if len(firsts) > 1 and len(others) > 1:
        named = [*firsts, *others]
        low, high = min(one.start for one in named), max(one.end for one in named)
        around = passage.text[max(0, low - _BESIDE) : high + _BESIDE]
        if len(firsts) == len(others) and _IN_ORDER.search(around):
            for a, b in zip(firsts, others, strict=True):
                yield pair_of(passage, a, b, "ab/in-order", mutual=mutual, scope=scope)
            return
        if not _FOR_ALL.search(around):
            sure, rule = _DOUBTFUL, "ab/several"
    for a in firsts:
        for b in others:
            found = pair_of(passage, a, b, rule, mutual=mutual, scope=scope)
            found.pair.confidence = min(found.pair.confidence, sure)
            yield found


def in_cells(row: Passage, known: frozenset[str]) -> Iterator[Found]:
    """The pair of a row whose cells bear the letters themselves: `登记窗口 | A岗：甲 | B岗：乙`."""
    if "A" not in row.text or "B" not in row.text:
        return
    sides: dict[str, list[Mention]] = {}
    for cell in row_of(row).cells:
        if (label := _LETTER_OF_CELL.match(cell.text)) is not None:
            if label["letter"] in sides:
                return
            sides[label["letter"]] = names(cell, (label.end(), len(cell.text)), known, cell=True)
    firsts, others = sides.get("A", []), sides.get("B", [])
    if len(firsts) == 1 and firsts[0].person:
        for other in others:
            pair = Pair(firsts[0].person, other.person, confidence=min(firsts[0].confidence, other.confidence, 1.0))
            yield Found(row, pair, 0, len(row.text), "ab/table")


def pair_of(
    passage: Passage, a: Mention, b: Mention, rule: str, *, mutual: bool, scope: str = "", exclusion: str = "",
    at: Mention | None = None,
) -> Found:  # fmt: skip
    """One pair and its words: from one name to the other, or those of `at` alone where the block names the other."""
    pair = Pair(
        a.person,
        b.person,
        mutual=mutual,
        scope=scope,
        exclusion=exclusion,
        confidence=min(a.confidence, b.confidence, 1.0),
    )
    if at is not None:
        return Found(passage, pair, at.start, at.end, rule)
    return Found(passage, pair, min(a.start, b.start), max(a.end, b.end), rule)


def without_order(text: str, low: int, high: int) -> tuple[int, int]:
    """A stretch that names persons without `分别由` before them and `依次` behind them."""
    before, behind = _EACH_BEFORE.match(text, low, high), _EACH_BEHIND.search(text[low:high])
    return before.end() if before else low, low + behind.start() if behind else high


def names(passage: Passage, span: tuple[int, int], known: frozenset[str], *, cell: bool = False) -> list[Mention]:
    """The persons of a stretch that must name persons alone; `cell` reads it as a cell of a table of pairs."""
    low, high = without_order(passage.text, *span)
    while high > low and passage.text[high - 1] in "。;, (":
        high -= 1
    if cell:
        phone = _PHONE_BEHIND.search(passage.text, max(low, high - _LONGEST_PHONE), high)
        high = phone.start() if phone else high
        other = _LABEL_BEHIND.search(passage.text, low, high)
        high = other.start() if other else high
        return stand_ins_tables.names(passage, low, high, known)
    return subjects.named(passage, low, high, known=known)
