"""What was known at some time: answers and pages as the ledger stood then, beside those of now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load

EXAMPLES = Path(__file__).parents[2] / "examples" / "lanting"


@pytest.fixture(scope="module")
def client_and_row(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, int]]:
    """A reader of a home that read two issues, and the journal row between them."""
    settings = Settings(home=tmp_path_factory.mktemp("past"), jurisdiction="990101", requests_per_minute=0)
    with open_ledger(settings) as ledger:
        load([EXAMPLES / "2023-q1.txt"], ledger, settings)
        row = ledger.clock()
        load([EXAMPLES / "2023-q3.txt"], ledger, settings)
        build(ledger, settings)
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client, row


def test_an_answer_is_given_as_the_ledger_stood(client_and_row: tuple[TestClient, int]) -> None:
    client, row = client_and_row
    now, then = client.get("/documents?limit=200"), client.get(f"/documents?limit=200&known_at={row}")
    assert len(then.json()["items"]) < len(now.json()["items"])
    assert then.headers["x-dutygraph-version"] < now.headers["x-dutygraph-version"]
    assert then.headers["etag"] != now.headers["etag"]


def test_a_day_on_which_all_was_known_is_now(client_and_row: tuple[TestClient, int]) -> None:
    client, _ = client_and_row
    now, later = client.get("/readyz").json()["version"], client.get("/persons?known_at=2999-01-01")
    assert later.headers["x-dutygraph-version"] == now


def test_what_is_no_row_and_no_day_is_refused(client_and_row: tuple[TestClient, int]) -> None:
    client, _ = client_and_row
    assert client.get("/persons?known_at=yesterday").status_code == 422
    assert client.get("/persons?known_at=2023-02-30").status_code == 422
    answer = client.get("/persons?known_at=999999")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "BAD-KNOWN-AT")


def test_before_the_first_paper_nothing_was_known(client_and_row: tuple[TestClient, int]) -> None:
    client, _ = client_and_row
    answer = client.get("/persons?known_at=0")
    assert (answer.status_code, answer.json().get("items")) == (200, [])


def test_pages_keep_what_was_known_then(client_and_row: tuple[TestClient, int]) -> None:
    client, row = client_and_row
    text = client.get(f"/zh/documents?known_at={row}").text
    assert "按当时已知的文件" in text
    assert f"known_at={row}" in text.partition('id="main"')[2]
    assert "岚政办发〔2023〕36号" not in text
    assert "岚政办发〔2023〕36号" in client.get("/zh/documents").text
