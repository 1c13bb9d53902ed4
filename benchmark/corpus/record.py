"""The facts of a district as they begin and end."""

from __future__ import annotations

from dataclasses import replace

from benchmark.corpus.sheet import Held


class Record:
    """Facts that held, and those that still hold. A fact that ends and begins again on one day goes on."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str, str, str], Held] = {}
        self._closed: dict[tuple[str, str, str, str], list[Held]] = {}

    def began(self, day: str, kind: str, who: str, what: str, how: str = "") -> None:
        """A fact holds from this day on."""
        key = (kind, who, what, how)
        before = self._closed.get(key)
        if before and before[-1].end == day:
            self._open[key] = replace(before.pop(), end="")
        else:
            self._open.setdefault(key, Held(kind, who, what, how, day))

    def ended(
        self, day: str, *, kind: str, who: str | None = None, what: str | None = None, how: str | None = None
    ) -> None:
        """The open facts of this description hold no more."""
        for key, fact in list(self._open.items()):
            if fact.kind == kind and who in (None, fact.who) and what in (None, fact.what) and how in (None, fact.how):
                del self._open[key]
                if fact.start < day:
                    self._closed.setdefault(key, []).append(replace(fact, end=day))

    def open(self, kind: str) -> list[Held]:
        """The facts of a kind that hold now, in the order in which they began."""
        return [fact for fact in self._open.values() if fact.kind == kind]

    def held(self) -> tuple[Held, ...]:
        """All facts with their days, sorted."""
        closed = (fact for facts in self._closed.values() for fact in facts)
        return tuple(sorted((*closed, *self._open.values())))
