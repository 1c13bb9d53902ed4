"""Folders, archives and formats on their way into the ledger, and which of several files counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import limits, pipeline
from loaders.sources import found_in, members_of
from tests.hostile.files import NOTICE, zipped
from tests.loaders.writers import in_all_formats


def test_of_one_document_in_all_formats_the_best_source_counts(tmp_path: Path, settings: Settings) -> None:
    for name, data in in_all_formats(NOTICE):
        (tmp_path / name).write_bytes(data)
    with open_ledger(settings) as ledger:
        for worst_first in ("paper.pdf", "paper.txt", "paper.html", "paper.docx"):
            done = pipeline.load([tmp_path / worst_first], ledger, settings)
            assert [result.outcome for result in done.results] == ["read"]
            (sha256,) = {each.source.file for each in ledger.live_statements()}
            assert sha256 == done.results[0].sha256
        kinds = {reading.kind for reading in ledger.readings()}
        assert kinds == {"pdf", "text", "html", "docx"}
        assert ledger.differences() == ()


def test_files_known_already_are_not_read_again_in_any_format(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "papers.zip").write_bytes(zipped(dict(in_all_formats(NOTICE))))
    with open_ledger(settings) as ledger:
        first = pipeline.load([tmp_path / "papers.zip"], ledger, settings)
        again = pipeline.load([tmp_path / "papers.zip"], ledger, settings)
    assert [result.outcome for result in first.results] == ["read"] * 4
    assert [result.outcome for result in again.results] == ["known"] * 4


def test_an_archive_shows_its_files_and_a_paper_none(tmp_path: Path) -> None:
    files = dict(in_all_formats(NOTICE))
    (tmp_path / "a.zip").write_bytes(zipped({"公报/a.txt": b"x", "readme.txt": b"", ".hidden": b"", "b/c.pdf": b""}))
    assert [member.name for member in members_of(tmp_path / "a.zip")] == ["a.zip/b/c.pdf", "a.zip/公报/a.txt"]
    (tmp_path / "a.docx").write_bytes(files["paper.docx"])
    assert members_of(tmp_path / "a.docx") == ()
    assert members_of(tmp_path / "nothing.zip") == ()


def test_what_programs_keep_beside_papers_is_passed_over_unless_named(tmp_path: Path) -> None:
    for name in ("paper.txt", "answers.yaml", "index.json", "README.md"):
        (tmp_path / name).write_text("甲县\n", encoding="utf-8")
    assert found_in([tmp_path]) == [tmp_path / "paper.txt"]
    assert found_in([tmp_path / "answers.yaml"]) == [tmp_path / "answers.yaml"]


def extracted(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int | str | None:
    monkeypatch.setattr("sys.argv", ["dutygraph", "extract", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_extract_reads_an_archive_and_tells_the_share_of_lines_read_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(tmp_path / "home"))
    files = dict(in_all_formats(NOTICE))
    (tmp_path / "a.zip").write_bytes(zipped({"a.pdf": files["paper.pdf"], "b.doc": b"{\\rtf1}"}))
    assert extracted(monkeypatch, tmp_path / "a.zip", "--out", tmp_path / "out", "--report") == 65
    said = capsys.readouterr()
    assert "lines read by page  1: " in said.out
    assert said.err.startswith("FILE-KIND  a.zip/b.doc")
    rows = (tmp_path / "out" / "groups.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "岚汀区防汛工作领导小组" in rows[1]


def test_what_is_ill_in_a_folder_costs_itself_and_nothing_else(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_DEPTH", 2)
    folder = tmp_path / "papers"
    (folder / "deep/1/2/3").mkdir(parents=True)
    (folder / "deep/1/2/3/never.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "good.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(folder / "pipe.txt")
    with open_ledger(settings) as ledger:
        done = pipeline.load([folder], ledger, settings)
        assert {result.name: result.refusal.code if result.refusal else result.outcome for result in done.results} == {
            "2": "TOO-DEEP",
            "good.txt": "read",
            "nowhere.txt": "FILE-NOT-FOUND",
            "pipe.txt": "FILE-KIND",
        }
        assert {each.code for each in ledger.quarantined()} == {"TOO-DEEP", "FILE-NOT-FOUND", "FILE-KIND"}
