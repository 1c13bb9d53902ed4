"""The original files, under their SHA-256, on the disk before the ledger speaks of them."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from core.errors import NotFoundError, StoreCorruptError, StoreError

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of files named by content: `ab/abcd…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; synced to the disk when this returns. Idempotent.

        Raises `StoreError` (`ORIGINAL-UNWRITABLE`) if the folder cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        try:
            if path.exists() and path.stat().st_size == len(data):
                return sha256
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f"{sha256}.{os.getpid()}.part")
            with beside.open("wb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(handle.fileno())
            beside.replace(path)
            _sync_folder(path.parent)
            _sync_folder(self.folder)
        except OSError as error:
            raise StoreError(
                f"无法保存原文件 | the original cannot be kept: {error.strerror}",
                remedy="检查 --home 的空间与权限 | check space and permissions of --home",
                code="ORIGINAL-UNWRITABLE",
            ) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises `NotFoundError` if they are not (any more) there, `StoreCorruptError` if they changed."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(f"没有原文件 | no original {sha256[:12]}", code="ORIGINAL-MISSING") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreCorruptError(
                f"原文件已改变 | the original {sha256[:12]} is not what was received",
                remedy="从备份恢复 | restore it from a backup",
                code="ORIGINAL-CORRUPT",
            )
        return data

    def remove(self, sha256: str) -> None:
        """Remove the bytes for good; nothing happens if they are gone already."""
        path = self._path(sha256)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            _sync_folder(path.parent)

    def _path(self, sha256: str) -> Path:
        if not _DIGEST.fullmatch(sha256):
            raise NotFoundError(f"不是文件标识 | not a file's hash: {sha256[:80]!r}", code="ORIGINAL-MISSING")
        return self.folder / sha256[:2] / sha256


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
