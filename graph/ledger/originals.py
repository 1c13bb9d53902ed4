"""The original files, under their SHA-256, on the disk before the ledger speaks of them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.errors import NotFoundError, StoreCorruptError, StoreError
from graph.ledger.disk import sync

#: What a killed process leaves behind ends so.
UNFINISHED = ".part"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of files named by content: `ab/abcd…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; synced to the disk when this returns. Idempotent, and a copy that was
        damaged is replaced.

        Raises `StoreError` (`ORIGINAL-UNWRITABLE`) if the folder cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        beside = path.with_name(f"{sha256}.{os.getpid()}{UNFINISHED}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not (path.exists() and path.read_bytes() == data):
                with beside.open("wb") as handle:
                    handle.write(data)
                    handle.flush()
                    os.fsync(handle.fileno())
                beside.replace(path)
            # Also for bytes found there: who put them may have been killed before their name was on the disk.
            for folder in (path.parent, self.folder, self.folder.parent):
                sync(folder)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise StoreError(
                f"无法保存原文件 | the original cannot be kept: {error.strerror}",
                remedy="检查 --home 的空间与权限 | check space and permissions of --home",
                code="ORIGINAL-UNWRITABLE",
            ) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises `NotFoundError` if they are not (any more) there, `StoreCorruptError` if they changed."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(f"没有原文件 | no original {sha256[:12]}", code="ORIGINAL-MISSING") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreCorruptError(
                f"原文件已改变 | the original {sha256[:12]} is not what was received",
                remedy="从备份恢复 | restore it from a backup",
                code="ORIGINAL-CORRUPT",
            )
        return data

    def is_whole(self, sha256: str) -> bool:
        """Whether the bytes are there and are what was received; read piece by piece."""
        try:
            with self.path(sha256).open("rb") as handle:
                return hashlib.file_digest(handle, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def remove(self, sha256: str) -> None:
        """Remove the bytes for good; nothing happens if they are gone already."""
        path = self.path(sha256)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            sync(path.parent)

    def present(self) -> Iterator[Path]:
        """Every file of the folder, whole or left behind, in order of path."""
        return (path for path in sorted(self.folder.glob("*/*")) if path.is_file())

    def path(self, sha256: str) -> Path:
        """Where the bytes of a file lie. Raises `NotFoundError` for what is no hash."""
        if not _DIGEST.fullmatch(sha256):
            raise NotFoundError(f"不是文件标识 | not a file's hash: {sha256[:80]!r}", code="ORIGINAL-MISSING")
        return self.folder / sha256[:2] / sha256
