"""Points at stake: of how many points of assessment a unit answers for the indicators, alone and with others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.ties import End, Tie, words_of

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """A unit that answers for an indicator: its points as printed, else as worked out; None where neither is known."""

    tie: Tie
    points: float | None
    worked_out: bool


@dataclass(frozen=True, slots=True)
class Stake:
    """The points of the indicators a unit answers for. Those with others count whole for each: nobody splits them on paper."""

    unit: End
    alone: float
    with_others: float
    worked_out: float  # of both, how many points no paper prints
    indicators: tuple[End, ...]
    without_points: int
    evidence: tuple[str, ...]

    @property
    def points(self) -> float:
        """All points at stake."""
        return self.alone + self.with_others


def points_of(printed: str, worked_out: str) -> tuple[float | None, bool]:
    """The number in a printed weight (`8`, `8分`), else in the one worked out, and whether it was worked out."""
    for text, reasoned in ((printed, False), (worked_out, True)):
        match = _NUMBER.search(text)
        if match:
            return float(match[0]), reasoned
    return None, False


def stakes(claims: Iterable[Claim]) -> list[Stake]:
    """The stake of each unit, the highest first."""
    known = sorted(claims, key=lambda each: (each.tie, each.tie.evidence))
    units_of: dict[End, set[End]] = {}
    held: dict[End, dict[End, Claim]] = {}
    for claim in known:
        units_of.setdefault(claim.tie.end, set()).add(claim.tie.start)
        held.setdefault(claim.tie.start, {}).setdefault(claim.tie.end, claim)
    found = []
    for unit, claims_of in held.items():
        some = claims_of.values()
        single = [each for each in some if len(units_of[each.tie.end]) == 1]
        several = [each for each in some if len(units_of[each.tie.end]) > 1]
        found.append(
            Stake(
                unit=unit,
                alone=_sum(single),
                with_others=_sum(several),
                worked_out=_sum(each for each in some if each.worked_out),
                indicators=tuple(claims_of),
                without_points=sum(each.points is None for each in some),
                evidence=words_of(each.tie for each in some),
            )
        )
    return sorted(found, key=lambda each: (-each.points, each.unit))


def _sum(claims: Iterable[Claim]) -> float:
    return round(sum(each.points or 0.0 for each in claims), 4)
