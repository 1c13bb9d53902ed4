"""Leaders by bodies: a table that is its own picture."""

from __future__ import annotations

from core.settings import Language
from queries.answers.rows import text
from queries.library import Library
from viz.scene import Cell, Matrix

#: Columns a page can show side by side.
_LEADERS = 30
_ORDER = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "RESPONSIBLE_FOR", "LIAISES_WITH")


def matrix(library: Library, on: str, place: str, *, language: Language) -> Matrix:
    """Who heads, has charge of, shares and liaises with which body on a day. Most loaded leaders first."""
    rows = [
        row for row in library.rows("people/desks", on=on, jurisdiction=place) if row["object_kind"] == "Organisation"
    ]
    leaders: dict[str, Cell] = {}
    bodies: dict[str, Cell] = {}
    joined: dict[tuple[str, str], dict[str, str]] = {}
    load: dict[str, int] = {}
    for row in rows:
        leader, body = text(row, "person_id"), text(row, "object_id")
        leaders.setdefault(leader, Cell(text(row, "person"), leader))
        bodies.setdefault(body, Cell(text(row, "object"), body))
        joined.setdefault((body, leader), {})[text(row, "edge")] = text(row, "relation")
        load[leader] = load.get(leader, 0) + 1
    columns = sorted(leaders.values(), key=lambda cell: (-load[cell.id], cell.text, cell.id))
    kept = columns[:_LEADERS]
    place_of = {cell.id: number for number, cell in enumerate(kept)}
    first = {
        body: min(
            (_rank(edges), place_of[leader])
            for (other, leader), edges in joined.items()
            if other == body and leader in place_of
        )
        for body in {body for body, leader in joined if leader in place_of}
    }
    # Bodies stand under the leader who has charge of them; those that are only liaised with come last.
    ordered = sorted(
        (cell for cell in bodies.values() if cell.id in first), key=lambda cell: (first[cell.id], cell.text)
    )
    cells = tuple(
        tuple(tuple(sorted(joined.get((body.id, leader.id), {}).items(), key=_edge_rank)) for leader in kept)
        for body in ordered
    )
    title = "领导分工一览" if language == "zh" else "Leaders and bodies"
    return Matrix(title, on, tuple(kept), tuple(ordered), cells, len(columns) - len(kept))


def _rank(edges: dict[str, str]) -> int:
    return 1 if set(edges) == {"LIAISES_WITH"} else 0


def _edge_rank(item: tuple[str, str]) -> int:
    return _ORDER.index(item[0])
