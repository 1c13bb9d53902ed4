"""Single points of failure: what one leader carries alone, and who would step in."""

from __future__ import annotations

from graph.analysis.alone import alone
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Text
from queries.answers.analysis.reading import ANSWERS, BODIES, PEOPLE, Reader, thing, things
from queries.library import Library

ABOUT = About(
    "single-points",
    Text("单点依赖", "Single points of failure"),
    Text("某日，哪些单位、任务、小组只系于一人，此人外出谁顶？", "Which bodies, tasks and groups hung on one person alone, and who would step in?"),
    Text(
        "只由一人主持、分管的单位，只由一人负责的任务，只有一位组长的小组；无AB角的排在前。“离开即断开”是图论的割点：没有此人，有多少单位、任务、小组与其余部分断开。",
        "Bodies that one leader alone heads or has charge of, tasks one alone answers for, groups with one head; those nobody "
        "stands in for come first. “Cut off” is the articulation point of graph theory: how many bodies, tasks and "
        "groups would be parted from the rest without this person.",
    ),
    Text(
        "只由一人负责本是常态，不是过失；没有AB角，只说明在案文件没有印出配对。是否真有人顶替，以单位实际安排为准。",
        "That one person carries a thing is the rule, no fault; nobody standing in means that no paper on record prints a pair. "
        "What a unit arranges in fact, papers need not say.",
    ),
    "network",
)  # fmt: skip


def run(library: Library, asked: Asked) -> Analysis:
    """Leaders with what they alone carry: without a stand-in first, then by how much."""
    reader = Reader(library, asked)
    found = alone(reader.ties(PEOPLE, ANSWERS, BODIES))
    columns = (
        Column("who", "领导", "leader"),
        Column("stand_ins", "AB角", "stand-ins"),
        Column("bodies", "独自分管单位", "bodies alone"),
        Column("tasks", "独自负责任务", "tasks alone"),
        Column("chairs", "独任组长", "groups headed alone"),
        Column("cut_off", "离开即断开", "cut off"),
    )
    rows = [
        Row(
            ((thing(each.who),), things(each.stand_ins), things(each.bodies), things(each.tasks), things(each.chairs), each.cut_off),
            each.evidence,
        )
        for each in found
    ]  # fmt: skip
    links = [
        Link(thing(each.who), thing(what), edge)
        for each in found[: asked.limit]
        for edge, some in (("IN_CHARGE_OF", each.bodies), ("ANSWERED_BY", each.tasks), ("MEMBER_OF", each.chairs))
        for what in some
    ]
    return reader.answer(ABOUT, columns, rows, links=links)
