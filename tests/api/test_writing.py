"""Uploads: off without keys, idempotent, in the graph when they return, in the audit log whatever comes of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api import limits
from api.app import create_app
from api.builder import Builder
from api.security import new_key
from core.settings import Settings
from tests.graph.test_ledger_postgres import CUT
from tests.hostile.files import NOTICE, zipped
from tests.ledgers import executed
from tests.loaders.writers import in_all_formats
from tests.postgres_server import server

PAPER = (Path(__file__).parents[2] / "examples" / "lanting" / "2023-q1.txt").read_bytes()


@dataclass(frozen=True)
class Desk:
    client: TestClient
    home: Path
    keys: dict[str, str]
    builder: Builder

    def upload(self, data: bytes, name: str = "2023-q1.txt", *, who: str = "editor") -> httpx2.Response:
        headers = {"Authorization": f"Bearer {self.keys[who]}"} if who else {}
        return self.client.post(
            "/documents", files={"file": (name, data)}, data={"jurisdiction": "990101"}, headers=headers
        )

    def audit(self) -> list[dict[str, str]]:
        headers = {"Authorization": f"Bearer {self.keys['admin']}"}
        entries: list[dict[str, str]] = self.client.get("/audit", headers=headers).json()["entries"]
        return entries


@contextmanager
def staffed(settings: Settings) -> Iterator[Desk]:
    """A service with a key for each role."""
    made = {role: new_key(f"the-{role}", role) for role in ("reader", "editor", "admin")}
    entries = SecretStr(";".join(entry for _, entry in made.values()))
    app = create_app(settings.model_copy(update={"api_keys": entries}))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Desk(client, settings.home, {role: token for role, (token, _) in made.items()}, app.state.builder)


@pytest.fixture
def desk(settings: Settings) -> Iterator[Desk]:
    with staffed(settings) as opened:
        yield opened


def test_an_upload_is_read_built_and_answered_from(desk: Desk) -> None:
    done = desk.upload(PAPER)
    assert done.status_code == 201, done.text
    body = done.json()
    assert (body["outcome"], body["name"]) == ("read", "2023-q1.txt")
    assert sum(paper["statements"] for paper in body["documents"]) > 50
    assert desk.builder.wait(60)
    hits = desk.client.get("/search", params={"q": "梁知远", "kinds": "Person"}).json()["hits"]
    assert hits[0]["name"] == "梁知远"
    first = desk.client.get("/readyz").json()["version"]

    again = desk.upload(PAPER, "another-name.txt")
    assert (again.status_code, again.json()["outcome"]) == (200, "known")
    assert again.json()["sha256"] == body["sha256"]
    assert desk.builder.wait(60)
    assert desk.client.get("/readyz").json()["version"] == first

    outcomes = [(entry["who"], entry["subject"].partition(" ")[0], entry["outcome"]) for entry in desk.audit()]
    assert outcomes == [
        ("the-editor", "another-name.txt", "known"),
        ("the-editor", "another-name.txt", "begun"),
        ("the-editor", "2023-q1.txt", "read"),
        ("the-editor", "2023-q1.txt", "begun"),
    ]
    with closing(sqlite3.connect(desk.home / "audit.sqlite3")) as database:
        dump = "\n".join(database.iterdump())
    assert all(token not in dump for token in desk.keys.values())


@pytest.mark.postgres
def test_an_upload_goes_into_a_ledger_on_a_server_whatever_became_of_the_line(tmp_path: Path) -> None:
    settings = server.settings(tmp_path / "home")
    with staffed(settings) as desk:
        assert desk.upload(PAPER).status_code == 201
        assert desk.builder.wait(60)
        executed(settings, CUT)
        assert desk.upload(PAPER, "another-name.txt").json()["outcome"] == "known"
        assert desk.builder.wait(60)
        executed(settings, CUT)
        person = desk.client.get("/search", params={"q": "梁知远", "kinds": "Person"}).json()["hits"][0]["id"]
        portfolio = desk.client.get(f"/persons/{person}/portfolio", params={"on": "2023-03-01"})
        assert portfolio.status_code == 200
        assert [entry["outcome"] for entry in desk.audit()] == ["known", "begun", "read", "begun"]
    assert not settings.ledger_path.exists()


def test_an_upload_is_read_in_a_process_beside_the_service(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.pipeline.Here.begin", lambda *_: pytest.fail("read in the service itself"))
    assert desk.upload(NOTICE.encode(), "notice.txt").json()["outcome"] == "read"
    assert desk.upload(b"", "empty.txt").json()["error"]["code"] == "FILE-EMPTY"


def events(answer: httpx2.Response) -> list[tuple[str, dict[str, Any]]]:
    """The events of a stream: name and content."""
    found = []
    for block in answer.text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines())
        found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_an_upload_tells_its_progress_to_the_graph_itself(desk: Desk) -> None:
    headers = {"Authorization": f"Bearer {desk.keys['editor']}", "Accept": "text/event-stream"}
    answer = desk.client.post("/documents", files={"file": ("2023-q1.txt", PAPER)}, headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = events(answer)
    names = [name for name, _ in told if name != "building"]
    assert names == ["received", "read", "built"]
    assert dict(told)["read"]["outcome"] == "read"
    assert dict(told)["built"]["version"] == desk.client.get("/readyz").json()["version"]


def test_a_stream_tells_what_went_wrong(desk: Desk) -> None:
    headers = {"Authorization": f"Bearer {desk.keys['editor']}", "Accept": "text/event-stream"}
    answer = desk.client.post("/documents", files={"file": ("a.pdf", b"%PDF-1.4 nothing")}, headers=headers)
    (_, (name, content)) = events(answer)
    assert name == "failed"
    assert content["error"]["code"]
    assert content["error"]["request_id"] == answer.headers["x-request-id"]


def test_a_paper_that_cannot_be_read_is_refused_and_noted(desk: Desk) -> None:
    refused = desk.upload(b"\x00\x01\x02" * 100, "broken.bin")
    assert refused.status_code == 422
    assert refused.json()["error"]["code"]
    assert [entry["outcome"].partition(" ")[0] for entry in desk.audit()] == ["refused", "begun"]


@pytest.mark.parametrize(("who", "status", "code"), [("", 401, "KEY-MISSING"), ("reader", 403, "FORBIDDEN")])
def test_who_may_not_write_does_not(desk: Desk, who: str, status: int, code: str) -> None:
    refused = desk.upload(PAPER, who=who)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert desk.audit() == []
    assert not (desk.home / "ledger.sqlite3").exists()


def test_a_key_that_is_nobodys_opens_nothing(desk: Desk) -> None:
    headers = {"X-API-Key": "dg_guess"}
    refused = desk.client.post("/documents", files={"file": ("a.txt", b"a")}, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "KEY-UNKNOWN")
    assert desk.client.get("/audit", headers={"X-API-Key": desk.keys["editor"]}).status_code == 403


def test_without_keys_writing_is_off(client: TestClient) -> None:
    for response in (client.post("/documents", files={"file": ("a.txt", b"a")}), client.get("/audit")):
        assert (response.status_code, response.json()["error"]["code"]) == (403, "WRITING-OFF")


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(desk: Desk) -> None:
    headers = {"Authorization": f"Bearer {desk.keys['editor']}", "Content-Length": str(limits.MAX_UPLOAD_BYTES * 2)}
    refused = desk.client.post("/documents", content=b"", headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "BODY-TOO-LARGE")


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off_at_the_limit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_UPLOAD_BYTES", 100_000)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'

    def endless() -> Iterator[bytes]:
        yield head
        for _ in range(40):
            yield b"a" * 10_000

    headers = {"X-API-Key": desk.keys["editor"], "Content-Type": "multipart/form-data; boundary=x"}
    refused = desk.client.post("/documents", content=endless(), headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "BODY-TOO-LARGE")
    assert desk.audit() == []


def test_a_file_is_taken_at_the_limit_and_refused_beyond(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UPLOAD_BYTES", 20_000)
    line = "岚汀区人民政府办公室关于调整分工的通知\n".encode()
    text = (line * 1_000)[:20_000].decode(errors="ignore").encode().ljust(20_000)
    assert desk.upload(text).status_code in (201, 422)
    beyond = desk.upload(text + b" ")
    assert (beyond.status_code, beyond.json()["error"]["code"]) == (413, "BODY-TOO-LARGE")


def test_writes_with_one_key_are_limited(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    headers = {"X-API-Key": desk.keys["editor"]}
    statuses = [
        desk.client.post("/documents", headers=headers).status_code for _ in range(limits.WRITES_PER_MINUTE + 1)
    ]
    assert statuses == [422] * limits.WRITES_PER_MINUTE + [429]


def test_an_archive_is_read_file_by_file_and_says_what_it_could_not_read(desk: Desk) -> None:
    done = desk.upload(zipped({"2023-q1.txt": PAPER, "broken.pdf": b"%PDF-1.7", "../up.txt": PAPER}), "papers.zip")
    assert done.status_code == 201, done.text
    body = done.json()
    assert (body["outcome"], body["name"]) == ("read", "papers.zip")
    assert len(body["documents"]) > 3
    assert {each["name"]: each["code"] for each in body["refused"]} == {
        "papers.zip/../up.txt": "ARCHIVE-NAME",
        "papers.zip/broken.pdf": "FILE-BROKEN",
    }
    assert all(each["remedy"] for each in body["refused"])
    again = desk.upload(zipped({"2023-q1.txt": PAPER}), "papers.zip")
    assert (again.status_code, again.json()["outcome"]) == (200, "known")


def test_a_document_of_each_format_is_taken(desk: Desk) -> None:
    for name, data in in_all_formats(NOTICE):
        body = desk.upload(data, name).json()
        assert body["outcome"] == "read", body
        assert [paper["doc_id"] for paper in body["documents"]] == ["岚政办发〔2031〕8号"]
