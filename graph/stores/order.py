"""In which order a whole graph is written: what is of one place lies together, and in it what is of one paper or group.

Ids are no order: by id, the people of one district lie scattered over all pages of people. In a store that holds more than the
engine keeps in memory, a page is then read for each of them, and as many again for their edges.
"""

from __future__ import annotations

from graph.elements import Edge, Graph, Node


def by_place(graph: Graph) -> tuple[list[Node], list[Edge]]:
    """The nodes by place, paper and id; the edges by the node they start at, then by id.

    A node that names no place has that of its paper, else of what an edge joins it to, and lies beside what is of the same.
    """
    places: dict[str, str] = {}
    lie: dict[str, str] = {}
    for node in graph.nodes:
        if "jurisdiction" in node.properties:
            places[node.id] = str(node.properties["jurisdiction"])
            lie[node.id] = f"{places[node.id]} {node.properties.get('document', '')}"
    for node in graph.nodes:
        paper = node.properties.get("document")
        if node.id not in places and paper in places:
            places[node.id] = places[str(paper)]
            lie[node.id] = f"{places[node.id]} {paper}"
    for edge in graph.edges:
        for one, other in ((edge.start, edge.end), (edge.end, edge.start)):
            if one not in places and other in places:
                places[one] = places[other]
                lie[one] = f"{places[one]} {other}"
    # Sorting keeps the order of equals, and they come by id.
    nodes = sorted(graph.nodes, key=lambda node: lie.get(node.id, ""))
    ranks = {node.id: rank for rank, node in enumerate(nodes)}
    # An edge that starts at nothing is found out when it is written.
    return nodes, sorted(graph.edges, key=lambda edge: ranks.get(edge.start, -1))
