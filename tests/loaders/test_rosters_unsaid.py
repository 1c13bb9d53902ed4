"""Rosters that leave something to the reader: gaps alone between seats, a post said once, a list announced above it, a change behind a label."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import seats

LISTED = "关于成立青石县防汛领导小组的通知\n\n各乡镇：\n\n成立青石县防汛领导小组，组成人员如下：\n\n组长：方圆\n"
CHANGED = "关于调整青石县防汛领导小组组成人员的通知\n\n各乡镇：\n\n对青石县防汛领导小组组成人员作如下调整：\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("特木尔  萨如拉  娜仁托娅", ["特木尔|", "萨如拉|", "娜仁托娅|"]),
        ("阿卜杜拉 热合曼", []),  # a narrow blank may stand for the dot of one name
        ("各班主任  当堂任课教师", ["|各班主任", "|当堂任课教师"]),
        ("各班主任 全体宿管员", ["|各班主任", "|全体宿管员"]),
        ("各村书记  副书记", ["|各村书记副书记"]),  # what goes on with the first says nothing by itself
        ("各乡镇 负责人", ["|各乡镇负责人"]),
        ("夏冰、校医娜仁花、宿管员", ["夏冰|", "娜仁花|校医", "|宿管员"]),
        ("夏冰、司机师傅", ["夏冰|", "|司机师傅"]),
        ("夏冰、校医务室", ["夏冰|", "|@校医务室"]),
    ],
)
def test_wide_gaps_part_seats(words: str, found: list[str]) -> None:
    assert seats(f"{LISTED}成员：{words}\n") == ["组长|方圆|", *(f"成员|{one}" for one in found)]


def test_names_the_paper_seats_elsewhere_need_nothing_between_them_but_a_gap() -> None:
    text = f"{LISTED}成员：达瓦（县水利局局长）、卓玛（县林业局局长）\n\n（一）宣传组\n\n组长：方圆\n成员：达瓦  卓玛\n"
    assert seats(text)[-2:] == ["成员|达瓦|", "成员|卓玛|"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "办公室主任由方圆兼任，副主任由县水利局副局长石磊、夏冰担任。",
            ["办公室主任|方圆|", "办公室副主任|石磊|县水利局副局长", "办公室副主任|夏冰|县水利局副局长"],
        ),
        (
            "办公室主任由方圆兼任，副主任由县水利局副局长石磊、县林业局副局长夏冰和梁栋担任。",
            [
                "办公室主任|方圆|", "办公室副主任|石磊|县水利局副局长", "办公室副主任|夏冰|县林业局副局长",
                "办公室副主任|梁栋|县林业局副局长",
            ],
        ),
        # One body has one head, and a deputy of the whole one alone.
        ("副组长由常务副县长石磊、夏冰担任，组长由方圆担任。", ["副组长|石磊|常务副县长", "副组长|夏冰|", "组长|方圆|"]),
        ("由方圆任组长，县水利局局长石磊、夏冰任副组长。", ["组长|方圆|", "副组长|石磊|县水利局局长", "副组长|夏冰|"]),
        # Members may be anybody.
        ("由方圆任组长，县水利局副局长石磊、夏冰为成员。", ["组长|方圆|", "成员|石磊|县水利局副局长", "成员|夏冰|"]),
    ],
)  # fmt: skip
def test_a_deputys_post_said_once_is_that_of_the_deputies_behind_him(words: str, found: list[str]) -> None:
    text = f"关于成立青石县防汛领导小组的通知\n\n各乡镇：\n\n成立青石县防汛领导小组。办公室设在县水利局，{words}\n"
    assert seats(text) == found


def test_a_deputy_who_is_seated_above_has_his_post_there() -> None:
    text = f"{LISTED}副组长：夏冰  县财政局局长\n\n办公室设在县水利局，办公室主任由方圆兼任，副主任由县水利局副局长石磊、夏冰担任。\n"
    assert seats(text)[-1] == "办公室副主任|夏冰|"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("领导小组成员单位有关处室负责同志担任办公室成员。", ["办公室成员||领导小组成员单位有关处室负责同志"]),
        ("县水利局有关股室负责人为办公室成员。", ["办公室成员||县水利局有关股室负责人"]),
        ("石磊、夏冰为办公室成员。", ["办公室成员|石磊|", "办公室成员|夏冰|"]),
        ("办公室成员由石磊（县水利局）担任。", ["办公室成员|石磊|县水利局"]),  # and no member of the body
        (
            "办公室成员由县水利局、县财政局有关股室负责人组成。",
            ["办公室成员||县水利局有关股室负责人", "办公室成员||县财政局有关股室负责人"],
        ),
        ("办公室成员从县水利局、县财政局抽调。", []),
        ("各成员单位确定一名业务骨干担任办公室成员。", []),
        ("联络员由成员单位有关股室负责人担任。", ["联络员||成员单位有关股室负责人"]),
        ("联络员由各成员单位确定。", []),
        ("办公室成员名单如下：\n\n石磊  县水利局防汛股股长\n", ["办公室成员|石磊|县水利局防汛股股长"]),
        (
            "办公室成员名单如下：\n\n序号\t姓名\t部门\n1\t石磊\t县水利局\n2\t夏冰\t县财政局\n",
            ["办公室成员|石磊|县水利局", "办公室成员|夏冰|县财政局"],
        ),
        ("联络员如下：\n\n姓名\t单位\t职务\n石磊\t县水利局\t防汛股股长\n", ["联络员|石磊|县水利局防汛股股长"]),
        ("督查对象名单如下：\n\n姓名\t单位\t职务\n石磊\t县水利局\t防汛股股长\n", []),
    ],
)
def test_who_sits_in_the_office_and_who_keeps_in_touch(words: str, found: list[str]) -> None:
    rows = seats(f"{LISTED}\n办公室设在县水利局，方圆兼任办公室主任。{words}\n")
    assert sorted(rows) == sorted(["组长|方圆|", "办公室主任|方圆|", *found])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1.组长：由原副县长达瓦调整为副县长扎西顿珠；\n", ["+组长|扎西顿珠|副县长<达瓦"]),
        ("1．组  长：由 石磊 调整为 夏冰；\n", ["+组长|夏冰|<石磊"]),
        ("副 组 长  由石磊更换为夏冰（县水利局局长）\n", ["+副组长|夏冰|县水利局局长<石磊"]),
        ("副组长：由县水利局局长夏冰接替石磊\n", ["+副组长|夏冰|县水利局局长<石磊"]),
        (
            "成  员：增加县水利局局长石磊、县财政局副局长卓玛拉姆2名同志，减少夏冰。\n",
            ["+成员|石磊|县水利局局长", "+成员|卓玛拉姆|县财政局副局长", "-成员|夏冰|"],
        ),
        ("成员：减少石磊、夏冰\n", ["-成员|石磊|", "-成员|夏冰|"]),
        ("成员：增补以下同志：石磊、夏冰\n", ["+成员|石磊|", "+成员|夏冰|"]),
        ("副组长由石磊、夏冰调整为方圆、梁栋。\n", ["-副组长|石磊|", "-副组长|夏冰|", "+副组长|方圆|", "+副组长|梁栋|"]),
        ("副组长：石磊（接替夏冰）\n", ["+副组长|石磊|<夏冰"]),
        ("组长由石磊改为夏冰，副组长不变。\n", ["+组长|夏冰|<石磊"]),
        ("成员单位：增加县水利局、县财政局\n", ["+成员||@县水利局", "+成员||@县财政局"]),
        ("增加县水利局为成员单位，县档案馆不再作为成员单位。\n", ["+成员||@县水利局", "-成员||@县档案馆"]),
        # A list in which a body has changed its name, and one in which a person has changed his post, tell no change.
        ("成员：县农机局（现改为县农机中心）、县水利局\n", ["成员||@县水利局"]),
        ("副组长：石磊\n成员：夏冰（由副局长调整为局长）\n", ["副组长|石磊|", "成员|夏冰|由副局长调整为局长"]),
    ],
)  # fmt: skip
def test_changes_behind_a_label(words: str, found: list[str]) -> None:
    assert seats(CHANGED + words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县教育局、县水利局成员分别由石磊（局长）、夏冰（副局长）担任。", ["+成员|石磊|局长", "+成员|夏冰|副局长"]),
        (
            "县教育局成员由梁栋调整为石磊（局长），县水利局成员调整为夏冰（副局长）。",
            ["+成员|石磊|局长<梁栋", "+成员|夏冰|副局长"],
        ),
        ("成员中，县教育局由石磊调整为夏冰。", ["+成员|夏冰|<石磊"]),
        ("领导小组办公室由县水利局调整为县应急局。", []),
        ("县教育局、县水利局成员分别由石磊担任。", []),  # one person, two bodies: who sits for which is not said
        ("各成员单位成员由分管负责同志担任。", []),
    ],
)
def test_who_sits_for_a_body_now(words: str, found: list[str]) -> None:
    assert seats(CHANGED + words + "\n") == found


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("牵头单位：县民政局、县残联\n成员单位：县公安局、县财政局\n", ["县民政局", "县残联"]),
        ("牵 头 单 位：县民政局\n成 员 单 位：县公安局\n", ["县民政局"]),
        ("成员单位：县公安局\n牵头单位：县民政局\n", []),  # below the members the next task may begin
        ("主要任务：\n牵头单位：县民政局\n成员单位：县公安局\n", []),
        ("牵头单位：县民政局\n责任单位：县公安局\n", []),
    ],
)
def test_a_unit_in_the_lead_between_chiefs_and_members(words: str, leads: list[str]) -> None:
    text = (
        f"关于建立青石县养老服务联席会议制度的通知\n\n建立青石县养老服务联席会议制度。\n\n召集人：方圆  副县长\n{words}"
    )
    assert [one for one in seats(text) if one.startswith("牵头")] == [f"牵头单位||@{name}" for name in leads]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "联席会议由县民政局、县公安局组成，县民政局为牵头单位。县民政局局长方圆担任联席会议召集人，各成员单位有关负责同志为联席会议成员。",
            ["牵头单位||@县民政局", "召集人|方圆|县民政局局长", "成员||各成员单位有关负责同志"],
        ),
        ("联席会议由县民政局、县公安局组成，县农业局为牵头单位。", []),  # it is none of them
        ("联席会议由县民政局、县公安局组成，第一个为牵头单位。", []),
    ],
)
def test_which_of_the_bodies_leads_a_joint_meeting(words: str, found: list[str]) -> None:
    rows = seats(f"关于建立青石县养老服务联席会议制度的通知\n\n建立青石县养老服务联席会议制度。\n\n{words}\n")
    assert rows == ["成员||@县民政局", "成员||@县公安局", *found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("夏冰  各班班主任", ["夏冰|", "|各班班主任"]),
        ("夏冰  全体宿管员", ["夏冰|", "|全体宿管员"]),
        ("夏冰  各镇联络站站长助理、丁一", ["夏冰|", "|各镇联络站站长助理", "丁一|"]),
        ("夏冰  班主任", ["夏冰|班主任"]),
        ("夏冰  校医", ["夏冰|校医"]),
        ("夏冰  丁一  校医", ["夏冰|", "丁一|", "|校医"]),
    ],
)
def test_what_is_said_of_all_is_nobodys_own_post(words: str, found: list[str]) -> None:
    assert seats(f"{LISTED}成员：{words}\n") == ["组长|方圆|", *(f"成员|{one}" for one in found)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县长方圆任主任，原主任夏冰不再担任。", ["+主任|方圆|县长", "-主任|夏冰|"]),
        (
            "县应急局局长方圆任副主任，兼任办公室主任。",
            ["+副主任|方圆|县应急局局长", "+办公室主任|方圆|"],
        ),
        ("增补县文旅局局长方圆为委员。", ["+委员|方圆|县文旅局局长"]),
        ("夏冰不再担任副主任，兼任办公室主任的事项另定。", ["-副主任|夏冰|"]),
        ("主任办公会议研究任务，方圆作汇报。", []),
    ],
)
def test_what_changes_may_stand_below_the_name_of_a_committee(words: str, found: list[str]) -> None:
    head = (
        "关于调整县安委会等机构部分成员的通知\n\n各乡镇：\n\n对以下机构的部分成员予以调整。\n\n青石县安全生产委员会：\n"
    )
    assert seats(f"{head}{words}\n") == found


def test_a_committee_may_be_listed_in_articles() -> None:
    text = (
        "关于调整青石集团安全生产委员会的通知\n\n各部门：\n\n对青石集团安全生产委员会进行调整，有关情况如下。\n\n"
        "第一条 青石集团安全生产委员会由集团党委书记、董事长方圆任主任，总经理夏冰任副主任。\n\n"
        "第二条 委员由安全部部长丁一、生产部部长沈渡担任。\n\n第三条 安全生产委员会下设办公室，设在安全部，丁一兼任办公室主任。\n"
    )
    assert seats(text) == [
        "主任|方圆|集团党委书记、董事长",
        "副主任|夏冰|总经理",
        "委员|丁一|安全部部长",
        "委员|沈渡|生产部部长",
        "办公室主任|丁一|",
    ]


def test_behind_the_director_the_first_deputy_and_the_others_follow() -> None:
    words = "领导小组办公室设在县应急局。办公室主任由夏冰同志兼任，丁一同志兼任办公室第一副主任，县水利局副局长沈渡、县林业局副局长岑参任办公室副主任。\n"
    assert seats(f"{LISTED}{words}")[1:] == [
        "办公室主任|夏冰|",
        "办公室第一副主任|丁一|",
        "办公室副主任|沈渡|县水利局副局长",
        "办公室副主任|岑参|县林业局副局长",
    ]
