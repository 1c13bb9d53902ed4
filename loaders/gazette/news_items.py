"""The items of a page of news: where each begins, which day it is of, and what stands below it that is none of it.

An item begins with a paragraph that opens with its day, behind a mark or behind a day alone on its line, which is that of every
item below it that begins with a mark or with `上午`; it goes on to the next one, to the heading of another leader or to the foot
of the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.gazette.chronicle_entries import SAME_DAY
from loaders.gazette.leaders import Leader, leader_over
from loaders.gazette.news_days import (
    Day,
    day_alone,
    day_behind_opening,
    day_behind_reason,
    day_behind_subject,
    day_by_publication,
    later_day,
    opening_day,
)
from loaders.gazette.notice import Notice
from loaders.gazette.years import day_in
from loaders.readers.paper import Passage

_PUBLISHED = re.compile(r"(?:发布|发表|发稿|刊发|供稿|更新|上传|录入|时间|日期|来源|作者|编辑|点击|浏览|阅读)")
#: The day alone on its line, or behind the site or paper it came out in (`甲县人民政府网 2031-07-05 10:20`).
_DATE_ALONE = re.compile(
    r"(?:\s*[\u4e00-\u9fff]{2,20}(?:(?:网|网站|报|报社|融媒体中心|电视台)\s+|\s{2,}(?=.{8,12}\d:\d\d)))?[\s(\[]*\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s)\]]*"
)
#: The head of a bulletin: `某镇人民政府办公室      2031年9月5日`, `2031年第25期`.
_ISSUED_BY = re.compile(r"\s*[\u4e00-\u9fff]{4,30}(?:\s{2,}|\s*编印?\s*)\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")
#: 同日 goes on in a list of days; 当天 in the middle of an item does not end it.
_LISTED = re.compile(r"\s*(?:同日|[●○◆■★▲·])")
#: How an item begins below a day that stands alone (`2月20日（星期一）` / `●上午，…`).
_BELOW_DAY = re.compile(r"\s*(?:[●○◆■★▲·]|(?:上午|下午|晚上|中午|当天|当日)[,，])\s*")
#: Behind it the next paragraph below a day that stands alone is an item of its own.
_ENDED = ("。", "”", "!")
#: The mark before each item of a list of news (要闻简报).
_MARKED = re.compile(r"\s*(?P<mark>[●○◆◇■□★☆▲▼※])")
#: A paragraph that tells what was before, and who has which part in it; none of them was there for that.
_BACKGROUND = re.compile(
    r"\s*(?:据(?:了解|悉|介绍)|另据|此前,|(?:今年|去年|近年|多年)以?来|公开(?:简历|资料|报道)显示"
    r"|[^,。;]{0,24}(?:统计|梳理|盘点)(?:发现|显示)?,|[^,。;]{0,12}记者(?:注意到|梳理|统计|盘点)|[昨前][日天],"
    r"|[\u4e00-\u9fff·]{2,4},[男女],|[\u4e00-\u9fff·]{2,4}(?:同志)?(?:曾(?:任|在|长期)|(?:早期|长期)曾?在)|其继任者)"
)
#: `其中，…` behind such a paragraph goes on with it.
_OF_THOSE = re.compile(r"\s*(?:其中|如|另外|此外|除[^,。;]{2,24}外)[,:\u4e00-\u9fff]")
#: Under a picture: `▲会议现场。丁一 摄`, `甲县会议现场（丁一 摄）`.
_CAPTION = re.compile(
    r"\s*图\s{0,2}\d{1,2}[ \u3000:].{0,100}|\s*(?:[▲△▼▽].{0,60}|[^。;]{2,60}[。 \u3000]{1,2})?[(]?(?:(?:图为|记者|通讯员|图/?)[:\s]?)?[\u4e00-\u9fff·]{2,8}[ \u3000/]?(?:摄影?|图)[)]?。?\s*"
)
_LONGEST_CAPTION = 80
#: Who wrote the item, in brackets on a line below it; nobody there took part.
_CREDIT = re.compile(r"\s*\((?:文|图|供稿|撰稿|作者|来源|通讯员|记者|审核|编辑|摄影)[^()]{0,40}\)\s*")
#: What a page prints below: other items, its own number.
_OF_THE_PAGE = re.compile(r"\s*(?:查看完整版本|[上下]一[篇条]|相关(?:阅读|新闻|链接|报道)|页:\s*\[)")
#: `任免名单如下：` behind the news of a meeting: who is on it is told by the list, not by what happened.
_LIST_BELOW = re.compile(r"[^。,;]{0,40}(?:任免|任职|免职|任命)(?:人员|干部)?名单(?:如下)?:?\s*")
#: A line drawn between two items.
_RULED = re.compile(r"\s*[-—–―─━_=*~·.…+]{4,}\s*")
_FEWEST_MARKS = 2  # between the cells of a table that is more than a day and what happened on it
_SHORTEST_PARAGRAPH = 20
_LONGEST_HEADLINE = 40


class Item(NamedTuple):
    """An item: where its words begin, its day, its paragraphs, whose heading it stands under, the day below its own headline."""

    opening: int
    day: re.Match[str]
    parts: list[Passage]
    leader: Leader | None
    published: str


def items_of(notice: Notice, came_out: str) -> list[Item]:
    """Each item in printed order; `came_out` is the day of the page."""
    walk = _Walk(notice, came_out)
    for line in notice.text_lines():
        if not walk.is_passed_over(line) and not walk.take(line):
            break
    walk.close()
    return walk.items


class _Walk:
    """What is open at a line of the page, and the items closed above it."""

    __slots__ = (
        "_begins",
        "_behind_background",
        "_came_out",
        "_closing",
        "_day_over",
        "_item",
        "_leader",
        "_published",
        "_told",
        "items",
    )

    def __init__(self, notice: Notice, came_out: str) -> None:
        self._came_out = came_out
        self._begins = notice.title.start if is_item(notice.title) else notice.title.end
        self._closing = [passage.start for passage in (notice.signature, notice.date) if passage is not None]
        self.items: list[Item] = []
        self._item: Item | None = None
        self._day_over: re.Match[str] | None = None  # a day alone on its line, over the items of that day
        self._leader: Leader | None = None
        self._published = ""  # the day below the headline of the next item
        self._behind_background = False  # the paragraph above tells what was before
        self._told = False  # a paragraph with a sentence was read: behind it a day inside one opens no item

    def is_passed_over(self, line: Passage) -> bool:
        """Whether a line is none of the items': the title, a line drawn between two, a row above all, which is read by its head or by nobody."""
        return (
            line.start < self._begins
            or _is_caption(line)
            or _RULED.fullmatch(line.text) is not None
            or (self._item is None and line.text.count("\t") >= _FEWEST_MARKS)
        )

    def take(self, line: Passage) -> bool:
        """Let a line begin an item, end one or go on with it; False at the foot of the page."""
        listed = self._is_listed(line)
        first = self._item is None and self._day_over is None and not self._told
        self._told = self._told or "。" in line.text
        if (day := self._day_in(line, listed=listed, first=first)) is not None:
            self._close_above_headline()
            self._begin(line, day.end, day.parts)
            self._day_over = None
        elif (alone := day_alone(line)) is not None:
            self.close()
            self._day_over = alone
        elif self._day_over is not None and (opening := self._opening_below_day(line)) is not None:
            self._begin(line, opening, self._day_over)
        elif self._item is not None and (same := _same_day_listed(line.text)) is not None:
            self._begin(line, same.end(), self._item.day)
        elif listed and self._item is not None:
            self.close()  # another item of the list, whose day is not printed
        elif (heading := leader_over(line)) is not None:
            self._leader = heading
            self.close()
        elif self._told and self._comes_out_below(line):
            self._close_above_headline()
            self._published = day_in(line.text)
        elif self._item is not None:
            return self._goes_on(self._item, line)
        return True

    def close(self) -> None:
        """End the open item, if there is one."""
        if self._item is not None:
            self.items.append(self._item)
            self._item = None

    def _close_above_headline(self) -> None:
        """End the open item above the headline of the next one, if one stands there."""
        if self._item is not None:
            self._item = _without_headline(self._item)
            self.close()

    def _begin(self, line: Passage, opening: int, day: re.Match[str]) -> None:
        self.close()
        self._item = Item(opening, day, [line], self._leader, self._published)
        self._behind_background = False

    def _is_listed(self, line: Passage) -> bool:
        """Whether a mark makes a line an item of a list, the first or one like the open one."""
        marked = _MARKED.match(line.text)
        return marked is not None and (self._item is None or _begins_with(self._item, marked["mark"]))

    def _day_in(self, line: Passage, *, listed: bool, first: bool) -> Day | None:
        """The day that a line opens with; the first line of the page, and one of a list, may say something before it."""
        day = opening_day(line) or (day_behind_reason(line) if listed or first else None)
        if day is None and first:
            day = day_by_publication(line, self._came_out)
        if day is None and self._day_over is None:
            if self._item is not None:
                return later_day(line, self._item.day)
            day = day_behind_subject(line) or (day_behind_opening(line) if first else None)
        return day

    def _opening_below_day(self, line: Passage) -> int | None:
        """Where the words of an item below a day alone begin; None if the line is no item of its own."""
        begun = _BELOW_DAY.match(line.text)
        if begun is not None:
            return begun.end()
        return 0 if _opens_paragraph(line, self._item) else None

    def _comes_out_below(self, line: Passage) -> bool:
        """Whether a line is the day on which the next item of the page came out, below that item's headline."""
        return is_published(line.text) and (self._item is None or _without_headline(self._item) is not self._item)

    def _goes_on(self, item: Item, line: Passage) -> bool:
        """Put a paragraph to the open item unless it tells what was before or who wrote it; False at the foot of the page."""
        if (
            "\t" in line.text
            or is_list_below(line)
            or is_published(line.text)
            or any(line.start <= place < line.end for place in self._closing)
        ):
            return False
        self._behind_background = _BACKGROUND.match(line.text) is not None or (
            self._behind_background and _OF_THOSE.match(line.text) is not None
        )
        beside = self._behind_background or _OF_THE_PAGE.match(line.text) or _CREDIT.fullmatch(line.text)
        if not beside:
            item.parts.append(line)
        return True


