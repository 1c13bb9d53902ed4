"""Checks on papers: numbers not seen, numbers against dates, validity, reviews and drills that are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph import statements as waist
from graph.days import Interval
from graph.ids import fold
from graph.timeline.checks.scene import Scene, finding
from graph.timeline.facts import Finding
from graph.timeline.papers import Paper, numbered
from graph.timeline.spans import When, ended, starting
from graph.timeline.validity import add_months, count_of

_DUE = {"review": ("修订评估", "review"), "drill": ("演练", "drill")}
#: A unit as reading gives it out, or as a person wrote it into a table: its months and its printed word.
_UNITS = {
    "year": (12, "年"), "semester": (6, "学期"), "quarter": (3, "季度"), "month": (1, "个月"),
    "年": (12, "年"), "学期": (6, "学期"), "季度": (3, "季度"), "月": (1, "个月"), "个月": (1, "个月"),
}  # fmt: skip


def series_of(scene: Scene) -> dict[tuple[str, str, str], list[tuple[int, Paper]]]:
    """The papers with a printed number by place, series and year, in the order of their numbers."""
    found: dict[tuple[str, str, str], list[tuple[int, Paper]]] = defaultdict(list)
    for paper in scene.papers.by_id.values():
        number = numbered(paper.number)
        if number is not None and paper.evidence:
            found[paper.jurisdiction, number[0], number[1]].append((number[2], paper))
    return {key: sorted(papers, key=lambda item: (item[0], item[1].id)) for key, papers in sorted(found.items())}


def unseen_numbers(scene: Scene) -> Iterator[Finding]:
    """Numbers between those printed that no paper at hand bears, one finding a number."""
    for (place, series, year), papers in series_of(scene).items():
        for (low, before), (high, after) in pairwise(papers):
            for number in range(low + 1, high):
                label = f"{series}〔{year}〕{number}号"
                yield finding(
                    "number-unseen", "info", place,
                    (f"{label}未见（在{before.number}与{after.number}之间）",
                     f"{label} was not seen (it lies between {before.number} and {after.number})"),
                    about=(place, before.id, after.id), interval=starting(max(_signed(before), _signed(after))),
                    evidence=(*before.evidence, *after.evidence), number=label,
                )  # fmt: skip


def numbers_against_dates(scene: Scene) -> Iterator[Finding]:
    """A larger number signed on an earlier day than the number before it; a day of effect says nothing against it."""
    for (place, _, _), papers in series_of(scene).items():
        dated = [(number, paper) for number, paper in papers if paper.when.is_exact]
        for (_, before), (_, after) in pairwise(dated):
            if _signed(after) < _signed(before):
                yield finding(
                    "number-against-date", "info", place,
                    (f"{after.number}的日期早于{before.number}", f"{after.number} is dated before {before.number}"),
                    about=(before.id, after.id), interval=starting(after.when),
                    evidence=(*before.evidence, *after.evidence),
                )  # fmt: skip


def papers_past_validity(scene: Scene) -> Iterator[Finding]:
    """Papers whose printed validity has run out and whom no paper repeals or replaces."""
    for paper in _papers(scene):
        if paper.validity is None:
            continue
        interval = starting(When(paper.validity.ends, paper.validity.ends))
        if paper.ending is not None:
            if paper.ending.when.latest <= paper.validity.ends:
                continue
            interval = ended(interval, paper.ending.when)
        in_principle = "" if paper.validity.definite else "（原则上）"
        yield finding(
            "past-validity", "warning" if paper.validity.definite else "info", paper.jurisdiction,
            (f"{paper.label}有效期{in_principle}至 {paper.validity.ends} 止",
             f"The validity of {paper.label} ran out on {paper.validity.ends}"
             + ("" if paper.validity.definite else " (in principle)")),
            about=(paper.id,), interval=interval, evidence=paper.evidence,
            ended_by=paper.ending.evidence if paper.ending else (),
        )  # fmt: skip


def reviews_due(scene: Scene) -> Iterator[Finding]:
    """Plans whose printed rhythm of review or drill has gone round once without a newer paper."""
    for row in scene.papers.rows(waist.Period):
        printed, paper = row.statement, row.paper
        each, unit = _UNITS.get(printed.unit, (0, ""))
        months = each // 2 if printed.every == "0.5" else count_of(fold(printed.every)) * each
        shown = _DUE.get(printed.what)
        if shown is None or not months or not paper.when.is_exact:
            continue
        due = add_months(paper.when.latest, months)
        interval = starting(When(due, due))
        if paper.ending is not None:
            interval = ended(interval, paper.ending.when)
        name = printed.document or paper.label
        yield finding(
            f"{printed.what}-due", "info", paper.jurisdiction,
            (f"{name}每{printed.every}{unit}须{shown[0]}一次，自 {due} 起到期",
             f"{name}: a {shown[1]} is due since {due}"),
            about=(paper.id,), interval=interval, evidence=(row.id,),
        )  # fmt: skip


def contradicting_rosters(scene: Scene) -> Iterator[Finding]:
    """Two whole lists of one group that count from the same day."""
    by_group: dict[str, list[tuple[Interval, str, tuple[str, ...]]]] = defaultdict(list)
    for act in scene.group_acts:
        if act.extent == "whole" and act.action in ("成立", "调整") and act.interval.valid_from:
            by_group[act.group].append((act.interval, act.document, act.evidence))
    for group, acts in sorted(by_group.items()):
        for one, other in pairwise(acts):
            if one[0] == other[0] and one[1] != other[1]:
                name = scene.group(group)
                numbers = f"{scene.paper(one[1])}、{scene.paper(other[1])}"
                yield finding(
                    "rosters-same-day", "warning", scene.identity.groups[group].jurisdiction,
                    (f"{name}同日有两份名单：{numbers}", f"{name} has two lists of one day: {numbers}"),
                    about=(group, one[1], other[1]), interval=other[0], evidence=(*one[2], *other[2]),
                )  # fmt: skip


def _papers(scene: Scene) -> Sequence[Paper]:
    return [scene.papers.by_id[key] for key in sorted(scene.papers.by_id)]


def _signed(paper: Paper) -> When:
    signed = When.printed(paper.signed)
    return signed if signed.is_dated else paper.when
