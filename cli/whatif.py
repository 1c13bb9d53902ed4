"""The command that tries a draft: `whatif`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.audit import DocxFile, HtmlFile, write_reports
from cli.context import settings_of
from cli.output import AsJson, Lang, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.whatif.effects import DraftNotice


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    app.command("whatif")(whatif)


def whatif(
    context: typer.Context,
    draft: Annotated[
        Path, typer.Argument(help="分工或任免通知的草稿：文本、表格或表格文件夹 | A draft: text or tables.")
    ],
    on: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="看哪一天，默认草稿的日期，没有则今天 | The day; default the draft's."),
    ] = "",
    jurisdiction: Annotated[str, typer.Option(help="草稿没有写明时的行政区划代码 | Division code of the draft.")] = "",
    notices: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="把代拟的调整通知写入文件夹 | Write the drafted notices there.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
    html: HtmlFile = None,
    docx: DocxFile = None,
    lang: Lang = "",
) -> None:
    """推演：草稿若印发会改变什么（账本不变）| What a draft would change if it were issued; the ledger stays as it is."""
    import json

    from cli.tables import write_out
    from core.errors import NotFoundError
    from graph.days import checked_day, today
    from graph.ledger.ledger import open_ledger
    from graph.past import row_of
    from graph.whatif import compare
    from graph.whatif.draft import check_says_something, day_of
    from loaders.extraction import extract
    from loaders.sources import read_source
    from queries.answers.whatif import effects_sheets, plain

    settings = settings_of(context, language=lang, jurisdiction=jurisdiction)
    form = form_of(settings, as_json=as_json)
    source = read_source(draft)
    statements = extract(source.data, source.name, settings).reading.statements
    check_says_something(statements)
    day = checked_day(on) if on else day_of(statements) or today()
    with open_ledger(settings) as ledger:
        live = ledger.live(row_of(ledger, settings.known_at) if settings.known_at else None)
    if not live.statements:
        raise NotFoundError(
            "账本里还没有文件，无从比较 | the ledger holds no paper yet: nothing to compare with",
            remedy="dutygraph load FILE",
            code="LEDGER-EMPTY",
        )
    effects = compare(
        live.statements, statements, live.decisions, day, ids=live.ids, min_confidence=settings.min_confidence
    )
    sheets = effects_sheets(effects, form.language)
    texts = [notice.text for notice in effects.notices]
    wrote = write_reports(sheets, form.language, html=html, docx=docx, paragraphs=texts)
    if notices is not None:
        _write_notices(effects.notices, notices)
    elif form.kind == "json" and not wrote:
        write_out(json.dumps(plain(effects), ensure_ascii=False, indent=2) + "\n")
    elif not wrote:
        form.show(sheets)
        for text in texts:
            write_out(f"\n{'─' * 40}\n{text}")


def _write_notices(notices: Sequence[DraftNotice], folder: Path) -> None:
    """One text file a notice, named by its group."""
    from core.errors import InputError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, notice in enumerate(notices, start=1):
            path = folder / f"{number:02}-{notice.subject.name.replace('/', '_')[:60]}.txt"
            path.write_text(notice.text, encoding="utf-8")
            typer.echo(path)
    except OSError as error:
        raise InputError(
            f"{folder}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个文件夹 | choose another folder",
            code="FOLDER-UNWRITABLE",
        ) from error
