"""FollowTheMoney entities, one JSON object a line, for the tools of investigators (Aleph, OpenSanctions, yente).

The package's own model checks each value as it is added; what it refuses is left out of that property, never bent. Its
intervals have two days where we have four: they carry what is certain, and `summary` the rest in words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from followthemoney import model
from followthemoney.proxy import EntityProxy

from graph.elements import Edge, Graph, Node
from graph.exports.index import Index, known_end, known_start, text, texts
from graph.exports.making import Making
from graph.ontology import ontology
from graph.rdf.terms import Names
from graph.search.spelling import spellings

_PUBLIC: Final = frozenset({"government", "congress", "court", "vertical", "branch", "town"})
_COUNTRY: Final = "cn"
#: Schema, the property for the start and for the end of an edge.
_LINKS: Final = {
    "HOLDS": ("Occupancy", "holder", "post"),
    "MEMBER_OF": ("Membership", "member", "organization"),
    "HEADS": ("Directorship", "director", "organization"),
    "IN_CHARGE_OF": ("Directorship", "director", "organization"),
    "SHARES_CHARGE_OF": ("Directorship", "director", "organization"),
    "LIAISES_WITH": ("UnknownLink", "subject", "object"),
    "STANDS_IN_FOR": ("Representation", "agent", "client"),
    "SUBGROUP_OF": ("Membership", "member", "organization"),
    "OFFICE_IN": ("UnknownLink", "subject", "object"),
    "BECAME": ("Succession", "predecessor", "successor"),
}


def ftm(graph: Graph, making: Making) -> Iterator[bytes]:
    """Things first, then what joins them, each sorted by id."""
    index = Index(graph)
    for entity in (*_things(index, making.names), *_links(index, making.names)):
        yield (json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def _things(index: Index, names: Names) -> Iterator[EntityProxy]:
    for node in index.label("Document"):
        entity = _thing(node, "Document", names)
        entity.add("title", text(node, "name"))
        entity.add("date", text(node, "signed_date") or text(node, "effective_day"))
        entity.add("publisher", text(node, "issuer"))
        entity.add("summary", text(node, "number"))
        yield entity
    for node in index.label("Organisation"):
        entity = _thing(node, "PublicBody" if text(node, "kind") in _PUBLIC else "Organization", names)
        _body(entity, node, index)
        _add(entity, "parent", (edge.end for edge in index.out("PART_OF", node.id)))
        yield entity
    for node in index.label("Group"):
        entity = _thing(node, "PublicBody", names)
        _body(entity, node, index)
        entity.add("incorporationDate", known_start(node))
        yield entity
    for node in index.label("Post"):
        entity = _thing(node, "Position", names)
        _add(entity, "organization", (edge.end for edge in index.out("OF", node.id)))
        entity.add("subnationalArea", index.name(text(node, "jurisdiction")))
        if node.properties.get("sole") is True:
            entity.add("numberOfSeats", "1")
        yield entity
    for node in index.label("Person"):
        entity = _thing(node, "Person", names)
        _add(entity, "alias", (whole for whole, _ in spellings(text(node, "name"), person=True)[:1]))
        _add(entity, "position", texts(node, "titles"))
        yield entity
    for node in index.label("Event"):
        entity = _thing(node, "Event", names)
        entity.add("date", text(node, "date_from"))
        entity.add("endDate", text(node, "date_to"))
        entity.add("location", text(node, "place"))
        _add(entity, "involved", (edge.start for edge in index.into("TOOK_PART_IN", node.id)))
        yield entity


def _links(index: Index, names: Names) -> Iterator[EntityProxy]:
    for edge in index.edges(*_LINKS):
        schema, source, target = _LINKS[edge.type]
        entity = model.make_entity(schema)
        entity.id = edge.id
        entity.add(source, edge.start)
        entity.add(target, edge.end)
        if edge.type != "HOLDS":  # what is held says what it is
            entity.add("role", text(edge, "role") or text(edge, "relation") or ontology().caption(edge.type))
        entity.add("status", ontology().value_caption("state", text(edge, "state")) or text(edge, "capacity"))
        entity.add("startDate", text(edge, "valid_from"))
        entity.add("endDate", known_end(edge))
        entity.add("summary", _summary(edge))
        for words in index.all_words(edge):
            entity.add("proof", words.document)
            entity.add("description", f"{words.number} {words.place} {words.quote}")
            entity.add("sourceUrl", names.thing(words.id).value)
        yield entity


def _thing(node: Node, schema: str, names: Names) -> EntityProxy:
    entity = model.make_entity(schema)
    entity.id = node.id
    entity.add("name", text(node, "name"))
    entity.add("country", _COUNTRY)
    entity.add("sourceUrl", names.thing(node.id).value)
    return entity


def _body(entity: EntityProxy, node: Node, index: Index) -> None:
    entity.add("classification", text(node, "kind"))
    entity.add("dissolutionDate", known_end(node))
    _add(entity, "alias", (index.name(edge.end) for edge in index.out("KNOWN_AS", node.id)))


def _add(entity: EntityProxy, name: str, values: Iterable[str]) -> None:
    for value in sorted(set(values)):
        entity.add(name, value)


def _summary(edge: Edge) -> str:
    """The four days in words, where two are too few."""
    if known_start(edge) == text(edge, "valid_from") and known_end(edge) == text(edge, "possible_to"):
        return ""
    days = ((name, text(edge, name)) for name in ontology().days)
    return "；".join(f"{ontology().caption(name)} {day}" for name, day in days if day)
