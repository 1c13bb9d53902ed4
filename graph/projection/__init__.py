"""The graph's shape: a timeline and who is who, written as nodes and edges of `graph/ontology.yaml`.

`project(statements, identity, timeline)` is pure; equal inputs give an equal, sorted graph.
"""

from graph.projection.project import project

__all__ = ["project"]
