"""SPARQL: what may be asked is answered in each form, everything else is refused before or while it runs."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from api import limits
from core.errors import DutygraphError, LimitError, StoreError, UsageError
from graph.exports.making import Making
from graph.rdf.sparql import ask as asking
from graph.rdf.sparql.ask import ask, build
from graph.rdf.sparql.refusal import check
from tests.graph.made_up import district

NAMES = Making().names
LEADERS = "SELECT ?name WHERE { ?r a dg:InChargeOf ; dg:assignee/foaf:name ?name } ORDER BY ?name LIMIT 3"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sparql") / "store"
    build(district(), Making(), path)
    return path


def code_of(store: Path, query: str, *, rows: int = 100, seconds: float = 20.0) -> str:
    with pytest.raises(DutygraphError) as caught:
        ask(store, query, NAMES, rows=rows, seconds=seconds)
    return caught.value.code


# --- the endpoint ---


def test_rows_come_as_json_xml_or_csv(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": LEADERS})
    assert answer.headers["content-type"].startswith("application/sparql-results+json")
    names = [row["name"]["value"] for row in answer.json()["results"]["bindings"]]
    assert len(names) == 3
    text = client.get("/sparql", params={"query": LEADERS}, headers={"Accept": "text/csv"}).text
    assert [row[0] for row in csv.reader(io.StringIO(text))] == ["name", *names]
    xml = client.get("/sparql", params={"query": LEADERS}, headers={"Accept": "application/sparql-results+xml"}).text
    assert [each.text for each in ET.fromstring(xml).iter("{http://www.w3.org/2005/sparql-results#}literal")] == names  # noqa: S314


def test_truth_and_triples_have_forms_of_their_own(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?s a dg:Person }"}).json()["boolean"] is True
    construct = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n } LIMIT 2"
    turtle = client.get("/sparql", params={"query": construct}, headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert turtle.text.count("foaf:name") == 2


def test_a_query_may_be_posted_in_two_ways(client: TestClient) -> None:
    expected = client.get("/sparql", params={"query": LEADERS}).json()
    assert client.post("/sparql", data={"query": LEADERS}).json() == expected
    as_is = client.post("/sparql", content=LEADERS, headers={"Content-Type": "application/sparql-query"})
    assert as_is.json() == expected
    assert client.post("/sparql", json={"query": LEADERS}).status_code == 415
    assert client.post("/sparql", data={"query": ""}).status_code == 422


def test_each_paper_has_a_graph_of_its_own(client: TestClient) -> None:
    """岚政办发〔2023〕36号 prints stand-ins; what it says is in its graph, and once in the whole."""
    query = """SELECT ?number (COUNT(DISTINCT ?r) AS ?rules) WHERE {
      GRAPH ?g { ?r a dg:StandInRule } GRAPH ?derived { ?g prov:hadPrimarySource ?paper } ?paper eli:id_local ?number } GROUP BY ?number"""
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert sum(int(row["rules"]["value"]) for row in rows) >= 10


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://evil.example/> { ?s ?p ?o } }",
        "SELECT * FROM <http://evil.example/> WHERE { ?s ?p ?o }",
        "LOAD <http://evil.example/>",
        "DELETE WHERE { ?s ?p ?o }",
        "DESCRIBE <http://x/>",
    ],
)
def test_nothing_is_written_and_nobody_else_is_asked(client: TestClient, query: str) -> None:
    for answer in (client.get("/sparql", params={"query": query}), client.post("/sparql", data={"query": query})):
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "SPARQL-REFUSED"


def test_no_other_data_set_can_be_named(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": LEADERS, "default-graph-uri": "http://evil.example/"})
    assert answer.json()["error"]["code"] == "SPARQL-REFUSED"


def test_a_query_is_as_long_as_the_limit_and_no_longer(client: TestClient) -> None:
    query = LEADERS + " " * (limits.MAX_SPARQL - len(LEADERS))
    assert client.get("/sparql", params={"query": query}).status_code == 200
    assert client.get("/sparql", params={"query": query + " "}).status_code == 422
    assert client.post("/sparql", data={"query": query + " "}).status_code == 422


# --- the words of a query ---


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o . service <http://x/> { } }",
        "SELECT * { ?s ?p ?o } # from\nFROM <http://x/>",
        r"SELECT * { ?s ex:a\#b ?o . SERVICE <http://x/> {} }",
        r"SELECT * { ?s ?p ?o . \u0053ERVICE <http://x/> {} }",
        "SELECT * { ?s ?p 'a' . SERVICE <http://x/> { ?s ?p 'b' } }",
        'SELECT * { ?s ?p """a"b"c""" . SERVICE <http://x/> {} }',
        "SELECT * { ?s ?p 'unfinished . SERVICE <http://x/> {} }",
        "SELECT * { ?s ?p ?o FILTER(?o<3) SERVICE<http://x/>{} FILTER(4>?o) }",
        "PREFIX service: <http://x/> SELECT * { SERVICE service: {} }",
        "INSERT DATA { <a> <b> <c> }; SELECT * { ?s ?p ?o }",
    ],
)
def test_no_disguise_hides_a_word(query: str) -> None:
    with pytest.raises(UsageError, match="SPARQL-REFUSED"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE' } # FROM a LOAD",
        'SELECT ?from { ?service schema:load "DELETE \\" INSERT" . ?s <http://x/FROM#SERVICE> $drop }',
        "ASK { ?s ex:from ?o ; service:load ?x }",
        "construct where { ?s ?p ?o }",
    ],
)
def test_words_in_strings_names_and_comments_are_free(query: str) -> None:
    check(query)


# --- the child ---


def test_what_is_no_query_is_said_with_where(store: Path) -> None:
    assert code_of(store, "SELECT ?a WHERE { ?a ?b }") == "SPARQL-SYNTAX"


def test_rows_are_given_at_the_limit_and_refused_beyond(store: Path) -> None:
    query = "SELECT * WHERE { ?s ?p ?o } LIMIT 100"
    assert ask(store, query, NAMES, rows=100, seconds=20).data.count(b'"s"') == 101  # the head names it too
    assert code_of(store, query, rows=99) == "SPARQL-ROWS"
    triples = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 100"
    assert ask(store, triples, NAMES, rows=100, seconds=20).form == "turtle"
    assert code_of(store, triples, rows=99) == "SPARQL-ROWS"


def test_a_query_without_end_is_ended(store: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(StoreError) as caught:
        ask(store, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", NAMES, rows=10, seconds=2)
    assert caught.value.code == "QUERY-TIMEOUT"
    assert time.monotonic() - begun < 60


def test_a_query_beyond_its_memory_is_ended(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MEMORY_BYTES", 400 * 1024 * 1024)
    with pytest.raises(LimitError) as caught:
        ask(store, "SELECT ?a { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c ?d ?a LIMIT 1", NAMES, rows=10, seconds=60)
    assert caught.value.code == "SPARQL-MEMORY"


def test_a_formula_in_a_result_is_guarded(store: Path) -> None:
    answer = ask(store, 'SELECT ?x { BIND("=1+1" AS ?x) }', NAMES, table="csv", rows=10, seconds=20)
    assert answer.data == b"x\r\n'=1+1\r\n"
