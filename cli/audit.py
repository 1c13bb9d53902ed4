"""Commands that look after the papers: `check`, `audit`, `stale`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, On, Place, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.settings import Language
    from queries.answers.sheets import Sheet

From = Annotated[
    str, typer.Option("--from", metavar="YYYY-MM-DD", help="起日（不含当日的变动）| Changes after this day.")
]
To = Annotated[str, typer.Option("--to", metavar="YYYY-MM-DD", help="止日，默认今天 | Up to this day; default today.")]
HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="写成可打印的网页 | Write a printable page.", show_default=False),
]
DocxFile = Annotated[
    Path | None, typer.Option("--docx", metavar="FILE", help="写成 Word 文件 | Write a Word file.", show_default=False)
]

#: `check` leaves with this if there is a finding of the gravest kind, so that a nightly job can tell.
FOUND_ERRORS = 1


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("check")(check)
    app.command("audit")(audit)
    app.command("stale")(stale)


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


def audit(
    context: typer.Context,
    group: Annotated[str, typer.Argument(help="小组的全名、部分、别名或标识 | Name, part, alias or id of a group.")],
    since: From = "",
    until: To = "",
    seat: Annotated[
        str, typer.Option(help="只看一个席位的沿革：组内职务、所列职务、人名 | The history of one seat.")
    ] = "",
    jurisdiction: Place = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    html: HtmlFile = None,
    docx: DocxFile = None,
    lang: Lang = "",
) -> None:
    """审计一个小组两日之间的人员变动 | Audit who came, went and is to be adjusted in a group between two days."""
    from core.errors import UsageError
    from queries.answers.audit import audit as audit_library
    from queries.answers.audit import seat_history
    from queries.answers.audit_sheets import audit_sheets, seat_sheet
    from queries.answers.resolve import resolve
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    if not since and not seat:
        raise UsageError(
            "没有写起日 | no first day", remedy="--from 2023-01-01（或 | or --seat 组长）", code="MISSING-PARAMETER"
        )
    with open_library(settings) as library:
        found = resolve(library.index, group, ["Group"], jurisdiction=jurisdiction)
        if seat:
            past = seat_history(library, found, seat)
            form.show([past if form.kind == "json" else seat_sheet(past, form.language)])
            return
        answer = audit_library(library, found, since=since, until=until)
    sheets = audit_sheets(answer, form.language)
    if write_reports(sheets, form.language, html=html, docx=docx):
        return
    form.show([answer] if form.kind == "json" else sheets)


def stale(
    context: typer.Context,
    on: On = "",
    jurisdiction: Place = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    html: HtmlFile = None,
    docx: DocxFile = None,
    lang: Lang = "",
) -> None:
    """待调整文件：因人员变动，哪些文件的哪些任务、席位已不符 | Papers that people's moves made stale, paper by paper."""
    from queries.answers.stale import stale_papers, stale_sheet
    from queries.library import open_library

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    with open_library(settings) as library:
        found = stale_papers(library, on=on, jurisdiction=jurisdiction)
    sheet = stale_sheet(found, form.language)
    if not write_reports([sheet], form.language, html=html, docx=docx):
        form.show([found if form.kind == "json" else sheet])


def write_reports(
    sheets: Sequence[Sheet], language: Language, *, html: Path | None, docx: Path | None, paragraphs: Sequence[str] = ()
) -> bool:
    """Write the reports asked for and name them; whether any was. Raises `InputError` (`FILE-UNWRITABLE`)."""
    if html is None and docx is None:
        return False
    from core.errors import InputError
    from queries.answers.reports import as_docx, as_html, report_of

    report = report_of(sheets, language, paragraphs=paragraphs)
    files: tuple[tuple[Path | None, Callable[[], bytes]], ...] = (
        (html, lambda: as_html(report, language).encode()),
        (docx, lambda: as_docx(report, language)),
    )
    for path, made in files:
        if path is None:
            continue
        try:
            path.write_bytes(made())
        except OSError as error:
            raise InputError(
                f"{path}: 无法写入 | cannot be written: {error.strerror}",
                remedy="换一个位置 | choose another place",
                code="FILE-UNWRITABLE",
            ) from error
        typer.echo(path)
    return True
