"""Tables whose cells stand one a line: laid out by what each column holds, and left alone where nothing fits."""

from __future__ import annotations

import pytest

from graph.statements import StandIn, Task
from loaders.gazette.cells import tables
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of, read_text
from tests.loaders.statement_rows import seats

HEAD = "甲县2031年重点任务分解表\n"


def rows(text: str) -> list[list[str]]:
    """The rows of the first table of an invented paper, cells as printed."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    found = [table for notice in split(paper) for table in tables(notice)]
    return [[cell.printed() for cell in row.cells] for row in found[0].rows] if found else []


def test_cells_fall_under_their_heads() -> None:
    text = HEAD + "序号\n任务\n牵头单位\n完成时限\n1\n修建水厂\n县水利局\n6月底\n2\n改造校舍\n县教育局\n9月底前\n"
    assert rows(text) == [["1", "修建水厂", "县水利局", "6月底"], ["2", "改造校舍", "县教育局", "9月底前"]]


def test_who_signs_below_the_last_row_is_no_cell() -> None:
    head = "序号\n任务\n责任领导\n牵头单位\n配合单位\n完成时限\n"
    text = (
        HEAD + head + "1\n修建水厂\n丁一\n县水利局\n县财政局\n6月底前\n2\n改造校舍\n沈渡\n县教育局\n县住建局\n9月底前\n"
    )
    text += "3\n开通网络\n沈渡\n县工信局\n2031年6月底前\n甲县人民政府\n2031年3月15日\n"
    assert rows(text)[-1] == ["3", "开通网络", "沈渡", "县工信局", "", "2031年6月底前"]


def test_a_cell_that_wrapped_is_put_together() -> None:
    text = (
        HEAD + "任务\n责任领导\n责任单位\n修建城北水厂二期并\n通水运行\n丁一\n县水利局、县住建局、\n县财政局\n"
        "改造第三小学\n沈渡\n县教育局\n"
    )
    assert rows(text) == [
        ["修建城北水厂二期并通水运行", "丁一", "县水利局、县住建局、县财政局"],
        ["改造第三小学", "沈渡", "县教育局"],
    ]


def test_a_head_that_returns_and_the_number_of_a_page_are_no_rows() -> None:
    head = "姓名\n职务\n分管单位\n"
    text = "甲县领导分工表\n" + head + "丁一\n县长\n县审计局\n— 2 —\n" + head + "沈 渡\n副县长\n县水利局\n"
    assert rows(text) == [["丁一", "县长", "县审计局"], ["沈渡", "副县长", "县水利局"]]


def test_a_blank_that_the_copy_lost_stays_blank() -> None:
    text = (
        HEAD
        + "序号\n任务\n责任领导\n责任单位\n完成时限\n1\n修建水厂\n丁一\n县水利局\n6月底\n2\n改造校舍\n沈渡\n县教育局\n"
    )
    text += "3\n开通公交\n丁一\n县交通局\n12月底\n"
    assert rows(text)[1] == ["2", "改造校舍", "沈渡", "县教育局", ""]


def test_a_heading_between_two_rows_stays_a_line() -> None:
    text = HEAD + "序号\n任务\n牵头单位\n一、交通\n1\n修路\n县交通局\n二、水利\n2\n治水\n县水利局\n"
    found = rows(text)
    assert ["2", "治水", "县水利局"] in found
    assert ["二、水利"] in found


def test_short_lines_that_are_no_table_stay_lines() -> None:
    for text in (
        "甲县会议须知\n姓名\n职务\n单位\n请各位参会人员提前到场签到，服从会务安排。\n会议期间请将手机调至静音。\n",
        "甲县防汛指挥部\n组长\n副组长\n成员\n职责\n统一指挥全县防汛工作。\n",
    ):
        paper = paper_of(text, name="paper.txt", sha256="0")
        assert all("\t" not in line.text for notice in split(paper) for line in notice.text_lines())


def test_quotes_of_such_rows_are_printed_words_at_their_place() -> None:
    text = (
        "甲县人民政府领导分工一览表\n姓名\n职务\n负责工作\n分管单位\n丁一\n县长\n主持县政府全面工作\n县审计局\n"
        "沈 渡\n副县长\n水利、应急\n县水利局（县河湖\n管理局）、县应急局\n"
    )
    statements = read_paper(read_text(text.encode(), "paper.txt")).statements
    portfolios = [one for one in statements if one.TABLE == "portfolios"]
    assert [(one.person, one.relation, one.object) for one in portfolios] == [  # type: ignore[attr-defined]
        ("丁一", "主持", "县政府"),
        ("丁一", "分管", "县审计局"),
        ("沈渡", "负责", "水利"),
        ("沈渡", "负责", "应急"),
        ("沈渡", "分管", "县水利局"),
        ("沈渡", "分管", "县应急局"),
    ]
    assert all(text[one.source.start : one.source.end] == one.source.quote for one in statements)


def test_a_first_cell_merged_with_the_one_above_stays_blank() -> None:
    text = (
        "甲县防汛指挥部名单\n组内职务\n姓名\n单位及职务\n组长\n丁一\n县长\n副组长\n沈渡\n副县长\n周正\n县水利局局长\n成员\n"
        "阿依努尔·艾力\n县财政局局长\n"
    )
    assert rows(text) == [
        ["组长", "丁一", "县长"],
        ["副组长", "沈渡", "副县长"],
        ["", "周正", "县水利局局长"],
        ["成员", "阿依努尔·艾力", "县财政局局长"],
    ]


def test_what_things_are_counted_in_is_no_unit_and_two_bodies_in_a_cell_are_two() -> None:
    text = (
        HEAD
        + "序号\n工作内容\n单位\n年度目标\n责任部门\n完成时限\n1\n新建绿道\n公里\n8.5\n县住房和城乡建设局\n各乡镇\n10月底前\n"
        "2\n清理养殖设施\n处\n30\n县住房和城乡\n建设局\n6月底前\n3\n改造管网\n公里\n2\n县农业农村局(水利局)\n县自来水公司\n11月底前\n"
    )
    found = read_paper(read_text(text.encode(), "example.txt")).statements
    assert [(row.number, row.title, row.responsible_orgs) for row in found if isinstance(row, Task)] == [
        ("1", "新建绿道", ("县住房和城乡建设局", "各乡镇")),
        ("2", "清理养殖设施", ("县住房和城乡建设局",)),
        ("3", "改造管网", ("县农业农村局(水利局)", "县自来水公司")),
    ]


def test_of_two_columns_of_bodies_beside_each_other_the_first_has_one() -> None:
    text = (
        HEAD
        + "序号\n任务\n牵头单位\n配合单位\n完成时限\n1\n修路\n县交通局\n县财政局\n各乡镇\n6月底\n2\n治水\n县水利局\n县财政局\n7月底\n"
    )
    found = read_paper(read_text(text.encode(), "example.txt")).statements
    assert [(row.lead_orgs, row.cooperating_orgs) for row in found if isinstance(row, Task)] == [
        (("县交通局",), ("县财政局", "各乡镇")),
        (("县水利局",), ("县财政局",)),
    ]


def test_what_each_unit_is_to_do_is_no_count() -> None:
    text = HEAD + "单位\n年度目标\n完成时限\n县住建局\n新建绿道三公里\n10月底前\n县水利局\n改造管网\n11月底前\n"
    assert rows(text) == [["县住建局", "新建绿道三公里", "10月底前"], ["县水利局", "改造管网", "11月底前"]]


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        (
            "窗口名称\nA岗\nB岗\n咨询电话\n综合窗口\n丁一凡\n沈渡\n0000-3611201\n医保窗口\n卢 石\n丁一凡\n0000-3611202\n",
            ["丁一凡 沈渡", "卢石 丁一凡"],
        ),
        (
            "楼层\nA角\nB角\n所在位置\n一楼\n丁一凡\n沈渡\n东厅\n二楼\n卢石\n周正\n西厅\n",
            ["丁一凡 沈渡", "卢石 周正"],
        ),
        (
            "路口\nA岗\n职务\nB岗\n职务\n城东路口\n丁一凡\n中队长\n沈渡\n副中队长\n城西路口\n卢石\n中队长\n周正\n副中队长\n",
            ["丁一凡 沈渡", "卢石 周正"],
        ),
        (
            "系统名称\nA岗\nA岗电话\nB岗\nB岗电话\n门户网站\n丁一凡\n6611201\n沈渡\n6611202\n公文系统\n卢石\n6611203\n周正\n6611204\n",
            ["丁一凡 沈渡", "卢石 周正"],
        ),
        ("A角\nB角\n丁一凡\n沈渡\n卢石\n周正\n", ["丁一凡 沈渡", "卢石 周正"]),
        ("工作要求\nA岗\nB岗\n岗位互补\n做好交接\n按时到岗\n热情服务\n严守纪律\n文明用语\n", []),
    ],
)
def test_beside_those_who_stand_in_for_each_other_a_column_may_bear_any_name(table: str, pairs: list[str]) -> None:
    found = read_paper(read_text(f"甲县政务服务中心AB岗公示\n{table}".encode(), "example.txt")).statements
    assert [f"{row.person_a} {row.person_b}" for row in found if isinstance(row, StandIn)] == pairs


ROSTER = "甲县粮食安全工作领导小组组成人员名单\n"


def test_members_follow_each_other_under_one_role() -> None:
    head = "领导小组职务\n姓名\n工作单位及职务\n"
    text = (
        ROSTER + head + "组长\n丁一\n县长\n成员\n严松\n县财政局局长\n沈渡\n县水利局局长\n吴 军\n县发展和改革局\n局长\n"
    )
    text += "苏岭\n县教育局局长\n甲县人民政府办公室\n"
    assert rows(text) == [
        ["组长", "丁一", "县长"],
        ["成员", "严松", "县财政局局长"],
        ["", "沈渡", "县水利局局长"],
        ["", "吴军", "县发展和改革局局长"],
        ["", "苏岭", "县教育局局长"],
    ]


@pytest.mark.parametrize(
    ("head", "cells", "last"),
    [
        ("序号\n组内职务\n姓名\n单位及职务", "1 组长 丁一 县长 2 成员 严松 县财政局局长 3 沈渡 县水利局局长", ["3", "", "沈渡", "县水利局局长"]),
        ("职务\n单位及职务\n姓名", "组长 县长 丁一 成员 县财政局局长 严松 县水利局局长 沈渡 县教育局局长 苏岭", ["", "县教育局局长", "苏岭"]),
    ],
)  # fmt: skip
def test_a_column_of_roles_before_the_names_is_merged(head: str, cells: str, last: list[str]) -> None:
    assert rows(ROSTER + head + "\n" + cells.replace(" ", "\n") + "\n")[-1] == last


def test_a_role_is_no_member_where_the_name_is_blank() -> None:
    head = "职务\n姓名\n单位及职务\n"
    text = ROSTER + head + "组长\n丁一\n县长\n成员\n严松\n县财政局局长\n成员\n各乡镇党委书记\n"
    assert rows(text)[-1] == ["成员", "严松", "县财政局局长"]
    assert seats(text)[-1] == "成员||各乡镇党委书记"


def test_posts_of_a_list_without_roles_are_not_merged() -> None:
    head = "姓名\n职务\n分管单位\n"
    text = "甲县领导分工表\n" + head + "丁一\n县长\n县审计局\n沈 渡\n副县长\n县水利局\n严松\n副县长\n县教育局\n"
    assert rows(text) == [["丁一", "县长", "县审计局"], ["沈渡", "副县长", "县水利局"], ["严松", "副县长", "县教育局"]]


def test_a_role_is_no_remark_of_the_member_above() -> None:
    cells = (
        "组内职务 姓名 单位及职务 备注 组长 丁一 县委副书记、县长 常务副组长 严松 县委常委、常务副县长 副组长 卢石 副县长 沈渡 县政协副主席 不驻会 "
        "成员 苏岭 县水务局局长 方舟 县发展和改革局局长 石青 县财政局副局长 林间 县水务局副局长 负责日常工作"
    )
    text = (
        "关于成立甲县饮水工程建设领导小组的通知\n\n决定成立甲县饮水工程建设领导小组，组成人员如下：\n\n"
        + cells.replace(" ", "\n")
        + "\n"
    )
    assert not [seat for seat in seats(text) if seat.startswith("组长|") and not seat.startswith("组长|丁一")]
