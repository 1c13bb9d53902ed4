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
    settings = settings.model_copy(update={"jurisdiction": "990101", "requests_per_minute": 0})
    first = published(settings, "2023-q1.txt")
    with TestClient(create_app(settings)) as client:
        assert client.get("/readyz").json()["version"] == first
        stop = threading.Event()
        seen: list[tuple[int, str]] = []

        def read() -> None:
            while not stop.is_set():
                answer = client.get("/persons?limit=200")
                seen.append((answer.status_code, answer.headers["x-dutygraph-version"]))

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        second = published(settings, "2023-q3.txt")
        for _ in range(200):
            if client.get("/readyz").json()["version"] == second:
                break
            stop.wait(0.05)
        stop.set()
        for reader in readers:
            reader.join()
    assert {status for status, _ in seen} == {200}
    assert {version for _, version in seen} <= {first, second}
    assert client.app is not None
    assert seen[-1][1] == second or any(version == second for _, version in seen)
