"""Limits on what is read, each with its reason. Beyond one, a file is refused with `LimitError`, never cut short.

`Limits` is what a reader of one file is held to; `GET /limits` shows `DESCRIBED`. What limits requests stands in `api.limits`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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

#: Files in one archive: a year of a county's papers, one a file, is under two thousand.
MAX_ENTRIES = 10_000
#: What is unpacked against what was packed, once more than `RATIO_COUNTS_FROM_MB` came out. The XML of office files packs 10 to
#: 60 times; Deflate cannot pass 1,032, and only a trap comes near it.
MAX_RATIO = 200
RATIO_COUNTS_FROM_MB = 16
#: Pages of one file. A city's gazette of a whole year is under a thousand.
MAX_PAGES = 2_000
#: Pages of one file read by OCR: seconds each, so that this is an hour's work.
MAX_SCANNED_PAGES = 500
#: Pixels of one page as an image: A3 at 600 dots an inch has seventy million.
MAX_PIXELS = 100_000_000
#: Cells of all tables of one paper: four times the largest task book.
MAX_TABLE_CELLS = 1_000_000
#: Characters of the text of one paper: three times the largest gazette of a year.
MAX_CHARACTERS = 20_000_000
#: Elements of one HTML page or one part of an office file; a table of the largest task book has some hundred thousand.
MAX_ELEMENTS = 2_000_000
#: Elements inside elements of a part of an office file: what libxml2 takes. What a person lays out stays below fifty.
MAX_NESTING = 256
#: Tags of a web page opened and not closed. Careless pages leave hundreds; the parser's time grows with the square.
MAX_OPEN_TAGS = 4_000
#: Processor seconds for the file as a whole: 2,000 pages of tables take half of it.
MAX_SECONDS = 600
#: Processor seconds for the rules that read the words of a file: so many for any, and a second more for so many bytes. The slowest
#: real gazette is read at ten times this speed.
RULES_LEAST_SECONDS = 60
RULES_BYTES_A_SECOND = 20_000
#: Processor seconds for a page that is read by OCR, at two cores a page takes about four.
MAX_SECONDS_A_SCAN = 60
#: Processor seconds to draw one page for a reader to look at; a page of drawings takes one.
MAX_SECONDS_A_PICTURE = 10
#: Memory of the process that parses one file; a gazette of 500 pages with tables needs a quarter.
MAX_MEMORY_MB = 1_536
#: The same where pages are read by OCR: the models reserve room they never touch.
MAX_MEMORY_OF_SCANS_MB = 6_144


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may be; the defaults are the limits above. `seconds` and `memory_mb` hold for the process that parses it."""

    file_mb: int = MAX_FILE_MB
    expanded_mb: int = MAX_EXPANDED_MB
    entries: int = MAX_ENTRIES
    ratio: int = MAX_RATIO
    pages: int = MAX_PAGES
    scanned_pages: int = MAX_SCANNED_PAGES
    pixels: int = MAX_PIXELS
    table_cells: int = MAX_TABLE_CELLS
    characters: int = MAX_CHARACTERS
    elements: int = MAX_ELEMENTS
    open_tags: int = MAX_OPEN_TAGS
    seconds: float = MAX_SECONDS
    memory_mb: int = MAX_MEMORY_MB


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class Described:
    """One limit as a person reads it: its name, the most that is taken, in what unit, and of what."""

    name: str
    value: int
    unit: str
    zh: str
    en: str


DESCRIBED: Final = (
    Described("file", MAX_FILE_MB, "MB", "一份文件", "one file"),
    Described("expanded", MAX_EXPANDED_MB, "MB", "压缩包或办公文件解压后", "what an archive or office file unpacks to"),
    Described("ratio", MAX_RATIO, "times", "解压后与压缩前之比", "unpacked against packed"),
    Described("entries", MAX_ENTRIES, "files", "一个压缩包里的文件", "files in one archive"),
    Described("pages", MAX_PAGES, "pages", "一份文件的页数", "pages of one file"),
    Described("scanned-pages", MAX_SCANNED_PAGES, "pages", "一份文件的扫描页", "scanned pages of one file"),
    Described("pixels", MAX_PIXELS, "pixels", "一页图像", "one page as an image"),
    Described("sheets", MAX_SHEETS, "sheets", "一个工作簿的工作表", "sheets of one workbook"),
    Described("sheet-rows", MAX_TABLE_ROWS, "rows", "一张工作表的行", "rows of one sheet"),
    Described("sheet-columns", MAX_SHEET_COLUMNS, "columns", "一张工作表的列", "columns of one sheet"),
    Described(
        "sheet-cells", MAX_SHEET_CELLS, "cells", "一张工作表的格子（含空格）", "places of one sheet, empty ones too"
    ),
    Described("table-cells", MAX_TABLE_CELLS, "cells", "一份文件里表格的格子", "cells of all tables of one paper"),
    Described("characters-read", MAX_CHARACTERS, "characters", "一份文件的文字", "characters of one paper"),
    Described("elements", MAX_ELEMENTS, "elements", "一个网页或部件的元素", "elements of a web page or a part"),
    Described("nesting", MAX_NESTING, "levels", "部件里元素的嵌套", "elements inside elements of a part"),
    Described("open-tags", MAX_OPEN_TAGS, "tags", "网页里未关闭的标签", "tags of a web page not closed"),
    Described("seconds", MAX_SECONDS, "seconds", "读取一份文件的处理器时间", "processor time to read one file"),
    Described(
        "rule-seconds",
        RULES_LEAST_SECONDS,
        "seconds",
        "规则读取一份文件，另每 20 KB 加一秒",
        "rules on one file, a second more for 20 KB",
    ),
    Described(
        "picture-seconds", MAX_SECONDS_A_PICTURE, "seconds", "画出一页的处理器时间", "processor time to draw one page"
    ),
    Described("memory", MAX_MEMORY_MB, "MB", "读取一份文件的内存", "memory to read one file"),
)


def check_size(name: str, size: int, limits: Limits | None = None) -> None:
    """Raise `LimitError` (`FILE-TOO-LARGE`) if a file of `size` bytes is beyond `limits.file_mb`."""
    most = MAX_FILE_MB if limits is None else limits.file_mb
    if size > most * 1024 * 1024:
        raise LimitError(
            f"{name}: 文件 {size / 1024 / 1024:.0f} MB，上限 {most} MB | the file is beyond the limit",
            remedy="分成较小的文件 | split it into smaller files",
            code="FILE-TOO-LARGE",
        )


def beyond(name: str, code: str, *, found: str, limit: str) -> LimitError:
    """A `LimitError` that says how much there is and how much is taken."""
    return LimitError(
        f"{name}: {found}，上限 {limit} | beyond the limit of {limit}",
        remedy="分成较小的文件，或另存为文本 | split it into smaller files, or save it as text",
        code=code,
    )
