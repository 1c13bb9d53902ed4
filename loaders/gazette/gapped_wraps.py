"""Rows of tables set with gaps whose cells go on in the lines below, as a converter of files prints narrow columns.

    3   完善冷链设施   县商务局   县发展改革委、县供
                                  销社                 6月底

A numbered row, and below it lines whose every word stands under the head of a column and none under that of the numbers: the
words of one column, line by line, are its cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from loaders.gazette import lists
from loaders.gazette.cell_kinds import MISFIT, Kind, worth
from loaders.readers.paper import Line, Paper, Passage

#: The words of one cell: narrower gaps stand inside (`韩 玉`).
_WORDS = re.compile(r"\S(?: ?\S)*+")
_WHOLE_DAY = re.compile(r"[月底前旬日末期内]$")
_INDENT = "  "
#: How far from its head a cell may begin, in half widths.
_STRAYS = 2
_MOST_LINES = 6


def row(
    paper: Paper, lines: Sequence[Line], kinds: Sequence[Kind], heads: Sequence[int], number: int
) -> tuple[Passage, tuple[int, ...]] | None:
    """The row that begins in the first line, with tabs, and the numbers of its other lines; None if it has one line only.

    `heads` are the margins of the column heads, `number` of rows stand above.
    """
    if kinds[0] != "number" or len(lines) < 2:
        return None
    below = [line for at, line in enumerate(lines[1:_MOST_LINES], 1) if line.number == lines[0].number + at]
    if not below or not paper.folded.startswith(_INDENT, below[0].start):
        return None
    first = _cells(paper, lines[0], heads)
    if first is None or 0 not in first:
        return None
    parts: defaultdict[int, list[Passage]] = defaultdict(list)
    for column, cell in first.items():
        parts[column].append(cell)
    rest: list[int] = []
    for line in below:
        cells = _cells(paper, line, heads) if paper.folded.startswith(_INDENT, line.start) else None
        if cells is None or 0 in cells:
            break
        if _is_another_row(kinds, parts, cells):
            return None
        for column, cell in cells.items():
            if parts[column] and lists.begins_next_body(parts[column][-1].text, cell.text):
                parts[column].append(Passage(paper, "、", ((0, cell.start),)))
            parts[column].append(cell)
        rest.append(line.number)
    if not rest:
        return None
    joined = {column: Passage.join(cells) for column, cells in parts.items()}
    if any(worth(kinds[column], cell.text, number) <= MISFIT for column, cell in joined.items()):
        return None
    return _tabbed(paper, lines[0], joined, len(kinds)), tuple(rest)


def _is_another_row(kinds: Sequence[Kind], above: Mapping[int, list[Passage]], cells: Mapping[int, Passage]) -> bool:
    """Whether a line without a number says whole things again, a day below a day, so that only its number was merged with that above."""
    return any(
        kinds[column] == "day"
        and above.get(column)
        and _WHOLE_DAY.search(above[column][-1].text)
        and cell.text[0].isdigit()
        for column, cell in cells.items()
    )


def margins_of(paper: Paper, line: Line) -> list[int]:
    """How far from the margin each character is printed, in half widths: a Chinese one is as wide as two others."""
    widths = (1 if character.isascii() else 2 for character in paper.text[line.start : line.end])
    return list(accumulate(widths, initial=0))


def _cells(paper: Paper, line: Line, heads: Sequence[int]) -> dict[int, Passage] | None:
    """The words of a line by the column under whose head they begin; None if some stand under none."""
    margins = margins_of(paper, line)
    found: dict[int, Passage] = {}
    for match in _WORDS.finditer(paper.folded[line.start : line.end]):
        near = [at for at, head in enumerate(heads) if abs(margins[match.start()] - head) <= _STRAYS]
        if len(near) != 1 or near[0] in found:
            return None
        found[near[0]] = paper.passage(line.start + match.start(), line.start + match.end())
    return found or None


def _tabbed(paper: Paper, line: Line, cells: dict[int, Passage], width: int) -> Passage:
    parts: list[Passage] = []
    for column in range(width):
        if column:
            place = parts[-1].end - 1 if parts else line.start
            parts.append(Passage(paper, "\t", ((0, place),)))
        if column in cells:
            parts.append(cells[column])
    return Passage.join(parts)
