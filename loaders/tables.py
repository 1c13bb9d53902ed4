"""The waist as files: statement tables written as CSV and read back, cell for cell.

One file a table (`memberships.csv`): its own columns, then the source columns. UTF-8, `;` between list items, with
`\\;` and `\\\\` inside them; an unknown number (page, order) is an empty cell. Nothing is guarded or repaired here, the
files are lossless.

A person's own table may leave out columns that have a default, and the source columns but `doc_id`: then the row is
its own evidence (`file` the SHA-256 of the table file, `cell` `memberships!A7`, `quote` its words, rule `person`).
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path

from core.errors import InputError, LimitError
from graph.cells import as_cell, as_list
from graph.days import is_open_day, is_prefix
from graph.statements import SOURCE_COLUMNS, STATEMENT_TYPES, TABLES, Source, Statement, columns, field_type, value_of
from loaders import limits

#: Columns people add for themselves; they are passed over without a word.
HELPER_COLUMNS = frozenset({"note", "line", "lines", "备注", "说明"})
#: Other names under which a table is found.
OTHER_NAMES: Mapping[str, str] = {"issue": "issues"}
#: Columns that hold an ISO prefix of a date, or nothing.
DATE_COLUMNS: Mapping[str, frozenset[str]] = {
    "documents": frozenset({"signed_date", "printed_date", "effective_date"}),
    "groups": frozenset({"date"}),
    "posts": frozenset({"as_of"}),
    "appointments": frozenset({"date"}),
    "lineage": frozenset({"date"}),
    "phases": frozenset({"from", "to"}),
    "events": frozenset({"date_from", "date_to"}),
}
#: Tables of which a day may be printed without its year (`8月20日`).
_OPEN_DAYS = frozenset({"events", "phases"})
_COUNTS = frozenset({"page", "line_start", "line_end", "start", "end"})


def may_hold(table: str, column: str, cell: str) -> bool:
    """Whether a cell may stand in a column, as far as that is one of dates: an ISO prefix, nothing, or of an event or a phase an open day."""
    if not cell or column not in DATE_COLUMNS.get(table, frozenset()):
        return True
    return is_prefix(cell) or (table in _OPEN_DAYS and is_open_day(cell))


# --- writing ----------------------------------------------------------------------------------------------------


def write_tables(statements: Iterable[Statement], folder: Path) -> tuple[Path, ...]:
    """Write one CSV a table into `folder` (made if missing), rows in the order given; tables without rows are left out.

    A table file of an earlier run that this one has no rows for is removed, or the folder would say what no paper says.
    Returns the files written. Raises `InputError` (`FOLDER-UNWRITABLE`) if the folder cannot be written.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            (folder / f"{name}.csv").unlink(missing_ok=True)
        for name, data in tables_as_bytes(statements).items():
            path = folder / name
            path.write_bytes(data)
            written.append(path)
    except OSError as error:
        raise InputError(
            f"{folder.name}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个文件夹 | choose another folder",
            code="FOLDER-UNWRITABLE",
        ) from error
    return tuple(written)


def tables_as_bytes(statements: Iterable[Statement]) -> dict[str, bytes]:
    """The CSV files by name, in the order of the tables; equal statements give equal bytes."""
    rows: dict[type[Statement], list[Statement]] = defaultdict(list)
    for statement in statements:
        rows[type(statement)].append(statement)
    return {f"{kind.TABLE}.csv": _table(kind, rows[kind]) for kind in STATEMENT_TYPES if kind in rows}


def _table(kind: type[Statement], rows: list[Statement]) -> bytes:
    own = columns(kind)
    buffer = io.StringIO(newline="")
    # CRLF makes the writer quote a carriage return inside a cell, which reading back would otherwise take for a row.
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([*own, *(source_column(kind, column) for column in SOURCE_COLUMNS)])
    for row in rows:
        cells = [as_cell(value_of(row, column)) for column in own]
        cells += [as_cell(getattr(row.source, column)) for column in SOURCE_COLUMNS]
        writer.writerow(cells)
    return buffer.getvalue().encode("utf-8")


def source_column(kind: type[Statement], column: str) -> str:
    """The name of a source column in a table's file: `rule`, but `source_rule` where the table has its own `rule`."""
    return f"source_{column}" if column in columns(kind) else column


# --- reading ----------------------------------------------------------------------------------------------------


def is_table_file(path: Path) -> bool:
    """Whether a path is named like a table of the waist (`tasks.csv`)."""
    return path.suffix.lower() == ".csv" and table_named(path.stem) is not None


def table_named(stem: str) -> type[Statement] | None:
    """The table a file name stands for, if any."""
    return TABLES.get(OTHER_NAMES.get(stem, stem))


