"""Invented rosters in the shapes of other places: tables of changes, rows cut in two, units as members, offices with names."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from tests.loaders.statement_rows import bodies, seats, statements


def _of_bodies(text: str) -> list[str]:
    """`group role person title or @org`."""
    return [
        " ".join(filter(None, (row.group, row.role, row.person, row.title or (f"@{row.org}" if row.org else ""))))
        for row in of_type(statements(text), Membership)
    ]


def test_a_table_of_changes_in_bars_with_ordinals_and_remarks() -> None:
    text = """\
关于调整县食安委等机构成员的通知

因人事变动，对县食品安全委员会等议事协调机构成员进行调整：

| 序号 | 议事协调机构名称 | 职务 | 调整前 | 调整后 | 备注 |
| --- | --- | --- | --- | --- | --- |
| 1 | 县食品安全委员会 | 主任 | 李明 | 县长王刚 | |
| | | 副主任 | 赵亮、钱进 | 副县长孙红 | |
| 2 | 县绿化委员会 | 副主任兼办公室主任 | 周平 | 县林业局局长吴军 | |
| | | 成员 | 郑和 | 空缺 | 退休 |

甲县人民政府办公室
2022年3月4日
"""
    assert seats(text) == [
        "+主任|王刚|县长<李明",
        "-副主任|赵亮|",
        "-副主任|钱进|",
        "+副主任|孙红|副县长",
        "+副主任|吴军|县林业局局长<周平",
        "+办公室主任|吴军|县林业局局长<周平",
        "-成员|郑和|",
    ]
    assert bodies(text) == ["县食品安全委员会||||调整|patch", "县绿化委员会|||吴军|调整|patch"]


def test_a_table_of_changes_of_the_body_at_hand_with_a_column_of_posts() -> None:
    text = """\
乐安镇人民政府关于调整镇防汛抗旱指挥部成员的通知

乐安镇防汛抗旱指挥部成员调整如下：

序号	职务	原成员	现成员	单位及职务
1	指挥长	马林	陶渊	党委副书记、镇长
2	副指挥长	石磊	石磊	副镇长
3	成员	柳青	白桦	水利站站长
4	成员	/	各村党支部书记
"""
    assert seats(text) == [
        "+指挥长|陶渊|党委副书记、镇长<马林",
        "+副指挥长|石磊|副镇长",
        "+成员|白桦|水利站站长<柳青",
        "+成员||各村党支部书记",
    ]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("姓名\t原任职务\t现任职务\n张三\t副主任\t主任\n李四\t成员\t组长", id="posts of persons"),
        pytest.param("机构名称\t职务\t原有人员\t现有人员\n县农机局\t局长\t3\t5", id="numbers of a bureau"),
        pytest.param("机构名称\t职务\t原任人员\n县防火指挥部\t成员\t张三", id="nobody's column of now"),
        pytest.param("机构名称\t工作\t原责任人\t现责任人\n县防火指挥部\t巡护\t张三\t李四", id="work, no role"),
    ],
)
def test_other_tables_are_no_changes_of_a_roster(table: str) -> None:
    assert seats(f"关于调整县防火指挥部有关工作的通知\n\n现对县防火指挥部有关工作作如下调整：\n\n{table}\n") == []


_BROKEN = """\
关于成立白河县招商专班的通知

职务	姓名	单位及职务	备注
组长	丁一	县委常委、
副县长	
副组长	马平	县发展和改革局党组书
记、局长	
成员	柳 叶	县自然资源局
成员	程浩	县工信局副局长	
成员	毛勇	县投促局
局长	兼办公室主任
成员	汪洋	县司法局党组书记、
局长
成员	江海	县司法局

各单位要加强协作。
"""


def test_rows_that_a_line_break_in_a_cell_cut_in_two_are_one() -> None:
    assert seats(_BROKEN) == [
        "组长|丁一|县委常委、副县长",
        "副组长|马平|县发展和改革局党组书记、局长",
        "成员|柳叶|县自然资源局",
        "成员|程浩|县工信局副局长",
        "成员|毛勇|县投促局局长",
        "成员|汪洋|县司法局党组书记、局长",
        "成员|江海|县司法局",
    ]


def test_rows_without_their_blank_last_cells_are_whole() -> None:
    text = "关于成立白河县招商专班的通知\n\n职务\t姓名\t备注\n组长\t丁一\t牵头\n副组长\t马平\n成员\t柳叶\n成员\t程浩\n"
    assert seats(text) == ["组长|丁一|", "副组长|马平|", "成员|柳叶|", "成员|程浩|"]


def test_units_lead_and_make_up_the_parts_of_a_command() -> None:
    text = """\
