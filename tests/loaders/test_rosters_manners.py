"""Manners of print in rosters that say little: a name before 和, a heading for short, a part that units make up, a table of places."""

from __future__ import annotations

import pytest

from graph.statements import Duty, Group, Membership, of_type
from loaders.gazette import duties, issue
from loaders.readers.text import read_text
from tests.loaders.statement_rows import bodies, of_bodies, seats, statements


def _duties(text: str) -> list[tuple[str, str]]:
    notices = issue.split(read_text(text.encode(), "paper.txt"))
    return [(row.org, row.summary) for row in of_type([one for each in notices for one in duties.read(each)], Duty)]


_OFFICE = "关于成立甲厅治理工作领导小组的通知\n\n厅决定成立甲厅治理工作领导小组。\n\n"


def test_a_bare_name_ends_before_the_post_that_and_joins_to_it() -> None:
    said = "组长由厅长韩启担任，副组长由副厅长吕江、赵文华和厅纪检组长宁海同志担任。成员有：厅办公室主任侯志，公路处处长卢业。\n"
    assert seats(_OFFICE + said) == [
        "组长|韩启|厅长",
        "副组长|吕江|副厅长",
        "副组长|赵文华|副厅长",
        "副组长|宁海|厅纪检组长",
        "成员|侯志|厅办公室主任",
        "成员|卢业|公路处处长",
    ]


def test_a_name_that_holds_and_is_not_parted() -> None:
    assert seats(_OFFICE + "组长由厅长张建和担任，副组长由副厅长王和平担任。\n") == [
        "组长|张建和|厅长",
        "副组长|王和平|副厅长",
    ]


_FOUNDED = "关于成立护林组织的通知\n\n决定成立2031年春季护林指挥部，名单如下：\n\n"


def test_a_heading_calls_the_body_founded_above_it_by_the_end_of_its_name() -> None:
    assert of_bodies(_FOUNDED + "一、场护林指挥部\n\n总指挥：王平  场长\n副总指挥：李兰  副场长\n") == [
        "2031年春季护林指挥部 总指挥 王平 场长",
        "2031年春季护林指挥部 副总指挥 李兰 副场长",
    ]


def test_another_body_below_it_keeps_its_own_name() -> None:
    assert of_bodies(_FOUNDED + "一、场防汛指挥部\n\n总指挥：王平  场长\n") == ["场防汛指挥部 总指挥 王平 场长"]


def test_a_table_of_places_under_a_heading_that_gives_each_a_body() -> None:
    table = "| 单位 | 队长 | 副队长 | 人数 |\n| --- | --- | --- | --- |\n| 东沟乡 | 王平 | 李兰、赵文华 | 20 |\n| 西沟乡 | 周江 | —— | 15 |\n"
    text = _FOUNDED + "一、场护林指挥部\n\n总指挥：王平  场长\n\n二、{}扑火队\n\n" + table
    assert of_bodies(text.format("各乡镇"))[1:] == [
        "东沟乡扑火队 队长 王平",
        "东沟乡扑火队 副队长 李兰",
        "东沟乡扑火队 副队长 赵文华",
        "西沟乡扑火队 队长 周江",
    ]
    assert not any("东沟乡扑火队" in row for row in of_bodies(text.format("专业")))


_PLAN = "甲市供气应急预案\n\n2 组织体系\n2.1 市供气应急指挥部\n总指挥：分管副市长\n成员单位：市建设局、市公安局。\n2.4 现场指挥部工作组\n"


def test_units_make_up_a_part_whose_line_is_broken_and_one_may_lead_alone() -> None:
    text = (
        _PLAN
        + "抢险抢修组：由市建设局牵头，某某燃气集团、市消防救援支\n队参加。\n救护组：由市卫生健康委牵头。\n3 监测\n"
    )
    assert of_bodies(text)[3:] == [
        "抢险抢修组 牵头单位 市建设局",
        "抢险抢修组 成员 某某燃气集团",
        "抢险抢修组 成员 市消防救援支队",
        "救护组 牵头单位 市卫生健康委",
    ]
    assert _duties(text) == []


