"""Division notices as the timeline reads them: what each puts on whose desk and what it takes off one, resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph import statements as waist
from graph.entities import Identity
from graph.timeline.facts import Assist, Charge, ChargeKind, Crowd, crowd_id, matter_id
from graph.timeline.papers import Paper, Papers, Row
from graph.timeline.teams import is_head_post, team_of

_KINDS: dict[str, ChargeKind] = {
    "主持": "heads", "领导": "heads", "分管": "in_charge", "主管": "in_charge", "负责": "in_charge",
    "代管": "in_charge", "协管": "shares", "协助": "shares", "协助分管": "shares", "协助负责": "shares", "联系": "liaises",
}  # fmt: skip
#: Kinds that papers do not tell apart when they say what ends: who 主持, 分管 or 负责 is in charge.
_IN_CHARGE: frozenset[ChargeKind] = frozenset({"heads", "in_charge", "responsible"})
_ANY_KIND: frozenset[ChargeKind] = frozenset({*_IN_CHARGE, "shares", "liaises"})
_WHOLE_WORK = ("全面工作", "全盘工作")
#: `增加分管X`, `除原分工外，分管X`: a patch that replaces nothing.
_ADDS = re.compile(r"\s*(?:增加|新增|除原|在原)")


@dataclass(frozen=True, slots=True)
class Desk:
    """One row of a notice, resolved; `assists` if its object is a person."""

    person: str
    relation: str
    kind: ChargeKind
    organisation: str
    matter: str
    assisted: str
    assisted_post: str
    words: str
    scope: str
    via: str
    via_person: str
    via_head: bool
    collective: bool
    order: int
    evidence: str
    adds: bool  # its words say that it comes on top of what the person has


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a notice takes off a person's desk, resolved; `kinds` are those of charges that end."""

    person: str
    kinds: frozenset[ChargeKind]
    organisation: str
    matter: str
    assisted: str
    assisted_post: str
    evidence: str

    def ends(self, fact: Charge | Assist, bodies: frozenset[str]) -> bool:
        """Whether it ends a charge; `bodies` are its own and those that became it."""
        if fact.person != self.person:
            return False
        if isinstance(fact, Assist):
            helped = (fact.assisted, fact.post) == (self.assisted, self.assisted_post) != ("", "")
            return helped and "shares" in self.kinds
        same = fact.organisation in bodies if self.organisation else fact.matter == self.matter != ""
        return same and fact.kind in self.kinds


@dataclass(frozen=True, slots=True)
class Notice:
    """One paper's rows on one team's desks: what it gives, and what it takes away (`losses`)."""

    paper: Paper
    team: str
    desks: tuple[Desk, ...]
    losses: tuple[Loss, ...]
    heads: tuple[str, ...]
    persons: frozenset[str]
    crowds: tuple[Crowd, ...]

    @property
    def leaders(self) -> frozenset[str]:
        """Those who have units or matters of their own."""
        return frozenset(desk.person for desk in self.desks if desk.kind in ("heads", "in_charge", "responsible"))

    @property
    def head_objects(self) -> frozenset[str]:
        """The head's own list, of which deputies are only assistants."""
        return frozenset(
            desk.organisation or desk.matter for desk in self.desks if desk.person in self.heads and not desk.via
        )

    @property
    def changed(self) -> frozenset[str]:
        """Those whose desks it words as a change: who loses something, and who is given what another loses."""
        lost = {(loss.person, loss.organisation or loss.matter or loss.assisted) for loss in self.losses}
        objects = {what for _, what in lost}
        given = {(desk.person, desk.organisation or desk.matter or desk.assisted) for desk in self.desks}
        return frozenset(person for person, what in given if what in objects) | {person for person, _ in lost}

    @property
    def evidence(self) -> str:
        """The statement that stands for the paper where it ends something as a whole."""
        return self.desks[0].evidence if self.desks else self.losses[0].evidence


