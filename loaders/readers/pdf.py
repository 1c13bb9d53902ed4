"""PDF to printed lines and tables: text in reading order, rotated pages upright, tables over pages put together.

pdfplumber finds characters and rulings (faster readers drop cells whose words repeat). A page without letters is a scan, one whose
letters mean nothing (no ToUnicode) is garbled: both are told, and read by OCR if that is installed (`loaders.readers.scans`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from loaders.limits import Limits, beyond
from loaders.readers import pdf_tables
from loaders.readers.formats import broken, locked
from loaders.readers.furniture import without_furniture
from loaders.readers.layout import Column, Piece, Row, blocks_of, in_order, rows_of, starts_anew
from loaders.readers.lookalikes import plain
from loaders.readers.pages import Block, Printed, PrintedLine, PrintedPage, Unreadable
from loaders.readers.paper import Box
from loaders.readers.pdf_letters import Letter, letters_of, turn_of, why_unreadable
from loaders.readers.scans import fitting_dots

if TYPE_CHECKING:
    from PIL.Image import Image

_REMEDY = "用 PDF 软件重新保存，或另存为 DOCX | save it again with a PDF program, or as DOCX"
#: Letters nearer than this part of their size belong to one piece.
_NEAR = 1.2


def read(data: bytes, name: str, limits: Limits) -> Printed:
    """The pages of a PDF as one text; those that cannot be read as text stand in `unreadable`.

    Raises `InputError` (`FILE-LOCKED`, `FILE-BROKEN`) or `LimitError` (`PAPER-TOO-LARGE`, `PAPER-TOO-LONG`).
    """
    found = pages_of(data, name, limits)
    return replace(found, pages=tuple(put_together(found.pages)))


def pages_of(data: bytes, name: str, limits: Limits) -> Printed:
    """The same, each page as it is printed, with its running headers. Raises as `read`."""
    pages = _opened(data, name, limits)
    found: list[PrintedPage] = []
    unreadable: list[Unreadable] = []
    size = 0
    for page in pages:
        upright, turn = _upright(page)
        letters = letters_of(upright)
        why = why_unreadable(upright, letters)
        if why:
            unreadable.append(Unreadable(page.page_number, why))
        else:
            found.append(replace(_page(upright, letters), turn=turn))
            size += len(letters)
        if size > limits.characters:
            raise beyond(name, "PAPER-TOO-LONG", found=f"{size} 字 characters", limit=f"{limits.characters}")
        upright.close()
        page.close()
    return Printed("pdf" if found else "scan", tuple(found), tuple(unreadable))


def pictures(data: bytes, numbers: Sequence[int], limits: Limits, dots: int) -> Iterator[tuple[int, Image, float]]:
    """These pages as they look: number, picture, and what makes points of its pixels."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number in numbers:
            page = pdf.pages[number - 1]
            fitting = fitting_dots(float(page.width), float(page.height), limits, dots)
            yield number, page.to_image(resolution=fitting).original, 72 / fitting
            page.close()


def put_together(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Pages as one text: running headers and page numbers left out, what goes on over a page's end put together."""
    return pdf_tables.joined(_paragraphs_over_pages(without_furniture(pages)))


def _opened(data: bytes, name: str, limits: Limits) -> list[Page]:
    try:
        pages = pdfplumber.open(io.BytesIO(data)).pages
    except PdfminerException as error:
        if any(word in repr(error) for word in ("Password", "Encryption")):
            raise locked(name) from error
        if "MemoryError" in repr(error):
            raise
        raise broken(name, "PDF", str(error) or repr(error), _REMEDY) from error
    if len(pages) > limits.pages:
        raise beyond(name, "PAPER-TOO-LARGE", found=f"{len(pages)} 页 pages", limit=f"{limits.pages}")
    if not pages:
        raise broken(name, "PDF", "没有页面 | no pages", _REMEDY)
    return pages


def _upright(page: Page) -> tuple[Page, int]:
    """The page as a reader turns it, and by how much: most print upright, whatever the file says of its rotation."""
    turn = turn_of(page)
    if not turn:
        return page, 0
    turned = (page.rotation + turn) % 360
    page.page_obj.attrs["Rotate"] = turned
    page.page_obj.rotate = turned
    return Page(page.pdf, page.page_obj, page.page_number, page.initial_doctop), turn


def _page(page: Page, letters: Sequence[Letter]) -> PrintedPage:
    tables = pdf_tables.tables_of(page, letters)
    inside = [table.box for table in tables]
    pieces = _pieces([letter for letter in letters if not any(_within(letter, box) for box in inside)])
    pieces += [Piece(table.box, table=table.table) for table in tables]
    blocks: list[Block] = []
    for stretch in in_order(rows_of(pieces)):
        blocks.extend(blocks_of(stretch))
    return PrintedPage(page.page_number, tuple(blocks), float(page.width), float(page.height))


def _within(letter: Letter, box: Box) -> bool:
    x, y = (letter.box.x0 + letter.box.x1) / 2, (letter.box.top + letter.box.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _pieces(letters: Sequence[Letter]) -> list[Piece]:
    """Letters put together as far as they stand near each other on one line."""
    rows = rows_of([Piece(letter.box, letter.text, letter.size) for letter in letters])
    pieces: list[Piece] = []
    for row in rows:
        held: list[Piece] = []
        for letter in row.pieces:
            if held and letter.box.x0 - held[-1].box.x1 > _NEAR * letter.size:
                pieces.append(_joined(held))
                held = []
            held.append(letter)
        pieces.append(_joined(held))
    return [piece for piece in pieces if piece.text.strip()]


def _joined(letters: Sequence[Piece]) -> Piece:
    inked = [letter for letter in letters if letter.text.strip()] or list(letters)
    box = Box(
        inked[0].box.x0, min(letter.box.top for letter in inked), inked[-1].box.x1, max(letter.box.bottom for letter in inked)
    )  # fmt: skip
    return Piece(box, plain(pdf_tables.run_of(letters)), max(letter.size for letter in inked))


def _paragraphs_over_pages(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """A paragraph that runs to the end of a page's last line goes on with the first line of the next, unless that is set in."""
    done: list[PrintedPage] = []
    for page in pages:
        first = page.blocks[0] if page.blocks else None
        last = done[-1].blocks[-1] if done and done[-1].blocks else None
        if isinstance(first, PrintedLine) and isinstance(last, PrintedLine) and first.box and last.box:
            size = last.box.bottom - last.box.top
            upper, lower = _column_of(done[-1], last.box), _column_of(page, first.box)
            over = (
                upper.runs_over(last.box.x1, last.text, size)
                and lower.starts_at_margin(first.box.x0, size)
                and not starts_anew(first.text)
            )
            page = replace(page, blocks=(replace(first, apart=not over, joins=over), *page.blocks[1:]))
        done.append(page)
    return done


def _column_of(page: PrintedPage, box: Box) -> Column:
    """The column that a line stands in: the lines that begin near it or share its width."""
    boxes = [block.box for block in page.blocks if isinstance(block, PrintedLine) and block.box]
    near = [other for other in boxes if other.x0 < box.x1 and other.x1 > box.x0]
    return Column.of([Row((Piece(other, size=other.bottom - other.top),)) for other in near])
