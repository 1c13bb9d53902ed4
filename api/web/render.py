"""Templates: the environment, and a page put together with the words its facts rest on."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.metadata import version as version_of
from pathlib import Path

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.web.page import Page
from api.web.tables import groupby_cells
from api.web.tones import table_name, tone
from core.settings import Language
from graph.days import today
from graph.ontology import ontology
from queries.answers.model import Evidence
from queries.answers.words import evidence

STATIC = Path(str(resources.files("api.web").joinpath("static")))
_HERE = Path(str(resources.files("api.web")))
#: Days shown as links beside the day control; the rest is reached by the arrows.
_DAYS_SHOWN = 400
#: Lines left empty in a paper say nothing in a quote.
_EMPTY_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which something changed, around the day of the page."""

    all: tuple[str, ...]
    before: str
    after: str

    @classmethod
    def around(cls, days: Iterable[str], on: str) -> Days:
        """The days in order, the nearest one before `on` and the nearest after it."""
        known = sorted(set(days))
        left, right = bisect_left(known, on), bisect_right(known, on)
        before = known[left - 1] if left else ""
        after = known[right] if right < len(known) else ""
        return cls(tuple(known[-_DAYS_SHOWN:]), before, after)


@cache
def environment() -> Environment:
    """The templates; everything is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("api.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["tone"] = tone
    made.globals["asset"] = asset
    made.filters["groupby_cells"] = groupby_cells
    made.filters["lines_joined"] = lambda quote: _EMPTY_LINES.sub("\n", quote)
    made.globals["strip"] = strip
    return made


def render(
    page: Page,
    template: str,
    *,
    cited: Iterable[str] = (),
    known: Sequence[Evidence] = (),
    days: Iterable[str] = (),
    status: int = 200,
    **context: object,
) -> Response:
    """A page. `cited` are ids of evidence its facts name, `known` evidence at hand, `days` those on which something changed.

    A reader who has the same version of the page already gets 304.
    """
    words = {each.id: each for each in known}
    missing = [each for each in dict.fromkeys(cited) if each not in words]
    words |= {each.id: each for each in evidence(page.library, missing)} if missing else {}
    text = (
        environment()
        .get_template(template)
        .render(
            page=page,
            t=page.say,
            words=words,
            days=Days.around(days, page.on),
            today=today(),
            severity=lambda code: ontology().value_caption("severity", code, language=page.language),
            table_name=lambda name: table_name(name, page.language),
            **context,
        )
    )
    headers = {"Cache-Control": "private, no-cache", "ETag": f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'}
    if status == 200 and headers["ETag"] in page.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(text, status_code=status, headers=headers)


def render_plain(request: Request, template: str, *, status: int, **context: object) -> Response:
    """A page that needs no graph: an error."""
    language: Language = "en" if request.url.path.startswith("/en") else "zh"

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    def said(words: str) -> str:
        return in_language(words, language)

    text = environment().get_template(template).render(t=say, said=said, language=language, **context)
    return HTMLResponse(text, status_code=status)


def in_language(words: str, language: Language) -> str:
    """Of a message in both languages the half a reader wants; what it is about stands behind the English half alone.

    >>> in_language("不是日期 | not a date: '2023-13'", "zh")
    "不是日期: '2023-13'"
    """
    zh, _, en = words.partition(" | ")
    if not en:
        return zh
    about = en.partition(": ")[2]
    return en if language == "en" else f"{zh}: {about}" if about and about not in zh else zh


def asset(name: str) -> str:
    """The address of a file of ours; it changes with its content, so that browsers may keep it for good."""
    return f"/static/{name}?v={_fingerprint()}"


def strip(days: Sequence[str], on: str) -> list[tuple[float, bool]]:
    """Where the days of change stand on a strip of 240 units, and where the day of the page does (last, marked)."""
    if not days:
        return []
    ordinals = [date.fromisoformat(day).toordinal() for day in days]
    now = date.fromisoformat(on).toordinal()
    first, last = min(ordinals), max(ordinals)
    span = max(last - first, 1)

    def place(day: int) -> float:
        return round(12 + 216 * min(max((day - first) / span, -0.04), 1.04), 1)

    return [*((place(day), False) for day in dict.fromkeys(ordinals)), (place(now), True)]


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256(version_of("dutygraph").encode())
    for path in sorted(_HERE.joinpath("static").rglob("*.*")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
