"""Graphs for tests: a small district with a reshuffle, told by hand, and random graphs out of the ontology.

The invented places are 990101 and 990102. The division changes on 2031-08-29, the head of the finance bureau on
2031-10-08; each dated edge has a day before it and a day on it in some test.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.days import Interval
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ontology import ontology

RESHUFFLE = "2031-08-29"
SUCCESSION = "2031-10-08"
FIRST = Interval.act("2031-01-10", RESHUFFLE)
SECOND = Interval.act(RESHUFFLE)
ALWAYS = Interval.act("2031-01-10")


class Sketch:
    """Collects nodes and edges; evidence comes by itself, one piece an edge."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []

    def node(self, label: str, key: str, name: str, days: Interval | None = None, /, **more: PropertyValue) -> str:
        properties = {**more, **(days.as_properties() if days else {})}
        self._nodes[key] = Node(label, key, {"id": key, "name": name, **properties})
        return key

    def edge(self, kind: str, start: str, end: str, days: Interval | None = None, /, **more: PropertyValue) -> str:
        key = f"{kind.lower()}-{len(self._edges):04d}"
        properties: dict[str, PropertyValue] = {"id": key, **more, **(days.as_properties() if days else {})}
        if ontology().edges[kind].evidence:
            properties |= {"basis": "stated", "evidence": [f"ev-{key}"]}
        a, b = self._nodes[start].label, self._nodes[end].label
        self._edges.append(Edge(kind, key, a, start, b, end, properties))
        return key

    def graph(self) -> Graph:
        return Graph.of(self._nodes.values(), self._edges)


def district() -> Graph:
    """Two districts on paper."""
    made = Sketch()
    for place, name in (("990101", "丙区"), ("990102", "丁县")):
        made.node("Jurisdiction", place, name, level="county")
    here: dict[str, PropertyValue] = {"jurisdiction": "990101"}
    people = {"gao": "高明", "du": "杜若", "wang": "王立", "shi": "史进", "zhou": "周正", "shen": "沈渡"}
    for key, name in people.items():
        made.node("Person", key, name, level="county", presumed=False, titles=[f"{name}的称谓"], **here)
    made.node("Person", "gao2", "高明", jurisdiction="990102", level="county", presumed=True)
    bodies = {"fin": "区财政局", "sci": "区科学技术局", "mkt": "区市场监督管理局", "office": "区人民政府办公室"}
    for key, name in bodies.items():
        made.node("Organisation", key, name, kind="government", oversight="分管", **here)
        made.edge("IN", key, "990101")
    made.node("Organisation", "fin2", "县财政局", jurisdiction="990102", kind="government", oversight="分管")
    made.node("Name", "name-fin", "丙区财政局")
    made.edge("KNOWN_AS", "fin", "name-fin", ALWAYS, kind="full")
    made.node("Post", "fin-head", "区财政局局长", position="局长", sole=True, **here)
    made.edge("OF", "fin-head", "fin")
    made.edge("HOLDS", "zhou", "fin-head", Interval.act("2031-01-10", SUCCESSION), title="区财政局局长")
    made.edge("HOLDS", "shen", "fin-head", Interval.act(SUCCESSION), title="区财政局局长")
    _papers(made)
    _division(made)
    _group(made)
    _work(made)
    return made.graph()


def _papers(made: Sketch) -> None:
    made.node("Issue", "issue-3", "丙区人民政府公报 2031年第3期", year="2031", number="3", jurisdiction="990101")
    for key, number, day in (
        ("doc-1", "丙政发〔2031〕1号", "2031-01-10"),
        ("doc-2", "丙政办发〔2031〕43号", RESHUFFLE),
    ):
        made.node(
            "Document", key, f"关于{number}的通知", Interval.act(day), jurisdiction="990101", number=number, kind="通知",
            signed_date=day, effective_day=day,
        )  # fmt: skip
        made.edge("PRINTED_IN", key, "issue-3")
    made.edge("SUPERSEDES", "doc-2", "doc-1")
    made.node(
        "Evidence", "ev-1", "依据", quote="由杜若负责", document="doc-1", line_start=3, start=40, end=45, table="tasks"
    )
    made.edge("QUOTES", "ev-1", "doc-1")


