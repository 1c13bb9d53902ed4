"""Lists of changes of which each line seats somebody, below a verb that the first line prints."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import of_bodies, seats

_ADJUSTED = "关于调整县绿化委员会组成人员的通知\n\n各乡镇：\n\n对部分组成人员作如下调整：\n\n一、县绿化委员会\n"
_THREE = ["+副主任|韩启|副县长、县林业局局长", "+成员|丁一|县水利局局长", "+成员|李兰|县民政局局长"]


@pytest.mark.parametrize(
    "lines",
    [
        "增补：副县长、县林业局局长 韩 启 为副主任\n　　　县水利局局长 丁 一 为成员\n　　　县民政局局长 李 兰 为成员\n",
        "增补 副县长、县林业局局长 韩启 任副主任\n县水利局局长丁一任成员\n县民政局局长李兰任成员\n",
        "增补：副县长、县林业局局长韩启为副主任；\n县水利局局长丁一为成员；\n县民政局局长李兰为成员。\n",
        "新增人员：\n副县长、县林业局局长 韩启 为副主任\n县水利局局长 丁一 为成员\n县民政局局长 李兰 为成员\n",
        "补充：副县长、县林业局局长韩启同志为副主任\n县水利局局长丁一同志为成员\n县民政局局长李兰同志为成员职务\n",
    ],
)
def test_each_line_below_the_verb_adds_its_own_member(lines: str) -> None:
    assert seats(_ADJUSTED + lines) == _THREE


def test_who_leaves_below_such_a_list_left_the_seat_that_is_named() -> None:
    lines = "增补：县水利局局长 丁一 为副主任\n县民政局局长 李兰 为成员\n王平不再担任副主任职务。\n"
    assert seats(_ADJUSTED + lines) == [
        "+副主任|丁一|县水利局局长",
        "+成员|李兰|县民政局局长",
        "-副主任|王平|",
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("增补县水利局局长丁一、县民政局局长\n李兰为成员。\n", ["+成员|丁一|县水利局局长", "+成员|李兰|县民政局局长"]),
        ("增补县水利局局长丁一为成员\n单位联络员由各单位报送。\n", ["+成员|丁一|县水利局局长"]),
        ("各单位分管负责同志为成员\n", []),
    ],
)
def test_a_line_that_goes_on_below_is_not_cut_from_its_role(lines: str, read: list[str]) -> None:
    assert seats(_ADJUSTED + lines) == read


@pytest.mark.parametrize(
    "lines", ["增补县水利局局长丁一为副主任县民政局局长李兰为成员\n", "增补丁一为副主任县民政局局长李兰为成员。\n"]
)
def test_two_entries_in_one_run_never_make_one_post(lines: str) -> None:
    assert not any("为" in row for row in seats(_ADJUSTED + lines))


def test_a_person_who_is_turned_into_a_role_is_no_body_that_somebody_leaves() -> None:
    assert seats(_ADJUSTED + "县水利局局长丁一调整为副主任\n县民政局局长李兰调整为成员\n") == [
        "+副主任|丁一|县水利局局长",
        "+成员|李兰|县民政局局长",
    ]
    assert seats(_ADJUSTED + "副主任由王平调整为丁一\n") == ["+副主任|丁一|<王平"]


_TWO = "关于调整部分议事协调机构的通知\n\n各街道：\n\n现将有关事项通知如下：\n\n一、区防汛抗旱指挥部组成人员调整如下：\n\n增补区水利局局长丁一为副总指挥。\n\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("二、区道路交通安全联席会议办公室主任由区公安局副局长李兰担任，王平不再担任。\n", False),
        ("二、区绿化委员会副主任由区林业局局长李兰担任。\n", False),
        ("二、区森林防火指挥部副总指挥改由区林业局局长李兰担任。\n", False),
        ("区防汛指挥部副总指挥由区应急管理局局长李兰担任。\n", True),  # the same body, said shortly
        ("指挥部副总指挥改由区应急管理局局长李兰担任。\n", True),
    ],
)
def test_a_sentence_that_names_another_body_changes_no_seat_of_the_one_above(words: str, expected: bool) -> None:
    rows = [row for row in of_bodies(_TWO + words) if row.startswith("区防汛抗旱指挥部")]
    assert any("丁一" in row for row in rows)
    assert any("李兰" in row for row in rows) is expected
