"""What only a server can get wrong: down, wrong password, another's data, killed inside a load, changed under a read."""

from __future__ import annotations

import threading

import pytest
from neo4j import ManagedTransaction
from pydantic import SecretStr

from core.errors import DutygraphError, StoreBusyError, StoreError, StoreUnavailableError
from core.settings import Settings
from graph.stores import bolt
from graph.stores import neo4j as module
from graph.stores.contents import snapshot
from graph.stores.neo4j import Neo4jHome
from graph.stores.store import Value
from tests.graph.made_up import district, shaken
from tests.neo4j_server import server

pytestmark = pytest.mark.neo4j


@pytest.fixture
def neo4j_settings() -> Settings:
    return server.settings()


def test_a_server_that_is_down_says_so_quickly() -> None:
    closed = Settings(store=f"bolt://127.0.0.1:{server.free_port()}", store_password=SecretStr("x"))
    with pytest.raises(StoreUnavailableError) as caught:
        Neo4jHome(closed).version()
    assert caught.value.code == "STORE-UNAVAILABLE"
    assert "DUTYGRAPH_STORE" in caught.value.remedy


def test_a_wrong_password_and_a_wrong_database_are_told_apart(neo4j_settings: Settings) -> None:
    wrong = neo4j_settings.model_copy(update={"store_password": SecretStr("nonsense")})
    with pytest.raises(StoreUnavailableError) as caught:
        Neo4jHome(wrong).version()
    assert caught.value.code == "STORE-PASSWORD"
    assert "nonsense" not in str(caught.value)
    elsewhere = Neo4jHome(neo4j_settings.model_copy(update={"store_database": "elsewhere"}))
    with pytest.raises(StoreUnavailableError) as caught:
        elsewhere.version()
    elsewhere.close()
    assert caught.value.code == "STORE-DATABASE"


def test_an_old_server_is_refused(neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bolt, "OLDEST", (9999, 1))
    with pytest.raises(StoreUnavailableError) as caught:
        Neo4jHome(neo4j_settings).version()
    assert caught.value.code == "STORE-VERSION"


def test_a_database_that_holds_something_else_is_left_alone(neo4j_settings: Settings) -> None:
    home = Neo4jHome(neo4j_settings)
    connection = bolt.Connection(neo4j_settings)
    connection.write(lambda transaction: transaction.run("CREATE (:Film {id: 'x'})").consume())
    with pytest.raises(StoreError) as caught:
        home.publish(district(), version="1")
    assert caught.value.code == "STORE-FOREIGN"
    connection.close()
    home.close()


def test_a_first_load_stopped_between_batches_is_taken_up_and_unseen_till_whole(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Neo4jHome(neo4j_settings)
    done = 0
    execute = module._execute

    def stop(transaction: ManagedTransaction, *, statement: str, rows: list[Value]) -> None:
        nonlocal done
        done += bool(rows)
        if done > 9:
            raise KeyboardInterrupt
        execute(transaction, statement=statement, rows=rows)

    with monkeypatch.context() as patched:
        patched.setattr(module, "_execute", stop)
        with pytest.raises(KeyboardInterrupt):
            home.publish(district(), version="1")
    assert home.version() == ""
    home.publish(district(), version="1")
    store = home.open()
    assert snapshot(store) == district()
    store.close()
    home.close()


def test_a_later_load_that_fails_inside_leaves_the_published_graph(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Neo4jHome(neo4j_settings)
    home.publish(district(), version="1")

    def fail(transaction: ManagedTransaction, graph: object, version: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "_finish", fail)
        with pytest.raises(KeyboardInterrupt):
            home.publish(shaken(5, nodes=2, edges=1), version="2")
    store = home.open()
    assert (store.version(), snapshot(store)) == ("1", district())
    store.close()
    home.close()


def test_a_read_is_repeated_while_a_load_goes_in_between(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Neo4jHome(neo4j_settings)
    home.publish(district(), version="1")
    store = home.open()
    told = [("1", ""), ("2", ""), ("2", ""), ("2", "3"), ("3", "3"), ("3", "3"), ("3", ""), ("3", "")]
    states = iter(module._State(*state) for state in told)
    with monkeypatch.context() as patched:
        patched.setattr(module, "_state", lambda transaction: next(states))
        assert store.run("RETURN 1 AS one", {}) == [{"one": 1}]
    assert list(states) == []
    with monkeypatch.context() as patched:
        numbers = iter(range(10_000))
        patched.setattr(module, "PATIENCE", 0.2)
        patched.setattr(module, "_state", lambda transaction: module._State(str(next(numbers)), ""))
        with pytest.raises(StoreBusyError):
            store.run("RETURN 1 AS one", {})
    store.close()
    home.close()


def test_a_mark_left_by_a_dead_writer_holds_readers_up_only_for_a_while(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Neo4jHome(neo4j_settings)
    home.publish(district(), version="1")
    connection = bolt.Connection(neo4j_settings)
    connection.write(lambda transaction: module._raise_mark(transaction, version="2"))
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    store = home.open()
    assert store.run("RETURN 1 AS one", {}) == [{"one": 1}]
    home.publish(district(), version="3")
    assert connection.read(module._state) == module._State("3", "")
    for opened in (store, connection, home):
        opened.close()


def test_readers_beside_a_writer_see_one_version_or_the_other(neo4j_settings: Settings) -> None:
    home = Neo4jHome(neo4j_settings)
    home.publish(district(), version="1")
    store = home.open()
    seen: set[Value] = set()
    failures: list[DutygraphError] = []
    stop = threading.Event()
    text = (
        "MATCH (t:Task) WITH count(t) AS tasks MATCH (p:Person) WITH tasks, count(p) AS people"
        " RETURN tasks * 1000 + people AS n"
    )

    def read() -> None:
        while not stop.is_set():
            try:
                seen.update(row["n"] for row in store.run(text, {}))
            except DutygraphError as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number, graph in enumerate((shaken(1, nodes=3, edges=1), district(), shaken(2, nodes=3, edges=1)), start=2):
            home.publish(graph, version=str(number))
    finally:
        stop.set()
        reader.join()
        store.close()
        home.close()
    assert failures == []
    assert seen
    assert seen <= {2007, 3003}


@pytest.mark.slow
def test_a_server_killed_inside_a_load_keeps_the_old_graph_and_the_load_resumes(mortal: server.Server) -> None:
    chosen = server.own_settings(mortal)
    home = Neo4jHome(chosen)
    home.publish(district(), version="1")
    target = shaken(4, nodes=12, edges=20)
    failures: list[BaseException] = []

    def load() -> None:
        try:
            home.publish(target, version="2")
        except StoreError as error:
            failures.append(error)

    loader = threading.Thread(target=load)
    loader.start()
    loader.join(timeout=1.0)
    mortal.kill()
    loader.join()
    home.close()
    mortal.start()
    home = Neo4jHome(chosen)
    store = home.open()
    assert (store.version(), snapshot(store)) in (("1", district()), ("2", target))
    home.publish(target, version="2")
    assert (store.version(), snapshot(store)) == ("2", target)
    assert all(isinstance(error, StoreUnavailableError | StoreBusyError | StoreError) for error in failures)
    store.close()
    home.close()
