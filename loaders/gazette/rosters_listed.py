"""What the lists of a block hold: seats behind labels, in tables, and those of chiefs of rivers and woods beside their places.

Each kind of list is read by a module of its own; here stands in which order they are asked, and which lines they took.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.gazette import offices_lists
from loaders.gazette.groups import Named
from loaders.gazette.groups_stations import chief_of
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import Block
from loaders.gazette.rosters_chiefs import read_chief_lines, read_chief_tables
from loaders.gazette.rosters_lines import read_lines
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.rosters_tables import read_tables
from loaders.gazette.rosters_units import read_lead_units
from loaders.readers.paper import Passage

_PRESS = re.compile("(?:责任|执行|特约|美术)?编辑|校对")
_OF_PRESS = re.compile("[编刊报志]")


@dataclass(slots=True)
class Listed:
    """The lines of a block that may hold lists, the seats in them, and how far each line was read (by its start)."""

    lines: list[Passage]
    seats: list[Seat]
    known: frozenset[str]  # whom the paper seats before this block
    read: dict[int, int] = field(default_factory=dict)

    @property
    def persons(self) -> set[str]:
        """Who has a seat by name."""
        return {seat.person for seat in self.seats if seat.person}

    @property
    def is_roster(self) -> bool:
        """Whether they list a body as a whole, and do not only add to it or take from it."""
        return any(seat.action == "listed" for seat in self.seats)


def read_listed(
    notice: Notice, block: Block, lines: list[Passage], named: Named | None, known: frozenset[str]
) -> Listed:
    """What the lists in `lines` of a block hold; `named` is the body it is under, `known` whom the paper has seated before."""
    leads, in_leads = read_lead_units(lines, named, block.heading)
    listed = Listed([line for line in lines if line.start not in in_leads], leads, known)
    for stretch, of_office in offices_lists.stretches(listed.lines):
        seats, read = read_lines(
            notice,
            stretch,
            named=named is not None,
            office=block.office or of_office,
            heading=block.heading,
            known=known | listed.persons,
            chief=chief_of(named.name) if named is not None else "",
        )
        listed.seats.extend(seats if _may_be_press(notice, named) else _without_press(seats))
        listed.read.update(read)
    listed.seats.extend(
        read_tables([line for line in listed.lines if "\t" not in line.text or line.start not in listed.read])
    )
    listed.seats.extend(read_chief_tables(listed.lines))
    at_places, read = read_chief_lines(listed.lines, block.heading)
    listed.seats.extend(at_places)
    listed.read.update(read)
    return listed


def _may_be_press(notice: Notice, named: Named | None) -> bool:
    """Whether who edits a paper may have a seat in the body: `编辑：某刊编辑部` stands in the imprint below the last notice of an issue too."""
    return notice.kind == "masthead" or named is None or _OF_PRESS.search(named.name) is not None


def _without_press(seats: list[Seat]) -> list[Seat]:
    return [seat for seat in seats if not _PRESS.fullmatch(seat.role)]
