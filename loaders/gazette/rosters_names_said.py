"""Names right behind roles in news: `成立筹备委员会，主任甲、乙，副主任丙`, `下设宣传组（组长甲）、联络组（组长乙，副组长丙）`.

Of whom a team is drawn together: `另抽调甲、乙、丙组成走访小组，乙为组长`.

Rules `roster/named-behind` and `roster/part-in-bracket`. No mark parts a role from a name there, so names alone count, and all of a
list must be such; the parts are at least two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_RANK = "(?:主任委员|主任|组长|总指挥|指挥长|召集人|会长)"
_ROLE = rf"(?:第一|常务|执行)?副?{_RANK}|秘书长|委员|成员|组员"
#: Behind the founding of a body, to the end of its sentence; it may be all that a paper states.
FOUNDED_WITH = re.compile(
    rf"(?:成立|组建|设立)了?(?P<body>[^,。;:]{{4,40}}(?:委员会|小组|指挥部|专班)),(?P<roster>{_RANK}[\u4e00-\u9fff·、 ]{{2,60}}(?:[,;](?:{_ROLE})[\u4e00-\u9fff·、 ]{{2,200}}){{1,5}})(?=[。;]|$)"
)
_LIST = re.compile(rf"(?<=[,;(])(?P<role>{_ROLE})(?P<who>[^,;]+)")
_PART = re.compile(
    r"(?:^|(?<=[,。;:、和及设立建]))(?P<name>[\u4e00-\u9fff]{2,10}(?:(?<!领导小)组|专班|[分小]队))\((?P<roster>[组队]长[\u4e00-\u9fff·、 ]{2,16}(?:[,;](?:副[组队]长|成员|组员)[\u4e00-\u9fff·、 ]{2,60}){0,2})\)"
)
#: Whoever of them leads is said behind it.
_DRAWN = re.compile(
    r"(?:抽调|选派|抽派|选调)(?P<who>[\u4e00-\u9fff·、 ]{2,120}?)(?:等?(?:同志|\d{1,2}人))?(?:共同)?组成(?P<body>[\u4e00-\u9fff]{2,20}(?:小组|组|专班|队)),"
    r"由?(?P<chief>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:担任|任|为)(?P<role>[组队]长)(?=[,。;]|$)"
)
_SETS_UP = re.compile("^.*(?:下设|分设|设立|成立|组建)")


def read_names_said(passage: Passage) -> Iterator[tuple[str, Seat]]:
    """The seats a passage states so, each with the body or the part it names."""
    text = passage.text
    for match in FOUNDED_WITH.finditer(text) if "立" in text or "组建" in text else ():
        yield from ((match["body"], seat) for seat in _seats(passage, *match.span("roster"), "roster/named-behind"))
    if "组成" in text and "长" in text:
        for match in _DRAWN.finditer(text):
            yield from ((match["body"], seat) for seat in _drawn(passage, match))
    if "长" in text and "(" in text:
        parts = list(_PART.finditer(text))
        for match in parts if len(parts) > 1 else ():
            name = _SETS_UP.sub("", match["name"])
            yield from ((name, seat) for seat in _seats(passage, *match.span("roster"), "roster/part-in-bracket"))


def _seats(passage: Passage, low: int, high: int, rule: str) -> list[Seat]:
    """The seats in a stretch of roles with names behind them; none if anything but names stands there."""
    found: list[Seat] = []
    for match in _LIST.finditer(passage.text, low, high):
        start, end = match.span("who")
        seats = seats_of(passage, start, end, As(match["role"], rule, 0.9))
        names = passage.printed(start, end).split("、")
        if [seat.person for seat in seats] != names:
            return []
        found.extend(seats)
    return found


def _drawn(passage: Passage, match: re.Match[str]) -> list[Seat]:
    """The seats of a team drawn together of persons one of whom leads it; none if anybody of them is no person."""
    chiefs = seats_of(passage, *match.span("chief"), As(match["role"], "roster/named-behind", 0.9))
    members = seats_of(passage, *match.span("who"), As("成员", "roster/named-behind", 0.9))
    if len(chiefs) != 1 or len(members) < 2 or not all(seat.person for seat in (*chiefs, *members)):
        return []
    return [*chiefs, *(seat for seat in members if seat.person != chiefs[0].person)]
