"""Finding, asking, printed words, changes and checks."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from fastapi.testclient import TestClient

from tests.api.conftest import DAY, found

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_hit_says_what_it_is_and_why_it_matched(client: TestClient) -> None:
    for words, why in (("梁知远", "name"), ("liangzhiyuan", "pinyin"), ("lzy", "initials")):
        hit = client.get("/search", params={"q": words, "kinds": "Person"}).json()["hits"][0]
        assert (hit["kind"], hit["name"], hit["why"]["code"]) == ("Person", "梁知远", why)
        assert hit["why"]["zh"]
        assert hit["kind_caption"] == {"zh": "人员", "en": "person"}


def test_a_search_for_nothing_finds_nothing(client: TestClient) -> None:
    assert client.get("/search?q=").json()["hits"] == []
    assert client.get("/search?q=%20%22%27").json()["hits"] == []


def test_a_question_in_words_is_answered_as_its_resource_is(client: TestClient, person: str) -> None:
    asked = client.get("/ask", params={"q": "梁知远分管什么", "on": DAY}).json()
    assert asked == client.get(f"/persons/{person}/portfolio", params={"on": DAY}).json()
    in_words = client.get("/ask", params={"q": "2023年10月1日，谁顶替梁知远？"}).json()
    assert in_words["on"] == DAY
    assert [each["person"]["name"] for each in in_words["stand_ins"]] == ["毕云帆"]


def test_a_day_in_the_question_and_another_beside_it_are_refused(client: TestClient) -> None:
    response = client.get("/ask", params={"q": "2023年10月1日，谁顶替梁知远？", "on": "2023-09-01"})
    assert (response.status_code, response.json()["error"]["code"]) == (409, "TWO-DAYS")


def test_words_stand_in_their_paper(client: TestClient, person: str) -> None:
    evidence = client.get(f"/persons/{person}/portfolio", params={"on": DAY}).json()["evidence"]
    words = client.get(f"/evidence/{evidence[0]['id']}").json()
    assert words["evidence"] == evidence[0]
    assert words["words"] == evidence[0]["quote"]
    assert words["after"]
    paper = client.get(f"/documents/{evidence[0]['document']}/text").json()
    assert words["words"] in paper["text"]
    assert f"{words['before'][-5:]}{words['words']}{words['after'][:5]}" in paper["text"]


def test_each_mark_of_a_paper_covers_the_words_of_its_evidence(client: TestClient) -> None:
    papers = [item for item in client.get("/documents?limit=200").json()["items"] if item.get("kind")]
    marks = 0
    for paper in papers:
        response = client.get(f"/documents/{paper['id']}/text")
        if response.status_code == 404:
            continue
        body = response.json()
        quotes = {
            row["evidence_id"]: row["quote"]
            for row in client.get(f"/documents/{paper['id']}/statements").json()["rows"]
        }
        assert body["length"] == len(body["text"])
        for mark in body["marks"]:
            if mark["evidence"] in quotes and not quotes[mark["evidence"]].endswith("…"):
                assert body["text"][mark["start"] : mark["end"]] == quotes[mark["evidence"]]
                marks += 1
    assert marks > 100


def test_a_paper_can_be_read_in_pieces(client: TestClient) -> None:
    paper = found(client, "岚政办发〔2023〕36号", "Document")
    whole = client.get(f"/documents/{paper}/text").json()
    piece = client.get(f"/documents/{paper}/text", params={"offset": 100, "limit": 50}).json()
    assert piece["text"] == whole["text"][100:150]
    assert piece["length"] == whole["length"]
    assert all(0 <= mark["start"] < mark["end"] <= 50 for mark in piece["marks"])
    beyond = client.get(f"/documents/{paper}/text", params={"offset": 9_000_000}).json()
    assert (beyond["text"], beyond["marks"]) == ("", [])


def test_papers_of_one_issue_do_not_run_into_each_other(client: TestClient) -> None:
    papers = [item for item in client.get("/documents?limit=200").json()["items"] if item.get("kind")]
    places = []
    for paper in papers:
        body = client.get(f"/documents/{paper['id']}/text").json()
        if "text" in body:
            places.append((body["file"], body["line"], body["line"] + body["text"].count("\n")))
    places.sort()
    assert len(places) > 10
    for (file, _, last), (next_file, first, _) in pairwise(places):
        assert file != next_file or last <= first


def test_changes_come_newest_first_and_only_between_the_days(client: TestClient) -> None:
    body = client.get("/changes", params={"from": "2023-03-01", "to": "2023-09-30", "limit": 200}).json()
    days = [each["day"] for each in body["changes"]]
    assert days == sorted(days, reverse=True)
    assert days
    assert "2023-03-01" < min(days) <= max(days) <= "2023-09-30"
    assert {each["change"]["code"] for each in body["changes"]} == {"added", "ended", "turned"}
    quoted = {each["id"] for each in body["evidence"]}
    assert all(set(each["evidence"]) <= quoted for each in body["changes"])


def test_changes_as_a_feed(client: TestClient) -> None:
    response = client.get("/changes", params={"to": DAY}, headers={"Accept": "application/atom+xml"})
    assert response.headers["content-type"] == "application/atom+xml"
    feed = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    changes = client.get("/changes", params={"to": DAY}).json()["changes"]
    assert ids[0] == f"urn:dutygraph:{changes[0]['id']}:{changes[0]['change']['code']}"


def test_checks_come_gravest_first_and_can_be_narrowed(client: TestClient) -> None:
    body = client.get("/checks", params={"on": DAY}).json()
    order = [("error", "warning", "info").index(each["severity"]["code"]) for each in body["findings"]]
    assert order == sorted(order)
    assert sum(body["counts"].values()) == len(body["findings"]) > 0
    warnings = client.get("/checks", params={"on": DAY, "severity": "warning"}).json()["findings"]
    assert {each["severity"]["code"] for each in warnings} <= {"error", "warning"}
    assert client.get("/checks", params={"on": DAY, "jurisdiction": "000000"}).json()["findings"] == []


def test_a_neighbourhood_is_nodes_and_edges_of_the_day(client: TestClient, person: str) -> None:
    before = client.get("/graph", params={"node": person, "on": "2023-03-01", "evidence": True}).json()
    after = client.get("/graph", params={"node": person, "on": DAY}).json()
    finance = found(client, "区人民政府金融工作办公室", "Organisation")
    assert finance not in {edge["end"] for edge in before["edges"]}
    assert finance in {edge["end"] for edge in after["edges"]}
    assert before["evidence"]
    assert after["evidence"] == []
    assert after["nodes"][0]["id"] == person
    assert all(node["colour"].startswith("#") and node["caption"]["zh"] for node in after["nodes"])
    narrow = client.get("/graph", params={"node": person, "on": DAY, "types": "STANDS_IN_FOR"}).json()
    assert {edge["type"]["code"] for edge in narrow["edges"]} == {"STANDS_IN_FOR"}


def test_a_second_step_goes_further(client: TestClient, person: str) -> None:
    one = client.get("/graph", params={"node": person, "on": DAY, "nodes": 300}).json()
    two = client.get("/graph", params={"node": person, "on": DAY, "nodes": 300, "depth": 2}).json()
    assert {node["steps"] for node in one["nodes"]} == {0, 1}
    assert {node["steps"] for node in two["nodes"]} == {0, 1, 2}
    assert {node["id"] for node in one["nodes"]} < {node["id"] for node in two["nodes"]}