def test_a_sentence_on_the_work_of_a_part_is_a_duty_and_no_seat() -> None:
    text = _PLAN + "救护组：由市卫生健康委牵头做好伤员救治。\n3 监测\n"
    assert not any(row.startswith("救护组") for row in of_bodies(text))
    assert [org for org, _ in _duties(text)] == ["市卫生健康委"]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [("本预案由市建设局每三年修订一次。", []), ("市建设局负责每三年修订一次预案。", ["市建设局"])],
)
def test_who_revises_a_plan_has_no_duty_by_it(sentence: str, units: list[str]) -> None:
    assert [org for org, _ in _duties(f"甲市供气应急预案\n\n1.{sentence}\n")] == units


def test_an_attachment_lists_experts_under_their_own_name() -> None:
    text = _PLAN + "3 监测\n附件1\n应急专家组名单\n组长：王平（某某大学教授）\n副组长：李兰（省燃气协会高级工程师）\n"
    assert of_bodies(text)[3:] == ["应急专家组 组长 王平 某某大学教授", "应急专家组 副组长 李兰 省燃气协会高级工程师"]


_PARTS = "关于调整县防汛指挥部组成人员的通知\n\n指挥长：王平  县长\n\n指挥部下设两个分指挥部：\n"


def test_a_district_is_called_by_its_place() -> None:
    text = _PARTS + "（一）沿河片（城关、河口两个乡镇）\n指挥长：李兰\n（二）东山片\n指挥长：周江\n副指挥长：赵文华\n"
    assert of_bodies(text)[1:] == ["沿河片 指挥长 李兰", "东山片 指挥长 周江", "东山片 副指挥长 赵文华"]


def test_a_heading_on_films_is_no_district() -> None:
    assert of_bodies(_PARTS + "（一）宣传影片\n宣传片由县委宣传部制作。\n") == ["县防汛指挥部 指挥长 王平 县长"]


def test_who_leads_a_task_sits_in_nothing_by_it() -> None:
    text = (
        "甲县环境整治方案\n\n二、组织领导\n成立甲县环境整治领导小组。\n组长：王平（县长）\n副组长：李兰（副县长）\n\n"
        "三、主要任务\n（一）垃圾治理。建垃圾池。\n牵头领导：李兰；牵头单位：县住建局；责任单位：各乡镇。\n"
    )
    assert seats(text) == ["组长|王平|县长", "副组长|李兰|副县长"]


_CHANGES = "关于调整部分议事协调机构组成人员的通知\n\n作如下调整：\n\n一、市残疾人工作委员会\n"


def test_a_label_before_who_takes_over_from_whom_tells_a_change() -> None:
    said = "主任调整为王平；副主任：市政府副秘书长李兰接替市政府原副秘书长韦大；委员：市教育局副局长周江接替梁玉，市科协副主席赵文接替黄仲。\n"
    assert seats(_CHANGES + said) == [
        "+主任|王平|",
        "+副主任|李兰|市政府副秘书长<韦大",
        "+委员|周江|市教育局副局长<梁玉",
        "+委员|赵文|市科协副主席<黄仲",
    ]


def test_two_seats_given_up_at_once_pass_on_together() -> None:
    said = "覃生不再担任委员会副主任兼办公室主任，由市商务局局长周江接任。\n"
    assert [row for row in seats(_CHANGES + said) if row.startswith("+")] == [
        "+副主任|周江|市商务局局长<覃生",
        "+办公室主任|周江|市商务局局长<覃生",
    ]


_ROSTER = "关于成立甲校评建工作领导小组的通知\n\n成立甲校评建工作领导小组，组成人员如下：\n\n组长：王平  校长\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "成员：教务处、财务处各一名工作人员",
            ["成员||教务处一名工作人员", "成员||财务处一名工作人员"],
        ),
        ("成员：教务处、财务处", ["成员||@教务处", "成员||@财务处"]),
        ("副组长：副校长 李兰、周江", ["副组长|李兰|副校长", "副组长|周江|副校长"]),
        ("副组长：李兰、周江", ["副组长|李兰|", "副组长|周江|"]),
        ("成员：李 兰　周 建 国　严 军", ["成员|李兰|", "成员|周建国|", "成员|严军|"]),
        ("成员：李兰  某某大学副教授（外聘）", ["成员|李兰|某某大学副教授"]),
        ("副组长：鲍春  党办主任\n        和  平  校办主任", ["副组长|鲍春|党办主任", "副组长|和平|校办主任"]),
    ],
)
def test_what_a_list_says_of_all_or_of_each(line: str, found: list[str]) -> None:
    assert seats(f"{_ROSTER}{line}\n")[1:] == found


