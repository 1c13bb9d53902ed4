"""From rows of canned queries to the ties that `graph.analysis` works on, and from its records to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.analysis.ties import End, Tie
from graph.stores.store import Row as StoreRow
from graph.stores.store import Value
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Span, Text
from queries.answers.model import Coded, Thing
from queries.answers.rows import text, texts
from queries.answers.words import evidence, reach
from queries.catalogue import catalogue
from queries.library import Library

#: Facts read for one analysis: more than a city's papers hold on one day, and a bound on the memory of one answer.
MOST_FACTS = 50_000
#: Quotes shown for one line; the rest stands on the pages of what the line names.
MOST_WORDS = 12
PEOPLE, BODIES, ANSWERS, OFFICES = "analysis/people", "analysis/bodies", "analysis/answers", "analysis/offices"


@dataclass(slots=True)
class Reader:
    """Reads canned queries for one analysis and remembers which, and whether any was cut off."""

    library: Library
    asked: Asked
    queries: list[str] = field(default_factory=list)
    truncated: bool = False

    def rows(self, query: str, **more: Value) -> list[StoreRow]:
        """The rows of a query on the day and in the place asked for. Raises what the catalogue and the store raise."""
        known = catalogue().get(query)
        given: dict[str, Value] = {"limit": MOST_FACTS, **more}
        for name, value in (("on", self.asked.on), ("jurisdiction", self.asked.jurisdiction)):
            if known.param(name) is not None:
                given.setdefault(name, value)
        result = catalogue().run(self.library.store, query, given)
        self.truncated |= result.truncated
        if query not in self.queries:
            self.queries.append(query)
        return result.rows

    def ties(self, *queries: str, on: str = "") -> list[Tie]:
        """The ties of these queries (`analysis/people` and its like), of another day if one is given."""
        return joined(tie_of(row) for query in queries for row in self.rows(query, **({"on": on} if on else {})))

    def answer(
        self, about: About, columns: Sequence[Column], rows: Sequence[Row], *, links: Iterable[Link] = (),
        spans: Iterable[Span] = (), notes: Sequence[Text] = (), subject: Thing | None = None,
    ) -> Analysis:  # fmt: skip
        """The answer: the first lines up to the limit, their words, how far the papers reach."""
        kept = tuple(
            Row(row.cells, row.evidence[:MOST_WORDS]) if len(row.evidence) > MOST_WORDS else row
            for row in rows[: self.asked.limit]
        )
        words = evidence(self.library, (each for row in kept for each in row.evidence))
        place = self.asked.jurisdiction
        return Analysis(
            queries=tuple(self.queries),
            subject=subject or Thing(place, "Jurisdiction", place),
            on=self.asked.on,
            evidence=words,
            reach=reach(self.library, words),
            about=about,
            against=self.asked.against,
            columns=tuple(columns),
            rows=kept,
            links=tuple(dict.fromkeys(links)),
            spans=tuple(dict.fromkeys(spans)),
            notes=tuple(notes),
            left_out=max(len(rows) - len(kept), 0),
            truncated=self.truncated,
        )


def joined(ties: Iterable[Tie]) -> list[Tie]:
    """The ties with one `End` a node: with its own place if it starts a tie, else with the first of those it is named in."""
    found = list(ties)
    ends = {end.id: end for end in sorted((tie.end for tie in found), reverse=True)}
    ends |= {tie.start.id: tie.start for tie in found}
    return [replace(tie, start=ends[tie.start.id], end=ends[tie.end.id]) for tie in found]


def tie_of(row: StoreRow) -> Tie:
    """A row of `analysis/people` and its like as a tie; its end gets the place of its start (see `joined`)."""
    place = text(row, "jurisdiction")
    return Tie(
        start=End(place, text(row, "who"), text(row, "who_id"), text(row, "who_kind")),
        type=text(row, "edge"),
        end=End(place, text(row, "object"), text(row, "object_id"), text(row, "object_kind")),
        word=text(row, "word"),
        scope=text(row, "scope") if "scope" in row else "",
        evidence=texts(row, "evidence"),
    )


def thing(end: End) -> Thing:
    """A node of a tie as an answer names it."""
    return Thing(end.id, end.label, end.name)


def things(ends: Iterable[End]) -> tuple[Thing, ...]:
    """Several nodes as one cell."""
    return tuple(thing(end) for end in ends)


def edges(types: Iterable[str]) -> Coded:
    """Edge types as one cell, in the order given."""
    codes = [Coded.edge(each) for each in types]
    return Coded(
        ";".join(each.code for each in codes),
        "、".join(each.zh for each in codes),
        ", ".join(each.en for each in codes),
    )
