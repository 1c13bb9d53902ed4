"""Rosters whose words only look like a name of a body, or whose seats are those of units and crowds."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats

FOUNDED = "关于成立青石镇养蚕指挥部的通知\n\n各村：\n\n决定成立青石镇养蚕指挥部。\n一、组成人员\n指挥长：方圆（镇长）\n成员：石磊（副镇长）\n"
CHANGED = "关于调整青石县养蚕领导小组成员的通知\n\n各乡镇：\n\n对青石县养蚕领导小组部分成员作如下调整：\n"
NAMED = "青石镇养蚕指挥部"


@pytest.mark.parametrize(
    "words",
    [
        "指挥部下设办公室和三个工作组。",
        "指挥部下设一办四组。",
        "指挥部内设综合办公室及宣传组",
        "指挥部下设办公室并设2个工作组：",
        "指挥部分设综合组、桑园组",
    ],
)
def test_a_line_on_the_parts_of_a_body_is_no_name(words: str) -> None:
    text = f"{FOUNDED}二、工作机构\n{words}\n（一）指挥部办公室\n设在镇农技站，由石磊兼任办公室主任。主要职责：承担指挥部日常工作。\n（二）桑园组\n组长：石磊\n成员单位：镇农技站、镇财政所\n"
    assert {line.split(" ")[0] for line in of_bodies(text)} == {NAMED, "桑园组"}
    assert bodies(text)[0].split("|")[2:4] == ["镇农技站", "石磊"]


def test_a_body_whose_name_holds_the_words_of_an_office_stays_one() -> None:
    text = f"{FOUNDED}二、办公室和食堂检查组\n组长：石磊\n"
    assert "办公室和食堂检查组 组长 石磊" in of_bodies(text)


@pytest.mark.parametrize(
    ("head", "row", "found"),
    [
        ("组内职务\t原成员\t现成员\t现成员职务", "组长\t方圆\t石磊\t副县长", "+组长|石磊|副县长<方圆"),
        ("职务\t原任人员\t职务\t现任人员\t职务", "组长\t方圆\t县长\t石磊\t副县长", "+组长|石磊|副县长<方圆"),
        ("组内职务\t变更前\t变更后\t行政职务", "组长\t方圆\t石磊\t副县长", "+组长|石磊|副县长<方圆"),
        ("组内职务\t原人员\t拟调整人员\t单位及职务", "组长\t方圆\t石磊\t副县长", "+组长|石磊|副县长<方圆"),
        ("小组职务\t现任\t现任职务\t原任\t原任职务", "组长\t石磊\t副县长\t方圆\t县长", "+组长|石磊|副县长<方圆"),
        (
            "组内职务\t更换前成员\t更换前职务\t更换后成员\t更换后职务",
            "组长\t方圆\t县长\t石磊\t副县长",
            "+组长|石磊|副县长<方圆",
        ),
    ],
)
def test_the_post_behind_who_comes_is_his(head: str, row: str, found: str) -> None:
    assert seats(f"{CHANGED}{head}\n{row}\n") == [found]


def test_posts_between_who_went_and_who_comes_are_no_roles() -> None:
    assert seats(f"{CHANGED}原任\t职务\t现任\t职务\n方圆\t主任\t石磊\t副主任\n") == []


@pytest.mark.parametrize("mark", ["/", "——", "若干人", ""])
def test_a_row_without_a_name_seats_who_holds_the_post_in_every_place(mark: str) -> None:
    text = f"{FOUNDED}职务\t姓名\t单位及职务\n指挥长\t方圆\t镇长\n成员\t{mark}\t各村党支部书记\n"
    assert seats(text)[-1] == "成员||各村党支部书记"


def test_the_post_of_one_who_is_not_named_is_no_crowd() -> None:
    text = f"{FOUNDED}职务\t姓名\t单位及职务\n指挥长\t方圆\t镇长\n成员\t/\t镇财政所所长\n"
    assert "成员||镇财政所所长" not in seats(text)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("副组长由副镇长石磊担任，镇农技站、镇财政所为成员单位。", ["@镇农技站", "@镇财政所"]),
        ("副组长由副镇长石磊担任，以镇农技站、镇财政所为成员单位。", ["@镇农技站", "@镇财政所"]),
        (
            "副组长由副镇长石磊担任，镇农技站主要负责人、镇财政所所长为成员。",
            ["镇农技站主要负责人", "镇财政所所长"],
        ),
        ("副组长由副镇长石磊担任，镇农技站、镇财政所等单位为小组成员单位。", ["@镇农技站", "@镇财政所"]),
        ("副组长由副镇长石磊担任，由各村推荐的代表为成员。", []),
        ("副组长由副镇长石磊担任，镇农技站为牵头单位，镇财政所为成员单位。", []),
    ],
)
def test_units_are_members_behind_who_leads(words: str, found: list[str]) -> None:
    text = f"关于养蚕的通知\n\n各村：\n\n成立青石镇养蚕领导小组，组长由镇长方圆担任，{words}\n"
    assert seats(text) == ["组长|方圆|镇长", "副组长|石磊|副镇长", *(f"成员||{one}" for one in found)]


@pytest.mark.parametrize("crowd", ["值班教师", "值周老师", "当班医生", "护导老师"])
def test_who_is_on_duty_is_a_crowd_behind_a_spaced_name(crowd: str) -> None:
    text = f"{FOUNDED}（一）救护组\n组长：石磊\n组员：夏冰　　梁 振兴　　{crowd}\n"
    assert seats(text)[-3:] == ["组员|夏冰|", "组员|梁振兴|", f"组员||{crowd}"]


def test_crowds_of_units_are_units_behind_their_label() -> None:
    text = f"{FOUNDED}（一）巡护组\n组长：石磊\n成员单位：镇农技站、各国有林场、各班班主任\n"
    assert seats(text)[-3:] == ["成员||@镇农技站", "成员||@各国有林场", "成员||各班班主任"]


@pytest.mark.parametrize(
    ("said", "office"),
    [("镇蚕指办公室设在镇农技站", "镇农技站|石磊"), ("镇桑指办公室设在镇农技站", "|")],
)
def test_an_office_by_the_short_name_of_its_body(said: str, office: str) -> None:
    text = (
        "关于印发养蚕预案的通知\n\n各村：\n\n2.1 指挥部组成\n镇人民政府设立青石镇养蚕指挥部（以下简称镇蚕指）。\n"
        f"指挥长：方圆（镇长）\n成员：石磊（副镇长）\n2.2 办事机构\n{said}，办公室主任由石磊兼任。\n"
    )
    assert "|".join(bodies(text)[0].split("|")[2:4]) == office
