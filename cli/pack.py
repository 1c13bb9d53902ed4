"""Commands on answer packs: `pack save` keeps an answer with all it rests on, `pack check` asks it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import On, Place

if TYPE_CHECKING:
    from queries.packs import Check

#: `pack check` leaves with this if the answer is another now.
DIFFERENT = 1

app = typer.Typer(
    help="答案包：存下答案及其全部依据，以后重问比对 | Keep answers with all they rest on; ask them again."
)


def register(main: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    main.add_typer(app, name="pack", no_args_is_help=True)


@app.command("save")
def save(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="一句话的问题 | A question in plain words.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="写入的文件 | The file to write.")],
    on: On = "",
    jurisdiction: Place = "",
) -> None:
    """提问，并把答案连同依据、文件哈希、查询文本存成一个文件 | Ask, and keep the answer with all it rests on."""
    from core.errors import InputError
    from queries.library import open_library
    from queries.packs import save as pack_of

    with open_library(settings_of(context)) as library:
        pack = pack_of(library, question, on=on, jurisdiction=jurisdiction)
    try:
        out.write_text(pack.as_text(), encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{out}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个位置 | choose another place",
            code="FILE-UNWRITABLE",
        ) from error
    typer.echo(f"{out}  {pack.on}  {len(pack.rows)} 行 rows, {len(pack.papers)} 份文件 papers")


@app.command("check")
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="答案包 | An answer pack.")],
) -> None:
    """重问一个答案包：按当时所知，再按现在所知；现在不同则退出码为 1 | Ask again as known then and as known now; exit code 1 if it differs now."""
    from core.errors import InputError
    from graph.ledger.ledger import open_ledger
    from queries.library import open_library
    from queries.packs import check as compare
    from queries.packs import read

    settings = settings_of(context)
    try:
        pack = read(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: 无法读取 | cannot be read", code="FILE-UNREADABLE") from error
    with open_ledger(settings) as ledger:
        files = {record.sha256 for record in ledger.files() if not record.purged}
        clock = ledger.clock()
    if pack.known_at <= clock:
        with open_library(settings.model_copy(update={"known_at": str(pack.known_at)})) as then:
            _say("按当时所知 | as known then", compare(then, pack, has_file=files.__contains__))
    else:
        typer.echo(
            f"按当时所知 | as known then: 账本只到第 {clock} 行，答案包出自第 {pack.known_at} 行，或出自另一账本 | the ledger"
            f" ends at row {clock}, the pack is of row {pack.known_at}, or of another ledger"
        )
    with open_library(settings) as library:
        now = compare(library, pack, has_file=files.__contains__)
    _say("按现在所知 | as known now", now)
    for sha256 in now.missing:
        typer.echo(f"文件已不在账本 | not in the ledger any more: {sha256}")
    for query in now.changed_queries:
        typer.echo(f"查询文本已变 | the query has changed: {query}")
    if now.program_now != now.program_then:
        typer.echo(f"程序版本 | program: {now.program_then} → {now.program_now}")
    if not now.same:
        raise typer.Exit(DIFFERENT)


def _say(when: str, found: Check) -> None:
    typer.echo(f"{when}: {'一致 same' if found.same else '不同 different'}")
    if not found.same and not found.gone and not found.new:
        typer.echo("  各行相同，依据或细节不同 | the lines are the same; what they rest on, or details, differ")
    for mark, rows in (("-", found.gone), ("+", found.new)):
        for row in rows:
            typer.echo(f"  {mark} {' | '.join(cell for cell in row if cell)}")
