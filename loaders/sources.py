"""What a person points at - files, folders of papers, folders of tables, archives - as named bytes, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from stat import S_ISREG
from zipfile import ZipInfo

from core.errors import InputError, LimitError, NotFoundError, UsageError
from loaders import limits
from loaders.extraction import PACKED_SHEETS, pack_sheets, pack_tables
from loaders.foreign.heads import Choices
from loaders.readers.archive import Archive, check_name, printed_name
from loaders.readers.formats import format_of
from loaders.readers.sheets import is_sheet_file
from loaders.tables import is_table_file

#: Files beside papers that are none: what file managers and version control leave behind.
_PASSED_OVER = frozenset({"readme.md", "readme.txt", "license", "thumbs.db", "desktop.ini"})
#: What programs keep beside papers; text, and no paper. Named by itself such a file is read all the same.
_OF_PROGRAMS = frozenset(
    {
        ".yaml",
        ".yml",
        ".json",
        ".jsonl",
        ".toml",
        ".ini",
        ".cfg",
        ".conf",
        ".py",
        ".sh",
        ".js",
        ".css",
        ".sql",
        ".log",
        ".lock",
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its name as messages show it, and its bytes. A table folder is packed into one."""

    name: str
    data: bytes


def read_source(path: Path, choices: Choices | None = None) -> Source:
    """One file, or one folder of tables; a spreadsheet with what a person said of it is packed with that.

    Raises `NotFoundError`, `InputError`, `LimitError`, or `UsageError` for choices on what is no spreadsheet.
    """
    _check_exists(path)
    if choices:
        if path.is_dir() or not is_sheet_file(path.name):
            raise UsageError(
                f"{path.name}: --sheet、--column、--document 只用于表格文件 | are for spreadsheets only",
                remedy="去掉这些选项 | leave them out",
                code="NOT-A-SHEET",
            )
        return Source(f"{path.name}.{PACKED_SHEETS}", pack_sheets(_read(path), path.name, choices))
    if not path.is_dir():
        return Source(path.name, _read(path))
    tables = {entry.name: _read(entry) for entry in sorted(path.iterdir()) if entry.suffix.lower() == ".csv"}
    if not tables:
        raise InputError(
            f"{path.name}: 文件夹里没有表 | no tables in the folder",
            remedy="给出文件，或用 load 载入整个文件夹 | give a file, or use load for a folder of papers",
            code="TABLE-NONE",
        )
    return Source(f"{path.name}.tables", pack_tables(tables))


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: its name, and the archive it is read from when its turn comes."""

    name: str
    archive: Archive
    entry: ZipInfo

    def source(self) -> Source:
        """Its bytes. Raises `InputError` (`ARCHIVE-NAME`, `ARCHIVE-NESTED`, `FILE-LOCKED`, …) or `LimitError`."""
        check_name(self.archive.name, printed_name(self.entry), self.entry)
        limits.check_size(self.name, self.entry.file_size)
        data = self.archive.read(self.entry)
        if holds_papers(data, self.name):
            raise InputError(
                f"{self.name}: 压缩包里还有压缩包 | an archive inside an archive",
                remedy="解压后再载入 | unpack it and load that",
                code="ARCHIVE-NESTED",
            )
        return Source(self.name, data)


def members_of(path: Path) -> tuple[Member, ...]:
    """The files of an archive of papers, in the order of their names; none if the path is no such archive.

    An archive that cannot be opened is none either: read as a file, it says what is wrong with it.
    """
    if path.is_dir() or not path.exists() or not _is_zip(path):
        return ()
    try:
        data = _read(path)
        if not holds_papers(data, path.name):
            return ()
        archive = Archive(data, path.name, limits.LIMITS)
    except InputError:
        return ()
    entries = [(printed_name(entry), entry) for entry in archive.entries() if not entry.is_dir()]
    return tuple(
        Member(f"{path.name}/{name}", archive, entry)
        for name, entry in sorted(entries, key=lambda item: item[0])
        if not _is_furniture(PurePosixPath(name.replace("\\", "/"))) and not name.startswith("__MACOSX/")
    )


def holds_papers(data: bytes, name: str) -> bool:
    """Whether bytes are an archive of files, and not an office file or a packed table folder. Raises `InputError`."""
    packed = name.lower().endswith((".tables", f".{PACKED_SHEETS}"))
    return not packed and data.startswith(b"PK") and format_of(data, name) == "archive"


@dataclass(frozen=True, slots=True)
class Unwalked:
    """A folder that is not looked into, and why."""

    name: str
    error: InputError


def found_in(paths: Sequence[Path]) -> list[Path | Unwalked]:
    """The files and table folders that paths name, folders looked through, in order of path, each once.

    A folder with a table of the waist in it is one table folder; one that a link leads to from inside itself is not looked
    through again. Raises `NotFoundError` for a path that is not there and `LimitError` beyond `MAX_FILES`.
    """
    found: dict[Path | Unwalked, None] = {}
    for path in paths:
        _check_exists(path)
        for entry in _walk(path, ()):
            found.setdefault(entry)
            if len(found) > limits.MAX_FILES:
                raise LimitError(
                    f"{path.name}: 文件超过 {limits.MAX_FILES} 个 | too many files",
                    remedy="分批载入 | load them in parts",
                    code="TOO-MANY-FILES",
                )
    return list(found)


def _walk(path: Path, above: tuple[Path, ...]) -> Iterator[Path | Unwalked]:
    """The files at or under a path; `above` are the folders it lies in, as they really are."""
    if not path.is_dir():
        yield path
        return
    own = path.resolve()
    if own in above:
        return
    try:
        entries = sorted(entry for entry in path.iterdir() if not _is_furniture(entry))
    except OSError as error:
        yield Unwalked(path.name, _unreadable(path, error))
        return
    if len(above) > limits.MAX_FOLDER_DEPTH:
        deep = LimitError(
            f"{path.name}: 文件夹嵌套过深 | folders nested too deep", remedy="移到浅处 | move it up", code="TOO-DEEP"
        )
        yield Unwalked(path.name, deep)
        return
    has_tables = any(is_table_file(entry) for entry in entries)
    if has_tables:
        yield path
    for entry in entries:
        if not (has_tables and entry.suffix.lower() == ".csv"):
            yield from _walk(entry, (*above, own))


def _is_zip(path: Path) -> bool:
    try:
        if not path.is_file():
            return False  # reading it says so
        with path.open("rb") as handle:
            return handle.read(2) == b"PK"
    except OSError:
        return False  # reading it says why


def _is_furniture(path: PurePath) -> bool:
    name = path.name.lower()
    return name.startswith((".", "~$")) or name in _PASSED_OVER or path.suffix.lower() in _OF_PROGRAMS


def _check_exists(path: Path) -> None:
    if not path.exists():
        raise NotFoundError(
            f"没有这个文件 | no such file: {path}", remedy="检查路径 | check the path", code="FILE-NOT-FOUND"
        )


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # a pipe would never end, a device neither
            raise InputError(
                f"{path.name}: 不是普通文件 | not a regular file",
                remedy="换一个文件 | give a file",
                code="FILE-KIND",
            )
        limits.check_size(path.name, found.st_size)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"{path.name}: 无法读取 | cannot be read: {error.strerror}",
        remedy="检查文件权限 | check its permissions",
        code="FILE-UNREADABLE",
    )
