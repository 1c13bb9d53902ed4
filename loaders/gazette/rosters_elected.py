"""Who sits in an organ that members elect, in the sentences by which the body above agrees: `甲、乙等7名同志为某校第四届委员会委员`.

Rule `roster/elected`. The organ is called by the number of its term (届), so no other body is meant. Who leads it is said behind, in the same
sentence or the next ones (`甲同志任书记，乙、丙（兼）同志任副书记`): of those only whom the list of members has before. Congresses of the
people appoint to organs of the state; those are posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/elected"
_HAN = "\u4e00-\u9fff"
_ORGAN = rf"[{_HAN}]{{2,36}}?第[一二三四五六七八九十]{{1,3}}届[{_HAN}]{{0,8}}?(?:委员会|理事会|监事会)"
#: What opens the list: an item's number, and who agrees or has elected.
_LEAD = r"(?:^|(?<=[,。;:]))\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?:(?:批准|同意|选举(?:产生)?|选出|增选|补选)了?)?"
_COUNT = r"(?:等?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[名位人])?(?:同志)?"
ELECTED = re.compile(
    rf"{_LEAD}(?P<who>[^。;:]{{4,900}}?){_COUNT}(?:当选为?|担任|为|任)(?P<body>{_ORGAN})(?P<role>(?:常务|执行)?委员|理事|监事)(?=[,。;(]|$)"
)
_LEADS = re.compile(
    rf"{_LEAD}(?P<who>[^。;:,]{{2,120}}?){_COUNT}(?:当选为?|担任|为|任)(?:该|本)?(?:{_ORGAN})?(?P<role>(?:第一|常务)?副?(?:书记|主席|主任|会长|理事长|监事长|秘书长)|常务委员|常委)(?=[,。;]|$)"
)
_OF_STATE = re.compile("人民代表大会|政治协商|政协|人大")
_BACK = 2000  # letters above a sentence on who leads among which the list stands


def read_elected(passage: Passage) -> Iterator[tuple[str, Seat]]:
    """The seats of an elected organ that a passage states, each with the organ's name."""
    text = passage.text
    if "届" in text:
        for match in ELECTED.finditer(text):
            seats = _members(passage, match)
            body = "".join(match["body"].split())
            yield from ((body, seat) for seat in seats)
            if seats:
                yield from _leaders(passage, match.end(), body, {seat.person for seat in seats})
        return
    if not ("书记" in text or "主席" in text or "主任" in text or "长" in text) or _LEADS.search(text) is None:
        return
    above = passage.paper.passage(max(0, passage.start - _BACK), passage.start)
    for match in ELECTED.finditer(above.text) if "届" in above.text else ():
        seats = _members(above, match)
        if seats:
            yield from _leaders(passage, 0, match["body"], {seat.person for seat in seats})


def _members(passage: Passage, match: re.Match[str]) -> list[Seat]:
    """The members a sentence lists; none unless all of them are persons, or if the organ is one of the state."""
    if _OF_STATE.search(match["body"]):
        return []
    seats = seats_of(passage, *match.span("who"), As(match["role"], RULE, 0.9))
    return seats if seats and all(seat.person for seat in seats) else []


def _leaders(passage: Passage, start: int, body: str, members: set[str]) -> Iterator[tuple[str, Seat]]:
    """Who of the members leads the organ, by the clauses from `start` on."""
    for match in _LEADS.finditer(passage.text, start):
        seats = seats_of(passage, *match.span("who"), As(match["role"], RULE, 0.9), known=members)
        if seats and all(seat.person in members for seat in seats):
            yield from ((body, replace(seat, title="")) for seat in seats)
