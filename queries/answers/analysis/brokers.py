"""Brokers among people in groups."""

from __future__ import annotations

from graph.analysis.brokers import brokers, co_members, sample_of
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Text
from queries.answers.analysis.reading import PEOPLE, Reader, thing, things
from queries.library import Library

ABOUT = About(
    "brokers",
    Text("联络枢纽", "Brokers"),
    Text("某日，谁把本不同组的人连在一起？", "Who joined people that otherwise would not have met?"),
    Text(
        "同在一个小组的两人算相识；数值为其余两人之间的最短路径中有多大份额经过此人（中介中心性，0 到 1）。",
        "Two people in one group count as meeting; the figure is the share of shortest ways between any two others that run "
        "through this person (betweenness, 0 to 1).",
    ),
    Text(
        "只看名单上的席位：同在一组未必见面，更不说明影响大小。名单缺得越多，数值越不可靠。",
        "It sees seats on rosters only: to sit in one group is not to meet, and says nothing of influence. The more rosters "
        "are missing, the less the figure means.",
    ),
    "network",
)


def run(library: Library, asked: Asked) -> Analysis:
    """Those through whom shortest ways run, the strongest first."""
    reader = Reader(library, asked)
    ties = reader.ties(PEOPLE)
    found = brokers(ties)
    columns = (
        Column("who", "谁", "who"),
        Column("betweenness", "中介中心性", "betweenness", drawn=True),
        Column("met", "同组人数", "people met"),
        Column("groups", "所在小组", "groups"),
    )
    rows = [
        Row(((thing(each.who),), each.betweenness, each.met, things(each.groups)), each.evidence) for each in found
    ]  # fmt: skip
    links = [
        Link(thing(each.who), thing(group), "MEMBER_OF") for each in found[: asked.limit] for group in each.groups
    ]  # fmt: skip
    sample = sample_of(co_members(ties))
    notes = () if sample is None else (_estimated(sample),)
    return reader.answer(ABOUT, columns, rows, links=links, notes=notes)


def _estimated(sample: int) -> Text:
    return Text(
        f"人数多，数值按固定抽取的 {sample} 人估计。",
        f"Many people: the figures are estimated from {sample} of them, drawn with a fixed seed.",
    )
