"""The same facts in every layout that offices use must give the same statements: what is read is language, not a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from graph.statements import Appointment, Membership, Portfolio, StandIn, Statement, Task
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

LIST = "、".join
Row = TypeVar("Row", bound=Statement)

# --- rosters --------------------------------------------------------------------------------------------------------

LEADERS = [
    ("组长", "沈国栋", "县委副书记、县长"),
    ("副组长", "欧阳志远", "县委常委、常务副县长"),
    ("副组长", "高 敏", "副县长"),
]
MEMBERS = [
    ("成员", "许长河", "县住建局局长"),
    ("成员", "乌云其其格", "县生态环境分局局长"),
    ("成员", "阿不都·热合曼", "县农业农村局局长"),
    ("成员", "田 野", "县公安局副局长"),
]
ALL = LEADERS + MEMBERS
ROSTER = (
    "青岚县人民政府办公室\n关于成立城乡环境整治工作领导小组的通知\n\n青政办发〔2032〕14号\n\n各乡镇人民政府，县直各部门：\n\n"
    "经县政府研究，决定成立青岚县城乡环境整治工作领导小组，现将组成人员通知如下：\n\n{}\n"
    "领导小组下设办公室，办公室设在县住建局，办公室主任由许长河同志兼任。\n\n青岚县人民政府办公室\n2032年5月8日\n"
)


def _labelled(form: str, join: str, member: str = "{1}（{2}）", end: str = "") -> str:
    """`组长…`, `副组长…`, `成员…`, each label once and its seats joined."""
    lines = []
    for role in ("组长", "副组长", "成员"):
        seats = join.join(member.format(*seat) for seat in ALL if seat[0] == role)
        lines.append(form.format(role, seats) + end)
    return "\n".join(lines)


ROSTERS = {
    "label, name, title": "\n".join("{}：{}　{}".format(*one) for one in LEADERS)
    + "\n成　员："
    + "\n　　　　".join("{1}　{2}".format(*one) for one in MEMBERS),
    "label, title, name": _labelled("{0}：{1}", "、", "{2}{1}", "。"),
    "names with brackets": _labelled("{0}：{1}", "、"),
    "one seat a line under its label": _labelled("{0}：\n{1}", "\n", "{1}  {2}"),
    "numbered labels": _labelled("（一）{0}\n{1}", "\n", "{1}  {2}"),
    "commas and semicolons": _labelled("{0}：{1}", "；", "{1}，{2}"),
    "dashes": _labelled("{0}——{1}", "、"),
    "labels in brackets": _labelled("【{0}】{1}", "\n", "{1} {2}"),
    "half-width": _labelled("{0}:{1}", "\n     ", "{1}  {2}"),
    "a sentence": "领导小组由"
    + "任组长，县委常委、常务副县长欧阳志远和副县长高 敏任副组长，".join(
        ["县委副书记、县长沈国栋", LIST("{2}{1}".format(*one) for one in MEMBERS) + "为成员。"]
    ),
    "by roles": "组长由县委副书记、县长沈国栋担任，副组长由县委常委、常务副县长欧阳志远、副县长高敏担任，成员由"
    + LIST("{2}{1}".format(*one) for one in MEMBERS)
    + "组成。",
    "table with tabs": "职务\t姓名\t单位及职务\n" + "\n".join("\t".join(one) for one in ALL),
    "table, name first": "序号\t姓名\t现任职务\t领导小组职务\n"
    + "\n".join(f"{number}\t{one[1]}\t{one[2]}\t{one[0]}" for number, one in enumerate(ALL, start=1)),
    "table with bars": "| 职务 | 姓名 | 工作单位及职务 |\n|---|---|---|\n"
    + "\n".join(f"| {LIST([one[0]])} | {one[1]} | {one[2]} |" for one in ALL),
    "one cell a line": "姓名\n单位及职务\n组内职务\n" + "\n".join(f"{one[1]}\n{one[2]}\n{one[0]}" for one in ALL),
    "columns by gaps": "组内职务      姓名          单位及职务\n"
    + "\n".join("{}        {}        {}".format(*one) for one in ALL),
}


@pytest.mark.parametrize("layout", ROSTERS)
def test_a_roster(layout: str) -> None:
    found = _read(ROSTER.format(ROSTERS[layout]), Membership)
    seats = {(row.role, row.person, row.title) for row in found if row.role != "办公室主任"}
    assert seats == {(role, name.replace(" ", ""), title) for role, name, title in ALL}
    assert [row.person for row in found if row.role == "办公室主任"] == ["许长河"]


# --- divisions ------------------------------------------------------------------------------------------------------

DESKS = [
    ("沈国栋", "县委副书记、县长", {"主持": ["县政府"], "分管": ["县审计局"]}),
    (
        "欧阳志远",
        "常务副县长",
        {"负责": ["财政", "应急管理"], "分管": ["县财政局", "县应急管理局"], "联系": ["县税务局"]},
    ),
    ("田野", "副县长、县公安局局长", {"负责": ["公安", "司法"], "分管": ["县公安局"], "联系": ["县法院", "县检察院"]}),
]
_Desk = tuple[str, str, dict[str, list[str]]]
DIVISION = (
    "青岚县人民政府\n关于县政府领导同志工作分工的通知\n\n青政发〔2032〕3号\n\n各乡镇人民政府，县政府各部门：\n\n"
    "经研究，现将县政府领导同志工作分工通知如下：\n\n{}\n\n青岚县人民政府\n2032年2月9日\n"
)


def _clauses(desk: _Desk) -> list[str]:
    forms = {"主持": "主持{}全面工作", "负责": "负责{}等方面工作", "分管": "分管{}", "联系": "联系{}"}
    return [form.format(LIST(desk[2][verb])) for verb, form in forms.items() if verb in desk[2]]


def _cells(desk: _Desk) -> list[str]:
    head = "主持县政府全面工作" if "主持" in desk[2] else LIST(desk[2]["负责"])
    return [desk[0], desk[1], head, LIST(desk[2]["分管"]), LIST(desk[2].get("联系", [])) or "无"]


def _each(form: Callable[[_Desk], str]) -> str:
    return "\n".join(form(desk) for desk in DESKS)


COLUMNS = ["姓名", "职务", "工作分工", "分管单位", "联系单位"]
DIVISIONS = {
    "head over sentences": _each(lambda desk: f"{desk[0]}  {desk[1]}\n{'。'.join(_clauses(desk))}。\n"),
    "title and name before a colon": _each(lambda desk: f"{desk[1]}{desk[0]}：{'；'.join(_clauses(desk))}。"),
    "name with bracket before a colon": _each(lambda desk: f"{desk[0]}（{desk[1]}）：{'；'.join(_clauses(desk))}。"),
    "numbered, head as a sentence": _each(lambda desk: f"1．{desk[0]}  {desk[1]}。{'，'.join(_clauses(desk))}。"),
    "bullet and comma": _each(lambda desk: f"●{desk[0]}，{desk[1]}。{'。'.join(_clauses(desk))}。"),
    "run into the sentence": _each(lambda desk: f"{desk[1]}{desk[0]}{'，'.join(_clauses(desk))}。"),
    "half-width stops": _each(lambda desk: f"{desk[0]}({desk[1]}): {'; '.join(_clauses(desk))}."),
    "work in a bracket": _each(lambda desk: f"{desk[0]}  {desk[1]}（{'；'.join(_clauses(desk))}）"),
    "labels of a form": _each(
        lambda desk: f"姓名：{desk[0]}\n职务：{desk[1]}\n工作分工：{'，'.join(_clauses(desk))}。"
    ),
    "table with tabs": "\n".join("\t".join(row) for row in [COLUMNS, *map(_cells, DESKS)]),
    "table with bars": "\n".join("| " + " | ".join(row) + " |" for row in [COLUMNS, *map(_cells, DESKS)]),
    "one cell a line": "\n".join("\n".join(row) for row in [COLUMNS, *map(_cells, DESKS)]),
    "columns by gaps": "\n".join("      ".join(row) for row in [COLUMNS, *map(_cells, DESKS)]),
}


@pytest.mark.parametrize("layout", DIVISIONS)
def test_a_division(layout: str) -> None:
    found = {
        (row.person, row.title, row.relation, row.object)
        for row in _read(DIVISION.format(DIVISIONS[layout]), Portfolio)
    }
    assert found == {
        (name, title, verb, one)
        for name, title, charges in DESKS
        for verb, objects in charges.items()
        for one in objects
    }


# --- tasks ----------------------------------------------------------------------------------------------------------

TASKS = [
    ("1", "新建城北水厂", "高敏", "县水利局", "县住建局、县财政局", "6月底前"),
    ("2", "改造农村公路50公里", "欧阳志远", "县交通运输局", "各乡镇人民政府", "2032年10月底"),
    ("3", "开展电动自行车整治", "田野", "县公安局、县市场监管局", "县消防救援大队", "长期坚持"),
]
PLAN = "青岚县2032年重点工作任务分解表"
ISSUED = (
    f"青岚县人民政府办公室\n关于印发{PLAN}的通知\n青政办发〔2032〕6号\n各乡镇人民政府，县直各部门：\n"
    f"现将《{PLAN}》印发给你们，请认真抓好落实。\n青岚县人民政府办公室\n2032年2月20日\n\n{PLAN}\n"
)
HEADS = ["序号", "工作任务", "责任领导", "牵头单位", "配合单位", "完成时限"]
TASK_LAYOUTS = {
    "table with tabs": "\n".join("\t".join(row) for row in [HEADS, *TASKS]),
    "columns in another order": "\n".join("\t".join(row[::-1]) for row in [HEADS, *TASKS]),
    "table with bars": "\n".join("| " + " | ".join(row) + " |" for row in [HEADS, *TASKS]),
    "one cell a line": "\n".join("\n".join(row) for row in [HEADS, *TASKS]),
    "columns by gaps": "\n".join("    ".join(row) for row in [HEADS, *TASKS]),
    "labels": "\n".join(
        "{}.{}。\n责任领导：{}\n牵头单位：{}\n责任单位：{}\n完成时限：{}".format(*row) for row in TASKS
    ),
    "labels on one line": "\n".join(
        "{}.{}。责任领导：{}；牵头单位：{}；责任单位：{}；完成时限：{}。".format(*row) for row in TASKS
    ),
    "stars": "\n".join(
        "{}.{}。\n★责任领导：{}  牵头单位：{}  配合单位：{}  完成时限：{}".format(*row) for row in TASKS
    ),
    "brackets": "\n".join(
        "{}.{}。（责任领导：{}；牵头单位：{}；配合单位：{}；完成时限：{}）".format(*row) for row in TASKS
    ),
    "a sentence": "\n".join("{}.{}。由{}同志负责，{}牵头，{}配合，{}完成。".format(*row) for row in TASKS),
}


@pytest.mark.parametrize("layout", TASK_LAYOUTS)
def test_tasks(layout: str) -> None:
    found = [
        (
            row.number,
            row.title,
            LIST(row.leader),
            LIST(row.lead_orgs),
            LIST(row.responsible_orgs + row.cooperating_orgs),
        )
        for row in _read(ISSUED + TASK_LAYOUTS[layout] + "\n", Task)
    ]
    assert found == [row[:5] for row in TASKS]


# --- stand-ins ------------------------------------------------------------------------------------------------------

PAIRS = [("沈国栋", "欧阳志远"), ("许长河", "乌云其其格"), ("阿不都·热合曼", "何苗")]
PAIRED = (
    "青岚县人民政府办公室关于实行AB角工作制的通知\n青政办发〔2032〕8号\n各乡镇、各部门：\n"
    "决定实行AB角制度，现将有关安排通知如下：\n{}\n青岚县人民政府办公室\n2032年3月1日\n"
)
PAIR_LAYOUTS = {
    "mutual, one by one": "，".join("{}与{}互为AB角".format(*pair) for pair in PAIRS) + "。",
    "mutual, all at once": LIST("{}与{}".format(*pair) for pair in PAIRS) + "互为AB角。",
    "dashes": "AB角安排如下：\n" + "\n".join("{}——{}".format(*pair) for pair in PAIRS),
    "slashes": "AB角安排如下：\n" + "\n".join("{}/{}".format(*pair) for pair in PAIRS),
    "labels": "\n".join("A角：{}　B角：{}".format(*pair) for pair in PAIRS),
    "of": "；".join("{}的B角为{}".format(*pair) for pair in PAIRS) + "。",
    "brackets": "\n".join("{}（A角），{}（B角）".format(*pair) for pair in PAIRS),
    "while away": "\n".join("{}外出期间，由{}代行其职责。".format(*pair) for pair in PAIRS),
    "table with tabs": "A角\tB角\t工作范围\n" + "\n".join("{}\t{}\t日常工作".format(*pair) for pair in PAIRS),
    "one cell a line": "岗位\nA角\nB角\n" + "\n".join("综合岗\n{}\n{}".format(*pair) for pair in PAIRS),
    "columns by gaps": "A角        B角\n" + "\n".join("{}        {}".format(*pair) for pair in PAIRS),
}


@pytest.mark.parametrize("layout", PAIR_LAYOUTS)
def test_stand_ins(layout: str) -> None:
    found = _read(PAIRED.format(PAIR_LAYOUTS[layout]), StandIn)
    assert {frozenset((row.person_a, row.person_b)) for row in found} == {frozenset(pair) for pair in PAIRS}


# --- appointments ---------------------------------------------------------------------------------------------------

ACTS = [
    ("任命", "沈国栋", "县财政局局长"),
    ("任命", "乌云其其格", "县教育局局长"),
    ("免去", "高敏", "县财政局局长"),
    ("免去", "田野", "县水利局副局长"),
]
IN, OUT = ACTS[:2], ACTS[2:]
ORDER = (
    "青岚县人民政府\n关于沈国栋等同志职务任免的通知\n青政任〔2032〕2号\n各乡镇人民政府，县政府各部门：\n{}\n"
    "\n青岚县人民政府\n2032年4月3日\n"
)


def _lines(form: str, acts: list[tuple[str, str, str]], join: str = "\n") -> str:
    return join.join(form.format(*act) for act in acts)


ORDERS = {
    "lists under verbs": f"任命：\n{_lines('{1}为{2}；', IN)}\n免去：\n{_lines('{1}的{2}职务；', OUT)}",
    "comrades": f"经研究决定：\n{_lines('{1}同志任{2}；', IN)}\n{_lines('免去{1}同志的{2}职务；', OUT)}",
    "a verb each": f"县政府决定：\n{_lines('任命{1}为{2}。', IN)}\n{_lines('免去{1}{2}职务。', OUT)}",
    "one sentence": f"经研究，决定任命{_lines('{1}为{2}', IN, '，')}；免去{_lines('{1}的{2}', OUT, '，')}职务。",
    "columns": f"任命下列同志职务：\n{_lines('{1}    {2}', IN)}\n免去下列同志职务：\n{_lines('{1}    {2}', OUT)}",
    "no longer": f"经研究，{_lines('{1}同志任{2}', IN, '，')}；{_lines('{1}同志不再担任{2}职务', OUT, '，')}。",
    "dashes": f"任命：\n{_lines('—{1}，{2}', IN)}\n免去：\n{_lines('—{1}，{2}', OUT)}",
    "table with tabs": "姓名\t任命职务\t免去职务\n" + _lines("{1}\t{2}\t", IN) + "\n" + _lines("{1}\t\t{2}", OUT),
    "one cell a line": "姓名\n任命职务\n任职时间\n"
    + _lines("{1}\n{2}\n2032年4月", IN)
    + "\n姓名\n免去职务\n免职时间\n"
    + _lines("{1}\n{2}\n2032年4月", OUT),
}


@pytest.mark.parametrize("layout", ORDERS)
def test_appointments(layout: str) -> None:
    found = _read(ORDER.format(ORDERS[layout]), Appointment)
    assert {(row.action, row.person, row.post) for row in found} == set(ACTS)


def _read(text: str, kind: type[Row]) -> list[Row]:
    return [row for row in read_paper(read_text(text.encode(), "paper.txt")).statements if isinstance(row, kind)]


# --- the column a text is set in ------------------------------------------------------------------------------------

LONG_TASK = (
    "1.改造老旧供水管网。年内改造管网，逐户建立台账。（责任领导：高敏；牵头单位：县住建局；"
    "责任单位：县农业农村局、县公安局、县生态环境分局）"
)
PATCH = (
    "青岚县人民政府办公室\n关于调整城乡环境整治工作领导小组部分组成人员的通知\n\n青政办发〔2032〕15号\n\n"
    "{}\n青岚县人民政府办公室\n2032年5月9日\n"
)
PATCHED = (
    "因人员变动，经县人民政府同意，对青岚县城乡环境整治工作领导小组部分组成人员作如下调整：",
    "一、由县卫生健康委员会主任任守川同志接替许长河同志任成员。",
    "二、县发展和改革委员会主任石向东同志任领导小组副组长。",
    "三、高敏同志不再担任领导小组副组长职务。",
)


def _set(paragraphs: tuple[str, ...], width: int, *, loose: bool) -> str:
    """Paragraphs set in a column, with an empty line behind each line or none."""
    lines = [text[at : at + width] for text in paragraphs for at in range(0, max(1, len(text)), width)]
    return ("\n\n" if loose else "\n").join(lines)


@pytest.mark.parametrize("loose", [False, True])
@pytest.mark.parametrize("width", range(17, 41))
def test_a_bracket_with_labels_may_break_anywhere(width: int, loose: bool) -> None:
    text = f"重点任务分解方案\n\n一、重点任务\n\n{_set((LONG_TASK,), width, loose=loose)}\n\n2.扩大公办园学位。新增学位。（牵头单位：县教育局）\n"
    first, second = _read(text, Task)
    assert first.title == "改造老旧供水管网"
    assert first.leader == ("高敏",)
    assert first.lead_orgs == ("县住建局",)
    assert first.responsible_orgs == ("县农业农村局", "县公安局", "县生态环境分局")
    assert second.lead_orgs == ("县教育局",)


def test_a_bracket_that_never_closes_swallows_nothing() -> None:
    text = (
        "重点任务分解方案\n\n一、重点任务\n\n1.改造老旧供水管网。年内改造管网（逐户建立台账\n牵头单位：县住建局\n"
        "2.扩大公办园学位。新增学位。\n牵头单位：县教育局\n"
    )
    assert [task.lead_orgs for task in _read(text, Task)] == [("县住建局",), ("县教育局",)]


@pytest.mark.parametrize("width", range(19, 33))
def test_an_empty_line_behind_every_line_of_a_column_ends_nothing(width: int) -> None:
    whole = PATCH.format("\n".join(PATCHED))
    found = _read(_set(tuple(whole.split("\n")), width, loose=True), Membership)
    assert {(row.action, row.role, row.person, row.replaces, row.title) for row in found} == {
        ("added", "成员", "任守川", "许长河", "县卫生健康委员会主任"),
        ("added", "副组长", "石向东", "", "县发展和改革委员会主任"),
        ("removed", "副组长", "高敏", "", ""),
    }


@pytest.mark.parametrize("width", range(17, 41))
def test_a_list_with_brackets_may_break_inside_a_name(width: int) -> None:
    members = "、".join(f"{one[1].replace(' ', '')}（{one[2]}）" for one in ALL)
    found = _read(ROSTER.format(_set((f"成员：{members}",), width, loose=False)), Membership)
    assert [(row.person, row.title) for row in found if row.role == "成员"] == [
        (one[1].replace(" ", ""), one[2]) for one in ALL
    ]


def test_groups_named_before_what_changes_in_them() -> None:
    text = (
        "青岚县人民政府办公室\n关于调整部分领导小组成员的通知\n\n青政办发〔2032〕16号\n\n因人事变动，现对部分领导小组成员作如下调整：\n"
        "1．县义务教育优质均衡发展工作领导小组：组长由县委副书记、县长沈国栋担任；成员增加县统计局局长许长河。高敏不再担任组长。\n"
        "2．县招商引资工作领导小组：副县长高敏接替欧阳志远任副组长。\n"
        "3．县宅基地改革工作领导小组：免去欧阳志远副组长职务，由副县长高敏担任；增补县司法局局长田野为成员。\n"
        "其他成员不变。\n青岚县人民政府办公室\n2032年5月10日\n"
    )
    found = [(row.group, row.action, row.role, row.person, row.title) for row in _read(text, Membership)]
    assert sorted(found) == sorted(
        [
            ("县义务教育优质均衡发展工作领导小组", "added", "组长", "沈国栋", "县委副书记、县长"),
            ("县义务教育优质均衡发展工作领导小组", "added", "成员", "许长河", "县统计局局长"),
            ("县义务教育优质均衡发展工作领导小组", "removed", "组长", "高敏", ""),
            ("县招商引资工作领导小组", "added", "副组长", "高敏", "副县长"),
            ("县宅基地改革工作领导小组", "removed", "副组长", "欧阳志远", ""),
            ("县宅基地改革工作领导小组", "added", "副组长", "高敏", "副县长"),
            ("县宅基地改革工作领导小组", "added", "成员", "田野", "县司法局局长"),
        ]
    )


def test_names_in_columns_may_be_words_beside_one_with_a_surname() -> None:
    text = ROSTER.format(
        "组  员：苍  术    杜  仲    连  翘\n        半  夏    辛  夷    泽  兰\n        陈  皮    当  归    川贝母\n"
    )
    found = [(row.role, row.person) for row in _read(text, Membership) if row.role == "组员"]
    assert found == [
        ("组员", name) for name in ["苍术", "杜仲", "连翘", "半夏", "辛夷", "泽兰", "陈皮", "当归", "川贝母"]
    ]


def test_bodies_in_columns_are_no_names() -> None:
    text = ROSTER.format("成员单位：县住建局    县水利局    县财政局\n          县审计局    县司法局    县统计局\n")
    assert [row.person for row in _read(text, Membership) if row.role.startswith("成员")] == [""] * 6


def test_a_full_line_that_closes_a_list_does_not_swallow_the_office_below() -> None:
    text = (
        "甲县人民政府办公室关于成立甲县清洁取暖工作领导小组的通知\n\n甲政办发〔2031〕2号\n\n经研究，成立甲县清洁取暖工作领导小组，名单如下：\n\n组 长：侯慎渊（县委副书记、县长）\n\n"
        "成 员：姜卿（县工业和信息化局局长）、叶言川（县市\n\n管局局长）、丁怀洲（县住房和城乡建设局党组书记）\n\n领导小组办公室设在县发展和改革委员会，办公室主任\n\n由叶言川同志兼任。\n\n甲县人民政府办公室\n\n2031年3月8日\n"
    )
    assert [(row.role, row.person) for row in _read(text, Membership)] == [
        ("组长", "侯慎渊"),
        ("成员", "姜卿"),
        ("成员", "叶言川"),
        ("成员", "丁怀洲"),
        ("办公室主任", "叶言川"),
    ]
