"""The shared recogniser: names and titles in every printed order, units, crowds, and what is no name."""

from __future__ import annotations

import pytest

from loaders.gazette.names import is_joining_name
from loaders.gazette.persons import is_name, is_title, leading_name, may_be_name, read_mentions
from loaders.readers.text import read_text


def _read(words: str) -> list[str]:
    paper = read_text(words.encode(), "words.txt")
    found = read_mentions(paper.passage(0, len(paper.text)))
    return [f"{mention.person}|{mention.title or (f'@{mention.org}' if mention.org else '')}" for mention in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("何 平 县委副书记、政府县长", ["何平|县委副书记、政府县长"]),
        ("党委书记余树", ["余树|党委书记"]),
        ("县委常委、县人武部政治委员边策同志", ["边策|县委常委、县人武部政治委员"]),
        ("局长皮文、纪委书记刘安", ["皮文|局长", "刘安|纪委书记"]),
        ("王志（提名副县长）", ["王志|提名副县长"]),
        ("李 娜（女，蒙古族） 旗妇联主席", ["李娜|旗妇联主席"]),
        ("杜鹃副县长", ["杜鹃|副县长"]),
        ("那仁满都拉 旗委副书记、旗长", ["那仁满都拉|旗委副书记、旗长"]),
        ("阿孜古丽·热合曼同志", ["阿孜古丽·热合曼|"]),
        ("欧阳 修 县教育局局长", ["欧阳修|县教育局局长"]),
        ("县城管局局长焦 裕民、县气象局局长丰 晓阳", ["焦裕民|县城管局局长", "丰晓阳|县气象局局长"]),
        ("张  尧 赵寅 金 笛", ["张尧|", "赵寅|", "金笛|"]),
        ("高 明 王 志", ["高明|", "王志|"]),
        ("刘 志华　程 燕　万 国平　谢 小芳", ["刘志华|", "程燕|", "万国平|", "谢小芳|"]),
        ("邹 建　钟 丽娟　胡 晓 峰", ["邹建|", "钟丽娟|", "胡晓峰|"]),
        ("副州长普 丽（女，哈尼族）", ["普丽|副州长"]),
        ("县委常委、副县长李明（挂职）、副县长王磊", ["李明|县委常委、副县长（挂职）", "王磊|副县长"]),
        ("任 桂 林   王 芳", ["任桂林|", "王芳|"]),
        ("程 燕  万国平  欧阳 修远", ["程燕|", "万国平|", "欧阳修远|"]),
        ("张三 县长 李四 副县长", ["张三|县长", "李四|副县长"]),
        ("别克·哈森  县委常委、统战部部长", ["别克·哈森|县委常委、统战部部长"]),
        ("阿孜古丽·热合曼", ["阿孜古丽·热合曼|"]),
        ("李国，市教育局党组书记、局长", ["李国|市教育局党组书记、局长"]),
        ("张三，李四，办公室主任", ["张三|", "李四|办公室主任"]),
        ("局长李明，副局长王红", ["李明|局长", "王红|副局长"]),
        ("旗委副书记、旗长朝鲁同志", ["朝鲁|旗委副书记、旗长"]),
        ("副局长阿木尔同志", ["阿木尔|副局长"]),
        ("旗长额尔德木图同志", ["额尔德木图|旗长"]),
        ("主任其他同志", ["|主任其他同志"]),
        ("文丽  党组成员、副局长    江涛  党组成员、总审计师", ["文丽|党组成员、副局长", "江涛|党组成员、总审计师"]),
        ("总会计师仓央", ["仓央|总会计师"]),
        ("钱  进（副校长）  孙丽（副校长）", ["钱进|副校长", "孙丽|副校长"]),
        ("柴云（副院长） 任 桂 娥（纪委书记） 李四", ["柴云|副院长", "任桂娥|纪委书记", "李四|"]),
        ("市委副书记、市长  阮天", ["阮天|市委副书记、市长"]),
        ("副市长（挂职）  宁和", ["宁和|副市长（挂职）"]),
        ("副市长祖海同志", ["祖海|副市长"]),
        ("王五 县财政局局长、党组书记", ["王五|县财政局局长、党组书记"]),
        ("魏 杲、门卫、食堂负责人、各班主任", ["魏杲|", "|门卫", "|食堂负责人", "|各班主任"]),
        ("区财政局、团区委", ["|@区财政局", "|@团区委"]),
        ("董事长车宪法", ["车宪法|董事长"]),
        ("董事张炜玲", ["张炜玲|董事"]),
        ("主任任桂娥", ["任桂娥|主任"]),
        ("副镇长高长河", ["高长河|副镇长"]),
        ("韦 小 琴副县长", ["韦小琴|副县长"]),
        ("索 南 才 让  副县长", ["索南才让|副县长"]),
        ("高 明  王 志", ["高明|", "王志|"]),
        ("王 新 民 副 县长", ["王新民|副县长"]),
        ("欧阳 小 琴党组成员", ["欧阳小琴|党组成员"]),
        ("高 明 总经理", ["高明|总经理"]),
        ("高 明 团县委书记", ["高明|团县委书记"]),
        ("和志远同志（副县长、县公安局局长）", ["和志远|副县长、县公安局局长"]),
        ("张三、和志远同志", ["张三|", "和志远|"]),
        ("和志远  县财政局局长", ["和志远|县财政局局长"]),
        ("张三、和王五", ["张三|", "|和王五"]),
        ("张三、和其他人员", ["张三|", "|和其他人员"]),
        ("仇　强、由　晨同志", ["仇强|", "由晨|"]),
        ("由　晨、张三", ["由晨|", "张三|"]),
        ("和 志 远县长", ["和志远|县长"]),
        ("杲  宇(三区主任)    库  尔(站长)", ["杲宇|三区主任", "库尔|站长"]),
        ("办公室(主任)  财务科(科长)", ["|办公室(主任)财务科(科长)"]),
        ("呷绒邓珠　党组成员", ["呷绒邓珠|党组成员"]),
        ("丁一（站长）  王 平（中队长）  各村（社区）书记", ["丁一|站长", "王平|中队长", "|各村（社区）书记"]),
        ("李兰  招生处处长韩启", ["李兰|", "韩启|招生处处长"]),
        ("办公室主任李兰  财务处副处长韩启", ["李兰|办公室主任", "韩启|财务处副处长"]),
        ("李 兰  东河镇党委书记", ["李兰|东河镇党委书记"]),
        ("李兰  市公安局局长助理", ["李兰|市公安局局长助理"]),
        ("宫健、韩启及第三方专家", ["宫健|", "韩启|", "|第三方专家"]),
    ],
)
def test_names_and_titles_are_read_in_every_order(words: str, found: list[str]) -> None:
    assert _read(words) == found


