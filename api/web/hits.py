"""What a search found, for a reader: beside a name what it is on the day, and for words without a page the place in the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from api.web.page import Page
from graph.search import Hit
from graph.stores.store import Row
from queries.answers.rows import text, texts

#: Ways of finding by which only some of the words are met: the name itself was not found.
_WEAK = frozenset({"words", "some_words", "alike", "text"})
#: Things read out of a paper that have no page: their place is the words.
_PRINTED = frozenset({"Duty", "Indicator", "Event", "Subsidy"})
_POSTS = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its address and a few words about it; `others` are hits of the very same words."""

    hit: Hit
    href: str
    about: str = ""
    others: int = 0


def is_weak(hits: Sequence[Hit]) -> bool:
    """Whether nothing bears the words as its name."""
    return bool(hits) and all(hit.why in _WEAK for hit in hits)


def shown(page: Page, hits: Iterable[Hit], most: int) -> list[Shown]:
    """Hits of one kind, the first `most` with what they are; the same words of several units stand once."""
    same: dict[str, list[Hit]] = {}
    for hit in hits:
        same.setdefault(hit.name if hit.kind in _PRINTED else hit.id, []).append(hit)
    found = []
    for place, some in enumerate(same.values()):
        first = some[0]
        if first.kind in _PRINTED and place < most:
            found.append(_printed(page, some))
            continue
        about = _about(page, first) if place < most else ""
        found.append(Shown(first, page.href(first.id), about))
    return found


def _about(page: Page, hit: Hit) -> str:
    """Posts of a person, who is in charge of a body, who heads a group, the plan of a task."""
    join = page.say("、", ", ")
    match hit.kind:
        case "Person":
            rows = page.rows("people/posts-held", person=hit.id, on=page.on, limit=8)
            sure = [row for row in rows if row["status"] != "possible"]
            return join.join(dict.fromkeys(_post(page, row) for row in sure[:_POSTS]))
        case "Organisation":
            rows = page.rows("organisations/oversight", organisation=hit.id, on=page.on)
            charged = [row for row in rows if row["edge"] != "LIAISES_WITH"] or rows
            return join.join(dict.fromkeys(f"{text(row, 'person')}{_verb(page, row)}" for row in charged[:_POSTS]))
        case "Group":
            rows = page.rows("groups/roster", group=hit.id, on=page.on, limit=1)
            return join.join(
                f"{text(row, 'role')}{page.say('：', ': ')}{text(row, 'person')}" for row in rows if row["person"]
            )
        case "Task":
            rows = page.rows("tasks/who-is-responsible", task=hit.id, on=page.on, limit=1)
            return join.join(page.say(f"当日：{who}", f"that day: {who}") for row in rows if (who := text(row, "who")))
        case _:
            return ""


def _post(page: Page, row: Row) -> str:
    capacity = page.words.say("（提名）", " (nominated)") if row["capacity"] == "nominated" else ""
    return f"{text(row, 'post')}{capacity}"


def _verb(page: Page, row: Row) -> str:
    return (
        text(row, "relation") or page.caption(text(row, "edge")) if page.zh else f" ({page.caption(text(row, 'edge'))})"
    )


def _printed(page: Page, some: Sequence[Hit]) -> Shown:
    """Words of a paper with the units they are said of, leading to where they are printed."""
    first = some[0]
    rows = page.rows("graph/neighbourhood", kind=first.kind, node=first.id, on=page.on, limit=5)
    evidence = next((each for row in rows for each in texts(row, "evidence")), "")
    names = [text(row, "other") for row in rows if row["other_kind"] in ("Organisation", "Person", "Task")]
    about = page.say("、", ", ").join(dict.fromkeys(names[:_POSTS]))
    return Shown(first, page.path("evidence", evidence) if evidence else "", about, len(some) - 1)
