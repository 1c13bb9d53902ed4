"""Evidence as Web Annotations: the words, their place in the file, and the reading that found them.

A selector points into the decoded text of the file (code points, private data masked), or at the cell of a table. What stands
before and after the words comes from the ledger, where its text is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.elements import Node
from graph.rdf.nodes import part
from graph.rdf.terms import Names, concept, term

#: The decoded text of a file by its hash, private data masked; empty if it is not kept.
Texts = Callable[[str], str]

#: Characters shown before and after the words: enough to find them again when a line moves.
AROUND: Final = 32
_PDF_FRAGMENT: Final = "http://tools.ietf.org/rfc/rfc3778"


def no_texts(_: str) -> str:
    """No text is at hand: words stand without what surrounds them."""
    return ""


def annotation_triples(node: Node, names: Names, texts: Texts) -> Iterator[Triple]:
    """The target of an annotation, its selectors, and the reading it comes from."""
    subject = names.thing(node.id)
    words = part(subject, "words")
    given = node.properties
    file, rule = str(given.get("file", "")), str(given.get("rule", ""))
    yield Triple(subject, term("rdf:type"), term("prov:Entity"))
    yield Triple(subject, term("oa:motivatedBy"), term("oa:identifying"))
    yield Triple(subject, term("oa:hasTarget"), words)
    if "document" in given:
        yield Triple(subject, term("oa:hasBody"), names.thing(str(given["document"])))
        yield Triple(subject, term("prov:hadPrimarySource"), names.thing(str(given["document"])))
    yield Triple(words, term("rdf:type"), term("oa:SpecificResource"))
    if file:
        yield Triple(words, term("oa:hasSource"), names.file(file))
    for selector, triples in _selectors(node, subject, texts):
        yield Triple(words, term("oa:hasSelector"), selector)
        yield from triples
    if file and rule:
        yield Triple(subject, term("prov:wasGeneratedBy"), names.reading(file, rule))


def reading_triples(file: str, rule: str, names: Names) -> Iterator[Triple]:
    """The reading of a file by a rule: an activity of this program, or of a person who edited a table."""
    activity = names.reading(file, rule)
    yield Triple(activity, term("rdf:type"), term("prov:Activity"))
    yield Triple(activity, term("prov:used"), names.file(file))
    yield Triple(activity, term("dg:rule"), Literal(rule))
    by_hand = rule == "person"
    yield Triple(activity, term("prov:wasAssociatedWith"), concept("agent", "person" if by_hand else "dutygraph"))


def _selectors(node: Node, subject: NamedNode, texts: Texts) -> Iterator[tuple[NamedNode, list[Triple]]]:
    given = node.properties
    start, end = (int(value) if isinstance(value := given.get(key, 0), int) else 0 for key in ("start", "end"))
    quote = str(given.get("quote", ""))
    text = texts(str(given.get("file", ""))) if end > start else ""
    whole = text[start:end] or quote
    if whole:
        selector = part(subject, "quote")
        found = [
            Triple(selector, term("rdf:type"), term("oa:TextQuoteSelector")),
            Triple(selector, term("oa:exact"), Literal(whole)),
        ]
        if text:
            found += [
                Triple(selector, term("oa:prefix"), Literal(text[max(start - AROUND, 0) : start])),
                Triple(selector, term("oa:suffix"), Literal(text[end : end + AROUND])),
            ]
        yield selector, found
    if end > start:
        selector = part(subject, "position")
        yield (
            selector,
            [
                Triple(selector, term("rdf:type"), term("oa:TextPositionSelector")),
                Triple(selector, term("oa:start"), _count(start)),
                Triple(selector, term("oa:end"), _count(end)),
            ],
        )
    if given.get("cell"):
        selector = part(subject, "cell")
        sheet, _, place = str(given["cell"]).rpartition("!")
        found = [
            Triple(selector, term("rdf:type"), term("dg:CellSelector")),
            Triple(selector, term("rdf:value"), Literal(place)),
        ]
        yield selector, [*found, *([Triple(selector, term("dg:sheet"), Literal(sheet))] if sheet else [])]
    if given.get("page"):
        selector = part(subject, "page")
        yield (
            selector,
            [
                Triple(selector, term("rdf:type"), term("oa:FragmentSelector")),
                Triple(selector, term("dct:conformsTo"), NamedNode(_PDF_FRAGMENT)),
                Triple(selector, term("rdf:value"), Literal(f"page={given['page']}")),
            ],
        )


def _count(number: int) -> Literal:
    return Literal(str(number), datatype=term("xsd:nonNegativeInteger"))
