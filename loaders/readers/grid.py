"""Cells with spans laid out as rows: what is merged over rows stands in each of them, what is merged over columns once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.limits import Limits, beyond
from loaders.readers.pages import PrintedRow

#: No table people read has a cell over more columns; HTML holds `colspan` to this (HTML standard, 4.9.11).
MAX_SPAN = 1_000
_STOP = re.compile(r"[、，,;；。:：（(]$")
_GOES_ON = re.compile(r"[、，,;；。:：）)]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a format states it: its words, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


def laid_out(rows: Sequence[Sequence[Cell]], *, name: str, limits: Limits) -> tuple[PrintedRow, ...]:
    """The rows of a table, of equal length. Raises `LimitError` (`PAPER-TOO-LARGE`) beyond `limits.table_cells`."""
    grid: list[dict[int, str]] = [{} for _ in rows]
    filled = 0
    width = 0
    for top, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column in grid[top]:
                column += 1
            span = min(max(cell.columns, 1), MAX_SPAN)
            for row in range(top, min(top + max(cell.rows, 1), len(rows))):
                for place in range(column, column + span):
                    grid[row][place] = cell.text if place == column else ""
                filled += span
            if filled > limits.table_cells:
                raise beyond(name, "PAPER-TOO-LARGE", found="表格过大 tables", limit=f"{limits.table_cells} 格 cells")
            column += span
            width = max(width, column)
    if width * len(rows) > limits.table_cells:
        raise beyond(name, "PAPER-TOO-LARGE", found="表格过大 tables", limit=f"{limits.table_cells} 格 cells")
    return tuple(PrintedRow(tuple(row.get(column, "") for column in range(width))) for row in grid)


def cell_words(parts: Sequence[str]) -> str:
    """The paragraphs of a cell as one line: a space where one ends and the next begins without a mark between them."""
    words = ""
    for part in (part.strip() for part in parts):
        if not part:
            continue
        words += part if not words or _STOP.search(words) or _GOES_ON.match(part) else f" {part}"
    return words
