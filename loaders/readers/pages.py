"""What a reader of a file format gives: pages of printed lines and tables, each with its place.

`paper_from` puts the pages into one derived text, in the shape a text paper has: a printed line a line (wrapped ones put together
where that is sure), a table row a line with tabs between its cells, an empty line before a paragraph. The derived text is what quotes
are cut from; the places lead from its characters back to page and box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.limits import LIMITS, Limits, beyond
from loaders.readers.paper import Box, Paper, PaperKind, Place, Sheet
from loaders.readers.text import paper_of


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line. `apart`: it begins a paragraph. `joins`: it surely goes on with the words of the line above.

    Where neither is sure the reading rules decide, as they do for a text.
    """

    text: str
    box: Box | None = None
    confidence: float = 1.0
    apart: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a table: a cell merged over rows stands in each of them, one merged over columns once and then blank.

    `boxes` are those of its cells, where a format knows them.
    """

    cells: tuple[str, ...]
    box: Box | None = None
    confidence: float = 1.0
    page: int = 0  # where it is printed, if the table goes on over pages
    boxes: tuple[Box | None, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table in printed order; rows from several pages if it goes on over them."""

    rows: tuple[PrintedRow, ...]


Block = PrintedLine | PrintedTable


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its number (from 1; 0 where a format has no pages), its size in points, and what it prints, in reading order.

    `turn` is by how many degrees the page of the file is turned clockwise to be read.
    """

    number: int
    blocks: tuple[Block, ...]
    width: float = 0.0
    height: float = 0.0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A page that holds no text to read: a scan, or letters without a meaning (`garbled`)."""

    page: int
    why: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What a reader found in a file."""

    kind: PaperKind
    pages: tuple[PrintedPage, ...]
    unreadable: tuple[Unreadable, ...] = ()


def paper_from(printed: Printed, *, name: str, sha256: str, limits: Limits = LIMITS) -> Paper:
    """The paper of these pages. Raises `LimitError` (`PAPER-TOO-LONG`) beyond `limits.characters`."""
    lines: list[str] = []
    places: list[list[Place]] = []
    size = 0
    after_table = False
    for page in printed.pages:
        for block in page.blocks:
            table = isinstance(block, PrintedTable)
            if isinstance(block, PrintedLine) and block.joins and lines and not after_table:
                words = one_line(block.text).rstrip()
                lines[-1] += " " if _needs_space(lines[-1], words) else ""
                places[-1].append(Place(page.number, block.box, block.confidence, at=len(lines[-1])))
                lines[-1] += words
                size += len(words)
                continue
            if lines and lines[-1] and (table != after_table or (isinstance(block, PrintedLine) and block.apart)):
                lines.append("")
                places.append([Place(places[-1][-1].page)])
            for text, own in _lines_of(block, page.number):
                lines.append(text)
                places.append(own)
                size += len(text) + 1
            after_table = table
            if size > limits.characters:
                raise beyond(name, "PAPER-TOO-LONG", found=f"{size} 字 characters", limit=f"{limits.characters}")
    places.append([Place(places[-1][-1].page if places else 0)])
    text = "\n".join((*lines, ""))
    return replace(
        paper_of(text, name=name, sha256=sha256, kind=printed.kind, places=tuple(tuple(each) for each in places)),
        unread_pages=tuple(each.page for each in printed.unreadable),
        sheets=tuple(Sheet(each.number, each.width, each.height, each.turn) for each in printed.pages if each.width),
    )


def one_line(words: str) -> str:
    """Words as they may stand in a line of the derived text: no breaks, no tabs, nothing a text cannot hold."""
    return words.translate(_UNPRINTED)


#: What must not stand in a line: control characters and breaks (a space instead), halves of surrogate pairs.
_UNPRINTED = (
    {code: " " for code in (*range(0x20), 0x7F, 0x85, 0x2028, 0x2029)}
    | {code: None for code in (0x00, 0x08)}
    | {code: "\ufffd" for code in range(0xD800, 0xE000)}
)


def _lines_of(block: Block, page: int) -> list[tuple[str, list[Place]]]:
    if isinstance(block, PrintedLine):
        return [(one_line(block.text).rstrip(), [Place(page, block.box, block.confidence)])]
    return [_row_of(row, row.page or page) for row in block.rows]


def _row_of(row: PrintedRow, page: int) -> tuple[str, list[Place]]:
    """A row as a line, with a place for each cell that has words and a box of its own; else one for the row."""
    cells = [one_line(cell).strip() for cell in row.cells]
    places: list[Place] = []
    at = 0
    for cell, box in zip(cells, row.boxes, strict=False):
        if cell and box is not None:
            # The first place of a line holds from its beginning.
            places.append(Place(page, box, row.confidence, at=at if places else 0))
        at += len(cell) + 1
    return "\t".join(cells), places or [Place(page, row.box, row.confidence)]


def _needs_space(left: str, right: str) -> bool:
    """Whether two stretches of Latin letters or digits met at the end of a line."""
    return left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
