"""Homes with a made-up graph published in them, for the measures; kept in a folder, if one is named, and taken again from there.

    python -m benchmark.kept SIZE FOLDER

A graph of a million statements takes minutes and 4 GB to make and to write, and in the engine more heap than asking it does; so it
is made by a process of its own, and what asks it starts afresh. In a folder that is kept lies a home a size, with what to ask of
its graph, and what code made it: other code makes it anew.
"""

from __future__ import annotations

import hashlib
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmark import made
from benchmark.figures import say
from benchmark.sampling import Sample
from core.garbage import never_collected
from core.settings import Settings
from graph import reach, search
from graph.ledger.ledger import open_ledger
from graph.stores import graph_home

FIRST = "r00000001"
_NOTE, _SAMPLE = "made.json", "sample.json"
#: What writing a million statements at once needs of the engine's heap; asking them does with the 512 MB of the settings.
_HEAP_MB = 1_024


@dataclass(frozen=True, slots=True)
class Home:
    """A home with a published graph, its search index and an empty ledger; and what to ask of it."""

    settings: Settings
    sample: Sample


@contextmanager
def home(size: int, *, keep: Path | None = None) -> Iterator[Home]:
    """A home with the graph of a size, in the embedded store; thrown away on leaving, unless a folder to keep it in is named."""
    if keep is not None:
        yield _taken(size, keep / str(size))
        return
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        yield _taken(size, Path(folder))


def _taken(size: int, folder: Path) -> Home:
    note = folder / _NOTE
    if note.is_file() and json.loads(note.read_text(encoding="utf-8")) == _origin():
        say(f"{size:,} statements: as kept in {folder}")
    else:
        asked = [sys.executable, "-m", "benchmark.kept", str(size), str(folder.resolve())]
        subprocess.run(asked, cwd=Path(__file__).parents[1], check=True)
    return Home(Settings(home=folder), Sample.read(folder / _SAMPLE))


def make(size: int, folder: Path) -> None:
    """Make a home in a folder, in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settings = Settings(home=folder, store_heap_mb=_HEAP_MB)
    begun = time.perf_counter()
    with never_collected():  # nothing of it is thrown away before all is written
        graph = made.whole(size)
        elements = len(graph.nodes) + len(graph.edges)
        folded = time.perf_counter() - begun
        Sample.of(graph).write(folder / _SAMPLE)
        with open_ledger(settings):
            search.build(search.index_path(settings, FIRST), graph)
        graphs = graph_home(settings)
        graphs.publish(graph, version=FIRST)
        graphs.close()
        del graph  # or the collector, let loose, looks through tens of millions of objects once more
    written = time.perf_counter() - begun - folded
    (folder / _NOTE).write_text(json.dumps(_origin()), encoding="utf-8")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(
        f"{size:,} statements: {elements:,} nodes and edges, folded in {folded:,.0f} s, indexed and written in {written:,.0f} s; "
        f"processor {time.process_time():,.0f} s, at most {most:,.0f} MB"
    )


def _origin() -> dict[str, str]:
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in (here / "sampling.py", *sorted((here / "corpus").glob("*.py"))):
        digest.update(path.read_bytes())
    return {"graph": reach.code(), "benchmark": digest.hexdigest()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make one home."""
    size, folder = sys.argv[1:] if arguments is None else arguments
    make(int(size), Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
