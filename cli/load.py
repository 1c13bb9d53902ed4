"""Commands that read: `extract`, `load`, `rebuild`, `export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of

if TYPE_CHECKING:
    from loaders.extraction import Report

Jurisdiction = Annotated[
    str, typer.Option(help="行政区划代码，文件自己没有写明时用 | Division code, where a paper does not say.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("extract")(extract)


def extract(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="公报、文件或表 | A gazette, a paper or a table.")],
    out: Annotated[Path, typer.Option(help="写入表格的文件夹 | Folder for the tables.")],
    report: Annotated[
        bool, typer.Option("--report", help="显示读到什么、存疑什么、未读什么 | Show what was read.")
    ] = False,
    jurisdiction: Jurisdiction = "",
) -> None:
    """把一份文件读成表格（CSV）| Read a paper into tables (CSV)."""
    from graph.posts import derive_posts
    from loaders.extraction import extract as extract_bytes
    from loaders.sources import read_source
    from loaders.tables import write_tables

    settings = settings_of(context, jurisdiction=jurisdiction)
    source = read_source(file)
    found = extract_bytes(source.data, source.name, settings)
    statements = found.reading.statements
    write_tables([*statements, *derive_posts(statements)], out)
    if report:
        show_report(found.report)


def show_report(report: Report) -> None:
    """Print what was read of a file: rows by document and table, doubtful rows, lines no rule read."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    table = Table(title=escape(report.name))
    for heading in ("文件 document", "行数 rows", "表 tables", "存疑 doubtful"):
        table.add_column(heading)
    for document in report.documents:
        counts = "  ".join(f"{name} {count}" for name, count in document.counts)
        name = f"{document.doc_id}\n{document.title}" if document.title else document.doc_id
        table.add_row(escape(name), str(document.statements), counts, str(len(document.doubtful)) or "")
    console.print(table)
    for document in report.documents:
        for statement in document.doubtful:
            source = statement.source
            place = source.cell or f"{source.line_start}-{source.line_end}"
            console.print(f"存疑 | doubtful  {statement.TABLE} {place}: {source.quote}", markup=False, highlight=False)
    if report.lines:
        lines = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in report.unread)
        console.print(
            f"已读 {report.lines_read}/{report.lines} 行；未读 | read {report.lines_read} of {report.lines} lines,"
            f" unread: {lines or '-'}",
            markup=False,
            highlight=False,
        )