def test_the_office_of_a_body_stands_behind_a_label() -> None:
    assert bodies(f"{_ROSTER}办公室：质控科（负责人：李兰）\n")[0].split("|")[2] == "质控科"
    assert bodies(f"{_ROSTER}办公室：李兰、周江\n")[0].split("|")[2] == ""


def test_others_found_groups_of_their_own() -> None:
    assert seats(f"{_ROSTER}第四条 各学院成立评建工作组，组长由院长担任，副组长由副院长担任。\n") == ["组长|王平|校长"]


def test_an_article_is_the_number_of_a_heading() -> None:
    text = "甲校评建组织机构及职责\n\n学校决定成立如下机构。\n\n第一条 评估工作领导小组\n\n组长：校长 王平\n"
    assert of_bodies(text) == ["评估工作领导小组 组长 王平 校长"]


def test_a_body_does_what_is_said_of_its_short_name() -> None:
    text = (
        "关于成立甲厅治理车辆超限工作领导小组的通知\n\n决定成立甲厅治理车辆超限工作领导小组（以下简称“厅治超领导小组”）。\n\n"
        "一、主要职责\n\n（一）厅治超领导小组负责治超工作的组织协调。\n\n（二）研究解决重大问题。\n"
    )
    assert _duties(text) == [
        ("厅治超领导小组", "负责治超工作的组织协调"),
        ("甲厅治理车辆超限工作领导小组", "研究解决重大问题"),
    ]


def test_districts_of_a_town_have_those_who_answer_for_them() -> None:
    text = (
        _PARTS
        + "东桥社区\n包保领导：李  兰\n网格长：周江（一网格）、赵文华（二网格）\n西沟片：片长：张江；包片干部：王文、孙华\n"
    )
    assert of_bodies(text)[1:] == [
        "东桥社区 包保领导 李兰",
        "东桥社区 网格长 周江 一网格",
        "东桥社区 网格长 赵文华 二网格",
        "西沟片 片长 张江",
        "西沟片 包片干部 王文",
        "西沟片 包片干部 孙华",
    ]


def test_a_district_above_other_words_has_nobody() -> None:
    text = _PARTS + "东桥社区\n网格长：负责本网格巡查\n西沟村\n通知书记：李兰\n"
    assert not any("社区" in row or "村" in row for row in of_bodies(text))


def test_the_units_of_a_part_stand_between_its_chiefs_and_its_duties() -> None:
    text = (
        _PARTS
        + "1.检疫组。组长韩启，副组长李兰，由县公安局、县畜牧站组成。负责封锁，设立消毒站。\n2.补偿组。组长丁一，由县财政局组成。\n"
    )
    assert of_bodies(text)[1:] == [
        "检疫组 组长 韩启",
        "检疫组 副组长 李兰",
        "检疫组 成员 县公安局",
        "检疫组 成员 县畜牧站",
        "补偿组 组长 丁一",
        "补偿组 成员 县财政局",
    ]


def test_a_unit_leads_a_part_of_which_others_are_members() -> None:
    text = _PARTS + "（1）综合组。由县应急局牵头，县林业局、县财政局等为成员单位。负责信息汇总。\n"
    assert of_bodies(text)[1:] == [
        "综合组 牵头单位 县应急局",
        "综合组 成员 县林业局",
        "综合组 成员 县财政局",
    ]
    said = _PARTS + "（1）信息汇总。由县应急局牵头，县林业局、县财政局配合。\n"
    assert not any("应急局" in row for row in of_bodies(said))


_POSTS = "序号\t姓名\t行政职务\t{head}\t办公电话\n1\t韩启\t董事长\t{one}\t6021001\n2\t李兰\t总经理\t{two}\t6021002\n"
_FIRM = "甲公司应急预案\n\n第一条 甲公司应急指挥部组成人员及联系方式：\n"


def test_a_second_column_of_posts_holds_the_roles_if_its_rows_say_so() -> None:
    table = _POSTS.format(head="应急职务", one="总指挥", two="成员")
    office = "第二条 职责：\n（一）启动响应。\n第三条 应急指挥部办公室设在调度中心，办公室主任由李兰担任。\n"
    assert of_bodies(_FIRM + table + office) == [
        "甲公司应急指挥部 总指挥 韩启 董事长",
        "甲公司应急指挥部 成员 李兰 总经理",
        "甲公司应急指挥部 办公室主任 李兰",
    ]
    assert [row.split("|")[:4] for row in bodies(_FIRM + table + office)] == [
        ["甲公司应急指挥部", "", "调度中心", "李兰"]
    ]
    assert of_bodies(_FIRM + _POSTS.format(head="党内职务", one="党委书记", two="党委委员")) == []


