"""Tables whose cells are parted by bars that stand between them only: `序号|项目名称|责任领导` over rows of as many bars.

Lines between bars at both ends are rows by themselves (`cells`). A row is given on as a passage with tabs; the head, whose cells
are known words, says that the bars part columns and not the places of a page (`首页 | 政务公开`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loaders.gazette.heads import head_of
from loaders.readers.paper import Line, Paper, Passage

_FEWEST_BARS, _MOST_BARS = 2, 40
_LONGEST_HEAD = 16
_FEWEST_KNOWN = 2
#: `3.清淤`: what counts the rows in a column of its own.
_NUMBER = re.compile(r"\s*(\d{1,3})[.、．](?!\d)")
#: A heading between rows (`一、产业提升`) parts the table, and does not end it.
_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:,|]{2,24}")


def rows(paper: Paper, lines: Sequence[Line], furniture: frozenset[int]) -> Mapping[int, Passage]:
    """The rows of such tables by the number of their line, heads among them; empty if there is none.

    A table is a head and one row below it at least; a line with more or fewer bars ends it, the turn of a page does not.
    """
    if not lines or paper.folded.find("|", lines[0].start, lines[-1].end) < 0:
        return {}
    found: dict[int, Passage] = {}
    head: Line | None = None
    counted: _Counted | None = None
    bars = 0
    for line in lines:
        words = paper.words[line.number - 1]
        if not words or line.number in furniture:
            continue
        count = words.count("|")
        if head is not None and count == bars and "\t" not in words:
            if head.number not in found:
                found[head.number] = _passage(paper, head)
            cells = [cell.strip() for cell in words.removesuffix("|").split("|")]
            moved = 0 if counted is None else _moved(cells, counted)
            found[line.number] = _passage(paper, line, moved)
            counted = _counted(cells, moved) or counted
        elif head is None or not _SECTION.fullmatch(words):
            head, bars = (line, count) if _is_head(words, count) else (None, 0)
            counted = None
    return found


class _Counted(NamedTuple):
    """The column whose cells begin with a number, and the last number in it."""

    column: int
    number: int


def _counted(cells: Sequence[str], moved: int) -> _Counted | None:
    for at, cell in enumerate(cells):
        if (number := _NUMBER.match(cell)) is not None:
            return _Counted(at + moved, int(number[1]))
    return None


def _moved(cells: Sequence[str], above: _Counted) -> int:
    """How many columns a row stands too far to the left: its first cell has the next number, and as many cells at its end are blank."""
    number = _NUMBER.match(cells[0])
    if number is None or int(number[1]) != above.number + 1 or any(cells[len(cells) - above.column :]):
        return 0
    return above.column


def _is_head(words: str, bars: int) -> bool:
    if not _FEWEST_BARS <= bars <= _MOST_BARS or "\t" in words or words[0] == "|":
        return False
    cells = ["".join(cell.split()) for cell in words.removesuffix("|").split("|")]
    short = len(cells) > 1 and all(0 < len(cell) <= _LONGEST_HEAD for cell in cells)
    return short and sum(head_of(cell) is not None for cell in cells) >= _FEWEST_KNOWN


def _passage(paper: Paper, line: Line, moved: int = 0) -> Passage:
    """A row with tabs, behind as many blank cells as it was moved; a bar behind the last cell parts nothing."""
    last = len(paper.folded[line.start : line.end].rstrip())
    end = line.start + last - (paper.folded[line.start + last - 1] == "|")
    parts = [Passage(paper, "\t", ((0, line.start),))] * moved
    at = line.start
    while at <= end:
        stop = paper.folded.find("|", at, end)
        if at > line.start:
            parts.append(Passage(paper, "\t", ((0, at - 1),)))
        upto = stop if stop >= 0 else end
        if at < upto:
            parts.append(paper.passage(at, upto))
        if stop < 0:
            break
        at = stop + 1
    return Passage.join(parts)
