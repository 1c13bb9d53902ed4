"""One thing with what touches it: its edges, the things at their other ends, the words they rest on and their papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.elements import Edge, Graph, Node
from graph.ontology import ontology
from graph.stores.contents import properties_of, returning, text_of
from graph.stores.store import Store, Value


@dataclass(frozen=True, slots=True)
class Around:
    """What touches a thing; `left_out` says that there is more than was asked for."""

    graph: Graph
    left_out: bool


def around(store: Store, label: str, identifier: str, *, most: int) -> Around:
    """The surroundings of a thing, at most `most` edges. Empty if there is no such node. Raises what the store raises."""
    own = list(_nodes(store, {label: {identifier}}))
    if not own:
        return Around(Graph.of([], []), False)
    edges: list[Edge] = []
    for edge in _edges(store, label, identifier, most + 1):
        edges.append(edge)
        if len(edges) > most:
            break
    kept = edges[:most]
    wanted: dict[str, set[str]] = defaultdict(set)
    for edge in kept:
        wanted[edge.start_label].add(edge.start)
        wanted[edge.end_label].add(edge.end)
    elements: list[Node | Edge] = [*own, *kept]
    wanted["Evidence"] |= {
        each
        for element in elements
        for name in ("evidence", "ended_by", "because_of")
        for each in _list(element.properties.get(name))
    }
    wanted[label].discard(identifier)
    others = list(_nodes(store, wanted))
    papers = {str(node.properties["document"]) for node in (*own, *others) if "document" in node.properties}
    there = {node.id for node in (*own, *others)}
    found = [*own, *others, *_nodes(store, {"Document": papers - there})]
    documents = {node.id for node in found if node.label == "Document"}
    quoting = [
        _quoting(node) for node in found if node.label == "Evidence" and node.properties.get("document") in documents
    ]
    given = {(edge.start, edge.end) for edge in kept if edge.type == "QUOTES"}
    return Around(
        Graph.of(found, [*kept, *(edge for edge in quoting if (edge.start, edge.end) not in given)]), len(edges) > most
    )


def _quoting(node: Node) -> Edge:
    """The edge from words to their paper: the words know it themselves, so nobody need be asked."""
    paper = str(node.properties["document"])
    key = f"{node.id}.quotes"
    return Edge("QUOTES", key, "Evidence", node.id, "Document", paper, {"id": key})


def _edges(store: Store, label: str, identifier: str, most: int) -> Iterator[Edge]:
    for name, kind in ontology().edges.items():
        returned = returning("r", ontology().edge_properties(name))
        for outward, ends in ((True, kind.from_), (False, kind.to)):
            if label not in ends:
                continue
            pattern = f"(a:{label} {{id: $id}})" + (f"-[r:{name}]->(b)" if outward else f"<-[r:{name}]-(b)")
            rows = store.run(
                f"MATCH {pattern} RETURN b.id AS other, labels(b)[0] AS other_label, {returned} ORDER BY r.id LIMIT $most",
                {"id": identifier, "most": most},
            )
            for row in rows:
                other, other_label = text_of(row.pop("other")), text_of(row.pop("other_label"))
                if not outward and other == identifier:
                    continue  # a loop was met on the way out
                ends_of = (
                    (label, identifier, other_label, other) if outward else (other_label, other, label, identifier)
                )
                yield Edge(name, text_of(row["id"]), *ends_of, properties_of(row))


def _nodes(store: Store, wanted: dict[str, set[str]]) -> Iterator[Node]:
    for label, some in sorted(wanted.items()):
        ids: list[Value] = [*sorted(some)]
        if ids:
            returned = returning("n", ontology().node_properties(label))
            rows = store.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN {returned}", {"ids": ids})
            yield from (Node(label, text_of(row["id"]), properties_of(row)) for row in rows)


def _list(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else []
