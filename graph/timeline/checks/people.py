"""Checks on posts and seats: two holders of a sole post, titles without a ground, seats that need a new paper."""

from __future__ import annotations

from collections.abc import Iterator

from graph.timeline.checks.scene import Scene, finding
from graph.timeline.facts import Finding, SeatState, Severity
from graph.timeline.spans import starting

_SEAT_FINDINGS: dict[SeatState, tuple[str, Severity, str, str]] = {
    "stale": ("seat-stale", "warning", "待调整", "is stale"),
    "check": ("seat-check", "info", "待核实", "is to be checked"),
    "pending_unit": ("seat-pending", "info", "待单位明确", "waits for the unit to name somebody"),
    "pending_approval": ("seat-pending", "info", "待批准", "waits for approval"),
    "vacant": ("seat-vacant", "warning", "空缺", "is vacant"),
}


def seats_to_adjust(scene: Scene) -> Iterator[Finding]:
    """Seats that are stale, to be checked, pending or vacant, each while it is."""
    for filling in scene.fillings:
        shown = _SEAT_FINDINGS.get(filling.state)
        if shown is None:
            continue
        kind, severity, word, english = shown
        group, name = scene.group(filling.group), scene.person(filling.person)
        who = f"{name}（{filling.title}）" if name else filling.title
        yield finding(
            kind, severity, scene.identity.groups[filling.group].jurisdiction,
            (f"{group}{filling.role}{who}{word}：{filling.explanation}",
             f"The seat of {name or filling.title} in {group} {english}"),
            about=(filling.seat, filling.person, filling.group), interval=filling.interval, evidence=filling.evidence,
            because_of=filling.because_of, ended_by=filling.ended_by,
        )  # fmt: skip


def clashing_holders(scene: Scene) -> Iterator[Finding]:
    """Papers that do not let two holders of a sole post follow one another, or show a removed person in the post."""
    told: set[tuple[str, frozenset[str]]] = set()
    for clash in scene.clashes:
        key = (clash.post, frozenset(clash.persons))
        if key in told:
            continue
        told.add(key)
        post = scene.post(clash.post)
        place = scene.identity.organisations[scene.identity.posts[clash.post].organisation].jurisdiction
        one, other = (scene.person(person) for person in clash.persons)
        if one == other and clash.persons[0] == clash.persons[1]:
            texts = (f"{one}被免去{post}后，仍见以该职务出现", f"{one} is seen as {post} after the removal")
        else:
            texts = (f"{post}：{one}与{other}的记载互相矛盾", f"{post}: the papers on {one} and {other} contradict")
        yield finding(
            "holders-clash", "error", place, texts, about=(clash.post, *clash.persons),
            interval=starting(clash.when), evidence=clash.evidence,
        )  # fmt: skip


def titles_without_ground(scene: Scene) -> Iterator[Finding]:
    """Seen with the title after a nomination or acting time, the appointment not seen (任职依据未见)."""
    for lesser in scene.holdings:
        if lesser.capacity not in ("nominated", "designate", "acting") or lesser.ended_by:
            continue
        for seen in scene.holdings:
            same = (seen.person, seen.post) == (lesser.person, lesser.post)
            later = "" < lesser.interval.valid_from <= seen.interval.valid_from
            if same and seen.basis == "sighted" and not seen.capacity and later:
                name, post = scene.person(seen.person), scene.post(seen.post)
                place = scene.identity.organisations[scene.identity.posts[seen.post].organisation].jurisdiction
                yield finding(
                    "ground-not-seen", "info", place,
                    (f"{name}已见称{post}，任命或当选的文件未见", f"{name} is seen as {post}; no appointment is on paper"),
                    about=(seen.person, seen.post), interval=seen.interval, evidence=seen.evidence,
                    because_of=lesser.evidence, ended_by=seen.ended_by,
                )  # fmt: skip
