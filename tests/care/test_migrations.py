"""A ledger of every released form opens as what it was: nothing lost, nothing moved, and it can be written to."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from psycopg.errors import UndefinedTable
from sqlalchemy import Connection

from core.settings import Settings
from graph.decisions import Decision
from graph.doctor import examine
from graph.ledger import database
from graph.ledger.home import ledger_home
from graph.ledger.imprints import Imprint, Spot
from graph.ledger.ledger import open_ledger
from graph.ledger.records import Reading
from graph.statements import Membership
from tests.ledgers import executed

FROZEN = Path(__file__).parent / "ledgers"
REVISIONS = sorted(path.stem for path in FROZEN.glob("*.sql"))
ORIGINAL = "兰亭区人民政府办公室关于成立兰亭区医改领导小组的通知\n".encode()


def test_every_released_form_is_frozen_here() -> None:
    scripts = ScriptDirectory(str(Path(database.__file__).parent / "migrations"))
    assert sorted(each.revision for each in scripts.walk_revisions()) == REVISIONS


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest) -> str:
    """Each form that was released."""
    return str(request.param)


@pytest.fixture
def old(revision: str, ledger_settings: Settings, tmp_path: Path) -> Settings:
    """A home whose ledger has an earlier form, made by the statements frozen when that form was the newest."""
    settings = ledger_settings
    settings.home.mkdir(parents=True)
    with closing(sqlite3.connect(tmp_path / "frozen")) as made:
        made.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    ledger_home(settings).fill(tmp_path / "frozen")
    digest = hashlib.sha256(ORIGINAL).hexdigest()
    place = settings.originals_path / digest[:2] / digest
    place.parent.mkdir(parents=True)
    place.write_bytes(ORIGINAL)
    return settings


def test_an_earlier_ledger_opens_with_all_it_had(old: Settings, revision: str) -> None:
    with open_ledger(old) as ledger:
        (record,) = (each for each in ledger.files() if not each.purged)
        assert (record.name, record.state) == ("4.txt", "verified")
        assert ledger.original(record.sha256) == ORIGINAL
        assert ledger.text(record.sha256) == ORIGINAL.decode()
        people = [each.person for each in ledger.live_statements() if isinstance(each, Membership)]
        assert people == ["周正", "沈渡"]
        (decision,) = ledger.decisions()
        assert decision.decision == Decision(
            verdict="not-same", subject="me_1", other="me_2", column="", value="", reason="两人"
        )
        assert [each.code for each in ledger.quarantined()] == ["FILE-BINARY"]
        assert [each.withdrawn for each in ledger.readings()] == [True, False]
        assert ledger.clock() == 11
        assert [ledger.time_of(row) for row in (1, 11)] == ["2031-09-01T08:00:00+08:00", "2031-09-03T08:00:00+08:00"]
        purged = next(each for each in ledger.files() if each.purged)
        kept = (Imprint(1, 595, 842, 0, (Spot(0, 26, 90, 72, 505, 88),)),) if revision >= "0002" else ()
        assert ledger.printed(record.sha256, 5, 6) == kept
        assert ledger.write(Reading(sha256=record.sha256, kind="text", rules="2031.9.9", statements=()))
        assert purged.sha256 == "f" * 64
        assert ledger.clock() > 11
    assert [finding.code for finding in examine(old).findings if finding.kind.severity == "error"] == []


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    old: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _dump(old, tmp_path)

    def failing(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (a TEXT)")
        raise RuntimeError("stopped in the middle")

    monkeypatch.setattr(database, "HEAD", "0999")
    monkeypatch.setattr(database, "upgrade", failing)
    with pytest.raises(RuntimeError), open_ledger(old):
        pytest.fail("opened")
    monkeypatch.undo()
    assert _dump(old, tmp_path) == before
    with pytest.raises((sqlite3.OperationalError, UndefinedTable)):
        executed(old, "SELECT * FROM half")


def _dump(settings: Settings, folder: Path) -> list[str]:
    ledger_home(settings).copy_to(folder / "copy")
    with closing(sqlite3.connect(folder / "copy")) as opened:
        return list(opened.iterdump())
