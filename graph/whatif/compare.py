"""Two worlds of one day, without and with the draft, and what tells them apart. Pure: nothing is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from graph.decisions import Decision
from graph.identity import ResolvedIdentity, resolve
from graph.ids import Ids
from graph.statements import Document, Statement
from graph.timeline import fold
from graph.timeline.facts import Answer
from graph.timeline.fold import MIN_CONFIDENCE
from graph.whatif.draft import ids_of, joined, ready
from graph.whatif.effects import (
    DraftNotice,
    Effects,
    FindingEffect,
    Load,
    LoadEffect,
    Named,
    Occupant,
    PairChange,
    PairEffect,
    PaperEffect,
    PortfolioEffect,
    Responsible,
    SeatChange,
    SeatEffect,
    TaskEffect,
    UnitEffect,
)
from graph.whatif.notices import group_notice
from graph.whatif.world import SeatOnDay, World

_WAITING: dict[str, SeatChange] = {
    "stale": "stale", "check": "check", "pending_approval": "pending", "pending_unit": "pending", "vacant": "vacant",
    "succession": "passed", "function": "passed",
}  # fmt: skip
#: Changes after which somebody has to write: the list no longer says who sits there.
_TO_WRITE = frozenset({"stale", "pending", "vacant"})


def compare(
    before_statements: Sequence[Statement],
    draft_statements: Sequence[Statement],
    decisions: Sequence[Decision],
    on: str,
    *,
    ids: Ids | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> Effects:
    """What a draft would change on a day, were it issued.

    `before_statements` are those that count now, with the ledger's `ids` for them if there are any, `decisions` the
    standing ones. A draft that prints no day takes effect on `on`; less sure rows of the draft do not count.
    """
    known = ids_of(before_statements, ids)
    draft = ready(draft_statements, before_statements, on, min_confidence=min_confidence)
    before = _world(known, decisions, on)
    after = _world(joined(known, draft), decisions, on)
    return _Comparison(before, after).effects(_papers(draft, after))


def _world(ids: Ids, decisions: Sequence[Decision], on: str) -> World:
    identity = resolve(ids.statements, decisions, ids=ids)
    return World(fold(ids.statements, identity, min_confidence=0), identity, on)


def _papers(draft: Ids, after: World) -> tuple[Named, ...]:
    documents = dict.fromkeys(
        document
        for each, document in zip(draft.statements, draft.document_ids, strict=True)
        if isinstance(each, Document)
    )
    return tuple(after.named(each) for each in documents)


class _Comparison:
    """Compares by ids. An id of the world before is led to its owner in the world after, for names may join."""

    def __init__(self, before: World, after: World) -> None:
        self._before = before
        self._after = after
        identity = after.identity
        assert isinstance(identity, ResolvedIdentity)
        self._owner: Callable[[str], str] = identity.merged_into

    def effects(self, drafts: tuple[Named, ...]) -> Effects:
        seats = self._seats()
        return Effects(
            on=self._after.on,
            drafts=drafts,
            portfolios=self._portfolios(),
            tasks=self._tasks(),
            uncovered=self._uncovered(),
            seats=seats,
            pairs=self._pairs(),
            without_stand_in=self._without_stand_in(),
            papers=self._papers(),
            workload=self._workload(),
            findings=self._findings(),
            notices=self._notices(seats),
        )

    def _named(self, identifier: str) -> Named:
        """By the name in the world after; whoever is in no paper there any more by the name before."""
        found = self._after.named(identifier)
        return found if found.name != identifier else self._before.named(identifier)

    def _portfolios(self) -> tuple[PortfolioEffect, ...]:
        now = self._after.desks()
        was = {self._owner(person): desks for person, desks in self._before.desks().items()}
        found = []
        for person in dict.fromkeys((*was, *now)):
            old, new = was.get(person, {}), now.get(person, {})
            gained, lost = (
                tuple(each for each in new if each not in old),
                tuple(each for each in old if each not in new),
            )
            if gained or lost:
                kept = tuple(each for each in new if each in old)
                found.append(PortfolioEffect(self._named(person), gained, lost, kept))
        return tuple(found)

    def _tasks(self) -> tuple[TaskEffect, ...]:
        found = []
        for task in sorted({*self._before.answers, *self._after.answers}, key=self._place_of_task):
            was = self._responsible(self._before.answers.get(task, ()), self._before)
            now = self._responsible(self._after.answers.get(task, ()), self._after)
            row = self._before.tasks.get(task) or self._after.tasks[task]
            if was and was != now:
                printed = row.statement
                found.append(
                    TaskEffect(
                        Named(task, printed.title), printed.number, Named(row.paper.id, row.paper.label),
                        "、".join(printed.leader), was, now,
                    )
                )  # fmt: skip
        return tuple(found)

    def _place_of_task(self, task: str) -> tuple[str, tuple[int | str, ...], str]:
        row = self._after.tasks.get(task) or self._before.tasks[task]
        return row.paper.id, row.place, task

    def _responsible(self, answers: Iterable[Answer], world: World) -> tuple[Responsible, ...]:
        return tuple(
            Responsible(each.verdict, world.named(self._owner(each.person or each.organisation))) for each in answers
        )

    def _uncovered(self) -> tuple[UnitEffect, ...]:
        now = self._after.in_charge()
        found = [
            UnitEffect(self._before.named(unit), tuple(self._before.named(each) for each in people))
            for unit, people in self._before.in_charge().items()
            if self._owner(unit) not in now
        ]
        return tuple(sorted(found, key=lambda each: (each.unit.name, each.unit.id)))

    def _seats(self) -> tuple[SeatEffect, ...]:
        """Seat by seat; where one left and one came, or nobody did, that is one change."""
        was: dict[str, dict[str, SeatOnDay]] = defaultdict(dict)
        now: dict[str, dict[str, SeatOnDay]] = defaultdict(dict)
        for (seat, who), each in self._before.seats.items():
            was[seat][self._owner(who)] = each
        for (seat, who), each in self._after.seats.items():
            now[seat][who] = each
        found: list[tuple[int, SeatEffect]] = []
        for seat in dict.fromkeys((*was, *now)):
            gone = [each for who, each in was[seat].items() if who not in now[seat]]
            come = [each for who, each in now[seat].items() if who not in was[seat]]
            pairs: list[tuple[SeatOnDay | None, SeatOnDay | None]] = [
                (was[seat][who], each) for who, each in now[seat].items() if who in was[seat]
            ]
            pairs += list(zip_longest(gone, come))
            for old, new in pairs:
                change = _seat_change(old, new)
                if change is not None:
                    shown = new or old
                    found.append((shown.seat.order if shown else 0, self._seat_effect(change, old, new)))
        found.sort(key=lambda item: (item[1].group.name, item[0] or 10_000, item[1].role, item[1].seat, _who(item[1])))
        return tuple(effect for _, effect in found)

    def _seat_effect(self, change: SeatChange, old: SeatOnDay | None, new: SeatOnDay | None) -> SeatEffect:
        shown, world = (new, self._after) if new is not None else (old, self._before)
        assert shown is not None
        paper = world.paper(shown.filling.evidence if shown.filling else shown.seat.evidence)
        holder = self._after.post_holder(shown.seat.post) if shown.seat.post else ""
        return SeatEffect(
            change=change,
            seat=shown.seat.id,
            group=world.named(shown.seat.group),
            role=shown.seat.role,
            paper=Named(paper.id, paper.label) if paper else Named("", ""),
            before=_occupant(old, self._before),
            after=_occupant(new, self._after),
            post_now=self._named(holder) if holder else None,
        )

    def _pairs(self) -> tuple[PairEffect, ...]:
        was = {(self._owner(key[0]), self._owner(key[1]), key[2]): each for key, each in self._before.pairs().items()}
        now = self._after.pairs()
        changes: list[tuple[PairChange, tuple[str, str, str], str]] = [
            *(("broken", key, pair.rank) for key, pair in was.items() if key not in now),
            *(("new", key, pair.rank) for key, pair in now.items() if key not in was),
        ]
        found = (
            PairEffect(change, self._named(key[0]), self._named(key[1]), rank, key[2]) for change, key, rank in changes
        )
        return tuple(sorted(found, key=lambda each: (each.change, each.replaced.name, each.rank, each.stand_in.name)))

    def _without_stand_in(self) -> tuple[Named, ...]:
        """Leaders who would have units but nobody to stand in for them any more."""
        had = {self._owner(each.replaced) for each in self._before.pairings}
        have = {each.replaced for each in self._after.pairings}
        leaders = {person for people in self._after.in_charge().values() for person in people}
        lost = sorted((had - have) & leaders)
        return tuple(self._named(each) for each in lost)

    def _papers(self) -> tuple[PaperEffect, ...]:
        was, now = self._before.stale_papers(), self._after.stale_papers()
        found = []
        for paper, items in now.items():
            new = tuple(each for each in items if each not in was.get(paper, {}))
            if new:
                found.append(PaperEffect(self._named(paper), new))
        return tuple(sorted(found, key=lambda each: (-len(each.items), each.paper.name)))

    def _workload(self) -> tuple[LoadEffect, ...]:
        was = {self._owner(person): load for person, load in self._before.loads().items()}
        now = self._after.loads()
        found = [
            LoadEffect(self._named(person), was.get(person, Load()), now.get(person, Load()))
            for person in {*was, *now}
            if was.get(person, Load()) != now.get(person, Load())
        ]
        return tuple(sorted(found, key=lambda each: (-each.after.units, each.person.name, each.person.id)))

    def _findings(self) -> tuple[FindingEffect, ...]:
        """Findings in force that were not before, but those told already: seats, tasks, numbers not seen."""

        def told(world: World) -> dict[FindingEffect, None]:
            return {
                FindingEffect(each.kind, each.severity, each.explanation, each.explanation_en): None
                for each in world.timeline.findings
                if each.interval.status(world.on) and not each.kind.startswith(("seat-", "task-leader", "number-"))
            }

        was = told(self._before)
        return tuple(each for each in told(self._after) if each not in was)

    def _notices(self, seats: Sequence[SeatEffect]) -> tuple[DraftNotice, ...]:
        """One a group whose list has to be adjusted."""
        groups = dict.fromkeys(each.group for each in seats if each.change in _TO_WRITE)
        return tuple(
            group_notice(
                group, [each for each in seats if each.group == group and each.change in _TO_WRITE], self._after
            )
            for group in groups
        )


def _seat_change(old: SeatOnDay | None, new: SeatOnDay | None) -> SeatChange | None:
    """What a seat's change of filling is; None for none, and for a seat that nobody ever filled."""
    before = (old.filling.state if old.filling else "vacant") if old is not None else None
    if new is None:
        return "left" if before not in (None, "vacant") else None
    state = new.filling.state if new.filling else "vacant"
    if old is not None and old.filling is not None and new.filling is not None:
        same = (old.filling.person, old.filling.organisation) == (new.filling.person, new.filling.organisation)
        return _WAITING.get(state) if same and state != before else None if same else _WAITING.get(state, "joined")
    if before == state or (before is None and state == "vacant"):
        return None
    return _WAITING.get(state, "joined")


def _occupant(each: SeatOnDay | None, world: World) -> Occupant | None:
    if each is None:
        return None
    filling = each.filling
    if filling is None:
        return Occupant(None, "vacant", each.seat.title, "")
    who = filling.person or filling.organisation
    return Occupant(world.named(who) if who else None, filling.state, filling.title, filling.explanation)


def _who(effect: SeatEffect) -> str:
    shown = effect.after or effect.before
    return shown.who.id if shown and shown.who else ""
