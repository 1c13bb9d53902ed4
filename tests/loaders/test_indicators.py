"""The scored table: torn rows, slipped labels, weights that only the sums give back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from graph.statements import Indicator
from loaders.gazette.indicators import read
from loaders.gazette.issue import split
from loaders.readers.text import paper_of, read_text

HEAD = "指标分类\t指标内容\t指标要求\t评分标准\t权重分值\t档案资料\t责任部门\n"


def indicators(rows: str) -> list[Indicator]:
    """The indicators of an invented table."""
    paper = paper_of(f"甲市指标任务分解表\n\n{HEAD}{rows}", name="paper.txt", sha256="0")
    return [indicator for notice in split(paper) for indicator in read(notice)]


def weights(rows: str) -> list[tuple[str, str, str]]:
    """Number, printed weight and reasoned weight."""
    return [(one.number, one.weight, one.weight_reasoned) for one in indicators(rows)]


def test_the_weight_that_is_not_printed_follows_from_the_sum() -> None:
    rows = "一、组织(10分)\t(一)机制(10分)\t1.成立小组。 2.落实经费。\t有文件\t6\t文件\t市卫健委\n\t\t3.定期督导。\t记录\t1\t记录\t市卫健委\n"
    assert weights(rows) == [("1", "6", "6"), ("2", "", "3"), ("3", "1", "1")]


def test_two_open_weights_stay_open() -> None:
    rows = "一、组织(10分)\t(一)机制(10分)\t1.成立小组。 2.落实经费。 3.定期督导。\t有文件\t6\t文件\t市卫健委\n"
    assert weights(rows) == [("1", "6", "6"), ("2", "", ""), ("3", "", "")]


def test_a_row_without_requirement_carries_what_was_cut_off_above() -> None:
    rows = "一、组织(9分)\t(一)机制(9分)\t1.成立小组。 2.落实经费。\t有文件\t6\t文件\t市卫健委\n\t\t\t\t\t\t3\t记录\t市财政局\n"
    assert weights(rows) == [("1", "6", "6"), ("2", "3", "3")]
    assert [one.responsible_orgs for one in indicators(rows)] == [("市卫健委",), ("市财政局",)]


def test_a_figure_that_slipped_into_the_next_row_goes_back() -> None:
    rows = (
        "一、组织(20分)\t(一)机制(20分)\t1.成立小组。 2.落实经费。\t有文件\t5\t文件\t市卫健委\n"
        "二、环境(4分)\t(一)社区(4分)\t1.建设社区。\t标准\t15\t报告\t市疾控中心\n\t\t\t\t4\t资料\t市住建局\n"
    )
    found = indicators(rows)
    assert [(one.number, one.weight, one.weight_reasoned) for one in found] == [
        ("1", "5", "5"),
        ("2", "", "15"),
        ("1", "4", "4"),
    ]
    assert found[1].orgs_reasoned == ("市疾控中心",)
    assert found[2].responsible_orgs == ("市住建局",)


def test_a_label_one_row_too_early_waits_for_its_first_item() -> None:
    rows = (
        "一、组织(6分)\t(一)机制(3分)\t1.成立小组。\t文件\t2\t文件\t市卫健委\n\t(二)经费(3分)\t2.定期督导。\t文件\t1\t文件\t市卫健委\n"
        "\t\t1.落实经费。\t文件\t3\t文件\t市财政局\n"
    )
    assert [(one.subsection, one.requirement) for one in indicators(rows)] == [
        ("(一)机制", "成立小组。"),
        ("(一)机制", "定期督导。"),
        ("(二)经费", "落实经费。"),
    ]


def test_a_page_printed_twice_is_marked() -> None:
    row = "一、组织(3分)\t(一)机制(3分)\t1.成立慢性病防治小组。\t文件\t3\t文件\t市卫健委\n"
    again = HEAD + row.replace("防治", "防控")
    assert [one.duplicate_page for one in indicators(row + again)] == ["", "yes"]


def test_cells_shifted_to_the_right_are_found_by_their_figure() -> None:
    rows = "一、组织(3分)\t(一)机制(3分)\t1.成立小组。\t文件\t\t\t3\t文件\t市卫健委\n"
    (one,) = indicators(rows)
    assert (one.weight, one.responsible_orgs) == ("3", ("市卫健委",))


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("市政府办主导，市卫健委牵头，各成员单位积极配合落实", ("市政府办", "市卫健委", "各成员单位")),
        ("园林绿化 事业发展中心、城市 管理局", ("园林绿化事业发展中心", "城市管理局")),
        ("组织部 各成员单位", ("组织部", "各成员单位")),
        ("卫健委(疾控中心)", ("卫健委(疾控中心)",)),
        ("做好资料收集工作", ()),
    ],
)
def test_units_of_a_cell(cell: str, units: tuple[str, ...]) -> None:
    rows = f"一、组织(3分)\t(一)机制(3分)\t1.成立小组。\t文件\t3\t文件\t{cell}\n"
    assert indicators(rows)[0].responsible_orgs == units


def test_the_scored_table_of_the_gazette(shared: Path) -> None:
    path = shared / "gazette" / "dongsheng-2023-q3.txt"
    paper = read_text(path.read_bytes(), path.name)
    found = [indicator for notice in split(paper) for indicator in read(notice)]
    first = [one for one in found if not one.duplicate_page]
    assert (len(first), len(found) - len(first)) == (63, 8)
    assert sum(Decimal(one.weight_reasoned) for one in first) == 300
    for subsection in {(one.section, one.subsection) for one in first}:
        rows = [one for one in first if (one.section, one.subsection) == subsection]
        assert sum(Decimal(one.weight_reasoned) for one in rows) == Decimal(rows[0].subsection_score), subsection
