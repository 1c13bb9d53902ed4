"""Clauses by which somebody comes into a roster: 增补甲为成员, 副指挥增加甲, 甲为新增成员, 兼任办公室主任.

Rule `patch/added`. Each reader gives the seats of a clause, or None if it is of another form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.rosters_patch_clauses import ROLE
from loaders.gazette.rosters_patch_words import BE, END, MARK, OF, ROLES, Clause, roles_of
from loaders.gazette.rosters_seats import Seat

#: `副指挥增加甲局局长乙同志`.
_ADDED_TO = re.compile(rf"^{OF}(?P<role>{ROLE}){MARK}(?:增加|增补|新增|增设|补充)(?:了|为)?(?P<new>[^。;]{{2,300}})")
_ADDS = re.compile(
    rf"(?:增补|增加|新增|补充|增设|增列|增选|吸收|增聘)(?:(?:以下|下列)?(?:人员|成员|同志)?\s{{0,2}}:)?(?P<new>.{{2,900}}?)(?:同志)?(?:为|{BE}|担任|作为){OF}{ROLES}{END}"
)
_ADDS_MORE = re.compile(rf"^(?P<new>.{{2,900}}?)(?:同志)?(?:为|{BE}|担任){OF}{ROLES}{END}")
#: `甲局副局长某增补为委员`.
_IS_ADDED = re.compile(
    rf"^(?:由|将)?(?P<new>.{{2,300}}?)(?:同志)?(?:增补|增列|补充|新增|吸收|增选)(?:为|成为){OF}{ROLES}{END}"
)
#: `甲局局长某、乙局局长某为新增成员`.
_IS_NEW = re.compile(
    rf"^(?:由)?(?P<new>.{{2,300}}?)(?:同志)?(?:为|{BE}|担任|作为)(?:新增|增补|新任)(?:加)?的?{OF}{ROLES}{END}"
)
_TAKES = re.compile(rf"^(?:由)?(?P<new>.{{2,160}}?)(?:同志)?(?:担任|兼任|接任|继任|出任|{BE}|为){OF}{ROLES}{END}")
#: `甲局局长某任副主任，兼任办公室主任`: another seat of whom the clause before seats.
_ALSO = re.compile(rf"^(?:并|同时)?兼任?{OF}{ROLES}{END}")
#: Words that begin a list of those who are added, wherever it ends.
_ADDING = ("增补", "增加", "新增", "补充", "增列", "吸收")


def also(clause: Clause) -> list[Seat] | None:
    """`…，兼任办公室主任`, of whom the clause before gave a seat; who he is elsewhere is printed before that one."""
    if not clause.state.seated or (match := _ALSO.search(clause.words)) is None:
        return None
    return [replace(seat, title="") for seat in clause.seats(clause.state.seated, match["role"], "patch/added")]


def added_to(clause: Clause) -> list[Seat] | None:
    """`副指挥增加甲`; 减少乙 in the next clause is about that role."""
    if (match := _ADDED_TO.search(clause.words)) is None:
        return None
    clause.state.role = roles_of(match["role"])[0]
    return clause.added(match)


def is_added(clause: Clause) -> list[Seat] | None:
    """`甲增补为委员`, `甲为新增成员`."""
    match = _IS_ADDED.search(clause.words) or _IS_NEW.search(clause.words)
    return clause.added(match) if match is not None else None


def adds(clause: Clause) -> list[Seat] | None:
    """`增补甲为副主任`; the verb carries over the clauses behind."""
    if (match := _ADDS.search(clause.words)) is None:
        return None
    clause.state.adding = True
    return clause.added(match)


def begins_adding(clause: Clause) -> bool:
    """Whether a clause begins a list of those who are added, and does not yet say as what."""
    return any(word in clause.words for word in _ADDING)


def adds_more(clause: Clause) -> list[Seat] | None:
    """`乙为成员`, behind 增补甲为副主任."""
    match = _ADDS_MORE.search(clause.words)
    return clause.added(match) if match is not None else None


def takes(clause: Clause) -> list[Seat] | None:
    """`甲任副组长`, where a roster is changed."""
    if not clause.setting or (match := _TAKES.search(clause.words)) is None:
        return None
    return [seat for seat in clause.added(match, sure=0.9) if seat.person]
