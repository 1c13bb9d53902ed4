"""What an answer holds: the facts of a day, the printed words they rest on, and how far the papers reach.

Frozen records of plain values: equal graphs give byte-equal JSON. Codes keep their Chinese and English
captions beside them, so that whoever shows an answer needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

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

    @classmethod
    def edge(cls, edge_type: str) -> Coded:
        """The captions of an edge type."""
        names = ontology()
        return cls(edge_type, names.caption(edge_type), names.caption(edge_type, language="en"))


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
    jurisdiction: str = ""
    file: str = ""
    page: int = 0
    line_start: int = 0
    line_end: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""
    rule: str = ""
    confidence: float = 1.0
    table: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the papers of a place and series (东政办发) reach.

    `date` and `number` are those of the latest paper seen; `unseen` counts the numbers between the paper the answer
    relies on and that one which were not seen.
    """

    jurisdiction: str
    series: str
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

    @property
    def rests_on(self) -> tuple[str, ...]:
        """All its evidence: what says it, what made it so, what ended it."""
        return tuple(dict.fromkeys((*self.evidence, *self.because_of, *self.ended_by)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What every answer has: the canned queries it was put together from, its subject, the day, words and reach.

    `year_taken` is the year that a month or day without one was taken to be of, since no paper is of a later; 0 if none was.
    """

    queries: tuple[str, ...]
    subject: Thing
    on: str
    evidence: tuple[Evidence, ...]
    reach: tuple[Reach, ...]
    year_taken: int = 0


# --- tasks ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Named:
    """A leader whom the paper prints beside a task."""

    person: Thing
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A body with a part in a task. `word` is the printed role word, `heads` who is in the body's sole posts."""

    organisation: Thing
    part: Coded  # LEADS, CARRIES_OUT, SUPPORTS
    word: str
    heads: tuple[Holder, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post on the day."""

    person: Thing
    post: Thing
    position: str
    capacity: Coded
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Who answers for a task, by which verdict. `who` is a body where no person can be named.

    `through` is the body by which the charge runs; `capacities` are the posts held otherwise than plainly (提名, 代理,
    挂职 …); `amended_by` stays empty as long as no paper amends the plan,
    whatever the verdict.
    """

    verdict: Coded
    who: Thing
    answers_as: str  # in_charge, named, unit
    since_at_latest: str
    through: str
    amended_by: str
    explanation: str
    why_not: tuple[str, ...]
    capacities: tuple[Holder, ...]
    stand_ins: tuple[Deputy, ...]
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Answer):
    """Who answers for a task on a day. What the paper says (`named`) and who answers that day are both shown.

    `answers` holds the surest first; more than one where the papers leave the day of a change open; none on a day
    before the plan or after it.
    """

    number: str
    section: str
    deadline: str
    plan: Thing | None
    document: Thing | None
    document_number: str
    named: tuple[Named, ...]
    answers: tuple[Answering, ...]
    units: tuple[Unit, ...]
    valid_from: str
    valid_to: str


# --- leaders ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deputy:
    """Who acts for somebody in absence, and how (B before C)."""

    person: Thing
    rank: str
    scope: str
    exclusion: str
    condition: str
    fallback: str
    held: Held


@dataclass(frozen=True, slots=True)
class Charge:
    """A body or a matter on a leader's desk; `relation` is the printed verb."""

    person: Thing
    edge: Coded  # HEADS, IN_CHARGE_OF, SHARES_CHARGE_OF, LIAISES_WITH, RESPONSIBLE_FOR, ASSISTS
    object: Thing
    relation: str
    capacity: Coded
    scope: str
    via: str
    held: Held
    stand_ins: tuple[Deputy, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupSeat:
    """A seat of one person in one group."""

    group: Thing
    role: str
    title: str
    state: Coded
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio(Answer):
    """What is on a leader's desk: posts, charges, groups, and who acts in absence."""

    posts: tuple[Holder, ...]
    charges: tuple[Charge, ...]
    groups: tuple[GroupSeat, ...]
    stand_ins: tuple[Deputy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns(Answer):
    """Who acts for a person in absence. Empty if no paper pairs the person on that day."""

    stand_ins: tuple[Deputy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts(Answer):
    """Which posts a person holds on the day."""

    posts: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders(Answer):
    """Who holds a post, or the sole posts of a body, on the day: all who are not excluded."""

    holders: tuple[Holder, ...]


# --- groups -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One seat on the day. `printed_for` are those a paper printed for it, if another fills it now.

    `clause` are the clauses of its list (ids of evidence); whom they except stands in their words.
    """

    seat: str
    role: str
    order: int
    kind: str
    title: str
    holder: Thing | None
    printed_for: tuple[Thing, ...]
    state: Coded
    explanation: str
    clause: tuple[str, ...]
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster(Answer):
    """Who sits in a group on the day, and why. `ended` is the day from which the group is no more, if it is by then."""

    founded: str
    ended: str
    parent: Thing | None
    subgroups: tuple[Thing, ...]
    office_in: tuple[Thing, ...]
    other_names: tuple[str, ...]
    clauses: tuple[str, ...]  # ids of evidence
    seats: tuple[SeatLine, ...]


# --- bodies and matters -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Successor:
    """What a body had become by the day: `how` is the word of the papers (更名, 合并 …), `since` the day of it."""

    body: Thing
    how: str
    since: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """Who had a body on the desk until a paper took it off (不再分管): the verb that ended, and the day since when."""

    person: Thing
    relation: str
    since: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight(Answer):
    """Which leaders have a body or a matter on their desks on the day.

    Of a body nobody has: what it had become by then, and from whom a paper took it last.
    """

    charges: tuple[Charge, ...]
    became: tuple[Successor, ...] = ()
    formers: tuple[Former, ...] = ()


# --- yes or no --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fact:
    """Who has what is asked about: the word for it (the printed verb, the role) in both languages, and its days."""

    who: Thing
    zh: str
    en: str
    held: Held


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether it holds of somebody, as named in the question; `known`: the papers have the name, `several`: more than one bears it.

    `sure`: no paper excludes it and one tells of it; else a yes is only possible.
    """

    said: str
    yes: bool
    known: bool
    several: bool
    facts: tuple[Fact, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts(Answer):
    """Yes or no of each who was asked for, and of whom else it holds.

    `about` says what was asked, in both languages, `looked_at` among how many charges, stand-ins or seats of the day it was looked for.
    """

    about: tuple[str, str]
    looked_at: int
    verdicts: tuple[Verdict, ...]
    others: tuple[Fact, ...]


# --- words ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Answer):
    """One piece of evidence, in full."""
