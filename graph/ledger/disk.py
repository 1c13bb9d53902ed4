"""What makes a file outlive a power cut: its bytes are synced before its name, its name before anything that speaks of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_CHUNK = 1 << 20


def sync(path: Path) -> None:
    """Put a file's bytes, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy(source: Path, target: Path) -> None:
    """Copy a file so that `target` is the whole file or not there; on the disk when this returns. Raises `OSError`."""
    beside = target.with_name(f"{target.name}.part")
    with source.open("rb") as read, beside.open("wb") as written:
        shutil.copyfileobj(read, written, _CHUNK)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(target)
    sync(target.parent)
