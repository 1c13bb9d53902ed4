"""Projection: pure, sorted, complete. No node without a statement behind it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import Graph
from graph.entities import Identity
from graph.projection.builder import Builder
from graph.projection.documents import write_citations, write_evidence, write_papers
from graph.projection.entities import write_entities
from graph.projection.relations import write_findings, write_relations
from graph.projection.work import write_work
from graph.statements import Statement
from graph.timeline import Timeline


def project(statements: Iterable[Statement], identity: Identity, timeline: Timeline) -> Graph:
    """The graph of a timeline, shaped by `graph/ontology.yaml`, sorted by id.

    `timeline` is `fold(statements, identity)`; statements it does not count (below the confidence asked for) are not in
    the graph either. Equal inputs give an equal graph, whatever the order of the statements.
    """
    builder = Builder()
    write_papers(builder, timeline)
    write_entities(builder, identity, timeline)
    write_citations(builder, identity, timeline.papers)
    write_work(builder, identity, timeline)
    write_relations(builder, timeline)
    write_findings(builder, timeline)
    write_evidence(builder, timeline.papers)
    return builder.graph()
