"""Levels, periods, offers, aims, duties and citations in wordings that plans and reports use beside the usual ones. All papers here are invented."""

from __future__ import annotations

import pytest

from graph.statements import Citation, Duty, Period, ResponseLevel, Statement, Subsidy, Target, of_type
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
