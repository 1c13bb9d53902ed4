"""What an analysis answers with: a table with captioned columns, what it counts, and what it does not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.settings import Language
from queries.answers.model import Answer, Coded, Thing
from queries.library import Library

#: The picture that shows an analysis best.
Picture = Literal["bars", "network", "treemap", "heat", "spans"]
#: A cell: things with their pages, a code with its captions, a number, or a text.
Cell: TypeAlias = str | int | float | Coded | tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What a person reads, in both languages."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """One of the two."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `drawn` ones are what the picture shows of a line, each counted with its `weight`."""

    name: str
    zh: str
    en: str
    drawn: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a cell a column, and the ids of the evidence it rests on."""

    cells: tuple[Cell, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation a network picture draws; `word` is printed on it."""

    start: Thing
    end: Thing
    edge: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Something a picture over time draws: a post of a person in a place; `last` empty: no end seen."""

    name: str
    place: str
    post: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Takes:
    """Something an analysis must be told: things of these labels by name or id, or (no labels) plain words."""

    name: str
    text: Text
    labels: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True, slots=True)
class About:
    """What an analysis is: its name, its question, what it counts (`counts`) and what it does not say (`silent`).

    `compares` says that it can set the day beside another one; `by_place` that it can be kept to one place.
    """

    name: str
    title: Text
    question: Text
    counts: Text
    silent: Text
    picture: Picture
    takes: tuple[Takes, ...] = ()
    compares: bool = False
    by_place: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an analysis: a day, perhaps another to compare with, a place, things or words, at most `limit` lines."""

    on: str
    against: str = ""
    jurisdiction: str = ""
    what: tuple[str, ...] = ()
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Answer):
    """An analysis of a day. `left_out` lines did not fit; `truncated`: the graph holds more facts than were read."""

    about: About
    against: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    links: tuple[Link, ...]
    spans: tuple[Span, ...]
    notes: tuple[Text, ...]
    left_out: int
    truncated: bool


@dataclass(frozen=True, slots=True)
class Way:
    """An analysis of the list: what it is, and how it is made."""

    about: About
    run: Callable[[Library, Asked], Analysis]
