"""Requests that try to get at what is not theirs, or to keep the service busy: each is refused in the one shape."""

from __future__ import annotations

import gzip
import hmac
import io
import logging
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

import api.web
from api import limits
from api.app import create_app
from api.security import KeyRing, new_key
from core.errors import StoreUnavailableError
from core.logs import EventFormatter, logger
from core.settings import Settings
from graph.stores import open_store
from tests.api.wire import ask

OUTSIDE = (Path(api.web.__file__).parent / "pages.py").read_bytes()[:40]


@pytest.mark.parametrize(
    "prefix", [b"/static/", b"/static/vendor/", b"/queries/", b"/persons/", b"/documents/", b"/zh/", b"/docs/"]
)
@pytest.mark.parametrize(
    "climb",
    [
        b"../pages.py", b"..%2fpages.py", b"%2e%2e/pages.py", b"%2e%2e%2fpages.py", b"..%5cpages.py", b"..\\pages.py",
        b"%252e%252e%252fpages.py", b"....//pages.py", b"css/../../pages.py", b"/etc/passwd", b"%2fetc%2fpasswd",
        b"..%c0%afpages.py", b"../../../../../../../../etc/passwd", b"..;/pages.py", b"file:///etc/passwd",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_its_folder(client: TestClient, app: FastAPI, prefix: bytes, climb: bytes) -> None:
    answer = ask(app, prefix + climb)
    assert answer.status in (400, 404, 405, 307, 308), (prefix, climb)
    assert OUTSIDE not in answer.body
    assert b"root:" not in answer.body
    assert "/" not in answer.headers.get("location", "/")[1:] or answer.headers["location"].startswith("/")


def test_a_link_out_of_the_static_folder_is_not_followed(client: TestClient, app: FastAPI, tmp_path: Path) -> None:
    mount = next(route for route in app.routes if getattr(route, "name", "") == "static")
    files = mount.app  # type: ignore[attr-defined]
    (tmp_path / "link.css").symlink_to("/etc/passwd")
    folders = files.all_directories
    files.all_directories = [str(tmp_path)]
    try:
        assert ask(app, b"/static/link.css").status == 404
    finally:
        files.all_directories = folders


@pytest.mark.parametrize("target", [b"/persons/a%00b", b"/search?q=%00", b"/static/%00"])
def test_a_nul_in_any_place_is_refused(client: TestClient, app: FastAPI, target: bytes) -> None:
    answer = ask(app, target)
    assert (answer.status, answer.code) == (400, "NUL")


def test_a_nul_in_a_page_is_refused_with_a_page(client: TestClient, app: FastAPI) -> None:
    answer = ask(app, b"/zh/search?q=a%00")
    assert answer.status == 400
    assert answer.body.startswith(b"<!doctype html>")
    assert b">NUL" in answer.body


@pytest.mark.parametrize(
    "target", [b"/persons/%ff%fe", b"/search?q=%ff%fe%80", b"/zh/search?q=%ed%a0%80", b"/search?q=%"]
)
def test_bytes_that_are_no_text_do_no_harm(client: TestClient, app: FastAPI, target: bytes) -> None:
    assert ask(app, target).status in (200, 400, 404, 422)


def test_every_normal_form_of_a_name_finds_the_same(client: TestClient, app: FastAPI) -> None:
    plain = client.get("/search", params={"q": "梁知远"}).json()["hits"]
    assert plain
    for form in ("梁知远\u200b", "\ufeff梁知远", "梁\u3000知远", "梁知遠"):
        hits = client.get("/search", params={"q": form}).json()["hits"]
        assert [hit["id"] for hit in hits][:1] == [plain[0]["id"]], ascii(form)
    wide, narrow = (client.get("/search", params={"q": words}).json()["hits"] for words in ("２０２３", "2023"))
    assert wide[0]["id"] == narrow[0]["id"]
    # Encoded twice is another text, and no name.
    assert client.get("/search?q=%25E6%25A2%2581%25E7%259F%25A5%25E8%25BF%259C").json()["hits"] == []


@pytest.mark.parametrize(
    "query",
    [b"limit=99999999999999999999", b"limit=-1", b"limit=1e9", b"limit=%D9%A1", b"limit=0x10", b"limit=1&limit=x"],
)
def test_a_monstrous_number_is_refused(client: TestClient, app: FastAPI, query: bytes) -> None:
    for path in (b"/persons", b"/changes", b"/queries/lists/began"):
        assert ask(app, path + b"?" + query).status == 422


def test_a_thousand_parameters_and_a_huge_address_do_no_harm(client: TestClient, app: FastAPI) -> None:
    many = b"&".join(b"a%d=1" % number for number in range(2_000))
    assert ask(app, b"/persons?" + many).status in (200, 414, 422)
    assert ask(app, b"/" + b"a/" * 30_000).status == 414
    assert ask(app, b"/" + b"%2e" * 8_000).status == 404


def test_a_cursor_of_another_or_none_is_refused(client: TestClient) -> None:
    for cursor in ("bnVsbA==", "W10", "eyJhIjpbW1tbW1tbW119", "../../x", "W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tb" * 8):
        assert client.get("/persons", params={"cursor": cursor}).status_code in (404, 422)


# --- bodies ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def writing(settings: Settings) -> Iterator[tuple[FastAPI, list[tuple[bytes, bytes]]]]:
    """An application that takes uploads, and the headers of somebody who may."""
    token, entry = new_key("editor", "editor")
    app = create_app(settings.model_copy(update={"api_keys": SecretStr(entry), "requests_per_minute": 0}))
    with TestClient(app):
        yield (
            app,
            [
                (b"authorization", f"Bearer {token}".encode()),
                (b"content-type", b"multipart/form-data; boundary=x"),
            ],
        )


HEAD = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'


def test_a_body_that_stops_coming_is_given_up(
    writing: tuple[FastAPI, list[tuple[bytes, bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, headers = writing
    monkeypatch.setattr(limits, "MAX_PAUSE_SECONDS", 0.2)
    answer = ask(app, b"/documents", method="POST", headers=headers, body=[HEAD, 30.0, b"a"])
    assert (answer.status, answer.code, answer.headers["connection"]) == (408, "BODY-TOO-SLOW", "close")


def test_a_body_that_trickles_is_given_up(
    writing: tuple[FastAPI, list[tuple[bytes, bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, headers = writing
    monkeypatch.setattr(limits, "MAX_BODY_SECONDS", 0.5)
    trickle = [piece for _ in range(400) for piece in (b"a", 0.05)]
    answer = ask(app, b"/documents", method="POST", headers=headers, body=[HEAD, *trickle])
    assert (answer.status, answer.code) == (408, "BODY-TOO-SLOW")


def test_a_packed_body_is_refused_unopened(writing: tuple[FastAPI, list[tuple[bytes, bytes]]]) -> None:
    app, headers = writing
    bomb = gzip.compress(b"0" * 50_000_000)
    for encoding in (b"gzip", b"deflate", b"br", b"identity, gzip", b"GZIP"):
        given = [*headers, (b"content-encoding", encoding)]
        answer = ask(app, b"/documents", method="POST", headers=given, body=[bomb])
        assert (answer.status, answer.code) == (415, "BODY-ENCODED")


@pytest.mark.parametrize(
    "body",
    [
        b"".join(b'--x\r\nContent-Disposition: form-data; name="f%d"\r\n\r\n1\r\n' % number for number in range(3_000)) + b"--x--\r\n",
        HEAD.replace(b"a.txt", b"a" * 60_000) + b"a\r\n--x--\r\n",
        b'--x\r\nContent-Disposition: form-data; name="jurisdiction"\r\n\r\n' + b"9" * 3_000_000 + b"\r\n--x--\r\n",
        b"--x\r\n" + b"A: b\r\n" * 5_000 + b"\r\n--x--\r\n",
        b"no form at all",
        b"",
    ],
    ids=["many-fields", "long-name", "long-field", "many-headers", "no-form", "nothing"],
)  # fmt: skip
def test_a_form_that_is_a_trap_is_refused(writing: tuple[FastAPI, list[tuple[bytes, bytes]]], body: bytes) -> None:
    app, headers = writing
    answer = ask(app, b"/documents", method="POST", headers=headers, body=[body])
    assert answer.status in (400, 413, 422)
    assert answer.code


def test_deep_json_reaches_nobody(client: TestClient, app: FastAPI) -> None:
    deep = b"[" * 30_000 + b"]" * 30_000
    asked = 0
    for path, methods in app.openapi()["paths"].items():
        for method in methods.keys() & {"post", "put", "patch", "delete"}:
            for kind in (
                b"application/json",
                b"application/sparql-query",
                b"text/csv",
                b"application/x-www-form-urlencoded",
            ):
                answer = ask(
                    app,
                    path.replace("{id}", "x").encode(),
                    method=method.upper(),
                    headers=[(b"content-type", kind)],
                    body=[deep],
                )
                assert answer.status < 500, (path, method)
                asked += 1
    assert asked >= 4


# --- other sites ----------------------------------------------------------------------------------------------------


def test_another_site_can_neither_write_nor_read(lanting: Settings) -> None:
    token, entry = new_key("editor", "editor")
    app = create_app(lanting.model_copy(update={"api_keys": SecretStr(entry)}))
    with TestClient(app) as client:
        origin = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
        asked = client.options(
            "/documents",
            headers={**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-api-key"},
        )
        read = client.get("/persons", headers=origin)
        # What a page of another site can send without being asked: a form, with whatever the browser adds by itself.
        client.cookies.set("key", token)
        written = client.post("/documents", files={"file": ("a.txt", b"a")}, headers=origin)
        basic = client.post("/documents", files={"file": ("a.txt", b"a")}, auth=("editor", token), headers=origin)
    for answer in (asked, read, written, basic):
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert "set-cookie" not in answer.headers
    assert read.headers["cross-origin-resource-policy"] == "same-origin"
    assert (written.status_code, basic.status_code) == (401, 401)


# --- secrets --------------------------------------------------------------------------------------------------------


def test_all_keys_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [new_key(f"k{number}", "reader") for number in range(3)]
    ring = KeyRing.of(Settings(api_keys=SecretStr(";".join(entry for _, entry in made))))
    compared: list[tuple[str, str]] = []
    compare: Callable[[str, str], bool] = hmac.compare_digest

    def noting(one: str, other: str) -> bool:
        compared.append((one, other))
        return compare(one, other)

    monkeypatch.setattr("api.security.hmac.compare_digest", noting)
    assert ring.find(made[0][0]) is not None
    assert len(compared) == 3  # the first is right, and still all are compared
    assert all(made[0][0] not in pair for pair in compared)


def test_no_secret_is_in_a_log_an_error_or_a_page(settings: Settings) -> None:
    token, entry = new_key("clerk", "admin")
    chosen = settings.model_copy(
        update={"api_keys": SecretStr(entry), "store_password": SecretStr("hunter2-of-the-store"), "log_level": "debug"}
    )
    secrets = (token, entry.rpartition(":")[2], "hunter2-of-the-store")
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    handler.setFormatter(EventFormatter(as_json=True))
    root = logging.getLogger("dutygraph")
    root.addHandler(handler)
    level = root.level
    root.setLevel(logging.DEBUG)
    app = create_app(chosen)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("broken while holding nothing")

    said = [repr(chosen), str(chosen)]
    try:
        with TestClient(app, raise_server_exceptions=False) as client:
            for path in (
                "/persons",
                f"/persons/{token}",
                f"/search?q={token}",
                "/broken",
                "/metrics",
                "/limits",
                "/openapi.json",
            ):
                answer = client.get(path, headers={"Authorization": f"Bearer {token}", "X-Api-Key": token})
                said.append(answer.text.replace(token, "", 1) if token in path else answer.text)
            said.append(client.post("/documents", headers={"X-Api-Key": f"{token}x"}).text)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert "request.done" in heard.getvalue()
    for text in (*said, heard.getvalue()):
        assert [secret for secret in secrets if secret in text] == []


def test_a_store_that_cannot_be_reached_does_not_say_its_password(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chosen = settings.model_copy(update={"store": f"bolt://127.0.0.1:{port}", "store_password": SecretStr("hunter2")})
    with pytest.raises(StoreUnavailableError) as raised:
        open_store(chosen)
    chain: BaseException | None = raised.value
    while chain is not None:
        assert "hunter2" not in str(chain)
        chain = chain.__cause__


def test_a_name_with_line_breaks_forges_no_line_of_the_log(lanting: Settings) -> None:
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    handler.setFormatter(EventFormatter(as_json=False))
    log = logger("loaders")
    log.addHandler(handler)
    try:
        for mark in ("\n", "\r", "\u2028", "\x85", "\x1b[2J", "\x0b"):
            log.warning("document.refused", extra={"file": f"a{mark}2031-01-01T00:00:00 error forged"})
    finally:
        log.removeHandler(handler)
    lines = heard.getvalue().splitlines()
    assert len(lines) == 6
    assert all("document.refused" in line for line in lines)
    assert "\x1b" not in heard.getvalue()
