"""Levels, periods, offers, aims, duties and citations in wordings that plans and reports use beside the usual ones. All papers here are invented."""

from __future__ import annotations

import pytest

from graph.statements import Citation, Duty, Period, Phase, ResponseLevel, Statement, Subsidy, Target, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of


def statements(text: str) -> list[Statement]:
    """All an invented paper says."""
    return list(read_paper(paper_of(text, name="paper.txt", sha256="0")).statements)


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("第八条 本章程由市科协解释，每五年修订一次。", [("review", "5", "year")]),
        ("第八条 本办法自印发之日起施行；原则上每3年评估1次。", [("review", "3", "year")]),
        ("第八条 本办法由市科协解释，专家库每三年更新一次。", []),
        ("第八条 本办法对企业分级管理，每年评价一次。", []),
    ],
)
def test_a_paper_may_tell_of_itself_clauses_before(words: str, periods: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲市科技奖办法\n\n{words}\n"), Period)
    assert [(row.what, row.every, row.unit) for row in found] == periods


@pytest.mark.parametrize("words", ["2条以上支流超警戒", "3个乡镇进水", "5万人受灾", "2处堤防出险"])
def test_a_count_of_things_is_no_number_of_a_heading(words: str) -> None:
    text = "甲县防汛应急预案\n\n3 响应\n3.2 Ⅲ级响应\n{}，由县防指副总指挥决定启动。\n"
    levels = of_type(statements(text.format(words)), ResponseLevel)
    assert [(row.level, row.decided_by) for row in levels] == [("Ⅲ级响应", "县防指副总指挥")]
    heading = of_type(statements(text.format("4 保障\n抢险队伍")), ResponseLevel)
    assert [row.level for row in heading] == []


@pytest.mark.parametrize("cap", ["最高贴息2万元", "最高返还2万元", "最高享受2万元", "最高为2万元"])
def test_a_ceiling_may_say_what_is_given(cap: str) -> None:
    text = f"甲县办法\n\n5．支持贴息。按实际利息的50%给予贴息，每户每年{cap}。\n"
    (offer,) = of_type(statements(text), Subsidy)
    assert (offer.rate_percent, offer.amount_yuan, offer.cap_yuan) == ("50", "", "20000")


@pytest.mark.parametrize("day", ["——2031年1月6日在甲川县第九届人民代表大会第三次会议上", "（2031年1月6日）"])
def test_a_report_prints_its_day_under_its_title(day: str) -> None:
    text = f"政府工作报告（摘要）\n{day}\n县长 丁大江\n各位代表：\n一、工作回顾\n去年生产总值增长4.9%。\n二、任务\n今年主要预期目标是：生产总值增长6.5%以上。\n"
    assert [(row.year, row.value) for row in of_type(statements(text), Target)] == [("2031", "6.5")]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("二、2031年工作安排", [("2031", "28")]), ("二、2031年工作回顾", []), ("二、工作安排", [])],
)
def test_a_heading_prints_the_year_of_the_aims_below(heading: str, expected: list[tuple[str, str]]) -> None:
    text = f"在全县农业会上的讲话\n\n{heading}\n全年主要目标是：粮食产量稳定在28万吨以上。\n"
    assert [(row.year, row.value) for row in of_type(statements(text), Target)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031年秸秆利用率达到95%以上，离田率不低于80%。", [("2031", "95"), ("2031", "80")]),
        ("2030年秸秆利用率达到95%。", []),
        ("2031年秸秆利用率已达到95%。", []),
    ],
)
def test_under_aims_a_thing_may_follow_the_year(words: str, expected: list[tuple[str, str]]) -> None:
    text = "丁镇禁烧方案\n丁政发〔2031〕3号\n一、工作目标\n{}\n"
    assert [(row.year, row.value) for row in of_type(statements(text.format(words)), Target)] == expected
    elsewhere = text.replace("工作目标", "基本情况").format(words)
    assert of_type(statements(elsewhere), Target) == []


def test_a_crowd_of_towns_heads_duties_like_a_bureau() -> None:
    text = (
        "甲县清单\n\n一、县农业局\n1．负责养殖监管。\n二、各乡镇人民政府\n1．落实属地责任，配备人员。\n2．组织巡查。\n"
    )
    assert [duty.org for duty in of_type(statements(text), Duty)] == ["县农业局", *["各乡镇人民政府"] * 2]


@pytest.mark.parametrize("group", ["抢险救援组 由县应急局牵头，县水利局参加。", "转移组由县民政局牵头，县公安局参加。"])
def test_who_sits_in_a_group_is_no_duty_whatever_stands_behind_its_name(group: str) -> None:
    assert of_type(statements(f"甲县防汛预案\n\n①{group}\n"), Duty) == []
    work = group.replace("组", "工作")
    assert [duty.marker for duty in of_type(statements(f"甲县防汛预案\n\n①{work}\n"), Duty)] == ["牵头"]


