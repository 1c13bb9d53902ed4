"""Rosters whose words stand apart: behind duties, telephones and commas, in rows and below numbered headings."""

from __future__ import annotations

from graph.statements import Membership, of_type
from loaders.gazette import groups
from tests.loaders.statement_rows import bodies, seats, statements


def _of_bodies(text: str) -> list[str]:
    return [
        " ".join(word for word in (row.group, row.role, row.person or row.org, row.title) if word)
        for row in of_type(statements(text), Membership)
    ]


def test_a_part_has_the_roster_in_the_bracket_behind_its_duties() -> None:
    text = (
        "甲乡关于成立防控工作领导小组的通知\n\n成立甲乡防控工作领导小组。下设两个工作组。\n\n"
        "（一）综合协调组。负责信息上报。（组长：呼和，成员：王平、李兰）\n\n"
        "（二）物资保障组。负责物资调配，组长负总责（副乡长主抓）。\n"
    )
    assert _of_bodies(text) == ["综合协调组 组长 呼和", "综合协调组 成员 王平", "综合协调组 成员 李兰"]


def test_a_part_of_units_says_first_who_leads_it() -> None:
    text = (
        "甲县关于成立甲县攻坚指挥部的通知\n\n成立甲县攻坚指挥部，下设两个组：\n\n"
        "（一）劝返组。组长由王平同志担任。牵头单位：县教育局；成员单位：县公安局、团县委。\n"
    )
    assert _of_bodies(text) == [
        "劝返组 组长 王平",
        "劝返组 牵头单位 县教育局",
        "劝返组 成员 县公安局",
        "劝返组 成员 团县委",
    ]


def test_parts_below_each_other_are_bodies_of_their_own_though_their_names_are_alike() -> None:
    text = (
        "甲市安委会关于开展检查的通知\n\n一、加强领导\n\n市安委会成立以副市长栾壮飞为组长的安全生产督查组，下设两个专项督查组：\n\n"
        "1、煤矿安全督查组，由市煤炭局滕伟业任组长，成员单位为市煤炭局。\n\n"
        "2、非煤矿山安全督查组，由市应急局局长苑 福任组长，成员单位为市应急局。\n"
    )
    assert [row for row in _of_bodies(text) if row.startswith("非煤矿山")] == [
        "非煤矿山安全督查组 组长 苑福 市应急局局长",
        "非煤矿山安全督查组 成员 市应急局",
    ]
    assert groups.same_body("创建文明城市工作领导小组", "建设文明城市工作领导小组")


def test_a_heading_numbered_below_another_goes_on_with_its_body() -> None:
    text = (
        "甲县人民政府办公室关于印发甲县防汛应急预案的通知\n\n现印发给你们。\n\n2 组织指挥体系\n\n2.1 县防汛抗旱指挥部\n\n"
        "2.1.1 县防指组成\n\n指挥长：县政府县长\n\n副指挥长：县委常委、县人武部部长，县水利局局长\n\n"
        "2.2 县防指办公室\n\n县防汛抗旱指挥部办公室设在县水利局，由县水利局局长兼任办公室主任。\n"
    )
    assert _of_bodies(text) == [
        "县防汛抗旱指挥部 指挥长 县政府县长",
        "县防汛抗旱指挥部 副指挥长 县委常委、县人武部部长",
        "县防汛抗旱指挥部 副指挥长 县水利局局长",
        "县防汛抗旱指挥部 办公室主任 县水利局局长",
    ]
    assert [groups.level_of(words) for words in ("2.1 甲", "2.1. 甲", "2.1.1 甲", "(1)甲", "1.甲")] == [4, 4, 5, 4, 3]


def test_posts_parted_by_the_same_mark_are_seats_of_their_own() -> None:
    text = (
        "关于成立甲县防汛指挥部的通知\n\n成立甲县防汛指挥部。\n\n副指挥长：县水利局局长，县公安局局长，县财政局局长\n"
    )
    assert seats(text) == ["副指挥长||县水利局局长", "副指挥长||县公安局局长", "副指挥长||县财政局局长"]


