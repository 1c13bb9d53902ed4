"""Answers put together out of a small graph made by hand, where each case is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest

from core.errors import InputError, NotFoundError, UsageError
from core.settings import Settings
from graph import search
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.stores import graph_home
from graph.stores.store import Store
from queries.answers.asking import answer, ask
from queries.answers.groups import roster
from queries.answers.leaders import holders, portfolio
from queries.answers.model import Oversight, Responsibility, Thing
from queries.answers.resolve import AmbiguousError, resolve
from queries.answers.results import Table
from queries.answers.serial import as_json
from queries.answers.show import sheet_of
from queries.answers.words import quotation, reach
from queries.library import Library, open_library

PLACE = "990101"
OPEN: dict[str, PropertyValue] = {"valid_from": "2031-02-01", "possible_from": "2031-02-01"}


def node(label: str, key: str, name: str, **properties: PropertyValue) -> Node:
    return Node(label, key, {"id": key, "name": name, "jurisdiction": PLACE, **properties})


def edge(kind: str, start: Node, end: Node, **properties: PropertyValue) -> Edge:
    key = f"ed_{kind}_{start.id}_{end.id}_{properties.get('possible_from', '')}"
    known = {"id": key, "basis": "stated", "evidence": ["ev_1"], **properties}
    return Edge(kind, key, start.label, start.id, end.label, end.id, known)


def paper(key: str, number: str, day: str, **properties: PropertyValue) -> Node:
    return node("Document", key, f"关于{key}的通知", number=number, effective_day=day, signed_date=day, **properties)


def made_up() -> Graph:
    zhou, shen, han, lin = (
        node("Person", f"pe_{key}", name) for key, name in (("z", "周正"), ("s", "沈渡"), ("h", "韩周"), ("l", "林间"))
    )
    finance, audit = node("Organisation", "org_f", "区财政局"), node("Organisation", "org_a", "区审计局")
    head = node("Post", "po_f", "区财政局局长", position="局长", sole=True)
    matter = node("Matter", "ma_t", "财税")
    task = node("Task", "ta_1", "扩大风险补偿", number="3", document="doc_p", **OPEN)
    plan = node("Plan", "pl_1", "行动方案", document="doc_p", **OPEN)
    group = node("Group", "gr_1", "河湖治理领导小组", possible_from="2031-02-01", valid_from="2031-02-01")
    seats = [
        node("Seat", f"se_{place}", f"{role}席", role=role, order=place, kind=kind, title=title, **OPEN)
        for place, role, kind, title in (
            (1, "组长", "named", "副区长"), (2, "成员", "post", "区财政局局长"), (3, "成员", "unit", ""),
            (4, "成员", "function", "各镇主要负责人"),
        )
    ]  # fmt: skip
    papers = [
        paper("doc_p", "甲政办发〔2031〕4号", "2031-02-01", **OPEN),
        paper("doc_9", "甲政办发〔2031〕9号", "2031-06-01"),
        paper("doc_n", "甲政办发〔2032〕3号", "2032-01-20"),
        paper("doc_x", "甲政发〔2032〕1号", "2032-03-01"),
    ]
    words = [
        node("Evidence", "ev_1", "4号 第7行", quote="分管区财政局", document="doc_p", document_number="甲政办发〔2031〕4号",
             line_start=7, line_end=7, start=40, end=46, confidence=1.0, table="portfolios", rule="x", file="f"),
        node("Evidence", "ev_2", "4号 第9行", quote="由接任者自行接替", document="doc_p",
             document_number="甲政办发〔2031〕4号", line_start=9, line_end=9, start=60, end=68, confidence=1.0,
             table="successions", rule="x", file="f"),
    ]  # fmt: skip
    until: dict[str, PropertyValue] = {**OPEN, "valid_to": "2031-06-01", "possible_to": "2031-06-01"}
    since: dict[str, PropertyValue] = {"valid_from": "2031-06-01", "possible_from": "2031-06-01"}
    edges = [
        *(edge("QUOTES", each, papers[0]) for each in words),
        edge("IN_CHARGE_OF", zhou, finance, relation="分管", capacity="principal", **OPEN),
        edge("IN_CHARGE_OF", shen, finance, relation="协助", capacity="assisting", via="区长", **OPEN),
        edge("LIAISES_WITH", zhou, audit, relation="联系", **OPEN),
        edge("RESPONSIBLE_FOR", zhou, matter, relation="负责", capacity="principal", **OPEN),
        edge("STANDS_IN_FOR", shen, zhou, rank="C", fallback="报区长确定", **OPEN),
        edge("STANDS_IN_FOR", lin, zhou, rank="B", exclusion="内部事务", **OPEN),
        edge("HAS_TASK", plan, task, **OPEN),
        edge("ISSUED", papers[0], plan, **OPEN),
        edge("NAMED_FOR", shen, task, **OPEN),
        edge("LEADS", finance, task, word="牵头单位", order=1, **OPEN),
        edge("CARRIES_OUT", audit, task, word="责任单位", order=1, **OPEN),
        edge("ANSWERED_BY", task, shen, verdict="as_printed", answers_as="named", named_leader="沈渡",
             valid_from="2031-02-01", possible_from="2031-02-01", valid_to="2031-05-01", possible_to="2031-06-01"),
        edge("ANSWERED_BY", task, zhou, verdict="moved", answers_as="in_charge", named_leader="沈渡", through="区财政局",
             since_at_latest="2031-06-01", valid_from="2031-06-01", possible_from="2031-05-01"),
        edge("HOLDS", han, head, basis="sighted", valid_from="2031-02-01", valid_to="2031-03-01",
             possible_to="2031-06-01"),
        edge("HOLDS", lin, head, basis="sighted", valid_from="2031-06-01", possible_from="2031-03-01"),
        edge("OF", head, finance),
        *(edge("OF_GROUP", seat, group, because_of=["ev_2"] if seat.id == "se_2" else [], **OPEN) for seat in seats),
        edge("ISSUED", papers[0], group, action="成立", extent="whole", **OPEN),
        edge("BOUND_TO", seats[2], audit, **OPEN),
        edge("FILLS", zhou, seats[0], state="listed", title="副区长", **OPEN),
        edge("FILLS", han, seats[1], state="listed", title="区财政局局长", **until),
        edge("FILLS", lin, seats[1], state="succession", title="区财政局局长", because_of=["ev_2"], **since),
    ]  # fmt: skip
    nodes = [zhou, shen, han, lin, finance, audit, head, matter, task, plan, group, *seats, *papers, *words]
    return Graph.of(nodes, edges)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(home=tmp_path_factory.mktemp("answers"))
    graph = made_up()
    search.build(search.index_path(settings, "v1"), graph)
    home = graph_home(settings)
    home.publish(graph, version="v1")
    with open_library(settings) as opened:
        yield opened


ZHOU = Thing("pe_z", "Person", "周正")
TASK = Thing("ta_1", "Task", "扩大风险补偿")
GROUP = Thing("gr_1", "Group", "河湖治理领导小组")


def test_a_desk_tells_charge_from_help_and_liaison(library: Library) -> None:
    found = portfolio(library, ZHOU, "2031-03-01")
    assert [(each.edge.code, each.object.name) for each in found.charges] == [
        ("IN_CHARGE_OF", "区财政局"), ("RESPONSIBLE_FOR", "财税"), ("LIAISES_WITH", "区审计局"),
    ]  # fmt: skip
    assert [(each.person.name, each.rank) for each in found.stand_ins] == [("林间", "B"), ("沈渡", "C")]


def test_oversight_puts_who_is_in_charge_before_who_helps(library: Library) -> None:
    found = answer(library, "oversight", Thing("org_f", "Organisation", "区财政局"), on="2031-03-01")
    assert isinstance(found, Oversight)
    assert [(each.person.name, each.capacity.code) for each in found.charges] == [
        ("周正", "principal"), ("沈渡", "assisting"),
    ]  # fmt: skip
    assert [each.person.name for each in found.charges[0].stand_ins] == ["林间", "沈渡"]


def test_on_a_day_the_papers_leave_open_both_answers_stand(library: Library) -> None:
    def answers(on: str) -> list[tuple[str, str, str]]:
        found = answer(library, "responsible", TASK, on=on)
        assert isinstance(found, Responsibility)
        return [(each.who.name, each.verdict.code, each.held.status.code) for each in found.answers]

    assert answers("2031-04-01") == [("沈渡", "as_printed", "certain")]
    assert sorted(answers("2031-05-15")) == [("周正", "moved", "possible"), ("沈渡", "as_printed", "possible")]
    assert answers("2031-06-01") == [("周正", "moved", "certain")]
    assert answers("2031-01-31") == []


def test_a_task_on_a_day_before_its_paper_says_when_it_was_issued(library: Library) -> None:
    sheet = sheet_of(answer(library, "responsible", TASK, on="2030-01-01"), "zh")
    assert sheet.notes == ("2031-02-01 才印发这项任务。",)
    assert sheet.lines == ()


def test_units_of_a_task_stand_with_their_heads(library: Library) -> None:
    found = answer(library, "responsible", TASK, on="2031-07-01")
    assert isinstance(found, Responsibility)
    assert [(unit.organisation.name, unit.part.code) for unit in found.units] == [
        ("区财政局", "LEADS"), ("区审计局", "CARRIES_OUT"),
    ]  # fmt: skip
    assert [each.person.name for each in found.units[0].heads] == ["林间"]
    assert found.document_number == "甲政办发〔2031〕4号"


def test_seats_come_in_printed_order_with_their_states_and_clause(library: Library) -> None:
    found = roster(library, GROUP, "2031-07-01")
    lines = [(each.role, each.holder.name if each.holder else "", each.state.code) for each in found.seats]
    assert lines == [
        ("组长", "周正", "listed"), ("成员", "林间", "succession"), ("成员", "区审计局", "unit"), ("成员", "", "function"),
    ]  # fmt: skip
    assert [each.name for each in found.seats[1].printed_for] == ["韩周"]
    assert found.clauses == ("ev_2",)
    assert [each.role for each in roster(library, GROUP, "2031-07-01", role="组长").seats] == ["组长"]


def test_a_group_is_not_there_the_day_before_its_paper(library: Library) -> None:
    found = roster(library, GROUP, "2031-01-31")
    assert (found.seats, found.founded, found.ended) == ((), "2031-02-01", "")


def test_between_two_sightings_both_holders_are_possible(library: Library) -> None:
    def names(on: str) -> list[tuple[str, str]]:
        found = holders(library, Thing("po_f", "Post", "区财政局局长"), on)
        return [(each.person.name, each.held.status.code) for each in found.holders]

    assert names("2031-02-15") == [("韩周", "certain")]
    assert names("2031-04-01") == [("林间", "possible"), ("韩周", "possible")]
    assert names("2031-06-01") == [("林间", "certain")]
    sheet = sheet_of(holders(library, Thing("po_f", "Post", "区财政局局长"), "2031-04-01"), "en")
    assert "no paper excludes it" in sheet.notes[0]


def test_reach_counts_the_numbers_between_that_were_not_seen(library: Library) -> None:
    (found,) = reach(library, quotation(library, "ev_1").evidence)
    # 5-8 of 2031 and 1-2 of 2032; the other series does not count.
    assert (found.series, found.number, found.date, found.unseen) == (
        "甲政办发", "甲政办发〔2032〕3号", "2032-01-20", 6,
    )  # fmt: skip


def test_how_far_the_papers_reach_is_asked_of_the_graph_once(library: Library) -> None:
    words = quotation(library, "ev_1").evidence
    before = reach(library, words)
    assert reach(replace(library, store=cast("Store", object())), words) == before


def test_a_day_past_the_papers_is_answered_with_a_word_of_care(library: Library) -> None:
    assert sheet_of(portfolio(library, ZHOU, "2040-01-01"), "zh").notes == (
        "所见文件只到 2032-01-20，其后有无变动不得而知。",
    )
    assert sheet_of(portfolio(library, ZHOU, "2032-01-20"), "zh").notes == ()


def test_equal_questions_give_equal_bytes(library: Library) -> None:
    texts = {as_json([answer(library, "portfolio", ZHOU, on="2031-03-01")]) for _ in range(3)}
    assert len(texts) == 1
    data = json.loads(texts.pop())
    assert data["answer"] == "portfolio"
    assert data["evidence"][0]["quote"] == "分管区财政局"


def test_asking_in_words_resolves_the_subject(library: Library) -> None:
    found = ask(library, "2031年4月1日，谁分管财政局？")
    assert isinstance(found, Oversight)
    assert (found.subject.name, found.on) == ("区财政局", "2031-04-01")
    table = ask(library, "区财政局牵头哪些任务", on="2031-04-01")
    assert isinstance(table, Table)
    assert [row["task"] for row in table.result.rows] == ["扩大风险补偿"]


def test_a_committees_head_is_asked_for_like_a_post(library: Library) -> None:
    found = ask(library, "河湖治理领导小组组长是谁", on="2031-04-01")
    assert [each.name for each in (found.subject,)] == ["河湖治理领导小组"]  # type: ignore[union-attr]


def test_what_may_be_two_things_is_listed(library: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        resolve(library.index, "周", ["Person"])
    assert [hit.name for hit in caught.value.candidates] == ["周正", "韩周"]
    assert "pe_z" in caught.value.message


@pytest.mark.parametrize(("text", "labels", "name"), [
    ("周正", ["Person"], "周正"), ("zhouzheng", ["Person"], "周正"), ("zz", ["Person"], "周正"),
    ("河湖小组", ["Group"], "河湖治理领导小组"), ("財政局", ["Organisation"], "区财政局"),
    ("风险补偿", ["Task", "Matter", "Organisation"], "扩大风险补偿"), ("甲政办发[2031] 4号", ["Document"], "关于doc_p的通知"),
])  # fmt: skip
def test_names_are_found_however_they_are_typed(library: Library, text: str, labels: list[str], name: str) -> None:
    assert resolve(library.index, text, labels).name == name


def test_nothing_is_guessed_from_a_likeness(library: Library) -> None:
    with pytest.raises(NotFoundError):
        resolve(library.index, "周郑", ["Person"])
    with pytest.raises(NotFoundError):
        resolve(library.index, "周正", ["Person"], jurisdiction="110101")
    with pytest.raises(UsageError):
        resolve(library.index, "  ", ["Person"])


def test_an_id_of_another_kind_is_refused_and_an_unknown_one_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError):
        resolve(library.index, "pe_" + "0" * 32, ["Person"])
    with pytest.raises(NotFoundError):
        quotation(library, "ev_" + "0" * 32)


def test_a_day_that_is_none_is_refused(library: Library) -> None:
    with pytest.raises(InputError):
        answer(library, "portfolio", ZHOU, on="2031-02-30")
