"""A picture with everything that stands beside it: title, day, legend, and the table it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from viz.palette import Key

Kind = Literal["network", "figure", "explorer"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a table, and the id of what it names."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: `data` is the JSON its library takes; `left_out` things did not fit (0: all are there).

    `notes` are what a reader must know of it; a stand-alone file prints them. One that is `paged` is as high as it must be.
    """

    kind: Kind
    title: str
    on: str
    data: str
    keys: tuple[Key, ...]
    heads: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]
    left_out: int = 0
    notes: tuple[str, ...] = ()
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Leaders by bodies: `cells[row][column]` are the edge types that join them, with the printed verb.

    `partial` are the bodies and leaders (ids) where the charge is only assisted in, or only of a part of the body.
    """

    title: str
    on: str
    columns: tuple[Cell, ...]
    rows: tuple[Cell, ...]
    cells: tuple[tuple[tuple[tuple[str, str], ...], ...], ...]
    left_out: int = 0
    partial: frozenset[tuple[str, str]] = frozenset()


def safe_json(text: str) -> str:
    """JSON that may stand in a script element: nothing in it ends the element or begins a comment."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
