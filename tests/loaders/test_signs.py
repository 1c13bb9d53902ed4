"""Signs of rosters and duties: no paper loses a row because it was asked first whether it can have one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from graph.statements import Statement
from loaders.gazette import duties_subjects, rosters
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.gazette.rosters_signs import may_have_seats
from loaders.readers.text import read_text

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "loaders" / "gazette" / "rules"
FOLDERS = (ROOT / "benchmark" / "papers" / "docs", ROOT / "examples" / "lanting")


def _papers() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    for path in sorted(RULES.glob("*.yaml")):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8")):
            texts.extend((rule["example"]["text"], rule["counter"]["text"]))
    return texts


def _rows(text: str) -> tuple[Statement, ...]:
    return read_paper(read_text(text.encode(), "paper.txt")).statements


def test_asking_first_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = _papers()
    assert len(papers) >= 200
    asked = [_rows(text) for text in papers]
    monkeypatch.setattr(rosters, "may_have_seats", lambda notice, *, setting: True)
    monkeypatch.setattr(duties_subjects, "_DUTY_SIGN", re.compile(""))
    assert [_rows(text) for text in papers] == asked


@pytest.mark.parametrize(
    "line",
    ["副 组 长：丁一", "成员　丁一　副局长", "组（副）长：丁一", "增补以下同志为领导小组成员名单如下：", "办公室设在县水利局。", "指挥部成员由各单位负责人组成。",
     "人员如有变动，由接任者自行递补。", "丁一不再担任委员。", "组长\t丁一", "丁一（组员）　王二（组员）"],
)  # fmt: skip
def test_a_sign_is_seen(line: str) -> None:
    assert _may_have(line)


@pytest.mark.parametrize(
    "line",
    ["各部门要加强组织领导，成立工作机制，压实责任。", "对调整后的方案按程序公布。", "社会组织成员应当依法登记。"],
)
def test_running_text_has_none(line: str) -> None:
    assert not _may_have(line)


def _may_have(line: str) -> bool:
    text = f"甲县人民政府关于加强管理的通知\n甲政发〔2031〕1号\n各乡镇：\n{line}\n"
    notice, *_ = split(read_text(text.encode(), "paper.txt"))
    return may_have_seats(notice, setting=False)
