"""After a purge no word of the file is left in the home: not in ledger, log, graph, index, past graphs, or audit log."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from api.audit import AuditLog
from core.errors import StoreBusyError
from core.settings import Settings
from graph.build import build
from graph.decisions import Decision
from graph.forgetting import forget_old_graphs
from graph.ledger import database
from graph.ledger.ledger import open_ledger
from graph.past import settings_at
from graph.stores import open_store
from loaders.pipeline import load
from tests.cli.test_load import PAPER, Run
from tests.ledgers import words

NAME = "赵某某情况说明.txt"
WHOM = "赵某某"
PRIVATE = PAPER.replace("医改", "某某专项").replace("4号", "9号").replace("周　正　区委", f"{WHOM}　区委")


@pytest.fixture
def sha256(kept: Settings, tmp_path: Path) -> str:
    """A second paper in the home, to be purged: corrected by a person, refused once, uploaded, asked about in the past."""
    (tmp_path / NAME).write_text(PRIVATE, encoding="utf-8")
    with open_ledger(kept) as ledger:
        report = load([tmp_path / NAME], ledger, kept)
        sha256 = report.results[0].sha256
        live = ledger.live()
        identifier = next(
            identifier
            for statement, identifier in zip(live.statements, live.ids.ids, strict=True)
            if getattr(statement, "person", "") == WHOM
        )
        correction = Decision(
            verdict="correct", subject=identifier, column="title", value=f"{WHOM}之职", reason=f"{WHOM}"
        )
        ledger.decide(correction, who="审核员")
        ledger.quarantine(NAME, sha256=sha256, code="X", message=f"stumbled over {WHOM}", position=WHOM)
        build(ledger, kept)
        clock = ledger.clock()
    settings_at(kept, str(clock - 3))
    with closing(AuditLog(kept)) as log:
        for subject, request in ((NAME, "r1"), (f"{NAME} {sha256}", "r1"), ("other.txt", "r2")):
            log.add(who="a", role="editor", action="document.upload", subject=subject, outcome="x", request_id=request)
    return sha256


def left(home: Settings) -> list[str]:
    """The files of the home in which the secret stands, as text or as words of the index."""
    words = (WHOM.encode(), " ".join(WHOM).encode(), PRIVATE[:20].encode())
    return [
        path.relative_to(home.home).as_posix()
        for path in sorted(home.home.rglob("*"))
        if path.is_file() and any(each in path.read_bytes() for each in words)
    ]


def test_a_purge_leaves_no_word_anywhere_in_the_home(kept: Settings, sha256: str, run: Run) -> None:
    assert {path.split("/")[0] for path in left(kept)} >= {"graph", "search", "originals", "audit.sqlite3"}
    code, said, errors = run("purge", sha256, "--who", "管理员", "--why", "涉个人信息")
    assert (code, sha256 in said) == (0, True)
    assert "docs/care.md" in errors
    assert left(kept) == []
    assert WHOM not in words(kept)
    with open_ledger(kept) as ledger:
        record = next(each for each in ledger.files() if each.sha256 == sha256)
        assert (record.purged, record.name) == (True, "")
        assert ledger.quarantined() == ()
        (decision,) = ledger.decisions()
        assert (decision.withdrawn, decision.decision.value, decision.decision.reason) == (True, "", "")
    with closing(AuditLog(kept)) as log:
        assert [entry.subject for entry in log.entries()] == ["other.txt", sha256, sha256]
    assert run("doctor")[0] == 0
    assert run("purge", sha256, "--who", "管理员", "--why", "再次")[0] == 0


READER = """
import sys, time
from pathlib import Path
from core.settings import Settings
from graph.stores import open_store
store = open_store(Settings(home=Path(sys.argv[1])))
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


@pytest.mark.parametrize("kept", ["sqlite"], indirect=True)
def test_an_old_graph_under_a_reader_goes_when_the_reader_does(kept: Settings, sha256: str) -> None:
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(kept.home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "open\n"
    with open_ledger(kept) as ledger:
        ledger.purge(sha256, who="a", why="b")
        build(ledger, kept)
    assert not forget_old_graphs(kept, seconds=0.5)
    reader.communicate("\n", timeout=60)
    assert forget_old_graphs(kept, seconds=20)
    store = open_store(kept)
    store.close()
    assert left(kept) == ["audit.sqlite3"]  # the command sees to it


@pytest.mark.parametrize("kept", ["sqlite"], indirect=True)
def test_a_log_that_a_reader_holds_is_not_said_to_be_empty(
    kept: Settings, sha256: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with open_ledger(kept) as ledger, open_ledger(kept) as reader:
        with reader._database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM files").scalar_one()
            with pytest.raises(StoreBusyError, match="LEDGER-BUSY"):
                ledger.purge(sha256, who="a", why="b")
        ledger.purge(sha256, who="a", why="b")
        assert WHOM.encode() not in kept.ledger_path.with_name("ledger.sqlite3-wal").read_bytes()
