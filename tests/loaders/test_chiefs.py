"""Chiefs of rivers, lakes, woods, fields and roads: who is chief of which, in tables, lines and sentences."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Membership, Portfolio, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text
from tests.loaders.statement_rows import of_bodies, seats


def _seats(text: str) -> list[str]:
    return seats(text)


def test_a_column_a_level_and_a_title_in_brackets() -> None:
    text = (
        "甲县三级河长名单\n河流\t县级河长\t镇级河长\t村级河长\n"
        "清水河\t丁一（副县长）\t沈渡（乙镇镇长）\t吴用（丙村党支部书记）\n漳溪河\t卢石（县委常委）\t待定\t\n"
    )
    assert _seats(text) == [
        "清水河县级河长|丁一|副县长",
        "清水河镇级河长|沈渡|乙镇镇长",
        "清水河村级河长|吴用|丙村党支部书记",
        "漳溪河县级河长|卢石|县委常委",
    ]


def test_a_second_head_row_parts_names_and_posts() -> None:
    text = (
        "甲县河湖长名单\n河湖名称\t县级河湖长\t\t镇级河湖长\t\t联系单位\n\t姓名\t职务\t姓名\t职务\t\n"
        "清水河\t丁一\t副县长\t沈渡\t乙镇镇长\t县水利局、县林业局\n"
    )
    assert _seats(text) == [
        "清水河县级河湖长|丁一|副县长",
        "清水河镇级河湖长|沈渡|乙镇镇长",
        "清水河联系单位||@县水利局",
        "清水河联系单位||@县林业局",
    ]


def test_merged_rivers_and_their_reaches() -> None:
    text = (
        "甲县河长名单\n| 河流 | 河段 | 河长 | 职务 | 联系电话 |\n| 清水河 | 上段 | 丁一 | 副县长 | 0990-1234567 |\n"
        "|  | 下段 | 沈渡 | 县委常委 | 0990-1234568 |\n| 漳溪河 | 全段 | 吴用 | 副县长 |  |\n"
    )
    assert _seats(text) == ["清水河上段河长|丁一|副县长", "清水河下段河长|沈渡|县委常委", "漳溪河河长|吴用|副县长"]


def test_a_chief_of_all_in_the_table_has_no_river() -> None:
    text = "甲县公路路长名单\n路段\t总路长\t路长\t职务\n国道210线\t丁一\t沈渡\t副县长\n省道101线\t\t卢石\t县交通运输局局长\n"
    assert _seats(text) == ["总路长|丁一|", "国道210线路长|沈渡|副县长", "省道101线路长|卢石|县交通运输局局长"]


def test_chiefs_of_all_in_the_town_of_their_row() -> None:
    text = (
        "甲旗林长名单\n苏木镇\t苏木镇级第一林长\t职务\t苏木镇级林长\t职务\n"
        "乙苏木\t丁一\t苏木党委书记\t沈渡\t苏木达\n丙镇\t卢石\t镇党委书记\t待定\t\n"
    )
    assert _seats(text) == [
        "乙苏木苏木镇级第一林长|丁一|苏木党委书记",
        "乙苏木苏木镇级林长|沈渡|苏木达",
        "丙镇苏木镇级第一林长|卢石|镇党委书记",
    ]


def test_the_name_of_a_route_and_no_number_is_the_place() -> None:
    text = "甲县公路路长名单\n路线编号|路线名称|县级路长|职务|乡级路长|职务\nX201|甲镇至乙镇|丁 一鸣|副县长|沈渡|乙镇镇长\n"
    assert _seats(text) == ["甲镇至乙镇县级路长|丁一鸣|副县长", "甲镇至乙镇乡级路长|沈渡|乙镇镇长"]


def test_rivers_and_villages_under_the_role() -> None:
    text = """\
甲县河长办关于调整县级河湖长的通知
各乡镇：
总河湖长：丁一 县委书记
          沈渡 县长
