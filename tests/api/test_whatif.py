"""Trying a draft over HTTP and on its page: what it would change, told; nothing kept; nobody else's site may ask."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from fastapi.testclient import TestClient

from api import limits
from api.app import create_app
from core.settings import Settings
from tests.graph.whatif.test_compare import APPOINTMENTS, DIVISION


def dump(settings: Settings) -> str:
    """All that the ledger holds."""
    with closing(sqlite3.connect(settings.ledger_path)) as database:
        return "\n".join(database.iterdump())


def test_a_draft_is_tried_and_nothing_is_kept(client: TestClient, lanting: Settings) -> None:
    before = dump(lanting)
    answer = client.post("/whatif", json={"text": APPOINTMENTS})
    assert answer.status_code == 200, answer.text
    effects = answer.json()
    assert effects["on"] == "2024-10-08"
    assert {"黎望舒", "方晓棠"} <= {each["person"]["name"] for each in effects["workload"]} | {
        occupant["who"]["name"]
        for seat in effects["seats"]
        for occupant in (seat["before"], seat["after"])
        if occupant and occupant["who"]
    }
    assert effects["notices"]
    assert dump(lanting) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_the_effects_with_links_and_keeps_the_draft_in_its_form(
    client: TestClient, language: str
) -> None:
    answer = client.post(f"/{language}/whatif", data={"text": DIVISION, "place": "990101", "day": ""})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert DIVISION.splitlines()[5] in answer.text
    assert 'id="uncovered"' in answer.text
    assert f'href="/{language}/organisations/' in answer.text


@pytest.mark.parametrize("text", ["。", "今天天气很好。"])
def test_what_is_no_draft_is_told_on_the_page(client: TestClient, text: str) -> None:
    answer = client.post("/zh/whatif", data={"text": text})
    assert answer.status_code == 409
    assert "没有读出分工、任免或名单" in answer.text


def test_another_site_may_not_ask(client: TestClient) -> None:
    answer = client.post("/whatif", json={"text": DIVISION}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "OTHER-SITE")


def test_a_draft_is_taken_at_the_limit_and_refused_beyond(client: TestClient) -> None:
    for extra, status in ((0, 409), (1, 422)):
        text = "字" * (limits.MAX_DRAFT + extra)
        assert client.post("/whatif", json={"text": text}).status_code == status
    body = b"{" + b" " * (limits.MAX_DRAFT * 6 + 20_000)
    assert client.post("/whatif", content=body, headers={"content-type": "application/json"}).status_code == 413


def test_a_large_ledger_is_tried_on_the_command_line(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TRIED_STATEMENTS", 10)
    answer = client.post("/whatif", json={"text": DIVISION})
    assert answer.json()["error"]["code"] == "LEDGER-LARGE"
    assert "dutygraph whatif" in answer.json()["error"]["detail"]["remedy"]


def test_drafts_from_one_address_are_limited(lanting: Settings) -> None:
    with TestClient(create_app(lanting)) as client:
        statuses = [client.post("/whatif", json={"text": ""}).status_code for _ in range(limits.DRAFTS_PER_MINUTE + 1)]
    assert statuses[-1] == 429
    assert 429 not in statuses[:-1]
