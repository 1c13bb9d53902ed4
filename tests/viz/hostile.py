"""A small graph whose names try what names should never do: scripts, quotes, addresses, marks that turn text around."""

from __future__ import annotations

from core.settings import Settings
from graph import search
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ids import PREFIXES
from graph.stores import graph_home

SCRIPT = "<script>window.hit=1</script>"
IMAGE = '"><img src=x onerror=window.hit=1>'
ADDRESS = "javascript:window.hit=1"
END = "</script><script>window.hit=1</script>"
TURNED = "张\u202e三\u2066"
NAMES = (SCRIPT, IMAGE, ADDRESS, END, TURNED)
PLACE, DAY = "990199", "2023-09-01"


def made_id(kind: str, number: int) -> str:
    """An id of the shape of all ids."""
    return f"{dict(PREFIXES)[kind]}_{number:032x}"  # type: ignore[index]


def graph() -> Graph:
    """Five people with such names, each in charge of a body, standing in for the next, in one group, with evidence."""
    document, group, plan, task = (made_id(kind, 1) for kind in ("document", "group", "plan", "task"))
    nodes = [
        Node("Jurisdiction", PLACE, {"name": IMAGE, "level": "county"}),
        Node("Document", document, {"name": SCRIPT, "number": END, "jurisdiction": PLACE, "effective_day": DAY}),
        Node("Group", group, {"name": END, "jurisdiction": PLACE}),
        Node("Plan", plan, {"name": IMAGE, "jurisdiction": PLACE, "kind": "work"}),
        Node("Task", task, {"name": SCRIPT, "jurisdiction": PLACE, "number": IMAGE, "text": END, "document": document}),
    ]
    edges = [
        Edge("ISSUED", made_id("edge", 900), "Document", document, "Plan", plan, {"possible_from": DAY}),
        Edge("HAS_TASK", made_id("edge", 901), "Plan", plan, "Task", task, {"possible_from": DAY}),
    ]
    for number, name in enumerate(NAMES, start=1):
        person, body, words, seat, finding = (
            made_id(kind, number) for kind in ("person", "organisation", "evidence", "seat", "finding")
        )
        nodes += [
            Node("Person", person, {"name": name, "jurisdiction": PLACE, "titles": [END]}),
            Node("Organisation", body, {"name": f"{name}局", "jurisdiction": PLACE}),
            Node("Evidence", words, {"name": words, "quote": name, "document": document, "rule": name, "table": "tasks"}),
            Node("Seat", seat, {"name": name, "role": name, "title": END, "kind": "person", "order": number}),
            Node("Finding", finding, {"name": finding, "kind": "seat-stale", "severity": "warning", "explanation": name,
                                      "explanation_en": name, "jurisdiction": PLACE, "evidence": [words]}),
        ]  # fmt: skip
        held: dict[str, PropertyValue] = {
            "possible_from": DAY,
            "valid_from": DAY,
            "basis": "stated",
            "evidence": [words],
        }
        following = made_id("person", number % len(NAMES) + 1)
        edges += [
            Edge("QUOTES", made_id("edge", number), "Evidence", words, "Document", document),
            Edge("IN_CHARGE_OF", made_id("edge", 100 + number), "Person", person, "Organisation", body,
                 {**held, "relation": IMAGE, "scope": SCRIPT}),
            Edge("STANDS_IN_FOR", made_id("edge", 200 + number), "Person", person, "Person", following,
                 {**held, "condition": END}),
            Edge("MEMBER_OF", made_id("edge", 300 + number), "Person", person, "Group", group,
                 {**held, "role": SCRIPT, "title": END, "state": "listed", "order": number}),
            Edge("OF_GROUP", made_id("edge", 400 + number), "Seat", seat, "Group", group, dict(held)),
            Edge("FILLS", made_id("edge", 500 + number), "Person", person, "Seat", seat,
                 {**held, "state": "stale", "explanation": IMAGE}),
            Edge("LEADS", made_id("edge", 600 + number), "Organisation", body, "Task", task, {**held, "word": SCRIPT}),
            Edge("ABOUT", made_id("edge", 700 + number), "Finding", finding, "Person", person),
        ]  # fmt: skip
        if number == 1:
            edges.append(
                Edge("ANSWERED_BY", made_id("edge", 800), "Task", task, "Person", person,
                     {**held, "verdict": "moved", "answers_as": "in_charge", "explanation": SCRIPT, "through": IMAGE,
                      "why_not": [END]})
            )  # fmt: skip
    return Graph.of(nodes, edges)


def publish(settings: Settings) -> None:
    """Make the graph the published one of a home."""
    made = graph()
    search.build(search.index_path(settings, "r1"), made)
    graph_home(settings).publish(made, version="r1")


def paths() -> list[str]:
    """Every kind of page that shows these names."""
    on = f"on={DAY}"
    one = {kind: made_id(kind, 1) for kind in ("person", "organisation", "group", "task", "plan", "document")}
    node = one["person"]
    found = [
        f"/zh/?{on}", f"/zh/search?q=%3Cscript%3E&{on}", f"/zh/persons/{node}?{on}", f"/zh/groups/{one['group']}?{on}",
        f"/zh/organisations/{one['organisation']}?{on}", f"/zh/groups/{one['group']}/audit?{on}",
        f"/zh/groups/{one['group']}/versions?{on}", f"/zh/changes?{on}",
        f"/zh/tasks/{one['task']}?{on}", f"/zh/plans/{one['plan']}?{on}", f"/zh/plans?{on}",
        f"/zh/documents/{one['document']}?{on}", f"/zh/documents?{on}", f"/zh/checks?{on}", f"/zh/compare?matter=局&{on}",
        f"/zh/pictures/matrix?{on}", f"/zh/pictures/lifeline/{node}?{on}",
    ]  # fmt: skip
    for sort in ("leaders", "pairs", "groups", "flow", "workload", "structure", "matrix", "explorer"):
        found += [f"/zh/pictures/{sort}?{on}", f"/zh/pictures/{sort}/frame?{on}"]
    found += [f"/zh/pictures/neighbourhood/{part}?node={node}&{on}" for part in ("frame", "file")]
    return found