甲县防汛应急预案

一、组织体系
成立县防汛抗旱指挥部，总指挥由县长陆远担任，副总指挥由副县长江海担任。
指挥部下设4个工作组：
（一）综合协调组
牵头单位：县应急局
成员单位：县委办、县水利局、县气象局，
各乡镇人民政府
主要职责：负责综合协调。
（二）转移安置组：牵头单位：县民政局；成员单位：县财政局、县粮食局。职责：负责安置。
3.抢险组
组长：江海
成员单位：县消防救援大队、县人武部（民兵连）
4.宣传组
牵头单位：县委宣传部
责任单位：县融媒体中心
"""
    assert _of_bodies(text) == [
        "县防汛抗旱指挥部 总指挥 陆远 县长",
        "县防汛抗旱指挥部 副总指挥 江海 副县长",
        "综合协调组 牵头单位 @县应急局",
        "综合协调组 成员 @县委办",
        "综合协调组 成员 @县水利局",
        "综合协调组 成员 @县气象局",
        "综合协调组 成员 @各乡镇人民政府",
        "转移安置组 牵头单位 @县民政局",
        "转移安置组 成员 @县财政局",
        "转移安置组 成员 @县粮食局",
        "抢险组 组长 江海",
        "抢险组 成员 @县消防救援大队",
        "抢险组 成员 @县人武部（民兵连）",
    ]


def test_a_unit_in_charge_of_work_is_no_seat() -> None:
    text = """\
甲镇关于成立文明创建工作组的通知

一、宣传工作组
牵头单位：镇宣传办
责任单位：各村
完成时限：6月底
组长：王五

二、重点任务
牵头单位：镇党政办
成员单位按各自职责落实。
"""
    assert seats(text) == ["组长|王五|"]


def test_offices_with_names_of_their_own_are_bodies() -> None:
    text = """\
甲县教育局关于成立甲县招生委员会的通知

成立甲县招生委员会。主任由副县长林涛担任，成员由县公安局副局长徐进、县卫健局副局长高松及各中学校长组成。
委员会下设考务办公室、监察办公室。考务办公室设在县教育局考试中心，由方圆兼任主任，考试中心主任白杨任副主任。监察办公室设在县教育局纪检组，主任由纪检组组长罗兰担任，成员由纪检组全体人员组成。
"""
    assert _of_bodies(text) == [
        "甲县招生委员会 主任 林涛 副县长",
        "甲县招生委员会 成员 徐进 县公安局副局长",
        "甲县招生委员会 成员 高松 县卫健局副局长",
        "甲县招生委员会 成员 各中学校长",
        "考务办公室 主任 方圆",
        "考务办公室 副主任 白杨 考试中心主任",
        "监察办公室 主任 罗兰 纪检组组长",
        "监察办公室 成员 纪检组全体人员",
    ]
    offices = {row.group: (row.parent_group, row.office_in) for row in of_type(statements(text), Group)}
    assert offices["考务办公室"] == ("甲县招生委员会", "县教育局考试中心")
    assert offices["监察办公室"] == ("甲县招生委员会", "县教育局纪检组")


def test_a_body_with_one_office_has_its_director() -> None:
    text = """\
关于成立甲县招生委员会的通知

成立甲县招生委员会，主任由副县长林涛担任。
委员会下设办公室，办公室设在县教育局，主任由县教育局局长方圆兼任。局机关设立综合办公室和监察办公室。
"""
    assert _of_bodies(text) == ["甲县招生委员会 主任 林涛 副县长", "甲县招生委员会 办公室主任 方圆 县教育局局长"]


def test_a_body_is_adjusted_under_its_new_name() -> None:
    text = """\
白河县人民政府办公室关于县爱卫会更名及调整成员的通知

经研究，决定将县爱国卫生运动委员会更名为县健康促进委员会，并对成员作如下调整：

主  任：丁一  县委副书记、县长
成  员：柳叶  县卫健局局长
        县教育局、县民政局主要负责人
办公室由县爱卫中心调整到县卫健局，柳叶兼任办公室主任。
"""
    assert bodies(text) == ["县健康促进委员会||县卫健局|柳叶|更名|whole"]
    assert seats(text) == [
        "主任|丁一|县委副书记、县长",
        "成员|柳叶|县卫健局局长",
        "成员||县教育局主要负责人",
        "成员||县民政局主要负责人",
        "办公室主任|柳叶|",
    ]


def test_the_title_that_only_says_renamed_takes_the_new_name_from_the_text() -> None:
    text = """\
关于县道路安全联席会议更名及调整组成人员的函

