"""Yes or no, a person each: has 高明 charge of it, do 甲 and 乙 stand in for each other, does 甲 sit in the group.

Of whom the papers say nothing, it is told so; beside a no stand those whom the papers name instead.
"""

from __future__ import annotations

from dataclasses import replace

from core.errors import NotFoundError
from queries.answers.asked import Asked
from queries.answers.bodies import oversight
from queries.answers.groups import roster
from queries.answers.leaders import stand_in
from queries.answers.model import Evidence, Fact, Reach, Thing, Verdict, Verdicts
from queries.answers.resolve import AmbiguousError
from queries.answers.rows import held, text
from queries.answers.subjects import subject
from queries.answers.words import evidence
from queries.library import Library

_GROUPS = "organisations/groups"
#: Roles that most of a roster have, in all words for them; without one the question is for any seat.
_MEMBERS = ("", "成员", "成员单位", "组员")


def verdicts(library: Library, asked: Asked) -> Verdicts:
    """Whether what is asked holds of each of the people. Raises `InputError` for a day that is none."""
    if asked.subject.label == "Group":
        return _members(library, asked)
    if asked.subject.label == "Person":
        return _pair(library, asked)
    return _charges(library, asked)


def of_people(library: Library, asked: Asked) -> bool:
    """Whether it is asked of people: 东胜区分管教育 says a place, and asks who."""
    return not any(library.index.exactly([said], kinds=("Jurisdiction",)) for said in asked.intent.people)


def _charges(library: Library, asked: Asked) -> Verdicts:
    found = oversight(library, asked.subject, asked.on)
    facts = [
        Fact(each.person, each.relation or each.edge.zh, each.relation or each.edge.en, each.held)
        for each in found.charges
    ]
    about = (f"谁分管{asked.subject.name}", f"Who oversees {asked.subject.name}")
    return _told(library, asked, about, facts, found.evidence, found.reach, found.queries)


def _pair(library: Library, asked: Asked) -> Verdicts:
    """Both ways: a paper may print the pair on either desk."""
    whose, said = asked.subject, asked.intent.people[0]
    found = stand_in(library, whose, asked.on)
    facts = [Fact(each.person, *_acts(whose, each.rank), each.held) for each in found.stand_ins]
    words, reaches = found.evidence, found.reach
    known, _ = _meant(library, asked, said)
    for identifier, name in known.items():
        one = Thing(identifier, "Person", name)
        other = stand_in(library, one, asked.on)
        words = tuple({each.id: each for each in (*words, *other.evidence)}.values())
        reaches = reaches or other.reach
        for each in other.stand_ins:
            back = each.person.id == whose.id
            zh, en = (f"其{each.rank or 'AB'}角为{whose.name}", f"has {whose.name} as stand-in ({each.rank or 'AB'})")
            facts.append(Fact(one, zh, en, each.held) if back else Fact(each.person, *_acts(one, each.rank), each.held))
    about = (f"{said}、{whose.name}是不是AB角", f"Do {said} and {whose.name} stand in for each other")
    return _told(library, asked, about, facts, words, reaches, found.queries)


def _acts(of: Thing, rank: str) -> tuple[str, str]:
    return f"{of.name}的{rank or 'AB'}角", f"stands in for {of.name} ({rank or 'AB'})"


def _members(library: Library, asked: Asked) -> Verdicts:
    """By the roster of the day, or of a role in it; a body sits where a seat is its own or that of a post in it."""
    role = asked.intent.role
    found = roster(library, asked.subject, asked.on, role="" if role in _MEMBERS else role)
    facts = [Fact(each.holder, each.role, each.role, each.held) for each in found.seats if each.holder is not None]
    for said in asked.intent.people:
        known, _ = _meant(library, asked, said)
        for identifier in known:
            hit = library.index.get(identifier)
            if hit is not None and hit.kind == "Organisation":
                rows = library.rows(_GROUPS, organisation=identifier, on=asked.on)
                facts += [
                    Fact(Thing(hit.id, hit.kind, hit.name), text(row, "role"), text(row, "role"), held(row))
                    for row in rows
                    if row["group_id"] == asked.subject.id
                ]
    words = evidence(library, dict.fromkeys(one for each in facts for one in each.held.rests_on))
    about = (f"{asked.subject.name}{role or '的席位'}", f"Seats of {asked.subject.name}{role and f' ({role})'}")
    shown = _told(library, asked, about, facts, words, found.reach, (*found.queries, _GROUPS))
    return _without_others(shown) if role in _MEMBERS else shown


def _told(
    library: Library,
    asked: Asked,
    about: tuple[str, str],
    facts: list[Fact],
    words: tuple[Evidence, ...],
    reach: tuple[Reach, ...],
    queries: tuple[str, ...],
) -> Verdicts:
    judged = []
    named: set[str] = set()
    for said in asked.intent.people:
        known, several = _meant(library, asked, said)
        own = tuple(each for each in facts if each.who.id in known)
        named |= {each.who.id for each in own}
        judged.append(Verdict(said, bool(own), bool(known), several, own, _is_sure(own)))
    others = tuple(each for each in facts if each.who.id not in named)
    return Verdicts(
        queries=queries, subject=asked.subject, on=asked.on, evidence=words, reach=reach, about=about,
        looked_at=len(facts), verdicts=tuple(judged), others=others,
    )  # fmt: skip


def _is_sure(facts: tuple[Fact, ...]) -> bool:
    return any(each.held.status.code != "possible" for each in facts)


def _without_others(found: Verdicts) -> Verdicts:
    """A whole roster is no answer to whether one sits in it: only what is told of those asked for stays."""
    cited = {one for each in found.verdicts for fact in each.facts for one in fact.held.rests_on}
    return replace(found, others=(), evidence=tuple(each for each in found.evidence if each.id in cited))


def _meant(library: Library, asked: Asked, said: str) -> tuple[dict[str, str], bool]:
    """The people (or bodies) that a name may mean, by id, and whether they are several."""
    labels = ("Person", "Organisation") if asked.subject.label == "Group" else ("Person",)
    try:
        thing = subject(library, said, labels, on=asked.on, jurisdiction=asked.jurisdiction)
    except AmbiguousError as error:
        return {hit.id: hit.name for hit in error.candidates}, True
    except NotFoundError:
        return {}, False
    return {thing.id: thing.name}, False
