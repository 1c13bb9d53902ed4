"""The Store protocol: what Dutygraph asks of a graph store, whichever it is.

A `GraphHome` is where versions of the graph live: it publishes a whole projection under a version and opens the
published one. A `Store` is one opened graph: it runs the text of a canned query and gives plain rows. Nothing above
`graph.stores` knows which engine answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from graph.elements import Graph
from graph.stores.difference import Difference

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Row: TypeAlias = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes of each label and edges of each type; zeros are left out."""

    nodes: dict[str, int]
    edges: dict[str, int]

    @classmethod
    def of(cls, graph: Graph) -> Counts:
        """The counts a store must have after `graph` was published."""
        nodes, edges = (node.label for node in graph.nodes), (edge.type for edge in graph.edges)
        return cls(dict(Counter(nodes)), dict(Counter(edges)))

    @property
    def total(self) -> int:
        """All nodes and edges."""
        return sum(self.nodes.values()) + sum(self.edges.values())

    def differences(self, other: Counts) -> str:
        """The labels and types on which the two differ, as `Person 3/4`."""
        here, there = {**self.nodes, **self.edges}, {**other.nodes, **other.edges}
        return ", ".join(
            f"{key} {here.get(key, 0)}/{there.get(key, 0)}"
            for key in sorted({*here, *there})
            if here.get(key, 0) != there.get(key, 0)
        )


@runtime_checkable
class Store(Protocol):
    """One opened graph, for reading."""

    @property
    def backend(self) -> str:
        """`embedded` or `neo4j`."""
        ...

    def version(self) -> str:
        """The version of the graph that the next query will see."""
        ...

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        """The rows of a read-only query, in its order, as plain Python values.

        Raises `StoreError` (`QUERY-TIMEOUT` past the time limit), `ConfigError` (`QUERY`) if the text is no Cypher or
        lacks a parameter. A text that writes is refused.
        """
        ...

    def counts(self) -> Counts:
        """How much of everything there is."""
        ...

    def close(self) -> None:
        """Let go of the graph. A closed store runs nothing; closing twice does no harm."""
        ...


@runtime_checkable
class GraphHome(Protocol):
    """Where the graph lives, for publishing and opening."""

    @property
    def backend(self) -> str:
        """`embedded` or `neo4j`."""
        ...

    def version(self) -> str:
        """The published version, or the empty text if there is none."""
        ...

    def publish(self, graph: Graph, *, version: str) -> None:
        """Make `graph` the published one, all or nothing.

        Raises `StoreBusyError` if another process publishes, `StoreCorruptError` if what was written does not count
        up, `StoreUnavailableError` if the store cannot be reached. Readers see the old graph until the last moment.
        """
        ...

    def change(self, change: Difference, counts: Counts, *, before: str, version: str) -> None:
        """Make the published graph of the version `before` that of `version` by a difference, all or nothing.

        `counts` is how much of everything there must be then. Raises what `publish` raises, and `StoreBusyError` if the
        published version is another than `before`.
        """
        ...

    def open(self) -> Store:
        """The published graph. Raises `NotFoundError` (`NO-GRAPH`) if nothing was published yet."""
        ...

    def close(self) -> None:
        """Let go of connections. Stores opened before stay open until they are closed."""
        ...
