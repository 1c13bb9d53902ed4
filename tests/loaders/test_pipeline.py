from __future__ import annotations

import io
import logging
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import NotFoundError, StoreError
from core.settings import Settings
from graph.ledger.ledger import Ledger, open_ledger
from graph.statements import Document, Statement
from loaders import limits, pipeline
from loaders.extraction import Extraction, extract, pack_tables, unpack_tables
from loaders.pipeline import FileResult, failures, load, reread
from loaders.sources import found_in, read_source

ROOT = Path(__file__).resolve().parents[2]


def notice(number: int, *, tail: str = "") -> str:
    return (
        f"兰亭区人民政府办公室关于印发第{number}项工作方案的通知\n\n兰政办发〔2031〕{number}号\n\n"
        f"各镇人民政府、街道办事处，区直各部门：\n\n　　第{number}项工作方案已经区人民政府同意，现印发给你们，请认真贯彻执行。{tail}\n\n"
        f"兰亭区人民政府办公室\n2031年3月{number}日\n"
    )


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(1, 6):
        (folder / f"{number}.txt").write_text(notice(number), encoding="utf-8")
    return folder


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(settings) as opened:
        yield opened


class Watcher:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def begin(self, total: int) -> None:
        self.seen.append(f"begin {total}")

    def reading(self, name: str) -> None:
        self.seen.append(f"reading {name}")

    def done(self, result: FileResult) -> None:
        self.seen.append(f"{result.outcome} {result.name}")


def titles(ledger: Ledger) -> list[str]:
    return [row.title for row in ledger.live_statements() if isinstance(row, Document)]


def test_a_folder_of_papers_is_read_into_the_ledger(ledger: Ledger, settings: Settings, papers: Path) -> None:
    report = load([papers], ledger, settings)
    assert report.exit_code == 0
    assert [result.name for result in report.of("read")] == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    assert len(titles(ledger)) == 5
    assert {record.state for record in ledger.files()} == {"written"}
    first = report.results[0].report
    assert first is not None
    assert first.documents[0].doc_id == "兰政办发〔2031〕1号"
    assert first.documents[0].statements >= 1
    assert first.lines_read > 0


def test_the_same_load_twice_changes_nothing(ledger: Ledger, settings: Settings, papers: Path) -> None:
    load([papers], ledger, settings)
    live, clock = ledger.live(), ledger.clock()
    again = load([papers, papers / "1.txt"], ledger, settings)
    assert len(again.of("known")) == 5
    assert ledger.live() == live
    assert ledger.clock() == clock


def test_papers_in_reverse_order_give_the_same_statements(tmp_path: Path, papers: Path) -> None:
    files = sorted(papers.iterdir())
    seen = []
    for name, order in (("a", files), ("b", files[::-1])):
        settings = Settings(home=tmp_path / name)
        with open_ledger(settings) as ledger:
            load(order, ledger, settings)
            seen.append(ledger.live())
    assert seen[0] == seen[1]


def test_progress_is_told(ledger: Ledger, settings: Settings, papers: Path) -> None:
    watcher = Watcher()
    load([papers / "1.txt"], ledger, settings, progress=watcher)
    assert watcher.seen == ["begin 1", "reading 1.txt", "read 1.txt"]


def test_a_bad_file_stops_nothing_and_never_vanishes(ledger: Ledger, settings: Settings, papers: Path) -> None:
    (papers / "0.txt").write_bytes(b"")
    (papers / "9.txt").write_bytes(b"\x00\x01\x02 binary")
    report = load([papers], ledger, settings)
    assert [result.name for result in report.of("refused")] == ["0.txt", "9.txt"]
    assert report.exit_code == 65
    assert len(titles(ledger)) == 5
    assert [(item.name, item.code) for item in ledger.quarantined()] == [
        ("0.txt", "FILE-EMPTY"), ("9.txt", "FILE-BINARY"),
    ]  # fmt: skip
    assert all(item.sha256 for item in ledger.quarantined())
    lines = list(failures(report))
    assert "0.txt" in lines[0]
    assert lines[0].startswith("FILE-EMPTY  ")


