"""The graph for tools that draw and measure: GraphML and GEXF. Nodes and edges with captions, kinds, days and colours.

Evidence and the names things go by are left out, for they would bury the rest: an edge carries the paper and line it rests on
as text.
"""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Final
from xml.etree import ElementTree as ET

import networkx as nx

from graph.elements import Edge, Graph, Node, PropertyValue
from graph.exports.index import Index, text
from graph.exports.making import Making
from graph.ontology import ontology

_LEFT_OUT: Final = frozenset({"Evidence", "Name"})
#: Characters that XML 1.0 does not take.
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEXF: Final = "http://www.gexf.net/1.2draft"
_VIZ: Final = "http://www.gexf.net/1.2draft/viz"
#: Properties of an edge that are lists of ids of evidence: a picture shows the paper instead.
_NOT_SHOWN: Final = frozenset({"id", "evidence", "ended_by", "because_of"})

Attributes = dict[str, str | int | float | bool]


def graphml(graph: Graph, making: Making) -> bytes:
    """GraphML, as networkx writes it; each edge has its own id, so that parallel edges stay apart."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    index = Index(graph)
    for node in _nodes(graph):
        found.add_node(node.id, **_of_node(node, making))
    for edge in _edges(graph):
        found.add_edge(edge.start, edge.end, key=edge.id, **_of_edge(edge, index, making))
    buffer = io.BytesIO()
    nx.write_graphml_xml(found, buffer, named_key_ids=True)
    return buffer.getvalue()


def gexf(graph: Graph, making: Making) -> bytes:
    """GEXF with a timeline: an element lives while it is not excluded. Both its days belong to it, as Gephi reads them."""
    index = Index(graph)
    ET.register_namespace("", _GEXF)
    ET.register_namespace("viz", _VIZ)
    root = ET.Element(f"{{{_GEXF}}}gexf", {"version": "1.2"})
    whole = ET.SubElement(
        root, f"{{{_GEXF}}}graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
    )
    nodes = [(node, _of_node(node, making)) for node in _nodes(graph)]
    edges = [(edge, _of_edge(edge, index, making)) for edge in _edges(graph)]
    keys = {
        kind: _declare(whole, kind, [attributes for _, attributes in found])
        for kind, found in (("node", nodes), ("edge", edges))
    }
    shown = ET.SubElement(whole, f"{{{_GEXF}}}nodes")
    for node, attributes in nodes:
        element = ET.SubElement(
            shown, f"{{{_GEXF}}}node", {"id": node.id, "label": str(attributes["label"]), **_life(node)}
        )
        _values(element, attributes, keys["node"])
        red, green, blue = (int(ontology().nodes[node.label].colour[place : place + 2], 16) for place in (1, 3, 5))
        ET.SubElement(element, f"{{{_VIZ}}}color", {"r": str(red), "g": str(green), "b": str(blue)})
    joined = ET.SubElement(whole, f"{{{_GEXF}}}edges")
    for edge, attributes in edges:
        ends = {"id": edge.id, "source": edge.start, "target": edge.end, "label": str(attributes["label"])}
        _values(ET.SubElement(joined, f"{{{_GEXF}}}edge", {**ends, **_life(edge)}), attributes, keys["edge"])
    ET.indent(root, space="")
    text_of: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text_of + b"\n"


def _nodes(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if node.label not in _LEFT_OUT]


def _edges(graph: Graph) -> list[Edge]:
    return [edge for edge in graph.edges if edge.start_label not in _LEFT_OUT and edge.end_label not in _LEFT_OUT]


def _of_node(node: Node, making: Making) -> Attributes:
    caption = ontology().caption(node.label, language=making.language)
    own = {
        name: _plain(value) for name, value in sorted(node.properties.items()) if name not in ("id", "name", "evidence")
    }
    return {"label": _clean(text(node, "name")), "type": node.label, "type_caption": caption, **own}


def _of_edge(edge: Edge, index: Index, making: Making) -> Attributes:
    caption = ontology().caption(edge.type, language=making.language)
    own = {name: _plain(value) for name, value in sorted(edge.properties.items()) if name not in _NOT_SHOWN}
    papers = "；".join(dict.fromkeys(f"{words.number} {words.place}".strip() for words in index.all_words(edge)))
    rests: Attributes = {"papers": _clean(papers)} if papers else {}
    return {"label": _clean(text(edge, "role") or caption), "type": edge.type, "type_caption": caption, **own, **rests}


def _plain(value: PropertyValue) -> str | int | float | bool:
    if isinstance(value, list):
        return _clean("；".join(value))
    return _clean(value) if isinstance(value, str) else value


def _clean(words: str) -> str:
    return _ILLEGAL.sub("", words)


def _declare(whole: ET.Element, kind: str, found: list[Attributes]) -> dict[str, str]:
    """The attributes of a kind of element, each under a number, of one type."""
    types: dict[str, str] = {}
    for attributes in found:
        for name, value in attributes.items():
            if name != "label":
                types[name] = _gexf_type(value)
    declared = ET.SubElement(whole, f"{{{_GEXF}}}attributes", {"class": kind, "mode": "static"})
    keys = {name: f"{kind[0]}{place}" for place, name in enumerate(sorted(types))}
    for name, key in keys.items():
        ET.SubElement(declared, f"{{{_GEXF}}}attribute", {"id": key, "title": name, "type": types[name]})
    return keys


def _gexf_type(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "integer" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def _values(element: ET.Element, attributes: Attributes, keys: dict[str, str]) -> None:
    holder = ET.SubElement(element, f"{{{_GEXF}}}attvalues")
    for name in sorted(attributes):
        if name != "label":
            value = attributes[name]
            written = str(value).lower() if isinstance(value, bool) else str(value)
            ET.SubElement(holder, f"{{{_GEXF}}}attvalue", {"for": keys[name], "value": written})


def _life(element: Node | Edge) -> dict[str, str]:
    """The first and the last day that are not excluded."""
    begin, end = text(element, "possible_from"), text(element, "possible_to")
    last = (date.fromisoformat(end) - timedelta(days=1)).isoformat() if end else ""
    return {name: day for name, day in (("start", begin), ("end", last)) if day}
