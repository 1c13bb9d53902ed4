from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAPER = """兰亭区人民政府办公室关于成立兰亭区医改领导小组的通知

兰政办发〔2031〕4号

各镇人民政府、街道办事处，区直各部门：

　　为加强组织领导，经区人民政府同意，决定成立兰亭区医改领导小组。组成人员名单如下：

组　长：周　正　区委副书记、区长
副组长：沈　渡　副区长
成　员：韩　周　区财政局局长

兰亭区人民政府办公室
2031年8月30日
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(tmp_path / "home"))

    def command(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dutygraph", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        code = left.value.code
        return int(code or 0), said.out, said.err

    return command


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "4.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_extract_writes_tables_and_says_nothing(run: Run, paper: Path, tmp_path: Path) -> None:
    assert run("extract", paper, "--out", tmp_path / "out") == (0, "", "")
    assert {"documents.csv", "memberships.csv"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert not (tmp_path / "home").exists()


def test_extract_reports_what_was_read_and_what_was_not(run: Run, paper: Path, tmp_path: Path) -> None:
    code, out, _ = run("extract", paper, "--out", tmp_path / "out", "--report")
    assert code == 0
    assert "兰政办发〔2031〕4号" in out
    assert "memberships 3" in out
    assert "未读" in out


def test_what_extract_wrote_extracts_to_itself(run: Run, paper: Path, tmp_path: Path) -> None:
    run("extract", paper, "--out", tmp_path / "once")
    run("extract", tmp_path / "once", "--out", tmp_path / "twice")
    for path in (tmp_path / "once").iterdir():
        assert (tmp_path / "twice" / path.name).read_bytes() == path.read_bytes()


def test_a_table_of_an_earlier_run_does_not_stay(run: Run, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "tasks.csv").write_text("old")
    (tmp_path / "out" / "mine.txt").write_text("mine")
    run("extract", paper, "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "tasks.csv").exists()
    assert (tmp_path / "out" / "mine.txt").exists()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "FILE-EMPTY"),
        ("binary.txt", b"\x00\x01\x02", "FILE-BINARY"),
        ("gazette.pdf", b"%PDF-1.7 ...", "FILE-BROKEN"),
        ("gazette.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(8), "FILE-KIND"),
        ("people.csv", b"a,b\n", "TABLE-UNKNOWN"),
        ("tasks.csv", b"doc_id,title\n\"a", "TABLE-BROKEN-CSV"),
        ("tasks.csv", b"doc_id,number\n", "TABLE-COLUMN-MISSING"),
        ("appointments.csv", "doc_id,action,person,post,date\n甲,任命,乙,丙,2031-2-30\n".encode(), "TABLE-BAD-DATE"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_with_a_remedy(run: Run, tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    for words in (("extract", tmp_path / name, "--out", tmp_path / "out"), ("load", tmp_path / name, "--no-build")):
        status, _, err = run(*words)
        assert status == 65
        assert err.startswith(f"{code}  ")
        assert name in err
        assert len(err.splitlines()) >= 2
        assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_a_missing_file_is_not_found(run: Run, tmp_path: Path) -> None:
    status, _, err = run("load", tmp_path / "none.txt")
    assert status == 66
    assert err.startswith("FILE-NOT-FOUND")


def test_good_files_are_loaded_beside_a_bad_one(run: Run, paper: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    status, out, err = run("load", paper, tmp_path / "bad.txt", "--no-build")
    assert status == 65
    assert "4.txt" in out
    assert "bad.txt" in err


def test_a_bad_setting_names_its_variable(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_MIN_CONFIDENCE", "2")
    status, _, err = run("load", paper)
    assert status == 78
    assert "DUTYGRAPH_MIN_CONFIDENCE" in err


def test_an_unknown_format_is_answered_with_the_known_ones(run: Run, tmp_path: Path) -> None:
    status, _, err = run("export", "--format", "xls", "--out", tmp_path / "x")
    assert status == 64
    assert "jsonl" in err


def test_papers_forwards_backwards_and_twice_export_the_same_bytes(run: Run, tmp_path: Path) -> None:
    papers = sorted((ROOT / "examples" / "lanting").glob("*.txt"))
    assert len(papers) >= 4
    orders = {"a": papers, "b": papers[::-1], "c": [*papers, *papers]}
    for name, order in orders.items():
        home = tmp_path / name
        for part in (order[: len(order) // 2], order[len(order) // 2 :]):
            assert run("--home", home, "load", *part, "--no-build")[0] == 0
        assert run("--home", home, "export", "--out", tmp_path / f"{name}.jsonl")[0] == 0
        assert run("--home", home, "export", "--format", "csv", "--out", tmp_path / f"{name}.csv")[0] == 0
    first = (tmp_path / "a.jsonl").read_bytes()
    assert len(first) > 10_000
    for name in ("b", "c"):
        assert (tmp_path / f"{name}.jsonl").read_bytes() == first
        for table in ("nodes.csv", "edges.csv"):
            assert (tmp_path / f"{name}.csv" / table).read_bytes() == (tmp_path / "a.csv" / table).read_bytes()


def test_load_builds_rebuild_builds_the_same_and_a_second_load_builds_nothing(
    run: Run, tmp_path: Path, paper: Path
) -> None:
    said = []
    for words in (("load", paper), ("rebuild",), ("load", paper)):
        status, out, err = run(*words)
        assert (status, err) == (0, "")
        said.append(out)
    built = re.findall(r"graph (r\d+: .*)", said[0])
    assert re.findall(r"graph (r\d+: .*)", said[1]) == built
    assert "known already" in said[2]
    assert "up to date" in said[2]
    current = json.loads((tmp_path / "home" / "graph" / "current.json").read_text())
    assert built[0].startswith(f"{current['version']}: ")


def test_the_command_starts_as_a_process_and_exits_with_the_code_of_the_error(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "cli.main", "extract", str(tmp_path / "none.txt"), "--out", str(tmp_path / "out")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 66
    assert done.stderr.startswith("FILE-NOT-FOUND  ")


def test_help_speaks_both_languages(run: Run) -> None:
    status, out, _ = run("load", "--help")
    assert status == 0
    assert "载入文件" in out
    assert "Load papers" in out


def test_a_folder_in_which_there_is_nothing_to_read_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    _, _, err = run("load", tmp_path / "papers")
    assert "没有找到可读的文件" in err
