"""Invented papers in plain files: `=== name`, the paper, `--- reads`, the rows a careful reader finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Paper:
    """One invented paper and its rows, one a line."""

    name: str
    text: str
    rows: list[str]


def papers(file: str) -> list[Paper]:
    """The papers of a file beside this one, in order; lines before the first `===` are remarks."""
    found = []
    for part in (HERE / file).read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, _, rows = rest.partition("\n--- reads")
        found.append(Paper(name.strip(), text + "\n", [row for row in rows.split("\n") if row.strip()]))
    return found