经同意，将县道路安全联席会议更名为青河县道路安全委员会，并对部分组成人员予以调整：

（一）补充下列同志为副主任：
      吉克曲一  县政府办公室副主任
      罗 晓 光  县交通局局长
（二）补充下列同志为委员：县教育局副局长沙玛尔姑、县农业局局长杨文才、县公路局总工程师俄木史者。
（三）免去赵大同志副召集人、钱二同志成员职务。
"""
    assert bodies(text) == ["青河县道路安全委员会||||更名|patch"]
    assert seats(text) == [
        "+副主任|吉克曲一|县政府办公室副主任",
        "+副主任|罗晓光|县交通局局长",
        "+委员|沙玛尔姑|县教育局副局长",
        "+委员|杨文才|县农业局局长",
        "+委员|俄木史者|县公路局总工程师",
        "-副召集人|赵大|",
        "-成员|钱二|",
    ]


def test_a_body_that_is_only_renamed_keeps_its_roster() -> None:
    text = "关于县绿化委员会更名的通知\n\n将县绿化委员会更名为县国土绿化委员会，原组成人员不变。\n"
    assert seats(text) == []
    assert bodies(text) == ["县国土绿化委员会||||更名|whole"]


_CHANGING = "关于调整县防火指挥部成员的通知\n\n经研究，对县防火指挥部成员作如下调整：\n\n"


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param(
            "县财政局局长张三、县水利局局长李四、电站站长水兴旺同志为新增成员；毛遂同志不再担任成员。",
            ["+成员|张三|县财政局局长", "+成员|李四|县水利局局长", "+成员|水兴旺|电站站长", "-成员|毛遂|"],
            id="as new members",
        ),
        pytest.param(
            "一、增补下列同志为成员：\n县财政局局长  张三\n\n二、免去下列同志的成员职务：王五、\n赵六。",
            ["+成员|张三|县财政局局长", "-成员|王五|", "-成员|赵六|"],
            id="headings that say what the list does",
        ),
        pytest.param(
            "免去县林业局局长沈国富、县水利局副局长王明同志成员职务。",
            ["-成员|沈国富|县林业局局长", "-成员|王明|县水利局副局长"],
            id="one role for all",
        ),
        pytest.param("请各单位新增成员：按时到会，不得缺席。", [], id="nobody"),
    ],
)
def test_changes_in_sentences_and_below_headings(lines: str, rows: list[str]) -> None:
    assert seats(_CHANGING + lines + "\n") == rows


def test_departments_before_names_and_crowds_behind_them() -> None:
    text = """\
白河县中医院火灾应急预案

2.1 医院消防安全领导小组
组长：海生（院长）
成员：后勤科 谷雨、保卫科 石坚、各科室主任
2.1.1 灭火组
组长：石坚
组员：保卫科张弓、后勤科王水、全体保安
2.1.2 专家组
组长：谷雨
组员：石坚、烧伤科主任叶青、影像科主任贺新
2.1.3 疏散组
组长：石坚
组员：张玉 内科全体护士 外科全体护士
"""
    assert _of_bodies(text) == [
        "医院消防安全领导小组 组长 海生 院长",
        "医院消防安全领导小组 成员 谷雨 后勤科",
        "医院消防安全领导小组 成员 石坚 保卫科",
        "医院消防安全领导小组 成员 各科室主任",
        "灭火组 组长 石坚",
        "灭火组 组员 张弓 保卫科",
        "灭火组 组员 王水 后勤科",
        "灭火组 组员 全体保安",
        "专家组 组长 谷雨",
        "专家组 组员 石坚",
        "专家组 组员 叶青 烧伤科主任",
        "专家组 组员 贺新 影像科主任",
        "疏散组 组长 石坚",
        "疏散组 组员 张玉",
        "疏散组 组员 内科全体护士",
        "疏散组 组员 外科全体护士",
    ]


def test_experts_of_whom_nobody_is_named_are_no_part() -> None:
    text = """\
白河县火灾应急预案

一、组织机构
成立县火灾指挥部，指挥部组成人员如下：
总指挥：丁一
（一）专家组
负责提供咨询，由专业人员组成。
"""
    assert _of_bodies(text) == ["县火灾指挥部 总指挥 丁一"]


def test_everyday_words_are_names_behind_a_post_and_two_surnames_are_one() -> None:
    text = """\
关于成立青河县防汛专班的通知