def notices(papers: Papers, identity: Identity) -> list[Notice]:
    """Every paper's rows of what is on a desk and what is taken off one, in the order in which the papers count."""
    given: dict[str, list[Row[waist.Portfolio]]] = defaultdict(list)
    taken: dict[str, list[Row[waist.Discharge]]] = defaultdict(list)
    for row in papers.rows(waist.Portfolio):
        given[row.paper.id].append(row)
    for loss in papers.rows(waist.Discharge):
        taken[loss.paper.id].append(loss)
    found = (_notice(given.get(paper, []), taken.get(paper, []), identity) for paper in {**given, **taken})
    return sorted((each for each in found if each.desks or each.losses), key=lambda each: each.paper.key)


def _notice(given: Sequence[Row[waist.Portfolio]], taken: Sequence[Row[waist.Discharge]], identity: Identity) -> Notice:
    first = next(iter([*given, *taken]))
    paper = first.paper
    team = team_of(paper, first.statement, identity)
    crowds: dict[str, Crowd] = {}
    desks = tuple(_desk(row, team, identity, crowds) for row in given)
    heads = tuple(dict.fromkeys(desk.person for desk in desks if desk.person and _is_head(desk, team)))
    persons = frozenset(desk.person for desk in desks if desk.person)
    named = tuple(desk for desk in desks if desk.person)
    losses = tuple(loss for loss in (_loss(row, team, identity) for row in taken) if loss.person)
    return Notice(paper, team, named, losses, heads, persons, tuple(crowds.values()))


@dataclass(frozen=True, slots=True)
class _Object:
    """What a row is about: a body, a matter, or a person or post assisted."""

    organisation: str = ""
    matter: str = ""
    assisted: str = ""
    assisted_post: str = ""


def _object(row: Row[waist.Portfolio | waist.Discharge], team: str, identity: Identity) -> _Object:
    printed, place = row.statement, row.paper.jurisdiction
    if printed.object_kind == "person":
        assisted = identity.person_named(printed.object, printed)
        parts = () if assisted else identity.title(printed.object, printed)
        return _Object(assisted=assisted, assisted_post=next((part.post for part in parts if part.post), ""))
    # Where no paper names the team's own body the place stands in for the team, and is no body that anybody heads.
    if team in identity.organisations and any(word in printed.object for word in _WHOLE_WORK):
        return _Object(organisation=team)
    if printed.object_kind == "org":
        return _Object(organisation=identity.organisation(printed.object, printed) or crowd_id(place, printed.object))
    return _Object(matter=matter_id(place, printed.object))


def _loss(row: Row[waist.Discharge], team: str, identity: Identity) -> Loss:
    printed, what = row.statement, _object(row, team, identity)
    kind = _KINDS.get(printed.relation, "in_charge")
    kinds = _IN_CHARGE if kind in _IN_CHARGE else frozenset({kind})
    return Loss(
        identity.person(printed), kinds if printed.relation else _ANY_KIND, what.organisation, what.matter,
        what.assisted, what.assisted_post, row.id,
    )  # fmt: skip


def _desk(row: Row[waist.Portfolio], team: str, identity: Identity, crowds: dict[str, Crowd]) -> Desk:
    printed, what = row.statement, _object(row, team, identity)
    collective = False
    if what.organisation and what.organisation != team:
        body = identity.organisations.get(what.organisation)
        collective = body is None or body.kind == "set"
        if body is None:
            crowds[what.organisation] = Crowd(
                id=what.organisation, name=printed.object, jurisdiction=row.paper.jurisdiction, evidence=(row.id,)
            )
    kind = _KINDS.get(printed.relation, "in_charge")
    if any(word in printed.object for word in _WHOLE_WORK):
        kind = "heads"
    elif what.matter and kind in ("in_charge", "heads"):
        kind = "responsible"
    via_person = identity.person_named(printed.via, printed) if printed.via else ""
    return Desk(
        identity.person(printed), printed.relation, kind, what.organisation, what.matter, what.assisted,
        what.assisted_post, printed.object, printed.scope, printed.via, via_person, not via_person and is_head_post(printed.via), collective, printed.order,
        row.id, _ADDS.match(printed.source.quote) is not None,
    )  # fmt: skip


def _is_head(desk: Desk, team: str) -> bool:
    """Who 主持 the team's own body, or its 全面工作."""
    if desk.kind != "heads" or desk.via:
        return False
    return desk.organisation == team or any(word in desk.words for word in _WHOLE_WORK)
