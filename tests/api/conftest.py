"""One application over the made-up district, shared by all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings

DAY = "2023-10-01"


@pytest.fixture(scope="session")
def app(lanting: Settings) -> FastAPI:
    """The application; the tests ask more often than any reader would."""
    return create_app(lanting.model_copy(update={"requests_per_minute": 0}))


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """A reader of it."""
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def person(client: TestClient) -> str:
    """The id of 梁知远."""
    return found(client, "梁知远", "Person")


def found(client: TestClient, words: str, kind: str) -> str:
    """The id of the best hit of a kind."""
    hits = client.get("/search", params={"q": words, "kinds": kind}).json()["hits"]
    assert hits, f"nothing found: {words}"
    return str(hits[0]["id"])
