"""An item of a text that may be a task: its number, its words, and where it says who does it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.gazette.tasks_fields import Zone
from loaders.readers.paper import Passage

#: Also a full stop printed half-width between two Chinese words.
_TITLE_STOP = re.compile(r"[。;!?]|(?<=[\u4e00-\u9fff]{2})\.(?=[\u4e00-\u9fff]{2}|$)")


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

    @property
    def assigned(self) -> bool:
        """Whether the paper has said who does it, in the item or on lines below."""
        return bool(self.found or self.below)


def title_in(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Where the title of an item stands in a stretch: up to the first full stop, without the marks around it."""
    text = passage.text
    while start < end and text[start] in " 。;,":
        start += 1
    stop = _TITLE_STOP.search(text, start, end)
    last = stop.start() if stop else end
    while last > start and text[last - 1] in " ,:([|/—":
        last -= 1
    return start, last
