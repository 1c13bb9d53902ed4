"""Linked data is read back by others, and by us as the very graph it was."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from core.errors import InputError
from graph.elements import Edge, Graph, Node
from graph.exports.lines import jsonl
from graph.exports.making import Making
from graph.ontology import ontology
from graph.rdf import write
from graph.rdf.read import Syntax, read
from graph.rdf.terms import Names, edge_class, term
from tests.graph.conftest import Example
from tests.graph.made_up import shaken

NAMES = Making().names
WRITERS: dict[Syntax, Callable[[Graph, Names], bytes]] = {
    "turtle": write.turtle, "nquads": write.nquads, "jsonld": write.json_ld,
}  # fmt: skip
HOSTILE = '周正"@en . <http://evil.example/> a <x> . #\n\\'
SMALL = Graph.of(
    [
        Node("Person", "pe_2", {"id": "pe_2", "name": HOSTILE, "presumed": True, "titles": ["主任", "局长"]}),
        Node("Post", "po_1", {"id": "po_1", "name": "区财政局局长", "sole": True}),
        Node("Organisation", "x-汐阳市/#甲", {"id": "x-汐阳市/#甲", "name": "区财政局", "kind": "government"}),
        Node("Event", "evt_1", {"id": "evt_1", "name": "调研", "date_from": "2031-08"}),
    ],
    [
        Edge("HOLDS", "ed_1", "Person", "pe_2", "Post", "po_1",
             {"id": "ed_1", "valid_from": "2031-08-30", "basis": "stated", "evidence": ["ev_2", "ev_1"], "capacity": "acting"}),
        Edge("OF", "ed_2", "Post", "po_1", "Organisation", "x-汐阳市/#甲", {"id": "ed_2"}),
    ],
)  # fmt: skip


def lines(graph: Graph) -> str:
    return "".join(jsonl(graph))


@pytest.mark.parametrize("syntax", WRITERS)
def test_an_example_comes_back_byte_for_byte(example: Example, syntax: Syntax) -> None:
    data = WRITERS[syntax](example.graph, NAMES)
    assert lines(read(data, syntax, NAMES)) == lines(example.graph)


@pytest.mark.parametrize("syntax", WRITERS)
@pytest.mark.parametrize("graph", [SMALL, shaken(7), shaken(8)], ids=["small", "random", "another"])
def test_any_graph_of_the_ontology_comes_back(graph: Graph, syntax: Syntax) -> None:
    other = Names("https://data.example.cn/duty/")
    assert lines(read(WRITERS[syntax](graph, other), syntax, other)) == lines(graph)


@pytest.mark.parametrize("syntax", WRITERS)
def test_equal_graphs_give_equal_bytes_whatever_the_order(lanting_example: Example, syntax: Syntax) -> None:
    graph = lanting_example.graph
    nodes, edges = list(graph.nodes), list(graph.edges)
    random.Random(5).shuffle(nodes)  # noqa: S311
    random.Random(6).shuffle(edges)  # noqa: S311
    assert WRITERS[syntax](graph, NAMES) == WRITERS[syntax](Graph(tuple(nodes), tuple(edges)), NAMES)


@pytest.mark.filterwarnings(
    "ignore:(Dataset.default_context|ConjunctiveGraph) is deprecated"
)  # rdflib's own readers use them
@pytest.mark.parametrize("syntax", WRITERS)
def test_rdflib_reads_what_we_write(syntax: Syntax) -> None:
    """Another library finds the same triples, hostile words as one literal, and no blank node."""
    data = WRITERS[syntax](SMALL, NAMES)
    kind = {"turtle": "turtle", "nquads": "nquads", "jsonld": "json-ld"}[syntax]
    found = rdflib.Dataset(default_union=True)
    found.parse(data=data, format=kind)
    ours = set(write.triples(SMALL, NAMES))
    assert len({(s, p, o) for s, p, o in found.triples((None, None, None))}) == len(ours)
    assert not any(isinstance(each, rdflib.BNode) for each in found.all_nodes())
    person = rdflib.URIRef(NAMES.thing("pe_2").value)
    assert rdflib.Literal(HOSTILE, lang="zh") in set(found.objects(person, rdflib.RDFS.label))
    assert not any("evil.example" in str(each) for each in found.all_nodes() if isinstance(each, rdflib.URIRef))


def test_json_ld_carries_its_context_and_fetches_nothing() -> None:
    document = json.loads(write.json_ld(SMALL, NAMES))
    assert isinstance(document["@context"], dict)
    assert not any(value.endswith(".jsonld") for value in document["@context"].values() if isinstance(value, str))
    (person,) = (each for each in document["@graph"] if each["@id"] == "id:pe_2")
    assert person["name"] == HOSTILE
    assert person["presumed"] is True
    assert set(person["@type"]) == {"dg:Person", "foaf:Person", "schema:Person"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<a> <b>", "RDF-SYNTAX"),
        (f"<https://elsewhere.example/id/pe_1> a <{term('dg:Person').value}> .".encode(), "RDF-IRI"),
        (f"<{NAMES.thing('pe_1').value}> a <{term('dg:Person').value}> .".encode(), "RDF-VALUE"),
        (f"<{NAMES.thing('pe_1').value}> a <{edge_class('HOLDS').value}> .".encode(), "RDF-RECORD"),
        (
            f'<{NAMES.thing("pe_1").value}> a <{term("dg:Person").value}> ; <{term("rdfs:label").value}> "甲"@zh ;'
            f' <{term("dg:level").value}> "a", "b" .'.encode(),
            "RDF-VALUE",
        ),
        (
            f'<{NAMES.thing("se_1").value}> a <{term("dg:Seat").value}> ; <{term("rdfs:label").value}> "甲"@zh ;'
            f' <{term("dg:order").value}> "eighth" .'.encode(),
            "RDF-VALUE",
        ),
    ],
)
def test_a_file_that_is_not_ours_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "turtle", NAMES)
    assert caught.value.code == code


def test_each_paper_has_a_graph_with_what_it_says(lanting_example: Example) -> None:
    """A holding that one paper states lies in that paper's graph; what was worked out lies in none of a paper.

    A paper's graph names that paper and its own words as sources, whatever other papers say the same.
    """
    graph = lanting_example.graph
    paper_of = {edge.start: edge.end for edge in graph.edges if edge.type == "QUOTES"}
    places: dict[str, set[str]] = {}
    sources: dict[tuple[str, str], list[str]] = {}
    for quad in parse(write.nquads(graph, NAMES), format=RdfFormat.N_QUADS):
        places.setdefault(str(quad.subject), set()).add(str(quad.graph_name))
        if quad.predicate.value in (term("dg:evidence").value, term("prov:hadPrimarySource").value):
            sources.setdefault((str(quad.subject), str(quad.graph_name)), []).append(str(quad.object))
    seen = {"stated": 0, "worked out": 0, "in several papers": 0}
    for edge in graph.edges:
        if not ontology().edges[edge.type].evidence:
            continue
        found = places[str(NAMES.record(edge))]
        evidence = edge.properties["evidence"]
        assert isinstance(evidence, list)
        if edge.properties["basis"] in ("inferred", "succession"):
            assert found == {str(NAMES.graph("derived"))}
            seen["worked out"] += 1
        else:
            # A change of a body is told of in the derived graph as well (org:changedBy is its inverse).
            papers = {paper_of[each] for each in evidence}
            # The order of words of several papers is said by none of them.
            assert found - ({str(NAMES.graph("derived"))} if len(papers) > 1 else set()) == {
                str(NAMES.graph(paper)) for paper in papers
            }
            for paper in papers:
                words = [str(NAMES.thing(each)) for each in evidence if paper_of[each] == paper]
                assert sorted(sources[str(NAMES.record(edge)), str(NAMES.graph(paper))]) == sorted(
                    {*words, str(NAMES.thing(paper))}
                )
            seen["stated"] += 1
            seen["in several papers"] += len(papers) > 1
    assert min(seen.values()) > 50
