"""What identity needs to know of each paper: its day, its place, the body that speaks in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.days import is_prefix
from graph.ids import fold
from graph.names.bodies import kind_of, localise
from graph.names.places import Place, place_for, place_of
from graph.names.titles import Setting
from graph.statements import Appointment, Document, Event, Group, IssueFact, Statement

#: The place and the `doc_id` of a paper, as a statement's source names it.
PaperKey = tuple[str, str]
_OF_TOWN = re.compile(r"(?<=[镇乡])(?:人民政府|委员会|党委)$|(?<=苏木)(?:人民政府|党委)$|(?<=街道)(?:办事处|党工委)$")


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a set of statements: day and setting by (jurisdiction, doc_id), place by jurisdiction.

    `founders`: the one body below the government that issues a paper; empty if it is the government's, or of several.
    """

    days: dict[PaperKey, str]
    settings: dict[PaperKey, Setting]
    founders: dict[PaperKey, str]
    places: dict[str, Place]

    def setting(self, statement: Statement) -> Setting:
        """Whose paper a statement stands in."""
        return self.settings[key_of(statement)]

    def day(self, statement: Statement) -> str:
        """The day a statement speaks of: an event's own, else its paper's (a prefix, or empty)."""
        if isinstance(statement, Event) and is_prefix(statement.date_from):
            return statement.date_from
        if isinstance(statement, Appointment) and statement.date:
            return statement.date
        return self.days[key_of(statement)]


def key_of(statement: Statement) -> PaperKey:
    """The paper a statement stands in."""
    return statement.source.jurisdiction, statement.source.doc_id


def papers_of(statements: Sequence[Statement]) -> Papers:
    """Day and setting of every paper. Order-free: of several rows of one document the smallest counts."""
    documents: dict[PaperKey, tuple[str, str]] = {}
    published: dict[PaperKey, str] = {}
    stated: dict[PaperKey, str] = {}
    issuers: dict[str, list[str]] = defaultdict(list)
    titles: dict[str, list[str]] = defaultdict(list)
    keys: set[PaperKey] = set()
    for statement in statements:
        key = key_of(statement)
        keys.add(key)
        if isinstance(statement, Document):
            row = (statement.issuer, statement.signed_date or statement.printed_date or statement.effective_date)
            documents[key] = min(documents.get(key, row), row)
            titles[key[0]].append(statement.title)
        elif isinstance(statement, IssueFact) and statement.key in (
            "publication_date",
            "publisher_on_masthead",
            "name",
        ):
            if statement.key == "publication_date":
                published[key] = min(published.get(key, statement.value), statement.value)
            else:
                issuers[key[0]].append(statement.value)
        elif isinstance(statement, Group) and statement.date:
            stated[key] = min(stated.get(key, statement.date), statement.date)
    for (jurisdiction, _), (issuer, _) in documents.items():
        issuers[jurisdiction].append(issuer)
    for jurisdiction in {key[0] for key in keys}:
        # A plan without an issuer says in its title whose it is.
        if not any(place_of(issuer).id for issuer in issuers[jurisdiction]):
            issuers[jurisdiction].extend(titles[jurisdiction])
    places = {jurisdiction: place_for(jurisdiction, issuers[jurisdiction]) for jurisdiction in {key[0] for key in keys}}
    days = {key: documents.get(key, ("", ""))[1] or published.get(key, "") or stated.get(key, "") for key in keys}
    settings = {key: _setting(documents.get(key, ("", ""))[0], places[key[0]]) for key in keys}
    founders = {key: _founder(documents.get(key, ("", ""))[0], places[key[0]]) for key in keys}
    return Papers(days, settings, founders, places)


def all_places(places: Iterable[Place]) -> dict[str, Place]:
    """The places and all above them, by id."""
    return {known.id: known for place in places for known in place.chain if known.id}


def issuers_in(printed: str) -> list[str]:
    """The bodies in an issuer's line: 中共石桥镇委员会 石桥镇人民政府 are two, with or without the space."""
    return [
        part
        for piece in re.split(r"[;、\s]", printed)
        for part in re.split(r"(?<=委员会)(?=[\u3400-\u9fff]+人民政府)|(?<=办公室)(?=[\u3400-\u9fff]+人民政府)", piece)
        if part
    ]


def town_alone(name: str) -> str:
    """A town by its own name, whichever of its bodies is named: 石桥镇人民政府 and 石桥镇党委 are 石桥镇's."""
    return _OF_TOWN.sub("", name)


def _founder(issuer: str, place: Place) -> str:
    """The one body below the government that an issuer's line names; a town's two (党委 and 人民政府) are one."""
    named = {town_alone(_setting(body, place).body) for body in issuers_in(issuer)}
    if len(named) != 1:
        return ""
    (name,) = named
    of_place = (f"{place.word}{head}" for head in ("人民政府", "委", "党委"))
    return "" if name in of_place or not place.word else name


def _setting(issuer: str, place: Place) -> Setting:
    """Whose paper it is. An office speaks for its government, a party committee's for the committee."""
    government = f"{place.word}人民政府" if place.word else ""
    bodies = issuers_in(issuer)
    if not bodies:
        return Setting(place, government)
    last = fold(bodies[-1])
    words = localise(last, place)
    name = re.sub(r"(?:(?<=人民政府)|(?<=国务院))(?:办公室|办公厅)$|(?<=[区县市旗州盟省]委)办公室$", "", words.name)
    kind, _ = kind_of(name, words.place.word)
    if words.place.id != place.id or kind == "coordinating" or re.search(r"党政(?:综合)?办公室$", name):
        return Setting(place, government)
    if place.level == "town":
        return Setting(place, government)
    if name in (f"{place.word}委", f"{place.word}党委"):
        return Setting(place, name)
    # The party committee of a school or bureau speaks for the unit.
    unit = re.sub(r"(?:党委|党组|党总支|党支部)$", "", name)
    return Setting(place, unit, not unit.endswith(("人民政府", "国务院")))
