"""Analyses: `/analysis`, and one typed route each under `/analysis/NAME`."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from api import limits
from api.dependencies import Day, Lang, Lib, On, Place
from api.errors import RESPONSES
from api.media import CSV, json_reply, media_of
from api.models import Caption, answer_json
from api.routers.resources import sheet_csv
from core.settings import Language
from queries.answers.analysis.model import Analysis, Asked, Way
from queries.answers.analysis.registry import ANALYSES, DEFAULT_ROWS, MOST_ROWS, analyse
from queries.answers.show import sheet_of
from queries.library import Library


class TakesAnswer(BaseModel):
    """Something an analysis must be told; `labels` empty: plain words."""

    name: str
    caption: Caption
    labels: list[str]
    required: bool


class AboutAnswer(BaseModel):
    """An analysis: its question, what it counts, what it does not say, and its address."""

    name: str
    title: Caption
    question: Caption
    counts: Caption
    silent: Caption
    takes: list[TakesAnswer]
    compares: bool
    address: str


class AnalysesAnswer(BaseModel):
    """All analyses."""

    analyses: list[AboutAnswer]


def router() -> APIRouter:
    """The list and one route an analysis, with the parameters it takes."""
    made = APIRouter(tags=["analysis"], responses=RESPONSES)

    @made.get("/analysis", response_model=AnalysesAnswer, summary="分析 | the analyses", name="analysis")
    def analyses(request: Request) -> Response:
        """Every analysis: its question, what it counts and what it does not say, what it takes, and its address."""
        media_of(request, ("application/json",))
        return json_reply(request, {"analyses": [_about_json(way) for way in ANALYSES.values()]})

    for way in ANALYSES.values():
        _add(made, way)
    return made


def _add(made: APIRouter, way: Way) -> None:
    about = way.about
    names = [each.name for each in about.takes]

    def endpoint(
        request: Request, library: Library, lang: Language, on: str, limit: int, **given: str | None
    ) -> Response:  # fmt: skip
        what = tuple(value for name in names if (value := given.get(name)))
        asked = Asked(on, given.get("against") or "", given.get("jurisdiction") or "", what, limit)
        found = analyse(library, about.name, asked)
        if media_of(request) == CSV:
            return sheet_csv(request, sheet_of(found, lang), name=about.name)
        return json_reply(request, answer_json(found, library))

    size = Annotated[int, Query(ge=1, le=MOST_ROWS, description="最多几行 | lines at most")]
    parameters = [
        _parameter("request", Request),
        _parameter("library", Lib),
        _parameter("lang", Lang),
        _parameter("on", On),
        *(_taken(each.name, f"{each.text.zh} | {each.text.en}", required=each.required) for each in about.takes),
        _parameter("jurisdiction", Place, ""),
        _parameter("limit", size, DEFAULT_ROWS),
    ]
    if about.compares:
        day = Annotated[Day | None, Query(description="与这一日对比（YYYY-MM-DD）| a day to set it beside")]
        parameters.append(_parameter("against", day, None))
    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    endpoint.__doc__ = (
        f"{about.question.zh} | {about.question.en}\n\n{about.counts.zh} {about.silent.zh}\n\n"
        f"{about.counts.en} {about.silent.en}"
    )
    made.add_api_route(
        f"/analysis/{about.name}",
        endpoint,
        methods=["GET"],
        response_model=Analysis,
        summary=f"{about.title.zh} | {about.title.en}",
        name=f"analysis.{about.name}",
    )


def _taken(name: str, caption: str, *, required: bool) -> inspect.Parameter:
    rules: dict[str, Any] = {"max_length": limits.MAX_WORDS, "description": caption}
    if required:
        return _parameter(name, Annotated[str, Query(min_length=1, pattern=r"\S", **rules)])
    return _parameter(name, Annotated[str, Query(**rules)], "")


def _parameter(name: str, annotation: Any, default: object = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _about_json(way: Way) -> dict[str, Any]:
    about = way.about
    texts = {
        name: {"zh": text.zh, "en": text.en}
        for name, text in (
            ("title", about.title), ("question", about.question), ("counts", about.counts), ("silent", about.silent),
        )
    }  # fmt: skip
    takes = [
        {"name": each.name, "caption": {"zh": each.text.zh, "en": each.text.en}, "labels": list(each.labels),
         "required": each.required}
        for each in about.takes
    ]  # fmt: skip
    return {
        "name": about.name, **texts, "takes": takes, "compares": about.compares, "address": f"/analysis/{about.name}",
    }  # fmt: skip
