"""Commands that read: `extract`, `load`, `rebuild`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.tables_check import Columns, OfDocument, Sheets, choices_of, say_unread

if TYPE_CHECKING:
    from core.settings import Settings
    from graph.ledger.ledger import Ledger
    from graph.statements import Statement
    from loaders.extraction import Report
    from loaders.pipeline import LoadReport, Reader

Jurisdiction = Annotated[
    str, typer.Option(help="行政区划代码，文件自己没有写明时用 | Division code, where a paper does not say.")
]


Processes = Annotated[
    int,
    typer.Option(
        min=0,
        help="同时读取的进程数；0 为每个处理器一个 | Processes that read; 0: one a processor.",
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("extract")(extract)
    app.command("load")(load)
    app.command("rebuild")(rebuild)


def extract(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="公报、文件、压缩包或表 | A gazette, a paper, an archive or a table.")],
    out: Annotated[Path, typer.Option(help="写入表格的文件夹 | Folder for the tables.")],
    report: Annotated[
        bool, typer.Option("--report", help="显示读到什么、存疑什么、未读什么 | Show what was read.")
    ] = False,
    jurisdiction: Jurisdiction = "",
) -> None:
    """把一份文件读成表格（CSV）：文本、PDF、DOCX、HTML、图像、工作簿 | Read a paper of any format into tables (CSV)."""
    from core.errors import DutygraphError
    from graph.posts import derive_posts
    from loaders.extraction import extract as extract_bytes
    from loaders.sources import members_of, read_source
    from loaders.tables import write_tables

    settings = settings_of(context, jurisdiction=jurisdiction)
    statements: list[Statement] = []
    reports: list[Report] = []
    code = 0
    members = members_of(file)
    for what in members or (file,):
        try:
            source = read_source(what) if isinstance(what, Path) else what.source()
            found = extract_bytes(source.data, source.name, settings)
        except DutygraphError as error:
            if not members:
                raise
            code = code or error.exit_code  # one file of many: tell, and go on
            typer.echo(str(error), err=True)
            continue
        statements += found.reading.statements
        reports.append(found.report)
    given = frozenset(statements)  # a table folder brings its derived posts along
    write_tables([*statements, *(post for post in derive_posts(statements) if post not in given)], out)
    for each in reports:
        say_unread_pages(each)
        if report:
            show_report(each)
    if code:
        raise typer.Exit(code)


def load(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(help="文件、文件夹、压缩包或表格文件夹 | Files, folders, archives, table folders.")
    ],
    jurisdiction: Jurisdiction = "",
    sheet: Sheets = None,
    column: Columns = None,
    document: OfDocument = "",
    report: Annotated[bool, typer.Option("--report", help="逐份显示读到什么 | Show what was read of each.")] = False,
    no_build: Annotated[
        bool, typer.Option("--no-build", help="只记入账本，暂不更新图谱 | Only into the ledger; rebuild later.")
    ] = False,
    processes: Processes = 0,
    cluster: Annotated[
        str,
        typer.Option(
            help="由集群各机读取：tcp://HOST:8786 | Read on the workers of a Dask cluster.", show_default=False
        ),
    ] = "",
) -> None:
    """载入文件：记入账本，更新图谱 | Load papers and tables into the ledger, and bring the graph up to date."""
    from cli.progress import Bar
    from graph.ledger.ledger import open_ledger
    from loaders import pipeline

    settings = settings_of(context, jurisdiction=jurisdiction, processes=processes)
    with open_ledger(settings) as ledger:
        with Bar() as bar, _reader(cluster, settings) as reader:
            choices = choices_of(sheet, column, document)
            done = pipeline.load(paths, ledger, settings, progress=bar, choices=choices, reader=reader)
        _say(done, each=report)
        if not no_build:
            _build(ledger, settings, force=False)
    if done.exit_code:
        raise typer.Exit(done.exit_code)


@contextmanager
def _reader(cluster: str, settings: Settings) -> Iterator[Reader]:
    """Who reads: the workers of a cluster, or the processes of this machine."""
    if cluster:
        from loaders.cluster import workers

        with workers(cluster) as found:
            yield found
        return
    from loaders.processes import reading

    with reading(settings) as here:
        yield here


def rebuild(
    context: typer.Context,
    reread: Annotated[
        bool, typer.Option("--reread", help="先用现行规则重读全部原件 | First read all originals by today's rules.")
    ] = False,
    store: Annotated[
        str, typer.Option(help="建在哪里：embedded 或 neo4j://… | Where to build it.", show_default=False)
    ] = "",
    processes: Processes = 0,
) -> None:
    """由账本重建图谱，亦可换一个存储 | Build the graph from the ledger again, on either store; the same ledger gives the same graph."""
    from cli.progress import Bar
    from graph.ledger.ledger import open_ledger
    from loaders import pipeline

    settings = settings_of(context, store=store, processes=processes)
    code = 0
    with open_ledger(settings) as ledger:
        if reread:
            with Bar() as bar, _reader("", settings) as reader:
                done = pipeline.reread(ledger, settings, progress=bar, reader=reader)
            _say(done, each=False)
            code = done.exit_code
        _build(ledger, settings, force=True)
    if code:
        raise typer.Exit(code)


def _build(ledger: Ledger, settings: Settings, *, force: bool) -> None:
    from graph.build import build

    done = build(ledger, settings, force=force)
    if done.fresh:
        typer.echo(
            f"图谱已更新 | graph {done.version}: {done.statements} 条记录 statements, {done.nodes} 个点 nodes,"
            f" {done.edges} 条边 edges"
        )
    else:
        typer.echo(f"图谱已是最新 | the graph is up to date: {done.version}")


def _say(done: LoadReport, *, each: bool) -> None:
    """Sum up a run: what was read, what was known, what was refused and why."""
    from loaders.pipeline import failures

    if not done.results:
        typer.echo("没有找到可读的文件 | no file to read was found", err=True)
    for result in done.of("read"):
        if result.report is None:
            continue
        if each:
            show_report(result.report)
        typer.echo(_line(result.report))
    known = len(done.of("known"))
    if known:
        typer.echo(f"已载入过，无变化 | known already, nothing changed: {known}")
    for result in done.of("read"):
        if result.report is not None:
            say_unread_pages(result.report)
            say_unread(() if each else result.report.unread_rows)
    for words in failures(done):
        typer.echo(words, err=True)


def _line(report: Report) -> str:
    rows = sum(document.statements for document in report.documents)
    doubtful = sum(len(document.doubtful) for document in report.documents)
    said = f"{report.name}: {len(report.documents)} 份文件 documents, {rows} 条记录 rows"
    if doubtful:
        said += f", 存疑 doubtful {doubtful}"
    if report.unread_rows:
        said += f", 未读 unread {len(report.unread_rows)}"
    if report.lines:
        said += f", 已读 read {report.lines_read}/{report.lines} 行 lines"
    return said


def say_unread_pages(report: Report) -> None:
    """Tell on standard error which pages of a file held no text to read."""
    if report.unread_pages:
        pages = ", ".join(map(str, report.unread_pages))
        typer.echo(
            f"{report.name}: 未读的页（扫描或乱码）| pages not read (scans or garbled): {pages}。"
            "安装文字识别 | install OCR: pip install 'dutygraph[ocr]'",
            err=True,
        )


def show_report(report: Report) -> None:
    """Print what was read of a file: rows by document and table, doubtful rows, lines no rule read."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from loaders.gazette.reasons import reason_for

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
            why = reason_for(source.rule)
            console.print(
                f"存疑 | doubtful  {statement.TABLE} {place}: {source.quote}\n    {why.zh} | {why.en}（{source.confidence:g}）",
                markup=False,
                highlight=False,
            )
    say_unread(report.unread_rows)
    if report.pages:
        shares = "  ".join(f"{each.page}: {each.read}/{each.lines}" for each in report.pages)
        console.print(f"各页已读行数 | lines read by page  {shares}", markup=False, highlight=False)
    if report.lines:
        lines = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in report.unread)
        console.print(
            f"已读 {report.lines_read}/{report.lines} 行；未读 | read {report.lines_read} of {report.lines} lines,"
            f" unread: {lines or '-'}",
            markup=False,
            highlight=False,
        )
