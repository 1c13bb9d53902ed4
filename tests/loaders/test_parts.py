"""Parts of a body with a roster of their own, as notices and plans print them: the seats belong to the part named."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from tests.loaders.statement_rows import statements

_ABOVE = """\
白河县防汛抗旱应急预案
一、组织领导
成立县防汛抗旱指挥部，名单如下：
指挥长：丁一 县长
成员：吴用 县水利局局长
指挥部下设以下工作组：
"""
_OF_THE_WHOLE = ["县防汛抗旱指挥部 指挥长 丁一 县长", "县防汛抗旱指挥部 成员 吴用 县水利局局长"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param("综合协调组组长：叶 青\n组员：许文杰、邵 平", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="label"),
        pytest.param("综合协调组（组长：叶青）\n组员：许文杰", ["组长 叶青", "组员 许文杰"], id="bracket"),
        pytest.param("综合协调组（组长：叶青，组员：许文杰、邵平）", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="all in bracket"),
        pytest.param("1.综合协调组：组长叶  青，成员许文杰、邵平。职责：负责\n综合协调。", ["组长 叶青", "成员 许文杰", "成员 邵平"], id="glued"),
        pytest.param("（一）综合协调组。组长叶青，副组长许文杰，组员邵平。负责协调。", ["组长 叶青", "副组长 许文杰", "组员 邵平"], id="stop"),
        pytest.param("综合协调组，组长叶青（县政府办主任），成员县民政局、各乡镇人民政府。", ["组长 叶青 县政府办主任", "成员 县民政局", "成员 各乡镇人民政府"], id="units"),
        pytest.param("1.综合协调组（牵头单位：县政府办）\n组长：叶青\n组员：许文杰", ["组长 叶青", "组员 许文杰"], id="a note behind the name"),
        pytest.param("综合协调组组长叶青，副组长许文杰，成员：应急队队员。", ["组长 叶青", "副组长 许文杰", "成员 应急队队员"], id="mixed"),
        pytest.param("综合协调组 组长 叶青 组员 许文杰、邵平", ["组长 叶青", "组员 许文杰", "组员 邵平"], id="white space"),
        pytest.param("综合协调组：组长负责召集，成员单位配合。", [], id="nobody"),
        pytest.param("综合协调组组长叶青主持会议，听取汇报。", [], id="running text"),
    ],
)  # fmt: skip
def test_seats_of_a_part_belong_to_it(lines: str, rows: list[str]) -> None:
    found = statements(_ABOVE + lines + "\n")
    seats = [
        " ".join(filter(None, (row.group, row.role, row.person, row.title or row.org)))
        for row in of_type(found, Membership)
    ]
    assert seats == _OF_THE_WHOLE + [f"综合协调组 {row}" for row in rows]
    assert len(of_type(found, Group)) == (2 if rows else 1)


def test_parts_without_a_number_stand_below_the_heading_that_is_open() -> None:
    found = statements(_ABOVE + "综合组组长：叶青\n组员：许文杰\n保障组组长：程浩\n组员：毛勇\n")
    parents = {row.group: row.parent_group for row in of_type(found, Group)}
    assert parents == {"县防汛抗旱指挥部": "", "综合组": "县防汛抗旱指挥部", "保障组": "县防汛抗旱指挥部"}


def test_headings_with_decimal_numbers_are_no_part_of_a_name_and_no_rest_of_a_list() -> None:
    found = statements(
        """\
白河县森林火灾应急预案
    2  组织机构及职责
    2.1  县森林防灭火指挥部
    县人民政府设立县森林防灭火指挥部，负责组织和协调工作。
总指挥：丁一  县长
成员单位：县公安局、县民政局、县交通运
输局、县消防救援大队
    2.2  指挥部办公室
    指挥部办公室设在县应急管理局，办公室主任由县应急管理局局长兼任。
"""
    )
    assert [(row.group, row.office_in) for row in of_type(found, Group)] == [("县森林防灭火指挥部", "县应急管理局")]
    seats = [(row.role, row.person or row.title or row.org) for row in of_type(found, Membership)]
    assert seats == [
        ("总指挥", "丁一"),
        ("成员", "县公安局"),
        ("成员", "县民政局"),
        ("成员", "县交通运输局"),
        ("成员", "县消防救援大队"),
        ("办公室主任", "县应急管理局局长"),
    ]


def test_what_a_function_at_the_end_of_a_list_says_of_each_body_before_it() -> None:
    found = statements(
        """\
