"""Which papers mention a word, a person or a body: those in whose printed words, as far as they were read, the name stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from core.errors import NotFoundError
from graph.stores.store import Row, Value
from queries.answers.asked import MANY, Asked, nothing
from queries.answers.model import Evidence
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.rows import text, texts
from queries.answers.subjects import named
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.library import Library

QUERY = "documents/mentions"
_NAMED = ("Person", "Organisation", "Group")
#: Quotes of one paper that are shown; the count tells how many there are.
_QUOTED = 3
_NOTE = (
    "只查已读出的原文语句；文件里没有读出的语句不在其内。",
    "Only the printed words that were read are looked at; what was not read of a paper is not among them.",
)


def mentions(library: Library, asked: Asked) -> Table:
    """The papers that mention the words, or the thing the words name by any name it is known by, the latest first.

    Raises `NotFoundError` if no printed words that were read hold them.
    """
    said = asked.subject.name
    names, longer = _names(library, said, asked)
    found: dict[str, Row] = {}
    quotes: dict[str, dict[str, Evidence]] = {}
    for name in names:
        for row in library.rows(QUERY, word=name, jurisdiction=asked.place, limit=MANY):
            paper = text(row, "document_id")
            kept = {
                each.id: each for each in evidence(library, texts(row, "evidence")) if _holds(each.quote, name, longer)
            }
            if kept and asked.holds(text(row, "signed_date")):
                found.setdefault(paper, row)
                quotes.setdefault(paper, {}).update(kept)
    title = (f"提到“{said}”的文件", f"Papers that mention “{said}”")
    if not found:
        raise nothing(*title, asked.since, asked.until)
    rows = [_counted(row, quotes[paper]) for paper, row in found.items()]
    rows.sort(key=lambda row: text(row, "signed_date"), reverse=True)
    result = catalogue().run(library.store, QUERY, {"word": said, "jurisdiction": asked.place, "limit": 1})
    whole = replace(result, rows=rows, truncated=False)
    shown = ("signed_date", "number", "document", "count")
    return Table(whole, evidence(library, whole.evidence()), shown, title, note=_NOTE)


def _counted(row: Row, quotes: dict[str, Evidence]) -> Row:
    """A row with how many quotes were kept, and the first of them."""
    first: list[Value] = list(islice(quotes, _QUOTED))
    kept: Row = {"count": len(quotes), "evidence": first}
    return row | kept


def _names(library: Library, said: str, asked: Asked) -> tuple[list[str], list[str]]:
    """The words, with all names of the one thing they name, and the names of other people that hold a person's name as a part."""
    try:
        meant = named(library, said, on=asked.on, jurisdiction=asked.jurisdiction)
    except (NotFoundError, AmbiguousError):
        meant = None
    thing = meant[1] if meant is not None else None
    # A word that is no more than a part of a name (知识产权) is looked for as it stands.
    if thing is None or thing.label not in _NAMED:
        return [said], []
    if thing.label == "Person":
        hits = library.index.find(thing.name, kinds=("Person",), limit=50)
        return [thing.name], [hit.name for hit in hits if thing.name in hit.name and hit.name != thing.name]
    rows = library.rows("lists/names", node_kind=thing.label, node=thing.id)
    known = [thing.name, *(text(row, "known_as") for row in rows)]
    return list(dict.fromkeys([*([said] if said in thing.name else []), *known])), []


def _holds(quote: str, name: str, longer: list[str]) -> bool:
    """Whether the words stand in a quote otherwise than as a part of a longer name."""
    plain = "".join(quote.split())
    for each in longer:
        plain = plain.replace(each, "")
    return name in plain
