"""A new version of the graph is taken up while requests run, and none of them is dropped."""

from __future__ import annotations

import threading
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.state import GraphState
from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load

PAPERS = Path(__file__).parents[2] / "examples" / "lanting"
PATIENCE = 60.0
"""Seconds until a reader that is still answered from the old graph is taken for one that hangs."""


def published(settings: Settings, name: str) -> str:
    with open_ledger(settings) as ledger:
        load([PAPERS / name], ledger, settings)
        return build(ledger, settings).version


def test_a_request_keeps_its_version_to_its_end(settings: Settings) -> None:
    settings = settings.model_copy(update={"jurisdiction": "990101"})
    first = published(settings, "2023-q1.txt")
    state = GraphState(settings)
    with state.lease() as before:
        second = published(settings, "2023-q3.txt")
        assert state.follow()
        assert not state.follow()
        with state.lease() as after:
            assert (before.store.version(), after.store.version()) == (first, second)
            assert before.rows("jurisdictions/list") != after.rows("jurisdictions/list")
        held = [path.name for path in settings.graph_path.iterdir() if path.is_dir()]
        assert sorted(name.partition("-")[0] for name in held) == [first, second]
    state.close()


def test_requests_go_on_while_the_graph_changes(settings: Settings) -> None:
    """Three readers ask without pause, each until it is answered from the new graph itself.

    Nobody stops them from outside: one stopped when `/readyz` tells the new version may have had
    its last answer from the old one, which is no fault of the service.
    """
    settings = settings.model_copy(update={"jurisdiction": "990101", "requests_per_minute": 0})
    first = published(settings, "2023-q1.txt")
    with TestClient(create_app(settings)) as client:
        assert client.get("/readyz").json()["version"] == first
        asked, given_up = threading.Event(), threading.Event()
        seen: list[list[tuple[int, str]]] = [[], [], []]

        def read(answers: list[tuple[int, str]]) -> None:
            while not given_up.is_set() and {version for _, version in answers} <= {first}:
                answer = client.get("/persons?limit=200")
                answers.append((answer.status_code, answer.headers["x-dutygraph-version"]))
                asked.set()

        readers = [threading.Thread(target=read, args=(answers,)) for answers in seen]
        for reader in readers:
            reader.start()
        assert asked.wait(PATIENCE)
        second = published(settings, "2023-q3.txt")
        for reader in readers:
            reader.join(PATIENCE)
        given_up.set()
        for reader in readers:
            reader.join()
        assert client.get("/readyz").json()["version"] == second
    for answers in seen:
        assert {status for status, _ in answers} == {200}
        *before, last = [version for _, version in answers]
        assert set(before) <= {first}
        assert last == second
    assert any(len(answers) > 1 for answers in seen)