def _division(made: Sketch) -> None:
    made.edge("IN_CHARGE_OF", "shi", "sci", FIRST, capacity="principal", relation="分管")
    made.edge("IN_CHARGE_OF", "wang", "sci", SECOND, capacity="principal", relation="分管")
    made.edge("IN_CHARGE_OF", "gao", "fin", ALWAYS, capacity="assisting", relation="协助", via="区长")
    made.edge("LIAISES_WITH", "gao", "mkt", SECOND, relation="联系")
    made.edge("HEADS", "wang", "office", Interval("2031-02-01", "2031-05-01", "2031-01-01"), relation="主持")
    made.node("Matter", "finance", "财政、税务", jurisdiction="990101")
    made.node("Matter", "finance2", "财政", jurisdiction="990102")
    made.edge("RESPONSIBLE_FOR", "gao", "finance", ALWAYS, capacity="principal", relation="负责")
    made.edge("RESPONSIBLE_FOR", "gao2", "finance2", ALWAYS, capacity="principal", relation="负责")
    for one, other in (("gao", "du"), ("du", "gao")):
        made.edge("STANDS_IN_FOR", one, other, SECOND, rank="B", condition="外出")
    made.edge("STANDS_IN_FOR", "shi", "wang", SECOND, rank="B")


def _group(made: Sketch) -> None:
    made.node("Group", "med", "医改领导小组", ALWAYS, jurisdiction="990101", kind="领导小组")
    made.edge("ISSUED", "doc-1", "med", ALWAYS, action="成立", extent="whole")
    seats = {"chair": ("组长", 1, "named"), "member": ("成员", 2, "post"), "unit": ("成员", 3, "unit")}
    for key, (role, order, kind) in seats.items():
        made.node("Seat", f"seat-{key}", role, ALWAYS, role=role, order=order, kind=kind)
        made.edge("OF_GROUP", f"seat-{key}", "med", ALWAYS)
    made.edge("BOUND_TO", "seat-member", "fin-head", ALWAYS)
    made.edge("BOUND_TO", "seat-unit", "mkt", ALWAYS)
    before, after = Interval.act("2031-01-10", SUCCESSION), Interval.act(SUCCESSION)
    for person, seat, role, order, days, state in (
        ("gao", "seat-chair", "组长", 1, ALWAYS, "listed"),
        ("zhou", "seat-member", "成员", 2, before, "listed"),
        ("zhou", "seat-member", "成员", 2, after, "stale"),
    ):
        made.edge("FILLS", person, seat, days, state=state)
        made.edge("MEMBER_OF", person, "med", days, role=role, order=order, state=state)
    made.edge("MEMBER_OF", "mkt", "med", ALWAYS, role="成员", order=3, state="unit")


def _work(made: Sketch) -> None:
    made.node("Plan", "plan", "创新生态实施方案", ALWAYS, jurisdiction="990101", kind="tasks", document="doc-1")
    made.edge("ISSUED", "doc-1", "plan", ALWAYS, action="印发", extent="whole")
    for number, (lead, named) in enumerate((("mkt", "du"), ("sci", "shi")), start=1):
        task = made.node(
            "Task", f"task-{number}", f"任务{number}", ALWAYS, jurisdiction="990101", number=str(number), text="正文",
            deadline="2031-12", document="doc-1",
        )  # fmt: skip
        made.edge("HAS_TASK", "plan", task, ALWAYS)
        made.edge("NAMED_FOR", named, task, ALWAYS)
        made.edge("LEADS", lead, task, ALWAYS, word="牵头单位", order=1)
        made.edge("CARRIES_OUT", "fin", task, ALWAYS, word="责任单位", order=1)
        printed: dict[str, PropertyValue] = {"answers_as": "named", "named_leader": named, "verdict": "as_printed"}
        made.edge("ANSWERED_BY", task, named, FIRST, **printed)
    made.edge("ANSWERED_BY", "task-1", "du", SECOND, verdict="confirmed", answers_as="in_charge", named_leader="杜若")
    made.edge(
        "ANSWERED_BY", "task-2", "wang", SECOND, verdict="moved", answers_as="in_charge", named_leader="史进",
        since_at_latest=RESHUFFLE, through="区科学技术局", why_not=["史进：2031-08-29起不再分管"],
    )  # fmt: skip
    made.node("Subsidy", "money", "首次认定", condition="首次认定", amount_yuan="100000", number="1")
    made.edge("OFFERS", "task-1", "money")
    made.node(
        "Plan",
        "flood",
        "防汛应急预案",
        ALWAYS,
        jurisdiction="990101",
        kind="emergency",
        category="自然灾害",
        number="1",
    )
    made.edge("ISSUED", "doc-1", "flood", ALWAYS, action="列入目录")
    made.edge("DRAFTS", "office", "flood", ALWAYS)
    made.node("Duty", "duty", "负责资金保障", ALWAYS, jurisdiction="990101", number="1", document="doc-1")
    made.edge("HAS_DUTY", "fin", "duty", ALWAYS, marker="负责")
    made.node("Indicator", "ind", "按期拨付", jurisdiction="990101", number="1", weight="5", document="doc-1")
    made.edge("MEASURED_BY", "plan", "ind")
    made.edge("ANSWERS_FOR", "fin", "ind", word="责任单位")
    made.node(
        "Event", "visit", "调研", jurisdiction="990101", kind="调研", date_from="2031-03-01", date_to="2031-03-02"
    )
    made.edge("TOOK_PART_IN", "gao", "visit", title="副区长")
    made.node(
        "Finding", "finding", "席位待调整", Interval.act(SUCCESSION), jurisdiction="990101", kind="seat-stale",
        severity="warning", explanation="席位待调整", explanation_en="a stale seat", evidence=["ev-1"],
    )  # fmt: skip
    made.edge("ABOUT", "finding", "seat-member")


