"""What an answer holds: the facts of a day, the printed words they rest on, and how far the papers reach.

Frozen records of plain values: equal graphs give byte-equal JSON (`as_json`). Codes keep their Chinese and English
captions beside them, so that whoever shows an answer needs nothing else.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from graph.ontology import ontology


@dataclass(frozen=True, slots=True)
class Coded:
    """A stable code with its captions; printed words stand in all three places."""

    code: str
    zh: str
    en: str

    @classmethod
    def of(cls, property_name: str, code: str) -> Coded:
        """The captions of a code from the ontology."""
        names = ontology()
        return cls(
            code,
            names.value_caption(property_name, code),
            names.value_caption(property_name, code, language="en"),
        )


@dataclass(frozen=True, slots=True)
class Thing:
    """A node an answer speaks of. `label` is its label in the ontology."""

    id: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Printed words: the quote, its paper and its place. `quote` of a table row is the row itself (`cell` says where)."""

    id: str
    quote: str
    document: str = ""  # id
    number: str = ""
    title: str = ""
    date: str = ""
    file: str = ""
    page: int = 0
    line_start: int = 0
    line_end: int = 0
    cell: str = ""
    rule: str = ""
    confidence: float = 1.0
    table: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the papers reach: the latest paper of a place and kind, and how many numbers since then were not seen."""

    jurisdiction: str
    kind: str
    date: str
    number: str
    unseen: int


@dataclass(frozen=True, slots=True)
class Held:
    """The days of a fact, how sure it is on the day asked for, and what it rests on (ids of evidence)."""

    status: Coded
    basis: Coded
    valid_from: str = ""
    valid_to: str = ""
    possible_from: str = ""
    possible_to: str = ""
    evidence: tuple[str, ...] = ()
    because_of: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What every answer has: the canned queries it was put together from, its subject, the day, words and reach."""

    queries: tuple[str, ...]
    subject: Thing
    on: str
    evidence: tuple[Evidence, ...]
    reach: tuple[Reach, ...]


def as_json(answer: Answer) -> str:
    """The answer as JSON text, keys in the order of the fields."""
    return json.dumps(asdict(answer), ensure_ascii=False, indent=2)
