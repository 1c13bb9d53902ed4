"""A graph as Turtle: each element under the RDF terms of the ontology, each dated edge with its days and evidence.

A node is a resource of its label's class; an edge is a triple, and a statement about that triple (`rdf:Statement`) that
carries what the edge carries. Ids become opaque IRIs below the ontology's `dg:` prefix, so no printed word reaches an IRI.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from rdflib import RDF, RDFS, Graph, Literal, URIRef

from graph.elements import Edge, Node, PropertyValue
from graph.elements import Graph as Elements
from graph.ontology import ontology


def turtle(elements: Elements) -> str:
    """The whole graph as Turtle text; the same elements give the same text."""
    written = Graph(bind_namespaces="none")
    for prefix, namespace in ontology().prefixes.items():
        written.bind(prefix, namespace)
    for node in elements.nodes:
        _write_node(written, node)
    for edge in elements.edges:
        _write_edge(written, edge)
    return written.serialize(format="turtle")


def iri(identifier: str) -> URIRef:
    """The IRI of an element's id."""
    return URIRef(f"{ontology().prefixes['dg']}id/{quote(identifier, safe='')}")


def _write_node(written: Graph, node: Node) -> None:
    subject = iri(node.id)
    written.add((subject, RDF.type, _term(ontology().nodes[node.label].rdf)))
    _write_properties(written, subject, node.properties)


def _write_edge(written: Graph, edge: Edge) -> None:
    statement, predicate = iri(edge.id), _term(ontology().edges[edge.type].rdf)
    written.add((iri(edge.start), predicate, iri(edge.end)))
    written.add((statement, RDF.type, RDF.Statement))
    written.add((statement, RDF.subject, iri(edge.start)))
    written.add((statement, RDF.predicate, predicate))
    written.add((statement, RDF.object, iri(edge.end)))
    _write_properties(written, statement, edge.properties)


def _write_properties(written: Graph, subject: URIRef, properties: dict[str, PropertyValue]) -> None:
    for name, value in properties.items():
        predicate = RDFS.label if name == "name" else _term(f"dg:{name}")
        for item in value if isinstance(value, list) else [value]:
            written.add((subject, predicate, Literal(item, lang="zh") if name == "name" else Literal(item)))


@cache
def _term(curie: str) -> URIRef:
    prefix, _, name = curie.partition(":")
    return URIRef(ontology().prefixes[prefix] + name)