def shaken(seed: int, *, nodes: int = 4, edges: int = 6) -> Graph:
    """A random graph: `nodes` of each label, `edges` of each type, days on a small grid, some of them missing."""
    dice = random.Random(seed)  # noqa: S311 - a test's dice
    made = Sketch()
    keys: dict[str, list[str]] = {}
    for label, kind in ontology().nodes.items():
        for number in range(nodes):
            days = _days(dice) if kind.dated else None
            more = dict(_some(dice, kind.properties))
            more["jurisdiction"] = dice.choice(["990101", "990102"])
            if "jurisdiction" not in kind.properties:
                del more["jurisdiction"]
            key = made.node(label, f"{label.lower()}-{number}", f"{label}{dice.randrange(nodes - 1)}", days, **more)
            keys.setdefault(label, []).append(key)
    told: list[tuple[str, str, Interval]] = []
    for name, edge in ontology().edges.items():
        # One pair of labels a type and seed: a server plans each pair anew, and seeds differ.
        starts, ends = keys[dice.choice(edge.from_)], keys[dice.choice(edge.to)]
        for _ in range(edges):
            days = _days(dice) if edge.dated else None
            start, end, more = dice.choice(starts), dice.choice(ends), dict(_some(dice, edge.properties))
            made.edge(name, start, end, days, **more)
            if name == "FILLS" and days is not None and (found := _FOUND.get(str(more.get("state")))):
                told.append((end, found, days))
    # Whatever else is random: a filling that waits for a paper has its finding, of the same days.
    for number, (seat, found, span) in enumerate(told):
        made.node("Finding", f"finding-of-{number}", found, span, kind=found, severity="info", jurisdiction="990101")
        made.edge("ABOUT", f"finding-of-{number}", seat)
    return made.graph()


#: The findings of the states of a filling, as `graph.timeline.checks.people` gives them.
_FOUND = {
    "stale": "seat-stale", "check": "seat-check", "pending_unit": "seat-pending", "pending_approval": "seat-pending",
}  # fmt: skip


def _days(dice: random.Random) -> Interval:
    grid = sorted(dice.choice(range(1, 9)) for _ in range(4))
    first, start, stop, last = (f"2031-0{month}-01" for month in grid)
    return Interval(
        start if dice.random() < 0.8 else "",
        stop if dice.random() < 0.6 else "",
        first if dice.random() < 0.8 else "",
        last if dice.random() < 0.5 else "",
    )


def _some(dice: random.Random, names: tuple[str, ...]) -> Iterator[tuple[str, PropertyValue]]:
    for name in names:
        if dice.random() < 0.2:
            continue
        declared = ontology().properties[name]
        codes = sorted(ontology().values.get(declared.values, {}))
        if declared.type in ("string", "day"):
            yield name, dice.choice(codes) if codes else dice.choice(["甲", "乙", "2031-05-01"])
        elif declared.type == "boolean":
            yield name, dice.random() < 0.5
        elif declared.type == "strings":
            yield name, dice.sample(["一", "二", "三"], dice.randrange(3))
        else:
            yield name, dice.randrange(9)
