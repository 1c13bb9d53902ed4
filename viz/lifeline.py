"""Facts over time as an SVG of our own: certain days solid, possible days light, a line at the day asked for.

An SVG needs no script, prints, takes the colours of the page, and is its own export. Beside it stands the table it is
drawn from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

#: Drawn at once; more lines are a wall, and the table has them all.
MAX_BARS = 80
_WIDTH, _LABEL, _ROW, _TOP, _RIGHT = 960, 250, 24, 34, 16
#: Half of the words of a tick: one nearer to the edge would be cut.
_TICK = 26
#: Characters of a label that fit its column.
_FITS = 17


@dataclass(frozen=True, slots=True)
class Bar:
    """One fact: its label, the group it is listed under, its four days, and the page it leads to.

    From `doubt_from` on it waits for somebody (待调整, 待核实).
    """

    label: str
    group: str
    colour: str
    valid_from: str = ""
    valid_to: str = ""
    possible_from: str = ""
    possible_to: str = ""
    href: str = ""
    note: str = ""
    doubt_from: str = ""


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Facts over time; `left_out` did not fit."""

    title: str
    bars: tuple[Bar, ...]
    on: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Drawn:
    bar: Bar
    y: int
    light: tuple[float, float]
    solid: tuple[float, float] | None
    doubt: tuple[float, float] | None
    open_end: bool
    short: str


@dataclass(frozen=True, slots=True)
class _Head:
    text: str
    y: int


@dataclass(frozen=True, slots=True)
class _Tick:
    text: str
    x: float


def lifeline(title: str, bars: Sequence[Bar], on: str, *, in_order: bool = False) -> Lifeline:
    """The bars that can be placed, those of one group together: in order of their beginning, or as they are given."""
    placed = [bar for bar in bars if bar.valid_from or bar.possible_from]
    groups = list(dict.fromkeys(bar.group for bar in placed))
    placed.sort(
        key=lambda bar: (
            groups.index(bar.group),
            *(() if in_order else (bar.possible_from or bar.valid_from, bar.label)),
        )
    )
    return Lifeline(title, tuple(placed[:MAX_BARS]), on, max(0, len(placed) - MAX_BARS))


def svg(picture: Lifeline, *, standalone: bool = False) -> str:
    """The SVG text; `standalone` gives it a white ground and a name space, as a file of its own needs."""
    if not picture.bars:
        return ""
    first, last = _span(picture)
    scale = (_WIDTH - _LABEL - _RIGHT) / max((last - first).days, 1)

    def x(day: str) -> float:
        return round(_LABEL + (date.fromisoformat(day) - first).days * scale, 1)

    rows: list[_Drawn] = []
    heads: list[_Head] = []
    y, group = _TOP, None
    for bar in picture.bars:
        if bar.group != group:
            group = bar.group
            heads.append(_Head(group, y + 16))
            y += _ROW
        rows.append(_drawn(bar, y, x, last))
        y += _ROW
    return _template().render(
        picture=picture,
        rows=rows,
        heads=heads,
        ticks=[_Tick(text, x(day)) for text, day in _ticks(first, last) if x(day) <= _WIDTH - _TICK],
        on=x(picture.on) if first.isoformat() <= picture.on <= last.isoformat() else None,
        width=_WIDTH,
        height=y + 10,
        left=_LABEL,
        top=_TOP,
        standalone=standalone,
    )


def _drawn(bar: Bar, y: int, x: Callable[[str], float], last: date) -> _Drawn:
    end = bar.possible_to or bar.valid_to or last.isoformat()
    start = bar.possible_from or bar.valid_from
    light = (x(start), max(x(min(end, last.isoformat())) - x(start), 3.0))
    solid = None
    if bar.valid_from:
        stop = bar.valid_to or bar.possible_to or last.isoformat()
        solid = (x(bar.valid_from), max(x(min(stop, last.isoformat())) - x(bar.valid_from), 3.0))
    doubt = None
    if bar.doubt_from and bar.doubt_from < min(end, last.isoformat()):
        doubt = (x(bar.doubt_from), max(x(min(end, last.isoformat())) - x(bar.doubt_from), 3.0))
    short = bar.label if len(bar.label) <= _FITS else f"{bar.label[: _FITS - 1]}…"
    return _Drawn(bar, y, light, solid, doubt, not (bar.possible_to or bar.valid_to), short)


def _span(picture: Lifeline) -> tuple[date, date]:
    days = [
        day for bar in picture.bars for day in (bar.possible_from, bar.valid_from, bar.possible_to, bar.valid_to) if day
    ]
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    margin = timedelta(days=max((last - first).days // 12, 45))
    on = date.fromisoformat(picture.on)
    # A day far beyond the papers would squeeze them into a corner; its line is left out then.
    if first - 2 * margin <= on <= last + 6 * margin:
        first, last = min(first, on), max(last, on)
    return first - margin // 3, last + margin


def _ticks(first: date, last: date) -> list[tuple[str, str]]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((each for each in (1, 2, 3, 6, 12, 24, 60, 120) if months / each <= 12), 240)
    found = []
    for index in range(months + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + index, 12)
        if (year * 12 + month) % step == 0:
            day = date(year, month + 1, 1)
            if first <= day <= last:
                found.append((str(year) if step >= 12 else f"{year}-{month + 1:02}", day.isoformat()))
    return found


@cache
def _template() -> Template:
    made = Environment(
        loader=PackageLoader("viz"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return made.get_template("lifeline.svg")


def with_hrefs_removed(picture: Lifeline) -> Lifeline:
    """The same without links, for a file that lies outside the site."""
    return replace(picture, bars=tuple(replace(bar, href="") for bar in picture.bars))
