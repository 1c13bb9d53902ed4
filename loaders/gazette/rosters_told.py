"""What the sentences of a block tell beside its lists: seats, changes, who directs the office and where it sits, clauses.

A sentence may say several of these at once (`领导小组办公室设在甲局，主任由乙兼任，丙任副组长`), so each reader is asked, and who is read
twice is kept as the more telling one has it: the director of an office is no change of the body, a chief of a place no seat of a
plain sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.gazette import offices, offices_named, offices_short, successions
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import LONGEST, Block
from loaders.gazette.rosters_bodies import Body
from loaders.gazette.rosters_chiefs import read_chief_sentences
from loaders.gazette.rosters_listed import Listed
from loaders.gazette.rosters_owners import find
from loaders.gazette.rosters_patch_clauses import WORDS as CHANGES
from loaders.gazette.rosters_patches import read_patches
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.rosters_sentences import read_roles, read_sentences
from loaders.gazette.rosters_teams import read_team
from loaders.gazette.successions import Clause, is_clause_like
from loaders.readers.paper import Passage

_PART_ONLY = re.compile(r"其(?:他|余)(?:组成)?(?:人员|成员|领导成员)?(?:保持)?不变")
#: With both of them a notice that adjusts a body lists it anew: `指挥长由甲担任，…，成员由乙局、丙局主要负责人组成`.
_ALL_MEMBERS = re.compile(
    r"(?:成员|组员)(?:单位)?(?:分别)?由[^。;:]{4,300}?组成|(?<![主任])委员(?:分别)?由[^。;:]{4,300}?(?:组成|担任)"
)
_CHIEF_SAID = re.compile(
    r"(?<!副)(?<!办公室)(?:组长|指挥长|总指挥|召集人|主任)由|(?:任|担任|为)(?:组长|指挥长|总指挥|召集人|主任)"
)


@dataclass(slots=True)
class Told:
    """What sentences tell: seats, each with the name of its body (empty: the one at hand), offices, clauses.

    `part_only` says that a sentence keeps all other members as they were.
    """

    seats: list[tuple[str, Seat]] = field(default_factory=list)
    places: list[offices.Office] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    part_only: bool = False

    @property
    def own(self) -> list[Seat]:
        """The seats of the body at hand."""
        return [seat for name, seat in self.seats if not name]


def read_told(
    notice: Notice, block: Block, listed: Listed, named: Named | None, found: list[Body], *, setting: bool
) -> Told:
    """What the sentences of a block tell; `named` is the body it is under, `setting` says that the notice changes rosters.

    Offices with names of their own are bodies, and go to those found.
    """
    told = Told()
    for line in listed.lines:
        if line.start in listed.read and "办公" in line.text:
            told.places.extend(offices.places(line))
    unread = list(_beside_short_name(notice, block, listed, named, told))
    sentences = _Sentences(block, listed, named, told, changing=_may_change(notice, block, listed, named, setting))
    for passage in _without_offices(unread, block, found) if named is not None else unread:
        if "\t" not in passage.text and len(passage.text) <= LONGEST:
            sentences.read(passage)
    return told


def _may_change(notice: Notice, block: Block, listed: Listed, named: Named | None, setting: bool) -> bool:
    """Whether 由…兼任 changes a seat: in a notice that adjusts, without a whole list, under which it states one."""
    if not setting or listed.is_roster or (named is not None and named.action == "成立"):
        return False
    return not _lists_all(notice, block)


def _lists_all(notice: Notice, block: Block) -> bool:
    """Whether sentences of a block say who leads and of whom the members consist, and none that this one or that one changes."""
    words = "\n".join(passage.text for passage in block.passages)
    if _ALL_MEMBERS.search(words) is None or "部分" in notice.heading:
        return False
    changes = "\n".join(passage.text for passage in block.passages if not is_clause_like(passage.text))
    return _CHIEF_SAID.search(words) is not None and CHANGES.search(changes) is None


@dataclass(slots=True)
class _Sentences:
    """The sentences of one block, read into `told`: what stands around them, and who has left which role so far."""

    block: Block
    listed: Listed
    named: Named | None
    told: Told
    changing: bool
    gone: dict[str, str] = field(default_factory=dict)
    body: str = ""
    persons: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.body = self.named.name if self.named is not None else ""
        self.persons = self.listed.persons

    def read(self, passage: Passage) -> None:
        """Take what one passage tells."""
        told = self.told
        told.part_only = told.part_only or bool(_PART_ONLY.search(passage.text))
        told.clauses.extend(successions.clauses(passage))
        seated = offices.places(passage, below_heading=self.block.office)
        told.places.extend(seated)
        changed = self._changed(passage)
        of = seated[-1].of if seated else ""  # 专班办公室设在…，江河兼任办公室主任
        held = self._held(passage, of)
        directs = {(seat.role.removeprefix("办公室"), seat.person) for _, seat in held}
        # 指挥部办公室设在…，主任由甲兼任: the director of the office, and no chief of the body.
        changed = [seat for seat in changed if (seat.role, seat.person) not in directs]
        moved = {(seat.role, seat.person) for seat in changed}
        told.seats.extend((name or of, seat) for name, seat in held if (seat.role, seat.person) not in moved)
        told.seats.extend(("", seat) for seat in changed)
        chiefs = read_chief_sentences(passage)
        told.seats.extend(("", seat) for seat in chiefs)
        if changed:
            told.seats.extend(("", seat) for seat in read_roles(passage) if (seat.role, seat.person) not in moved)
        else:
            told.seats.extend(self._stated(passage, chiefs))

    def _changed(self, passage: Passage) -> list[Seat]:
        """What a passage changes in the roster of the body at hand."""
        if not self.body:
            return []
        return read_patches(passage, setting=self.changing, gone=self.gone, body=self.body)

    def _held(self, passage: Passage, of: str) -> list[tuple[str, Seat]]:
        """Who directs the office, or another one that the passage names."""
        sure = self.named is not None or bool(self.listed.seats or of) or self.block.office
        known = self.persons | _said(passage, self.body) | self.listed.known
        return offices.holders(passage, named=sure, known=known, below_heading=self.block.office)

    def _stated(self, passage: Passage, chiefs: list[Seat]) -> Iterator[tuple[str, Seat]]:
        """The seats that a passage without changes states, but those of chiefs read with their places."""
        of_places = {(seat.person, seat.start) for seat in chiefs}
        team = [("", seat) for seat in read_team(passage, self.body)]
        for name, seat in team or read_sentences(passage, self.body):
            if (seat.person, seat.start) not in of_places:
                yield name, seat


def _said(passage: Passage, body: str) -> set[str]:
    """The persons whom a sentence on the office too seats in the body: known by their names where it names its director."""
    if "办公室" not in passage.text or "主任" not in passage.text:
        return set()
    return {seat.person for _, seat in read_sentences(passage, body) if seat.person}


def _beside_short_name(
    notice: Notice, block: Block, listed: Listed, named: Named | None, told: Told
) -> Iterator[Passage]:
    """What a block tells beside the sentences on its office by the short name that the paper gives it; these go to `told`."""
    short = offices_short.short_name(notice) if named is not None else ""
    persons = listed.persons
    for passage in _unread(block.passages, listed):
        seats, place, others = offices_short.read_short(passage, short, persons)
        told.seats.extend(("", seat) for seat in seats)
        if place is not None:
            told.places.append(place)
        yield from others


def _unread(passages: Iterable[Passage], listed: Listed) -> list[Passage]:
    """The passages without the roster lines that were joined to them."""
    if not listed.read:
        return list(passages)
    taken = [line for line in listed.lines if line.start in listed.read]
    starts = [line.start for line in taken]
    kept = []
    for passage in passages:
        number = bisect_left(starts, passage.end)
        if not number or taken[number - 1].start < passage.start:
            kept.append(passage)
            continue
        low = bisect_left(range(len(passage)), listed.read[taken[number - 1].start], key=passage.origin)
        if passage.text[low:].strip("。 "):
            kept.append(passage.cut(low))
    return kept


def _without_offices(told: list[Passage], block: Block, found: list[Body]) -> Iterator[Passage]:
    """What a block tells beside the offices with names of their own, which are bodies below the one at hand."""
    names = offices_named.set_up(block.passages)
    for passage in told:
        of_offices, rest = offices_named.read_offices(passage, names, block.named.name if block.named else "")
        for office in of_offices:
            body = find(found, office.named)
            body.seats.extend(office.seats)
            body.office = body.office or office.place
        yield from rest
