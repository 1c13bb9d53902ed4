"""Looking after the papers from the command line: exit codes, forms, files."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings

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


def test_check_lists_what_to_look_at_with_its_words(run: Run) -> None:
    code, out, err = run("check", "--on", "2024-08-15", "--severity", "warning")
    assert err == ""
    assert code == ("严重" in out)
    assert "推进机关办公用房共享" in out
    assert "依据原文" in out


def test_check_leaves_with_one_if_and_only_if_a_finding_is_serious(run: Run) -> None:
    code, out, _ = run("check", "--on", "2024-08-15", "--json")
    found = json.loads(out)
    assert code == int(any(each["severity"]["code"] == "error" for each in found["findings"]))
    code, out, _ = run("check", "--on", "2023-01-01", "--json")
    assert (code, json.loads(out)["findings"]) == (0, [])


def test_check_as_csv_has_one_line_a_finding(run: Run) -> None:
    _, out, _ = run("check", "--on", "2024-08-15", "--csv", "--lang", "en")
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["severity", "what", "how sure", "kind", "place", "evidence"]
    assert all(row[4] == "990101" and row[5] for row in rows[1:])


def test_check_fails_a_job_where_one_unit_has_two_leaders(run: Run, tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    number = "甲政办发〔2031〕7号"
    (tables / "documents.csv").write_text(
        f"doc_id,title,issuer,signed_date\n{number},关于领导分工的通知,甲县人民政府办公室,2031-03-01\n",
        encoding="utf-8",
    )
    rows = [
        ("丁一", "县长", "1", "主持", "县人民政府"), ("杜若", "副县长", "2", "分管", "县财政局"),
        ("高山", "副县长", "3", "分管", "县财政局"),
    ]  # fmt: skip
    lines = "\n".join(f"{number},{','.join(row)}" for row in rows)
    (tables / "portfolios.csv").write_text(f"doc_id,person,title,order,relation,object\n{lines}\n", encoding="utf-8")
    home = tmp_path / "home"
    assert run("--home", home, "load", tables, "--jurisdiction", "990301")[0] == 0
    code, out, _ = run("--home", home, "check", "--on", "2031-03-01")
    assert code == 1
    assert "县财政局同时由杜若、高山分管" in out
    assert run("--home", home, "check", "--on", "2031-02-28")[0] == 0
