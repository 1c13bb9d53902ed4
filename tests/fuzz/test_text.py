"""Any text, mostly of words that papers print, through each parser of text: it is read or refused, and what is read is lawful."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from core.errors import DutygraphError, InputError
from core.settings import Settings
from graph.build import graph_of
from graph.cells import as_cell, as_list
from graph.days import checked_day, day_after, first_day, is_prefix
from graph.decisions import Decision
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading
from graph.names.bodies import kind_of, localise
from graph.names.people import surname_of, suspicion
from graph.names.places import NOWHERE
from graph.names.titles import Setting, is_position, read_title
from graph.private import mask
from graph.statements import Membership, Source
from loaders.extraction import extract
from loaders.gazette.dates import day_of
from loaders.gazette.issue import split
from loaders.readers.text import read_text
from loaders.tables import read_table_files
from queries.router import suggestions, understand

Result = TypeVar("Result")

#: What such papers are made of, and what they should not hold.
_WORDS = (
    "兰亭区人民政府办公室", "关于调整", "关于成立", "领导小组", "组成人员名单如下：", "的通知", "兰政办发〔2031〕4号", "（2031年3月30日）",
    "组　长：", "副组长：", "成　员：", "周　正", "沈渡", "区财政局局长", "分管", "协助", "负责", "联系", "牵头单位：", "责任单位：",
    "A角", "B角", "互为", "任命", "免去", "同志", "为", "的职务", "一、", "（一）", "1.", "附件：", "主送", "各镇人民政府，", "区直各部门：",
    "工作发生变动的，由接任者自然递补", "按照职责", "完成时限：2031年12月底", "\n", "\n\n", "\t", "　　", "|", "、", "，", "。", "；", "：", "《", "》", "（", "）",
    "2月30日", "二〇三一年", "不再担任", "增补", "办公室设在", "主任由", "兼任", "\x00", "\u202e", "\u200b", "\ufeff", "𠮷", "⼀", "é", "🙂", "<b>", "=1+1", "'", '"', "\\",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), max_size=40).map("".join)
short = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), max_size=6).map("".join)
_MANY = hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def attempt(call: Callable[[], Result]) -> tuple[Result | None, str]:
    """What a call gives, or the code with which it refuses; any other error is a failure."""
    try:
        return call(), ""
    except DutygraphError as error:
        return None, error.code


@given(st.one_of(st.text(max_size=14), st.from_regex(r"[0-9]{0,5}-?[0-9]{0,3}-?[0-9]{0,3}", fullmatch=True)))
def test_any_day_is_a_day_or_refused(text: str) -> None:
    if is_prefix(text):
        assert first_day(text) < day_after(text) or text >= "9999"
    day, code = attempt(lambda: checked_day(text))
    assert code == "BAD-DATE" or first_day(str(day)) == day
    assert is_prefix(day_of(text)) or day_of(text) == ""


@given(short, st.lists(short, max_size=5))
def test_any_cell_is_a_list_and_any_list_a_cell(cell: str, items: list[str]) -> None:
    assert as_list(as_cell(as_list(cell))) == as_list(cell)
    assert as_list(as_cell(tuple(items))) == tuple(item for item in items if item)


@given(short)
def test_any_name_is_somebody_or_nobody(name: str) -> None:
    assert isinstance(surname_of(name), str)
    assert suspicion(name) is None or suspicion(name)
    assert kind_of(name)
    assert localise(name, NOWHERE)
    assert len(mask(name)) == len(name)


@given(short)
def test_any_title_is_read(title: str) -> None:
    for reading in read_title(title, Setting(NOWHERE, "")):
        assert reading.position
    assert is_position(title) in (True, False)


@_MANY
@given(texts)
def test_any_issue_falls_into_notices_that_lie_in_it(text: str) -> None:
    try:
        paper = read_text(text.encode("utf-8", "surrogatepass"), "a.txt")
    except InputError:
        return
    for notice in split(paper, jurisdiction="990101"):
        assert notice.doc_id


@_MANY
@given(texts)
def test_any_paper_is_read_to_statements_that_quote_it(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    found, code = attempt(lambda: extract(data, "a.txt", Settings(jurisdiction="990101")))
    if found is None:
        assert code.startswith("FILE-")
        return
    for statement in found.reading.statements:
        source = statement.source
        assert found.reading.text[source.start : source.end] == source.quote
        assert source.rule
        assert 0 <= source.confidence <= 1


_COLUMNS = st.sampled_from(
    (
        "jurisdiction",
        "doc_id",
        "quote",
        "rule",
        "group",
        "role",
        "action",
        "person",
        "start",
        "confidence",
        "file",
        "nonsense",
        "",
    )
)


@_MANY
@given(st.lists(_COLUMNS, max_size=8), st.lists(st.lists(short, max_size=8), max_size=4), st.booleans())
def test_any_table_of_statements_is_read_or_refused(heads: list[str], rows: list[list[str]], strict: bool) -> None:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    data = "\n".join(",".join(row) for row in [heads, *quoted]).encode("utf-8", "surrogatepass")
    found, code = attempt(lambda: read_table_files({"memberships.csv": data}, "990101", strict=strict))
    assert code or all(isinstance(statement, Membership) for statement in found or ())


@_MANY
@given(short)
def test_any_question_is_understood_or_not(question: str) -> None:
    intent, code = attempt(lambda: understand(question))
    assert code or intent is None or intent.subject
    assert len(suggestions(question)) <= 6


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("decisions")
    with open_ledger(Settings(home=folder)) as opened:
        sha256 = opened.receive(b"a", "a.txt")
        place = Source(jurisdiction="990101", doc_id="兰政办发〔2031〕4号", quote="周正", rule="x", file=sha256)
        seat = Membership(source=place, group="医改领导小组", role="成员", action="listed", person="周正")
        opened.write(Reading(sha256=sha256, kind="text", rules="1", statements=(seat,)))
        yield opened


@hypothesis_settings(max_examples=40, deadline=None)
@given(
    verdict=st.sampled_from(("accept", "reject", "correct", "same", "not-same")),
    own=st.booleans(),
    subject=short,
    other=short,
    column=st.one_of(st.sampled_from(("person", "title", "order", "group")), short),
    value=short,
)
def test_any_decision_leaves_a_graph(
    ledger: Ledger, verdict: str, own: bool, subject: str, other: str, column: str, value: str
) -> None:
    identifier = ledger.live().ids.ids[0] if own and ledger.live().ids.ids else subject
    decision = Decision(
        verdict=verdict, subject=identifier, other=other, column=column, value=value, reason="x"  # type: ignore[arg-type]
    )  # fmt: skip
    row = ledger.decide(decision, who="a")
    try:
        assert graph_of(ledger).nodes is not None
    finally:
        ledger.withdraw_decision(row, who="a", why="b")
