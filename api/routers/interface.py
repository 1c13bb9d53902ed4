"""A page of the interface, made from the OpenAPI document: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, StrictUndefined

router = APIRouter(include_in_schema=False)

_FOLDER: Final = resources.files("api").joinpath("templates")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a call, in words."""

    name: str
    type: str
    default: str
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A method and a path."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Calls of one subject."""

    name: str
    calls: tuple[Call, ...]


@router.get("/docs", name="docs")
def interface(request: Request) -> Response:
    """Every call with its parameters."""
    app: FastAPI = request.app
    document = app.openapi()
    text = _template().render(
        version=app.version, description=app.description.split("\n\n"), groups=tuple(groups(document))
    )
    return HTMLResponse(text)


@router.get("/docs/interface.css", name="docs.css")
def style() -> Response:
    """How the page looks."""
    text = _FOLDER.joinpath("interface.css").read_text(encoding="utf-8")
    return Response(text, media_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


def groups(document: Mapping[str, Any]) -> Iterator[Group]:
    """The calls of an OpenAPI document by their first tag, in the order of the document."""
    found: dict[str, list[Call]] = {}
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            parameters = tuple(_parameter(each) for each in call.get("parameters", ()))
            made = Call(method.upper(), path, call.get("summary", ""), call.get("description", ""), parameters)
            found.setdefault(call.get("tags", ["other"])[-1], []).append(made)
    for name, calls in sorted(found.items()):
        yield Group(name, tuple(calls))


def _parameter(each: Mapping[str, Any]) -> Parameter:
    schema = each["schema"]
    kinds = [part.get("type", "") for part in schema.get("anyOf", [schema])]
    listed = schema.get("enum", [])
    kind = " | ".join(map(str, listed)) if listed else " | ".join(part for part in kinds if part != "null")
    least, most = schema.get("minimum"), schema.get("maximum")
    if most is not None:
        kind = f"{kind} {least if least is not None else ''}–{most}"
    default = schema.get("default", "")
    return Parameter(
        each["name"],
        kind,
        "" if default is None else str(default),
        each.get("description", ""),
        each.get("required", False),
    )


@cache
def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_FOLDER.joinpath("interface.html").read_text(encoding="utf-8"))
