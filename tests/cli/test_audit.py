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


RIVERS = "岚汀区河湖水系治理工作领导小组"


def test_audit_prints_changes_open_seats_and_genealogy(run: Run) -> None:
    code, out, err = run("audit", RIVERS, "--from", "2023-09-01", "--to", "2024-09-01")
    assert (code, err) == (0, "")
    for words in ("按规定递补", "洪定波", "待办席位", "沿革", "岚政任〔2024〕6号"):
        assert words in out


def test_audit_as_csv_says_who_joined_by_the_clause(run: Run) -> None:
    _, out, _ = run("audit", RIVERS, "--from", "2023-03-10", "--to", "2024-03-20", "--csv")
    (joined,) = (row for row in csv.reader(io.StringIO(out)) if row[1:3] == ["按规定递补", "边一舟"])
    assert joined[4] == "岚政办发〔2023〕9号"


def test_audit_as_json_and_as_reports(run: Run, tmp_path: Path) -> None:
    days = ("--from", "2023-09-01", "--to", "2024-09-01")
    code, out, _ = run("audit", RIVERS, *days, "--json")
    found = json.loads(out)
    assert (code, found["answer"], found["since"], found["on"]) == (0, "audit", "2023-09-01", "2024-09-01")
    page, word = tmp_path / "audit.html", tmp_path / "audit.docx"
    code, out, _ = run("audit", RIVERS, *days, "--html", page, "--docx", word)
    assert (code, out.split()) == (0, [str(page), str(word)])
    assert "洪定波" in page.read_text(encoding="utf-8")
    assert word.read_bytes().startswith(b"PK")


def test_audit_says_what_is_missing_or_cannot_be_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("audit", RIVERS)
    assert (code, err.split()[0]) == (64, "MISSING-PARAMETER")
    code, _, err = run("audit", RIVERS, "--from", "2023-01-01", "--html", tmp_path / "no" / "where.html")
    assert (code, err.split()[0]) == (65, "FILE-UNWRITABLE")
    code, out, _ = run("audit", RIVERS, "--seat", "区应急管理局局长")
    assert code == 0
    assert out.index("屈正阳") < out.index("洪定波")


def test_stale_lists_papers_with_what_is_to_be_adjusted_and_why(run: Run) -> None:
    code, out, err = run("stale", "--on", "2023-10-01", "--csv")
    assert (code, err) == (0, "")
    rows = list(csv.reader(io.StringIO(out)))[1:]
    moved = next(row for row in rows if "扩大科技信贷风险补偿" in row[1])
    assert (moved[0], moved[2], moved[3]) == ("岚政发〔2023〕2号", "2023-08-29", "岚政办发〔2023〕36号")
    seat = next(row for row in rows if "食品安全委员会" in row[1] and "谢临川" in row[1])
    assert (seat[0], seat[3]) == ("岚政办发〔2023〕11号", "岚政任〔2023〕5号")


def test_nothing_is_stale_before_anybody_moved(run: Run) -> None:
    code, out, _ = run("stale", "--on", "2023-03-21", "--json")
    assert (code, json.loads(out)["papers"]) == (0, [])
