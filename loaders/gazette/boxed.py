"""Tables drawn with box characters (`│ 村名 │ 包村领导 │` between `┌──┬──┐`), as old papers and pasted pages print them.

Where lines are drawn between all rows, what stands between two of them is one row; where none is drawn but below the head, a
row is a line, and a line below it goes on with those of its cells that fill their column. A row is given on as a passage with
tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from loaders.readers.paper import Line, Paper, Passage

_BARS = "│┃"
_BAR = re.compile(f"[{_BARS}]")
_DRAWN = re.compile(r"[\u2500-\u257f\s]+")
_FEWEST_CELLS, _MOST_CELLS = 2, 24

_Cells = list[Passage]


def rows(paper: Paper, lines: Sequence[Line], furniture: frozenset[int]) -> Mapping[int, Passage | None]:
    """The rows of such tables by the number of their first line, and None for all their other lines."""
    if not lines or all(paper.folded.find(bar, lines[0].start, lines[-1].end) < 0 for bar in _BARS):
        return {}
    found: dict[int, Passage | None] = {}
    printed = [line for line in lines if paper.words[line.number - 1] and line.number not in furniture]
    for boxed, run in groupby(printed, key=lambda line: _is_boxed(paper.words[line.number - 1])):
        if boxed:
            found.update(_table(paper, list(run)))
    return found


def _is_boxed(words: str) -> bool:
    return _DRAWN.fullmatch(words) is not None or (
        words[0] in _BARS and words[-1] in _BARS and len(_BAR.findall(words)) > _FEWEST_CELLS
    )


def _table(paper: Paper, lines: list[Line]) -> dict[int, Passage | None]:
    drawn = [line for line in lines if _DRAWN.fullmatch(paper.words[line.number - 1])]
    blocks = [
        [(line, _cells(paper, line)) for line in block]
        for is_drawn, block in groupby(lines, key=lambda line: line in drawn)
        if not is_drawn
    ]
    widths = {len(cells) for block in blocks for _, cells in block}
    if len(widths) != 1 or not _FEWEST_CELLS <= max(widths) <= _MOST_CELLS:
        return {}
    # A line below the head alone parts no rows.
    between = len(blocks) > _FEWEST_CELLS
    found: dict[int, Passage | None] = {line.number: None for line in lines}
    for place, block in enumerate(blocks):
        for number, cells in _rows(block, whole=between or (place == 0 and len(blocks) > 1)):
            found[number] = _tabbed(cells)
    return found


def _rows(block: list[tuple[Line, _Cells]], *, whole: bool) -> Iterator[tuple[int, _Cells]]:
    """The rows of a block with the number of their first line: one if it is a row as a `whole`."""
    number, above = block[0][0].number, block[0][1]
    last = above
    for line, cells in block[1:]:
        if whole or _goes_on(last, cells):
            above = [
                Passage.join([_trimmed(upper), _trimmed(lower)]) for upper, lower in zip(above, cells, strict=True)
            ]
        else:
            yield number, above
            number, above = line.number, cells
        last = cells
    yield number, above


def _goes_on(above: _Cells, cells: _Cells) -> bool:
    """Whether each cell of a line that is not blank stands below one that fills its column, and one at least is blank."""
    filled = [at for at, cell in enumerate(cells) if cell.text.strip()]
    full = all(above[at].text.strip() and not above[at].text[-1:].isspace() for at in filled)
    return bool(filled) and len(filled) < len(cells) and full


def _cells(paper: Paper, line: Line) -> _Cells:
    bars = [line.start + match.start() for match in _BAR.finditer(paper.folded[line.start : line.end])]
    return [paper.passage(low + 1, high) for low, high in pairwise(bars)]


def _trimmed(cell: Passage) -> Passage:
    start = len(cell.text) - len(cell.text.lstrip())
    return cell.cut(start, max(start, len(cell.text.rstrip())))


def _tabbed(cells: _Cells) -> Passage:
    parts: list[Passage] = []
    for at, cell in enumerate(cells):
        if at:
            parts.append(Passage(cell.paper, "\t", ((0, max(cells[at - 1].start, cell.start - 1)),)))
        parts.append(_trimmed(cell))
    return Passage.join(parts)
