"""Targets as plans of many offices write them: how a year opens, where a figure stands, what is none."""

from __future__ import annotations

import pytest

from graph.statements import Target, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of

HEAD = "丁川县人民政府关于印发丁川县提质方案的通知\n丁政发〔2031〕2号\n一、工作目标\n"


def targets(words: str, head: str = HEAD) -> list[Target]:
    """The targets of an invented paper with these words."""
    return list(of_type(read_paper(paper_of(f"{head}{words}\n", name="paper.txt", sha256="0")).statements, Target))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "建成健康社区25个以上、健康学校18所以上",
            [("建成健康社区", ">=", "25", "个"), ("建成健康学校", ">=", "18", "所")],
        ),
        ("培育名校长10名、名师50余名", [("培育名校长", "=", "10", "名"), ("培育名师", "=", "50", "名")]),
        ("企业开办时间压缩至1个工作日以内", [("企业开办时间", "<=", "1", "个工作日")]),
        ("项目审批时限缩短到30个工作日", [("项目审批时限", "<=", "30", "个工作日")]),
        ("湿地保护率不低于60%", [("湿地保护率", ">=", "60", "%")]),
        ("草原火灾受害率控制在0.8‰以内", [("草原火灾受害率", "<=", "0.8", "‰")]),
        ("差错率不高于万分之三", [("差错率", "<=", "3", "‱")]),
        ("死亡率下降到千分之0.5以下", [("死亡率", "<=", "0.5", "‰")]),
        ("群众满意率百分之九十五以上", [("群众满意率", ">=", "95", "%")]),
        ("细颗粒物浓度降到35μg/m³以下", [("细颗粒物浓度", "<=", "35", "μg/m³")]),
        ("万分之一的差错也不放过", []),
        ("生猪死亡率不高于3%", [("生猪死亡率", "<=", "3", "%")]),
        ("能耗强度较2030年下降13.5%", [("能耗强度较2030年下降", ">=", "13.5", "%")]),
        ("一般公共预算收入由10亿元提高到15亿元", [("一般公共预算收入", ">=", "15", "亿元")]),
        ("改造20个老旧小区", [("改造老旧小区", "=", "20", "个")]),
        ("完成30个以上老旧小区改造", [("老旧小区改造", ">=", "30", "个")]),
        ("行政村生活垃圾收运实现全覆盖", [("行政村生活垃圾收运实现全覆盖", "=", "100", "%")]),
        ("巩固率、毛入学率分别达到99%、95%", [("巩固率", ">=", "99", "%"), ("毛入学率", ">=", "95", "%")]),
        ("甲类、乙类项目分别达到12和18个以上", [("甲类", ">=", "12", "个"), ("乙类项目", ">=", "18", "个")]),
        (
            "生产总值突破200亿元，年均增长6.5%左右",
            [("生产总值", ">", "200", "亿元"), ("生产总值年均增长", "~", "6.5", "%")],
        ),
        ("巩固率、毛入学率分别提高", []),
        ("城乡居民收入分别增长6%和7.5%", []),
        ("完成时限：2033年12月底前", []),
        ("起于2033年", []),
        ("对达标的村每村补助3万元", []),
        ("每月召开1次调度会", []),
        ("实现全覆盖", []),
        ("年均增长6%", []),
    ],
)
def test_figures(words: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = targets(f"到2033年，{words}。")
    assert [(one.indicator, one.comparator, one.value, one.unit) for one in found] == expected


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("到2033年，", "2033"),
        ("到2033年底，", "2033"),
        ("力争到2033年末，", "2033"),
        ("力争2033年，", "2033"),
        ("至2033年，", "2033"),
        ("2033年底前，", "2033"),
        ("2033年6月底前，", "2033"),
        ("2033年，", "2033"),
        ("2031年，", "2031"),  # of the paper itself: under a heading that speaks of aims
        ("到“十五五”末，", "2030"),
        ("到“十六五”期末，", "2035"),
    ],
)
def test_years_to_come(opening: str, year: str) -> None:
    assert [(one.year, one.value) for one in targets(f"{opening}森林覆盖率达到45%。")] == [(year, "45")]


@pytest.mark.parametrize(
    "words",
    [
        "2030年，森林覆盖率达到45%。",
        "2032年，森林覆盖率达到45%，同比提高2个百分点。",
        "2020年至2033年，每年安排资金500万元。",
        "完成时限：2033年底前取得明显成效。",
        "到2033年的规划中森林覆盖率达到45%。",
    ],
)
def test_no_years_to_come(words: str) -> None:
    assert targets(words) == []


def test_a_year_of_the_paper_is_no_target_elsewhere() -> None:
    assert targets("2031年，森林覆盖率达到45%。", HEAD.replace("一、工作目标", "一、基本情况")) == []