def test_a_telephone_with_letters_left_out_ends_a_seat() -> None:
    text = (
        "下塘村防汛防台工作组织名单\n\n特成立下塘村防汛防台工作领导小组。\n\n组长 应金火（村委会主任） 1395820××××\n"
        "副组长 楼美凤（村委会副主任）  1367688****\n       应国相（民兵连长）  1386881××××\n成员 王仙球 应卫忠\n"
    )
    assert seats(text) == [
        "组长|应金火|村委会主任",
        "副组长|楼美凤|村委会副主任",
        "副组长|应国相|民兵连长",
        "成员|王仙球|",
        "成员|应卫忠|",
    ]


def test_a_second_post_on_loan_is_no_second_seat() -> None:
    text = "关于成立甲县指挥部的通知\n\n成立甲县防汛指挥部。\n\n副指挥长：%s\n"
    assert seats(text % "敖日格乐  县委常委、副县长（挂职）") == ["副指挥长|敖日格乐|县委常委、副县长（挂职）"]
    assert seats(text % "敖日格乐（县委常委）、副县长（挂职）")[0] == "副指挥长|敖日格乐|县委常委"


def test_comrades_joined_by_and_are_two() -> None:
    text = "关于成立甲镇安委会的通知\n\n成立甲镇安全生产委员会。\n\n办公室设在甲分局，办公室主任由王平同志兼任，副主任由%s兼任。\n"
    assert seats(text % "卢广源同志和甲分局副局长刘志豪同志")[1:] == [
        "办公室副主任|卢广源|",
        "办公室副主任|刘志豪|甲分局副局长",
    ]


def test_a_title_broken_off_below_a_label_and_crowds_in_rows_go_on_the_list() -> None:
    text = (
        "甲集团关于调整安全生产委员会组成人员的通知\n\n现将甲集团安全生产委员会组成人员调整如下：\n\n"
        "委　员：党群部部长　宫 雪\n　　　　城投公司执行董事、\n经理　冉 庆 林\n　　　　水务公司董事长　闻 达\n"
    )
    assert seats(text) == ["委员|宫雪|党群部部长", "委员|冉庆林|城投公司执行董事、经理", "委员|闻达|水务公司董事长"]
    rows = (
        "甲校关于成立安全领导小组的通知\n\n成立甲校安全领导小组：\n组长\t平定国\t校长\n成员\t权 衡\t总务处主任\n"
        "\t各年级组长\t\n\t食堂经理\t\n"
    )
    assert seats(rows)[2:] == ["成员||各年级组长", "成员||食堂经理"]


def test_a_row_that_cannot_be_read_does_not_end_the_list() -> None:
    text = (
        "关于成立甲县指挥部的通知\n\n成立甲县防汛指挥部。\n\n成　　员：苏呷尔布　县政府办副主任\n"
        "　　　　　马海医生　县民政局局长\n　　　　　曲比史哈　县司法局局长\n%s"
    )
    assert seats(text % "") == ["成员|苏呷尔布|县政府办副主任", "成员|曲比史哈|县司法局局长"]
    assert seats(text % "　　　　　　　　　　甲县人民政府　办公室\n") == seats(text % "")


def test_changes_say_who_the_chief_is_now() -> None:
    text = (
        "甲县关于调整有关机构组成人员的通知\n\n现将有关机构组成人员调整如下：\n\n"
        "1．县棉花产业发展领导小组：组长调整为县委副书记、县长王平；增补县供销社主任李兰为成员。\n\n"
        "2．增设县清欠工作专班，由赵林任组长，县财政局局长钱江为成员。\n"
    )
    assert _of_bodies(text) == [
        "县棉花产业发展领导小组 组长 王平 县委副书记、县长",
        "县棉花产业发展领导小组 成员 李兰 县供销社主任",
        "县清欠工作专班 组长 赵林",
        "县清欠工作专班 成员 钱江 县财政局局长",
    ]


