"""A load that folds only what it touches: the family of the jurisdictions it brings papers of.

The family is folded as the ledger stood before and as it stands now; what differs is what the store must be told. What
several families share is named alike by all (places, names, papers that are only cited), is added once, and never goes
unless everything is folded. A test compares with the whole fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.garbage import never_collected
from graph import reach
from graph.elements import Edge, Graph, Node
from graph.identity import ResolvedIdentity, resolve
from graph.ledger.ledger import Ledger
from graph.projection import project
from graph.stores.difference import Difference, difference
from graph.stores.store import Counts, Store, Value
from graph.timeline import fold


@dataclass(frozen=True, slots=True)
class Folded:
    """The graph of some or all jurisdictions."""

    graph: Graph
    identity: ResolvedIdentity
    statements: int

    @property
    def reach(self) -> reach.Reach:
        """Which places the papers of each jurisdiction reach."""
        return self.identity.reach()


@dataclass(frozen=True, slots=True)
class Step:
    """What a load changes: the difference for the store, and what the whole is made of then.

    `old` and `new` are the family before and after, what it shares with others as the store has it.
    """

    old: Graph
    new: Graph
    identity: ResolvedIdentity
    change: Difference
    made: reach.Made


@never_collected()
def folded(ledger: Ledger, known_at: int | None, *, places: Iterable[str] = ()) -> Folded:
    """The graph the ledger amounts to at a journal row; of some jurisdictions if they are given."""
    live = ledger.live(known_at, places=frozenset(places))
    identity = resolve(live.statements, live.decisions, ids=live.ids)
    # What is not sure enough is held back already; a doubtful row that a person accepted must not be held back again.
    timeline = fold(live.statements, identity, min_confidence=0)
    return Folded(project(live.statements, identity, timeline), identity, len(live.statements))


def step(ledger: Ledger, made: reach.Made, store: Store, *, before: int, now: int) -> Step | None:
    """What leads from the graph at a journal row to that at a later one; None if the whole must be folded.

    `store` holds the graph at `before`, `made` is what that was made of. The whole is folded if anything else than
    papers came, if a decision joins two families, if the family is all there is, or if what is shared would go.
    """
    kinds, fresh = ledger.changed_since(before)
    if kinds - {"reading"} or not fresh:
        return None
    family: frozenset[str] = frozenset()
    wider = reach.family(fresh, made.reach)
    after: Folded | None = None
    while wider != family:
        family = wider
        if family >= made.reach.keys():
            return None
        after = folded(ledger, now, places=family)
        wider = reach.family(family, {**made.reach, **after.reach})
    if after is None or _joined_elsewhere(ledger, after.identity, now):
        return None
    earlier = folded(ledger, before, places=family)
    found = _unshared(difference(earlier.graph, after.graph), earlier.graph, store)
    if found is None:
        return None
    change, present = found
    written = {node.id for node in change.nodes}
    had = {node.id: _named(node, present[node.id]) for node in after.graph.nodes if node.id in present}
    return Step(
        old=Graph.of({**{node.id: node for node in earlier.graph.nodes}, **had}.values(), earlier.graph.edges),
        new=Graph.of(
            (had[node.id] if node.id in had and node.id not in written else node for node in after.graph.nodes),
            after.graph.edges,
        ),
        identity=after.identity,
        change=change,
        made=reach.Made(
            code=made.code,
            reach={**made.reach, **after.reach},
            counts=_counts(made.counts, change, earlier.graph, frozenset(present)),
            statements=made.statements + after.statements - earlier.statements,
        ),
    )


def is_shared(node: Node) -> bool:
    """Whether papers of several families may name a node: a place, a name, or a paper that is only cited."""
    return node.label in ("Jurisdiction", "Name") or (
        node.label == "Document" and not node.properties.get("jurisdiction")
    )


def _joined_elsewhere(ledger: Ledger, identity: ResolvedIdentity, now: int) -> bool:
    """Whether a standing decision speaks of one within the family and one outside it."""
    return any(
        record.decision.verdict in ("same", "not-same")
        and identity.knows(record.decision.subject) != identity.knows(record.decision.other)
        for record in ledger.decisions(now)
        if not record.withdrawn
    )


def _unshared(change: Difference, earlier: Graph, store: Store) -> tuple[Difference, dict[str, str]] | None:
    """The difference without what the store has because another family shares it, and the shared nodes it writes over.

    None if it would take away what another family may share, or name it otherwise. Of several titles by which papers cite
    one that is not at hand, the smallest counts, so a smaller one is written over.
    """
    if any(is_shared(node) for node in change.gone_nodes) or any(
        _is_between_places(edge) for edge in change.gone_edges
    ):
        return None
    shared = {node.id: node for node in change.nodes if is_shared(node)}
    own = {node.id: _name(node) for node in earlier.nodes}
    present = _present(store, shared.values())
    kept: set[str] = set()
    for key, known in present.items():
        printed = _name(shared[key])
        if printed > known and own.get(key) == known:
            return None
        if printed != known and shared[key].label != "Document":
            return None
        if printed >= known:
            kept.add(key)
    joined = _edges_present(store, [edge for edge in change.edges if _is_between_places(edge)])
    rest = Difference(
        change.gone_edges,
        change.gone_nodes,
        tuple(node for node in change.nodes if node.id not in kept),
        tuple(edge for edge in change.edges if edge.id not in joined),
    )
    return rest, present


def _name(node: Node) -> str:
    return str(node.properties.get("name", ""))


def _named(node: Node, name: str) -> Node:
    return Node(node.label, node.id, {**node.properties, "name": name})


def _is_between_places(edge: Edge) -> bool:
    return edge.start_label == edge.end_label == "Jurisdiction"


def _present(store: Store, nodes: Iterable[Node]) -> dict[str, str]:
    """Names of the nodes that the store has, by id."""
    by_label: dict[str, list[Value]] = {}
    for node in nodes:
        by_label.setdefault(node.label, []).append(node.id)
    found: dict[str, str] = {}
    for label, ids in sorted(by_label.items()):
        text = f"UNWIND $ids AS one MATCH (n:{label} {{id: one}}) RETURN n.id AS id, n.name AS name ORDER BY id"
        found.update((str(row["id"]), str(row["name"])) for row in store.run(text, {"ids": ids}))
    return found


def _edges_present(store: Store, edges: Iterable[Edge]) -> set[str]:
    starts: list[Value] = list(dict.fromkeys(edge.start for edge in edges))
    if not starts:
        return set()
    text = "UNWIND $ids AS one MATCH (a:Jurisdiction {id: one})-[r:IN]->(b:Jurisdiction) RETURN r.id AS id ORDER BY id"
    return {str(row["id"]) for row in store.run(text, {"ids": starts})}


def _counts(before: Counts, change: Difference, earlier: Graph, present: frozenset[str]) -> Counts:
    """How much of everything there is after a difference: elements written anew under a known id are no more."""
    nodes, edges = dict(before.nodes), dict(before.edges)
    had_nodes = ({node.id for node in earlier.nodes} | present) - {node.id for node in change.gone_nodes}
    had_edges = {edge.id for edge in earlier.edges} - {edge.id for edge in change.gone_edges}
    for node in change.gone_nodes:
        nodes[node.label] -= 1
    for edge in change.gone_edges:
        edges[edge.type] -= 1
    for node in change.nodes:
        if node.id not in had_nodes:
            nodes[node.label] = nodes.get(node.label, 0) + 1
    for edge in change.edges:
        if edge.id not in had_edges:
            edges[edge.type] = edges.get(edge.type, 0) + 1
    return Counts(_positive(nodes), _positive(edges))


def _positive(counts: Mapping[str, int]) -> dict[str, int]:
    return {key: number for key, number in counts.items() if number}
