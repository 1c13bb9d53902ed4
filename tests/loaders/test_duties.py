"""Duties of units: whose they are, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.statements import Duty, of_type
from loaders.gazette.duties import read
from loaders.gazette.duties_subjects import is_named
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of, read_text


def duties(text: str) -> list[Duty]:
    """The duties of an invented paper."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [duty for notice in split(paper) for duty in read(notice)]


def sentence(words: str) -> list[tuple[str, str]]:
    """Units and markers of a sentence in a plan."""
    return [(duty.org, duty.marker) for duty in duties(f"甲县防汛预案\n\n1.{words}\n")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("县公安局牵头，加强视频监控。", [("县公安局", "牵头")]),
        ("县水利局、县农业农村局等部门按照职责分工，负责掌握旱情。", [("县水利局", "负责"), ("县农业农村局", "负责")]),
        ("县应急管理局会同县交通运输局等部门建立通行机制。", [("县应急管理局", "会同"), ("县交通运输局", "会同")]),
        ("县消防救援大队是救援的主力，承担综合救援工作。", [("县消防救援大队", "承担")]),
        ("建立信息共享机制，由县气象局牵头，定期通报。", [("县气象局", "牵头")]),
        ("县水利局负责水情，县气象局负责雨情。", [("县水利局", "负责"), ("县气象局", "负责")]),
        ("县防汛办公室设在县水利局，承担值守工作。", [("县防汛办公室", "承担")]),
        ("应急工作由县应急管理局牵头，会同县消防救援大队组织救援。", [("县应急管理局", "牵头")]),
        ("县财政局、县审计局分别协助乡镇开展核查。", [("县财政局", "协助"), ("县审计局", "协助")]),
    ],
)
def test_sentences_name_units_and_their_word_of_duty(words: str, expected: list[tuple[str, str]]) -> None:
    assert sentence(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "各有关部门按照职责分工负责本行业工作。",
        "乡镇人民政府、街道办事处负责组建工作。",
        "县水利局负责人参加会议。",
        "本预案由县水利局负责解释。",
        "2013年3月20日由县人民政府办公室印发的《旧县防汛预案》同时废止。",
        "由县应急管理局制定的标准继续有效。",
        "响应由县人民政府决定启动。",
        "办公室主任由县水利局局长王强兼任。",
        "由牵头部门负责起草。",
        "做好防汛，会同县消防救援大队组织救援力量。",
        "县大数据中心更名为县数据局，由县人民政府直属事业单位调整为县人民政府工作部门。",
        "成员单位：县财政局、县审计局、县粮库领导小组办公室设在县发展和改革局，承担日常工作。",
        "专家组由有关部门推荐。",
        "加强组织领导，落实责任。",
        "副组长为县委组织部组织科科长。",
        "县水利局组织人事处处长宣读决定。",
        "县水利局党委组织委员讲话。",
        "县水利局莅临指导。",
        "在县委领导下开展工作。",
    ],
)
def test_what_names_no_unit_or_no_duty_is_left(words: str) -> None:
    assert sentence(words) == []


@pytest.mark.parametrize("unit", ["县财政局", "区委宣传部", "应急管理局", "县人民政府", "市公安局东胜区分局"])
def test_units_with_a_name_of_their_own(unit: str) -> None:
    assert is_named(unit)


@pytest.mark.parametrize(
    "unit", ["各镇", "有关部门", "县委", "主管部门", "乡镇人民政府", "村民委员会", "县直有关部门", "专项指挥部"]
)
def test_sorts_of_units_are_nobody(unit: str) -> None:
    assert not is_named(unit)


def test_lists_of_units_number_their_duties() -> None:
    text = "甲市方案\n\n三、职责\n\n（一）市教育局：督促学校；开展宣传。\n\n（二）市公安局、市司法局：维护秩序。\n\n（三）各镇、各街道：摸底排查。\n"
    assert [(duty.org, duty.duty_no) for duty in duties(text)] == [
        ("市教育局", "（一）.1"),
        ("市教育局", "（一）.2"),
        ("市公安局", "（二）.1"),
        ("市司法局", "（二）.1"),
        ("各镇、各街道", "（三）.1"),
    ]


def test_units_in_brackets_are_tasks_and_no_duties() -> None:
    assert duties("甲市方案\n\n1.修路。年内完成。（市交通局牵头，市财政局配合）\n") == []


def test_duties_of_the_gazette(shared: Path) -> None:
    path = shared / "gazette" / "dongsheng-2023-q3.txt"
    paper = read_text(path.read_bytes(), path.name)
    found = [duty for notice in split(paper) for duty in read(notice)]
    listed = [duty for duty in found if duty.source.rule == "duty/unit-list"]
    assert len({duty.org for duty in listed}) == 18
    assert {duty.duty_no.split(".")[0] for duty in listed} == {str(number) for number in range(1, 19)}
    lines = {(duty.org, duty.source.line_start) for duty in found}
    assert {
        ("区委宣传部", 780),
        ("区公安分局", 844),
        ("区消防救援大队", 852),
        ("应急管理局", 2054),
        ("源网分离工作专班", 1850),
    } <= lines


