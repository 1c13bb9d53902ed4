"""A disk that is full or read-only: a small tmpfs where this process may mount one, else a limit on the size of files."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.scene import Calm, Ended, Harm, ended, look_after, start

#: Runs the rest of the command line with no file larger than so many bytes.
_LIMITED = "import os, resource, sys; n = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, (n, n)); os.execvp(sys.argv[2], sys.argv[2:])"


def may_mount(folder: Path) -> bool:
    """Whether a tmpfs can be mounted here."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    place = folder / "try"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode == 0:
        subprocess.run(["umount", str(place)], check=True)
    place.rmdir()
    return done.returncode == 0


@contextmanager
def tmpfs(folder: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def remount(folder: Path, option: str) -> None:
    """Change a mounted tmpfs: `size=…`, `ro`, `rw`."""
    subprocess.run(["mount", "-o", f"remount,{option}", str(folder)], check=True)


def limited(home: Path, papers: Path, size: int) -> Ended:
    """A load in which no file can grow beyond a size."""
    return ended(start(home, papers, wrap=[sys.executable, "-c", _LIMITED, str(size)]))


def full_round(folder: Path, papers: Path, whole: Calm, chance: random.Random, harm: Harm, *, most: int) -> bool:
    """Load onto a tmpfs that fills up somewhere below `most` bytes, then make room; whether it did fill up."""
    with tmpfs(folder / "full", chance.randrange(60_000, most)) as place:
        was = ended(start(place / "home", papers))
        if was.code:
            harm.speechless += not was.in_words
        remount(place, f"size={most * 20}")
        look_after(place / "home", papers, was, whole, harm)
    return was.code != 0


def limited_round(folder: Path, papers: Path, whole: Calm, chance: random.Random, harm: Harm, *, most: int) -> bool:
    """The same without mounting: no file may grow beyond a limit, so that some write fails."""
    home = folder / "limited"
    was = limited(home, papers, chance.randrange(100, most))
    if was.code:
        harm.speechless += not was.in_words
    look_after(home, papers, was, whole, harm)
    shutil.rmtree(home)
    return was.code != 0
