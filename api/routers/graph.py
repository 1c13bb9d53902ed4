"""The neighbourhood of anything, as nodes and edges."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from api import limits
from api.dependencies import Lib, On
from api.errors import RESPONSES
from api.identifiers import anything_of
from api.media import json_reply, media_of
from api.models import Caption, Code, label_caption, plain
from graph.ontology import ontology
from queries.answers.model import Evidence, Held
from queries.answers.network import Network, network

_TYPE = "|".join(ontology().edges)

router = APIRouter(tags=["graph"], responses=RESPONSES)


class NodeAnswer(BaseModel):
    """A node; `steps` from the first, `colour` of its label in the legend."""

    id: str
    label: str
    name: str
    steps: int
    caption: Caption
    colour: str


class EdgeAnswer(BaseModel):
    """An edge; `word` is what is printed on it (组长, 分管)."""

    id: str
    type: Code
    start: str
    end: str
    word: str
    held: Held


class GraphAnswer(BaseModel):
    """A neighbourhood on a day. `left_out` and `edges_left_out` say how much the caps kept back, at least."""

    subject: str
    on: str
    depth: int
    nodes: list[NodeAnswer]
    edges: list[EdgeAnswer]
    left_out: int
    edges_left_out: int
    evidence: list[Evidence]
    version: str


@router.get("/graph", response_model=GraphAnswer, summary="周边关系 | the neighbourhood of anything", name="graph")
def graph(
    request: Request,
    library: Lib,
    on: On,
    node: Annotated[str, Query(min_length=1, max_length=limits.MAX_ID, description="标识 | an id")],
    depth: Annotated[int, Query(ge=1, le=limits.MAX_DEPTH, description="步数 | steps")] = 1,
    nodes: Annotated[
        int, Query(ge=1, le=limits.MAX_NODES, description="最多几个点 | most nodes")
    ] = limits.DEFAULT_NODES,
    types: Annotated[
        str,
        Query(
            pattern=rf"^(({_TYPE})(,({_TYPE})){{0,40}})?$",
            description="只看这些关系，逗号分隔 | edge types, joined by commas",
        ),
    ] = "",
    evidence: Annotated[bool, Query(description="附依据原文 | with the printed words")] = False,
) -> Response:
    """What is joined to a thing on a day: nearest first, with caps that are told."""
    media_of(request, ("application/json",))
    wanted = frozenset(part.strip() for part in types.split(",") if part.strip())
    found = network(
        library, anything_of(library, node), on, depth=depth, nodes=nodes, edges=limits.MAX_EDGES, types=wanted,
        words=evidence,
    )  # fmt: skip
    return json_reply(request, graph_json(found, library.store.version()))


def graph_json(found: Network, version: str) -> dict[str, Any]:
    """A network as nodes and edges with captions and colours."""
    colours = ontology().nodes
    nodes = [
        {
            "id": each.thing.id,
            "label": each.thing.label,
            "name": each.thing.name,
            "steps": each.steps,
            "caption": label_caption(each.thing.label),
            "colour": colours[each.thing.label].colour,
        }
        for each in found.nodes
    ]
    return {**plain(found), "subject": found.subject.id, "nodes": nodes, "version": version}
