"""Members behind the clause on a chief, parts with chiefs in turn, and parts that a copy prints behind each other on one line."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import of_bodies, seats

HEAD = "关于成立青石镇养蚕领导小组的通知\n\n各村：\n\n"
FOUNDED = f"{HEAD}决定成立青石镇养蚕领导小组，由镇长方圆任组长，副镇长石磊任副组长"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("，组员夏冰、梁栋（女）、丁 香组成；办公室另行安排。", ["组员|夏冰|", "组员|梁栋|", "组员|丁香|"]),
        ("，成员有夏冰、梁栋。", ["成员|夏冰|", "成员|梁栋|"]),
        ("，成员变动时由接任者递补。", []),  # no names
        ("，成员单位各派一名联络员。", []),
    ],
)
def test_names_alone_behind_who_leads(words: str, found: list[str]) -> None:
    assert seats(FOUNDED + words + "\n") == ["组长|方圆|镇长", "副组长|石磊|副镇长", *found]


def test_members_behind_the_chief_of_a_part_are_those_of_the_part() -> None:
    words = (
        "。领导小组下设两个组：巡查组组长由副镇长石磊担任，成员由各村会计组成；宣传组组长由夏冰担任，成员梁栋、丁香。\n"
    )
    assert of_bodies(FOUNDED + words)[2:] == [
        "巡查组 组长 石磊 副镇长",
        "巡查组 成员 各村会计",
        "宣传组 组长 夏冰",
        "宣传组 成员 梁栋",
        "宣传组 成员 丁香",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("领导小组下设巡查组、宣传组，组长分别由夏冰、梁栋担任。", ["巡查组 组长 夏冰", "宣传组 组长 梁栋"]),
        (
            "领导小组设巡查组、宣传组两个组，分别由农技站站长夏冰、文化站站长梁栋任组长。",
            ["巡查组 组长 夏冰 农技站站长", "宣传组 组长 梁栋 文化站站长"],
        ),
        ("领导小组下设巡查组、宣传组、后勤组，组长分别由夏冰、梁栋担任。", []),  # who leads the third is not said
        ("领导小组下设巡查组、宣传组，组长分别由各自的负责人担任。", []),
    ],
)
def test_parts_named_one_by_one_with_their_chiefs_in_turn(words: str, found: list[str]) -> None:
    of_parts = [row for row in of_bodies(f"{FOUNDED}。{words}\n") if not row.startswith("青石镇养蚕领导小组")]
    assert of_parts == found


PLAN = "青石小学防风预案\n\n为做好防风工作，制定本预案。 一、防风领导小组 组长：方圆（校长） 成员：石磊、夏冰及各班主任组 成。 职责： 1、组织演练； 2、汇报灾情。 二、各组及职责 "


def test_parts_behind_each_other_on_one_line() -> None:
    words = (
        "1、疏散组 组长：石磊 成员：各班主任、梁栋 职责：带学生到操场，不推不挤。 2、救护组 组长：夏冰 副组长：丁香"
        " 职责：备足药品。 三、要求 各组长不得离岗。\n"
    )
    assert of_bodies(PLAN + words) == [
        "防风领导小组 组长 方圆 校长",
        "防风领导小组 成员 石磊",
        "防风领导小组 成员 夏冰",
        "防风领导小组 成员 各班主任",
        "疏散组 组长 石磊",
        "疏散组 成员 各班主任",
        "疏散组 成员 梁栋",
        "救护组 组长 夏冰",
        "救护组 副组长 丁香",
    ]


def test_a_number_before_a_team_without_its_chief_cuts_no_line() -> None:
    words = "1、疏散组 负责带学生到操场。 2、救护组 负责备足药品。\n"
    assert {row.split()[0] for row in of_bodies(PLAN + words)} == {"青石小学防风领导小组"}


COMMITTEE = "关于调整青石集团安全委员会组成人员的通知\n\n各矿：\n\n决定调整青石集团安全委员会组成人员。\n\n一、集团安全委员会\n主  任：方圆  董事长\n委  员：石磊  机电部部长\n二、专业委员会\n"


def test_committees_of_a_committee_each_with_its_roster_on_its_line() -> None:
    words = "采掘专业委员会  主任：夏冰  副主任：石磊  成员单位：地测部、西山矿\n运输专业委员会  主任：梁栋  成员单位：机电部、选煤厂\n"
    assert of_bodies(COMMITTEE + words)[2:] == [
        "采掘专业委员会 主任 夏冰",
        "采掘专业委员会 副主任 石磊",
        "采掘专业委员会 成员 地测部",
        "采掘专业委员会 成员 西山矿",
        "运输专业委员会 主任 梁栋",
        "运输专业委员会 成员 机电部",
        "运输专业委员会 成员 选煤厂",
    ]


def test_a_committee_in_the_label_of_its_chief_is_no_heading() -> None:
    words = "集团安全委员会主任：夏冰\n"
    assert {row.split()[0] for row in of_bodies(COMMITTEE + words)} == {"青石集团安全委员会"}


def test_a_crowd_behind_a_person_and_his_post() -> None:
    words = "名单如下：\n组长：方圆  镇长  成员：石磊 东村党支部书记 夏冰 西村党支部书记 各村会计\n"
    assert seats(f"{HEAD}决定成立青石镇养蚕领导小组，{words}")[1:] == [
        "成员|石磊|东村党支部书记",
        "成员|夏冰|西村党支部书记",
        "成员||各村会计",
    ]


def test_a_deputy_of_the_office_who_does_nothing_else() -> None:
    words = "。领导小组办公室设在镇农业办公室，由石磊兼任办公室主任，夏冰任副主任（专职）。\n"
    assert seats(FOUNDED + words)[2:] == ["办公室主任|石磊|", "办公室副主任|夏冰|"]
