"""One reader under atheris, in a process of its own: `python -m tests.fuzz.child TARGET CORPUS RUNS SEED`.

What the reader's code does with the bytes guides the next bytes. Archives are taken apart, one part is changed, and they are
packed again: changed as they are, hardly any would get past the unpacking.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["loaders", "graph.private", "graph.cells"]):
    from tests.fuzz.targets import BROKEN, TARGETS

#: Seconds for one input, and megabytes for all: beyond these it hangs, or eats the machine.
SECONDS, MEGABYTES, LONGEST = 15, 2_048, 60_000


def main() -> None:
    """Feed the target. The process ends in libFuzzer's own way: 0 at the end of the runs, else with the input on the disk."""
    name, corpus, runs, seed = sys.argv[1:]
    target = next(each for each in (*TARGETS, BROKEN) if each.name == name)
    folder = Path(corpus)
    for number, data in enumerate(target.seeds):
        (folder / f"seed{number}").write_bytes(data)
    options = [
        sys.argv[0], f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST}", f"-timeout={SECONDS}",
        f"-rss_limit_mb={MEGABYTES}", "-print_final_stats=1", f"-artifact_prefix={folder}/found-", str(folder),
    ]  # fmt: skip

    def one(data: bytes) -> None:
        target.feed(data)

    if target.packed:
        atheris.Setup(options, one, custom_mutator=_change_a_part)
    else:
        atheris.Setup(options, one)
    atheris.Fuzz()


def _change_a_part(data: bytes, most: int, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - bytes to try, not keys
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
    except Exception:
        parts = {}
    if not parts or chance.random() < 0.2:
        return bytes(atheris.Mutate(data, most))
    chosen = chance.choice(sorted(parts))
    parts[chosen] = bytes(atheris.Mutate(parts[chosen], max(len(parts[chosen]) * 2, 64)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, words in parts.items():
            archive.writestr(each, words)
    return packed.getvalue()[:most]


if __name__ == "__main__":
    main()
