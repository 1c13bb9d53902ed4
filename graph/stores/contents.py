"""What is in a store: a whole snapshot, read by the same Cypher on both backends."""

from __future__ import annotations

from collections.abc import Iterator

from core.errors import StoreError
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ontology import ontology
from graph.stores.store import Row, Store, Value

#: Nodes or start nodes a page, small enough that no page meets the time limit of a query.
PAGE = 5_000


def snapshot(store: Store) -> Graph:
    """The whole graph, sorted by id, ids among the properties: what was published, whichever backend holds it."""
    return Graph.of(_nodes(store), _edges(store))


def _nodes(store: Store) -> Iterator[Node]:
    for label in store.counts().nodes:
        columns = returning("n", ontology().node_properties(label))
        text = f"MATCH (n:{label}) WHERE n.id > $after RETURN {columns} ORDER BY n.id LIMIT $page"
        after = ""
        while rows := store.run(text, {"after": after, "page": PAGE}):
            for row in rows:
                after = text_of(row["id"])
                yield Node(label, after, properties_of(row))


def _edges(store: Store) -> Iterator[Edge]:
    present = store.counts()
    starts = {label: list(_ids(store, label)) for label in present.nodes}
    for name in present.edges:
        columns = returning("r", ontology().edge_properties(name))
        for start in (label for label in ontology().edges[name].from_ if label in present.nodes):
            text = (
                f"UNWIND $ids AS start MATCH (a:{start} {{id: start}})-[r:{name}]->(b)"
                f" RETURN a.id AS a, b.id AS b, labels(b)[0] AS label, {columns}"
            )
            for first in range(0, len(starts[start]), PAGE):
                ids: list[Value] = list(starts[start][first : first + PAGE])
                for row in store.run(text, {"ids": ids}):
                    a, b, label = (text_of(row.pop(column)) for column in ("a", "b", "label"))
                    yield Edge(name, text_of(row["id"]), start, a, label, b, properties_of(row))


def _ids(store: Store, label: str) -> Iterator[str]:
    text, after = f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY n.id LIMIT $page", ""
    while rows := store.run(text, {"after": after, "page": PAGE}):
        for row in rows:
            after = text_of(row["id"])
            yield after


def returning(alias: str, names: tuple[str, ...]) -> str:
    """The columns of a query that give these properties of a node or an edge."""
    # Backticks: `order`, `start` and `end` are words of the language on one parser or another.
    return ", ".join(f"{alias}.`{name}` AS `{name}`" for name in names)


def properties_of(row: Row) -> dict[str, PropertyValue]:
    """The properties in a row, what is not there left out. Raises `StoreError` (`STORE-CORRUPT`) for what is no plain value."""
    found: dict[str, PropertyValue] = {}
    for name, value in row.items():
        if isinstance(value, list):
            found[name] = [text_of(item) for item in value]
        elif isinstance(value, dict):
            raise StoreError(f"属性 {name} 不是普通值 | property {name} is a map", code="STORE-CORRUPT")
        elif value is not None:
            found[name] = value
    return found


def text_of(value: Value) -> str:
    """A value that must be text. Raises `StoreError` (`STORE-CORRUPT`) for any other."""
    if not isinstance(value, str):
        raise StoreError(f"不是文本 | not a text: {value!r}", code="STORE-CORRUPT")
    return value
