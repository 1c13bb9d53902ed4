"""The same matter across places."""

from __future__ import annotations

from graph.analysis.matters import handled
from graph.analysis.ties import CHARGES
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Takes, Text
from queries.answers.analysis.reading import PEOPLE, Reader, edges, thing, things
from queries.answers.model import Thing
from queries.library import Library

ABOUT = About(
    "matter-across-places",
    Text("同一事项各地比较", "A matter across places"),
    Text("某日，这件事在各地由谁以什么方式负责，他们还管多少别的？", "In each place, who answered for this matter, how, and with how much else on the desk?"),
    Text(
        "名称含所给文字的单位和事项，在各地由谁主持、分管、协管或负责；并计这些人其余的分工项数。",
        "Bodies and matters whose names hold the words: who heads, has or shares charge of them in each place, and how many "
        "other charges these people have.",
    ),
    Text(
        "按名称对照：叫法不同的同一件事会漏，字面相同的两件事会混。没有列出的地区，是在案文件没有写。",
        "It goes by names: one matter under two names is missed, two under one are mixed. A place not listed is one whose "
        "papers on record do not say.",
    ),
    "network",
    takes=(Takes("matter", Text("事项或单位名称中的字", "words of a matter or body")),),
    by_place=False,
)  # fmt: skip


def run(library: Library, asked: Asked) -> Analysis:
    """One line a place."""
    (words,) = asked.what
    reader = Reader(library, asked)
    ties = reader.ties(PEOPLE)
    found = handled(ties, words)
    columns = (
        Column("jurisdiction", "地区", "place"),
        Column("objects", "单位或事项", "body or matter"),
        Column("people", "谁", "who"),
        Column("relations", "关系", "relation"),
        Column("others", "这些人其余分工", "their other charges"),
    )
    rows = [
        Row((each.place, things(each.objects), things(each.people), edges(each.relations), each.others), each.evidence)
        for each in found
    ]
    bearing = {end.id for each in found for end in each.objects}
    links = [
        Link(thing(tie.start), thing(tie.end), tie.type, tie.word)
        for tie in sorted(ties)
        if tie.end.id in bearing and tie.type in CHARGES
    ]
    return reader.answer(ABOUT, columns, rows, links=links, subject=Thing("", "Matter", words))
