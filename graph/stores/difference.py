"""What must be written and deleted to turn one graph into another. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Edge, Graph, Node


@dataclass(frozen=True, slots=True)
class Difference:
    """Applied in this order: edges and nodes gone are deleted, nodes and edges new or changed are written whole."""

    gone_edges: tuple[Edge, ...]
    gone_nodes: tuple[Node, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def size(self) -> int:
        """How many elements are touched."""
        return len(self.gone_edges) + len(self.gone_nodes) + len(self.nodes) + len(self.edges)


def difference(old: Graph, new: Graph) -> Difference:
    """What turns `old` into `new`.

    An edge whose ends or type changed under the same id is deleted and written again, for ends cannot be changed in
    place; so are the edges of a node whose label changed.
    """
    old_nodes, new_nodes = {node.id: node for node in old.nodes}, {node.id: node for node in new.nodes}
    old_edges, new_edges = {edge.id: edge for edge in old.edges}, {edge.id: edge for edge in new.edges}
    gone_nodes = [node for node in old.nodes if node.id not in new_nodes or new_nodes[node.id].label != node.label]
    gone_edges = [edge for edge in old.edges if edge.id not in new_edges or _moved(edge, new_edges[edge.id])]
    deleted_nodes, deleted_edges = {node.id for node in gone_nodes}, {edge.id for edge in gone_edges}
    return Difference(
        tuple(gone_edges),
        tuple(gone_nodes),
        tuple(node for node in new.nodes if node.id in deleted_nodes or not _same(old_nodes.get(node.id), node)),
        tuple(edge for edge in new.edges if edge.id in deleted_edges or not _same(old_edges.get(edge.id), edge)),
    )


def _same(old: Node | Edge | None, new: Node | Edge) -> bool:
    # Whether `id` stands among the properties too makes no difference.
    return old is not None and {**old.properties, "id": old.id} == {**new.properties, "id": new.id}


def _moved(old: Edge, new: Edge) -> bool:
    return (old.type, old.start_label, old.start, old.end_label, old.end) != (
        new.type, new.start_label, new.start, new.end_label, new.end,
    )  # fmt: skip
