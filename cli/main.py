"""The `dutygraph` command: options for all commands, and errors turned into a message and an exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli import (
    analyse,
    ask,
    audit,
    backup,
    changes,
    doctor,
    export,
    files,
    load,
    mcp,
    pack,
    review,
    serve,
    show,
    tables_check,
    viz,
    whatif,
)

app = typer.Typer(
    name="dutygraph",
    help="谁在哪一天负责什么，依据是什么 | Who is responsible on that day, and on what grounds.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def options(
    context: typer.Context,
    home: Annotated[
        Path | None, typer.Option(help="数据文件夹（默认 DUTYGRAPH_HOME）| Folder of all data.", show_default=False)
    ] = None,
    ledger: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="账本：sqlite 或 postgresql://… | Where the ledger lives.", show_default=False
        ),
    ] = None,
    store: Annotated[
        str | None, typer.Option(help="图谱存储：embedded 或 neo4j://… | Where the graph lives.", show_default=False)
    ] = None,
    known_at: Annotated[
        str | None,
        typer.Option(
            metavar="N|YYYY-MM-DD", help="按账本当时所知回答 | Answer as the ledger stood then.", show_default=False
        ),
    ] = None,
) -> None:
    """Options that stand before every command; they win over the environment."""
    given = {"home": home, "ledger": ledger, "store": store, "known_at": known_at}
    context.obj = {name: value for name, value in given.items() if value is not None}


load.register(app)
ask.register(app)
show.register(app)
analyse.register(app)
audit.register(app)
whatif.register(app)
pack.register(app)
changes.register(app)
tables_check.register(app)
review.register(app)
export.register(app)
files.register(app)
backup.register(app)
doctor.register(app)
serve.register(app)
mcp.register(app)
viz.register(app)


def main() -> None:
    """Run the command line; a `DutygraphError` becomes its message on standard error and its exit code."""
    from core.errors import DutygraphError

    try:
        app()
    except DutygraphError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
