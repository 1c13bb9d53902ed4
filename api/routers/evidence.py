"""Printed words: one piece of evidence with what stands around it, and the text of a paper with all that was read in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel

from api import limits
from api.dependencies import Identifier, Lib, settings_of, state_of
from api.errors import RESPONSES
from api.identifiers import thing_of
from api.media import bytes_reply, json_reply, media_of
from api.printed import picture, printed_at
from core.errors import NotFoundError
from queries.answers.model import Evidence
from queries.answers.papers import extent
from queries.answers.words import evidence

router = APIRouter(tags=["evidence"], responses=RESPONSES)

#: Characters shown before and after the words of one piece of evidence.
_AROUND = 300
#: No text is longer: a paper without a next one reaches to the end of its file.
_END = 1 << 40


class BoxAnswer(BaseModel):
    """A rectangle on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class PrintedAnswer(BaseModel):
    """Where words stand on a page: the boxes, the size of the page in points, and where its picture is (empty: none is shown)."""

    page: int
    width: int
    height: int
    boxes: list[BoxAnswer]
    picture: str


class EvidenceAnswer(BaseModel):
    """Printed words with what stands before and after them; both empty for the cell of a table.

    `printed` says where on its pages a PDF or a scan prints them; nothing for a text, a web page or a table.
    """

    evidence: Evidence
    printed: list[PrintedAnswer]
    before: str
    words: str
    after: str
    version: str


class MarkAnswer(BaseModel):
    """A fact read at these code points of `text`."""

    evidence: str
    table: str
    rule: str
    start: int
    end: int


class TextAnswer(BaseModel):
    """A paper's text as it was read, private data masked. `start` of a mark counts from the beginning of `text`.

    `offset` is where `text` begins in the paper; `length` is the whole paper's; `line` the number of its first line in the
    file, whose SHA-256 is `file`.
    """

    id: str
    name: str
    file: str
    line: int
    offset: int
    length: int
    text: str
    marks: list[MarkAnswer]
    version: str


@router.get(
    "/evidence/{id}", response_model=EvidenceAnswer, summary="依据原文 | the printed words", name="evidence.one"
)
def evidence_of(request: Request, library: Lib, id: Identifier) -> Response:
    """The words of a piece of evidence, where they stand, and what stands around them."""
    media_of(request, ("application/json",))
    found = evidence(library, [id])
    if not found:
        raise NotFoundError(f"没有这条依据 | no such evidence: {id}")
    words = found[0]
    before, middle, after = _around(request, words)
    content = {
        "evidence": asdict(words),
        "printed": _printed(request, words),
        "before": before,
        "words": middle,
        "after": after,
    }
    return json_reply(request, {**content, "version": library.store.version()})


@router.get(
    "/documents/{id}/text", response_model=TextAnswer, summary="文件原文 | the text of a paper", name="documents.text"
)
def text_of(
    request: Request,
    library: Lib,
    id: Identifier,
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="从第几个字开始 | first character")] = 0,
    limit: Annotated[int, Query(ge=1, le=limits.MAX_CHARACTERS)] = limits.MAX_CHARACTERS,
) -> Response:
    """The text of a paper with marks at the words each fact was read from."""
    media_of(request, ("application/json",))
    thing = thing_of(library, "Document", id)
    place = extent(library, thing)
    whole = state_of(request).ledger().text(place.file)
    last = place.end or len(whole)
    paper = whole[place.start : last]
    shown = paper[offset : offset + limit]
    begin = place.start + offset
    marks = [
        {**asdict(mark), "start": max(mark.start - begin, 0), "end": min(mark.end - begin, len(shown))}
        for mark in place.marks
        if mark.start - begin < len(shown) and mark.end - begin > 0
    ]
    content = {
        "id": thing.id,
        "name": thing.name,
        "file": place.file,
        "line": whole.count("\n", 0, begin) + 1,
        "offset": offset,
        "length": len(paper),
        "text": shown,
        "marks": marks,
        "version": library.store.version(),
    }
    return json_reply(request, content)


@router.get(
    "/documents/{id}/pages/{page}",
    response_class=Response,
    responses={200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}},
    summary="原页图像 | a page as it looks",
    name="documents.page",
)
def page_of(
    request: Request,
    library: Lib,
    id: Identifier,
    page: Annotated[int, Path(ge=1, le=100_000, description="页 | page")],
) -> Response:
    """A page of a PDF or a scan on which this paper stands, as a picture; private data is blacked out."""
    media_of(request, ("image/png",))
    place = extent(library, thing_of(library, "Document", id))
    return bytes_reply(request, picture(request, place.file, place.start, place.end or _END, page), media="image/png")


def _printed(request: Request, words: Evidence) -> list[dict[str, object]]:
    shown = bool(words.document) and settings_of(request).page_pictures
    return [
        {**asdict(each), "picture": f"/documents/{words.document}/pages/{each.page}" if shown else ""}
        for each in printed_at(state_of(request).ledger(), words.file, words.start, words.end)
    ]


def _around(request: Request, words: Evidence) -> tuple[str, str, str]:
    """What stands before the words, the whole words (the graph keeps long ones short), and what stands after them."""
    if not words.end:
        return "", words.quote, ""
    try:
        text = state_of(request).ledger().text(words.file)
    except NotFoundError:
        return "", words.quote, ""  # the file was purged, or came as a table
    return (
        text[max(words.start - _AROUND, 0) : words.start],
        text[words.start : words.end],
        text[words.end : words.end + _AROUND],
    )
