"""Nodes and edges as data of vis-network, put together by pyvis; positions are computed beforehand (`viz.layout`).

pyvis calls a remote host in every mode of its own template, so its data goes into a template of ours: `viz.page`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from viz.layout import ACROSS_NARROW, Laid, around, hubs, line, rings
from viz.palette import PLAIN, edge_colour, node_colour
from viz.scene import safe_json

#: What a reader can still follow; the nearest stay, and the page says how many were left out.
MAX_NODES = 300
#: Up to here an edge has room for its word.
_WORDED = 14
_LINE, _LINES = 11, 2

Shape = Literal["around", "hubs", "line", "rings"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A node of a picture."""

    id: str
    label: str  # of the ontology
    name: str
    href: str = ""
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of a picture; `word` is what stands on it, `caption` what its type is called."""

    start: str
    end: str
    type: str
    word: str = ""
    caption: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Net:
    """A network to draw; `left_out` nodes did not fit; `first` are hubs that stand in this order before all others."""

    title: str
    dots: tuple[Dot, ...]
    links: tuple[Link, ...]
    shape: Shape
    left_out: int = 0
    first: tuple[str, ...] = ()


def bounded(
    title: str, dots: Sequence[Dot], links: Sequence[Link], shape: Shape, *, left_out: int = 0, first: Sequence[str] = ()
) -> Net:  # fmt: skip
    """The first `MAX_NODES` nodes and the edges between them."""
    kept = tuple(dots[:MAX_NODES])
    known = {dot.id for dot in kept}
    inside = tuple(link for link in links if link.start in known and link.end in known)
    return Net(
        title, kept, inside, shape, left_out + len(dots) - len(kept), tuple(each for each in first if each in known)
    )


def laid_out(net: Net) -> Laid:
    """Where everything stands."""
    if net.shape == "rings":
        return rings([(dot.id, dot.steps) for dot in net.dots])
    if net.shape == "line":
        return line([dot.id for dot in net.dots])
    if net.shape == "hubs":
        return hubs(*_hung(net))
    centre = next(dot.id for dot in net.dots if dot.steps == 0)
    groups: dict[str, list[str]] = {}
    seen = {centre}
    for link in net.links:
        other = link.end if link.start == centre else link.start
        if other not in seen:
            seen.add(other)
            groups.setdefault(link.caption, []).append(other)
    return around(centre, list(groups.items()))


def vis_data(net: Net) -> str:
    """Nodes and edges as the JSON that vis-network takes, harmless in a script element."""
    # Imported here: it brings a whole notebook along, a second that only pictures should wait for.
    from pyvis.network import Network as Pyvis

    drawn = Pyvis(directed=True)
    laid = laid_out(net)
    for dot in net.dots:
        if dot.id not in laid.places:
            continue
        x, y = laid.places[dot.id]
        drawn.add_node(
            dot.id, label=_wrapped(dot.name), title=dot.name, color=node_colour(dot.label), shape="box", x=round(x, 1),
            y=round(y, 1), physics=False, href=dot.href, main=dot.steps == 0,
        )  # fmt: skip
    for number, heading in enumerate(laid.headings):
        x, y = heading.place
        drawn.add_node(
            f"heading {number}", label=f"{heading.name} {heading.count}", color=PLAIN, shape="text", x=round(x, 1),
            y=round(y, 1), physics=False, href="", main=False,
        )  # fmt: skip
    worded = len(net.dots) <= _WORDED
    for link in net.links:
        if link.start in laid.places and link.end in laid.places:
            drawn.add_edge(
                link.start, link.end, color=edge_colour(link.type), label=link.word if worded else "",
                title=link.word or link.caption, dashes=link.dashed, width=1.4,
            )  # fmt: skip
    nodes, edges, *_ = drawn.get_network_data()
    data = {"nodes": nodes, "edges": edges}
    if net.shape == "hubs":
        # A page to scroll: where each box stands on a narrow one is worked out beforehand too.
        places = hubs(*_hung(net), across=ACROSS_NARROW).places
        data["narrow"] = [places[node["id"]] for node in nodes]
    return safe_json(json.dumps(data, ensure_ascii=False))


def _hung(net: Net) -> tuple[list[str], list[tuple[str, str]], tuple[str, ...]]:
    """What a picture of hubs is laid out by."""
    return [dot.id for dot in net.dots], [(link.start, link.end) for link in net.links], net.first


def _wrapped(name: str) -> str:
    """A name on lines of at most eleven characters, two lines at most; the whole shows under the pointer."""
    most = _LINE * _LINES
    kept = name if len(name) <= most else f"{name[: most - 1]}…"
    return "\n".join(kept[start : start + _LINE] for start in range(0, len(kept), _LINE))
