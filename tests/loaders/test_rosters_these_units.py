"""Members named behind `由下列单位负责人担任：` and in lists with numbers; rosters that wrap inside a paragraph."""

from __future__ import annotations

import pytest

from loaders.gazette.rosters_glued import persons_glued
from loaders.readers.text import read_text
from tests.loaders.statement_rows import bodies, of_bodies, seats

HEAD = "青石区养蚕委员会工作规则\n一、区养蚕委员会主任由区长担任，副主任由分管副区长担任"
CHIEFS = ["主任||区长", "副主任||分管副区长"]
TWO = ["成员||@区委宣传部", "成员||@区水务局"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("。成员由下列单位负责人担任：区委宣传部、区水务局和各街道办事处。", [*TWO, "成员||@各街道办事处"]),
        ("。委员由以下单位组成：区委宣传部、区水务局。", ["委员||@区委宣传部", "委员||@区水务局"]),
        ("，成员为下列单位负责同志：区委宣传部、区水务局。", TWO),
        ("，下列单位负责人为成员：区委宣传部、区水务局。", TWO),
        ("。\n成员由下列部门主要负责同志担任：\n区委宣传部、区水务局、\n区林业局。", [*TWO, "成员||@区林业局"]),
        ("。\n二、成员为以下单位：\n1.区委宣传部\n2.区水务局\n三、会议\n每年召开一次。", TWO),
        ("。\n二、调查组成员由下列单位有关人员组成：区委宣传部、区水务局。", []),
        ("。\n二、需要时请下列单位参加：区委宣传部、区水务局。", []),
    ],
)
def test_units_behind_a_sentence(words: str, found: list[str]) -> None:
    assert seats(f"{HEAD}{words}\n") == [*CHIEFS, *found]


TITLE = "关于成立养蚕领导小组的通知\n各蚕户：\n一、成立青石区养蚕领导小组。\n组长：邹玉成 副区长\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("成员单位：\n1.区委宣传部\n2.区水务局\n", TWO),
        ("成员：\n1、庞小军\n2、蓝秀珍；\n", ["成员|庞小军|", "成员|蓝秀珍|"]),
        ("二、成员单位职责\n1.区委宣传部\n负责宣传。\n2.区水务局\n负责供水。\n", []),
        ("成员：\n庞小军、蓝秀珍。领导小组办公室设在区蚕业站。\n", ["成员|庞小军|", "成员|蓝秀珍|"]),
        (
            "成员：庞小军、\n蓝秀珍、韦国平。工作中遇有问题及时报告。\n",
            ["成员|庞小军|", "成员|蓝秀珍|", "成员|韦国平|"],
        ),
        ("成员：\n请各单位、各蚕户自行推荐。领导小组办公室设在区蚕业站。\n", []),
    ],
)
def test_lists_with_numbers_and_lists_that_end_in_a_paragraph(words: str, found: list[str]) -> None:
    assert seats(f"{TITLE}{words}") == ["组长|邹玉成|副区长", *found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("甘国平水利部副部长邱永任农业部总工程师", ["甘国平 水利部副部长", "邱永任 农业部总工程师"]),
        ("甘国平审计署副审计长蔡莹统计局副局长", ["甘国平 审计署副审计长", "蔡莹 统计局副局长"]),
        (
            "甘国平外交部党.委.书.记.、副部长蔡莹统计局副局长",
            ["甘国平 外交部党.委.书.记.、副部长", "蔡莹 统计局副局长"],
        ),
        ("甘国平水利部3.5亿元蔡莹统计局副局长", []),
    ],
)
def test_persons_run_together(words: str, found: list[str]) -> None:
    paper = read_text(words.encode(), "paper.txt")
    line = paper.passage(0, len(words))
    read = persons_glued(line, 0, len(words)) or []
    assert [f"{one.person} {one.title}" for one in read] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("成员：内科、外科、儿科主任\n", ["成员||内科主任", "成员||外科主任", "成员||儿科主任"]),
        ("成员：庞小军、儿科主任\n", ["成员|庞小军|", "成员||儿科主任"]),
        (
            "聘请下列专家为养蚕领导小组顾问：\n庞小军（蚕业大学教授）\n蓝秀珍（市蚕业站高级农艺师）\n",
            ["顾问|庞小军|蚕业大学教授", "顾问|蓝秀珍|市蚕业站高级农艺师"],
        ),
        ("推选以下村民为监督员，名单如下：\n庞小军\n蓝秀珍\n", ["监督员|庞小军|", "监督员|蓝秀珍|"]),
        ("请推荐下列材料中的人员：\n庞小军\n蓝秀珍\n", []),
    ],
)
def test_posts_said_once_and_persons_chosen_below(words: str, found: list[str]) -> None:
    assert seats(f"{TITLE}{words}") == ["组长|邹玉成|副区长", *found]


