"""Coordinating bodies: founded, adjusted, renamed, ended; where their offices are; what became of bodies.

`撤销`, `不再保留` and `合并` into another end a group; nothing else does (DESIGN, section 5). A group whose founding is
not on paper is certain from the first paper that deals with it and possible before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity
from graph.ids import fold
from graph.timeline.facts import Became, Extent, GroupAct, GroupLife, OfficePlace
from graph.timeline.papers import Ending, Papers, Row
from graph.timeline.spans import When, ended, starting

#: A row of 更名 or 合并 bears the new name: the body of that name begins with it.
FOUNDING = frozenset({"成立", "设立", "组建", "建立", "更名", "合并"})
ENDING = frozenset({"撤销", "不再保留", "解散", "终止"})
#: Kinds of lineage after which the former body is no more.
_ENDING_LINEAGE = frozenset({"更名", "合并", "分设", "撤销", "整合", "撤并"})


@dataclass(frozen=True, slots=True)
class GroupHistory:
    """One group's life, its papers' acts, and its offices."""

    life: GroupLife
    acts: tuple[GroupAct, ...]
    offices: tuple[OfficePlace, ...]

    @property
    def ending(self) -> Ending | None:
        """What ended it."""
        if not self.life.ended_by:
            return None
        interval = self.life.interval
        return Ending(When(latest=interval.possible_to, earliest=interval.valid_to), self.life.ended_by)


def fold_groups(papers: Papers, identity: Identity, ends: Mapping[str, Ending]) -> dict[str, GroupHistory]:
    """The history of every group that a group row or a membership names, each from its own rows.

    `ends` are the ends by lineage (a former name, a body merged into another), by id.
    """
    acts: dict[str, list[Row[waist.Group]]] = defaultdict(list)
    for row in papers.rows(waist.Group):
        group = identity.group(row.statement.group, row.statement)
        if group:
            acts[group].append(row)
    seen: dict[str, Row[waist.Membership]] = {}
    for member in papers.rows(waist.Membership):
        group = identity.group(member.statement.group, member.statement)
        if group and (group not in seen or not seen[group].when.is_dated):
            seen[group] = member
    return {
        group: _history(group, acts.get(group, []), seen.get(group), ends.get(group), identity)
        for group in sorted({*acts, *seen})
    }


def fold_lineage(papers: Papers, identity: Identity) -> list[Became]:
    """What became of bodies and groups. A rename that identity holds for one body is no event between two."""
    # Exact names first: a paper that renames a group prints two names that are nearly equal and mean two versions.
    named = {
        (group.jurisdiction, fold(text)): group.id
        for group in identity.groups.values()
        for text in (*(known.text for known in group.names), group.name)
    }
    found = []
    for row in papers.rows(waist.Lineage):
        printed, place = row.statement, row.paper.jurisdiction
        former = named.get((place, fold(printed.from_))) or _entity(printed.from_, printed, identity)
        later = named.get((place, fold(printed.to))) or _entity(printed.to, printed, identity) if printed.to else ""
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
    seen: Row[waist.Membership] | None,
    end: Ending | None,
    identity: Identity,
) -> GroupHistory:
    acts = tuple(_act(group, row) for row in rows)
    interval, evidence = _beginning(rows, seen)
    ended_by: tuple[str, ...] = ()
    last = next((row for row in rows if row.statement.action in ENDING and row.when.is_dated), None)
    if last is not None:
        interval, ended_by = ended(interval, last.when), (last.id,)
    elif end is not None:
        interval, ended_by = ended(interval, end.when), end.evidence
    life = GroupLife(group=group, interval=interval, evidence=evidence, ended_by=ended_by)
    return GroupHistory(life, acts, _offices(group, rows, life, identity))


def _act(group: str, row: Row[waist.Group]) -> GroupAct:
    printed = row.statement
    extent: Extent = "patch" if printed.extent == "patch" else "whole"
    return GroupAct(group=group, document=row.paper.id, action=printed.action, extent=extent,
                    interval=starting(row.when), evidence=(row.id,))  # fmt: skip


def _beginning(
    rows: Sequence[Row[waist.Group]], seen: Row[waist.Membership] | None
) -> tuple[Interval, tuple[str, ...]]:
    """From the founding, else certain from the first dated paper that shows the group and possible before."""
    first: Row[waist.Group] | Row[waist.Membership] | None = next((row for row in rows if row.when.is_dated), None)
    if seen is not None and seen.when.is_dated and (first is None or seen.when < first.when):
        first = seen
    if first is None:
        return Interval(), (rows[0].id,) if rows else (seen.id,) if seen else ()
    if isinstance(first.statement, waist.Group) and first.statement.action in FOUNDING:
        return starting(first.when), (first.id,)
    return Interval(valid_from=first.when.latest), (first.id,)


def _offices(
    group: str, rows: Sequence[Row[waist.Group]], life: GroupLife, identity: Identity
) -> tuple[OfficePlace, ...]:
    """An office stays where a paper put it until another paper puts it elsewhere or the group ends."""
    found: list[OfficePlace] = []
    for row in rows:
        place = identity.organisation(row.statement.office_in, row.statement) if row.statement.office_in else ""
        if not place:
            continue
        if found and found[-1].organisation == place:
            found[-1] = replace(found[-1], evidence=(*found[-1].evidence, row.id))
            continue
        if found and row.when.is_dated:
            found[-1] = replace(found[-1], interval=ended(found[-1].interval, row.when), ended_by=(row.id,))
        found.append(OfficePlace(group=group, organisation=place, interval=starting(row.when), evidence=(row.id,)))
    if found and life.ended_by and not found[-1].ended_by:
        end = When(latest=life.interval.possible_to, earliest=life.interval.valid_to)
        found[-1] = replace(found[-1], interval=ended(found[-1].interval, end), ended_by=life.ended_by)
    return tuple(found)
