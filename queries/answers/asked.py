"""What all answers that are rows of canned queries share: the question with its day, period and place, and the rows that answer.

A question that no row answers is told so (`NotFoundError`): the papers say nothing of it. Nothing is shown in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from core.errors import NotFoundError
from graph.search.spelling import words
from graph.stores.store import Row, Value
from queries.answers.model import Thing
from queries.answers.papers_meant import is_read, paper_of
from queries.answers.results import Table, table
from queries.answers.rows import text
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.library import Library
from queries.router import Intent

#: Rows looked through when only some of them answer.
MANY = 5_000
#: The four days of what is shown over time: what has ended for all that is known must not look as if it went on.
DAYS = ("possible_from", "valid_from", "valid_to", "possible_to")
QUOTED = ("day", "quote", "number", "document")
_MARKS = re.compile("[“”‘’\"'《》「」『』,、的]")
#: What the clauses of a table are called.
TITLES = {
    "appointments": ("任免", "Appointments and removals"), "named": ("任命", "Appointments"), "removed": ("免职", "Removals"),
    "periods": ("周期", "Periods"), "response_levels": ("响应与预警级别", "Levels of response and warning"),
    "group_rules": ("组成与任期", "Rules of a group"),
    "phases": ("实施阶段", "Phases"), "targets": ("目标", "Targets"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what it is about, the day and the period it is asked for (no first day: all up to the last; no last: any time), and
    where."""

    intent: Intent
    subject: Thing
    on: str
    since: str = ""
    until: str = ""
    jurisdiction: str = ""

    def holds(self, day: str) -> bool:
        """Whether a day is in the period; all are if none is asked for, and one that is not known is in none."""
        return not self.until or (day != "" and self.since <= day <= self.until)

    @property
    def place(self) -> str:
        """The place a list is for: the one in the question, else the one given beside it; empty for all."""
        return self.subject.id if self.subject.label == "Jurisdiction" and self.subject.id else self.jurisdiction


def rows_where(
    library: Library,
    query: str,
    parameters: dict[str, Value],
    keep: Callable[[Row], bool] = lambda row: True,
    *,
    shown: tuple[str, ...] = (),
    title: tuple[str, str] | None = None,
) -> Table:
    """The rows of a query that answer. Raises `NotFoundError` if none does."""
    found = rows_kept(library, query, parameters, keep, shown=shown, title=title)
    if not found.result.rows:
        zh, en = title or (found.result.query.title, found.result.query.title_en)
        raise nothing(zh, en, str(parameters.get("from", "")), str(parameters.get("to", "")))
    return found


def rows_kept(
    library: Library,
    query: str,
    parameters: dict[str, Value],
    keep: Callable[[Row], bool],
    *,
    shown: tuple[str, ...] = (),
    title: tuple[str, str] | None = None,
) -> Table:
    """The rows of a query that are kept, perhaps none, with the words behind them."""
    result = catalogue().run(library.store, query, parameters)
    kept = replace(result, rows=[row for row in result.rows if keep(row)])
    return Table(kept, evidence(library, kept.evidence()), shown, title)


def nothing(zh: str, en: str, since: str = "", until: str = "") -> NotFoundError:
    """That the papers seen have none of what is named, perhaps in a period."""
    days = f"{since} — {until}".strip() if until else ""
    return NotFoundError(
        f"所见文件里没有读到：{zh}{days and f'（{days}）'} | nothing read in the papers seen: {en}{days and f' ({days})'}",
        remedy="文件可能没有载入，见 dutygraph query jurisdictions/reach | a paper may not be loaded: see how far they reach",
    )


def at_place(query: str) -> Callable[[Library, Asked], Table]:
    """A list for a place, on a day if the query takes one; that nothing is on it is an answer (哪些任务没人管)."""

    def found(library: Library, asked: Asked) -> Table:
        given: dict[str, Value] = {"on": asked.on} if library.takes(query, "on") else {}
        return table(library, query, {**given, "jurisdiction": asked.place})

    return found


def of_subject(query: str, parameter: str, *, shown: tuple[str, ...] = ()) -> Callable[[Library, Asked], Table]:
    """All rows about the subject, on a day if the query takes one; none if the papers say nothing."""

    def found(library: Library, asked: Asked) -> Table:
        given: dict[str, Value] = {"on": asked.on} if library.takes(query, "on") else {}
        return replace(table(library, query, {**given, parameter: asked.subject.id}), shown=shown)

    return found


def in_period(asked: Asked) -> dict[str, Value]:
    return {"from": asked.since, "to": asked.until, "jurisdiction": asked.place}


def clauses(library: Library, asked: Asked, kind: str, keep: Callable[[Row], bool] = lambda row: True) -> Table:
    """The clauses of a kind, of one paper if the question names one; a paper that prints one sentence for several shows it once."""
    paper = its_paper(library, asked) if asked.subject.label in ("Plan", "Document") else None
    seen: set[tuple[str, str]] = set()

    def first(row: Row) -> bool:
        known = (text(row, "document_id"), text(row, "quote"))
        new = known not in seen and keep(row)
        if new:
            seen.add(known)
        return new

    given: dict[str, Value] = {"table": kind, "document": paper.id if paper else "", "limit": MANY}
    return rows_where(
        library,
        "documents/clauses",
        {**given, "jurisdiction": asked.jurisdiction},
        first,
        shown=QUOTED,
        title=TITLES[kind],
    )


def its_paper(library: Library, asked: Asked) -> Thing:
    """The paper that a question is about, if words of it were read. Raises `NotFoundError`."""
    paper = paper_of(library, asked.subject)
    if paper is None or not is_read(library, paper.id):
        raise NotFoundError(
            f"“{asked.subject.name}”的原文不在所见文件中 | the text of “{asked.subject.name}” is not among the papers seen"
        )
    return paper


def folded(printed: str) -> str:
    """A text as words are looked for in it: half width, on one line."""
    return unicodedata.normalize("NFKC", printed).replace("\n", "")


def holds(whole: str, said: str) -> bool:
    """Whether a text holds what is said: as it stands, else all its words. A word of one letter counts with a letter beside it."""
    printed, wanted = (_MARKS.sub("", folded(each)).replace("会议", "会") for each in (whole, said))
    if wanted in printed:
        return True
    return all(
        each in printed
        if len(each) > 1
        else any(
            pair in printed
            for at in (found.start() for found in re.finditer(re.escape(each), wanted))
            for pair in (wanted[max(at - 1, 0) : at + 1], wanted[at : at + 2])
            if len(pair) > 1
        )
        for each in words(wanted).split()
    )
