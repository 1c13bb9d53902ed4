"""Checks on figures: scores that do not add up, and rules on how a body must be composed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from graph import statements as waist
from graph.ids import fold
from graph.timeline.checks.scene import Scene, finding
from graph.timeline.facts import Filling, Finding
from graph.timeline.papers import Row
from graph.timeline.spans import is_in_force, starting
from graph.timeline.validity import count_of

_COMPARE = {
    "=": lambda found, wanted: found == wanted,
    ">=": lambda found, wanted: found >= wanted,
    "<=": lambda found, wanted: found <= wanted,
    ">": lambda found, wanted: found > wanted,
    "<": lambda found, wanted: found < wanted,
}


def scores_that_do_not_add_up(scene: Scene) -> Iterator[Finding]:
    """Indicator tables: weights against the subsection's score, subsections against the section's.

    The weight is the printed one, else the one worked out; a part with a figure missing is told as not checkable.
    A repeated page does not count twice.
    """
    tables: dict[str, list[Row[waist.Indicator]]] = defaultdict(list)
    for row in scene.papers.rows(waist.Indicator):
        if not row.statement.duplicate_page:
            tables[row.paper.id].append(row)
    for rows in tables.values():
        parts: dict[tuple[str, str], list[Row[waist.Indicator]]] = defaultdict(list)
        sections: dict[str, dict[str, str]] = defaultdict(dict)
        scores: dict[str, str] = {}
        for row in rows:
            printed = row.statement
            parts[printed.section, printed.subsection].append(row)
            sections[printed.section].setdefault(printed.subsection, printed.subsection_score)
            scores.setdefault(printed.section, printed.section_score)
        for (section, subsection), own in parts.items():
            weights = [row.statement.weight_reasoned or row.statement.weight for row in own]
            name = f"{section} {subsection}".strip()
            yield from _sum(scene, own[0], name, weights, own[0].statement.subsection_score)
        for section, subsections in sections.items():
            if any(subsections):
                first = next(row for row in rows if row.statement.section == section)
                yield from _sum(scene, first, section, list(subsections.values()), scores[section])


def composition_rules_broken(scene: Scene) -> Iterator[Finding]:
    """Rules a paper prints for a body (odd number, least and most members) against that body's own rosters."""
    rules = scene.papers.rows(waist.GroupRule)
    if not rules:
        return
    by_group: dict[str, list[Filling]] = defaultdict(list)
    for filling in scene.fillings:
        by_group[filling.group].append(filling)
    for row in rules:
        for group in sorted(by_group):
            entity = scene.identity.groups[group]
            same_place = entity.jurisdiction == row.paper.jurisdiction
            if not same_place or fold(row.statement.applies_to) not in fold(entity.name):
                continue
            for day in sorted({each.interval.valid_from for each in by_group[group]} - {""}):
                number = _members(by_group[group], day)
                if number and _is_broken(row.statement, number):
                    yield finding(
                        "composition-rule", "warning", entity.jurisdiction,
                        (f"{entity.name}在 {day} 有{number}人，不合“{row.statement.rule}”的规定",
                         f"{entity.name} has {number} members on {day}, against the rule “{row.statement.rule}”"),
                        about=(group, row.paper.id), interval=starting(row.when), evidence=(row.id,),
                    )  # fmt: skip


def _members(fillings: Sequence[Filling], on: str) -> int:
    persons = {each.person for each in fillings if each.person and is_in_force(each.interval, on)}
    return len(persons)


def _is_broken(rule: waist.GroupRule, number: int) -> bool:
    if "单数" in rule.rule or "奇数" in rule.rule or "odd" in rule.rule:
        return number % 2 == 0
    wanted = count_of(fold(rule.value))
    compare = _COMPARE.get(rule.comparator)
    return rule.unit in ("人", "名") and bool(wanted) and compare is not None and not compare(number, wanted)


def _sum(scene: Scene, row: Row[waist.Indicator], name: str, parts: Sequence[str], total: str) -> Iterator[Finding]:
    wanted = _number(total)
    figures = [_number(part) for part in parts]
    if wanted is None or not figures:
        return
    known = [figure for figure in figures if figure is not None]
    found = sum(known, Decimal(0))
    if len(known) == len(figures) and found != wanted:
        yield finding(
            "sum-wrong", "warning", row.paper.jurisdiction,
            (f"{row.paper.label}“{name}”各项合计 {found}，标明 {wanted}",
             f"{row.paper.label}: the parts of “{name}” add up to {found}, not to the printed {wanted}"),
            about=(row.paper.id,), interval=starting(row.when), evidence=(row.id,),
        )  # fmt: skip
    elif len(known) < len(figures):
        missing = len(figures) - len(known)
        yield finding(
            "sum-open", "info", row.paper.jurisdiction,
            (f"{row.paper.label}“{name}”有{missing}项未标分值，无法核对合计 {wanted}",
             f"{row.paper.label}: {missing} parts of “{name}” have no figure; the printed {wanted} cannot be checked"),
            about=(row.paper.id,), interval=starting(row.when), evidence=(row.id,),
        )  # fmt: skip


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
