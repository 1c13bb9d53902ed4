"""Checking a backup, and putting it into an empty home."""

from __future__ import annotations

from pathlib import Path

from core.errors import StoreError, UsageError
from core.settings import Settings
from graph.backup.manifest import (
    AUDIT,
    LEDGER,
    BackupReport,
    Item,
    damaged,
    item_of,
    names,
    original_name,
    read_manifest,
)
from graph.ledger.at_rest import put, standing, trouble
from graph.ledger.database import HEAD
from graph.ledger.home import ledger_home
from graph.ledger.originals import Originals


def verify_backup(folder: Path) -> BackupReport:
    """Read every byte of a backup and compare it with the manifest, and the ledger with its originals.

    Raises `NotFoundError` (`NO-BACKUP`), `StoreCorruptError` (`BACKUP-DAMAGED`), `UsageError` (`BACKUP-NEWER`).
    """
    manifest, report = read_manifest(folder)
    wrong = [name for name, item in sorted(manifest.files.items()) if not _is(folder / name, item)]
    wrong += sorted(name for name in names(folder) if name not in manifest.files)
    if wrong:
        raise damaged(f"{len(wrong)}: {', '.join(wrong[:5])}")
    said = trouble(folder / LEDGER)
    if said:
        raise damaged(f"{LEDGER}: {said}")
    stands = standing(folder / LEDGER)
    lacking = [sha256 for sha256 in stands.files if original_name(sha256) not in manifest.files]
    if (stands.revision, stands.clock) != (manifest.revision, manifest.clock) or lacking:
        raise damaged(f"{LEDGER}: {', '.join(sha256[:12] for sha256 in lacking[:5]) or stands.clock}")
    if stands.revision > HEAD:
        raise UsageError(
            f"备份由更新的版本所作 | made by a newer Dutygraph: {stands.revision} > {HEAD}",
            remedy="升级 Dutygraph | upgrade Dutygraph",
            code="BACKUP-NEWER",
        )
    return report


def restore_backup(folder: Path, settings: Settings) -> BackupReport:
    """Verify a backup and put it into a home without a ledger. The ledger comes last: before it there is no home.

    Raises what `verify_backup` raises, `UsageError` (`HOME-NOT-EMPTY`), `StoreError` (`RESTORE-UNWRITABLE`). After a
    crash it is simply run again.
    """
    ledger = ledger_home(settings)
    if ledger.exists():
        raise UsageError(
            f"{ledger.name}: 已有账本 | there is a ledger already",
            remedy="用 --home 给出空的文件夹，或先将旧的移开 | give an empty --home, or move the old one away first",
            code="HOME-NOT-EMPTY",
        )
    report = verify_backup(folder)
    manifest, _ = read_manifest(folder)
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        originals = Originals(settings.originals_path)
        for name in sorted(set(manifest.files) - {AUDIT, LEDGER}):
            originals.put((folder / name).read_bytes())
        if AUDIT in manifest.files:
            put(folder / AUDIT, settings.home / AUDIT)
        ledger.fill(folder / LEDGER)
    except OSError as error:
        raise StoreError(
            f"恢复写不下去 | the backup cannot be restored: {error.strerror}",
            remedy="检查空间与权限后再来一次 | check space and permissions, and run it again",
            code="RESTORE-UNWRITABLE",
        ) from error
    return report


def _is(path: Path, item: Item) -> bool:
    try:
        return item_of(path) == item
    except OSError:
        return False