@pytest.mark.parametrize(
    "words", ["局长", "财政局", "常务副县长", "各班主任", "成员单位", "农业农村", "满族", "县长何平", "文明", "文明办"]
)
def test_what_is_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("words", ["何平", "何 平", "欧阳修", "司马相如", "訾永斌", "阿孜古丽·热合曼", "文明霖"])
def test_what_is_a_name(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize("words", ["和志远", "和丽军", "从志远"])
def test_a_surname_may_be_a_word_between_words(words: str) -> None:
    assert is_joining_name(words)


@pytest.mark.parametrize("words", ["和王五", "和局长", "和其他", "和县直", "和财政局", "从事", "王和", "和"])
def test_a_word_between_words_begins_no_name(words: str) -> None:
    assert not is_joining_name(words)


def test_a_name_without_surname_needs_a_place_for_it() -> None:
    assert not is_name("莎莎")
    assert may_be_name("莎莎")
    assert may_be_name("额登毕力格")
    assert not may_be_name("综合协调工作组")


def test_titles_end_as_posts_do() -> None:
    assert is_title("县财政局总会计师（兼）".replace("（", "(").replace("）", ")"))
    assert not is_title("县财政局")


def test_a_name_opens_a_line_even_if_its_title_is_broken_off() -> None:
    assert leading_name("郭 勇 某某投资集团有限") == (0, 3)
    assert leading_name("责任公司董事长") is None


def test_a_bracket_on_sex_and_party_is_no_end_of_a_spaced_name() -> None:
    assert _read("丁 婉 清（女，无党派）副县长") == ["丁婉清|副县长"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("区应急管理局局长（丁一山）、区医院院长（韩 启）", ["丁一山|区应急管理局局长", "韩启|区医院院长"]),
        ("镇长（李兰）、党委书记（王平）、副镇长（代理）", ["李兰|镇长", "王平|党委书记", "|副镇长（代理）"]),
        ("区应急管理局局长（兼职）、区医院副院长（常务）", ["|区应急管理局局长（兼职）", "|区医院副院长（常务）"]),
        ("各镇镇长（丁一山）", ["|各镇镇长（丁一山）"]),
        (
            "各病区护士长 感控专职人员 物业公司驻院经理",
            ["|各病区护士长", "|感控专职人员", "|物业公司驻院经理"],
        ),
        ("护理部机动护士 门诊部全体护士", ["|护理部机动护士", "|门诊部全体护士"]),
        ("区委常委 区政府常务副区长", ["|区委常委 区政府常务副区长".replace(" ", "")]),
    ],
)
def test_a_name_in_the_bracket_behind_a_post_and_crowds_that_a_gap_parts(words: str, found: list[str]) -> None:
    assert _read(words) == found