def test_a_heading_may_print_the_name_a_body_gives_up() -> None:
    text = (
        "甲区人民政府关于成立、更名部分机构的通知\n\n一、甲区种业工作领导小组（原甲区种业振兴领导小组）\n组长：韩启（副区长）\n"
        "办公室设在区农业局，丁一兼任办公室主任。\n"
    )
    assert of_bodies(text) == ["甲区种业工作领导小组 组长 韩启 副区长", "甲区种业工作领导小组 办公室主任 丁一"]
    assert bodies(text) == ["甲区种业工作领导小组||区农业局|丁一|更名|whole"]


_ADJUSTED = "关于增补和调整市更新工作领导小组组成人员的函\n\n"


def test_who_had_a_seat_stands_below_the_list_of_who_is_new() -> None:
    text = (
        _ADJUSTED + "增补成员：\n市财政局局长  韩启\n\n原成员  丁 一、李兰  不再担任成员职务。\n"
        "原成员  市规划局局长  王平  由成员改任副组长。\n"
    )
    assert seats(text) == [
        "+成员|韩启|市财政局局长",
        "-成员|丁一|",
        "-成员|李兰|",
        "+副组长|王平|市规划局局长",
        "-成员|王平|市规划局局长",
    ]


def test_whoever_takes_over_a_seat_is_named_behind_it() -> None:
    said = "原副组长韩启因工作调动不再担任，副组长改由党委副书记、院长李兰担任；增补馆长王平为成员。\n"
    assert seats(_ADJUSTED + said) == [
        "-副组长|韩启|",
        "+副组长|李兰|党委副书记、院长<韩启",
        "+成员|王平|馆长",
    ]


def test_duties_go_on_behind_the_units_of_a_part() -> None:
    text = (
        _PARTS
        + "1.抢险组。组长韩启，副组长李兰，由县水利局、县公安局组成，负责抢险。\n2.信息组。由县应急局牵头，县气象局、县水文局等单位为成员单位，负责信息。\n"
    )
    assert of_bodies(text)[1:] == [
        "抢险组 组长 韩启",
        "抢险组 副组长 李兰",
        "抢险组 成员 县水利局",
        "抢险组 成员 县公安局",
        "信息组 牵头单位 县应急局",
        "信息组 成员 县气象局",
        "信息组 成员 县水文局",
    ]


def test_bold_words_in_the_cells_of_a_roster_are_read_without_their_marks() -> None:
    rows = "| 职务 | 姓名 | 单位及职务 |\n| --- | --- | --- |\n| **总指挥** | **韩启** | 县长 |\n| **成员** | 李** | 县水利局局长 |\n"
    assert seats("关于成立甲县防汛指挥部的通知\n\n决定成立甲县防汛指挥部，名单如下：\n" + rows) == ["总指挥|韩启|县长"]


def test_teams_and_parts_with_their_roster_behind_the_name_on_one_line() -> None:
    found = of_bodies(
        "甲镇人民政府关于成立护林指挥部的通知\n\n决定成立护林指挥部，组成人员如下：\n\n指挥长：镇长  王平\n\n成  员：派出所所长  李兰\n\n"
        "扑火队：队长韩启，副队长吕江。\n\n宣传队：队长侯志，队员卢业、宁海。\n\n文物组组长为赵文华，组员为李兰、各村会计。\n"
    )
    assert found[2:] == [
        "扑火队 队长 韩启",
        "扑火队 副队长 吕江",
        "宣传队 队长 侯志",
        "宣传队 队员 卢业",
        "宣传队 队员 宁海",
        "文物组 组长 赵文华",
        "文物组 组员 李兰",
        "文物组 组员 各村会计",
    ]


def test_a_crowd_before_names_that_gaps_part_is_nobodys_post() -> None:
    text = (
        "甲校演练方案\n\n三、演练领导小组\n组  长：王平\n成  员：各班班主任  李兰  韩启  吕江\n        卢业  宁海  门卫人员\n"
        "四、警戒组\n组  长：侯志\n组  员：赵文华、保安班六人\n"
    )
    assert [
        (row.person, row.title) for row in of_type(statements(text), Membership) if row.role in ("成员", "组员")
    ] == [
        ("", "各班班主任"),
        ("李兰", ""),
        ("韩启", ""),
        ("吕江", ""),
        ("卢业", ""),
        ("宁海", ""),
        ("", "门卫人员"),
        ("赵文华", ""),
        ("", "保安班六人"),
    ]


