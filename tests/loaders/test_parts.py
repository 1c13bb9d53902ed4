"""Parts of a body with a roster of their own, as notices and plans print them: the seats belong to the part named."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from tests.loaders.statement_rows import statements

_ABOVE = """\
白河县防汛抗旱应急预案
一、组织领导
成立县防汛抗旱指挥部，名单如下：
指挥长：丁一 县长
成员：吴用 县水利局局长
指挥部下设以下工作组：
"""
_OF_THE_WHOLE = ["县防汛抗旱指挥部 指挥长 丁一 县长", "县防汛抗旱指挥部 成员 吴用 县水利局局长"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param("综合协调组组长：叶 青\n组员：许文杰、邵 平", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="label"),
        pytest.param("综合协调组（组长：叶青）\n组员：许文杰", ["组长 叶青", "组员 许文杰"], id="bracket"),
        pytest.param("综合协调组（组长：叶青，组员：许文杰、邵平）", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="all in bracket"),
        pytest.param("1.综合协调组：组长叶  青，成员许文杰、邵平。职责：负责\n综合协调。", ["组长 叶青", "成员 许文杰", "成员 邵平"], id="glued"),
        pytest.param("（一）综合协调组。组长叶青，副组长许文杰，组员邵平。负责协调。", ["组长 叶青", "副组长 许文杰", "组员 邵平"], id="stop"),
        pytest.param("综合协调组，组长叶青（县政府办主任），成员县民政局、各乡镇人民政府。", ["组长 叶青 县政府办主任", "成员 县民政局", "成员 各乡镇人民政府"], id="units"),
        pytest.param("综合协调组 组长 叶青 组员 许文杰、邵平", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="white space"),
        pytest.param("综合协调组：组长负责召集，成员单位配合。", [], id="nobody"),
        pytest.param("综合协调组组长叶青主持会议，听取汇报。", [], id="running text"),
    ],
)  # fmt: skip
def test_seats_of_a_part_belong_to_it(lines: str, rows: list[str]) -> None:
    found = statements(_ABOVE + lines + "\n")
    seats = [
        " ".join(filter(None, (row.group, row.role, row.person, row.title or row.org)))
        for row in of_type(found, Membership)
    ]
    assert seats == _OF_THE_WHOLE + [f"综合协调组 {row}" for row in rows]
    assert len(of_type(found, Group)) == (2 if rows else 1)


def test_parts_without_a_number_stand_below_the_heading_that_is_open() -> None:
    found = statements(_ABOVE + "综合组组长：叶青\n组员：许文杰\n保障组组长：程浩\n组员：毛勇\n")
    parents = {row.group: row.parent_group for row in of_type(found, Group)}
    assert parents == {"县防汛抗旱指挥部": "", "综合组": "县防汛抗旱指挥部", "保障组": "县防汛抗旱指挥部"}


def test_headings_with_decimal_numbers_are_no_part_of_a_name_and_no_rest_of_a_list() -> None:
    found = statements(
        """\
白河县森林火灾应急预案
    2  组织机构及职责
    2.1  县森林防灭火指挥部
    县人民政府设立县森林防灭火指挥部，负责组织和协调工作。
总指挥：丁一  县长
成员单位：县公安局、县民政局、县交通运
输局、县消防救援大队
    2.2  指挥部办公室
    指挥部办公室设在县应急管理局，办公室主任由县应急管理局局长兼任。
"""
    )
    assert [(row.group, row.office_in) for row in of_type(found, Group)] == [("县森林防灭火指挥部", "县应急管理局")]
    seats = [(row.role, row.person or row.title or row.org) for row in of_type(found, Membership)]
    assert seats == [
        ("总指挥", "丁一"),
        ("成员", "县公安局"),
        ("成员", "县民政局"),
        ("成员", "县交通运输局"),
        ("成员", "县消防救援大队"),
        ("办公室主任", "县应急管理局局长"),
    ]


def test_what_a_function_at_the_end_of_a_list_says_of_each_body_before_it() -> None:
    found = statements(
        """\
关于成立区项目攻坚工作专班的通知
成立区项目攻坚工作专班。
组长：丁一 区长
成员：区委督查室副主任景  曦、区
政府督查室副主任江  海、区财政局、区水利局主要负责人，各镇主要负责人
"""
    )
    assert [row.person or row.title or row.org for row in of_type(found, Membership)] == [
        "丁一",
        "景曦",
        "江海",
        "区财政局主要负责人",
        "区水利局主要负责人",
        "各镇主要负责人",
    ]
