"""The command `export`: the graph as files for others, one command for all formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import settings_of
from cli.output import Lang, Place


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    app.command("export")(export)


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
