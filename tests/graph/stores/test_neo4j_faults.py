"""Connections cut at random points, a server killed between batches, TLS: nothing is lost, nothing is doubled."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError, NotALeader

from core.errors import ConfigError, StoreBusyError, StoreError, StoreUnavailableError
from core.settings import Settings
from graph.stores import bolt, writing
from graph.stores import neo4j as module
from graph.stores.contents import snapshot
from graph.stores.neo4j import Neo4jHome
from tests.graph.made_up import district, shaken
from tests.neo4j_server import server
from tests.neo4j_server.proxy import certificate, proxy

pytestmark = pytest.mark.neo4j

ROUNDS = 4


@pytest.fixture
def neo4j_settings() -> Settings:
    return server.settings()


def port_of(chosen: Settings) -> int:
    return int(chosen.store.rpartition(":")[2])


@pytest.mark.slow
@pytest.mark.parametrize("first", [True, False], ids=["a first load", "a later load"])
def test_a_load_over_a_line_that_breaks_anywhere_is_whole_or_not_there(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    dice = random.Random(f"cuts of {first}")  # noqa: S311 - not for secrets
    target = shaken(0)
    straight = Neo4jHome(neo4j_settings)
    cut = failed = 0
    for number in range(ROUNDS):
        # Every other round the driver may not try again, so that a cut reaches us too.
        monkeypatch.setattr(bolt, "RETRY_SECONDS", 15.0 if number % 2 else 0.0)
        if first:
            server.empty(neo4j_settings)
        else:
            straight.publish(district(), version="before")
        budgets = [dice.randint(2_000, 60_000) for _ in range(dice.randint(1, 3))]
        with proxy(port_of(neo4j_settings), budgets=budgets) as line:
            over = Neo4jHome(neo4j_settings.model_copy(update={"store": f"bolt://127.0.0.1:{line.port}"}))
            try:
                over.publish(target, version="after")
            except StoreError:
                failed += 1
            over.close()
            cut += line.cut
        if straight.version():
            store = straight.open()
            assert (store.version(), snapshot(store)) in (("before", district()), ("after", target))
            store.close()
        straight.publish(target, version="after")
        store = straight.open()
        assert (store.version(), snapshot(store)) == ("after", target)
        store.close()
    straight.close()
    assert cut >= ROUNDS // 2
    assert failed > 0


@pytest.mark.slow
def test_a_server_killed_between_batches_is_taken_up_where_it_stopped(
    mortal: server.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = server.own_settings(mortal)
    target = shaken(7, nodes=12, edges=20)
    monkeypatch.setattr(writing, "BATCH", 20)
    home, written = Neo4jHome(chosen), 0
    execute = module._execute

    def killing(*args: object, **more: object) -> None:
        nonlocal written
        execute(*args, **more)  # type: ignore[arg-type]
        written += 1
        if written == 40:
            mortal.kill()

    monkeypatch.setattr(module, "_execute", killing)
    monkeypatch.setattr(bolt, "RETRY_SECONDS", 1.0)
    with pytest.raises(StoreUnavailableError):
        home.publish(target, version="1")
    home.close()
    monkeypatch.setattr(module, "_execute", execute)
    mortal.start()
    home = Neo4jHome(chosen)
    assert home.version() == ""
    home.publish(target, version="1")
    store = home.open()
    assert snapshot(store) == target
    store.close()
    home.close()


def test_a_server_with_a_certificate_is_trusted_by_its_authority_and_not_without(
    neo4j_settings: Settings, tmp_path: Path
) -> None:
    authority, side = certificate(tmp_path)
    with proxy(port_of(neo4j_settings), tls=side) as line:
        safe = neo4j_settings.model_copy(update={"store": f"bolt+s://127.0.0.1:{line.port}"})
        with pytest.raises(StoreUnavailableError) as caught:
            Neo4jHome(safe).version()
        assert caught.value.code == "STORE-CERTIFICATE"
        home = Neo4jHome(safe.model_copy(update={"store_ca": authority}))
        home.publish(district(), version="1")
        store = home.open()
        assert snapshot(store) == district()
        store.close()
        home.close()


def test_a_certificate_authority_needs_a_file_and_an_encrypted_address(
    neo4j_settings: Settings, tmp_path: Path
) -> None:
    authority, _ = certificate(tmp_path)
    for update in (
        {"store_ca": tmp_path / "none.pem", "store": "neo4j+s://127.0.0.1:7687"},
        {"store_ca": authority, "store": "neo4j://127.0.0.1:7687"},
    ):
        with pytest.raises(ConfigError) as caught:
            Neo4jHome(neo4j_settings.model_copy(update=update)).version()
        assert caught.value.code == "STORE-CA"


def test_a_leader_that_changes_is_tried_again_then_told_as_busy(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt, "RETRY_SECONDS", 0.5)
    connection = bolt.Connection(neo4j_settings)
    tries = 0

    def elsewhere(_: object) -> None:
        nonlocal tries
        tries += 1
        error = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Cluster.NotALeader", message="no longer the leader")
        assert isinstance(error, NotALeader)
        raise error

    with pytest.raises(StoreBusyError):
        connection.write(elsewhere)
    connection.close()
    assert tries > 1
