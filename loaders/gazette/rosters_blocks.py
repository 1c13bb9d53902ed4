"""A notice cut into blocks, each under the coordinating body its lines belong to.

Titles, sentences (`rosters_outline_sentences`) and headings (`rosters_outline_headings`) name bodies; a heading closes all headings of
its own and deeper levels. Under a heading that is no name (`一、组成人员`, `二、工作职责`) the body named before goes on. Bodies named under
another one that 下设 them are its parts.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from loaders.gazette import groups_titled
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_headings import behind_heading
from loaders.gazette.rosters_inner_parts import at_parts
from loaders.gazette.rosters_outline import Edge, Level, Outline
from loaders.gazette.rosters_outline_headings import Headings
from loaders.gazette.rosters_outline_sentences import Sentences
from loaders.gazette.rosters_parts import parted, with_whole_parts
from loaders.readers.paper import Passage

#: What a line that holds a part and its roster cannot be without.
_PART_SIGNS = ("长", "人", ":", "(", "牵头")
_LONGEST_TITLE = 150
#: No paper prints a longer paragraph; what is longer is no prose and is not searched for sentences.
LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of the paper under one body (None: no body is named yet).

    `office` is set where a heading turns to the body's office; `heading` is the line that opens the block.
    """

    named: Named | None
    start: int
    end: int
    office: bool = False
    heading: Passage | None = None
    lines: tuple[Passage, ...] = ()  # printed lines, the heading line left out
    passages: tuple[Passage, ...] = ()  # joined passages; one that reaches over the edges is cut


def blocks(notice: Notice) -> list[Block]:
    """The blocks of a notice in printed order; together they cover all its text below the title."""
    titled = groups_titled.titled(notice) or groups_titled.alone(notice)
    title = Level(-1, titled[0] if titled else None)
    below = _below_title(notice)
    outline = Outline(notice, _lines(notice), [title], [Edge(below, title.named)])
    headings, sentences = Headings(outline), Sentences(outline, below)
    for number, passage in _in_order(notice, outline.lines, below):
        if number is not None:
            headings.take(number)
        elif len(passage) <= LONGEST:
            sentences.take(passage)
    return _between(outline)


def _lines(notice: Notice) -> list[Passage]:
    """The lines of a notice, those that hold a part and its roster cut between the two."""
    return [
        part
        for whole in with_whole_parts(notice.text_lines(), running(notice))
        for line in at_parts(whole)
        for part in (parted(line) if any(sign in line.text for sign in _PART_SIGNS) else (line,))
    ]


def _in_order(notice: Notice, lines: list[Passage], below: int) -> list[tuple[int | None, Passage]]:
    """Lines below the title, each with its number, and passages, as they are printed; of two that begin together the line comes first."""
    after = len(lines)
    marks = [(line.start, number, line) for number, line in enumerate(lines) if line.start >= below]
    marks.extend((passage.start, after, passage) for passage in running(notice) if "\t" not in passage.text)
    marks.sort(key=itemgetter(0, 1))
    return [(number if number < after else None, passage) for _, number, passage in marks]


def running(notice: Notice) -> tuple[Passage, ...]:
    """The joined passages below the title; a sentence that opens a list (`…名单如下：`) may stand where addressees do."""
    return notice.body if notice.addressees is None else (notice.addressees, *notice.body)


def _below_title(notice: Notice) -> int:
    """Where what a notice says begins: below its title, or with it where a copy prints the whole paper on one line."""
    title = notice.title
    whole = len(title) > _LONGEST_TITLE and not any(line.start >= title.end for line in notice.text_lines())
    return title.start if whole else title.end


def _between(outline: Outline) -> list[Block]:
    """The stretches between edges, with their lines and passages."""
    notice, lines = outline.notice, outline.lines
    end = notice.lines[-1].end + 1 if notice.lines else notice.title.end
    ordered = sorted(outline.edges, key=attrgetter("start"))
    line_starts = [line.start for line in lines]
    body = running(notice)
    passage_starts = [passage.start for passage in body]
    found = []
    for edge, stop in zip(ordered, [*(later.start for later in ordered[1:]), end], strict=True):
        start, heading = edge.start, edge.heading
        if stop <= start:
            continue
        skip = heading.start if heading is not None else -1
        own = lines[bisect_left(line_starts, start) : bisect_left(line_starts, stop)]
        over = body[max(0, bisect_left(passage_starts, start) - 1) : bisect_left(passage_starts, stop)]
        cut = (_cut(passage, behind_heading(passage, heading, edge.named, start), stop) for passage in over)
        found.append(
            Block(
                edge.named,
                start,
                stop,
                edge.office,
                heading,
                tuple(line for line in own if line.start != skip),
                tuple(passage for passage in cut if passage is not None),
            )
        )
    return found


def _cut(passage: Passage, start: int, stop: int) -> Passage | None:
    """The part of a passage between two places of the paper."""
    if passage.start >= start and passage.end <= stop:
        return passage
    low = bisect_left(range(len(passage)), start, key=passage.origin)
    high = bisect_left(range(len(passage)), stop, key=passage.origin)
    return passage.cut(low, high) if high > low else None
