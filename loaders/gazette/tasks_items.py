"""An item of a text that may be a task: its number, its words, and where it says who does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.gazette.tasks_fields import Zone
from loaders.readers.paper import Passage


@dataclass(slots=True)
class Item:
    """A numbered item or, where the paper prints none, the paragraph a zone stands under."""

    level: int
    number: str
    head: Passage
    title: tuple[int, int]
    heading: Passage | None  # an unnumbered heading line above it
    parent: Item | None
    body: list[Passage] = field(default_factory=list)
    found: list[tuple[Passage, Zone]] = field(default_factory=list)
    below: list[tuple[Passage, Zone]] = field(default_factory=list)  # zones on lines of their own
