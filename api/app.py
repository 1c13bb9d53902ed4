"""The FastAPI application: `create_app(settings)`. Nothing happens at import.

    Outer (id, headers, figures) ─► Gate (limits, keys) ─► gzip ─► routes

JSON stands at the root (`/persons/{id}/portfolio`), pages under `/zh/` and `/en/`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api import errors
from api.audit import AuditLog
from api.builder import Builder
from api.errors import ErrorAnswer
from api.middleware import Figures, Gate, Outer
from api.printed import Pictures
from api.routers import (
    analysis,
    asking,
    catalogue,
    changes,
    evidence,
    graph,
    interface,
    linked,
    resources,
    service,
    sparql,
    whatif,
    writing,
)
from api.security import KeyRing
from api.state import GraphState
from api.web.pages import register_pages
from core.settings import Settings
from loaders.processes import Processes

_DESCRIPTION = (
    "谁在哪一天负责什么，依据是什么 | Who is responsible on that day, and on what grounds.\n\n"
    "`on` 是所问的日期（默认今天）| `on` is the day asked about (default: today). 每个回答都附依据原文和文件截至何时 |"
    " every answer shows the printed words it rests on (`evidence`) and how far the papers reach (`reach`)."
)
#: From what size an answer is worth packing.
_PACK_FROM = 1_024


def create_app(settings: Settings | None = None, *, warm: bool = False) -> FastAPI:
    """The application over the data of `settings.home`; `warm` runs each canned query once, beside the first requests.

    Raises `ConfigError` for keys that cannot be read.
    """
    chosen = settings or Settings()
    state = GraphState(chosen, warm=warm)
    builder = Builder(chosen, state)
    audit = AuditLog(chosen)
    # Words of strangers are read beside the service, in a process where the rules have their deadline.
    reader = Processes(1, chosen, read_here=0)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        state.start()
        try:
            yield
        finally:
            builder.close()
            reader.close()
            audit.close()
            state.close()

    app = FastAPI(
        title="Dutygraph",
        version=service.VERSION,
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # its Location would repeat whatever Host a request names
        # Addresses hold names of people: nothing of them leaves this machine, whatever the environment says.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    figures = Figures()
    app.state.settings = chosen
    app.state.graph = state
    app.state.keys = KeyRing.of(chosen)
    app.state.figures = figures
    app.state.builder = builder
    app.state.audit = audit
    app.state.pictures = Pictures()
    app.state.reader = reader
    errors.install(app)
    for router in (
        service.router,
        interface.router,
        asking.router,
        evidence.router,
        graph.router,
        changes.router,
        whatif.router,
        writing.router,
        linked.router,
        sparql.router,
        catalogue.router(),
        analysis.router(),
        resources.router(),
    ):
        # Not `include_router`: it builds each route a second time, at the first request, which then waits for seconds.
        app.router.routes.extend(router.routes)
    _describe_errors(app)
    register_pages(app)
    app.add_middleware(GZipMiddleware, minimum_size=_PACK_FROM)
    app.add_middleware(Gate, settings=chosen, keys=app.state.keys)
    app.add_middleware(Outer, settings=chosen, figures=figures)
    return app


def _describe_errors(app: FastAPI) -> None:
    """Add the shape of errors, which all routes name, to the OpenAPI document."""
    made = app.openapi

    def described() -> dict[str, Any]:
        document = made()
        models = ErrorAnswer.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas = document["components"]["schemas"]
        schemas.update(models.pop("$defs"))
        schemas["ErrorAnswer"] = models
        return document

    app.openapi = described  # type: ignore[method-assign]
