"""Tasks among whose labels stand some that give nobody a part, and labels in boxes of any print. All papers here are invented."""

from __future__ import annotations

import pytest

from tests.loaders.test_tasks_parts import tasks

HEAD = "甲县整改清单\n\n一、河岸堆料\n责任单位：县水利局\n"


@pytest.mark.parametrize(
    "between",
    [
        "验收单位：县河长办\n",
        "整改目标：清走堆料。\n",
        "销 号 情 况：未销号\n验收标准：岸上无堆料\n",
        "整改措施：\n1.清点堆料。\n2.运走堆料。\n",
        "【资金来源】：县级财政\n",
    ],
)
def test_what_an_item_tells_besides_does_not_end_it(between: str) -> None:
    found = tasks(f"{HEAD}{between}整改时限：2032年6月底\n二、路面破损\n责任单位：县交通局\n")
    assert found == ["一 河岸堆料 | - | - | 县水利局 | - | 2032年6月底", "二 路面破损 | - | - | 县交通局 | - | -"]


def test_a_label_between_is_no_unit_of_the_label_above() -> None:
    text = f"{HEAD}验收单位：县河长办\n整改目标：清完\n完成时限：2032年6月底\n"
    assert tasks(text) == ["一 河岸堆料 | - | - | 县水利局 | - | 2032年6月底"]


def test_what_asks_again_is_about_something_else() -> None:
    text = f"{HEAD}整改措施：\n1.清点堆料。\n责任单位：县财政局\n"
    assert tasks(text) == ["一 河岸堆料 | - | - | 县水利局 | - | -", "1 清点堆料 | - | - | 县财政局 | - | -"]


def test_prose_between_ends_the_item() -> None:
    assert tasks(f"{HEAD}各单位抓紧整改。\n整改时限：2032年6月底\n") == ["一 河岸堆料 | - | - | 县水利局 | - | -"]


@pytest.mark.parametrize(
    "box", ["〖{}〗", "（{}）", "『{}』", "〔{}〕", "【{}】：", "［{}］", "〔{}〕：", "（{}）：", "「{}」："]
)
def test_a_label_may_stand_in_any_box(box: str) -> None:
    labels = "".join(
        f"{box.format(label)}{value}\n"
        for label, value in (("牵头领导", "丁大江"), ("责任股室", "修缮股、财务股"), ("整改时限", "立行立改，长期坚持"))
    )
    found = tasks(f"甲局整改清单\n\n问题1：门窗失修\n{labels}\n问题2：账目不清\n{labels}")
    assert found == [
        f"{number} {title} | 丁大江 | - | 修缮股、财务股 | - | 立行立改，长期坚持"
        for number, title in (("1", "门窗失修"), ("2", "账目不清"))
    ]


def test_a_box_that_asks_for_nobody_is_no_label() -> None:
    assert tasks("甲局清单\n\n1.修门\n〖本报讯〗丁大江、修缮股\n〖附注〗：财务股\n") == []
    assert tasks("甲局清单\n\n1.修门\n（分管领导）丁大江到场讲话。\n（本单位）财务股参加\n") == []


def test_a_name_behind_a_surname_that_begins_words_too() -> None:
    text = "甲市分工\n\n1. 修路。（招大江；市交通局牵头，市财政局配合）\n2. 引资。（招商类；市商务局牵头）\n"
    assert tasks(text)[0] == "1 修路 | 招大江 | 市交通局 | - | 市财政局 | -"
    assert len(tasks(text)) == 1


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("工作职责：县住建局牵头，各镇配合\n工作要求：8月底前完成", "- | 县住建局 | - | 各镇 | 8月底前"),
        ("责任单位：县城管局\n工作目标：9月底前全部完成。", "- | - | 县城管局 | - | 9月底前"),
        ("责任单位：县城管局\n工作目标：9月底前摸清底数", "- | - | 县城管局 | - | -"),
        ("工作职责：负责清扫，各镇配合\n责任单位：县城管局", "- | - | 县城管局 | - | -"),
    ],
)
def test_a_label_that_asks_for_anything_means_what_its_value_is(labels: str, expected: str) -> None:
    assert tasks(f"甲县整治方案\n\n一、路面整治\n{labels}\n") == [f"一 路面整治 | {expected}"]


def test_a_line_that_lost_its_breaks_may_begin_with_a_later_number() -> None:
    text = (
        "甲县整治方案\n\n[接上页] (三)路面整治 工作职责:县住建局牵头,责任人:丁大江。挖补路面。 (四)摊点整治 责任单位:县城管局,"
        "责任人:王晓河 工作任务:搬迁摊点。 工作要求:8月底完成\n"
    )
    assert tasks(text) == [
        "(三) 路面整治 | 丁大江 | 县住建局 | - | - | -",
        "(四) 摊点整治 | 王晓河 | - | 县城管局 | - | 8月底",
    ]