县级河长：
1.清水河：卢石 副县长
2.漳溪河：马成 县委常委、宣传部部长
县级湖长：
东湖：周全 县政协副主席
注：以上人员职务变动的，由继任者接任。
"""
    assert _seats(text) == [
        "总河湖长|丁一|县委书记",
        "总河湖长|沈渡|县长",
        "清水河县级河长|卢石|副县长",
        "漳溪河县级河长|马成|县委常委、宣传部部长",
        "东湖县级湖长|周全|县政协副主席",
    ]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("县级设总林长，由县委书记丁一、县长沈渡担任。", ["总林长|丁一|县委书记", "总林长|沈渡|县长"]),
        ("县级总河长由县长丁一兼任，副总河长由副县长沈渡担任。", ["县级总河长|丁一|县长", "副总河长|沈渡|副县长"]),
        ("清水河县级河长由副县长丁一担任。", ["清水河县级河长|丁一|副县长"]),
        ("各级河长由同级党政主要负责人担任。", []),
        ("河长负责组织领导相应河湖的管理和保护工作。", []),
        ("清水河河长由县水利局提名，报县委审定。", []),
    ],
)
def test_chiefs_in_running_text(sentence: str, rows: list[str]) -> None:
    assert _seats(f"甲县全面推行林长制实施方案\n各乡镇：\n{sentence}\n") == rows


def test_a_chief_is_no_appointment_and_no_charge() -> None:
    text = "甲县全面推行河长制工作方案\n各乡镇：\n清水河县级河长由副县长丁一担任。漳溪河县级河长由副县长沈渡担任。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert {row.group for row in of_type(rows, Membership)} == {"甲县全面推行河长制"}
    assert not of_type(rows, Appointment)
    assert not of_type(rows, Portfolio)


@pytest.mark.parametrize(
    "text",
    [
        "甲县河道管护任务表\n河流名称\t长度（公里）\t责任单位\n清水河\t12\t县水利局\n",
        "甲县河长制考核表\n河长\t得分\n丁一\t98\n",
        "甲县林长名单\n镇\t镇级林长\t村\t村级林长\n乙镇\t丁一\t丙村\t沈渡\n",  # whose place is which column's
        "甲县河长巡河情况表\n乡镇\t河长\t巡河次数\n乙镇\t12\t30\n",
        "甲县河长制工作要点\n县级河长：\n清水河：全长12公里，由县水利局负责。\n",
    ],
)
def test_what_lists_no_chief_gives_none(text: str) -> None:
    assert _seats(text) == []


def _of_bodies(text: str) -> list[str]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [f"{row.group}|{row.role}|{row.person}|{row.title}" for row in of_type(rows, Membership)]


def test_each_list_of_a_place_is_a_body_of_its_own() -> None:
    text = """\
