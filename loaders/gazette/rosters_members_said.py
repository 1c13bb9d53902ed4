"""Sentences and clauses on the members alone, beside the lines or sentences that name who leads.

`县水利局、县财政局主要领导为领导小组成员。`, `专班成员包括县水利局、县财政局`: rules `roster/role-held-by` and `roster/role-is`.
Behind who leads, names alone: `由甲任组长，乙任副组长，组员丙、丁组成`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import groups
from loaders.gazette.persons import is_crowd, is_title, is_unit
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_BODY = "(?:领导小组|工作组|专班|小组|指挥部|委员会|联席会议)"
#: All of a sentence: whoever is in it has a seat.
_ARE_MEMBERS = re.compile(
    r"\s*(?:其中,)?(?P<who>[^。;:]{6,600}?)(?:等(?:[\d一二三四五六七八九十]{1,3}[个家])?(?:单位|部门)?)?(?:为|任|担任|作为|是)(?P<body>[^,。;:、为任是]{0,24}?)(?P<role>成员|组员)(?P<units>单位)?[。;]?\s*"
)
_INCLUDE = re.compile(
    r"(?:^|(?<=[,。;]))\s*(?:第[一二三四五六七八九十]{1,3}条\s*)?(?P<body>[^,。;:、]{0,40}?)成员(?:单位)?(?:包括|包含|(?:分别)?[为是有]:)\s*(?P<who>[^。;:]{4,800}?)(?=[。;]|$)"
)
#: The units behind a colon: `成员由下列单位负责人担任：甲局、乙局`, `以下单位为成员单位：甲局、乙局`.
_THESE_UNITS = re.compile(
    r"(?:^|(?<=[,。;]))\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|第[一二三四五六七八九十]{1,3}条\s*)?(?P<body>[^,。;:、由为是下以如]{0,40}?)(?P<role>成员|委员|组员)(?:单位)?(?:分别)?(?:由|为|是|包括|有)(?:下列|以下|如下)[^,。;:]{0,12}?(?:单位|部门)[^,。;:]{0,16}:\s*(?P<who>[^。;:]{4,800}?)(?=[。;]|$)"
)
_ARE_THESE = re.compile(
    r"(?:^|(?<=[,。;]))\s*由?(?:下列|以下)[^,。;:、]{0,12}?(?:单位|部门)[^,。;:、]{0,12}?(?:为|任|担任|作为)(?P<body>[^,。;:、]{0,30}?)(?P<role>成员|委员|组员)(?:单位)?:\s*(?P<who>[^。;:]{4,800}?)(?=[。;]|$)"
)
#: Right behind the clause on a chief, to the end of the sentence: names, or whom `由…组成` says.
_BEHIND_CHIEF = re.compile(
    r"(?<=[长人挥任兼]),\s{0,4}(?P<role>成员|组员|队员)(?:由(?P<held>[^。;:由]{2,300}?)(?:共同)?(?:组成|担任)|(?!单位|由)(?:有|为|是)?(?P<named>[^。;:由]{2,300}?)(?:组成)?|单位:\s?(?P<units>[^。;:由]{4,600}?)(?:组成)?)(?=[。;]|$)"
)
#: The same the other way round, to the end of the sentence: `副组长由甲担任，乙局、丙局为成员单位`.
_ARE_BEHIND_CHIEF = re.compile(
    rf"(?<=[长人挥任兼]),\s{{0,4}}(?:以)?(?P<who>[^。;:由]{{4,600}}?)(?:等(?:单位|部门)?)?(?:共同|分别|均)?(?:作为|为|是|任|担任)(?:该|本)?{_BODY}?(?P<role>成员单位|成员|组员)(?=[。;]|$)"
)
#: `甲局为牵头单位、乙局为成员单位`: more than the members.
_LEADS_TOO = re.compile("组长|指挥长|总指挥|召集人|牵头|办公室设")
_STOP = re.compile("[。;]|$")
_LEAD_RULE = "roster/lead-unit"
_LEADS_BODY = re.compile(
    rf"(?:^|(?<=[,。;]))\s*(?P<unit>[^\s,。;:、]{{2,24}}?)(?:为|是|作为|任|担任)(?:该|本)?(?P<body>{_BODY})的?(?P<role>牵头(?:单位|部门))(?=[,。;]|$)"
)
#: Somebody is still to be chosen, or the crowd is told by a role in the body itself.
_CHOSEN = re.compile("代表|指定|推荐|推选|选举|业主|各成员|成员单位|有关|相关")


def read_members_said(passage: Passage, body: str) -> list[Seat]:
    """The members a passage names in a sentence of their own."""
    text = passage.text
    if not body or not ("成员" in text or "组员" in text or "委员" in text):
        return []
    return [*_are_members(passage, body), *_included(passage, body), *_these_units(passage, body)]


def read_lead_said(passage: Passage, body: str) -> list[Seat]:
    """`县残联为联席会议牵头单位`: the unit that leads a body; the body must be said, for tasks have such units too."""
    if not body or "牵头" not in passage.text:
        return []
    return [
        Seat(match["role"], "", "", passage.printed(*match.span("unit")), passage, *match.span("unit"), _LEAD_RULE, 0.9)
        for match in _LEADS_BODY.finditer(passage.text)
        if body.endswith(match["body"]) and is_unit(match["unit"])
    ]


def _are_members(passage: Passage, body: str) -> Iterator[Seat]:
    """The seats of each sentence that says of units or persons that they are members, and nothing else."""
    for low, high in _sentences(passage.text):
        match = _ARE_MEMBERS.fullmatch(passage.text, low, high)
        if match is None or "由" in match["who"] or _LEADS_TOO.search(match["who"]):
            continue
        units = match["units"] is not None
        if not _means(match["body"], body) or _CHOSEN.search(match["who"]):
            continue
        seats = seats_of(passage, *match.span("who"), As(match["role"], "roster/role-held-by", 0.9), units=units)
        if len(seats) > 1 and all(_fits(seat, units) for seat in seats):
            yield from seats


def _fits(seat: Seat, units: bool) -> bool:
    """Whether a seat is what such a sentence names: 成员单位 are units or all of their kind (`各乡镇人民政府`)."""
    if units:
        return bool(seat.org) or (not seat.person and is_crowd(seat.title) and not is_title(seat.title))
    return bool(seat.person) or (is_title(seat.title) and "、" not in seat.title)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    low = 0
    for match in _STOP.finditer(text):
        if match.end() > low:
            yield low, match.end()
        low = match.end()


def _included(passage: Passage, body: str) -> Iterator[Seat]:
    for match in _INCLUDE.finditer(passage.text) if "成员" in passage.text else ():
        if not _means(match["body"].strip(), body):
            continue
        seats = seats_of(passage, *match.span("who"), As("成员", "roster/role-is", 0.9))
        if len(seats) > 1 and all(seat.org or is_crowd(seat.title) for seat in seats):
            yield from seats


def _these_units(passage: Passage, body: str) -> Iterator[Seat]:
    text = passage.text
    if ":" not in text or not ("下列" in text or "以下" in text or "如下" in text):
        return
    for pattern in (_THESE_UNITS, _ARE_THESE):
        for match in pattern.finditer(text):
            if not _means(match["body"].strip(), body):
                continue
            low, high = match.span("who")
            seats = seats_of(passage, low, high, As(match["role"], "roster/role-is", 0.9), units=True)
            if len(seats) > 1 and all(seat.org or is_crowd(seat.title) or is_title(seat.title) for seat in seats):
                yield from seats


def _means(words: str, body: str) -> bool:
    """Whether words before a role mean the body at hand: nothing, its name, its short name or its kind."""
    return (
        not words
        or body.endswith(words)
        or groups.same_body(words, body)
        or _is_short(words, body)
        or _points_at(words, body)
    )


def read_behind_chief(passage: Passage, start: int, *, composed: bool = False) -> list[Seat]:
    """The members said in the clause right behind that on a chief, which ends at `start`: `…任副组长，组员丙、丁组成`.

    Without 由 a role before words is no label, so all of these must be names. `composed` says that `成员由…组成` counts too.
    """
    match = _BEHIND_CHIEF.match(passage.text, start)
    if match is None:
        return _are_behind_chief(passage, start)
    if match["held"] and not composed:
        return []
    who = match.lastgroup or "named"
    seats = seats_of(passage, *match.span(who), As(match["role"], "roster/role-held-by", 0.9), units=who == "units")
    if who == "units":
        return [seat for seat in seats if seat.org]
    if who == "named":
        return seats if all(seat.person for seat in seats) else []
    return [seat for seat in seats if seat.person or seat.org or is_title(seat.title) or is_crowd(seat.title)]


def _are_behind_chief(passage: Passage, start: int) -> list[Seat]:
    """The members of `…由甲担任，乙局、丙局为成员单位`: units, crowds and whoever holds a post; none if somebody is still to be chosen."""
    match = _ARE_BEHIND_CHIEF.match(passage.text, start)
    if match is None or _CHOSEN.search(match["who"]) or _LEADS_TOO.search(match["who"]):
        return []
    units = match["role"] == "成员单位"
    role = "成员" if units else match["role"]
    seats = seats_of(passage, *match.span("who"), As(role, "roster/role-held-by", 0.9), units=units)
    fits = all(seat.org or (not units and (seat.person or is_title(seat.title))) for seat in seats)
    return seats if fits else []


def _points_at(words: str, body: str) -> bool:
    """Whether words are no more than the kind of a body and whose it is: `市指挥部` for 甲市供热应急指挥部."""
    kind = groups.kind_of(words)
    return bool(kind) and groups.is_generic(words) and body.endswith(kind)


def _is_short(words: str, body: str) -> bool:
    """Whether words call a body by its place and the end of its name: `市路网专班` for 市交通指挥部路网专班."""
    return len(words) > 4 and body[0] == words[0] and body.endswith(words[1:])
