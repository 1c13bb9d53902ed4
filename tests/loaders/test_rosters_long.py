"""Rosters of whole gazettes and long plans: wrapped in narrow columns, with parts on the spot, office holders of all peoples."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from loaders.gazette import groups, offices
from loaders.gazette.persons import read_mentions
from loaders.gazette.rosters_rows import without_bars
from loaders.readers.text import read_text
from tests.loaders.statement_rows import seats, statements


def _of_bodies(text: str) -> list[str]:
    return [
        " ".join(word for word in (row.group, row.role, row.person or row.org, row.title) if word)
        for row in of_type(statements(text), Membership)
    ]


def _mentions(words: str) -> list[str]:
    paper = read_text(words.encode(), "x.txt")
    return [f"{one.person}|{one.title or one.org}" for one in read_mentions(paper.passage(0, len(words)))]


_NOTICE = "甲县人民政府办公室关于成立甲县攻坚工作领导小组的通知\n\n各乡镇：\n\n决定成立甲县攻坚工作领导小组：\n\n"


def test_parts_named_below_a_roster_take_none_of_its_members() -> None:
    text = """\
甲县人民政府办公室关于成立和调整县民工工作领导小组等二个议事协调机构的通知

各乡镇：

决定成立和调整县民工工作领导小组等二个议事协调机构。

附件1

县民工工作领导小组组成人员名单

组长：丁一　县长

附件2

县供热保障指挥部组成人员名单

总指挥：沈渡　副县长
成员：卢石　县商务局局长
　　　马成　县应急管理局局长

指挥部下设综合组、抢修组：

（一）综合组　组长：卢石　成员单位：县财政局、县融媒体中心
（二）抢修组　组长：马成　成员单位：县消防救援大队、县自来水公司

附件3

县营商环境工作协调小组
成员单位名单

组长：丁一（县长）
"""
    assert _of_bodies(text) == [
        "县民工工作领导小组 组长 丁一 县长",
        "县供热保障指挥部 总指挥 沈渡 副县长",
        "县供热保障指挥部 成员 卢石 县商务局局长",
        "县供热保障指挥部 成员 马成 县应急管理局局长",
        "综合组 组长 卢石",
        "综合组 成员 县财政局",
        "综合组 成员 县融媒体中心",
        "抢修组 组长 马成",
        "抢修组 成员 县消防救援大队",
        "抢修组 成员 县自来水公司",
        "县营商环境工作协调小组 组长 丁一 县长",
    ]
    parents = {row.group: row.parent_group for row in of_type(statements(text), Group)}
    assert parents == {
        "县民工工作领导小组": "",
        "县供热保障指挥部": "",
        "综合组": "县供热保障指挥部",
        "抢修组": "县供热保障指挥部",
        "县营商环境工作协调小组": "",
    }


def test_a_command_post_on_the_spot_is_a_part_where_its_chief_is_named() -> None:
    text = """\
甲县燃气事故应急预案

2 组织体系

2.1 指挥部组成

成立县燃气事故应急指挥部：

总指挥：丁一　县长

2.2 现场指挥部

