"""Divisions of work as boards and pages of the web keep them: dashes between the cells, headings below a board's name, chains in passing."""

from __future__ import annotations

import pytest

from graph.statements import Portfolio
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _charges(text: str) -> list[str]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [f"{row.person}|{row.title}|{row.relation}|{row.object}" for row in rows if isinstance(row, Portfolio)]


@pytest.mark.parametrize(
    "heading",
    ["甲村“两委”干部分工情况", "学校领导班子分工一览表", "甲村村干部职责分工（2031年换届后）", "甲局班子成员分工公示"],
)
def test_a_division_below_the_name_of_a_board(heading: str) -> None:
    text = f"公开栏\n{heading}\n支部书记、主任：丁一——主持全面工作，负责党建。\n会计：沈 渡——负责财务、档案工作。\n"
    assert _charges(text) == [
        "丁一|支部书记、主任|主持|全面工作",
        "丁一|支部书记、主任|负责|党建",
        "沈渡|会计|负责|财务",
        "沈渡|会计|负责|档案",
    ]


def test_a_line_that_only_names_a_division_makes_none_of_news() -> None:
    text = "甲县要闻\n领导分工\n丁一到会讲话，沈渡负责会务工作，周正负责接待工作。\n"
    assert _charges(text) == []


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("妇女主任 - 吴用 - 负责妇女、计生", ["吴用|妇女主任|负责|妇女", "吴用|妇女主任|负责|计生"]),
        ("吴用——妇女主任——负责妇女工作", ["吴用|妇女主任|负责|妇女"]),
        ("妇女主任：吴用→负责妇女工作", ["吴用|妇女主任|负责|妇女"]),
        ("妇女主任：吴用--分管妇女工作", ["吴用|妇女主任|分管|妇女"]),
        ("妇女主任：吴用…负责妇女工作", ["吴用|妇女主任|负责|妇女"]),
        ("妇女工作--另行安排", []),
    ],
)
def test_dashes_part_post_name_and_work(line: str, rows: list[str]) -> None:
    text = f"甲村村干部工作分工\n\n支部书记：丁一，主持全面工作\n会计：沈渡，负责财务工作\n{line}\n"
    assert [row for row in _charges(text) if not row.startswith(("丁一", "沈渡"))] == rows


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2031-10-11 16:40　浏览次数：96 次",
        "信息来源：甲街道党政办公室  时间：2031-10-11",
        "发布时间：2031年10月11日 09:12",
    ],
)
def test_the_line_of_the_page_over_the_first_leader_is_no_part_of_him(line: str) -> None:
    text = f"甲街道领导班子成员工作分工\n{line}\n党工委书记 丁 一 正 主持党工委工作，联系甲社区。\n办事处副主任 沈渡 负责民政工作。\n"
    assert _charges(text)[1:2] == ["丁一正|党工委书记|联系|甲社区"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("包村领导", "职 务", "所包村", "驻村干部"), ("丁 一 正", "乡长", "甲村", "吴 用")),
        (("挂村领导", "所联行政村", "职务", "驻村工作队员"), ("丁一正", "甲村", "乡长", "吴用")),
        (("包村领导", "包联村", "驻村干部", "职务"), ("丁一正", "甲村", "吴用", "科员")),
    ],
)
def test_who_stays_in_a_village_has_no_place_beside_the_leader(heads: tuple[str, ...], cells: tuple[str, ...]) -> None:
    others = tuple(
        {"丁 一 正": "沈渡", "丁一正": "沈渡", "甲村": "乙村", "吴用": "周正", "吴 用": "周正"}.get(word, word)
        for word in cells
    )
    text = "甲乡领导干部包村安排一览表\n" + "\n".join((*heads, *cells, *others)) + "\n"
    post = "" if heads[-1] == "职务" else "乡长"
    assert _charges(text) == [f"丁一正|{post}|联系|甲村", f"沈渡|{post}|联系|乙村"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "东片由丁一负责，西片由沈渡负责，铁路沿线由副镇长周正负责。",
            ["丁一||负责|东片", "沈渡||负责|西片", "周正|副镇长|负责|铁路沿线"],
        ),
        (
            "其中，甲村由丁一包干，乙村、丙村由沈渡同志包干，丁社区由周正包干。",
            ["丁一||负责|甲村", "沈渡||负责|乙村", "沈渡||负责|丙村", "周正||负责|丁社区"],
        ),
        (
            "分工联系：丁一联系财务处、办公室；沈渡联系河西各观测站；周正包联石桥中学。",
            ["丁一||联系|财务处", "丁一||联系|办公室", "沈渡||联系|河西各观测站", "周正||联系|石桥中学"],
        ),
        ("签到由丁一负责，会场由沈渡负责，宣传由周正负责。", []),
        ("丁一联系车辆；沈渡联系厂家；周正联系媒体。", []),
        ("东片由甲公司负责，西片由乙公司负责，铁路沿线由丙公司负责。", []),
        ("东片由丁一负责，西片由沈渡负责，费用另计。", []),
    ],
)  # fmt: skip
def test_places_shared_out_in_a_sentence(words: str, rows: list[str]) -> None:
    assert _charges(f"石桥镇环境整治方案\n\n一、分片包干。{words}\n二、自查自纠。各村自查。\n") == rows


@pytest.mark.parametrize(
    "title",
    [
        "甲县重点项目建设指挥部办公室关于调整县级领导包联重点企业的通知",
        "甲县招商引资工作领导小组关于县级领导挂联重点企业的通知",
        "甲县优化环境工作专班关于印发《关于县领导包抓重点企业的通知》的通知",
    ],
)
def test_the_group_that_issues_a_paper_is_not_what_it_is_about(title: str) -> None:
    body = "各乡镇：\n作如下调整：\n县委副书记、县长丁一联系甲县东方水泥有限公司；\n副县长沈 渡包联绿源食品厂、永丰粮油公司。\n"
    assert _charges(f"{title}\n{body}") == [
        "丁一|县委副书记、县长|联系|甲县东方水泥有限公司",
        "沈渡|副县长|联系|绿源食品厂",
        "沈渡|副县长|联系|永丰粮油公司",
    ]


def test_a_paper_on_the_seats_of_a_group_divides_no_work() -> None:
    text = (
        "甲县防汛抗旱指挥部关于调整成员的通知\n各乡镇：\n总指挥：丁一（副县长）\n副总指挥：沈渡（县水利局局长）\n"
        "指挥部办公室主任由沈渡兼任，负责日常工作，联系县气象局。\n"
    )
    assert _charges(text) == []
