"""Who held which post, and from when to when: one fold per post (DESIGN, section 5).

An appointment holds until another act ends it. A title is certain from the first to the last paper that shows it and
possible out to the neighbouring holders of a sole post. Only an act, or another holder of a sole post in a later act
or roster, ends anything; the chronicle ends nothing. If the earlier holder is seen again later, the papers contradict
each other: nothing is bounded, and the contradiction is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.days import Interval
from graph.timeline.facts import Holding, HoldingCapacity
from graph.timeline.papers import Ending
from graph.timeline.spans import When, ended, starting
from graph.timeline.titles import Record

#: Capacities in which a person is not yet, or not as the post's holder, in the post: they bound nobody.
NOT_HOLDERS: frozenset[HoldingCapacity] = frozenset({"nominated", "designate", "in_charge", "seconded"})
#: Capacities that an appointment of the same person to the same post ends.
BEFORE_APPOINTMENT: frozenset[HoldingCapacity] = frozenset(
    {"nominated", "designate", "acting", "probation", "in_charge"}
)
#: Capacities in which an act makes the person the post's holder.
FULL: frozenset[HoldingCapacity] = frozenset({"", "concurrent", "probation"})
#: Capacities a plain title is the everyday form of: seeing the title does not open a holding of its own.
SHOWN_BY_PLAIN_TITLE: frozenset[HoldingCapacity] = frozenset({"concurrent", "seconded", "probation"})


@dataclass(frozen=True, slots=True)
class Clash:
    """Two holders of a sole post whom the papers do not let follow one another."""

    post: str
    persons: tuple[str, str]
    when: When
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PostHistory:
    """What one post's papers give."""

    holdings: tuple[Holding, ...]
    clashes: tuple[Clash, ...]


@dataclass(slots=True)
class _Spell:
    """A holding that is still open while the post's records are read."""

    person: str
    post: str
    capacity: HoldingCapacity
    title: str
    by_act: bool
    first: When
    last: When
    possible_from: str
    proven: bool = True
    evidence: list[str] = field(default_factory=list)

    @property
    def bounds_others(self) -> bool:
        return self.capacity not in NOT_HOLDERS

    def interval(self) -> Interval:
        """An act until something ends it; a title from the first to the last sighting."""
        if not self.proven:
            return Interval(possible_from=self.possible_from)
        if self.by_act:
            return starting(self.first)
        until = self.last.proven_until
        if not until or self.first.latest >= until:
            return Interval(possible_from=self.possible_from)
        return Interval(self.first.latest, until, self.possible_from, "")

    def holding(self, interval: Interval, ended_by: Sequence[str] = ()) -> Holding:
        return Holding(
            person=self.person,
            post=self.post,
            capacity=self.capacity,
            title=self.title,
            interval=interval,
            basis="stated" if self.by_act else "sighted",
            evidence=tuple(self.evidence),
            ended_by=tuple(ended_by),
        )


