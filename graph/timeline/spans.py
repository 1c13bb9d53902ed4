"""Days of a change, and what intervals do with each other: start, end, overlap.

A paper dates a change with more or less precision. `When` keeps that as two days; an interval that starts or ends
with the change inherits both, so that nothing is said to be certain that a paper does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.days import Interval, day_after, first_day, is_prefix


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A change that took effect on `earliest` at the earliest and on `latest` at the latest.

    Equal days: the day is known. No `earliest`: some day up to `latest` (a paper without a date in a dated issue).
    Neither: undated; such a statement is kept and shown, and closes nothing (DESIGN, section 5).
    """

    latest: str = ""
    earliest: str = ""

    @classmethod
    def printed(cls, prefix: str) -> When:
        """From a printed day, month or year; undated if it is none."""
        if not prefix or not is_prefix(prefix):
            return cls()
        start = first_day(prefix)
        return cls(latest=start if len(prefix) == 10 else day_after(prefix), earliest=start)

    @classmethod
    def up_to(cls, prefix: str) -> When:
        """Some day up to a printed day: what an issue's date says of a notice without a date."""
        return cls(latest=cls.printed(prefix).latest)

    @property
    def is_dated(self) -> bool:
        """Whether anything bounds it."""
        return self.latest != ""

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.latest != "" and self.latest == self.earliest

    @property
    def proven_until(self) -> str:
        """The first day that a sighting at this time no longer proves; empty if it proves none."""
        return day_after(self.latest) if self.is_exact else self.earliest


UNDATED = When()


def starting(when: When) -> Interval:
    """An act from its day on, until something ends it. Undated: nothing is certain, nothing excluded."""
    return Interval(valid_from=when.latest, possible_from=when.earliest)


def ended(interval: Interval, when: When, *, proven_until: str = "") -> Interval:
    """The interval ended by a change. Certain up to the change, or only as far as papers prove if its day is open."""
    sure = when.earliest or proven_until or interval.valid_from
    return interval.ended(sure, possible_end=when.latest)


def overlap(one: Interval, other: Interval) -> Interval | None:
    """The days of both, certain where both are; None if no day is possible in both."""
    possible_from = max(one.possible_from, other.possible_from)
    possible_to = _first_end(one.possible_to, other.possible_to)
    if possible_to and possible_from >= possible_to:
        return None
    if not one.valid_from or not other.valid_from:
        return Interval(possible_from=possible_from, possible_to=possible_to)
    valid_from = max(one.valid_from, other.valid_from)
    valid_to = _first_end(one.valid_to, other.valid_to)
    if valid_to and valid_from >= valid_to:
        return Interval(possible_from=possible_from, possible_to=possible_to)
    return Interval(valid_from, valid_to, possible_from, possible_to)


def is_in_force(interval: Interval, on: str) -> bool:
    """Whether it surely began by that day and nothing says that it has ended by then."""
    begun = interval.valid_from != "" and interval.valid_from <= on
    return begun and not (interval.possible_to and on >= interval.possible_to)


def is_empty(interval: Interval) -> bool:
    """Whether no day is possible in it (an act undone on its own day)."""
    return interval.possible_to != "" and interval.possible_from >= interval.possible_to


def _first_end(one: str, other: str) -> str:
    return min(one, other) if one and other else one or other