def test_a_body_may_name_the_paper_that_founded_it() -> None:
    text = "甲旗政府关于撤销议事机构的通知\n甲政发〔2031〕9号\n\n1.旗护草领导小组（甲政办发〔2014〕18号）\n2.旗打井指挥部（原甲政办字〔2011〕4号、甲政发〔2012〕5号文件）\n"
    found = [row.cited_number for row in of_type(statements(text), Citation)]
    assert found == ["甲政办发〔2014〕18号", "甲政办字〔2011〕4号", "甲政发〔2012〕5号"]


@pytest.mark.parametrize("line", ["甲县2031年《工作报告》任务分解表", "附件：甲县2031年《工作报告》任务分解表"])
def test_a_title_inside_the_title_of_what_is_issued_is_not_cited(line: str) -> None:
    text = "甲县关于印发任务分解表的通知\n\n现将《甲县2031年〈工作报告〉任务分解表》印发给你们。\n{}\n"
    assert [row.cited_title for row in of_type(statements(text.format(line)), Citation)] == [
        "甲县2031年〈工作报告〉任务分解表"
    ]
    cited = of_type(statements(text.format("请落实《乙省草原条例》。")), Citation)
    assert [row.cited_title for row in cited][1:] == ["乙省草原条例"]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("1.动员部署（即日起—6月10日）：开会。", [("动员部署", "", "2031-06-10")]),
        ("（一）准备阶段。2031年3月底前完成。制定方案。", [("准备阶段", "", "2031-03")]),
        ("2031年3月—4月，动员阶段。开会。", [("动员阶段", "2031-03", "2031-04")]),
        ("●摸底阶段：2031.3.1-2031.3.31", [("摸底阶段", "2031-03-01", "2031-03-31")]),
        (
            "阶段\t起止时间\t任务\n动员部署\t2031年3月\t开会\n全面实施\t4月—10月\t清理",
            [("动员部署", "2031-03", "2031-03"), ("全面实施", "2031-04", "2031-10")],
        ),
        ("河段\t起止时间\t任务\n上河段\t2031年3月\t清理", []),
        ("2031年3月—4月，各镇开会。", []),
        ("（一）经费阶段性拨付。2031年3月底前完成。", []),
    ],
)
def test_phases_in_more_forms(steps: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"甲镇清河方案\n\n三、实施步骤\n{steps}\n甲镇人民政府\n2031年6月1日\n"
    assert [(row.phase, row.from_, row.to) for row in of_type(statements(text), Phase)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("全职引进的博士，可享受安家费50万元。", [("", "500000", "")]),
        ("购房的，给予房价10%（最高20万元）的购房补贴。", [("10", "", "200000")]),
        ("对省级、市级名牌，分别奖励10万、5万元。", [("", "100000", ""), ("", "50000", "")]),
        ("每个村奖补资金控制在15万元以内。", [("", "", "150000")]),
        ("投资10万、年产5万件的企业优先支持。", []),
    ],
)
def test_offers_in_more_words(words: str, expected: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲县扶持办法\n\n7.支持创业。{words}\n"), Subsidy)
    assert [(row.rate_percent, row.amount_yuan, row.cap_yuan) for row in found] == expected


@pytest.mark.parametrize("decides", ["签发启动", "决定", "批准启动"])
def test_a_level_with_its_colour_and_who_signs(decides: str) -> None:
    text = f"甲县防汛应急预案\n\n5.1 分级\n二级响应（橙色）：干流超保证水位。由常务副总指挥{decides}。\n"
    levels = of_type(statements(text), ResponseLevel)
    assert [(row.level, row.condition, row.decided_by) for row in levels] == [
        ("Ⅱ级响应", "干流超保证水位", "常务副总指挥")
    ]


def test_units_of_a_list_may_stand_behind_bullets() -> None:
    text = "甲县防汛方案\n四、成员单位职责\n★县水利局：水情测报。\n★县气象局：天气预报。\n"
    assert [duty.org for duty in of_type(statements(text), Duty)] == ["县水利局", "县气象局"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "甲县计划报告\n\n二、2031年发展目标\n——生产总值增长6%左右；\n——粮食产量稳定在20万吨。\n",
            [("生产总值增长", "6"), ("粮食产量", "20")],
        ),
        ("甲县计划报告\n\n二、2031年发展情况\n——生产总值增长6%左右；\n", []),
        ("甲县2031年工作要点\n各镇：\n2031年，力争实现财政收入增长7%。\n", [("财政收入增长", "7")]),
        ("甲县2031年工作要点\n各镇：\n2031年，财政收入增长7%。\n", []),
    ],
)
def test_aims_of_a_paper_without_a_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.indicator, row.value) for row in of_type(statements(text), Target)] == expected
