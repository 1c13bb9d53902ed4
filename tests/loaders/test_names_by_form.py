"""Names that are everyday words or have no surname: the form they stand in decides."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Membership, Portfolio, StandIn, Statement
from loaders.gazette.names import is_joining_name
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _rows(text: str) -> tuple[Statement, ...]:
    return read_paper(read_text(text.encode(), "x.txt")).statements


def _leaders(*lines: str) -> list[tuple[str, str]]:
    head = "甲县人民政府关于县政府领导同志工作分工的通知\n\n现将县政府领导同志工作分工通知如下：\n\n"
    known = "　　赵大远县长：主持县政府全面工作。\n\n　　钱进副县长：负责工业工作。\n\n"
    rows = _rows(head + known + "\n\n".join(f"　　{line}" for line in lines) + "\n")
    found = [(row.person, row.title) for row in rows if isinstance(row, Portfolio)]
    return [one for one in dict.fromkeys(found) if one[0] not in ("赵大远", "钱进")]


@pytest.mark.parametrize(
    ("line", "leader"),
    [
        ("操瑞琴副县长：负责教育工作。", ("操瑞琴", "副县长")),
        ("官正言常务副县长：负责发展改革工作。", ("官正言", "常务副县长")),
        ("青松副县长（挂职）：协助县长负责科技工作。", ("青松", "副县长（挂职）")),
        ("达来县委常委、副县长：负责民政工作。", ("达来", "县委常委、副县长")),
        ("副县长火旺：负责教育工作。", ("火旺", "副县长")),
        ("董事长同州：负责国有资产工作。", ("同州", "董事长")),
    ],
)
def test_a_head_with_a_post_names_a_leader(line: str, leader: tuple[str, str]) -> None:
    assert _leaders(line) == [leader]


@pytest.mark.parametrize(
    "line",
    [
        "业务副县长：负责业务工作。",
        "分管副县长：负责分管工作。",
        "常务副县长：负责常务工作。",
        "驻村书记：负责驻村工作。",
    ],
)
def test_a_post_by_its_function_names_nobody(line: str) -> None:
    assert _leaders(line) == []


def test_a_and_b_behind_their_letters_may_be_words() -> None:
    text = (
        "甲乡关于实行AB角制度的通知\n\n1. A角：乡党委书记罗天佑    B角：副乡长青松\n2. A角：副乡长青松    B角：人大主席火星\n"
        "3. A角：办公室主任    B角：副乡长分管领导\n"
    )
    pairs = [(row.person_a, row.person_b) for row in _rows(text) if isinstance(row, StandIn)]
    assert pairs == [("罗天佑", "青松"), ("青松", "火星")]


def test_a_word_before_or_behind_its_post_is_appointed_or_removed() -> None:
    text = (
        "甲县人民代表大会常务委员会任免名单\n\n（2032年12月28日甲县第十九届人民代表大会常务委员会第九次会议通过）\n\n"
        "任命：\n\n    火星为青石县人民检察院副检察长；\n\n    任期为三年。\n\n免去：\n\n    漆工的青石县民政局局长职务；\n\n    上述同志的青石县民政局局长职务。\n"
    )
    acts = [(row.action, row.person, row.post, row.date) for row in _rows(text) if isinstance(row, Appointment)]
    assert acts == [
        ("任命", "火星", "青石县人民检察院副检察长", "2032-12-28"),
        ("免去", "漆工", "青石县民政局局长", "2032-12-28"),
    ]


@pytest.mark.parametrize(
    ("list_", "seats"),
    [
        ("甘露（副院长）、劳动（护理部主任）", [("甘露", "副院长"), ("劳动", "护理部主任")]),
        ("甘露（副院长）、护理部（主任）", [("甘露", "副院长"), ("", "护理部（主任）")]),
        ("甘露（副院长）、各科室（负责人）", [("甘露", "副院长"), ("", "各科室（负责人）")]),
        ("甘露、各临床、医技科室主任", [("甘露", ""), ("", "各临床、医技科室主任")]),
        ("各村、社区书记、县财政局局长李明", [("", "各村、社区书记"), ("李明", "县财政局局长")]),
    ],
)
def test_beside_names_with_posts_the_form_decides(list_: str, seats: list[tuple[str, str]]) -> None:
    text = f"甲县医院关于成立质量管理委员会的通知\n\n主任委员：农卫国（院长）\n\n委员：{list_}\n"
    rows = [row for row in _rows(text) if isinstance(row, Membership) and row.role == "委员"]
    assert [(row.person, row.title) for row in rows] == seats


def test_particulars_open_another_person_whatever_the_name() -> None:
    text = (
        "青石县委组织部干部任前公示\n\n卜世仁，男，汉族，1980年1月生，现任县民政局副局长，拟任县民政局局长。\n\n"
        "仡佬山，男，仡佬族，1988年3月生，大学学历，中共党员，现任团县委副书记，拟任团县委书记。\n\n2032年3月4日\n"
    )
    acts = [(row.action, row.person, row.post) for row in _rows(text) if isinstance(row, Appointment)]
    assert acts == [("拟任", "卜世仁", "县民政局局长"), ("拟任", "仡佬山", "团县委书记")]


def test_a_surname_that_joins_stays_with_a_given_name_though_both_are_one_word() -> None:
    text = "甲县粮食安全领导小组组成人员名单\n组　长：丁一　县长\n成　员：沈渡　县水利局局长\n　　　　和志强　县气象局局长\n"
    text += "　　　　和建国（县林业局局长）\n"
    seats = [(row.person, row.title) for row in _rows(text) if isinstance(row, Membership)]
    assert seats[-2:] == [("和志强", "县气象局局长"), ("和建国", "县林业局局长")]
    assert is_joining_name("从志强")
    assert not any(map(is_joining_name, ("和稀泥", "和平鸽", "和事佬", "从业者", "和王五")))


def test_a_surname_that_leads_to_names_elsewhere_opens_one_before_a_usual_given_name() -> None:
    assert all(map(is_joining_name, ("由志强", "由俊杰")))
    assert not any(map(is_joining_name, ("由专人", "由志", "由康宁", "由学校", "由县长", "由大会")))
