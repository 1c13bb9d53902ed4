"""Which of the bodies found so far a name, a kind or a sentence means, or that it is a new one."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.rosters_bodies import Body
from loaders.readers.paper import Passage

#: A body called so is a part of the one that sets it up.
_A_PART = re.compile("(?<!领导小)(?<!领导)组$|[分小支]队$")
_CROWD_OF_BODIES = re.compile("各|专项|相关|应急指挥")


def find(found: list[Body], named: Named) -> Body:
    """The body a name means among those found, or a new one; the name over the roster wins over the title's."""
    for body in found:
        if body.named.parent == named.parent and groups.same_named(body.named, named):
            if (body.from_title and named.via != "title") or (not body.seats and body.named.via == "heading"):
                body.named = replace(named, action=body.named.action or named.action)
            return body
        if body.named.name == named.name:
            return body
    body = Body(named)
    found.append(body)
    return body


def owner_of(name: str, named: Named | None, found: list[Body], passage: Passage, place: int) -> Body | None:
    """The body an office or a sentence is about: a name found before, the one at hand, or a new one."""
    if not name:
        return None if named is None else find(found, named)
    if groups.is_generic(name):
        return _pointed_at(groups.kind_of(name), named, found)
    for body in found:
        if groups.same_body(body.named.name, name):
            return body
    if named is not None and (groups.same_body(named.name, name) or named.name.endswith(name)):
        return find(found, named)
    owner = _new_owner(name, found, passage, place)
    if owner is not None and named is not None and _A_PART.search(name) and not named.parent:
        owner.named = replace(owner.named, parent=named.name)
    return owner


def _pointed_at(kind: str, named: Named | None, found: list[Body]) -> Body | None:
    """The body a bare kind points to: the one at hand, the one above it, or the last one of that kind; where none is at hand, the only one."""
    if named is None:
        alike = [body for body in found if body.named.name.endswith(kind)]
        return alike[0] if len(alike) == 1 else None
    if named.name.endswith(kind):
        return find(found, named)
    above = next((body for body in found if body.named.name == named.parent and named.parent.endswith(kind)), None)
    last = next((body for body in reversed(found) if body.named.name.endswith(kind)), None)
    return above or last or find(found, named)


def _new_owner(name: str, found: list[Body], passage: Passage, place: int) -> Body | None:
    if not groups.kind_of(name) or _CROWD_OF_BODIES.match(name):
        return None
    low = passage.text.find(name, max(0, place - 60))
    low = max(low, 0)
    body = Body(Named(name, "sentence", passage, low, min(len(passage.text), low + len(name)), confidence=0.8))
    found.append(body)
    return body
