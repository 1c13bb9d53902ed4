"""How a government is put together, as figures of plotly: the matrix of leaders and bodies, the organisation chart."""

from __future__ import annotations

import plotly.graph_objects as go

from core.settings import Language
from graph.days import Interval
from graph.ontology import ontology
from queries.answers.rows import text
from queries.library import Library
from viz.figures import scene_of_figure, shortened
from viz.matrix import desks, matrix
from viz.palette import edge_colour, legend, node_colour
from viz.scene import Cell, Scene

#: From the surest hold on a body to the loosest; where two join a leader and a body, the first colours the field.
_EDGES = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "RESPONSIBLE_FOR", "LIAISES_WITH")
_IN_CHARGE = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF")
_ROW = 19
_READ = 20_000


def heat(library: Library, on: str, place: str, *, language: Language) -> Scene:
    """The matrix of leaders and bodies as a figure of its own, for files and frames. Raises what the store raises."""
    found = matrix(library, on, place, language=language)
    used = [edge for edge in _EDGES if any(edge == name for row in found.cells for cell in row for name, _ in cell)]
    fields = [[cell[0][0] if cell else "" for cell in row] for row in found.cells]
    share = 1 / max(len(used), 1)
    scale = [
        stop
        for place_, edge in enumerate(used)
        for stop in ([place_ * share, edge_colour(edge)], [min((place_ + 1) * share, 1.0), edge_colour(edge)])
    ]
    captions = {edge: ontology().caption(edge, language=language) for edge in used}
    figure = go.Figure(
        go.Heatmap(
            x=[leader.text for leader in found.columns],
            # Bodies of several places may bear one name; a mark nobody sees keeps their rows apart.
            y=[f"{shortened(body.text)}{chr(0x200B) * row}" for row, body in enumerate(found.rows)],
            z=[[used.index(edge) if edge else None for edge in row] for row in fields],
            text=[[captions[edge] if edge else "" for edge in row] for row in fields],
            texttemplate="%{text}", textfont={"color": "#ffffff", "size": 11}, hovertemplate="%{x} · %{y} · %{text}<extra></extra>",
            colorscale=scale or [[0, edge_colour("")], [1, edge_colour("")]],
            zmin=-0.5, zmax=len(used) - 0.5, showscale=False, xgap=2, ygap=2,
        )
    )  # fmt: skip
    figure.update_layout(height=max(360, 120 + _ROW * len(found.rows)))
    figure.update_xaxes(side="top", type="category", tickangle=0)
    figure.update_yaxes(autorange="reversed", type="category")
    heads = ("单位", "领导", "关系") if language == "zh" else ("body", "leader", "relation")
    lines = tuple(
        (body, leader, Cell("、".join(verb or captions.get(edge, edge) for edge, verb in cell)))
        for body, row in zip(found.rows, found.cells, strict=True)
        for leader, cell in zip(found.columns, row, strict=True)
        if cell
    )
    keys = legend(used, language, edges=True)
    return scene_of_figure(figure, found.title, on, keys, heads, lines, left_out=found.left_out)


def chart(library: Library, on: str, place: str, *, language: Language) -> Scene:
    """From the place through its leaders to the bodies in their charge and the parts of these."""
    names = {text(row, "jurisdiction_id"): text(row, "jurisdiction") for row in library.rows("jurisdictions/list")}
    rows = [row for row in desks(library, on, place, limit=_READ) if row["edge"] in _IN_CHARGE]
    parts = _parts(library, on, place)
    body_names = {text(row, "object_id"): text(row, "object") for row in rows}
    body_names |= {
        text(row, "node_id"): text(row, "name")
        for row in library.rows("graph/nodes", kind="Organisation", jurisdiction=place, limit=_READ)
    }
    tree = _Tree()
    lines = []
    for row in rows:
        where, leader, body = text(row, "jurisdiction"), text(row, "person_id"), text(row, "object_id")
        root = tree.add("", where, names.get(where, where), node_colour("Jurisdiction"))
        desk = tree.add(root, leader, text(row, "person"), node_colour("Person"))
        unit = tree.add(desk, body, text(row, "object"), node_colour("Organisation"))
        held = text(row, "relation") or ontology().caption(text(row, "edge"), language=language)
        # All bodies are part of the government that the head heads; they stand under those in charge of them.
        below = [] if row["edge"] == "HEADS" else sorted(parts.get(body, ()), key=lambda each: (body_names[each], each))
        lines.append(
            (Cell(names.get(where, where)), Cell(text(row, "person"), leader), Cell(held), Cell(text(row, "object"), body),
             Cell("、".join(body_names[each] for each in below)))
        )  # fmt: skip
        for each in below:
            tree.add(unit, each, body_names[each], node_colour("Post"))
    figure = go.Figure(
        go.Icicle(
            ids=tree.ids, labels=tree.labels, parents=tree.parents, marker={"colors": tree.colours}, tiling={"orientation": "h"},
            sort=False, textfont={"color": "#ffffff", "size": 13}, pathbar={"visible": False}, hovertemplate="%{label}<extra></extra>",
        )
    )  # fmt: skip
    leaves = len(set(tree.ids) - set(tree.parents))
    figure.update_layout(height=max(420, 60 + 24 * leaves))
    heads = (
        ("地区", "领导", "关系", "单位", "下属")
        if language == "zh"
        else ("place", "leader", "relation", "body", "parts")
    )
    title = "组织架构图" if language == "zh" else "Organisation chart"
    keys = legend(("Jurisdiction", "Person", "Organisation"), language)
    return scene_of_figure(figure, title, on, keys, heads, tuple(lines))


class _Tree:
    """Branches of an icicle; the same body under two leaders is two branches."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.labels: list[str] = []
        self.parents: list[str] = []
        self.colours: list[str] = []

    def add(self, parent: str, identifier: str, name: str, colour: str) -> str:
        """A branch under another, once; its id in the tree."""
        key = f"{parent}/{identifier}"
        if key not in self.ids:
            self.ids.append(key)
            self.labels.append(shortened(name))
            self.parents.append(parent)
            self.colours.append(colour)
        return key


def _parts(library: Library, on: str, place: str) -> dict[str, list[str]]:
    """The bodies that are part of each body on the day."""
    found: dict[str, list[str]] = {}
    for row in library.rows("graph/edges", kind="Organisation", jurisdiction=place, limit=_READ):
        days = Interval(possible_from=text(row, "possible_from"), possible_to=text(row, "possible_to"))
        if row["edge"] == "PART_OF" and text(row, "other_id") != text(row, "node_id") and days.status(on):
            found.setdefault(text(row, "other_id"), []).append(text(row, "node_id"))
    return found
