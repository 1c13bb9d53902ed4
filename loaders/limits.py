"""Limits on what is read, each with its reason. Beyond one, a file is refused with `LimitError`, never cut short."""

from __future__ import annotations

from core.errors import LimitError

#: One file. The largest real gazette of a city for a year, as text, is under 20 MB; ten times that is no paper.
MAX_FILE_MB = 200
#: One cell of a table file. A statement's quote is a few lines; a whole attachment in one cell stays far below.
MAX_CELL_CHARACTERS = 1_000_000
#: Rows of one table file: what a spreadsheet can hold (1,048,576).
MAX_TABLE_ROWS = 1_048_576
#: Files of one load. A province's gazettes of thirty years are some thousands.
MAX_FILES = 100_000
#: Folders inside folders, so that a loop of links ends.
MAX_FOLDER_DEPTH = 16
#: What a workbook may unpack to. A real one of a million rows is near 100 MB; beyond this it is a trap.
MAX_EXPANDED_MB = 500
#: Sheets of one workbook: a county's task book has one a department, some dozens.
MAX_SHEETS = 256
#: Columns of one sheet. A table people read has under fifty; a form laid out cell by cell some hundreds.
MAX_SHEET_COLUMNS = 1_024
#: Places of one sheet, empty ones too, for a reader holds them all: two hundred thousand rows of twenty columns.
MAX_SHEET_CELLS = 4_000_000


def check_size(name: str, size: int) -> None:
    """Raise `LimitError` (`FILE-TOO-LARGE`) if a file of `size` bytes is beyond `MAX_FILE_MB`."""
    if size > MAX_FILE_MB * 1024 * 1024:
        raise LimitError(
            f"{name}: 文件 {size / 1024 / 1024:.0f} MB，上限 {MAX_FILE_MB} MB | the file is beyond the limit",
            remedy="分成较小的文件 | split it into smaller files",
            code="FILE-TOO-LARGE",
        )
