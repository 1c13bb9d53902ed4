"""What is open while a notice is read from its title down: headings with the bodies named under them, and where blocks begin."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage


@dataclass(slots=True)
class Level:
    """An open heading and the body named under it."""

    level: int
    named: Named | None
    plural: str = ""  # 成立工作专班: headings below leave the kind out


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a block begins: the body it is under, whether it is about that body's office, and the heading that opens it."""

    start: int
    named: Named | None
    office: bool = False
    heading: Passage | None = None


@dataclass(slots=True)
class Outline:
    """The open headings of a notice, deepest last, and the edges of its blocks so far; the first of either is the title's."""

    notice: Notice
    lines: list[Passage]
    stack: list[Level]
    edges: list[Edge] = field(default_factory=list)
    subgroups: bool = False  # the lines that follow may hold parts of the body above

    @property
    def here(self) -> Named | None:
        """The body that the lines which follow are about."""
        return self.stack[-1].named

    def bodies(self) -> list[Named]:
        """The bodies of the blocks so far, in printed order."""
        return [edge.named for edge in self.edges if edge.named is not None]

    def close(self, level: int) -> Named | None:
        """Close the headings of a level and all deeper ones; returns the body of the last of them."""
        gone: Named | None = None
        while len(self.stack) > 1 and self.stack[-1].level >= level:
            gone = self.stack.pop().named
        return gone

    def close_all(self) -> None:
        """Close all headings; what follows is about the body of the title."""
        del self.stack[1:]

    def open(self, level: Level, heading: Passage) -> None:
        """Open a heading; its block begins with it."""
        self.stack.append(level)
        self.edges.append(Edge(heading.start, level.named, heading=heading))

    def sets_up(self, before: str) -> Named | None:
        """The body that 下设 a part: the one under whose heading the sentence stands, if it is of the kind the sentence calls it by.

        Else the body the notice founded before it, by the last of its names (领导小组下设…专班): the title names it without its place
        where the text does not. `before` are the words that stand before 下设.
        """
        kind, here = groups.kind_of(before), self.here
        if here is not None and here.via == "heading" and not here.parent and kind and here.name.endswith(kind):
            return here
        bodies = [body for body in self.bodies() if not body.parent]
        return next((body for body in reversed(bodies) if groups.same_body(body.name, bodies[0].name)), None)
