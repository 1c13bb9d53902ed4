"""What questions are about, said as people say it: two places with bodies and posts of the same names, asked in everyday words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.errors import NotFoundError, UsageError
from core.settings import Settings
from graph import search
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.stores import graph_home
from queries.answers.asking import ask
from queries.answers.model import Answer, Holders, Oversight, Portfolio, Posts, Roster, StandIns, Verdicts
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.subjects import subject
from queries.library import Library, open_library

QU, XIAN = "990101", "990201"
DAY = "2031-04-01"
OPEN: dict[str, PropertyValue] = {"valid_from": "2031-02-01", "possible_from": "2031-02-01"}


def node(label: str, key: str, name: str, place: str = QU, **properties: PropertyValue) -> Node:
    identifier = f"{key}_{sum(map(ord, name + place)):032x}"
    return Node(label, identifier, {"id": identifier, "name": name, "jurisdiction": place, **properties})


def edge(kind: str, start: Node, end: Node, **properties: PropertyValue) -> Edge:
    key = f"ed_{kind}_{start.id}_{end.id}"
    known = {"id": key, "basis": "stated", "evidence": [], **properties}
    return Edge(kind, key, start.label, start.id, end.label, end.id, known)


def made_up() -> Graph:
    """A district 云溪区 with a paper, and a county 石桥县 with bodies of the same kinds."""
    places = [
        Node("Jurisdiction", QU, {"id": QU, "name": "云溪区", "level": "county"}),
        Node("Jurisdiction", XIAN, {"id": XIAN, "name": "石桥县", "level": "county"}),
    ]
    head, first, second, old = (node("Person", "pe", name) for name in ("周正", "沈渡", "林间", "韩舟"))
    mayor = node("Post", "po", "区人民政府区长", position="区长", sole=True)
    deputy = node("Post", "po", "区人民政府副区长", position="副区长")
    party = node("Post", "po", "区委书记", position="书记", sole=True)
    second_auditor = node("Post", "po", "区审计局副局长", position="副局长")
    finance, audit = node("Organisation", "org", "区财政局"), node("Organisation", "org", "区审计局")
    government = node("Organisation", "org", "区人民政府")
    matter = node("Matter", "ma", "教育")
    group = node("Group", "gr", "区河湖治理领导小组", QU, **OPEN)
    paper = node("Document", "doc", "关于分工的通知", QU, effective_day="2031-02-01", signed_date="2031-02-01", **OPEN)
    duty = node("Duty", "du", "编制预算", number="1", document=paper.id)
    nodes = [
        head,
        first,
        second,
        old,
        mayor,
        deputy,
        party,
        second_auditor,
        finance,
        audit,
        government,
        matter,
        group,
        paper,
        duty,
    ]
    edges = [
        edge("HOLDS", head, mayor, **OPEN),
        edge("HOLDS", old, mayor, valid_from="2030-01-01", possible_from="2030-01-01", valid_to="2031-02-01",
             possible_to="2031-02-01"),
        edge("HOLDS", first, deputy, **OPEN),
        edge("HOLDS", second, deputy, **OPEN),
        edge("IN_CHARGE_OF", first, finance, relation="分管", **OPEN),
        edge("RESPONSIBLE_FOR", second, matter, relation="负责", **OPEN),
        edge("STANDS_IN_FOR", first, head, rank="B", **OPEN),
        edge("HAS_DUTY", finance, duty, marker="", **OPEN),
    ]  # fmt: skip
    other = node("Person", "pe", "乔山", XIAN)
    county_finance = node("Organisation", "org", "县财政局", XIAN)
    county_head = node("Post", "po", "县人民政府县长", XIAN, position="县长", sole=True)
    nodes += [other, county_finance, county_head, node("Matter", "ma", "教育", XIAN)]
    edges += [
        edge("HOLDS", other, county_head, **OPEN),
        edge("IN_CHARGE_OF", other, county_finance, relation="分管", **OPEN),
    ]
    return Graph.of([*places, *nodes], edges)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(home=tmp_path_factory.mktemp("subjects"))
    graph = made_up()
    search.build(search.index_path(settings, "v1"), graph)
    graph_home(settings).publish(graph, version="v1")
    with open_library(settings) as opened:
        yield opened


@pytest.mark.parametrize(("question", "kind", "name"), [
    # the place in front, as papers of the place never print it
    ("云溪区财政局由谁分管", Oversight, "区财政局"), ("云溪财政局归谁管", Oversight, "区财政局"), ("石桥县财政局归谁管", Oversight, "县财政局"),
    ("云溪区委书记是谁", Holders, "区委书记"), ("云溪区河湖治理领导小组组长是谁", Roster, "区河湖治理领导小组"),
    ("云溪区谁分管教育", Oversight, "教育"), ("石桥县的县长是谁", Holders, "县人民政府县长"),
    # heads of a government, their bodies by level word
    ("区长是谁", Holders, "区人民政府区长"), ("谁是县长", Holders, "县人民政府县长"), ("副区长都有谁", Holders, "区人民政府副区长"),
    ("云溪区有哪些副区长", Holders, "区人民政府副区长"), ("审计局归哪位副区长管", Oversight, "区审计局"),
    # whoever holds a post
    ("区长分管什么", Portfolio, "周正"), ("云溪区区长的AB角是谁", StandIns, "周正"), ("县长外出期间谁代管工作", StandIns, "乔山"),
    ("云溪区财政局的一把手是谁", Holders, "区财政局"), ("云溪区分管教育的副区长是谁", Oversight, "教育"), ("云溪区财政局的分管领导", Oversight, "区财政局"),
    # a title before or behind the name, what is asked of a person in other words
    ("副区长沈渡分管什么", Portfolio, "沈渡"), ("沈渡副区长分管的单位有哪些", Portfolio, "沈渡"), ("林间同志管哪些局", Portfolio, "林间"),
    ("周正和谁互为AB角", StandIns, "周正"), ("沈渡现在还是副区长吗", Verdicts, "沈渡"), ("沈渡副区长还在任吗", Posts, "沈渡"), ("区河湖治理领导小组办公室设在哪里", Roster, "区河湖治理领导小组"),
    # by surname and title, a deputy as well
    ("周区长分管什么", Portfolio, "周正"), ("林区长分管什么", Portfolio, "林间"), ("乔县长分管什么", Portfolio, "乔山"),
    # with words of politeness
    ("麻烦问下云溪区财政局归谁管", Oversight, "区财政局"), ("帮我查一下区长是谁", Holders, "区人民政府区长"),
    # the secretary of a place is that of its party
    ("云溪区书记是谁", Holders, "区委书记"),
    # nothing but a name
    ("沈渡", Portfolio, "沈渡"), ("区审计局", Oversight, "区审计局"), ("云溪区河湖治理领导小组", Roster, "区河湖治理领导小组"),
    ("区长", Holders, "区人民政府区长"),
])  # fmt: skip
def test_people_ask_in_their_own_words(library: Library, question: str, kind: type, name: str) -> None:
    found = ask(library, question, on=DAY)
    assert isinstance(found, kind)
    assert isinstance(found, Answer)
    assert found.subject.name == name


def test_a_post_is_whoever_holds_it_on_the_day(library: Library) -> None:
    assert subject(library, "区长", ("Person",), on="2030-06-01").name == "韩舟"
    assert subject(library, "区长", ("Person",), on=DAY).name == "周正"
    with pytest.raises(NotFoundError, match="未见有人任"):
        subject(library, "区委书记", ("Person",), on=DAY)


def test_a_deputy_is_never_meant_by_the_head(library: Library) -> None:
    with pytest.raises(NotFoundError):
        subject(library, "审计局局长", ("Post",))
    assert subject(library, "审计局副局长", ("Post",)).name == "区审计局副局长"


def test_a_place_that_is_called_like_a_person_is_not_that_person(library: Library) -> None:
    with pytest.raises(NotFoundError):
        subject(library, "沈渡镇镇长", ("Person",), on=DAY)


def test_several_who_hold_a_post_are_listed(library: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        ask(library, "副区长分管什么", on=DAY)
    assert {hit.name for hit in caught.value.candidates} == {"沈渡", "林间"}


def test_the_same_name_in_two_places_is_listed_unless_a_place_is_said(library: Library) -> None:
    for question in ("谁分管教育", "财政局由谁分管"):
        with pytest.raises(AmbiguousError) as caught:
            ask(library, question, on=DAY)
        assert {hit.jurisdiction for hit in caught.value.candidates} == {QU, XIAN}
    assert subject(library, "财政局", ("Organisation",), jurisdiction=XIAN).name == "县财政局"
    assert subject(library, "石桥县财政局", ("Organisation",), jurisdiction=XIAN).name == "县财政局"
    with pytest.raises(NotFoundError):
        subject(library, "云溪区审计局", ("Organisation",), jurisdiction=XIAN)


def test_a_place_of_that_name_and_nothing_behind_it_is_no_body(library: Library) -> None:
    with pytest.raises(UsageError):
        subject(library, "云溪区", ("Organisation",))
    with pytest.raises(NotFoundError):
        subject(library, "东山区财政局", ("Organisation",))


def test_the_work_of_a_body_is_asked_like_that_of_a_person(library: Library) -> None:
    tasks = ask(library, "区财政局负责什么", on=DAY)
    duties = ask(library, "云溪区财政局的职责是什么", on=DAY)
    assert isinstance(tasks, Table)
    assert isinstance(duties, Table)
    assert tasks.result.query.id == "tasks/of-organisation"
    assert [row["duty"] for row in duties.result.rows] == ["编制预算"]


@pytest.mark.parametrize("question", ["云溪区政府领导怎么分工", "云溪区领导如何分工", "区政府领导分工"])
def test_how_leaders_divide_their_work_is_asked_of_a_place(library: Library, question: str) -> None:
    found = ask(library, question, on=DAY)
    assert isinstance(found, Table)
    assert {row["person"] for row in found.result.rows} == {"沈渡", "林间"}


def test_a_level_word_alone_is_no_place_without_papers(library: Library) -> None:
    with pytest.raises(UsageError):
        ask(library, "镇政府领导怎么分工", on=DAY)


def test_an_id_chooses_what_is_meant(library: Library) -> None:
    body = subject(library, "区财政局", ("Organisation",))
    assert subject(library, body.id, ("Organisation",)) == body
    with pytest.raises(UsageError, match="是机构"):
        subject(library, body.id, ("Person",))


@pytest.mark.parametrize(("question", "query", "place"), [
    ("有哪些领导小组", "groups/list", QU), ("云溪区有哪些领导小组", "groups/list", QU), ("2031年2月成立了哪些小组", "groups/list", QU),
    ("云溪区有哪些文件", "documents/list", QU), ("云溪区2月有哪些变化", "lists/changes", QU),
])  # fmt: skip
def test_a_list_is_that_of_the_place(library: Library, question: str, query: str, place: str) -> None:
    found = ask(library, question, on=DAY)
    assert isinstance(found, Table)
    assert found.result.query.id == query
    assert found.result.parameters["jurisdiction"] == place
    assert found.result.rows


def test_who_was_before_is_told_and_what_is_not_known_is_not_made_up(library: Library) -> None:
    found = ask(library, "区长的前任是谁", on=DAY)
    assert isinstance(found, Table)
    assert [row["person"] for row in found.result.rows] == ["韩舟", "周正"]
    by_person = ask(library, "谁接替了韩舟", on=DAY)
    assert isinstance(by_person, Table)
    assert [row["person"] for row in by_person.result.rows] == ["韩舟", "周正"]
    for question in ("县长的前任是谁", "谁接替了沈渡", "林舟是谁", "3月任免了哪些人", "3月有哪些会议"):
        with pytest.raises(NotFoundError):
            ask(library, question, on=DAY)


def test_a_month_in_which_something_changed_is_told_over_time(library: Library) -> None:
    changed = ask(library, "2031年2月谁是区长", on=DAY)
    assert isinstance(changed, Holders)  # since the first of the month
    over = ask(library, "一季度谁是区长", on=DAY)
    assert isinstance(over, Table)
    assert [row["person"] for row in over.result.rows] == ["韩舟", "周正"]


def test_the_first_of_a_place_may_be_of_the_party_or_of_the_government(library: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        ask(library, "云溪区一把手是谁", on=DAY)
    assert {hit.name for hit in caught.value.candidates} == {"区委书记", "区人民政府区长"}
