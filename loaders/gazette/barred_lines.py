"""Tables whose cells stand one a line, each closed by a bar: `序号 |` / `任务 |` / `责任单位 |`, or the bar on the next line.

Pages turned into text often print a table so. The bars say where each cell ends, and what says where each row does is the bar
alone that opens it, or the number each row has, or, with neither, as many cells a row as the head has, each of which has to fit
its column. A row is given on as a passage with tabs, whose characters keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.gazette.cell_kinds import MISFIT, Kind, kind_of, worth
from loaders.readers.paper import Line, Paper, Passage

_CLOSED = re.compile(r"(?P<words>[^|]*[^|\s])\s*(?P<bars>\|(?:\s*\|){0,23})\s*")
_BARS = re.compile(r"\|(?:\s*\|){0,23}")
_NUMBER = re.compile(r"(\d{1,3})[、.．]?")
_MOST_LINES, _LONGEST_HEAD, _LONGEST_CELL = 6, 16, 400
_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 3, 24, 2


@dataclass(slots=True)
class _Cell:
    """The lines of a cell, and where the bar stands that closes it; `opens` if a bar alone before it opens a row."""

    lines: list[Line]
    bar: int
    opens: bool = False
    words: str = ""


@dataclass(slots=True)
class _Run:
    """Cells that follow one another, and all lines between the first of them and the bar of the last."""

    cells: list[_Cell] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def rows(paper: Paper, lines: Sequence[Line], furniture: frozenset[int]) -> Mapping[int, Passage | None]:
    """The rows of such tables by the number of their first line, heads among them, and None for all their other lines."""
    if not lines or paper.folded.find("|", lines[0].start, lines[-1].end) < 0:
        return {}
    found: dict[int, Passage | None] = {}
    # A lone number counts as the number of a page wherever it stands, but here it may be a cell.
    printed = [
        line
        for line in lines
        if (words := paper.words[line.number - 1]) and (line.number not in furniture or words.isdigit())
    ]
    for run in _runs(paper, printed):
        laid = (_opened(run.cells), _counted(run.cells), _even(run.cells))
        table = next((one for one in laid if len(one) > _FEWEST_ROWS), [])
        if not table:
            continue
        first, last = table[0], table[-1]
        start, end = _first_line(first), last[-1].bar
        found.update({line.number: None for line in run.lines if start <= line.start <= end})
        for row in table:
            found[next(cell for cell in row if cell.lines).lines[0].number] = _passage(paper, row)
    return found


def _runs(paper: Paper, lines: Sequence[Line]) -> Iterator[_Run]:
    """The stretches of cells closed by bars; lines that no bar closes part them."""
    run = _Run()
    open_lines: list[Line] = []
    opens = False
    for at, line in enumerate(lines):
        words = paper.words[line.number - 1]
        bars = _BARS.fullmatch(words)
        closed = _CLOSED.fullmatch(words) if bars is None and "|" in words else None
        if bars is None and closed is None and "|" in words:
            yield run
            run, open_lines, opens = _Run(), [], False
            continue
        if bars is None and closed is None:
            open_lines.append(line)
            if len(open_lines) > _MOST_LINES or len(words) > _LONGEST_CELL:
                yield run
                run, open_lines, opens = _Run(), open_lines[-1:], False
            continue
        # Where cells close with a bar on their own line, one alone opens a row.
        below = paper.words[lines[at + 1].number - 1] if at + 1 < len(lines) else ""
        if words == "|" and (not open_lines or _CLOSED.fullmatch(below) is not None):
            if open_lines and run.cells:
                yield run
                run = _Run()
            opens, open_lines = True, []
            run.lines.append(line)
            continue
        if bars is not None and not open_lines:
            place = line.start + paper.folded[line.start : line.end].find("|")
            run.cells.extend(_Cell([], place) for _ in range(words.count("|")))
            run.lines.append(line)
            continue
        if not run.cells:  # what stands over the first cell is no part of it
            open_lines = open_lines[-1:] if bars is not None else []
        held = [*open_lines, line] if closed is not None else open_lines
        run.lines.extend([*open_lines, line])
        place = line.start + paper.folded[line.start : line.end].find("|")
        text = "".join("".join(paper.words[one.number - 1].split()) for one in held).rstrip("|")
        run.cells.append(_Cell(held, place, opens, text))
        more = words.count("|") - 1
        run.cells.extend(_Cell([], place) for _ in range(more))
        open_lines, opens = [], False
    yield run


def _opened(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """The rows if a bar alone opens each of them, and all have as many cells as the first; a line of other cells ends the table."""
    starts = [at for at, cell in enumerate(cells) if cell.opens]
    if len(starts) <= _FEWEST_ROWS:
        return []
    found = [list(cells[begin:end]) for begin, end in pairwise([*starts, len(cells)])]
    width = len(found[0])
    whole = next((at for at, row in enumerate(found) if len(row) != width), len(found))
    return found[:whole] if _FEWEST_COLUMNS <= width <= _MOST_COLUMNS else []


def _head(cells: Sequence[_Cell]) -> int:
    """How many cells from the first on are heads of columns, all different and most of them of bodies, persons, numbers or days."""
    seen: set[str] = set()
    for cell in cells[:_MOST_COLUMNS]:
        if not cell.words or len(cell.words) > _LONGEST_HEAD or kind_of(cell.words) is None or cell.words in seen:
            break
        seen.add(cell.words)
    telling = sum(kind_of(word) != "text" for word in seen)
    return len(seen) if len(seen) >= _FEWEST_COLUMNS and telling >= _FEWEST_COLUMNS - 1 else 0


def _counted(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """The rows if each has the next number: in the column headed so, or in one without a head behind the first, whose cells may be merged."""
    width = _head(cells)
    if not width:
        return []
    kinds = [kind_of(cell.words) for cell in cells[:width]]
    headed = kinds[0] == "number"
    if not headed and "number" in kinds:
        return []
    places: list[int] = []
    last = 0
    for at in range(width, len(cells)):
        number = _NUMBER.fullmatch(cells[at].words)
        if number is not None and (not places or int(number[1]) == last + 1):
            places.append(at)
            last = int(number[1])
    behind = width - 1
    blank = _Cell([], cells[0].bar)
    found = [list(cells[:width]) if headed else [cells[0], blank, *cells[1:width]]]
    end = width
    for at in places:
        between = at - end
        if between > (0 if headed else 1) or at + behind >= len(cells):
            break
        row = list(cells[at : at + behind + 1])
        if not headed:
            over = cells[end] if between else _Cell([], cells[at - 1].bar)
            row = [over, *row]
        found.append(row)
        end = at + behind + 1
    fitting = sum(_fits(row[1 if headed else 2 :], kinds[1:]) for row in found[1:])
    return found if fitting * 3 >= (len(found) - 1) * 2 else []


def _even(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """The rows if the head counts the cells of each and all of them fit their columns."""
    width = _head(cells)
    kinds = [kind_of(cell.words) for cell in cells[:width]]
    if not width or "number" in kinds:
        return []
    found = [list(cells[:width])]
    for at in range(width, len(cells) - width + 1, width):
        row = list(cells[at : at + width])
        if not all(cell.words for cell in row) or not _fits(row, kinds):
            return []
        found.append(row)
    return found


def _fits(row: Sequence[_Cell], kinds: Sequence[Kind | None]) -> bool:
    """Whether the cells of a row can stand in their columns."""
    return all(
        kind is None or not cell.words or worth(kind, cell.words, 0) > MISFIT
        for cell, kind in zip(row, kinds, strict=True)
    )


def _first_line(row: Sequence[_Cell]) -> int:
    return next(cell.lines[0].start for cell in row if cell.lines)


def _passage(paper: Paper, row: Sequence[_Cell]) -> Passage:
    """A row with tabs where the bars stand."""
    parts: list[Passage] = []
    edge = _first_line(row)
    for at, cell in enumerate(row):
        if at:
            parts.append(Passage(paper, "\t", ((0, edge),)))
        for line in cell.lines:
            end = min(line.end, cell.bar) if line.start <= cell.bar else line.end
            if line.start < end:
                parts.append(paper.passage(line.start, end))
        edge = max(edge, cell.bar)
    return Passage.join(parts)
