"""Commands on spreadsheets: `tables check` shows how a file will be read, before anything is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsJson, Lang, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.foreign.heads import Choices
    from loaders.foreign.tables import TableRead, Unread
    from queries.answers.sheets import Sheet

Sheets = Annotated[
    list[str] | None, typer.Option("--sheet", help="只读这张工作表，可重复 | Read this sheet only; may be repeated.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="NAME=表头", help="指明某列，如 lead_orgs=主责 | Say which column it is."),
]
OfDocument = Annotated[
    str,
    typer.Option("--document", metavar="文号", help="表格出自哪份文件 | Number of the paper a spreadsheet belongs to."),
]
#: Rows shown of each table; `extract` writes all.
SAMPLE = 3
#: Rows that could not be read, told one by one on loading.
MOST_UNREAD = 20


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    tables = typer.Typer(help="表格文件（CSV、XLSX）| Spreadsheets.", no_args_is_help=True)
    tables.command("check")(check)
    tables.callback()(_tables)
    app.add_typer(tables, name="tables")


def _tables() -> None:
    """表格文件（CSV、XLSX）| Spreadsheets."""


def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV 或 XLSX | CSV or XLSX.")],
    sheet: Sheets = None,
    column: Columns = None,
    document: OfDocument = "",
    as_json: AsJson = False,
    lang: Lang = "",
) -> None:
    """显示表格将怎样读：哪张表、哪一列、样例、读不出的行；不载入 | Show how a spreadsheet will be read; loads nothing."""
    import hashlib

    from cli.load import show_report
    from loaders.extraction import extract, is_foreign
    from loaders.foreign.tables import read_foreign
    from loaders.sources import read_source

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json)
    choices = choices_of(sheet, column, document)
    if choices:
        read_source(file, choices)  # says so if the file is no spreadsheet
    source = read_source(file)
    if not is_foreign(source.name, source.data):
        show_report(extract(source.data, source.name, settings).report)  # a table of the waist reads itself
        return
    found = read_foreign(
        source.data, source.name, hashlib.sha256(source.data).hexdigest(), choices, settings.jurisdiction
    )
    zh = form.language == "zh"
    form.show([*(part for table in found.tables for part in _shown(table, zh=zh)), *_unread(found.unread, zh=zh)])


def choices_of(sheets: Sequence[str] | None, columns: Sequence[str] | None, document: str) -> Choices:
    """What the options say of a spreadsheet. Raises `UsageError` for a `--column` that is no `name=head`."""
    from core.errors import UsageError
    from loaders.foreign.heads import Choices

    pairs = []
    for each in columns or ():
        name, given, printed = each.partition("=")
        if not (name and given and printed):
            raise UsageError(
                f"--column {each}: 应写成 列=表头 | write it as name=head",
                remedy="--column lead_orgs=主责",
                code="BAD-COLUMN",
            )
        pairs.append((name, printed))
    return Choices(tuple(sheets or ()), tuple(pairs), document)


def say_unread(rows: Sequence[Unread]) -> None:
    """Tell on standard error which rows of a spreadsheet could not be read, each with its cell."""
    for row in rows[:MOST_UNREAD]:
        typer.echo(f"未读 | unread  {row.cell}: {row.why} | {row.why_en}  {row.words}", err=True)
    if len(rows) > MOST_UNREAD:
        typer.echo(f"… 另有 {len(rows) - MOST_UNREAD} 行 | more rows", err=True)


def _shown(table: TableRead, *, zh: bool) -> list[Sheet]:
    from graph.cells import as_cell
    from graph.private import mask
    from graph.statements import columns, value_of
    from queries.answers.sheets import Line, Sheet

    facts = (
        ("文件" if zh else "document", table.doc_id),
        ("行" if zh else "rows", str(table.rows)),
        ("读出" if zh else "statements", str(len(table.statements))),
        ("未读" if zh else "unread", str(len(table.unread)) if table.unread else ""),
    )
    heads = ("单元格", "表头", "读作") if zh else ("cell", "head", "read as")
    lines = tuple(
        Line((column.place, column.printed, column.column or ("（不读）" if zh else "(not read)")))
        for column in table.columns
    )
    title = f"{table.sheet} → {table.table}" + (f"（{table.name}）" if zh else "")
    sheets = [Sheet(title, facts, heads, lines)]
    rows = [row for row in table.statements if table.table == row.TABLE][:SAMPLE]
    if rows:
        own = [name for name in columns(type(rows[0])) if any(value_of(row, name) for row in rows)]
        samples = tuple(Line((row.source.cell, *(mask(as_cell(value_of(row, name))) for name in own))) for row in rows)
        sheets.append(Sheet("样例" if zh else "Sample", (), ("单元格" if zh else "cell", *own), samples))
    return sheets


def _unread(rows: Sequence[Unread], *, zh: bool) -> list[Sheet]:
    from graph.private import mask
    from queries.answers.sheets import Line, Sheet

    if not rows:
        return []
    heads = ("单元格", "原因", "内容") if zh else ("cell", "why", "words")
    lines = tuple(Line((row.cell, row.why if zh else row.why_en, mask(row.words))) for row in rows)
    return [Sheet("读不出的" if zh else "Not read", (), heads, lines)]
