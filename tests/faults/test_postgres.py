"""A ledger on a server: the loader killed, the server killed and started again, the line cut in the middle of anything.

What is left is compared with an undisturbed load into a file: equal bytes, whichever engine keeps the ledger.
"""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest

from graph.build import build
from graph.ledger.ledger import Ledger, open_ledger
from loaders.pipeline import FileResult, Silence, load
from tests.faults.conftest import Scene
from tests.faults.kills import kill_round
from tests.faults.scene import Ended, Harm, ended, look_after, start
from tests.neo4j_server.proxy import proxy
from tests.postgres_server import server

pytestmark = pytest.mark.postgres


@pytest.mark.slow
@pytest.mark.parametrize("number", range(2))
def test_a_load_killed_at_any_moment_loses_nothing(scene: Scene, tmp_path: Path, number: int) -> None:
    harm, ledger = Harm(), server.settings(tmp_path)
    chance = random.Random(number)  # noqa: S311 - moments, not keys
    kill_round(tmp_path, scene.papers, None, scene.fresh, chance, harm, ledger=ledger)
    assert harm == Harm()


class Restarting(Silence):
    """A progress that kills the server after every file, and starts it again a moment later."""

    def __init__(self, own: server.Server) -> None:
        self._own = own
        self.kills = 0

    def done(self, result: FileResult) -> None:
        self._own.kill()
        self.kills += 1
        back = threading.Timer(0.3, self._own.start)
        back.start()


def test_a_server_killed_and_started_again_between_batches_costs_nothing(scene: Scene, tmp_path: Path) -> None:
    own = server.own()
    settings = server.own_settings(own, tmp_path / "home").model_copy(update={"jurisdiction": "990101"})
    watch = Restarting(own)
    with open_ledger(settings) as ledger:
        report = load([scene.papers], ledger, settings, progress=watch)
        assert [result.outcome for result in report.results] == ["read"] * scene.fresh.files
        build(ledger, settings)
    assert watch.kills == scene.fresh.files
    harm, read = Harm(), tuple(result.sha256 for result in report.results)
    look_after(settings.home, scene.papers, Ended(0, read, "", ""), scene.fresh, harm, ledger=settings)
    assert harm == Harm()
    own.kill()


@pytest.mark.slow
@pytest.mark.parametrize("budget", [9_000, 17_000])
def test_a_line_cut_in_the_middle_is_told_and_loses_nothing(scene: Scene, tmp_path: Path, budget: int) -> None:
    """The line breaks after so many bytes, wherever that is: in a statement, in a commit, before its answer."""
    direct = server.own_settings(server.shared(), tmp_path / "home")
    Ledger(direct).close()
    port = server.shared().port
    with proxy(port, budgets=[budget]) as line:
        through = direct.ledger.replace(f":{port}/", f":{line.port}/")
        cut = direct.model_copy(update={"ledger": through})
        was = ended(start(direct.home, scene.papers, ledger=cut))
        assert line.cut == 1
    assert was.code == 0 or (was.code == 69 and was.in_words and "LEDGER-UNAVAILABLE" in was.errors)
    harm = Harm()
    look_after(direct.home, scene.papers, was, scene.fresh, harm, ledger=direct)
    assert harm == Harm()


def test_a_server_that_stays_away_is_told_in_words(scene: Scene, tmp_path: Path) -> None:
    own = server.own()
    settings = server.own_settings(own, tmp_path / "home")
    own.kill()
    was = ended(start(settings.home, scene.papers, ledger=settings))
    assert (was.code, was.in_words, was.loaded) == (69, True, ())
    assert "LEDGER-UNAVAILABLE" in was.errors
    assert server.PASSWORD not in was.errors
