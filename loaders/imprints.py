"""Where the text of a paper is printed, as the ledger keeps it: page by page, the boxes of its stretches.

What holds private data is marked, so that no picture of the page shows it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.ledger.imprints import Imprint, Spot
from graph.private import Span
from loaders.readers.paper import Box, Paper, Place


def imprints_of(paper: Paper, private: Sequence[Span] = ()) -> tuple[Imprint, ...]:
    """The pages of a paper whose places are known, in order; `private` are the stretches of its text that are masked.

    Pure. A text, DOCX or web page has none.
    """
    hidden = _merged(private)
    starts = [start for start, _ in hidden]
    spots: dict[int, list[Spot]] = {}
    for start, end, place in _stretches(paper):
        if place.box is not None and end > start:
            before = bisect_left(starts, end) - 1
            is_private = before >= 0 and hidden[before][1] > start
            spots.setdefault(place.page, []).append(_spot(start, end, place.box, private=is_private))
    return tuple(
        Imprint(sheet.page, round(sheet.width), round(sheet.height), sheet.turn, tuple(spots[sheet.page]))
        for sheet in paper.sheets
        if sheet.page in spots
    )


def _stretches(paper: Paper) -> Iterator[tuple[int, int, Place]]:
    """Every stretch of the text that has a place of its own."""
    for line, places in zip(paper.lines, paper.places, strict=False):
        for number, place in enumerate(places):
            below = line.start + places[number + 1].at if number + 1 < len(places) else line.end
            yield line.start + place.at, below, place


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap put together."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spot(start: int, end: int, box: Box, *, private: bool) -> Spot:
    """Whole points around the box."""
    return Spot(
        start, end, math.floor(box.x0), math.floor(box.top), math.ceil(box.x1), math.ceil(box.bottom), private=private
    )
