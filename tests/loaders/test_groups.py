"""Names of bodies: where they begin and end, what happens to them, which of them are one; and succession clauses."""

from __future__ import annotations

import pytest

from loaders.gazette import groups, issue
from loaders.readers.text import read_text
from tests.loaders.statement_rows import bodies, clauses


def _title(text: str) -> list[tuple[str, str]]:
    notice = issue.split(read_text(f"{text}\n\n各乡镇：\n\n正文。\n".encode(), "title.txt"))[0]
    return [(named.name, named.action) for named in groups.from_title(notice.title)]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("甲县人民政府关于成立县防汛抗旱指挥部的通知", [("县防汛抗旱指挥部", "成立")]),
        ("甲县人民政府办公室关于调整县食品安全委员会组成人员的通知", [("县食品安全委员会", "调整")]),
        ("关于调整县安委会部分成员和县绿化委员会组成人员的通知", [("县安委会部分成员和县绿化委员会", "调整")]),
        ("关于成立县物业管理委员会换届工作领导小组的通知", [("县物业管理委员会换届工作领导小组", "成立")]),
        ("关于撤销县铁路护路工作领导小组的通知", [("县铁路护路工作领导小组", "撤销")]),
        ("关于县绿化委员会更名为县国土绿化委员会的通知", [("县国土绿化委员会", "更名")]),
        ("关于公布安全检查工作小组名单的通知", [("安全检查工作小组", "")]),
        ("关于印发县发展和改革委员会职能配置规定的通知", []),
        ("关于做好防汛工作的通知", []),
    ],
)
def test_a_title_names_bodies_and_what_happens_to_them(title: str, names: list[tuple[str, str]]) -> None:
    assert _title(title) == names


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("东区创建慢病示范区工作领导小组", "东区建设慢病示范区工作领导小组", True),
        ("县深化医改领导小组", "青石县深化医改领导小组", True),
        ("第一工作组", "第二工作组", False),
        ("县防汛指挥部", "县防火指挥部", False),
        ("食品安全工作小组", "校园安全领导小组", False),
    ],
)
def test_like_names_are_one_body_and_unlike_ones_are_not(left: str, right: str, same: bool) -> None:
    assert groups.same_body(left, right) is same


@pytest.mark.parametrize("name", ["领导小组", "工作领导小组", "成立工作专班", "现场指挥部", "县委员会"])
def test_a_bare_kind_names_nothing(name: str) -> None:
    assert groups.is_generic(name)


def test_bodies_are_ended_kept_renamed_and_merged() -> None:
    text = """\
县人民政府办公室关于撤销部分议事协调机构的通知

青政办发〔2031〕7号

各乡镇人民政府：

经县政府同意，决定撤销县铁路护路工作领导小组、县蚕桑产业发展指挥部，保留县防汛抗旱指挥部；县绿化委员会更名为县国土绿化委员会；将县旅游发展领导小组、县文化产业领导小组合并为县文旅融合发展领导小组。

青石县人民政府办公室
2031年8月8日
"""
    assert bodies(text) == [
        "县铁路护路工作领导小组||||撤销|whole",
        "县蚕桑产业发展指挥部||||撤销|whole",
        "县防汛抗旱指挥部||||保留|whole",
        "县国土绿化委员会||||更名|whole",
        "县文旅融合发展领导小组||||合并|whole",
    ]


ROSTER = "关于成立县防火领导小组的通知\n\n决定成立县防火领导小组，组成人员如下：\n组长：何 平 副县长\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("领导小组成员如有变动，由其继任者自然递补，不再另行发文。", "members||automatic"),
        ("组成人员因工作变动的，由接任者自行接替，并报领导小组办公室备案。", "leaders,members||automatic_with_filing"),
        ("成员工作岗位发生变动的，由所在单位确定新的人员，报领导小组办公室备案。", "members||by_filing"),
        ("成员需要调整的，由所在单位提出，报组长批准。", "members||by_approval"),
        ("除县领导外，其他成员职务变动的，由接任人员自动顶替，不另行文。", "members|县领导|automatic"),
        ("今后如有人员变动，由相应岗位人员自行递补。", "leaders,members||automatic"),
    ],
)
def test_the_wording_decides_how_a_seat_passes(sentence: str, clause: str) -> None:
    assert clauses(ROSTER.format(sentence)) == [f"县防火领导小组|{clause}"]


@pytest.mark.parametrize(
    "sentence", ["领导小组成员要及时调整工作重点。", "火情有变化的，成员单位要及时报告。", "领导小组不定期召开会议。"]
)
def test_other_changes_are_no_clause(sentence: str) -> None:
    assert clauses(ROSTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("对我县防汛抗旱指挥部组成人员进行调整，现通知如下：", "县防汛抗旱指挥部"),
        ("决定成立我局机关党建工作领导小组，组成人员如下：", "局机关党建工作领导小组"),
        ("决定成立本镇防火工作领导小组，组成人员如下：", "镇防火工作领导小组"),
        ("决定成立自我保护宣传工作领导小组，组成人员如下：", "自我保护宣传工作领导小组"),
        ("决定成立本土人才工作领导小组，组成人员如下：", "本土人才工作领导小组"),
    ],
)
def test_a_body_is_named_without_the_our_of_its_paper(words: str, name: str) -> None:
    text = f"甲县人民政府关于有关事项的通知\n\n各单位：\n\n{words}\n指挥长：何 平 副县长\n"
    assert bodies(text)[0].split("|")[0] == name


def test_a_heading_over_the_parts_of_a_body_names_none() -> None:
    assert groups.is_generic("专业工作组")
    assert groups.is_generic("专业委员会")
    assert not groups.is_generic("消防专业委员会")
