"""The calls that the page of the HTTP API shows are answered, in the format they ask for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
CALLS = re.findall(r"^curl .*", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def client(lanting: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(lanting.model_copy(update={"requests_per_minute": 0}))) as opened:
        yield opened


def asked(call: str, client: TestClient) -> tuple[str, dict[str, str], bool]:
    """Address, headers, and whether it uploads; `ID` stands for the id of any such thing."""
    words = shlex.split(call, comments=True)[1:]
    headers, upload, address = {}, False, ""
    while words:
        word = words.pop(0)
        if word == "-H":
            name, _, value = words.pop(0).partition(":")
            headers[name] = value.strip()
        elif word == "-F":
            upload = bool(words.pop(0))
        else:
            address = word.removeprefix("localhost:8000")
    if "/ID/" in address:
        label = address.split("/")[1]
        address = address.replace("/ID/", f"/{client.get(f'/{label}?limit=1').json()['items'][0]['id']}/")
    return address, headers, upload


@pytest.mark.parametrize("call", CALLS)
def test_a_call_of_the_page_is_answered(client: TestClient, call: str) -> None:
    address, headers, upload = asked(call, client)
    if upload:  # writing is off without keys; tests/api/test_writing.py uploads
        assert "post" in client.get("/openapi.json").json()["paths"][urlsplit(address).path]
        assert headers["Authorization"] == "Bearer $KEY"
        return
    reply = client.get(address, headers=headers)
    assert reply.status_code == 200, reply.text
    usual = "application/atom+xml" if ".atom" in address else "application/json"
    assert reply.headers["content-type"].startswith(headers.get("Accept", usual))


def test_there_are_calls() -> None:
    assert len(CALLS) >= 6
