"""Where the text of a file is printed: its pages, and on each the boxes in which stretches of the text stand.

One row a page. The boxes are whole points, as JSON lists of numbers: some twenty-five bytes a printed line, so that the largest
gazette of a year takes under three megabytes. Everything happens in the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, insert, select

from core.errors import StoreCorruptError
from graph.ledger import schema


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the code points `[start, end)` of a file's text are printed, in points from the page's upper left corner.

    `private`: private data stands among them, and the print must not be shown.
    """

    start: int
    end: int
    x0: int
    top: int
    x1: int
    bottom: int
    private: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """A printed page: its number, its size in points as a reader holds it, and what is printed where.

    `turn` is by how many degrees, clockwise, the page of the file is turned for that.
    """

    page: int
    width: int
    height: int
    turn: int
    spots: tuple[Spot, ...]

    @property
    def first(self) -> int:
        """The first code point printed on it."""
        return min(spot.start for spot in self.spots)

    @property
    def last(self) -> int:
        """The code point after the last one printed on it."""
        return max(spot.end for spot in self.spots)


def keep(connection: Connection, sha256: str, imprints: Iterable[Imprint]) -> None:
    """Write the pages of a file in place of those it had; a page on which no place is known is left out."""
    forget(connection, sha256)
    found = [
        {
            "sha256": sha256, "page": each.page, "width": each.width, "height": each.height, "turn": each.turn,
            "first": each.first, "last": each.last, "spots": _encoded(each.spots),
        }
        for each in imprints
        if each.spots
    ]  # fmt: skip
    if found:
        connection.execute(insert(schema.imprints), found)


def forget(connection: Connection, sha256: str) -> None:
    """Remove the pages of a file."""
    connection.execute(delete(schema.imprints).where(schema.imprints.c.sha256 == sha256))


def between(connection: Connection, sha256: str, start: int, end: int) -> tuple[Imprint, ...]:
    """The pages of a file on which code points of `[start, end)` are printed, in order. Raises `StoreCorruptError`."""
    table = schema.imprints
    query = select(table).where(table.c.sha256 == sha256, table.c.first < end, table.c.last > start)
    return tuple(_decoded(row) for row in connection.execute(query.order_by(table.c.page)))


def _encoded(spots: Sequence[Spot]) -> str:
    rows = [
        [each.start, each.end, each.x0, each.top, each.x1, each.bottom, *([1] if each.private else [])]
        for each in spots
    ]
    return json.dumps(rows, separators=(",", ":"))


def _spot(start: int, end: int, x0: int, top: int, x1: int, bottom: int, private: int = 0) -> Spot:
    return Spot(start, end, x0, top, x1, bottom, private=private == 1)


def _decoded(row: Row[tuple[object, ...]]) -> Imprint:
    try:
        spots = tuple(_spot(*each) for each in json.loads(row.spots))
    except (ValueError, TypeError) as error:
        raise StoreCorruptError(
            f"账本中有无法读出的一行（imprints）| a row of the ledger cannot be read: {error}",
            remedy="从备份恢复 | restore the ledger from a backup",
            code="LEDGER-CORRUPT",
        ) from error
    return Imprint(page=row.page, width=row.width, height=row.height, turn=row.turn, spots=spots)
