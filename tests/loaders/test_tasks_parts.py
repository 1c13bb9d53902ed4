"""Tasks whose units stand in boxes, behind leaders in one bracket, below points of a label, or in cells that go on. All papers here are invented."""

from __future__ import annotations

import pytest

from graph.statements import Task
from loaders.gazette.issue import split
from loaders.gazette.tasks import read
from loaders.readers.text import paper_of


def tasks(text: str) -> list[str]:
    """The tasks of an invented paper, each in one line: number title | leader | lead | responsible | cooperating | deadline."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [_short(task) for notice in split(paper) for task in read(notice)]


def _short(task: Task) -> str:
    lists = (task.leader, task.lead_orgs, task.responsible_orgs, task.cooperating_orgs)
    return " | ".join(
        [f"{task.number} {task.title}".strip(), *("、".join(one) or "-" for one in lists), task.deadline or "-"]
    )


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("丁大江；市农业局牵头，市水利局、各镇按职责分工负责", "丁大江 | 市农业局 | 市水利局、各镇 | - | -"),
        ("副市长丁大江、王晓河牵头，市农业局负责，9月底前完成", "丁大江、王晓河 | - | 市农业局 | - | 9月底前"),
        ("丁大江副市长，市农业局牵头；年底前完成", "丁大江 | 市农业局 | - | - | 年底前"),
        ("市农业局牵头，市水利局配合，丁大江同志负责", "丁大江 | 市农业局 | - | 市水利局 | -"),
        ("年内；市农业局牵头", ""),
        ("全覆盖；市农业局牵头", ""),
    ],
)
def test_a_bracket_may_name_leaders_beside_the_units(bracket: str, expected: str) -> None:
    found = tasks(f"甲市报告任务分工\n\n1. 种田600亩。（{bracket}）\n")
    assert found == ([f"1 种田600亩 | {expected}"] if expected else [])


def test_labels_in_boxes_ask_for_what_no_unit_is_called() -> None:
    text = (
        "甲校要点\n\n一、德育\n1.办好广播\n每周播出。\n【牵头部门】大队部\n【配合部门】音乐组、“三声”社\n【完成时间】9月9日前\n"
        "2.更换校门\n【责任领导】丁大江\n【责任部门】总务处\n【完成时限】立行立改\n"
    )
    assert tasks(text) == [
        "1 办好广播 | - | 大队部 | - | 音乐组、“三声”社 | 9月9日前",
        "2 更换校门 | 丁大江 | - | 总务处 | - | 立行立改",
    ]
    assert tasks("甲校要点\n\n1.办好广播\n【牵头部门】会议指出，各处要主动。其他照办。\n") == []


@pytest.mark.parametrize(
    "measures", ["1.增加车辆。\n2.建立台账。\n3.逐户验收", "（一）摸底。（二）抽检。\n（三）清洗", "①摸底；\n②抽检"]
)
def test_points_behind_a_label_are_no_tasks(measures: str) -> None:
    text = (
        f"甲县整改清单\n\n一、转运不及时。\n整改措施：{measures}。\n责任领导：丁大江\n牵头单位：县卫健局\n整改时限：7月底前\n"
        "二、油烟扰民。\n整改措施：清洗。\n牵头单位：县城管局\n"
    )
    assert tasks(text) == [
        "一 转运不及时 | 丁大江 | 县卫健局 | - | - | 7月底前",
        "二 油烟扰民 | - | 县城管局 | - | - | -",
    ]


def test_points_behind_a_label_with_units_of_their_own_are_tasks() -> None:
    text = "甲县清单\n\n一、转运\n整改措施：1.增加车辆。\n2.建立台账。（牵头单位：县卫健局）\n3.验收。（牵头单位：县财政局）\n"
    assert [task.split(" | ")[0] for task in tasks(text)] == ["2 建立台账", "3 验收"]


@pytest.mark.parametrize("head", ["反馈问题", "存在的主要问题", "问题表现", "具体问题描述", "反馈意见"])
def test_a_column_of_what_an_inspection_found_names_tasks(head: str) -> None:
    text = f"甲局台账\n\n编号\t{head}\t整改措施\t责任领导\t牵头科室\t整改时限\n1\t账目没有公示\t按月公示\t丁大江\t计财科\t立行立改\n"
    assert tasks(text) == ["1 账目没有公示 | 丁大江 | 计财科 | - | - | 立行立改"]
    assert tasks(text.replace(head, "问题来源")) == ["1 按月公示 | 丁大江 | 计财科 | - | - | 立行立改"]


def test_a_list_goes_on_in_the_row_below_where_nothing_else_stands() -> None:
    text = (
        "甲市清单\n\n序号\t项目内容\t责任领导\t责任单位\t完成期限\n1\t建成医院\t丁大江\t市发改委、市规划局、\t10月\n\t\t\t市城投公司\t\n"
        "2\t修路\t王晓河\t市交通局、市财政局\t12月\n\t架桥\t\t市水利局\t\n"
    )
    assert tasks(text) == [
        "1 建成医院 | 丁大江 | - | 市发改委、市规划局、市城投公司 | - | 10月",
        "2 修路 | 王晓河 | - | 市交通局、市财政局 | - | 12月",
        "2 架桥 | 王晓河 | - | 市水利局 | - | 12月",
    ]


def test_who_leads_may_be_a_clause_behind_the_units() -> None:
    text = (
        "甲市方案\n\n1．出生。（责任单位：市卫健委、市公安局，第一责任单位为牵头单位；9月底前完成）\n"
        "2．退休。（责任单位：市人社局、市医保局，其中排名第一的为牵头单位）\n"
    )
    assert tasks(text) == [
        "1 出生 | - | 市卫健委 | 市公安局 | - | 9月底前",
        "2 退休 | - | 市人社局 | 市医保局 | - | -",
    ]


def test_names_of_offices_may_begin_with_words_of_helping() -> None:
    head = "甲局分解表\n\n序号\t重点工作\t牵头科室\t配合科室\n"
    assert tasks(f"{head}1\t培育名牌\t商标广告股\t联合执法大队\n") == [
        "1 培育名牌 | - | 商标广告股 | - | 联合执法大队 | -"
    ]
    assert tasks("甲市方案\n\n1.育种。（市农业局牵头，商市财政局负责）\n") == [
        "1 育种 | - | 市农业局 | - | 市财政局 | -"
    ]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("全面推进阶段（3月至6月）", []),
        ("实施步骤", []),
        ("推进整改", ["（一） 推进整改 | - | - | 各镇机关 | - | -"]),
    ],
)
def test_a_phase_in_which_all_do_their_part_is_no_task(step: str, expected: list[str]) -> None:
    text = f"甲县方案\n\n一、任务\n1.修路。（县交通局牵头）\n二、落实\n（一）{step}。各镇机关按照任务分工逐项落实。\n"
    assert tasks(text)[1:] == expected


@pytest.mark.parametrize(
    "labels",
    [
        "责任人：丁大江；牵头单位—县商务局；配合单位—县发改局、开发区",
        "责任人：丁大江　牵头单位 ——县商务局　配合单位 —— 县发改局、开发区",
        "（责任领导 丁大江 牵头单位 县商务局 配合单位 县发改局、开发区）",
    ],
)
def test_a_dash_or_a_gap_may_stand_for_the_colon(labels: str) -> None:
    assert tasks(f"甲县清单\n一、产业\n1.引进企业。{labels}\n") == [
        "1 引进企业 | 丁大江 | 县商务局 | - | 县发改局、开发区 | -"
    ]


def test_a_dash_in_prose_is_no_colon() -> None:
    text = "甲县清单\n一、产业\n1.引进企业。责任人：丁大江，牵头单位—会议指出—要主动\n"
    assert all("县" not in one.split(" | ")[2] for one in tasks(text))


def test_a_square_bracket_may_hold_leader_and_units() -> None:
    text = "甲区要点\n（一）抓好招商。引进项目。【丁大江，区商务局、区发改局】\n（二）抓好就业。【王晓河；区人社局】\n"
    assert tasks(text) == [
        "（一） 抓好招商 | 丁大江 | - | 区商务局、区发改局 | - | -",
        "（二） 抓好就业 | 王晓河 | - | 区人社局 | - | -",
    ]
    assert tasks("甲区要点\n（一）抓好招商。引进项目。【接上页】\n") == []


@pytest.mark.parametrize("chapters", [("", ""), ("一、交通\n", "二、水利\n")])
def test_labels_may_stand_over_the_items(chapters: tuple[str, str]) -> None:
    text = (
        f"甲县任务\n\n{chapters[0]}责任单位：县交通局\n责任人：丁大江\n（一）修路20公里。\n硬化路面。\n（二）架桥3座。\n"
        f"{chapters[1]}责任单位：县水利局\n责任人：王晓河\n（三）打井5眼。\n"
    )
    assert tasks(text) == [
        "（一） 修路20公里 | 丁大江 | - | 县交通局 | - | -",
        "（二） 架桥3座 | 丁大江 | - | 县交通局 | - | -",
        "（三） 打井5眼 | 王晓河 | - | 县水利局 | - | -",
    ]


def test_labels_below_items_stay_theirs_whatever_stands_at_the_ends() -> None:
    text = (
        "甲县绿化方案\n牵头单位：县林业局\n\n一、任务\n1.种树。\n责任单位：县林业局\n2.栽花。\n责任单位：县城管局\n"
        "三、要求\n1.加强领导。\n2.加强督查。\n"
    )
    assert tasks(text) == ["1 种树 | - | - | 县林业局 | - | -", "2 栽花 | - | - | 县城管局 | - | -"]


def test_nobody_may_stand_behind_a_gap() -> None:
    text = "甲局要点\n任务一：编制规划\n牵头科室 规划科\n配合科室 无\n完成时限 2031年5月\n"
    assert tasks(text) == ["一 编制规划 | - | 规划科 | - | - | 2031年5月"]


@pytest.mark.parametrize(
    ("title", "deadline"),
    [
        ("6月底前建成甲桥，开工乙桥", "6月底前"),
        ("抽查占比12月底前达到30%", "12月底前"),
        ("2031年年底前补齐兽医", "2031年年底前"),
        ("力争三季度末完成选址", "三季度末"),
        ("3月15日前后举办咨询", "-"),
        ("每年1月底前公布计划", "-"),
        ("6月底前建成甲桥，9月底前建成乙桥", "-"),
        ("补办2030年底前的证照，2031年发放", "-"),
        ("自6月底起停发旧证", "-"),
        ("6月底前开工建设甲桥", "-"),
        ("改造甲桥，6月底前补栽行道树", "-"),
        ("改造甲桥（6月底前封闭）", "-"),
    ],
)
def test_the_one_time_limit_a_title_names_is_that_of_the_task(title: str, deadline: str) -> None:
    found = tasks(f"甲市要点\n\n一、交通\n1、{title}。每月通报。（市交通局牵头）\n")
    assert found == [f"1 {title} | - | 市交通局 | - | - | {deadline}"]
