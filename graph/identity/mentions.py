"""Where statements name persons and bodies: the columns, one table at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.identity.papers import issuers_in
from graph.names.script import plain
from graph.names.titles import ends_in_position
from graph.statements import (
    Alias,
    Appointment,
    Discharge,
    Document,
    Duty,
    EmergencyPlan,
    Event,
    Group,
    Indicator,
    IssueFact,
    Lineage,
    Membership,
    Portfolio,
    PostSeen,
    StandIn,
    Statement,
    Task,
)

#: Actions that say that a person holds, or shall hold, the post.
HOLDS = (
    "任命",
    "当选",
    "决定任命",
    "批准任命",
    "代理",
    "提名",
    "拟任",
    "聘任",
    "任",
    "挂职",
    "兼任",
    "主持工作",
    "推举",
    "选举",
)
_NAME_LIKE = re.compile(r"[\u3400-\u9fff·•]{2,15}")
_BEHIND = re.compile(r"^(?P<title>(?![与和同])[\u3400-\u9fff]{2,12}?)(?=[与和、，,;；。]|互为|$)")
#: `A角 庭长甲`, `的B岗由副县长乙担任`: what leads to a title is no part of it.
_LED_BY = re.compile(r"^.*[AB][角岗](?:人员|责任人)?[:为是]?由?|^.*由")
_BEFORE = re.compile(r"[与。;:,]|同志[、和]?|(?<![\u3400-\u9fff])\d+[.、]")


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A person's name in a column (item `index` of a list), with the title printed beside it, if any.

    `holds` is False for a post that is taken from the person (免去), and for the title of one whose desk loses something
    (he may be leaving): it tells who is meant, not what he holds.
    """

    column: str
    index: int
    name: str
    title: str = ""
    holds: bool = True


def persons_in(statement: Statement) -> Iterator[PersonNamed]:
    """The persons a statement names, in the order of its columns."""
    match statement:
        case Portfolio():
            yield PersonNamed("person", 0, statement.person, statement.title)
            if _names_person(statement.via):
                yield PersonNamed("via", 0, statement.via)
            yield from _objects_of(statement)
        case Discharge():
            yield PersonNamed("person", 0, statement.person, statement.title, holds=False)
            yield from _objects_of(statement)
        case StandIn():
            one, other = statement.person_a, statement.person_b
            yield PersonNamed("person_a", 0, one, _title_beside(one, other, statement))
            yield PersonNamed("person_b", 0, other, _title_beside(other, one, statement))
        case Appointment():
            yield PersonNamed("person", 0, statement.person, statement.post, statement.action in HOLDS)
        case PostSeen():
            yield PersonNamed("person", 0, statement.person, statement.post.replace("|", ""))
        case Group() | Membership():
            yield from _persons_of_group(statement)
        case Task():
            named = enumerate(statement.leader)
            yield from (PersonNamed("leader", index, leader) for index, leader in named if _names_person(leader))
        case Event():
            yield from (_with_title("persons", index, item) for index, item in enumerate(statement.persons))
        case IssueFact() if statement.key.startswith("editor_"):
            yield _with_title("value", 0, statement.value)
        case _:
            return


def _objects_of(statement: Portfolio | Discharge) -> Iterator[PersonNamed]:
    """The person whom a desk has, or loses, as what it is in charge of."""
    if statement.object_kind == "person" and _names_person(statement.object):
        yield PersonNamed("object", 0, statement.object)


def _persons_of_group(statement: Group | Membership) -> Iterator[PersonNamed]:
    """Who has a seat in a group or directs its office, and who had the seat before."""
    if isinstance(statement, Group):
        if statement.office_director:
            yield PersonNamed("office_director", 0, statement.office_director)
        return
    if statement.person:
        yield PersonNamed("person", 0, statement.person, statement.title)
    if _names_person(statement.replaces):
        yield PersonNamed("replaces", 0, statement.replaces)


