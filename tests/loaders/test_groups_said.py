"""Bodies a sentence speaks of as standing ones: the commands of emergency plans, teams that differ by their number alone."""

from __future__ import annotations

import pytest

from graph.statements import Group, Membership, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _seats(sentence: str) -> list[str]:
    text = f"甲县防汛应急预案\n\n1 总则\n为做好防汛工作，制定本预案。\n\n2 组织指挥体系\n{sentence}\n\n3 附则\n本预案自印发之日起施行。\n"
    found = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Membership)
    return [f"{seat.group} {seat.role} {seat.person or seat.title or seat.org}" for seat in found]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        (
            "县防汛抗旱指挥部（以下简称县防指）指挥长由县长担任，副指挥长由县水利局局长担任，成员由县水利局、县财政局主要负责人组成。",
            [
                "县防汛抗旱指挥部 指挥长 县长",
                "县防汛抗旱指挥部 副指挥长 县水利局局长",
                "县防汛抗旱指挥部 成员 县水利局主要负责人",
                "县防汛抗旱指挥部 成员 县财政局主要负责人",
            ],
        ),
        (
            "县防汛抗旱指挥部由县长任指挥长，分管水利的副县长任副指挥长。",
            ["县防汛抗旱指挥部 指挥长 县长", "县防汛抗旱指挥部 副指挥长 分管水利的副县长"],
        ),
        (
            "县防汛抗旱指挥部为全县防汛工作的综合协调机构。总指挥由分管副县长担任。成员单位：县水利局、县财政局。",
            ["县防汛抗旱指挥部 总指挥 分管副县长", "县防汛抗旱指挥部 成员 县水利局", "县防汛抗旱指挥部 成员 县财政局"],
        ),
        (
            "成立2个督导组：第一督导组由县水利局副局长周正任组长，赴东乡；第二督导组由县财政局副局长沈渡任组长，赴西乡。",
            ["第一督导组 组长 周正", "第二督导组 组长 沈渡"],
        ),
        ("各乡镇防汛指挥部由乡镇长任指挥长。", []),
        ("现场应急指挥部由到场的最高领导任总指挥。", []),
    ],
)
def test_a_sentence_names_the_body_and_who_leads_it(sentence: str, seats: list[str]) -> None:
    assert _seats(sentence) == seats


def test_a_number_of_teams_names_none() -> None:
    text = "甲县关于启动防汛响应的通知\n各乡镇：\n成立2个督导组：第一督导组由周正任组长；第二督导组由沈渡任组长。\n"
    found = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Group)
    assert [group.group for group in found] == ["第一督导组", "第二督导组"]


def test_what_a_list_of_problems_asks_to_found_is_no_body_yet() -> None:
    text = "甲县水利局问题整改清单\n组长周正已审。\n问题1：纠纷化解不及时。\n{label}建立水事纠纷联席会议制度。\n牵头领导：沈渡、钱程\n完成时限：6月底前\n"
    for label, groups in (("整改措施：", []), ("【整改措施】", []), ("二、", ["水事纠纷联席会议"])):
        found = read_paper(read_text(text.format(label=label).encode(), "x.txt")).statements
        assert [one.group for one in of_type(found, Group)] == groups
