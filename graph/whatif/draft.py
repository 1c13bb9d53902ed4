"""A draft made ready: what it leaves open (its place, its day) filled in, so that it can be folded like any paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from core.errors import InputError, UsageError
from graph.ids import Ids, assign_ids, fold_number
from graph.ledger.live import settle
from graph.statements import Document, Source, Statement

#: Ids of places that the table of divisions does not hold: derived from their names.
_BY_NAME = "x-"


def ready(draft: Sequence[Statement], before: Sequence[Statement], on: str, *, min_confidence: float) -> Ids:
    """The draft's statements that count, with ids. Papers of the draft without a day take effect on `on`.

    A place that is missing, or known by its name only, is that of the ledger's papers if they are of one place. A draft
    without a row of its own for its paper gets one, for the day must stand somewhere. Raises `UsageError`
    (`DRAFT-PLACE`) for a draft of a place of which the ledger has no paper.
    """
    places = {each.jurisdiction for each in before if each.jurisdiction}
    placed = [
        replace(each, source=replace(each.source, jurisdiction=_place(each.jurisdiction, places)))
        for each in dict.fromkeys(draft)
    ]
    dated = [
        replace(each, effective_date=on)
        if isinstance(each, Document) and not (each.effective_date or each.signed_date or each.printed_date)
        else each
        for each in placed
    ]
    own = {_key(each) for each in dated if isinstance(each, Document)}
    # A paper at hand that has no row of its own (the list of editors, the chronicle of an issue) has its day elsewhere.
    own |= {_key(each) for each in before} - {_key(each) for each in before if isinstance(each, Document)}
    missing = dict.fromkeys(_key(each) for each in dated)
    dated += [
        Document(
            title=doc_id,
            effective_date=on,
            source=Source(jurisdiction=place, doc_id=doc_id, rule="draft", quote=doc_id),
        )
        for place, doc_id in missing
        if (place, doc_id) not in own
    ]
    return settle(dated, (), min_confidence=min_confidence).ids


def check_says_something(draft: Sequence[Statement]) -> None:
    """Raises `InputError` (`DRAFT-EMPTY`) if no rule read anything in a draft: that it changes nothing would be no answer."""
    if all(isinstance(each, Document) for each in draft):
        raise InputError(
            "没有读出分工、任免或名单 | no division, appointment or roster was read in it",
            remedy="给出整份通知，含标题和落款 | give the whole notice, with title and date",
            code="DRAFT-EMPTY",
        )


def day_of(draft: Sequence[Statement]) -> str:
    """The last whole day that the draft's papers print as theirs; empty if they print none."""
    days = (each.effective_date or each.signed_date for each in draft if isinstance(each, Document))
    return max((day for day in days if len(day) == 10), default="")


def joined(before: Ids, draft: Ids) -> Ids:
    """Both together. A draft of a paper that the ledger has already stands in that paper's stead."""
    again = {(each.jurisdiction, fold_number(each.doc_id)) for each in draft.statements}
    kept = [
        index for index, each in enumerate(before.statements)
        if (each.jurisdiction, fold_number(each.doc_id)) not in again
    ]  # fmt: skip
    return Ids(
        (*(before.statements[index] for index in kept), *draft.statements),
        (*(before.ids[index] for index in kept), *draft.ids),
        (*(before.document_ids[index] for index in kept), *draft.document_ids),
    )


def ids_of(statements: Sequence[Statement], ids: Ids | None) -> Ids:
    """The ids where the ledger has them already, else derived; a row given twice counts once."""
    return ids if ids is not None else assign_ids(list(dict.fromkeys(statements)))


def _key(statement: Statement) -> tuple[str, str]:
    return statement.jurisdiction, statement.doc_id


def _place(printed: str, places: Collection[str]) -> str:
    if printed in places or not places:
        return printed
    if len(places) == 1 and (not printed or printed.startswith(_BY_NAME)):
        return next(iter(places))
    raise UsageError(
        f"草稿出自哪里不明 | no paper in the ledger is of the draft's place: {printed or '-'}",
        remedy=f"指明地区 | say the place (jurisdiction): {', '.join(sorted(places)[:5])}",
        code="DRAFT-PLACE",
    )
