"""The manifest of a backup: what it holds, byte for byte."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import NotFoundError, StoreCorruptError
from graph.days import ZONE
from graph.ledger.at_rest import standing
from graph.ledger.disk import sync

FORMAT = 1
MANIFEST = "manifest.json"
LEDGER, AUDIT, ORIGINALS = "ledger.sqlite3", "audit.sqlite3", "originals"
_CHUNK = 1 << 20
#: A manifest may name these files and no others, so that restoring writes nowhere else.
_NAME = re.compile(rf"{re.escape(LEDGER)}|{re.escape(AUDIT)}|{ORIGINALS}/(?P<two>[0-9a-f]{{2}})/(?P=two)[0-9a-f]{{62}}")


class Item(BaseModel):
    """A file of the backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    size: int = Field(ge=0)


class Manifest(BaseModel):
    """What a backup holds. `clock` is the journal row at which the ledger stood, `revision` the form of its tables."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    made_at: str
    revision: str
    clock: int
    files: dict[str, Item]


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What was copied or checked: where the ledger stands, how many originals, bytes, and the manifest's own SHA-256."""

    clock: int
    originals: int
    size: int
    made_at: str
    manifest: str


def write_manifest(folder: Path) -> BackupReport:
    """Describe all files of a folder in it, synced. Raises `OSError`."""
    stands = standing(folder / LEDGER)
    manifest = Manifest(
        format=FORMAT,
        made_at=datetime.now(ZONE).isoformat(timespec="seconds"),
        revision=stands.revision,
        clock=stands.clock,
        files={name: item_of(folder / name) for name in sorted(names(folder))},
    )
    words = manifest.model_dump_json(indent=1).encode()
    with (folder / MANIFEST).open("wb") as handle:
        handle.write(words)
        handle.flush()
        os.fsync(handle.fileno())
    sync(folder)
    return report_of(manifest, words)


def read_manifest(folder: Path) -> tuple[Manifest, BackupReport]:
    """The manifest of a backup, and its summary. Raises `NotFoundError` (`NO-BACKUP`), `StoreCorruptError`."""
    try:
        words = (folder / MANIFEST).read_bytes()
    except OSError as error:
        raise NotFoundError(
            f"{folder.name}: 不是备份，或没有备份完 | no backup, or an unfinished one: {error.strerror}",
            remedy="给出 dutygraph backup 写成的文件夹 | give a folder that dutygraph backup wrote",
            code="NO-BACKUP",
        ) from error
    try:
        manifest = Manifest.model_validate_json(words)
    except ValidationError as error:
        raise damaged(MANIFEST) from error
    if manifest.format != FORMAT or LEDGER not in manifest.files:
        raise damaged(MANIFEST)
    strange = [name for name in manifest.files if not _NAME.fullmatch(name)]
    if strange:
        raise damaged(f"{MANIFEST}: {strange[0]!r}")
    return manifest, report_of(manifest, words)


def report_of(manifest: Manifest, words: bytes) -> BackupReport:
    """A manifest summed up."""
    return BackupReport(
        clock=manifest.clock,
        originals=sum(name.startswith(f"{ORIGINALS}/") for name in manifest.files),
        size=sum(item.size for item in manifest.files.values()),
        made_at=manifest.made_at,
        manifest=hashlib.sha256(words).hexdigest(),
    )


def names(folder: Path) -> Iterator[str]:
    """The files of a backup but its manifest, as the manifest names them."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST:
            yield name


def item_of(path: Path) -> Item:
    """Size and hash of a file. Raises `OSError`."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as handle:
        while piece := handle.read(_CHUNK):
            digest.update(piece)
            size += len(piece)
    return Item(sha256=digest.hexdigest(), size=size)


def original_name(sha256: str) -> str:
    """Where an original lies in a backup."""
    return f"{ORIGINALS}/{sha256[:2]}/{sha256}"


def damaged(what: str) -> StoreCorruptError:
    """The error for a backup that is not as it was made."""
    return StoreCorruptError(
        f"备份已损坏 | the backup is damaged: {what}",
        remedy="换用另一份备份 | use another backup",
        code="BACKUP-DAMAGED",
    )
