"""Clusters of units that work together."""

from __future__ import annotations

from graph.analysis.clusters import WIDEST, Cluster, clusters
from queries.answers.analysis.model import About, Analysis, Asked, Column, Row, Text
from queries.answers.analysis.reading import BODIES, Reader, things
from queries.library import Library

ABOUT = About(
    "clusters",
    Text("协作单位群", "Units that work together"),
    Text("某日，哪些单位常在同一任务、同一小组里共事？", "Which units often shared tasks and groups?"),
    Text(
        f"两单位共有一项任务或一个小组计一次共事；按共事次数分群（Louvain 算法，固定种子），群内共事多于群外。超过 {WIDEST} 个单位的任务和小组不计。",
        f"Two units that share a task or a group count once; communities by these counts (Louvain, fixed seed): more shared "
        f"inside than across. Tasks and groups of more than {WIDEST} units are left out.",
    ),
    Text(
        "分群是一种看法，不是机构设置；只看文件分派的共事，不看实际往来。边界上的单位换一种算法可能归入别群。",
        "A community is a way to look, no institution; it sees the work papers assign, not who talks to whom. A unit on "
        "the border may fall elsewhere by another method.",
    ),
    "treemap",
)
#: Tasks and groups named for one cluster; the quotes are theirs.
_NAMED = 8


def run(library: Library, asked: Asked) -> Analysis:
    """The clusters, largest first."""
    reader = Reader(library, asked)
    found = clusters(reader.ties(BODIES))
    columns = (
        Column("cluster", "群", "cluster"),
        Column("jurisdiction", "地区", "place"),
        Column("units", "单位", "units", drawn=True),
        Column("inside", "群内共事", "shared inside"),
        Column("outside", "群外共事", "shared across"),
        Column("work", "共事最多的任务与小组", "what they share most"),
    )
    rows = [
        Row(
            (str(number), _places(each), things(each.units), each.inside, each.outside, things(each.work[:_NAMED])),
            each.evidence,
        )
        for number, each in enumerate(found, start=1)
    ]
    return reader.answer(ABOUT, columns, rows)


def _places(each: Cluster) -> str:
    return "、".join(sorted({unit.place for unit in each.units} - {""}))
