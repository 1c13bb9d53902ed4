"""AB角 as boards and tables of offices, schools and firms print them: other words for who holds the post, blocks, labels with telephones."""

from __future__ import annotations

import pytest

from graph.statements import StandIn
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _pairs(text: str) -> list[tuple[str, str, str]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.person_a, row.person_b, row.mutual) for row in rows if isinstance(row, StandIn)]


@pytest.mark.parametrize(
    "head",
    [
        "A岗责任人\tB岗代办人",
        "A岗医生\tB岗医生",
        "A岗位负责人姓名\tB岗位替岗人员姓名",
        "主办人（A岗）\t协办人（B岗）",
        "A角（主岗）\tB角（备岗）",
    ],
)
def test_the_letter_says_which_column_is_whose(head: str) -> None:
    text = f"甲供水公司AB岗安排表\n部门\t{head}\n营业厅\t丁一\t卢石\n检修班\t沈渡\t周正\n"
    assert _pairs(text) == [("丁一", "卢石", "no"), ("沈渡", "周正", "no")]


def test_what_a_post_does_is_no_holder() -> None:
    text = "甲供水公司AB岗制度\n部门\tA岗工作要求\tB岗工作要求\n营业厅\t丁一\t卢石\n"
    assert _pairs(text) == []


@pytest.mark.parametrize("partner", ["（B角：{}）", "【B岗：{}】", "（B岗由{}同志担任）", "B角：{}"])
def test_a_line_of_its_own_names_who_stands_in_for_the_block(partner: str) -> None:
    text = (
        "关于班子成员工作分工及AB岗安排的通知\n各科室：\n现将班子成员工作分工及AB岗安排通知如下：\n"
        f"丁一  校长\n主持学校全面工作。\n{partner.format('卢石')}\n"
        f"卢石  副校长\n分管教学工作。\n{partner.format('丁一')}\n"
    )
    assert _pairs(text) == [("丁一", "卢石", "no"), ("卢石", "丁一", "no")]


@pytest.mark.parametrize(
    "lines",
    [
        "A岗人员：丁一    联系电话：5860101\nB岗人员：卢石    联系电话：5860102\nA岗人员：沈渡    联系电话：5860103\nB岗人员：周正    联系电话：5860104\n",
        "A岗：丁一    岗位：收费    B岗：卢石\nA岗：沈渡    岗位：开户    B岗：周正\n",
        "A岗责任人：丁一（股长） 备注：无\nB岗代办人：卢石 电话：123456\nA岗责任人：沈渡\nB岗代办人：周正（科员）\n",
    ],
)
def test_labels_of_both_posts_with_other_labels_beside_them(lines: str) -> None:
    assert _pairs(f"甲水利站AB岗公示牌\n{lines}") == [("丁一", "卢石", "no"), ("沈渡", "周正", "no")]


def test_rules_on_the_two_posts_pair_nobody() -> None:
    text = (
        "甲旗办税厅AB岗责任制\nA岗责任人：指在岗办理业务的工作人员。\nB岗代办人：指A岗责任人不在岗时代为办理的人员。\n"
        "B岗代办人顶岗期间由所长周正审批。\n"
    )
    assert _pairs(text) == []
