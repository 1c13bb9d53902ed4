"""One shape for every error, over all routes; nothing in it that is ours alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import ErrorBody
from core.errors import ConfigError, StoreError
from core.settings import Settings
from tests.api.conftest import found

#: Nothing of these may stand in an error: places on our disk, query text, traces.
_OURS = re.compile(r"/home/|/root|/work|\.py|\bMATCH\b|\bRETURN \b|Traceback|site-packages|sqlite")


def checked(response: httpx2.Response) -> ErrorBody:
    body = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "detail", "request_id"}
    assert not _OURS.search(json.dumps(body, ensure_ascii=False)), body
    error = ErrorBody.model_validate(body["error"])
    assert re.fullmatch(r"[A-Z][A-Z-]+", error.code)
    assert error.message
    assert error.request_id == response.headers["x-request-id"]
    assert response.headers["content-type"] == "application/json"
    return error


def calls(app: FastAPI) -> Iterator[tuple[str, str]]:
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


def test_every_route_with_an_id_says_in_the_one_shape_that_it_is_not_there(app: FastAPI, client: TestClient) -> None:
    asked = 0
    for method, path in calls(app):
        if "{id}" in path:
            error = client.request(method, path.replace("{id}", "pe_" + "0" * 32).replace("{page}", "1"))
            assert error.status_code == 404, path
            assert checked(error).code == "NOT-FOUND"
            asked += 1
    assert asked >= 30


def test_every_route_refuses_a_foreign_method_in_the_one_shape(app: FastAPI, client: TestClient) -> None:
    for _, path in calls(app):
        error = client.request("PATCH", path.replace("{id}", "x"))
        assert error.status_code == 405, path
        assert checked(error).code == "METHOD-NOT-ALLOWED"


def test_every_dated_route_refuses_a_day_that_is_none(app: FastAPI, client: TestClient, person: str) -> None:
    asked = 0
    for path, methods in app.openapi()["paths"].items():
        parameters = methods.get("get", {}).get("parameters", ())
        # A list takes no day as every day; its route checks the day, its canned query cannot.
        if any(each["name"] == "on" for each in parameters) and not path.startswith("/queries/lists/"):
            given = {
                each["name"]: {"integer": 1, "number": 1}.get(each["schema"].get("type"), person)
                for each in parameters
                if each["required"] and each["in"] == "query"
            }
            given |= {name: "Person" for name in given if name.endswith("kind") or name == "kind"}
            error = client.get(path.replace("{id}", person), params={**given, "on": "2023-02-30"})
            assert error.status_code in (400, 404, 422), path  # 400: this route wants an id of another kind
            checked(error)
            asked += 1
    assert asked >= 20


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/nowhere", 404, "NOT-FOUND"),
        ("/search", 422, "BAD-PARAMETER"),
        ("/search?q=a&kinds=Nobody", 422, "BAD-PARAMETER"),
        ("/persons?limit=0", 422, "BAD-PARAMETER"),
        ("/persons?sort=colour", 422, "BAD-PARAMETER"),
        ("/persons?cursor=%21%21", 404, "BAD-CURSOR"),
        ("/persons?cursor=W10", 404, "BAD-CURSOR"),
        ("/persons?on=2023-13-01", 422, "BAD-DATE"),
        ("/ask?q=%E4%BB%8A%E5%A4%A9%E5%A4%A9%E6%B0%94%E5%A6%82%E4%BD%95", 404, "NOT-UNDERSTOOD"),
        ("/ask?q=%20", 422, "BAD-PARAMETER"),
        ("/graph?node=x", 404, "NOT-FOUND"),
        ("/graph?node=x&types=MARRIED_TO", 422, "BAD-PARAMETER"),
        ("/changes?from=2024-01-01&to=2023-01-01", 409, "DAYS-REVERSED"),
        ("/queries/people/nothing", 404, "NOT-FOUND"),
        ("/queries/people/portfolio", 422, "BAD-PARAMETER"),
        ("/evidence/ev_0", 404, "NOT-FOUND"),
    ],
)
def test_a_bad_request_gets_its_code(client: TestClient, address: str, status: int, code: str) -> None:
    response = client.get(address)
    assert response.status_code == status, response.text
    assert checked(response).code == code


def test_an_ambiguous_name_gets_its_candidates_as_records(client: TestClient) -> None:
    response = client.get("/ask", params={"q": "周景明任什么职务"})
    assert response.status_code == 409
    error = checked(response)
    assert error.code == "AMBIGUOUS"
    assert [candidate.name for candidate in error.detail.candidates] == ["周景明", "周景明"]
    assert "\n" not in error.message


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    response = client.get("/persons", headers={"Accept": "application/pdf"})
    assert response.status_code == 406
    assert checked(response).code == "NOT-ACCEPTABLE"


def test_without_a_graph_the_service_lives_and_says_that_it_is_not_ready(settings: Settings) -> None:
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        assert client.get("/healthz").status_code == 200
        for address in ("/readyz", "/persons", "/search?q=a"):
            response = client.get(address)
            assert response.status_code == 503
            assert checked(response).code == "NO-GRAPH"


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        (ConfigError("not a query: MATCH (n) in /home/x/y.cypher", code="QUERY"), "QUERY", 500),
        (StoreError("cannot read /home/clerk/graph: denied", remedy="rm -r /home/clerk"), "STORE", 503),
        (ZeroDivisionError("/home/x.py"), "INTERNAL", 500),
    ],
)
def test_our_own_failures_say_nothing_of_our_insides(
    settings: Settings, error: Exception, code: str, status: int
) -> None:
    app = create_app(settings)

    @app.get("/broken")
    def broken() -> None:
        raise error

    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.get("/broken")
    assert response.status_code == status
    assert checked(response).code == code


def test_a_request_id_is_taken_over_if_it_is_one_and_made_anew_if_not(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "trace-0001"}).headers["x-request-id"] == "trace-0001"
    forged = client.get("/healthz", headers={"X-Request-Id": "a b;c"}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", forged)


def test_a_group_is_found_under_its_own_resource_only(client: TestClient) -> None:
    group = found(client, "岚汀区数字政府建设领导小组", "Group")
    assert client.get(f"/groups/{group}").status_code == 200
    assert client.get(f"/persons/{group}").status_code == 404


@pytest.mark.parametrize(
    ("path", "said", "never"),
    [
        ("/zh/?on=2023-13-45", "不是日期: &#39;2023-13-45&#39;", "not a date"),
        ("/en/?on=2023-13-45", "write 2023, 2023-09 or 2023-09-06", "写成"),
        ("/zh/persons/pe_" + "0" * 32, "用 search 查找", "look with"),
        ("/en/persons/x", "not a value it takes", "不是可用的值"),
        ("/zh/search?q=" + "a" * 600, "最多 500 个字符", "characters"),
        ("/en/search?q=" + "a" * 600, "at most 500 characters", "最多"),
        ("/zh/directory?kind=x", "只能是", "Input"),
    ],
)
def test_a_page_tells_an_error_in_the_language_of_its_reader(
    client: TestClient, path: str, said: str, never: str
) -> None:
    page = client.get(path)
    assert page.status_code in (404, 422)
    main = page.text[page.text.index("<main") :]
    assert said in main
    assert never not in main


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/fr/persons/x", 404, "NOT-FOUND"), ("/nothing", 404, "NOT-FOUND"), ("//zh/", 404, "NOT-FOUND"),
        ("/zh/%00", 400, "NUL"), ("/persons/x", 404, "NOT-FOUND"), ("/search", 422, "BAD-PARAMETER"),
    ],
)  # fmt: skip
def test_a_browser_gets_a_page_of_an_error_and_a_program_json(
    client: TestClient, address: str, status: int, code: str
) -> None:
    address = f"http://testserver{address}"
    page = client.get(address, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")
    assert "没能给出这一页" in page.text
    assert code in page.text
    if not address.startswith("http://testserver/zh/"):
        for accept in ("*/*", "application/json", "text/turtle, text/html;q=0.5"):
            program = client.get(address, headers={"Accept": accept})
            assert program.status_code == status
            assert checked(program).code == code


def test_what_is_allowed_names_head_beside_get(client: TestClient) -> None:
    assert client.patch("/persons").headers["allow"] == "GET, HEAD"
    assert client.head("/persons").status_code == 200
    assert client.patch("/whatif").headers["allow"] == "POST"


def test_without_a_graph_a_page_says_what_to_do_next(settings: Settings) -> None:
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        assert "dutygraph load" in client.get("/zh/").text
        assert "dutygraph load FILE-OR-FOLDER" in client.get("/en/checks").text
        assert "dutygraph load" in checked(client.get("/persons")).detail.remedy


def test_a_slash_too_many_leads_to_the_page_and_never_to_another_host(client: TestClient) -> None:
    def answered(path: str) -> tuple[int, str]:
        got = client.get(path, headers={"accept": "text/html", "host": "evil.example"}, follow_redirects=False)
        return got.status_code, got.headers.get("location", "")

    assert answered("/zh/directory/") == (308, "/zh/directory")
    assert answered("/zh/search/?q=%E9%98%B2%E6%B1%9B") == (308, "/zh/search?q=%E9%98%B2%E6%B1%9B")
    assert answered("/zh/nothing/")[0] == 404
    assert "evil" not in answered("//evil.example/zh/directory/")[1]
