"""Commands that keep the ledger safe: `backup`, `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import settings_of

if TYPE_CHECKING:
    from graph.backup import BackupReport


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="备份文件夹 | The folder of the backup.")],
    verify: Annotated[
        bool,
        typer.Option("--verify", help="不备份，只逐字节核对已有的备份 | Check a backup that is there, byte by byte."),
    ] = False,
) -> None:
    """备份账本、原件、写入记录；服务运行时也一致 | Back up ledger, originals and audit log, also while serving."""
    from graph.backup import make_backup, verify_backup

    settings = settings_of(context)
    if verify:
        _say("核对无误 | whole", verify_backup(folder))
    else:
        _say("已备份 | backed up", make_backup(settings, folder))


def restore(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="备份文件夹 | The folder of the backup.")],
    no_build: Annotated[bool, typer.Option("--no-build", help="暂不建图谱 | Do not build the graph yet.")] = False,
) -> None:
    """核对备份，恢复到空的数据文件夹 | Check a backup and restore it into an empty home."""
    from graph.backup import restore_backup
    from graph.build import build
    from graph.ledger.ledger import open_ledger

    settings = settings_of(context)
    _say("已恢复 | restored", restore_backup(folder, settings))
    if not no_build:
        with open_ledger(settings) as ledger:
            typer.echo(f"图谱已更新 | graph {build(ledger, settings, force=True).version}")


def _say(done: str, report: BackupReport) -> None:
    typer.echo(
        f"{done}: 账本第 {report.clock} 行 row, {report.originals} 份原件 originals, {report.size} 字节 bytes,"
        f" {report.made_at}"
    )
    typer.echo(f"清单 | manifest  sha256 {report.manifest}")
