"""Edges as records: what holds between two things, with its days, its basis and what it was derived from.

A record is a `prov:Entity`. What papers say has the papers as primary sources; what was worked out names the working out
and all it follows from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.elements import Edge, PropertyValue
from graph.ontology import ontology
from graph.rdf.nodes import interval_triples, order_triples, part, property_triples
from graph.rdf.terms import Names, concept, edge_class, term

#: What no paper says in so many words.
WORKED_OUT: Final = ("inferred", "succession")


class Surroundings:
    """What a record says about more than its own ends: a holding's body, a seat's group, the paper of an evidence."""

    def __init__(self, edges: tuple[Edge, ...]) -> None:
        self._one_step = {edge.start: edge.end for edge in edges if edge.type in ("OF", "OF_GROUP")}
        self._papers = {edge.start: edge.end for edge in edges if edge.type == "QUOTES"}

    def belongs_to(self, identifier: str) -> str:
        """The body of a post, the group of a seat; empty for anything else."""
        return self._one_step.get(identifier, "")

    def paper(self, evidence: str) -> str:
        """The paper that holds some words; empty where none is known to."""
        return self._papers.get(evidence, "")

    def papers(self, evidence: PropertyValue) -> list[str]:
        """The papers that hold these words, each once, in the order of the words."""
        return list(dict.fromkeys(paper for each in listed(evidence) if (paper := self.paper(each))))


def listed(evidence: PropertyValue) -> list[str]:
    """The ids that a record rests on."""
    return evidence if isinstance(evidence, list) else [str(evidence)]


def record_triples(edge: Edge, names: Names, around: Surroundings) -> Iterator[Triple]:
    """An edge as a record: ends, properties, days, how it was worked out. Its sources are `source_triples`."""
    kind, subject = ontology().edges[edge.type], names.record(edge)
    for each in (edge_class(edge.type), term(kind.record)):
        yield Triple(subject, term("rdf:type"), each)
    yield Triple(subject, term(kind.source), names.thing(edge.start))
    yield Triple(subject, term(kind.target), names.thing(edge.end))
    if kind.record == "rdf:Statement":
        yield Triple(subject, term("rdf:predicate"), term(kind.rdf))
    yield from property_triples(subject, {k: v for k, v in edge.properties.items() if k != "evidence"}, names)
    if kind.dated:
        yield from interval_triples(subject, edge.properties, names)
    if kind.evidence:
        yield from _provenance(subject, edge, names)
    if kind.record in ("org:Membership", "dg:Filling"):
        yield from _membership(subject, edge, names, around)


def source_triples(edge: Edge, names: Names, around: Surroundings) -> Iterator[tuple[str, Triple]]:
    """What a record rests on, each piece with the id of the paper that prints it; the order of words of several papers is none's (empty).

    A paper's graph names its own words only: a fact printed in forty papers would else be given with all forty in each.
    """
    rests = edge.properties.get("evidence")
    if rests is None:
        return
    subject, papers = names.record(edge), around.papers(rests)
    for piece in listed(rests):
        yield around.paper(piece), Triple(subject, term("dg:evidence"), names.thing(piece))
    for triple in order_triples(subject, "evidence", rests, names):
        yield papers[0] if len(papers) == 1 else "", triple
    if ontology().edges[edge.type].evidence:
        for paper in papers:
            yield paper, Triple(subject, term("prov:hadPrimarySource"), names.thing(paper))


def record_parts(edge: Edge, names: Names) -> Iterator[Triple]:
    """What else follows from an edge: the holder of a post, the change that made a body."""
    if edge.type == "HOLDS":
        yield Triple(names.thing(edge.end), term("org:heldBy"), names.thing(edge.start))
    if edge.type == "BECAME":
        record = names.record(edge)
        yield Triple(names.thing(edge.start), term("org:changedBy"), record)
        yield Triple(names.thing(edge.end), term("org:resultedFrom"), record)


def _provenance(subject: NamedNode, edge: Edge, names: Names) -> Iterator[Triple]:
    yield Triple(subject, term("rdf:type"), term("prov:Entity"))
    basis = str(edge.properties.get("basis", ""))
    if basis not in WORKED_OUT:
        return
    yield Triple(subject, term("prov:wasGeneratedBy"), concept("derivation", f"{edge.type}.{basis}"))
    for name in ("evidence", "because_of"):
        parents = edge.properties.get(name, [])
        for parent in parents if isinstance(parents, list) else []:
            yield Triple(subject, term("prov:wasDerivedFrom"), names.thing(parent))


def _membership(subject: NamedNode, edge: Edge, names: Names, around: Surroundings) -> Iterator[Triple]:
    """A membership runs while it is not excluded; a holding is one in the body of its post."""
    body = around.belongs_to(edge.end)
    if body:
        yield Triple(subject, term("org:organization"), names.thing(body))
    yield Triple(subject, term("org:memberDuring"), part(subject, "possible"))
    role = edge.properties.get("role", "")
    if role:
        yield Triple(subject, term("org:role"), concept("role", str(role)))


def derivation_triples(edge_type: str, basis: str) -> Iterator[Triple]:
    """A way of working facts out, as an activity of this program."""
    activity = concept("derivation", f"{edge_type}.{basis}")
    captions = ontology().edges[edge_type].caption
    yield Triple(activity, term("rdf:type"), term("prov:Activity"))
    for language, of, how in (
        ("zh", captions.zh, ontology().value_caption("basis", basis)),
        ("en", captions.en, ontology().value_caption("basis", basis, language="en")),
    ):
        yield Triple(activity, term("rdfs:label"), Literal(f"{of}: {how}", language=language))
    yield Triple(activity, term("prov:wasAssociatedWith"), concept("agent", "dutygraph"))
