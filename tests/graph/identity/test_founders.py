"""Whose a group is that a paper names without a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.identity import resolve
from graph.statements import Group, Statement
from tests.graph.identity.papers import group, paper, seat

BUREAU, OTHER, GOVERNMENT = "青教发〔2031〕1号", "青水发〔2031〕1号", "青政办发〔2031〕1号"
NAME = "安全生产工作领导小组"


def groups_of(*papers: list[Statement]) -> int:
    papers = (
        *papers,
        [paper(f"青政发〔2031〕{number}号", "2031-01-02", issuer="青溪区人民政府") for number in (1, 2, 3)],
    )
    found = resolve([each for rows in papers for each in rows])
    again = resolve([each for rows in reversed(papers) for each in reversed(rows)])
    assert list(found.groups) == list(again.groups)
    return len(found.groups)


def of(number: str, issuer: str, name: str = NAME, *rows: Statement) -> list[Statement]:
    return [paper(number, "2031-03-01", issuer=issuer), group(number, name), *rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青溪区教育局", "青溪区水利局"), ("青溪区教育局", "青溪区人民政府办公室"), ("中共青溪区教育局党组", "青溪区人民政府"),
        ("石桥镇人民政府", "柳湾镇人民政府"), ("中共青溪区石桥镇委员会 青溪区石桥镇人民政府", "青溪区柳湾镇人民政府"),
        ("林荫街道办事处", "石桥镇人民政府"), ("青溪区第一中学", "青溪区第二中学"), ("青溪区委组织部", "中共青溪区委办公室"),
    ],
)  # fmt: skip
def test_groups_of_one_name_that_two_bodies_set_up_are_two(one: str, other: str) -> None:
    assert groups_of(of(BUREAU, one), of(OTHER, other)) == 2


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("青溪区教育局", "区教育局安全生产领导小组"), ("青溪区教育局", "局安全生产领导小组"), ("青溪区教育局", "教育局安全生产领导小组"),
        ("石桥镇人民政府", "镇安全生产领导小组"), ("石桥镇人民政府", "石桥镇安全生产领导小组"), ("林荫街道办事处", "街道安全生产领导小组"),
        ("青溪区第一中学", "青溪区第一中学安全生产领导小组"),
    ],
)  # fmt: skip
def test_a_body_names_its_own_group_in_several_ways(issuer: str, name: str) -> None:
    assert groups_of(of(BUREAU, issuer), of(OTHER, issuer, name)) == 1


def test_what_a_bureau_calls_the_districts_is_the_districts() -> None:
    said = [
        of(BUREAU, "青溪区教育局", name)
        for name in ("区安全生产领导小组", "青溪区安全生产领导小组", "全区安全生产领导小组")
    ]
    for rows in said:
        assert groups_of(of(GOVERNMENT, "青溪区人民政府办公室", "区安全生产领导小组"), rows) == 1


def test_what_the_government_set_up_or_heads_is_the_governments() -> None:
    whole = of(GOVERNMENT, "青溪区人民政府办公室")
    decided = [replace(row, sponsor="区人民政府") for row in of(BUREAU, "青溪区教育局") if isinstance(row, Group)]
    assert groups_of(whole, [paper(BUREAU, "2031-03-01", issuer="青溪区教育局"), *decided]) == 1
    led = seat(BUREAU, "杨川", "区委常委、副区长", group=NAME, role="组长")
    assert groups_of(whole, of(BUREAU, "青溪区教育局", NAME, led)) == 1
    own = seat(BUREAU, "杨川", "副区长、区教育局局长", group=NAME, role="组长")
    assert groups_of(whole, of(BUREAU, "青溪区教育局", NAME, own)) == 2
    deputy = seat(BUREAU, "杨川", "副区长", group=NAME, role="副组长")
    assert groups_of(whole, of(BUREAU, "青溪区教育局", NAME, deputy)) == 2


def test_a_group_of_several_bureaus_belongs_to_none_of_them() -> None:
    assert groups_of(of(GOVERNMENT, "青溪区人民政府"), of(BUREAU, "青溪区教育局 青溪区水利局")) == 1


def test_parts_are_of_the_group_above_them() -> None:
    own = of(BUREAU, "青溪区教育局", NAME, group(BUREAU, "综合协调工作组", NAME))
    later = of(OTHER, "青溪区教育局", "综合协调工作组")
    assert groups_of(own, later) == 2
    above = of(BUREAU, "青溪区教育局", "区防汛指挥部", group(BUREAU, "综合协调工作组", "区防汛指挥部"))
    whole = of(GOVERNMENT, "青溪区人民政府", "区防汛指挥部", group(GOVERNMENT, "综合协调工作组", "区防汛指挥部"))
    assert groups_of(above, whole) == 2


def test_a_short_name_of_the_issuer_is_the_same_body() -> None:
    assert groups_of(of(BUREAU, "青溪区发展和改革局"), of(OTHER, "青溪区发改局")) == 1
