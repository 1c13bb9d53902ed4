"""What every store gives a reader, said once and run on each backend."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from core.errors import ConfigError, DutygraphError
from core.settings import Settings
from graph.stores import graph_home
from graph.stores.store import Counts, Store
from tests.graph.made_up import district
from tests.neo4j_server import server


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("home")
    if request.param == "embedded":
        return Settings(home=folder)
    return server.settings().model_copy(update={"home": folder})


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[Store]:
    """The made-up district, published and opened once a backend."""
    home = graph_home(settings)
    home.publish(district(), version="1")
    opened = home.open()
    yield opened
    opened.close()
    home.close()


def test_rows_are_plain_values_in_the_order_asked_for(store: Store) -> None:
    rows = store.run(
        "MATCH (t:Task {id: $task})-[a:ANSWERED_BY]->(p:Person) WHERE a.verdict = 'moved'"
        " RETURN p.name AS who, a.why_not AS why, a.amended_by AS amended, 1 AS one, 1.5 AS half, true AS yes,"
        " [1, null, {a: 'x'}] AS list, {n: 2} AS map",
        {"task": "task-2"},
    )
    assert rows == [
        {
            "who": "王立", "why": ["史进：2031-08-29起不再分管"], "amended": None, "one": 1, "half": 1.5, "yes": True,
            "list": [1, None, {"a": "x"}], "map": {"n": 2},
        }
    ]  # fmt: skip


def test_quotes_in_a_parameter_stay_a_value(store: Store) -> None:
    for text in ("'", '"', "\\", "x' OR '1' = '1", "$task", "})-[:HOLDS]->(:Post {"):
        assert store.run("MATCH (p:Person {id: $id}) RETURN p.id AS id", {"id": text}) == []
        assert store.run("RETURN $id AS id", {"id": text}) == [{"id": text}]


@pytest.mark.parametrize(
    "text",
    ["CREATE (n:Person {id: 'x'}) RETURN 1 AS one", "MATCH (n:Person) DELETE n", "MATCH (n:Person) SET n.name = 'x'"],
)
def test_a_text_that_writes_is_refused_and_writes_nothing(store: Store, text: str) -> None:
    with pytest.raises(DutygraphError):
        store.run(text, {})
    assert store.counts() == Counts.of(district())


def test_a_text_that_is_no_query_and_a_missing_parameter_are_told_apart_from_failures(store: Store) -> None:
    for text in ("MATCH (p:Person RETURN p", "MATCH (p:Person {id: $id}) RETURN p.id AS id"):
        with pytest.raises(ConfigError) as caught:
            store.run(text, {})
        assert caught.value.code == "QUERY"


def test_several_threads_may_ask_at_once(store: Store) -> None:
    failures: list[str] = []

    def ask(person: str) -> None:
        for _ in range(20):
            rows = store.run("MATCH (p:Person {id: $id}) RETURN p.id AS id", {"id": person})
            if rows != [{"id": person}]:
                failures.append(f"{person}: {rows}")

    threads = [threading.Thread(target=ask, args=(person,)) for person in ("gao", "du", "wang", "shi")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
