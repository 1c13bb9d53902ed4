"""A made-up graph of any size, for measuring pictures: districts with leaders, bodies, groups, plans, tasks and posts.

Everything follows from numbers: the same size gives the same graph. Nothing in it was ever printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ids import PREFIXES, Kind
from graph.ontology import ontology

DAY = "2030-06-01"
#: Nodes of one district besides its leaders: kind, and how many of a hundred nodes are of it.
_SHARES: tuple[tuple[Kind, int], ...] = (
    ("organisation", 26),
    ("person", 24),
    ("post", 16),
    ("task", 14),
    ("matter", 8),
    ("group", 6),
    ("plan", 6),
)
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "安柏澄岱峨方谷禾景可岚明宁鹏沁然松潭文溪"
_HELD: dict[str, PropertyValue] = {"possible_from": "2030-01-01", "valid_from": "2030-01-01", "basis": "stated"}
#: Up to this many nodes a district; a larger graph has more districts.
_DISTRICT = 2_000


def made_id(kind: Kind, number: int) -> str:
    """An id of the shape of all ids."""
    return f"{PREFIXES[kind]}_{number:032x}"


def made_up(size: int) -> Graph:
    """A graph of `size` nodes that a picture shows (and a place for each district)."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for district, first in enumerate(range(0, size, _DISTRICT)):
        place = f"99{district:04}"
        nodes.append(Node("Jurisdiction", place, {"name": f"第{district + 1}区", "level": "county"}))
        some = list(_nodes(place, first, min(_DISTRICT, size - first)))
        nodes += some
        edges += _edges(some)
    return Graph.of(nodes, edges)


def star(size: int) -> Graph:
    """One leader in charge of `size - 1` bodies: a neighbourhood as large as a page draws."""
    leader = Node("Person", made_id("person", 0), {"name": "赵安", "jurisdiction": "990000"})
    bodies = [
        Node("Organisation", made_id("organisation", number), {"name": f"第{number}局", "jurisdiction": "990000"})
        for number in range(1, size)
    ]
    edges = [_edge("IN_CHARGE_OF", leader, body, number) for number, body in enumerate(bodies)]
    return Graph.of([Node("Jurisdiction", "990000", {"name": "第1区", "level": "county"}), leader, *bodies], edges)


def _nodes(place: str, first: int, count: int) -> Iterator[Node]:
    kinds = [kind for kind, share in _SHARES for _ in range(share)]
    for number in range(first, first + count):
        kind = kinds[number * 37 % len(kinds)]
        name = f"{_SURNAMES[number % 20]}{_GIVEN[number // 20 % 20]}{_GIVEN[number // 400 % 20]}"
        named = {"person": name, "organisation": f"第{number}局", "group": f"第{number}工作领导小组", "plan": f"第{number}号方案",
                 "task": f"推进第{number}项工作", "matter": f"事项{number}", "post": f"第{number}局局长"}  # fmt: skip
        yield Node(kind.capitalize(), made_id(kind, number), {"name": named[kind], "jurisdiction": place})


def _edges(nodes: list[Node]) -> Iterator[Edge]:
    """Thirty leaders with bodies and matters on their desks, groups with members, plans with tasks, posts with holders."""
    of: dict[str, list[Node]] = {}
    for node in nodes:
        of.setdefault(node.label, []).append(node)
    people, bodies = of["Person"], of["Organisation"]
    leaders = people[:30]
    made = int(nodes[0].id.partition("_")[2], 16) * 10
    pairs: list[tuple[str, Node, Node]] = [
        *(("IN_CHARGE_OF", leaders[n % len(leaders)], body) for n, body in enumerate(bodies)),
        *(("LIAISES_WITH", leaders[n * 7 % len(leaders)], body) for n, body in enumerate(bodies) if n % 3 == 0),
        *(("RESPONSIBLE_FOR", leaders[n % len(leaders)], matter) for n, matter in enumerate(of.get("Matter", ()))),
        *(("OF", post, bodies[n % len(bodies)]) for n, post in enumerate(of.get("Post", ()))),
        *(("HOLDS", people[n % len(people)], post) for n, post in enumerate(of.get("Post", ()))),
        *(("HAS_TASK", of["Plan"][n % len(of["Plan"])], task) for n, task in enumerate(of.get("Task", ()))),
        *(("LEADS", bodies[n * 5 % len(bodies)], task) for n, task in enumerate(of.get("Task", ()))),
        *(("MEMBER_OF", people[(n * 11 + seat) % len(people)], group)
          for n, group in enumerate(of.get("Group", ())) for seat in range(14)),
    ]  # fmt: skip
    for number, (name, start, end) in enumerate(pairs):
        yield _edge(name, start, end, made + number)


def _edge(name: str, start: Node, end: Node, number: int) -> Edge:
    days = _HELD if "possible_from" in ontology().edge_properties(name) else {}
    return Edge(name, made_id("edge", number), start.label, start.id, end.label, end.id, dict(days))