甲县林长制办公室关于公布河湖长、林长名单的公告
一、甲县县级河长名单
总河长：丁一 县委书记
二、甲县县级林长名单
总林长：沈渡 县长
三、甲县河湖警长名单
总警长：马成（县公安局局长）
河湖警长：卢石（乙镇派出所所长）
四、乙镇
（一）乙镇河长名单
总河长：周全（镇党委书记）
河段名称\t镇级河长\t职务\t村级河长\t职务
清水河乙镇段\t吴用\t镇长\t崔宝根\t丙村党支部书记
（二）乙镇林长名单
林长：周全（镇党委书记）
护林员：余得水、胡长林
"""
    assert _of_bodies(text) == [
        "甲县县级河长|总河长|丁一|县委书记",
        "甲县县级林长|总林长|沈渡|县长",
        "甲县河湖警长|总警长|马成|县公安局局长",
        "甲县河湖警长|河湖警长|卢石|乙镇派出所所长",
        "乙镇河长|总河长|周全|镇党委书记",
        "乙镇河长|清水河乙镇段镇级河长|吴用|镇长",
        "乙镇河长|清水河乙镇段村级河长|崔宝根|丙村党支部书记",
        "乙镇林长|林长|周全|镇党委书记",
        "乙镇林长|护林员|余得水|",
        "乙镇林长|护林员|胡长林|",
    ]


def test_some_of_the_rivers_of_a_place_have_chiefs_in_its_list() -> None:
    text = "甲区河长制办公室\n关于公布部分河流河长调整名单的通知\n\n各镇：\n\n一、甲区部分河流河长名单\n总河长：丁一 区委书记\n"
    assert _of_bodies(text) == ["甲区部分河流河长|总河长|丁一|区委书记"]


@pytest.mark.parametrize("heading", ["一、县级河长名单", "一、各乡镇河长名单", "一、清水河镇级河长名单"])
def test_a_list_that_names_no_place_is_one_of_the_body_of_the_paper(heading: str) -> None:
    text = f"甲县全面推行河长制工作方案\n各乡镇：\n{heading}\n总河长：丁一 县委书记\n"
    assert _of_bodies(text) == ["甲县全面推行河长制|总河长|丁一|县委书记"]


def test_the_name_of_a_list_of_chiefs_without_a_list_below_it_opens_nothing() -> None:
    text = "甲县全面推行河长制工作方案\n各乡镇：\n一、乙镇河长名单\n由乙镇公布。\n总河长：丁一 县委书记\n"
    assert _of_bodies(text) == ["甲县全面推行河长制|总河长|丁一|县委书记"]


def test_a_table_of_chiefs_may_have_gaps_for_columns() -> None:
    text = (
        "甲县河长制办公室关于公布河长名单的公告\n（一）乙镇河长名单\n总河长：周全（镇党委书记）\n\n"
        "河段名称    镇级河长    职务    村级河长    职务\n清水河上段    吴  用    镇长    崔宝根    丙村党支部书记\n"
        "清水河下段    马成    副镇长    卢石    丁村党支部书记\n"
    )
    assert _seats(text) == [
        "总河长|周全|镇党委书记",
        "清水河上段镇级河长|吴用|镇长",
        "清水河上段村级河长|崔宝根|丙村党支部书记",
        "清水河下段镇级河长|马成|副镇长",
        "清水河下段村级河长|卢石|丁村党支部书记",
    ]


@pytest.mark.parametrize(
    ("title", "over", "body"),
    [
        ("青石县全面推行河长制办公室公告", "青石县县乡河长名单", "青石县县乡河长"),
        ("青石县全面推行河湖长制工作领导小组办公室公告", "附件：青石县河湖长信息表", "青石县河湖长"),
        ("青石县全面推行河长制工作领导小组关于公布县级河长名单的公告", "附件", "青石县全面推行河长制工作领导小组"),
        ("青石县河长制工作领导小组办公室公告", "附件：青石县河湖长信息表", "青石县河长制"),
        ("青石县水利局公告", "青石县县级河长名单（2031年）", "青石县县级河长"),
        ("关于全面推行青石县河长制的公告", "青石县河长名单", "青石县河长制"),
        ("关于进一步完善石溪河长制的公告", "河长一览", "石溪河长制"),
    ],
)
def test_the_name_of_a_list_of_chiefs_begins_where_a_word_does(title: str, over: str, body: str) -> None:
    text = (
        f"{title}\n\n根据人事变动，现将名单公告如下。\n\n{over}\n河流\t县级河长\t职务\t乡级河长\t职务\n"
        "石溪\t方圆\t副县长\t石磊\t青石镇镇长\n\t\t\t夏冰\t白石镇镇长\n"
    )
    assert of_bodies(text) == [
        f"{body} 石溪县级河长 方圆 副县长",
        f"{body} 石溪乡级河长 石磊 青石镇镇长",
        f"{body} 石溪乡级河长 夏冰 白石镇镇长",
    ]


def test_grids_and_quarters_have_chiefs_under_heads_of_their_own() -> None:
    grids = "丙社区网格长名单\n序号\t责任网格\t网格长姓名\t职务\t户数\n1\t第一网格\t丁一\t社区书记\t410\n2\t第二网格\t沈渡\t社区主任\t398\n"
    assert of_bodies(grids) == [
        "丙社区网格长 第一网格网格长 丁一 社区书记",
        "丙社区网格长 第二网格网格长 沈渡 社区主任",
    ]
    quarters = "丙镇片长一览表\n片区名称\t片长\t职务\n东片\t丁一\t镇党委委员\n西片\t沈渡\t副镇长\n"
    assert of_bodies(quarters) == ["丙镇片长 东片片长 丁一 镇党委委员", "丙镇片长 西片片长 沈渡 副镇长"]
    assert of_bodies("丙社区楼长网格长公示\n网格\t网格长\n第一网格\t丁一\n") == ["丙社区楼长网格长 第一网格网格长 丁一"]


def test_a_village_beside_a_chief_of_a_grid_is_not_his_place() -> None:
    assert _seats("丙镇网格长名单\n村\t网格长\t职务\n乙村\t丁一\t村委委员\n") == []
    assert _seats("丙社区网格长考核结果公示\n网格名称\t网格长\t得分\n第一网格\t丁一\t98\n") == []
