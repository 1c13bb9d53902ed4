"""The examples and the real gazette, loaded into both stores: equal bytes when exported, equal rows for every canned query."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

import pytest

from core.settings import Settings
from graph.build import graph_of
from graph.elements import Graph
from graph.exports.lines import jsonl
from graph.ledger.ledger import open_ledger
from graph.stores import graph_home
from graph.stores.contents import snapshot
from graph.stores.store import Store, Value
from queries.catalogue import catalogue
from queries.header import Query
from tests.neo4j_server import server
from tests.queries.test_catalogue import sample_parameters

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

#: The days asked about; each asks a query about another thing of its kind.
DAYS = ("2023-08-01", "2023-09-01", "2023-09-10")


@pytest.fixture(params=["lanting", "facts", "gazette"])
def example(request: pytest.FixtureRequest) -> Settings:
    """A home with an example loaded: the made-up district, the facts of a gazette as tables, the gazette itself."""
    settings = request.getfixturevalue(request.param)
    assert isinstance(settings, Settings)
    return settings


def test_an_example_gives_equal_bytes_and_equal_rows_on_both_stores(example: Settings) -> None:
    with open_ledger(example) as ledger:
        graph = graph_of(ledger)
    on_server = server.settings().model_copy(update={"home": example.home})
    home = graph_home(on_server)
    home.publish(graph, version="1")
    here, there = graph_home(example).open(), home.open()
    try:
        told = "".join(jsonl(graph))
        assert "".join(jsonl(snapshot(here))) == told
        assert "".join(jsonl(snapshot(there))) == told
        asked = 0
        for query in catalogue():
            for given in _parameters(query, graph):
                assert _rows(here, query, given) == _rows(there, query, given), (query.id, given)
                asked += 1
        assert asked > len(catalogue())
    finally:
        there.close()
        here.close()
        home.close()


def _parameters(query: Query, graph: Graph) -> Iterator[dict[str, Value]]:
    """Sample parameters with ids of the graph: the first few of the kinds a parameter takes, for each of several days."""
    ids: dict[str, list[str]] = defaultdict(list)
    for node in graph.nodes:
        ids[node.label].append(node.id)
    for number, on in enumerate(DAYS):
        given = sample_parameters(query)
        for param in query.params:
            if param.type == "id" and param.required:
                known = [each for kind in param.kinds or ("Person",) for each in ids[kind]]
                given[param.name] = known[number * len(known) // len(DAYS)] if known else "none"
            elif param.type == "ids":
                given[param.name] = list[Value](ids["Evidence"][:5])
            elif param.name == "on":
                given["on"] = on
        yield given


def _rows(store: Store, query: Query, given: dict[str, Value]) -> str:
    return json.dumps(catalogue().run(store, query.id, given).rows, ensure_ascii=False, indent=1)
