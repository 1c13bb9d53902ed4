"""Checks on divisions: units with no leader in charge or with two, leaders without a stand-in, tasks gone by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph import statements as waist
from graph.entities import Organisation
from graph.timeline.checks.scene import Scene, finding, gaps
from graph.timeline.facts import Charge, Division, Finding
from graph.timeline.spans import overlap

_DIVIDED_KINDS = ("government", "branch")
_DEPARTMENTS = ("局", "委员会", "办公室")


def units_without_leader(scene: Scene) -> Iterator[Finding]:
    """Bodies that a government's whole division should give to a leader and does not, by kind and expected oversight.

    Party, congress, court, vertical and town bodies are none of them; a body under another one, or bracketed behind
    one, is that one's; one that a leader liaises with is dealt with. An institution that is no department (a centre, an
    archive) often hangs on a department without a paper saying so: it is told as information only.
    """
    covers, bodies = _covers(scene), _divided_bodies(scene)
    for division in scene.divisions:
        if not _is_governments(division, scene):
            continue
        for body in bodies[scene.identity.organisations[division.team].jurisdiction]:
            if body.id == division.team or body.parent not in ("", division.team):
                continue
            for gap in gaps(division.interval, [charge.interval for charge in covers[body.id]]):
                name, paper = body.name, scene.paper(division.document)
                yield finding(
                    "unit-uncovered", "warning" if name.endswith(_DEPARTMENTS) else "info", division.jurisdiction,
                    (f"{name}无分管领导（{paper}）", f"No leader is in charge of {name} ({paper})"),
                    about=(body.id, division.document), interval=gap, evidence=division.evidence,
                )  # fmt: skip


def _covers(scene: Scene) -> dict[str, list[Charge]]:
    """The charges by body; those of a body are of the one bracketed behind it too."""
    covers: dict[str, list[Charge]] = defaultdict(list)
    for charge in scene.charges:
        if charge.organisation:
            covers[charge.organisation].append(charge)
    for row in scene.papers.rows(waist.Portfolio):
        for name in row.statement.aliases:
            behind = scene.identity.organisation(row.statement.object, row.statement)
            bracketed = scene.identity.organisation(name, row.statement)
            if bracketed and behind and bracketed != behind:
                covers[bracketed].extend(covers[behind])
    return covers


def _divided_bodies(scene: Scene) -> dict[str, list[Organisation]]:
    """The bodies that a government divides among its leaders, by jurisdiction."""
    bodies: dict[str, list[Organisation]] = defaultdict(list)
    for body in scene.identity.organisations.values():
        if body.oversight == "分管" and body.kind in _DIVIDED_KINDS:
            bodies[body.jurisdiction].append(body)
    return bodies


def units_with_two_leaders(scene: Scene) -> Iterator[Finding]:
    """Two in charge of one body at a time, without `via` and without scopes that separate them."""
    by_object: dict[str, list[Charge]] = defaultdict(list)
    for charge in scene.charges:
        if charge.kind == "in_charge" and charge.capacity == "principal" and not charge.collective:
            by_object[charge.organisation].append(charge)
    for unit in sorted(by_object):
        charges = by_object[unit]
        for index, one in enumerate(charges):
            for other in charges[index + 1 :]:
                both = overlap(one.interval, other.interval)
                if other.person == one.person or one.scope != other.scope or both is None or not both.valid_from:
                    continue
                names = f"{scene.person(one.person)}、{scene.person(other.person)}"
                yield finding(
                    "unit-two-leaders", "error", scene.identity.organisations[unit].jurisdiction,
                    (f"{scene.body(unit)}同时由{names}分管", f"{scene.body(unit)} has two leaders in charge: {names}"),
                    about=(unit, one.person, other.person), interval=both, evidence=(*one.evidence, *other.evidence),
                )  # fmt: skip


def leaders_without_stand_in(scene: Scene) -> Iterator[Finding]:
    """Leaders with units of their own whom no pair covers, where the team has pairs; the head without one is no defect."""
    by_team: dict[str, dict[str, list[Charge]]] = defaultdict(lambda: defaultdict(list))
    for charge in scene.charges:
        leads = charge.kind == "in_charge" and charge.capacity == "principal" and charge.organisation
        if leads or (charge.kind == "heads" and charge.organisation == charge.team):
            by_team[charge.team][charge.person].append(charge)
    for team in sorted({pairing.team for pairing in scene.pairings}):
        paired = [pairing for pairing in scene.pairings if pairing.team == team and pairing.interval.valid_from]
        if not paired:
            continue
        first = min(paired, key=lambda pairing: pairing.interval.valid_from)
        for person, charges in sorted(by_team[team].items()):
            longest = max(charges, key=lambda charge: (charge.interval.possible_to or "9999", charge.evidence))
            period = overlap(longest.interval, first.interval)
            if period is None:
                continue
            covers = [pairing.interval for pairing in paired if pairing.replaced == person]
            is_head = any(charge.kind == "heads" for charge in charges)
            name = scene.person(person)
            for gap in gaps(period, covers):
                yield finding(
                    "no-stand-in", "info" if is_head else "warning", _place_of(team, scene),
                    (f"{name}{'（主要领导）' if is_head else ''}未列入AB角", f"{name} has no stand-in"
                     + (" (head of the team)" if is_head else "")),
                    about=(person, team), interval=gap, evidence=(longest.evidence[-1], *first.evidence),
                )  # fmt: skip


def stale_task_leaders(scene: Scene) -> Iterator[Finding]:
    """Tasks whose named leader no longer is in charge: the paper is not amended."""
    by_task = {task.task: task for task in scene.tasks}
    titles = {row.id: row.statement for row in scene.papers.rows(waist.Task)}
    for answer in scene.answers:
        task = by_task[answer.task]
        printed = titles[task.evidence[0]]
        title = printed.title
        if answer.verdict == "moved":
            now = scene.person(answer.person)
            yield finding(
                "task-leader-moved", "warning", task.jurisdiction,
                (f"任务“{title}”所列责任领导{answer.named_leader}已不分管；现由{now}分管",
                 f"The leader named for “{title}”, {answer.named_leader}, is no longer in charge; {now} is"),
                about=(answer.task, answer.person, *task.leaders, task.document), interval=answer.interval,
                evidence=answer.evidence, because_of=answer.because_of, ended_by=answer.ended_by,
            )  # fmt: skip
        elif answer.verdict == "vacant":
            yield finding(
                "task-leader-vacant", "warning", task.jurisdiction,
                (f"任务“{title}”的牵头单位{scene.body(answer.organisation)}暂无分管领导",
                 f"Nobody is in charge of the lead unit of “{title}”"),
                about=(answer.task, answer.organisation, task.document), interval=answer.interval,
                evidence=answer.evidence, because_of=answer.because_of, ended_by=answer.ended_by,
            )  # fmt: skip
        elif answer.verdict == "unknown":
            yield finding(
                "task-leader-unknown", "info", task.jurisdiction,
                (f"任务“{title}”：{answer.explanation}", f"“{title}”: the papers do not suffice to name the leader"),
                about=(answer.task, task.document), interval=answer.interval, evidence=answer.evidence,
                because_of=answer.because_of, ended_by=answer.ended_by,
            )  # fmt: skip


def tasks_without_lead_unit(scene: Scene) -> Iterator[Finding]:
    """Tasks that print no lead unit."""
    titles = {row.id: row.statement for row in scene.papers.rows(waist.Task)}
    for task in scene.tasks:
        printed = titles[task.evidence[0]]
        if not printed.lead_orgs:
            yield finding(
                "task-no-lead-unit", "warning", task.jurisdiction,
                (f"任务“{printed.title}”未列牵头单位", f"“{printed.title}” names no lead unit"),
                about=(task.task, task.document), interval=task.interval, evidence=task.evidence,
            )  # fmt: skip


def contradicting_divisions(scene: Scene) -> Iterator[Finding]:
    """Two whole divisions of one team that count from the same day."""
    whole = [division for division in scene.divisions if division.extent == "whole"]
    for one, other in pairwise(whole):
        if one.team == other.team and one.interval.possible_from == other.interval.possible_from != "":
            numbers = f"{scene.paper(one.document)}、{scene.paper(other.document)}"
            yield finding(
                "divisions-same-day", "warning", other.jurisdiction,
                (f"同日有两份分工文件：{numbers}", f"Two divisions of work count from one day: {numbers}"),
                about=(one.document, other.document, other.team), interval=other.interval,
                evidence=(*one.evidence, *other.evidence),
            )  # fmt: skip


def _is_governments(division: Division, scene: Scene) -> bool:
    return division.extent == "whole" and division.lists_units and scene.body(division.team).endswith("人民政府")


def _place_of(organisation: str, scene: Scene) -> str:
    body = scene.identity.organisations.get(organisation)
    return body.jurisdiction if body else organisation
