"""Tables of a PDF: found by their rulings, merged cells known by their boxes, one that goes on over pages put together."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.readers.grid import cell_words
from loaders.readers.layout import Piece, Row, rows_of, words_of
from loaders.readers.lookalikes import plain
from loaders.readers.pages import PrintedPage, PrintedRow, PrintedTable
from loaders.readers.paper import Box
from loaders.readers.pdf_letters import Letter

if TYPE_CHECKING:
    from pdfplumber.page import Page

#: A page with more rulings is a drawing; looking for tables among them takes time with their square.
_MOST_RULINGS = 3_000
#: Rulings nearer than this are one.
_NEAR = 3.0
#: What office programs leave between a ruling and the words (0.19 cm).
_PADDING = 5.4


@dataclass(frozen=True, slots=True)
class Found:
    """A table on a page and the box it fills."""

    box: Box
    table: PrintedTable


def tables_of(page: Page, letters: Sequence[Letter]) -> list[Found]:
    """The ruled tables of a page, of two columns and three cells at least; a frame around text is none."""
    if len(page.edges) > _MOST_RULINGS:
        return []
    found = []
    for table in page.find_tables():
        boxes = [Box(*map(float, cell)) for cell in table.cells]
        printed = table_of(boxes, letters, page.page_number)
        if printed is not None:
            found.append(Found(Box(*map(float, table.bbox)), printed))
    return found


def table_of(boxes: Sequence[Box], letters: Sequence[Letter], page: int) -> PrintedTable | None:
    """The table of these cells, with the letters that stand in them; None for one of less than two columns, three cells, two words."""
    columns, rows = _edges([box.x0 for box in boxes]), _edges([box.top for box in boxes])
    if len(columns) < 2 or len(rows) * len(columns) < 3:
        return None
    printed = _rows(boxes, columns, rows, letters, page)
    return PrintedTable(printed) if sum(bool(cell) for row in printed for cell in row.cells) >= 2 else None


def tiled(boxes: Sequence[Box]) -> bool:
    """Whether cells fill their grid, each place of it once."""
    columns, rows = _edges([box.x0 for box in boxes]), _edges([box.top for box in boxes])
    covered = Counter(
        (row, column)
        for box in boxes
        for row in range(_index(rows, box.top), _index(rows, box.bottom - 2 * _NEAR) + 1)
        for column in range(_index(columns, box.x0), _index(columns, box.x1 - 2 * _NEAR) + 1)
    )
    return len(covered) == len(rows) * len(columns) and set(covered.values()) == {1}


def joined(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Pages on which a table that ends one page and goes on atop the next stands whole, its head once, on the first."""
    done: list[PrintedPage] = []
    owner: int | None = None  # the page, among `done`, whose last block may go on
    for page in pages:
        first = page.blocks[0] if page.blocks else None
        if owner is not None and isinstance(first, PrintedTable):
            open_page = done[owner]
            last = open_page.blocks[-1]
            if isinstance(last, PrintedTable) and _same_columns(last, first):
                whole = PrintedTable((*last.rows, *_going_on(last, first)))
                done[owner] = replace(open_page, blocks=(*open_page.blocks[:-1], whole))
                page = replace(page, blocks=page.blocks[1:])
        done.append(page)
        if page.blocks:
            owner = len(done) - 1
    return done


def run_of(letters: Sequence[Piece]) -> str:
    """Letters of one line put together, room between them written as spaces."""
    return words_of(Row(tuple(letters)))


def _edges(places: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _rows(
    boxes: Sequence[Box], columns: Sequence[float], rows: Sequence[float], letters: Sequence[Letter], page: int
) -> tuple[PrintedRow, ...]:
    """The cells laid out: a cell's words in each row it covers, in its first column."""
    grid = [[""] * len(columns) for _ in rows]
    places: list[list[Box | None]] = [[None] * len(columns) for _ in rows]
    heights = [[box.top, box.bottom] for box in boxes]
    by_height = sorted(letters, key=lambda letter: letter.box.top)
    tops = [letter.box.top for letter in by_height]
    bottoms = list(rows)
    for box, (top, bottom) in zip(boxes, heights, strict=True):
        near = by_height[bisect_left(tops, top - 40) : bisect_left(tops, bottom)]
        words = _words(box, near)
        column = _index(columns, box.x0)
        for row in range(_index(rows, box.top), _index(rows, box.bottom - 2 * _NEAR) + 1):
            grid[row][column] = words
            places[row][column] = box
            bottoms[row] = max(bottoms[row], min(bottom, rows[row + 1] if row + 1 < len(rows) else bottom))
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    return tuple(
        PrintedRow(
            tuple(cells), Box(left, rows[number], right, bottoms[number]), page=page, boxes=tuple(places[number])
        )
        for number, cells in enumerate(grid)
        if any(cells)
    )


def _index(edges: Sequence[float], place: float) -> int:
    return max(0, bisect_left(edges, place + _NEAR) - 1)


def _words(cell: Box, letters: Sequence[Letter]) -> str:
    """The words of a cell on one line. A line that stops where the next word would still have fitted ends a paragraph."""
    inside = [
        Piece(letter.box, letter.text, letter.size)
        for letter in letters
        if cell.x0 <= (letter.box.x0 + letter.box.x1) / 2 < cell.x1
        and cell.top <= (letter.box.top + letter.box.bottom) / 2 < cell.bottom
        and letter.text.strip()
    ]
    parts: list[str] = []
    room = 0.0
    for row in rows_of(inside):
        words = plain(words_of(row))
        first = row.pieces[0].box
        if parts and first.x1 - first.x0 > room:
            parts[-1] += words
        else:
            parts.append(words)
        room = cell.x1 - cell.x0 - 2 * _PADDING - (row.box.x1 - row.box.x0) - 0.3 * row.size
    return cell_words(parts)


def _same_columns(above: PrintedTable, below: PrintedTable) -> bool:
    first, second = above.rows[-1].box, below.rows[0].box
    if len(above.rows[-1].cells) != len(below.rows[0].cells) or first is None or second is None:
        return False
    return abs(first.x0 - second.x0) < 12 and abs(first.x1 - second.x1) < 12


def _going_on(above: PrintedTable, below: PrintedTable) -> tuple[PrintedRow, ...]:
    """The rows of the lower part without the head that returns; a row cut by the page's end is put together."""
    rows = below.rows
    heads = 0
    while heads < min(len(rows), len(above.rows)) and rows[heads].cells == above.rows[heads].cells:
        heads += 1
    return rows[heads:]
