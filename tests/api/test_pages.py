"""The pages: they answer, keep day and language, show the words, and are harmless whatever a paper prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings
from tests.api.conftest import DAY, found
from tests.viz import hostile

_KINDS = {"persons": ("梁知远", "Person"), "organisations": ("区财政局", "Organisation"), "groups": ("食品安全", "Group"),
          "documents": ("领导分工", "Document"), "posts": ("区财政局局长", "Post"), "tasks": ("的", "Task"),
          "plans": ("方案", "Plan"), "matters": ("财政", "Matter")}  # fmt: skip
_WHOLE = ("", "checks", "plans", "directory", "directory?kind=persons", "directory?kind=organisations", "documents", "changes", "changes?by=ledger", "whatif", "compare", "compare?matter=财政", "about", "sparql", "pictures", "pictures/matrix",
          "pictures/leaders", "pictures/pairs", "pictures/groups", "pictures/flow", "pictures/workload", "pictures/structure", "pictures/explorer", "pictures/explorer?kind=Person&name=梁",
          "analysis", "analysis/leader-workload", "analysis/leader-workload?against=2023-03-01", "analysis/chain",
          "analysis/chain?first=区财政局&second=区审计局", "analysis/chain/frame?first=区财政局&second=区审计局",
          "analysis/stand-in-coverage/file", "analysis/careers", "analysis/paper-coverage/frame",
          "pictures/leaders/frame", "pictures/flow/file", "pictures/matrix/frame", "pictures/explorer/frame")  # fmt: skip


def page_of(client: TestClient, path: str, *, day: str = DAY) -> str:
    """The text of a page that must be there."""
    answer = client.get(path if "?" in path else f"{path}?on={day}", headers={"Accept": "text/html"})
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", _WHOLE)
def test_pages_of_the_whole_answer_in_both_languages(client: TestClient, path: str, language: str) -> None:
    text = page_of(client, f"/{language}/{path}")
    assert f'lang="{"zh-CN" if language == "zh" else "en"}"' in text


@pytest.mark.parametrize("segment", list(_KINDS))
def test_every_kind_of_thing_has_a_page_in_both_languages(client: TestClient, segment: str) -> None:
    words, kind = _KINDS[segment]
    hits = client.get("/search", params={"q": words, "kinds": kind}).json()["hits"]
    if not hits and kind == "Task":
        hits = client.get("/tasks", params={"limit": 1}).json()["items"]
    for language in ("zh", "en"):
        text = page_of(client, f"/{language}/{segment}/{hits[0]['id']}")
        assert hits[0]["name"][:6] in text


def test_the_front_page_shows_no_paper_of_a_later_day(client: TestClient) -> None:
    assert "岚政办发〔2024〕3号" in page_of(client, "/zh/?on=2024-02-01")
    assert "岚政办发〔2024〕3号" not in page_of(client, "/zh/?on=2024-01-29")


def test_the_root_leads_to_the_chinese_pages(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/zh/"


def test_a_question_is_answered_with_the_printed_words(client: TestClient) -> None:
    text = page_of(client, f"/zh/search?q=谁顶替梁知远&on={DAY}")
    answer = text[text.index('class="card answer"') :]
    assert "毕云帆" in answer
    assert "<blockquote>" in answer


def test_a_question_in_english_is_answered_too(client: TestClient) -> None:
    text = page_of(client, f"/en/search?q=who stands in for 梁知远&on={DAY}")
    assert "stands in" in text
    assert "毕云帆" in text


def test_words_that_are_no_question_are_searched(client: TestClient) -> None:
    assert "梁知远" in page_of(client, "/zh/search?q=liangzhiyuan")
    assert "没有找到" in page_of(client, "/zh/search?q=qqqqqqqq")


def test_lists_and_months_are_asked_in_the_box(client: TestClient) -> None:
    text = page_of(client, f"/zh/search?q=岚汀区有哪些领导小组&on={DAY}")
    assert "议事协调机构" in text
    assert "岚汀区" in text
    assert "没有听懂" not in text
    assert "没有读到" in page_of(client, f"/zh/search?q=1999年7月任免了哪些人&on={DAY}")
    assert "nothing read" in page_of(client, f"/en/search?q=who was appointed in July 1999&on={DAY}")


def test_a_table_of_an_answer_has_words_for_its_codes(client: TestClient) -> None:
    text = page_of(client, f"/zh/search?q=岚汀区政府领导怎么分工&on={DAY}")
    assert "各位领导的分工" in text
    assert '<td data-h="地区"><bdi class="nw">岚汀区</bdi>' in text
    assert "IN_CHARGE_OF" not in text


def test_of_several_that_may_be_meant_each_has_its_place(client: TestClient) -> None:
    text = page_of(client, f"/zh/search?q=副区长分管什么&on={DAY}")
    assert "是指哪一个" in text
    assert "人员 · <bdi>岚汀区</bdi>" in text


def test_suggestions_name_their_pages(client: TestClient) -> None:
    first = client.get("/zh/suggest", params={"q": "lzy", "on": DAY}).json()[0]
    assert first["name"] == "梁知远"
    assert first["href"].endswith(f"?on={DAY}")


def test_links_keep_the_day(client: TestClient, person: str) -> None:
    text = page_of(client, f"/zh/persons/{person}")
    links = re.findall(r'href="(/zh/(?:organisations|groups|documents)/[^"]+)"', text)
    assert links
    assert all(f"on={DAY}" in link for link in links)


def test_the_switch_of_language_keeps_page_and_day(client: TestClient, person: str) -> None:
    assert f'href="/en/persons/{person}?on={DAY}"' in page_of(client, f"/zh/persons/{person}")


def test_the_days_of_change_are_marked(client: TestClient, person: str) -> None:
    text = page_of(client, f"/zh/persons/{person}")
    listed = text[text.index('class="daylist"') : text.index("</details>")]
    days = re.findall(r'<time datetime="([^"]+)"', listed)
    assert days == sorted(days, reverse=True)
    assert len(days) >= 3


def test_every_piece_of_evidence_on_a_page_leads_to_its_words(client: TestClient, person: str) -> None:
    text = page_of(client, f"/zh/persons/{person}")
    document, anchor = re.findall(r'href="(/zh/documents/[^"#]+)#(ev_[0-9a-f]{32})"', text)[0]
    paper = page_of(client, document.replace("&amp;", "&"))
    assert f'id="{anchor}"' in paper
    assert f'id="f-{anchor}"' in paper


def test_evidence_has_an_address_of_its_own(client: TestClient, person: str) -> None:
    anchor = re.findall(r"#(ev_[0-9a-f]{32})", page_of(client, f"/zh/persons/{person}"))[0]
    answer = client.get(f"/zh/evidence/{anchor}")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#{anchor}")


def test_a_paper_shows_the_words_of_its_facts(client: TestClient) -> None:
    text = page_of(client, f"/zh/documents/{found(client, '岚政办发〔2023〕36号', 'Document')}")
    marked = re.sub(r"<[^>]+>", "", "".join(re.findall(r"<mark.*?</mark>", text)))
    assert "区财政局" in marked


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/zh/persons/pe_00000000000000000000000000000000", 404),
        ("/zh/persons/no-id", 422),
        ("/zh/checks?on=2023-02-30", 422),
        ("/zh/pictures/nothing", 404),
        ("/zh/nothing", 404),
        ("/static/vendor/../app.py", 404),
        ("/static/vendor/secret.js", 404),
        ("/fr/checks", 404),
    ],
)
def test_what_cannot_be_shown_says_so(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    if path.startswith("/zh/"):
        assert answer.headers["content-type"].startswith("text/html")
        assert "<h1>" in answer.text


def test_pages_hold_no_script_of_their_own_and_no_remote_address(client: TestClient, person: str) -> None:
    paths = [f"/zh/{path}" for path in _WHOLE if not path.endswith("/file")]
    for path in (*paths, f"/zh/persons/{person}"):
        text = page_of(client, path)
        assert not re.search(r"<script(?![^>]*(src=|application/json))", text), path
        assert " style=" not in text, path
        assert not re.search(r"\son\w+=[\"']", text), path
        remote = [
            each for each in re.findall(r'(?:src|href|action)="([^"]+)"', text) if not each.startswith(("/", "#"))
        ]
        assert remote == [], path


def test_only_frames_may_be_framed(client: TestClient) -> None:
    frame = client.get(f"/zh/pictures/leaders/frame?on={DAY}").headers["content-security-policy"]
    page = client.get(f"/zh/pictures/leaders?on={DAY}").headers["content-security-policy"]
    assert "frame-ancestors 'self'" in frame
    assert "frame-ancestors 'none'" in page
    assert "unsafe-inline" not in page
    assert "script-src 'self'" in frame


def test_the_same_page_is_not_sent_twice(client: TestClient, person: str) -> None:
    first = client.get(f"/zh/persons/{person}?on={DAY}")
    again = client.get(f"/zh/persons/{person}?on={DAY}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_life_is_a_file(client: TestClient, person: str) -> None:
    answer = client.get(f"/zh/pictures/lifeline/{person}?on={DAY}")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "梁知远" in unquote(answer.headers["content-disposition"])
    assert answer.text.startswith("<svg")


@pytest.fixture(scope="module")
def hostile_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The pages over a graph whose names are attacks."""
    settings = Settings(home=tmp_path_factory.mktemp("hostile"), requests_per_minute=0)
    hostile.publish(settings)
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("path", hostile.paths(), ids=range(len(hostile.paths())))
def test_names_that_are_attacks_stay_names(hostile_client: TestClient, path: str) -> None:
    answer = hostile_client.get(path)
    assert answer.status_code == 200, path
    text = answer.text
    assert "<script>window.hit" not in text
    assert "<img src=x" not in text
    assert not re.search(r'href="\s*javascript:', text)


