"""Pairs of stand-ins whose names look like words: a township's letters parted by a gap, a surname that joins elsewhere."""

from __future__ import annotations

import pytest

from graph.statements import StandIn, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _pairs(text: str) -> list[StandIn]:
    return of_type(read_paper(read_text(text.encode(), "x.txt")).statements, StandIn)


def test_a_gap_makes_a_name_of_letters_that_are_a_word() -> None:
    text = (
        "甲县医院职能科室AB角安排\n\n    科  室        A角        B角\n    院  办       丁 一      沈 渡\n"
        "    护 理 部     周 正      苏 木\n    财 务 科     吴 用      丁 一\n"
    )
    assert [(one.person_a, one.person_b) for one in _pairs(text)] == [
        ("丁一", "沈渡"),
        ("周正", "苏木"),
        ("吴用", "丁一"),
    ]


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("法规科：A角为同德旺，B角为沈渡。", [("同德旺", "沈渡")]),
        ("法规科：A角：沈渡，B角：从立洲。", [("沈渡", "从立洲")]),
        ("法规科：A角为沈渡，B角为未确定。", []),
        ("法规科：A角为沈渡，B角为同办公。", []),
    ],
)
def test_a_surname_that_joins_elsewhere(line: str, pairs: list[tuple[str, str]]) -> None:
    text = f"关于落实岗位AB角制的通知\n各科室：\n（一）{line}\n（二）办公室：A角为丁一，B角为周正。\n"
    assert [(one.person_a, one.person_b) for one in _pairs(text)] == [*pairs, ("丁一", "周正")]


@pytest.mark.parametrize(
    ("said", "fallback"),
    [
        ("AB角同时不在岗时，须经分管领导批准。", ""),
        ("AB角同时外出的，应提前报局长同意。", ""),
        ("AB角同时不在岗时，由办公室指定人员代岗。", "由办公室指定人员代岗"),
    ],
)
def test_who_allows_both_to_be_away_takes_nothing_over(said: str, fallback: str) -> None:
    text = f"关于落实AB角制的通知\n各科室：\n丁一与周正互为AB角。\n{said}\n"
    assert [one.fallback for one in _pairs(text)] == [fallback]
