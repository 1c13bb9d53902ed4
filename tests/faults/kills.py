"""`kill -9` at any moment of a load: after each thing it says, or some way to the next."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

from core.settings import Settings
from tests.faults.patience import patience
from tests.faults.scene import Calm, Harm, copied, ended, look_after, start, told


def kill_round(
    folder: Path,
    papers: Path,
    template: Path | None,
    whole: Calm,
    chance: random.Random,
    harm: Harm,
    *,
    ledger: Settings | None = None,
) -> None:
    """Begin a load in a home, kill it, and look after.

    The moment is after one of the events of an undisturbed load, chosen evenly so that reading and building are met
    alike, and then at once or at any time before the next one.
    """
    home = copied(template, folder / "killed")
    after = chance.randrange(len(whole.gaps))
    process = start(home, papers, ledger=ledger)
    assert process.stderr is not None
    said = ""
    with patience(process) as hung:
        for _ in range(after):
            said += process.stderr.readline()
    if chance.random() < 0.75:
        time.sleep(chance.uniform(0, whole.gaps[after]))
    process.kill()
    was = ended(process, said)
    look_after(home, papers, told(None if hung.is_set() else 0, was.errors), whole, harm, ledger=ledger)
    shutil.rmtree(home)