def test_a_reader_that_breaks_costs_one_file_and_is_logged(
    ledger: Ledger, settings: Settings, papers: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(data: bytes, name: str, settings: Settings) -> Extraction:
        if name == "3.txt":
            raise ZeroDivisionError
        return extract(data, name, settings)

    monkeypatch.setattr(pipeline, "extract", broken)
    with caplog.at_level(logging.ERROR, logger="dutygraph"):
        report = load([papers], ledger, settings)
    assert [result.name for result in report.of("refused")] == ["3.txt"]
    assert report.exit_code == 70
    assert [item.code for item in ledger.quarantined()] == ["INTERNAL"]
    assert "ZeroDivisionError" in caplog.text
    assert len(titles(ledger)) == 4


def test_a_failing_ledger_stops_the_run(
    ledger: Ledger, settings: Settings, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise StoreError("磁盘已满 | disk full", code="LEDGER-DISK-FULL")

    monkeypatch.setattr(ledger, "write", full)
    with pytest.raises(StoreError, match="LEDGER-DISK-FULL"):
        load([papers], ledger, settings)
    assert ledger.live_statements() == ()
    assert ledger.quarantined() == ()


def test_an_interrupted_run_is_taken_up_by_the_next(ledger: Ledger, settings: Settings, papers: Path) -> None:
    first = ledger.receive((papers / "1.txt").read_bytes(), "1.txt")
    second = ledger.receive((papers / "2.txt").read_bytes(), "2.txt")
    ledger.mark(second, "parsed")
    report = load([papers / "2.txt", papers / "3.txt"], ledger, settings)
    assert [(result.name, result.outcome) for result in report.results] == [
        ("1.txt", "read"), ("2.txt", "read"), ("2.txt", "known"), ("3.txt", "read"),
    ]  # fmt: skip
    assert ledger.files()[0].sha256 == first
    assert len(titles(ledger)) == 3


def test_a_refused_file_is_read_again_by_later_rules(
    ledger: Ledger, settings: Settings, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(data: bytes, name: str, settings: Settings) -> Extraction:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "extract", broken)
        load([papers / "1.txt"], ledger, settings)
    assert ledger.pending() == ()
    report = reread(ledger, settings)
    assert [result.outcome for result in report.results] == ["read"]
    assert ledger.quarantined() == ()
    assert len(titles(ledger)) == 1


def test_a_folder_of_tables_is_one_reading(ledger: Ledger, settings: Settings, tmp_path: Path, papers: Path) -> None:
    tables = papers / "tables"
    tables.mkdir()
    (tables / "documents.csv").write_text(
        "doc_id,title,issuer,signed_date\n兰政办发〔2031〕1号,改题,兰亭区人民政府办公室,2031-03-01\n", encoding="utf-8"
    )
    (tables / "memberships.csv").write_text(
        "doc_id,group,role,person\n兰政办发〔2031〕1号,医改领导小组,组长,周正\n", encoding="utf-8"
    )
    report = load([papers], ledger, settings)
    assert [result.name for result in report.of("read")] == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "tables"]
    kinds = [reading.kind for reading in ledger.readings()]
    assert kinds == ["text"] * 5 + ["table"]
    assert "改题" in titles(ledger)  # tables are the better source of document 1
    assert len(titles(ledger)) == 5
    assert load([tables], ledger, settings).of("known")


def test_a_broken_table_leaves_nothing_of_its_folder(ledger: Ledger, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "documents.csv").write_text("doc_id,title\n甲〔2031〕1号,通知\n", encoding="utf-8")
    (tmp_path / "t" / "groups.csv").write_text("doc_id,group,date\n甲〔2031〕1号,组,2031-13\n", encoding="utf-8")
    report = load([tmp_path / "t"], ledger, settings)
    assert report.exit_code == 65
    assert [result.refusal.code for result in report.results if result.refusal] == ["TABLE-BAD-DATE"]
    assert ledger.live_statements() == ()


def test_packing_tables_is_lossless_and_deterministic() -> None:
    files = {"tasks.csv": b"b", "documents.csv": b"a"}
    assert pack_tables(files) == pack_tables(dict(reversed(files.items())))
    assert unpack_tables(pack_tables(files)) == files


def test_what_file_managers_leave_behind_is_passed_over(papers: Path) -> None:
    for name in (".DS_Store", "~$1.docx", "README.md", "Thumbs.db"):
        (papers / name).write_text("x")
    assert [path.name for path in found_in([papers])] == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]


