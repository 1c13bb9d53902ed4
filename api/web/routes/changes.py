"""Changes (更新记录): what began and ended, day by day under the paper behind it; and what the ledger changed, by cause."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Response

from api import limits
from api.dependencies import state_of
from api.web.examples import paper_days, shelf_of
from api.web.page import Asked, Page
from api.web.render import render
from api.web.tables import PageTable, Part, TableLine
from graph.changes import Event, Feed, feed
from graph.days import checked_day
from graph.ontology import ontology
from graph.past import row_of
from queries.answers import feed as told
from queries.answers.changes import Change, changes
from queries.answers.model import Evidence

router = APIRouter()

Day = Annotated[str, Query(max_length=16)]
#: Folding the ledger twice is work: one reader at a time, and what came of it is kept with the version.
_ONE_AT_A_TIME: Final = threading.Lock()
_EVENTS = 400


@dataclass(frozen=True, slots=True)
class Cause:
    """What one paper brought about on one day."""

    paper: Evidence | None
    began: int
    ended: int
    turned: int
    table: PageTable


@router.get("/{language}/changes", include_in_schema=False)
def what_changed(
    page: Asked, by: Annotated[Literal["day", "ledger"], Query()] = "day", since: Day = "", until: Day = ""
) -> Response:
    """By day of the world, or by what the ledger took in."""
    if by == "ledger":
        return _of_ledger(page, since)
    last = checked_day(until) if until else page.on
    found = changes(
        page.library, since=checked_day(since) if since else "", until=last, jurisdiction=page.place, limit=limits.MAX_CHANGES
    )  # fmt: skip
    words = {each.id: each for each in found.evidence}
    days = [(day, _causes(page, list(some), words)) for day, some in groupby(found.changes, key=lambda each: each.day)]
    return render(
        page, "changes.html", known=found.evidence, days=paper_days(page), by=by, changed=days, more=found.truncated,
        since=since, until=last, shown=len(found.changes), reach=found.reach, atom=_atom(page),
    )  # fmt: skip


def _causes(page: Page, some: list[Change], words: dict[str, Evidence]) -> list[Cause]:
    """The changes of a day under the papers that say them, the one with the most first."""
    by_paper: dict[str, list[Change]] = {}
    papers: dict[str, Evidence] = {}
    for each in some:
        said = next((words[one] for one in each.evidence if one in words and words[one].document), None)
        key = said.document if said else ""
        if said:
            papers.setdefault(key, said)
        by_paper.setdefault(key, []).append(each)
    ordered = sorted(by_paper, key=lambda key: (-len(by_paper[key]), key))
    return [
        Cause(
            papers.get(key),
            _count(by_paper[key], "added"),
            _count(by_paper[key], "ended"),
            _count(by_paper[key], "turned"),
            _table(page, by_paper[key]),
        )
        for key in ordered
    ]


def _count(some: Iterable[Change], code: str) -> int:
    return sum(1 for each in some if each.change.code == code)


def _tone(each: Change) -> str:
    """How a change is coloured: what began, what ended, or the new state of a seat."""
    return each.state or ("certain" if each.change.code == "added" else "vacant")


def _table(page: Page, some: list[Change]) -> PageTable:
    heads = (("变动", "change"), ("谁", "who"), ("关系", "relation"), ("对象", "what"))
    lines = tuple(
        TableLine(
            (
                (Part(page.code(each.change), code=_tone(each)),),
                (Part(each.person.name, page.href(each.person.id)),),
                (Part(page.code(each.edge) if not each.word or not page.zh else each.word),),
                (Part(each.object.name, page.href(each.object.id)),),
            ),
            each.evidence,
        )
        for each in some
    )
    return PageTable(tuple(page.say(*head) for head in heads), lines, "")


def _of_ledger(page: Page, since: str) -> Response:
    ledger = state_of(page.request).ledger()
    latest = ledger.content_clock()
    first = row_of(ledger, since) if since else ledger.content_clock(max(latest - 1, 0))
    small = page.library.store.counts().nodes.get("Evidence", 0) <= limits.MAX_TRIED_STATEMENTS
    found = _feed(page, first, latest) if small else None
    events = [each for each in found.events if page.place in ("", each.jurisdiction)] if found else []
    heads = (("变化", "change"), ("谁", "who"), ("关系", "relation"), ("对象", "what"), ("此前", "before"), ("此后", "after"),
             ("文件", "papers"))  # fmt: skip
    causes = [
        (
            name,
            PageTable(
                tuple(page.say(*head) for head in heads),
                tuple(
                    TableLine(
                        (
                            (Part(told.change(each, page.words)),), (Part(each.subject_name, page.href(each.subject)),),
                            (Part(_relation(page, each)),), (Part(each.object_name, page.href(each.object)),),
                            _part(told.days(each.days_before, page.words)), _part(told.days(each.days, page.words)),
                            tuple(Part(paper) for paper in each.papers),
                        ),
                        (),
                    )
                    for each in list(some)[:_EVENTS]
                ),
                "",
            ),
        )
        for name, some in groupby(events, key=lambda each: told.cause(each, page.words))
    ]  # fmt: skip
    return render(
        page, "changes.html", days=paper_days(page), by="ledger", causes=causes, small=small, first=first, latest=latest,
        first_at=ledger.time_of(first)[:16], latest_at=ledger.time_of(latest)[:16], shown=len(events), atom=_atom(page),
        reach=(), since=since, until="",
    )  # fmt: skip


def _feed(page: Page, first: int, latest: int) -> Feed:
    def made() -> Feed:
        with _ONE_AT_A_TIME:
            return feed(state_of(page.request).ledger(), first, latest)

    return shelf_of(page).get(page.library.store.version(), ("feed", str(first), str(latest)), made)


def _relation(page: Page, each: Event) -> str:
    """The relation with its word; of a post the capacity in the reader's language."""
    if each.type != "HOLDS" or not each.word:
        return told.relation(each, page.words)
    said = ontology().value_caption("capacity", each.word, language=page.language)
    return page.words.join((page.caption(each.type), said))


def _part(text: str) -> tuple[Part, ...]:
    return (Part(text),) if text else ()


def _atom(page: Page) -> str:
    place = f"&jurisdiction={page.place}" if page.place.isalnum() else ""
    return f"/changes.atom?lang={page.language}{place}"
