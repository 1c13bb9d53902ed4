"""Coverage of papers by place and month."""

from __future__ import annotations

from graph.analysis.papers import months
from queries.answers.analysis.model import About, Analysis, Asked, Column, Row, Text
from queries.answers.analysis.reading import Reader
from queries.answers.rows import number, text
from queries.library import Library

ABOUT = About(
    "paper-coverage",
    Text("文件覆盖", "Coverage of papers"),
    Text("到某日，各地每个月有多少文件在案，哪些月份空着？", "Up to the day, how many papers of each month are on record in each place, and which months have none?"),
    Text(
        "按生效日（没有则成文日）计入月份，按文件形式分列；首末月份之间没有文件的月份列为 0。",
        "By the day a paper counts from, month by month, by form of paper; months without any between the first and the last "
        "are shown as 0.",
    ),
    Text(
        "只数在案的文件：空月可能是没有发文，也可能是没有载入。只被引用、没有日期的文件不计。",
        "It counts papers on record: an empty month may be one without papers, or one nobody loaded. Papers that are only "
        "cited, or bear no day, are not counted.",
    ),
    "heat",
)  # fmt: skip


def run(library: Library, asked: Asked) -> Analysis:
    """One line a place and month."""
    reader = Reader(library, asked)
    counts = [
        (text(row, "jurisdiction"), text(row, "from"), text(row, "kind"), number(row, "papers"))
        for row in reader.rows("analysis/papers")
    ]
    columns = (
        Column("jurisdiction", "地区", "place"),
        Column("month", "月份", "month"),
        Column("papers", "文件数", "papers", drawn=True),
        Column("kinds", "文件形式", "forms"),
    )
    rows = [
        Row((each.place, each.month, each.total, "、".join(f"{kind or '—'} {count}" for kind, count in each.kinds)))
        for each in months(counts)
    ]
    return reader.answer(ABOUT, columns, rows)
