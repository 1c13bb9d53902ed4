"""What is open while the lines of a roster are read: the label in force, the entries under it, and the seats read so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace

from loaders.gazette.persons import is_title
from loaders.gazette.rosters_entries import LEAD, names_in_columns
from loaders.gazette.rosters_labels import Label
from loaders.gazette.rosters_rows import seat_on_two_lines
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

#: `组长（校长）：`, the post of whoever has the seat.
_POST = re.compile(r"\((?P<post>[^()]{2,16})\)")
_LONGEST_BARE = 6  # 常务副组长：
ITEM = re.compile(r"\s*(?P<number>\d{1,2})[.、](?!\d)")


class Walk:
    """What is open while lines are read: the label in force and the entries under it."""

    __slots__ = (
        "action",
        "chief",
        "entries",
        "known",
        "label",
        "label_at",
        "named",
        "office",
        "post",
        "read",
        "seats",
        "started",
    )

    def __init__(self, *, named: bool, office: bool, action: str, known: Collection[str], chief: str) -> None:
        self.named = named
        self.chief = chief
        self.known = known
        self.action = action
        self.office = office
        self.label: Label | None = None
        self.post = ""
        self.label_at: tuple[Passage, int] | None = None
        self.entries: list[Passage] = []
        self.seats: list[Seat] = []
        self.read: dict[int, int] = {}
        self.started = False

    def open(self, label: Label, line: Passage) -> None:
        """Put a label in force; the list above it is at its end."""
        if label.role == "副主任" and self.label is not None and self.label.office:
            label = replace(label, office=True)  # 办公室主任：甲 / 副主任：乙
        self.close()
        self.label = label
        self.label_at = (line, label.start)
        self.post = ""
        if label.end > label.start + _LONGEST_BARE and (inside := _POST.search(line.text, label.start, label.end)):
            self.post = inside["post"] if is_title(inside["post"]) else ""

    def seat(self) -> tuple[str, str] | None:
        """The role of the label in force and what its list does to the roster; None without a label."""
        if self.label is None:
            return None
        role = f"办公室{self.label.role}" if self.label.office or self.office else self.label.role
        return role, self.label.action if self.label.action != "listed" else self.action

    def pair(self, line: Passage) -> bool:
        """Take a line with the one above it as a name and its post; only where no other entry is open under the label.

        Where two names follow each other the lines are a list of names, and a post below them is nobody's of these.
        """
        seat = self.seat()
        if seat is None or len(self.entries) != 1:
            return False
        held = seat_on_two_lines(self.entries[0], line, *seat)
        if held is None:
            return False
        self.entries = []
        self.seats.append(held)
        self.started = True
        self.read[line.start] = line.end
        return True

    def is_item_before(self, number: int) -> bool:
        """Whether the label in force stands in the item before `number` of a list whose items end in stops."""
        if self.label_at is None or not self.label_at[0].text.rstrip().endswith(("。", ";")):
            return False
        item = ITEM.match(self.label_at[0].text)
        return item is not None and int(item["number"]) + 1 == number

    def close(self) -> None:
        """Turn the open entries into seats; what stands below belongs to no label."""
        self.settle()
        self.label = None
        self.label_at = None

    def settle(self) -> None:
        """Turn the open entries into seats; the label stays in force."""
        seat = self.seat()
        if seat is None:
            return
        role, action = seat
        first = len(self.seats) if self.post else 0
        units = self.label is not None and self.label.units
        for number, entry in enumerate(self.entries):
            lead = LEAD.match(entry.text)
            start = lead.end() if lead else 0
            if number == 0 and self.label_at is not None and entry.start < self.label_at[0].end:
                # The first seat is quoted with its label, which stands on the same line.
                line, at = self.label_at
                whole = Passage.join([line.cut(at, _place_in(line, entry.start)), entry])
                shift = len(whole.text) - len(entry.text)
                self.seats.extend(
                    seats_of(
                        whole,
                        shift + start,
                        len(whole.text),
                        As(role, "roster/label", action=action),
                        label_start=0,
                        known=self.known,
                        units=units,
                    )
                )
                continue
            rule = "roster/label" if number == 0 else "roster/continued"
            if names := names_in_columns(entry):
                self.seats.extend(
                    Seat(role, entry.printed(*span), "", "", entry, *span, rule, 0.9, action=action) for span in names
                )
                continue
            self.seats.extend(
                seats_of(entry, start, len(entry.text), As(role, rule, action=action), known=self.known, units=units)
            )
        if self.post and len(self.seats) == first + 1 and self.seats[first].person and not self.seats[first].title:
            self.seats[first] = replace(self.seats[first], title=self.post)
        self.started = self.started or bool(self.entries)
        self.entries = []


def _place_in(line: Passage, origin: int) -> int:
    """Where a code point of the paper stands in a line, or what was left out there."""
    return bisect_left(range(len(line)), origin, key=line.origin) if len(line.pieces) > 1 else origin - line.start
