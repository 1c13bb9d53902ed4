"""Where the graph lives: one protocol, an embedded store and Neo4j behind it.

`graph_home(settings)` for publishing and opening, `open_store(settings)` to read.
"""

from __future__ import annotations

from core.errors import ConfigError
from core.settings import Settings
from graph.stores.embedded import EmbeddedHome
from graph.stores.store import GraphHome, Store

NEO4J_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def graph_home(settings: Settings) -> GraphHome:
    """The home that `settings.store` names. Raises `ConfigError` if it names none."""
    if settings.store == "embedded":
        return EmbeddedHome(settings)
    if settings.store.startswith(NEO4J_SCHEMES):
        from graph.stores.neo4j import Neo4jHome

        return Neo4jHome(settings)
    raise ConfigError(
        f"不认识的图谱存储 | unknown store: {settings.store!r}",
        remedy="embedded，或 | or  neo4j://HOST:7687  (--store, DUTYGRAPH_STORE)",
        code="STORE-UNKNOWN",
    )


def open_store(settings: Settings) -> Store:
    """The published graph, for reading. Raises `NotFoundError` (`NO-GRAPH`) if there is none yet."""
    return graph_home(settings).open()
