"""What a published version was made of, so that the next load need only fold what it touches.

Beside the search index of a version lies a small file: which places the papers of each jurisdiction reach, how much of
everything the graph holds, and what code made it. Papers of jurisdictions that reach no place in common say nothing of
one another; what a load must fold anew is the family of the jurisdictions it brings papers of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from core.settings import Settings
from graph.stores.store import Counts

Reach = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Made:
    """What a version was made of. `code` tells which code folded it: another code may fold otherwise."""

    code: str
    reach: Reach
    counts: Counts
    statements: int

    @property
    def nodes(self) -> int:
        """All nodes."""
        return sum(self.counts.nodes.values())

    @property
    def edges(self) -> int:
        """All edges."""
        return sum(self.counts.edges.values())


def family(start: Iterable[str], reach: Reach) -> frozenset[str]:
    """The jurisdictions that `start` is joined to by places in common, itself included.

    >>> reach = {"a": frozenset({"1", "2"}), "b": frozenset({"2"}), "c": frozenset({"3"})}
    >>> sorted(family({"a"}, reach))
    ['a', 'b']
    """
    by_place: dict[str, set[str]] = {}
    for jurisdiction, places in reach.items():
        for place in places:
            by_place.setdefault(place, set()).add(jurisdiction)
    found: set[str] = set()
    waiting = set(start)
    while waiting:
        one = waiting.pop()
        found.add(one)
        near = set().union(*(by_place.get(place, set()) for place in reach.get(one, frozenset({one}))))
        waiting |= near - found
    return frozenset(found)


def path_of(settings: Settings, version: str) -> Path:
    """Where it is written what a version was made of."""
    return settings.search_path / f"{version}.made.json"


def write(path: Path, made: Made) -> None:
    """Write it, replacing what was there at once."""
    content = {
        "code": made.code,
        "reach": {jurisdiction: sorted(places) for jurisdiction, places in made.reach.items()},
        "nodes": made.counts.nodes,
        "edges": made.counts.edges,
        "statements": made.statements,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    fresh.replace(path)


def read(path: Path) -> Made | None:
    """What `write` wrote; None if there is nothing that can be read: then the whole is folded."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Made(
            code=str(content["code"]),
            reach={key: frozenset(places) for key, places in content["reach"].items()},
            counts=Counts(dict(content["nodes"]), dict(content["edges"])),
            statements=int(content["statements"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def sweep(settings: Settings, *, keep: set[str]) -> None:
    """Delete what was written of all versions but those named."""
    for path in settings.search_path.glob("*.made.json"):
        if path.name.removesuffix(".made.json") not in keep:
            path.unlink(missing_ok=True)


@cache
def code() -> str:
    """A digest of the code and the tables between the ledger and the graph."""
    digest = hashlib.sha256()
    for path, file in sorted(_files(resources.files("graph"), "")):
        digest.update(path.encode() + b"\x00" + file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable, path: str) -> Iterable[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{path}{item.name}/")
        elif item.name.endswith((".py", ".yaml", ".csv")):
            yield f"{path}{item.name}", item
