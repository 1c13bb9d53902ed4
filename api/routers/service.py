"""About the service itself: alive, ready, figures, limits, and a page of the interface that loads nothing from elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version as version_of
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from api.dependencies import settings_of, state_of
from api.errors import RESPONSES
from api.limits import LIMITS, Limit
from api.middleware import Figures
from graph.days import today
from loaders.limits import DESCRIBED, Described

VERSION = version_of("dutygraph")

router = APIRouter(tags=["service"], responses=RESPONSES)


class Alive(BaseModel):
    """The process answers."""

    status: str


class Ready(BaseModel):
    """The graph that is served, and what day it is here (Asia/Shanghai)."""

    status: str
    version: str
    today: str
    nodes: dict[str, int]
    edges: dict[str, int]


class LimitsAnswer(BaseModel):
    """What a request may be, what one file may be (`papers`), and how long a query may take."""

    limits: list[Limit]
    papers: list[Described]
    requests_per_minute: int
    query_seconds: float


@router.get("/healthz", response_model=Alive, summary="进程存活 | the process answers", name="healthz")
def healthz() -> Response:
    """Nothing is asked of the data."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", response_model=Ready, summary="数据就绪 | the data is there", name="readyz")
def readyz(request: Request) -> Response:
    """503 until a graph can be read."""
    with state_of(request).lease() as library:
        counts = library.store.counts()
        content = {
            "status": "ok",
            "version": library.store.version(),
            "today": today(),
            "nodes": counts.nodes,
            "edges": counts.edges,
        }
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


@router.get("/metrics", response_class=PlainTextResponse, summary="指标（Prometheus）| figures", name="metrics")
def metrics(request: Request) -> Response:
    """Requests by route and status, and how long they took."""
    figures: Figures = request.app.state.figures
    return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)


@router.get("/limits", response_model=LimitsAnswer, summary="各项上限 | the limits", name="limits")
def limits(request: Request) -> Response:
    """Each limit with its reason."""
    settings = settings_of(request)
    content: dict[str, Any] = {
        "limits": [asdict(each) for each in LIMITS],
        "papers": [asdict(each) for each in DESCRIBED],
        "requests_per_minute": settings.requests_per_minute,
        "query_seconds": settings.query_seconds,
    }
    return JSONResponse(content)
