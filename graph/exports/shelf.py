"""Exports that were asked for, kept by the version of the graph: made once, sent often, forgotten with the version.

A version never changes, so neither do its exports. They lie under `settings.exports_path`, one folder a version; the ones not
asked for the longest go when the shelf is full.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Final

from core.errors import StoreBusyError
from core.settings import Settings

#: Room for the exports of one version; whoever wants more of them runs the command.
MAX_SHELF_BYTES: Final = 1024 * 1024 * 1024
#: How long a request waits for another one's export before it is told to come back.
PATIENCE_SECONDS: Final = 30.0


class Shelf:
    """The kept exports of one home. Safe to use from several threads and processes."""

    def __init__(self, settings: Settings) -> None:
        self._root = settings.exports_path
        self._making = threading.Lock()

    def get(self, version: str, key: tuple[str, ...], make: Callable[[Path], None]) -> Path:
        """The file for a version and a key, made by `make` if it is not there; one is made at a time.

        `make` writes a file or a folder. Raises `StoreBusyError` (`EXPORT-BUSY`) if others take too long, and what `make` raises.
        """
        name = hashlib.sha256("\x1f".join((version_of("dutygraph"), *key)).encode()).hexdigest()[:32]
        path = self._root / version / name
        if self._found(path):
            return path
        if not self._making.acquire(timeout=PATIENCE_SECONDS):
            raise StoreBusyError(
                "正在导出别的文件 | another export is being made",
                remedy="稍后再试 | try again later",
                code="EXPORT-BUSY",
            )
        try:
            if not self._found(path):
                self._make(path, make)
        finally:
            self._making.release()
        return path

    def _found(self, path: Path) -> bool:
        with suppress(FileNotFoundError):
            os.utime(path)
            return True
        return False

    def _make(self, path: Path, make: Callable[[Path], None]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        growing = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            make(growing)
            # Another process may have made it meanwhile: the bytes are the same, and whoever reads keeps what it opened.
            if not path.is_dir():
                growing.rename(path)
        finally:
            _remove(growing)
        self._sweep(path)

    def _sweep(self, newest: Path) -> None:
        """Forget older versions, and what was not asked for the longest while the shelf is too full."""
        for folder in self._root.iterdir():
            if folder.name < newest.parent.name:
                shutil.rmtree(folder, ignore_errors=True)
        kept = sorted(
            (each for each in newest.parent.iterdir() if each != newest),
            key=lambda each: (each.stat().st_mtime, each.name),
        )
        room = MAX_SHELF_BYTES - _size(newest)
        for each in reversed(kept):
            room -= _size(each)
            if room < 0:
                _remove(each)


def forget(settings: Settings) -> None:
    """Delete all kept exports: what is purged must stand in none."""
    shutil.rmtree(settings.exports_path, ignore_errors=True)


def _size(path: Path) -> int:
    return (
        sum(each.stat().st_size for each in path.rglob("*") if each.is_file()) if path.is_dir() else path.stat().st_size
    )


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
