"""A graph to look things up in, for formats that put one fact on one line: ends, names, papers and words of an edge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.days import day_after
from graph.elements import Edge, Graph, Node

Place = tuple[str, str, int, int, int, int, tuple[int, str]]

#: After all that is printed somewhere.
NOWHERE: Place = ("9999", "", 0, 0, 0, 0, (0, ""))
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """The printed words a fact rests on: paper, place, quote. Empty for a fact without any."""

    number: str = ""
    title: str = ""
    document: str = ""
    place: str = ""
    quote: str = ""
    id: str = ""


class Index:
    """Nodes by id and label, edges by type and end."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = {node.id: node for node in graph.nodes}
        self._by_label: dict[str, list[Node]] = defaultdict(list)
        for node in graph.nodes:
            self._by_label[node.label].append(node)
        self._by_type: dict[str, list[Edge]] = defaultdict(list)
        self._out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._into: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self._by_type[edge.type].append(edge)
            self._out[edge.type, edge.start].append(edge)
            self._into[edge.type, edge.end].append(edge)

    def label(self, *labels: str) -> Iterator[Node]:
        """All nodes of these labels, sorted by id within each."""
        for label in labels:
            yield from self._by_label.get(label, ())

    def printed(self) -> list[Node]:
        """All evidence, paper by paper in printed order."""
        return sorted(self.label("Evidence"), key=lambda node: (self._place(node), node.id))

    def edges(self, *types: str) -> Iterator[Edge]:
        """All edges of these types, sorted by id within each."""
        for name in types:
            yield from self._by_type.get(name, ())

    def out(self, edge_type: str, start: str) -> list[Edge]:
        """The edges of a type that leave a node."""
        return self._out.get((edge_type, start), [])

    def into(self, edge_type: str, end: str) -> list[Edge]:
        """The edges of a type that reach a node."""
        return self._into.get((edge_type, end), [])

    def name(self, identifier: str) -> str:
        """The name of a node; empty if it is not there."""
        node = self.nodes.get(identifier)
        return text(node, "name") if node else ""

    def names(self, edges: list[Edge], *, starts: bool = True) -> str:
        """The names at the starts (or ends) of edges, in printed order, joined as a list."""
        ordered = sorted(edges, key=lambda edge: (integer(edge, "order"), edge.id))
        return "、".join(dict.fromkeys(self.name(edge.start if starts else edge.end) for edge in ordered))

    def words(self, element: Node | Edge) -> Words:
        """The first of the words an element rests on."""
        return next(self.all_words(element), Words())

    def all_words(self, element: Node | Edge) -> Iterator[Words]:
        """All words an element rests on, as it lists them."""
        for identifier in texts(element, "evidence"):
            node = self.nodes.get(identifier)
            if node is not None:
                yield self.words_of(node)

    def place(self, element: Node | Edge) -> Place:
        """Where the first words of an element are printed, to list facts as papers do: by day, paper and place in it."""
        known = [self._place(node) for each in texts(element, "evidence") if (node := self.nodes.get(each))]
        return min(known, default=NOWHERE)

    def _place(self, node: Node) -> Place:
        paper = self.nodes.get(text(node, "document"))
        day = text(paper, "effective_day") if paper else ""
        # The words of one list begin alike (分管甲、乙 / 分管甲、乙、丙): the last sign tells who comes first.
        return (day or "9999", text(node, "document"), integer(node, "page"), integer(node, "line_start"),
                integer(node, "start"), integer(node, "end"), counted(text(node, "cell")))  # fmt: skip

    def words_of(self, node: Node) -> Words:
        """The words of a piece of evidence."""
        document = text(node, "document")
        first, last = integer(node, "line_start"), integer(node, "line_end")
        place = (
            text(node, "cell") or (f"{first}" if first == last else f"{first}-{last}")
            if first or text(node, "cell")
            else ""
        )
        page = integer(node, "page")
        return Words(
            text(node, "document_number"), self.name(document), document, f"p{page} {place}".strip() if page else place,
            text(node, "quote"), node.id,
        )  # fmt: skip


def counted(printed: str) -> tuple[int, str]:
    """A printed number as a key: 2 before 10; what has none comes last."""
    match = _DIGITS.search(printed)
    return (int(match[0]) if match else 10**6, printed)


def text(element: Node | Edge, name: str) -> str:
    """A property as text; empty if it is not there."""
    value = element.properties.get(name, "")
    return "" if isinstance(value, list) else str(value)


def texts(element: Node | Edge, name: str) -> list[str]:
    """A list property; empty if it is not there."""
    value = element.properties.get(name, [])
    return value if isinstance(value, list) else [str(value)]


def integer(element: Node | Edge, name: str) -> int:
    """A property as a number; 0 if it is not there."""
    value = element.properties.get(name, 0)
    return int(value) if isinstance(value, int | float) else 0


def known_start(element: Node | Edge) -> str:
    """When something began, as exactly as papers tell: a day, a month, a year; empty if no paper tells."""
    return _shared(text(element, "possible_from"), text(element, "valid_from"))


def known_end(element: Node | Edge) -> str:
    """When something ended (the first day it no longer held), as exactly as papers tell; empty if it did not, or nobody tells."""
    return _shared(text(element, "valid_to"), text(element, "possible_to"))


def _shared(first: str, last: str) -> str:
    """What two bounds of one day agree on: equal days that day, else the month or the year between them."""
    if not first or not last:
        return ""
    if first == last:
        return first
    for length in (7, 4):
        whole = first[:length]
        start = f"{whole}-01" if length == 7 else f"{whole}-01-01"
        if first == start and last == day_after(whole):
            return whole
    return ""
