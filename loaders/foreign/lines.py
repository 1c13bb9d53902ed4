"""A sheet's table written out as the lines of a printed one, with the sheet's row behind each line.

Merged cells are filled already; here the lines inside a cell are put together or parted, a blank cell of a workbook is
marked so that no reader takes it for a merged one, and headings of one cell stay headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.private import MASK
from loaders.foreign.heads import Head
from loaders.foreign.kinds import Column, flat
from loaders.gazette import lists
from loaders.gazette.persons import may_be_name
from loaders.readers.folding import fold
from loaders.readers.sheets import Sheet

_DIVIDES = re.compile(r"分工|分管|领导.{0,8}职责")
_LISTS = frozenset(
    ["lead_orgs", "leader", "responsible_orgs", "cooperating_orgs", "person", "person_a", "person_b", "fallback", "org",
     "分管", "协管", "联系", "负责", "主持", "协助"]
)  # fmt: skip
_PERSONS = frozenset(["leader", "person", "person_a", "person_b", "fallback", "协助"])
#: Columns whose blank cell a printed table leaves blank for the cell above; a workbook says itself what is merged.
_MERGED_IN_PRINT = frozenset(["leader", "lead_orgs", "deadline", "section", "category"])
BLANK = "/"
_SIDE_BY_SIDE = frozenset(["person", "title", "role", "org"])
#: Days as workbooks keep them, 1982 to 2091: how many there are since the end of 1899.
_KEPT_DAY = re.compile(r"[3-6]\d{4}")
_FIRST_DAY = date(1899, 12, 30)
_STOP = "、,，;；。"


@dataclass(slots=True)
class Lines:
    """The printed lines a table is written out as, and the sheet's row behind each."""

    text: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def add(self, words: str, row: int) -> None:
        self.text.append(words)
        self.rows.append(row)


def written(sheet: Sheet, head: Head, heading: str, caption_row: int, stop: int) -> Lines:
    """The table as printed lines: its title, its head in words the reader knows, its rows between tabs."""
    lines = Lines()
    title = heading
    if head.kind.table == "portfolios" and not _DIVIDES.search(heading):
        title = f"{heading}（分工）"
    lines.add(title, min(caption_row, head.row))
    if head.kind.table == "memberships":
        lines.add(heading, min(caption_row, head.row))  # the heading that names the body over its list
    group = next((place for place, column in head.columns.items() if column.name == "group"), None)
    places = sorted(place for place in head.columns if place != group)
    heads = "\t".join(_head_word(sheet, head, place) for place in places)
    lines.add(heads, head.row)
    body = ""
    for row in range(head.row + 1, stop):
        cells = sheet.rows[row]
        if not any(cells) or cells == sheet.rows[head.row]:
            continue
        distinct = {cell for cell in cells if cell}
        if len(distinct) == 1 and sum(map(bool, cells)) > 0 and is_heading(sheet, row, head):
            lines.add("\t".join([joined(distinct.pop()), *[""] * (len(places) - 1)]), row)
            continue
        if group is not None and joined(cells[group]) not in ("", body):
            body = joined(cells[group])  # each body's rows stand under its own name, as in print
            lines.add(body, row)
            lines.add(heads, row)
        for parts in _side_by_side(head, places, cells):
            lines.add(
                "\t".join(_as_blank(sheet, head, place, part) for place, part in zip(places, parts, strict=True)), row
            )
    return lines


def cell_of(sheet: Sheet, row: int) -> str:
    """The place of the first cell of a row that prints words of its own."""
    if row >= len(sheet.rows):
        return sheet.place(max(0, len(sheet.rows) - 1))
    cells = sheet.rows[row]
    own = (place for place, cell in enumerate(cells) if cell and (row, place) not in sheet.covered)
    return sheet.place(row, next(own, 0))


def words_of(sheet: Sheet, row: int, private: set[int]) -> str:
    """The words of a row, those under a private column masked."""
    return "；".join(
        MASK * len(cell) if place in private else " ".join(cell.split("\n"))
        for place, cell in enumerate(sheet.rows[row])
        if cell
    )


def is_heading(sheet: Sheet, row: int, head: Head) -> bool:
    """A row of one cell: a heading of what follows, unless only its title column is filled, or a leader has no stand-in."""
    own = [place for place, cell in enumerate(sheet.rows[row]) if cell and (row, place) not in sheet.covered]
    if len(own) != 1 or own[0] != min(head.columns):
        return False
    return head.columns[own[0]].name != "person_a" or not may_be_name(fold(joined(sheet.rows[row][own[0]])))


def joined(cell: str) -> str:
    return "".join(part.strip() for part in cell.split("\n"))


def _as_blank(sheet: Sheet, head: Head, place: int, words: str) -> str:
    """A blank cell of a workbook, marked so that no reader takes it for one merged with the cell above."""
    blank = not words and sheet.tells_merges and head.columns[place].name in _MERGED_IN_PRINT
    return BLANK if blank else words


def _head_word(sheet: Sheet, head: Head, place: int) -> str:
    """The printed words if the reader takes them for this column, else words it does."""
    column, printed = head.columns[place], flat(fold(sheet.rows[head.row][place]))
    return printed if column.fits(printed) else column.head


def _side_by_side(head: Head, places: list[int], cells: tuple[str, ...]) -> Iterator[list[str]]:
    """A row as one line, or as several where names and posts stand line by line beside each other in their cells."""
    beside = [
        place
        for place in places
        if head.columns[place].name in _SIDE_BY_SIDE
        and len([each for each in cells[place].split("\n") if each.strip()]) > 1
    ]
    counts = {len([each for each in cells[place].split("\n") if each.strip()]) for place in beside}
    names = any(head.columns[place].name == "person" for place in beside)
    if head.kind.table == "memberships" and names and len(counts) == 1:
        parted = {place: [each for each in cells[place].split("\n") if each.strip()] for place in beside}
        for number in range(counts.pop()):
            yield [
                joined(parted[place][number]) if place in parted else _one_line(cells[place], head.columns[place])
                for place in places
            ]
        return
    yield [_one_line(cells[place], head.columns[place]) for place in places]


def _one_line(cell: str, column: Column) -> str:
    """The lines of a cell put together: a new line after a whole name or body is a new item, else the word goes on.

    A day that a workbook shows as the number it keeps (45473) is written as a day.
    """
    if column.name == "deadline" and _KEPT_DAY.fullmatch(cell):
        return (_FIRST_DAY + timedelta(days=int(cell))).isoformat()
    if "\n" not in cell:
        return cell
    parts = [part.strip() for part in cell.split("\n") if part.strip()]
    if column.name not in _LISTS:
        return "".join(parts)
    words = parts[0]
    for part in parts[1:]:
        last = re.split(f"[{_STOP}:：]", words)[-1]
        if words.endswith(tuple(_STOP)) or part.startswith(tuple(_STOP)):
            words += part
        elif _is_whole(last, part, column):
            words += f"、{part}"
        elif re.match(r"(?:\d{1,2}|[一二三四五六七八九十])[.、．]", part):
            words += f"；{part}"
        else:
            words += part
    return words


def _is_whole(last: str, part: str, column: Column) -> bool:
    """Whether a list's item ended with its line, so that the next line is another one (县政府 / 办公室 is one body)."""
    upper, lower = fold(last), re.split(f"[{_STOP}:：]", fold(part))[0]
    if column.name in _PERSONS:
        return may_be_name(upper) or may_be_name(lower)
    return lists.is_body(upper) and (len(lower) > 4 or not lower.startswith(("办公", "办", "机关", "委员会")))
