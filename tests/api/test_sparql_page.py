"""The page for SPARQL: its questions work, its result is a table with links, what cannot be answered is told in place."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient

from api.web.routes.linked import Example, examples
from graph.exports.formats import FORMATS
from tests.conftest import ROOT


def shown(client: TestClient, query: str, language: str = "zh") -> str:
    answer = client.get(f"/{language}/sparql", params={"query": query})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("example", examples(), ids=lambda each: each.en)
def test_each_question_to_begin_with_finds_something(client: TestClient, example: Example) -> None:
    query = example.query
    text = shown(client, query)
    assert 'class="none"' not in text
    assert text.count("<tr>") > 1
    reply = client.get("/sparql", params={"query": query})
    assert reply.status_code == 200, reply.text
    rows = reply.json()["results"]["bindings"]
    assert rows


def test_the_query_of_the_manual_finds_something(client: TestClient) -> None:
    manual = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"^```sparql\n(.*?)^```", manual, re.M | re.S)
    assert len(client.get("/sparql", params={"query": query}).json()["results"]["bindings"]) == 20


def test_the_form_stands_there_without_a_question(client: TestClient) -> None:
    text = client.get("/en/sparql").text
    assert 'id="result"' not in text
    assert html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", text, re.S).group(1)) == examples()[0].query  # type: ignore[union-attr]
    for name in FORMATS:
        assert f"/export/{name}?lang=en" in text


def test_the_form_and_the_exports_keep_place_and_what_was_known(client: TestClient) -> None:
    text = client.get("/zh/sparql?jurisdiction=990101&known_at=8").text
    assert '<input type="hidden" name="known_at" value="8">' in text
    assert 'href="/export/turtle?lang=zh&amp;jurisdiction=990101&amp;known_at=8"' in text


def test_a_thing_in_a_result_leads_to_its_page(client: TestClient, person: str) -> None:
    text = shown(client, 'SELECT ?p { ?p a foaf:Person ; foaf:name "梁知远" }')
    assert f'<a href="/zh/persons/{person}">id:{person}</a>' in text
    seat = shown(client, "SELECT ?s { ?s a dg:Seat } LIMIT 1")
    assert re.search(r'<a href="/id/se_[0-9a-f]{32}">', seat)


def test_truth_and_triples_are_shown_as_text(client: TestClient) -> None:
    assert ">是</pre>" in shown(client, "ASK { ?p a foaf:Person }")
    assert ">no</pre>" in shown(client, "ASK { ?p a dg:Nothing }", "en")
    assert "foaf:name" in shown(client, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n } LIMIT 1")


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT * { SERVICE <http://x/> {} }", "SERVICE"),
        ("SELECT ?a WHERE {", "不是查询"),
        ("SELECT * { ?s ?p ?o }", "LIMIT"),
        ("SELECT ?x { }", ""),
    ],
)
def test_what_cannot_be_answered_is_told_under_the_form(client: TestClient, query: str, word: str) -> None:
    assert word in shown(client, query)


def test_words_of_a_result_stay_words(client: TestClient) -> None:
    text = shown(client, 'SELECT ?x { BIND("<script>alert(1)</script>" AS ?x) }')
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_the_foot_of_every_page_leads_here(client: TestClient) -> None:
    for path in ("/zh/", "/zh/about", "/zh/checks"):
        assert '<a href="/zh/sparql">' in client.get(path).text
