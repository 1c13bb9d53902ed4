"""From statements to dated rows: which paper each stands in, and from which day it counts.

An act counts from its printed effective date, else its signature, else the issue's date as an upper bound; on the same
day the smaller number comes first, then the smaller id (DESIGN, section 5). A paper that corrects another counts from
the corrected paper's day, right after it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from graph import statements as waist
from graph.entities import Identity
from graph.ids import fold_number, printed_place
from graph.statements import Statement
from graph.timeline.spans import UNDATED, When
from graph.timeline.validity import Validity, validity_of

ENDING_CITATIONS = ("repeals", "supersedes")
_SERIES_NUMBER = re.compile(r"(?P<series>.*?)〔(?P<year>\d{4})〕(?P<number>\d+)号")

S = TypeVar("S", bound=Statement)
S_co = TypeVar("S_co", bound=Statement, covariant=True)


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a paper: its day, and the statements that say so."""

    when: When
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as the timeline sees it."""

    id: str
    number: str
    jurisdiction: str
    issuer: str = ""
    title: str = ""
    when: When = UNDATED
    rank: tuple[int, int, str] = (0, 0, "")  # on one day: corrected paper's number, correction, id
    evidence: tuple[str, ...] = ()
    validity: Validity | None = None
    ending: Ending | None = None
    amended_by: str = ""
    signed: str = ""

    @property
    def key(self) -> tuple[str, str, tuple[int, int, str]]:
        """Sorts papers in the order in which they count; undated ones first, where they close nothing."""
        return self.when.latest, self.when.earliest, self.rank

    @property
    def label(self) -> str:
        """The printed number, or the title of a paper without one."""
        return self.number if numbered(self.number) else self.title or self.number


@dataclass(frozen=True, slots=True)
class Row(Generic[S_co]):
    """A statement with its id, its paper, and the day it counts from (its own printed day, else the paper's)."""

    statement: S_co
    id: str
    paper: Paper
    when: When
    place: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """All papers of a set of statements, and the rows in them by table, in the order in which they count."""

    by_id: dict[str, Paper]
    tables: dict[type[Statement], list[Row[Statement]]]

    @classmethod
    def of(cls, statements: Iterable[Statement], identity: Identity) -> Papers:
        """Date every statement. Equal statements count once; the order given does not matter."""
        placed = {identity.statement_id(each): each for each in statements}
        by_document: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
        for statement_id in sorted(placed):
            by_document[identity.document_id(placed[statement_id])].append((statement_id, placed[statement_id]))
        issue_days = _issue_days(placed.values())
        by_id = {
            document: replace(paper, jurisdiction=_place(paper.jurisdiction, identity))
            for document, rows in by_document.items()
            for paper in [_paper(document, rows, issue_days)]
        }
        _apply_citations(by_id, by_document)
        tables: dict[type[Statement], list[Row[Statement]]] = defaultdict(list)
        for document, rows in by_document.items():
            paper = by_id[document]
            for statement_id, statement in rows:
                row = Row(statement, statement_id, paper, _when(statement, paper), printed_place(statement))
                tables[type(statement)].append(row)
        for rows_of_table in tables.values():
            rows_of_table.sort(key=lambda row: (row.when, row.paper.key, row.place, row.id))
        return cls(by_id, dict(tables))

    def rows(self, kind: type[S]) -> Sequence[Row[S]]:
        """The rows of one table, in the order in which they count."""
        return self.tables.get(kind, [])  # type: ignore[return-value]  # `of` files each row under its own type


def numbered(doc_id: str) -> tuple[str, str, int] | None:
    """Series, year and number of a printed document number: `东政办发〔2023〕43号` -> (东政办发, 2023, 43)."""
    match = _SERIES_NUMBER.fullmatch(fold_number(doc_id))
    return (match["series"], match["year"], int(match["number"])) if match else None


def _place(jurisdiction: str, identity: Identity) -> str:
    """The id of a paper's place, which the paper may give by its name."""
    if jurisdiction in identity.jurisdictions:
        return jurisdiction
    named = [place.id for place in identity.jurisdictions.values() if place.name == jurisdiction]
    return named[0] if len(named) == 1 else jurisdiction


def _issue_days(statements: Iterable[Statement]) -> dict[tuple[str, str], str]:
    """Publication days by (`file`, …) and (`doc`, …): a notice is printed in the issue that shares its file."""
    days: dict[tuple[str, str], str] = {}
    for statement in statements:
        if isinstance(statement, waist.IssueFact) and statement.key == "publication_date":
            for place in (("file", statement.source.file), ("doc", statement.doc_id)):
                if place[1]:
                    days[place] = min(days.get(place, statement.value), statement.value)
    return days


def _paper(document: str, rows: Sequence[tuple[str, Statement]], issue_days: dict[tuple[str, str], str]) -> Paper:
    """The paper of one document id; its own row says number, issuer and days."""
    first = rows[0][1]
    own = [(statement_id, each) for statement_id, each in rows if isinstance(each, waist.Document)]
    number = numbered(first.doc_id)
    rank = (number[2] if number else 0, 0, document)
    if not own:
        # A part of an issue that is no notice (masthead, chronicle) is as old as the issue.
        day = issue_days.get(("doc", first.doc_id), "") or issue_days.get(("file", first.source.file), "")
        return Paper(document, first.doc_id, first.jurisdiction, when=When.printed(day), rank=rank)
    row = own[0][1]
    when = When.printed(row.effective_date)
    when = when if when.is_dated else When.printed(row.signed_date)
    bound = row.printed_date or issue_days.get(("doc", row.issue), "") or issue_days.get(("file", row.source.file), "")
    when = when if when.is_dated else When.up_to(bound)
    return Paper(
        document,
        row.doc_id,
        row.jurisdiction,
        row.issuer,
        row.title,
        when,
        rank,
        (own[0][0],),
        validity_of(row.valid_until, when.earliest),
        signed=row.signed_date,
    )


def _apply_citations(by_id: dict[str, Paper], by_document: dict[str, list[tuple[str, Statement]]]) -> None:
    """Let papers that correct, amend, replace or repeal others do so, where the other paper is at hand."""
    by_number: dict[tuple[str, str], str] = {}
    by_title: dict[tuple[str, str], str] = {}
    for paper in by_id.values():
        by_number.setdefault((paper.jurisdiction, fold_number(paper.number)), paper.id)
        if paper.title:
            by_title.setdefault((paper.jurisdiction, paper.title), paper.id)
    for document in sorted(by_document, key=lambda each: by_id[each].key):
        for statement_id, cited in by_document[document]:
            if not isinstance(cited, waist.Citation) or cited.relation not in ("corrects", "amends", *ENDING_CITATIONS):
                continue
            place = by_id[document].jurisdiction
            number = (place, fold_number(cited.cited_number))
            target = by_number.get(number) if cited.cited_number else by_title.get((place, cited.cited_title))
            if target is None or target == document:
                continue
            citing, other = by_id[document], by_id[target]
            if cited.relation == "corrects":
                by_id[document] = replace(citing, when=other.when, rank=(other.rank[0], 1, citing.rank[2]))
            elif cited.relation == "amends":
                by_id[target] = replace(other, amended_by=citing.number)
            elif citing.when.is_dated and (other.ending is None or citing.when < other.ending.when):
                by_id[target] = replace(other, ending=Ending(citing.when, (statement_id,)))


def _when(statement: Statement, paper: Paper) -> When:
    """A row's own printed day where the act has one, else the paper's; `posts` and undated groups bring theirs."""
    match statement:
        case waist.Appointment(date=day) | waist.Lineage(date=day) if day:
            return When.printed(day)
        case waist.Event(date_from=day) if day:
            return When.printed(day)
        case waist.Group(date=day) | waist.PostSeen(as_of=day) if day and not paper.when.is_exact:
            return When.printed(day)
        case _:
            return paper.when
