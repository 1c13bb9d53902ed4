"""Tables printed as lines: heads, cells, what blank and torn rows mean."""

from __future__ import annotations

import pytest

from graph.statements import Task
from loaders.gazette.cells import Table, tables
from loaders.gazette.heads import head_of, role_of
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of, read_text


def read(text: str) -> list[Table]:
    """The tables of an invented paper."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [table for notice in split(paper) for table in tables(notice)]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头单位", "lead"), ("主责部门", "lead"), ("责任单位（牵头）", "responsible"), ("承办单位", "undertaker"), ("协 办 单 位", "cooperating"),
        ("分管领导", "leader"), ("区级包联领导", "leader"), ("县委牵头领导", "leader"), ("完成时限", "deadline"), ("时间节点", "deadline"), ("实事内容", "title"),
        ("重点工作", "title"), ("工作措施", "content"), ("预案名称", "plan"), ("牵头编制部门", "drafter"), ("权重分值", "weight"), ("赋分标准", "criterion"),
        ("类别", "section"), ("序号", "number"), ("姓名", "name"), ("A角", "a"), ("联系电话", "phone"), ("主要职责", "duty"), ("成员单位", "member_unit"),
        ("牵头站所", "lead"), ("配合站所", "cooperating"), ("责任部室", "responsible"), ("责任村（社区）", "responsible"), ("协办院系", "cooperating"),
        ("认领单位", "responsible"), ("承接科室", "responsible"), ("落实人", "leader"), ("包联责任人", "leader"), ("兑现时限", "deadline"), ("节点时间", "deadline"),
    ],
)  # fmt: skip
def test_head_words_have_roles(words: str, role: str) -> None:
    assert role_of(words.replace("（", "(").replace("）", ")")) == role


@pytest.mark.parametrize(
    "words", ["区财政局", "", "为民办事", "王强", "本方案由县政府办公室负责解释", "责任所长", "工作站所"]
)
def test_other_words_have_none(words: str) -> None:
    assert role_of(words) is None


def test_a_head_that_returns_on_each_page_is_no_row() -> None:
    (table,) = read("甲表\n\n序号\t任务\t责任单位\n1\t修路\t县交通局\n\n序号\t任务\t责任单位\n2\t治水\t县水利局\n")
    assert [row.get(1) for row in table.rows] == ["修路", "治水"]
    assert table.caption is not None
    assert table.caption.text == "甲表"


def test_two_tables_with_other_heads_are_two() -> None:
    found = read("甲表\n\n序号\t任务\t责任单位\n1\t修路\t县交通局\n\n序号\t预案名称\t编制单位\n1\t防汛预案\t县水利局\n")
    assert [table.roles for table in found] == [("number", "title", "responsible"), ("number", "plan", "drafter")]


def test_running_text_ends_a_table() -> None:
    prose = "各单位要按照上表认真组织实施，" * 8 + "确保完成。"
    (table,) = read(f"甲表\n\n序号\t任务\t责任单位\n1\t修路\t县交通局\n\n{prose}\n\n这里\t不是\t表\n")
    assert len(table.rows) == 1


def test_blank_cells_take_the_value_above_only_where_asked() -> None:
    (table,) = read("甲表\n\n任务\t责任领导\t配合单位\n修路\t王强\t县财政局\n治水\t\t\n")
    rows = [tuple(cell.printed() for cell in cells) for _, cells in table.filled({1})]
    assert rows[1] == ("治水", "王强", "")


def test_remnants_of_markup_leave_the_way_back_to_the_paper() -> None:
    text = "甲表\n\n任务\t责任单位\n硬化道路，<br>修建桥涵\t县交通局&nbsp;\n"
    (table,) = read(text)
    cell = table.rows[0].cells[0]
    assert cell.printed() == "硬化道路，修建桥涵"
    assert text[cell.start : cell.end] == "硬化道路，<br>修建桥涵"
    assert table.rows[0].cells[1].printed() == "县交通局"


def test_bars_part_cells_and_their_rule_is_no_row() -> None:
    (table,) = read("甲表\n\n| 任务 | 责任单位 |\n| --- | :-: |\n| 修路 | 县交通局 |\n")
    assert [[cell.printed() for cell in row.cells] for row in table.rows] == [["修路", "县交通局"]]


def test_a_line_without_tab_between_rows_is_a_heading_or_the_rest_of_a_cell() -> None:
    (table,) = read("甲表\n\n序号\t任务\t责任单位\n一、交通\n1\t修路\t县交通局\n2\t治水\n县水利局\n")
    assert table.rows[0].filled_cells() == [0]
    assert len(table.rows) == 3


def test_a_line_break_between_two_bodies_parts_them_and_one_inside_a_name_does_not() -> None:
    text = (
        "甲县任务分解表\n| 序号 | 任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n"
        "| 1 | 修建<br>水厂 | 县住房和<br>城乡建设局 | 县水利局<br>县财政局、<br>县审计局 |\n"
        "| 2 | 改造校舍 | 县政府<br>办公室 | 各乡镇 |\n"
    )
    rows = read_paper(read_text(text.encode(), "paper.txt")).statements
    tasks = [row for row in rows if isinstance(row, Task)]
    assert [(row.title, row.lead_orgs, row.cooperating_orgs) for row in tasks] == [
        ("修建水厂", ("县住房和城乡建设局",), ("县水利局", "县财政局", "县审计局")),
        ("改造校舍", ("县政府办公室",), ("各乡镇",)),
    ]


def test_a_head_of_unknown_words_behind_other_words_ends_the_table_before_it() -> None:
    text = (
        "甲市应急预案\n\n## 三、职责\n\n| 单位 | 主要职责 |\n| :-- | :-- |\n| 市公安局 | 负责交通管制。 |\n\n## 四、响应\n\n"
        "| 响应颜色 | 适用情形 |\n| :-- | :-- |\n| 红色响应 | 特大洪水 |\n"
    )
    (notice,) = split(paper_of(text, name="paper.txt", sha256="0"))
    assert [[row.get(0) for row in table.rows] for table in tables(notice)] == [["市公安局"]]


def test_who_looks_after_a_project_is_told_by_a_column_only() -> None:
    assert head_of("包抓单位") == "responsible"
    assert head_of("挂联乡镇") is None
    assert role_of("包联单位") is None