def read_tables(path: Path, *, jurisdiction: str = "", strict: bool = True) -> list[Statement]:
    """The statements of a table file, or of all table files of a folder, in order of tables and rows.

    `jurisdiction` fills rows that name none. With `strict=False` unknown columns and other CSV files are passed over,
    `doc_id` may be missing. Raises `InputError` naming file, line, column and remedy (codes `TABLE-…`, `FILE-…`).
    """
    if path.is_dir():
        files = sorted(entry for entry in path.iterdir() if entry.suffix.lower() == ".csv")
        if not files:
            raise InputError(
                f"{path.name}: 没有表格文件 | no table files in the folder",
                remedy=f"应有 {', '.join(f'{name}.csv' for name in list(TABLES)[:4])} … | expected files by these names",
                code="TABLE-NONE",
            )
    else:
        files = [path]
    for entry in files:
        limits.check_size(entry.name, entry.stat().st_size)
    return read_table_files({entry.name: entry.read_bytes() for entry in files}, jurisdiction, strict=strict)


def read_table_files(files: Mapping[str, bytes], jurisdiction: str = "", *, strict: bool = True) -> list[Statement]:
    """The same from the bytes of the files by name."""
    found: dict[type[Statement], list[Statement]] = defaultdict(list)
    for name in sorted(files):
        kind = table_named(Path(name).stem)
        if kind is not None:
            found[kind].extend(_read(files[name], name, kind, jurisdiction, strict))
        elif strict:
            raise InputError(
                f"{name}: 不是已知的表 | not the name of a table",
                remedy=_instead(Path(name).stem, TABLES, "改文件名 | rename the file"),
                code="TABLE-UNKNOWN",
            )
    return [statement for kind in STATEMENT_TYPES for statement in found.get(kind, [])]


def _read(data: bytes, name: str, kind: type[Statement], jurisdiction: str, strict: bool) -> Iterator[Statement]:
    rows = _rows(data, name)
    _, header = next(rows, (0, []))
    _check_header(header, name, kind, strict)
    digest = hashlib.sha256(data).hexdigest()
    for number, (line, cells) in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise InputError(
                f"{name}, 第 {line} 行: {len(cells)} 格，表头 {len(header)} 格 | line {line} has {len(cells)} cells,"
                f" the header {len(header)}",
                remedy="含逗号或换行的格须加引号 | put cells with commas or line breaks in quotes",
                code="TABLE-BROKEN-CSV",
            )
        if number > limits.MAX_TABLE_ROWS:
            raise LimitError(
                f"{name}: 超过 {limits.MAX_TABLE_ROWS} 行 | too many rows", remedy="分成多个表 | split the table"
            )
        row = _Row(name, line, digest, f"{kind.TABLE}!A{number}", dict(zip(header, cells, strict=True)))
        yield _statement(kind, row, jurisdiction, strict)


