"""The tables of `sheets` as a workbook or as CSV files, headings in Chinese or English, guarded against formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from core.errors import LimitError
from core.settings import Language
from graph.elements import Graph
from graph.exports.archive import packed, unpacked
from graph.exports.index import Index
from graph.exports.lines import csv_bytes, guarded
from graph.exports.making import Making
from graph.exports.sheets import SHEETS, Row, Sheet

#: What the file format takes: rows of a sheet, characters of a cell.
MAX_ROWS: Final = 1_048_576
MAX_CELL: Final = 32_767
_WIDTHS: Final = ((4, 14), (8, 22), (100, 40))
#: The library writes the moment of saving; ours is fixed, so that equal graphs give equal bytes.
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)")
#: Old spreadsheets take a file for UTF-8 only if it begins with this mark.
_MARK: Final = b"\xef\xbb\xbf"


def workbook(graph: Graph, making: Making) -> bytes:
    """One sheet a question. Raises `LimitError` (`EXPORT-TOO-LARGE`) for more rows than the format takes."""
    index, book = Index(graph), Workbook(write_only=True)
    filled = [(sheet, _rows(sheet, index, making.language)) for sheet in SHEETS]
    for sheet, rows in filled:
        _write(book.create_sheet(sheet.name.in_language(making.language)), sheet, rows, making.language)
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpacked(buffer.getvalue())
    parts["docProps/core.xml"] = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", parts["docProps/core.xml"])
    return packed({name: [data] for name, data in parts.items()})


def tables(graph: Graph, making: Making) -> Iterator[tuple[str, bytes]]:
    """The same sheets as CSV files, by file name."""
    index, language = Index(graph), making.language
    for sheet in SHEETS:
        head = [column.in_language(language) for column in sheet.columns]
        yield f"{sheet.name.in_language(language)}.csv", _MARK + csv_bytes([head, *sheet.rows(index, language)])


def _rows(sheet: Sheet, index: Index, language: Language) -> list[Row]:
    """The lines of a sheet, as the format takes them; refused before anything is written."""
    rows = [[_clean(cell) for cell in row] for row in sheet.rows(index, language)]
    if len(rows) >= MAX_ROWS:
        raise LimitError(
            f"行数超过表格的限度 | more rows than a sheet takes: {len(rows)}",
            remedy="--format csv 或 | or parquet，--on，--jurisdiction",
            code="EXPORT-TOO-LARGE",
        )
    return rows


def _write(page: Worksheet, sheet: Sheet, rows: list[Row], language: Language) -> None:
    head = [column.in_language(language) for column in sheet.columns]
    for place in range(len(head)):
        longest = max((len(row[place]) for row in rows[:200]), default=0)
        width = next((width for limit, width in _WIDTHS if longest <= limit), _WIDTHS[-1][1])
        page.column_dimensions[_letter(place)].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{_letter(len(head) - 1)}{len(rows) + 1}"
    page.append([_head_cell(page, words) for words in head])
    for row in rows:
        page.append(row)


def _head_cell(page: Worksheet, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=words)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top")
    return cell


def _clean(cell: str) -> str:
    """What the format takes: no control characters, no formula, no more than fits; the dots say that it goes on."""
    plain = guarded(ILLEGAL_CHARACTERS_RE.sub("", cell))
    return plain if len(plain) <= MAX_CELL else f"{plain[: MAX_CELL - 1]}…"


def _letter(place: int) -> str:
    return chr(ord("A") + place)
