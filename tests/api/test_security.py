"""Headers, keys, and names that would like to be more than names."""

from __future__ import annotations

import hashlib
import json

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from starlette.requests import Request

from api.app import create_app
from api.errors import ApiError
from api.media import cell_of, guarded, media_of
from api.routers.writing import clean_name
from api.security import KeyRing, new_key
from core.errors import ConfigError
from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from graph.ledger.records import Reading
from graph.statements import Document, Membership, Source
from tests.api.conftest import found

HOSTILE = "<script>alert(1)</script>\"'‮=cmd"


def test_every_answer_forbids_what_it_does_not_need(client: TestClient, app: FastAPI) -> None:
    for address in ("/persons", "/nowhere", "/healthz", "/docs", "/openapi.json", "/docs/interface.css"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


def test_the_page_of_the_interface_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "/persons/{id}/portfolio" in page.text
    assert "http://" not in page.text
    assert "https://" not in page.text
    assert "<script" not in page.text
    assert "style=" not in page.text


@pytest.mark.parametrize(
    ("origins", "ancestors"),
    [
        ("", "'self'"),
        ("https://portal.example http://localhost:8080", "'self' https://portal.example http://localhost:8080"),
        ("https://a.example;script-src * javascript:x", "'self'"),
    ],
)
def test_a_picture_is_framed_only_by_those_who_may(settings: Settings, origins: str, ancestors: str) -> None:
    from fastapi import Depends

    from api.security import embeddable

    app = create_app(settings.model_copy(update={"embed_from": origins}))

    @app.get("/picture", dependencies=[Depends(embeddable)])
    def picture() -> HTMLResponse:
        return HTMLResponse("<p>.</p>")

    headers = TestClient(app).get("/picture").headers
    assert "x-frame-options" not in headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["frame-ancestors"] == ancestors
    assert policy["script-src"] == "'self'"


# --- keys -----------------------------------------------------------------------------------------------------------


def test_a_key_is_known_by_its_hash_alone() -> None:
    token, entry = new_key("clerk", "editor")
    assert token not in entry
    assert entry == f"clerk:editor:{hashlib.sha256(token.encode()).hexdigest()}"
    ring = KeyRing.of(Settings(api_keys=SecretStr(f"{new_key('a', 'reader')[1]}; {entry}")))
    key = ring.find(token)
    assert key is not None
    assert (key.name, key.may("reader"), key.may("editor"), key.may("admin")) == ("clerk", True, True, False)
    assert ring.find(token[:-1]) is None
    assert ring.find("") is None


@pytest.mark.parametrize("entry", ["clerk", "clerk:editor:abc", "clerk:root:" + "0" * 64, "a b:editor:" + "0" * 64])
def test_a_bad_key_entry_is_refused_without_being_repeated(entry: str) -> None:
    with pytest.raises(ConfigError) as raised:
        KeyRing.of(Settings(api_keys=SecretStr(entry)))
    assert raised.value.code == "BAD-SETTING"
    assert entry not in str(raised.value)


def test_where_reading_is_private_only_probes_go_without_a_key(lanting: Settings) -> None:
    token, entry = new_key("reader", "reader")
    private = lanting.model_copy(update={"api_private": True, "api_keys": SecretStr(entry)})
    with TestClient(create_app(private)) as client:
        assert client.get("/healthz").status_code == 200
        refused = client.get("/persons")
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert client.get("/persons", headers={"Authorization": f"Bearer {token}"}).status_code == 200
        assert client.get("/persons", headers={"X-API-Key": token}).status_code == 200
        assert client.get("/persons", headers={"Authorization": f"Basic {token}"}).status_code == 401
        assert client.get("/persons", params={"key": token}).status_code == 401


# --- names ----------------------------------------------------------------------------------------------------------


def test_a_hostile_name_is_a_name_everywhere(settings: Settings) -> None:
    text = f"通知\n成员 {HOSTILE} 区财政局局长\n"
    place = Source(
        jurisdiction="990101", doc_id="岚政发〔2031〕1号", quote=HOSTILE, start=6, end=6 + len(HOSTILE), line_start=2,
        line_end=2, rule="x", file="",
    )  # fmt: skip
    with open_ledger(settings) as ledger:
        sha256 = ledger.receive(text.encode(), "paper.txt")
        place = Source(**{**{name: getattr(place, name) for name in Source.__dataclass_fields__}, "file": sha256})
        rows = (
            Document(source=place, title=f"关于{HOSTILE}的通知", issuer="岚汀区人民政府", signed_date="2031-01-02"),
            Membership(source=place, group=f"{HOSTILE}领导小组", role="成员", action="listed", person=HOSTILE),
        )
        ledger.write(Reading(sha256=sha256, kind="text", rules="1", statements=rows, text=text))
        build(ledger, settings)
    with TestClient(create_app(settings)) as client:
        group = found(client, HOSTILE, "Group")
        for address in (f"/groups/{group}", f"/groups/{group}/roster?on=2031-02-01", f"/graph?node={group}", "/groups"):
            response = client.get(address)
            assert response.status_code == 200
            assert response.headers["content-type"] == "application/json"
            # Direction marks are no part of a name: identity drops them.
            assert json.dumps(HOSTILE.replace("\u202e", ""))[1:-1] in json.dumps(response.json())
        listed = client.get("/persons", headers={"Accept": "text/csv"})
        assert listed.headers["content-disposition"].startswith("attachment")
        feed = client.get("/changes", headers={"Accept": "application/atom+xml"})
        assert feed.status_code == 200
        assert "<script>" not in feed.text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "\\",
        "\u202e\u2066",
        "%00",
        "../../etc/passwd",
        "}) RETURN n //",
        "\ud7ff",
    ],
)
def test_hostile_words_are_only_words(client: TestClient, text: str) -> None:
    for address, parameters in (
        ("/search", {"q": text}),
        ("/ask", {"q": text}),
        ("/persons", {"name": text}),
        ("/persons", {"jurisdiction": text[:20]}),
        ("/graph", {"node": text}),
        ("/queries/people/portfolio", {"person": text}),
        ("/queries/matters/compare", {"matter": text}),
    ):
        response = client.get(address, params=parameters)
        assert response.status_code in (200, 400, 404, 409), (address, response.text)
        assert response.headers["content-type"] == "application/json"
    assert client.get(f"/persons/{text.replace('/', '%2F').replace('%00', 'x')}").status_code == 404