def test_the_body_that_issues_a_paper_is_its_command_where_a_sentence_says_who_leads() -> None:
    found = of_bodies(
        "甲街道防汛指挥部关于充实力量的通知\n\n各社区：\n\n现通知如下：\n\n一、指挥部\n总指挥由街道党工委书记王平担任；成员为各站所负责人。\n"
        "指挥部办公室由街道应急站移至街道农业站，由李兰兼任办公室主任。\n"
    )
    assert found[0] == "甲街道防汛指挥部 总指挥 王平 街道党工委书记"
    assert "甲街道防汛指挥部 办公室主任 李兰" in found


def test_a_sentence_begins_with_the_body_of_whose_office_it_ends() -> None:
    text = (
        "甲县预案\n\n第二章 组织体系\n\n甲县防汛抗旱指挥部由县人民政府设立，负责全县防汛工作，办公室设在县水利局。\n\n"
        "2.1 县防汛抗旱指挥部\n\n指挥长：县人民政府县长\n"
    )
    assert [(row.group, row.office_in) for row in of_type(statements(text), Group)] == [
        ("甲县防汛抗旱指挥部", "县水利局")
    ]


def test_who_directs_an_office_besides_is_told_by_its_bracket() -> None:
    said = "成员:王平(园长)\n\n领导小组办公室设在保健室,办公室主任{}。\n"
    assert of_bodies("甲园防控工作领导小组名单\n\n" + said.format("李兰(兼)"))[1:] == [
        "甲园防控工作领导小组 办公室主任 李兰"
    ]
    assert not of_bodies("甲园防控工作领导小组名单\n\n" + said.format("另行通知(兼)"))[1:]


def test_a_heading_of_a_body_and_how_its_work_is_shared_out() -> None:
    text = "甲园手足口病防控工作领导小组及分组安排\n\n领导小组名单\n\n组长:王平(园长)\n成员:李兰(保健医生)\n"
    assert of_bodies(text) == [
        "甲园手足口病防控工作领导小组 组长 王平 园长",
        "甲园手足口病防控工作领导小组 成员 李兰 保健医生",
    ]


def test_the_role_may_close_the_line_of_a_person_behind_a_gap() -> None:
    text = (
        "甲县关于调整甲县治欠工作领导小组的通知\n\n各镇：\n\n一、甲县治欠工作领导小组\n\n全部成员重新公布如下：\n"
        "县委常委、副县长王平    组长\n县住建局局长李兰    副组长\n县交通局局长韩 启    成员\n清运路段（重点）    组长\n县委    党组成员\n"
    )
    assert of_bodies(text) == [
        "甲县治欠工作领导小组 组长 王平 县委常委、副县长",
        "甲县治欠工作领导小组 副组长 李兰 县住建局局长",
        "甲县治欠工作领导小组 成员 韩启 县交通局局长",
    ]


def test_a_society_among_the_bodies_that_are_changed_has_its_own_seats() -> None:
    text = (
        "甲乡关于调整甲乡安全生产领导小组等机构成员的通知\n\n各村：\n\n一、甲乡安全生产领导小组\n增补副乡长王平同志为副组长。\n\n"
        "二、甲乡计划生育协会\n副乡长李兰同志接替韩启同志任会长。\n增补吕江同志、赵文华同志为理事。\n\n"
        "三、甲乡红十字会\n增补宁海同志为理事。\n\n四、有关学会\n请各村联系。\n"
    )
    assert of_bodies(text) == [
        "甲乡安全生产领导小组 副组长 王平 副乡长",
        "甲乡计划生育协会 会长 李兰 副乡长",
        "甲乡计划生育协会 理事 吕江",
        "甲乡计划生育协会 理事 赵文华",
        "甲乡红十字会 理事 宁海",
    ]


