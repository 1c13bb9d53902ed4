"""The audit of a group between two days: every change with both papers, what is open, and where the group came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.errors import NotFoundError, UsageError
from graph import audit as rules
from graph.audit import ChangeKind, Sitting
from graph.days import Interval, checked_day, today
from graph.ontology import ontology
from graph.stores.store import Row
from graph.timeline.facts import SeatState
from queries.answers.model import Answer, Coded, Evidence, Thing
from queries.answers.rows import number, text, texts
from queries.answers.words import evidence, reach
from queries.library import Library

QUERIES = ("groups/audit", "groups/genealogy")
#: Acts on a group that print no list of members.
_NO_LIST = frozenset({"保留", "撤销", "不再保留", "解散", "终止"})
#: Groups a group was renamed from, one after another; more would be a circle.
_FORMER = 8

_KINDS: dict[ChangeKind, tuple[str, str]] = {
    "joined": ("进入", "joined"),
    "joined_by_rule": ("按规定递补", "joined by rule"),
    "left": ("退出", "left"),
    "role": ("组内职务变动", "role changed"),
    "title": ("所列职务变动", "title changed"),
    "stale": ("待调整", "stale"),
    "check": ("待核实", "to be checked"),
    "pending": ("待批准或明确", "pending"),
    "vacant": ("空缺", "vacant"),
    "relisted": ("重新列名", "listed anew"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: role, title and state then, the paper (its number or title, and day), the words."""

    role: str
    title: str
    state: Coded
    paper: str
    date: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One change with both papers. `grounded` False: the act behind it was not seen (未见依据)."""

    kind: Coded
    day: str
    earliest: str
    seat: str
    member: Thing
    before: Side | None
    after: Side | None
    instead: str  # who had the seat before, or has it now
    explanation: str
    grounded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One event in the life of a group: founded, adjusted, renamed, merged, ended; under or above which other."""

    relation: Coded
    other: Thing
    detail: str
    day: str
    until: str
    number: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One member's time in a seat, for the seat's history."""

    seat: str
    member: Thing
    side: Side
    valid_from: str
    valid_to: str
    possible_from: str
    possible_to: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Answer):
    """What changed in a group after `since` and up to `on`, what waits for somebody on that day, and its genealogy."""

    since: str
    changes: tuple[AuditLine, ...]
    open: tuple[AuditLine, ...]
    genealogy: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatHistory(Answer):
    """Who has filled the seats that the words mean, first to last."""

    spells: tuple[Spell, ...]


def audit(library: Library, group: Thing, *, since: str, until: str = "") -> Audit:
    """The audit of a group after `since` and up to `until` (default: today).

    Raises `InputError` for a day that is none, `UsageError` (`DAYS-TURNED`) if `until` is before `since`.
    """
    first, last = checked_day(since), checked_day(until) if until else today()
    if last < first:
        raise UsageError(
            f"止日早于起日 | {last} is before {first}",
            remedy="--from 在前，--to 在后 | --from comes first",
            code="DAYS-TURNED",
        )
    sittings, places, origins = _read(library, group)
    found = rules.changes(sittings, places, since=first, until=last)
    waiting = rules.open_on(sittings, places, last)
    ids = (*_ids([*found, *waiting]), *(each for origin in origins for each in origin.evidence))
    words = evidence(library, ids)
    papers = _Papers(words, origins)
    return Audit(
        queries=QUERIES,
        subject=group,
        on=last,
        evidence=words,
        reach=reach(library, words),
        since=first,
        changes=tuple(papers.line(each) for each in found),
        open=tuple(papers.line(each) for each in waiting),
        genealogy=origins,
    )


def seat_history(library: Library, group: Thing, seat: str) -> SeatHistory:
    """The history of the seats whose id, role, printed title or sitter `seat` names. Raises `NotFoundError` for none."""
    sittings, places, origins = _read(library, group)
    wanted = {each.seat for each in sittings if seat in (each.seat, each.role, each.title, each.name)}
    wanted |= {each.seat for each in places if seat in (each.seat, each.role, each.title)}
    if not wanted:
        raise NotFoundError(
            f"{group.name}没有这个席位 | no such seat: {seat[:60]}",
            remedy="写组内职务、所列职务或人名 | give a role, a printed title or a name",
        )
    order = {each.seat: (each.order or 10_000, each.role, each.seat) for each in places}
    spells = [spell for one in sorted(wanted, key=lambda each: order[each]) for spell in rules.history(sittings, one)]
    words = evidence(library, (each for spell in spells for each in _of_sitting(spell)))
    papers = _Papers(words, origins)
    return SeatHistory(
        queries=QUERIES,
        subject=group,
        on="",
        evidence=words,
        reach=reach(library, words),
        spells=tuple(papers.spell(each) for each in spells),
    )


class _Papers:
    """Finds the papers behind evidence."""

    def __init__(self, words: Sequence[Evidence], origins: Sequence[Origin]) -> None:
        self._words = {each.id: each for each in words}
        self._acts = {each.id for each in words if each.table == "appointments"}
        # The lists of the group, to name the one that had not yet the member who joined.
        self._lists = sorted(
            (each.day, each.evidence)
            for each in origins
            if each.relation.code == "ISSUED" and each.detail not in _NO_LIST
        )

    def line(self, change: rules.Change) -> AuditLine:
        """A change with its papers."""
        sitting = change.sitting
        zh, en = _KINDS[change.kind]
        instead = change.instead
        return AuditLine(
            kind=Coded(change.kind, zh, en),
            day=change.day,
            earliest=change.earliest if change.earliest != change.day else "",
            seat=sitting.seat,
            member=_member(sitting),
            before=self._before(change),
            after=self._after(change),
            instead=instead.name if instead and instead.member != sitting.member else "",
            explanation=sitting.explanation if change.after else "",
            grounded=change.is_grounded(self._acts),
        )

    def spell(self, sitting: Sitting) -> Spell:
        """A sitting with its paper."""
        days = sitting.interval
        return Spell(
            seat=sitting.seat, member=_member(sitting), side=self._side(sitting, _of_sitting(sitting), shown=sitting.evidence),
            valid_from=days.valid_from, valid_to=days.valid_to, possible_from=days.possible_from,
            possible_to=days.possible_to, explanation=sitting.explanation,
        )  # fmt: skip

    def _before(self, change: rules.Change) -> Side | None:
        if change.before is not None:
            printed = sorted(change.before.evidence, key=self._date_of)
            return self._side(change.before, change.before.evidence, shown=printed[-1:])
        earlier = [each for each in self._lists if each[0] < change.day]
        if not earlier:
            return None
        day, ids = earlier[-1][0], earlier[-1][1]
        return Side("", "", Coded("", "未列", "not listed"), self._label(ids), day, ids)

    def _after(self, change: rules.Change) -> Side | None:
        gone = change.rests_on
        if change.after is not None:
            first = change.after.state in ("listed", "unit")
            return self._side(change.after, gone, shown=sorted(gone, key=self._date_of)[:1] if first else gone)
        state = (
            Coded("vacant", "空缺", "vacant") if change.kind == "vacant" else Coded("", "不再列", "not listed any more")
        )
        return Side("", "", state, self._label(gone), self._day(gone), gone) if gone else None

    def _side(self, sitting: Sitting, ids: tuple[str, ...], *, shown: Sequence[str]) -> Side:
        """`shown` are those of the evidence whose papers are named."""
        return Side(
            sitting.role, sitting.title, Coded.of("state", sitting.state), self._label(shown), self._day(shown), ids
        )

    def _date_of(self, identifier: str) -> str:
        found = self._words.get(identifier)
        return found.date if found else ""

    def _label(self, ids: Iterable[str]) -> str:
        return "、".join(dict.fromkeys(words.number or words.title for words in self._known(ids)))

    def _day(self, ids: Iterable[str]) -> str:
        return max((words.date for words in self._known(ids)), default="")

    def _known(self, ids: Iterable[str]) -> list[Evidence]:
        return [self._words[each] for each in ids if each in self._words]


def _read(library: Library, group: Thing) -> tuple[list[Sitting], list[rules.Place], tuple[Origin, ...]]:
    """The sittings of a group and of those it was renamed from, its seats, and its genealogy."""
    origins = tuple(_origin(row) for row in library.rows("groups/genealogy", group=group.id))
    sittings, places = _sittings(library.rows("groups/audit", group=group.id))
    seen, todo = {group.id}, list(origins)
    while todo and len(seen) <= _FORMER:
        origin = todo.pop(0)
        if origin.relation.code == "CAME_FROM" and origin.detail == "更名" and origin.other.id not in seen:
            seen.add(origin.other.id)
            # Seats end with a rename and go on under the new name: the same members on the same day.
            former, _ = _sittings(library.rows("groups/audit", group=origin.other.id))
            sittings += former
            todo += [_origin(row) for row in library.rows("groups/genealogy", group=origin.other.id)]
    return sittings, places, origins


def _sittings(rows: Iterable[Row]) -> tuple[list[Sitting], list[rules.Place]]:
    sittings: dict[Sitting, None] = {}
    places: dict[str, rules.Place] = {}
    for row in rows:
        days = Interval(*(text(row, each) for each in ("valid_from", "valid_to", "possible_from", "possible_to")))
        seat, role, order, title = text(row, "seat_id"), text(row, "role"), number(row, "order"), text(row, "title")
        if text(row, "member_kind") != "Person":
            places[seat] = rules.Place(seat=seat, role=role, order=order, title=title, interval=days)
        if not text(row, "member_id"):
            continue
        sitting = Sitting(
            seat=seat, role=role, order=order, title=title, member=text(row, "member_id"), name=text(row, "member"),
            state=_state(text(row, "state")), interval=days, explanation=text(row, "explanation"),
            evidence=texts(row, "evidence"), because_of=texts(row, "because_of"), ended_by=texts(row, "ended_by"),
            grounds=texts(row, "grounds"),
        )  # fmt: skip
        sittings.setdefault(sitting)
    return list(sittings), list(places.values())


_STATES: dict[str, SeatState] = {
    "listed": "listed", "succession": "succession", "function": "function", "unit": "unit", "stale": "stale",
    "check": "check", "pending_approval": "pending_approval", "pending_unit": "pending_unit", "vacant": "vacant",
}  # fmt: skip


def _state(code: str) -> SeatState:
    return _STATES[code]


_RELATIONS = {
    "ISSUED": ("文件", "paper"), "CAME_FROM": ("前身", "came from"), "HAS_SUBGROUP": ("下设", "has subgroup"),
}  # fmt: skip


def _origin(row: Row) -> Origin:
    code = text(row, "relation")
    known = _RELATIONS.get(code) or (ontology().caption(code), ontology().caption(code, language="en"))
    return Origin(
        relation=Coded(code, *known),
        other=Thing(text(row, "other_id"), text(row, "other_kind"), text(row, "other")),
        detail=text(row, "detail"),
        day=text(row, "valid_from") or text(row, "possible_from"),
        until=text(row, "possible_to"),
        number=text(row, "number"),
        evidence=texts(row, "evidence"),
    )


def _member(sitting: Sitting) -> Thing:
    return Thing(sitting.member, "Organisation" if sitting.state == "unit" else "Person", sitting.name)


def _ids(found: Sequence[rules.Change]) -> list[str]:
    return [one for each in found for side in (each.before, each.after) if side for one in _of_sitting(side)]


def _of_sitting(sitting: Sitting) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*sitting.evidence, *sitting.because_of, *sitting.ended_by)))