def test_a_nul_is_refused_at_the_door(client: TestClient) -> None:
    for address in ("/persons/%00", "/search?q=a%00b"):
        refused = client.get(address)
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "NUL")


@given(st.text(max_size=40))
def test_no_cell_is_a_formula(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_records_in_a_cell_are_json() -> None:
    assert cell_of({"name": "周正"}) == '{"name": "周正"}'
    assert cell_of(["a", "b"]) == "a;b"
    assert (cell_of(None), cell_of(True), cell_of(2)) == ("", "true", "2")


@given(st.text(max_size=300))
def test_an_uploaded_file_has_a_name_and_nothing_more(given_name: str) -> None:
    name = clean_name(given_name)
    assert 0 < len(name) <= 120
    assert not set(name) & set('/\\\0\n\r:*?"<>|')
    assert not name.startswith(".")
    assert name == clean_name(name)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/cron.d/x.txt", "x.txt"),
        ("C:\\papers\\2023-q3.txt", "2023-q3.txt"),
        ("..", "upload.txt"),
        (".htaccess", "htaccess"),
        ("东政办发〔2023〕43号.txt", "东政办发〔2023〕43号.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
    ],
)
def test_a_file_name_keeps_what_is_harmless(given_name: str, name: str) -> None:
    assert clean_name(given_name) == name


@given(st.text(alphabet="*/;q=.,01 abtexjson", max_size=60))
def test_any_accept_header_is_read_without_fault(header: str) -> None:
    request = Request({"type": "http", "headers": [(b"accept", header.encode("latin-1"))]})
    try:
        media = media_of(request)
    except ApiError:
        media = ""  # 406: none of ours
    assert media in ("application/json", "text/csv", "")
