"""What a reader of a file format gives: pages of printed lines and tables, each with its place.

`paper_from` puts the pages into one derived text, in the shape a text paper has: a printed line a line (wrapped ones put together
where that is sure), a table row a line with tabs between its cells, an empty line before a paragraph. The derived text is what quotes
are cut from; the places lead from its characters back to page and box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.limits import LIMITS, Limits, beyond
from loaders.readers.paper import Box, Paper, PaperKind, Place
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
    """One row of a table: a cell merged over rows stands in each of them, one merged over columns once and then blank."""

    cells: tuple[str, ...]
    box: Box | None = None
    confidence: float = 1.0
    page: int = 0  # where it is printed, if the table goes on over pages


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table in printed order; rows from several pages if it goes on over them."""

    rows: tuple[PrintedRow, ...]


Block = PrintedLine | PrintedTable


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its number (from 1; 0 where a format has no pages), its size in points, and what it prints, in reading order."""

    number: int
    blocks: tuple[Block, ...]
    width: float = 0.0
    height: float = 0.0


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
            for text, place in _lines_of(block, page.number):
                lines.append(text)
                places.append([place])
                size += len(text) + 1
            after_table = table
            if size > limits.characters:
                raise beyond(name, "PAPER-TOO-LONG", found=f"{size} 字 characters", limit=f"{limits.characters}")
    places.append([Place(places[-1][-1].page if places else 0)])
    text = "\n".join((*lines, ""))
    return replace(
        paper_of(text, name=name, sha256=sha256, kind=printed.kind, places=tuple(tuple(each) for each in places)),
        unread_pages=tuple(each.page for each in printed.unreadable),
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


def _lines_of(block: Block, page: int) -> list[tuple[str, Place]]:
    if isinstance(block, PrintedLine):
        return [(one_line(block.text).rstrip(), Place(page, block.box, block.confidence))]
    return [
        ("\t".join(one_line(cell).strip() for cell in row.cells), Place(row.page or page, row.box, row.confidence))
        for row in block.rows
    ]


def _needs_space(left: str, right: str) -> bool:
    """Whether two stretches of Latin letters or digits met at the end of a line."""
    return left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
