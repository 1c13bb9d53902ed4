"""What began and ended, as a page tells it: a seat that came into another state has neither begun nor ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.web.page import Page
from graph.ontology import ontology
from queries.answers.changes import Change
from queries.answers.rows import text
from queries.spells import Spell, handed_on


@dataclass(frozen=True, slots=True)
class Told:
    """A change with the word for it and its tone; `turned` if only the state of a seat changed."""

    change: Change
    word: str
    tone: str
    evidence: tuple[str, ...]
    turned: bool = False


def retold(page: Page, changes: Sequence[Change]) -> list[Told]:
    """The changes in their order. Of a seat that passed into another state, the state; of one listed again, nothing."""
    spells = [
        Spell(
            (each.person.id, each.object.id, each.word) if each.edge.code == "MEMBER_OF" else each.id,
            each.day if each.change.code == "added" else "",
            each.day if each.change.code == "ended" else "",
        )
        for each in changes
    ]
    handed = handed_on(spells)
    earlier = set(handed.values())
    states: dict[str, dict[tuple[str, str, str], list[str]]] = {}
    found = []
    for place, each in enumerate(changes):
        if place in earlier:
            continue
        if place not in handed:
            good = each.change.code == "added"
            found.append(Told(each, page.code(each.change), "certain" if good else "vacant", each.evidence))
            continue
        if each.object.id not in states:
            states[each.object.id] = _states(page, each.object.id)
        before, *rest = states[each.object.id].get((each.person.id, each.word, each.day), ["", ""])
        state = rest[-1] if rest else before
        if state and state != before:
            said = ontology().value_caption("state", state, language=page.language)
            # The paper that changed it comes first: it is the cause under which the change is told.
            words = tuple(dict.fromkeys((*changes[handed[place]].evidence, *each.evidence)))
            found.append(Told(each, said, state, words, turned=True))
    return found


def _states(page: Page, group: str) -> dict[tuple[str, str, str], list[str]]:
    """By member, role and day: the state of the seat until that day, and from that day on."""
    rows = page.rows("groups/membership-history", group=group, limit=5_000)
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in sorted(rows, key=lambda row: text(row, "possible_from")):
        who = text(row, "member_id"), text(row, "role")
        if (*who, text(row, "possible_from")) in found:
            found[*who, text(row, "possible_from")].append(text(row, "state"))
        if text(row, "possible_to"):
            found.setdefault((*who, text(row, "possible_to")), []).insert(0, text(row, "state"))
    return found
