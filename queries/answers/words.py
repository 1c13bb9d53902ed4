"""The printed words behind an answer, and how far the papers reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.errors import NotFoundError
from graph.ids import fold_number
from graph.stores.store import Row, Value
from queries.answers.model import Evidence, Quotation, Reach, Thing
from queries.answers.rows import decimal, number, text
from queries.library import Library

#: Pieces of evidence asked for at once.
_BATCH = 1_000
#: `东政办发〔2023〕43号` is number 43 of 2023 in the series 东政办发.
_NUMBER = re.compile(r"(?P<series>.+?)〔(?P<year>\d{4})〕(?P<number>\d+)号")
_CELL = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]+)(?P<row>\d+)")

Place = tuple[str, str, int, int, int, int, str, int]


def evidence(library: Library, ids: Iterable[str]) -> tuple[Evidence, ...]:
    """The words of these ids, in printed order: by day, paper and place. An id without a node is left out."""
    wanted: list[Value] = list(dict.fromkeys(ids))
    found = []
    for first in range(0, len(wanted), _BATCH):
        batch = wanted[first : first + _BATCH]
        found += [_evidence(row) for row in library.rows("documents/evidence-of-many", evidence=batch, limit=_BATCH)]
    return tuple(sorted(found, key=lambda each: (*place_of(each), each.id)))


def quotation(library: Library, identifier: str) -> Quotation:
    """One piece of evidence. Raises `NotFoundError` if no evidence has that id."""
    found = evidence(library, [identifier])
    if not found:
        raise NotFoundError(
            f"没有这条依据 | no such evidence: {identifier[:80]!r}",
            remedy="标识见回答的 evidence | ids stand under `evidence` of an answer",
        )
    subject = Thing(identifier, "Evidence", found[0].number)
    return Quotation(
        queries=("documents/evidence-of-many",), subject=subject, on="", evidence=found, reach=reach(library, found)
    )


def printed_order(words: Iterable[Evidence]) -> Mapping[str, int]:
    """Where each piece of evidence stands among the others, to show facts as the papers print them."""
    return {each.id: place for place, each in enumerate(words)}


def reach(library: Library, words: Iterable[Evidence]) -> tuple[Reach, ...]:
    """How far the papers reach in each series that the words come from.

    Of the series (东政办发) the latest paper seen, and how many numbers between the paper relied on and that one were
    not seen. Papers without a printed number have no series.
    """
    relied: dict[tuple[str, str], tuple[int, int]] = {}
    for each in words:
        series, place = _series(each.number)
        if series and each.jurisdiction:
            key = (each.jurisdiction, series)
            relied[key] = max(relied.get(key, place), place)
    return tuple(_reach(library, *key, relied[key]) for key in sorted(relied))


def _reach(library: Library, jurisdiction: str, series: str, relied: tuple[int, int]) -> Reach:
    """The latest paper of a series, by number; what is missing after `relied` (year, number)."""
    seen = library.remembered(_papers, jurisdiction, series)
    latest = max(seen)
    later = {place for place in seen if place > relied}
    unseen = 0
    for year in range(relied[0], latest[0] + 1):
        numbers = {place[1] for place in later if place[0] == year}
        first = relied[1] if year == relied[0] else 0
        unseen += max(numbers, default=first) - first - len(numbers)
    day, printed = seen[latest]
    return Reach(jurisdiction, series, day, printed, unseen)


def _papers(library: Library, jurisdiction: str, series: str) -> dict[tuple[int, int], tuple[str, str]]:
    """Day and printed number of every paper of a series, by year and number."""
    found = {}
    for row in library.rows("documents/series", jurisdiction=jurisdiction, series=series):
        printed = text(row, "number")
        named, place = _series(printed)
        if named == series:
            found[place] = (text(row, "signed_date") or text(row, "effective_day"), printed)
    return found


def _series(printed: str) -> tuple[str, tuple[int, int]]:
    match = _NUMBER.fullmatch(fold_number(printed))
    return (match["series"], (int(match["year"]), int(match["number"]))) if match else ("", (0, 0))


def _evidence(row: Row) -> Evidence:
    return Evidence(
        id=text(row, "evidence_id"),
        quote=text(row, "quote"),
        document=text(row, "document_id"),
        number=text(row, "document_number"),
        title=text(row, "document"),
        date=text(row, "signed_date") or text(row, "effective_day"),
        jurisdiction=text(row, "jurisdiction"),
        file=text(row, "file"),
        page=number(row, "page"),
        line_start=number(row, "line_start"),
        line_end=number(row, "line_end"),
        start=number(row, "start"),
        end=number(row, "end"),
        cell=text(row, "cell"),
        rule=text(row, "rule"),
        confidence=decimal(row, "confidence"),
        table=text(row, "table"),
    )


def place_of(words: Evidence) -> Place:
    """Where words stand: day and number of the paper (one without a day last), page, line, first and last sign, or sheet and row of a table.

    The words of one list begin alike (分管甲、乙 / 分管甲、乙、丙), so the last sign tells who comes first.
    """
    match = _CELL.fullmatch(words.cell)
    sheet, row = (match["sheet"], int(match["row"])) if match else ("", 0)
    paper = words.date or "9999", words.number or words.title
    return (*paper, words.page, words.line_start, words.start, words.end, sheet, row)