@pytest.mark.parametrize("title", ["在全县安全生产会议上的讲话", "政府工作报告", "甲县水利局2031年工作总结（摘要）"])
def test_what_a_speech_tells_is_nobodys_duty(title: str) -> None:
    text = f"{title}\n\n同志们：\n\n县水利局牵头完成了水库加固。县财政局要做好保障。\n"
    assert duties(text) == []


def test_a_numbered_heading_that_is_a_unit_heads_its_duties() -> None:
    found = duties(
        "甲县安全生产职责分工规定\n\n一、县应急管理局\n\n1．负责综合监督管理。\n2．依法组织事故调查处理。\n\n"
        "二、县教育局\n\n1．负责教育系统安全管理。\n2．将安全知识纳入教育内容。\n\n三、其他部门\n\n县财政局负责安排资金。\n"
    )
    assert [(duty.org, duty.duty_no) for duty in found] == [
        ("县应急管理局", "一.1"),
        ("县应急管理局", "一.2"),
        ("县教育局", "二.1"),
        ("县教育局", "二.2"),
        ("县财政局", ""),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "一、县应急管理局\n\n1．江某\n\n2．甲某\n\n二、县教育局\n\n1．乙某",
        "本办法由县科技局会同县财政局负责解释。",
        "办公室主任由县水利局分管副局长兼任。",
        "由县人民政府报请省人民政府决定启动。",
        "本预案由县水利局每三年组织修订。",
        "停水一万户以下的，由县住建局启动应急响应。",
    ],
)
def test_rosters_seats_and_interpretation_are_no_duties(words: str) -> None:
    assert duties(f"甲县规定\n\n{words}\n") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("一般险情由县水利局组织处置。", [("县水利局", "组织")]),
        ("县人民政府设立县防汛抗旱指挥部，负责指挥防汛工作。", [("县防汛抗旱指挥部", "负责")]),
        ("综合协调组。由县应急管理局牵头，县水利局、县气象局参加。", []),
        ("综合协调工作。由县应急管理局牵头，县水利局参加。", [("县应急管理局", "牵头")]),
        ("办公室设在县应急管理局，应杰兼任办公室主任。", []),
    ],
)
def test_what_is_founded_has_the_duty_and_who_sits_in_a_group_has_none(
    words: str, expected: list[tuple[str, str]]
) -> None:
    assert sentence(words) == expected


def test_a_second_nameplate_in_a_list_of_units_is_no_name_of_its_own() -> None:
    text = "甲县防汛预案\n\n县水利局：负责水情监测。\n县发展和改革委员会（县粮食局）：负责物资调运。\n"
    assert [(duty.org, duty.summary) for duty in duties(text)] == [
        ("县水利局", "负责水情监测"),
        ("县发展和改革委员会", "负责物资调运"),
    ]


def test_bodies_of_a_town_are_named_in_its_own_paper_only() -> None:
    text = "关于公布安全生产委员会职责的通知\n政发〔2031〕2号\n各村：\n镇派出所：负责道路安全。\n镇中心小学：负责校园安全。\n{}人民政府\n2031年3月1日\n"
    for place, named in (("石桥镇", ["镇派出所", "镇中心小学"]), ("甲县", [])):
        paper = paper_of(text.format(place), name="paper.txt", sha256="0")
        assert [duty.org for duty in of_type(read_paper(paper).statements, Duty)] == named


def test_headings_with_decimal_numbers_may_be_units() -> None:
    found = duties(
        "甲县防旱应急预案\n\n2 部门职责\n\n2.1 县水利局\n\n（1）负责旱情监测。\n\n（2）承担指挥部日常工作。\n\n2.2 县教育局\n\n（1）负责学校供水。\n\n3 保障\n\n3.1 资金\n\n（1）列入预算。\n"
    )
    assert [(duty.org, duty.duty_no, duty.marker) for duty in found] == [
        ("县水利局", "2.1.1", "负责"),
        ("县水利局", "2.1.2", "承担"),
        ("县教育局", "2.2.1", "负责"),
    ]
    assert sentence("2.3 县民政局负责救助受灾的群众。") == [("县民政局", "负责")]
    assert duties("甲县规定\n\n2.1 县水利局\n\n（1）局长一名。\n\n2.2 县教育局\n\n（1）局长一名。\n") == []


@pytest.mark.parametrize(
    ("heading", "lines", "expected"),
    [
        ("2.3 职责", "派出所：负责维护秩序。\n卫生院：负责救治伤员。", ["派出所", "卫生院"]),
        (
            "二、部门职责",
            "1.教务处：负责课堂。\n2.总务处：检修校舍。\n3.各班级：组织自查。",
            ["教务处", "总务处", "各班级"],
        ),
        ("（一）职责分工", "甲军分区：组织民兵。\n县歌舞剧团：参加宣传。", ["甲军分区", "县歌舞剧团"]),
        ("二、部门职责", "班主任：负责班级。\n学校：负责统筹。\n抢险组：负责抢险。", []),
        ("三、有关要求", "派出所：负责维护秩序。\n卫生院：负责救治伤员。", []),
    ],
)
def test_bodies_without_a_name_of_their_own_have_duties_under_a_heading_on_them(
    heading: str, lines: str, expected: list[str]
) -> None:
    assert [one.org for one in duties(f"甲方案\n\n{heading}\n{lines}\n")] == expected
