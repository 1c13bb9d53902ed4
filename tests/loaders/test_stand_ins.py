"""AB角: the gazette, papers of other places, invented papers in many layouts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.statements import Alias, StandIn, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text
from tests.loaders.papers import Paper, papers

PAPERS = papers("papers_stand_ins.txt")


def _pairs(text: str) -> list[StandIn]:
    return of_type(read_paper(read_text(text.encode(), "example.txt")).statements, StandIn)


def _row(found: StandIn) -> str:
    limits = (
        ("scope", found.scope),
        ("exclusion", found.exclusion),
        ("condition", found.condition),
        ("fallback", found.fallback),
    )
    return f"{found.person_a} {found.person_b} {found.mutual}" + "".join(
        f" {key}={value}" for key, value in limits if value
    )


def test_all_invented_papers_are_there() -> None:
    assert len(PAPERS) == 19


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_pairs_are_read_as_a_careful_reader_would(paper: Paper) -> None:
    assert [_row(found) for found in _pairs(paper.text)] == paper.rows


def test_gazette_pairs_equal_the_gold(shared: Path) -> None:
    data = (shared / "gazette" / "dongsheng-2023-q3.txt").read_bytes()
    found = of_type(read_paper(read_text(data, "gazette.txt")).statements, StandIn)
    with (shared / "gold" / "dongsheng-2023-q3" / "ab_pairs.csv").open(encoding="utf-8-sig", newline="") as handle:
        gold = [(row["person_a"], row["person_b"]) for row in csv.DictReader(handle)]
    assert [(row.person_a, row.person_b) for row in found] == gold
    assert {(row.mutual, row.condition) for row in found} == {("yes", "外出")}


def test_ring_table_with_merged_cells_binds_one_way(shared: Path) -> None:
    path = next((shared / "samples" / "docs").glob("C08-*.txt"))
    found = _pairs(path.read_text(encoding="utf-8").partition("\n")[2])
    assert len(found) == 11
    assert {row.mutual for row in found} == {"no"}
    by_scope = {row.scope: (row.person_a, row.person_b, row.exclusion) for row in found}
    assert by_scope["应急管理、消防、防灾减灾"] == ("董必成", "路遥远", "")
    assert by_scope["公安、司法、信访"] == ("莫言秋", "古月", "公安局局长职责")


def test_town_paper_keeps_scope_exclusion_and_fallback(shared: Path) -> None:
    path = next((shared / "samples" / "docs").glob("C11-*.txt"))
    found = {(row.person_a, row.person_b): row for row in _pairs(path.read_text(encoding="utf-8").partition("\n")[2])}
    assert len(found) == 6
    assert found["穆青山", "霍去非"].exclusion == "执纪审查"
    assert found["凤栖梧", "时雨"].fallback == "舒朗"
    assert (found["时雨", "岳峙渊"].mutual, found["时雨", "岳峙渊"].scope) == ("no", "安全生产、消防")
    assert found["夏侯淳", "令狐平"].fallback == "岑岭"


def test_short_name_in_brackets_is_an_alias() -> None:
    text = "甲县人民政府关于供水的通知\n各乡镇：\n为推进供水，由甲县供水排水有限责任公司（以下简称“供水公司”）承担。\n"
    found = of_type(read_paper(read_text(text.encode(), "example.txt")).statements, Alias)
    assert [(row.name, row.alias, row.kind) for row in found] == [("甲县供水排水有限责任公司", "供水公司", "以下简称")]


def test_who_is_the_a_and_who_the_b_said_of_each() -> None:
    text = """\
关于实行AB角工作制的通知
各科室：
（一）副县长石磊为A角，副县长夏荷为B角。
（二）安全生产工作由周正同志担任A角，沈渡同志担任B角。
（三）丁一同志担任A角，B角由各科室自定。
"""
    assert [(one.person_a, one.person_b) for one in _pairs(text)] == [("石磊", "夏荷"), ("周正", "沈渡")]
