"""What one paper says of a group's seats: its rows resolved, its clause, whether its list is whole (DESIGN, section 5).

A seat hangs on the sole post its title gives, else on the person, the unit, or the words of a function.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import statements as waist
from graph.days import day_after, is_prefix
from graph.entities import Identity
from graph.ids import fold
from graph.names.script import plain
from graph.timeline.groups import ENDING
from graph.timeline.papers import Paper, Papers, Row
from graph.timeline.spans import When

OFFICE_DIRECTOR = "办公室主任"
#: Words of a seat by function: filled from the division of the day, never a name.
FUNCTION_WORDS = ("主要领导", "分管领导", "主要负责人", "主要负责同志", "分管负责人", "分管负责同志", "主管领导")
_CHAIRS = ("组长", "指挥长", "总指挥", "召集人", "主任", "主席", "会长", "专班班长")
_DEPUTY = "副"


SeatKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A succession clause of one paper."""

    applies_to: tuple[str, ...]
    except_: tuple[str, ...]
    mode: str
    evidence: str
    until: str = ""

    @property
    def lapses(self) -> str:
        """The first day on which it passes no seat on any more (`有效期至2025年12月`: 2026-01-01); empty if none is printed."""
        return day_after(self.until) if self.until and is_prefix(self.until) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a roster, resolved."""

    role: str
    person: str
    organisation: str
    title: str
    posts: tuple[str, ...]
    sole_post: str
    order: int
    evidence: str
    since: str = ""  # the day of its list, if the seat came from the group's former name
    name: str = ""  # the person's, as printed

    @property
    def function(self) -> bool:
        """A seat by function: words, no person, no unit."""
        return not self.person and not self.organisation and plain(self.title).endswith(FUNCTION_WORDS)

    @property
    def key(self) -> SeatKey:
        """What the seat hangs on, within its group."""
        if self.sole_post:
            return self.role, "post", self.sole_post
        if self.person:
            return self.role, "person", self.person
        if self.organisation:
            return self.role, "unit", self.organisation
        return self.role, "words", plain(self.title)


@dataclass(frozen=True, slots=True)
class Roster:
    """What one paper says of one group's seats."""

    paper: Paper
    when: When
    whole: bool
    listed: tuple[Place, ...]
    removed: tuple[Place, ...]
    replaced: tuple[tuple[Place, Place], ...]  # who goes, who comes
    clause: Clause | None
    evidence: str


def rosters(papers: Papers, identity: Identity) -> dict[str, list[Roster]]:
    """Every group's rosters, in the order in which their papers count."""
    members: dict[tuple[str, str], list[Row[waist.Membership]]] = defaultdict(list)
    for row in papers.rows(waist.Membership):
        members[identity.group(row.statement.group, row.statement), row.paper.id].append(row)
    acts: dict[tuple[str, str], list[Row[waist.Group]]] = defaultdict(list)
    for act in papers.rows(waist.Group):
        acts[identity.group(act.statement.group, act.statement), act.paper.id].append(act)
    clauses: dict[tuple[str, str], Row[waist.Succession]] = {}
    for clause in papers.rows(waist.Succession):
        clauses.setdefault((identity.group(clause.statement.group, clause.statement), clause.paper.id), clause)
    found: dict[str, list[Roster]] = defaultdict(list)
    for group, document in sorted({*members, *acts}):
        if group:
            key = (group, document)
            roster = _roster(members.get(key, []), acts.get(key, []), clauses.get(key), identity)
            if roster is not None:
                found[group].append(roster)
    for each in found.values():
        each.sort(key=lambda roster: (roster.when, roster.paper.key))
    return found


def is_leading_role(role: str) -> bool:
    """组长, 第一副组长, 总指挥 … as against members and the office."""
    return role != OFFICE_DIRECTOR and "办公室" not in role and role.endswith(_CHAIRS)


def is_chair(role: str) -> bool:
    """The group's first seat: 组长, not 副组长."""
    return is_leading_role(role) and _DEPUTY not in role


