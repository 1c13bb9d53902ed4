"""The whole graph at once, for some 20,000 nodes: dots drawn by WebGL, their spots worked out beforehand.

`survey` reads a graph version once and packs it; `explorer` shows it on a day. What is read and where it stands depend on
the version alone, so a caller keeps the survey as long as the version lasts, and a node stays where it is from day to day.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from core.settings import Language
from graph.days import Interval
from graph.ontology import ontology
from queries.answers.rows import text
from queries.library import Library
from viz.packing import Spot, packed
from viz.palette import legend, node_colour
from viz.scene import Cell, Scene, safe_json

#: What a reader looks for; seats, names, words and findings hang on these and would only cover them.
KINDS = (
    "Organisation", "Person", "Group", "Post", "Matter", "Plan", "Task", "Document", "Event", "Indicator", "Duty",
    "Subsidy",
)  # fmt: skip
#: Dots that a browser still moves at once; the page says how many are left out.
MAX_DOTS = 30_000
#: What is read of a graph at most, kind after kind; a picture of more says nothing, and a place has less.
_READ, _READ_EDGES = 50_000, 100_000
#: Rows of the table beside; a narrower question finds the others.
_ROWS = 300


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge and the days on which it is not excluded."""

    start: str
    end: str
    days: Interval


@dataclass(frozen=True, slots=True)
class Survey:
    """The nodes of a place (label, name, by id), their edges, and where each stands; `unread` more of a graph too large."""

    nodes: dict[str, tuple[str, str]]
    ties: tuple[Tie, ...]
    spots: dict[str, Spot]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader filters by: a kind, words of the name."""

    kind: str = ""
    name: str = ""


def survey(library: Library, place: str) -> Survey:
    """Read and pack the graph, of a very large one the kinds that are looked for first. Raises what the store raises."""
    nodes: dict[str, tuple[str, str]] = {}
    places: dict[str, str] = {}
    for label in KINDS:
        if len(nodes) == _READ:
            break
        for row in library.rows("graph/nodes", kind=label, jurisdiction=place, limit=_READ - len(nodes)):
            nodes[text(row, "node_id")] = (label, text(row, "name"))
            places[text(row, "node_id")] = text(row, "jurisdiction")
    ties: list[Tie] = []
    for label in dict.fromkeys(label for label, _ in nodes.values()):
        if len(ties) >= _READ_EDGES:
            break
        for row in library.rows("graph/edges", kind=label, jurisdiction=place, limit=_READ_EDGES - len(ties)):
            start, end = text(row, "node_id"), text(row, "other_id")
            if start in nodes and end in nodes:
                days = Interval(possible_from=text(row, "possible_from"), possible_to=text(row, "possible_to"))
                ties.append(Tie(start, end, days))
    held = sum(library.store.counts().nodes.get(label, 0) for label in KINDS) if len(nodes) == _READ else len(nodes)
    spots = packed(places, ((tie.start, tie.end) for tie in ties))
    return Survey(nodes, tuple(ties), spots, held - len(nodes))


def explorer(
    found: Survey, on: str, *, language: Language, href: Callable[[str], str], wanted: Wanted | None = None
) -> Scene:
    """The survey on a day: what has any relation then, best connected first. `wanted` narrows the table alone."""
    ties = [tie for tie in found.ties if tie.days.status(on)]
    degree = Counter(each for tie in ties for each in (tie.start, tie.end))
    ranked = sorted(degree, key=lambda node: (-degree[node], found.nodes[node][1], node))
    shown = ranked[:MAX_DOTS]
    number = {node: place for place, node in enumerate(shown)}
    pairs = [(number[tie.start], number[tie.end]) for tie in ties if tie.start in number and tie.end in number]
    kinds = [kind for kind in KINDS if any(found.nodes[node][0] == kind for node in shown)]
    data = {
        "kinds": [
            {"name": ontology().caption(kind, language=language), "colour": node_colour(kind), "href": _parts(kind, shown, found, href)}
            for kind in kinds
        ],
        "kind": [kinds.index(found.nodes[node][0]) for node in shown],
        "names": [found.nodes[node][1] for node in shown],
        "ids": [node if href(node) else "" for node in shown],
        "x": [found.spots[node][0] for node in shown],
        "y": [found.spots[node][1] for node in shown],
        "degree": [degree[node] for node in shown],
        "edges": [each for pair in pairs for each in pair],
    }  # fmt: skip
    rows = [node for node in shown if _matches(found.nodes[node], wanted or Wanted())]
    title = "全图" if language == "zh" else "The whole graph"
    heads = ("类别", "名称", "关系数") if language == "zh" else ("kind", "name", "relations")
    lines = tuple(
        (
            Cell(ontology().caption(found.nodes[node][0], language=language)),
            Cell(found.nodes[node][1], node),
            Cell(str(degree[node])),
        )
        for node in rows[:_ROWS]
    )
    packed_data = safe_json(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return Scene(
        "explorer",
        title,
        on,
        packed_data,
        legend(kinds, language),
        heads,
        lines,
        len(ranked) - len(shown) + found.unread,
    )


def _parts(kind: str, shown: list[str], found: Survey, href: Callable[[str], str]) -> list[str]:
    """What stands before and after an id in the addresses of a kind: told once, not twenty thousand times."""
    node = next(each for each in shown if found.nodes[each][0] == kind)
    before, _, after = href(node).partition(node)
    return [before, after]


def _matches(node: tuple[str, str], wanted: Wanted) -> bool:
    return wanted.kind in ("", node[0]) and wanted.name.casefold() in node[1].casefold()