def test_several_years_take_the_figures_in_turn() -> None:
    found = targets("到2032年、2033年和2035年，污水处理率分别达到80%、85%、90%。")
    assert [(one.year, one.indicator, one.value) for one in found] == [
        ("2032", "污水处理率", "80"),
        ("2033", "污水处理率", "85"),
        ("2035", "污水处理率", "90"),
    ]


def test_a_year_before_a_list_holds_for_its_items() -> None:
    found = targets("到2033年：\n1.自来水普及率达到90%；\n2.新增节水灌溉2万亩以上。\n二、主要任务\n3.建成水库2座。")
    assert [(one.year, one.indicator, one.value) for one in found] == [
        ("2033", "自来水普及率", "90"),
        ("2033", "新增节水灌溉", "2"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "2031年完成改造410户，2032年完成520户。",
            [("2031", "完成改造", "410"), ("2032", "完成改造", "520")],
        ),
        ("（一）2031年底，垃圾治理率达到98%。", [("2031", "垃圾治理率", "98")]),
        ("2030年完成改造410户。", []),
        ("2032年改造方案另行印发，涉及410户。", []),
    ],
)
def test_under_aims_a_deed_may_follow_the_year(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(row.year, row.indicator, row.value) for row in targets(words)] == expected


def test_elsewhere_a_deed_behind_a_year_is_no_target() -> None:
    assert not targets("2032年完成改造410户。", head=HEAD.replace("工作目标", "基本情况"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "今年经济社会发展主要预期目标是：生产总值增长6%左右，登记失业率控制在4%以内。",
            ["生产总值增长 6", "登记失业率 4"],
        ),
        ("2032年主要预期目标为：粮食产量稳定在20万吨以上。", ["粮食产量 20"]),
        ("2032年工作目标：改造30户。", ["改造 30"]),
        ("今年目标任务完成情况：生产总值增长6%。", []),
        ("2031年主要预期目标：生产总值增长6%。", []),
        ("去年确定的2032年目标是：生产总值增长6%。", []),
        ("完成今年目标任务，新建泵站8座。", []),
    ],
)
def test_aims_of_the_year_of_the_paper(words: str, expected: list[str]) -> None:
    found = targets(words, head="丁川县2032年政府工作要点\n丁政发〔2032〕2号\n一、总体要求\n")
    assert [f"{one.indicator} {one.value}" for one in found] == expected
    assert {one.year for one in found} <= {"2032"}


@pytest.mark.parametrize(
    ("heading", "item", "expected"),
    [
        ("一、主要预期目标", "1.努力实现生产总值增长6%左右。安排资金5000万元，改造30户。", ["生产总值增长 6"]),
        ("一、主要预期目标", "1.三年内生产总值增长6%。", []),
        ("一、主要任务", "1.生产总值增长6%左右。", []),
        ("一、2030年主要目标", "1.生产总值增长6%左右。", []),
    ],
)
def test_figures_under_a_heading_on_the_aims_of_the_year(heading: str, item: str, expected: list[str]) -> None:
    found = targets(item, head=f"丁川县2032年政府工作要点\n丁政发〔2032〕2号\n{heading}\n")
    assert [f"{one.indicator} {one.value}" for one in found] == expected


def test_a_plan_of_several_years_has_no_year_of_its_own() -> None:
    head = "丁川县绿化三年行动方案（2032—2034年）\n丁政发〔2032〕2号\n一、主要目标\n"
    assert targets("1.林地增长6%。", head=head) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031年全县茶园面积5000亩以上，旧茶园改造200亩以上", ["茶园面积 5000亩", "旧茶园改造 200亩"]),
        ("2031年全镇新植油茶500亩", ["新植油茶 500亩"]),
        ("2031年度计划新建公厕20座", ["新建公厕 20座"]),
        ("2031年参保人数30万人以上", ["参保人数 30万人"]),
        ("2031年全县现有茶园5000亩以上", []),
        ("2031年初全县有茶农500名以上", []),
        ("2031年全县已采茶5000亩以上", []),
    ],
)
def test_the_year_of_the_paper_opens_a_thing_with_its_bound(words: str, expected: list[str]) -> None:
    assert [f"{one.indicator} {one.value}{one.unit}" for one in targets(f"{words}。")] == expected


def test_better_than_the_year_before_is_an_aim_of_a_year_to_come_only() -> None:
    words = "到2033年底，管道改造120公里以上，事故起数同比下降20%。"
    found = [("管道改造", "120"), ("事故起数同比下降", "20")]
    assert [(one.indicator, one.value) for one in targets(words)] == found
    assert not targets(words.replace("2033", "2030"), HEAD.replace("一、工作目标", "一、基本情况"))
    assert not targets("到2033年底，管道改造已完成120公里。")
