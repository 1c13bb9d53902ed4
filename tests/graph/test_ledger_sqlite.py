"""What only a ledger in a file can get wrong."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import DutygraphError
from core.settings import Settings
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.sqlite import SqliteDatabase


def test_every_commit_is_synced_to_the_disk(settings: Settings) -> None:
    opened = SqliteDatabase(settings.ledger_path)
    with opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    opened.close()


def test_a_file_that_is_no_ledger_is_named_damaged(settings: Settings) -> None:
    settings.home.mkdir(parents=True)
    settings.ledger_path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(DutygraphError, match="LEDGER-CORRUPT"):
        Ledger(settings)


def test_a_home_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(DutygraphError) as caught:
        Ledger(Settings(home=tmp_path / "home" / "inside"))
    assert caught.value.code == "HOME-UNWRITABLE"
    assert caught.value.remedy


def test_a_writer_beside_us_has_the_place(settings: Settings) -> None:
    """The place is SQLite's own lock: whoever writes the file by other means is waited for too."""
    with open_ledger(settings) as ledger, closing(sqlite3.connect(settings.ledger_path, timeout=0)) as other:
        ledger.receive(b"a", "a.txt")
        with ledger._database.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
