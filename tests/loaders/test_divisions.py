"""Divisions of work: the gazette, papers of other places, invented papers in many layouts, and laws that must hold."""

from __future__ import annotations

import csv
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statements import Alias, Portfolio, of_type
from loaders.gazette import lists
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text
from tests.loaders.papers import Paper, papers

PAPERS = papers("papers_divisions.txt")


def _portfolios(text: str) -> list[Portfolio]:
    return of_type(read_paper(read_text(text.encode(), "example.txt")).statements, Portfolio)


def _row(found: Portfolio) -> str:
    names = f"({';'.join(found.aliases)})" if found.aliases else ""
    limits = f"[{found.scope}]" if found.scope else ""
    via = f" via {found.via}" if found.via else ""
    return f"{found.person} {found.relation} {found.object}{names}{limits}{via}"


def test_all_invented_papers_are_there() -> None:
    assert len(PAPERS) == 45


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_division_is_read_as_a_careful_reader_would(paper: Paper) -> None:
    assert [_row(found) for found in _portfolios(paper.text)] == paper.rows


def test_gazette_division_equals_the_gold_in_every_column(shared: Path) -> None:
    data = (shared / "gazette" / "dongsheng-2023-q3.txt").read_bytes()
    found = of_type(read_paper(read_text(data, "gazette.txt")).statements, Portfolio)
    with (shared / "gold" / "dongsheng-2023-q3" / "portfolios.csv").open(encoding="utf-8-sig", newline="") as handle:
        gold = list(csv.DictReader(handle))
    assert len(found) == len(gold) == 163
    for row, wanted in zip(found, gold, strict=True):
        values = (row.person, row.title, row.relation, row.object, row.object_kind, row.via, row.scope)
        columns = ("person", "title", "relation", "object", "object_kind", "via", "scope")
        assert values == tuple(unicodedata.normalize("NFKC", wanted[column]) for column in columns)
        assert ";".join(row.aliases) == wanted["aliases"]
        assert row.source.line_start <= int(wanted["line"]) <= row.source.line_end
        assert row.object in "".join(row.source.quote.split())


def test_ranks_follow_the_notice(shared: Path) -> None:
    data = (shared / "gazette" / "dongsheng-2023-q3.txt").read_bytes()
    ranks = {row.person: row.order for row in of_type(read_paper(read_text(data, "gazette.txt")).statements, Portfolio)}
    assert [ranks[name] for name in ("韩涛", "杜娟", "高明", "史雪松", "罗喜元")] == [1, 2, 3, 4, 16]


@pytest.mark.parametrize("number", ["03", "15", "18", "22", "28", "30", "C14", "C19", "C24"])
def test_papers_of_other_kinds_give_no_portfolio(shared: Path, number: str) -> None:
    path = next((shared / "samples" / "docs").glob(f"{number}-*.txt"))
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    assert _portfolios(text) == []


def test_how_a_post_is_held_stays_with_the_title() -> None:
    rows = _portfolios("甲市人民政府关于副市长分工的通知\n各县区：\n副市长 黎 明（挂职，期限两年） 分管市招商局。\n")
    assert [(row.person, row.title) for row in rows] == [("黎明", "副市长（挂职，期限两年）")]


def test_respectively_without_equal_counts_is_doubtful() -> None:
    rows = _portfolios("关于领导班子分工的通知\n各科室：\n副局长李应、柴进分别负责纪检、宣传、信访工作。\n")
    assert rows != []
    assert all(row.source.confidence < 0.5 for row in rows)


def test_a_post_over_a_name_begins_the_next_leader() -> None:
    text = """\
甲县人民政府领导工作分工

县长
王军
主持县政府全面工作。分管审计方面工作
副县长、公安局局长
李明
分管单位：县公安局、县司法局
联系单位：县法院
副县长
赵云
工作分工：负责教育方面工作
"""
    rows = [(one.person, one.title, one.relation, one.object) for one in _portfolios(text)]
    assert rows == [
        ("王军", "县长", "主持", "县政府"),
        ("王军", "县长", "分管", "审计"),
        ("李明", "副县长、公安局局长", "分管", "县公安局"),
        ("李明", "副县长、公安局局长", "分管", "县司法局"),
        ("李明", "副县长、公安局局长", "联系", "县法院"),
        ("赵云", "副县长", "负责", "教育"),
    ]