def test_a_plan_names_the_bodies_to_co_sign_and_how_many_tasks_each_has(client: TestClient) -> None:
    plan = found(client, "科技型中小企业成长三年行动方案", "Plan")
    text = page_of(client, f"/zh/plans/{plan}")
    assert "会签单位" in text
    cosigning = text.partition("会签单位")[2].partition("</section>")[0]
    assert re.search(r'data-h="牵头"><bdi[^>]*>[1-9]', cosigning)
    assert "区财政局" in cosigning


def test_the_last_reshuffle_of_a_desk_stands_on_its_page(client: TestClient, person: str) -> None:
    text = page_of(client, f"/zh/persons/{person}")
    shown = text.partition("上次分工调整")[2].partition("</section>")[0]
    assert 'datetime="2023-08-29"' in shown
    assert "on=2023-08-28" in shown


def test_places_are_called_by_their_names(client: TestClient) -> None:
    text = page_of(client, f"/zh/compare?matter=财政&on={DAY}")
    assert 'data-h="地区"><bdi class="nw">岚汀区</bdi>' in text


def test_no_page_uses_an_id_twice(client: TestClient) -> None:
    for path in ("checks", "changes", "plans"):
        ids = re.findall(r'\sid="([^"]+)"', page_of(client, f"/zh/{path}"))
        assert len(ids) == len(set(ids)), path


def test_a_page_that_is_known_already_keeps_its_policy(client: TestClient) -> None:
    """A browser takes over the headers of a 304: one that carried the policy of data would unmake the page."""
    first = client.get(f"/zh/checks?on={DAY}")
    again = client.get(f"/zh/checks?on={DAY}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert (
        again.headers.get("content-security-policy", first.headers["content-security-policy"])
        == (first.headers["content-security-policy"])
    )
    assert (
        "x-frame-options" not in again.headers or again.headers["x-frame-options"] == first.headers["x-frame-options"]
    )
