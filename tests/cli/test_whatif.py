"""Trying a draft from the command line: forms, files, and a ledger that stays as it is."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings
from tests.graph.whatif.test_compare import APPOINTMENTS, DIVISION

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(lanting: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(lanting.home))

    def command(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dutygraph", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return command


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(APPOINTMENTS, encoding="utf-8")
    return path


def dump(settings: Settings) -> str:
    with closing(sqlite3.connect(settings.ledger_path)) as database:
        return "\n".join(database.iterdump())


def test_a_what_if_leaves_the_ledgers_dump_equal(run: Run, draft: Path, lanting: Settings) -> None:
    before = dump(lanting)
    originals = sorted(lanting.originals_path.rglob("*"))
    graphs = sorted(lanting.graph_path.rglob("*"))
    code, out, err = run("whatif", draft)
    assert (code, err) == (0, "")
    assert "这是推演，账本未变。" in out
    assert dump(lanting) == before
    assert sorted(lanting.originals_path.rglob("*")) == originals
    assert sorted(lanting.graph_path.rglob("*")) == graphs


def test_the_draft_shows_seats_and_the_notices_to_be_written(run: Run, draft: Path) -> None:
    _, out, _ = run("whatif", draft)
    for words in (
        "2024-10-08",
        "席位变化",
        "按规定递补",
        "（草稿，未经审定）",
        "由区财政局局长方晓棠同志接替黎望舒同志任委员。",
    ):
        assert words in out


def test_a_division_shows_desks_tasks_and_units_without_a_leader(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "division.txt"
    path.write_text(DIVISION, encoding="utf-8")
    _, out, _ = run("whatif", path, "--on", "2024-10-08", "--lang", "en")
    for words in ("Portfolios", "Units left without a leader", "Workload (before→after)", "区应急管理局"):
        assert words in out


def test_as_json_every_part_is_there(run: Run, draft: Path) -> None:
    code, out, _ = run("whatif", draft, "--json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == [
        "answer", "on", "drafts", "portfolios", "tasks", "uncovered", "seats", "pairs", "without_stand_in", "papers",
        "workload", "findings", "notices",
    ]  # fmt: skip


def test_notices_and_reports_are_written_to_files(run: Run, draft: Path, tmp_path: Path) -> None:
    code, out, _ = run("whatif", draft, "--notices", tmp_path / "notices", "--html", tmp_path / "if.html")
    assert code == 0
    files = sorted((tmp_path / "notices").iterdir())
    assert [str(each) for each in files] == out.split()[1:]
    assert all(each.read_text(encoding="utf-8").startswith("（草稿") for each in files)
    assert "方晓棠同志接替黎望舒" in (tmp_path / "if.html").read_text(encoding="utf-8")


def test_a_day_on_which_nothing_changes_is_said_so(run: Run, draft: Path) -> None:
    code, out, _ = run("whatif", draft, "--on", "2024-10-01")
    assert code == 0
    assert "当日没有影响。" in out


def test_a_file_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    code, _, err = run("whatif", tmp_path / "no.txt")
    assert (code, err.split()[0]) == (66, "FILE-NOT-FOUND")


def test_a_draft_that_says_nothing_and_a_ledger_without_papers_are_told(
    run: Run, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weather.txt").write_text("今天天气很好。\n", encoding="utf-8")
    code, _, err = run("whatif", tmp_path / "weather.txt")
    assert (code, "DRAFT-EMPTY" in err) == (65, True)
    monkeypatch.setenv("DUTYGRAPH_HOME", str(tmp_path / "home"))
    code, out, err = run("whatif", draft)
    assert (code, out) == (66, "")
    assert "LEDGER-EMPTY" in err
    assert "dutygraph load" in err
