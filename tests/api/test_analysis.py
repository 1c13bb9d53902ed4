"""Analyses over HTTP and as pages: typed, explained, with their words, and equal to those of the command line."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from queries.answers.analysis.registry import ANALYSES
from tests.api.conftest import DAY

TAKES = {
    "shared-groups": {"a": "邵启岩", "b": "谢临川"}, "chain": {"a": "区财政局", "b": "区审计局"},
    "matter-across-places": {"matter": "财政"},
}  # fmt: skip


def test_the_list_names_every_analysis_with_its_explanation_and_address(client: TestClient) -> None:
    found = client.get("/analysis").json()["analyses"]
    assert [each["name"] for each in found] == list(ANALYSES)
    for each in found:
        assert each["counts"]["zh"]
        assert each["silent"]["en"]
        assert client.get(each["address"], params=TAKES.get(each["name"], {})).status_code == 200


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_answers_with_its_day_words_and_reach(client: TestClient, name: str) -> None:
    answer = client.get(f"/analysis/{name}", params={**TAKES.get(name, {}), "on": "2024-10-01"}).json()
    assert (answer["answer"], answer["on"], answer["about"]["name"]) == ("analysis", "2024-10-01", name)
    assert answer["rows"]
    assert answer["version"]
    quoted = {each["id"] for each in answer["evidence"]}
    assert {each for row in answer["rows"] for each in row["evidence"]} <= quoted


def test_the_parameters_of_each_are_in_the_openapi_document(app: FastAPI) -> None:
    paths = app.openapi()["paths"]
    chain = {each["name"]: each["required"] for each in paths["/analysis/chain"]["get"]["parameters"]}
    assert (chain["a"], chain["b"]) == (True, True)
    assert "against" not in chain
    load = {each["name"] for each in paths["/analysis/leader-workload"]["get"]["parameters"]}
    assert {"on", "against", "jurisdiction", "limit"} <= load


def test_csv_is_the_table_people_read(client: TestClient) -> None:
    reply = client.get("/analysis/paper-coverage", params={"on": DAY, "lang": "zh"}, headers={"Accept": "text/csv"})
    heads, *lines = list(csv.reader(io.StringIO(reply.text.lstrip("\ufeff"))))
    assert heads[:3] == ["地区", "月份", "文件数"]
    assert ["990101", "2023-03"] in [line[:2] for line in lines]


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/analysis/shoe-size", 404, "NOT-FOUND"),
        ("/analysis/chain?a=区财政局", 422, "BAD-PARAMETER"),
        ("/analysis/chain?a=区财政局&b=没有这个局", 404, "NOT-FOUND"),
        ("/analysis/chain?a=区财政局&b=局", 409, "AMBIGUOUS"),
        ("/analysis/brokers?on=2024-02-30", 422, "BAD-DATE"),
        ("/analysis/brokers?limit=100000", 422, "BAD-PARAMETER"),
    ],
)
def test_what_is_wrong_is_told_with_its_code(client: TestClient, address: str, status: int, code: str) -> None:
    reply = client.get(address, headers={"Accept": "application/json"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (status, code)


def test_a_page_asks_for_what_it_needs_before_it_answers(client: TestClient) -> None:
    empty = client.get("/zh/analysis/chain").text
    assert empty.count('type="search"') == 3  # the box of the site and the two ends
    assert "<iframe" not in empty
    full = client.get("/zh/analysis/chain", params={"first": "区财政局", "second": "区审计局", "on": DAY}).text
    assert "不说明什么" in full
    assert "<blockquote>" in full
    frame = re.search(r'<iframe[^>]* src="([^"]+)"', full)
    assert frame is not None
    drawn = client.get(frame[1].replace("&amp;", "&"))
    assert "区审计局" in drawn.text
    assert "unsafe-inline" in drawn.headers["content-security-policy"]


def test_the_table_of_a_page_links_what_it_names(client: TestClient) -> None:
    text = client.get("/zh/analysis/single-points", params={"on": DAY}).text
    assert re.search(r'<td[^>]*><a href="/zh/persons/pe_[0-9a-f]{32}\?on=2023-10-01">', text)
    assert re.search(r'<a href="/zh/organisations/org_', text)


def test_the_navigation_leads_to_the_analyses(client: TestClient) -> None:
    assert 'href="/zh/analysis"' in client.get("/zh/").text
    listed = client.get("/en/analysis").text
    assert all(f'href="/en/analysis/{name}"' in listed for name in ANALYSES)


def test_what_is_wrong_is_told_on_a_page(client: TestClient) -> None:
    for address, status, code in (
        ("leader-workload?against=gestern", 422, "BAD-DATE"), ("shoe-size", 404, "NO-ANALYSIS"), ("chain/frame", 404, "NOT-FOUND"),
    ):  # fmt: skip
        reply = client.get(f"/zh/analysis/{address}", headers={"Accept": "text/html"})
        assert reply.status_code == status
        assert code in reply.text
