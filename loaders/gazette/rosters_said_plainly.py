"""Rosters that a sentence prints without a verb: `领导小组组长甲（镇长），副组长乙、丙，成员为各站所负责人`.

Rule `roster/named-behind`. A role may stand right before a name in any running text, so such a sentence counts as a whole: it begins with the
body and the role of its chief, each role after it stands behind a mark, and behind each are persons and nothing else; members may be bodies
and functions behind 为.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import groups
from loaders.gazette.name_tokens import items
from loaders.gazette.persons import is_crowd, is_name, is_title, is_unit, may_be_name
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/named-behind"
_RANK = "(?:第一)?(?:主任委员|主任|组长|总指挥|指挥长|召集人|会长)"
_KIND = "(?:委员会|小组|工作组|指挥部|专班|联席会议)"
_ROLE = rf"(?:第一|常务|执行)?副?{_RANK}|秘书长|委员|成员|组员"
#: Where a body or a sentence ends and the role of a chief begins, right before a name or behind 为.
PLAIN = re.compile(
    rf"(?:[会组部班议][,:;]?|。)\s?(?={_RANK}[为是]?[\u4e00-\u9fff]{{2}})(?!{_RANK}(?:由|单位|会议|办公|负责|[为是]第一责任))"
)
_BODY = re.compile(rf"[\u4e00-\u9fff“”]{{0,40}}{_KIND}")
_FOUNDS = re.compile("^.*(?:成立|组建|设立|建立|决定|调整)了?")
_SEGMENT = re.compile(
    rf"(?:^|[,;])\s*(?P<role>{_ROLE})(?P<is>分别[为是由]|[为是有]|(?<=[成组委]员)由|包括)?(?=[\u4e00-\u9fff])"
)
_MADE_UP = re.compile("(?:等)?(?:同志|人员)?(?:共同)?组成$")
_NAMED = re.compile(r"\s*(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:\((?P<post>[^()]{2,40})\))?\s*")
_MEMBERS = ("成员", "组员", "委员")
#: `检查由镇安全生产委员会统一组织。委员会主任甲，…`: of which body the next sentence speaks by its kind.
_SPOKEN_OF = re.compile(
    rf"[由在经](?P<body>[\u4e00-\u9fff]{{2,30}}?{_KIND})(?:统一|负责|组织|牵头|领导|统筹|指导)[^。]{{0,40}}。?$"
)
_ENDS = ("。",)
#: Who is 主任 or 会长 without a body before the word may be so of anything.
_OTHERWISE = ("主任", "会长", "第一主任", "第一会长")
_BACK = 90
_LONGEST = 600


def read_plainly(passage: Passage, at_hand: str) -> Iterator[tuple[str, Seat]]:
    """The seats a passage states so, each with the body as the sentence calls it; empty: the one at hand, `at_hand`."""
    text = passage.text
    taken = 0
    for match in PLAIN.finditer(text):
        start = match.end()
        before = text[max(0, start - _BACK) : match.start() + 1]
        body = _body_of(before)
        own = bool(at_hand) and before.endswith(_ENDS) and not text.startswith(_OTHERWISE, start)
        if start < taken or not (body or own):
            continue
        stop = text.find("。", start)
        stop = len(text) if stop < 0 else stop
        seats = _seats(passage, start, stop) if stop - start <= _LONGEST else []
        if seats:
            taken = stop
            yield from ((body, seat) for seat in seats)


def _body_of(before: str) -> str:
    """The body that the words before a role end in; one called by its kind alone by the name of the sentence before."""
    above = before[: before.rfind("。") + 1]
    spoken = _SPOKEN_OF.search(above)
    if before.endswith("。"):
        return spoken["body"] if spoken is not None else ""
    found = list(_BODY.finditer(before[max(before.rfind(mark) for mark in "。,;:") + 1 :]))
    if not found or not before.endswith(found[-1].group()[-2:]):
        return ""
    name = _FOUNDS.sub("", found[-1].group()).strip("“”")
    if not groups.is_generic(name):
        return name
    return spoken["body"] if spoken is not None and spoken["body"].endswith(groups.kind_of(name)) else name


def _seats(passage: Passage, low: int, high: int) -> list[Seat]:
    """The seats of a chief and of those behind him; none unless all the words are roles and whoever holds them."""
    text = passage.text
    if ":" in text[low:high]:
        return []  # labels, read with other labels
    parts = list(_SEGMENT.finditer(text[low:high]))
    if len(parts) < 2 or parts[0].start() or parts[0]["role"].startswith(_MEMBERS):
        return []
    found: list[Seat] = []
    for number, part in enumerate(parts):
        start = low + part.end()
        end = low + parts[number + 1].start() if number + 1 < len(parts) else high
        if part["is"] == "由":
            made = _MADE_UP.search(text[start:end])
            if made is None:
                return []
            end = start + made.start()
        said = bool(part["is"])
        seats = seats_of(passage, start, end, As(part["role"], RULE, 0.9))
        whole = len(seats) == len(list(items(text, start, end)))
        if not seats or not (whole or (said and part["role"] in _MEMBERS)):
            return []
        if not (all(map(_is_held, seats)) if said and part["role"] in _MEMBERS else _are_named(text, start, end, said)):
            return []
        if any(not seat.person for seat in seats) and part["role"] not in _MEMBERS:
            return []
        found.extend(seats)
    return found


def _are_named(text: str, start: int, end: int, said: bool) -> bool:
    """Whether each item is a name with its post in a bracket or alone; behind 为 the post may stand before the name."""
    for low, high in items(text, start, end):
        match = _NAMED.fullmatch(text, low, high)
        if match is None:
            return False
        name, post = match["name"], match["post"]
        if post is not None and not (is_title(post) or is_unit(post) or post in ("兼", "兼任")):
            return False
        if not (is_name(name) or (post is not None and may_be_name(name)) or (said and is_title(name[:-2]))):
            return False
    return True


def _is_held(seat: Seat) -> bool:
    return bool(seat.person or seat.org) or is_title(seat.title) or is_crowd(seat.title)
