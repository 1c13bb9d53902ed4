"""Workbooks made up for tests."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl

Rows = Sequence[Sequence[object]]


def workbook(*sheets: tuple[str, Rows, Sequence[str]] | tuple[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """An XLSX of sheets: a name, rows from A1, and the ranges to merge."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows, *merges in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        for range_ in merges[0] if merges else ():
            sheet.merge_cells(range_)
        if name in hidden:
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
