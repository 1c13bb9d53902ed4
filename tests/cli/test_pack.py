"""Answer packs from the command line: kept, asked again, found to differ where the papers say otherwise."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings

Run = Callable[..., tuple[int, str, str]]
QUESTION = "谁负责扩大科技信贷风险补偿"
ISSUES = Path(__file__).resolve().parents[2] / "examples" / "lanting"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(home: Path, *words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dutygraph", "--home", str(home), *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return command


@pytest.fixture
def pack(run: Run, lanting: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "answer.json"
    code, _, err = run(lanting.home, "pack", "save", QUESTION, "--on", "2023-10-01", "--out", path)
    assert (code, err) == (0, "")
    return path


def test_a_pack_holds_all_that_the_answer_rests_on(pack: Path, lanting: Settings) -> None:
    found = json.loads(pack.read_text(encoding="utf-8"))
    assert (found["question"], found["on"], found["pack"]) == (QUESTION, "2023-10-01", 1)
    assert found["known_at"] > 0
    assert "tasks/who-is-responsible" in found["queries"]
    assert found["queries"]["tasks/who-is-responsible"].startswith("MATCH")
    originals = {path.name for path in lanting.originals_path.rglob("*") if path.is_file()}
    assert {each["file"] for each in found["papers"]} <= originals
    assert {"岚政发〔2023〕2号", "岚政办发〔2023〕36号"} <= {each["paper"] for each in found["papers"]}
    assert found["answer"]["answers"][0]["verdict"]["code"] == "moved"
    assert {each["series"] for each in found["reach"]} >= {"岚政发", "岚政办发"}
    assert all(each["quote"] for each in found["answer"]["evidence"])


def test_the_same_papers_give_the_same_pack_and_the_check_says_so(run: Run, pack: Path, lanting: Settings) -> None:
    again = pack.with_name("again.json")
    run(lanting.home, "pack", "save", QUESTION, "--on", "2023-10-01", "--out", again)
    assert again.read_bytes() == pack.read_bytes()
    code, out, err = run(lanting.home, "pack", "check", pack)
    assert (code, err) == (0, "")
    assert out.count("一致 same") == 2


def test_a_later_paper_makes_the_answer_differ_now_and_not_as_known_then(run: Run, tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "pack.json"
    place = ("--jurisdiction", "990101")
    assert run(home, "load", ISSUES / "2023-q1.txt", *place)[0] == 0
    assert run(home, "pack", "save", QUESTION, "--on", "2023-10-01", "--out", path)[0] == 0
    assert run(home, "load", ISSUES / "2023-q3.txt", *place)[0] == 0
    code, out, _ = run(home, "pack", "check", path)
    assert code == 1
    then, now = out.split("按现在所知")
    assert "一致" in then
    assert "不同" in now
    assert any(line.startswith("  + ") and "梁知远" in line for line in now.splitlines())
    assert any(line.startswith("  - ") for line in now.splitlines())


def test_a_table_answer_can_be_packed_too(run: Run, lanting: Settings, tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    code, _, err = run(lanting.home, "pack", "save", "岚汀区食品安全委员会有哪些变动", "--out", path)
    assert (code, err) == (0, "")
    assert run(lanting.home, "pack", "check", path)[0] == 0


@pytest.mark.parametrize("text", ["{}", "no json", '{"pack": 2}'])
def test_what_is_no_pack_is_refused(run: Run, lanting: Settings, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    code, _, err = run(lanting.home, "pack", "check", path)
    assert (code, err.split()[0]) == (65, "PACK")


def test_a_pack_of_a_later_ledger_or_of_other_details_says_so(run: Run, pack: Path, lanting: Settings) -> None:
    found = json.loads(pack.read_text(encoding="utf-8"))
    pack.write_text(json.dumps({**found, "known_at": 99_999}), encoding="utf-8")
    code, out, _ = run(lanting.home, "pack", "check", pack)
    assert code == 0
    assert "99999" in out
    assert "另一账本" in out
    pack.write_text(json.dumps({**found, "answer": None}), encoding="utf-8")
    code, out, _ = run(lanting.home, "pack", "check", pack)
    assert (code, out.count("各行相同")) == (1, 2)
    pack.write_text(json.dumps({**found, "pack": 2}), encoding="utf-8")
    code, _, err = run(lanting.home, "pack", "check", pack)
    assert (code, "PACK" in err, "save it anew" in err) == (65, True, True)
