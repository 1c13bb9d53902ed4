"""Signs: no paper loses a row because it was asked first whether it can have one."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import loaders.gazette
from graph.statements import Statement
from loaders.gazette import rosters
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


def _signs() -> Iterator[tuple[ModuleType, str]]:
    """The patterns that are only asked whether a text can hold what a rule reads, wherever they are asked."""
    for module in pkgutil.iter_modules(loaders.gazette.__path__, "loaders.gazette."):
        home = importlib.import_module(module.name)
        for name, value in vars(home).items():
            if name.endswith("_SIGN") and isinstance(value, re.Pattern):
                yield home, name


def test_asking_first_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = _papers()
    assert len(papers) >= 200
    asked = [_rows(text) for text in papers]
    monkeypatch.setattr(rosters, "may_have_seats", lambda notice, *, setting: True)
    signs = list(_signs())
    assert len(signs) >= 6
    for home, name in signs:
        monkeypatch.setattr(home, name, re.compile(""))
    assert [_rows(text) for text in papers] == asked


@pytest.mark.parametrize(
    "line",
    ["副 组 长：丁一", "成员　丁一　副局长", "组（副）长：丁一", "增补以下同志为领导小组成员名单如下：", "办公室设在县水利局。", "指挥部成员由各单位负责人组成。",
     "人员如有变动，由接任者自行递补。", "丁一不再担任委员。", "组长\t丁一", "丁一（组员）　王二（组员）",
     "委员会主任由区长担任。", "由丁一任所长。"],
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
