"""Rosters and their changes as offices mark them: bullets, brackets, counted crowds, titles and units broken over lines."""

from __future__ import annotations

import pytest

from loaders.gazette.persons import read_mentions
from loaders.readers.text import read_text
from tests.loaders.statement_rows import bodies, seats

_CHANGE = "甲集团有限公司关于调整部分议事协调机构成员的通知\n\n各部室：\n\n对部分议事协调机构成员作如下调整：\n\n1、网络安全领导小组\n"
_SET_UP = "甲县人民政府办公室关于成立县农田建设领导小组的通知\n\n各乡镇：\n\n决定成立县农田建设领导小组：\n\n组　长：丁一　　县长\n"


def _mentions(words: str) -> list[str]:
    paper = read_text(words.encode(), "x.txt")
    return [f"{one.person}|{one.title or one.org}" for one in read_mentions(paper.passage(0, len(words)))]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "◆主任：由丁一（总经理）担任，原主任沈渡退出\n◆新增副主任：卢石（副总经理）",
            ["+主任|丁一|总经理", "-主任|沈渡|", "+副主任|卢石|副总经理"],
        ),
        ("◆副组长：丁一（总工程师）替换沈渡", ["+副组长|丁一|总工程师<沈渡"]),
        ("■成员：新增财务部经理丁一、党群部副主任沈渡", ["+成员|丁一|财务部经理", "+成员|沈渡|党群部副主任"]),
        ("委员中纪检室主任由丁一变更为沈 渡", ["+委员|沈渡|纪检室主任<丁一"]),
        ("组长：由丁一接任，沈渡不再担任", ["+组长|丁一|", "-组长|沈渡|"]),
        (
            "组长由总经理丁一担任，副组长由总工程师沈渡担任，成员不变",
            ["+组长|丁一|总经理", "+副组长|沈渡|总工程师"],
        ),
        # The body, not a person, is what passes on, and nobody is named.
        ("委员中各部门负责人由办公室变更为人事部", []),
        ("◆成员：由各部室负责人担任", ["成员||各部室负责人"]),
    ],
)
def test_changes_behind_a_mark(lines: str, rows: list[str]) -> None:
    assert seats(f"{_CHANGE}{lines}\n") == rows


def test_a_body_with_a_mark_before_its_office_is_the_one_at_hand() -> None:
    text = f"{_CHANGE}◆组长：丁一\n◆领导小组办公室设在信息部，沈渡兼任办公室主任\n"
    assert seats(text) == ["组长|丁一|", "办公室主任|沈渡|"]
    assert [body.partition("|")[0] for body in bodies(text)] == ["网络安全领导小组"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "成　员：沈　渡　　县水利局局长、县移民中心\n　　　　　　　　　党组书记\n　　　　卢　石　　县财政局局长",
            ["成员|沈渡|县水利局局长、县移民中心党组书记", "成员|卢石|县财政局局长"],
        ),
        # At the place of the names a post stands for itself.
        (
            "成　员：沈　渡　　县水利局局长\n　　　　县财政局局长\n　　　　卢　石　　县民政局局长",
            ["成员|沈渡|县水利局局长", "成员||县财政局局长", "成员|卢石|县民政局局长"],
        ),
        (
            "成　员：沈　渡（县水利局局长）\n　　　　县财政局、国网甲县供电公司",
            ["成员|沈渡|县水利局局长", "成员||@县财政局", "成员||@国网甲县供电公司"],
        ),
        ("成　员：沈　渡（县水利局局长）\n县财政局、县民政局", ["成员|沈渡|县水利局局长"]),
    ],
)
def test_lines_below_an_entry(lines: str, rows: list[str]) -> None:
    assert seats(f"{_SET_UP}{lines}\n") == ["组长|丁一|县长", *rows]


def test_a_post_at_the_margin_is_that_of_the_places_before_it() -> None:
    head = "领导小组下设两个工作组：\n1、基地组。组长：沈渡；成员：卢石、各乡镇\n"
    assert seats(f"{_SET_UP}{head}林业站站长。\n2、营销组。组长：卢石。\n")[1:4] == [
        "组长|沈渡|",
        "成员|卢石|",
        "成员||各乡镇林业站站长",
    ]
    assert "成员||各乡镇有关单位负责人" not in seats(f"{_SET_UP}{head}有关单位负责人\n")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("沈渡 丁 香（教师代表） 家长代表12名（名单另附）", ["沈渡|", "丁香|教师代表", "|家长代表12名"]),
        ("沈渡、老 周（食堂主管）、当日值班教师", ["沈渡|", "老周|食堂主管", "|当日值班教师"]),
        ("沈渡 县水利局局长、县移民办主任", ["沈渡|县水利局局长、县移民办主任"]),
        ("沈渡 县水利局局长（兼）、县移民办主任", ["沈渡|县水利局局长（兼）、县移民办主任"]),
    ],
)
def test_where_a_post_ends(words: str, read: list[str]) -> None:
    assert _mentions(words) == read


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "领导小组办公室设在县水利局，办公室主任由沈渡兼任，副主任由卢石兼任，成员：马成、孙 强。",
            ["办公室主任|沈渡|", "办公室副主任|卢石|", "办公室成员|马成|", "办公室成员|孙强|"],
        ),
        (
            "领导小组办公室设在县水利局，由沈渡兼任办公室主任，刀明亮任副主任。",
            ["办公室主任|沈渡|", "办公室副主任|刀明亮|"],
        ),
        ("领导小组办公室设在县水利局，办公室主任由沈渡兼任，成员：各单位另行确定。", ["办公室主任|沈渡|"]),
    ],
)
def test_who_sits_in_the_office(sentence: str, rows: list[str]) -> None:
    lines = "成　员：沈　渡　　县水利局局长\n　　　　刀明亮　　县水利局副局长\n\n"
    assert seats(f"{_SET_UP}{lines}{sentence}\n")[3:] == rows


def test_labels_with_colons_in_the_first_cell_of_a_table_without_a_head() -> None:
    text = "| 组  长： | 丁一·吐尔 | 县长 |\n| 副组长： | 沈 渡 | 副县长 |\n|  | 卢石 | 县委常委 |\n| 成  员： | 马成 | 县水利局局长 |\n|  | 各乡镇乡镇长 |\n"
    assert seats(_SET_UP.partition("组　长")[0] + text) == [
        "组长|丁一·吐尔|县长",
        "副组长|沈渡|副县长",
        "副组长|卢石|县委常委",
        "成员|马成|县水利局局长",
        "成员||各乡镇乡镇长",
    ]
    assert (
        seats(_SET_UP.partition("组　长")[0] + "| 责任单位： | 县水利局 | 长期 |\n| 完成时限： | 丁一 | 副县长 |\n")
        == []
    )
