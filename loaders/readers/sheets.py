"""Spreadsheets: CSV, XLSX, XLSM or XLS to sheets of printed cells, merged cells filled.

Cells are text as a person sees them: `3` and not `3.0`, a date as `2031-09-30`. A cell merged over rows stands in each
of them, one merged over columns of one row stands once (a title, a section) unless the row is short of other words.
A workbook is unpacked and measured before any reader holds it, so that a trap ends in a `LimitError`.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import python_calamine as calamine
from pydantic import TypeAdapter

from core.errors import InputError, LimitError
from loaders import limits
from loaders.readers.apart import call_apart
from loaders.readers.archive import Archive
from loaders.readers.encodings import decode
from loaders.readers.ooxml import check_no_doctype

#: How the files end that are read here.
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
DELIMITED = (".csv", ".tsv")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<row[^>]{0,200}?\br="(\d{1,7})"')
_OVERLAP = 256

Value = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[i][j]` is the text of the cell in row i+1, column j+1; rows are of equal length.

    `covered` are the places (row, column, from 0) that a merged cell fills and that print nothing of their own; `tells_merges` is
    whether the format has such cells at all, so that a blank one is blank.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    covered: frozenset[tuple[int, int]] = frozenset()
    tells_merges: bool = False

    def place(self, row: int, column: int = 0) -> str:
        """`任务表!C7`, from 0-based numbers."""
        return f"{self.name}!{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letters(0), letters(26)
    ('A', 'AA')
    """
    words = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        words = chr(ord("A") + rest) + words
    return words


def is_sheet_file(name: str) -> bool:
    """Whether a file is named like a spreadsheet."""
    return name.lower().endswith((*WORKBOOKS, *DELIMITED))


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a file in their order, empty and hidden ones left out.

    Raises `InputError` (`FILE-EMPTY`, `FILE-ENCODING`, `SHEET-BROKEN`, `SHEET-LOCKED`) or `LimitError`.
    """
    limits.check_size(name, len(data))
    if not data.strip():
        raise InputError(
            f"{name}: 空文件 | the file is empty",
            remedy="换一个有内容的文件 | give a file with rows",
            code="FILE-EMPTY",
        )
    # Systems hand out tab-separated text under the name of an old workbook; no program saves it as .xlsx.
    if not is_workbook(data) and name.lower().endswith((*DELIMITED, ".xls")):
        return (_delimited(data, name),)
    return _workbook(data, name)


def sheets_apart(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The same; a workbook is parsed in a process of its own, and that may raise what `loaders.readers.apart` raises."""
    if is_workbook(data):
        limits.check_size(name, len(data))
        return call_apart(_read_sheets, data, name, answer=TypeAdapter(tuple[Sheet, ...]))
    return read_sheets(data, name)


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are packed, as those of a workbook are."""
    return data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _read_sheets(data: bytes, name: str, _: limits.Limits) -> tuple[Sheet, ...]:
    return read_sheets(data, name)


# --- workbooks --------------------------------------------------------------------------------------------------


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    if data.startswith(b"PK"):
        _measure(data, name)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            visible = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible == calamine.SheetVisibleEnum.Visible and sheet.typ == calamine.SheetTypeEnum.WorkSheet
            ]
            if len(visible) > limits.MAX_SHEETS:
                raise _too_large(name, f"{len(visible)} 张工作表 sheets", f"{limits.MAX_SHEETS}")
            sheets = [_sheet(book.get_sheet_by_name(each), each, name) for each in visible]
    except calamine.PasswordError as error:
        raise InputError(
            f"{name}: 工作簿有密码 | the workbook is locked",
            remedy="去掉密码后另存 | save it without a password",
            code="SHEET-LOCKED",
        ) from error
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError, ValueError) as error:
        raise InputError(
            f"{name}: 不是可读的工作簿 | not a readable workbook: {error}",
            remedy="用表格软件打开后另存为 xlsx | open it and save it as xlsx",
            code="SHEET-BROKEN",
        ) from error
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(sheet: calamine.CalamineSheet, title: str, name: str) -> Sheet:
    _check_extent(name, title, sheet.total_height, sheet.total_width)
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top >= len(rows) or left >= len(rows[top]):
            continue
        words = rows[top][left]
        rows_too = range(top, min(bottom + 1, len(rows)))
        # A cell over several columns is one cell of its row; over several rows it is a cell of each of them.
        columns = range(left, left + 1) if bottom == top else range(left, min(right + 1, len(rows[top])))
        for row in rows_too:
            for column in columns:
                if (row, column) != (top, left):
                    rows[row][column] = words
                    covered.add((row, column))
    while rows and not any(rows[-1]):
        rows.pop()
    return Sheet(title, tuple(tuple(row) for row in rows), frozenset(covered), tells_merges=True)


def _text(value: Value) -> str:
    """A value as a spreadsheet shows it when told nothing."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip() if value is not None else ""