def test_a_path_that_is_not_there_is_said_before_anything_is_read(
    ledger: Ledger, settings: Settings, papers: Path
) -> None:
    with pytest.raises(NotFoundError, match="FILE-NOT-FOUND"):
        load([papers, papers / "missing.txt"], ledger, settings)
    assert ledger.files() == ()


def test_limits_hold_at_the_limit_and_one_above(
    papers: Path, monkeypatch: pytest.MonkeyPatch, ledger: Ledger, settings: Settings
) -> None:
    monkeypatch.setattr(limits, "MAX_FILES", 5)
    assert len(found_in([papers])) == 5
    (papers / "6.txt").write_text("x")
    with pytest.raises(Exception, match="TOO-MANY-FILES"):
        found_in([papers])
    monkeypatch.setattr(limits, "MAX_FILE_MB", 1)
    (papers / "6.txt").write_bytes(b"x" * 1024 * 1024)
    assert len(read_source(papers / "6.txt").data) == 1024 * 1024
    (papers / "6.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    report = load([papers / "6.txt"], ledger, settings)
    assert [item.code for item in ledger.quarantined()] == ["FILE-TOO-LARGE"]
    assert report.exit_code == 65


def test_private_data_of_a_paper_reaches_no_row_and_no_text(ledger: Ledger, settings: Settings, tmp_path: Path) -> None:
    paper = tmp_path / "p.txt"
    paper.write_text(notice(1, tail="（联系人：周正，联系电话：13800000000）"), encoding="utf-8")
    load([paper], ledger, settings)
    text = ledger.text(ledger.files()[0].sha256)
    assert "联系人：●●，联系电话：" + "●" * 11 in text
    ledger.close()
    for path in (settings.ledger_path, settings.ledger_path.with_name("ledger.sqlite3-wal")):
        data = path.read_bytes() if path.exists() else b""
        assert b"13800000000" not in data
        assert "周正".encode() not in data


# --- kill -9 ----------------------------------------------------------------------------------------------------

LOADER = """
import sys
from pathlib import Path
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
settings = Settings(home=Path(sys.argv[1]))
with open_ledger(settings) as ledger:
    print("open", flush=True)
    load([Path(sys.argv[2])], ledger, settings)
"""


def whole(statements: tuple[Statement, ...], expected: dict[str, set[Statement]]) -> bool:
    """Whether every document that is there is there with all its statements."""
    found: dict[str, set[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.doc_id, set()).add(statement)
    return all(rows == expected[doc_id] for doc_id, rows in found.items())


def test_a_killed_load_leaves_nothing_half_loaded(tmp_path: Path, papers: Path) -> None:
    for number in range(6, 26):
        (papers / f"{number}.txt").write_text(notice(number), encoding="utf-8")
    calm = Settings(home=tmp_path / "calm")
    with open_ledger(calm) as ledger:
        begun = time.perf_counter()
        load([papers], ledger, calm)
        seconds = time.perf_counter() - begun
        clean = ledger.live()
    expected: dict[str, set[Statement]] = {}
    for statement in clean.statements:
        expected.setdefault(statement.doc_id, set()).add(statement)
    chance = random.Random(4)  # noqa: S311 - moments to kill at, not keys
    settings = Settings(home=tmp_path / "rough")
    rounds = int(os.environ.get("DUTYGRAPH_TEST_KILLS", "4"))
    for _ in range(rounds):
        process = subprocess.Popen(
            [sys.executable, "-c", LOADER, str(settings.home), str(papers)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with open_ledger(settings) as ledger:
            received = [record.sha256 for record in ledger.files()]
            assert len(received) == len(set(received))
            for sha256 in received:
                ledger.original(sha256)
            assert whole(ledger.live_statements(), expected)
    with open_ledger(settings) as ledger:
        load([papers], ledger, settings)
        assert ledger.live() == clean
        assert ledger.pending() == ()
        assert len(ledger.readings()) == 25


@pytest.mark.parametrize("ending", ["tables", "sheets"])
def test_a_packed_table_folder_that_is_a_bomb_is_refused(
    ledger: Ledger, settings: Settings, tmp_path: Path, ending: str
) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("documents.csv", b"0" * 100_000_000)
    (tmp_path / f"a.{ending}").write_bytes(bomb.getvalue())
    report = load([tmp_path / f"a.{ending}"], ledger, settings)
    assert [result.refusal and result.refusal.code for result in report.results] == ["ARCHIVE-TOO-LARGE"]
