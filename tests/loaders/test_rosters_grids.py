"""Tables with a body a row, tables of who is in charge of places, and parts of a body on lines that wrap."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from tests.loaders.statement_rows import statements


def _seats(text: str) -> list[str]:
    return [
        " ".join(word for word in (row.group, row.role, row.person or row.org, row.title) if word)
        for row in of_type(statements(text), Membership)
    ]


def _of_parts(text: str) -> list[str]:
    return [row for row in _seats(text) if not row.startswith("甲县抗旱工作专班")]


def _offices(text: str) -> list[str]:
    return [f"{row.group} {row.office_in}" for row in of_type(statements(text), Group) if row.office_in]


_FOUNDED = "甲县人民政府办公室关于成立甲县抗旱工作专班的通知\n\n决定成立甲县抗旱工作专班，组长：副县长何平。\n"


def test_a_table_gives_each_of_its_bodies_the_seats_of_its_row() -> None:
    text = (
        f"{_FOUNDED}专班下设3个工作组：\n\n| 组别 | 组长 | 职务 | 成员单位 |\n|---|---|---|---|\n"
        "| 第一督导检查组 | 丁一 | 县水利局<br>局长 | 县水利局、县气象局 |\n| 第二督导检查组 | 沈渡 | 县财政局局长 | 县财政局 |\n"
        "|  | 田禾 | 县应急局局长 |  |\n| 合计 | 3人 |  |  |\n"
    )
    assert _of_parts(text) == [
        "第一督导检查组 组长 丁一 县水利局局长",
        "第一督导检查组 成员 县水利局",
        "第一督导检查组 成员 县气象局",
        "第二督导检查组 组长 沈渡 县财政局局长",
        "第二督导检查组 成员 县财政局",
        "第二督导检查组 组长 田禾 县应急局局长",
    ]


def test_special_command_posts_in_a_table_have_their_offices_there() -> None:
    text = (
        "甲市突发事件总体应急预案\n\n市政府根据需要设立若干专项应急指挥机构，分管副市长任总指挥。\n\n"
        "| 序号 | 专项指挥机构 | 总指挥 | 办公室所在单位 | 办公室主任 |\n| :-- | :-- | :-- | :-- | :-- |\n"
        "| 1 | 市防汛抗旱指挥部 | 何平 | 市水利局 | 丁一 |\n| 2 | 市森林防火指挥部 | 何平 | 市林业局 | 市林业局局长 |\n"
    )
    assert _offices(text) == ["市防汛抗旱指挥部 市水利局", "市森林防火指挥部 市林业局"]
    assert _seats(text) == [
        "市防汛抗旱指挥部 总指挥 何平",
        "市防汛抗旱指挥部 办公室主任 丁一",
        "市森林防火指挥部 总指挥 何平",
        "市森林防火指挥部 办公室主任 市林业局局长",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| 组别 | 工作任务 | 牵头单位 | 责任单位 |",  # what groups do
        "| 工作组 | 姓名 | 职务 | 组长 |",  # a roster of persons
        "| 单位 | 组长 | 职务 | 成员 |",  # teams of units that nobody names
    ],
)
def test_a_table_of_another_kind_has_no_bodies(head: str) -> None:
    text = f"{_FOUNDED}\n{head}\n|---|---|---|---|\n| 县抗旱服务组 | 巡查 | 县水利局 | 县气象局 |\n"
    assert [row for row in _seats(text) if row.startswith("县抗旱服务组")] == []


def test_reservoirs_and_places_in_danger_have_persons_in_charge() -> None:
    text = (
        "甲县防汛抗旱应急预案\n\n附件1\n\n甲县水库防汛责任人名单\n\n"
        "序号  水库名称  规模    行政责任人  职务      技术责任人  职务          巡查责任人\n"
        "1     清水水库  中型    何平        副县长    丁一        县水利局局长  沈渡\n"
        "2     石桥水库  小型    田禾        石桥镇长  万里        石桥镇水务站站长  魏强\n\n"
        "附件2\n\n地质灾害隐患点责任人\n\n编号\t隐患点位置\t防灾责任人\t监测责任人\n01\t石桥村后山\t田禾（镇长）\t夏冰\n"
    )
    assert _seats(text) == [
        "甲县水库防汛责任人 清水水库行政责任人 何平 副县长",
        "甲县水库防汛责任人 清水水库技术责任人 丁一 县水利局局长",
        "甲县水库防汛责任人 清水水库巡查责任人 沈渡",
        "甲县水库防汛责任人 石桥水库行政责任人 田禾 石桥镇长",
        "甲县水库防汛责任人 石桥水库技术责任人 万里 石桥镇水务站站长",
        "甲县水库防汛责任人 石桥水库巡查责任人 魏强",
        "地质灾害隐患点责任人 石桥村后山防灾责任人 田禾 镇长",
        "地质灾害隐患点责任人 石桥村后山监测责任人 夏冰",
    ]


def test_projects_with_a_person_in_charge_are_no_places() -> None:
    text = "甲县重点项目责任人名单\n\n序号\t项目名称\t行政责任人\t完成时限\n1\t清水桥改造\t何平\t6月底\n"
    assert _seats(text) == []


def test_a_part_whose_line_wraps_is_read_whole() -> None:
    text = (
        f"{_FOUNDED}专班下设以下工作组：\n1.综合组：组长丁一，由县政府办公室、县水利局组成。\n"
        "2.抢险组：组长沈渡，副组长田禾，由县人武部、县消防救援大\n队、县水利局组成。\n"
        "3.安置组：组长由县民政局局长担任，由县民政局、各乡镇组成。\n"
        "4.督导组：组长万里，主持召开会议，由各乡镇报送情况。\n"
    )
    assert _of_parts(text) == [
        "综合组 组长 丁一",
        "综合组 成员 县政府办公室",
        "综合组 成员 县水利局",
        "抢险组 组长 沈渡",
        "抢险组 副组长 田禾",
        "抢险组 成员 县人武部",
        "抢险组 成员 县消防救援大队",
        "抢险组 成员 县水利局",
        "安置组 组长 县民政局局长",
        "安置组 成员 县民政局",
        "安置组 成员 各乡镇",
    ]


def test_leaders_of_a_part_stand_on_the_line_of_its_name() -> None:
    text = (
        f"{_FOUNDED}设立两个工作专班。\n    1.水源调度专班    牵头领导：何平    专班长：丁一    成员单\n"
        "位：县水利局、县供水公司\n    2.资金保障专班    牵头领导：沈渡    专班长：田禾（县财政局\n局长）    成员单位：县财政局\n"
    )
    assert _of_parts(text) == [
        "水源调度专班 牵头领导 何平",
        "水源调度专班 专班长 丁一",
        "水源调度专班 成员 县水利局",
        "水源调度专班 成员 县供水公司",
        "资金保障专班 牵头领导 沈渡",
        "资金保障专班 专班长 田禾 县财政局局长",
        "资金保障专班 成员 县财政局",
    ]


def test_units_that_make_up_a_part_stand_before_its_chief() -> None:
    text = (
        f"{_FOUNDED}专班设立下列工作组：\n（1）综合组。由县水利局牵头，县委宣传部、县气象局参加。组长：丁一。职责：承担信息报送。\n"
        "（2）医疗组。由县卫健局牵头，县疾控中心参加。组长由县卫健局局长担任。\n（3）价格组。组长：田禾，牵头单位：县发改局，成员单位：县供销社\n"
    )
    assert sorted(_of_parts(text)) == sorted(
        [
            "综合组 牵头单位 县水利局",
            "综合组 成员 县委宣传部",
            "综合组 成员 县气象局",
            "综合组 组长 丁一",
            "医疗组 牵头单位 县卫健局",
            "医疗组 成员 县疾控中心",
            "医疗组 组长 县卫健局局长",
            "价格组 组长 田禾",
            "价格组 牵头单位 县发改局",
            "价格组 成员 县供销社",
        ]
    )


def test_headings_keep_their_marks_and_notes_out_of_the_name() -> None:
    text = (
        "甲镇2031年工作机构汇编\n\n## （一）甲镇防汛指挥部\n\n指挥长：何平\n\n**1. 抢险救援组**\n\n组长：丁一\n\n"
        "◆◆◆ 二、伦理委员会（2031年2月换届） ◆◆◆\n\n主任委员：沈渡\n\n附件3 甲镇消防安全委员会成员名单\n\n主任：田禾\n"
    )
    assert _seats(text) == [
        "甲镇防汛指挥部 指挥长 何平",
        "抢险救援组 组长 丁一",
        "伦理委员会 主任委员 沈渡",
        "甲镇消防安全委员会 主任 田禾",
    ]


def test_a_body_renamed_in_a_heading_has_its_new_name_and_one_ended_has_no_roster() -> None:
    text = (
        "甲县人民政府办公室关于调整部分议事协调机构的通知\n\n一、甲县防凌指挥部更名为甲县防汛指挥部\n\n指挥长：何平\n\n"
        "二、撤销甲县秸秆利用指挥部\n\n联络员：丁一\n"
    )
    assert _seats(text)[0] == "甲县防汛指挥部 指挥长 何平"
    assert not any("秸秆" in row for row in _seats(text))


def test_who_leads_a_body_is_said_behind_its_name() -> None:
    text = (
        "甲县人民政府办公室关于清理议事协调机构的通知\n\n一、保留并调整组成人员1个\n\n"
        "县减灾委员会：主任由何平担任，副主任由丁一、沈渡担任，委员为县应急局、县水利局、县地震台主要负责人。办公室设在县应急局。\n"
    )
    assert _seats(text) == [
        "县减灾委员会 主任 何平",
        "县减灾委员会 副主任 丁一",
        "县减灾委员会 副主任 沈渡",
        "县减灾委员会 委员 县应急局主要负责人",
        "县减灾委员会 委员 县水利局主要负责人",
        "县减灾委员会 委员 县地震台主要负责人",
    ]
    assert _offices(text) == ["县减灾委员会 县应急局"]


def test_names_and_posts_by_commas_a_line_each_below_numbered_roles() -> None:
    text = (
        "甲公司关于调整甲公司安全生产委员会组成人员的通知\n\n对甲公司安全生产委员会组成人员调整如下。\n\n一、主任\n    丁一，党委书记、董事长\n\n"
        "二、副主任\n    官小军，党委委员、副总经理\n    沈渡，总工程师\n\n三、委员\n    万里，财务部副部长（主持工作）\n    田禾，水务公司董事长\n"
    )
    assert _seats(text) == [
        "甲公司安全生产委员会 主任 丁一 党委书记、董事长",
        "甲公司安全生产委员会 副主任 官小军 党委委员、副总经理",
        "甲公司安全生产委员会 副主任 沈渡 总工程师",
        "甲公司安全生产委员会 委员 万里 财务部副部长（主持工作）",
        "甲公司安全生产委员会 委员 田禾 水务公司董事长",
    ]


def test_the_office_of_a_system_of_chiefs_is_led_below_its_heading() -> None:
    text = (
        "甲县河长制工作领导小组办公室关于公布县级河长名单的公告\n\n现将甲县县级河长名单予以公布。\n\n一、总河长\n总河长：何平  县长\n\n"
        "二、县河长制办公室\n主任由丁一兼任，副主任由县水利局局长沈渡兼任。\n"
    )
    assert [row.partition(" ")[2] for row in _seats(text)] == [
        "总河长 何平 县长",
        "办公室主任 丁一",
        "办公室副主任 沈渡 县水利局局长",
    ]


def test_the_board_of_a_gazette_stands_under_its_name() -> None:
    text = (
        "甲区人民政府公报\n2031年第4期\n（总第23期）\n\n《甲区人民政府公报》编辑委员会\n主任：何平\n副主任：丁一、沈渡\n编辑部主任：田禾（兼）\n\n"
        "目  录\n甲区人民政府关于万里等同志任免职的通知 ......... 1\n\n1    甲区人民政府公报    2031年第4期\n\n甲区人民政府关于万里等同志任免职的通知\n"
        "甲府任〔2031〕8号\n\n各街道办事处：\n任命万里为区水务局局长。\n\n甲区人民政府\n2031年10月28日\n"
    )
    assert _seats(text) == [
        "《甲区人民政府公报》编辑委员会 主任 何平",
        "《甲区人民政府公报》编辑委员会 副主任 丁一",
        "《甲区人民政府公报》编辑委员会 副主任 沈渡",
        "《甲区人民政府公报》编辑委员会 编辑部主任 田禾",
    ]


def test_a_row_without_a_name_is_a_seat_by_function_only_if_it_names_one() -> None:
    text = f"{_FOUNDED}\n| 职务 | 姓名 | 单位及职务 |\n|---|---|---|\n| 成员 | 丁一 | 县水利局局长 |\n|  |  | 各乡镇主要负责同志 |\n|  |  | 副局长 |\n"
    assert _seats(text)[-2:] == ["甲县抗旱工作专班 成员 丁一 县水利局局长", "甲县抗旱工作专班 成员 各乡镇主要负责同志"]


def test_a_function_behind_a_person_and_the_word_and_is_a_seat_of_its_own() -> None:
    text = "甲县关于成立甲县抗旱专班的通知\n\n设立甲县抗旱专班，由副县长何平任组长，丁一、廉江和各街道办事处分管负责同志为成员。\n"
    assert _seats(text)[-2:] == ["甲县抗旱专班 成员 廉江", "甲县抗旱专班 成员 各街道办事处分管负责同志"]


def test_parts_called_by_ordinals_have_the_roster_of_their_sentence() -> None:
    text = (
        "甲区关于成立甲区执法检查组的通知\n\n决定成立甲区执法检查组，组成人员如下：\n组  长：何平  副主任\n成  员：丁一  委员\n"
        "执法检查组分两个小组：\n第一小组由沈渡任组长，田禾、魏强为组员，赴东镇；\n第二小组由夏冰任组长，柳林为组员，赴西镇。\n"
    )
    assert _seats(text)[2:] == [
        "第一小组 组长 沈渡",
        "第一小组 组员 田禾",
        "第一小组 组员 魏强",
        "第二小组 组长 夏冰",
        "第二小组 组员 柳林",
    ]


def test_a_rescue_company_has_its_leader_on_its_line() -> None:
    text = (
        f"{_FOUNDED}应急队伍：\n  镇民兵应急连（30人）  队长：丁一  副队长：沈渡\n  机关干部抢险队（20人） 队长：田禾\n"
    )
    assert _of_parts(text) == ["镇民兵应急连 队长 丁一", "镇民兵应急连 副队长 沈渡", "机关干部抢险队 队长 田禾"]


def test_a_bare_post_behind_a_crowd_of_places_is_no_seat_of_its_own() -> None:
    text = "甲旗关于成立甲旗禁牧工作组的通知\n\n决定成立甲旗禁牧工作组。\n组  长：何平  旗长\n成  员：丁一  旗财政局局长\n        各苏木镇苏木达、镇长\n"
    assert _seats(text)[-1] == "甲旗禁牧工作组 成员 各苏木镇苏木达、镇长"


def test_who_attends_a_meeting_sits_in_nothing_by_it() -> None:
    text = (
        "甲县人大常委会公报\n\n甲县人民代表大会常务委员会\n第十六次会议出席人员（2031年3月5日）\n\n"
        "主    任：何平\n副主任：丁一\n委    员：沈渡  田禾\n"
    )
    assert _seats(text) == []


def test_a_post_in_a_commission_is_no_seat_in_a_leading_group() -> None:
    text = (
        "甲县人民政府办公室关于调整县根治欠薪工作领导小组成员的通知\n\n对县根治欠薪工作领导小组成员作如下调整：\n"
        "县人社局局长丁一任副组长。\n沈渡任县发展和改革委员会副主任。\n"
    )
    assert _seats(text) == ["县根治欠薪工作领导小组 副组长 丁一 县人社局局长"]


def test_whoever_edits_the_paper_is_in_no_leading_group() -> None:
    text = "甲县关于成立甲县抗旱领导小组的通知\n\n决定成立甲县抗旱领导小组。\n组  长：何平  县长\n成  员：丁一  县财政局局长\n编辑：甲县政府公报编辑室\n"
    assert _seats(text) == ["甲县抗旱领导小组 组长 何平 县长", "甲县抗旱领导小组 成员 丁一 县财政局局长"]


def test_a_list_that_is_a_paper_of_its_own_has_its_title_for_a_name() -> None:
    safety = "甲镇安全生产委员会\n  第一主任  丁一（镇党委书记）\n  主任  何平（镇长）\n  成员单位：镇应急站、镇派出所\n  联络员：沈渡\n"
    assert _seats(safety) == [
        "甲镇安全生产委员会 第一主任 丁一 镇党委书记",
        "甲镇安全生产委员会 主任 何平 镇长",
        "甲镇安全生产委员会 成员 镇应急站",
        "甲镇安全生产委员会 成员 镇派出所",
        "甲镇安全生产委员会 联络员 沈渡",
    ]
    slides = "地质灾害隐患点责任人\n\n编号\t隐患点位置\t防灾责任人\t监测责任人\n01\t石桥村后山\t田禾（镇长）\t夏冰\n"
    assert _seats(slides)[0] == "地质灾害隐患点责任人 石桥村后山防灾责任人 田禾 镇长"


def test_the_page_of_a_commission_with_a_staff_is_no_roster() -> None:
    assert _seats("甲市卫生健康委员会\n\n主任：何平\n副主任：丁一\n总工程师：沈渡\n地址：城关镇一号\n") == []


def test_rows_of_persons_may_stand_beside_the_body_they_sit_in() -> None:
    table = (
        "工作小组\t职务\t姓名\t单位及职务\n项目推进组\t组长\t何平\t县农业局局长\n\t成员\t丁一\t县农业局副局长\n\t\t沈渡\t县农业局股长\n"
        "要素保障组\t组长\t田禾\t县国土局局长\n\t成员\t夏冰\t县水务局局长\n"
    )
    parts = [
        "项目推进组 组长 何平 县农业局局长",
        "项目推进组 成员 丁一 县农业局副局长",
        "项目推进组 成员 沈渡 县农业局股长",
        "要素保障组 组长 田禾 县国土局局长",
        "要素保障组 成员 夏冰 县水务局局长",
    ]
    assert _of_parts(f"{_FOUNDED}专班下设两个工作小组：\n{table}") == parts
    bars = table.replace("\t\t", "\t　\t").replace("\n\t", "\n　\t").replace("\t", " | ")
    assert _of_parts(f"{_FOUNDED}专班下设两个工作小组：\n{bars}") == parts


def test_a_column_headed_as_one_of_bodies_may_hold_none() -> None:
    table = "组别\t职务\t姓名\t单位及职务\n第一\t组长\t何平\t县农业局局长\n"
    assert not any(row.startswith("第一") for row in _seats(f"{_FOUNDED}下设小组：\n{table}"))


def test_the_title_of_a_list_names_the_body_and_not_what_its_table_is() -> None:
    text = "甲县农田建设工作专班组成人员名单\n\n（2031年9月15日县委农村工作领导小组会议审定）\n\n专班职务\t姓名\t单位及职务\n组长\t何平\t副县长\n"
    assert _seats(text) == ["甲县农田建设工作专班 组长 何平 副县长"]
