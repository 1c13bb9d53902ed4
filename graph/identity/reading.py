"""Names and titles of a set of papers read together: one lexicon over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity.mentions import bodies_in, titles_in
from graph.identity.papers import Papers, all_places, papers_of
from graph.names.bodies import Body, is_collective
from graph.names.lexicon import Lexicon
from graph.names.places import Place
from graph.names.titles import Setting, is_sole, named_body, read_title
from graph.statements import Alias, Portfolio, Statement


@dataclass(frozen=True, slots=True)
class Corpus:
    """The papers, the places they speak of and the lexicon of the bodies they name.

    `reach`: by place, the places of the bodies that its papers name. Papers of places that reach no common place have
    nothing to tell one another: who is who among them is found apart.
    """

    papers: Papers
    places: dict[str, Place]
    lexicon: Lexicon
    reach: dict[str, set[str]]


def read_corpus(statements: Sequence[Statement]) -> Corpus:
    """Collect all names of bodies and all titles, and learn what is short for what. Order-free."""
    papers = papers_of(statements)
    named: set[tuple[str, Setting]] = set()
    titles: set[tuple[str, Setting]] = set()
    for statement in statements:
        setting = papers.setting(statement)
        named.update((name, setting) for name in bodies_in(statement))
        titles.update((title, setting) for title in titles_in(statement))
    read = [(named_body(name, setting), setting) for name, setting in named if not is_collective(name)]
    readings = []
    for title, setting in titles:
        for reading in read_title(title, setting):
            readings.append(reading)
            if reading.words is not None:
                read.append((reading.words, setting))
    words = [found for found, _ in read]
    reach: dict[str, set[str]] = defaultdict(set)
    for found, setting in read:
        reach[setting.place.id].add(found.place.id)
    places = all_places([*papers.places.values(), *(found.place for found in words)])
    headed = {
        reading.words.body
        for reading in readings
        if reading.words is not None and not reading.is_rank and is_sole(reading.position, reading.words.name)
    }
    lexicon = Lexicon((found.body for found in words), places)
    lexicon.call(_aliases(statements, papers, {lexicon.full(body) for body in headed}, lexicon))
    return Corpus(papers, places, lexicon, reach)


def _aliases(statements: Sequence[Statement], papers: Papers, headed: set[Body], lexicon: Lexicon) -> dict[Body, Body]:
    """Second names that papers print: `区农牧局(区乡村振兴局)`, `以下简称`.

    A name in brackets that has a head of its own is a subordinate body, no second name. A name that two bodies are
    called by is dropped: it tells nothing.
    """
    found: dict[Body, set[Body]] = defaultdict(set)
    for statement in statements:
        pairs: list[tuple[str, str]] = []
        if isinstance(statement, Portfolio) and statement.object_kind == "org":
            pairs = [(alias, statement.object) for alias in statement.aliases]
        elif isinstance(statement, Alias) and statement.kind != "former":
            pairs = [(statement.alias, statement.name)]
        setting = papers.setting(statement)
        for alias, name in pairs:
            second, first = named_body(alias, setting).body, lexicon.full(named_body(name, setting).body)
            bracketed = not isinstance(statement, Alias) or statement.kind == "nameplate"
            if lexicon.full(second) != first and not (bracketed and lexicon.full(second) in headed):
                found[second].add(first)
    single = {alias: next(iter(names)) for alias, names in found.items() if len(names) == 1}
    return {alias: name for alias, name in single.items() if name not in single}