def _measure(data: bytes, name: str) -> None:
    """Unpack every member in pieces and throw it away: sizes as they are, not as they are declared.

    A part with a document type is refused here too: no workbook has one.
    """
    try:
        with Archive(data, name, limits.Limits(expanded_mb=limits.MAX_EXPANDED_MB)) as archive:
            for member in archive.entries():
                sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
                rows = columns = 0
                tail = b""
                for piece in archive.chunks(member):
                    text = tail + piece
                    if member.filename.endswith((".xml", ".rels")):
                        check_no_doctype(text, name, member.filename)
                    if sheet:
                        for letters_of, number in _PLACE.findall(text):
                            rows, columns = max(rows, int(number)), max(columns, _column(letters_of))
                        rows = max([rows, *(int(number) for number in _ROW.findall(text))])
                    tail = text[-_OVERLAP:]
                if sheet:
                    _check_extent(name, member.filename.rpartition("/")[2], rows, columns)
    except LimitError as error:
        raise LimitError(error.message, remedy=error.remedy, code="SHEET-TOO-LARGE") from error
    except InputError as error:
        if error.code != "FILE-BROKEN":
            raise
        raise InputError(
            f"{name}: 不是可读的工作簿 | not a readable workbook",
            remedy="用表格软件打开后另存为 xlsx | open it and save it as xlsx",
            code="SHEET-BROKEN",
        ) from error


def _column(words: bytes) -> int:
    number = 0
    for letter in words:
        number = number * 26 + letter - 64
    return number


def _check_extent(name: str, sheet: str, rows: int, columns: int) -> None:
    if rows > limits.MAX_TABLE_ROWS:
        raise _too_large(name, f"{sheet}: {rows} 行 rows", f"{limits.MAX_TABLE_ROWS}")
    if columns > limits.MAX_SHEET_COLUMNS:
        raise _too_large(name, f"{sheet}: {columns} 列 columns", f"{limits.MAX_SHEET_COLUMNS}")
    if rows * columns > limits.MAX_SHEET_CELLS:
        raise _too_large(name, f"{sheet}: {rows}×{columns} 格 cells", f"{limits.MAX_SHEET_CELLS}")


def _too_large(name: str, found: str, limit: str) -> LimitError:
    return LimitError(
        f"{name}: {found}，上限 {limit} | beyond the limit",
        remedy="删去空行空列，或拆成几个文件 | remove empty rows and columns, or split the file",
        code="SHEET-TOO-LARGE",
    )


# --- delimited text ---------------------------------------------------------------------------------------------


def _delimited(data: bytes, name: str) -> Sheet:
    text = decode(data, name).removeprefix("\ufeff")
    csv.field_size_limit(limits.MAX_CELL_CHARACTERS)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(("\t", ",", ";", "，"), key=first.count) if not name.lower().endswith(".tsv") else "\t"
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            rows.append([_text(cell) for cell in row])
            if len(rows) > limits.MAX_TABLE_ROWS:
                raise _too_large(name, f"{len(rows)} 行 rows", f"{limits.MAX_TABLE_ROWS}")
    except csv.Error as error:
        raise InputError(
            f"{name}, 第 {len(rows) + 1} 条 record: CSV 格式有误（{error}）| broken CSV",
            remedy="检查引号是否成对 | see that every quotation mark is closed",
            code="TABLE-BROKEN-CSV",
        ) from error
    width = max((len(row) for row in rows), default=0)
    _check_extent(name, name, len(rows), width)
    stem = name.rpartition("/")[2].rpartition(".")[0]
    return Sheet(stem, tuple(tuple([*row, *[""] * (width - len(row))]) for row in rows))
