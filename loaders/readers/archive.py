"""ZIP archives from strangers: opened only after their directory was counted, unpacked only within a budget.

Sizes are taken as they come out, never as the directory declares them, so entries that overlap or lie cost no more than
others. Nothing is ever written to the disk: the name of an entry is a label.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from core.errors import InputError
from loaders.limits import RATIO_COUNTS_FROM_MB, Limits, beyond

_CHUNK = 1 << 20
_MB = 1024 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
#: The record that ends a directory is 22 bytes and a comment of up to 65,535.
_END_WITHIN = 22 + 65_535


class Archive:
    """An open archive. What its entries unpack to, together, is held to `limits`."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Open it. Raises `InputError` (`FILE-BROKEN`) or `LimitError` (`ARCHIVE-TOO-LARGE`)."""
        self.name = name
        self._limits = limits
        self._left = limits.expanded_mb * _MB
        count = _entries(data)
        if count > limits.entries:
            raise beyond(name, "ARCHIVE-TOO-LARGE", found=f"{count} 个文件 entries", limit=f"{limits.entries}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data), metadata_encoding=None)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise damaged(name, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def entries(self) -> list[zipfile.ZipInfo]:
        """The entries in the order of the directory."""
        return self._zip.infolist()

    def __contains__(self, entry: str) -> bool:
        return entry in self._zip.NameToInfo

    def read(self, entry: str | zipfile.ZipInfo, *, most: int | None = None) -> bytes:
        """The bytes of an entry, or about its first `most`. Raises as `chunks`."""
        parts: list[bytes] = []
        size = 0
        for piece in self.chunks(self._zip.getinfo(entry) if isinstance(entry, str) else entry):
            parts.append(piece)
            size += len(piece)
            if most is not None and size >= most:
                break
        return b"".join(parts)

    def chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of an entry, a piece at a time.

        Raises `InputError` (`FILE-LOCKED`, `FILE-BROKEN`) or `LimitError` (`ARCHIVE-TOO-LARGE`).
        """
        if info.flag_bits & 0x1:
            raise InputError(
                f"{self.name}, {info.filename}: 压缩包有密码 | the archive is locked with a password",
                remedy="去掉密码后重新压缩 | pack it again without a password",
                code="FILE-LOCKED",
            )
        size = 0
        try:
            with self._zip.open(info) as handle:
                while piece := handle.read(_CHUNK):
                    size += len(piece)
                    self._spend(len(piece))
                    self._check_ratio(info, size)
                    yield piece
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            EOFError,
            ValueError,
            OSError,
            zlib.error,
        ) as error:
            raise damaged(self.name, error) from error

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            limit = f"{self._limits.expanded_mb} MB"
            raise beyond(self.name, "ARCHIVE-TOO-LARGE", found="解压后 unpacked", limit=limit)

    def _check_ratio(self, info: zipfile.ZipInfo, size: int) -> None:
        # `compress_size` may lie upwards, but then the entry reaches over its neighbours and the budget ends it.
        if size > RATIO_COUNTS_FROM_MB * _MB and size > self._limits.ratio * max(info.compress_size, 1):
            found = f"{info.filename} 解压后为 {size // max(info.compress_size, 1)} 倍 times its packed size"
            raise beyond(self.name, "ARCHIVE-TOO-LARGE", found=found, limit=f"{self._limits.ratio}")


def damaged(name: str, why: object) -> InputError:
    """An archive that cannot be unpacked."""
    return InputError(
        f"{name}: 压缩包已损坏 | the archive is damaged: {str(why)[:200]}",
        remedy="重新压缩或重新保存 | pack or save it again",
        code="FILE-BROKEN",
    )


def printed_name(info: zipfile.ZipInfo) -> str:
    """The name of an entry as its maker wrote it: without the UTF-8 flag, Chinese programs write GB18030."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def check_name(archive: str, name: str, info: zipfile.ZipInfo) -> None:
    """Raise `InputError` (`ARCHIVE-NAME`) for a name that would lead out of a folder, or an entry that is a link."""
    parts = name.replace("\\", "/").split("/")
    link = stat.S_ISLNK(info.external_attr >> 16)
    if link or ".." in parts or parts[0] == "" or (len(parts[0]) == 2 and parts[0][1] == ":") or "\x00" in name:
        raise InputError(
            f"{archive}, {name[:120]!r}: 压缩包里的文件名不安全 | an unsafe name in the archive",
            remedy="解压后直接载入文件 | unpack it and load the files",
            code="ARCHIVE-NAME",
        )


def _entries(data: bytes) -> int:
    """How many entries the directory holds, counted before anything makes an object of each."""
    end = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - _END_WITHIN))
    if end < 0 or end + 16 > len(data):
        return 0  # no directory: opening it says so
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    start = 0 if size == 0xFFFFFFFF else max(0, end - size - 128)  # 128: the longer record of ZIP64 stands between
    return data.count(_ENTRY, start, end)