def _rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line each begins on."""
    text = _decoded(data, name)
    csv.field_size_limit(limits.MAX_CELL_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{name}, 第 {line} 行: CSV 格式有误（{error}）| broken CSV from line {line}",
            remedy="检查引号是否成对 | see that every quotation mark is closed",
            code="TABLE-BROKEN-CSV",
        ) from error


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise InputError(
            f"{name}: 空文件 | the file is empty", remedy="至少要有表头 | give at least the header", code="FILE-EMPTY"
        )
    for encoding in ("utf-8-sig", "gb18030"):  # what spreadsheets in China write when told nothing
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(
        f"{name}: 无法识别编码 | neither UTF-8 nor GB18030",
        remedy="另存为 CSV UTF-8 | save it as CSV UTF-8",
        code="FILE-ENCODING",
    )


def _check_header(header: list[str], name: str, kind: type[Statement], strict: bool) -> None:
    found = ", ".join(header)
    known = {*columns(kind), *(source_column(kind, column) for column in SOURCE_COLUMNS)}
    twice = {column for column in header if header.count(column) > 1 and (strict or column in known)}
    if twice:
        raise InputError(
            f"{name}, 第 1 行: 列名重复 | column named twice: {', '.join(sorted(twice))}",
            remedy="去掉或改名 | remove or rename one",
            code="TABLE-COLUMN-TWICE",
        )
    unknown = [column for column in header if column not in known and column not in HELPER_COLUMNS]
    if strict and unknown:
        raise InputError(
            f"{name}, 第 1 行: 未知列 | unknown column: {', '.join(unknown)}",
            remedy=_instead(
                unknown[0], known, "改名或删去；自用说明请写入 note 列 | rename or remove it, or call it note"
            ),
            code="TABLE-COLUMN-UNKNOWN",
        )
    needed = [*required_columns(kind), *(["doc_id"] if strict and kind.TABLE != "issues" else [])]
    missing = [column for column in needed if column not in header]
    if missing:
        raise InputError(
            f"{name}, 第 1 行: 缺列 | missing column: {', '.join(missing)}。现有 | found: {found}",
            remedy=f"添加该列，或将相应列改名 | add it, or rename the column that holds it to {missing[0]}",
            code="TABLE-COLUMN-MISSING",
        )


def required_columns(kind: type[Statement]) -> tuple[str, ...]:
    """The columns of a table that have no default."""
    return tuple(
        item.name.rstrip("_")
        for item in fields(kind)
        if item.default is MISSING and item.default_factory is MISSING and item.name != "source"
    )


def _instead(word: str, known: Iterable[str], otherwise: str) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"是否指 {close[0]}？| did you mean {close[0]}? {otherwise}" if close else otherwise


# --- one row ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """A row under its header: which file, the line it begins on, its place as a cell, cells by column."""

    name: str
    line: int
    digest: str
    place: str
    cells: Mapping[str, str]

    def error(self, column: str, why: str, remedy: str, code: str) -> InputError:
        """What is wrong with a cell of this row."""
        where = f"{self.name}, 第 {self.line} 行, {column} 列 | line {self.line}, column {column}"
        return InputError(f"{where}: {why}", remedy=remedy, code=code)


def _statement(kind: type[Statement], row: _Row, jurisdiction: str, strict: bool) -> Statement:
    values: dict[str, str | int | tuple[str, ...]] = {}
    for column, name, kind_of_value in _COLUMNS_READ[kind.TABLE]:
        cell = row.cells.get(column)
        if cell is None:
            continue
        if kind_of_value is int:
            values[name] = _count(row, column, cell)
        elif kind_of_value is str:
            if not may_hold(kind.TABLE, column, cell):
                raise row.error(
                    column,
                    f"不是日期 | not a date: {cell!r}",
                    "写成 2023、2023-09 或 2023-09-06，不知则留空 | write it so, or leave it empty",
                    "TABLE-BAD-DATE",
                )
            values[name] = cell
        else:
            values[name] = as_list(cell)
    named = {column: row.cells[name] for column in SOURCE_COLUMNS if (name := source_column(kind, column)) in row.cells}
    return kind(source=_source(row, named, jurisdiction, strict and kind.TABLE != "issues"), **values)


def _source(row: _Row, named: Mapping[str, str], jurisdiction: str, needs_document: bool) -> Source:
    """The row's source as its source columns (`named`) have it; of a row that names neither words nor file, itself."""
    get = named.get
    doc_id, place = get("doc_id", ""), get("jurisdiction") or jurisdiction
    if needs_document and not doc_id.strip():
        raise row.error(
            "doc_id",
            "没有文号 | no document number",
            "写明出自哪份文件，无文号的写标题 | say which paper it is from; without a number, its title",
            "TABLE-CELL-EMPTY",
        )
    confidence = _confidence(row, get("confidence", ""))
    if not get("quote") and not get("file"):
        words = "；".join(cell for cell in row.cells.values() if cell.strip())
        return Source(
            jurisdiction=place, doc_id=doc_id, file=row.digest, cell=row.place, quote=words,
            rule=get("rule") or "person", confidence=confidence,
        )  # fmt: skip
    counts = {column: _count(row, column, get(column, "")) for column in _COUNTS}
    return Source(
        jurisdiction=place, doc_id=doc_id, file=get("file", ""), cell=get("cell", ""), quote=get("quote", ""),
        rule=get("rule", ""), confidence=confidence, **counts,
    )  # fmt: skip


def _count(row: _Row, column: str, cell: str) -> int:
    digits = cell.strip()
    if not digits:
        return 0
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16):
        raise row.error(
            column,
            f"不是整数 | not a whole number: {cell!r}",
            "写阿拉伯数字，不知则留空 | write digits, or leave it empty",
            "TABLE-BAD-NUMBER",
        )
    return int(digits)


def _confidence(row: _Row, cell: str) -> float:
    try:
        value = float(cell) if cell.strip() else 1.0
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise row.error(
            "confidence", f"不在 0 与 1 之间 | not between 0 and 1: {cell!r}", "确信则写 1 | write 1 if sure",
            "TABLE-BAD-NUMBER",
        )  # fmt: skip
    return value


#: Printed name, field name and type of each table's own columns.
_COLUMNS_READ: dict[str, tuple[tuple[str, str, type], ...]] = {
    kind.TABLE: tuple(
        (item.name.rstrip("_"), item.name, field_type(kind, item.name.rstrip("_")))
        for item in fields(kind)
        if item.name != "source"
    )
    for kind in STATEMENT_TYPES
}
