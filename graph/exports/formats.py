"""All formats by name, and how they become files: one file, a folder, or an archive of that folder for the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import InputError, UsageError
from graph.elements import Graph
from graph.exports.archive import packed
from graph.exports.lines import edges_csv, jsonl, nodes_csv
from graph.exports.making import Making
from graph.exports.selection import of_place, on_day

Files = Mapping[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how its file ends, its media type, and what makes it. `one` says whether it is a single file.

    The files of a folder go by their names; the single file has the empty name.
    """

    name: str
    suffix: str
    media: str
    zh: str
    en: str
    make: Callable[[Graph, Making], Files]
    one: bool = True


def format_of(name: str) -> Format:
    """The format of a name. Raises `UsageError` (`EXPORT-FORMAT`) for any other."""
    found = FORMATS.get(name)
    if found is None:
        raise UsageError(
            f"不认识的格式 | unknown format: {name[:40]}", remedy=" | ".join(FORMATS), code="EXPORT-FORMAT"
        )
    return found


def selected(graph: Graph, *, on: str = "", jurisdiction: str = "") -> Graph:
    """The part of a graph that was asked for: what may hold on a day, what belongs to a place."""
    placed = of_place(graph, jurisdiction) if jurisdiction else graph
    return on_day(placed, on) if on else placed


def export(graph: Graph, form: Format, out: Path, making: Making) -> tuple[Path, ...]:
    """Write a graph to `out`: a file, or a folder for formats of several files.

    The bytes depend on the graph and on `making` alone. Returns the files written. Raises `InputError` (`EXPORT-UNWRITABLE`).
    """
    files = form.make(graph, making)
    try:
        (out.parent if form.one else out).mkdir(parents=True, exist_ok=True)
        paths = {name: out if form.one else out / name for name in files}
        for name, chunks in files.items():
            with paths[name].open("wb") as handle:
                handle.writelines(chunks)
    except OSError as error:
        raise InputError(
            f"{out.name}: 无法写入 | cannot be written: {error.strerror}",
            remedy="换一个位置 | choose another place",
            code="EXPORT-UNWRITABLE",
        ) from error
    return tuple(paths.values())


def one_file(graph: Graph, form: Format, out: Path, making: Making) -> None:
    """Write a graph to one file, several files as an archive: what the web sends."""
    files = form.make(graph, making)
    with out.open("wb") as handle:
        handle.writelines(files[""] if form.one else [packed(files)])


def _jsonl(graph: Graph, _: Making) -> Files:
    return {"": (line.encode("utf-8") for line in jsonl(graph))}


def _csv(graph: Graph, making: Making) -> Files:
    from graph.exports.workbook import tables

    own = {"nodes.csv": [nodes_csv(graph)], "edges.csv": [edges_csv(graph)]}
    return own | {name: [data] for name, data in tables(graph, making)}


def _xlsx(graph: Graph, making: Making) -> Files:
    from graph.exports.workbook import workbook

    return {"": [workbook(graph, making)]}


def _turtle(graph: Graph, making: Making) -> Files:
    from graph.rdf.write import turtle

    return {"": [turtle(graph, making.names, texts=making.texts)]}


def _jsonld(graph: Graph, making: Making) -> Files:
    from graph.rdf.write import json_ld

    return {"": [json_ld(graph, making.names, texts=making.texts)]}


def _nquads(graph: Graph, making: Making) -> Files:
    from graph.rdf.write import nquads

    return {"": [nquads(graph, making.names, texts=making.texts)]}


def _popolo(graph: Graph, making: Making) -> Files:
    from graph.exports.popolo import popolo

    return {"": popolo(graph, making)}


def _ftm(graph: Graph, making: Making) -> Files:
    from graph.exports.ftm import ftm

    return {"": ftm(graph, making)}


def _graphml(graph: Graph, making: Making) -> Files:
    from graph.exports.network import graphml

    return {"": [graphml(graph, making)]}


def _gexf(graph: Graph, making: Making) -> Files:
    from graph.exports.network import gexf

    return {"": [gexf(graph, making)]}


def _parquet(graph: Graph, _: Making) -> Files:
    from graph.exports import parquet

    return {
        "nodes.parquet": [parquet.nodes(graph)],
        "edges.parquet": [parquet.edges(graph)],
        "statements.parquet": [parquet.statements(graph)],
    }


_ALL: Final = (
    Format("jsonl", ".jsonl", "application/jsonl", "全部点与边，一行一个", "every node and edge, one a line", _jsonl),
    Format("csv", ".zip", "application/zip", "表格文件夹", "a folder of tables", _csv, one=False),
    Format(
        "xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "工作簿，一问一表，附原文", "a workbook, one sheet a question, with quotes", _xlsx,
    ),
    Format("turtle", ".ttl", "text/turtle", "关联数据", "linked data", _turtle),
    Format("jsonld", ".jsonld", "application/ld+json", "关联数据（JSON-LD）", "linked data as JSON-LD", _jsonld),
    Format("nquads", ".nq", "application/n-quads", "关联数据，一份文件一个图", "linked data, one graph a paper", _nquads),
    Format("popolo", ".json", "application/json", "人员、机构、职位、任职（Popolo）", "people, bodies, posts, memberships", _popolo),
    Format("ftm", ".ftm.json", "application/jsonl", "FollowTheMoney 实体", "FollowTheMoney entities", _ftm),
    Format("graphml", ".graphml", "application/graphml+xml", "关系图", "the network", _graphml),
    Format("gexf", ".gexf", "application/gexf+xml", "关系图（Gephi，带时间轴）", "the network for Gephi, with a timeline", _gexf),
    Format("parquet", ".zip", "application/zip", "分析用列式表", "columns for analysis", _parquet, one=False),
)  # fmt: skip
#: The formats by the names people give.
FORMATS: Final = {form.name: form for form in _ALL}
