"""Rosters whose headings, labels and tables are printed otherwise: no colons, names over columns, a dash for a gap, a body a row."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats

BOARD = "青石县志编写班子\n\n县志编修委员会{note}\n主  任  方  圆  县长\n副主任  梁  栋  县政府办公室主任\n委  员  石  磊  县档案局局长\n"
OF_BOARD = [
    "县志编修委员会 主任 方圆 县长",
    "县志编修委员会 副主任 梁栋 县政府办公室主任",
    "县志编修委员会 委员 石磊 县档案局局长",
]


@pytest.mark.parametrize("note", ["", "（2011.3—2015.9）", "（2011年3月成立）"])
def test_a_heading_over_labels_without_colons(note: str) -> None:
    assert of_bodies(BOARD.format(note=note)) == OF_BOARD


def test_a_heading_over_labels_that_name_nobody_is_none() -> None:
    assert of_bodies("青石县志编写班子\n\n县志编修委员会\n主任  会议  每年召开一次\n委员  报告  工作\n") == []


def test_the_desk_that_edits_and_the_office_of_a_chronicle_are_bodies_over_their_chiefs() -> None:
    text = (
        BOARD.format(note="") + "县志办公室\n主  任  甘棠\n编辑部\n主  编  甘棠\n编  辑  石  磊  方  圆\n摄  影  梁栋\n"
    )
    assert of_bodies(text) == [
        *OF_BOARD,
        "县志办公室 主任 甘棠",
        "编辑部 主编 甘棠",
        "编辑部 编辑 石磊",
        "编辑部 编辑 方圆",
        "编辑部 摄影 梁栋",
    ]


def test_a_desk_with_nobody_below_it_is_none() -> None:
    assert of_bodies(BOARD.format(note="") + "编辑部\n负责编辑稿件。\n") == OF_BOARD


def test_a_list_by_its_title_alone() -> None:
    text = "青石县养蚕学会第二届理事会组成人员名单\n（2031年5月6日通过）\n会    长：  方圆\n副 会 长：  梁栋   石磊\n"
    assert of_bodies(text) == [
        "青石县养蚕学会第二届理事会 会长 方圆",
        "青石县养蚕学会第二届理事会 副会长 梁栋",
        "青石县养蚕学会第二届理事会 副会长 石磊",
    ]
    assert of_bodies(text.replace("组成人员名单", "组成人员的产生")) == []


def test_a_label_that_says_how_its_names_are_ordered() -> None:
    text = (
        "青石县养蚕学会理事会组成人员名单\n会长：方圆\n常务理事（按姓氏笔画排列）\n方  圆   石  磊   梁  栋\n"
        "理    事（排名不分先后）\n甘  棠   石  磊\n"
    )
    assert seats(text) == [
        "会长|方圆|", "常务理事|方圆|", "常务理事|石磊|", "常务理事|梁栋|", "理事|甘棠|", "理事|石磊|",
    ]  # fmt: skip


HEAD = "关于成立青石镇养蚕领导小组的通知\n\n各村：\n\n决定成立青石镇养蚕领导小组，名单如下：\n"


@pytest.mark.parametrize("rule", ["——", "—", " - ", "……", "........", "  "])
def test_a_dash_or_points_between_a_post_and_a_name(rule: str) -> None:
    found = ["组长|方圆|镇党委书记、镇长", "成员|石磊|财政所所长", "成员|梁栋|养蚕站站长"]
    before = f"{HEAD}组长\n镇党委书记、镇长{rule}方圆\n成员\n财政所所长{rule}石磊\n养蚕站站长{rule}梁栋\n"
    assert seats(before) == found
    behind = f"{HEAD}组长\n方圆{rule}镇党委书记、镇长\n成员\n石磊{rule}财政所所长\n梁栋{rule}养蚕站站长\n"
    assert seats(behind) == found


def test_a_dash_between_anything_else_parts_no_person() -> None:
    assert seats(f"{HEAD}组长：方圆\n成员\n东村——西村\n") == ["组长|方圆|"]


@pytest.mark.parametrize(("left", "mark", "right"), [("| ", " | ", " |"), ("", "\t", "")])
@pytest.mark.parametrize("head", ["机构", "组别", "工作组"])
def test_a_table_of_a_body_and_its_parts_with_a_person_a_row(left: str, mark: str, right: str, head: str) -> None:
    rows = [
        (head, "职务", "姓名", "现任职务"),
        ("指挥部", "指挥长", "方圆", "副县长"),
        ("指挥部", "成员", "石  磊", "县财政局局长"),
        ("桑园管护组", "组长", "石  磊", "县财政局局长"),
        ("桑园管护组", "成员", "梁栋", "县林业局副局长"),
    ]
    ruled = [rows[0], *([("---",) * 4] if left else []), *rows[1:]]
    text = "青石县养蚕指挥部及各工作组人员名单\n" + "".join(f"{left}{mark.join(row)}{right}\n" for row in ruled)
    assert of_bodies(text) == [
        "青石县养蚕指挥部 指挥长 方圆 副县长",
        "青石县养蚕指挥部 成员 石磊 县财政局局长",
        "桑园管护组 组长 石磊 县财政局局长",
        "桑园管护组 成员 梁栋 县林业局副局长",
    ]


def test_names_by_gaps_and_a_crowd_behind_them() -> None:
    assert seats(f"{HEAD}组长：方圆\n成员：石磊 梁栋 甘棠 及各村主任\n") == [
        "组长|方圆|", "成员|石磊|", "成员|梁栋|", "成员|甘棠|", "成员||各村主任",
    ]  # fmt: skip


PLAN = "青石县蚕病应急预案\n2.1 县蚕病防治指挥部\n县蚕病防治指挥部（以下简称县防治指）{made_up}：\n总指挥：副县长\n"


@pytest.mark.parametrize("made_up", ["由下列人员组成", "由以下单位组成", "组成人员如下", "成员名单如下"])
def test_a_body_that_the_persons_below_make_up(made_up: str) -> None:
    assert of_bodies(PLAN.format(made_up=made_up)) == ["县蚕病防治指挥部 总指挥 副县长"]


def test_an_office_under_the_short_name_of_its_body() -> None:
    seated = "县防治指办公室设在县农业农村局，主任由县农业农村局局长兼任。\n"
    plan = PLAN.format(made_up="由下列人员组成")
    assert bodies(f"{plan}2.2 县防治指办公室\n{seated}") == ["县蚕病防治指挥部||县农业农村局|县农业农村局局长||whole"]
    assert bodies(f"{plan}2.2 县护林指办公室\n{seated.replace('防治', '护林')}") == ["县蚕病防治指挥部|||||whole"]


@pytest.mark.parametrize("gap", ["：由", "，由", "。由", " 由", "：", " "])
def test_a_part_and_the_unit_that_leads_it(gap: str) -> None:
    plan = PLAN.format(made_up="由下列人员组成")
    text = (
        f"{plan}县防治指成立以下工作组：\n①消毒处置组{gap}县农业农村局牵头，县卫生健康局、有关乡（镇）人民政府参加。\n"
    )
    assert of_bodies(text)[1:] == [
        "消毒处置组 牵头单位 县农业农村局",
        "消毒处置组 成员 县卫生健康局",
        "消毒处置组 成员 有关乡（镇）人民政府",
    ]


def test_words_that_are_no_unit_lead_no_part() -> None:
    plan = PLAN.format(made_up="由下列人员组成")
    assert of_bodies(f"{plan}县防治指成立以下工作组：\n①消毒处置组：统筹牵头。\n") == ["县蚕病防治指挥部 总指挥 副县长"]


LED = f"{HEAD.removesuffix('，名单如下：' + chr(10))}，由镇长方圆任组长。\n"


def test_a_team_drawn_together_of_persons_of_whom_one_leads_it() -> None:
    drawn = "另抽调石磊、梁栋、甘棠组成桑园走访小组，梁栋为组长。\n"
    assert sorted(of_bodies(LED + drawn)) == [
        "桑园走访小组 成员 甘棠",
        "桑园走访小组 成员 石磊",
        "桑园走访小组 组长 梁栋",
        "青石镇养蚕领导小组 组长 方圆 镇长",
    ]
    assert not [one for one in of_bodies(LED + drawn.replace("石磊、梁栋、甘棠", "三名干部")) if "走访" in one]


@pytest.mark.parametrize("mark", ["附：", "附件：", "附件1：", "附件 2.", "附1："])
def test_a_body_behind_the_mark_of_an_attachment_on_its_line(mark: str) -> None:
    text = f"{LED}{mark}桑园安全工作专班\n组长：石 磊（站长）\n组员：梁栋（农办）\n"
    assert of_bodies(text)[1:] == ["桑园安全工作专班 组长 石磊 站长", "桑园安全工作专班 组员 梁栋 农办"]


def test_small_bodies_of_a_village() -> None:
    text = (
        "青石村组织公示\n\n人民调解委员会\n主任：石磊（村支书兼）\n调解员：各村民小组组长\n\n护林小分队\n队长：梁栋\n队员：民兵全体\n\n"
        "村刊《桑园》编辑部\n主编：甘棠\n"
    )
    assert of_bodies(text) == [
        "人民调解委员会 主任 石磊 村支书",
        "人民调解委员会 调解员 各村民小组组长",
        "护林小分队 队长 梁栋",
        "护林小分队 队员 民兵全体",
        "村刊《桑园》编辑部 主编 甘棠",
    ]


def test_who_works_for_an_office_is_no_director_of_it() -> None:
    text = f"{LED}领导小组下设办公室，设在农办。办公室主任：石磊（农办主任）；工作人员由成员单位抽调。\n"
    assert seats(text) == ["组长|方圆|镇长", "办公室主任|石磊|农办主任"]


def test_who_directs_an_office_under_a_short_name_is_known_from_the_list_above() -> None:
    text = (
        "关于调整青石公司蚕病防治委员会组成人员的通知\n\n各部门：\n\n对公司蚕病防治委员会（以下简称蚕委会）组成人员调整如下：\n"
        "主任：方圆\n委员：养护部部长 涪陵山\n四、蚕委会办公室\n蚕委会办公室设在养护部，主任由涪陵山兼任。\n"
    )
    assert seats(text)[-1] == "办公室主任|涪陵山|"
