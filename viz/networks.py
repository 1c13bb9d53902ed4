"""Networks out of answers: around a thing, of all leaders, of stand-in pairs, of people in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.settings import Language
from graph.ontology import ontology
from graph.stores.store import Row
from queries.answers.model import Thing
from queries.answers.network import network
from queries.answers.rows import text
from queries.library import Library
from viz.matrix import desks
from viz.network import MAX_NODES, Dot, Link, Net, Shape, bounded, vis_data
from viz.palette import legend
from viz.scene import Cell, Scene

Href = Callable[[str], str]

#: Edges that say nothing a picture of duties needs.
_QUIET = frozenset({"QUOTES", "ABOUT", "PRINTED_IN", "KNOWN_AS", "IN"})


def neighbourhood(library: Library, thing: Thing, on: str, *, language: Language, href: Href, depth: int = 1) -> Scene:
    """What is joined to a thing on a day. Raises what the store raises."""
    types = [name for name in ontology().edges if name not in _QUIET]
    found = network(library, thing, on, depth=depth, nodes=MAX_NODES, types=types)
    dots = [
        Dot(each.thing.id, each.thing.label, each.thing.name, href(each.thing.id), each.steps) for each in found.nodes
    ]
    links = [
        Link(
            each.start,
            each.end,
            each.type.code,
            each.word,
            each.type.zh if language == "zh" else each.type.en,
            dashed=each.held.status.code == "possible",
        )
        for each in found.edges
    ]
    shape: Shape = "around" if depth == 1 else "rings"
    title = f"{thing.name}的关系" if language == "zh" else f"What is joined to {thing.name}"
    return _scene(bounded(title, dots, links, shape, left_out=found.left_out), on, language)


def leadership(library: Library, on: str, place: str, *, language: Language, href: Href) -> Scene:
    """All leaders and the bodies on their desks."""
    rows = desks(library, on, place)
    title = "领导分工图" if language == "zh" else "Leaders and the bodies on their desks"
    leaders = list(dict.fromkeys(text(row, "person_id") for row in rows))
    ends = ("person", "Person", "object", "Organisation")
    return _of_rows(title, rows, ends, "edge", on, language, href, first=leaders)


def pairs(library: Library, on: str, place: str, *, language: Language, href: Href) -> Scene:
    """Who stands in for whom."""
    rows = [{**row, "edge": "STANDS_IN_FOR"} for row in library.rows("people/pairs", on=on, jurisdiction=place)]
    title = "AB角一览" if language == "zh" else "Who stands in for whom"
    return _of_rows(
        title, rows, ("stand_in", "Person", "person", "Person"), "edge", on, language, href, word="condition"
    )


def memberships(library: Library, on: str, place: str, *, language: Language, href: Href) -> Scene:
    """People and the groups they sit in: who meets whom where."""
    rows = [{**row, "edge": "MEMBER_OF"} for row in library.rows("groups/all-members", on=on, jurisdiction=place)]
    title = "领导小组与成员" if language == "zh" else "Groups and their members"
    return _of_rows(title, rows, ("person", "Person", "group", "Group"), "edge", on, language, href, word="role")


def _of_rows(
    title: str, rows: Sequence[Row], ends: tuple[str, str, str, str], edge: str, on: str, language: Language, href: Href,
    *, word: str = "relation", first: Sequence[str] = (),
) -> Scene:  # fmt: skip
    start, start_label, end, end_label = ends
    dots: dict[str, Dot] = {}
    degree: dict[str, int] = {}
    links = []
    for row in rows:
        for name, label in ((start, start_label), (end, end_label)):
            identifier = text(row, f"{name}_id")
            dots.setdefault(identifier, Dot(identifier, label, text(row, name), href(identifier)))
            degree[identifier] = degree.get(identifier, 0) + 1
        caption = ontology().caption(text(row, edge), language=language)
        ends_of = (text(row, f"{start}_id"), text(row, f"{end}_id"))
        dashed = row["status"] == "possible"
        links.append(Link(*ends_of, text(row, edge), text(row, word), caption, dashed=dashed))
    # The best connected stay when not all fit.
    ranked = sorted(dots.values(), key=lambda dot: (-degree[dot.id], dot.name, dot.id))
    return _scene(bounded(title, ranked, links, "hubs", first=first), on, language)


def _scene(net: Net, on: str, language: Language) -> Scene:
    names = {dot.id: dot for dot in net.dots}
    heads = ("从", "关系", "到") if language == "zh" else ("from", "relation", "to")
    lines = tuple(
        (
            Cell(names[link.start].name, link.start),
            Cell(_relation(link.caption, link.word)),
            Cell(names[link.end].name, link.end),
        )
        for link in net.links
    )
    keys = (
        *legend((dot.label for dot in net.dots), language),
        *legend((link.type for link in net.links), language, edges=True),
    )
    return Scene("network", net.title, on, vis_data(net), keys, heads, lines, net.left_out, paged=net.shape == "hubs")


def _relation(caption: str, word: str) -> str:
    return caption if not word or word == caption else f"{caption}（{word}）"