def _with_title(column: str, index: int, item: str) -> PersonNamed:
    """`丁一|县长`: a name and the title beside it in one item."""
    name, _, title = item.partition("|")
    return PersonNamed(column, index, name, title)


def bodies_in(statement: Statement) -> Iterator[str]:
    """The names of bodies in the columns of a statement (titles apart)."""
    match statement:
        case Document():
            yield from filter(None, (*issuers_in(statement.issuer), statement.interpreted_by))
        case Portfolio():
            if statement.object_kind == "org":
                yield statement.object
                yield from statement.aliases
        case Discharge():
            if statement.object_kind == "org":
                yield statement.object
        case Group():
            yield from filter(None, (statement.office_in, statement.sponsor))
        case Membership():
            if statement.org:
                yield statement.org
        case Alias():
            yield from (statement.name, statement.alias)
        case Lineage():
            yield from filter(None, (statement.from_, statement.to))
        case _:
            yield from _bodies_at_work(statement)


def _bodies_at_work(statement: Statement) -> Iterator[str]:
    """The bodies that are to do something, or did."""
    match statement:
        case Task():
            yield from (*statement.lead_orgs, *statement.responsible_orgs, *statement.cooperating_orgs)
        case EmergencyPlan():
            yield from statement.lead_orgs
        case Duty():
            yield statement.org
        case Indicator():
            yield from (*statement.responsible_orgs, *statement.orgs_reasoned)
        case Event():
            yield from statement.orgs
        case _:
            return


def titles_in(statement: Statement) -> Iterator[str]:
    """The printed titles in a statement, those of seats without a person included."""
    for named in persons_in(statement):
        if named.title:
            yield named.title
    if isinstance(statement, Membership) and statement.title and not statement.person:
        yield statement.title


def _names_person(text: str) -> bool:
    """Whether a cell that may hold a person or a post holds a name."""
    folded = plain(text)
    return _NAME_LIKE.fullmatch(folded) is not None and not ends_in_position(folded) and "领导" not in folded


def _title_beside(name: str, other: str, statement: Statement) -> str:
    """The title that the quoted words of a pair print beside a name: `王志(提名副区长)`, `杜娟副区长`, `镇长舒朗同志`.

    In a row of a table each title stands on the same side of its name, that on which the first one's stands.
    """
    if "\t" in statement.source.quote:
        return _title_in_row(name, other, statement)
    quote, name, other = (plain(words) for words in (statement.source.quote, name, other))
    start = quote.find(name)
    if start < 0 or not name:
        return ""
    behind = quote[start + len(name) :].removeprefix("同志")
    bracket = re.match(r"\(([^()]{2,30})\)", behind)
    if bracket is not None:
        return bracket[1] if ends_in_position(bracket[1]) else ""
    match = _BEHIND.match(behind)
    if match is not None and ends_in_position(match["title"]):
        return match["title"]
    before = _BEFORE.split(quote[:start])[-1]
    if other:
        before = before.rpartition(other)[2].lstrip("、")
    before = _LED_BY.sub("", before)
    return before if 2 <= len(before) <= 40 and ends_in_position(before) else ""


def _title_in_row(name: str, other: str, statement: Statement) -> str:
    """The title in the cell beside the one that is a name, or with the name in its own; empty if no cell is the name."""
    cells = [plain(cell) for cell in statement.source.quote.split("\t")]
    names = [plain(words) for words in (name, other)]
    places = sorted(cells.index(one) for one in names if one in cells)
    if names[0] not in cells:
        whole = next((cell for cell in cells if cell.endswith(names[0]) or cell.startswith(names[0])), "")
        title = whole.removeprefix(names[0]) if whole.startswith(names[0]) else whole.removesuffix(names[0])
        title = title.removeprefix("同志").strip("()")
        return title if title and ends_in_position(title) else ""
    before = places[0] > 0 and ends_in_position(cells[places[0] - 1])
    place = cells.index(names[0]) + (-1 if before else 1)
    beside = cells[place] if 0 <= place < len(cells) else ""
    return beside if beside and ends_in_position(beside) else ""
