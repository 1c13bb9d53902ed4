"""The reference tables under `graph/data` (CSV with their sources), read once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.entities import OrganisationKind, Oversight


@dataclass(frozen=True, slots=True)
class BodyWords:
    """A usual body without its level word: full name, kind and the oversight a division of work gives it."""

    name: str
    kind: OrganisationKind
    oversight: Oversight


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Name by division code (GB/T 2260): provinces, cities, counties."""
    return {row["code"]: row["name"] for row in _rows("regions.csv")}


@lru_cache(maxsize=1)
def position_classes() -> dict[str, str]:
    """`sole`, `many` or `rank` by position."""
    return {row["position"]: row["class"] for row in _rows("posts.csv")}


@lru_cache(maxsize=1)
def usual_bodies() -> dict[str, BodyWords]:
    """The usual bodies by full name."""
    return {row["name"]: _body(row) for row in _rows("abbreviations.csv")}


@lru_cache(maxsize=1)
def short_names() -> dict[str, tuple[str, ...]]:
    """Full names of usual bodies by short name; the first is the most usual."""
    found: dict[str, list[str]] = {}
    for row in _rows("abbreviations.csv"):
        for short in filter(None, row["short"].split(";")):
            found.setdefault(short, []).append(row["name"])
    return {short: tuple(names) for short, names in found.items()}


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames of one and of two characters."""
    return frozenset(row["surname"] for row in _rows("surnames.csv"))


def _body(row: dict[str, str]) -> BodyWords:
    kinds: dict[str, OrganisationKind] = {
        "government": "government", "branch": "branch", "party": "party", "congress": "congress", "court": "court",
        "mass": "mass", "vertical": "vertical", "coordinating": "coordinating",
    }  # fmt: skip
    oversights: dict[str, Oversight] = {"分管": "分管", "联系": "联系", "": ""}
    return BodyWords(row["name"], kinds[row["kind"]], oversights[row["oversight"]])


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("graph").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
