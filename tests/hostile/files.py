"""The hostile files, built by code: nothing here is worth keeping as a file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence

import pytest

from core.errors import InputError
from loaders.limits import LIMITS, Limits
from loaders.readers.read import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def refused(data: bytes, name: str, limits: Limits = LIMITS) -> str:
    """The code with which a file is refused; its message must name the file, and say what to do."""
    with pytest.raises(InputError) as error:
        read(data, name, limits)
    assert name in error.value.message
    assert error.value.remedy
    return error.value.code


def zipped(files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], *, stored: bool = False) -> bytes:
    """An archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, data)
    return stream.getvalue()


def docx(
    body: str = "", *, parts: Mapping[str, str | bytes] | None = None, relationships: str = "", declaration: str = ""
) -> bytes:
    """A DOCX file with this body, other parts beside it, relationships of the package, and words before the root."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{RELATIONSHIPS}/officeDocument"'
        f' Target="word/document.xml"/>{relationships}</Relationships>',
        "word/document.xml": f'<?xml version="1.0"?>{declaration}<w:document {W}><w:body>{body}</w:body></w:document>',
        **(parts or {}),
    }
    return zipped({name: data if isinstance(data, bytes) else data.encode() for name, data in files.items()})


def paragraph(words: str) -> str:
    """A paragraph of a DOCX."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def pdf(objects: Sequence[bytes], *, root: int = 1, trailer: bytes = b"", table: bool = True) -> bytes:
    """A PDF of these objects, the first of which is number 1."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, words in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, words))
    start = out.tell()
    if table:
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        for place in places:
            out.write(b"%010d 00000 n \n" % place)
    out.write(
        b"trailer\n<< /Size %d /Root %d 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer, start)
    )
    return out.getvalue()


def pdf_of(contents: bytes, *, filters: bytes = b"", pages: int = 1, resources: bytes = b"") -> bytes:
    """A PDF whose pages, all alike, have this content stream."""
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << %b >> >>" % resources
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
            b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(contents), filters, contents),
            *([page] * pages),
        ]
    )


def png(width: int, height: int) -> bytes:
    """A black image of this size, small whatever its size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\x00" + b"\x00" * ((width + 7) // 8)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(row * height, 9))
        + chunk(b"IEND", b"")
    )


NOTICE = """岚汀区人民政府办公室关于成立防汛工作领导小组的通知

岚政办发〔2031〕8号

各镇人民政府：

经区人民政府同意，决定成立岚汀区防汛工作领导小组，组成人员如下：

组  长：梁知远  副区长

成  员：谢临川  区财政局局长

领导小组办公室设在区水务局，办公室主任由池砚同志兼任。

岚汀区人民政府办公室

2031年5月6日
"""
