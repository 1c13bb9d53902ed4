"""Weights of a scored table: which printed figure belongs to which requirement, checked by the sums.

A page break tears rows of such tables apart: a figure slips into the next row, or is lost. What is printed stays in
`weight`; what the sums of section and subsection leave over goes to `weight_reasoned`. Source of the check: every
subsection prints its own score (`（二）…（10分）`), and the weights of its requirements must add up to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from loaders.readers.paper import Passage


@dataclass(slots=True)
class Requirement:
    """One scored requirement with the weight and units found for it."""

    number: str
    passage: Passage
    start: int
    end: int
    line: Passage
    weight: str = ""
    orgs: tuple[str, ...] = ()
    weight_reasoned: str = ""
    orgs_reasoned: tuple[str, ...] = ()
    displaced: bool = False  # its own figure stands in a later row


@dataclass(slots=True)
class Entry:
    """A row: the requirements in it, the figure printed in it, the units printed in it."""

    line: Passage
    requirements: list[Requirement]
    weight: str
    orgs: tuple[str, ...]


@dataclass(slots=True)
class Subsection:
    """A subsection with its printed score and its rows in order."""

    section: str
    section_score: str
    title: str
    score: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def requirements(self) -> list[Requirement]:
        """Its requirements in order."""
        return [one for entry in self.entries for one in entry.requirements]

    @property
    def missing(self) -> Decimal | None:
        """What the weights found leave of its score; None if it prints none."""
        if not self.score:
            return None
        return Decimal(self.score) - sum(
            (Decimal(one.weight or one.weight_reasoned or "0") for one in self.requirements), Decimal(0)
        )

    @property
    def open(self) -> list[Requirement]:
        """Requirements without a weight."""
        return [one for one in self.requirements if not one.weight and not one.weight_reasoned]


def settle(subsections: list[Subsection]) -> None:
    """Give every printed figure to its requirement, and reason what is left open where the sums allow only one value."""
    above: Subsection | None = None
    for subsection in subsections:
        _assign(subsection, above)
        if subsection.requirements:
            above = subsection
    for subsection in subsections:
        left, missing = subsection.open, subsection.missing
        for one in left:
            own = _own_score(one)
            if own:
                one.weight_reasoned = own
        left, missing = subsection.open, subsection.missing
        if len(left) == 1 and missing is not None and missing > 0:
            left[0].weight_reasoned = f"{missing.normalize():f}"
        for one in subsection.requirements:
            one.weight_reasoned = one.weight_reasoned or one.weight
            one.orgs_reasoned = one.orgs_reasoned or one.orgs


def _assign(subsection: Subsection, above: Subsection | None) -> None:
    figures = sum(bool(entry.weight) for entry in subsection.entries)
    for place, entry in enumerate(subsection.entries):
        for one in entry.requirements:
            one.orgs = entry.orgs
        if not entry.weight:
            continue
        if place == 0 and above is not None and _slipped(subsection, entry, above, figures):
            last = above.open[0]
            last.weight_reasoned, last.orgs_reasoned, last.orgs = entry.weight, entry.orgs, ()
            for one in entry.requirements[:1]:
                one.displaced = True
            continue
        target = entry.requirements[0] if entry.requirements else next(iter(subsection.open), None)
        if target is not None:
            target.weight = entry.weight
            target.orgs = entry.orgs or target.orgs


def _slipped(subsection: Subsection, entry: Entry, above: Subsection, figures: int) -> bool:
    """Whether the first figure of a subsection is what the last requirement above still lacks, and too much here."""
    weight = Decimal(entry.weight)
    if len(above.open) != 1 or above.missing != weight:
        return False
    too_much = bool(subsection.score) and weight > Decimal(subsection.score)
    return too_much or figures > len(subsection.requirements)


def _own_score(one: Requirement) -> str:
    """A score printed in the requirement itself: `…（2分）`."""
    words = one.passage.text[one.start : one.end].rstrip("。; ")
    if not words.endswith("分)"):
        return ""
    digits = words[words.rfind("(") + 1 : -2]
    return digits if digits.replace(".", "", 1).isdigit() else ""
