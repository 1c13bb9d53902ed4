"""What every check looks at, and how a finding is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.days import Interval
from graph.entities import Identity
from graph.timeline.facts import (
    Answer,
    Charge,
    Division,
    Filling,
    Finding,
    GroupAct,
    GroupLife,
    Holding,
    Pairing,
    Seat,
    Severity,
    TaskLife,
)
from graph.timeline.holdings import Clash
from graph.timeline.papers import Papers
from graph.timeline.spans import When, ended, is_in_force, starting


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The timeline before its findings, and who is who."""

    papers: Papers
    identity: Identity
    holdings: Sequence[Holding]
    clashes: Sequence[Clash]
    divisions: Sequence[Division]
    charges: Sequence[Charge]
    pairings: Sequence[Pairing]
    groups: Sequence[GroupLife]
    group_acts: Sequence[GroupAct]
    seats: Sequence[Seat]
    fillings: Sequence[Filling]
    tasks: Sequence[TaskLife]
    answers: Sequence[Answer]

    def person(self, person: str) -> str:
        """A person's name."""
        found = self.identity.persons.get(person)
        return found.name if found else ""

    def body(self, organisation: str) -> str:
        """A body's name."""
        found = self.identity.organisations.get(organisation)
        return found.name if found else ""

    def group(self, group: str) -> str:
        """A group's name."""
        found = self.identity.groups.get(group)
        return found.name if found else ""

    def post(self, post: str) -> str:
        """A post's name, the body's first."""
        found = self.identity.posts[post]
        return f"{self.body(found.organisation)}{found.position}"

    def paper(self, document: str) -> str:
        """A paper's number, or its title."""
        return self.papers.by_id[document].label


def finding(
    kind: str,
    severity: Severity,
    jurisdiction: str,
    texts: tuple[str, str],
    *,
    about: Iterable[str],
    interval: Interval,
    evidence: Iterable[str] = (),
    because_of: Iterable[str] = (),
    ended_by: Iterable[str] = (),
    number: str = "",
) -> Finding:
    """A finding with its texts (Chinese, English)."""
    return Finding(
        kind=kind,
        severity=severity,
        jurisdiction=jurisdiction,
        explanation=texts[0],
        explanation_en=texts[1],
        about=tuple(dict.fromkeys(item for item in about if item)),
        interval=interval,
        evidence=tuple(dict.fromkeys(evidence)),
        because_of=tuple(dict.fromkeys(because_of)),
        ended_by=tuple(dict.fromkeys(ended_by)),
        number=number,
        basis="inferred",
    )


def gaps(period: Interval, covers: Sequence[Interval]) -> list[Interval]:
    """The parts of a period in which none of the covers is in force."""
    if not period.valid_from:
        return []
    start = When(period.valid_from, period.possible_from)
    turns = {start}
    for cover in covers:
        if cover.valid_from:
            turns.add(When(cover.valid_from, cover.possible_from))
        if cover.possible_to:
            turns.add(When(cover.possible_to, cover.valid_to))
    found: list[Interval] = []
    is_open = False
    for turn in sorted(turn for turn in turns if turn.latest >= start.latest):
        if period.possible_to and turn.latest >= period.possible_to:
            break
        covered = any(is_in_force(cover, turn.latest) for cover in covers)
        if covered and is_open:
            found[-1] = ended(found[-1], turn)
        elif not covered and not is_open:
            begun = starting(turn)
            found.append(ended(begun, When(period.possible_to, period.valid_to)) if period.possible_to else begun)
        is_open = not covered
    return found
