"""The one way from a file to a paper: `read(bytes, name, limits)`, whatever the format.

`read` is pure and works in this process; `read_apart` does the same and lets a child process parse what is not plain text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from core.errors import DutygraphError, InputError
from loaders.limits import LIMITS, MAX_MEMORY_OF_SCANS_MB, MAX_SECONDS_A_SCAN, Limits, check_size
from loaders.readers.apart import call_apart
from loaders.readers.formats import Format, broken, format_of
from loaders.readers.pages import Printed, Unreadable, paper_from
from loaders.readers.paper import Paper
from loaders.readers.scans import installed
from loaders.readers.text import read_text

_PRINTED = TypeAdapter(Printed)


def read(data: bytes, name: str, limits: Limits = LIMITS) -> Paper:
    """A paper out of the bytes of a PDF, DOCX or HTML file, an image or a text.

    Pure: the same bytes give the same paper (with the extra `ocr` or without it). Raises `InputError` or `LimitError` and
    nothing else; memory and time are held by `read_apart` alone.
    """
    return _read(data, name, limits, _here)


def read_apart(data: bytes, name: str, limits: Limits = LIMITS) -> Paper:
    """The same; whatever is not plain text is parsed in a process of its own.

    Raises also `LimitError` (`READER-TIME`, `READER-MEMORY`) and `InputError` (`READER-CRASHED`).
    """
    return _read(data, name, limits, _apart)


def printed_of(data: bytes, name: str, limits: Limits) -> Printed:
    """The pages of a file that is no plain text, scanned pages unread. Raises `InputError` or `LimitError`."""
    return _guarded(_reader_of(format_of(data, name, limits), name), data, name, limits)


def recognised(data: bytes, name: str, limits: Limits) -> Printed:
    """The pages of a PDF, scanned ones recognised. Raises `InputError` or `LimitError`."""
    from loaders.readers.scans import read_pdf

    return _guarded(read_pdf, data, name, limits)


Reader = Callable[[bytes, str, Limits], Printed]
_Way = Callable[[Reader, bytes, str, Limits], Printed]


def _read(data: bytes, name: str, limits: Limits, way: _Way) -> Paper:
    check_size(name, len(data), limits)
    found = format_of(data, name, limits)
    if found in ("text", "delimited"):
        return read_text(data, name, limits=limits)
    scanned = replace(limits, memory_mb=max(limits.memory_mb, MAX_MEMORY_OF_SCANS_MB))
    printed = way(printed_of, data, name, scanned if found == "image" else limits)
    if printed.unreadable and installed():
        pages = min(len(printed.unreadable), limits.scanned_pages)
        scanned = replace(scanned, seconds=limits.seconds + pages * MAX_SECONDS_A_SCAN)
        printed = way(recognised, data, name, scanned)
    if not any(page.blocks for page in printed.pages):
        raise nothing_to_read(name, printed.unreadable)
    return paper_from(printed, name=name, sha256=hashlib.sha256(data).hexdigest(), limits=limits)


def _here(reader: Reader, data: bytes, name: str, limits: Limits) -> Printed:
    return reader(data, name, limits)


def _apart(reader: Reader, data: bytes, name: str, limits: Limits) -> Printed:
    return call_apart(reader, data, name, answer=_PRINTED, limits=limits)


def _guarded(reader: Reader, data: bytes, name: str, limits: Limits) -> Printed:
    """What a library raises on bytes it never expected is a damaged file, whatever it is called there."""
    try:
        return reader(data, name, limits)
    except (DutygraphError, MemoryError):
        raise
    except Exception as error:
        if "MemoryError" in repr(error):  # wrapped by the library it was raised in
            raise MemoryError from error
        raise broken(name, "", repr(error), "重新保存后再载入 | save it again and load that") from error


def nothing_to_read(name: str, unreadable: Sequence[Unreadable]) -> InputError:
    """Why a file gave no words: blank, a scan, or letters without a meaning."""
    if not unreadable:
        what, code = "没有文字 | it holds no words", "FILE-EMPTY"
        return InputError(f"{name}: {what}", remedy="换一个有文字的文件 | give a file with words", code=code)
    garbled = any(page.why == "garbled" for page in unreadable)
    what = (
        "文字没有编码，无法还原 | its letters carry no meaning"
        if garbled
        else "是扫描件，没有文字层 | a scan without text"
    )
    remedy = (
        "没有认出文字，请换清晰的扫描件 | nothing was recognised: give a clearer scan"
        if installed()
        else "安装文字识别后再载入：pip install 'dutygraph[ocr]' | install OCR, then load it again"
    )
    return InputError(f"{name}: {what}", remedy=remedy, code="PDF-GARBLED" if garbled else "PDF-SCAN")


def _reader_of(found: Format, name: str) -> Reader:
    """The reader of a format, imported only now: each brings a library along."""
    if found == "pdf":
        from loaders.readers import pdf

        return pdf.read
    if found == "docx":
        from loaders.readers import docx

        return docx.read
    if found == "html":
        from loaders.readers import html

        return html.read
    if found == "image":
        from loaders.readers import scans

        return scans.read
    raise InputError(
        f"{name}: 不是一份文件，而是 {found} | not a paper",
        remedy="用 dutygraph load 载入 | load it with dutygraph load",
        code="FILE-KIND",
    )
