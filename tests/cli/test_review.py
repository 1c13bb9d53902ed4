from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from core.settings import Settings
from loaders import extraction
from tests.cli.test_load import Run, run

__all__ = ["run"]

PAPER = """兰亭区人民政府办公室关于成立兰亭区医改领导小组的通知

兰政办发〔2031〕4号

各镇人民政府、街道办事处，区直各部门：

　　决定成立兰亭区医改领导小组。组成人员名单如下：

组　长：周　正　区委副书记、区长
副组长：沈　渡　副区长
成　员：撤飞云　区财政局局长
　　　　沈　渡　栖霞镇镇长
　　　　韩　周　区卫生健康委员会主任

兰亭区人民政府办公室
2031年8月30日
"""
BY = ("--who", "李审", "--why", "核对原件", "--no-build")


@pytest.fixture
def loaded(run: Run, tmp_path: Path, ledger_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line over a home with one paper, and a ledger of each kind."""
    monkeypatch.setenv("DUTYGRAPH_LEDGER", ledger_settings.ledger)
    monkeypatch.setenv("DUTYGRAPH_LEDGER_PASSWORD", ledger_settings.ledger_password.get_secret_value())
    path = tmp_path / "4.txt"
    path.write_text(PAPER, encoding="utf-8")
    assert run("load", path, "--no-build", "--jurisdiction", "990101")[0] == 0
    return run


def listed(run: Run, kind: str = "", below: str = "0.8") -> list[list[str]]:
    """The rows of the review list."""
    options = ("--kind", kind) if kind else ()
    code, said, _ = run("review", *options, "--below", below, "--json")
    assert code == 0
    return [[str(cell) for cell in row] for row in json.loads(said)["rows"]]


def statement(run: Run, name: str) -> str:
    """The id of the first statement that names somebody."""
    code, said, _ = run("review", "mentions", name, "--json")
    assert code == 0
    return str(json.loads(said)["rows"][0][2])


def test_it_lists_suspect_names_and_homonyms_with_a_reason_and_an_id(loaded: Run) -> None:
    (suspect,) = listed(loaded, "suspect-name")
    assert suspect[1] == "撤飞云"
    assert "撤" in suspect[4]
    assert suspect[6].startswith("pe_")
    assert {row[1] for row in (*listed(loaded, "homonym"), *listed(loaded, "conflict"))} == {"沈渡"}


def test_a_doubtful_row_is_listed_with_the_reason_of_its_rule(loaded: Run) -> None:
    rows = listed(loaded, "statement", below="1.1")
    assert rows
    assert all(row[4] and row[6].startswith("st_") for row in rows)


def test_an_accepted_name_is_no_more_listed_until_the_decision_is_withdrawn(loaded: Run) -> None:
    (suspect,) = listed(loaded, "suspect-name")
    code, said, _ = loaded("review", "accept", suspect[6], *BY)
    assert (code, listed(loaded, "suspect-name")) == (0, [])
    row = said.split("第 ")[1].split(" ")[0]
    assert loaded("review", "withdraw", row, *BY)[0] == 0
    assert len(listed(loaded, "suspect-name")) == 1
    code, said, _ = loaded("review", "decisions", "--json")
    (decision,) = json.loads(said)["rows"]
    assert decision[1] == "认可"
    assert decision[4] == "李审"
    assert decision[7] == "已撤回"


def test_pairs_called_different_are_no_more_listed(loaded: Run) -> None:
    rows = [*listed(loaded, "homonym"), *listed(loaded, "conflict")]
    one, other = rows[0][6].split()
    assert loaded("review", "not-same", one, other, *BY)[0] == 0
    assert [*listed(loaded, "homonym"), *listed(loaded, "conflict")] == []


def test_a_correction_survives_reading_the_paper_by_newer_rules(
    loaded: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wrong = statement(loaded, "撤飞云")
    assert loaded("review", "correct", wrong, "--column", "person", "--value", "撖飞云", *BY)[0] == 0
    monkeypatch.setattr(extraction, "RULES_VERSION", "2999.1.1")
    code, said, _ = loaded("load", tmp_path / "4.txt", "--no-build", "--jurisdiction", "990101")
    assert (code, "已载入过" in said) == (0, False)
    assert listed(loaded, "orphan") == []
    assert loaded("review", "mentions", "撖飞云", "--json")[1].count(wrong) == 1
    assert listed(loaded, "suspect-name") == []


def test_a_rejected_row_leaves_the_graph(loaded: Run) -> None:
    wrong = statement(loaded, "撤飞云")
    assert loaded("review", "reject", wrong, *BY)[0] == 0
    assert json.loads(loaded("review", "mentions", "撤飞云", "--json")[1])["rows"] == []


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("accept", "st_none", *BY), "NOT-FOUND", 66),
        (("same", "沈渡", "周正", *BY), "AMBIGUOUS", 64),
        (("same", "周正", "周正", *BY), "REVIEW-PAIR", 64),
        (("withdraw", "77", *BY), "NOT-FOUND", 66),
        (("--kind", "nonsense"), "REVIEW-KIND", 64),
    ],
)
def test_what_cannot_be_decided_is_refused(loaded: Run, words: tuple[str, ...], code: str, exit_code: int) -> None:
    left, _, errors = loaded("review", *words)
    assert left == exit_code
    assert code in errors


def test_a_decision_needs_who_and_why_and_a_column_that_is_there(loaded: Run) -> None:
    wrong = statement(loaded, "撤飞云")
    assert "DECISION-INCOMPLETE" in loaded("review", "reject", wrong, "--no-build")[2]
    assert "DECISION-INCOMPLETE" in loaded("review", "reject", wrong, "--who", "李审", "--no-build")[2]
    assert "TABLE-COLUMN-UNKNOWN" in loaded("review", "correct", wrong, "--column", "x", "--value", "y", *BY)[2]
    assert "TABLE-BAD-NUMBER" in loaded("review", "correct", wrong, "--column", "order", "--value", "y", *BY)[2]


def test_files_that_do_not_agree_are_listed_and_one_can_be_purged(loaded: Run, tmp_path: Path) -> None:
    other = tmp_path / "4b.txt"
    other.write_text(PAPER.replace("韩　周", "韩　舟"), encoding="utf-8")
    assert loaded("load", other, "--no-build", "--jurisdiction", "990101")[0] == 0
    code, said, _ = loaded("differences", "--json")
    assert code == 0
    assert {("韩周" in line[2], line[3]) for line in json.loads(said)["rows"]} == {
        (True, "4.txt"),
        (False, "4b.txt"),
    }
    assert {row[0] for row in listed(loaded, "difference")} == {"文件不一致"}
    assert "DECISION-INCOMPLETE" in loaded("purge", other)[2]
    code, said, _ = loaded("purge", "4b.txt", "--who", "李审", "--why", "含个人信息")
    assert (code, "已清除" in said) == (0, True)
    assert json.loads(loaded("differences", "--json")[1])["rows"] == []
    assert "FILE-PURGED" in loaded("load", other, "--no-build")[2]


@pytest.mark.parametrize(
    ("lang", "column", "name"), [("zh", "所列职务 ", "姓名 周正"), ("en", "printed title ", "person 周正")]
)
def test_a_person_reads_captions_and_printed_words_never_the_names_of_columns(
    loaded: Run, lang: str, column: str, name: str
) -> None:
    _, said, _ = loaded("review", "--below", "1.1", "--kind", "statement", "--lang", lang)
    assert column in said
    assert name in said
    assert "组　长：周　正" in said or "组 长:周 正" in said or "组 长：周 正" in said
    assert not re.search(r"[a-z]+_[a-z]+(?<!^st)[ =]", said.replace("st_", ""))
    assert "listed=" not in said
    assert ("第9行" if lang == "zh" else "line 9") in said
    _, said, _ = loaded("review", "--kind", "homonym", "--lang", lang)
    _, other, _ = loaded("review", "--kind", "conflict", "--lang", lang)
    assert "栖霞镇镇长" in said + other
    assert "副区长" in said + other


def test_doubts_stand_in_the_order_of_the_paper(loaded: Run) -> None:
    lines = [int(re.findall(r"[0-9]+", row[3])[0]) for row in listed(loaded, "statement", below="1.1")]
    assert len({len(str(line)) for line in lines}) > 1
    assert lines == sorted(lines)


def test_the_id_a_person_sees_is_enough_to_decide_and_so_is_a_caption(loaded: Run) -> None:
    whole = statement(loaded, "撤飞云")
    _, said, _ = loaded("review", "--kind", "suspect-name")
    (short,) = re.findall(r"pe_[0-9a-f]+", said)
    assert len(short) < 20
    assert loaded("review", "accept", short, *BY)[0] == 0
    assert loaded("review", "correct", whole[:13], "--column", "姓名", "--value", "撖飞云", *BY)[0] == 0
    assert json.loads(loaded("review", "mentions", "撖飞云", "--json")[1])["rows"][0][2] == whole
    assert "NOT-FOUND" in loaded("review", "accept", "st_", *BY)[2]
    _, said, _ = loaded("review", "decisions")
    assert "姓名 撖飞云" in said.replace("\n", "")


def test_what_contradicts_a_decision_is_refused_and_the_same_is_not_noted_twice(loaded: Run) -> None:
    wrong = statement(loaded, "撤飞云")
    rows = [*listed(loaded, "homonym"), *listed(loaded, "conflict")]
    one, other = rows[0][6].split()
    assert loaded("review", "accept", wrong, *BY)[0] == 0
    assert "已有此决定" in loaded("review", "accept", wrong, *BY)[1]
    assert "REVIEW-CONTRADICTS" in loaded("review", "reject", wrong, *BY)[2]
    assert loaded("review", "correct", wrong, "--column", "person", "--value", "撖飞云", *BY)[0] == 0
    assert "REVIEW-CONTRADICTS" in loaded("review", "correct", wrong, "--column", "姓名", "--value", "撤云", *BY)[2]
    assert loaded("review", "correct", wrong, "--column", "order", "--value", "7", *BY)[0] == 0
    assert loaded("review", "not-same", one, other, *BY)[0] == 0
    assert "REVIEW-CONTRADICTS" in loaded("review", "same", other, one, *BY)[2]
    decided = json.loads(loaded("review", "decisions", "--json")[1])["rows"]
    assert [row[1] for row in decided] == ["认可", "更正", "更正", "不是同一"]
    assert loaded("review", "withdraw", decided[3][0], *BY)[0] == 0
    assert loaded("review", "same", other, one, *BY)[0] == 0


def test_nothing_to_look_at_is_said(loaded: Run) -> None:
    assert "没有存疑之处" in loaded("review", "--kind", "sum-wrong")[1]
    assert "Nothing has been decided" in loaded("review", "decisions", "--lang", "en")[1]
