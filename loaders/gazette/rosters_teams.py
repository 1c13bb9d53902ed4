"""A part of a body on one line that says who is in charge of it: `综合协调组：甲负责，成员乙、丙`.

Rule `roster/in-charge`. The line begins with the part's name (`rosters_parts` cuts it there). To the stop there must be nothing but
one person before 负责 and clauses of a role and its holders: in running text 负责 is what a unit does, and 成员 have duties.
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.gazette.persons import is_title
from loaders.gazette.rosters_parts import PART_IN_CHARGE
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/in-charge"
_IN_CHARGE = re.compile(r"\s*(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:同志)?负责")
_CLAUSE = re.compile(r"\s*(?P<role>副组长|成员|组员|队员)(?:为|是|:)?(?P<who>[^,;。:]{2,200})")
_MARK = re.compile("[,;]")


def read_team(passage: Passage, body: str) -> list[Seat]:
    """The seats of the first sentence of a passage that begins with the name of the part `body`; empty if it says anything else."""
    text = passage.text
    head = PART_IN_CHARGE.match(text)
    if head is None or not body or not "".join(head["head"].split()).endswith(body):
        return []
    stop = text.find("。", head.end())
    end = stop if stop >= 0 else len(text.rstrip())
    edges = [*(mark.start() for mark in _MARK.finditer(text, head.end(), end)), end]
    chief = _IN_CHARGE.fullmatch(text, head.end(), edges[0])
    seats = seats_of(passage, *chief.span("who"), As("负责人", RULE, 0.9)) if chief else []
    if len(seats) != 1 or not seats[0].person:
        return []
    for low, high in pairwise(edges):
        match = _CLAUSE.fullmatch(text, low + 1, high)
        found = seats_of(passage, *match.span("who"), As(match["role"], RULE, 0.9)) if match else []
        if not found or not all(seat.person or seat.org or is_title(seat.title) for seat in found):
            return []
        seats.extend(found)
    return seats
