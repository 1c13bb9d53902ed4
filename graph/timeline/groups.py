"""Coordinating bodies: founded, adjusted, renamed, ended; where their offices are; what became of bodies.

`撤销`, `不再保留` and `合并` into another end a group; nothing else does (DESIGN, section 5). A group whose founding is
not on paper is certain from the first paper that deals with it and possible before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity
from graph.names.script import plain
from graph.timeline.facts import Became, Extent, GroupAct, GroupLife, OfficePlace
from graph.timeline.papers import Ending, Papers, Row
from graph.timeline.spans import When, ended, starting

#: A row of 更名 or 合并 bears the new name: the body of that name begins with it.
FOUNDING = frozenset({"成立", "设立", "组建", "建立", "更名", "合并"})
ENDING = frozenset({"撤销", "不再保留", "解散", "终止"})
#: Kinds of lineage after which the former body is no more.
_ENDING_LINEAGE = frozenset({"更名", "合并", "分设", "撤销", "整合", "撤并"})


_Mention = Row[waist.Group] | Row[waist.Membership]


@dataclass(frozen=True, slots=True)
class GroupHistory:
    """One group's lives (a group that was ended can be founded anew), its papers' acts, and its offices."""

    lives: tuple[GroupLife, ...]
    acts: tuple[GroupAct, ...]
    offices: tuple[OfficePlace, ...]

    @property
    def endings(self) -> tuple[Ending, ...]:
        """What ended its lives, in their order."""
        return tuple(
            Ending(When(latest=life.interval.possible_to, earliest=life.interval.valid_to), life.ended_by)
            for life in self.lives
            if life.ended_by
        )


def fold_groups(papers: Papers, identity: Identity, ends: Mapping[str, Ending]) -> dict[str, GroupHistory]:
    """The history of every group that a group row or a membership names, each from its own rows.

    `ends` are the ends by lineage (a former name, a body merged into another), by id.
    """
    acts: dict[str, list[Row[waist.Group]]] = defaultdict(list)
    for row in papers.rows(waist.Group):
        group = identity.group(row.statement.group, row.statement)
        if group:
            acts[group].append(row)
    seen: dict[str, dict[str, Row[waist.Membership]]] = defaultdict(dict)
    for member in papers.rows(waist.Membership):
        group = identity.group(member.statement.group, member.statement)
        if group:
            seen[group].setdefault(member.paper.id, member)
    return {
        group: _history(group, acts.get(group, []), list(seen[group].values()), ends.get(group), identity)
        for group in sorted({*acts, *seen})
    }


def fold_lineage(papers: Papers, identity: Identity) -> list[Became]:
    """What became of bodies and groups. A rename that identity holds for one body is no event between two."""
    # Exact names first: a paper that renames a group prints two names that are nearly equal and mean two versions.
    named = {
        (group.jurisdiction, plain(text)): group.id
        for group in identity.groups.values()
        for text in (*(known.text for known in group.names), group.name)
    }
    found = []
    for row in papers.rows(waist.Lineage):
        printed, place = row.statement, row.paper.jurisdiction
        former = named.get((place, plain(printed.from_))) or _entity(printed.from_, printed, identity)
        later = named.get((place, plain(printed.to))) or _entity(printed.to, printed, identity) if printed.to else ""
        if former and former != later:
            found.append(
                Became(former=former, later=later, how=printed.kind, interval=starting(row.when), evidence=(row.id,),
                       because_of=(row.id,))
            )  # fmt: skip
    return found


def body_ends(lineage: Iterable[Became]) -> dict[str, Ending]:
    """When bodies ended, by their ids: merged, split, renamed into another, or abolished on a dated paper."""
    ends: dict[str, Ending] = {}
    for event in lineage:
        when = When(latest=event.interval.valid_from, earliest=event.interval.possible_from)
        if event.how not in _ENDING_LINEAGE or not when.is_dated:
            continue
        if event.former not in ends or when < ends[event.former].when:
            ends[event.former] = Ending(when, event.evidence)
    return ends


def _entity(name: str, near: waist.Statement, identity: Identity) -> str:
    return identity.group(name, near) or identity.organisation(name, near)


def _history(
    group: str,
    rows: Sequence[Row[waist.Group]],
    seen: Sequence[Row[waist.Membership]],
    end: Ending | None,
    identity: Identity,
) -> GroupHistory:
    lives = tuple(_lives(group, [*rows, *seen], end))
    return GroupHistory(lives, tuple(_act(group, row) for row in rows), _offices(group, rows, lives, identity))


def _lives(group: str, mentions: Sequence[_Mention], end: Ending | None) -> Iterator[GroupLife]:
    """From each founding, or first mention, to the act that ends it; a mention after an end begins another life."""
    dated = sorted(
        (each for each in mentions if each.when.is_dated),
        key=lambda each: (each.when, each.paper.key, not isinstance(each.statement, waist.Group), each.id),
    )
    turns: list[tuple[When, _Mention | Ending]] = [(each.when, each) for each in dated]
    if end is not None and end.when.is_dated:
        turns.append((end.when, end))
        turns.sort(key=lambda turn: (turn[0], not isinstance(turn[1], Ending)))
    if not turns:
        yield GroupLife(group=group, evidence=tuple(each.id for each in mentions[:1]))
    life: GroupLife | None = None
    before = ""
    for when, turn in turns:
        if isinstance(turn, Ending) or _ends(turn):
            evidence = turn.evidence if isinstance(turn, Ending) else (turn.id,)
            if life is None:
                life = GroupLife(group=group, interval=Interval(possible_from=before), evidence=evidence)
            yield replace(life, interval=ended(life.interval, when), ended_by=evidence)
            life, before = None, when.latest
        elif life is None:
            life = GroupLife(group=group, interval=_beginning(turn, before), evidence=(turn.id,))
    if life is not None:
        yield life


def _ends(mention: _Mention) -> bool:
    return isinstance(mention.statement, waist.Group) and mention.statement.action in ENDING


def _act(group: str, row: Row[waist.Group]) -> GroupAct:
    printed = row.statement
    extent: Extent = "patch" if printed.extent == "patch" else "whole"
    return GroupAct(group=group, document=row.paper.id, action=printed.action, extent=extent,
                    interval=starting(row.when), evidence=(row.id,))  # fmt: skip


def _beginning(first: _Mention, before: str) -> Interval:
    """From the founding, else certain from the first paper that shows the group and possible since its last end."""
    if isinstance(first.statement, waist.Group) and first.statement.action in FOUNDING:
        return starting(first.when)
    return Interval(valid_from=first.when.latest, possible_from=before)


def _offices(
    group: str, rows: Sequence[Row[waist.Group]], lives: Sequence[GroupLife], identity: Identity
) -> tuple[OfficePlace, ...]:
    """An office stays where a paper put it until another paper puts it elsewhere or the group ends."""
    found: list[OfficePlace] = []
    for row in rows:
        place = identity.organisation(row.statement.office_in, row.statement) if row.statement.office_in else ""
        if not place:
            continue
        if found and found[-1].organisation == place and not _ended_between(lives, found[-1].interval, row.when):
            found[-1] = replace(found[-1], evidence=(*found[-1].evidence, row.id))
            continue
        if found and row.when.is_dated:
            found[-1] = replace(found[-1], interval=ended(found[-1].interval, row.when), ended_by=(row.id,))
        found.append(OfficePlace(group=group, organisation=place, interval=starting(row.when), evidence=(row.id,)))
    for index, office in enumerate(found):
        for life in lives:
            last = life.interval.possible_to
            if life.ended_by and "" < office.interval.valid_from < last and not _is_over(office.interval, last):
                end = When(latest=last, earliest=life.interval.valid_to)
                office = replace(office, interval=ended(office.interval, end), ended_by=life.ended_by)
        found[index] = office
    return tuple(found)


def _ended_between(lives: Sequence[GroupLife], start: Interval, when: When) -> bool:
    return any(life.ended_by and start.valid_from < life.interval.possible_to <= when.latest for life in lives)


def _is_over(interval: Interval, day: str) -> bool:
    return interval.possible_to != "" and interval.possible_to <= day
