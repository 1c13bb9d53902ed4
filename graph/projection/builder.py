"""Collects nodes and edges, turns statement ids into Evidence ids, and keeps what is unknown out of properties."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from graph.days import Interval
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ids import derived_id
from graph.timeline.facts import Fact

#: Longest text of a property; the whole text stays in the ledger (DESIGN, section 7).
MAX_TEXT = 400


class Builder:
    """A graph being written. A second node of the same id is passed over; an edge needs both of its ends."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[str, Edge] = {}
        self._evidence: dict[str, str] = {}

    def node(self, label: str, identifier: str, name: str, **properties: PropertyValue | tuple[str, ...]) -> str:
        """Write a node once; returns its id. Empty texts and lists are left out."""
        if identifier not in self._nodes:
            self._nodes[identifier] = Node(label, identifier, {"id": identifier, "name": name, **_known(properties)})
        return identifier

    def has(self, identifier: str) -> bool:
        """Whether there is a node of this id."""
        return identifier in self._nodes

    def edge(self, edge_type: str, start: str, end: str, fact: Fact | None = None, **properties: PropertyValue) -> None:
        """Write an edge between two nodes that are there; `fact` gives its days and provenance.

        An edge whose end is no node has no statement that names that end: it is left out.
        """
        if start not in self._nodes or end not in self._nodes:
            return
        known = _known(properties)
        if fact is not None:
            known |= fact.interval.as_properties()
            known |= _known(self._provenance(fact))
        told = "\x1e".join(f"{name}={value}" for name, value in sorted(known.items()) if name not in _NOT_IN_ID)
        # Edge ids are internal: they fold nothing and promise nothing beyond this projection.
        identifier = "ed_" + blake2b(f"{edge_type}\x1f{start}\x1f{end}\x1f{told}".encode(), digest_size=16).hexdigest()
        known["id"] = identifier
        self._edges[identifier] = Edge(
            edge_type, identifier, self._nodes[start].label, start, self._nodes[end].label, end, known
        )

    def evidence(self, statements: Iterable[str]) -> list[str]:
        """The Evidence ids of statements, each once."""
        found: list[str] = []
        for statement in dict.fromkeys(statements):
            identifier = self._evidence.get(statement)
            if identifier is None:
                identifier = self._evidence[statement] = evidence_id(statement)
            found.append(identifier)
        return found

    def _provenance(self, fact: Fact) -> dict[str, PropertyValue]:
        """Basis, and the Evidence that says it, ended it, and made it so."""
        return {
            "basis": fact.basis,
            "evidence": self.evidence(fact.evidence),
            "ended_by": self.evidence(fact.ended_by),
            "because_of": self.evidence(fact.because_of),
        }

    def graph(self) -> Graph:
        """What was written, sorted by id."""
        return Graph.of(self._nodes.values(), self._edges.values())


_NOT_IN_ID = frozenset({"explanation", "why_not", "ended_by", "because_of"})


def evidence_id(statement: str) -> str:
    """The id of the Evidence node of a statement."""
    return derived_id("evidence", statement)


def days(interval: Interval) -> dict[str, PropertyValue]:
    """The days of an interval as properties of a node."""
    return dict(interval.as_properties())


def short(text: str) -> str:
    """A text short enough for a property; the dots say that it goes on."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"


def _known(
    properties: dict[str, PropertyValue | tuple[str, ...]] | dict[str, PropertyValue],
) -> dict[str, PropertyValue]:
    """What is known: no empty texts, no empty lists, no zero orders."""
    known: dict[str, PropertyValue] = {}
    for name, value in properties.items():
        if isinstance(value, tuple):
            value = list(value)
        if isinstance(value, bool) or value not in ("", 0, []):
            known[name.removesuffix("_")] = value
    return known