def test_delegates_of_one_crowd_are_named_behind_one_word() -> None:
    said = "第五条 医院设立竞聘监督小组，由院纪委书记王平任组长，{who}任成员，受理举报。\n"
    of_all = of_bodies("甲院竞聘办法\n\n" + said.format(who="职工代表李兰、韩启"))
    assert of_all[1:] == ["竞聘监督小组 成员 李兰 职工代表", "竞聘监督小组 成员 韩启 职工代表"]
    other = of_bodies("甲院竞聘办法\n\n" + said.format(who="吕江、职工代表李兰、韩启"))
    assert other[1:] == ["竞聘监督小组 成员 吕江", "竞聘监督小组 成员 李兰 职工代表", "竞聘监督小组 成员 韩启"]


def test_what_a_body_consists_of_may_stand_behind_the_comma_of_its_founding() -> None:
    text = (
        "甲县防汛预案\n\n2.3 前方指挥所\n发生险情时，在现场设立甲县前方指挥所，由县政府领导和出险地乡镇政府主要领导组成，负责抢险。\n"
        "队伍由各村民兵组成。\n"
    )
    assert [(row.group, row.role, row.title) for row in of_type(statements(text), Membership)] == [
        ("甲县前方指挥所", "成员", "县政府领导"),
        ("甲县前方指挥所", "成员", "出险地乡镇政府主要领导"),
    ]


def test_a_label_with_a_narrow_gap_is_no_post_of_the_chief_above_it() -> None:
    text = (
        "甲医院关于调整防控组织机构的通知\n\n各科室：\n\n现通知如下：\n\n一．院感防控组\n组  长 王平\n成  员 李兰 韩启 吕江 各病区护士长\n\n"
        "二．物资保障组\n组  长 侯志\n成  员 卢业 药剂科主任宁海 设备科主任赵文华 食堂负责人\n\n三．宣传组\n组  长 丁一\n成  员 院办全体人员 心理科医师钱进\n"
    )
    assert of_bodies(text) == [
        "院感防控组 组长 王平",
        "院感防控组 成员 李兰",
        "院感防控组 成员 韩启",
        "院感防控组 成员 吕江",
        "院感防控组 成员 各病区护士长",
        "物资保障组 组长 侯志",
        "物资保障组 成员 卢业",
        "物资保障组 成员 宁海 药剂科主任",
        "物资保障组 成员 赵文华 设备科主任",
        "物资保障组 成员 食堂负责人",
        "宣传组 组长 丁一",
        "宣传组 成员 院办全体人员",
        "宣传组 成员 钱进 心理科医师",
    ]


def test_a_post_behind_a_name_is_his_also_where_its_place_begins_with_a_surname() -> None:
    text = "甲市关于成立产业专班的通知\n\n决定成立甲市产业发展工作专班。\n\n组  长：王平  市长\n成  员：李兰  市农业局局长  韩启  杨家镇镇长\n        吕江  龙门乡乡长\n"
    assert of_bodies(text)[1:] == [
        "甲市产业发展工作专班 成员 李兰 市农业局局长",
        "甲市产业发展工作专班 成员 韩启 杨家镇镇长",
        "甲市产业发展工作专班 成员 吕江 龙门乡乡长",
    ]


def test_a_name_ends_before_the_first_of_the_posts_that_and_joins_to_it() -> None:
    said = "领导小组由局长王平任组长，局党组成员、派驻纪检监察组组长李兰和局党组成员、副局长韩启任副组长，办公室主任吕江为成员。\n"
    assert seats(_OFFICE + said) == [
        "组长|王平|局长",
        "副组长|李兰|局党组成员、派驻纪检监察组组长",
        "副组长|韩启|局党组成员、副局长",
        "成员|吕江|办公室主任",
    ]


def test_bodies_of_a_level_in_general_have_no_seats() -> None:
    text = "甲市关于调整议事协调机构的通知\n\n对部分市级议事协调机构的组成人员作如下调整。\n\n一、甲市节水办公室\n召集人为市政府副市长王平。\n"
    assert not any("议事协调机构" in row for row in of_bodies(text))


@pytest.mark.parametrize("phone", ["，00012345", "，电话：0000-1234567", "，100****0003", ";手机10000000003", ""])
def test_a_telephone_behind_a_post_in_brackets_hides_nobody(phone: str) -> None:
    text = f"{_OFFICE}组  长：韩启（厅长{phone}）\n副组长：吕江（副厅长{phone}）\n　　　　宁海（纪检组长{phone}）\n成  员：侯志（办公室主任）\n"
    assert seats(text) == ["组长|韩启|厅长", "副组长|吕江|副厅长", "副组长|宁海|纪检组长", "成员|侯志|办公室主任"]
