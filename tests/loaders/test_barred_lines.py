"""Tables whose cells stand one a line, each closed by a bar. All papers are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.gazette.cells import tables
from loaders.gazette.issue import split
from loaders.readers.text import paper_of
from tests.loaders.test_tasks import short, tasks


def rows(text: str) -> list[list[str]]:
    """The rows of the first table of an invented paper, cells as printed."""
    paper = paper_of(f"甲县重点任务分解表\n{text}", name="paper.txt", sha256="0")
    found = [table for notice in split(paper) for table in tables(notice)]
    return [[cell.printed() for cell in row.cells] for row in found[0].rows] if found else []


def below(cells: str) -> str:
    """Cells between commas, each with its bar on the next line."""
    return "".join(f"{cell}\n|\n" for cell in cells.split(","))


def beside(cells: str) -> str:
    """Cells between commas, each with its bar behind it."""
    return "".join(f"{cell} |\n" for cell in cells.split(","))


HEAD = "序号,工作任务,责任单位,完成时限"
BODY = "7,修建水厂,县水利局,6月底前,8,改造校舍,县教育局,9月底前"


@pytest.mark.parametrize("printed", [below, beside])
def test_rows_begin_with_the_next_number(printed: Callable[[str], str]) -> None:
    assert rows(printed(f"{HEAD},{BODY}")) == [
        ["7", "修建水厂", "县水利局", "6月底前"],
        ["8", "改造校舍", "县教育局", "9月底前"],
    ]


def test_a_row_with_a_cell_too_many_ends_the_table() -> None:
    assert rows(beside(f"{HEAD},{BODY},见附页,9,开通网络,县工信局,年底前"))[-1][0] == "8"


def test_rows_without_number_have_as_many_cells_as_the_head() -> None:
    text = beside("工作任务,责任单位,完成时限,修建水厂,县水利局,6月底前,改造校舍,县教育局,9月底前")
    assert rows(text) == [["修建水厂", "县水利局", "6月底前"], ["改造校舍", "县教育局", "9月底前"]]


def test_cells_that_fit_no_column_are_no_table() -> None:
    assert rows(beside("工作任务,责任单位,完成时限,首页,概况,政务公开,办事服务,互动交流,联系我们")) == []


def test_a_merged_cell_before_the_numbers_is_the_part_over_them() -> None:
    text = "甲县重点任务分解表\n" + below(
        "工作任务,具体要求,责任科室,时限要求,建设水利,1,修建水厂。,水利科,6月底前,2,疏通渠道。,灌溉科,9月底前"
        ",改善校舍,3,翻新食堂。,教育科,年底前,改善道路,4,硬化村道。,交通科,年底前,改善通信,5,开通网络。,信息科,年底前"
    )
    found = tasks(text)
    assert [short(task) for task in found[:2]] == [
        "1 修建水厂。 | - | - | 水利科 | - | 6月底前",
        "2 疏通渠道。 | - | - | 灌溉科 | - | 9月底前",
    ]
    assert [task.section for task in found] == ["建设水利", "建设水利", "改善校舍", "改善道路", "改善通信"]


def test_a_bar_alone_opens_a_row_whose_cells_wrap() -> None:
    text = "|\n工作任务 |\n责任单位 |\n完成时限 |\n|\n修建水厂\n二期 |\n县水利局 |\n6月底前 |\n|\n改造校舍 |\n县教育局 |\n|\n"
    text = text.replace("县教育局 |\n|\n", "县教育局 |\n9月底前 |\n")
    assert rows(text) == [["修建水厂二期", "县水利局", "6月底前"], ["改造校舍", "县教育局", "9月底前"]]


def test_bars_of_a_menu_are_no_table() -> None:
    assert rows("首页 |\n概况 |\n政务公开 |\n办事服务 |\n正文\n" + beside("工作任务,责任单位")) == []
