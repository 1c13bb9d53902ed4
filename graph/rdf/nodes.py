"""Nodes as triples: classes, properties as they are, their names in other vocabularies, labels in other scripts, days."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from graph.elements import Edge, Node, PropertyValue
from graph.ontology import ontology
from graph.rdf.terms import Names, term, values_of
from graph.search.spelling import spellings, traditional

#: The two intervals of anything dated: the days on which it surely holds, and those on which it is not excluded.
INTERVALS = (("certain", "dg:certainly", "valid"), ("possible", "dg:possibly", "possible"))


def node_triples(node: Node, names: Names) -> Iterator[Triple]:
    """A node with everything it carries, lossless, and again in the words of other vocabularies."""
    kind, subject = ontology().nodes[node.label], names.thing(node.id)
    by_kind = kind.by_kind.get(str(node.properties.get("kind", "")), ())
    for curie in (f"dg:{node.label}", kind.rdf, *kind.also, *by_kind):
        yield Triple(subject, term("rdf:type"), term(curie))
    yield from property_triples(subject, node.properties, names)
    for name, curie in kind.terms.items():
        if name in node.properties:
            for value in _terms(name, node.properties[name], names):
                yield Triple(subject, term(curie), value)
    if kind.spelled:
        yield from _spelled(subject, str(node.properties.get("name", "")), person=node.label == "Person")
    if kind.dated:
        yield from interval_triples(subject, node.properties, names)


def property_triples(subject: NamedNode, properties: dict[str, PropertyValue], names: Names) -> Iterator[Triple]:
    """Properties under their own names. A list whose order says something is given as a sequence (`rdf:Seq`) too.

    A sorted list is a set, an empty one `rdf:nil`. `id` is in the IRI already.
    """
    for name, value in properties.items():
        if name == "id":
            continue
        if name == "name":
            yield Triple(subject, term("rdfs:label"), Literal(str(value), language="zh"))
            continue
        for member in _terms(name, value, names):
            yield Triple(subject, term(f"dg:{name}"), member)
        yield from order_triples(subject, name, value, names)


def order_triples(subject: NamedNode, name: str, value: PropertyValue, names: Names) -> Iterator[Triple]:
    """The order of a list that says something by its order, and that a list is empty; nothing for any other value."""
    if value == []:
        yield Triple(subject, term(f"dg:{name}_in_order"), term("rdf:nil"))
    elif isinstance(value, list) and value != sorted(set(value)):
        sequence = part(subject, name)
        yield Triple(subject, term(f"dg:{name}_in_order"), sequence)
        yield Triple(sequence, term("rdf:type"), term("rdf:Seq"))
        for place, member in enumerate(_terms(name, value, names), start=1):
            yield Triple(sequence, term(f"rdf:_{place}"), member)


def interval_triples(subject: NamedNode, properties: dict[str, PropertyValue], names: Names) -> Iterator[Triple]:
    """The certain and the possible days as OWL-Time intervals; an end that no paper tells is left out.

    Nothing is certain without a first certain day; something is possible always.
    """
    for which, curie, stem in INTERVALS:
        begin, end = (str(properties.get(f"{stem}_{side}", "")) for side in ("from", "to"))
        if which == "certain" and not begin:
            continue
        interval = part(subject, which)
        yield Triple(subject, term(curie), interval)
        yield Triple(interval, term("rdf:type"), term("time:ProperInterval"))
        for day, side in ((begin, "time:hasBeginning"), (end, "time:hasEnd")):
            if day:
                yield Triple(interval, term(side), names.day(day))
                yield Triple(names.day(day), term("rdf:type"), term("time:Instant"))
                yield Triple(names.day(day), term("time:inXSDDate"), Literal(day, datatype=term("xsd:date")))


def part(subject: NamedNode, name: str) -> NamedNode:
    """A part of a thing or of a record, named by it: no blank nodes."""
    return NamedNode(f"{subject.value}{'.' if '#' in subject.value else '#'}{name}")


def arrow(edge: Edge, names: Names) -> Triple:
    """An edge as the one triple between its ends: no days, no evidence. Derived, for those who follow arrows."""
    return Triple(names.thing(edge.start), term(ontology().edges[edge.type].rdf), names.thing(edge.end))


def _terms(name: str, value: PropertyValue, names: Names) -> list[Literal | NamedNode]:
    return values_of(name, ontology().properties[name], value, names)


def _spelled(subject: NamedNode, name: str, *, person: bool) -> Iterator[Triple]:
    other = traditional(name)
    if other != name:
        yield Triple(subject, term("skos:altLabel"), Literal(other, language="zh-Hant"))
    for whole, _ in spellings(name, person=person)[:1]:
        yield Triple(subject, term("skos:hiddenLabel"), Literal(whole, language="zh-Latn-pinyin"))
