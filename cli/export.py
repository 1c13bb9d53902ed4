"""The commands `export`, the graph as files for others, and `conform`: whether linked data keeps our shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import settings_of
from cli.output import Lang, Place


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("export")(export)
    app.command("conform")(conform)


def export(
    context: typer.Context,
    out: Annotated[
        Path, typer.Option(help="写到哪里（csv、parquet 为文件夹）| Where to write; a folder for csv and parquet.")
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format", help="jsonl | csv | xlsx | turtle | jsonld | nquads | popolo | ftm | graphml | gexf | parquet"
        ),
    ] = "jsonl",
    on: Annotated[
        str,
        typer.Option(
            metavar="YYYY-MM-DD", help="只留该日可能有效的；默认不限 | What may hold on a day; default all days."
        ),
    ] = "",
    jurisdiction: Place = "",
    lang: Lang = "",
) -> None:
    """导出图谱：相同账本得相同字节 | Write the graph for others; equal ledgers give equal bytes."""
    from graph.build import graph_of
    from graph.days import checked_day
    from graph.exports.formats import export as write
    from graph.exports.formats import format_of, selected
    from graph.exports.making import Making
    from graph.ledger.ledger import open_ledger
    from graph.past import row_of

    chosen, day = format_of(form), checked_day(on) if on else ""
    settings = settings_of(context, language=lang)
    with open_ledger(settings) as ledger:
        known_at = row_of(ledger, settings.known_at) if settings.known_at else None
        graph = selected(graph_of(ledger, known_at), on=day, jurisdiction=jurisdiction)
        for path in write(graph, chosen, out, Making.of(settings, ledger, on=day)):
            typer.echo(path)


def conform(
    file: Annotated[Path, typer.Argument(help="Turtle 或 N-Quads 文件 | A Turtle or N-Quads file.")],
    limit: Annotated[int, typer.Option(help="最多显示几条 | Show at most so many.", min=1)] = 50,
) -> None:
    """检验关联数据是否合于形状；不合者退出码为 1 | Check linked data against our shapes; exit code 1 if it breaks any."""
    from core.errors import InputError
    from graph.rdf.conformance import breaches, notation_of

    notation = notation_of(file.suffix.lower())
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(
            f"{file.name}: 无法读取 | cannot be read: {error.strerror}",
            remedy="给出一个文件 | give a file",
            code="FILE-UNREADABLE",
        ) from error
    found = breaches(data, notation)
    for breach in found[:limit]:
        typer.echo(f"{breach.shape}\t{breach.node}\t{breach.message}")
    if found:
        typer.echo(f"不合形状 | breaches: {len(found)}")
        raise typer.Exit(1)
    typer.echo("合于全部形状 | conforms to all shapes")
