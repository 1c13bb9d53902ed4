"""Rosters in papers that copies print on one line, in notices of meetings and in the rules of a body."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, seats

MEETING = "关于召开防汛会议的通知\n\n各村：\n\n定于3月5日召开防汛会议。\n\n1、区防汛指挥部第一副指挥长：方圆，常务副指挥长：石磊、夏冰。\n2、各村支书。\n\n"
LONG = (
    "严格管理，保证师生健康，按照上级部署做好开学前、开学中、开学后各个环节的各项准备工作，"
    "全力维护全校师生的身体健康和生命安全，维护课堂秩序，维护校园安宁，争取家长支持，做好物资储备。"
)


@pytest.mark.parametrize(
    ("signed", "body"),
    [
        ("青石区防汛抗旱指挥部办公室", "青石区防汛抗旱指挥部"),  # its office signs: that is its full name
        ("青石区人民政府", "区防汛指挥部"),
    ],
)
def test_a_body_named_in_its_label_among_those_who_attend(signed: str, body: str) -> None:
    text = f"{MEETING}{signed}\n2031年3月1日\n"
    assert [one.partition("|")[0] for one in bodies(text)] == [body]
    assert seats(text) == [
        "第一副指挥长|方圆|",
        "常务副指挥长|石磊|",
        "常务副指挥长|夏冰|",
    ]  # and the next item is no seat


def test_a_plan_on_one_line_with_its_group() -> None:
    text = f"青石小学2031年春季开学方案为抓好开学工作，制定本方案。一、总体要求{LONG}二、领导小组组 长：方圆副组长：石磊 成 员：夏冰、梁栋职责：检查各年级\n"
    assert seats(text) == ["组长|方圆|", "副组长|石磊|", "成员|夏冰|", "成员|梁栋|"]
    assert bodies(text)[0].startswith("青石小学2031年春季开学领导小组|")


def test_names_left_blank_before_the_next_label() -> None:
    text = f"返校方案为抓好返校，成立学校返校工作领导小组。{LONG}学校返校工作领导小组：组长：XXX副组长：XXXXXX成员：各班班主任、任课教师领导小组下设办公室，办公室设在学校教务处，由方圆校长总负责。\n"
    assert seats(text) == ["成员||各班班主任", "成员||任课教师"]
    assert bodies(text)[0].startswith("学校返校工作领导小组||学校教务处")


def test_persons_of_the_state_with_nothing_between_them() -> None:
    text = (
        "关于成立养蚕普查领导小组的通知\n\n各省：\n\n决定成立养蚕普查领导小组。一、组成人员组长：方圆国务院副总理"
        "副组长：石磊国土资源部部长夏冰国务院副秘书长成员：韦小兰中央宣传部副部长丁香发展改革委党组书记、副主任\n"
    )
    assert seats(text) == [
        "组长|方圆|国务院副总理", "副组长|石磊|国土资源部部长", "副组长|夏冰|国务院副秘书长", "成员|韦小兰|中央宣传部副部长",
        "成员|丁香|发展改革委党组书记、副主任",
    ]  # fmt: skip


def test_the_rules_of_a_body_say_by_function_who_leads_it() -> None:
    text = (
        "青石市人民政府办公室关于印发青石市养蚕工作专班工作规则的通知\n\n各县人民政府：\n\n现将《青石市养蚕工作专班工作规则》印发给你们。\n\n"
        "青石市养蚕工作专班工作规则\n\n第一条 为规范青石市养蚕工作专班（以下简称专班）运行机制，制定本规则。\n"
        "第二条 专班总召集人由市政府分管农业工作的副市长兼任，副总召集人由市政府协调农业工作的副秘书长和市农业农村局主要负责同志兼任，"
        "日常事务召集人由市农业农村局分管负责同志兼任。\n第三条 专班成员包括市水利局、市林业局。\n"
    )
    assert seats(text) == [
        "总召集人||市政府分管农业工作的副市长", "副总召集人||市政府协调农业工作的副秘书长", "副总召集人||市农业农村局主要负责同志",
        "日常事务召集人||市农业农村局分管负责同志", "成员||@市水利局", "成员||@市林业局",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("成立了副市长方圆为组长的青石市养蚕普查领导小组，负责普查工作。", ["组长|方圆|副市长"]),
        ("成立了青石市养蚕普查领导小组，由副市长方圆任组长。", ["组长|方圆|副市长"]),
    ],
)
def test_a_group_founded_with_its_chief_before_its_name(words: str, found: list[str]) -> None:
    text = f"近日，青石市{words}\n"
    assert seats(text) == found
    assert bodies(text)[0].startswith("青石市养蚕普查领导小组|")


def test_liaisons_sent_by_each_body_said_the_other_way_round() -> None:
    text = (
        "关于成立养蚕领导小组的通知\n\n各县人民政府：\n\n成立青石市养蚕领导小组。\n\n组长：方圆\n\n"
        "领导小组建立联络员制度，由各成员单位有关科室（各县农业农村局）一名负责同志担任联络员。\n"
    )
    assert seats(text) == ["组长|方圆|", "联络员||各成员单位有关科室（各县农业农村局）一名负责同志"]


@pytest.mark.parametrize("heading", ["三、工作机构", "三、工作机构及其职责", "三、办事机构和主要职责"])
def test_a_heading_glued_to_the_sentence_on_the_office_is_no_part_of_a_bodys_name(heading: str) -> None:
    text = f"关于成立养蚕普查领导小组的通知\n\n各县：\n\n决定成立养蚕普查领导小组。组长：方圆副县长{heading}领导小组办公室设在县水利局\n"
    assert [one.split("|")[:3] for one in bodies(text)] == [["养蚕普查领导小组", "", "县水利局"]]
