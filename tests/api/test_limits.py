"""Each limit at its value and one beyond it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api import limits
from api.app import create_app
from core.settings import Settings
from loaders import limits as paper_limits


def test_the_limits_are_shown_with_their_reasons(client: TestClient) -> None:
    shown = client.get("/limits").json()
    by_name = {each["name"]: each for each in shown["limits"]}
    assert by_name["page"]["value"] == limits.MAX_PAGE
    assert all(each["zh"] and each["en"] and each["unit"] for each in shown["limits"])
    values = {value for name, value in vars(limits).items() if name.startswith("MAX_")}
    assert values <= {each["value"] for each in shown["limits"]}


def test_the_limits_of_papers_are_shown_beside_those_of_requests(client: TestClient) -> None:
    shown = {each["name"]: each for each in client.get("/limits").json()["papers"]}
    assert shown["pages"]["value"] == paper_limits.LIMITS.pages
    assert shown["expanded"]["value"] == paper_limits.LIMITS.expanded_mb
    assert all(each["zh"] and each["en"] and each["unit"] for each in shown.values())


@pytest.mark.parametrize(
    ("address", "name", "most"),
    [
        ("/persons", "limit", limits.MAX_PAGE),
        ("/search?q=a", "limit", limits.MAX_HITS),
        ("/changes", "limit", limits.MAX_CHANGES),
        ("/graph?node={person}", "nodes", limits.MAX_NODES),
        ("/graph?node={person}", "depth", limits.MAX_DEPTH),
        ("/queries/lists/began", "limit", 5_000),
    ],
)
def test_numbers_are_taken_at_the_limit_and_refused_beyond(
    client: TestClient, person: str, address: str, name: str, most: int
) -> None:
    address = address.format(person=person)
    address += "&" if "?" in address else "?"
    assert client.get(f"{address}{name}={most}").status_code == 200
    assert client.get(f"{address}{name}={most + 1}").status_code == 422
    assert client.get(f"{address}{name}=0").status_code == 422


@pytest.mark.parametrize(
    ("address", "name", "most"),
    [("/search", "q", limits.MAX_WORDS), ("/persons", "name", limits.MAX_WORDS), ("/graph", "node", limits.MAX_ID)],
)
def test_words_are_taken_at_the_limit_and_refused_beyond(
    client: TestClient, address: str, name: str, most: int
) -> None:
    assert client.get(address, params={name: "a" * most}).status_code in (200, 404)
    assert client.get(address, params={name: "a" * (most + 1)}).status_code == 422


def test_an_id_in_the_path_is_limited(client: TestClient) -> None:
    assert client.get("/persons/" + "a" * limits.MAX_ID).status_code == 404
    assert client.get("/persons/" + "a" * (limits.MAX_ID + 1)).status_code == 422


def test_an_address_is_taken_at_the_limit_and_refused_beyond(client: TestClient) -> None:
    path = "/healthz?x="
    at_limit = path + "a" * (limits.MAX_URL_BYTES - len(path))
    assert client.get(at_limit).status_code == 200
    beyond = client.get(at_limit + "a")
    assert beyond.status_code == 414
    assert beyond.json()["error"]["code"] == "URL-TOO-LONG"


def test_a_body_is_taken_at_the_limit_and_refused_beyond(client: TestClient) -> None:
    # No route but the upload reads a body, so one within the limit meets the answer of the route.
    assert client.post("/persons", content=b"a" * limits.MAX_BODY_BYTES).status_code == 405
    beyond = client.post("/persons", content=b"a" * (limits.MAX_BODY_BYTES + 1))
    assert beyond.status_code == 413
    assert beyond.json()["error"]["code"] == "BODY-TOO-LARGE"


def test_a_neighbourhood_tells_what_its_caps_kept_back(client: TestClient, person: str) -> None:
    whole = client.get("/graph", params={"node": person, "on": "2023-10-01", "nodes": limits.MAX_NODES}).json()
    assert whole["left_out"] == 0
    assert len(whole["nodes"]) > 5
    some = client.get("/graph", params={"node": person, "on": "2023-10-01", "nodes": 5}).json()
    assert len(some["nodes"]) == 5
    assert some["left_out"] == len(whole["nodes"]) - 5
    kept = {node["id"] for node in some["nodes"]}
    assert all(edge["start"] in kept and edge["end"] in kept for edge in some["edges"])


def test_requests_from_one_address_are_limited_and_probes_are_not(lanting: Settings) -> None:
    with TestClient(create_app(lanting.model_copy(update={"requests_per_minute": 3}))) as client:
        assert [client.get("/limits").status_code for _ in range(3)] == [200] * 3
        refused = client.get("/limits")
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert refused.json()["error"]["code"] == "TOO-MANY-REQUESTS"
        assert client.get("/healthz").status_code == 200