class PostFold:
    """Reads the records of one post in the order in which they count."""

    def __init__(self, post: str, *, sole: bool, end: Ending | None = None) -> None:
        self._post = post
        self._sole = sole
        self._end = end
        self._open: dict[tuple[str, HoldingCapacity], _Spell] = {}
        self._closed: list[Holding] = []
        self._clashes: list[Clash] = []
        self._removed: dict[str, str] = {}
        self._vacated = ""  # the first day on which the last known holder need no longer have been in the post

    def read(self, records: Iterable[Record]) -> PostHistory:
        """All holdings of the post, closed and open, in a stable order."""
        ordered = sorted(records, key=lambda record: record.key)
        for index, record in enumerate(ordered):
            if not record.when.is_dated:
                self._keep_undated(record)
            elif record.kind == "end":
                self._remove(record)
            elif record.kind == "act":
                self._appoint(record, ordered[index + 1 :])
            else:
                self._see(record, ordered[index + 1 :])
        for spell in self._open.values():
            if self._end is not None and self._end.when.is_dated:
                interval = ended(spell.interval(), self._end.when, proven_until=spell.last.proven_until)
                self._closed.append(spell.holding(interval, self._end.evidence))
            else:
                self._closed.append(spell.holding(spell.interval()))
        holdings = sorted(self._closed, key=lambda each: (each.interval, each.person, each.capacity, each.evidence))
        return PostHistory(tuple(holdings), tuple(self._clashes))

    def _keep_undated(self, record: Record) -> None:
        """A statement without a date is kept and shown, and closes nothing."""
        basis = "sighted" if record.kind in ("seen", "chronicle") else "stated"
        self._closed.append(
            Holding(
                person=record.person,
                post=self._post,
                capacity=record.capacity,
                title=record.title,
                basis=basis,  # type: ignore[arg-type]  # mypy widens the conditional to str
                evidence=(record.evidence,),
            )
        )

    def _remove(self, record: Record) -> None:
        """A removal ends its own: it proves the holding up to its day, and frees the post."""
        own = [spell for (person, _), spell in self._open.items() if person == record.person]
        for spell in own:
            proven = Interval(spell.first.latest, "", spell.possible_from, "") if spell.proven else spell.interval()
            interval = ended(proven, record.when, proven_until=spell.last.proven_until)
            self._close(spell, interval, (record.evidence,))
        if not own:
            before = Interval(possible_to=record.when.latest)
            self._closed.append(
                Holding(person=record.person, post=self._post, interval=before, evidence=(record.evidence,),
                        ended_by=(record.evidence,))
            )  # fmt: skip
        self._removed[record.person] = record.evidence
        self._vacated = max(self._vacated, record.when.earliest)

    def _appoint(self, record: Record, later: Sequence[Record]) -> None:
        """An act opens a holding, ends the person's own lesser ones, and ends the predecessor in a sole post."""
        for (person, _), spell in list(self._open.items()):
            if person == record.person and _is_ended_by_appointment(spell, record):
                self._close(spell, self._until(spell, record.when), (record.evidence,))
        self._removed.pop(record.person, None)
        self._bound_others(record, later)
        own = self._open.get((record.person, record.capacity))
        if own is None:
            self._start(record, by_act=True)
        else:
            own.evidence.append(record.evidence)
            own.last = max(own.last, record.when)

    def _see(self, record: Record, later: Sequence[Record]) -> None:
        """A title seen extends or opens a sighted holding; in a sole post it bounds the earlier holder."""
        doubtful = record.kind == "chronicle" and self._contested(record, later)
        if record.kind != "chronicle":
            doubtful = self._bound_others(record, later)
        spell = self._open.get((record.person, record.capacity)) or self._shown_otherwise(record)
        if record.person in self._removed and record.kind == "seen" and spell is None:
            papers = (self._removed.pop(record.person), record.evidence)
            self._clashes.append(Clash(self._post, (record.person, record.person), record.when, papers))
        if spell is None:
            spell = self._start(record, by_act=False)
            spell.proven = not doubtful
            return
        spell.evidence.append(record.evidence)
        if doubtful:
            return
        if not spell.proven:
            spell.proven, spell.first = True, record.when
        spell.last = max(spell.last, record.when)

    def _start(self, record: Record, *, by_act: bool) -> _Spell:
        possible_from = record.when.earliest
        if not by_act:
            possible_from = self._possible_since(record)
        spell = _Spell(
            record.person, self._post, record.capacity, record.title, by_act, record.when, record.when, possible_from,
            evidence=[record.evidence],
        )  # fmt: skip
        self._open[record.person, record.capacity] = spell
        return spell

    def _possible_since(self, record: Record) -> str:
        """A title in a sole post may be as old as the last day that shows the neighbour before."""
        if not self._sole or record.capacity in NOT_HOLDERS:
            return ""
        neighbours = (spell.last.proven_until for spell in self._others(record) if spell.proven)
        since = max([self._vacated, *(day for day in neighbours if day <= record.when.latest)])
        return min(since, record.when.earliest)

    def _shown_otherwise(self, record: Record) -> _Spell | None:
        """The plain title of somebody on secondment or probation shows that holding, no second one."""
        if record.capacity:
            return None
        own = (self._open.get((record.person, capacity)) for capacity in sorted(SHOWN_BY_PLAIN_TITLE))
        return next((spell for spell in own if spell is not None), None)

    def _others(self, record: Record) -> list[_Spell]:
        """Open holdings of the sole post by other persons that this record speaks against."""
        if not self._sole or record.capacity in NOT_HOLDERS:
            return []
        return [
            spell
            for (person, _), spell in sorted(self._open.items())
            if person != record.person and (spell.bounds_others or record.kind == "act")
        ]

    def _contested(self, record: Record, later: Sequence[Record]) -> bool:
        """Whether a chronicle's sighting falls into somebody else's certain days: then it is possible only."""
        return any(
            spell.by_act or _seen_again(spell.person, later) or spell.last.proven_until > record.when.earliest
            for spell in self._others(record)
        )

    def _bound_others(self, record: Record, later: Sequence[Record]) -> bool:
        """End the earlier holders of a sole post, or report why that cannot be. True if the record itself is in doubt."""
        doubtful = False
        for spell in self._others(record):
            same_day = record.kind == "seen" and spell.proven and record.when.earliest < spell.last.proven_until
            again = _seen_again(spell.person, later) or _seen_before(record, self._closed, spell)
            if same_day or again:
                self._clash(spell, record)
                doubtful = doubtful or same_day
            else:
                self._close(spell, self._until(spell, record.when, by_sight=record.kind == "seen"), (record.evidence,))
                if record.kind == "act" and record.when == spell.first and spell.by_act:
                    self._report(spell, record)
        return doubtful

    def _clash(self, spell: _Spell, record: Record) -> None:
        """Nothing is bounded: the earlier holding keeps no certain day from here on, and stays possible."""
        interval = spell.interval()
        sure = min(day for day in (interval.valid_to, record.when.earliest or record.when.latest) if day)
        if interval.valid_from and interval.valid_from < sure:
            interval = Interval(interval.valid_from, sure, interval.possible_from, "")
        else:
            interval = Interval(possible_from=interval.possible_from)
        self._report(spell, record)
        self._closed.append(spell.holding(interval))
        del self._open[spell.person, spell.capacity]

    def _report(self, spell: _Spell, record: Record) -> None:
        persons = (spell.person, record.person)
        self._clashes.append(Clash(self._post, persons, record.when, (spell.evidence[-1], record.evidence)))

    def _until(self, spell: _Spell, when: When, *, by_sight: bool = False) -> Interval:
        """A holding by act is certain up to another act; all else only as far as papers show it."""
        interval = spell.interval()
        if spell.by_act and by_sight:
            sure = spell.last.proven_until or interval.valid_from
            return interval.ended(min(sure, when.latest), possible_end=when.latest)
        return ended(interval, when, proven_until=spell.last.proven_until)

    def _close(self, spell: _Spell, interval: Interval, ended_by: Sequence[str]) -> None:
        self._closed.append(spell.holding(interval, ended_by))
        del self._open[spell.person, spell.capacity]
        if spell.bounds_others:
            self._vacated = max(self._vacated, interval.valid_to or spell.last.proven_until)