发生事故时设立现场指挥部，指挥长由沈渡担任，副指挥长由卢石担任。
"""
    assert _of_bodies(text) == [
        "县燃气事故应急指挥部 总指挥 丁一 县长",
        "现场指挥部 指挥长 沈渡",
        "现场指挥部 副指挥长 卢石",
    ]
    by_function = text.replace("由沈渡担任，副指挥长由卢石担任", "由到达现场的最高领导担任")
    assert _of_bodies(by_function) == ["县燃气事故应急指挥部 总指挥 丁一 县长"]


def test_a_part_called_after_rectification_is_no_reform() -> None:
    text = "甲县关于成立甲县攻坚工作专班的通知\n\n成立甲县攻坚工作专班，下设三个组：\n\n（一）问题整改组\n组  长 丁 一\n副组长 沈渡 卢石\n"
    assert _of_bodies(text) == ["问题整改组 组长 丁一", "问题整改组 副组长 沈渡", "问题整改组 副组长 卢石"]
    heading = read_text("（一）企业改组\n".encode(), "x.txt")
    assert groups.from_heading(heading.passage(0, 7)) is None


def test_who_leads_a_part_may_be_called_so() -> None:
    text = _NOTICE + "组长：丁一　县长\n\n下设两个专班：\n\n一、基础专班\n牵头人：沈渡\n成员单位：县水利局、县林业局\n"
    assert _of_bodies(text)[1:] == ["基础专班 牵头人 沈渡", "基础专班 成员 县水利局", "基础专班 成员 县林业局"]
    task = _NOTICE + "组长：丁一　县长\n\n二、重点任务\n（一）修建水渠\n牵头人：沈渡\n"
    assert _of_bodies(task) == ["甲县攻坚工作领导小组 组长 丁一 县长"]


def test_posts_before_names_wrap_at_the_edge_of_the_column() -> None:
    text = (
        _NOTICE
        + "组 长：县长 丁一\n成 员：县财政局局长 沈渡\n 市自然资源和规划局甲县分局副局\n长 马 成\n 街道办事处主任 卢石\n"
        " 甲县城市建设投资有限公司董事长\n 毕 升 平\n 县供电公司副总经理 周全\n"
    )
    assert seats(text)[1:] == [
        "成员|沈渡|县财政局局长",
        "成员|马成|市自然资源和规划局甲县分局副局长",
        "成员|卢石|街道办事处主任",
        "成员|毕升平|甲县城市建设投资有限公司董事长",
        "成员|周全|县供电公司副总经理",
    ]


def test_a_post_below_a_name_is_his_and_no_beginning_of_the_next() -> None:
    text = (
        _NOTICE
        + "组 长：丁一 县长\n成 员：沈渡 县财政局局长、\n        甲县城市建设投资有限公司董事长\n        马成 县水利局局长\n"
    )
    assert seats(text)[1:] == ["成员|沈渡|县财政局局长、甲县城市建设投资有限公司董事长", "成员|马成|县水利局局长"]


def test_units_broken_off_go_on_to_the_stop_before_a_sentence() -> None:
    text = (
        "甲县关于调整专业委员会的通知\n\n各乡镇：\n\n1.消防安全专业委员会\n主任：丁一；副主任：沈渡；成员单位：县住建局、县民政\n"
        "局、县商务局、各街道。办公室设在县消防救援大队，沈渡兼\n任办公室主任。\n"
    )
    assert _of_bodies(text) == [
        "消防安全专业委员会 主任 丁一",
        "消防安全专业委员会 副主任 沈渡",
        "消防安全专业委员会 成员 县住建局",
        "消防安全专业委员会 成员 县民政局",
        "消防安全专业委员会 成员 县商务局",
        "消防安全专业委员会 成员 各街道",
        "消防安全专业委员会 办公室主任 沈渡",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("沈渡，县文旅局局长；努尔兰，县政府办公室副主任", ["沈渡|县文旅局局长", "努尔兰|县政府办公室副主任"]),
        ("沈渡，县文旅局局长；尤里瓦斯，县消防大队大队长", ["沈渡|县文旅局局长", "尤里瓦斯|县消防大队大队长"]),
        # No name has a surname, so nothing says that these are persons.
        (
            "努尔兰，县文旅局局长；塔拉甫，县政府办公室副主任",
            ["|努尔兰", "|县文旅局局长", "|塔拉甫", "|县政府办公室副主任"],
        ),
        # Units with whom they send.
        ("沈渡，县长；县水利局，分管负责人", ["沈渡|县长", "|县水利局", "|分管负责人"]),
    ],
)
def test_marks_say_what_is_a_name(words: str, found: list[str]) -> None:
    assert _mentions(words) == found


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "办公室设在县消防大队，由县消防大队大队长尤里瓦斯任办公室主任，办公室成员为：于洋、库尔班江、祖丽亚。",
            ["办公室主任|尤里瓦斯|县消防大队大队长", "办公室成员|于洋|", "办公室成员|库尔班江|", "办公室成员|祖丽亚|"],
        ),
        ("办公室主任由县发展改革委主任穆合塔尔担任。", ["办公室主任|穆合塔尔|县发展改革委主任"]),
        ("办公室主任由县水利局局长统筹负责担任。", []),
        ("领导小组下设办公室，设在县水利局，沈渡兼任主任，马成任副主任。", ["办公室主任|沈渡|", "办公室副主任|马成|"]),
        ("办公室设在县水利局，主任由沈渡兼任，联络员马成。", ["联络员|马成|", "办公室主任|沈渡|"]),
        ("办公室设在县水利局，主任由沈渡兼任，联络员会议每月召开。", ["办公室主任|沈渡|"]),
        (
            "办公室设在县水利局，主任由沈渡兼任办公室成员由县水利局盛 夏、县财政局水 清、县民政局苗 圃组成。",
            ["办公室主任|沈渡|", "办公室成员|盛夏|县水利局", "办公室成员|水清|县财政局", "办公室成员|苗圃|县民政局"],
        ),
    ],
)
def test_who_sits_in_the_office(sentence: str, rows: list[str]) -> None:
    assert seats(f"{_NOTICE}组长：丁一　县长\n\n{sentence}\n")[1:] == rows


def test_a_blank_before_the_director_ends_the_place_of_the_office() -> None:
    text = f"{_NOTICE}组长：丁一　县长\n\n领导小组办公室设在县应急管理局 康 宁兼任办公室主任。\n"
    assert [row.office_in for row in of_type(statements(text), Group)] == ["县应急管理局"]


def test_rows_of_words_beside_posts() -> None:
    text = (
        _NOTICE
        + "组长：丁一\t县长\n组员：沈渡\t党政办主任\n和风\t丙村党支部书记\n倪端方\t丁村粮站负责人\n马成\t财政所所长\n"
    )
    assert seats(text)[1:] == [
        "组员|沈渡|党政办主任",
        "组员|和风|丙村党支部书记",
        "组员|倪端方|丁村粮站负责人",
        "组员|马成|财政所所长",
    ]


def test_bodies_of_all_sorts_are_members() -> None:
    text = _NOTICE + "组长：丁一　县长\n成员单位：甲军分区、县民族歌舞团、县史志研究室、县水利局\n"
    assert seats(text)[1:] == ["成员||@甲军分区", "成员||@县民族歌舞团", "成员||@县史志研究室", "成员||@县水利局"]


def test_the_place_of_the_paper_is_nobody() -> None:
    head = "怀澧县人民政府关于成立怀澧县监督小组的通知\n\n成立怀澧县监督小组：\n\n"
    text = head + "组长：丁一　县长\n成员：邹　鲁　县人大代表、怀澧县环境监测站高级工程师\n"
    assert seats(text)[1:] == ["成员|邹鲁|县人大代表、怀澧县环境监测站高级工程师"]
    assert _mentions("杜娟县长")[0] == "杜娟|县长"
    assert _mentions("杜娟县委书记、杜娟县长")[0].startswith("杜娟|")


@pytest.mark.parametrize("mark", ["\t", "    ", " | "])
def test_a_list_headed_by_its_committee_needs_no_colon(mark: str) -> None:
    rows = [("主任", "丁一", "县长"), ("副主任", "沈渡", "副县长"), ("委员", "努尔兰", "县政府办公室主任")]
    printed = "\n".join(f"| {mark.join(row)} |" if "|" in mark else mark.join(row) for row in rows)
    text = f"{_NOTICE}组长：马成　县委书记\n\n附件2\n\n甲县消防安全委员会组成人员名单\n\n{printed}\n"
    assert _of_bodies(text)[1:] == [
        "甲县消防安全委员会 主任 丁一 县长",
        "甲县消防安全委员会 副主任 沈渡 副县长",
        "甲县消防安全委员会 委员 努尔兰 县政府办公室主任",
    ]


def test_what_opens_a_paper_may_run_over_its_pages() -> None:
    pages = "成员：卢石　县财政局局长\n\n- 1 -\n索引号：甲123　主题分类：应急\n　　　马成　县水利局局长\n"
    text = f"索引号：甲123　主题分类：应急\n\n{_NOTICE}组长：丁一　县长\n{pages}"
    assert seats(text) == ["组长|丁一|县长", "成员|卢石|县财政局局长", "成员|马成|县水利局局长"]


def test_labels_may_stand_in_the_first_cell_of_a_row_between_bars() -> None:
    text = _NOTICE + "| 组长：胡桑 | 镇党委副书记、政法委员 |\n| 组员：沈渡 | 党政办主任 |\n| 马成 | 财政所所长 |\n"
    assert seats(text) == ["组长|胡桑|镇党委副书记、政法委员", "组员|沈渡|党政办主任", "组员|马成|财政所所长"]
    paper = read_text("| 职务 | 姓名 |\n".encode(), "x.txt")
    line = paper.passage(0, 11)
    assert without_bars(line) is line


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("博克塔古城遗址管理所所长联席会议办公室设在县文旅局", "联席会议"),
        ("县防汛抗旱指挥部办公室设在县水利局", "县防汛抗旱指挥部"),
        ("甲县全面推行总河长联席会议办公室设在县水利局", "甲县全面推行总河长联席会议"),
    ],
)
def test_the_last_post_of_a_roster_is_no_part_of_the_name_of_the_body(words: str, body: str) -> None:
    paper = read_text(words.encode(), "x.txt")
    assert [one.of for one in offices.places(paper.passage(0, len(words)))] == [body]


def test_a_name_on_two_lines_may_have_an_empty_one_between_where_all_have() -> None:
    lines = [
        *_NOTICE.split("\n"),
        "组长：丁一　县长",
        "附件",
        "县营商环境建设",
        "领导小组组成人员名单",
        "组长：沈渡　副县长",
    ]
    lines += [
        "成员：卢石　县财政局局长",
        "马成　县水利局局长",
        "周全　县司法局局长",
        "吴用　县教育局局长",
        "邹鲁　县审计局局长",
    ]
    filled = [line for line in lines if line]
    loose = "".join(f"{line}\n\n" for line in filled)
    assert _of_bodies(loose)[1] == "县营商环境建设领导小组 组长 沈渡 副县长"
