"""Colours and their captions, from the ontology: the legend of every picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.settings import Language
from graph.ontology import ontology

#: Edges have no colour in the ontology; these five carry the pictures of leaders and are told apart by dashes as well.
EDGE_COLOURS = {
    "HEADS": "#8e2f1f", "IN_CHARGE_OF": "#b5542f", "SHARES_CHARGE_OF": "#a77b1f", "LIAISES_WITH": "#5b7f95",
    "RESPONSIBLE_FOR": "#a05a77", "STANDS_IN_FOR": "#3f8363", "MEMBER_OF": "#3f8363", "HOLDS": "#7a6ca8",
    "NAMED_FOR": "#a77b1f", "ANSWERED_BY": "#c79a3a", "ASSISTS": "#6f7f3f",
}  # fmt: skip
PLAIN = "#7d858c"


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend."""

    name: str
    caption: str
    colour: str


def node_colour(label: str) -> str:
    """The colour of a label."""
    nodes = ontology().nodes
    return nodes[label].colour if label in nodes else PLAIN


def edge_colour(edge: str) -> str:
    """The colour of an edge type."""
    return EDGE_COLOURS.get(edge, PLAIN)


def legend(names: Iterable[str], language: Language, *, edges: bool = False) -> tuple[Key, ...]:
    """The keys of these labels (or edge types), each once, in the order of the ontology."""
    schema = ontology()
    wanted = set(names)
    order = list(schema.edges if edges else schema.nodes)
    colour = edge_colour if edges else node_colour
    known = sorted(wanted, key=lambda name: order.index(name) if name in order else len(order))
    return tuple(Key(name, schema.caption(name, language=language), colour(name)) for name in known)
