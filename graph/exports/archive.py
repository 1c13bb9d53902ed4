"""ZIP archives that depend on their contents alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

#: The first moment a ZIP archive can name: the day of writing would make equal exports differ.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(files: Mapping[str, Iterable[bytes]]) -> bytes:
    """Files as one archive, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, chunks in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, b"".join(chunks))
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of an archive, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
