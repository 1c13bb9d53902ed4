"""A backup is whole or none: consistent under a writer, every byte checked, restored to the same export."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from api.audit import AuditLog
from core.errors import ConfigError, DutygraphError, NotFoundError, StoreCorruptError, StoreError, UsageError
from core.settings import Settings
from graph.backup import make_backup, restore_backup, verify_backup
from graph.build import graph_of
from graph.exports.lines import jsonl
from graph.ledger.at_rest import standing
from graph.ledger.home import LedgerHome, ledger_home
from graph.ledger.ledger import open_ledger
from graph.ledger.originals import Originals
from tests.cli.test_load import Run
from tests.ledgers import executed, words
from tests.postgres_server import server


def exported(settings: Settings) -> str:
    with open_ledger(settings) as ledger:
        return "".join(jsonl(graph_of(ledger)))


def elsewhere(settings: Settings, tmp_path: Path) -> Settings:
    """Another empty home, with an empty ledger of the same kind."""
    if settings.ledger == "sqlite":
        return settings.model_copy(update={"home": tmp_path / "elsewhere"})
    return server.settings(tmp_path / "elsewhere").model_copy(update={"jurisdiction": settings.jurisdiction})


def test_what_was_backed_up_is_restored_to_the_same_export(kept: Settings, tmp_path: Path) -> None:
    with closing(AuditLog(kept)) as log:
        log.add(who="a", role="editor", action="document.upload", subject="4.txt", outcome="begun", request_id="r")
    made = make_backup(kept, tmp_path / "backup")
    assert made == verify_backup(tmp_path / "backup")
    assert (made.originals, len(made.manifest)) == (1, 64)
    fresh = elsewhere(kept, tmp_path)
    restore_backup(tmp_path / "backup", fresh)
    assert exported(fresh) == exported(kept)
    with open_ledger(fresh) as ledger, open_ledger(kept) as before:
        (record,) = ledger.files()
        assert ledger.original(record.sha256) == before.original(record.sha256)
        assert ledger.clock() == before.clock()
    with closing(AuditLog(fresh)) as log:
        assert [entry.subject for entry in log.entries()] == ["4.txt"]


@pytest.mark.postgres
def test_a_backup_restores_into_the_other_kind_of_ledger_and_back(kept: Settings, tmp_path: Path) -> None:
    file = kept.model_copy(update={"home": tmp_path / "other", "ledger": "sqlite"})
    other = server.settings(tmp_path / "other") if kept.ledger == "sqlite" else file
    make_backup(kept, tmp_path / "there")
    restore_backup(tmp_path / "there", other)
    assert words(other) == words(kept)
    make_backup(other, tmp_path / "and-back")
    again = elsewhere(kept, tmp_path)
    restore_backup(tmp_path / "and-back", again)
    assert words(again) == words(kept)
    assert exported(again) == exported(kept) == exported(other)
    with open_ledger(again) as ledger:  # it goes on where it stood
        clock = ledger.clock()
        ledger.receive(b"one more", "5.txt")
        assert ledger.clock() == clock + 1


@pytest.mark.postgres
def test_a_restore_that_fails_leaves_the_database_empty(
    home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(home, tmp_path / "backup")
    fresh = server.settings(tmp_path / "fresh")
    monkeypatch.setattr("graph.ledger.transfer._digest", lambda *_: b"something else")
    with pytest.raises(StoreCorruptError, match="LEDGER-CORRUPT"):
        restore_backup(tmp_path / "backup", fresh)
    monkeypatch.undo()
    assert not ledger_home(fresh).exists()
    restore_backup(tmp_path / "backup", fresh)
    assert words(fresh) == words(home)


@pytest.mark.postgres
def test_a_ledger_of_a_newer_program_on_a_server_is_not_backed_up_in_part(tmp_path: Path) -> None:
    settings = server.settings(tmp_path / "home")
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
    executed(settings, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigError, match="LEDGER-NEWER"):
        make_backup(settings, tmp_path / "backup")
    assert list(tmp_path.glob("*backup*")) == []


def test_a_backup_under_a_writer_is_one_moment(kept: Settings, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with open_ledger(kept) as ledger:
            number = 0
            while not stop.is_set():
                ledger.receive(f"paper {number}".encode() * 50, f"{number}.txt")
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            folder = tmp_path / f"backup{number}"
            made = make_backup(kept, folder)
            assert verify_backup(folder) == made
            stands = standing(folder / "ledger.sqlite3")
            assert len(stands.files) == made.originals
            assert stands.clock == made.clock
    finally:
        stop.set()
        writer.join()


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x01
    path.write_bytes(data)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _original(folder: Path) -> Path:
    return next(path for path in folder.rglob("originals/*/*"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: _cut(folder / "ledger.sqlite3"),
        lambda folder: _flip(folder / "ledger.sqlite3"),
        lambda folder: (folder / "ledger.sqlite3").write_bytes(b""),
        lambda folder: (folder / "ledger.sqlite3").unlink(),
        lambda folder: _flip(_original(folder)),
        lambda folder: _original(folder).unlink(),
        lambda folder: _cut(folder / "manifest.json"),
        lambda folder: (folder / "stranger").write_bytes(b"x"),
    ],
    ids=["cut", "flipped", "emptied", "gone", "original-flipped", "original-gone", "manifest-cut", "stranger"],
)
def test_a_damaged_backup_is_refused_and_restores_nothing(
    home: Settings, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    make_backup(home, tmp_path / "backup")
    damage(tmp_path / "backup")
    fresh = elsewhere(home, tmp_path)
    with pytest.raises(StoreCorruptError, match="BACKUP-DAMAGED"):
        verify_backup(tmp_path / "backup")
    with pytest.raises(StoreCorruptError, match="BACKUP-DAMAGED"):
        restore_backup(tmp_path / "backup", fresh)
    assert not fresh.home.exists()


def test_a_manifest_can_make_restoring_write_nowhere_else(home: Settings, tmp_path: Path) -> None:
    make_backup(home, tmp_path / "backup")
    path = tmp_path / "backup" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for name in ("../outside", "/etc/x", "originals/../../x", "originals/aa/bb", "graph/current.json"):
        path.write_text(json.dumps({**manifest, "files": {**manifest["files"], name: {"sha256": "0" * 64, "size": 0}}}))
        with pytest.raises(StoreCorruptError, match="BACKUP-DAMAGED"):
            restore_backup(tmp_path / "backup", elsewhere(home, tmp_path))


def test_a_ledger_that_names_more_than_the_backup_holds_is_refused(home: Settings, tmp_path: Path) -> None:
    make_backup(home, tmp_path / "backup")
    original = _original(tmp_path / "backup")
    path = tmp_path / "backup" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    del manifest["files"][original.relative_to(tmp_path / "backup").as_posix()]
    original.unlink()
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StoreCorruptError, match="BACKUP-DAMAGED"):
        verify_backup(tmp_path / "backup")


def test_damage_is_not_copied_as_if_it_were_a_backup(home: Settings, tmp_path: Path) -> None:
    original = next(home.originals_path.glob("*/*"))
    whole = original.read_bytes()
    _flip(original)
    with pytest.raises(StoreCorruptError, match="ORIGINAL-CORRUPT"):
        make_backup(home, tmp_path / "backup")
    original.unlink()
    with pytest.raises(StoreCorruptError, match="ORIGINAL-MISSING"):
        make_backup(home, tmp_path / "backup")
    original.write_bytes(whole)
    data = home.ledger_path.read_bytes()
    home.ledger_path.write_bytes(data[: len(data) // 2])
    with pytest.raises(StoreError, match="LEDGER-CORRUPT"):
        make_backup(home, tmp_path / "backup")
    assert list(tmp_path.glob("*backup*")) == []


def test_a_file_purged_while_the_backup_is_made_is_not_in_it(
    kept: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(kept) as ledger:
        sha256 = ledger.receive(b"to be purged", "private.txt")

    kind = type(ledger_home(kept))
    copy_to = kind.copy_to

    def purging(self: LedgerHome, target: Path) -> None:
        monkeypatch.undo()
        copy_to(self, target)
        with open_ledger(kept) as ledger:
            ledger.purge(sha256, who="a", why="b")

    monkeypatch.setattr(kind, "copy_to", purging)
    made = make_backup(kept, tmp_path / "backup")
    assert made.originals == 1
    data = (tmp_path / "backup" / "ledger.sqlite3").read_bytes()
    assert b"private.txt" not in data


def test_a_backup_never_replaces_anything(kept: Settings, tmp_path: Path) -> None:
    make_backup(kept, tmp_path / "backup")
    with pytest.raises(UsageError, match="BACKUP-EXISTS"):
        make_backup(kept, tmp_path / "backup")
    with pytest.raises(UsageError, match="HOME-NOT-EMPTY"):
        restore_backup(tmp_path / "backup", kept)
    with pytest.raises(NotFoundError, match="NO-LEDGER"):
        make_backup(elsewhere(kept, tmp_path), tmp_path / "another")
    with pytest.raises(NotFoundError, match="NO-BACKUP"):
        verify_backup(tmp_path)


def test_a_backup_of_a_newer_program_is_refused(home: Settings, tmp_path: Path) -> None:
    with closing(sqlite3.connect(home.ledger_path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    make_backup(home, tmp_path / "backup")
    with pytest.raises(UsageError, match="BACKUP-NEWER"):
        restore_backup(tmp_path / "backup", elsewhere(home, tmp_path))


def test_a_restore_cut_short_is_run_again(kept: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_backup(kept, tmp_path / "backup")
    fresh = elsewhere(kept, tmp_path)
    put = Originals.put

    def failing(self: Originals, data: bytes) -> str:
        put(self, data)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Originals, "put", failing)
    with pytest.raises(StoreError, match="RESTORE-UNWRITABLE"):
        restore_backup(tmp_path / "backup", fresh)
    monkeypatch.undo()
    assert not ledger_home(fresh).exists()
    restore_backup(tmp_path / "backup", fresh)
    assert exported(fresh) == exported(kept)


def test_the_log_of_a_ledger_that_is_gone_does_not_play_into_the_restored_one(home: Settings, tmp_path: Path) -> None:
    make_backup(home, tmp_path / "backup")
    expected = exported(home)
    with open_ledger(home) as ledger:
        ledger.receive(b"only in the log", "later.txt")
        shutil.copy(home.ledger_path.with_name("ledger.sqlite3-wal"), tmp_path / "wal")
    home.ledger_path.unlink()
    shutil.copy(tmp_path / "wal", home.ledger_path.with_name("ledger.sqlite3-wal"))
    restore_backup(tmp_path / "backup", home)
    assert exported(home) == expected
    with open_ledger(home) as ledger:
        assert [record.name for record in ledger.files()] == ["4.txt"]


def test_the_commands_back_up_check_and_restore(kept: Settings, tmp_path: Path, run: Run) -> None:
    code, said, _ = run("backup", tmp_path / "backup")
    assert code == 0
    digest = said.split()[-1]
    assert run("backup", "--verify", tmp_path / "backup")[1].split()[-1] == digest
    fresh = elsewhere(kept, tmp_path)
    code, said, _ = run("--home", fresh.home, "--ledger", fresh.ledger, "restore", tmp_path / "backup")
    assert (code, "r000000" in said) == (0, True)
    _cut(tmp_path / "backup" / "ledger.sqlite3")
    code, _, errors = run("backup", "--verify", tmp_path / "backup")
    assert (code, errors.split()[0]) == (DutygraphError.exit_code + 4, "BACKUP-DAMAGED")
