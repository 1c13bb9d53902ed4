"""What a person points at - files, folders of papers, folders of tables - as named bytes, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import InputError, LimitError, NotFoundError, UsageError
from loaders import limits
from loaders.extraction import PACKED_SHEETS, pack_sheets, pack_tables
from loaders.foreign.heads import Choices
from loaders.readers.sheets import is_sheet_file
from loaders.tables import is_table_file

#: Files beside papers that are none: what file managers and version control leave behind.
_PASSED_OVER = frozenset({"readme.md", "readme.txt", "license", "thumbs.db", "desktop.ini"})


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


def found_in(paths: Sequence[Path]) -> list[Path]:
    """The files and table folders that paths name, folders looked through, in order of path, each once.

    A folder with a table of the waist in it is one table folder. Raises `NotFoundError` for a path that is not there
    and `LimitError` beyond `MAX_FILES`.
    """
    found: dict[Path, None] = {}
    for path in paths:
        _check_exists(path)
        for entry in _walk(path, 0):
            found.setdefault(entry)
            if len(found) > limits.MAX_FILES:
                raise LimitError(
                    f"{path.name}: 文件超过 {limits.MAX_FILES} 个 | too many files",
                    remedy="分批载入 | load them in parts",
                    code="TOO-MANY-FILES",
                )
    return list(found)


def _walk(path: Path, depth: int) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    if depth > limits.MAX_FOLDER_DEPTH:
        raise LimitError(
            f"{path.name}: 文件夹嵌套过深 | folders nested too deep", remedy="移到浅处 | move it up", code="TOO-DEEP"
        )
    entries = sorted(entry for entry in path.iterdir() if not _is_furniture(entry))
    has_tables = any(is_table_file(entry) for entry in entries)
    if has_tables:
        yield path
    for entry in entries:
        if not (has_tables and entry.suffix.lower() == ".csv"):
            yield from _walk(entry, depth + 1)


def _is_furniture(path: Path) -> bool:
    return path.name.startswith((".", "~$")) or path.name.lower() in _PASSED_OVER


def _check_exists(path: Path) -> None:
    if not path.exists():
        raise NotFoundError(
            f"没有这个文件 | no such file: {path}", remedy="检查路径 | check the path", code="FILE-NOT-FOUND"
        )


def _read(path: Path) -> bytes:
    try:
        limits.check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path.name}: 无法读取 | cannot be read: {error.strerror}",
            remedy="检查文件权限 | check its permissions",
            code="FILE-UNREADABLE",
        ) from error
