"""The walk down a running text that finds its items: what is open, passage by passage, and to which item a label belongs.

A number or a label that names a task begins an item; labels on lines of their own belong to the item above, or make one of the
paragraph above that has no number. Behind the date of a paper, and in a table row, no item goes on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.gazette import tasks_gaps
from loaders.gazette.headings import Mark, mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_between import asks_again, label_between
from loaders.gazette.tasks_counted import Counted
from loaders.gazette.tasks_fields import Field, Zone
from loaders.gazette.tasks_items import Item, title_in
from loaders.gazette.tasks_labels import covers, is_label, labelled, labels_without_colon
from loaders.gazette.tasks_over import labels_behind
from loaders.gazette.tasks_runs import parted
from loaders.gazette.tasks_sentences import sentence_zones
from loaders.gazette.tasks_titles import described, is_heading, titled_by
from loaders.readers.paper import Passage

#: What stands between the date of a notice and its attachments is said of the paper, not of a task.
_COLOPHON = re.compile(
    r"\s*(?:\(此件|扫一扫|[上下]一[篇条页]|打印本页|关闭(?:窗口|本页)|分享到|相关(?:链接|文件|阅读)|(?:主办|承办|督办|经办|抄送|抄报|主送|分送|发至|校对|打印|拟稿|核稿|签发|联系人|共印)(?:单位|部门|处室|科室)?\s*:|.{2,40}印发\s*$)"
)
#: What stands below the text of a web page, its host and its number.
_PAGE_FOOT = re.compile(
    r"\s*[\[(]?(?:打印本页|关闭(?:窗口|本页)|(?:主办|承办)(?:单位)?:[^。;]{2,60}(?:网站标识码|网安备|ICP备|备案号|技术支持|版权所有))"
)
#: `——建设公办托育机构。…（牵头单位：…）`: an item without a number.
_DASHED = re.compile(r"\s*(?:——|--|[-●◆■◇□○★•·])\s*(?=[\u4e00-\u9fff])")
_DASHED_LEVEL = 6  # below all numbers
_TITLED_LEVEL = 2  # of an item that a label names, and that has no number
_UNNUMBERED_LEVEL = 6
_SHORTEST_HEAD = 4  # letters of a paragraph that can be an item
_MOST_LINES = 12  # of one label's value, a unit a line


def items_of(notice: Notice) -> list[Item]:
    """The items of a notice's running text in printed order, each with what the paper says of who does it."""
    walk = _Walk(notice, labels_behind(tuple(parted(notice.body)), is_label))
    walk.down()
    return walk.items


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage as the walk sees it: its number (or the dash of an item with its own units), its zones, whether they are all it says."""

    passage: Passage
    mark: Mark | None
    zones: list[Zone]
    whole: bool


class _Walk:
    """What is open at a place of the text, and the items found above it."""

    __slots__ = (
        "_body",
        "_counted",
        "_current",
        "_date",
        "_heading",
        "_heading_right_over",
        "_last",
        "_open",
        "_pending",
        "_signed",
        "_told",
        "_told_more",
        "_without_colon",
        "items",
    )

    def __init__(self, notice: Notice, body: tuple[Passage, ...]) -> None:
        self._body = body
        self._without_colon = labels_without_colon(body)
        self._date = notice.date
        self._told = described(notice)
        self.items: list[Item] = []
        self._open: list[Item] = []  # the items over the next one, the deepest last
        self._current: Item | None = None  # the item to which words and labels still belong
        self._last: Passage | None = None
        self._heading: Passage | None = None
        self._heading_right_over: Passage | None = None  # the heading line directly over the last paragraph
        self._pending: Field | None = None  # a label whose value stands on the next line
        self._signed = False
        self._counted = Counted()
        self._told_more: Item | None = None  # an item with a label that gives nobody a part below its own

    def down(self) -> None:
        """Read every passage."""
        for at, passage in enumerate(self._body):
            if self._is_outside(passage):
                self._current = None
                self._last = None
                self._pending = None
                continue
            line = self._line(passage)
            if self._goes_on_with_label(line, at):
                continue
            if line.whole:
                self._take_labels(line)
            elif self._takes_words(line):
                if self._heading_right_over is not passage and self._heading_right_over is not self._last:
                    self._heading_right_over = None
                self._last = passage

    def _is_outside(self, passage: Passage) -> bool:
        """Whether no item goes on in a passage: the date of the paper and the colophon below it, the foot of a page, a table row."""
        text = passage.text
        self._signed = (
            (self._date is not None and passage.start <= self._date.start < passage.end)
            or (self._signed and _COLOPHON.match(text) is not None)
            or _PAGE_FOOT.match(text) is not None
        )
        return self._signed or "\t" in text

    def _line(self, passage: Passage) -> _Line:
        """A passage with its number and its zones; sentences give a part only in an item, or below one that has said nothing yet."""
        item = self._current
        mark = mark_of(passage)
        found = passage.once(labelled) or self._without_colon.get(passage.start, [])
        if not found and (mark is not None or (item is not None and not item.assigned)):
            found = passage.once(sentence_zones)
        if mark is None and found:
            mark = _dash_of(passage, item)
        whole = bool(found) and (mark is None or item is not None) and covers(passage, found[0], mark)
        return _Line(passage, mark, found, whole)

    def _goes_on_with_label(self, line: _Line, at: int) -> bool:
        """Whether a line is the value of the label above, or more of it; the item takes it."""
        label, self._pending = self._pending, None
        item = self._current
        if item is None or line.mark is not None or line.zones:
            return False
        if label is None or not _is_value(line.passage.text):
            label = _label_that_goes_on(item, self._body, at)
        if label is None:
            return False
        end = len(line.passage.text)
        value = replace(label, passage=line.passage, start=0, end=end)
        item.below.append((line.passage, Zone(0, end, (value,), False, True)))
        return True

    def _take_labels(self, line: _Line) -> None:
        """Give labels that fill a line to the item they stand below, or make one of the words above, which have no number."""
        last_field = line.zones[-1].fields[-1]
        self._pending = last_field if last_field.start >= last_field.end else None
        if self._current is not None and self._told_more is self._current and asks_again(self._current, line.zones):
            self._current = None  # what stands above has labels of its own
            if self._last is not None and (mark := mark_of(self._last)) is not None:
                self._begin(_Line(self._last, mark, [], False))
        item = self._current or self._begin_unnumbered(self._last, self._heading_right_over)
        if item is not None:
            item.below.extend((line.passage, zone) for zone in line.zones)

    def _takes_words(self, line: _Line) -> bool:
        """Begin an item, end one or put words to it; False where a passage gives a part to somebody and nothing says what it is."""
        item, passage = self._current, line.passage
        if item is not None and not line.zones and self._counted.holds(passage, line.mark):
            if not item.assigned:
                item.body.append(passage)
            return True
        self._counted.open(passage, line.mark, assigned=bool(line.zones))
        titled = titled_by(passage) if ":" in passage.text and passage.start not in self._told else None
        if line.mark is not None or titled is not None:
            begun = self._begin(line, titled)
            if begun.level <= _TITLED_LEVEL:
                self._heading = None
        elif line.zones:
            return self._assigns(line)
        elif is_heading(passage.text):
            self._heading = self._heading_right_over = passage
            if item is not None and item.assigned:
                self._current = None
        elif item is not None:
            self._take_below(item, passage)
        return True

    def _assigns(self, line: _Line) -> bool:
        """Give the zones of a paragraph without a number to the item that still has none, or to one made of the words before them."""
        item, passage = self._current, line.passage
        if item is not None and not item.assigned:
            item.body.append(passage)
        else:
            item = self._begin_unnumbered(passage.cut(0, line.zones[0].start))
        if item is None:
            return False
        item.found.extend((passage, zone) for zone in line.zones)
        return True

    def _take_below(self, item: Item, passage: Passage) -> None:
        """Put a paragraph to an item that has not said who does it; behind that only a label that gives nobody a part goes on with it."""
        if not item.assigned:
            item.body.append(passage)
        elif (label := label_between(passage)) is not None:
            self._told_more = item
            if not label["value"]:
                self._counted.open_below(item.level)
        else:
            self._current = None

    def _begin(self, line: _Line, titled: tuple[int, int] | None = None) -> Item:
        """Open the item of a numbered or titled passage; each further bracket in it closes an item of its own under the same number."""
        mark = line.mark
        level, number, begin = mark if mark is not None else (_TITLED_LEVEL, "", 0)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        parent = self._open[-1] if self._open else None
        heading = self._heading if level > _TITLED_LEVEL else None
        shares = _shares(line.passage, begin, line.zones)
        for start, stop, zones in shares:
            title = titled if titled is not None and len(shares) == 1 else title_in(line.passage, start, stop)
            item = Item(level, number, line.passage, title, heading, parent)
            item.found.extend((line.passage, zone) for zone in zones)
            self.items.append(item)
        self._open.append(self.items[-1])
        self._current = self.items[-1]
        return self.items[-1]

    def _begin_unnumbered(self, above: Passage | None, heading_right_over: Passage | None = None) -> Item | None:
        """Open an item without a number: the paragraph over a zone, or the short heading directly over that paragraph."""
        if above is None or len(above.text.strip()) < _SHORTEST_HEAD:
            return None
        parent = self._open[-1] if self._open else None
        if heading_right_over is not None and heading_right_over is not above:
            head, heading, body = heading_right_over, None, [above]
        else:
            head, heading, body = above, self._heading, []
        item = Item(_UNNUMBERED_LEVEL, "", head, title_in(head, 0, len(head.text)), heading, parent, body=body)
        self.items.append(item)
        self._current = item
        return item


def _label_that_goes_on(item: Item, body: Sequence[Passage], at: int) -> Field | None:
    """The label above whose value goes on in a line of its own (`配合单位：甲局` / `乙局`), where another label of the item stands below it."""
    if not item.below or at == 0 or item.below[-1][0] is not body[at - 1]:
        return None
    label = item.below[-1][1].fields[-1]
    if label.role is None or label.role == "deadline":
        return None
    lines = body[at : at + _MOST_LINES]
    next_label = next((line for line in lines if not tasks_gaps.fits(line, 0, len(line.text), label.role)), None)
    if (
        next_label is None
        or next_label is lines[0]
        or mark_of(next_label) is not None
        or label_between(body[at]) is not None
    ):
        return None
    found = next_label.once(labelled)
    return label if found and covers(next_label, found[0], None) else None


def _dash_of(passage: Passage, current: Item | None) -> Mark | None:
    """The dash or bullet of an item with its own units; none below one without, whose units the last item then prints."""
    dash = _DASHED.match(passage.text)
    if dash is None or (current is not None and any(_DASHED.match(other.text) for other in current.body)):
        return None
    return Mark(_DASHED_LEVEL, "", dash.end())


def _shares(passage: Passage, begin: int, zones: list[Zone]) -> list[tuple[int, int, list[Zone]]]:
    """The stretches of a passage that are items of their own with their zones: one for each bracket if each has its own words, else all of it."""
    if (
        len(zones) > 1
        and all(zone.bracketed for zone in zones)
        and all(_own_words(passage, one.end, other.start) for one, other in itertools.pairwise(zones))
    ):
        starts = [begin, *(zone.end for zone in zones)]
        return [(start, zone.start, [zone]) for start, zone in zip(starts, zones, strict=False)]
    return [(begin, zones[0].start if zones else len(passage.text), zones)]


def _own_words(passage: Passage, start: int, end: int) -> bool:
    return len(passage.text[start:end].strip(" 。;,")) >= 6


def _is_value(text: str) -> bool:
    """Whether a line can be what a label above it asks for: a list, no sentence."""
    return len(text) <= 200 and not text.rstrip().endswith("。") and ":" not in text
