"""The words themselves: evidence with what stands around it, the text of a paper, and how far the papers reach."""

from __future__ import annotations

from typing import Annotated, Final

from mcp.server.mcpserver import MCPServer
from pydantic import BaseModel, Field

from api.identifiers import thing_of
from api.mcp.replies import Quote, Reply, quote, reply
from api.mcp.source import Source
from api.mcp.tools import DATA, READS, Known, Name, Place, refusing
from core.errors import NotFoundError
from queries.answers.model import Evidence
from queries.answers.papers import extent
from queries.answers.resolve import resolve
from queries.answers.results import run
from queries.answers.words import evidence as quoted
from queries.library import Library

#: Characters of a paper in one reply: some pages; `offset` goes on.
MAX_TEXT: Final = 20_000
#: Characters before and after the words.
_AROUND: Final = 200


class InContext(BaseModel):
    """Printed words and what stands before and after them in the paper; both empty for the cell of a table."""

    quote: Quote
    before: str
    after: str


class Text(BaseModel):
    """A part of a paper's text, private data masked. `next_offset` goes on; null at the end."""

    id: str
    number: str
    title: str
    text: str
    offset: int
    length: int
    next_offset: int | None
    notice: str = DATA


def add_papers(server: MCPServer[None], source: Source) -> None:
    """Register the tools that give words of papers."""

    @server.tool(
        annotations=READS,
        description=f"Printed words by the ids of evidence, whole, with what stands around them in the paper. {DATA}",
    )
    def evidence(ids: Annotated[list[str], Field(min_length=1, max_length=50)]) -> list[InContext]:
        with refusing(), source.lease() as library:
            found = quoted(library, ids)
            missing = sorted(set(ids) - {each.id for each in found})
            if missing:
                raise NotFoundError(
                    f"没有这条依据 | no such evidence: {missing[0]}",
                    remedy="标识见回答的 evidence | ids stand under `evidence` of an answer",
                )
            return [_in_context(source, each) for each in found]

    @server.tool(
        annotations=READS,
        description=f"The text of a paper by its number (东政办发〔2023〕43号), title or id, page by page. {DATA}",
    )
    def document_text(
        document: Name, offset: Annotated[int, Field(default=0, ge=0)] = 0,
        limit: Annotated[int, Field(default=MAX_TEXT, ge=1, le=MAX_TEXT)] = MAX_TEXT, jurisdiction: Place = "",
    ) -> Text:  # fmt: skip
        with refusing(), source.lease() as library:
            thing = resolve(library.index, document, ("Document",), jurisdiction=jurisdiction)
            return text_of(library, source, thing.id, offset, limit)

    @server.tool(
        annotations=READS,
        description="How far the papers on record reach, by place and form of paper: after these days nothing is known. Ask this before saying that something did not happen.",
    )
    def reach(jurisdiction: Place = "", known_at: Known = "") -> Reply:
        with refusing(), source.lease(known_at) as library:
            given = {"jurisdiction": jurisdiction}
            return reply(library, run(library, "jurisdictions/reach", {**given}), more=["Counts of papers on record."])


def text_of(library: Library, source: Source, identifier: str, offset: int = 0, limit: int = MAX_TEXT) -> Text:
    """A part of a paper's text. Raises `NotFoundError` (`TEXT-MISSING`) for a paper that is only cited or came as a table."""
    thing = thing_of(library, "Document", identifier)
    place = extent(library, thing)
    whole = source.ledger().text(place.file)
    paper = whole[place.start : place.end or len(whole)]
    shown = paper[offset : offset + limit]
    rows = library.rows("documents/detail", document=thing.id)
    more = offset + len(shown)
    return Text(
        id=thing.id,
        number=str(rows[0]["number"] or "") if rows else "",
        title=thing.name,
        text=shown,
        offset=offset,
        length=len(paper),
        next_offset=more if more < len(paper) else None,
    )


def _in_context(source: Source, words: Evidence) -> InContext:
    whole = quote(words, whole=True)
    if not words.end:
        return InContext(quote=whole, before="", after="")
    try:
        text = source.ledger().text(words.file)
    except NotFoundError:
        return InContext(quote=whole, before="", after="")  # the file was purged
    printed = whole.model_copy(update={"quote": text[words.start : words.end]})
    return InContext(
        quote=printed,
        before=text[max(words.start - _AROUND, 0) : words.start],
        after=text[words.end : words.end + _AROUND],
    )
