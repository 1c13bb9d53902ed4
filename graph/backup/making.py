"""Making a backup, beside readers and writers. The folder takes its name only when it is whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.errors import NotFoundError, StoreBusyError, StoreCorruptError, StoreError, UsageError
from core.settings import Settings
from graph.backup.manifest import AUDIT, LEDGER, ORIGINALS, BackupReport, write_manifest
from graph.ledger.at_rest import copy_of, standing, trouble
from graph.ledger.disk import sync
from graph.ledger.home import ledger_home
from graph.ledger.originals import Originals

#: A purge between the copy of the ledger and that of its originals means: begin again.
_ATTEMPTS = 3


def make_backup(settings: Settings, out: Path) -> BackupReport:
    """Copy the ledger of `settings.home` and all it names to the new folder `out`.

    Raises `NotFoundError` (`NO-LEDGER`), `UsageError` (`BACKUP-EXISTS`), `StoreError` (`BACKUP-UNWRITABLE`), and
    `StoreCorruptError` for a damaged original or ledger: a copy of damage is no backup. A backup that fails leaves nothing.
    """
    if not ledger_home(settings).exists():
        raise NotFoundError("还没有账本 | there is no ledger yet", remedy="dutygraph load FILE", code="NO-LEDGER")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(
            f"{out.name}: 已存在且非空 | is there already",
            remedy="换一个文件夹 | choose a new folder",
            code="BACKUP-EXISTS",
        )
    fresh = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
    try:
        _copy(settings, fresh)
        report = write_manifest(fresh)
        if out.exists():
            out.rmdir()
        fresh.replace(out)
        sync(out.parent)
    except OSError as error:
        raise StoreError(
            f"备份写不下去 | the backup cannot be written: {error.strerror}",
            remedy="检查空间与权限 | check space and permissions",
            code="BACKUP-UNWRITABLE",
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return report


def _copy(settings: Settings, out: Path) -> None:
    for _ in range(_ATTEMPTS):
        out.mkdir(parents=True)
        audit = settings.home / AUDIT
        if audit.is_file():
            copy_of(audit, out / AUDIT)
        # The ledger before the originals: each is on the disk before its row, so the copy names none that cannot be had.
        ledger_home(settings).copy_to(out / LEDGER)
        said = trouble(out / LEDGER)
        if said:
            raise StoreCorruptError(
                f"账本文件已损坏 | the ledger file is damaged: {said}", remedy="dutygraph doctor", code="LEDGER-CORRUPT"
            )
        if _copy_originals(settings, out):
            return
        shutil.rmtree(out)
    raise StoreBusyError("备份期间文件不断被清除 | files keep being purged", remedy="稍后再试 | try again later")


def _copy_originals(settings: Settings, out: Path) -> bool:
    """Whether all are copied; False if one was purged meanwhile, so that the copied ledger still has its words."""
    wanted = standing(out / LEDGER).files
    originals, kept = Originals(settings.originals_path), Originals(out / ORIGINALS)
    lost = ""
    for sha256 in wanted:
        try:
            kept.put(originals.get(sha256))
        except NotFoundError:
            lost = sha256
    left = set(ledger_home(settings).standing().files)
    if lost in left:
        raise StoreCorruptError(
            f"原文件不见了 | the original {lost[:12]} is gone", remedy="dutygraph doctor", code="ORIGINAL-MISSING"
        )
    return left.issuperset(wanted)
