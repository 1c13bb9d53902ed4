"""Lists, one thing, parts of a thing: complete, sorted, in the format asked for, and kept as long as they hold."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.resources import RESOURCES, Resource
from core.settings import Settings
from graph import search
from graph.elements import Graph, Node
from graph.ontology import ontology
from tests.api.conftest import DAY, found

PATHS = [resource.path for resource in RESOURCES]


@pytest.mark.parametrize("resource", RESOURCES, ids=PATHS)
@pytest.mark.parametrize("sort", ["name", "-name", "date", "-date", "number", "-number", "id", "-id"])
def test_pages_hold_each_thing_once_and_all_of_them(client: TestClient, resource: Resource, sort: str) -> None:
    every: list[str] = []
    cursor = ""
    while True:
        page = client.get(f"/{resource.path}", params={"limit": 17, "sort": sort, "cursor": cursor}).json()
        every += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    counted = client.get("/readyz").json()["nodes"].get(resource.label, 0)
    assert len(every) == len(set(every)) == counted


def test_a_list_is_sorted_as_asked(client: TestClient) -> None:
    names = [item["name"] for item in client.get("/persons?limit=200").json()["items"]]
    assert names == sorted(names)
    assert [item["name"] for item in client.get("/persons?limit=200&sort=-name").json()["items"]] == names[::-1]
    numbers = [int(item["number"]) for item in client.get("/tasks?limit=200").json()["items"]]
    assert numbers == sorted(numbers)
    days = [item.get("effective_day", "") for item in client.get("/documents?limit=200").json()["items"]]
    assert days == sorted(days, reverse=True)


def test_a_cursor_belongs_to_its_sort(client: TestClient) -> None:
    cursor = client.get("/persons?limit=1").json()["next"]
    assert client.get("/persons", params={"limit": 1, "cursor": cursor, "sort": "-name"}).status_code == 404


def test_lists_are_filtered_by_place_name_kind_and_day(client: TestClient) -> None:
    assert client.get("/persons?jurisdiction=000000").json()["items"] == []
    assert {item["jurisdiction"] for item in client.get("/tasks?jurisdiction=990101").json()["items"]} == {"990101"}
    named = client.get("/organisations", params={"name": "财政"}).json()["items"]
    assert named
    assert all("财政" in item["name"] for item in named)
    parties = client.get("/organisations?kind=party").json()["items"]
    assert parties
    assert {item["kind"] for item in parties} == {"party"}
    group = found(client, "岚汀区河湖水系治理工作领导小组", "Group")
    listed = [
        group in {item["id"] for item in client.get("/groups", params={"on": day}).json()["items"]}
        for day in ("2023-03-07", "2023-03-10")
    ]
    assert listed == [False, True]


def test_a_list_says_which_day_and_version_it_is_of(client: TestClient) -> None:
    page = client.get("/groups", params={"on": DAY}).json()
    assert page["on"] == DAY
    assert page["version"] == client.get("/readyz").json()["version"]
    assert client.get("/groups").json()["on"] == ""


@pytest.mark.parametrize("resource", RESOURCES, ids=PATHS)
def test_one_thing_has_its_parts_and_each_part_answers(client: TestClient, resource: Resource) -> None:
    item = client.get(f"/{resource.path}?limit=1").json()["items"][0] if counted(client, resource) else None
    if item is None:
        return
    one = client.get(f"/{resource.path}/{item['id']}").json()
    assert one["item"] == item
    assert list(one["parts"]) == [part.name for part in resource.parts]
    for address in one["parts"].values():
        answer = client.get(address, params={"on": DAY})
        assert answer.status_code == 200, address
        body = answer.json()
        assert {"evidence", "reach", "version"} <= set(body), address
        assert body["on"] in (DAY, ""), address


def counted(client: TestClient, resource: Resource) -> int:
    return int(client.get("/readyz").json()["nodes"].get(resource.label, 0))


def test_a_portfolio_names_day_words_and_reach(client: TestClient, person: str) -> None:
    body = client.get(f"/persons/{person}/portfolio", params={"on": DAY}).json()
    assert body["answer"] == "portfolio"
    assert (body["on"], body["subject"]["name"]) == (DAY, "梁知远")
    in_charge = {each["object"]["name"] for each in body["charges"] if each["edge"]["code"] == "IN_CHARGE_OF"}
    assert {"区财政局", "区人民政府金融工作办公室"} <= in_charge
    assert {each["person"]["name"] for each in body["stand_ins"]} == {"毕云帆"}
    quoted = {each["id"] for each in body["evidence"]}
    assert all(set(each["held"]["evidence"]) <= quoted for each in body["charges"])
    assert all(each["quote"] for each in body["evidence"])
    assert all(each["date"] and each["number"] for each in body["reach"])


def test_states_and_verdicts_are_codes_with_both_captions(client: TestClient) -> None:
    group = found(client, "岚汀区河湖水系治理工作领导小组", "Group")
    seats = client.get(f"/groups/{group}/roster", params={"on": "2023-09-10"}).json()["seats"]
    states = {seat["state"]["code"]: seat["state"] for seat in seats}
    assert states["succession"] == {"code": "succession", "zh": "自然递补", "en": "by succession"}
    task = found(client, "建立梯度培育名录", "Task")
    answers = client.get(f"/tasks/{task}/responsible", params={"on": "2023-02-01"}).json()["answers"]
    assert answers[0]["verdict"] == {"code": "as_printed", "zh": "按原文所列", "en": "as printed"}
    table = client.get(f"/persons/{found(client, '宋砚秋', 'Person')}/tasks", params={"on": "2023-02-01"}).json()
    columns = {column["name"]: column for column in table["columns"]}
    assert columns["verdict"]["values"]["as_printed"] == {"zh": "按原文所列", "en": "as printed"}


def test_members_who_joined_and_left_between_two_days(client: TestClient) -> None:
    group = found(client, "岚汀区河湖水系治理工作领导小组", "Group")
    rows = client.get(f"/groups/{group}/changes", params={"from": "2023-03-10", "to": "2023-09-10"}).json()["rows"]
    assert {"黎望舒", "谢临川"} <= {row["member"] for row in rows}
    nothing = client.get(f"/groups/{group}/changes", params={"to": "2020-01-01"}).json()["rows"]
    assert nothing == []


def test_a_list_and_an_answer_as_csv(client: TestClient, person: str) -> None:
    listed = client.get("/persons?limit=3", headers={"Accept": "text/csv"})
    assert listed.headers["content-type"].startswith("text/csv")
    assert listed.headers["content-disposition"] == 'attachment; filename="persons.csv"'
    rows = list(csv.reader(io.StringIO(listed.content.decode("utf-8-sig"))))
    assert rows[0] == list(ontology().node_properties("Person"))
    assert len(rows) == 4
    for language, heading in (("zh", "关系"), ("en", "relation")):
        answer = client.get(
            f"/persons/{person}/portfolio", params={"on": DAY, "lang": language}, headers={"Accept": "text/csv"}
        )
        (columns, *lines) = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
        assert columns[0] == heading
        assert lines


def test_json_is_given_unless_something_else_is_preferred(client: TestClient) -> None:
    for accept in (
        "*/*",
        "application/*",
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "text/csv;q=0.5,application/json",
    ):
        assert client.get("/persons", headers={"Accept": accept}).headers["content-type"] == "application/json"
    preferred = client.get("/persons", headers={"Accept": "application/json;q=0.5, text/csv"})
    assert preferred.headers["content-type"].startswith("text/csv")


def test_an_answer_known_already_is_not_sent_again(client: TestClient, person: str) -> None:
    address = f"/persons/{person}/portfolio?on={DAY}"
    first = client.get(address)
    tag = first.headers["etag"]
    again = client.get(address, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    others = (
        client.get(f"{address}&lang=en"),
        client.get(f"/persons/{person}/portfolio?on=2023-03-01"),
        client.get(address, headers={"Accept": "text/csv"}),
    )
    assert len({tag, *(other.headers["etag"] for other in others)}) == 4


def test_head_tells_what_get_would(client: TestClient) -> None:
    head, get = client.head("/persons?limit=3"), client.get("/persons?limit=3")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["etag"] == get.headers["etag"]


def test_joined_ids_lead_on_and_withdrawn_ones_are_gone(lanting: Settings, tmp_path: Path) -> None:
    person = Node("Person", "pe_" + "1" * 32, {"id": "pe_" + "1" * 32, "name": "周正"})
    path = tmp_path / "r1.sqlite3"
    search.build(path, Graph((person,), ()), former={"pe_" + "2" * 32: person.id, "pe_" + "3" * 32: ""})
    app = create_app(lanting)
    with TestClient(app, follow_redirects=False) as client:
        client.get("/readyz")
        state = app.state.graph
        with state.lease() as library:
            object.__setattr__(library, "index", search.SearchIndex(path))
        moved = client.get("/persons/pe_" + "2" * 32 + "/portfolio?on=2023-09-01")
        assert moved.status_code == 308
        assert moved.headers["location"] == f"/persons/{person.id}/portfolio?on=2023-09-01"
        gone = client.get("/persons/pe_" + "3" * 32)
        assert (gone.status_code, gone.json()["error"]["code"]) == (410, "GONE")
        assert client.get("/persons/pe_" + "4" * 32).status_code == 404


def test_every_canned_query_has_a_typed_route(app: FastAPI, client: TestClient) -> None:
    queries = client.get("/queries").json()["queries"]
    paths = app.openapi()["paths"]
    assert len(queries) >= 40
    for query in queries:
        parameters = {each["name"]: each for each in paths[query["address"]]["get"]["parameters"]}
        assert set(parameters) == {param["name"] for param in query["params"]} | {"known_at"}
        for param in query["params"]:
            schema = parameters[param["name"]]["schema"]
            assert parameters[param["name"]]["required"] == (param["default"] is None)
            if param["type"] == "date":
                assert "date" in [each.get("format") for each in schema.get("anyOf", [schema])]
                continue
            assert schema["type"] == {"int": "integer", "number": "number"}.get(param["type"], "string")


def test_a_canned_query_gives_rows_with_captions_and_words(client: TestClient, person: str) -> None:
    body = client.get("/queries/people/portfolio", params={"person": person, "on": DAY}).json()
    assert body["on"] == DAY
    assert body["columns"][0]["zh"]
    assert len(body["rows"]) > 5
    assert body["evidence"]
    few = client.get("/queries/people/portfolio", params={"person": person, "on": DAY, "limit": 2}).json()
    assert (len(few["rows"]), few["truncated"]) == (2, True)


def test_a_canned_query_takes_from_and_a_label(client: TestClient, person: str) -> None:
    changed = client.get("/queries/people/portfolio-changes", params={"person": person, "from": "2023-01-01"})
    assert changed.status_code == 200
    assert changed.json()["rows"]
    around = client.get("/queries/graph/neighbourhood", params={"kind": "Person", "node": person, "on": DAY})
    assert around.json()["rows"]
    assert client.get("/queries/graph/neighbourhood", params={"kind": "Robot", "node": person}).status_code == 422
