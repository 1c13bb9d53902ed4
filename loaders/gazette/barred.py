"""Tables whose cells are parted by bars that stand between them only: `序号|项目名称|责任领导` over rows of as many bars.

Lines between bars at both ends are rows by themselves (`cells`). A row is given on as a passage with tabs; the head, whose cells
are known words, says that the bars part columns and not the places of a page (`首页 | 政务公开`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.gazette.heads import head_of
from loaders.readers.paper import Line, Paper, Passage

_FEWEST_BARS, _MOST_BARS = 2, 40
_LONGEST_HEAD = 16
_FEWEST_KNOWN = 2
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
    bars = 0
    for line in lines:
        words = paper.words[line.number - 1]
        if not words or line.number in furniture:
            continue
        count = words.count("|")
        if head is not None and count == bars and "\t" not in words:
            if head.number not in found:
                found[head.number] = _passage(paper, head)
            found[line.number] = _passage(paper, line)
        elif head is None or not _SECTION.fullmatch(words):
            head, bars = (line, count) if _is_head(words, count) else (None, 0)
    return found


def _is_head(words: str, bars: int) -> bool:
    if not _FEWEST_BARS <= bars <= _MOST_BARS or "\t" in words or words[0] == "|" or words[-1] == "|":
        return False
    cells = ["".join(cell.split()) for cell in words.split("|")]
    short = all(0 < len(cell) <= _LONGEST_HEAD for cell in cells)
    return short and sum(head_of(cell) is not None for cell in cells) >= _FEWEST_KNOWN


def _passage(paper: Paper, line: Line) -> Passage:
    parts: list[Passage] = []
    at = line.start
    while at <= line.end:
        stop = paper.folded.find("|", at, line.end)
        if at > line.start:
            parts.append(Passage(paper, "\t", ((0, at - 1),)))
        end = stop if stop >= 0 else line.end
        if at < end:
            parts.append(paper.passage(at, end))
        if stop < 0:
            break
        at = stop + 1
    return Passage.join(parts)
