"""The change feed: what the graph says otherwise since the ledger stood at some row, and why.

Two graphs of one ledger are compared fact by fact, and each change is put down to its cause: the *world* changed (a
paper newer than all read before says so), a *new paper* was read (an older one), or a *reading* was corrected (other
rules, a decision, something taken back). Pure but for reading the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.elements import Edge, Graph, PropertyValue
from graph.identity import resolve
from graph.ledger.ledger import Ledger
from graph.ontology import ontology
from graph.projection import project
from graph.timeline import fold

Cause = Literal["world", "paper", "reading"]
Kind = Literal["added", "changed", "removed"]

#: What people do and answer for; the rest of the graph follows from it or from the papers.
TYPES = (
    "HOLDS", "HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "LIAISES_WITH", "RESPONSIBLE_FOR", "ASSISTS", "STANDS_IN_FOR",
    "MEMBER_OF", "ANSWERED_BY", "OFFICE_IN", "BECAME",
)  # fmt: skip
#: Properties that tell two facts between the same two things apart; the days and what they rest on do not.
_TELLING = ("capacity", "scope", "via", "relation", "rank", "role", "state", "verdict", "how")
_WORDS = ("role", "relation", "verdict", "capacity", "rank", "how")
_PROOF = ("evidence", "because_of", "ended_by")

_Key = tuple[str, str, str, tuple[str, ...]]
_Days = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """One fact that is new, holds over other days, or is gone. `days`, `days_before` are the four days of an interval.

    `papers` are the numbers (or titles) of the papers behind the change: those that were new to the ledger, else those
    the fact rests on.
    """

    cause: Cause
    kind: Kind
    type: str
    subject: str
    subject_name: str
    object: str
    object_name: str
    word: str
    jurisdiction: str
    days: _Days | None
    days_before: _Days | None
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed after journal row `since` up to row `until`."""

    since: int
    until: int
    events: tuple[Event, ...]


def feed(ledger: Ledger, since: int, until: int | None = None) -> Feed:
    """The changes between two journal rows (default: up to now), by cause, paper, type and names."""
    last = ledger.clock() if until is None else until
    before, _ = _state(ledger, since)
    after, owner = _state(ledger, last)
    corrected = _was_corrected(ledger, since, last)
    return Feed(since, last, _Comparison(before, after, owner, corrected=corrected).events())


@dataclass(frozen=True, slots=True)
class _Owners:
    """Leads an id to the entity that has it now."""

    owner: Mapping[str, str]

    def of(self, identifier: str) -> str:
        return self.owner.get(identifier, identifier)


def _state(ledger: Ledger, known_at: int) -> tuple[Graph, _Owners]:
    live = ledger.live(known_at)
    identity = resolve(live.statements, live.decisions, ids=live.ids)
    graph = project(live.statements, identity, fold(live.statements, identity, min_confidence=0))
    known = {each for edge in graph.edges for each in (edge.start, edge.end)}
    return graph, _Owners({each: identity.merged_into(each) for each in known})


def _was_corrected(ledger: Ledger, since: int, until: int) -> bool:
    """Whether anything was decided, taken back or read again between the two rows."""
    then = {each.row: each.withdrawn for each in ledger.readings(since)}
    now = ledger.readings(until)
    read = {each.sha256 for each in now if each.row in then}
    again = any(each.row not in then and each.sha256 in read for each in now)
    taken_back = any(each.row in then and each.withdrawn != then[each.row] for each in now)
    return again or taken_back or ledger.decisions(since) != ledger.decisions(until)


