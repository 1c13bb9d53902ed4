"""Commands that look after the papers: `check`."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, On, Place, form_of

#: `check` leaves with this if there is a finding of the gravest kind, so that a nightly job can tell.
FOUND_ERRORS = 1


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("check")(check)


def check(
    context: typer.Context,
    on: On = "",
    jurisdiction: Place = "",
    severity: Annotated[
        str, typer.Option(metavar="error|warning|info", help="至少这样严重 | At least as grave as this.")
    ] = "",
    kind: Annotated[str, typer.Option(help="只看一种，如 seat-stale | One kind only, e.g. seat-stale.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    lang: Lang = "",
) -> None:
    """当日有哪些矛盾、缺口、待调整之处；有“严重”的则退出码为 1 | What to look at on a day; exit code 1 if any is serious."""
    from queries.answers.checks import check as check_library
    from queries.answers.checks import check_sheet
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        found = check_library(library, on=on, jurisdiction=jurisdiction, severity=severity, kind=kind)
    form.show([found if form.kind == "json" else check_sheet(found, form.language)])
    if found.counts["error"]:
        raise typer.Exit(FOUND_ERRORS)
