"""Names of persons: what looks like one, and what looks misprinted. A name is never repaired."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ids import fold
from graph.names.data import surnames
from graph.names.script import plain

_DOTS = ("·", "•", "．", "‧")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a printed name should be looked at."""

    reason: str
    reason_en: str


def surname_of(name: str) -> str:
    """The surname a name starts with, in simplified script, a compound one first; empty for names without one (额登毕力格, 莎莎)."""
    folded = plain(name)
    for length in (2, 1):
        if len(folded) > length and folded[:length] in surnames():
            return folded[:length]
    return ""


def suspicion(name: str) -> Doubt | None:
    """A doubt about a name of two or three characters that starts with no known surname; None if there is none.

    Longer names and names with a dot are names of other peoples (Mongolian, Uyghur …) and carry no surname.
    """
    folded = fold(name)
    if len(folded) > 3 or len(folded) < 2 or any(dot in folded for dot in _DOTS) or surname_of(folded):
        return None
    if folded[0] == folded[-1] and len(folded) == 2:
        return Doubt(
            f"“{folded}”无姓氏，可能是名或少数民族姓名", f"{folded} has no surname: a given name, or not a Han name"
        )
    return Doubt(
        f"“{folded}”的首字“{folded[0]}”不见于姓氏表，可能误印；按原文保留",
        f"{folded}: {folded[0]} is in no list of surnames and may be a misprint; kept as printed",
    )