class _Comparison:
    """Two graphs of one ledger."""

    def __init__(self, before: Graph, after: Graph, owners: _Owners, *, corrected: bool) -> None:
        self._before = before
        self._after = after
        self._owners = owners
        self._corrected = corrected
        nodes = {node.id: node.properties for graph in (before, after) for node in graph.nodes}
        self._nodes: Mapping[str, Mapping[str, PropertyValue]] = nodes
        self._paper_of = {
            node.id: _text(node.properties, "document")
            for graph in (before, after) for node in graph.nodes if node.label == "Evidence"
        }  # fmt: skip
        self._known = _quoted(before)
        self._new = _quoted(after) - self._known
        self._latest: dict[str, str] = defaultdict(str)
        for paper in self._known:
            place = _text(nodes.get(paper, {}), "jurisdiction")
            self._latest[place] = max(self._latest[place], self._day(paper))

    def events(self) -> tuple[Event, ...]:
        """All changes, sorted."""
        was, now = self._facts(self._before), self._facts(self._after)
        found = []
        for key in {*was, *now}:
            old, new = was.get(key, {}), now.get(key, {})
            gone = [each for days, each in sorted(old.items()) if days not in new]
            come = [each for days, each in sorted(new.items()) if days not in old]
            for edge in come:
                before = gone.pop(0) if gone else None
                found.append(self._event("changed" if before else "added", key, edge, before))
            found.extend(self._event("removed", key, None, edge) for edge in gone)
        return tuple(
            sorted(
                found,
                key=lambda each: (
                    each.cause, each.papers, each.type, each.subject_name, each.object_name, each.word, each.kind,
                    each.days or (), each.days_before or (), each.subject, each.object,
                ),
            )
        )  # fmt: skip

    def _facts(self, graph: Graph) -> dict[_Key, dict[_Days, Edge]]:
        """Edges by what they say and by their days."""
        found: dict[_Key, dict[_Days, Edge]] = defaultdict(dict)
        for edge in graph.edges:
            if edge.type in TYPES:
                telling = tuple(_text(edge.properties, name) for name in _TELLING)
                key = (edge.type, self._owners.of(edge.start), self._owners.of(edge.end), telling)
                found[key][_days(edge)] = edge
        return found

    def _event(self, kind: Kind, key: _Key, edge: Edge | None, before: Edge | None) -> Event:
        shown = edge or before
        assert shown is not None
        cause, papers = self._cause(edge, shown)
        subject = self._nodes.get(shown.start, {})
        return Event(
            cause=cause,
            kind=kind,
            type=shown.type,
            subject=key[1],
            subject_name=_text(subject, "name"),
            object=key[2],
            object_name=_text(self._nodes.get(shown.end, {}), "name"),
            word=next((word for name in _WORDS if (word := _text(shown.properties, name))), ""),
            jurisdiction=_text(subject, "jurisdiction"),
            days=_days(edge) if edge else None,
            days_before=_days(before) if before else None,
            papers=papers,
        )

    def _cause(self, edge: Edge | None, shown: Edge) -> tuple[Cause, tuple[str, ...]]:
        """New papers behind the fact make it world or paper; none, a corrected reading - if anything was corrected.

        A fact that a new paper changed without being named in it (one identity instead of two) is put down to the new
        papers where nothing else happened to the ledger.
        """
        behind = self._papers_of(edge) if edge else frozenset()
        new = behind & self._new
        if not new and not self._corrected:
            new = self._new
        if new:
            newer = any(self._day(each) > self._latest[_text(self._nodes[each], "jurisdiction")] for each in new)
            return ("world" if newer else "paper"), self._labels(new)
        return "reading", self._labels(behind or self._papers_of(shown))

    def _papers_of(self, edge: Edge) -> frozenset[str]:
        ids = (one for name in _PROOF for one in _texts(edge.properties, name))
        return frozenset(self._paper_of[each] for each in ids if each in self._paper_of)

    def _labels(self, papers: Iterable[str]) -> tuple[str, ...]:
        known = (self._nodes.get(each, {}) for each in papers)
        return tuple(sorted({_text(each, "number") or _text(each, "name") for each in known}))

    def _day(self, paper: str) -> str:
        return _text(self._nodes.get(paper, {}), "effective_day")


def _quoted(graph: Graph) -> frozenset[str]:
    """The papers that were read, not only cited."""
    return frozenset(_text(node.properties, "document") for node in graph.nodes if node.label == "Evidence")


def _days(edge: Edge) -> _Days:
    first, second, third, fourth = (_text(edge.properties, name) for name in ontology().days)
    return first, second, third, fourth


def _text(properties: Mapping[str, PropertyValue], name: str) -> str:
    value = properties.get(name, "")
    return value if isinstance(value, str) else ""


def _texts(properties: Mapping[str, PropertyValue], name: str) -> list[str]:
    value = properties.get(name, [])
    return value if isinstance(value, list) else []
