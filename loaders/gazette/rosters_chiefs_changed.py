"""Chiefs of rivers, lakes and woods who take over from somebody: `漳溪河县级河长由甲调整为乙`, `原由甲担任的东湖县级湖长调整为由乙担任`.

Rule `roster/chief-held`. Which water it is stands in the role, as where nobody is replaced; a chief of several is one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_CHIEF = r"(?:河湖|[河湖林田路链山])(?:段|片)?长"
_ROLE = rf"(?P<role>[\u4e00-\u9fff\d]{{1,14}}(?:、[\u4e00-\u9fff\d]{{1,14}}){{0,6}}?{_CHIEF})"
_CHANGED = r"(?:调整|变更|更换|改)为?"
_OF_OLD = re.compile(
    rf"(?:^|(?<=[,。;:、]))\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、])?原?由(?P<old>[^,。;:]{{2,60}}?)(?:同志)?担任的{_ROLE}{_CHANGED}由?(?P<new>[^。;:]{{2,60}}?)(?:同志)?(?:担任|兼任)?(?=[,。;]|$)"
)
_FROM_OLD = re.compile(
    rf"(?:^|(?<=[,。;:]))\s*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、])?{_ROLE}由(?P<old>[^,。;:]{{2,60}}?)(?:同志)?{_CHANGED}由?(?P<new>[^。;:]{{2,60}}?)(?:同志)?(?:担任|兼任)?(?=[,。;]|$)"
)
_GRADED = re.compile(rf"(?:(?:第[一二]|常务|执行|总|副|[省市县区旗镇乡村组]级|街道级?)*){_CHIEF}$")
_LIST = re.compile("、|(?<=[河湖江溪渠库塘])[和及]")


def read_chiefs_changed(passage: Passage) -> list[Seat]:
    """The chiefs a passage replaces; only where both are named persons, and the places too."""
    text = passage.text
    if "长" not in text or not any(word in text for word in ("调整", "变更", "更换", "改为", "改由")):
        return []
    return [
        seat for pattern in (_OF_OLD, _FROM_OLD) for match in pattern.finditer(text) for seat in _seats(passage, match)
    ]


def _seats(passage: Passage, match: re.Match[str]) -> Iterator[Seat]:
    old = seats_of(passage, *match.span("old"), As("", "roster/sentence"))
    new = seats_of(passage, *match.span("new"), As("", "roster/sentence"))
    if len(old) != 1 or len(new) != 1 or not old[0].person or not new[0].person:
        return
    for role in _roles(passage.printed(*match.span("role"))):
        yield Seat(
            role,
            new[0].person,
            new[0].title,
            "",
            passage,
            match.start(),
            match.end(),
            "roster/chief-held",
            0.9,
            "added",
            old[0].person,
        )


def _roles(words: str) -> list[str]:
    """`高塘湖、石岗湖省级湖长` -> a role for each of the two waters; none for a chief of no place (`县级河长`)."""
    graded = _GRADED.search(words)
    if graded is None:
        return []
    places = _LIST.split(words[: graded.start()])
    return [place + graded.group() for place in places] if all(places) else []
