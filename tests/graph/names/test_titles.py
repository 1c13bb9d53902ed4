from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.papers import papers_of
from graph.names.titles import Setting, bare_name, ends_in_position, is_position, is_sole, post_text, read_title
from graph.statements import Document, Source


def _cases() -> list[tuple[str, str, str]]:
    lines = Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").splitlines()
    cases = []
    for line in lines:
        if line and not line.startswith("#"):
            paper, _, expected = line.partition("=>")
            issuer, title = paper.strip().split(" / ")
            cases.append((issuer, title.strip(), expected.strip()))
    return cases


CASES = _cases()


def setting_of(issuer: str) -> Setting:
    paper = Document(title="关于分工的通知", issuer=issuer, source=Source(doc_id="x"))
    return papers_of([paper]).setting(paper)


def shown(title: str, setting: Setting) -> str:
    parts = []
    for reading in read_title(title, setting):
        text = "|".join(post_text(reading, setting.place))
        parts.append(text + "*" * reading.is_rank + (f"~{reading.capacity}" if reading.capacity else ""))
    return "; ".join(parts)


def test_the_table_of_titles_is_whole() -> None:
    assert len(CASES) == 101


@pytest.mark.parametrize(("issuer", "title", "expected"), CASES)
def test_a_title_is_read_into_bodies_and_positions(issuer: str, title: str, expected: str) -> None:
    assert shown(title, setting_of(issuer)) == expected


@pytest.mark.parametrize(
    ("position", "body"),
    [
        ("局长", "区财政局"), ("主任", "区卫生健康委员会"), ("书记", "区委"), ("书记", "区政协党组"), ("区长", "区人民政府"),
        ("董事长", "长河水务集团"), ("政委", "区公安分局"), ("检察长", "区人民检察院"),
    ],
)  # fmt: skip
def test_the_head_of_a_body_is_the_only_one(position: str, body: str) -> None:
    assert is_sole(position, body)


@pytest.mark.parametrize(
    ("position", "body"),
    [
        ("副局长", "区财政局"), ("常务副区长", "区人民政府"), ("成员", "区人民政府党组"), ("常委", "区委"),
        ("校长助理", "绍兴市第一中学"), ("董事", "长河水务集团"), ("三级调研员", "区民政局"), ("首席数据官", "区大数据局"),
        ("书记", "区财政局"),
    ],
)  # fmt: skip
def test_deputies_members_ranks_and_unknown_positions_may_be_many(position: str, body: str) -> None:
    assert not is_sole(position, body)


@given(st.text(alphabet="区委副书记政府长局办公室主任、兼提名代 （）(挂职)原甲乙", max_size=30))
def test_any_words_are_read_without_failing(title: str) -> None:
    for reading in read_title(title, setting_of("沅峤县人民政府")):
        assert reading.position
        assert reading.capacity == "" or not reading.position.startswith("提名")


@given(st.sampled_from([case for case in CASES if case[2]]))
def test_inner_spaces_of_print_do_not_matter_around_separators(case: tuple[str, str, str]) -> None:
    issuer, title, _ = case
    assert shown(title.replace("、", "、 "), setting_of(issuer)) == shown(title, setting_of(issuer))


def test_positions_and_names_are_told_apart() -> None:
    assert is_position("副局长")
    assert not is_position("区财政局局长")
    assert ends_in_position("区财政局局长")
    assert not ends_in_position("周正")


def test_a_title_glued_to_a_name_comes_off() -> None:
    known = {"周正", "高明"}
    assert bare_name("高明副区长", known) == "高明"
    assert bare_name("区委常委高明", known) == "高明"
    assert bare_name("周正同志", known) == "周正"
    assert bare_name("周正平", known) == "周正平"
