"""Rosters and changes that papers say in manners of their own: columns of changes, functions of several bodies, drills, grids."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats

HEAD = "关于成立青石镇养蚕领导小组的通知\n\n各村：\n\n"
FOUNDED = f"{HEAD}决定成立青石镇养蚕领导小组，"
CHANGED = "关于调整青石县养蚕领导小组组成人员的通知\n\n各乡镇：\n\n决定对青石县养蚕领导小组组成人员进行调整。\n\n一、青石县养蚕领导小组\n"


def test_a_column_says_whose_posts_stand_in_it() -> None:
    text = f"{CHANGED}职务\t调整前\t调整后\t调整后人员单位及职务\n组长\t方圆\t石磊\t副县长\n成员\t——\t夏冰\t县水利局局长\n成员\t梁栋\t——\t席位取消\n"
    assert seats(text) == ["+组长|石磊|副县长<方圆", "+成员|夏冰|县水利局局长", "-成员|梁栋|"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1.组长：县委常委、副县长石磊（接替方圆同志）。", ["+组长|石磊|县委常委、副县长<方圆"]),
        ("1.组长：副县长石磊（兼）。", ["组长|石磊|副县长"]),
        (
            "1.县农业农村局局长夏冰由成员调整为副组长，并兼任办公室主任。",
            ["+副组长|夏冰|县农业农村局局长", "-成员|夏冰|县农业农村局局长", "+办公室主任|夏冰|"],
        ),
        (
            "1.县水利局原副局长梁栋不再担任成员，其成员职务由县水利局副局长丁香接任。",
            ["-成员|梁栋|县水利局原副局长", "+成员|丁香|县水利局副局长<梁栋"],
        ),
    ],
)
def test_changes_that_go_on_with_who_was_named(words: str, found: list[str]) -> None:
    assert seats(f"{CHANGED}{words}\n") == found


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("领导小组办公地点设镇农技站。", "镇农技站"),
        ("领导小组办公室设镇农技站，由石磊同志任办公室主任。", "镇农技站"),
        ("领导小组办公室设农技科，石磊任办公室主任。", "农技科"),
        ("领导小组办公室设综合科、业务科。", ""),  # its own sections
        ("领导小组办公室设在镇农技站不变。", "镇农技站"),
        ("原“青石镇养蚕领导小组办公室”由镇林业站调整至镇农技站。", "镇农技站"),
    ],
)
def test_where_an_office_sits_said_shortly(words: str, place: str) -> None:
    assert bodies(f"{FOUNDED}组长：方圆（镇长）\n{words}\n")[0].split("|")[2] == place


def test_an_office_said_at_the_end_is_that_of_the_body_which_sets_it_up() -> None:
    text = f"{FOUNDED}名单如下：\n一、青石镇养蚕领导小组\n组长：方圆\n二、宣传组\n组长：夏冰\n领导小组下设办公室，办公室设在镇农技站，主任由石磊兼任。\n"
    assert bodies(text)[0].startswith("青石镇养蚕领导小组||镇农技站|石磊")
    assert "青石镇养蚕领导小组 办公室主任 石磊" in of_bodies(text)


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("县水利局、林业局及养蚕管理处负责人", ["县水利局负责人", "林业局负责人", "养蚕管理处负责人"]),
        ("县水利局、县林业局等21家单位主要负责同志", ["县水利局主要负责同志", "县林业局主要负责同志"]),
        ("县文化和旅游局负责人", ["县文化和旅游局负责人"]),
    ],
)
def test_heads_of_bodies_each_with_a_seat(who: str, found: list[str]) -> None:
    text = f"{FOUNDED}由镇长方圆任组长，{who}为成员。\n"
    assert seats(text)[1:] == [f"成员||{one}" for one in found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("石磊、夏冰、梁栋副局长任副组长", ["副组长|石磊|副局长", "副组长|夏冰|副局长", "副组长|梁栋|副局长"]),
        ("石磊、夏冰任副组长", ["副组长|石磊|", "副组长|夏冰|"]),
        ("副镇长石磊、农技站站长和雅静任副组长", ["副组长|石磊|副镇长", "副组长|和雅静|农技站站长"]),
    ],
)
def test_deputies_with_a_post_behind_the_last(said: str, found: list[str]) -> None:
    text = f"{FOUNDED}由局长方圆任组长，{said}。\n"
    assert seats(text)[1:] == found


def test_the_post_of_deputies_before_two_names_on_a_line_of_its_own() -> None:
    text = f"{HEAD}名单如下：\n组长：\n局长 方圆\n成员：\n水利科科长 石磊\n财务科副科长 夏冰、梁栋\n各站站长\n"
    assert seats(text)[2:] == ["成员|夏冰|财务科副科长", "成员|梁栋|财务科副科长", "成员||各站站长"]


def test_brackets_end_the_entries_of_persons_before_a_crowd() -> None:
    text = (
        f"{FOUNDED}名单如下：\n组长：方圆（院长）\n成员：石磊（护理部主任） 夏冰（检验科主任） 总务科、设备科负责人\n"
    )
    assert seats(text)[1:] == [
        "成员|石磊|护理部主任",
        "成员|夏冰|检验科主任",
        "成员||总务科负责人",
        "成员||设备科负责人",
    ]


def test_roles_without_colons_between_semicolons() -> None:
    text = f"{HEAD}一、青石镇养蚕委员会\n主任 方圆；副主任 石磊、夏冰；委员 梁栋、丁香（农技站站长）。\n"
    assert seats(text) == ["主任|方圆|", "副主任|石磊|", "副主任|夏冰|", "委员|梁栋|", "委员|丁香|农技站站长"]


def test_a_chief_said_before_a_deputy_the_other_way_round() -> None:
    text = f"{FOUNDED}组长由县委常委、副县长方圆担任，镇长石磊任副组长，县水利局、县林业局为成员单位。\n"
    assert seats(text) == ["组长|方圆|县委常委、副县长", "副组长|石磊|镇长", "成员||@县水利局", "成员||@县林业局"]


def test_units_behind_the_clause_on_a_chief() -> None:
    text = f"{FOUNDED}组长由副县长方圆担任，副组长由县水利局局长石磊担任，成员单位：县水利局、县林业局。\n"
    assert seats(text)[2:] == ["成员||@县水利局", "成员||@县林业局"]


def test_grids_of_a_village() -> None:
    text = "青石村网格公示\n\n第一网格（上湾组，共86户）\n网格长：方圆（村支书）\n网格员：石磊、夏冰\n第二网格（下湾组）\n网格长：梁栋\n"
    assert of_bodies(text) == [
        "第一网格 网格长 方圆 村支书",
        "第一网格 网格员 石磊",
        "第一网格 网格员 夏冰",
        "第二网格 网格长 梁栋",
    ]


DRILL = "青石镇：开展防汛避险演练\n\n6月8日，青石镇在东村开展2031年防汛避险演练，县水利局副局长丁香观摩。"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "演练由镇长方圆任总指挥，副镇长石磊、夏冰任副总指挥。",
            ["总指挥 方圆 镇长", "副总指挥 石磊 副镇长", "副总指挥 夏冰 副镇长"],
        ),
        ("演练设指挥长1名，由镇长方圆担任；副指挥长1名，由石磊担任。", ["指挥长 方圆 镇长", "副指挥长 石磊"]),
        ("演练由总指挥宣布开始，镇长方圆讲话。", []),
    ],
)
def test_who_commands_a_drill(words: str, found: list[str]) -> None:
    assert of_bodies(f"{DRILL}{words}\n") == [f"2031年防汛避险演练 {one}" for one in found]


def test_the_office_of_a_system_of_chiefs_as_the_body_that_changes() -> None:
    text = (
        "青石县调整河长制办公室组成人员\n\n日前，我县对青石县河长制办公室组成人员作了调整。\n"
        "调整后，县河长制办公室主任由副县长方圆接替石磊担任；增补县水利局局长夏冰为副主任。\n"
    )
    assert seats(text) == ["+主任|方圆|副县长<石磊", "+副主任|夏冰|县水利局局长"]
    assert bodies(text)[0].startswith("青石县河长制办公室|")


def test_who_has_a_seat_in_another_body_sits_for_it() -> None:
    text = "青石县防汛预案\n\n2.2 前线指挥部\n县防指成立防汛抢险前线指挥部。指挥长由县防指副总指挥担任，成员由水利专家组成。\n"
    assert seats(text)[0] == "指挥长||县防指副总指挥"


def test_the_name_of_a_part_ends_a_list_of_units() -> None:
    text = f"{HEAD}一、宣传组\n牵头单位：县委宣传部\n成员单位：县广播站\n专家组\n提出意见建议。\n"
    assert of_bodies(text)[-1] == "宣传组 成员 县广播站"


def test_who_leads_each_part_leads_not_the_body_and_an_office_below_it_has_no_seat() -> None:
    text = (
        "甲市工作动态\n\n我市专门成立了以市委书记丁一为指挥长，市长沈渡为副指挥长的清洁工作指挥部，并在指挥部下设办公室，"
        "办公室下设综合组、宣传组，每个小组均由1-3名市领导担任组长。\n"
    )
    assert seats(text) == ["指挥长|丁一|市委书记", "副指挥长|沈渡|市长"]
    assert "指挥部下" not in "".join(bodies(text))
    assert "市水利局" in "".join(bodies(text.replace("在指挥部下设办公室", "在市水利局设办公室")))