def test_a_leader_who_went_is_no_part_of_who_comes() -> None:
    text = (
        "甲区关于调整征兵工作领导小组成员的通知\n\n区征兵工作领导小组作如下调整：\n\n"
        "区委书记汤春同志工作变动，由区委书记甄诚同志担任第一组长。\n"
    )
    assert seats(text) == ["+第一组长|甄诚|区委书记"]


def test_the_posts_of_who_is_new_stand_in_a_column_of_their_own() -> None:
    text = (
        "关于部分领导小组成员调整的通知\n\n领导小组名称\t职务\t原成员\t调整后成员\t成员单位及职务\n"
        "镇乡村振兴领导小组\t组长\t温景\t明月\t镇长\n\t成员\t米兰\t（退出，不再补充）\t\n"
    )
    assert seats(text)[0] == "+组长|明月|镇长<温景"


def test_a_deputy_who_has_a_duty_too_holds_his_seat() -> None:
    text = "关于成立创建领导小组的通知\n\n镇政府成立创建工作领导小组，由镇党委书记王平任组长、镇长李兰任常务副组长、副书记赵林任副组长并负责日常工作。\n"
    assert seats(text) == ["组长|王平|镇党委书记", "常务副组长|李兰|镇长", "副组长|赵林|副书记"]


def test_whom_the_members_of_a_meeting_send_sit_in_its_office() -> None:
    text = (
        "关于建立甲区联席会议的通知\n\n建立甲区未成年人保护工作联席会议。\n\n联席会议办公室设在民政局。办公室主任由民政局局长王平兼任。"
        "办公室成员由联席会议成员单位有关科室负责同志担任。\n"
    )
    assert seats(text) == ["办公室主任|王平|民政局局长", "办公室成员||联席会议成员单位有关科室负责同志"]


def test_an_office_named_before_a_stop_sits_in_what_follows() -> None:
    text = "关于成立甲县迁建指挥部的通知\n\n成立甲县迁建指挥部。\n\n（一）指挥部办公室。设在县教育局，官晓兼任办公室主任。\n"
    assert [row.split("|")[2] for row in bodies(text)] == ["县教育局"]
    assert [row.split("|")[2] for row in bodies(text.replace("设在", "设备由"))] == [""]


def test_a_blank_or_a_dot_tells_a_name_behind_a_post() -> None:
    text = "关于成立县清欠工作专班的通知\n\n成立县清欠工作专班。\n\n成员：%s\n"
    assert seats(text % "县财政局局长祖农·沙吾尔、古丽·玉素甫") == [
        "成员|祖农·沙吾尔|县财政局局长",
        "成员|古丽·玉素甫|",
    ]
    assert seats(text % "区气象服务中心负责人漆 园、区消防大队大队长王平") == [
        "成员|漆园|区气象服务中心负责人",
        "成员|王平|区消防大队大队长",
    ]
    assert seats(text % "县财政局、县水利局主要负责 人、县公安局局长王平")[-1] == "成员|王平|县公安局局长"


def test_an_office_has_the_short_name_that_its_sentence_gives_it() -> None:
    text = (
        "关于成立甲旗规划委员会的通知\n\n成立甲旗国土空间规划委员会。\n\n主任：王平 旗长\n成员：李兰 旗自然资源局局长\n\n"
        "委员会下设办公室%s，设在旗自然资源局，李兰兼任规委办主任，赵林（旗规划中心主任）任副主任。\n"
    )
    assert seats(text % "（以下简称规委办）")[2:] == ["办公室主任|李兰|", "办公室副主任|赵林|旗规划中心主任"]
    assert seats(text % "")[2:] == []


def test_a_chief_may_have_a_rare_surname_but_no_word_is_one() -> None:
    text = "关于成立甲乡防汛工作组的通知\n\n成立甲乡防汛工作组。\n\n组长：%s\n成员：王平\n"
    assert seats(text % "折玉梅") == ["组长|折玉梅|", "成员|王平|"]
    for words in ("志愿者", "牵头人", "轮流担任", "待确定", "值班员", "村主干", "本项目", "另通知"):
        assert not any(row.startswith("组长|" + words[:2]) for row in seats(text % words))