决定成立青河县防汛专班，由副县长丁一任组长，县水利局局长要强、县应急局局长马平任副组长，县财政局副局长巴图、县住建局总工程师卓玛和各乡镇乡镇长为成员。办公室设在县水利局，由要强兼任办公室主任，县水利局副局长山水、县应急局副局长李雷任副主任。
"""
    assert seats(text) == [
        "组长|丁一|副县长",
        "副组长|要强|县水利局局长",
        "副组长|马平|县应急局局长",
        "成员|巴图|县财政局副局长",
        "成员|卓玛|县住建局总工程师",
        "成员||各乡镇乡镇长",
        "办公室主任|要强|",
        "办公室副主任|山水|县水利局副局长",
        "办公室副主任|李雷|县应急局副局长",
    ]


def test_a_line_of_four_letters_before_a_post_is_a_person_and_a_wrapped_post_is_no_label() -> None:
    text = """\
关于成立青河县防火指挥部的通知

组成人员如下：
指挥长：普阿黑  县长
副指挥长：马平  县政府党组成员、
副主任
   李张子涵  县应急局局长
成员：王二小  县发展和改革委员会党组成员、
副主任
   汪洋  县林业局局长
   各镇镇长、涉林街道办事处主任
办公室设在县林业局，办公室主任由汪洋兼任。
"""
    assert seats(text) == [
        "指挥长|普阿黑|县长",
        "副指挥长|马平|县政府党组成员、副主任",
        "副指挥长|李张子涵|县应急局局长",
        "成员|王二小|县发展和改革委员会党组成员、副主任",
        "成员|汪洋|县林业局局长",
        "成员||各镇镇长",
        "成员||涉林街道办事处主任",
        "办公室主任|汪洋|",
    ]


def test_a_label_alone_below_a_whole_title_opens_a_list() -> None:
    text = "关于成立县绿化委员会的通知\n\n主任：丁一  县长\n副主任\n马平  副县长\n汪洋  县林业局局长\n"
    assert seats(text) == ["主任|丁一|县长", "副主任|马平|副县长", "副主任|汪洋|县林业局局长"]


def test_several_offices_in_one_sentence_each_have_their_director() -> None:
    text = """\
关于成立天池集团改革领导小组的通知

集团公司决定成立改革领导小组，组长由董事长岳飞担任，成员由副总经理张宪以及各子公司负责人组成。
领导小组下设综合办公室、资产处置办公室和人员安置办公室，综合办公室设在集团办公室，主任由杨再兴担任；资产处置办公室设在财务部，由牛皋兼任主任；人员安置办公室设在人力资源部，由人力资源部部长岳云兼任主任、副部长张用任副主任。办公室成员另行确定。
"""
    assert _of_bodies(text) == [
        "改革领导小组 组长 岳飞 董事长",
        "改革领导小组 成员 张宪 副总经理",
        "改革领导小组 成员 各子公司负责人",
        "综合办公室 主任 杨再兴",
        "资产处置办公室 主任 牛皋",
        "人员安置办公室 主任 岳云 人力资源部部长",
        "人员安置办公室 副主任 张用 副部长",
    ]


def test_a_list_headed_by_the_body_itself_with_parts_of_units() -> None:
    text = """\
盐池县道路交通安全应急指挥部组成

指挥长：林则徐  县委常委、副县长
成员单位：县公安局、县气象局，
          县融媒体中心，各乡镇人民政府
指挥部下设三个组：
1.现场处置组：牵头单位：县公安局；成员单位：县消防大队、事发地乡镇。
2.医疗救护组
牵头单位：县卫健局
成员单位：县人民医院
          县中医院
3.善后工作组（组长：关天培  成员：县民政局、县人社局）
4.后勤组（3人） 组长：邓廷桢  组员：王锡朋、郑国鸿
5.综合组
组长：林则徐
牵头单位：县政府办公室
责任单位：县文旅局
"""
    body = "盐池县道路交通安全应急指挥部"
    assert _of_bodies(text) == [
        f"{body} 指挥长 林则徐 县委常委、副县长",
        f"{body} 成员 @县公安局",
        f"{body} 成员 @县气象局",
        f"{body} 成员 @县融媒体中心",
        f"{body} 成员 @各乡镇人民政府",
        "现场处置组 牵头单位 @县公安局",
        "现场处置组 成员 @县消防大队",
        "现场处置组 成员 @事发地乡镇",
        "医疗救护组 牵头单位 @县卫健局",
        "医疗救护组 成员 @县人民医院",
        "医疗救护组 成员 @县中医院",
        "善后工作组 组长 关天培",
        "善后工作组 成员 @县民政局",
        "善后工作组 成员 @县人社局",
        "后勤组 组长 邓廷桢",
        "后勤组 组员 王锡朋",
        "后勤组 组员 郑国鸿",
        "综合组 组长 林则徐",
        "综合组 牵头单位 @县政府办公室",
    ]


def test_a_title_on_several_bodies_of_which_it_names_none_founds_none() -> None:
    text = """\
