"""Leaders by bodies: a table that is its own picture."""

from __future__ import annotations

from core.settings import Language
from graph.stores.store import Row
from queries.answers.rows import text
from queries.library import Library
from queries.printed import as_printed
from viz.scene import Cell, Matrix

#: Columns a page can show side by side.
_LEADERS = 30
_ORDER = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "RESPONSIBLE_FOR", "LIAISES_WITH")


def matrix(library: Library, on: str, place: str, *, language: Language) -> Matrix:
    """Who heads, has charge of, shares and liaises with which body on a day: leaders and bodies as papers list them.

    Of more leaders than fit, the most loaded stay.
    """
    rows = desks(library, on, place)
    leaders: dict[str, Cell] = {}
    bodies: dict[str, Cell] = {}
    joined: dict[tuple[str, str], dict[str, str]] = {}
    load: dict[str, int] = {}
    partial: set[tuple[str, str]] = set()
    for row in rows:
        leader, body = text(row, "person_id"), text(row, "object_id")
        leaders.setdefault(leader, Cell(text(row, "person"), leader))
        bodies.setdefault(body, Cell(text(row, "object"), body))
        joined.setdefault((body, leader), {})[text(row, "edge")] = _verb(row, language)
        load[leader] = load.get(leader, 0) + 1
        if row["edge"] != "LIAISES_WITH" and (row["capacity"] == "assisting" or row["scope"]):
            partial.add((body, leader))
    most = set(sorted(leaders, key=lambda leader: (-load[leader], leader))[:_LEADERS])
    kept = [cell for cell in leaders.values() if cell.id in most]
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
    ordered = sorted((cell for cell in bodies.values() if cell.id in first), key=lambda cell: first[cell.id])
    cells = tuple(
        tuple(tuple(sorted(joined.get((body.id, leader.id), {}).items(), key=_edge_rank)) for leader in kept)
        for body in ordered
    )
    title = "领导分工一览" if language == "zh" else "Leaders and bodies"
    return Matrix(title, on, tuple(kept), tuple(ordered), cells, len(leaders) - len(kept), frozenset(partial))


def desks(library: Library, on: str, place: str, *, limit: int = 2_000) -> list[Row]:
    """The bodies on all desks of a day, place by place, each leader's together, in printed order."""
    found = library.rows("people/desks", on=on, jurisdiction=place, limit=limit)
    rows = as_printed(library, [row for row in found if row["object_kind"] == "Organisation"])
    rank = {leader: place for place, leader in enumerate(dict.fromkeys(text(row, "person_id") for row in rows))}
    return sorted(rows, key=lambda row: (text(row, "jurisdiction"), rank[text(row, "person_id")]))


def _verb(row: Row, language: Language) -> str:
    """The printed verb, with what narrows it: 协助区长分管, 分管（限医药）."""
    verb, via, scope = text(row, "relation"), text(row, "via"), text(row, "scope")
    if row["capacity"] == "assisting":
        verb = (f"协助{via}{verb}" if via else f"协助{verb}") if language == "zh" else f"assisting {via}: {verb}"
    if scope:
        verb = f"{verb}（限{scope}）" if language == "zh" else f"{verb} ({scope} only)"
    return verb


def _rank(edges: dict[str, str]) -> int:
    return 1 if set(edges) == {"LIAISES_WITH"} else 0


def _edge_rank(item: tuple[str, str]) -> int:
    return _ORDER.index(item[0])
