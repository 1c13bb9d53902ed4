"""Duties that a body's own page or rule tells of it, and of its offices."""

from __future__ import annotations

import pytest

from graph.statements import Duty, Task, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of


def duties(text: str) -> list[str]:
    """`body|number|words` of each duty of an invented paper."""
    rows = read_paper(paper_of(text, name="paper.txt", sha256="0")).statements
    return [f"{row.org}|{row.duty_no}|{row.summary}" for row in of_type(rows, Duty)]


def tasks(text: str) -> list[Task]:
    """The tasks of an invented paper."""
    return of_type(read_paper(paper_of(text, name="paper.txt", sha256="0")).statements, Task)


@pytest.mark.parametrize(
    "opening",
    [
        "甲县粮食局主要职责\n\n甲县粮食局贯彻执行粮食工作的方针政策。主要职责是：",
        "甲县机构职能\n\n甲县粮食局是主管粮食工作的县政府工作部门，其主要职责如下：",
        "甲县粮食局2032年度部门预算\n\n第一部分 概况\n\n一、主要职责",
        "有关规定\n\n第三条　甲县粮食局履行下列职责：",
        "机构职能\n\n甲县粮食局工作职责\n",
        "机构职能\n\n（一）甲县粮食局的主要职能：",
    ],
)
def test_a_count_of_duties_is_of_the_body_named_over_it(opening: str) -> None:
    text = f"{opening}\n\n1.管理县级储备粮。\n\n2.编制购销计划。\n（1）汇总需求。\n\n3.完成交办的其他任务。\n\n联系电话：0000-1\n"
    assert duties(text) == [
        "甲县粮食局|1|管理县级储备粮",
        "甲县粮食局|2|编制购销计划",
        "甲县粮食局|3|完成交办的其他任务",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "仓库保管员岗位职责\n\n保管员的主要职责是：\n\n1.核对账目。\n\n2.定期盘点。\n",
        "关于加强储粮工作的意见\n\n二、明确主要职责：\n\n1.建立台账。\n\n2.定期盘点。\n",
        "关于加强储粮工作的意见\n\n各单位要履行下列职责：\n\n1.建立台账。\n\n2.定期盘点。\n",
        "甲县粮食局内设机构\n\n主要职责：\n\n1.建立台账。\n",
    ],
)
def test_a_count_of_nobody_named_is_none(text: str) -> None:
    assert duties(text) == []


def test_what_is_no_duty_ends_the_count() -> None:
    text = "甲县粮食局概况\n\n甲县粮食局的主要职责是：\n1.管理储备粮。\n2.内设机构有办公室、仓储股。\n3.编制5名。\n"
    assert duties(text) == ["甲县粮食局|1|管理储备粮"]
    text = "甲县粮食局概况\n\n甲县粮食局的主要职责是：\n1.编制购销计划。\n2.领导所属企业工作。\n"
    assert len(duties(text)) == 2


@pytest.mark.parametrize(
    "form",
    [
        "{0}\n职责：{1}\n负责人：苏木　　电话：0000-××1\n{2}\n职责：{3}\n负责人：乔林　　电话：0000-××2\n",
        "（一）{0}\n负责人：苏木\n主要职责：{1}\n（二）{2}\n负责人：乔林\n主要职责：{3}\n",
        "科室名称：{0}\n工作职责：{1}\n\n科室名称：{2}\n工作职责：{3}\n",
        "一、{0}\n职能：\n{1}\n二、{2}\n职能：\n{3}\n",
        "{0}\n{1}\n{2}\n{3}\n",
        "（一）{0}。{1}\n（二）{2}。{3}\n",
    ],
)
def test_offices_stand_each_over_its_duties(form: str) -> None:
    text = "甲县粮食局内设机构\n\n" + form.format("秘书科", "负责文电。", "仓储科", "指导仓储；组织检查。")
    assert [one.split("|")[::2] for one in duties(text)] == [
        ["秘书科", "负责文电"],
        ["仓储科", "指导仓储"],
        ["仓储科", "组织检查"],
    ]
    assert tasks(text) == []


def test_offices_are_named_in_the_headings_of_their_duties() -> None:
    text = "某林场科室职责\n\n管护科职责：\n1、组织巡山；\n2、管理护林员。\n财务科工作职责：负责核算；编制预算。\n护林员职责：\n1、每日巡山。\n"
    assert duties(text) == ["管护科|1|组织巡山", "管护科|2|管理护林员", "财务科|1|负责核算", "财务科|2|编制预算"]


def test_the_next_part_of_a_paper_is_no_duty() -> None:
    text = "甲县储粮预案\n\n一、甲县粮食局职责\n\n（一）管理储备粮。\n\n二、保障措施落实到位\n\n（一）加强培训。\n"
    assert duties(text) == ["甲县粮食局|（一）|管理储备粮"]


def test_courts_have_chambers() -> None:
    text = "某区法院内设机构\n\n立案庭\n职责：负责立案。\n\n民事庭\n职责：审理民事案件。\n"
    assert duties(text) == ["立案庭|1|负责立案", "民事庭|1|审理民事案件"]


def test_a_table_of_offices_tells_their_duties() -> None:
    text = "甲县粮食局内设机构\n\n序号\t机构名称\t主要职能\t负责人\n1\t秘书科\t负责文电。\t苏木\n2\t仓储科\t指导仓储。\t乔林\n"
    assert duties(text) == ["秘书科|1.1|负责文电", "仓储科|2.1|指导仓储"]
    assert tasks(text) == []


def test_a_work_with_who_answers_for_it_is_no_office() -> None:
    text = "甲县实事清单\n\n1.新建城西卫生院\n责任人：苏木　电话：0000-1\n\n2.扩建福利院\n责任人：乔林　联系人：白鹿\n"
    assert [(one.title, one.leader) for one in tasks(text)] == [
        ("新建城西卫生院", ("苏木",)),
        ("扩建福利院", ("乔林",)),
    ]


def test_offices_alone_on_their_lines_have_the_items_below_them_where_the_title_is_on_duties() -> None:
    text = (
        "甲县粮食局内设机构及职责\n更新时间：2032-05-06\n办公室\n1.负责文电和会务。\n2.负责财务。\n储备科\n1.监督检查储备粮承储单位。\n"
        "2.受理承储申请。\n执法科\n1.查处违法收购。\n"
    )
    wanted = [
        "办公室|1|负责文电和会务",
        "办公室|2|负责财务",
        "储备科|1|监督检查储备粮承储单位",
        "储备科|2|受理承储申请",
        "执法科|1|查处违法收购",
    ]
    assert duties(text) == wanted
    assert duties(text.replace("内设机构及职责", "办事指南")) == []


def test_units_over_numbered_items_have_duties_by_the_title_whatever_the_verb() -> None:
    text = (
        "甲县河湖管护部门职责清单\n\n一、县水利局\n（一）划定河湖管理范围。\n（二）清理河道障碍物。\n二、县农业农村局\n（一）查处违规垂钓。\n"
        "发布机构：县水利局发布时间：2032-05-06\n"
    )
    wanted = ["县水利局|一.1|划定河湖管理范围", "县水利局|一.2|清理河道障碍物", "县农业农村局|二.1|查处违规垂钓"]
    assert duties(text) == wanted
    assert duties(text.replace("部门职责清单", "调研走访情况")) == []