def test_the_role_of_a_council_before_a_gap() -> None:
    text = "关于成立桑园村蚕事理事会的决定\n全体村民：\n名单如下：\n理事会会长 鲁长贵（村党支部书记）\n理事 鲁小满\n"
    assert seats(text) == ["会长|鲁长贵|村党支部书记", "理事|鲁小满|"]


def test_a_table_of_who_people_are_elsewhere() -> None:
    text = "青石县幼儿园膳食委员会成员名单公示\n现将名单公示如下：\n职务\t姓名\t身份\n主任\t陶渊\t园长\n委员\t班昭\t大班家长\n"
    assert of_bodies(text) == ["青石县幼儿园膳食委员会 主任 陶渊 园长", "青石县幼儿园膳食委员会 委员 班昭 大班家长"]


@pytest.mark.parametrize(
    "words",
    [
        "决定建立6个养蚕工作专班。\n一、桑叶专班\n召集人：柴可夫\n成员单位：区林业局、区水务局\n",
        "一、桑叶专班\n召集人：柴可夫\n成员单位：区林业局、区水务局\n原领导小组同时撤销。\n",
    ],
)
def test_several_bodies_and_the_former_one_are_no_body(words: str) -> None:
    text = f"关于建立6个养蚕工作专班的通知\n各蚕户：\n{words}"
    assert [body.split("|")[0] for body in bodies(text)] == ["桑叶专班"]


def test_the_chiefs_of_parts_said_by_their_parts() -> None:
    words = "领导小组下设采桑组、养蚕组两个小组，采桑组由庞小军任组长，养蚕组由站长蓝秀珍任组长。\n"
    assert of_bodies(f"{TITLE}{words}") == [
        "青石区养蚕领导小组 组长 邹玉成 副区长", "采桑组 组长 庞小军", "养蚕组 组长 蓝秀珍 站长",
    ]  # fmt: skip


def test_a_title_on_the_parts_of_a_command() -> None:
    text = "关于调整区养蚕指挥部内设工作组的通知\n各单位：\n指挥部办公室：\n主任：庞小军（区政府副秘书长）\n采桑组：组长：蓝秀珍（区林业局局长）\n"
    assert of_bodies(text) == ["区养蚕指挥部 办公室主任 庞小军 区政府副秘书长", "采桑组 组长 蓝秀珍 区林业局局长"]


def test_a_list_of_several_bodies_of_a_village() -> None:
    text = "桑园村“两委”及村务监督委员会成员名单\n党总支副书记：庞小军\n村务监督委员会主任：蓝秀珍\n村务监督委员会成员：韦国平\n"
    assert of_bodies(text) == ["村务监督委员会 主任 蓝秀珍", "村务监督委员会 成员 韦国平"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("副组长（分管副校长）：庞小军\n", ["副组长|庞小军|分管副校长"]),
        ("副组长（排名不分先后）：庞小军\n", ["副组长|庞小军|"]),
        ("副组长（副校长）：庞小军（教导主任）\n", ["副组长|庞小军|教导主任"]),
        ("成员（教师）：庞小军、蓝秀珍\n候补委员：韦国平\n", ["成员|庞小军|", "成员|蓝秀珍|", "候补委员|韦国平|"]),
    ],
)
def test_a_post_in_the_bracket_of_a_label(words: str, found: list[str]) -> None:
    assert seats(f"{TITLE}{words}") == ["组长|邹玉成|副区长", *found]


def test_how_many_they_are_is_no_part_of_a_list() -> None:
    assert seats(f"{TITLE}成员：（2人）庞小军　蓝秀珍\n") == ["组长|邹玉成|副区长", "成员|庞小军|", "成员|蓝秀珍|"]
    text = (
        "关于成立桑园村蚕事委员会的批复\n桑园村：\n同意成立桑园村蚕事委员会，由庞小军、蓝秀珍、韦国平三位同志组成。\n"
    )
    assert seats(text) == ["成员|庞小军|", "成员|蓝秀珍|", "成员|韦国平|"]


def test_a_table_of_members_and_more() -> None:
    table = "姓名\t职务\t领导小组职务\t包保村\n庞小军\t镇长\t组长\t桑园村\n蓝秀珍\t农业站站长\t成员\t柳园村\n"
    assert of_bodies(f"青石镇养蚕领导小组成员及包村分工表\n{table}") == [
        "青石镇养蚕领导小组 组长 庞小军 镇长", "青石镇养蚕领导小组 成员 蓝秀珍 农业站站长",
    ]  # fmt: skip
    assert of_bodies(f"青石镇养蚕户及包村分工表\n{table.replace('领导小组职务', '分工')}") == []
