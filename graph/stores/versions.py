"""Version directories of the embedded store: build beside, verify, switch a pointer, sweep what nobody holds.

    graph/current.json            the pointer, replaced atomically
    graph/<name>/db/              the engine's files
    graph/<name>/manifest.json    size and checksum of each, written when the version is finished
    graph/<name>.lock             held (shared) by every reader and by the builder
    graph/writer.lock             held by the one process that builds

A reader holds a finished version and never sees another; a version is deleted only when no process holds it. Locks are
`flock`, so a killed process holds nothing.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import uuid
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from core.errors import ConfigError, NotFoundError, StoreBusyError, StoreCorruptError, StoreUnavailableError

FORMAT = 1
POINTER = "current.json"
#: The engine rewrites these (with the same content) when it opens a database, so they are no sign of damage.
_TOUCHED_BY_READERS = frozenset({"last-tx-id.bin", "statistics.json"})
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,79}")
_REBUILD = "dutygraph rebuild"


@dataclass(frozen=True, slots=True)
class Version:
    """A finished version: the directory's name and the projection's version."""

    name: str
    version: str


class Hold:
    """A reader's hold on one version; it is not deleted before `release`."""

    def __init__(self, version: Version, path: Path, lock: IO[bytes]) -> None:
        self.version = version
        self.path = path
        self._lock = lock

    def release(self) -> None:
        """Let the version be swept."""
        self._lock.close()


class Versions:
    """The versions below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Version | None:
        """What the pointer names; None if nothing was published. Raises `StoreCorruptError` on a broken pointer."""
        try:
            pointer = json.loads((self.root / POINTER).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreUnavailableError(f"不能读取图谱目录 | cannot read the graph folder: {error.strerror}") from error
        except ValueError as error:
            raise StoreCorruptError("图谱指针已损坏 | the graph pointer is damaged", remedy=_REBUILD) from error
        if not isinstance(pointer, dict) or pointer.get("format") != FORMAT:
            raise StoreCorruptError("图谱格式不符 | the graph is of another format", remedy=_REBUILD)
        name, version = str(pointer.get("name")), str(pointer.get("version"))
        if not _VERSION.fullmatch(name):
            raise StoreCorruptError("图谱指针已损坏 | the graph pointer is damaged", remedy=_REBUILD)
        return Version(name, version)

    def hold_current(self) -> Hold:
        """Hold the published version. Raises `NotFoundError` if there is none, `StoreCorruptError` if it is gone."""
        while True:
            version = self.current()
            if version is None:
                raise NotFoundError(
                    "还没有图谱 | there is no graph yet",
                    remedy="dutygraph load FILE  或 | or  dutygraph rebuild",
                    code="NO-GRAPH",
                )
            path = self.root / version.name
            lock = _open_lock(self._lock_path(version.name))
            fcntl.flock(lock, fcntl.LOCK_SH)
            if path.is_dir():
                return Hold(version, path / "db", lock)
            lock.close()
            # Swept between reading the pointer and taking the lock: then the pointer has moved on by now.
            if self.current() == version:
                raise StoreCorruptError("图谱目录丢失 | the graph's folder is gone", remedy=_REBUILD)

    @contextmanager
    def building(self, version: str) -> Iterator[Path]:
        """A folder to build `version` in; on leaving without error it is verified, synced and made current.

        Raises `StoreBusyError` if another process builds. An error inside leaves the published version as it was.
        """
        if not _VERSION.fullmatch(version):
            raise ConfigError(f"版本名不合规 | not a version name: {version!r}")
        self._make_root()
        with self._only_writer():
            name = f"{version}-{uuid.uuid4().hex[:8]}"
            path = self.root / name
            with _open_lock(self._lock_path(name)) as lock:
                fcntl.flock(lock, fcntl.LOCK_SH)
                path.mkdir()
                try:
                    yield path / "db"
                    _write_manifest(path)
                except BaseException:
                    shutil.rmtree(path, ignore_errors=True)
                    raise
                _replace(self.root / POINTER, {"format": FORMAT, "name": name, "version": version})
            self._sweep()

    def copy_current(self, path: Path, *, version: str) -> None:
        """Copy the published version's database to `path`, inside `building`. Raises `StoreBusyError` if it is another."""
        current = self.current()
        if current is None or current.version != version:
            raise StoreBusyError(
                "图谱刚被另一个进程更新 | another process has just published a graph", remedy="重试 | try again"
            )
        shutil.copytree(self.root / current.name / "db", path, ignore=shutil.ignore_patterns("*.lck"))

    def sweep(self) -> bool:
        """Delete finished and abandoned versions that nobody holds, except the current one; whether none but it is left.

        Raises `StoreBusyError` if another process builds.
        """
        if not self.root.is_dir():
            return True
        with self._only_writer():
            self._sweep()
            return not self._others()

    def idle(self) -> list[str]:
        """The folders of versions that are not the current one and that nobody holds; none while somebody builds, or if the
        pointer is damaged and no version can be told from another."""
        if not self.root.is_dir():
            return []
        try:
            with self._only_writer():
                return [path.name for path in self._others() if self._is_idle(path)]
        except (StoreBusyError, StoreCorruptError):
            return []

    def _sweep(self) -> None:
        for path in self._others():
            with _open_lock(self._lock_path(path.name)) as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                shutil.rmtree(path, ignore_errors=True)
                self._lock_path(path.name).unlink(missing_ok=True)

    def _others(self) -> list[Path]:
        current = self.current()
        return [
            path
            for path in sorted(self.root.iterdir())
            if path.is_dir() and self._lock_path(path.name).exists() and (current is None or path.name != current.name)
        ]

    def _is_idle(self, path: Path) -> bool:
        with _open_lock(self._lock_path(path.name)) as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

    def _lock_path(self, name: str) -> Path:
        return self.root / f"{name}.lock"

    def _make_root(self) -> None:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailableError(
                f"不能写入图谱目录 | cannot write the graph folder: {error.strerror}"
            ) from error

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        with _open_lock(self.root / "writer.lock") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreBusyError(
                    "另一个进程正在写图谱 | another process is writing the graph", remedy="稍后再试 | try again later"
                ) from None
            yield


