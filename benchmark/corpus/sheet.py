"""An issue being written: its lines, and the rows that these lines must give."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from benchmark.corpus.habits import Habits
from benchmark.corpus.places import Place
from graph import statements as waist
from graph.statements import Source, Statement

#: What noise may do to a line: a heading is folded onto two lines, prose is wrapped and may bear a slip, a row is wrapped,
#: a table keeps its line.
LineKind = Literal["heading", "prose", "row", "table"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as its author wrote it."""

    text: str
    kind: LineKind


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A fact that held from a day to a day (half-open; empty: still).

    `kind` is charge, pair, seat, post or answer; `who` the printed name (empty for nobody), `what` the printed unit, person
    replaced, group, post or task, `how` the verb, the seat's role, title and state, or the verdict.
    """

    kind: str
    who: str
    what: str
    how: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a gazette: its name, its day, its lines, and the statements they make, as the plain print has them."""

    place: Place
    name: str
    day: str
    lines: tuple[Line, ...]
    statements: tuple[Statement, ...]


@dataclass(slots=True)
class Sheet:
    """Collects an issue. A row rests on the line written last."""

    place: Place
    name: str
    day: str
    habits: Habits = field(default_factory=Habits)
    lines: list[Line] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    _offset: int = 0
    _number: str = ""
    _file: str = ""

    def __post_init__(self) -> None:
        self._file = hashlib.sha256(f"{self.place.id}\x1f{self.name}".encode()).hexdigest()

    def begin(self, number: str) -> None:
        """From here on rows stand in the paper of this number (or label)."""
        self._number = number

    def line(self, text: str, kind: LineKind = "prose") -> None:
        """Write a line."""
        if self.lines:
            self._offset += len(self.lines[-1].text) + 1
        self.lines.append(Line(text, kind))

    @property
    def source(self) -> Source:
        """Where the line written last stands in the plain print."""
        text = self.lines[-1].text
        at = len(self.lines)
        return Source(
            jurisdiction=self.place.id, doc_id=self._number, file=self._file, line_start=at, line_end=at,
            start=self._offset, end=self._offset + len(text), quote=text, rule="corpus",
        )  # fmt: skip

    def row(self, statement: Statement) -> None:
        """The line written last must give this row; make it with `source=sheet.source`."""
        self.statements.append(statement)

    def paper(self, *, number: str, title: str, issuer: str, day: str, series: str, kind: str = "通知") -> None:
        """The head of a paper: its title, its number, and the row of the table of documents."""
        self.begin(number)
        self.line(title, "heading")
        self.row(
            waist.Document(
                title=title,
                kind=kind,
                series=series,
                issuer=issuer,
                signed_date=day,
                issue=self.name,
                source=self.source,
            )
        )
        self.line(number, "table")

    def close(self, issuer: str, day: str) -> None:
        """The foot of a paper: who signs it, and when."""
        self.line(issuer, "table")
        self.line(printed_day(day), "table")

    def issue(self) -> Issue:
        """What was written."""
        return Issue(self.place, self.name, self.day, tuple(self.lines), tuple(self.statements))


def printed_day(day: str) -> str:
    """`2023-09-06` as papers print it.

    >>> printed_day("2023-09-06")
    '2023年9月6日'
    """
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"
