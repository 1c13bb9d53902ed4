"""Coverage of AB pairs."""

from __future__ import annotations

from graph.analysis.covers import covers, shares
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Text
from queries.answers.analysis.reading import PEOPLE, Reader, thing, things
from queries.library import Library

ABOUT = About(
    "stand-in-coverage",
    Text("AB角覆盖", "Coverage of stand-ins"),
    Text("某日，哪些有分工的领导有AB角，哪些没有？", "Which leaders with charges had a stand-in, and which had none?"),
    Text(
        "有主持、分管、协管、负责的人都列出：AB角是谁，是否互为，是否限定范围；并按地区计算有AB角的比例。",
        "Everybody with a charge: who stands in, whether both ways, whether within a printed scope; and the share that is "
        "covered, by place.",
    ),
    Text(
        "没有AB角，只说明在案文件没有印出配对：印发AB角的文件可能没有载入，也可能另有口头安排。",
        "Nobody standing in means that no paper on record prints a pair: the paper may not be loaded, or it was agreed by word.",
    ),
    "network",
)  # fmt: skip


def run(library: Library, asked: Asked) -> Analysis:
    """Each leader with charges, the uncovered first."""
    reader = Reader(library, asked)
    found = covers(reader.ties(PEOPLE))
    columns = (
        Column("jurisdiction", "地区", "place"),
        Column("who", "领导", "leader"),
        Column("stand_ins", "AB角", "stand-ins"),
        Column("mutual", "互为", "both ways"),
        Column("limited", "限定范围", "within a scope"),
        Column("charges", "分工项数", "charges"),
    )
    rows = [
        Row(
            (each.who.place, (thing(each.who),), things(each.stand_ins), things(each.mutual), things(each.limited),
             len(each.charges)),
            each.evidence,
        )
        for each in found
    ]  # fmt: skip
    links = [
        Link(thing(other), thing(each.who), "STANDS_IN_FOR") for each in found[: asked.limit] for other in each.stand_ins
    ]  # fmt: skip
    notes = [
        Text(
            f"{each.place}：{each.leaders} 位有分工的领导中 {each.covered} 位有AB角。",
            f"{each.place}: {each.covered} of {each.leaders} leaders with charges have a stand-in.",
        )
        for each in shares(found)
    ]
    return reader.answer(ABOUT, columns, rows, links=links, notes=notes)
