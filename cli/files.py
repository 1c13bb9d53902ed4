"""Commands on the files of the ledger: `differences` between them, `purge` of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of
from cli.output import AsCsv, AsJson, Lang, form_of
from cli.review import Who, Why, check_signed, publish

if TYPE_CHECKING:
    from graph.ledger.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("differences")(differences)
    app.command("purge")(purge)


def differences(context: typer.Context, as_json: AsJson = False, as_csv: AsCsv = False, lang: Lang = "") -> None:
    """同一份文件的几个版本哪里不一致 | Where several files of one document do not agree."""
    from cli.review_list import read_as
    from graph.ledger.ledger import open_ledger
    from graph.ontology import ontology
    from queries.answers.sheets import Line, Sheet

    settings = settings_of(context, language=lang)
    form = form_of(settings, as_json=as_json, as_csv=as_csv)
    zh = form.language == "zh"
    with open_ledger(settings) as ledger:
        names = {record.sha256: record.name for record in ledger.files()}
        lines = tuple(
            Line(
                (each.doc_id, ontology().value_caption("table", each.table, language=form.language),
                 read_as(each.table, each.cells, form.language), *(
                    "、".join(names.get(sha, sha[:12]) for sha in shas) for shas in (each.with_it, each.without_it)))
            )
            for each in ledger.differences()
        )  # fmt: skip
    heads = ("文件", "表", "内容", "有", "无") if zh else ("document", "table", "row", "in", "not in")
    form.show([Sheet("文件之间的不一致" if zh else "Differences", (), heads, lines)])


def purge(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|SHA", help="文件、文件名或 SHA-256 | A file, its name or its hash.")
    ],
    who: Who = "",
    why: Why = "",
) -> None:
    """清除一个文件的原件与全部文字，只留哈希、经办人、时间、理由 | Remove a file's bytes and text for good."""
    from contextlib import closing

    from api.audit import AuditLog
    from graph.forgetting import forget_old_graphs
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    check_signed(who, why)
    with open_ledger(settings) as ledger:
        sha256 = _file_named(ledger, file)
        name = next(record.name for record in ledger.files() if record.sha256 == sha256)
        ledger.purge(sha256, who=who, why=why)
        with closing(AuditLog(settings)) as log:
            log.forget(name, sha256)
        typer.echo(f"已清除 | purged: {sha256}")
        publish(ledger, settings, no_build=False)
    if not forget_old_graphs(settings):
        typer.echo(
            "旧图谱仍有进程在读，其中还有该文件的内容；该进程换用新图谱后，再清除一次 |"
            " a process still reads an old graph with words of the file; purge once more when it has moved on",
            err=True,
        )
    typer.echo("此前的备份不受影响，须另行处理 | backups made before still hold it: see docs/care.md", err=True)


def _file_named(ledger: Ledger, word: str) -> str:
    """The hash of a file in the ledger: by its hash (or how it begins), by a file on the disk, or by its name."""
    import hashlib
    from pathlib import Path

    from core.errors import NotFoundError, UsageError

    records = ledger.files()
    path = Path(word)
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    found = {record.sha256 for record in records if record.sha256 == digest}
    if not found and len(word) >= 8:
        found = {record.sha256 for record in records if record.sha256.startswith(word.lower())}
    found = found or {record.sha256 for record in records if record.name == path.name and not record.purged}
    if not found:
        raise NotFoundError(f"账本中没有此文件 | no such file in the ledger: {path.name}")
    if len(found) > 1:
        raise UsageError(
            f"不止一个文件 | more than one file: {', '.join(sorted(found))}", remedy="写出哈希 | give the hash",
            code="AMBIGUOUS",
        )  # fmt: skip
    return found.pop()
