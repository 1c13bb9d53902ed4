"""Indicator points at stake, by unit."""

from __future__ import annotations

from graph.analysis.stakes import Claim, points_of, stakes
from queries.answers.analysis.model import About, Analysis, Asked, Column, Row, Text
from queries.answers.analysis.reading import Reader, thing, things, tie_of
from queries.answers.rows import text
from queries.library import Library

ABOUT = About(
    "points-at-stake",
    Text("考核分值", "Points at stake"),
    Text("某日，各单位要负责多少考核分？", "For how many points of assessment did each unit answer?"),
    Text(
        "单位所负责指标的分值之和：独自负责的与同他人共同负责的分开计。印出的分值优先；没有印出而能由小计推算的，另计入“推算”。",
        "The points of the indicators a unit answers for, those alone apart from those with others. Printed points come first; "
        "those worked out from sums are told apart.",
    ),
    Text(
        "共同负责的分值对每个单位都计全分，文件没有说如何分摊；这是可能失去的分，不是得分。",
        "Points with others count whole for each unit, for no paper splits them; these are points to lose, not a score.",
    ),
    "bars",
)


def run(library: Library, asked: Asked) -> Analysis:
    """The stake of each unit, highest first."""
    reader = Reader(library, asked)
    claims = [
        Claim(tie_of(row), *points_of(text(row, "weight"), text(row, "weight_reasoned")))
        for row in reader.rows("analysis/points")
    ]
    columns = (
        Column("unit", "单位", "unit"),
        Column("points", "分值合计", "points"),
        Column("alone", "独自负责", "alone", drawn=True),
        Column("with_others", "共同负责", "with others", drawn=True),
        Column("worked_out", "其中推算", "of these worked out"),
        Column("indicators", "指标", "indicators"),
        Column("without_points", "无分值指标", "without points"),
    )
    rows = [
        Row(
            ((thing(each.unit),), each.points, each.alone, each.with_others, each.worked_out, things(each.indicators),
             each.without_points),
            each.evidence,
        )
        for each in stakes(claims)
    ]  # fmt: skip
    return reader.answer(ABOUT, columns, rows)
