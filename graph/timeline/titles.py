"""Who was seen with which title, and which printed acts touch which post: the raw material of holdings.

A title in a roster, a division or the chronicle proves the use of the title, not an appointment (DESIGN, section 5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph import statements as waist
from graph.entities import Capacity, Identity
from graph.statements import Statement
from graph.timeline.facts import HoldingCapacity
from graph.timeline.papers import Papers, Row
from graph.timeline.spans import When

CAPACITIES: dict[Capacity, HoldingCapacity] = {
    "": "",
    "提名": "nominated",
    "拟任": "designate",
    "代理": "acting",
    "主持工作": "in_charge",
    "兼任": "concurrent",
    "挂职": "seconded",
    "试用": "probation",
}
#: Printed acts that put somebody into a post, and in which capacity. A word not listed here proposes at most.
APPOINTING: dict[str, HoldingCapacity] = {
    "任命": "", "任": "", "任职": "", "决定任命": "", "批准任命": "", "当选": "", "选举": "", "补选": "", "通过": "",
    "聘任": "", "聘用": "", "续聘": "", "连任": "", "晋升": "", "调任": "", "转任": "", "改任": "", "代理": "acting",
    "决定代理": "acting", "代": "acting", "提名": "nominated", "推荐": "nominated", "拟任": "designate",
    "拟任职": "designate", "挂任": "seconded", "挂职": "seconded", "兼任": "concurrent", "主持工作": "in_charge",
    "试用": "probation",
}  # fmt: skip
PROPOSED: HoldingCapacity = "designate"
REMOVING = frozenset({
    "免去", "免", "免职", "决定免去", "不再担任", "辞去", "接受辞职", "辞职", "撤职", "撤销", "罢免", "解聘", "退休", "去世",
    "不再兼任", "不再代理", "不再主持", "终止",
})  # fmt: skip

RecordKind = Literal["end", "act", "seen", "chronicle"]
_ORDER: dict[RecordKind, int] = {"end": 0, "act": 1, "seen": 2, "chronicle": 3}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing a paper says of a person and a post."""

    kind: RecordKind
    person: str
    post: str
    capacity: HoldingCapacity
    when: When
    paper: str
    rank: tuple[int, int, str]
    evidence: str
    title: str = ""

    @property
    def key(self) -> tuple[When, tuple[int, int, str], int, str, str, str]:
        """In the order in which they count; in one paper removals come before appointments."""
        return self.when, self.rank, _ORDER[self.kind], self.person, self.capacity, self.evidence


def records(papers: Papers, identity: Identity) -> list[Record]:
    """All acts and sightings, one a paper, person, post and capacity, the first printed standing for its equals."""
    found: dict[tuple[str, str, str, str, str, str], Record] = {}
    for record in _all_records(papers, identity):
        # A chronicle shows a title on many days within one paper; each day counts.
        day = record.when.latest if record.kind == "chronicle" else ""
        found.setdefault((record.kind, record.person, record.post, record.capacity, record.paper, day), record)
    return list(found.values())


def _all_records(papers: Papers, identity: Identity) -> Iterator[Record]:
    for act in papers.rows(waist.Appointment):
        yield from _of_appointment(act, identity)
    for member in papers.rows(waist.Membership):
        if member.statement.title and member.statement.action != "removed":
            yield from _seen(member, identity.person(member.statement), member.statement.title, identity)
    for desk in papers.rows(waist.Portfolio):
        if desk.statement.title:
            yield from _seen(desk, identity.person(desk.statement), desk.statement.title, identity)
    for post in papers.rows(waist.PostSeen):
        # A row of `posts` may come from a chronicle; only one that stands in a paper of its own is a paper's word.
        kind: RecordKind = "seen" if post.paper.evidence else "chronicle"
        title = post.statement.post.replace("|", "")
        yield from _seen(post, identity.person(post.statement), title, identity, kind=kind)
    for event in papers.rows(waist.Event):
        for index, printed in enumerate(event.statement.persons):
            _, _, title = printed.partition("|")
            if title:
                person = identity.person(event.statement, "persons", index)
                yield from _seen(event, person, title, identity, kind="chronicle")


def _of_appointment(row: Row[waist.Appointment], identity: Identity) -> Iterator[Record]:
    """An act on a post. The act's own word outweighs a capacity inside the title."""
    act = row.statement
    person = identity.person(act)
    if not person:
        return
    kind: RecordKind = "end" if act.action in REMOVING else "act"
    for part in identity.title(act.post.replace("|", ""), act):
        if part.post:
            capacity = APPOINTING.get(act.action, PROPOSED) or CAPACITIES[part.capacity]
            yield Record(kind, person, part.post, capacity, row.when, row.paper.id, row.paper.rank, row.id, act.post)


def _seen(
    row: Row[Statement], person: str, title: str, identity: Identity, *, kind: RecordKind = "seen"
) -> Iterator[Record]:
    if not person:
        return
    for part in identity.title(title, row.statement):
        if part.post:
            capacity = CAPACITIES[part.capacity]
            yield Record(kind, person, part.post, capacity, row.when, row.paper.id, row.paper.rank, row.id, title)
