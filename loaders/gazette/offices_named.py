"""Offices with names of their own: `安委会下设安全生产办公室和职业健康办公室`, and who sits in each.

Rule `office/of-its-own`. A body with one office says 办公室主任 of it; only where a sentence sets up several offices side by side is
each a body of its own, below the first. A sentence that begins with the name of one of them states where it sits (`设在甲部`) and who
holds its roles (`主任由乙兼任`, `成员为甲部全体人员`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.gazette.groups import Named
from loaders.gazette.offices import Office
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "office/of-its-own"
_SET_UP = re.compile(r"(?:下设|分设|设立)(?:[一二三四两\d]个办公室[,:]?(?:分别为|即)?)?(?P<names>[^,。;:]{8,80}办公室)")
_NAME = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,14}?办公室)(?:、|和|及|与|以及|$)")
_SEATED = re.compile(r",?(?:设置?(?:在|于)|挂靠(?:在|于)?)(?P<place>[^,。;:]{2,30})")
_ROLE = r"(?P<role>(?:常务|专职|兼职|第一)?副?主任|成员|联络员)"
_HELD = re.compile(
    rf"(?<=[,;室]){_ROLE}(?:分别)?(?:由(?P<by>[^。;:,]{{2,80}}?)(?:兼任|担任|组成)|为(?P<is>[^。;:,]{{2,80}}?))(?=[,。;]|$)"
)
_HOLDS = re.compile(rf"(?<=[,;、])由?(?P<who>[^。;:,]{{2,60}}?)(?:兼任|担任|(?<!主)任|兼){_ROLE}(?=[,。;、]|$)")
_STOP = re.compile("[。;]")


@dataclass(frozen=True, slots=True)
class OfficeOfItsOwn:
    """An office that is a body of its own, as one sentence tells of it."""

    named: Named
    seats: tuple[Seat, ...]
    place: Office | None


def set_up(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The names of the offices a body sets up side by side; empty if it has one, or none with a name of its own."""
    for passage in passages:
        text = passage.text
        if text.count("办公室") < 2 or not any(verb in text for verb in ("下设", "分设", "设立")):
            continue
        for match in _SET_UP.finditer(text):
            names = tuple(one["name"] for one in _NAME.finditer("".join(match["names"].split())))
            if len(set(names)) > 1 and sum(map(len, names)) + len(names) * 2 >= len(match["names"]):
                return names
    return ()


def read_offices(
    passage: Passage, names: tuple[str, ...], parent: str
) -> tuple[list[OfficeOfItsOwn], tuple[Passage, ...]]:
    """The offices that sentences of a passage are about, and what else the passage says."""
    if not any(name in passage.text for name in names):
        return [], (passage,)
    begins = re.compile(
        rf"(?:^|(?<=[,。;]))\s*(?P<name>{'|'.join(map(re.escape, names))})(?=设|挂靠|,|由|(?:常务)?副?主任)"
    )
    starts = list(begins.finditer(passage.text))
    found: list[OfficeOfItsOwn] = []
    rest: list[Passage] = []
    low = 0
    for number, match in enumerate(starts):
        following = starts[number + 1].start("name") if number + 1 < len(starts) else len(passage)
        stop = _STOP.search(passage.text, match.end(), following)
        high = stop.end() if stop else following
        told = _told(passage, match["name"], match.start("name"), high, parent)
        if told is None:
            continue
        found.append(told)
        rest.append(passage.cut(low, match.start("name")))
        low = high
    rest.append(passage.cut(low))
    return found, tuple(part for part in rest if part.text.strip())


def _told(passage: Passage, name: str, low: int, high: int, parent: str) -> OfficeOfItsOwn | None:
    """What `text[low:high]`, which begins with the name of an office, says of it; None if neither a seat nor a place."""
    end = low + len(name)
    named = Named(passage.printed(low, end), "sentence", passage, low, end, parent=parent, confidence=0.9)
    seated = _SEATED.match(passage.text, end, high)
    place = None
    if seated is not None:
        place = Office("", passage.printed(*seated.span("place")), passage, low, seated.end())
    seats: list[Seat] = []
    for pattern in (_HELD, _HOLDS):
        for match in pattern.finditer(passage.text, end - 1, high):
            who = next(span for group, span in _spans(match) if group != "role" and span[0] >= 0)
            seats.extend(seats_of(passage, *who, As(match["role"], RULE, 0.9)))
    seats = [seat for seat in seats if seat.person or seat.title]
    return OfficeOfItsOwn(named, tuple(seats), place) if seats or place is not None else None


def _spans(match: re.Match[str]) -> list[tuple[str, tuple[int, int]]]:
    return [(group, match.span(group)) for group in match.groupdict()]
