"""One clause of a change to a roster, and how its words become seats that are added, removed or handed on.

The forms that such a clause may have are in `rosters_patch_added`, `rosters_patch_left` and `rosters_patch_handed`; each reads it, or says
that it is of another form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.gazette.rosters_patch_clauses import ROLE
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

#: Pieces of the patterns: the body of a role, a verb, one role or several, and what ends a clause.
OF = r"(?:该|其|原|本|县|市|区|旗|镇|乡)?(?:[^,。;:]{0,40}?(?:领导小组|委员会|指挥部|专班|联席会议|小组|工作组|[河湖林]长制))?的?"
#: The verb: no end of 主任, 责任, 信任, and no surname (`局长任某某同志任成员`).
BE = r"(?<![主责信])任(?![\u4e00-\u9fff]{1,2}同志)"
ROLES = rf"(?P<role>{ROLE}(?:[、兼和及]{ROLE}){{0,3}})"
#: What may part a role as a label from the change behind it.
MARK = r"(?:\s{0,2}:\s{0,2}|\s{1,4})?"
END = r"(?:职务|一职|工作)?(?=[,。;、:(]|$)"
_ROLE_SPLIT = re.compile(r"[、兼和及]")
_BODY_OF_OFFICE = re.compile("^(?:领导小组|委员会|指挥部|专班)(?=办公室)")


@dataclass(slots=True)
class State:
    """What one clause leaves to the next."""

    adding: bool = False
    who: tuple[int, int] | None = None
    role: str = ""
    seated: tuple[int, int] | None = None  # whom the clause before gave a seat
    taken: str = ""  # the role the clause before gave to somebody
    left: dict[str, str] = field(default_factory=dict)  # role -> who left it in this block

    def leaver(self, roles: str) -> str:
        """Who left the first of some roles earlier in the block; empty if nobody did, or several."""
        return self.left.get(roles_of(roles)[0], "")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one clause, blanks made even, where they begin in their passage, and what the clauses before left to it.

    `setting` says that the notice is about changing rosters, so that plain words are a change too.
    """

    passage: Passage
    start: int
    words: str
    state: State
    setting: bool

    def at(self, match: re.Match[str], name: str) -> tuple[int, int]:
        """Where a group of a match in the words stands in the passage."""
        low, high = match.span(name)
        if self.words.startswith("同志", high):
            high += 2  # it says that a name ends here
        return self.start + low, self.start + high

    def seats(
        self,
        span: tuple[int, int],
        roles: str,
        rule: str,
        *,
        replaces: str = "",
        sure: float = 0.95,
        gone: bool = False,
    ) -> list[Seat]:
        """The seats of those in a stretch of the passage, in each of the roles: added by a rule of change, or `gone`."""
        action = "removed" if gone else "added"
        found: list[Seat] = []
        for role in roles_of(roles):
            read = seats_of(self.passage, *span, As(role, rule, sure, action=action, replaces=replaces))
            found.extend(seat for seat in read if seat.person or seat.org or not gone)
        if found:
            self.state.who, self.state.seated = span, None if gone else span
        return found

    def added(self, match: re.Match[str], *, sure: float = 0.95) -> list[Seat]:
        """The seats of those whom a match adds in its role."""
        return self.seats(self.at(match, "new"), match["role"], "patch/added", sure=sure)

    def replaced(self, match: re.Match[str], old: str, *, sure: float = 0.95) -> list[Seat]:
        """The seat of who takes over the role of a match from `old`, who may be unknown."""
        return self.seats(self.at(match, "new"), match["role"], "patch/replaced", replaces=old, sure=sure)

    def left(self, span: tuple[int, int], roles: str) -> list[Seat]:
        """The seats that those in a stretch leave; 由乙担任 in the next clause is about them."""
        self.state.role = roles
        gone = self.seats(span, roles, "patch/removed", gone=True)
        for seat in gone:
            self.state.left[seat.role] = "" if len({one.person for one in gone}) > 1 else seat.person
        return gone

    def name(self, match: re.Match[str], group: str) -> str:
        """The name in the words for somebody who is replaced (`县…局原局长梁栋` -> `梁栋`)."""
        seats = seats_of(self.passage, *self.at(match, group), As("", ""))
        return seats[0].person if len(seats) == 1 else ""


def roles_of(words: str) -> list[str]:
    """`副主任兼秘书长` -> two roles; the body before 办公室主任 dropped; 成员单位 sit as members."""
    return [_BODY_OF_OFFICE.sub("", role).replace("成员单位", "成员") for role in _ROLE_SPLIT.split(words) if role]
