"""Figures of plotly: who leads what, how much is on each desk, how indicators weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from core.settings import Language
from graph.stores.store import Row
from queries.answers.model import Thing
from queries.answers.rows import number, text
from queries.library import Library
from viz.palette import Key, legend, node_colour
from viz.scene import Cell, Scene, safe_json

#: Bands that can still be told apart; the table has them all.
_BANDS = 120
_LEADERS = 30
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
#: 单位、事项、联系、任务、小组: dark enough for white words.
_LOADS = (
    ("units", "分管单位", "bodies", "#a2451f"),
    ("matters", "负责事项", "matters", "#87446a"),
    ("liaises", "联系单位", "liaises", "#44667b"),
    ("tasks", "任务", "tasks", "#8a6613"),
    ("groups", "小组", "groups", "#2f6b4f"),
)


def flow(library: Library, on: str, place: str, *, language: Language) -> Scene:
    """From leaders through lead units to plans, as wide as there are tasks."""
    rows = library.rows("tasks/flow", on=on, jurisdiction=place)
    kept = rows[:_BANDS]
    names: dict[tuple[str, str], int] = {}
    colours: list[str] = []
    bands: dict[tuple[int, int], int] = {}
    for row in kept:
        stops = []
        # A unit that answers itself stands on both sides: the column is part of the key.
        for column, label in (("who", "Person"), ("unit", "Organisation"), ("plan", "Plan")):
            key = (column, text(row, f"{column}_id"))
            if key not in names:
                names[key] = len(names)
                colours.append(node_colour(label))
            stops.append(names[key])
        for start, end in pairwise(stops):
            bands[start, end] = bands.get((start, end), 0) + number(row, "tasks")
    labels = [""] * len(names)
    for row in kept:
        for column in ("who", "unit", "plan"):
            labels[names[column, text(row, f"{column}_id")]] = shortened(text(row, column))
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={"label": labels, "color": colours, "pad": 14, "thickness": 16},
            link={
                "source": [start for start, _ in bands],
                "target": [end for _, end in bands],
                "value": list(bands.values()),
                "color": "rgba(125,133,140,0.32)",
            },
        )
    )
    heads = ("责任人", "牵头单位", "方案", "任务数") if language == "zh" else ("answers", "lead unit", "plan", "tasks")
    lines = tuple(
        (*(Cell(text(row, column), text(row, f"{column}_id")) for column in ("who", "unit", "plan")),
         Cell(str(number(row, "tasks"))))
        for row in rows
    )  # fmt: skip
    title = "谁牵头什么：领导 → 单位 → 方案" if language == "zh" else "Who leads what: leader → unit → plan"
    return scene_of_figure(
        figure, title, on, legend(("Person", "Organisation", "Plan"), language), heads, lines, len(rows) - len(kept)
    )


def workload(library: Library, on: str, place: str, *, language: Language) -> Scene:
    """How many bodies, matters, tasks and groups each leader has."""
    rows = library.rows("people/workload", on=on, jurisdiction=place, limit=1_000)
    rows.sort(key=lambda row: -sum(number(row, column) for column, *_ in _LOADS))
    kept = list(reversed(rows[:_LEADERS]))
    figure = go.Figure(
        [
            go.Bar(
                name=zh if language == "zh" else en,
                orientation="h",
                y=[text(row, "person") for row in kept],
                x=[number(row, column) for row in kept],
                marker={"color": colour},
            )
            for column, zh, en, colour in _LOADS
        ]
    )
    figure.update_layout(barmode="stack", height=max(320, 60 + 26 * len(kept)), legend={"orientation": "h", "y": 1.08})
    names = tuple(zh if language == "zh" else en for _, zh, en, _ in _LOADS)
    heads = ("谁" if language == "zh" else "who", *names)
    lines = tuple(
        (Cell(text(row, "person"), text(row, "person_id")), *(Cell(str(number(row, column))) for column, *_ in _LOADS))
        for row in rows
    )
    keys = tuple(Key(column, zh if language == "zh" else en, colour) for column, zh, en, colour in _LOADS)
    title = "工作量" if language == "zh" else "Workload"
    return scene_of_figure(figure, title, on, keys, heads, lines, len(rows) - len(kept))


def indicators(library: Library, plan: Thing, on: str, *, language: Language) -> Scene:
    """The indicators of a plan by section, as large as their weight (worked out where none is printed)."""
    rows = library.rows("plans/indicators", plan=plan.id)
    labels, parents, ids, values = [plan.name], [""], ["plan"], [0.0]
    for row in rows:
        section = text(row, "section") or "—"
        if f"s/{section}" not in ids:
            ids.append(f"s/{section}")
            labels.append(shortened(section))
            parents.append("plan")
            values.append(0.0)
        ids.append(text(row, "indicator_id"))
        labels.append(shortened(text(row, "indicator")))
        parents.append(f"s/{section}")
        values.append(_weight(row))
    figure = go.Figure(
        go.Treemap(
            ids=ids, labels=labels, parents=parents, values=values, branchvalues="remainder", textinfo="label+value",
            marker={"colors": [node_colour("Indicator")] * len(ids)}, maxdepth=3,
        )
    )  # fmt: skip
    heads = ("章节", "指标", "分值") if language == "zh" else ("section", "indicator", "weight")
    lines = tuple(
        (
            Cell(text(row, "section")),
            Cell(text(row, "indicator")),
            Cell(text(row, "weight") or text(row, "weight_reasoned")),
        )
        for row in rows
    )
    title = f"{plan.name}：指标分值" if language == "zh" else f"{plan.name}: indicators by weight"
    return scene_of_figure(figure, title, on, legend(("Indicator",), language), heads, lines, 0)


def scene_of_figure(
    figure: go.Figure, title: str, on: str, keys: tuple[Key, ...], heads: tuple[str, ...],
    lines: Sequence[tuple[Cell, ...]], left_out: int = 0, *, notes: tuple[str, ...] = (),
) -> Scene:  # fmt: skip
    """A figure with its table, in the plain look of all figures. The keys below it are its legend."""
    figure.update_layout(
        template="none", margin={"l": 10, "r": 10, "t": 30, "b": 30}, paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)", yaxis_automargin=True, font={"size": 13}, showlegend=False,
    )  # fmt: skip
    return Scene(
        "figure", title, on, safe_json(str(figure.to_json())), keys, heads, tuple(lines), max(left_out, 0), notes
    )


def shortened(name: str) -> str:
    """A name as far as it fits into a figure."""
    return name if len(name) <= 20 else f"{name[:19]}…"


def _weight(row: Row) -> float:
    match = _NUMBER.search(text(row, "weight") or text(row, "weight_reasoned"))
    return float(match[0]) if match else 1.0
