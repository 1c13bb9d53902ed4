"""Parts of a body whose chiefs are said in turn: `下设消防、道路交通两个专业委员会，主任分别由甲、乙担任`.

The parts may have names of their own: `设巡查组、救护组，分别由甲、乙任组长`. Rule `roster/in-turn`. The names, the number and the chiefs must agree, and each chief be a person: else nobody can say who leads what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/in-turn"
_IN_TURN = re.compile(
    r"(?:下设|分设)(?P<names>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}){0,8}(?:[、和及][\u4e00-\u9fff]{2,10}))"
    r"(?P<count>[两二三四五六七八九十\d])个(?P<kind>(?:专业|专门)委员会|(?:专项)?工作组|专项组|(?:工作)?专班|(?:专项|工作)?小组)"
    r",(?P<role>主任|组长|召集人)分别由(?P<who>[^。;:]{2,160}?)(?:同志)?(?:担任|兼任)(?=[,。;]|$)"
)
#: The same of parts that are named one by one.
_NAMED_IN_TURN = re.compile(
    r"(?:下设|分设|设立?|成立|组建)了?(?P<names>[\u4e00-\u9fff]{1,10}?(?:(?<!小)组|专班|[分小支]队)(?:[、和及][\u4e00-\u9fff]{1,10}?(?:(?<!小)组|专班|[分小支]队)){1,8})"
    r"(?:等?[两二三四五六七八九\d]个(?:工作组|专项组|小组|组|专班))?,(?:(?P<role>组长|召集人|队长)分别由(?P<who>[^。;:由]{2,160}?)(?:同志)?(?:担任|兼任)"
    r"|分别由(?P<first>[^。;:由]{2,160}?)(?:同志)?(?:担任|任|为)(?P<behind>组长|召集人|队长))(?=[,。;]|$)"
)
_COUNTS = {"两": 2, **{numeral: number for number, numeral in enumerate("二三四五六七八九十", 2)}}
_BETWEEN = re.compile("[、和及]")


def read_in_turn(passage: Passage) -> Iterator[tuple[str, Seat]]:
    """The chiefs of the parts a passage sets up, each with the name of his part."""
    if "分别由" not in passage.text:
        return
    for match in _IN_TURN.finditer(passage.text):
        names = _BETWEEN.split(match["names"])
        count = _COUNTS.get(match["count"]) or int(match["count"])
        seats = seats_of(passage, *match.span("who"), As(match["role"], RULE, 0.9))
        if len(names) == len(seats) == count and all(seat.person for seat in seats):
            yield from ((name + match["kind"], seat) for name, seat in zip(names, seats, strict=True))
    for match in _NAMED_IN_TURN.finditer(passage.text):
        names = _BETWEEN.split(match["names"])
        who, role = ("who", match["role"]) if match["role"] else ("first", match["behind"])
        seats = seats_of(passage, *match.span(who), As(role, RULE, 0.9))
        if len(names) == len(seats) and all(seat.person for seat in seats):
            yield from zip(names, seats, strict=True)
