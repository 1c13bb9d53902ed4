"""Clauses by which a seat goes from one to another: 甲接替乙, 组长由甲改为乙, 甲由成员改任副组长, 甲局成员由丙担任.

Rules `patch/replaced`, `patch/moved` and `patch/body-seat`. Each reader gives the seats of a clause, or None if it is of another form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.persons import is_crowd, is_title, is_unit
from loaders.gazette.rosters_patch_clauses import ROLE
from loaders.gazette.rosters_patch_words import BE, END, MARK, OF, ROLES, Clause, roles_of
from loaders.gazette.rosters_seats import Seat

_TAKES_OVER = re.compile(
    rf"(?P<new>.{{2,160}}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;]{{2,30}}?)(?:同志)?(?:的)?(?:担任|兼任|出任|{BE}|为)?{OF}{ROLES}{END}"
)
_HANDED_ON = re.compile(
    rf"^{OF}{ROLES}(?:职务|一职)?(?:{MARK}由|\s{{0,2}}:\s{{0,2}})(?P<new>.{{2,60}}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;]{{2,40}}?)(?:同志)?(?:担任|兼任|任)?$"
)
#: `委员：甲接替乙，丙接替丁`: the second, of the role said before.
_HANDED_ON_TOO = re.compile(
    r"^(?P<new>[^,。;:]{2,60}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;:任为]{2,40}?)(?:同志)?$"
)
_MOVED = re.compile(
    rf"(?:^原{ROLE}\s*)?(?P<who>.{{2,120}}?)(?:同志)?由{OF}(?P<from>{ROLE})(?:改任|调整为|改为|转任|调任|变更为|升任){OF}{ROLES}{END}"
)
_SWAPPED = re.compile(
    rf"(?:将|把)?{OF}(?P<role>{ROLE})?{MARK}(?:由|将)?(?P<old>[^,。;]{{2,60}}?)(?:同志)?(?:更换|变更|调整|更改|替换|更新|改|换)为(?P<new>[^。;]{{2,80}})"
)
_OF_PLACE = ("县", "市", "区", "旗", "镇", "乡")
_ROLE_ALONE = re.compile(rf"{ROLES}(?:职务)?")
_CHANGED_TO = re.compile(
    r"^(?:更换|变更|调整|更改|替换|改|换)为(?P<new>[^。;]{2,80})|^(?:改)?由?(?P<next>[^。;]{2,80}?)(?:同志)?(?:接任|担任|接替|兼任|任)(?:该职务|此职务)?$"
)
_HELD_BY = re.compile(
    rf"^{OF}(?P<role>{ROLE})(?:职务|一职)?{MARK}(?:调整)?(?:改)?由(?P<new>.{{2,120}}?)(?:同志)?(?:担任|兼任|接任|任|兼)(?=[,。;]|$)"
)
_BECOMES = re.compile(rf"^{OF}(?P<role>{ROLE})(?:更换|变更|调整|更改|改)为(?P<new>[^。;]{{2,80}})")
#: `甲局、乙局成员分别由丙（局长）、丁（副局长）担任`, `甲局成员由丙调整为丁`: the seats of bodies, each held by the one who is named for it.
_SEATS_OF_BODIES = re.compile(
    r"^(?P<bodies>[^,。;:()由为]{2,160}?)(?P<role>成员|组员|委员)(?:职务|一职)?(?:"
    r"(?:(?:调整|变更)为)?(?:分别|依次|改)?由(?P<who>.{2,300}?)(?:同志)?(?:担任|兼任|接任|继任|出任)"
    r"|(?:分别|依次)?(?:由(?P<old>[^,。;:]{2,40}?)(?:同志)?)?(?:调整|变更|更换|改)为(?P<new>.{2,300}))$"
)
#: `甲局由乙调整为丙`, where a roster is changed.
_BODY_SENDS = re.compile(
    r"^(?P<bodies>[^,。;:()由为、]{2,30}?):?由(?P<old>[^,。;:]{2,40}?)(?:同志)?(?:调整|变更|更换|改)为(?P<new>.{2,80})$"
)
#: `成员中县财政局局长由甲变更为乙`: the post and the seat pass on together.
_POST_PASSES_ON = re.compile(
    r"^(?P<role>成员|组员|委员)中的?(?P<post>[^,。;:()由]{4,30}?)由(?P<old>[^,。;:()]{2,12}?)(?:调整|变更|更换|改)为(?P<new>[^,。;:()]{2,12})$"
)
#: What a clause holds in which one person is put for another.
_SWAPS = ("更换为", "变更为", "调整为", "替换为", "更改为", "更新为", "换为", "改为")


def seats_of_bodies(clause: Clause) -> list[Seat] | None:
    """`甲局、乙局成员分别由丙、丁担任`: a person for each of the bodies, or nobody."""
    if not clause.setting or (match := _SEATS_OF_BODIES.search(clause.words)) is None:
        return None
    bodies = match["bodies"].split("、")
    if not _are_bodies(bodies):
        return None
    old = clause.name(match, "old") if match["old"] else ""
    span = clause.at(match, "who" if match["who"] else "new")
    seats = clause.seats(span, match["role"], "patch/body-seat", replaces=old, sure=0.9)
    return seats if len(seats) == len(bodies) and all(seat.person for seat in seats) else []


def body_sends(clause: Clause) -> list[Seat] | None:
    """`甲局由乙调整为丙`: whom a body sends as its member."""
    if not clause.setting or (match := _BODY_SENDS.search(clause.words)) is None or not _are_bodies([match["bodies"]]):
        return None
    old = clause.name(match, "old")
    seats = clause.seats(clause.at(match, "new"), "成员", "patch/body-seat", replaces=old, sure=0.8)
    return seats if len(seats) == 1 and seats[0].person and seats[0].replaces else []


def post_passes_on(clause: Clause) -> list[Seat] | None:
    """`成员中县财政局局长由甲变更为乙`: the post is that of who comes."""
    if not clause.setting or (match := _POST_PASSES_ON.search(clause.words)) is None or not is_title(match["post"]):
        return None
    seats = clause.replaced(match, clause.name(match, "old"))
    post = clause.passage.printed(*clause.at(match, "post"))
    return [replace(seat, title=post) for seat in seats if seat.person and seat.replaces and not seat.title]


def handed_on(clause: Clause) -> list[Seat] | None:
    """`委员：甲接替乙`, and `丙接替丁` behind it, of the same role."""
    state = clause.state
    if match := _HANDED_ON.search(clause.words):
        state.taken = roles_of(match["role"])[0]
        return clause.replaced(match, clause.name(match, "old"))
    if state.taken and (match := _HANDED_ON_TOO.search(clause.words)):
        return clause.seats(clause.at(match, "new"), state.taken, "patch/replaced", replaces=clause.name(match, "old"))
    return None


def takes_over(clause: Clause) -> list[Seat] | None:
    """`甲接替乙任副组长`."""
    match = _TAKES_OVER.search(clause.words)
    return clause.replaced(match, clause.name(match, "old")) if match is not None else None


def moved(clause: Clause) -> list[Seat] | None:
    """`甲由成员改任副组长`: one seat taken, another left."""
    if (match := _MOVED.search(clause.words)) is None:
        return None
    span = clause.at(match, "who")
    gone = clause.seats(span, match["from"], "patch/moved", gone=True)
    return [*clause.seats(span, match["role"], "patch/moved"), *gone]


def held_by(clause: Clause) -> list[Seat] | None:
    """`副组长由甲担任`: a change where the notice is about changes, or somebody has left that role; else nothing."""
    if (match := _HELD_BY.search(clause.words)) is None:
        return None
    old = clause.state.leaver(match["role"])
    if not clause.setting and not old:
        return []
    clause.state.taken = roles_of(match["role"])[0]
    return clause.replaced(match, old)


def changed_to(clause: Clause) -> list[Seat] | None:
    """`更换为乙`, `由乙接任`, of the role left in the clause before."""
    role = clause.state.role
    if not role or (match := _CHANGED_TO.search(clause.words)) is None:
        return None
    span = clause.at(match, "new" if match["new"] else "next")
    return clause.seats(span, role, "patch/replaced", replaces=clause.state.leaver(role))


def becomes(clause: Clause) -> list[Seat] | None:
    """`副组长变更为甲`, where a roster is changed."""
    if not clause.setting or (match := _BECOMES.search(clause.words)) is None:
        return None
    return clause.replaced(match, "", sure=0.9)


def swapped(clause: Clause) -> list[Seat] | None:
    """`副组长由甲更换为乙`; without a role, where a roster is changed, it is the seat of a member."""
    if not any(word in clause.words for word in _SWAPS) or (match := _SWAPPED.search(clause.words)) is None:
        return None
    if not match["role"] and (turned := _ROLE_ALONE.fullmatch(match["new"])) is not None:
        return _turned(clause, match, turned["role"])
    old = clause.name(match, "old")
    if match["role"]:
        role = roles_of(match["role"])[0]
        span = clause.at(match, "new")
        return (
            clause.seats(span, role, "patch/replaced", replaces=old, sure=0.9) if old else _several(clause, match, role)
        )
    if not clause.setting or not old:
        return []
    return clause.seats(clause.at(match, "new"), "成员", "patch/replaced", replaces=old, sure=0.7)


def _turned(clause: Clause, match: re.Match[str], role: str) -> list[Seat]:
    """`甲局局长乙调整为副主任`: of his own seat, not of who comes."""
    if not clause.setting:
        return []
    low, high = clause.at(match, "old")
    low -= clause.passage.text[low - 1 : low] in _OF_PLACE and low > clause.start  # 县气象局局长
    return [seat for seat in clause.seats((low, high), role, "patch/moved", sure=0.9) if seat.person]


def _several(clause: Clause, match: re.Match[str], role: str) -> list[Seat]:
    """`成员由甲、乙调整为丙、丁`: who took whose seat is not said, only who goes and who comes."""
    gone = clause.seats(clause.at(match, "old"), role, "patch/removed", sure=0.9, gone=True)
    if len(gone) < 2 or not all(seat.person for seat in gone):
        return []
    return [*clause.seats(clause.at(match, "new"), role, "patch/added", sure=0.9), *gone]


def _are_bodies(words: list[str]) -> bool:
    return all(is_unit(one.strip()) and not is_crowd(one) for one in words)