def fold_posts(
    records: Iterable[Record], sole: Mapping[str, bool], ends: Mapping[str, Ending]
) -> dict[str, PostHistory]:
    """The history of every post, each from its own records. `ends` are bodies' ends by post."""
    by_post: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_post[record.post].append(record)
    return {
        post: PostFold(post, sole=sole.get(post, False), end=ends.get(post)).read(by_post[post])
        for post in sorted(by_post)
    }


def _is_ended_by_appointment(spell: _Spell, act: Record) -> bool:
    """A full appointment ends the person's nomination, acting time or mere sighting; a lesser act only its own kind."""
    if spell.capacity == act.capacity:
        return not spell.by_act
    return act.capacity in FULL and (spell.capacity in BEFORE_APPOINTMENT or not spell.by_act)


def _seen_again(person: str, later: Sequence[Record]) -> bool:
    """Whether the next word on the person is a sighting, with no act that would explain a return."""
    for record in later:
        if record.person == person and record.capacity not in NOT_HOLDERS:
            return record.kind in ("seen", "chronicle")
    return False


def _seen_before(record: Record, closed: Sequence[Holding], spell: _Spell) -> bool:
    """Whether the record's person held the post before `spell` without an end: then the papers go back and forth."""
    return record.kind == "seen" and any(
        each.person == record.person and not each.ended_by and "" < each.interval.valid_from < spell.first.latest
        for each in closed
    )