青杨区人民政府办公室关于调整区安委会等部分议事协调机构成员的通知

一、区安全生产委员会
杜若同志接替陈墨同志任主任。
"""
    assert bodies(text) == ["区安全生产委员会||||调整|patch"]
    assert seats(text) == ["+主任|杜若|<陈墨"]


def test_an_office_in_a_post_makes_nobody_one_of_its_members() -> None:
    text = """\
关于成立县经济普查领导小组的通知

县政府决定成立县第五次经济普查领导小组，组长由常务副县长关羽担任，副组长由县政府办公室副主任张飞、县统计局局长赵云担任，成员由县委宣传部副部长黄忠、县财政局副局长魏延，以及各乡镇乡镇长组成。领导小组办公室设在县统计局，赵云兼任办公室主任，副主任由县统计局总统计师姜维、县发改局副局长关平兼任。
"""
    assert bodies(text) == ["县第五次经济普查领导小组||县统计局|赵云|成立|whole"]
    assert seats(text) == [
        "组长|关羽|常务副县长",
        "副组长|张飞|县政府办公室副主任",
        "副组长|赵云|县统计局局长",
        "成员|黄忠|县委宣传部副部长",
        "成员|魏延|县财政局副局长",
        "成员||各乡镇乡镇长",
        "办公室主任|赵云|",
        "办公室副主任|姜维|县统计局总统计师",
        "办公室副主任|关平|县发改局副局长",
    ]


def test_a_body_broken_off_goes_on_below_its_first_letter_and_a_telephone_is_nobody() -> None:
    text = """\
关于调整县残疾人工作委员会组成人员的通知

县残疾人工作委员会组成人员调整如下：
主  任：关 羽   副县长
委  员：马 超   县委组织部副部长、县委老
                 干部局局长
        黄 忠   县委宣传部副部长
联络员：张 飞  值班电话：8222×××
"""
    assert seats(text) == [
        "主任|关羽|副县长",
        "委员|马超|县委组织部副部长、县委老干部局局长",
        "委员|黄忠|县委宣传部副部长",
        "联络员|张飞|",
    ]


def test_labels_below_the_seat_of_an_office_are_those_of_the_office() -> None:
    text = """\
关于调整集团公司“安康杯”竞赛组委会成员的通知

现对组委会成员进行调整。调整后成员名单：

主  任：党委书记、董事长  萧峰
副主任：工会主席  虚竹
委  员：工会副主席  乔一帆
       各分公司工会主席

组委会下设办公室，办公室设在集团工会。
主  任：虚竹（兼）
副主任：乔一帆  木婉清
成  员：工会全体工作人员
"""
    assert seats(text) == [
        "主任|萧峰|党委书记、董事长",
        "副主任|虚竹|工会主席",
        "委员|乔一帆|工会副主席",
        "委员||各分公司工会主席",
        "办公室主任|虚竹|",
        "办公室副主任|乔一帆|",
        "办公室副主任|木婉清|",
        "办公室成员||工会全体工作人员",
    ]


def test_labels_below_the_seat_of_an_office_without_a_roster_above_are_those_of_the_body() -> None:
    text = """\
关于成立县双拥工作委员会的通知

县双拥工作委员会办公室设在县退役军人局。
主  任：萧峰  县长
副主任：段誉  副县长
"""
    assert seats(text) == ["主任|萧峰|县长", "副主任|段誉|副县长"]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("白志强 其其格玛 信息科 张伟 病案室 孙丽", ["白志强|", "其其格玛|", "张伟|信息科", "孙丽|病案室"]),
        ("信息科 张伟 病案室 孙丽", ["张伟|信息科", "孙丽|病案室"]),
        ("张伟 信息科 孙丽 病案室", ["张伟|信息科", "孙丽|病案室"]),
        ("药剂科全体药师、各科室主任", ["|药剂科全体药师", "|各科室主任"]),
    ],
)
def test_departments_beside_names_in_columns(line: str, rows: list[str]) -> None:
    text = f"关于成立病案管理委员会的通知\n\n成立病案管理委员会，名单如下：\n委员：{line}\n"
    assert seats(text) == [f"委员|{row}" for row in rows]


def test_staff_that_grows_is_no_office_that_moves() -> None:
    text = "关于成立县防火指挥部的通知\n\n成立县防火指挥部，指挥长：丁一县长。\n指挥部办公室工作人员由5人调整至8人。\n"
    assert [body.split("|")[2] for body in bodies(text)] == [""]
