"""Linked data: the graph as RDF and back, its vocabulary, its shapes. What each part means stands in `docs/exports.md`.

`write` gives Turtle, JSON-LD and N-Quads, `read` turns them into the same graph again; all terms come from the ontology.
"""
