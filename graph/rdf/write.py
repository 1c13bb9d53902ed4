"""A graph as linked data: quads with a named graph a paper, and the files made of them.

What a paper says lies in the graph of that paper, what several say in each of theirs; what was worked out, and who is who,
lies in `graph/derived`; the terms in `graph/vocabulary`. Everything is sorted: equal graphs give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.elements import Edge, Graph, Node
from graph.rdf.evidence import Texts, annotation_triples, no_texts, reading_triples
from graph.rdf.jsonld import jsonld
from graph.rdf.nodes import arrow, node_triples
from graph.rdf.records import (
    WORKED_OUT,
    Surroundings,
    derivation_triples,
    record_parts,
    record_triples,
    source_triples,
)
from graph.rdf.terms import Names, prefixes, term
from graph.rdf.vocabulary import vocabulary_triples

DERIVED, VOCABULARY = "derived", "vocabulary"
#: The named graphs that a triple lies in.
Places = tuple[NamedNode, ...]


def quads(graph: Graph, names: Names, *, texts: Texts = no_texts, vocabulary: bool = True) -> set[Quad]:
    """The whole graph. `texts` gives what stands around quoted words; `vocabulary` adds what the terms mean."""
    found = (
        Quad(triple.subject, triple.predicate, triple.object, place)
        for triple, places in _placed(graph, names, texts, vocabulary=vocabulary)
        for place in places
    )
    return set(found)


def triples(graph: Graph, names: Names, *, texts: Texts = no_texts, vocabulary: bool = True) -> list[Triple]:
    """The same without named graphs, each triple once, by subject."""
    return sorted({triple for triple, _ in _placed(graph, names, texts, vocabulary=vocabulary)}, key=_order)


def turtle(graph: Graph, names: Names, *, texts: Texts = no_texts, vocabulary: bool = True) -> bytes:
    """Turtle, one block a thing or record."""
    return as_turtle(triples(graph, names, texts=texts, vocabulary=vocabulary), names)


def as_turtle(some: Iterable[Triple], names: Names) -> bytes:
    """Triples as Turtle in the order given, short forms first."""
    text = serialize(some, format=RdfFormat.TURTLE, prefixes=prefixes(names))
    if text is None:
        raise TypeError("no output was named, and none was given back")
    head, body = [], text.split(b"\n")
    while body and body[0].startswith(b"@prefix"):
        head.append(body.pop(0))
    return b"\n".join([*sorted(head), b"", *body])


def nquads(graph: Graph, names: Names, *, texts: Texts = no_texts, vocabulary: bool = True) -> bytes:
    """N-Quads, one line a statement."""
    text = serialize(quads(graph, names, texts=texts, vocabulary=vocabulary), format=RdfFormat.N_QUADS)
    return b"".join(sorted((text or b"").splitlines(keepends=True)))


def json_ld(graph: Graph, names: Names, *, texts: Texts = no_texts, vocabulary: bool = True) -> bytes:
    """JSON-LD with its context in it: nothing is fetched to read it."""
    return jsonld(triples(graph, names, texts=texts, vocabulary=vocabulary), names)


def _placed(graph: Graph, names: Names, texts: Texts, *, vocabulary: bool) -> Iterator[tuple[Triple, Places]]:
    """Every triple with the named graphs it lies in; some come more than once."""
    derived = (names.graph(DERIVED),)
    yield from _of_nodes(graph, names, texts)
    yield from _of_edges(graph, names)
    for triple in (*_derivations(graph), *_papers(graph, names)):
        yield triple, derived
    if vocabulary:
        kept: list[Node | Edge] = [*graph.nodes, *graph.edges]
        roles = {str(each.properties["role"]) for each in kept if "role" in each.properties}
        place = (names.graph(VOCABULARY),)
        for triple in vocabulary_triples(roles):
            yield triple, place


def _of_nodes(graph: Graph, names: Names, texts: Texts) -> Iterator[tuple[Triple, Places]]:
    """Things, and quotes in their papers."""
    for node in graph.nodes:
        place = (_place_of(node, names),)
        for triple in node_triples(node, names):
            yield triple, place
        if node.label == "Evidence":
            for triple in annotation_triples(node, names, texts):
                yield triple, place


def _of_edges(graph: Graph, names: Names) -> Iterator[tuple[Triple, Places]]:
    """Records and their sources where the papers say so; the arrows between things are worked out from them."""
    around = Surroundings(graph.edges)
    derived = (names.graph(DERIVED),)
    for edge in graph.edges:
        places = _places_of(edge, names, around)
        for triple in record_triples(edge, names, around):
            yield triple, places
        for paper, triple in source_triples(edge, names, around):
            yield triple, (names.graph(paper),) if paper and places != derived else derived
        for triple in (arrow(edge, names), *record_parts(edge, names)):
            yield triple, derived


def _derivations(graph: Graph) -> Iterator[Triple]:
    """How edges that no paper prints were worked out, once a type and way."""
    ways = {(edge.type, str(edge.properties.get("basis", ""))) for edge in graph.edges}
    for edge_type, basis in ways:
        if basis in WORKED_OUT:
            yield from derivation_triples(edge_type, basis)


def _papers(graph: Graph, names: Names) -> Iterator[Triple]:
    """Which paper each named graph is of, which readings there were."""
    readings: set[tuple[str, str]] = set()
    for node in graph.nodes:
        if node.label == "Document":
            yield Triple(names.graph(node.id), term("prov:hadPrimarySource"), names.thing(node.id))
        if node.label == "Evidence" and "file" in node.properties and "rule" in node.properties:
            readings.add((str(node.properties["file"]), str(node.properties["rule"])))
    for file, rule in readings:
        yield from reading_triples(file, rule, names)


def _place_of(node: Node, names: Names) -> NamedNode:
    """A paper's own graph for the paper and what hangs on it; who is who is worked out from many."""
    if node.label == "Document":
        return names.graph(node.id)
    return names.graph(str(node.properties.get("document", DERIVED)))


def _places_of(edge: Edge, names: Names, around: Surroundings) -> Places:
    if edge.type == "QUOTES":
        return (names.graph(edge.end),)
    papers = around.papers(edge.properties.get("evidence", []))
    if not papers or edge.properties.get("basis") in WORKED_OUT:
        return (names.graph(DERIVED),)
    return tuple(names.graph(paper) for paper in papers)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its classes first."""
    predicate = triple.predicate.value
    return str(triple.subject), predicate != term("rdf:type").value, predicate, str(triple.object)
