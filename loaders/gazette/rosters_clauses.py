"""Whose seats a succession clause passes on, where a notice prints it under a part of a body or under the last of several."""

from __future__ import annotations

import re

from loaders.gazette import groups, successions
from loaders.gazette.groups import Named
from loaders.gazette.rosters_blocks import Block
from loaders.gazette.rosters_bodies import Body
from loaders.gazette.successions import Clause

#: Words of a clause in which no part of a body is meant, though they hold what parts are called.
_OF_THE_WHOLE = re.compile("领导小组|组成(?!员)")


def passes_on(clause: Clause, named: Named, body: Body, found: list[Body]) -> Body:
    """Whose seats a clause passes on: those of the whole, if it stands below the last part and names no part."""
    subject = successions.CHANGE_WORD.split(clause.passage.text[clause.start : clause.end], maxsplit=1)[0]
    words = _OF_THE_WHOLE.sub("", subject)
    if not named.parent or named.name in words or groups.kind_of(named.name)[-1:] in words:
        return body
    return next((one for one in found if one.named.name == named.parent), body)


def spread(found: list[Body], loose: list[tuple[Block, Clause]]) -> None:
    """A clause in the last lines of a notice with several equal bodies is for all of them."""
    tops = [body for body in found if not body.named.parent and body.seats]
    if len(tops) < 2:
        return
    last = tops[-1]
    for block, clause in loose:
        text = clause.passage.text
        if clause not in last.clauses or groups.level_of(text) or any(body.named.name in text for body in tops):
            continue
        if any(other.start > block.start and other.named is None for other, _ in loose):
            continue
        for body in tops[:-1]:
            if clause not in body.clauses:
                body.clauses.append(clause)
