"""Spreadsheets people keep, read into the tables of the waist: from any usual words over the columns.

A sheet is cut into tables (a head row, the rows below it), each is written out as the lines of a printed table, and the
reader of that kind of notice reads them: one set of rules for print and for spreadsheets. What comes back has a cell for
its evidence (`任务表!A7`) and the words of its row as the quote. Nothing is guessed twice: a row the reader leaves is
told with its cell. Cells under 电话, 身份证号, 住址 and the like are never read and stand masked in the quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from core.errors import InputError
from graph.names.places import place_of
from graph.statements import Document, EmergencyPlan, Source, Statement, Task
from loaders.foreign.heads import PRIVATE, Choices, Head, below, check_choices, heads_of, not_a_table
from loaders.foreign.kinds import COLUMN_NAMES, flat
from loaders.foreign.lines import BLANK, Lines, cell_of, is_heading, joined, words_of, written
from loaders.gazette import appointments, divisions, duties, indicators, plans, rosters, stand_ins, tasks_tables
from loaders.gazette.dates import day_of
from loaders.gazette.headings import Plans
from loaders.gazette.issue import derived_label
from loaders.gazette.notice import Notice, usual_number
from loaders.gazette.paragraphs import passages
from loaders.readers.folding import fold
from loaders.readers.sheets import Sheet, sheets_apart
from loaders.readers.text import paper_of

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[(（](?:19|20)\d{2}[〕\])）]第?\d{1,4}号")
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}[日号]")
_REMARK = re.compile(
    r"(?:合计|总计|小计)[:：\d.]*|(?:备注|说明|注)(?:[\d]{0,2}[:：].*)?|(?:填表|制表|审核|填报|联系|单位)[^:：]{0,8}[:：].*"
)
_FIRST_LINE = 4096
_BARE = re.compile(r"(?:附件|附表|附)[\d一二三四五六七八九十]{0,2}[:：]?")


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column as it was understood: its place, the printed words, the column at the waist (empty: not read)."""

    place: str
    printed: str
    column: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A row or a sheet that could not be read: its cell, its words, and why."""

    cell: str
    words: str
    why: str
    why_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """One table of a sheet as it was understood."""

    sheet: str
    table: str
    name: str
    title: str
    doc_id: str
    columns: tuple[ColumnRead, ...]
    rows: int
    statements: tuple[Statement, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """What a file of sheets says, table by table, and the sheets that hold no table we know."""

    tables: tuple[TableRead, ...]
    passed_over: tuple[Unread, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order of sheets and rows."""
        return tuple(statement for table in self.tables for statement in table.statements)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """All that could not be read."""
        return (*(row for table in self.tables for row in table.unread), *self.passed_over)


def read_foreign(data: bytes, name: str, sha256: str, choices: Choices, jurisdiction: str = "") -> SheetsRead:
    """Read the spreadsheet tables of a file.

    Raises `InputError` (`TABLE-COLUMN-MISSING`, `TABLE-UNKNOWN`) if no sheet, or a sheet asked for by name, holds a
    table that can be read; `UsageError` for a choice that means nothing.
    """
    sheets = sheets_apart(data, name)
    check_choices(choices, sheets, name)
    tables: list[TableRead] = []
    passed: list[Unread] = []
    errors: list[InputError] = []
    for sheet in sheets:
        if choices.sheets and sheet.name not in choices.sheets:
            continue
        heads = list(heads_of(sheet, choices))
        if not heads:
            error = not_a_table(sheet, name, choices)
            if choices.sheets:
                raise error
            errors.append(error)
            passed.append(_passed(sheet, error))
            continue
        for position, head in enumerate(heads):
            top = below(sheet, heads[position - 1]) if position else 0
            stop = (
                _caption_start(sheet, head, heads[position + 1].row) if position + 1 < len(heads) else len(sheet.rows)
            )
            tables.append(_table(sheet, head, top, stop, name, sha256, choices, jurisdiction, len(heads)))
    if not tables and errors:
        raise max(errors, key=lambda error: error.code == "TABLE-COLUMN-MISSING")
    if not tables:
        raise InputError(f"{name}: 没有可读的工作表 | no sheet with rows", code="FILE-EMPTY",
                         remedy="换一个有内容的文件 | give a file with rows")  # fmt: skip
    return SheetsRead(tuple(tables), tuple(passed))


