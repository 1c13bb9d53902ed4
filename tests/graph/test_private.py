from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.private import MASK, mask, mask_statement, mask_statements, private_spans
from graph.statements import Duty, IssueFact, Membership, Source, Task


@pytest.mark.parametrize(
    ("printed", "masked"),
    [
        ("电话13800000000。", "电话●●●●●●●●●●●。"),
        ("电话１３８００００００００", "电话●●●●●●●●●●●"),
        ("手机 138-0000-0000", "手机 ●●●●●●●●●●●●●"),
        ("手机138 0000 0000)", "手机●●●●●●●●●●●●●)"),
        ("手机1380000\n0000)", "手机●●●●●●●\n●●●●)"),
        ("邮箱zhou.zheng@example.com。", "邮箱" + "●" * 22 + "。"),
        ("身份证110101199003070011", "身份证" + "●" * 18),
        ("身份证11010119900307001X,", "身份证" + "●" * 18 + ","),
        ("(联系人:周正,联系电话:0477-8000000)", "(联系人:●●,联系电话:0477-8000000)"),
        ("联系人：周 正，电话", "联系人：●●●，电话"),
        ("联系人：周正、沈渡；", "联系人：●●●●●；"),
        ("联系人:周正电话0477-8000000", "联系人:●●电话0477-8000000"),
        ("联系人及电话：沈渡 13900000000", "联系人及电话：●● ●●●●●●●●●●●"),
        ("联系人：周正，请按时报送", "联系人：●●，请按时报送"),
        ("联系人 周正 电话", "联系人 ●● 电话"),
    ],
)
def test_private_data_is_masked_in_its_length(printed: str, masked: str) -> None:
    assert mask(printed) == masked
    assert len(mask(printed)) == len(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "举报电话（12350）、热线12345",
        "邮编:017000 电话:0477-8000000",
        "投资15000000000元",
        "信箱 office@jiaqu.gov.cn",
        "统一社会信用代码121506024606501230",
        "明确一名分管领导和一名联系人，于8月10日前报送",
        "联系人制度",
        "联系人:小区改造专班",
        "编号１３８０００００００００",
        "甲政办发〔2031〕4号",
        "20310830",
    ],
)
def test_public_data_stays(printed: str) -> None:
    assert mask(printed) == printed


def test_a_name_cut_off_from_its_label_is_masked_by_the_paper() -> None:
    text = "材料报区疾控中心(联系人:周正,电话:13800000000)。"
    start = text.index("周正")
    source = Source(start=start, end=start + 3, quote=text[start : start + 3])
    duty = Duty(org="区疾控中心", summary="报周正处", source=source)
    masked = mask_statement(duty, text, private_spans(text))
    assert masked.source.quote == "●●,"
    assert masked == Duty(org="区疾控中心", summary="报●●处", source=masked.source)


def test_the_same_name_in_a_roster_stays() -> None:
    text = "联系人:周正,电话\n成员:周正 区财政局局长"
    start = text.rindex("周正")
    seat = Membership(group="组", role="成员", person="周正", source=Source(start=start, end=start + 2, quote="周正"))
    assert mask_statement(seat, text, private_spans(text)) is seat


@given(st.lists(st.text(alphabet="联系人:周正,、 \n13800a@.c", max_size=30), max_size=6))
def test_many_statements_are_masked_as_each_alone(words: list[str]) -> None:
    text = "\n".join(words)
    spans = private_spans(text)
    starts = [sum(len(other) + 1 for other in words[:number]) for number in range(len(words))]
    duties = [
        Duty(org=own, summary=own[::-1], source=Source(start=start, end=start + len(own), quote=own))
        for start, own in zip(starts, words, strict=True)
    ]
    assert mask_statements(duties, text, spans) == tuple(mask_statement(duty, text, spans) for duty in duties)


def test_a_contact_person_of_the_issue_is_masked() -> None:
    fact = IssueFact(key="联系人", value="周正", source=Source(quote="责任编辑 周正"))
    assert mask_statement(fact) == IssueFact(key="联系人", value="●●", source=Source(quote="责任编辑 ●●"))


def test_lists_are_masked_item_by_item() -> None:
    assert mask_statement(Task(title="一", leader=("周正13800000000", "沈渡"))) == Task(
        title="一", leader=("周正" + MASK * 11, "沈渡")
    )


@given(st.text(alphabet="联系人:：周正,、 \n1380电话@a.com()X"))
def test_masking_keeps_length_lines_and_is_idempotent(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert [i for i, c in enumerate(masked) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(a in (b, MASK) for a, b in zip(masked, text, strict=True))


def test_masking_is_linear() -> None:
    hostile = ["联系人:" + "周、" * 50_000, "a." * 100_000 + "@", "1" * 200_000, "联系人" * 60_000, "周 正" * 60_000]
    begin = time.perf_counter()
    for text in hostile:
        mask(text)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("家庭住址：青杼镇幸福路3号，电话", "家庭住址：●●●●●●●●，电话"),
        ("现居住地：兰亭区某街5号。", "现居住地：●●●●●●●。"),
        ("姓名、住址等应当在显著位置公示", "姓名、住址等应当在显著位置公示"),
        ("办公地址：兰亭区政府大院3号楼", "办公地址：兰亭区政府大院3号楼"),
        ("身份证号990101198001011234", "身份证号●●●●●●●●●●●●●●●●●●"),
    ],
)
def test_homes_are_masked_and_offices_are_not(text: str, masked: str) -> None:
    assert mask(text) == masked
