"""Clauses by which somebody leaves a roster: 甲不再担任成员, 免去甲副组长职务, 减少甲, 甲退出领导小组成员.

Rule `patch/removed`. Each reader gives the seats of a clause, or None if it is of another form.
"""

from __future__ import annotations

import re

from loaders.gazette.rosters_patch_clauses import ROLE
from loaders.gazette.rosters_patch_words import END, MARK, OF, ROLES, Clause
from loaders.gazette.rosters_seats import Seat

_FORMER = re.compile(
    rf"(?P<who>.{{2,60}}?)(?:同志)?原(?:任|担任)的?{OF}{ROLES}(?:职务|一职)?(?:自然|同时|相应|自行|一并)?(?:免除|免去|终止|不再担任)"
)
_RESIGNS = re.compile(
    rf"(?P<who>.{{0,260}}?)(?:同志)?(?:因[^,。;]{{2,20}}?)?,?(?:均|都)?不再(?:担任|兼任|任|作为|是){OF}{ROLES}{END}"
)
#: `由丙接任，乙不再担任`, of the seat said before.
_RESIGNS_IT = re.compile(r"^(?P<who>[^,。;]{2,30}?)(?:同志)?(?:均|都)?不再(?:担任|兼任)(?:该职务|此职务)?$")
#: `原委员甲因退休退出`: the seat stands before the name.
_FORMER_FIRST = re.compile(
    rf"^原{OF}(?P<role>{ROLE})(?P<who>[^,。;]{{2,30}}?)(?:同志)?(?:因[^,。;]{{2,16}}?)?(?:(?:已|自然|自行)?(?:退出|调出|离任)|不再(?:担任|兼任|任)(?:{OF}(?:{ROLE})|该职务|此职务)?)(?:职务)?$"
)
_DISMISSED = re.compile(rf"(?:免去|免除|撤销)(?P<who>.{{2,160}}?)(?:同志)?(?:的)?{OF}{ROLES}(?:职务|一职)")
#: `免去甲同志副组长、乙同志成员职务`: to each his role.
_OF_EACH = re.compile(rf"(?P<who>[^,。;、]{{2,30}}?)同志的?{OF}(?P<role>{ROLE})(?:职务)?(?=、|$)")
_LEAVES = re.compile(rf"(?P<who>.{{2,160}}?)(?:同志)?(?:退出|调出|离开)(?:{OF})(?P<role>{ROLE})?{END}")
#: `成员：增补甲，减少乙`.
_LESS = re.compile(rf"^(?:{OF}(?P<role>{ROLE}){MARK})?(?:减少|删去|删除|去掉)(?:了)?(?P<who>[^。;]{{2,200}})")


def former(clause: Clause) -> list[Seat] | None:
    """`原委员甲因退休退出`, `甲原任的成员职务自然免除`."""
    if match := _FORMER_FIRST.search(clause.words):
        return clause.left(clause.at(match, "who"), match["role"])
    if match := _FORMER.search(clause.words):
        return clause.seats(clause.at(match, "who"), match["role"], "patch/removed", gone=True)
    return None


def resigns(clause: Clause) -> list[Seat] | None:
    """`甲不再担任成员`, or the role said before; without a name it is who was spoken of last."""
    state = clause.state
    if "不再" in clause.words and (match := _RESIGNS.search(clause.words)):
        low, high = clause.at(match, "who")
        return clause.left((low, high) if match["who"].strip() else state.who or (low, low), match["role"])
    if state.taken and (match := _RESIGNS_IT.search(clause.words)):
        return clause.left(clause.at(match, "who"), state.taken)
    return None


def dismissed(clause: Clause) -> list[Seat] | None:
    """`免去甲副组长职务`; `免去甲同志副组长、乙同志成员职务`, to each his role."""
    if (match := _DISMISSED.search(clause.words)) is None:
        return None
    each = list(_OF_EACH.finditer(clause.words, match.start("who"), match.end("role")))
    if len(each) > 1 and each[0].start() == match.start("who"):
        return [seat for one in each for seat in clause.left(clause.at(one, "who"), one["role"])]
    return clause.left(clause.at(match, "who"), match["role"])


def less(clause: Clause) -> list[Seat] | None:
    """`成员减少甲`, or of the role said before."""
    match = _LESS.search(clause.words)
    role = (match["role"] or clause.state.role) if match is not None else ""
    if match is None or not role:
        return None
    return clause.seats(clause.at(match, "who"), role, "patch/removed", gone=True)


def leaves(clause: Clause) -> list[Seat] | None:
    """`甲退出领导小组成员`."""
    match = _LEAVES.search(clause.words)
    if match is None or not match["role"]:
        return None
    return clause.seats(clause.at(match, "who"), match["role"], "patch/removed", gone=True)
