"""A value of a statement as one cell of text, and a cell back as a list: how files and corrections write them."""

from __future__ import annotations

import re

from graph.statements import Statement, columns, value_of

#: The columns of a statement that hold something, each with its value as a cell.
Cells = tuple[tuple[str, str], ...]

_LIST_ITEM = re.compile(r"(?:[^\\;]|\\[\\;]|\\)+")
_ESCAPED = re.compile(r"\\([\\;])")


def as_cell(value: str | int | float | tuple[str, ...]) -> str:
    """A value as a cell: list items escaped, 0 as the empty cell, a whole confidence without its `.0`."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return ";".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in value if item)
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value) if value else ""


def as_list(cell: str) -> tuple[str, ...]:
    """The items of a list cell; empty items are none.

    >>> as_list(r"a;b\\;c;")
    ('a', 'b;c')
    """
    return tuple(_ESCAPED.sub(r"\1", item) for item in _LIST_ITEM.findall(cell))


def cells_of(statement: Statement) -> Cells:
    """The columns of a statement that hold something, in the order in which files carry them."""
    cells = ((column, as_cell(value_of(statement, column))) for column in columns(type(statement)))
    return tuple((column, cell) for column, cell in cells if cell)