关于成立区项目攻坚工作专班的通知
成立区项目攻坚工作专班。
组长：丁一 区长
成员：区委督查室副主任景  曦、区
政府督查室副主任江  海、区财政局、区水利局主要负责人，各镇主要负责人
"""
    )
    assert [row.person or row.title or row.org for row in of_type(found, Membership)] == [
        "丁一",
        "景曦",
        "江海",
        "区财政局主要负责人",
        "区水利局主要负责人",
        "各镇主要负责人",
    ]


def test_a_post_in_the_column_of_names_has_a_seat_of_its_own() -> None:
    found = statements(
        """\
白河县森林防灭火指挥部名单
总指挥：丁一  县长
副总指挥：特木尔  副县长
          赵宏伟  县人武部部长
          县应急管理局局长
          县林业和草原局局长
          公安派出所所长
成员：周正  县委宣传部副部长、县融媒体中心
                主任
"""
    )
    assert [f"{row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "总指挥 丁一 县长",
        "副总指挥 特木尔 副县长",
        "副总指挥 赵宏伟 县人武部部长",
        "副总指挥  县应急管理局局长",
        "副总指挥  县林业和草原局局长",
        "副总指挥  公安派出所所长",
        "成员 周正 县委宣传部副部长、县融媒体中心主任",
    ]


def test_a_short_name_that_the_paper_gives_means_the_body_with_the_full_one() -> None:
    found = statements(
        """\
白河市人民政府办公室关于调整白河市防汛防旱防风总指挥部组成人员的通知
决定对白河市防汛防旱防风总指挥部（以下简称市三防总指挥部）组成人员进行调整。名单如下：
总指挥：市长  丁一
市三防总指挥部办公室设在市应急管理局，承担市三防总指挥部日常工作。办公室主任由周正同志兼任。
"""
    )
    assert [(row.group, row.office_in, row.office_director) for row in of_type(found, Group)] == [
        ("白河市防汛防旱防风总指挥部", "市应急管理局", "周正")
    ]


def test_members_of_a_joint_conference_and_who_keeps_contact_for_its_office() -> None:
    found = statements(
        """\
白河州人民政府办公厅关于建立白河州工资支付保障工作联席会议制度的通知
州人民政府决定建立白河州工资支付保障工作联席会议制度。
召 集 人：副州长阿不都·依明
副召集人：州人民政府副秘书长高海涛
          州人力资源和社会保障局党组书记、局长古丽·买买提
成员单位及成员：
州公安局副局长  木塔力·艾沙
州财政局副局长  苗 芳
联席会议办公室设在州人力资源和社会保障局，古丽·买买提同志兼任办公室主任，该局副局长桂海同志为联络员。
各成员单位要指定一名科级干部为联络员，各县政府办公室主任任联络员。
"""
    )
    assert [f"{row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "召集人 阿不都·依明 副州长",
        "副召集人 高海涛 州人民政府副秘书长",
        "副召集人 古丽·买买提 州人力资源和社会保障局党组书记、局长",
        "成员 木塔力·艾沙 州公安局副局长",
        "成员 苗芳 州财政局副局长",
        "联络员 桂海 该局副局长",
        "办公室主任 古丽·买买提 ",
    ]


def test_a_chief_without_a_surname_stands_before_his_role() -> None:
    found = statements(
        """\
白河旗人民政府办公室关于成立白河旗草原火灾前线指挥部的通知
成立白河旗草原火灾前线指挥部，由特木尔任总指挥，旗人武部副部长白志军任副总指挥。
"""
    )
    assert [f"{row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "总指挥 特木尔 ",
        "副总指挥 白志军 旗人武部副部长",
    ]


def test_who_held_a_seat_before_and_left_it() -> None:
    found = statements(
        """\
