"""Popolo JSON: areas, organizations, posts, persons, memberships, events, valid against the schemas of the specification.

Popolo has one date where we have four days: it is given only as exactly as papers tell (`known_start`, `known_end`), and the
four days stand beside it under our own names. A leading group is an organization, a seat in it a membership.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.elements import Edge, Graph, Node
from graph.exports.index import Index, known_end, known_start, text
from graph.exports.making import Making
from graph.ontology import ontology
from graph.rdf.terms import Names
from graph.search.spelling import spellings

Json = str | bool | list["Json"] | dict[str, "Json"]
_Record = dict[str, Json]


def popolo(graph: Graph, making: Making) -> Iterator[bytes]:
    """The document, one record a line."""
    writer = _Writer(Index(graph), making.names)
    yield b"{\n"
    lists = writer.lists()
    for place, (name, records) in enumerate(lists):
        lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in records)
        yield f'"{name}":[\n{lines}\n]{"," if place < len(lists) - 1 else ""}\n'.encode()
    yield b"}\n"


class _Writer:
    def __init__(self, index: Index, names: Names) -> None:
        self._index = index
        self._names = names

    def lists(self) -> list[tuple[str, list[_Record]]]:
        index = self._index
        return [
            ("areas", [self._area(node) for node in index.label("Jurisdiction")]),
            ("organizations", [self._organization(node) for node in index.label("Organisation", "Group")]),
            ("posts", [self._post(node) for node in index.label("Post")]),
            ("persons", [self._person(node) for node in index.label("Person")]),
            ("memberships", [self._holding(edge) for edge in index.edges("HOLDS")] + [self._seat(edge) for edge in index.edges("MEMBER_OF")]),
            ("events", [self._event(node) for node in index.label("Event")]),
        ]  # fmt: skip

    def _area(self, node: Node) -> _Record:
        parents = [edge.end for edge in self._index.out("IN", node.id)]
        return _known(
            {
                "id": node.id,
                "name": text(node, "name"),
                "identifier": node.id if node.id.isdigit() else "",
                "classification": text(node, "level"),
                "parent_id": parents[0] if parents else "",
            }
        )

    def _organization(self, node: Node) -> _Record:
        above = [*self._index.out("PART_OF", node.id), *self._index.out("SUBGROUP_OF", node.id)]
        return _known(
            {
                "id": node.id,
                "name": text(node, "name"),
                "other_names": self._other_names(node),
                "classification": text(node, "kind"),
                "parent_id": above[0].end if above else "",
                "area_id": text(node, "jurisdiction"),
                "founding_date": known_start(node) if node.label == "Group" else "",
                "dissolution_date": known_end(node),
                "links": [self._link(node.id)],
                **_days(node),
            }
        )

    def _post(self, node: Node) -> _Record:
        bodies = [edge.end for edge in self._index.out("OF", node.id)]
        return _known(
            {
                "id": node.id,
                "label": text(node, "name"),
                "role": text(node, "position"),
                "organization_id": bodies[0] if bodies else "",
                "area_id": text(node, "jurisdiction"),
                "links": [self._link(node.id)],
            }
        )

    def _person(self, node: Node) -> _Record:
        name = text(node, "name")
        spelled = [whole for whole, _ in spellings(name, person=True)[:1]]
        others: list[Json] = [{"name": each, "note": "pinyin"} for each in spelled]
        return _known(
            {
                "id": node.id,
                "name": name,
                "sort_name": spelled[0] if spelled else "",
                "other_names": [*self._other_names(node), *others],
                "presumed": bool(node.properties.get("presumed", False)),
                "links": [self._link(node.id)],
            }
        )

    def _holding(self, edge: Edge) -> _Record:
        bodies = [each.end for each in self._index.out("OF", edge.end)]
        return _known(
            {
                "id": edge.id,
                "label": text(edge, "title") or self._index.name(edge.end),
                "role": self._text_of(edge.end, "position"),
                "person_id": edge.start,
                "organization_id": bodies[0] if bodies else "",
                "post_id": edge.end,
                **self._fact(edge),
            }
        )

    def _seat(self, edge: Edge) -> _Record:
        person = edge.start_label == "Person"
        member: _Record = {"id": edge.start, "name": self._index.name(edge.start)}
        return _known(
            {
                "id": edge.id,
                "label": f"{self._index.name(edge.end)}{text(edge, 'role')}",
                "role": text(edge, "role"),
                "person_id": edge.start if person else "",
                "member": {} if person else member,
                "organization_id": edge.end,
                "state": text(edge, "state"),
                **self._fact(edge),
            }
        )

    def _event(self, node: Node) -> _Record:
        taking_part = self._index.into("TOOK_PART_IN", node.id)
        people: list[Json] = [
            {"id": edge.start, "name": self._index.name(edge.start)}
            for edge in taking_part
            if edge.start_label == "Person"
        ]
        return _known(
            {
                "id": node.id,
                "name": text(node, "name"),
                "classification": text(node, "kind"),
                "location": text(node, "place"),
                "start_date": text(node, "date_from"),
                "end_date": text(node, "date_to") or text(node, "date_from"),
                "attendees": people,
                "sources": [each for edge in taking_part[:1] for each in self._sources(edge)],
            }
        )

    def _fact(self, edge: Edge) -> _Record:
        return {
            "start_date": known_start(edge),
            "end_date": known_end(edge),
            "capacity": text(edge, "capacity"),
            "basis": text(edge, "basis"),
            "sources": self._sources(edge),
            **_days(edge),
        }

    def _other_names(self, node: Node) -> list[Json]:
        """The names it goes by besides its own, each once, with what kind of name it is."""
        own = text(node, "name")
        edges = [edge for edge in self._index.out("KNOWN_AS", node.id) if self._index.name(edge.end) != own]
        found = {
            self._index.name(edge.end): _known(
                {
                    "name": self._index.name(edge.end),
                    "start_date": known_start(edge),
                    "end_date": known_end(edge),
                    "note": text(edge, "kind"),
                }
            )
            for edge in edges
        }
        return list(found.values())

    def _sources(self, edge: Edge) -> list[Json]:
        return [
            {
                "url": self._names.thing(words.id).value,
                "note": " ".join(f"{words.number} {words.place} {words.quote}".split()),
            }
            for words in self._index.all_words(edge)
        ]

    def _link(self, identifier: str) -> Json:
        return {"url": self._names.thing(identifier).value, "note": "Dutygraph"}

    def _text_of(self, identifier: str, name: str) -> str:
        node = self._index.nodes.get(identifier)
        return text(node, name) if node else ""


def _days(element: Node | Edge) -> _Record:
    return {name: text(element, name) for name in ontology().days}


def _known(record: _Record) -> _Record:
    """What is known: no empty texts, lists or records."""
    return {name: value for name, value in record.items() if isinstance(value, bool) or value}
