"""Rosters of two days side by side, and the audit of what lies between, as tables of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from api.web.page import Page
from api.web.tables import PageTable, Part, TableLine
from api.web.tones import name_kind
from queries.answers.audit import Audit, AuditLine
from queries.answers.audit_sheets import between, shown
from queries.answers.model import Roster, SeatLine

Fate = Literal["kept", "joined", "left", "moved"]
_TONES = {
    "joined": "succession",
    "left": "vacant",
    "role": "succession",
    "title": "succession",
    "joined_by_rule": "succession",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A seat on both days, and what became of it: kept, joined, left, or another sits there."""

    role: str
    before: SeatLine | None
    after: SeatLine | None
    fate: Fate


def side_by_side(before: Roster, after: Roster) -> list[Pair]:
    """The seats of two days in the order of the later list; those that are no more stand after their role."""
    old = {(each.seat, _holder(each)): each for each in before.seats}
    by_seat: dict[str, list[SeatLine]] = {}
    new = {(each.seat, _holder(each)) for each in after.seats}
    for each in before.seats:
        if (each.seat, _holder(each)) not in new:
            by_seat.setdefault(each.seat, []).append(each)
    pairs = []
    for seat in after.seats:
        same = old.get((seat.seat, _holder(seat)))
        gone = None if same else _first(by_seat.get(seat.seat, []))
        kept = same is not None and (same.role, same.title, same.state.code) == (seat.role, seat.title, seat.state.code)
        fate: Fate = "kept" if kept else "moved" if same or gone else "joined"
        pairs.append(Pair(seat.role, same or gone, seat, fate))
    for each in (seat for some in by_seat.values() for seat in some):
        place = max((number for number, pair in enumerate(pairs) if pair.role == each.role), default=len(pairs) - 1)
        pairs.insert(place + 1, Pair(each.role, each, None, "left"))
    return pairs


def audit_table(page: Page, lines: Sequence[AuditLine]) -> PageTable:
    """Changes with both sides and both papers."""
    heads = (("日期", "day"), ("变动", "change"), ("谁", "who"), ("此前", "before"), ("此前文件", "paper before"),
             ("此后", "after"), ("此后文件", "paper after"), ("说明", "note"))  # fmt: skip
    return PageTable(tuple(page.say(*head) for head in heads), tuple(_audit_line(page, each) for each in lines), "")


def audit_parts(page: Page, found: Audit) -> tuple[PageTable, PageTable, PageTable]:
    """What changed, what waits for somebody on the last day, and where the group came from."""
    heads = (("日期", "day"), ("关系", "relation"), ("对象", "what"), ("方式", "how"), ("文号", "number"))
    origins = tuple(
        TableLine(
            (_text(each.day), _text(page.code(each.relation)), (Part(each.other.name, page.href(each.other.id)),),
             _text(name_kind(each.detail, page.language)), _text(each.number)),
            each.evidence,
        )
        for each in found.genealogy
    )  # fmt: skip
    genealogy = PageTable(tuple(page.say(*head) for head in heads), origins, "")
    return audit_table(page, found.changes), audit_table(page, found.open), genealogy


def _audit_line(page: Page, each: AuditLine) -> TableLine:
    words = page.words
    notes = [each.explanation] if each.explanation else []
    if each.instead:
        left = each.kind.code == "left"
        notes.append(
            page.say(f"{'现为' if left else '原为'}{each.instead}", f"{'now' if left else 'before'}: {each.instead}")
        )
    note = [Part(text) for text in notes]
    if not each.grounded:
        note.append(Part(page.say("未见依据", "act not seen"), code="unknown"))
    sides = [side for side in (each.before, each.after) if side is not None]
    return TableLine(
        (
            _text(between(each.earliest, each.day, words)),
            (Part(page.code(each.kind), code=_TONES.get(each.kind.code, each.kind.code)),),
            (Part(each.member.name, page.href(each.member.id)),),
            _text(shown(each.before, words)), _text(each.before.paper if each.before else ""),
            _text(shown(each.after, words)), _text(each.after.paper if each.after else ""),
            tuple(note),
        ),
        tuple(dict.fromkeys(one for side in sides for one in side.evidence)),
    )  # fmt: skip


def _text(text: str) -> tuple[Part, ...]:
    return (Part(text),) if text else ()


def _holder(seat: SeatLine) -> str:
    return seat.holder.id if seat.holder else ""


def _first(some: list[SeatLine]) -> SeatLine | None:
    return some.pop(0) if some else None