def test_leading_the_whole_work_of_a_government_is_presiding() -> None:
    text = """\
甲市人民政府领导工作分工

王 军 市长
领导市政府全面工作。分管市审计局。
李 明 副市长
在市委领导下负责教育工作。参加领导小组全面工作会议。
"""
    assert [_row(one) for one in _portfolios(text)] == ["王军 主持 市政府", "王军 分管 市审计局", "李明 负责 教育"]


def test_what_is_ended_is_no_charge_and_what_is_added_is() -> None:
    text = """\
关于调整区政府部分领导同志工作分工的通知

副区长王军同志不再分管区城管局，增加分管区水务局。
副区长李明同志不再分管区教育局、联系区残联。
村监督主任赵云负责村务监督工作
乙村村民委员会
2030年3月
"""
    assert [_row(one) for one in _portfolios(text)] == ["王军 分管 区水务局", "赵云 负责 村务监督"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("副县长李明不再分管县教育局，联系县残联。", ["李明 联系 县残联"]),
        ("李明不再分管县教育局、改为联系县残联、县科协。", ["李明 联系 县残联", "李明 联系 县科协"]),
        ("李明不再分管县教育局；联系县残联。", ["李明 联系 县残联"]),
        ("李明不再分管县教育局和联系县残联，县科协。", []),
        ("李明不再分管县教育局，也不再联系县残联，其他分工不变。", []),
        ("李明不再分管县教育局，不再联系县残联，转为协管县水利局。", ["李明 协管 县水利局"]),
        ("李明不再主持县教育局工作，赵云主持县教育局全面工作。", ["赵云 主持 县教育局"]),
        ("李明不再协助县长分管县审计局，分管县统计局。", ["李明 分管 县统计局"]),
        ("李明不再承担县教育局联系工作，分管县水利局。", ["李明 分管 县水利局"]),
        ("县教育局不再由李明同志分管，由赵云同志分管。", ["赵云 分管 县教育局"]),
        ("李明不再分管县民政局、县残联，改由赵云分管。", ["赵云 分管 县民政局", "赵云 分管 县残联"]),
        ("李明不再分管县民政局，其分管工作由赵云负责。", ["赵云 负责 县民政局"]),
        ("李明不再分管县民政局，联系县残联，由赵云负责。", ["李明 联系 县残联"]),
        ("县政府不再负责供暖工作，联系县残联。", []),
    ],
)
def test_behind_what_ends_stands_what_begins(words: str, rows: list[str]) -> None:
    text = f"关于调整县政府部分领导工作分工的通知\n\n{words}\n"
    assert [_row(one) for one in _portfolios(text)] == rows


def test_a_post_under_a_name_is_not_that_of_the_next() -> None:
    text = """\
甲县人民政府领导工作分工

王军
县长
李明
副县长
分管县公安局、县司法局
"""
    assert {(one.person, one.title) for one in _portfolios(text)} == {("李明", "副县长")}


def test_nameplates_become_aliases_and_limits_do_not() -> None:
    text = "甲县人民政府关于副县长分工的通知\n各乡镇：\n周 正 副县长\n分管县文旅局（加挂县文物局牌子）、县市场监管局（药品）。\n"
    found = of_type(read_paper(read_text(text.encode(), "example.txt")).statements, Alias)
    assert [(row.name, row.alias, row.kind) for row in found] == [("县文旅局", "县文物局", "nameplate")]


@pytest.mark.parametrize(
    "unit", ["分管", "甲局、", "甲局(乙局)、", "甲和乙", "，甲和乙", "，协助张三由", "主持全面工作", "、联系甲", "("]
)
def test_a_long_line_takes_no_long_time(unit: str) -> None:
    text = f"关于领导分工的通知\n各科室：\n张三 副县长\n分管{unit * (10_000 // len(unit))}\n"
    began = time.perf_counter()
    _portfolios(text)
    assert time.perf_counter() - began < 8


