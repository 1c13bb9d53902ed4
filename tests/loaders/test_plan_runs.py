"""Levels of response as labels, and phases of copies without line breaks. All papers are invented."""

from __future__ import annotations

import pytest

from graph.statements import Phase, ResponseLevel, Subsidy, of_type
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
        ("Ⅱ级响应（橙色）：由副指挥长启动。", [("Ⅱ级响应", "", "副指挥长")]),
        ("启动Ⅰ级应急响应，须经县长批准。", [("Ⅰ级响应", "", "县长")]),
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
    found = of_type(statements(RUN.format(title="大扫除方案").replace("2031年3月1日至", "2031年2月1日至")), Phase)
    assert [(row.from_, row.to) for row in found] == [("3月1日", "3月10日"), ("3月11日", "5月31日")]


def test_measures_that_follow_one_another_are_no_phases() -> None:
    text = "甲镇方案\n\n二、任务 （一）清运垃圾（3月1日起）。全部清运到位，做到日产日清。 （二）疏通沟渠（4月1日起）。做到沟渠畅通，定期巡查，责任到人，逐村销号。\n"
    assert of_type(statements(text), Phase) == []


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("第一步：动员部署，3月1日至3月10日。开会。", [("动员部署", "2031-03-01", "2031-03-10")]),
        ("（一）动员部署。3月1日至3月10日，开会。", [("动员部署", "2031-03-01", "2031-03-10")]),
        ("（一）动员阶段\n时间：3月1日至3月10日。开会。", [("动员阶段", "2031-03-01", "2031-03-10")]),
        ("（一）整治阶段（3月1日—年底）。", [("整治阶段", "2031-03-01", "2031")]),
        (
            "活动分三步：3月为动员阶段；4月1日至5月10日为整治阶段；6月为总结阶段。",
            [
                ("动员阶段", "2031-03", "2031-03"),
                ("整治阶段", "2031-04-01", "2031-05-10"),
                ("总结阶段", "2031-06", "2031-06"),
            ],
        ),
        (
            "从3月开始，分动员部署（3月）、集中整治（4月—5月）两个阶段。",
            [("动员部署", "2031-03", "2031-03"), ("集中整治", "2031-04", "2031-05")],
        ),
        ("3月为动员阶段，各镇要值班。", []),
        ("分城区（3座）、镇区（5座）两个阶段建设。", []),
        ("（一）动员部署。3月1日，开会。", []),
        ("（一）动员阶段\n会议时间：3月1日至3月2日，地点另定。", []),
    ],
)
def test_phases_told_in_prose(words: str, phases: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲市2031年度整治方案\n\n三、实施步骤\n\n{words}\n\n四、要求\n\n加强领导。\n"), Phase)
    assert [(row.phase, row.from_, row.to) for row in found] == phases


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("奖励：国家级50万元；省级20万元。", [("国家级", "", "500000", ""), ("省级", "", "200000", "")]),
        ("给予每户农家2万元至5万元补助。", [("", "", "", "50000")]),
        ("给予每户农家2万-5万元补助。", [("", "", "", "50000")]),
        ("给予设备投资额5%的补助。", [("", "5", "", "")]),
        ("营业额增长5%的企业，奖励3万元。", [("营业额增长5%的企业", "", "30000", "")]),
        ("奖励国家级项目50万元；建设经费20万元。", [("", "", "500000", "")]),
    ],
)
def test_offers_of_classes_ranges_and_shares(words: str, offers: list[tuple[str, str, str, str]]) -> None:
    found = of_type(statements(f"甲县扶持办法\n\n三、政策\n\n1.{words}\n"), Subsidy)
    assert [(row.condition, row.rate_percent, row.amount_yuan, row.cap_yuan) for row in found] == offers
