"""Every kind of damage is found, named with its remedy, and what the remedy says mends it."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest

from core.settings import Settings
from graph.build import build, graph_of
from graph.decisions import Decision
from graph.doctor import CHECKS, examine
from graph.doctor.findings import KINDS
from graph.elements import Graph
from graph.ledger.ledger import open_ledger
from graph.past import settings_at
from graph.stores import graph_home, open_store
from graph.stores.contents import snapshot
from graph.stores.versions import Versions
from loaders.pipeline import load
from tests.cli.test_load import PAPER, Run
from tests.ledgers import executed
from tests.postgres_server import server


def codes(settings: Settings) -> list[str]:
    return [finding.code for finding in examine(settings).findings]


def rebuilt(settings: Settings) -> None:
    with open_ledger(settings) as ledger:
        build(ledger, settings, force=True)


def largest(folder: Path) -> Path:
    return max((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


def flip(path: Path, at: int | None = None) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 if at is None else at] ^= 0xFF
    path.write_bytes(data)


def index(settings: Settings) -> Path:
    return next(settings.search_path.glob("*.sqlite3"))


def test_a_healthy_home_has_no_finding_and_is_left_as_it_is(kept: Settings) -> None:
    before = {path: path.read_bytes() for path in sorted(kept.home.rglob("*")) if path.is_file()}
    examination = examine(kept)
    assert examination.findings == ()
    assert examination.healthy
    assert tuple(name for name, _ in examination.checks) == tuple(CHECKS)
    after = {path: path.read_bytes() for path in sorted(kept.home.rglob("*")) if path.is_file()}
    changed = {path.name for path in {*before, *after} if before.get(path) != after.get(path)}
    # What any reader touches: locks, the engine's own notes, SQLite's shared memory.
    assert changed <= {"writer.lock", "last-tx-id.bin", "statistics.json", "ledger.sqlite3-shm", "ledger.sqlite3-wal"}


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda home: flip(largest(home.graph_path)), "GRAPH-CORRUPT"),
        (lambda home: largest(home.graph_path).write_bytes(b""), "GRAPH-CORRUPT"),
        (lambda home: largest(home.graph_path).unlink(), "GRAPH-CORRUPT"),
        (lambda home: next(home.graph_path.glob("*/manifest.json")).unlink(), "GRAPH-CORRUPT"),
        (lambda home: shutil.rmtree(next(home.graph_path.glob("*/db")).parent), "GRAPH-CORRUPT"),
        (lambda home: (home.graph_path / "current.json").write_text("{"), "GRAPH-POINTER"),
        (lambda home: (home.graph_path / "current.json").write_text('{"format": 1}'), "GRAPH-POINTER"),
        (lambda home: (home.graph_path / "current.json").unlink(), "GRAPH-NONE"),
        (lambda home: shutil.rmtree(home.graph_path), "GRAPH-NONE"),
        (lambda home: index(home).unlink(), "SEARCH-NONE"),
        (lambda home: index(home).write_bytes(index(home).read_bytes()[:8_000]), "SEARCH-CORRUPT"),
        (lambda home: flip(index(home), 20), "SEARCH-CORRUPT"),
    ],
    ids=["flipped", "emptied", "gone", "no-manifest", "folder-gone", "pointer-broken", "pointer-empty", "pointer-gone",
         "all-gone", "no-index", "index-cut", "index-flipped"],
)  # fmt: skip
def test_a_damaged_graph_is_found_and_a_rebuild_mends_it(
    home: Settings, damage: Callable[[Settings], object], code: str
) -> None:
    store = open_store(home)
    whole: Graph = snapshot(store)
    store.close()
    damage(home)
    assert code in codes(home)
    rebuilt(home)
    assert codes(home) == []
    store = open_store(home)
    assert snapshot(store) == whole
    store.close()


def test_a_graph_that_does_not_count_up_is_found(home: Settings) -> None:
    with open_ledger(home) as ledger:
        graph = graph_of(ledger)
    kept = Graph.of(graph.nodes, graph.edges[1:])
    graph_home(home).publish(kept, version=graph_home(home).version())
    (finding,) = examine(home).findings
    assert finding.code == "GRAPH-COUNTS"
    assert graph.edges[0].type in finding.about


def test_a_graph_behind_the_ledger_is_found(home: Settings, tmp_path: Path) -> None:
    (tmp_path / "5.txt").write_text(PAPER.replace("4号", "5号").replace("医改", "防汛"), encoding="utf-8")
    with open_ledger(home) as ledger:
        load([tmp_path / "5.txt"], ledger, home)
    examination = examine(home)
    assert [finding.code for finding in examination.findings] == ["GRAPH-BEHIND"]
    assert examination.healthy
    rebuilt(home)
    assert codes(home) == []


def _sql(*statements: str) -> Callable[[Settings], object]:
    return lambda home: executed(home, *statements)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda home: home.ledger_path.unlink(), "NO-LEDGER"),
        (lambda home: home.ledger_path.write_bytes(home.ledger_path.read_bytes()[:20_000]), "LEDGER-CORRUPT"),
        (lambda home: flip(home.ledger_path, 5), "LEDGER-CORRUPT"),
        (_sql("DELETE FROM files"), "LEDGER-CORRUPT"),
        (lambda home: next(home.originals_path.glob("*/*")).unlink(), "ORIGINAL-MISSING"),
        (lambda home: flip(next(home.originals_path.glob("*/*"))), "ORIGINAL-CORRUPT"),
        (lambda home: (home.originals_path / "aa").mkdir() or (home.originals_path / "aa" / ("a" * 64)).touch(),
         "ORIGINAL-STRAY"),
        (lambda home: (home.originals_path / "ab").mkdir() or (home.originals_path / "ab" / "b.1.part").touch(),
         "ORIGINAL-UNFINISHED"),
        (lambda home: (home.home / "audit.sqlite3").write_bytes(b"no database at all" * 100), "AUDIT-CORRUPT"),
    ],
    ids=["gone", "cut", "flipped", "parents-gone", "original-gone", "original-flipped", "stray", "unfinished", "audit"],
)  # fmt: skip
def test_damage_of_the_ledger_is_found(home: Settings, damage: Callable[[Settings], object], code: str) -> None:
    damage(home)
    assert code in codes(home)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_sql("UPDATE alembic_version SET version_num = '9999'"), "LEDGER-NEWER"),
        (_sql("UPDATE alembic_version SET version_num = '0000'"), "LEDGER-OLDER"),
        (_sql("DELETE FROM states WHERE row = (SELECT max(row) FROM states)"), "JOURNAL-BROKEN"),
        (_sql("INSERT INTO journal (row, kind, at) VALUES (999, 'nonsense', '2031')"), "JOURNAL-BROKEN"),
        (_sql("INSERT INTO readings SELECT j.row, r.sha256, r.kind, r.rules, r.jurisdiction FROM readings r, journal j"
              " WHERE j.row = 1"), "READING-DOUBLE"),
    ],
    ids=["newer", "older", "state-gone", "unknown-kind", "double"],
)  # fmt: skip
def test_rows_that_do_not_belong_together_are_found(
    kept: Settings, damage: Callable[[Settings], object], code: str
) -> None:
    damage(kept)
    assert code in codes(kept)


@pytest.mark.postgres
def test_damage_of_a_ledger_on_a_server_is_found(tmp_path: Path) -> None:
    settings = server.settings(tmp_path / "home")
    assert codes(settings) == ["NO-LEDGER"]
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
    assert codes(settings) == ["FILE-WAITING", "GRAPH-NONE"]
    executed(settings, "SET session_replication_role = replica", "DELETE FROM files")
    assert codes(settings) == ["LEDGER-CORRUPT"]
    executed(settings, "DROP TABLE states")
    assert codes(settings) == ["LEDGER-CORRUPT"]
    assert all(server.PASSWORD not in finding.about for finding in examine(settings).findings)


def test_a_damaged_original_is_mended_by_loading_the_file_again(home: Settings, tmp_path: Path) -> None:
    flip(next(home.originals_path.glob("*/*")))
    (tmp_path / "4.txt").write_text(PAPER, encoding="utf-8")
    with open_ledger(home) as ledger:
        load([tmp_path / "4.txt"], ledger, home)
    assert codes(home) == []


def test_what_waits_what_was_refused_and_what_is_orphaned_is_told(home: Settings, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    with open_ledger(home) as ledger:
        ledger.receive(b"received and never read", "waiting.txt")
        ledger.decide(Decision(verdict="reject", subject="st_" + "0" * 32, reason="x"), who="a")
        load([tmp_path / "bad.txt"], ledger, home)
        ledger.receive(b"and another", "later.txt")
    found = codes(home)
    assert {"FILE-WAITING", "FILE-REFUSED", "DECISION-ORPHANED", "GRAPH-BEHIND"} <= set(found)
    assert examine(home).healthy


def test_bytes_of_a_purged_file_are_found_and_a_second_purge_removes_them(home: Settings) -> None:
    original = next(home.originals_path.glob("*/*"))
    data = original.read_bytes()
    with open_ledger(home) as ledger:
        ledger.purge(original.name, who="a", why="b")
    original.write_bytes(data)  # as if the machine had stopped between the two
    assert "ORIGINAL-PURGED" in codes(home)
    with open_ledger(home) as ledger:
        ledger.purge(original.name, who="a", why="b")
    assert "ORIGINAL-PURGED" not in codes(home)


def test_a_damaged_graph_of_a_past_day_and_an_old_graph_are_found(home: Settings) -> None:
    old = Versions(home.graph_path).current()
    assert old is not None
    shutil.copytree(home.graph_path / old.name, home.graph_path / "r00000001-00000000")
    (home.graph_path / "r00000001-00000000.lock").touch()
    flip(largest(settings_at(home, "0").graph_path))
    assert codes(home) == ["GRAPH-LEFT", "PAST-CORRUPT"]
    rebuilt(home)
    assert codes(home) == ["PAST-CORRUPT"]


def test_too_little_space_is_told(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 0))
    assert codes(home) == ["DISK-LOW"]


def test_every_kind_speaks_both_languages_and_has_a_remedy() -> None:
    assert len(KINDS) >= 25
    for kind in KINDS.values():
        assert all((kind.words.zh, kind.words.en, kind.remedy.zh, kind.remedy.en))


def test_the_command_shows_a_table_json_and_an_exit_code(home: Settings, run: Run) -> None:
    code, said, _ = run("doctor")
    assert (code, "正常" in said) == (0, True)
    (home.graph_path / "current.json").write_text("{")
    code, said, _ = run("doctor", "--json")
    record = json.loads(said)
    assert (code, record["healthy"]) == (1, False)
    (finding,) = record["findings"]
    assert (finding["check"], finding["code"], finding["severity"]) == ("graph", "GRAPH-POINTER", "error")
    assert finding["remedy"]["en"] == "dutygraph rebuild"
    code, said, _ = run("doctor", "--lang", "en")
    assert (code, "GRAPH-POINTER" in said, "dutygraph rebuild" in said) == (1, True, True)
    home.ledger_path.write_bytes(b"")
    assert run("doctor")[0] == 1
