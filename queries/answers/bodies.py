"""Which leaders have a body or a matter on their desks."""

from __future__ import annotations

from queries.answers.leaders import charge
from queries.answers.model import Former, Oversight, Successor, Thing
from queries.answers.rows import deputy, evidence_in, maps, named, sureness, text, texts
from queries.answers.words import evidence, reach
from queries.library import Library

#: Who heads it, who is in charge, who shares, who liaises.
_EDGES = ("HEADS", "IN_CHARGE_OF", "RESPONSIBLE_FOR", "SHARES_CHARGE_OF", "LIAISES_WITH")
_LINEAGE = "organisations/lineage"
_HISTORY = "organisations/oversight-history"
#: Who has one of these is in charge; nobody is if all that is left is help or contact.
_IN_CHARGE = frozenset({"HEADS", "IN_CHARGE_OF"})
#: Changes by which a body gives a part away and lives on.
_LIVES_ON = ("分设", "划转")
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
    orphaned = what.label == "Organisation" and not any(each.edge.code in _IN_CHARGE for each in charges)
    became = successors(library, what, on) if orphaned and not charges else ()
    before = formers(library, what, on) if orphaned else ()
    facts = [fact for each in charges for fact in (each.held, *(one.held for one in each.stand_ins))]
    cited = [*(each.evidence for each in became), *(each.evidence for each in before)]
    told = dict.fromkeys([*evidence_in(facts), *(one for each in cited for one in each)])
    words = evidence(library, list(told))
    return Oversight(
        queries=(query, *((_LINEAGE,) if became else ()), *((_HISTORY,) if before else ())),
        subject=what,
        on=on,
        evidence=words,
        reach=reach(library, words),
        charges=charges,
        became=became,
        formers=before,
    )


def formers(library: Library, body: Thing, on: str) -> tuple[Former, ...]:
    """Who lost a body last by a day, if a paper says that it takes it off the desk; nothing for any other end."""
    rows = [
        row for row in library.rows(_HISTORY, organisation=body.id)
        if text(row, "edge") in _IN_CHARGE and texts(row, "ended_by") and "" < text(row, "possible_to") <= on
    ]  # fmt: skip
    last = max((text(row, "possible_to") for row in rows), default="")
    ends = [row for row in rows if text(row, "possible_to") == last]
    said = {each.id for each in evidence(library, [one for row in ends for one in texts(row, "ended_by")])
            if each.table == "discharges"}  # fmt: skip
    return tuple(
        Former(Thing(text(row, "person_id"), "Person", text(row, "person")), text(row, "relation"), last, words)
        for row in ends
        if (words := tuple(one for one in texts(row, "ended_by") if one in said))
    )


def successors(library: Library, body: Thing, on: str) -> tuple[Successor, ...]:
    """What a body was renamed to or merged into by a day; nothing for one that only gave away a part."""
    return tuple(
        Successor(
            Thing(text(row, "other_id"), text(row, "other_kind"), text(row, "other")),
            text(row, "detail"),
            text(row, "valid_from"),
            texts(row, "evidence"),
        )
        for row in library.rows(_LINEAGE, organisation=body.id)
        if row["relation"] == "BECAME" and text(row, "detail") not in _LIVES_ON and "" < text(row, "valid_from") <= on
    )