def verify(database: Path) -> None:
    """Compare the files of a version with its manifest. Raises `StoreCorruptError` if one byte differs."""
    manifest_path = database.parent / "manifest.json"
    try:
        manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
        found = _checksums(database)
    except (OSError, ValueError) as error:
        raise StoreCorruptError("图谱清单不可读 | the graph's manifest is unreadable", remedy=_REBUILD) from error
    damaged = sorted(name for name in {*manifest, *found} if manifest.get(name) != found.get(name))
    if damaged:
        raise StoreCorruptError(
            f"图谱文件与写入时不同 | graph files are not as written: {', '.join(damaged)}", remedy=_REBUILD
        )


def _open_lock(path: Path) -> IO[bytes]:
    try:
        return path.open("ab")
    except OSError as error:
        raise StoreUnavailableError(f"不能打开图谱目录 | cannot open the graph folder: {error.strerror}") from error


def _checksums(database: Path) -> dict[str, list[int]]:
    return {
        path.name: _checksum(path)
        for path in sorted(database.iterdir())
        if path.is_file() and path.name not in _TOUCHED_BY_READERS and path.suffix != ".lck"
    }


def _checksum(path: Path) -> list[int]:
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            crc = zlib.crc32(chunk, crc)
    return [path.stat().st_size, crc]


def _write_manifest(path: Path) -> None:
    for file in (path / "db").iterdir():
        _sync(file)
    _replace(path / "manifest.json", _checksums(path / "db"))
    _sync(path / "db")


def _replace(path: Path, content: Mapping[str, str | int | list[int]]) -> None:
    """Write a small JSON file so that readers see the old or the new one, and a power cut neither a half."""
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content, sort_keys=True), encoding="utf-8")
    _sync(fresh)
    fresh.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
