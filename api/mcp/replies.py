"""What a tool answers with: the answer, its day, what was known, the words to cite, and how far the papers reach.

A reply is bounded: beyond a limit the rest is counted and said, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel, Field

from api.models import answer_json
from queries.answers.analysis.model import Analysis
from queries.answers.model import Answer, Evidence, Reach
from queries.answers.results import Found, Table
from queries.library import Library

#: Quotes of one reply: what an assistant can still weigh, a few thousand words. `evidence` reads the others by id.
MAX_QUOTES: Final = 60
#: Characters of one quote; a row of a long table is longer, and `evidence` gives it whole.
MAX_QUOTE: Final = 400
_NOTHING: Final = "No paper on record says it. Say so; do not guess."
_WITHOUT_WORDS: Final = "Counts and descriptions: ask about what they name for the printed words."


class Quote(BaseModel):
    """Printed words to cite: the paper's number and title, its day, and the place in it."""

    id: str
    quote: str
    number: str
    title: str
    date: str
    jurisdiction: str
    place: str = Field(description="page, lines or cell of the source file")
    confidence: float


class Reply(BaseModel):
    """An answer with what must be cited beside it."""

    day: str = Field(description="the day the answer holds for; empty if it takes none")
    known_at: int = Field(description="row of the ledger up to which papers were known")
    version: str = Field(description="version of the graph")
    answer: dict[str, Any]
    evidence: list[Quote] = Field(description="printed words; cite `number` (or `title`) and `quote`")
    reach: list[Reach] = Field(description="the latest paper seen of each series: later changes are not known")
    notes: list[str] = Field(description="what must be told with the answer")


def reply(library: Library, answer: Answer | Table | Found, *, more: Sequence[str] = ()) -> Reply:
    """Any answer as a reply."""
    content = answer_json(answer, library)
    content.pop("evidence", None)
    content.pop("version", None)
    found = [Reach(**each) for each in content.pop("reach", [])]
    words: tuple[Evidence, ...] = () if isinstance(answer, Found) else answer.evidence
    notes = list(more)
    if len(words) > MAX_QUOTES:
        notes.append(f"{len(words) - MAX_QUOTES} more quotes: read them by their ids with `evidence`.")
    if isinstance(answer, Table) and answer.result.truncated:
        notes.append("More rows than shown: narrow the question or raise `limit`.")
    if isinstance(answer, Analysis):
        notes += [answer.about.counts.en, answer.about.silent.en, *(note.en for note in answer.notes)]
        notes += [f"{answer.left_out} more lines: raise `limit`."] if answer.left_out else []
    if not words and not isinstance(answer, Found):
        notes.append(_WITHOUT_WORDS if _has_rows(answer) else _NOTHING)
    day = "" if isinstance(answer, Found) else answer.result.on if isinstance(answer, Table) else answer.on
    last = max((each.date for each in found), default="")
    if day and last and day > last:
        notes.append(f"The papers seen end on {last}; whether anything changed since is not known.")
    return Reply(
        day=day,
        known_at=library.known_at,
        version=library.store.version(),
        answer=content,
        evidence=[quote(each) for each in words[:MAX_QUOTES]],
        reach=found,
        notes=notes,
    )


def quote(words: Evidence, *, whole: bool = False) -> Quote:
    """Evidence as a quote, shortened unless `whole`."""
    text = words.quote if whole or len(words.quote) <= MAX_QUOTE else f"{words.quote[:MAX_QUOTE]}…"
    if words.cell:
        place = words.cell
    elif words.line_start:
        page = f"page {words.page}, " if words.page else ""
        place = f"{page}lines {words.line_start}-{words.line_end}"
    else:
        place = ""
    return Quote(
        id=words.id,
        quote=text,
        number=words.number,
        title=words.title,
        date=words.date,
        jurisdiction=words.jurisdiction,
        place=place,
        confidence=words.confidence,
    )


def _has_rows(answer: Answer | Table) -> bool:
    rows = answer.result.rows if isinstance(answer, Table) else answer.rows if isinstance(answer, Analysis) else ()
    return len(rows) > 0