白河县人民政府办公室关于调整部分议事协调机构组成人员的通知
因人员变动，对以下议事协调机构组成人员作部分调整：
一、县食品安全委员会：原委员张 红因退休退出，原副主任王军因工作调动不再担任副主任。
二、县残疾人工作委员会：原副主任刘洋同志因工作调整退出，由县民政局局长陈晨接替。
"""
    )
    assert [f"{row.action} {row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "removed 委员 张红 ",
        "removed 副主任 王军 ",
        "removed 副主任 刘洋 ",
        "added 副主任 陈晨 县民政局局长",
    ]


@pytest.mark.parametrize("head", ["安委会职务\t姓名\t公司职务", "领导小组职务\t姓名\t本单位职务/职称"])
def test_beside_a_column_of_roles_any_other_post_is_the_member_s_own(head: str) -> None:
    found = statements(
        f"白河集团有限公司关于调整安全生产委员会的通知\n对安全生产委员会进行调整。\n{head}\n主任\t丁一\t党委书记\n\t沈 渡\t总经理\n委员\t叶青\t工程部部长\n"
    )
    assert [f"{row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "主任 丁一 党委书记",
        "主任 沈渡 总经理",
        "委员 叶青 工程部部长",
    ]


def test_a_label_on_two_lines_of_a_scan_and_a_header_with_two_edges() -> None:
    found = statements(
        """\
白河州人民政府公报                                    2031年第3期

白河州人民政府办公室关于成立白河州经济普查领导小组的通知

白政办函〔2031〕29号

各县市人民政府：

州人民政府决定成立白河州经济普查领导小组。

组 长: 丁一(彝族)    副州长

副组长: 沈渡    州统计局局长

叶青(白族)    州财政局副局长

成

员: 许文杰    州公安局副局长

白河州人民政府公报                                    州政府办公室文件

邵 平    州市场监督管理局副局

长

— 21 —

领导小组办公室设在州统计局。

白河州人民政府公报                                    州政府办公室文件

各县市要做好普查工作。
"""
    )
    assert [f"{row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "组长 丁一 副州长",
        "副组长 沈渡 州统计局局长",
        "副组长 叶青 州财政局副局长",
        "成员 许文杰 州公安局副局长",
        "成员 邵平 州市场监督管理局副局长",
    ]


def test_whom_each_unit_has_keep_contact_and_who_takes_over_a_seat() -> None:
    found = statements(
        """\
白河县人民政府办公室关于调整县就业工作领导小组成员的通知
对县就业工作领导小组成员作部分调整：
县人社局局长丁一同志接任领导小组办公室主任，沈渡同志出任副组长。
接任办公室主任的同志要尽快到岗。
领导小组设联络员，由各成员单位有关科室负责人担任；各镇要明确联络员。
"""
    )
    assert [f"{row.action} {row.role} {row.person} {row.title}" for row in of_type(found, Membership)] == [
        "added 办公室主任 丁一 县人社局局长",
        "added 副组长 沈渡 ",
        "listed 联络员  各成员单位有关科室负责人",
    ]


def test_headings_below_the_sentence_that_counts_the_parts_may_leave_their_kind_out() -> None:
    found = statements(
        """\
白河县人民政府办公室关于成立县项目推进领导小组的通知
成立县项目推进领导小组。
组  长：丁一  县长
领导小组下设办公室和两个工作组，人员如下：
办公室主任：周正（县发改局局长）
副主任：江海
领导小组下设两个工作组：
（一）综合协调
组  长：赵云
（二）工作要求
组  长：每月召集一次会议。
"""
    )
    seats = [f"{row.group} {row.role} {row.person}" for row in of_type(found, Membership) if row.person]
    assert seats == [
        "县项目推进领导小组 组长 丁一",
        "县项目推进领导小组 办公室主任 周正",
        "县项目推进领导小组 办公室副主任 江海",
        "综合协调工作组 组长 赵云",
    ]


def test_what_a_part_does_is_no_rest_of_its_members_however_full_their_line() -> None:
    full = "成员:许文杰（县农业农村局局长）、邵平（县茶叶协会会长）、石门村书记叶青"
    column = "\n".join(["会议指出，要把各项工作做细做实做到位，确保活动期间安全有序，各单位要"] * 6)
    found = statements(
        f"白河县人民政府关于成立开茶节指挥部的通知\n成立开茶节指挥部，名单如下：\n（一）活动执行组\n组长:沈渡（副县长）\n{full}\n负责开幕式、斗茶大赛、茶旅体验等活动。\n{column}\n"
    )
    assert [row.person or row.org or row.title for row in of_type(found, Membership)] == [
        "沈渡",
        "许文杰",
        "邵平",
        "叶青",
    ]
