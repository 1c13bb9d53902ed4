"""Forms of a division of work that many papers print: places behind short verbs, stops of half width, names of any letters."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, Portfolio, StandIn
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _charges(text: str) -> list[tuple[str, str, str]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.person, row.relation, row.object) for row in rows if isinstance(row, Portfolio)]


def _of_one(work: str) -> list[tuple[str, str]]:
    text = f"甲县领导班子成员工作分工\n\n丁一  副县长\n\n{work}\n\n沈渡  副县长\n\n负责教育工作。\n"
    return [(relation, what) for who, relation, what in _charges(text) if who == "丁一"]


@pytest.mark.parametrize(
    ("work", "given"),
    [
        ("负责农业。挂点龙塘村。", [("负责", "农业"), ("联系", "龙塘村")]),
        ("负责农业。包第一管理区、第二管理区。", [("负责", "农业"), ("联系", "第一管理区"), ("联系", "第二管理区")]),
        ("负责农业，蹲点高二年级。", [("负责", "农业"), ("联系", "高二年级")]),
        ("负责农业，包抓石桥镇。", [("负责", "农业"), ("联系", "石桥镇")]),
        ("负责农业。包括水利、林业。", [("负责", "农业")]),
        ("负责面包厂、包装公司。", [("负责", "面包厂"), ("负责", "包装公司")]),
        ("分管部门为县农业局、县水利局。", [("分管", "县农业局"), ("分管", "县水利局")]),
        ("分管单位包括县农业局、县水利局。", [("分管", "县农业局"), ("分管", "县水利局")]),
        ("联系内一科、心电图室等科室。", [("联系", "内一科"), ("联系", "心电图室")]),
        ("负责高等学校、初等学校。", [("负责", "高等学校"), ("负责", "初等学校")]),
        ("负责卫生、民政和残联工作。", [("负责", "卫生"), ("负责", "民政"), ("负责", "残联")]),
        (
            "分管建设科、监督站.负责重点工程、饮水安全工作.",
            [("分管", "建设科"), ("分管", "监督站"), ("负责", "重点工程"), ("负责", "饮水安全")],
        ),
    ],
)
def test_what_a_clause_puts_on_a_desk(work: str, given: list[tuple[str, str]]) -> None:
    assert _of_one(work) == given


def test_beside_a_column_of_posts_any_letters_are_a_name() -> None:
    text = "甲县政府领导工作分工\n\n姓名\t职务\t负责工作\n丁一\t县长\t财政\n边巴央金\t副县长\t教育、卫生\n全体成员\t\t党建\n"
    assert [row for row in _charges(text) if row[0] != "丁一"][:2] == [
        ("边巴央金", "负责", "教育"),
        ("边巴央金", "负责", "卫生"),
    ]
    assert "全体成员" not in {who for who, _, _ in _charges(text)}


def test_letters_with_a_gap_below_a_post_begin_a_block() -> None:
    text = (
        "领导之窗\n\n副市长\n丁勇\n[工作分工] 负责公安工作。分管市司法局。\n\n"
        "秘书长\n同  辉\n[工作分工] 主持市政府办公室工作。分管市政府研究室。\n"
    )
    assert [row for row in _charges(text) if row[1] != "负责"] == [
        ("丁勇", "分管", "市司法局"),
        ("同辉", "主持", "市政府办公室"),
        ("同辉", "分管", "市政府研究室"),
    ]


def test_a_page_of_a_village_divides_the_work_in_brackets() -> None:
    text = "走进南塘村\n\n村两委成员及分工：\n村党总支书记、村委会主任：丁一（主持全面工作）\n村委会副主任：沈 渡（分管农业、水利）\n"
    assert _charges(text) == [("丁一", "主持", "全面工作"), ("沈渡", "分管", "农业"), ("沈渡", "分管", "水利")]
    text = "走进南塘村\n\n村两委成员：\n村党总支书记：丁一（主持人才工作会）\n村委会副主任：沈 渡（驻村）\n"
    assert _charges(text) == []


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        (
            "1.丁一，责任区域：东岭林场\n2.沈渡，责任区域：云顶公园、白鹤镇\n",
            [("丁一", "负责", "东岭林场"), ("沈渡", "负责", "云顶公园"), ("沈渡", "负责", "白鹤镇")],
        ),
        (
            "镇长丁一负责白水河上段；\n沈 渡（副镇长） 责任河段：大江口。\n",
            [("丁一", "负责", "白水河上段"), ("沈渡", "负责", "大江口")],
        ),
        ("丁一——包联石桥村\n沈渡——包联大洞村\n", [("丁一", "联系", "石桥村"), ("沈渡", "联系", "大洞村")]),
        ("丁一负责日常工作\n办公室负责全县河流\n", []),
        ("丁一负责大江口水库\n", []),
    ],
)
def test_lines_of_chiefs(lines: str, given: list[tuple[str, str, str]]) -> None:
    assert _charges(f"关于公布甲县河（湖）长的通知\n\n各乡镇：\n\n现公布如下：\n\n{lines}") == given


def test_what_a_block_says_is_not_said_again_by_a_table() -> None:
    text = (
        "甲镇领导班子成员分工\n\n丁一  镇长：主持全面工作。包石桥村。\n\n沈渡  副镇长：负责农业。\n\n"
        "村名\t包村领导\n石桥村\t丁一\n大洞村\t沈渡\n"
    )
    found = _charges(text)
    assert found.count(("丁一", "联系", "石桥村")) == 1
    assert ("沈渡", "联系", "大洞村") in found


def test_who_answers_in_the_village_itself_stands_beside_who_looks_after_it() -> None:
    table = "村（社区）\t包村领导\t驻村干部\t村级责任人\n石桥村\t丁一（镇长）\t王小二\t李强（村支书）\n"
    assert _charges(f"甲镇防汛工作安排表\n\n{table}") == [("丁一", "联系", "石桥村")]


@pytest.mark.parametrize(
    "heading",
    ["县政府领导外出期间，由互为补位的同志代行职责。具体安排：", "经研究，互为补位人员名单："],
)
def test_who_stands_in_without_letters(heading: str) -> None:
    text = f"关于领导互为补位安排的通知\n\n各乡镇：\n\n{heading}\n\n丁  一同志——沈渡同志\n\n卢文林同志（挂职）——沈 斌同志\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [(row.person_a, row.person_b) for row in rows if isinstance(row, StandIn)] == [
        ("丁一", "沈渡"),
        ("卢文林", "沈斌"),
    ]


@pytest.mark.parametrize(
    ("work", "given"),
    [
        (
            "领导党工委、管委会全面工作；具体抓审计、编制工作。",
            [("主持", "党工委"), ("主持", "管委会"), ("负责", "审计"), ("负责", "编制")],
        ),
        ("领导学校行政全面工作，直接抓财务。", [("主持", "学校行政"), ("负责", "财务")]),
        ("负责农业。县级领导全面工作另行安排。", [("负责", "农业")]),
        ("负责农业，主要抓好落实。", [("负责", "农业")]),
        ("协助县长抓好保卫、后勤服务和工会工作。", [("协助", "保卫"), ("协助", "后勤服务"), ("协助", "工会")]),
        ("协助县长抓好保卫、志愿者服务队伍和工会工作。", [("协助", "保卫"), ("协助", "志愿者服务队伍和工会")]),
    ],
)
def test_who_leads_the_whole_and_sees_to_a_part_himself(work: str, given: list[tuple[str, str]]) -> None:
    assert _of_one(work) == given


def test_whom_a_paper_goes_to_is_no_group() -> None:
    text = "甲中学关于调整校领导班子成员分工的通知\n\n各处室、各年级组：\n\n现调整如下：\n\n校长 丁一\n\n负责财务。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [type(row) for row in rows if isinstance(row, (Group, Membership, Portfolio))] == [Portfolio]


def test_a_surname_that_leads_elsewhere_behind_a_post() -> None:
    text = "甲公司领导班子成员分工\n\n总经理丁一同志：主持全面工作。\n\n总工程师由志强同志：负责技术改造。\n"
    assert _charges(text)[-1] == ("由志强", "负责", "技术改造")


def test_four_letters_beside_a_post_in_a_table_may_be_a_name() -> None:
    text = "甲村干部分工表\n\n姓名\t职务\t分工\n丁一山\t村主任\t主持全面工作\n盘买福生\t村委委员\t农业、林业\n会计股室\t村委委员\t水利\n"
    assert _charges(text) == [
        ("丁一山", "主持", "全面工作"),
        ("盘买福生", "负责", "农业"),
        ("盘买福生", "负责", "林业"),
    ]


def test_columns_of_a_line_with_the_post_first() -> None:
    text = (
        "甲县领导包联安排\n\n县委书记 丁一山  包联 青石镇  联系企业 丁山公司\n"
        "县委副书记、县长 沈渡  包联 北河镇  联系企业 北河公司\n"
    )
    assert _charges(text) == [
        ("丁一山", "联系", "青石镇"),
        ("丁一山", "联系", "丁山公司"),
        ("沈渡", "联系", "北河镇"),
        ("沈渡", "联系", "北河公司"),
    ]


@pytest.mark.parametrize(
    ("what", "kind"), [("工业与企业", "matter"), ("农业和企业", "matter"), ("县属国有企业", "org")]
)
def test_firms_joined_to_a_matter_are_one_matter(what: str, kind: str) -> None:
    text = f"甲县领导班子成员工作分工\n\n丁一  副县长\n\n负责{what}工作。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [row.object_kind for row in rows if isinstance(row, Portfolio) and row.object == what] == [kind]
