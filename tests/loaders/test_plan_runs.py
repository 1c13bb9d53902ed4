"""Levels of response as labels, and phases of copies without line breaks. All papers are invented."""

from __future__ import annotations

import pytest

from graph.statements import Phase, ResponseLevel, of_type
from tests.loaders.test_plan_figures import statements


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("3.1 Ⅰ级：水位超过2米的，由指挥长签发启动。", [("Ⅰ级响应", "水位超过2米的", "指挥长")]),
        ("（1）二级（重大）：水位超过2米，由副指挥长批准启动应急响应。", [("Ⅱ级响应", "水位超过2米", "副指挥长")]),
        (
            "3.分级 3.1一般故障(Ⅳ级):停水万户以下,6小时内能恢复的,由供水公司启动响应。 3.2较大故障(Ⅲ级):停水万户以上的,由县住建局启动响应。",
            [("Ⅳ级响应", "停水万户以下,6小时内能恢复的", "供水公司"), ("Ⅲ级响应", "停水万户以上的", "县住建局")],
        ),
        (
            "伤员3至5人，由急诊科主任启动三级响应；伤员6人以上，由医务科科长启动二级响应。",
            [("Ⅲ级响应", "伤员3至5人", "急诊科主任"), ("Ⅱ级响应", "伤员6人以上", "医务科科长")],
        ),
        ("4.1 发布红色预警时，由指挥长决定启动Ⅰ级响应。", [("Ⅰ级响应", "发布红色预警时", "指挥长")]),
        ("经会商研判，由指挥长决定启动Ⅰ级响应。", [("Ⅰ级响应", "", "指挥长")]),
        ("Ⅰ级：特别重大，由县长负责，启动电源后检查响应情况。", []),
        ("一般故障(Ⅳ级):停水万户以下,由供水公司负责处置。响应结束后报告。", []),
    ],
)
def test_a_level_may_be_a_label_without_its_word(words: str, levels: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲县供水应急预案\n\n3 应急响应\n\n{words}\n"), ResponseLevel)
    assert [(row.level, row.condition, row.decided_by) for row in found] == levels


RUN = (
    "甲镇{title}\n\n为做好工作，制定本方案。一、时间 2031年3月1日至6月30日。二、步骤 第一阶段启动阶段（3月1日-3月10日）。召开大会，做到家喻户晓。第二阶段清运阶段（3月11日-5月31日）。"
    "积存垃圾全部清运。第三阶段验收阶段（6月）。评比考核。三、要求 （一）加强领导。落实责任。\n"
)


def test_phases_of_a_line_without_breaks_are_told_by_their_numbers() -> None:
    found = of_type(statements(RUN.format(title="大扫除方案")), Phase)
    assert [(row.phase, row.from_, row.to, row.summary) for row in found] == [
        ("启动阶段", "2031-03-01", "2031-03-10", "召开大会，做到家喻户晓。"),
        ("清运阶段", "2031-03-11", "2031-05-31", "积存垃圾全部清运。"),
        ("验收阶段", "2031-06", "2031-06", "评比考核。"),
    ]


def test_a_year_that_no_day_prints_is_none() -> None:
    assert of_type(statements(RUN.format(title="大扫除方案").replace("2031年3月1日至", "2031年2月1日至")), Phase) == []


def test_measures_that_follow_one_another_are_no_phases() -> None:
    text = "甲镇方案\n\n二、任务 （一）清运垃圾（3月1日起）。全部清运到位，做到日产日清。 （二）疏通沟渠（4月1日起）。做到沟渠畅通，定期巡查，责任到人，逐村销号。\n"
    assert of_type(statements(text), Phase) == []
