"""The picture of each analysis: bars, a network, a treemap, a calendar of months, spans of years. The table is the analysis itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from core.settings import Language
from graph.ontology import ontology
from queries.answers.analysis.model import Analysis, Cell, Column, Row
from queries.answers.analysis.sheet import cautions, cell_text
from queries.answers.model import Thing
from queries.answers.sheets import Words
from viz.figures import scene_of_figure, shortened
from viz.network import Dot, Link, Shape, bounded, vis_data
from viz.palette import Key, legend
from viz.scene import Cell as TableCell
from viz.scene import Scene

Href = Callable[[str], str]

#: Lines a picture of bars can show; the table has them all.
_BARS = 30
#: Parts of a stacked bar and colours of the calendar, dark enough for white words.
_COLOURS = ("#a2451f", "#8a6613", "#87446a", "#44667b", "#2f6b4f", "#5a4f8a", "#6b7280")


def picture(answer: Analysis, language: Language, *, href: Href = lambda _: "") -> Scene:
    """The picture of an analysis, with its table and its explanation beside it."""
    match answer.about.picture:
        case "bars":
            return _bars(answer, language)
        case "treemap":
            return _treemap(answer, language)
        case "heat":
            return _heat(answer, language)
        case "spans":
            return _spans(answer, language)
        case "network":
            return _network(answer, language, href)


def _bars(answer: Analysis, language: Language) -> Scene:
    drawn = [(number, each) for number, each in enumerate(answer.columns) if each.drawn]
    rows = list(reversed(answer.rows[:_BARS]))
    captions = [_weighed(each, language) for _, each in drawn]
    figure = go.Figure(
        [
            go.Bar(
                name=caption,
                orientation="h",
                y=[_label(row, place) for place, row in enumerate(rows)],
                x=[_number(row.cells[number]) * each.weight for row in rows],
                customdata=[row.cells[number] for row in rows],
                hovertemplate="%{customdata}",
                marker={"color": _COLOURS[index % len(_COLOURS)]},
            )
            for index, ((number, each), caption) in enumerate(zip(drawn, captions, strict=True))
        ]
    )
    names = [shortened(_name(row.cells[0])) for row in rows]
    figure.update_layout(
        barmode="stack",
        height=max(320, 60 + 26 * len(rows)),
        legend={"orientation": "h", "y": 1.08, "traceorder": "normal"},
        yaxis={
            "tickmode": "array",
            "tickvals": [_label(row, place) for place, row in enumerate(rows)],
            "ticktext": names,
        },
    )
    keys = [
        Key(each.name, caption, _COLOURS[index % len(_COLOURS)])
        for index, ((_, each), caption) in enumerate(zip(drawn, captions, strict=True))
    ]
    return _figure(answer, language, figure, keys, len(answer.rows) - len(rows))


def _treemap(answer: Analysis, language: Language) -> Scene:
    ids, labels, parents = [], [], []
    place = next(number for number, each in enumerate(answer.columns) if each.drawn)
    for row in answer.rows:
        cluster = f"c{_name(row.cells[0])}"
        ids.append(cluster)
        labels.append(f"群 {_name(row.cells[0])}" if language == "zh" else f"cluster {_name(row.cells[0])}")
        parents.append("")
        for each in _things(row.cells[place]):
            ids.append(f"{cluster}/{each.id}")
            labels.append(shortened(each.name))
            parents.append(cluster)
    values = [0 if parent == "" else 1 for parent in parents]
    clusters = [each for each, parent in zip(ids, parents, strict=True) if not parent]
    of = [clusters.index(parent or each) for each, parent in zip(ids, parents, strict=True)]
    figure = go.Figure(
        go.Treemap(ids=ids, labels=labels, parents=parents, values=values, branchvalues="remainder", textinfo="label",
                   marker={"colors": [_COLOURS[number % len(_COLOURS)] for number in of]})
    )  # fmt: skip
    return _figure(answer, language, figure, (), 0)


def _heat(answer: Analysis, language: Language) -> Scene:
    place_of = {each.name: number for number, each in enumerate(answer.columns)}
    value = next(number for number, each in enumerate(answer.columns) if each.drawn)
    places = sorted({_name(row.cells[place_of["jurisdiction"]]) for row in answer.rows})
    months = sorted({_name(row.cells[place_of["month"]]) for row in answer.rows})
    known = {
        (_name(row.cells[place_of["jurisdiction"]]), _name(row.cells[place_of["month"]])): row.cells[value]
        for row in answer.rows
    }
    figure = go.Figure(
        go.Heatmap(
            x=months, y=places, z=[[known.get((place, month)) for month in months] for place in places],
            text=[[str(known.get((place, month), "")) for month in months] for place in places], texttemplate="%{text}",
            colorscale=[[0, "#f3ead8"], [1, _COLOURS[0]]], showscale=False, xgap=2, ygap=2,
        )
    )  # fmt: skip
    figure.update_layout(height=max(260, 90 + 42 * len(places)), xaxis={"type": "category"}, yaxis={"type": "category"})
    caption = answer.columns[value].zh if language == "zh" else answer.columns[value].en
    return _figure(answer, language, figure, [Key("papers", caption, _COLOURS[0])], 0)


def _spans(answer: Analysis, language: Language) -> Scene:
    """Posts as bars over time, a colour a place. An open end reaches the day asked for."""
    spans = answer.spans[:_BARS]
    places = sorted({each.place for each in spans})
    colours = {place: _COLOURS[number % len(_COLOURS)] for number, place in enumerate(places)}
    rows = [f"{each.name} {each.place} {shortened(each.post)}" for each in spans]
    figure = go.Figure(
        [
            go.Scatter(
                x=[each.first, max(each.last or answer.on, each.first)], y=[row, row], mode="lines+markers",
                line={"width": 9, "color": colours[each.place]}, marker={"size": 11}, showlegend=False, name=each.post,
            )
            for each, row in zip(spans, rows, strict=True)
        ]
    )  # fmt: skip
    figure.update_layout(
        height=max(320, 60 + 30 * len(set(rows))), yaxis={"autorange": "reversed"}, xaxis={"tickformat": "%Y-%m-%d"}
    )
    keys = [Key(place, place, colours[place]) for place in places]
    return _figure(answer, language, figure, keys, len(answer.spans) - len(spans))


def _network(answer: Analysis, language: Language, href: Href) -> Scene:
    dots: dict[str, Dot] = {}
    degree: dict[str, int] = {}
    schema = ontology()
    for link in answer.links:
        for each in (link.start, link.end):
            dots.setdefault(each.id, Dot(each.id, each.label, each.name, href(each.id)))
            degree[each.id] = degree.get(each.id, 0) + 1
    # Whoever a line names and nothing joins stands alone in the picture: that is what it shows.
    for row in answer.rows:
        for each in (one for cell in row.cells[:2] for one in _things(cell)):
            dots.setdefault(each.id, Dot(each.id, each.label, each.name, href(each.id)))
    links = [
        Link(each.start.id, each.end.id, each.edge, each.word, schema.caption(each.edge, language=language))
        for each in answer.links
    ]
    shape: Shape = "line" if answer.about.name == "chain" else "hubs"
    if shape == "line":  # a chain is about its relations: each bears its word
        links = [replace(link, word=link.word or link.caption) for link in links]
    ranked = list(dots.values()) if shape == "line" else sorted(
        dots.values(), key=lambda dot: (-degree.get(dot.id, 0), dot.name, dot.id)
    )  # fmt: skip
    if shape == "line":
        ranked = _along(answer, ranked)
    net = bounded(_title(answer, language), ranked, links, shape)
    keys = (
        *legend((dot.label for dot in net.dots), language),
        *legend((link.type for link in net.links), language, edges=True),
    )
    heads, lines = _table(answer, language)
    return Scene(
        "network", net.title, answer.on, vis_data(net), keys, heads, lines, net.left_out, _notes(answer, language)
    )  # fmt: skip


def _along(answer: Analysis, dots: Sequence[Dot]) -> list[Dot]:
    """The nodes of a chain in the order of walking."""
    places = {each.name: number for number, each in enumerate(answer.columns)}
    order = [each.id for row in answer.rows for name in ("from", "to") for each in _things(row.cells[places[name]])]
    return sorted(dots, key=lambda dot: order.index(dot.id))


def _figure(
    answer: Analysis, language: Language, figure: go.Figure, keys: Sequence[Key], left_out: int
) -> Scene:  # fmt: skip
    heads, lines = _table(answer, language)
    return scene_of_figure(
        figure, _title(answer, language), answer.on, tuple(keys), heads, lines, left_out, notes=_notes(answer, language)
    )  # fmt: skip


def _table(answer: Analysis, language: Language) -> tuple[tuple[str, ...], tuple[tuple[TableCell, ...], ...]]:
    words = Words(language)
    heads = tuple(each.zh if language == "zh" else each.en for each in answer.columns)
    lines = tuple(tuple(TableCell(cell_text(cell, words), _only(cell)) for cell in row.cells) for row in answer.rows)
    return heads, lines


def _notes(answer: Analysis, language: Language) -> tuple[str, ...]:
    about = answer.about
    said = (about.question, about.counts, about.silent, *answer.notes)
    return (*(each.in_language(language) for each in said), *cautions(answer, Words(language)))


def _title(answer: Analysis, language: Language) -> str:
    title = answer.about.title.in_language(language)
    return f"{title}：{answer.subject.name}" if answer.about.takes and answer.subject.name else title


def _things(cell: Cell) -> tuple[Thing, ...]:
    return cell if isinstance(cell, tuple) else ()


def _only(cell: Cell) -> str:
    some = _things(cell)
    return some[0].id if len(some) == 1 else ""


def _name(cell: Cell) -> str:
    return "、".join(each.name for each in cell) if isinstance(cell, tuple) else str(cell)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0


def _weighed(column: Column, language: Language) -> str:
    caption = column.zh if language == "zh" else column.en
    return caption if column.weight == 1 else f"{caption} ×{column.weight:g}"


def _label(row: Row, place: int) -> str:
    """What tells two bars of one name apart."""
    return f"{place} {_name(row.cells[0])}"
