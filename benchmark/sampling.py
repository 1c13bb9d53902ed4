"""What to ask of a graph: ids, names and places taken out of it, and parameters drawn from them, the same for the same seed.

Several ids asked for at once are of one place, or of two that follow one another, as those are that pages ask for: what one answer
cites, what one picture shows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from graph.elements import Graph
from graph.stores.order import by_place
from graph.stores.store import Value
from queries.header import Param, Query

#: Ids and names of one label that are kept: a measure asks for some hundreds.
MOST = 20_000
#: Ids asked for at once: the evidence of an answer; things of one kind around another in a picture.
ANSWERED, DRAWN = 50, 20


@dataclass(frozen=True, slots=True)
class Sample:
    """Ids and names by label, of nodes that an edge touches, place by place; the places that have papers."""

    ids: dict[str, list[str]]
    names: dict[str, list[str]]
    places: list[str]

    @classmethod
    def of(cls, graph: Graph, *, seed: int = 1) -> Sample:
        """The sample of a graph."""
        random = Random(seed)  # noqa: S311 - a sample, no secret
        touched = {end for edge in graph.edges for end in (edge.start, edge.end)}
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        places: set[str] = set()
        for node in by_place(graph)[0]:
            if node.id in touched:
                found[node.label].append((node.id, str(node.properties["name"])))
            if node.label == "Document" and "jurisdiction" in node.properties:
                places.add(str(node.properties["jurisdiction"]))
        kept = {label: some if len(some) <= MOST else _thinned(some, random) for label, some in found.items()}
        return cls(
            {label: [identifier for identifier, _ in some] for label, some in kept.items()},
            {label: [name for _, name in some] for label, some in kept.items()},
            sorted(places),
        )

    def write(self, path: Path) -> None:
        """Keep it as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Sample:
        """What `write` kept."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Sampler:
    """Parameters out of a sample: ids of the label a query asks for, days inside its years, places, names."""

    def __init__(self, sample: Sample, *, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311 - a sample, no secret
        self._sample = sample

    def parameters(self, query: Query, *, placed: bool) -> dict[str, Value]:
        """Values for all that the query requires, a day, and a place if asked for."""
        label = self._random.choice(("Person", "Task", "Group", "Organisation"))
        given: dict[str, Value] = {}
        for param in query.params:
            value = self._value(param, label)
            if value is not None:
                given[param.name] = value
        if placed:
            given["jurisdiction"] = self._random.choice(self._sample.places)
        return given

    def _value(self, param: Param, label: str) -> Value:
        ids = self._sample.ids
        if param.type == "date":
            year = self._random.randrange(2022, 2030)
            return f"{year}-01-01" if param.name == "from" else f"{year + 1}-{self._random.randrange(1, 13):02}-15"
        if param.type == "label":
            return label
        if param.type == "ids":
            some = ids.get(param.kinds[0] if param.kinds else label, [])
            return [*self._neighbours(some, ANSWERED if param.kinds else DRAWN)]
        if param.type == "id":
            labels = [kind for kind in param.kinds if ids.get(kind)] or [label]
            return self._random.choice(ids.get(labels[0]) or [""]) if param.required else None
        if param.required:
            some = self._sample.places if param.name == "jurisdiction" else self._sample.names["Matter"]
            return self._random.choice(some)
        return None

    def _neighbours(self, some: list[str], number: int) -> list[str]:
        start = self._random.randrange(max(1, len(some) - number + 1))
        return some[start : start + number]


def _thinned(some: list[tuple[str, str]], random: Random) -> list[tuple[str, str]]:
    return [some[index] for index in sorted(random.sample(range(len(some)), MOST))]
