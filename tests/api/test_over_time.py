"""Pages about what changed: versions of a roster side by side, the audit as a report, the record of changes by cause."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import docx
import pytest
from fastapi.testclient import TestClient

from api.web.rosters import side_by_side
from core.settings import Settings
from queries.answers.groups import roster
from queries.answers.resolve import resolve
from queries.library import open_library
from tests.api.conftest import found
from tests.api.test_pages import page_of


@pytest.fixture(scope="module")
def group(client: TestClient) -> str:
    """The id of the committee whose chair and one member moved on."""
    return found(client, "食品安全委员会", "Group")


def test_two_rosters_stand_side_by_side_seat_by_seat(lanting: Settings) -> None:
    with open_library(lanting) as library:
        thing = resolve(library.index, "岚汀区食品安全委员会", ("Group",))
        pairs = side_by_side(roster(library, thing, "2023-09-10"), roster(library, thing, "2024-03-18"))
    told = {
        (pair.before.holder.name if pair.before and pair.before.holder else "",
         pair.after.holder.name if pair.after and pair.after.holder else ""): pair.fate
        for pair in pairs
    }  # fmt: skip
    assert told["陶振邦", "陶振邦"] == "kept"
    assert "宋砚秋" in {
        before for (before, after), fate in told.items() if fate in ("left", "moved") and before != after
    }
    assert "贺汀兰" in {
        after for (before, after), fate in told.items() if fate in ("joined", "moved") and before != after
    }


def test_the_same_day_twice_has_no_change(lanting: Settings) -> None:
    with open_library(lanting) as library:
        thing = resolve(library.index, "岚汀区食品安全委员会", ("Group",))
        one = roster(library, thing, "2023-09-10")
    pairs = side_by_side(one, one)
    assert len(pairs) == len(one.seats)
    assert {pair.fate for pair in pairs} == {"kept"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_versions_takes_the_last_two_by_itself(client: TestClient, group: str, language: str) -> None:
    text = page_of(client, f"/{language}/groups/{group}/versions", day="2023-09-10")
    assert re.findall(r'name="(?:since|until)" value="([^"]+)"', text) == ["2023-08-25", "2023-09-04"]


def test_the_audit_tells_both_papers_and_what_waits(client: TestClient, group: str) -> None:
    text = page_of(client, f"/zh/groups/{group}/audit?since=2023-03-20&until=2023-09-10")
    assert "岚政办发〔2023〕11号" in text
    assert "岚政任〔2023〕5号" in text
    assert "待办席位" in text


def test_the_audit_is_a_word_document_too(client: TestClient, group: str) -> None:
    answer = client.get(f"/zh/groups/{group}/audit/docx?since=2023-03-20&until=2023-09-10")
    document = docx.Document(io.BytesIO(answer.content))
    assert "谢临川" in {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert answer.headers["content-disposition"].endswith(".docx")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_changes_stand_under_the_paper_behind_them(client: TestClient, language: str) -> None:
    text = page_of(client, f"/{language}/changes", day="2023-10-10")
    assert 'type="application/atom+xml"' in text
    day = text[text.index('id="d2023-09-04"') :].partition("</section>")[0]
    assert "岚政任〔2023〕5号" in day


def test_changes_of_the_ledger_are_told_by_cause(client: TestClient) -> None:
    text = page_of(client, "/zh/changes?by=ledger&since=0")
    assert "新文件所载变动" in text
    assert client.get("/zh/changes?by=ledger&since=never").status_code == 400


def test_the_feed_has_an_address_of_its_own(client: TestClient) -> None:
    answer = client.get("/changes.atom?lang=zh")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert ElementTree.fromstring(answer.content).findall("{http://www.w3.org/2005/Atom}entry")  # noqa: S314


@pytest.mark.parametrize(("language", "said"), [("zh", "责任图谱 · 截至"), ("en", "Dutygraph · as of")])
def test_a_printed_page_says_of_which_day_it_is(client: TestClient, language: str, said: str) -> None:
    text = page_of(client, f"/{language}/checks", day="2023-10-10")
    assert f'<p class="only-print mute">{said} 2023-10-10</p>' in text
