"""The neighbourhood of a thing on a day: nodes and edges, nearest first, with caps that are told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.model import Coded, Evidence, Held, Thing
from queries.answers.rows import evidence_in, held, text
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.library import Library

#: Edges from the words to their paper: one a statement, a picture of nothing else.
_PLUMBING = frozenset({"QUOTES"})
#: Edges read of one node; a paper or a district has more, and no picture shows them.
_OF_ONE = 1_000
#: Edges read of all nodes of one label at once; beyond, they are read node by node.
_OF_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node, and how many steps it is from the first."""

    thing: Thing
    steps: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge between two nodes of the network; `word` is the printed word on it (组长, 分管)."""

    id: str
    type: Coded
    start: str
    end: str
    word: str
    held: Held


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges around a thing on a day; `left_out` nodes were found beyond the cap, at least."""

    subject: Thing
    on: str
    depth: int
    nodes: tuple[Neighbour, ...]
    edges: tuple[Tie, ...]
    left_out: int
    edges_left_out: int
    evidence: tuple[Evidence, ...]


def network(
    library: Library,
    subject: Thing,
    on: str,
    *,
    depth: int = 1,
    nodes: int = 100,
    edges: int = 2_000,
    types: Collection[str] = (),
    words: bool = False,
) -> Network:
    """What is joined to `subject` on a day, up to `depth` steps, at most `nodes` nodes and `edges` edges.

    `types` keeps to edges of these types (none: all but those between words and papers); `words` adds the evidence of
    the edges. Nodes of one step are taken in order of edge type and name. Raises what the store raises.
    """
    found: dict[str, Neighbour] = {subject.id: Neighbour(subject, 0)}
    ties: dict[str, Tie] = {}
    beyond: set[str] = set()
    border = [subject]
    for steps in range(1, depth + 1):
        fresh: list[Thing] = []
        around = around_all(library, border, on)
        for thing in border:
            for row in around[thing.id]:
                if not _wanted(text(row, "edge"), types):
                    continue
                other = Thing(text(row, "other_id"), text(row, "other_kind"), text(row, "other"))
                if other.id not in found:
                    if len(found) >= nodes:
                        beyond.add(other.id)
                        continue
                    found[other.id] = Neighbour(other, steps)
                    fresh.append(other)
                tie = _tie(row, thing, other)
                ties.setdefault(tie.id, tie)
        border = fresh
    kept = tuple(ties.values())[:edges]
    quotes = evidence(library, evidence_in(tie.held for tie in kept)) if words else ()
    return Network(
        subject, on, depth, tuple(found.values()), kept, len(beyond), len(ties) - len(kept), quotes
    )  # fmt: skip


def around_all(library: Library, things: Collection[Thing], on: str) -> dict[str, list[Row]]:
    """The edges of each of these: one query a label, not one a thing, as long as they fit."""
    if len(things) == 1:
        return {thing.id: _around(library, thing, on) for thing in things}
    found: dict[str, list[Row]] = {thing.id: [] for thing in things}
    for label in sorted({thing.label for thing in things} & set(ontology().nodes)):
        some = [thing for thing in things if thing.label == label]
        wanted: list[Value] = [thing.id for thing in some]
        given: dict[str, Value] = {"kind": label, "nodes": wanted, "on": on, "limit": _OF_MANY}
        result = catalogue().run(library.store, "graph/neighbourhood-of-many", given)
        if result.truncated:
            found |= {thing.id: _around(library, thing, on) for thing in some}
            continue
        for row in result.rows:
            edges = found[text(row, "node_id")]
            if len(edges) < _OF_ONE:
                edges.append(row)
    return found


def _around(library: Library, thing: Thing, on: str) -> list[Row]:
    if thing.label not in ontology().nodes:
        return []
    given: dict[str, Value] = {"kind": thing.label, "node": thing.id, "on": on, "limit": _OF_ONE}
    return catalogue().run(library.store, "graph/neighbourhood", given).rows


def _wanted(edge: str, types: Collection[str]) -> bool:
    return edge in types if types else edge not in _PLUMBING


def _tie(row: Row, thing: Thing, other: Thing) -> Tie:
    out = text(row, "direction") == "out"
    start, end = (thing, other) if out else (other, thing)
    return Tie(text(row, "edge_id"), Coded.edge(text(row, "edge")), start.id, end.id, text(row, "word"), held(row))
