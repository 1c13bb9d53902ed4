"""Workload of leaders and of units, perhaps beside another day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.analysis.ties import Tie
from graph.analysis.workload import LEADER_WEIGHTS, UNIT_WEIGHTS, Load, leader_loads, unit_loads
from queries.answers.analysis.model import About, Analysis, Asked, Cell, Column, Row, Text
from queries.answers.analysis.reading import ANSWERS, BODIES, OFFICES, PEOPLE, Reader, thing
from queries.library import Library

_LEADER_NAMES = {
    "bodies": ("主持分管单位", "bodies in charge"), "shared": ("协管单位", "bodies shared"), "matters": ("负责事项", "matters"),
    "liaises": ("联系单位", "liaises with"), "tasks": ("当日负责任务", "tasks answered for"), "chairs": ("任组长", "groups headed"),
    "seats": ("其他小组席位", "other seats"),
}  # fmt: skip
_UNIT_NAMES = {
    "leads": ("牵头任务", "tasks led"), "carries_out": ("责任任务", "tasks carried out"), "supports": ("配合任务", "tasks supported"),
    "offices": ("承担小组办公室", "offices of groups"), "seats": ("小组单位席位", "unit's seats in groups"),
}  # fmt: skip


def _parts(names: Mapping[str, tuple[str, str]], weights: Mapping[str, float]) -> dict[str, Column]:
    return {part: Column(part, *names[part], drawn=True, weight=weight) for part, weight in weights.items()}


_LEADER_PARTS, _UNIT_PARTS = _parts(_LEADER_NAMES, LEADER_WEIGHTS), _parts(_UNIT_NAMES, UNIT_WEIGHTS)


def _weights(parts: Mapping[str, Column]) -> tuple[str, str]:
    zh = "、".join(f"{each.zh} {each.weight:g}" for each in parts.values())
    en = ", ".join(f"{each.en} {each.weight:g}" for each in parts.values())
    return zh, en


_LEADER_ZH, _LEADER_EN = _weights(_LEADER_PARTS)
_UNIT_ZH, _UNIT_EN = _weights(_UNIT_PARTS)
_SILENT = Text(
    "权数是约定，只供同地比较；不反映一件事有多大、多难、费多少时间，也不评价任何人。文件没有写的工作不在其内。",
    "The weights are agreed, to compare desks of one place; how large or hard a duty is, or how many hours it takes, no "
    "paper says. It judges nobody. Work that no paper names is not in it.",
)

LEADERS = About(
    "leader-workload",
    Text("领导工作量", "Workload of leaders"),
    Text("某日，各位领导桌上有多少事，与另一日相比多了还是少了？", "How much was on each leader's desk, and more or less than on another day?"),
    Text(
        f"按当日有效的文件逐项计数：同一事项只计一次，取最重的一种。合计按权数相加（{_LEADER_ZH}）。只在小组有席位而无分工的人不列。",
        f"Counts what the papers in force put on each desk; a thing counts once, as its heaviest kind. The load adds them by "
        f"weights ({_LEADER_EN}). Who only sits in groups and has no charge is not listed.",
    ),
    _SILENT,
    "bars",
    compares=True,
)  # fmt: skip
UNITS = About(
    "unit-workload",
    Text("单位工作量", "Workload of units"),
    Text("某日，各单位牵头、承担、配合多少任务，承担几个小组的办公室？", "How many tasks did each unit lead, carry out and support, and how many offices of groups did it hold?"),
    Text(
        f"按当日有效的文件逐项计数：同一任务只计一次，取最重的一种。合计按权数相加（{_UNIT_ZH}）。",
        f"Counts the tasks, offices and seats that papers in force give each unit; a task counts once, as its heaviest kind. "
        f"The load adds them by weights ({_UNIT_EN}).",
    ),
    _SILENT,
    "bars",
    compares=True,
)  # fmt: skip


def leaders(library: Library, asked: Asked) -> Analysis:
    """The load of each leader, heaviest first."""
    reader = Reader(library, asked)
    before = leader_loads(reader.ties(PEOPLE, ANSWERS, on=asked.against)) if asked.against else None
    return _answer(reader, LEADERS, "领导", "leader", _LEADER_PARTS, leader_loads(reader.ties(PEOPLE, ANSWERS)), before)


def units(library: Library, asked: Asked) -> Analysis:
    """The load of each unit, heaviest first."""
    reader = Reader(library, asked)
    before = unit_loads(_of_units(reader, asked.against)) if asked.against else None
    return _answer(reader, UNITS, "单位", "unit", _UNIT_PARTS, unit_loads(_of_units(reader)), before)


def _of_units(reader: Reader, on: str = "") -> list[Tie]:
    return reader.ties(BODIES, OFFICES, on=on)


def _answer(
    reader: Reader, about: About, zh: str, en: str, parts: Mapping[str, Column], loads: Sequence[Load],
    before: Sequence[Load] | None,
) -> Analysis:  # fmt: skip
    columns = [
        Column("who", zh, en),
        Column("jurisdiction", "地区", "place"),
        *parts.values(),
        Column("load", "合计（加权）", "load (weighted)"),
    ]
    earlier = {each.who.id: each.load for each in before or ()}
    if before is not None:
        columns += [Column("load_before", "对比日合计", "load on the other day"), Column("change", "增减", "change")]
        gone = {each.who.id for each in before} - {each.who.id for each in loads}
        loads = [
            *loads,
            *(
                Load(each.who, dict.fromkeys(each.counts, 0), 0.0, each.evidence)
                for each in before
                if each.who.id in gone
            ),
        ]
    rows = []
    for each in loads:
        cells: list[Cell] = [(thing(each.who),), each.who.place, *(each.counts[part] for part in parts), each.load]
        if before is not None:
            then = earlier.get(each.who.id, 0.0)
            cells += [then, each.load - then]
        rows.append(Row(tuple(cells), each.evidence))
    return reader.answer(about, columns, rows)
