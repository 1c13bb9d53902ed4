"""Pictures of the made-up district: bounded, with their table, as files that ask nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from core.settings import Settings
from queries.answers.model import Thing
from queries.answers.resolve import resolve
from queries.library import Library, open_library
from viz import figures, networks, structure
from viz.assets import ASSETS
from viz.explorer import Wanted, explorer, survey
from viz.matrix import matrix
from viz.network import MAX_NODES, Dot, Link, bounded, vis_data
from viz.page import frame, standalone
from viz.scene import safe_json

DAY = "2023-10-01"


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    """The library of the made-up district."""
    with open_library(lanting) as opened:
        yield opened


def nowhere(identifier: str) -> str:
    """No address."""
    return ""


def person(library: Library) -> Thing:
    """The leader of the example."""
    return resolve(library.index, "梁知远", ("Person",))


def test_a_neighbourhood_has_the_edges_of_its_table(library: Library) -> None:
    scene = networks.neighbourhood(library, person(library), DAY, language="zh", href=nowhere)
    data = json.loads(scene.data)
    assert len(data["edges"]) == len(scene.lines)
    assert {"区财政局", "毕云帆"} <= {cell.text for line in scene.lines for cell in line}
    assert scene.left_out == 0


def test_the_map_of_leaders_is_the_matrix_in_another_shape(library: Library) -> None:
    scene = networks.leadership(library, DAY, "990101", language="zh", href=nowhere)
    found = matrix(library, DAY, "990101", language="zh")
    joined = {
        (leader.text, body.text)
        for body, row in zip(found.rows, found.cells, strict=True)
        for leader, cell in zip(found.columns, row, strict=True)
        if cell
    }
    assert joined == {(line[0].text, line[2].text) for line in scene.lines}


def test_pairs_and_memberships_are_drawn(library: Library) -> None:
    pairs = networks.pairs(library, DAY, "", language="zh", href=nowhere)
    assert ("毕云帆", "梁知远") in {(line[0].text, line[2].text) for line in pairs.lines}
    assert networks.memberships(library, DAY, "", language="en", href=nowhere).lines


def test_the_flow_carries_every_task(library: Library) -> None:
    scene = figures.flow(library, DAY, "", language="zh")
    data = json.loads(scene.data)["data"][0]
    total = sum(int(line[3].text) for line in scene.lines)
    assert total > 0
    assert sum(data["link"]["value"]) == 2 * total


def test_the_workload_lists_everybody_who_has_something(library: Library) -> None:
    scene = figures.workload(library, DAY, "", language="zh")
    assert "梁知远" in {line[0].text for line in scene.lines}
    assert all(any(cell.text != "0" for cell in line[1:]) for line in scene.lines)


def test_a_picture_keeps_to_its_bound_and_says_so() -> None:
    dots = [Dot(str(number), "Person", f"人{number}") for number in range(MAX_NODES + 7)]
    net = bounded("甲", dots, [Link("0", str(MAX_NODES + 1), "HEADS")], "hubs")
    assert len(net.dots) == MAX_NODES
    assert net.left_out == 7
    assert net.links == ()


def test_nothing_moves_and_every_node_has_its_place() -> None:
    dots = [Dot("c", "Person", "甲", steps=0), *(Dot(str(number), "Organisation", "乙") for number in range(30))]
    links = [Link("c", str(number), "HEADS", caption="主持") for number in range(30)]
    nodes = json.loads(vis_data(bounded("甲", dots, links, "around")))["nodes"]
    assert all(node["physics"] is False and isinstance(node["x"], float) for node in nodes)


def test_data_never_ends_its_script_element() -> None:
    assert "<" not in safe_json(json.dumps({"name": "</script><script>"}))
    assert json.loads(safe_json('{"name": "<a&b>"}')) == {"name": "<a&b>"}


@pytest.mark.parametrize("name", list(ASSETS))
def test_libraries_come_out_of_installed_packages(name: str) -> None:
    assert ASSETS[name].path.is_file()


def test_our_templates_name_no_remote_host() -> None:
    folder = Path(networks.__file__).parent / "templates"
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"(^|\s)//[^\n]*|//#[^\n]*", "", text), path.name


def test_a_frame_links_and_a_file_carries_its_library(library: Library) -> None:
    scene = networks.pairs(library, DAY, "", language="zh", href=nowhere)
    framed, alone = frame(scene, "zh"), standalone(scene, "zh")
    assert 'src="/static/vendor/vis-network.js"' in framed
    assert not re.search(r"<(?:script|img|iframe|link)[^>]+(?:src|href)=", alone)
    assert "default-src 'none'" in alone
    assert alone.count("</script>") == 3


def test_the_command_line_writes_one_file(lanting: Settings, tmp_path: Path) -> None:
    for arguments in (
        ["person", "梁知远"],
        ["organisation", "区财政局"],
        ["group", "岚汀区食品安全委员会"],
        ["map", "flow"],
        ["map", "matrix"],
        ["map", "structure"],
        ["map", "explorer"],
        ["plan", "岚汀区创建省级健康促进区实施方案"],
    ):
        out = tmp_path / f"{arguments[0]}.html"
        result = CliRunner().invoke(
            app, ["--home", str(lanting.home), "viz", *arguments, "--on", DAY, "-o", str(out)], catch_exceptions=False
        )
        assert result.exit_code == 0, result.output
        assert "<table>" in out.read_text(encoding="utf-8")


def test_the_whole_graph_keeps_its_spots_from_day_to_day(library: Library) -> None:
    found = survey(library, "990101")

    def address(identifier: str) -> str:
        return f"/zh/x/{identifier}?on={DAY}"

    days = [json.loads(explorer(found, day, language="zh", href=address).data) for day in ("2023-03-01", DAY)]
    spots = [dict(zip(data["ids"], zip(data["x"], data["y"], strict=True), strict=True)) for data in days]
    both = set(spots[0]) & set(spots[1])
    assert both
    assert all(spots[0][each] == spots[1][each] for each in both)
    assert max(days[1]["edges"]) < len(days[1]["names"])
    assert [kind["href"] for kind in days[1]["kinds"]] == [["/zh/x/", f"?on={DAY}"]] * len(days[1]["kinds"])


def test_of_a_graph_too_large_the_first_kinds_are_read_and_the_rest_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = survey(library, "")
    bodies = sum(label == "Organisation" for label, _ in whole.nodes.values())
    monkeypatch.setattr("viz.explorer._READ", bodies + 3)
    some = survey(library, "")
    assert len(some.nodes) == bodies + 3
    assert {label for label, _ in some.nodes.values()} == {"Organisation", "Person"}
    assert some.unread == len(whole.nodes) - len(some.nodes)
    assert {(tie.start, tie.end) for tie in some.ties} <= {(tie.start, tie.end) for tie in whole.ties}
    left_out = explorer(some, DAY, language="zh", href=nowhere).left_out
    assert left_out == explorer(whole, DAY, language="zh", href=nowhere).left_out + some.unread


def test_the_table_of_the_whole_graph_is_narrowed_by_kind_and_name(library: Library) -> None:
    found = survey(library, "")
    scene = explorer(found, DAY, language="zh", href=nowhere, wanted=Wanted("Person", "梁"))
    assert [line[1].text for line in scene.lines] == ["梁知远"]


def test_the_chart_hangs_bodies_under_those_in_charge(library: Library) -> None:
    scene = structure.chart(library, DAY, "990101", language="zh")
    assert ("梁知远", "区财政局") in {(line[1].text, line[3].text) for line in scene.lines}
    tree = json.loads(scene.data)["data"][0]
    assert all(parent in ("", *tree["ids"]) for parent in tree["parents"])


def test_the_matrix_is_a_figure_too(library: Library) -> None:
    table, figure = matrix(library, DAY, "990101", language="zh"), structure.heat(library, DAY, "990101", language="zh")
    assert len(figure.lines) == sum(1 for row in table.cells for cell in row if cell)
