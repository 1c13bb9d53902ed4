"""What belongs to the page and not to the text: running headers, running footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.readers.pages import Block, PrintedLine, PrintedPage

#: Lines of a page, from its top and from its bottom, that may be furniture.
_DEEP = 3
_DIGITS = re.compile(r"[0-9０-９]+|[〇一二三四五六七八九十]+(?=页)")
_WHITE = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(r"[-—–·.\s]*(?:第?\s*\d{1,4}\s*页?|[ivxIVX]{1,6})(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–·.\s]*")
#: The part of its height at the very edge, where offices print headers and footers only (GB/T 9704-2012 leaves 12 % for the margin).
_EDGE = 0.065
#: The part of a page's height at its top and bottom in which a lone number is that of the page.
_MARGIN = 0.12


def without_furniture(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """The pages without page numbers and without lines that return, digits aside, at one height of several pages.

    Of three pages at least, or of two if it stands in their margin.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(page, block) for block in _edge_lines(page) if isinstance(block, PrintedLine)})
    running = {key for key, count in seen.items() if key[0] and count >= (2 if _is_margin(key[1] / 50) else 3)}
    return [
        replace(
            page,
            blocks=_opened(tuple(block for block in page.blocks if not _is_furniture(page, block, running))),
        )
        for page in pages
    ]


def _edge_lines(page: PrintedPage) -> list[Block]:
    by_height = sorted(
        (block for block in page.blocks if isinstance(block, PrintedLine) and block.box is not None),
        key=lambda block: block.box.top if block.box else 0.0,
    )
    return [*by_height[:_DEEP], *by_height[max(_DEEP, len(by_height) - _DEEP) :]]


def _key(page: PrintedPage, line: PrintedLine) -> tuple[str, int]:
    """The words without white space and with digits alike, and the height on the page in steps of two hundredths."""
    height = line.box.top / page.height if line.box and page.height else 0.0
    return _DIGITS.sub("0", _WHITE.sub("", line.text)), round(height * 50)


def _is_furniture(page: PrintedPage, block: Block, running: set[tuple[str, int]]) -> bool:
    if not isinstance(block, PrintedLine) or block.box is None or not page.height:
        return False
    if block.box.bottom < _EDGE * page.height or block.box.top > (1 - _EDGE) * page.height:
        return True
    if _is_margin(block.box.top / page.height) and _PAGE_NUMBER.fullmatch(block.text.strip()):
        return True
    key, height = _key(page, block)
    near = {(key, height + step) for step in (-1, 0, 1)}
    return bool(near & running) and block in _edge_lines(page)


def _is_margin(height: float) -> bool:
    return height < _MARGIN or height > 1 - _MARGIN


def _opened(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first line of a page that lost its header begins a paragraph until the page before says otherwise."""
    if blocks and isinstance(blocks[0], PrintedLine):
        return (replace(blocks[0], apart=True), *blocks[1:])
    return blocks
