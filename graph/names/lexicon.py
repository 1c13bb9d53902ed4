"""Short names matched to the full names that papers of the same place print.

`区发改委` is 区发展和改革委员会 because a paper of the district prints that name, it ends in the same kind of head
(委 / 委员会), it holds the characters of the short name in their order, and no other name of the place does. The
usual short names of `graph/data/abbreviations.csv` count even where the full name is not printed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.names.bodies import COMPANY, Body
from graph.names.data import short_names, usual_bodies
from graph.names.places import Place

#: Heads by how they may be shortened; a short and its full name end in the same one.
_HEADS = (
    ("委员会", "委"), ("办公室", "办"), ("人民政府", "政府"), ("法院", "法院"), ("检察院", "检察院"),
    ("有限责任公司", "公司"), ("股份有限公司", "公司"), ("有限公司", "公司"), ("集团公司", "公司"), ("公司", "公司"),
    ("集团", "公司"),
)  # fmt: skip
#: So many characters tell a body even without what stands in front of it.
_TELLING = 7
_INNER_BODY = re.compile(r"局|厅|委员会|公司|医院|学校|办事处")


class Lexicon:
    """All names of bodies that the papers print, by place, and what each is short for.

    A pure function of the set of names: the order in which they are given does not matter.
    """

    def __init__(self, bodies: Iterable[Body], places: Mapping[str, Place], aliases: Mapping[Body, Body] | None = None):
        self._places = places
        self._aliases: dict[Body, Body] = dict(aliases or {})
        self._by_key: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._by_end: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._known: frozenset[Body] = frozenset(bodies)
        for body in sorted(self._known):
            core, head = _split(self._stem(body))
            if core:
                self._by_key[body.place, head, core[0]].append(body.name)
                self._by_end[body.place, head, core[-3:]].append(body.name)
        self._cache: dict[Body, Body] = {}
        self._apart: frozenset[Body] = frozenset()

    def separate(self, bodies: Iterable[Body]) -> None:
        """Take these names for no other body's, as a person decided."""
        self._apart |= frozenset(bodies)
        self._cache.clear()

    def call(self, aliases: Mapping[Body, Body]) -> None:
        """Take second names (nameplate, 以下简称) for the bodies that carry them."""
        self._aliases.update(aliases)

    def resolve(self, body: Body) -> Body:
        """The body a name means: the one it is short for, or that carries it as a second name; else itself."""
        carrier = self._aliases.get(body) if body not in self._apart else None
        if carrier is not None:
            return self.full(carrier)
        whole = self.full(body)
        carrier = self._aliases.get(whole)
        return self.full(carrier) if carrier is not None else whole

    def full(self, body: Body) -> Body:
        """The full name a name is short for, second names apart."""
        found = self._cache.get(body)
        if found is None:
            found = self._cache[body] = self._full(body)
        return found

    def __contains__(self, body: Body) -> bool:
        return body in self._known

    def _full(self, body: Body) -> Body:
        if body in self._apart:
            return body
        stem = self._stem(body)
        word = body.name.removesuffix(stem)
        place = self._places.get(body.place)
        if not word and place is not None and (own := Body(body.place, place.word + body.name)) in self._known:
            return self.full(own) if own != body else body
        named = [Body(body.place, word + full) for full in short_names().get(stem, ())]
        if stem in usual_bodies() and not named:
            return body
        candidates = {self.full(Body(body.place, name)) for name in self._longer(body, stem)}
        printed = [name for name in named if name in self._known]
        if len(candidates) == 1:
            return candidates.pop()
        if printed:
            return printed[0]
        if named and not candidates:
            return named[0]
        return body

    def _longer(self, body: Body, stem: str) -> list[str]:
        """Printed names of the place that hold the characters of `stem` in order and end in the same head."""
        core, head = _split(stem)
        if len(core) < 2 and not (core and head in ("办", "委")):
            return []
        found = []
        for name in self._by_key.get((body.place, head, core[0]), ()):
            full = self._stem(Body(body.place, name))
            other, _ = _split(full)
            if name == body.name or len(full) <= len(stem) or not _holds(other, core):
                continue
            if _INNER_BODY.search(other) and not _INNER_BODY.search(core):
                continue
            found.append(name)
        return found or self._with_front(body, stem, core, head)

    def _with_front(self, body: Body, stem: str, core: str, head: str) -> list[str]:
        """Printed names that are `stem` behind the name of a zone: 装备制造产业园管理办 of a 开发区."""
        if len(core) < _TELLING:
            return []
        return [
            name
            for name in self._by_end.get((body.place, head, core[-3:]), ())
            if (full := _split(self._stem(Body(body.place, name)))[0]) != core and full.endswith(core)
        ]

    def _stem(self, body: Body) -> str:
        """The name without its level word; of a company also without the places in front of it."""
        place = self._places.get(body.place)
        if place is None:
            return body.name
        stem = body.name
        if COMPANY.search(stem):
            for front in (place.full, place.name, *(above.name for above in place.above), place.short):
                if front and stem.startswith(front):
                    stem = stem[len(front) :]
            return stem.removeprefix(place.word)
        return stem.removeprefix(place.word) if place.word else stem


def _split(stem: str) -> tuple[str, str]:
    """Core and head of a name: `发展和改革委员会` -> `发展和改革`, `委`."""
    for full, head in _HEADS:
        if stem.endswith(full) and len(stem) > len(full):
            core = stem.removesuffix(full)
            return (core.removesuffix("集团").removesuffix("控股") or core, head) if head == "公司" else (core, head)
    return (stem[:-2], stem[-2:]) if stem.endswith("中心") else (stem[:-1], stem[-1:])


def _holds(full: str, short: str) -> bool:
    """Whether `full` holds the characters of `short` in their order and starts with the same one."""
    if not short or full[:1] != short[:1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
