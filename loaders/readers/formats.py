"""What a file is, told by its bytes: names lie, and a spreadsheet saved as `.xls` is often a web page."""

from __future__ import annotations

import re
from typing import Literal

from core.errors import InputError
from loaders.limits import LIMITS, Limits
from loaders.readers.archive import Archive
from loaders.readers.text import BLANK_BYTES

Format = Literal["pdf", "docx", "workbook", "html", "image", "archive", "delimited", "text"]

#: Names of what people keep tables in. Only for text do they decide: a table and a letter are both text.
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls")
DELIMITED_ENDINGS = (".csv", ".tsv")
#: Where the specification lets a PDF begin (ISO 32000-1, annex H.3.4.1).
_PDF_WITHIN = 1024
_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|style|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(rb"<(?:!doctype|html|head|body|meta)\b", re.IGNORECASE)
_PLAIN_LINES = 4  # times as many lines as hold a tag


def format_of(data: bytes, name: str, limits: Limits = LIMITS) -> Format:
    """The format of a file. `name` tells tables from other text, and stands in messages.

    Raises `InputError`: `FILE-EMPTY`, `FILE-LOCKED` (an office file behind a password) or `FILE-KIND` (a format that is
    known and not read, with the way out), `FILE-BROKEN`; `LimitError` (`ARCHIVE-TOO-LARGE`).
    """
    if not data.strip(BLANK_BYTES):
        raise InputError(
            f"{name}: 空文件 | the file is empty",
            remedy="换一个有内容的文件 | give a file with words",
            code="FILE-EMPTY",
        )
    head = data[:_HEAD]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_ZIP):
        return _zipped(data, name, limits)
    if head.startswith(_OLE):
        return _compound(data, name)
    if head.startswith(_IMAGES):
        return "image"
    if head.startswith(b"{\\rtf"):
        raise _not_read(name, "RTF", "DOCX")
    if head.lstrip().startswith(b"MIME-Version:"):
        raise _not_read(name, "MHTML", "HTML 或 | or DOCX")
    if _is_markup(head):
        return "html"
    return "delimited" if name.lower().endswith((*DELIMITED_ENDINGS, *WORKBOOK_ENDINGS)) else "text"


def _zipped(data: bytes, name: str, limits: Limits) -> Format:
    """Office files are archives that say what they are in the names of their parts (ISO/IEC 29500-2, ISO/IEC 26300-3)."""
    with Archive(data, name, limits) as archive:
        if "[Content_Types].xml" in archive:
            folders = {entry.filename.partition("/")[0] for entry in archive.entries()}
            if "word" in folders:
                return "docx"
            if "xl" in folders:
                return "workbook"
            if "ppt" in folders:
                raise _not_read(name, "PPTX", "PDF")
        if "mimetype" in archive and "META-INF/manifest.xml" in archive:
            table = b"spreadsheet" in archive.read("mimetype", most=200)
            raise _not_read(name, "ODS" if table else "ODT", "XLSX" if table else "DOCX")
        if "OFD.xml" in archive:
            raise _not_read(name, "OFD", "PDF")
    return "archive"


def _compound(data: bytes, name: str) -> Format:
    """The old office container: its directory names the streams ([MS-CFB], 2.6)."""
    if _stream(data, "EncryptedPackage"):
        raise locked(name)
    if _stream(data, "Workbook") or _stream(data, "Book"):
        return "workbook"
    raise _not_read(name, "DOC" if _stream(data, "WordDocument") else "OLE", "DOCX")


def locked(name: str) -> InputError:
    """A file behind a password."""
    return InputError(
        f"{name}: 文件有密码 | the file is locked with a password",
        remedy="去掉密码后另存 | save it without a password",
        code="FILE-LOCKED",
    )


def broken(name: str, format_name: str, why: object, remedy: str) -> InputError:
    """A file that is not what its first bytes say (`FILE-BROKEN`)."""
    kind = f"{format_name} " if format_name else ""
    return InputError(
        f"{name}: {kind}文件已损坏 | the {kind}file is damaged: {str(why)[:200]}",
        remedy=remedy,
        code="FILE-BROKEN",
    )


def _stream(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\x00\x00" in data


def _is_markup(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode()
    return _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) is not None and not _is_left_over(head)


def _is_left_over(head: bytes) -> bool:
    """Whether a text begins with tags that somebody forgot: no page of its own, and most of its lines hold none."""
    lines = [line for line in head.splitlines() if line.strip()]
    tagged = sum(b"<" in line for line in lines)
    return _PAGE.search(head) is None and len(lines) > _PLAIN_LINES * tagged


def _not_read(name: str, format_name: str, instead: str) -> InputError:
    return InputError(
        f"{name}: 不读取 {format_name} 格式 | {format_name} files are not read",
        remedy=f"另存为 {instead} 再载入 | save it as {instead} and load that",
        code="FILE-KIND",
    )
