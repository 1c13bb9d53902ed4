"""A paper that renames the body of its title: what it tells then belongs to the body under its new name."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies

_PAPER = "青石县人民政府办公室关于调整{}的通知\n\n各乡镇：\n\n{}\n县长韩启任组长；增补县财政局局长丁一为成员。\n领导小组办公室设在县数据局，李兰兼任办公室主任。\n\n青石县人民政府办公室\n2031年5月6日\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "县政府决定将县信息化领导小组更名为县数字建设领导小组，并对组成人员进行调整。",
        "经研究，县信息化领导小组改称县数字建设领导小组。",
        "县信息化领导小组改称为县数字建设领导小组（以下简称领导小组），成员调整如下：",
        "因机构改革，原县信息化领导小组调整为县数字建设领导小组，组成人员如下：",
        "现将“县信息化领导小组”名称变更为“县数字建设领导小组”，并调整成员。",
    ],
)
@pytest.mark.parametrize("title", ["县信息化领导小组", "县信息化领导小组组成人员"])
def test_persons_and_office_belong_to_the_body_under_its_new_name(sentence: str, title: str) -> None:
    text = _PAPER.format(title, sentence)
    assert bodies(text) == ["县数字建设领导小组||县数据局|李兰|更名|patch"]
    assert of_bodies(text) == [
        "县数字建设领导小组 组长 韩启 县长",
        "县数字建设领导小组 成员 丁一 县财政局局长",
        "县数字建设领导小组 办公室主任 李兰",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "因成员单位县农业委员会更名为县乡村振兴委员会，对县信息化领导小组成员调整如下：",
        "因县信息化领导小组成员单位县农业委员会更名为县乡村振兴委员会，对成员调整如下：",
        "县信息化产业领导小组已更名为县数字产业领导小组，现对县信息化领导小组成员调整如下：",
        "县信息化领导小组办公室更名为县数据局。现将成员调整如下：",
        "因成员变动，现将县信息化领导小组调整为由县长任组长的县级领导小组。",
    ],
)
def test_a_body_that_is_renamed_in_passing_takes_nothing(sentence: str) -> None:
    text = _PAPER.format("县信息化领导小组组成人员", sentence)
    assert "县信息化领导小组||县数据局|李兰|调整" in [row.rpartition("|")[0] for row in bodies(text)]
    assert {"县信息化领导小组 组长 韩启 县长", "县信息化领导小组 成员 丁一 县财政局局长"} <= set(of_bodies(text))
