"""Ruled tables of a scan: what the rulings in the picture enclose are cells, and the words recognised inside are theirs.

Long straight strokes are rulings; each white area they enclose is a cell, merged ones too. A table counts only if its cells fill a
grid without a gap: rulings that are broken, bent or lie askew give none, and its words are read as lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from loaders.readers.layout import Piece, around
from loaders.readers.paper import Box
from loaders.readers.pdf_letters import Letter
from loaders.readers.pdf_tables import Found, table_of, tiled

if TYPE_CHECKING:
    from PIL.Image import Image

#: A stroke longer than this, in points, is a ruling: the largest title of these papers has strokes of 20.
_RULING = 22.0
#: A cell is at least this wide and high, in points: room for one character.
_LEAST = 7.0
#: A cell is a rectangle: the white area fills its box to this part.
_FILLED = 0.9


def tables_of(image: Image, pieces: Sequence[Piece], number: int, scale: float) -> list[Found]:
    """The ruled tables of page `number`; `pieces` are its recognised lines, `scale` makes points of pixels."""
    found = []
    for cells in _ruled(image, scale):
        table = table_of(cells, [letter for piece in pieces for letter in _letters(piece)], number)
        if table is None or not tiled(cells):
            continue
        rows = tuple(
            replace(row, confidence=min((each.confidence for each in pieces if _inside(each, row.box)), default=1.0))
            for row in table.rows
        )
        found.append(Found(around(cells), replace(table, rows=rows)))
    return found


def _ruled(image: Image, scale: float) -> list[list[Box]]:
    """The boxes that rulings enclose, those of one net of rulings together."""
    import cv2
    import numpy as np

    grey = np.asarray(image.convert("L"))
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    length = max(int(_RULING / scale), 3)
    strokes = [cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) for shape in ((1, length), (length, 1))]
    rulings = cv2.dilate(cv2.bitwise_or(*strokes), np.ones((3, 3), np.uint8))
    _, nets = cv2.connectedComponents(rulings)
    _, _, areas, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(rulings), connectivity=4)
    height, width = rulings.shape
    least = _LEAST / scale
    cells: dict[int, list[Box]] = defaultdict(list)
    for x, y, wide, high, size in areas[1:].tolist():
        on_edge = x == 0 or y == 0 or x + wide == width or y + high == height
        if not on_edge and min(wide, high) >= least and size >= _FILLED * wide * high:
            net = int(nets[y + high // 2, x - 1])
            cells[net].append(Box(x * scale, y * scale, (x + wide) * scale, (y + high) * scale))
    return list(cells.values())


def _letters(piece: Piece) -> list[Letter]:
    """The characters of a line, each with its share of the line's box: a line may reach over a ruling."""
    widths = [2 if east_asian_width(each) in "WFA" else 1 for each in piece.text]
    share = (piece.box.x1 - piece.box.x0) / max(sum(widths), 1)
    letters, left = [], piece.box.x0
    for each, wide in zip(piece.text, widths, strict=True):
        letters.append(Letter(each, Box(left, piece.box.top, left + wide * share, piece.box.bottom), piece.size))
        left += wide * share
    return letters


def _inside(piece: Piece, box: Box | None) -> bool:
    return box is not None and box.top <= piece.middle < box.bottom and piece.box.x0 < box.x1 and piece.box.x1 > box.x0
