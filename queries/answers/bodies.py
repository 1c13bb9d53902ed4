"""Which leaders have a body or a matter on their desks."""

from __future__ import annotations

from queries.answers.leaders import charge
from queries.answers.model import Oversight, Thing
from queries.answers.rows import deputy, evidence_in, maps, named, sureness, text
from queries.answers.words import evidence, reach
from queries.library import Library

#: Who heads it, who is in charge, who shares, who liaises.
_EDGES = ("HEADS", "IN_CHARGE_OF", "RESPONSIBLE_FOR", "SHARES_CHARGE_OF", "LIAISES_WITH")
_QUERIES = {"Organisation": ("organisations/oversight", "organisation"), "Matter": ("matters/oversight", "matter")}


def oversight(library: Library, what: Thing, on: str) -> Oversight:
    """Who heads, is in charge of, assists with and liaises with a body or a matter on a day, and who stands in."""
    query, parameter = _QUERIES[what.label]
    rows = library.rows(query, on=on, **{parameter: what.id})
    found = []
    for row in rows:
        person = Thing(text(row, "person_id"), "Person", text(row, "person"))
        deputies = tuple(deputy(each, named(each, "Person")) for each in maps(row, "stand_ins"))
        found.append(charge(row, person, what, deputies))
    charges = tuple(
        sorted(
            found,
            key=lambda each: (
                _EDGES.index(each.edge.code),
                each.capacity.code == "assisting",
                sureness(each.held),
                each.person.name,
                each.held.evidence,
            ),
        )
    )
    facts = [fact for each in charges for fact in (each.held, *(one.held for one in each.stand_ins))]
    words = evidence(library, evidence_in(facts))
    return Oversight(
        queries=(query,), subject=what, on=on, evidence=words, reach=reach(library, words), charges=charges
    )
