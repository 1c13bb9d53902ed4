"""IRIs lead somewhere, each form says the same, exports over the web are those of the command."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import RdfFormat, Store, parse

from api import limits
from api.app import create_app
from api.linked import JSON_LD, NQUADS, TURTLE
from core.errors import StoreBusyError
from core.settings import Settings
from graph.build import graph_of
from graph.elements import Edge, Node
from graph.exports import shelf
from graph.exports.formats import FORMATS, one_file
from graph.exports.lines import jsonl
from graph.exports.making import Making
from graph.exports.shelf import Shelf
from graph.ledger.ledger import open_ledger
from graph.ontology import ontology
from graph.rdf.read import read
from graph.rdf.terms import Names
from tests.api.conftest import found

NAMES = Names(ontology().base)


def test_an_iri_leads_people_to_the_page_and_programs_to_data(client: TestClient, person: str) -> None:
    page = client.get(f"/id/{person}", headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"})
    assert (page.status_code, page.headers["location"]) == (303, f"/en/persons/{person}")
    data = client.get(f"/id/{person}", headers={"Accept": "application/json"}).json()
    assert data["id"] == person
    assert not data["left_out"]
    assert {"HOLDS", "IN_CHARGE_OF", "QUOTES"} <= {edge["type"] for edge in data["edges"]}


@pytest.mark.parametrize(
    ("media", "form"), [(TURTLE, RdfFormat.TURTLE), (JSON_LD, RdfFormat.JSON_LD), (NQUADS, RdfFormat.N_QUADS)]
)
def test_each_form_describes_the_thing_with_its_words(
    client: TestClient, person: str, media: str, form: RdfFormat
) -> None:
    answer = client.get(f"/id/{person}", headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    store = Store()
    store.extend(parse(answer.content, format=form))
    rows = store.query(
        """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dg: <https://dutygraph.example/ns#>
        SELECT ?name ?quote WHERE { ?p foaf:name ?name . ?r dg:assignee ?p ; dg:evidence ?e .
          ?e oa:hasTarget/oa:hasSelector/oa:exact ?quote }""",
        use_default_graph_as_union=True,
    )
    assert {row[0].value for row in rows} == {"梁知远"}  # type: ignore[union-attr]


def test_what_is_described_reads_back_as_part_of_the_graph(client: TestClient, person: str, lanting: Settings) -> None:
    part = read(client.get(f"/id/{person}", headers={"Accept": TURTLE}).content, "turtle", NAMES)
    with open_ledger(lanting) as ledger:
        graph = graph_of(ledger)
    whole: dict[str, Node | Edge] = {node.id: node for node in graph.nodes}
    whole |= {edge.id: edge for edge in graph.edges}
    assert len(part.edges) > 30
    elements: list[Node | Edge] = [*part.nodes, *part.edges]
    for element in elements:
        # An edge from words to their paper is made where it is not asked for: it has no properties of its own.
        assert element.id.endswith(".quotes") or whole[element.id] == element
    assert ontology().problems_of(part) == []


@pytest.mark.parametrize("path", ["persons", "groups", "tasks", "documents"])
def test_a_resource_and_a_list_answer_as_linked_data(client: TestClient, path: str) -> None:
    listing = client.get(f"/{path}?limit=3", headers={"Accept": JSON_LD})
    assert listing.headers["content-type"].startswith(JSON_LD)
    items = read(listing.content, "jsonld", NAMES).nodes
    assert len(items) == 3
    one = client.get(f"/{path}/{items[0].id}", headers={"Accept": JSON_LD})
    assert items[0] in read(one.content, "jsonld", NAMES).nodes


def test_every_kind_of_thing_has_an_address(client: TestClient, lanting: Settings) -> None:
    with open_ledger(lanting) as ledger:
        nodes = {node.label: node.id for node in graph_of(ledger).nodes}
    for label, identifier in nodes.items():
        answer = client.get(f"/id/{identifier}", headers={"Accept": TURTLE})
        assert answer.status_code == 200, label
        assert f"a dg:{label}".encode() in answer.content or f"dg:{label}".encode() in answer.content
    assert client.get("/id/pe_00000000000000000000000000000000").status_code == 404


def test_more_edges_than_are_given_is_said(client: TestClient, person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DESCRIBED", 5)
    body = client.get(f"/id/{person}").json()
    assert body["left_out"]
    assert len([edge for edge in body["edges"] if edge["type"] != "QUOTES"]) == 5
    assert client.get(f"/id/{person}", headers={"Accept": TURTLE}).headers["x-dutygraph-left-out"] == "true"


def test_the_base_of_iris_is_a_setting(lanting: Settings) -> None:
    settings = lanting.model_copy(update={"base_iri": "https://data.example.cn/", "requests_per_minute": 0})
    with TestClient(create_app(settings)) as client:
        identifier = found(client, "梁知远", "Person")
        text = client.get(f"/id/{identifier}", headers={"Accept": TURTLE}).text
    assert "@prefix id: <https://data.example.cn/id/> ." in text
    assert "@prefix dg: <https://dutygraph.example/ns#> ." in text


def test_terms_shapes_and_context_are_served(client: TestClient) -> None:
    assert "dg:InChargeOf" in client.get("/ns").text
    assert "shape:SoleHolder" in client.get("/shapes.ttl").text
    context = client.get("/context.jsonld")
    assert context.headers["content-type"].startswith(JSON_LD)
    assert json.loads(context.text)["@context"]["evidence"] == {"@id": "dg:evidence", "@type": "@id"}


# --- exports ---


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_is_the_one_of_the_command(client: TestClient, lanting: Settings, name: str, tmp_path: Path) -> None:
    answer = client.get(f"/export/{name}", params={"on": "2023-10-01", "jurisdiction": "990101", "lang": "zh"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[name].media)
    assert answer.headers["content-disposition"].endswith(f'{FORMATS[name].suffix}"')
    with open_ledger(lanting) as ledger:
        from graph.exports.formats import selected

        graph = selected(graph_of(ledger), on="2023-10-01", jurisdiction="990101")
        one_file(graph, FORMATS[name], tmp_path / name, Making.of(lanting, ledger, on="2023-10-01"))
    assert answer.content == (tmp_path / name).read_bytes()
    again = client.get(answer.url.raw_path.decode(), headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_an_export_of_what_was_known_is_that_of_the_ledger_then(client: TestClient, lanting: Settings) -> None:
    with open_ledger(lanting) as ledger:
        row = ledger.clock() // 2
        then = "".join(jsonl(graph_of(ledger, row)))
        now = "".join(jsonl(graph_of(ledger)))
    assert then != now
    assert client.get(f"/export/jsonl?known_at={row}").text == then
    assert client.get("/export/jsonl").text == now


def test_several_files_come_as_an_archive_in_the_readers_language(client: TestClient) -> None:
    data = client.get("/export/csv?lang=en").content
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "tasks and verdicts.csv" in archive.namelist()


def test_an_export_that_cannot_be_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/export/docx").json()["error"]["code"] == "EXPORT-FORMAT"
    assert client.get("/export/turtle?on=2023-13-01").status_code == 422
    monkeypatch.setattr(limits, "MAX_EXPORT_ELEMENTS", 10)
    refused = client.get("/export/turtle")
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "EXPORT-TOO-LARGE")


def test_a_shelf_makes_once_forgets_old_versions_and_never_overflows(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def making(words: str) -> None:
        def make(path: Path) -> None:
            made.append(words)
            path.write_text(words * 10)

        kept[words] = kept_shelf.get(words[:2], (words,), make)

    kept: dict[str, Path] = {}
    kept_shelf = Shelf(settings)
    for words in ("r1a", "r1a", "r1b"):
        making(words)
    assert made == ["r1a", "r1b"]
    making("r2a")
    assert not kept["r1a"].exists()
    assert kept["r2a"].exists()
    monkeypatch.setattr(shelf, "MAX_SHELF_BYTES", 70)
    for words in ("r2b", "r2c"):
        making(words)
    assert [words for words in ("r2a", "r2b", "r2c") if kept[words].exists()] == ["r2b", "r2c"]
    shelf.forget(settings)
    assert not settings.exports_path.exists()


def test_a_failed_export_leaves_nothing_and_a_busy_shelf_says_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Shelf(settings)

    def fails(path: Path) -> None:
        path.write_text("half")
        raise StoreBusyError("x")

    with pytest.raises(StoreBusyError):
        kept.get("r1", ("a",), fails)
    assert list((settings.exports_path / "r1").iterdir()) == []
    monkeypatch.setattr(shelf, "PATIENCE_SECONDS", 0.01)

    def asks_again(path: Path) -> None:
        with pytest.raises(StoreBusyError, match="EXPORT-BUSY"):
            kept.get("r1", ("b",), fails)
        path.write_text("done")

    assert kept.get("r1", ("c",), asks_again).read_text() == "done"
