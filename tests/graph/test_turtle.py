"""Linked data: what is written is read back by rdflib, the same graph gives the same text, words stay words."""

from __future__ import annotations

from rdflib import RDF, RDFS, Graph, Literal, URIRef

from graph.elements import Edge, Node
from graph.elements import Graph as Elements
from graph.ontology import ontology
from graph.turtle import iri, turtle

HOSTILE = '周正"@en . <http://evil.example/> a <x> . #\n'
ELEMENTS = Elements.of(
    [
        Node("Person", "pe_2", {"id": "pe_2", "name": HOSTILE, "presumed": True, "titles": ["局长", "主任"]}),
        Node("Post", "po_1", {"id": "po_1", "name": "区财政局局长", "sole": True}),
    ],
    [Edge("HOLDS", "ed_1", "Person", "pe_2", "Post", "po_1", {"valid_from": "2031-08-30", "evidence": ["ev_1"]})],
)


def _read(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


def test_a_node_is_of_its_class_and_an_edge_is_a_triple_with_days() -> None:
    graph = _read(turtle(ELEMENTS))
    org, dg = ontology().prefixes["org"], ontology().prefixes["dg"]
    assert (iri("po_1"), RDF.type, URIRef(f"{org}Post")) in graph
    assert (iri("pe_2"), URIRef(f"{org}holds"), iri("po_1")) in graph
    assert (iri("ed_1"), URIRef(f"{dg}valid_from"), Literal("2031-08-30")) in graph
    assert {str(each) for each in graph.objects(iri("pe_2"), URIRef(f"{dg}titles"))} == {"局长", "主任"}


def test_hostile_words_stay_one_literal() -> None:
    graph = _read(turtle(ELEMENTS))
    assert list(graph.objects(iri("pe_2"), RDFS.label)) == [Literal(HOSTILE, lang="zh")]
    assert not any("evil.example" in str(subject) for subject in graph.subjects())


def test_the_same_graph_gives_the_same_text() -> None:
    assert turtle(ELEMENTS) == turtle(Elements.of(reversed(ELEMENTS.nodes), ELEMENTS.edges))
