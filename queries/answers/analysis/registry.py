"""All analyses by name, and the one way to ask for one."""

from __future__ import annotations

from core.errors import NotFoundError, UsageError
from graph.days import checked_day, today
from queries.answers.analysis import (
    alone,
    brokers,
    careers,
    chain,
    clusters,
    covers,
    matters,
    papers,
    shared,
    stakes,
    workload,
)
from queries.answers.analysis.model import Analysis, Asked, Way
from queries.library import Library

#: Lines of one answer: what a person reads, and what a program may ask for.
DEFAULT_ROWS, MOST_ROWS = 50, 1_000

ANALYSES: dict[str, Way] = {
    way.about.name: way
    for way in (
        Way(workload.LEADERS, workload.leaders),
        Way(workload.UNITS, workload.units),
        Way(alone.ABOUT, alone.run),
        Way(covers.ABOUT, covers.run),
        Way(brokers.ABOUT, brokers.run),
        Way(clusters.ABOUT, clusters.run),
        Way(shared.ABOUT, shared.run),
        Way(chain.ABOUT, chain.run),
        Way(stakes.ABOUT, stakes.run),
        Way(matters.ABOUT, matters.run),
        Way(careers.ABOUT, careers.run),
        Way(papers.ABOUT, papers.run),
    )
}


def analyse(library: Library, name: str, asked: Asked) -> Analysis:
    """The analysis of that name, on a day (empty: today), of the things or words it takes.

    Raises `NotFoundError` (`NO-ANALYSIS`), `UsageError` (`MISSING-PARAMETER`, `BAD-PARAMETER`), `InputError` for a day that
    is none, and what the store and `resolve` raise.
    """
    way = ANALYSES.get(name)
    if way is None:
        raise NotFoundError(f"没有这种分析 | no analysis {name!r}", remedy=", ".join(ANALYSES), code="NO-ANALYSIS")
    what = tuple(each.strip() for each in asked.what if each.strip())
    needed = [each for each in way.about.takes if each.required]
    if not len(needed) <= len(what) <= len(way.about.takes):
        wanted = "、".join(each.text.zh for each in way.about.takes) or "—"
        english = ", ".join(each.text.en for each in way.about.takes) or "nothing"
        raise UsageError(
            f"{name}：要写明 {wanted} | takes {english}",
            remedy=f"这样问 | ask like this: {name} {' '.join(each.name.upper() for each in way.about.takes)}".rstrip(),
            code="MISSING-PARAMETER" if len(what) < len(needed) else "BAD-PARAMETER",
        )
    if asked.against and not way.about.compares:
        raise UsageError(
            f"{name} 不能与另一日对比 | cannot be set beside another day",
            remedy="去掉 against | leave out against",
            code="BAD-PARAMETER",
        )
    if not 1 <= asked.limit <= MOST_ROWS:
        raise UsageError(f"limit: {asked.limit}", remedy=f"1–{MOST_ROWS}", code="BAD-PARAMETER")
    day = checked_day(asked.on) if asked.on else today()
    against = checked_day(asked.against) if asked.against else ""
    return way.run(library, Asked(day, against, asked.jurisdiction, what, asked.limit))
