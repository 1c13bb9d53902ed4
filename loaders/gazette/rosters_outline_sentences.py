"""Sentences of a notice that open blocks: those that found or adjust a body, rename one and list it anew, or set up its parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from loaders.gazette import groups, groups_said
from loaders.gazette.groups import Named
from loaders.gazette.groups_in_sentences import from_sentences
from loaders.gazette.rosters_drills import commanded
from loaders.gazette.rosters_headings import is_short_for
from loaders.gazette.rosters_outline import Edge, Outline
from loaders.readers.paper import Passage

_SUBGROUPS = re.compile(
    r"下设[^。;]{0,24}?(?:工作专班|专班|工作组|专项小组|工作小组|小组|专项组|指挥部|[\u4e00-\u9fff]{2}[组队])|(?:成立|组建|设立)(?:[^。;,]{0,10}?个)?(?:子|分|专项|下属)?(?:工作专班|专班|工作组|工作小组|专项小组)"
    r"|组分(?:为|成|设)?[两二三四五六七八九十\d]{1,2}个[\u4e00-\u9fff]{0,4}组"
)
#: `领导小组下设三个工作组：`, at the end of its paragraph: the headings below may leave the kind out.
_SEVERAL = re.compile(
    r"下设[^。;,、]{0,12}?(?:[\d一二三四五六七八九十两若]{1,3}[个干]|以下)(?P<kind>工作专班|专班|工作组|工作小组|专项小组|专项工作组|专项组|小组)[^。;]{0,8}:\s*$"
)
_OF_YEAR = re.compile(r"\d{4}年")
#: `将甲会更名为乙会，并对成员作如下调整`: what follows is the roster of the body under its new name.
_CHANGED_TOO = re.compile(
    r"[^。;]{0,40}(?:成员|人员)[^。;]{0,20}(?:调整|如下)|[^。;]{0,20}调整[^。;]{0,20}(?:成员|人员)"
)

_SETS_UP = "下设"
_MOST_HEADED = 200
_LONGEST_HEADED = 62


class Sentences:
    """The running text of a notice, its bodies taken into the outline one after the other; `below` is where the title ends."""

    __slots__ = ("_below", "_headed", "_outline")

    def __init__(self, outline: Outline, below: int) -> None:
        self._outline = outline
        self._below = below
        self._headed: list[tuple[int, str]] | None = None

    def take(self, passage: Passage) -> None:
        """Take the bodies that a passage names into the outline.

        The whole passage is about the first of them: 成立由甲任组长的…领导小组.
        """
        outline = self._outline
        if _SUBGROUPS.search(passage.text):
            outline.subgroups = True
            if (several := _SEVERAL.search(passage.text)) is not None:
                outline.stack[-1].plural = several["kind"]
        first = True
        said = (*from_sentences(passage), *groups_said.said(passage), *commanded(outline.notice, passage))
        for body in said:
            if not self._opens(body, passage):
                continue
            here = outline.here
            named = _as_called(body, here)
            again = here is not None and groups.same_body(here.name, named.name)
            named = _placed(named, here if again else None, outline)
            begin = passage.start
            if passage.text[: named.start].endswith(_SETS_UP):
                above = outline.sets_up(passage.text[: named.start - len(_SETS_UP)])
                named = replace(named, parent=above.name if above else "")
                begin = _line_of(passage.origin(named.start), begin, outline.lines)
            outline.stack[-1].named = named
            if again and not first:
                # Named once more in one paragraph, with its place or without: the same stretch goes on.
                if here is not None and len(named.name) > len(here.name):
                    outline.edges[-1] = replace(outline.edges[-1], named=named)
                continue
            self._begin(named, begin if first else passage.origin(named.start), at_title=begin < self._below)
            first = False

    def _begin(self, named: Named, start: int, *, at_title: bool) -> None:
        """Begin the block of a body; of a paper without a title the first sentence names what the block of the title is about."""
        edges = self._outline.edges
        if at_title and edges[0].named is None:
            edges[0] = replace(edges[0], named=named)
        edges.append(Edge(start, named))

    def _opens(self, named: Named, passage: Passage) -> bool:
        """Whether the block of a body begins where a sentence names it."""
        if named.action in ("合并", "撤销", "保留"):
            return False
        if named.action == "更名" and (
            self._outline.here is not None or not _CHANGED_TOO.search(passage.text, named.end)
        ):
            return False
        if groups.is_generic(named.name):
            return False
        return named.action != "调整" or not self._is_headed(named, passage)

    def _is_headed(self, named: Named, passage: Passage) -> bool:
        """Whether a heading below names the body again: it opens its block."""
        if self._headed is None:
            self._headed = _headed(self._outline.lines)[:_MOST_HEADED]
        return any(place > passage.start and groups.same_body(name, named.name) for place, name in self._headed)


def _as_called(named: Named, here: Named | None) -> Named:
    """A body by its whole name: the body of one year is called without it below its title."""
    if here is not None and _OF_YEAR.search(here.name) and is_short_for(named.name, here.name):
        return groups.renamed(named, here.name)
    return named


def _placed(named: Named, same: Named | None, outline: Outline) -> Named:
    """A body where it stands: as the one at hand, if it is the `same`, else under the heading that is open."""
    if same is None:
        return replace(named, level=outline.stack[-1].level)
    return replace(named, level=same.level, parent=same.parent, action=named.action or same.action)


def _line_of(place: int, begin: int, lines: list[Passage]) -> int:
    """Where the printed line of a place begins, but not before `begin`: a list without stops above it is the list of the whole."""
    number = bisect_left(lines, place + 1, key=attrgetter("start")) - 1
    return max(begin, lines[number].start) if number >= 0 else begin


def _headed(lines: list[Passage]) -> list[tuple[int, str]]:
    """Numbered headings that name bodies, by place."""
    return [
        (line.start, named.name)
        for line in lines
        if len(line.text) < _LONGEST_HEADED
        and groups.level_of(line.text)
        and (named := groups.from_heading(line)) is not None
    ]
