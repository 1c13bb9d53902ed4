"""From a fact to the printed page: where its words stand, and how the page looks. Nothing private, nothing purged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from api import limits, printed
from api.app import create_app
from api.printed import Box, Pictures, boxes_of
from api.web.reading import Sheet, sheets_of
from core.errors import StoreBusyError
from core.settings import Settings
from graph.build import build
from graph.ledger.imprints import Imprint, Spot
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from tests.hostile.files import NOTICE
from tests.loaders.writers import as_pdf, parts_of

PRIVATE = "\n\n联系人：章三，电话13800001234。\n\n附件：名单\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that holds the notice as a PDF, with a line of private data."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "notice.pdf").write_bytes(as_pdf(parts_of(NOTICE + PRIVATE)))
    settings = Settings(home=folder / "home", jurisdiction="990101", requests_per_minute=0)
    with open_ledger(settings) as ledger:
        load([folder / "notice.pdf"], ledger, settings)
        build(ledger, settings)
    return settings


@pytest.fixture
def reader(home: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(home), raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened


def facts(reader: TestClient) -> tuple[str, list[dict[str, Any]]]:
    """The paper and what was read in it."""
    paper = next(each for each in reader.get("/documents").json()["items"] if "防汛" in each["name"])
    return str(paper["id"]), reader.get(f"/documents/{paper['id']}/statements").json()["rows"]


def test_evidence_says_where_on_which_page_its_words_stand(reader: TestClient) -> None:
    paper, rows = facts(reader)
    for row in rows:
        (page,) = reader.get(f"/evidence/{row['evidence_id']}").json()["printed"]
        assert (page["page"], page["width"], page["height"]) == (1, 595, 842)
        assert page["picture"] == f"/documents/{paper}/pages/1"
        assert all(0 < box["x0"] < box["x1"] < 595 and 0 < box["top"] < box["bottom"] < 842 for box in page["boxes"])


def test_a_page_is_shown_as_a_picture_and_drawn_once(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    paper, _ = facts(reader)
    address = f"/documents/{paper}/pages/1"
    first = reader.get(address)
    assert (first.status_code, first.headers["content-type"]) == (200, "image/png")
    assert first.headers["x-content-type-options"] == "nosniff"
    assert "no-cache" in first.headers["cache-control"]
    assert Image.open(io.BytesIO(first.content)).width > 1_000
    monkeypatch.setattr(printed, "picture_of", lambda *_: pytest.fail("drawn again"))
    assert reader.get(address).content == first.content
    assert reader.get(address, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    for nothing in (f"/documents/{paper}/pages/2", f"/documents/{paper}/pages/99999"):
        answer = reader.get(nothing)
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "PAGE-NO-PICTURE")
    for bad in ("0", "-1", "x", "1.png"):
        assert reader.get(f"/documents/{paper}/pages/{bad}").status_code in (404, 422)


def test_the_page_of_a_paper_shows_its_pages_with_each_fact_marked(reader: TestClient) -> None:
    paper, rows = facts(reader)
    text = reader.get(f"/zh/documents/{paper}").text
    assert f'<img src="/documents/{paper}/pages/1" width="595" height="842" loading="lazy"' in text
    for row in rows:
        assert f'id="p-{row["evidence_id"]}"' in text
        assert f'href="#p-{row["evidence_id"]}"' in text
    assert len(re.findall("<rect x=", text)) >= len(rows)
    assert "13800001234" not in text
    assert "style=" not in text


def test_pages_beyond_the_limit_are_told(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    paper, rows = facts(reader)
    monkeypatch.setattr(limits, "MAX_PICTURES", 1)
    assert "1 more are not shown." not in reader.get(f"/en/documents/{paper}").text
    monkeypatch.setattr("api.web.routes.papers.sheets_of", lambda *given: [*sheets_of(*given), Sheet(2, 595, 842, ())])
    text = reader.get(f"/en/documents/{paper}").text
    assert "1 more are not shown." in text
    assert text.count("<figure") == 1
    assert f'href="#p-{rows[0]["evidence_id"]}"' in text


def test_whoever_keeps_a_service_may_show_no_pages(home: Settings) -> None:
    closed = home.model_copy(update={"page_pictures": False})
    with TestClient(create_app(closed), raise_server_exceptions=False) as reader:
        paper, rows = facts(reader)
        assert reader.get(f"/documents/{paper}/pages/1").status_code == 404
        (page,) = reader.get(f"/evidence/{rows[0]['evidence_id']}").json()["printed"]
        assert (page["picture"], len(page["boxes"]) > 0) == ("", True)
        assert "<figure" not in reader.get(f"/zh/documents/{paper}").text


def test_a_purged_file_is_shown_to_nobody_though_its_picture_was_kept(tmp_path: Path) -> None:
    (tmp_path / "notice.pdf").write_bytes(as_pdf(parts_of(NOTICE)))
    settings = Settings(home=tmp_path / "home", jurisdiction="990101", requests_per_minute=0)
    with open_ledger(settings) as ledger:
        (result,) = load([tmp_path / "notice.pdf"], ledger, settings).results
        build(ledger, settings)
        with TestClient(create_app(settings), raise_server_exceptions=False) as reader:
            paper, _ = facts(reader)
            assert reader.get(f"/documents/{paper}/pages/1").status_code == 200
            ledger.purge(result.sha256, who="a", why="b")
            assert reader.get(f"/documents/{paper}/pages/1").status_code == 404


def test_pictures_kept_and_drawn_at_once_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Originals:
        def original(self, _: str) -> bytes:
            return b""

    monkeypatch.setattr(printed, "picture_of", lambda *_: b"p" * 400)
    monkeypatch.setattr(limits, "PICTURE_BYTES_KEPT", 1_000)
    monkeypatch.setattr(limits, "PICTURE_PATIENCE_SECONDS", 0.05)
    kept = Pictures()
    ledger: Any = Originals()
    for number in (1, 2, 1, 3):
        assert kept.get(ledger, "f", Imprint(number, 1, 1, 0, ())) == b"p" * 400
    assert [page for _, page in kept._kept] == [1, 3]
    assert kept._drawing.acquire(blocking=False)
    assert kept._drawing.acquire(blocking=False)
    with pytest.raises(StoreBusyError, match="PICTURE-BUSY"):
        kept.get(ledger, "f", Imprint(4, 1, 1, 0, ()))


def test_words_inside_a_line_are_told_by_the_width_of_their_characters() -> None:
    text = "组长ab周正\n成员"
    page = Imprint(1, 100, 100, 0, (Spot(0, 6, 10, 20, 60, 30), Spot(7, 9, 10, 40, 30, 50)))
    assert list(boxes_of(page, text, 2, 4)) == [Box(30, 20, 40, 30)]
    assert list(boxes_of(page, text, 4, 8)) == [Box(40, 20, 60, 30), Box(10, 40, 20, 50)]
    assert list(boxes_of(page, text, 0, 9)) == [Box(10, 20, 60, 30), Box(10, 40, 30, 50)]
    assert list(boxes_of(page, text, 6, 7)) == []
