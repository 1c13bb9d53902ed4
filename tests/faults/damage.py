"""Bytes that flip in the graph's folder: the doctor sees each that matters, a rebuild mends all."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from core.settings import Settings
from graph.build import build
from graph.doctor import examine
from graph.ledger.ledger import open_ledger
from graph.stores import open_store
from graph.stores.contents import snapshot
from tests.faults.scene import Harm


def damage_round(folder: Path, template: Path, chance: random.Random, harm: Harm) -> bool:
    """Change, cut or remove one file of a published graph; whether the doctor saw it. A reader must see the old graph or an error."""
    home = folder / "damaged"
    shutil.copytree(template, home)
    settings = Settings(home=home, jurisdiction="990101")
    store = open_store(settings)
    whole = snapshot(store)
    store.close()
    files = sorted(path for path in settings.graph_path.rglob("*") if path.is_file() and path.suffix != ".lock")
    path = chance.choice(files)
    data = bytearray(path.read_bytes())
    kind = chance.choice(("flip", "cut", "gone"))
    if kind == "gone":
        path.unlink()
    elif kind == "cut" or not data:
        path.write_bytes(data[: len(data) // 2])
    else:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
    seen = bool(examine(settings).findings)
    if not seen:
        store = open_store(settings)
        harm.differing += snapshot(store) != whole
        store.close()
    with open_ledger(settings) as ledger:
        build(ledger, settings, force=True)
    harm.differing += len(examine(settings).findings)
    store = open_store(settings)
    harm.differing += snapshot(store) != whole
    store.close()
    shutil.rmtree(home)
    return seen
