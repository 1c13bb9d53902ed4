"""Aims set out as tables: which columns hold them, and which tables hold none."""

from __future__ import annotations

import pytest

from graph.statements import Target, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of


def targets(text: str) -> list[str]:
    """`year thing comparator value unit` of each target of an invented paper."""
    rows = read_paper(paper_of(text, name="paper.txt", sha256="0")).statements
    return [f"{one.year} {one.indicator} {one.comparator} {one.value}{one.unit}" for one in of_type(rows, Target)]


@pytest.mark.parametrize(
    "table",
    [
        "指标\t2030年\t2035年\t属性\n1.造林面积（亩）\t800\t900以上\t约束性\n2.绿化率（%）\t41.5\t≥43\t预期性\n",
        "指标名称\t单位\t2030年实际\t2035年目标\n造林面积\t亩\t800\t≥900\n绿化率\t%\t41.5\t43以上\n",
        "类别\t指标\t单位\t2030年\t2035年\t年均增长\t指标属性\n林业\t造林面积\t亩\t800\t≥900\t—\t约束性\n绿化率\t%\t41.5\t≥43\t—\t预期性\n",
        "序号\t主要指标\t现状\t2035年规划值\n1\t造林面积（亩）\t800\t≥900\n2\t绿化率（%）\t41.5\t不低于43\n",
    ],
)
def test_columns_of_aims(table: str) -> None:
    assert targets(f"甲县林业规划\n\n{table}") == ["2035 造林面积 >= 900亩", "2035 绿化率 >= 43%"]


def test_years_one_after_the_other_are_aims_behind_the_first() -> None:
    table = "指标\t单位\t2031年\t2032年\t2033年\t属性\n造林面积\t亩\t8\t9\t10\t约束性\n"
    assert targets(f"甲县林业规划\n\n{table}") == ["2032 造林面积 = 9亩", "2033 造林面积 = 10亩"]
    apart = "指标\t单位\t2030年\t2032年\t2035年\t属性\n造林面积\t亩\t8\t9\t10\t约束性\n"
    assert targets(f"甲县林业规划\n\n{apart}") == ["2035 造林面积 = 10亩"]


def test_the_title_tells_the_year_of_a_column_of_aims() -> None:
    assert targets("甲县2033年林业指标\n\n指标\t单位\t目标值\n造林面积\t亩\t900\n") == ["2033 造林面积 = 900亩"]


@pytest.mark.parametrize(
    "table",
    [
        "指标\t单位\t2030年\t2031年\t增长\n造林面积\t亩\t8\t9\t12%\n",  # what was measured
        "指标\t单位\t2030年\t2031年完成\t属性\n造林面积\t亩\t—\t9\t—\n".replace("2030年", "备注"),
        "2035年目标\t指标\t属性\t2030年\n造林面积\t约束性\t9\n",  # the column of the aim was left out, and the last is another
        "指标\t2030年\t2035年\t属性\n人均收入\t800\t与经济增长同步\t预期性\n",  # words and no figure
        "项目\t2030年\t2035年\n造林面积\t800\t900\n",
    ],
)
def test_tables_without_aims(table: str) -> None:
    assert targets(f"甲县林业情况\n\n{table}") == []