def applies(clause: Clause, place: Place, *, district_leader: bool) -> bool:
    """Whether the clause, as it is printed, covers a seat: whom, except whom."""
    for word in map(plain, clause.except_):
        if word.endswith("领导") and "小组" not in word:
            if district_leader:
                return False
        elif word in (place.role, plain(place.title)) or (is_leading_role(place.role) and word.endswith(_CHAIRS)):
            return False
    covered = "leaders" if is_leading_role(place.role) else "office" if "办公室" in place.role else "members"
    return covered in clause.applies_to


def _roster(
    members: Sequence[Row[waist.Membership]],
    acts: Sequence[Row[waist.Group]],
    clause: Row[waist.Succession] | None,
    identity: Identity,
) -> Roster | None:
    """One paper's roster of one group; None if it only says where the office is, or that the group ends."""
    act = acts[0] if acts else None
    first: Row[waist.Membership] | Row[waist.Group] | None = members[0] if members else act
    if first is None or (act is not None and act.statement.action in ENDING):
        return None
    ordered = sorted(members, key=lambda row: (row.statement.order, row.place, row.id))
    titles = {row.statement.person: row.statement.title for row in ordered if row.statement.title}
    listed, removed, replaced = [], [], []
    for row in ordered:
        place = _place(row, titles, identity)
        if row.statement.action == "removed":
            removed.append(place)
            continue
        listed.append(place)
        if row.statement.replaces:
            name = row.statement.replaces
            gone = identity.person_named(name, row.statement)
            replaced.append((replace(place, person=gone, name=fold(name), posts=()), place))
    director = _director(act, listed, titles, identity) if act else None
    if director is not None:
        listed.append(director)
    if not listed and not removed and clause is None:
        return None
    when = act.when if act is not None and act.when.is_dated else first.when
    return Roster(
        first.paper, when, _is_whole(act, ordered), tuple(listed), tuple(removed), tuple(replaced), _clause(clause),
        act.id if act else first.id,
    )  # fmt: skip


def _is_whole(act: Row[waist.Group] | None, members: Sequence[Row[waist.Membership]]) -> bool:
    """A whole list by the paper's own word; without it, one that lists a chair and at least two more, and no patches."""
    if any(row.statement.action != "listed" or row.statement.replaces for row in members):
        return False
    if act is not None:
        return act.statement.extent != "patch" and len(members) > 0
    return len(members) >= 3 and any(is_chair(row.statement.role) for row in members)


def _place(row: Row[waist.Membership], titles: Mapping[str, str], identity: Identity) -> Place:
    """A seat's row. Who is listed twice in one paper, once without a title, has the same title in both seats."""
    printed = row.statement
    person = identity.person(printed)
    organisation = identity.organisation(printed.org, printed) if printed.org else ""
    return _with_posts(
        Place(printed.role, person, organisation, printed.title or titles.get(printed.person, ""), (), "",
              printed.order, row.id, name=fold(printed.person)),
        printed, identity,
    )  # fmt: skip


def _with_posts(place: Place, near: waist.Statement, identity: Identity) -> Place:
    """The posts of a title in office; a nomination or a secondment is no post that a seat could hang on."""
    if place.function or not place.title:
        return place
    parts = identity.title(place.title, near)
    posts = tuple(dict.fromkeys(part.post for part in parts if part.post and part.capacity not in ("提名", "拟任")))
    sole = next((post for post in posts if identity.posts[post].sole), "")
    return replace(place, posts=posts, sole_post=sole)


def _director(
    act: Row[waist.Group], listed: Iterable[Place], titles: Mapping[str, str], identity: Identity
) -> Place | None:
    """The office director a group row names, unless the roster has the seat already."""
    name = act.statement.office_director
    if not name or any(place.role == OFFICE_DIRECTOR for place in listed):
        return None
    person = identity.person(act.statement, "office_director")
    order = 1 + max((place.order for place in listed), default=0)
    place = Place(OFFICE_DIRECTOR, person, "", titles.get(name, ""), (), "", order, act.id)
    return _with_posts(place, act.statement, identity) if person else None


def _clause(row: Row[waist.Succession] | None) -> Clause | None:
    if row is None:
        return None
    printed = row.statement
    return Clause(printed.applies_to, printed.except_, printed.mode, row.id, printed.until)
