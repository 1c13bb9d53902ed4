"""Figures of a plan: phases, targets, offers of money, levels, periods, rules of a committee, the catalogue of plans."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.statements import EmergencyPlan, GroupRule, Period, Phase, ResponseLevel, Statement, Subsidy, Target, of_type
from loaders.gazette.read import read_paper
from loaders.gazette.spans import span_of
from loaders.readers.text import paper_of, read_text


def statements(text: str) -> list[Statement]:
    """All an invented paper says."""
    return list(read_paper(paper_of(text, name="paper.txt", sha256="0")).statements)


@pytest.fixture(scope="module")
def gazette(shared: Path) -> list[Statement]:
    path = shared / "gazette" / "dongsheng-2023-q3.txt"
    return list(read_paper(read_text(path.read_bytes(), path.name)).statements)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("2023年3—4月", ("2023-03", "2023-04")),
        ("2023年3月-2024年5月", ("2023-03", "2024-05")),
        ("2023年3月1日至5月31日", ("2023-03-01", "2023-05-31")),
        ("2023年3月1日—15日", ("2023-03-01", "2023-03-15")),
        ("2023年11月—次年2月", ("2023-11", "2024-02")),
        ("3月1日至3月底", ("2031-03-01", "2031-03")),
        ("2024年", ("2024", "2024")),
        ("2023—2025年", ("2023", "2025")),
        ("2023年6月底前", ("", "2023-06")),
        ("2023年第二季度", ("2023-04", "2023-06")),
        ("截止2023年6月5日", ("", "2023-06-05")),
        ("即日起至6月底", ("", "2031-06")),
        ("2023年7月以后", ("2023-07", "")),
        ("2023.3.1—2023.4.15", ("2023-03-01", "2023-04-15")),
        ("2023.3—2023.10", ("2023-03", "2023-10")),
        ("2023年1月1日一1月31日", ("2023-01-01", "2023-01-31")),
        ("2023年3月1日起至5月31日止", ("2023-03-01", "2023-05-31")),
        ("2023年3月1日(周三)—3月5日(周日)", ("2023-03-01", "2023-03-05")),
        ("2023年3月起至长期", ("2023-03", "")),
        ("增长8.5%", ("", "")),
        ("长期坚持", ("", "")),
        ("2023年13月", ("", "")),
    ],
)
def test_spans_keep_the_precision_printed(words: str, span: tuple[str, str]) -> None:
    assert span_of(words, "2031") == span


def test_phases_by_order_and_under_steps() -> None:
    text = "甲市方案\n\n四、实施步骤\n\n（一）动员部署（2031年3月）。召开会议。\n\n第二阶段：全面排查阶段（4月至6月）\n逐户登记造册。\n第三阶段（7月）：总结。\n\n五、工作要求\n\n（一）强化领导（2031年4月起）。\n"
    found = of_type(statements(text), Phase)
    assert [(one.phase, one.from_, one.to) for one in found] == [
        ("动员部署", "2031-03", "2031-03"),
        ("全面排查阶段", "2031-04", "2031-06"),
        ("总结", "2031-07", "2031-07"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("森林覆盖率达到30%以上", ("森林覆盖率", ">=", "30", "%")),
        ("高新技术企业突破100家", ("高新技术企业", ">", "100", "家")),
        ("单位能耗控制在0.5吨以内", ("单位能耗", "<=", "0.5", "吨")),
        ("营业收入比重达到三分之一以上", ("营业收入比重", ">=", "1/3", "")),
        ("城区人口保持在20万人左右", ("城区人口", "~", "20", "万人")),
        ("产值年均增长8%", ("产值年均增长", ">=", "8", "%")),
        ("全部实现通客车", ("实现通客车", "=", "100", "%")),
    ],
)
def test_targets_by_comparator(words: str, expected: tuple[str, str, str, str]) -> None:
    (one,) = of_type(statements(f"甲市方案\n\n到2035年，全市{words}。\n"), Target)
    assert (one.indicator, one.comparator, one.value, one.unit) == expected
    assert one.year == "2035"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("对新认定的企业，一次性给予10万元奖补。", [("", "100000", "")]),
        ("按照市级补助额度的30%，给予配套奖补，最高不超过500万元。", [("30", "", "5000000")]),
        ("对整体迁入的甲类企业、乙类企业，分别给予200万元、400万元奖补。", [("", "2000000", ""), ("", "4000000", "")]),
        ("给予每项专利5万元奖补，形成产业化的，再给予5万元奖补，累计不超过50万元。", [("", "50000", "500000")] * 2),
        ("对销售收入200万元以上的企业，给予20万元奖励。", [("", "200000", "")]),
        ("给予最高不超过10万元的后补助。", [("", "", "100000")]),
        ("对参保人员按每人每月300元给予补贴。", [("", "300", "")]),
        ("对新增贷款按年利率2%给予贴息，每年贴息最高20万元。", [("2", "", "200000")]),
        ("对贷款给予50%贴息。", [("50", "", "")]),
        ("对新增企业，一次性奖励五万元。", [("", "50000", "")]),
        ("按每平方米每月20元给予租金补贴，每年最高不超过一百二十万元。", [("", "20", "1200000")]),
        (
            "年产值首次突破1亿元、5亿元和10亿元的企业，分别奖励1万元、2万元和3万元。",
            [("", "10000", ""), ("", "20000", ""), ("", "30000", "")],
        ),
        ("展位费补贴80%，每个展位最高1万元。", [("80", "", "10000")]),
        ("年销售收入达到500万元或800万元的，不予支持。", []),
        ("每产1头犊牛补贴1000元，其中县级财政承担600元、乡镇承担400元。", [("", "1000", "")]),
        ("对养殖贷款按年利率3%给予贴息，单户贷款额度最高50万元。", [("3", "", "")]),
        ("骗取补贴的，处5000元罚款。", []),
        ("产值增长10%以上的企业优先支持。", []),
    ],
)
def test_offers_of_money(words: str, expected: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲县扶持办法\n\n7.支持创业。{words}\n"), Subsidy)
    assert [(one.rate_percent, one.amount_yuan, one.cap_yuan) for one in found] == expected
    assert {one.task_number for one in found} <= {"7"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("对省级中心一次性奖励50万元，对市级中心一次性奖励20万元。", [("省级中心", ""), ("市级中心", "")]),
        (
            "首次认定的高新技术企业奖励20万元，重新认定的奖励10万元。",
            [("首次认定的高新技术企业", ""), ("重新认定的", "")],
        ),
        (
            "对种稻50亩以上的农户，每亩补贴100元；新购插秧机的，每台补贴2000元。",
            [("种稻50亩以上的农户", "每亩"), ("新购插秧机的", "每台")],
        ),
        ("企业新引进博士的，每人每年给予生活补贴3万元。", [("企业新引进博士的", "每人每年")]),
        (
            "对申报发明专利的，给予每项5万元奖励，形成产业化的，再给予5万元奖励。",
            [("申报发明专利的", "每项"), ("申报发明专利的", "")],
        ),
        ("给予20万元奖励。", [("", "")]),
        ("【贷款贴息】企业获得贷款的，按利息的30%给予补贴。", [("企业获得贷款的", "")]),
    ],
)
def test_whom_an_offer_is_made_to(words: str, expected: list[tuple[str, str]]) -> None:
    found = of_type(statements(f"甲县扶持办法\n\n7.支持创业。{words}\n"), Subsidy)
    assert [(one.condition, one.per) for one in found] == expected


def test_a_level_is_started_when_somebody_has_agreed() -> None:
    text = "甲县防火预案\n\n经县森防指总指挥批准，启动Ⅱ级响应。经综合研判，启动Ⅲ级响应。\n"
    found = of_type(statements(text), ResponseLevel)
    assert [(one.level, one.decided_by) for one in found if one.decided_by] == [("Ⅱ级响应", "县森防指总指挥")]


def test_levels_of_response_say_who_decides() -> None:
    text = (
        "甲县防汛应急预案\n\n2 组织指挥体系\n\n应急响应由高到低分为Ⅰ级（特别重大）、Ⅱ级（重大）、Ⅲ级（较大）。\n\nⅠ级、Ⅱ级响应，由县委和县人民政府决定启动。\n\n"
        "Ⅲ级响应，由指挥长报请县防汛抗旱指挥部决定启动，应对较大洪水。\n\n红色预警（Ⅰ级）：预计六小时内出现特大暴雨。\n"
    )
    found = of_type(statements(text), ResponseLevel)
    assert [(one.level, one.decided_by) for one in found] == [
        ("Ⅰ级响应", "县委和县人民政府"),
        ("Ⅱ级响应", "县委和县人民政府"),
        ("Ⅲ级响应", "县防汛抗旱指挥部"),
        ("红色预警", ""),
    ]
    assert {one.plan for one in found} == {"甲县防汛应急预案"}


def test_what_a_level_is_for_stands_before_who_starts_it() -> None:
    text = (
        "甲县医院救援应急预案\n\n四、应急响应\n\n（一）Ⅱ级响应\n\n一次伤亡10人以上的，由值班院长决定启动。\n\n"
        "（二）Ⅲ级响应\n\n接到报告后，由科室主任决定启动。\n"
    )
    found = of_type(statements(text), ResponseLevel)
    assert [(one.level, one.condition, one.decided_by) for one in found] == [
        ("Ⅱ级响应", "一次伤亡10人以上的", "值班院长"),
        ("Ⅲ级响应", "", "科室主任"),
    ]


def test_warnings_of_one_sentence_and_who_agrees() -> None:
    text = (
        "甲县暴雪应急预案\n\n蓝色预警：预计降雪4毫米以上；黄色预警：预计降雪6毫米以上，交通受阻；持续降雪。\n\n"
        "橙色预警：由办公室主任决定启动三级响应；红色预警：由指挥长报请县委、县政府同意后启动二级响应。\n"
    )
    found = of_type(statements(text), ResponseLevel)
    assert [(one.level, one.condition, one.decided_by) for one in found] == [
        ("蓝色预警", "预计降雪4毫米以上", ""),
        ("黄色预警", "预计降雪6毫米以上，交通受阻；持续降雪", ""),
        ("Ⅲ级响应", "", "办公室主任"),
        ("Ⅱ级响应", "", "县委、县政府"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县应急管理局每年至少组织2次演练。", ("drill", "0.5", "year")),
        ("每年组织四次演练。", ("drill", "3", "month")),
        ("每3年评估修订一次。", ("review", "3", "year")),
        ("每半年开展一次演练。", ("drill", "0.5", "year")),
    ],
)
def test_how_far_apart_drills_are(words: str, expected: tuple[str, str, str]) -> None:
    (one,) = of_type(statements(f"甲县应急预案\n\n一、管理\n\n1.本预案。{words}\n"), Period)
    assert (one.what, one.every, one.unit) == expected


def test_plans_are_listed_under_their_category() -> None:
    text = "甲县应急预案目录\n\n类别\t序号\t预案名称\t编制单位\n一、自然灾害类（2个）\t1\t甲县抗旱预案\t县水利局\n\t2\t甲县防震预案\t县应急管理局\n"
    found = of_type(statements(text), EmergencyPlan)
    assert [(one.category, one.number, one.plan_name, one.lead_orgs) for one in found] == [
        ("自然灾害类", "1", "甲县抗旱预案", ("县水利局",)),
        ("自然灾害类", "2", "甲县防震预案", ("县应急管理局",)),
    ]


def test_the_catalogue_of_the_gazette(gazette: list[Statement], shared: Path) -> None:
    with (shared / "gold/dongsheng-2023-q3/emergency_plans.csv").open(encoding="utf-8-sig", newline="") as handle:
        gold = [(row["category"], row["number"], row["plan_name"], row["lead_orgs"]) for row in csv.DictReader(handle)]
    found = of_type(gazette, EmergencyPlan)
    assert [(one.category, one.number, one.plan_name, ";".join(one.lead_orgs)) for one in found] == gold


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        (
            "国家级500万元、省级100万元、市级20万元给予奖励。",
            [("国家级", "5000000"), ("省级", "1000000"), ("市级", "200000")],
        ),
        ("奖励标准：甲国名牌50万元，甲省名牌10万元。", [("甲国名牌", "500000"), ("甲省名牌", "100000")]),
        ("一等奖5000元，二等奖3000元。", [("一等奖", "5000"), ("二等奖", "3000")]),
        ("投资额国家级500万元，省级100万元，方可申请奖励。", []),
    ],
)
def test_offers_by_class(words: str, offers: list[tuple[str, str]]) -> None:
    found = of_type(statements(f"甲县奖励办法\n\n1.{words}\n"), Subsidy)
    assert [(row.condition, row.amount_yuan) for row in found] == offers


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("排查阶段（4月中旬）：逐户登记。", [("排查阶段", "2031-04", "2031-04")]),
        ("——排查阶段（4月至5月）。逐户登记。", [("排查阶段", "2031-04", "2031-05")]),
        ("排查登记（4月1日至5月10日）。逐户登记。", [("排查登记", "2031-04-01", "2031-05-10")]),
        ("排查阶段：4月1日至5月10日。逐户登记。", [("排查阶段", "2031-04-01", "2031-05-10")]),
        ("（一）排查阶段。时间：4月1日至5月10日。", [("排查阶段", "2031-04-01", "2031-05-10")]),
        ("（一）排查阶段，从4月1日到5月底。", [("排查阶段", "2031-04-01", "2031-05")]),
        ("（一）排查阶段：【4月1日—5月10日】", [("排查阶段", "2031-04-01", "2031-05-10")]),
        ("（一）4月1日至5月10日为排查阶段。", [("排查阶段", "2031-04-01", "2031-05-10")]),
        ("（一）排查阶段（截至2031年5月10日）。", [("排查阶段", "", "2031-05-10")]),
        ("排查登记（4月1日）。开推进会。", []),
        ("在排查阶段，4月1日至5月10日，各镇要值班。", []),
        ("上半年为排查阶段（4月至5月），各镇要值班。", []),
        ("（一）排查阶段。4月1日，各镇开会。", []),
    ],
)
def test_phases_in_many_forms(words: str, phases: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲市2031年度整治方案\n\n三、实施步骤\n\n{words}\n\n四、要求\n\n加强领导。\n"), Phase)
    assert [(row.phase, row.from_, row.to) for row in found] == phases


def test_phases_of_a_page_out_of_the_middle() -> None:
    text = "（二）摸底阶段（2031年3月-2031年4月）\n逐户登记造册，建立台账。\n（三）整改阶段（5月）\n限期整改。\n"
    found = of_type(statements(text), Phase)
    assert [(row.phase, row.from_, row.to) for row in found] == [
        ("摸底阶段", "2031-03", "2031-04"),
        ("整改阶段", "2031-05", "2031-05"),
    ]
    assert not of_type(statements("（二）摸底阶段（3月至4月）\n逐户登记造册，对2029年以来的问题建立台账。\n"), Phase)


def test_phases_of_the_gazette(gazette: list[Statement]) -> None:
    assert [(one.phase, one.from_, one.to) for one in of_type(gazette, Phase)] == [
        ("动员部署阶段", "2023-03", "2023-04"),
        ("实施建设阶段", "2023-05", "2023-09"),
        ("申报资料阶段", "2023-10", "2023-11"),
        ("自查迎检阶段", "2023-11", "2023-12"),
        ("考核验收阶段", "2024", "2024"),
    ]


def test_targets_of_the_gazette(gazette: list[Statement]) -> None:
    found = of_type(gazette, Target)
    by_2025 = [(one.comparator, one.value, one.unit) for one in found if one.year == "2025"]
    assert by_2025 == [
        ("=", "100", "%"),
        (">", "100", "家"),
        (">=", "2.5", "%"),
        (">=", "2", "%"),
        (">=", "1/3", ""),
        (">=", "15", "万人"),
        (">=", "80", "人"),
        (">=", "10", "件"),
    ]
    assert [one.comparator for one in found if one.year == "2030"] == ["rank", "rank", "qualitative", "qualitative"]


def test_offers_of_the_gazette(gazette: list[Statement]) -> None:
    found = of_type(gazette, Subsidy)
    without = {"1", "2", "3", "10", "15", "18", "22", "24", "26", "27", "29"}
    assert {one.task_number for one in found} == {str(number) for number in range(1, 31)} - without
    assert [one.amount_yuan for one in found if one.task_number == "30"] == ["500000", "100000", "200000", "200000"]
    assert [one.cap_yuan for one in found if one.task_number == "7"].count("500000") == 2
    assert "2000000" not in [one.cap_yuan for one in found if one.task_number == "12"]


def test_periods_and_rules_of_the_gazette(gazette: list[Statement]) -> None:
    periods = [(one.what, one.every, one.unit) for one in of_type(gazette, Period)]
    assert sorted(periods) == [("drill", "3", "year"), ("validity", "3", "year"), ("validity", "5", "year")]
    rules = {(one.rule, one.comparator, one.value) for one in of_type(gazette, GroupRule)}
    assert {
        ("members", ">=", "3"),
        ("members_parity", "odd", ""),
        ("owner_share", ">=", "1/2"),
        ("term", "<=", "3"),
    } <= rules
    assert {one.applies_to for one in of_type(gazette, GroupRule)} == {"物业管理委员会"}


def test_a_school_drills_every_semester() -> None:
    found = of_type(statements("甲中学安全工作方案\n\n3.加强教育。学校每学期组织一次应急疏散演练。\n"), Period)
    assert [(one.what, one.every, one.unit) for one in found] == [("drill", "1", "semester")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("到2031年底，全县65%的行政村生活污水得到有效治理。", [("2031", "65", "%")]),
        ("到2033年底，农村黑臭水体全部消除。", [("2033", "100", "%")]),
        ("2033年，65%的村民表示满意，问题全部交办。", []),
    ],
)
def test_shares_before_and_all_behind_what_they_are_of(words: str, expected: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲县方案\n\n一、主要目标。{words}\n"), Target)
    assert [(one.year, one.value, one.unit) for one in found] == expected


def test_levels_behind_a_number_and_over_a_stop() -> None:
    text = "甲县防汛应急预案\n\n（一）Ⅳ级响应。水位达到警戒水位，由县防办主任决定启动。\n\n（二）Ⅲ级响应。预报有大洪水，由副总指挥批准启动。\n"
    found = of_type(statements(text), ResponseLevel)
    assert [(one.level, one.condition, one.decided_by) for one in found] == [
        ("Ⅳ级响应", "水位达到警戒水位", "县防办主任"),
        ("Ⅲ级响应", "预报有大洪水", "副总指挥"),
    ]


def test_bounds_chairs_and_notice_of_a_committee() -> None:
    text = (
        "甲区物业管理委员会组建办法\n\n第一条 物业管理委员会由七至十三人的单数组成。\n\n第二条 设主任一名、副主任两名。\n\n"
        "第三条 应当于会议召开七日前书面通知全体委员。\n"
    )
    found = of_type(statements(text), GroupRule)
    assert [(one.rule, one.comparator, one.value, one.unit) for one in found] == [
        ("members", ">=", "7", "人"),
        ("members", "<=", "13", "人"),
        ("members_parity", "odd", "", ""),
        ("chairs", "=", "1", "名"),
        ("deputies", "=", "2", "名"),
        ("meeting_notice", ">=", "7", "日"),
    ]


@pytest.mark.parametrize(
    ("printed", "yuan"),
    [
        ("五万元", "50000"),
        ("五十万元", "500000"),
        ("一百二十万元", "1200000"),
        ("三千元", "3000"),
        ("一亿二千万元", "120000000"),
    ],
)
def test_money_in_words(printed: str, yuan: str) -> None:
    found = of_type(statements(f"甲县扶持办法\n\n7.支持创业。对首次达标的企业，一次性奖励{printed}。\n"), Subsidy)
    assert [one.amount_yuan for one in found] == [yuan]


def test_no_money_in_words_that_only_end_like_it() -> None:
    text = "甲县扶持办法\n\n7.支持创业。支持多元投入，奖励一二三元素齐全的项目，统一元数据标准。\n"
    assert of_type(statements(text), Subsidy) == []


def test_rent_is_given_by_the_square_metre_and_month() -> None:
    text = "甲县扶持办法\n\n7.支持总部。对租用办公用房的，按每平方米每月20元给予租金补贴，每年最高不超过五十万元。\n"
    (offer,) = of_type(statements(text), Subsidy)
    assert (offer.amount_yuan, offer.cap_yuan, offer.per) == ("20", "500000", "每平方米每月")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("乡镇每年至少组织2次应急演练", ("0.5", "year")),
        ("指挥部每年组织开展三次应急演练", ("4", "month")),
        ("指挥部每季度开展3次应急演练", ("1", "month")),
        ("指挥部每年至少组织1次应急演练", ("1", "year")),
        ("指挥部每年开展5次应急演练", None),
    ],
)
def test_so_many_drills_a_year(words: str, period: tuple[str, str] | None) -> None:
    found = of_type(statements(f"甲县防汛应急预案\n\n一、预案演练\n\n{words}。\n"), Period)
    assert [(one.every, one.unit) for one in found] == ([period] if period else [])


def test_who_must_agree_to_a_level_is_named_without_the_agreeing() -> None:
    text = "甲县防汛应急预案\n\n4.1 Ⅰ级响应\n\n死亡30人以上的，由县指挥部报请县委、县政府同意后启动Ⅰ级响应。\n"
    assert [one.decided_by for one in of_type(statements(text), ResponseLevel)] == ["县委、县政府"]


def test_a_plan_reviewed_every_three_years() -> None:
    found = of_type(statements("甲县地震应急预案\n\n4.1县应急管理局每三年对本预案进行一次评估和修订。\n"), Period)
    assert [(one.what, one.every, one.unit) for one in found] == [("review", "3", "year")]


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        ("由5至9人组成，人数为单数。", ["members >= 5", "members <= 9", "members_parity odd "]),
        ("由9人以上15人以下单数专家组成。", ["members >= 9", "members <= 15", "members_parity odd "]),
        ("委员不少于5人、不超过11人，且应为奇数。", ["members >= 5", "members <= 11", "members_parity odd "]),
        ("委员人数应当为单数，最少五人，最多十三人。", ["members >= 5", "members <= 13", "members_parity odd "]),
        (
            "设主任1名，副主任2—3名，任期3至5年。",
            ["chairs = 1", "deputies >= 2", "deputies <= 3", "term >= 3", "term <= 5"],
        ),
        ("出席人数达到三分之二以上方可召开会议。", ["quorum >= 2/3"]),
        ("委员中居民代表不少于3人。", []),
    ],
)
def test_the_figures_of_a_committee_may_be_ranges(article: str, rules: list[str]) -> None:
    found = of_type(statements(f"甲区咨询委员会组建办法\n\n第一条 咨询委员会{article}\n"), GroupRule)
    assert sorted(f"{one.rule} {one.comparator} {one.value}" for one in found) == sorted(rules)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "到2035年底，实现以下目标：\n- 森林覆盖率达到35%以上；\n- 管护率达到98%。\n",
            [("2035", "森林覆盖率", "35"), ("2035", "管护率", "98")],
        ),
        (
            "2035年底前，\n●养老床位达到5000张\n●护理床位占比不低于55%\n三、措施\n●确保投入不少于100万元。\n",
            [("2035", "养老床位", "5000"), ("2035", "护理床位占比", "55")],
        ),
        (
            "——到2034年底，公厕达到50座；\n——到2035年底，覆盖率达到90%。\n",
            [("2034", "公厕", "50"), ("2035", "覆盖率", "90")],
        ),
        ("到2035年，全市要抓好以下工作。\n●确保投入不少于100万元。\n", []),
    ],
)
def test_targets_may_stand_in_a_list_with_bullets(text: str, targets: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲市方案\n\n{text}"), Target)
    assert [(one.year, one.indicator, one.value) for one in found] == targets


def test_phases_of_one_sentence_and_one_without_an_end() -> None:
    text = "甲市方案\n\n四、实施步骤\n\n动员（2031年1月）、实施（2031年2月至5月）、总结（6月）。\n\n（四）管护阶段（2032年1月起）。常态推进。\n"
    found = [(row.phase, row.from_, row.to) for row in of_type(statements(text), Phase)]
    assert found == [
        ("动员", "2031-01", "2031-01"),
        ("实施", "2031-02", "2031-05"),
        ("总结", "2031-06", "2031-06"),
        ("管护阶段", "2032-01", ""),
    ]


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("本手册每两年修订一次，由院办公室负责解释。", [("review", "2", "year")]),
        ("院办公室每两年修订一次年鉴。", []),
        ("对工作每年评估一次。", []),
    ],
)
def test_a_paper_says_of_itself_how_often_it_is_revised(words: str, periods: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲院管理手册\n\n第一部分\n\n{words}\n"), Period)
    assert [(row.what, row.every, row.unit) for row in found] == periods


def test_a_level_over_a_chapter_holds_to_the_next_heading_of_its_rank() -> None:
    text = (
        "甲县防汛应急预案\n\n四、应急响应\n\n（一）三级响应\n\n由县防汛办主任决定启动。\n\n（二）二级响应\n\n"
        "1.启动程序\n\n经会商启动。由总指挥报请县政府同意后启动。\n\n（三）其他\n\n由乡镇决定启动预案。\n"
    )
    found = [(row.level, row.decided_by) for row in of_type(statements(text), ResponseLevel)]
    assert found == [("Ⅲ级响应", "县防汛办主任"), ("Ⅱ级响应", "县政府")]


def test_the_contents_of_a_plan_say_no_title_of_a_plan() -> None:
    text = (
        "甲县防汛应急预案\n\n目  录\n1 总则…………1\n2 附则…………5\n附件1 甲县物资储备任务分解表\n\n1 总则\n为防汛制定本预案。\n"
        "2 附则\n本预案每3年修订一次。\n"
    )
    (period,) = of_type(statements(text), Period)
    assert period.document == "甲县防汛应急预案"


@pytest.mark.parametrize(
    ("words", "phases"),
    [
        ("第一阶段：2031年3月—2031年5月，部署启动。", [("第一阶段", "2031-03", "2031-05", "部署启动。")]),
        ("第一阶段：部署启动（2031年3月至5月）。", [("部署启动", "2031-03", "2031-05", "")]),
        ("第一阶段：人数达到20人，部署启动。", []),
    ],
)
def test_a_phase_may_have_no_name_but_its_number(words: str, phases: list[tuple[str, str, str, str]]) -> None:
    found = of_type(statements(f"甲市整治方案\n\n重点任务进度安排\n\n{words}\n"), Phase)
    assert [(row.phase, row.from_, row.to, row.summary) for row in found] == phases


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        (
            "Ⅰ级响应：死亡10人以上，或影响供气万户以上。由市政府主要领导决定启动，并报省政府。",
            [("Ⅰ级响应", "市政府主要领导")],
        ),
        ("做好Ⅳ级响应：组织巡查。由指挥部决定启动Ⅲ级响应。", [("Ⅲ级响应", "指挥部")]),
    ],
)
def test_when_a_level_holds_and_who_starts_it_may_be_two_sentences(words: str, levels: list[tuple[str, str]]) -> None:
    found = of_type(statements(f"甲市燃气应急预案\n\n{words}\n"), ResponseLevel)
    assert [(row.level, row.decided_by) for row in found] == levels


SCALE = "甲县惠企政策清单\n\n奖励事项\t奖励对象\t奖励额度\n"


def offered(text: str) -> list[tuple[str, str, str, str]]:
    """Condition, rate, amount and ceiling of the offers of an invented paper."""
    return [
        (one.condition, one.rate_percent, one.amount_yuan, one.cap_yuan) for one in of_type(statements(text), Subsidy)
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("新建暖棚\t农户\t5万元", [("新建暖棚", "", "50000", "")]),
        ("新建暖棚\t农户\t设备投资额的30%，最高20万元", [("新建暖棚", "30", "", "200000")]),
        ("名牌培育\t企业\t国家级60万元 省级20万元", [("国家级", "", "600000", ""), ("省级", "", "200000", "")]),
        (
            "改造咨询\t机构\t育秧车间2万元/个、烘干车间3万元/个",
            [("育秧车间", "", "20000", ""), ("烘干车间", "", "30000", "")],
        ),
        ("新建暖棚\t农户\t每户一次性补助800元", [("新建暖棚", "", "800", "")]),
        ("试点产品\t9万元\t", [("试点产品", "", "90000", "")]),
        ("新建暖棚\t农户\t由乡镇核定", []),
        ("注：总额超过100万元的另议\t\t", []),
    ],
)
def test_a_column_of_amounts_offers_them(row: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert offered(f"{SCALE}{row}\n") == expected


@pytest.mark.parametrize(
    "head", ["企业名称\t奖励对象\t奖励额度", "奖励事项\t获奖单位\t奖励标准", "奖励事项\t奖励对象\t已拨付资金"]
)
def test_what_was_paid_is_no_offer(head: str) -> None:
    assert offered(f"甲县惠企政策清单\n\n{head}\n新建暖棚\t农户\t5万元\n") == []


def test_another_head_ends_the_offers() -> None:
    text = f"{SCALE}新建暖棚\t农户\t5万元\n工作任务\t责任单位\t完成时限\n拨付5万元\t县财政局\t5万元\n"
    assert len(offered(text)) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第一阶段动员部署（3月6日至3月15日）。召开会议。", [("动员部署", "3月6日", "3月15日")]),
        ("第一阶段动员部署（3月至5月）。召开会议。", []),
        ("第一阶段动员部署（3月16日至3月2日）。召开会议。", []),
        ("第一阶段动员部署（2031年3月6日至3月15日）。召开会议。", [("动员部署", "2031-03-06", "2031-03-15")]),
    ],
)
def test_days_of_a_phase_without_a_year_stay_as_printed(line: str, expected: list[tuple[str, str, str]]) -> None:
    found = of_type(statements(f"甲镇清洁行动方案\n\n四、实施步骤\n\n{line}\n"), Phase)
    assert [(one.phase, one.from_, one.to) for one in found] == expected


@pytest.mark.parametrize(
    ("summary", "start"),
    [
        ("各村3月15日前上报《2031年清洁行动工作总结》。", "2031-03-06"),
        ("各村把《2031年度清洁行动总结》报镇政府。", "2031-03-06"),
        ("各村对照《2030年清洁行动工作总结》查找不足。", "3月6日"),
        ("各村报送《2030年清洁工作总结》，提交《2031年清洁工作总结》。", "3月6日"),
    ],
)
def test_the_year_of_phases_is_that_which_is_summed_up(summary: str, start: str) -> None:
    text = f"甲镇清洁行动方案\n\n四、实施步骤\n\n第一阶段动员部署（3月6日至3月15日）。{summary}\n"
    assert [one.from_ for one in of_type(statements(text), Phase)] == [start]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("新建牛舍，每平方米补助120元，单个养殖场补助总额不超过30万元。", ("新建牛舍", "每平方米", "120", "300000")),
        ("引进优质种公牛的，每头一次性补助5000元。", ("引进优质种公牛的", "每头", "5000", "")),
        ("新建牛舍要先审批，再按规定办理，补助5000元。", ("", "", "5000", "")),
        ("对新建牛舍的农户，每平方公里补助120元。", ("新建牛舍的农户", "每平方公里", "120", "")),
    ],
)
def test_what_is_done_for_an_offer_and_what_it_is_counted_by(words: str, expected: tuple[str, str, str, str]) -> None:
    (offer,) = of_type(statements(f"甲县扶持办法\n\n7.{words}\n"), Subsidy)
    assert (offer.condition, offer.per, offer.amount_yuan, offer.cap_yuan) == expected


def test_how_a_rate_is_counted_is_no_part_of_what_it_is_of() -> None:
    (offer,) = of_type(statements("甲县扶持办法\n\n7.养殖贷款按年利率3%予以贴息，每户贴息额度不超过2万元。\n"), Subsidy)
    assert (offer.basis, offer.rate_percent, offer.cap_yuan, offer.per) == ("养殖贷款", "3", "20000", "每户")


def test_the_next_phase_is_no_part_of_the_one_above() -> None:
    steps = "第一阶段（9月1日至9月10日）：发动。\n\n第二阶段（9月11日至9月30日）：整治。\n\n各村逐户登记。\n"
    found = of_type(statements(f"甲县2031年整治方案\n\n三、时间安排\n\n{steps}"), Phase)
    assert [(one.phase, one.summary) for one in found] == [("发动", ""), ("整治", "各村逐户登记。")]


def test_a_figure_inside_a_name_is_no_number_before_it() -> None:
    table = "指标名称\t单位\t2031年目标\nPM2.5浓度\t微克/立方米\t≤33\n2.森林覆盖率\t%\t62.3以上\n"
    found = of_type(statements(f"甲县2031年主要预期目标\n\n{table}"), Target)
    assert [(one.indicator, one.value) for one in found] == [("PM2.5浓度", "33"), ("森林覆盖率", "62.3")]