def looks_foreign(data: bytes) -> bool:
    """Whether the first line of a CSV speaks Chinese and names no column of the waist (as `extract` writes them)."""
    first = data[:_FIRST_LINE].lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0]
    if any(name.encode() in first for name in COLUMN_NAMES if name.isascii()) or b"doc_id" in first:
        return False
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or any(byte > 127 for byte in first)


def _passed(sheet: Sheet, error: InputError) -> Unread:
    words = next((cell for row in sheet.rows for cell in row if cell), "")
    why, _, why_en = error.message.partition(": ")[2].partition(" | ")
    return Unread(sheet.place(0), words[:60], why, why_en)


def _caption_start(sheet: Sheet, head: Head, stop: int) -> int:
    """Where the lines over the next head begin: rows of one cell directly above it."""
    row = stop
    while row - 1 > head.row and len(set(filter(None, sheet.rows[row - 1]))) <= 1:
        row -= 1
    return row


def _table(
    sheet: Sheet, head: Head, top: int, stop: int, name: str, sha256: str, choices: Choices, jurisdiction: str,
    count: int,
) -> TableRead:  # fmt: skip
    caption_row, title = _caption_of(sheet, top, head.row)
    stem = name.rpartition("/")[2].rpartition(".")[0]
    above = [cell for row in sheet.rows[top : head.row] for cell in row if cell]
    number = next((usual_number(match[0]) for cell in above if (match := _NUMBER.search(joined(cell)))), "")
    day = next((day_of(match[0]) for cell in above if (match := _DAY.search(fold(joined(cell))))), "")
    plain = stem if sheet.name == stem or re.fullmatch(r"Sheet\d*", sheet.name) else f"{stem}·{sheet.name}"
    heading = title or (plain if count == 1 else f"{plain}·{head.row + 1}")
    doc_id = choices.document or number or derived_label(heading, day)
    place = jurisdiction or place_of(title).id
    lines = written(sheet, head, heading, caption_row, stop)
    notice = _notice(lines, sha256, doc_id, place, name, day)
    statements: list[Statement] = []
    if title:
        statements.append(
            Document(
                source=Source(
                    jurisdiction=place, doc_id=doc_id, file=sha256, cell=cell_of(sheet, caption_row),
                    quote=joined(title), rule="sheet/title",
                ),
                title=title, kind="表", signed_date=day,
            )
        )  # fmt: skip
    private = {place for place, word in enumerate(sheet.rows[head.row]) if PRIVATE.fullmatch(flat(fold(word)))}
    used: set[int] = set()
    for statement in _READERS[head.kind.table](notice):
        first, last = statement.source.line_start - 1, statement.source.line_end - 1
        rows = sorted({lines.rows[line] for line in range(first, last + 1)})
        used.update(rows)
        quote = "；".join(words_of(sheet, row, private) for row in rows)
        source = replace(
            statement.source,
            page=0,
            line_start=0,
            line_end=0,
            start=0,
            end=0,
            cell=cell_of(sheet, rows[0]),
            quote=quote,
        )
        statements.append(replace(_without_marks(statement), source=source))
    body = sorted({row for row in lines.rows if row > head.row})
    return TableRead(
        sheet=sheet.name,
        table=head.kind.table,
        name=head.kind.name,
        title=title,
        doc_id=doc_id,
        columns=_columns_read(sheet, head),
        rows=len(body),
        statements=tuple(statements),
        unread=tuple(
            _left(sheet, head, row, private) for row in body if row not in used and _is_body(sheet, head, row)
        ),
    )