def test_list_keeps_brackets_together() -> None:
    text = "区发改委(区粮食局、区国动办)、甲园管理办公室和乙园管理办公室等"
    found = [(text[one.start : one.end], text[one.inner_start : one.inner_end]) for one in lists.items(text)]
    assert found == [("区发改委", "区粮食局、区国动办"), ("甲园管理办公室", ""), ("乙园管理办公室", "")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("教育、卫生和体育等方面工作", ["教育", "卫生", "体育"]),
        ("财政、工业和信息化等工作", ["财政", "工业和信息化"]),
        ("应急管理及消防救援工作", ["应急管理及消防救援"]),
        ("财政、应急管理以及消防", ["财政", "应急管理", "消防"]),
        ("区政府机关日常工作", ["区政府机关日常工作"]),
        ("高等教育、男女平等", ["高等教育", "男女平等"]),
        ("公安、(司法、信访", ["公安", "(司法", "信访"]),
    ],
)
def test_list_drops_only_what_closes_it(text: str, wanted: list[str]) -> None:
    assert [text[one.start : one.end] for one in lists.items(text)] == wanted


@given(st.text(alphabet="甲乙局和、,()等工作 ", max_size=60))
@settings(max_examples=200, deadline=None)
def test_items_lie_in_order_inside_the_text(text: str) -> None:
    places = [(one.start, one.end) for one in lists.items(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def test_a_table_of_leaders_and_their_towns_is_a_division() -> None:
    text = (
        "甲县县级领导联系乡镇安排表\n（2032年3月）\n序号\t姓名\t职务\t联系乡镇\t牵头单位\n1\t丁一\t县委书记\t白溪镇\t县委办\n"
        "2\t沈渡\t县政协主席\t水车镇、油溪乡\t县政协办\n"
    )
    rows = [row for row in read_paper(read_text(text.encode(), "paper.txt")).statements if isinstance(row, Portfolio)]
    assert [(row.person, row.title, row.relation, row.object) for row in rows] == [
        ("丁一", "县委书记", "联系", "白溪镇"),
        ("沈渡", "县政协主席", "联系", "水车镇"),
        ("沈渡", "县政协主席", "联系", "油溪乡"),
    ]


def test_who_stands_in_behind_the_post_is_no_part_of_the_head_and_an_absence_gives_no_desk() -> None:
    text = (
        "甲县人民政府关于县政府领导工作分工及AB角的通知\n\n各乡镇人民政府：\n\n沈渡  县委常委、常务副县长（AB角：卢石）\n    负责县政府常务工作和发展改革、财税方面工作。\n    分管：县财政局、县统计局。\n\n"
        "卢石  副县长（AB角：沈渡）\n    负责教育工作；沈渡同志学习期间，负责统计工作。\n\n县长离开县境期间，由沈渡同志主持县政府日常工作。\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "沈渡 负责 县政府常务",
        "沈渡 负责 发展改革",
        "沈渡 负责 财税",
        "沈渡 分管 县财政局",
        "沈渡 分管 县统计局",
        "卢石 负责 教育",
        "卢石 负责 统计",
    ]


def test_lines_of_leaders_without_a_stop_and_what_each_has_behind_a_dash() -> None:
    text = (
        "甲苏木党委、政府班子成员分工安排\n宝音德力格尔 党委书记 主持苏木党委全面工作，分管党建；联系巴彦嘎查\n陈 志 国 党委副书记、苏木达 分管财政，联系人大\n吴 双福 副苏木达 负责教育、卫生，分管卫生院\n\n"
        "联系社区：\n宝音德力格尔—甲社区；吴双福—乙社区\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "宝音德力格尔 主持 苏木党委",
        "宝音德力格尔 分管 党建",
        "宝音德力格尔 联系 巴彦嘎查",
        "陈志国 分管 财政",
        "陈志国 联系 人大",
        "吴双福 负责 教育",
        "吴双福 负责 卫生",
        "吴双福 分管 卫生院",
        "宝音德力格尔 联系 甲社区",
        "吴双福 联系 乙社区",
    ]


def test_a_body_with_a_nameplate_in_a_list_of_commas_and_a_table_of_villages() -> None:
    text = "市长、副市长工作分工\n\n具体分工如下：\n\n欧阳倩副市长\n\n分管市教育局，市卫生健康委员会（市中医药管理局），市体育局。\n"
    assert [_row(found) for found in _portfolios(text)] == [
        "欧阳倩 分管 市教育局",
        "欧阳倩 分管 市卫生健康委员会(市中医药管理局)",
        "欧阳倩 分管 市体育局",
    ]
    text = "河口镇2031年领导干部联系村（社区）安排表\n序号\t联系领导\t职务\t联系村（社区）\t驻村干部\n1\t艾 东\t党委书记\t河口社区\t高小军\n2\t常慧琴\t镇长\t石窑坪村、刘渠村\t\n"
    assert [_row(found) for found in _portfolios(text)] == [
        "艾东 联系 河口社区",
        "常慧琴 联系 石窑坪村",
        "常慧琴 联系 刘渠村",
    ]


def test_posts_in_boxes_over_names_and_any_name_behind_its_label() -> None:
    text = "甲县人民政府领导分工\n\n【县长】 叶尔扎提·木拉提别克\n主持县人民政府全面工作，分管审计工作。\n\n【副县长、公安局局长】 沈 渡\n分管：县公安局、县司法局。\n\n姓名：闭思雨\n职务：纪委书记\n分工：负责审计工作；分管审计部。\n"
    assert [(found.title, _row(found)) for found in _portfolios(text)] == [
        ("县长", "叶尔扎提·木拉提别克 主持 县人民政府"),
        ("县长", "叶尔扎提·木拉提别克 分管 审计"),
        ("副县长、公安局局长", "沈渡 分管 县公安局"),
        ("副县长、公安局局长", "沈渡 分管 县司法局"),
        ("纪委书记", "闭思雨 负责 审计"),
        ("纪委书记", "闭思雨 分管 审计部"),
    ]


def test_a_note_speaks_of_all_and_a_verb_before_a_verb_is_no_matter() -> None:
    text = (
        "中共甲县委常委工作分工\n甲委〔2031〕2号\n\n1、常委、政法委书记 丁一：负责综治、维稳、防范和处理邪教问题；联系县法院；\n\n"
        "2、常委、人武部政委 沈渡：主持县人武部党务工作，分管双拥。\n\n〔注〕各常委同时负责分管范围内的安全生产和信访稳定。\n"
    )
    found = [(row.person, row.relation, row.object) for row in _portfolios(text)]
    assert ("丁一", "负责", "防范和处理邪教问题") in found
    assert [one for one in found if one[0] == "沈渡"] == [("沈渡", "主持", "县人武部党务"), ("沈渡", "分管", "双拥")]


def test_under_whom_somebody_works_is_not_who_works() -> None:
    text = (
        "甲县妇幼保健院领导班子成员及科室工作分工\n\n院长 丁一\n主持全面工作。\n\n办公室主任 沈渡\n"
        "在院长、分管副院长领导下负责办公室工作，协助周正副院长负责信访工作。\n\n财务科科长 王强\n在院长的统一领导下，负责财务工作。\n"
    )
    found = [(row.person, row.title, row.relation, row.object) for row in _portfolios(text)]
    assert found == [
        ("丁一", "院长", "主持", "全面工作"),
        ("沈渡", "办公室主任", "负责", "办公室"),
        ("沈渡", "办公室主任", "负责", "信访"),
        ("王强", "财务科科长", "负责", "财务"),
    ]


def test_bullets_without_a_gap_and_districts_that_a_leader_keeps_in_touch_with() -> None:
    text = (
        "<div>\n<p>甲市规划局领导信息</p>\n</div>\n局长、党组书记：丁一\n●主持局全面工作。\n●分管处室：审计处\n副局长、党组成员：沈渡（女）\n●负责测绘工作。\n"
        "●分管处室：测绘处\n●分管单位：市测绘院\n●联系区（市）：乙区、丙市\n总规划师：周正\n●协管信访工作。\n"
    )
    assert [(row.person, row.relation, row.object) for row in _portfolios(text)] == [
        ("丁一", "主持", "局全面工作"),
        ("丁一", "分管", "审计处"),
        ("沈渡", "负责", "测绘"),
        ("沈渡", "分管", "测绘处"),
        ("沈渡", "分管", "市测绘院"),
        ("沈渡", "联系", "乙区"),
        ("沈渡", "联系", "丙市"),
        ("周正", "协管", "信访"),
    ]


def test_a_life_in_brackets_stands_between_a_leader_and_the_work() -> None:
    text = (
        "甲省地质局局领导及分工\n\n党委书记、局长  丁一\n（1960年4月生，汉族，大学学历，教授级高级工程师）\n主持局党委、局行政全面工作。分管审计处。\n\n"
        "党委委员、副局长  沈渡\n（女，1964年9月出生，大学学历）\n分管科技处；联系第一勘查院。\n"
    )
    assert [(row.person, row.relation, row.object) for row in _portfolios(text)] == [
        ("丁一", "主持", "局党委"),
        ("丁一", "主持", "局行政"),
        ("丁一", "分管", "审计处"),
        ("沈渡", "分管", "科技处"),
        ("沈渡", "联系", "第一勘查院"),
    ]


def test_names_in_bold_begin_their_paragraphs_and_the_title_names_nobody() -> None:
    text = (
        "申远市人民政府领导班子成员工作分工\n\n（2031年10月12日研究确定）\n\n（一）**丁一**　市委副书记、市长。主持市政府全面工作。分管市审计局。\n\n"
        "（二）**沈渡**　副市长。协助市长负责教育工作。分管市教育局。\n"
    )
    assert [(row.person, row.relation, row.object) for row in _portfolios(text)] == [
        ("丁一", "主持", "市政府"),
        ("丁一", "分管", "市审计局"),
        ("沈渡", "负责", "教育"),
        ("沈渡", "分管", "市教育局"),
    ]


def test_whom_to_call_looks_after_nobody() -> None:
    text = "甲县整治方案\n\n| 企业名称 | {} | 联系电话 |\n| --- | --- | --- |\n| 甲县水泥厂 | 丁一山 | 123 |\n"
    assert not _portfolios(text.format("联系人"))
    assert [row.object for row in _portfolios(text.format("联系领导"))] == ["甲县水泥厂"]


def test_a_post_over_a_name_and_a_dash_and_lists_that_a_line_above_announces() -> None:
    text = (
        "甲局领导班子成员分工\n甲局〔2031〕2号\n各科室：\n丁一山：局长，主持甲局全面工作。\n沈国文：副局长，分管人事科。联系医联体单位：乙卫生院。\n"
        "办公室主任：周 正——主持办公室工作，负责印章、档案。\n党组成员按下列安排联系县（区）局：\n丁一山：河东县局\n沈国文：河西县局、河北区局\n"
        "项目包联：丁一山包联甲项目，沈国文包联乙项目。\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "丁一山 主持 甲局",
        "沈国文 分管 人事科",
        "沈国文 联系 乙卫生院",
        "周正 主持 办公室",
        "周正 负责 印章",
        "周正 负责 档案",
        "丁一山 联系 河东县局",
        "沈国文 联系 河西县局",
        "沈国文 联系 河北区局",
        "丁一山 联系 甲项目",
        "沈国文 联系 乙项目",
    ]


def test_a_line_on_how_to_get_in_touch_announces_no_lists() -> None:
    text = (
        "甲局领导班子成员分工\n甲局〔2031〕2号\n各科室：\n丁一山：局长，主持甲局全面工作。\n沈国文：副局长，分管人事科。\n"
        "各位领导联系方式如下：\n丁一山：办公楼二楼甲室\n沈国文：办公楼三楼乙室\n"
    )
    assert [_row(found) for found in _portfolios(text)] == ["丁一山 主持 甲局", "沈国文 分管 人事科"]


def test_a_table_of_a_converter_with_bold_names_over_their_posts() -> None:
    text = (
        "甲高新区管委会领导分工一览表\n\n| 领导 | 分工 |\n| --- | --- |\n| **丁一山**<br>管委会副主任（挂职） | 协助沈国文同志分管科技局。<br>联系高新区商会。 |\n"
        "| **沈国文**<br>管委会三级调研员 | 协管企业中心。 |\n| **周**<br>管委会副主任 | 分管人事局。 |\n"
    )
    found = _portfolios(text)
    assert [_row(one) for one in found] == [
        "丁一山 分管 科技局 via 沈国文",
        "丁一山 联系 高新区商会",
        "沈国文 协管 企业中心",
    ]
    assert {one.title for one in found} == {"管委会副主任（挂职）", "管委会三级调研员"}


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "一、新任副州长沈国文同志（2031年10月到任）分工为：负责商务工作；分管州商务局；联系州贸促会。",
            ["沈国文 负责 商务", "沈国文 分管 州商务局", "沈国文 联系 州贸促会"],
        ),
        ("一、副州长沈国文的工作分工调整为：分管州商务局。", ["沈国文 分管 州商务局"]),
        (
            "一、副州长沈国文同志除分管州商务局外，协助丁一山同志分管州林业局。",
            ["沈国文 分管 州商务局", "沈国文 分管 州林业局 via 丁一山"],
        ),
        ("一、除分管领导外，其他同志不再分管州商务局。", []),
        ("一、州政府班子成员分工为：集体领导、分工负责。", []),
    ],
)
def test_what_falls_to_a_leader_beside_what_he_has(line: str, rows: list[str]) -> None:
    text = f"甲州人民政府办公室关于调整部分州政府领导同志工作分工的通知\n\n各县市：\n\n分工调整如下：\n\n{line}\n"
    assert [_row(found) for found in _portfolios(text)] == rows


