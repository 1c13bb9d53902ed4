"""Posts glued to the names before them in lists: bodies of the state, departments without their level, places, an office of a body."""

from __future__ import annotations

import pytest

from loaders.gazette.persons import is_title, read_mentions
from loaders.readers.text import read_text
from tests.loaders.statement_rows import bodies, seats

LISTED = "关于成立青石省养蚕普查领导小组的通知\n\n各市、县人民政府：\n\n成立青石省养蚕普查领导小组，成员名单如下：\n\n组长：方圆副省长\n"


def _read(words: str) -> list[str]:
    paper = read_text(words.encode(), "words.txt")
    return [f"{one.person}|{one.title or one.org}" for one in read_mentions(paper.passage(0, len(paper.text)))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("夏冰团省委副书记", "夏冰|团省委副书记"),
        ("石守官团市委书记", "石守官|团市委书记"),
        ("夏冰全国妇联副主席", "夏冰|全国妇联副主席"),
        ("夏冰国务院副秘书长", "夏冰|国务院副秘书长"),
        ("夏冰民政厅副厅长", "夏冰|民政厅副厅长"),
        ("石海燕水利部副部长", "石海燕|水利部副部长"),
        ("石海燕临川市副市长", "石海燕|临川市副市长"),
        ("夏 冰临川市委常委、副市长", "夏冰|临川市委常委、副市长"),
        ("夏 冰云州市委常委", "夏冰|云州市委常委"),  # a name of three letters and 州市委 make no sense
        ("夏 冰 云州市市长", "夏冰|云州市市长"),
        # Places: nobody is called so.
        ("平江水利局局长", "|平江水利局局长"),
        ("乌兰察布市副市长", "|乌兰察布市副市长"),
        ("梅山公安分局局长", "|梅山公安分局局长"),
        ("高新区管委会主任", "|高新区管委会主任"),
    ],
)
def test_a_post_right_behind_a_name(words: str, found: str) -> None:
    assert _read(words) == [found]


def test_who_holds_a_post_of_the_state() -> None:
    assert is_title("国务院副总理")
    assert not is_title("综合管理")


def test_the_office_of_another_body_is_the_post_of_a_person_in_a_list_of_persons() -> None:
    text = f"{LISTED}成员：夏冰省教育厅副厅长\n石海燕省妇女儿童工作委员会办公室主任\n梁栋省残联副理事长\n"
    assert seats(text)[1:] == [
        "成员|夏冰|省教育厅副厅长", "成员|石海燕|省妇女儿童工作委员会办公室主任", "成员|梁栋|省残联副理事长",
    ]  # fmt: skip
    assert [body.partition("|")[0] for body in bodies(text)] == ["青石省养蚕普查领导小组"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("折守官省工信厅副厅长", ["成员|夏冰|省教育厅副厅长", "成员|梁栋|省残联副理事长"]),
        # A heading, a crowd and a sentence end the list.
        ("联络人员", ["成员|夏冰|省教育厅副厅长"]),
        ("办公室设在省残联，负责日常工作。", ["成员|夏冰|省教育厅副厅长"]),
    ],
)
def test_one_line_that_cannot_be_read_does_not_end_a_list_of_persons(line: str, found: list[str]) -> None:
    text = f"{LISTED}成员：夏冰省教育厅副厅长\n{line}\n梁栋省残联副理事长\n"
    assert [seat for seat in seats(text) if seat.startswith("成员")] == found
