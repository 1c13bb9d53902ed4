"""DOCX to printed paragraphs and tables, as they would leave the printer.

Kept: body, tables (merged cells filled, a table inside a cell read out), text boxes after the paragraph that holds them, insertions
under review, automatic numbers, footnotes after the text. Dropped: deletions, hidden text, headers and footers, comments, fields'
instructions. Macros and embedded objects are never looked at, and no relationship is followed out of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from loaders.limits import Limits
from loaders.readers.archive import Archive
from loaders.readers.docx_numbers import Numbers, W, numbers_of
from loaders.readers.formats import broken
from loaders.readers.grid import Cell, cell_words, laid_out
from loaders.readers.ooxml import main_part, part
from loaders.readers.pages import Block, Printed, PrintedLine, PrintedPage, PrintedTable

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: What is no longer, or not yet, part of the printed text.
_DROPPED = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "rt", "pPr", "rPr", "sectPr", "sdtPr", "object")
)
_BLOCKS = frozenset(f"{W}{name}" for name in ("p", "tbl"))
#: Words that are an element of their own. A tab is room between words: a tab of the derived text parts the cells of a table.
_MARKS = {
    f"{W}tab": "  ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}ptab": "  ",
}  # fmt: skip
_SAVE_AGAIN = "用文字处理软件打开后另存 | open it in a word processor and save it again"


def read(data: bytes, name: str, limits: Limits) -> Printed:
    """The blocks of a DOCX on one page without a number: where its pages end only a printer knows.

    Raises `InputError` (`FILE-BROKEN`, `XML-DOCTYPE`, `FILE-LOCKED`) or `LimitError`.
    """
    with Archive(data, name, limits) as archive:
        main = main_part(archive, "word/document.xml", limits)
        root = part(archive, main, limits)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise broken(name, "DOCX", "没有正文 | no body", _SAVE_AGAIN)
        folder = main.rpartition("/")[0]
        numbers = numbers_of(
            part(archive, f"{folder}/numbering.xml", limits), part(archive, f"{folder}/styles.xml", limits)
        )
        reader = _Reader(name, limits, numbers)
        blocks = [*reader.blocks(body), *reader.notes(part(archive, f"{folder}/footnotes.xml", limits))]
    return Printed("docx", (PrintedPage(0, tuple(blocks)),))


@dataclass(slots=True)
class _Reader:
    """Reads the elements of one document in order; the numbers count on while it goes."""

    name: str
    limits: Limits
    numbers: Numbers

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The printed lines and tables under an element."""
        held = ""  # the words of a paragraph whose end was deleted: it goes on in the next
        for element in _block_elements(parent):
            if element.tag == f"{W}tbl":
                yield from self._table(element)
                continue
            boxes: list[etree._Element] = []
            words = held + self.numbers.before(element.find(f"{W}pPr")) + "".join(_words(element, boxes))
            if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                held = words
                continue
            held = ""
            for number, line in enumerate(line for line in words.split("\n") if line.strip()):
                yield PrintedLine(line.strip(), apart=number == 0)
            for box in boxes:
                yield from self.blocks(box)

    def notes(self, root: etree._Element | None) -> Iterator[Block]:
        """The footnotes, each a line."""
        for note in () if root is None else root.iterfind(f"{W}footnote"):
            if note.get(f"{W}type", "normal") == "normal":
                yield from self.blocks(note)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        rows = [list(self._cells(row)) for row in _under(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        if all(len(row) <= 1 for row in rows):  # a frame around text, no table
            for row in _under(table, f"{W}tr"):
                for cell in _under(row, f"{W}tc"):
                    yield from self.blocks(cell)
            return
        laid = laid_out(_spans_down(rows), name=self.name, limits=self.limits)
        filled = tuple(row for row in laid if any(row.cells))
        if filled:
            yield PrintedTable(filled)

    def _cells(self, row: etree._Element) -> Iterator[_Down]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        if before is not None and _span(before) > 0:
            yield _Down(Cell("", columns=_span(before)), goes_on=False)
        for cell in _under(row, f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            text = "" if goes_on else self._cell_words(cell)
            yield _Down(Cell(text, columns=_span(span) if span is not None else 1), goes_on)

    def _cell_words(self, cell: etree._Element) -> str:
        parts: list[str] = []
        for block in self.blocks(cell):
            if isinstance(block, PrintedLine):
                parts.append(block.text)
            else:
                parts.extend(" ".join(filter(None, row.cells)) for row in block.rows)
        return cell_words(parts)


@dataclass(frozen=True, slots=True)
class _Down:
    """A cell, and whether it goes on with the one above."""

    cell: Cell
    goes_on: bool


def _spans_down(rows: list[list[_Down]]) -> list[list[Cell]]:
    """Cells that go on with the one above, written as how many rows that one covers."""
    placed: list[list[tuple[int, _Down]]] = []
    for row in rows:
        column = 0
        placed.append([])
        for each in row:
            placed[-1].append((column, each))
            column += max(each.cell.columns, 1)
    heights: dict[tuple[int, int], int] = {}
    roots: dict[int, tuple[int, int]] = {}  # by column: where the cell above begins
    for number, cells in enumerate(placed):
        for column, each in cells:
            if not each.goes_on or column not in roots:
                roots[column] = (number, column)
            heights[roots[column]] = number - roots[column][0] + 1
    return [
        [
            replace(each.cell, rows=heights.get((number, column), 1))
            for column, each in cells
            if not each.goes_on or (number, column) in heights
        ]
        for number, cells in enumerate(placed)
    ]


def _block_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables under an element, through whatever only wraps them."""
    waiting = list(reversed(_children(parent)))
    while waiting:
        element = waiting.pop()
        if element.tag in _BLOCKS:
            yield element
        elif element.tag not in _DROPPED:
            waiting.extend(reversed(_children(element)))


def _under(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Elements of a tag under an element, through wrappers but not through other blocks."""
    waiting = list(reversed(_children(parent)))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _DROPPED and element.tag not in _BLOCKS:
            waiting.extend(reversed(_children(element)))


def _words(paragraph: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The printed words of a paragraph; text boxes met on the way are put into `boxes`."""
    waiting = list(reversed(_children(paragraph)))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            yield (element.text or "").replace("\t", "  ").replace("\n", " ")
        elif element.tag == f"{W}br" and element.get(f"{W}type") == "page":
            continue
        elif element.tag in _MARKS:
            yield _MARKS[element.tag]
        elif element.tag == f"{W}txbxContent":
            boxes.append(element)
        elif element.tag == f"{W}r" and _is_hidden(element):
            continue
        elif element.tag not in _DROPPED:
            waiting.extend(reversed(_children(element)))


def _children(element: etree._Element) -> list[etree._Element]:
    """The children of an element that count: of two forms of one thing the first."""
    if element.tag == f"{_ALTERNATE}AlternateContent":
        chosen = element.find(f"{_ALTERNATE}Choice")
        if chosen is None:
            chosen = element.find(f"{_ALTERNATE}Fallback")
        return list(chosen) if chosen is not None else []
    return [child for child in element if isinstance(child.tag, str)]


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "true") not in ("0", "false", "off")


def _span(element: etree._Element) -> int:
    value = element.get(f"{W}val", "")
    return int(value) if value.isdecimal() and len(value) < 5 else 1