def test_a_name_in_a_box_may_stand_over_the_labels_of_its_block() -> None:
    text = (
        "甲开发区管委会领导班子分工\n\n【沈国文】\n职务：管委会主任\n工作职责：主持管委会全面工作，负责审计工作。\n分管部门：审计办公室\n挂钩联系：乙集团\n\n"
        "【周 正】\n职务：管委会副主任\n分管部门：招商局\n\n【联系方式】\n电话：见公示栏\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "沈国文 主持 管委会",
        "沈国文 负责 审计",
        "沈国文 分管 审计办公室",
        "沈国文 联系 乙集团",
        "周正 分管 招商局",
    ]
    assert {row.title for row in _portfolios(text)} == {"管委会主任", "管委会副主任"}


def test_a_column_of_what_one_presides_over_or_has_charge_of() -> None:
    text = (
        "甲县人民政府领导工作分工表\n\n| 姓名 | 职务 | 主持或负责的工作 | 分管单位 |\n"
        "| 沈国文 | 县长 | 主持县人民政府全面工作；负责审计工作 | 县审计局 |\n| 周正 | 副县长 | 负责教育、民政 | 县教育局 |\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "沈国文 主持 县人民政府",
        "沈国文 负责 审计",
        "沈国文 分管 县审计局",
        "周正 负责 教育",
        "周正 负责 民政",
        "周正 分管 县教育局",
    ]


def test_who_keeps_in_touch_with_bodies_said_behind_them() -> None:
    text = (
        "甲县人民政府领导工作分工\n\n沈国文 副县长\n负责教育工作。负责与县人大、县政协联系。\n\n"
        "周 正 副县长\n负责同驻县部队等单位的联系工作；负责与乙园区的合作项目。\n"
    )
    assert [_row(found) for found in _portfolios(text)] == [
        "沈国文 负责 教育",
        "沈国文 联系 县人大",
        "沈国文 联系 县政协",
        "周正 联系 驻县部队",
        "周正 负责 与乙园区的合作项目",
    ]