def _is_caption(line: Passage) -> bool:
    """Whether a line stands under a picture, with its number or who took it."""
    words = line.text.rstrip(" )。")
    signed = words.endswith(("摄", "摄影")) and len(words) <= _LONGEST_CAPTION
    return (signed or words.lstrip().startswith("图")) and _CAPTION.fullmatch(line.text) is not None


def _same_day_listed(text: str) -> re.Match[str] | None:
    """How a line of a list of days goes on with the day above (`同日，…`)."""
    same = SAME_DAY.match(text)
    return same if same is not None and _LISTED.match(text) else None


def _opens_paragraph(line: Passage, above: Item | None) -> bool:
    """Whether a line below a day alone opens a paragraph that tells something: the first, or one set apart from a sentence ended."""
    if not line.text.rstrip().endswith(_ENDED) and len(line.text.strip()) < _SHORTEST_PARAGRAPH:
        return False
    if above is None:
        return True
    number = line.paper.line_at(line.start).number
    apart = not line.paper.words[number - 2] or line.paper.text.startswith("\u3000\u3000", line.start)
    return apart and above.parts[-1].text.rstrip().endswith(_ENDED)


def _without_headline(item: Item) -> Item:
    """An item without the headline of the next one, a short line without a mark under a sentence that has ended."""
    *others, last = item.parts
    words = last.text.strip()
    if not others or len(words) > _LONGEST_HEADLINE or not others[-1].text.rstrip().endswith(("。", "”")):
        return item
    return item if any(mark in words for mark in "。;:,") else item._replace(parts=others)


def _begins_with(item: Item, mark: str) -> bool:
    """Whether an item begins with a mark, so that it is one of a list of such items."""
    return item.parts[0].text.lstrip().startswith(mark)


def is_list_below(line: Passage) -> bool:
    """Whether a line announces a list of who was appointed (`任免名单如下：`)."""
    return _LIST_BELOW.fullmatch(line.text) is not None


def is_item(title: Passage) -> bool:
    """Whether what stands in the place of a title is the first item: a page without one begins with a day and a sentence."""
    return "。" in title.text and (opening_day(title) or day_behind_reason(title)) is not None


def is_published(text: str) -> bool:
    """Whether a line prints the day on which a page or an issue came out, and little else."""
    return len(text.strip()) <= 80 and (
        _DATE_ALONE.fullmatch(text) is not None
        or _ISSUED_BY.fullmatch(text) is not None
        or (_PUBLISHED.search(text) is not None and bool(day_in(text)))
    )
