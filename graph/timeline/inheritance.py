"""What a body that became another leaves to it: the leader in charge stays in charge until a division says otherwise.

A rename or merger moves no desk by itself; the former body's leader goes on with the later one, inferred from both
papers, unless the later one has a leader of its own (DESIGN, section 5: lineage of units).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.timeline.facts import Became, Charge
from graph.timeline.spans import When, ended, is_empty, overlap, starting

_WHOLE_PASSAGE = frozenset({"更名", "合并", "整合", "撤并"})


@dataclass(frozen=True, slots=True)
class Formers:
    """Which bodies became a body as a whole, and when."""

    by_later: dict[str, list[Became]]

    @classmethod
    def in_(cls, lineage: Iterable[Became]) -> Formers:
        """Those of a lineage whose day is known."""
        found: dict[str, list[Became]] = defaultdict(list)
        for event in lineage:
            if event.how in _WHOLE_PASSAGE and event.later and event.interval.valid_from:
                found[event.later].append(event)
        return cls(dict(found))

    def of(self, body: str, when: When) -> frozenset[str]:
        """The body itself, and all that had become it by a day; none for no body."""
        found, waiting = set[str](), [body] if body else []
        while waiting:
            one = waiting.pop()
            found.add(one)
            events = (event for event in self.by_later.get(one, ()) if event.interval.valid_from <= when.latest)
            waiting.extend(event.former for event in events if event.former not in found)
        return frozenset(found)


def with_inherited(charges: Iterable[Charge], lineage: Iterable[Became]) -> list[Charge]:
    """All charges, those over bodies that are no more ended, and passed on to what the bodies became."""
    found = list(charges)
    for event in sorted(lineage, key=lambda each: (each.interval, each.evidence)):
        if event.how not in _WHOLE_PASSAGE or not event.later or not event.interval.valid_from:
            continue
        when = When(event.interval.valid_from, event.interval.possible_from)
        own = [each for each in found if each.organisation == event.later and each.is_principal]
        kept = []
        for charge in found:
            passed = overlap(charge.interval, starting(when)) if charge.organisation == event.former else None
            if passed is None:
                kept.append(charge)
                continue
            kept.append(
                replace(charge, interval=ended(charge.interval, when), ended_by=(*charge.ended_by, *event.evidence))
            )
            starts = [each.interval for each in own if each.interval.valid_from]
            for start in sorted(starts):
                passed = ended(passed, When(start.valid_from, start.possible_from))
            if not is_empty(passed):
                kept.append(
                    replace(charge, organisation=event.later, interval=passed, basis="inferred",
                            because_of=(*charge.because_of, *event.evidence))
                )  # fmt: skip
        found = kept
    return found