def _without_marks(statement: Statement) -> Statement:
    """The statement without the marks that stood in blank cells."""
    if isinstance(statement, Task):
        return replace(
            statement,
            section="" if statement.section == BLANK else statement.section,
            deadline="" if statement.deadline == BLANK else statement.deadline,
        )
    if isinstance(statement, EmergencyPlan) and statement.category == BLANK:
        return replace(statement, category="")
    return statement


def _caption_of(sheet: Sheet, top: int, stop: int) -> tuple[int, str]:
    """The title over a table: the longest line of one cell above its head that is no number, day or remark."""
    found: list[tuple[int, str]] = []
    for row in range(top, stop):
        words = {joined(cell) for cell in sheet.rows[row] if cell}
        if len(words) == 1:
            title = words.pop()
            bare = _DAY.sub("", _NUMBER.sub("", fold(title))).strip("()（） ")
            if len(bare) >= 4 and not _REMARK.fullmatch(bare) and not _BARE.fullmatch(bare) and len(bare) <= 80:
                found.append((row, title))
    return max(found, key=lambda item: (len(item[1]), -item[0]), default=(stop, ""))


def _columns_read(sheet: Sheet, head: Head) -> tuple[ColumnRead, ...]:
    return tuple(
        ColumnRead(sheet.place(head.row, place), flat(word), column.name if column else "")
        for place, word in enumerate(sheet.rows[head.row])
        if word or place in head.columns
        for column in (head.columns.get(place),)
    )


def _notice(lines: Lines, sha256: str, doc_id: str, jurisdiction: str, name: str, day: str) -> Notice:
    paper = paper_of("\n".join(lines.text) + "\n", name=name, sha256=sha256, kind="table")
    used = paper.lines[: len(lines.text)]
    first = used[0]
    return Notice(
        paper=paper,
        doc_id=doc_id,
        kind="notice",
        jurisdiction=jurisdiction,
        title=paper.passage(first.start, first.end),
        issuer="",
        lines=used,
        body=passages(paper, used[1:], frozenset()),
        signed_date=day,
    )


def _is_body(sheet: Sheet, head: Head, row: int) -> bool:
    """Whether a row holds something to read: not a heading, a total, a remark, or the head again."""
    filled = [place for place in head.columns if sheet.rows[row][place]]
    first = next((cell for cell in sheet.rows[row] if cell), "")
    if not filled or _REMARK.fullmatch(joined(first)) or is_heading(sheet, row, head):
        return False
    return {head.columns[place].name for place in filled} != {"number"}


def _left(sheet: Sheet, head: Head, row: int, private: set[int]) -> Unread:
    """Why a row was left: a column it cannot do without stands empty, or its words say nothing to the reader."""
    cells = sheet.rows[row]
    filled = {column.name for place, column in head.columns.items() if cells[place]}
    words = words_of(sheet, row, private)[:120]
    lacking = head.kind.lacking(filled)
    if lacking:
        empty = next((place for place, column in head.columns.items() if column.name == lacking[0].name), None)
        cell = sheet.place(row, empty) if empty is not None else cell_of(sheet, row)
        label = lacking[0].label
        return Unread(cell, words, f"“{label}”为空", f"{lacking[0].name} is empty")
    return Unread(cell_of(sheet, row), words, "读不懂这一行", "no rule reads this row")


_READERS: Mapping[str, Callable[[Notice], Iterable[Statement]]] = {
    "tasks": lambda notice: tasks_tables.read(notice, Plans(notice)),
    "emergency_plans": plans.read,
    "ab_pairs": stand_ins.read,
    "appointments": appointments.table_rows,
    "indicators": indicators.read,
    "portfolios": divisions.read,
    "memberships": rosters.read,
    "duties": duties.read,
}
