"""How much lies on each desk: counted by kind, and added up with weights that are a convention, told with every answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.ties import End, Tie, leads_the_group, of_types, words_of

#: What one of each kind counts for a leader. To have charge of a body outweighs to share it, to head a group outweighs to
#: sit in it, and to liaise is half a duty: an agreed scale to compare desks of one place by, no measure of hours.
LEADER_WEIGHTS: Mapping[str, float] = {
    "bodies": 2.0, "shared": 1.0, "matters": 1.0, "liaises": 0.5, "tasks": 1.0, "chairs": 2.0, "seats": 0.5,
}  # fmt: skip
#: What one of each kind counts for a unit: to lead a task is twice to carry it out, to support it half; the office of a
#: group is work all year, a seat in one is a meeting.
UNIT_WEIGHTS: Mapping[str, float] = {
    "leads": 2.0, "carries_out": 1.0, "supports": 0.5, "offices": 2.0, "seats": 0.5,
}  # fmt: skip

_LEADER_PARTS = {
    "HEADS": "bodies", "IN_CHARGE_OF": "bodies", "SHARES_CHARGE_OF": "shared", "RESPONSIBLE_FOR": "matters",
    "LIAISES_WITH": "liaises", "ANSWERED_BY": "tasks",
}  # fmt: skip
_UNIT_PARTS = {"LEADS": "leads", "CARRIES_OUT": "carries_out", "SUPPORTS": "supports", "OFFICE_IN": "offices"}


@dataclass(frozen=True, slots=True)
class Load:
    """What one leader or unit carries: how many of each kind (all kinds, zeros included), and the weighted sum."""

    who: End
    counts: Mapping[str, int]
    load: float
    evidence: tuple[str, ...]


def leader_loads(ties: Iterable[Tie]) -> list[Load]:
    """The load of each leader, heaviest first: bodies, matters, tasks answered for on the day, groups headed and sat on.

    A leader is whoever has anything on a desk or answers for a task: those who only sit in groups (heads of bureaus) are
    left out, they carry their unit's load. A thing counts once a kind, however many papers say it.
    """
    known = [(_leader_part(tie), tie) for tie in of_types(ties, (*_LEADER_PARTS, "MEMBER_OF"))]
    found = [
        (part, tie.end if tie.type == "ANSWERED_BY" else tie.start, tie)
        for part, tie in known
        if (tie.end if tie.type == "ANSWERED_BY" else tie.start).label == "Person"
    ]
    leaders = {who for part, who, _ in found if part not in ("seats", "chairs")}
    return _loads([each for each in found if each[1] in leaders], LEADER_WEIGHTS)


def unit_loads(ties: Iterable[Tie]) -> list[Load]:
    """The load of each body, heaviest first: tasks led, carried out and supported, offices of groups, seats in groups."""
    found = []
    for tie in of_types(ties, (*_UNIT_PARTS, "MEMBER_OF")):
        who = tie.end if tie.type == "OFFICE_IN" else tie.start
        if who.label == "Organisation":
            found.append((_UNIT_PARTS.get(tie.type, "seats"), who, tie))
    return _loads(found, UNIT_WEIGHTS)


def _leader_part(tie: Tie) -> str:
    if tie.type == "MEMBER_OF":
        return "chairs" if leads_the_group(tie.word) else "seats"
    return _LEADER_PARTS[tie.type]


def _loads(found: Iterable[tuple[str, End, Tie]], weights: Mapping[str, float]) -> list[Load]:
    """Each thing counts once for each who, as the heaviest kind it is found in."""
    held: dict[End, dict[End, str]] = {}
    rests: dict[End, list[Tie]] = {}
    for part, who, tie in found:
        what = tie.start if who == tie.end else tie.end
        things = held.setdefault(who, {})
        if what not in things or weights[part] > weights[things[what]]:
            things[what] = part
        rests.setdefault(who, []).append(tie)
    loads = []
    for who, things in held.items():
        counts = {part: sum(1 for each in things.values() if each == part) for part in weights}
        load = sum(weights[part] * count for part, count in counts.items())
        loads.append(Load(who, counts, load, words_of(rests[who])))
    return sorted(loads, key=lambda each: (-each.load, each.who))
