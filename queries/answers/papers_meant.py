"""Papers and plans said in short: by a bare number (43号文件, 东政办发43号), or by a part of a title that several things of one paper bear.

A notice that issues a plan, the plan, and the notice taken as an instrument of its own bear the same words: they are one paper, and
mean the same. A paper that is only cited steps back behind those that were read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.search import Hit
from queries.answers.model import Thing
from queries.answers.rows import maps, text
from queries.library import Library

_NUMBERED = re.compile(
    r"(?P<series>[\u3400-\u9fff]{1,12}?(?:发|函|字|任|令|办|规))?[\[(〔【]?(?:(?P<year>\d{4})年?)?[\])〕】]?(?:的?第)?(?P<number>\d{1,4})号(?:文件|文|通知)?"
)
_PAPERS = ("Document", "Plan")


def numbered(library: Library, words: str, jurisdiction: str) -> list[Hit]:
    """The papers whose number the words are: all that were read, else all that are cited; none if the words are no number."""
    match = _NUMBERED.fullmatch(words)
    if match is None:
        return []
    rows = library.rows("documents/numbered", serial=f"{int(match['number'])}号", jurisdiction=jurisdiction)
    wanted = re.compile(
        f"{match['series'] or '.*?'}[^0-9]?{match['year'] or '(?:[0-9]{4})?'}[^0-9]*0*{int(match['number'])}号"
    )
    found = [row for row in rows if wanted.fullmatch(text(row, "number"))]
    read = [row for row in found if is_read(library, text(row, "document_id"))]
    hits = (library.index.get(text(row, "document_id")) for row in read or found)
    return [hit for hit in hits if hit is not None]


def one_paper(library: Library, candidates: Sequence[Hit], labels: Sequence[str]) -> Thing | None:
    """The one thing, of the first label there is, if all candidates that were read are of one paper; None if they are not."""
    if not candidates or any(hit.kind not in _PAPERS for hit in candidates):
        return None
    papers = {hit.id: _paper(library, hit) for hit in candidates}
    read = [hit for hit in candidates if papers[hit.id]]
    if not read or len({papers[hit.id] for hit in read}) > 1:
        return None
    for label in labels:
        kept = [hit for hit in read if hit.kind == label]
        whole = [hit for hit in kept if _kind(library, hit) != "instrument"] if len(kept) > 1 else kept
        if len(whole) == 1:
            return Thing(whole[0].id, whole[0].kind, whole[0].name)
        if kept:
            return None
    return None


def paper_of(library: Library, thing: Thing) -> Thing | None:
    """The paper that issued a plan; a paper itself; None for a plan that no paper issued.

    An emergency plan is known from a list of plans that are to be drafted: the paper that prints the list is not its own.
    """
    if thing.label == "Document":
        return thing
    rows = [row for row in library.rows("plans/paper", plan=thing.id) if text(row, "kind") != "emergency"]
    return Thing(text(rows[0], "document_id"), "Document", text(rows[0], "document")) if rows else None


def plans_of(library: Library, thing: Thing) -> list[Thing]:
    """A plan and the others of its paper that are no more than the notice that issued it; all plans of a paper."""
    paper = paper_of(library, thing)
    if paper is None:
        return [thing]
    rows = library.rows("documents/detail", document=paper.id)
    plans = {
        text(plan, "id"): Thing(text(plan, "id"), "Plan", text(plan, "name"))
        for row in rows
        for plan in maps(row, "plans")
        if text(plan, "kind") == "instrument" or (thing.label == "Document" and text(plan, "kind") != "emergency")
    }
    first = [thing] if thing.label == "Plan" else []
    return first + [plan for identifier, plan in sorted(plans.items()) if identifier != thing.id]


def _paper(library: Library, hit: Hit) -> str:
    """The id of the paper that was read, of the plan itself if it has none of its own; empty for a paper that is only cited."""
    paper = paper_of(library, Thing(hit.id, hit.kind, hit.name))
    if paper is None:
        return hit.id
    return paper.id if is_read(library, paper.id) else ""


def is_read(library: Library, paper: str) -> bool:
    """Whether words of a paper were read; of one that is only cited there are none."""
    return bool(library.rows("documents/facts-of", document=paper, limit=1))


def _kind(library: Library, hit: Hit) -> str:
    rows = library.rows("lists/node", node_kind=hit.kind, node=hit.id)
    return text(rows[0], "kind") if rows else ""
