"""News (动态, 要闻) of a place: what happened on a day, with the persons the item names.

Rules: `news/entry` (the year is printed beside the day or in the title), `news/year` (it is that of the day the item came
out, of the issue of the bulletin, or of a day above: `years`), `news/open-year` (no year is certain: the day stays as printed). An item begins with a paragraph that opens with its day, behind
`本网讯`, a reporter's name or the reason (`为…，3月5日，…`) if need be, and goes on to the next one or to the heading of another leader (`leaders`); its
persons are those named with a title in it or elsewhere in the paper. A paper with addressees is no news, nor is
one with a number that is no bulletin, or one whose title says what kind of paper it is. What names nobody is left out. A page may
have no title, and begin with its first item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import Event
from loaders.gazette import appointments, news_tables
from loaders.gazette.chronicle import event_of
from loaders.gazette.chronicle_entries import SAME_DAY, YEAR_OPEN, iso, last_day, open_day, published_above
from loaders.gazette.leaders import Leader, leader_over
from loaders.gazette.news_days import (
    day_alone,
    day_behind_opening,
    day_behind_reason,
    day_behind_subject,
    day_by_publication,
    later_day,
    opening_day,
)
from loaders.gazette.notice import Notice
from loaders.gazette.people_in_text import people_in
from loaders.gazette.years import FROM_ENTRY, FROM_PUBLICATION, Years, day_in
from loaders.readers.paper import Passage

_OF_A_PAPER = re.compile(
    r"通知|公告|公示|通告|方案|预案|名单|分工|关于.*决定|意见|办法|规定|纪要|简历|简介|领导(?:信息|之窗|成员|班子)|职责|细则|计划|要点|清单|规则|章程|制度|批复|请示|函$|表$|条例|小组|任免|任职|(?:安排|排班|日程|值班)(?:一览|情况|公示)?表?$"
)
#: A headline that tells what was done is no paper's title, whatever was decided (`甲局召开会议宣布任免决定`).
_HEADLINE = re.compile(
    r"(?!关于).{2,}(?:召开|举行|举办|宣布|调研|检查|督导|走访|慰问|会见|出席|挂牌|揭牌|揭幕|授牌|开班|签约|选举产生|换届|闭幕|开幕|开工|竣工|启动|落成|启用)(?!.*(?:通知|方案|名单|规定|办法|公告|公示|通告)$)"
)
_PUBLISHED = re.compile(r"(?:发布|发表|发稿|刊发|供稿|更新|上传|录入|时间|日期|来源|作者|编辑|点击|浏览|阅读)")
#: Over what was copied from a forum: `丁一 发表于 2031-3-6 07:52`.
_POSTED = re.compile(r"(?:发表|发布)于\s*\d{4}")
#: Papers that offices number and that are news all the same: `甲县政务动态`, `甲政动态〔2031〕15号`.
_BULLETIN = re.compile(r"(?:动态|要闻|简报|快讯|政务信息|工作信息|大事记)(?:\([^()]{1,20}\))?$")
#: The day alone on its line, or behind the site or paper it came out in (`甲县人民政府网 2031-07-05 10:20`).
_DATE_ALONE = re.compile(
    r"(?:\s*[\u4e00-\u9fff]{2,20}(?:(?:网|网站|报|报社|融媒体中心|电视台)\s+|\s{2,}(?=.{8,12}\d:\d\d)))?[\s(\[]*\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s)\]]*"
)
#: The head of a bulletin: `某镇人民政府办公室      2031年9月5日`, `2031年第25期`.
_ISSUED_BY = re.compile(r"\s*[\u4e00-\u9fff]{4,30}(?:\s{2,}|\s*编印?\s*)\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")
_ISSUE_YEAR = re.compile(
    r"[\s(]*(?:[\u4e00-\u9fff]{2,20}\s*)?(?P<year>\d{4})\s*年(?:度)?\s*第\s*(?P<number>\d{1,3})\s*期[^。,;]{0,20}"
)
#: `甲政动态〔2031〕15号`, `〔2031〕第15期`.
_ISSUE_NUMBER = re.compile(r"[\s(]*[\u4e00-\u9fff]{0,20}〔(?P<year>\d{4})〕\s*第?\s*(?P<number>\d{1,3})\s*[期号][\s)]*")
#: 同日 goes on in a list of days; 当天 in the middle of an item does not end it.
_LISTED = re.compile(r"\s*(?:同日|[●○◆■★▲·])")
#: How an item begins below a day that stands alone (`2月20日（星期一）` / `●上午，…`).
_BELOW_DAY = re.compile(r"\s*(?:[●○◆■★▲·]|(?:上午|下午|晚上|中午|当天|当日)[,，])\s*")
#: Behind it the next paragraph below a day that stands alone is an item of its own.
_ENDED = ("。", "”", "!")
#: The mark before each item of a list of news (要闻简报).
_MARKED = re.compile(r"\s*(?P<mark>[●○◆◇■□★☆▲▼※])")
#: A paragraph that tells what was before, and who has which part in it; none of them was there for that.
_BACKGROUND = re.compile(r"\s*(?:据了解|据悉|据介绍|另据)")
#: Who wrote the item, in brackets on a line below it; nobody there took part.
_CREDIT = re.compile(r"\s*\((?:文|图|供稿|撰稿|作者|来源|通讯员|记者|审核|编辑|摄影)[^()]{0,40}\)\s*")
#: What a page prints below: other items, its own number.
_OF_THE_PAGE = re.compile(r"\s*(?:查看完整版本|[上下]一[篇条]|相关(?:阅读|新闻|链接|报道)|页:\s*\[)")
#: `任免名单如下：` behind the news of a meeting: who is on it is told by the list, not by what happened.
_LIST_BELOW = re.compile(r"[^。,;]{0,40}(?:任免|任职|免职|任命)(?:人员|干部)?名单(?:如下)?:?\s*")
#: What is announced has not happened; a day without its year may be one to come.
_TO_COME = re.compile(r"将(?=[于在赴到召举开对])|拟(?:于|在)")
#: A line drawn between two items.
_RULED = re.compile(r"\s*[-—–―─━_=*~·.…+]{4,}\s*")
_FIRST_ISSUES = 2
_FEWEST_MARKS = 2  # between the cells of a table that is more than a day and what happened on it
_HEAD_LINES, _FOOT_LINES = 5, 6
_SHORTEST_PARAGRAPH = 20
_LONGEST_ITEM, _LONGEST_HEADLINE = 4000, 40


def read(notice: Notice) -> Iterator[Event]:
    """The events a news paper tells of, in printed order, and those a table reports."""
    if notice.kind in ("notice", "text"):
        yield from news_tables.read(notice)
    untitled = _is_item(notice.title)
    title = "" if untitled else notice.title.printed_folded()
    if notice.kind not in ("notice", "text") or notice.addressees is not None:
        return
    if _OF_A_PAPER.search(title) and not _HEADLINE.match(title):
        return
    if notice.number is not None and not _BULLETIN.search(title):
        return
    years = Years(published=_published(notice) or published_above(notice))
    by_title = not untitled and years.head(notice.title.text)
    by_issue = not by_title and not years.published and years.head(_issue_year(notice))
    items = list(_items(notice, years.published))
    # Who is named with a title, in an item or in a heading, is known without one in the others.
    known = frozenset(person.name for item in items for person in people_in(Passage.join(item.parts).cut(item.opening)))
    if items:
        opening_lines = (line for line in notice.text_lines() if line.end <= items[0].parts[0].start)
        known |= frozenset(person.name for line in opening_lines for person in people_in(line))
    known |= frozenset(item.leader.name for item in items if item.leader is not None)
    if items and any(_LIST_BELOW.fullmatch(line.text) for line in notice.text_lines()):
        known |= frozenset(act.person for act in appointments.read(notice))  # `丁一、沈渡宣誓`, on the list below
    for opening, day, parts, leader, published in items:
        if published:
            years.published, years.above = published, ""
        year, sure = (day["year"], 1.0) if day["year"] else years.of(day["month"], day["day"])
        sure = min(sure, FROM_ENTRY) if by_issue else sure
        first = iso(year, day["month"], day["day"])
        years.above = first or years.above
        rule = "news/entry" if sure == 1.0 else "news/year"
        if not year and (year := _printed_elsewhere(notice, day["month"], day["day"])):
            first, sure = iso(year, day["month"], day["day"]), FROM_PUBLICATION
        if not year:
            first, rule, sure = open_day(day["month"], day["day"]), "news/open-year", YEAR_OPEN
        item = Passage.join(parts)
        if not first or len(item) > _LONGEST_ITEM:
            continue
        words = item.cut(opening)
        if rule == "news/open-year" and _TO_COME.search(words.text):
            continue
        days = (first, last_day(first, day))
        event = event_of(notice, item, words, days, rule, confidence=sure, known=known, leader=leader)
        if event.persons:
            yield event


class Item(NamedTuple):
    """An item: where its words begin, its day, its paragraphs, whose heading it stands under, the day below its own headline."""

    opening: int
    day: re.Match[str]
    parts: list[Passage]
    leader: Leader | None
    published: str


def _items(notice: Notice, came_out: str) -> Iterator[Item]:
    """Each item in printed order; `came_out` is the day of the page.

    A day alone on its line is that of every item below it that begins with a mark or with `上午`.
    """
    found: Item | None = None
    over: re.Match[str] | None = None
    leader: Leader | None = None
    closing = {passage.start for passage in (notice.signature, notice.date) if passage is not None}
    untitled = _is_item(notice.title)
    published = ""
    told = False  # a paragraph with a sentence was read: behind it a day inside one opens no item
    for line in notice.text_lines():
        if (line.start < notice.title.end and not untitled) or _RULED.fullmatch(line.text):
            continue
        if found is None and line.text.count("\t") >= _FEWEST_MARKS:
            continue  # a row that begins with a day is read by its head, or by nobody
        marked = _MARKED.match(line.text)
        listed = marked is not None and (found is None or _begins_with(found, marked["mark"]))
        first = found is None and over is None and not told
        told = told or "。" in line.text
        day = opening_day(line) or (day_behind_reason(line) if listed or first else None)
        if day is None and first:
            day = day_by_publication(line, came_out)
        if day is None and found is None and over is None:
            day = day_behind_subject(line) or (day_behind_opening(line) if first else None)
        if day is None and found is not None and over is None:
            day = later_day(line, found.day)
        if day is not None:
            if found is not None:
                yield _without_headline(found)
            found, over = Item(day.end, day.parts, [line], leader, published), None
        elif (alone := day_alone(line)) is not None:
            if found is not None:
                yield found
            found, over = None, alone
        elif over is not None and (begun := _BELOW_DAY.match(line.text)) is not None:
            if found is not None:
                yield found
            found = Item(begun.end(), over, [line], leader, published)
        elif over is not None and _opens_paragraph(line, found):
            if found is not None:
                yield found
            found = Item(0, over, [line], leader, published)
        elif found is not None and (same := SAME_DAY.match(line.text)) is not None and _LISTED.match(line.text):
            yield found
            found = Item(same.end(), found.day, [line], leader, published)
        elif listed and found is not None:
            yield found
            found = None  # another item of the list, whose day is not printed
        elif (heading := leader_over(line)) is not None:
            leader = heading
            if found is not None:
                yield found
            found = None
        elif told and _is_published(line.text) and (found is None or _without_headline(found) is not found):
            if found is not None:
                yield _without_headline(found)
            found, published = None, day_in(line.text)  # of the next item of the page, below its headline
        elif found is not None:
            if (
                "\t" in line.text
                or _LIST_BELOW.fullmatch(line.text)
                or _is_published(line.text)
                or any(line.start <= place < line.end for place in closing)
            ):
                break
            if (
                not _BACKGROUND.match(line.text)
                and not _OF_THE_PAGE.match(line.text)
                and not _CREDIT.fullmatch(line.text)
            ):
                found.parts.append(line)
    if found is not None:
        yield found


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


def _is_item(title: Passage) -> bool:
    """Whether what stands in the place of a title is the first item: a page without one begins with a day and a sentence."""
    return "。" in title.text and (opening_day(title) or day_behind_reason(title)) is not None


def _printed_elsewhere(notice: Notice, month: str, day: str) -> str:
    """The one year with which the paper prints the same day elsewhere (`（2022年9月28日…通过）` below news of 9月28日)."""
    first, last = notice.lines[0].start, notice.lines[-1].end
    whole = re.compile(rf"(\d{{4}})\s*年\s*0?{int(month)}\s*月\s*0?{int(day)}\s*日")
    years = set(whole.findall(notice.paper.folded[first:last]))
    return years.pop() if len(years) == 1 else ""


def _published(notice: Notice) -> str:
    """The day printed over or under the text as that on which it came out; the latest if there are several."""
    lines = [line.text for line in notice.text_lines()]
    near = [*lines[1 : 1 + _HEAD_LINES], *lines[-_FOOT_LINES:]]
    if lines and _POSTED.search(lines[0]):
        near.append(lines[0])
    return max((day_in(line) for line in near if _is_published(line)), default="")


def _issue_year(notice: Notice) -> str:
    """The year of the issue that a bulletin's head prints (`2031年第25期`, `〔2031〕25号`), as `2031年`; empty if there is none.

    The first issues of a year may tell of the year before, so their year is not certain.
    """
    lines = [line.text for line in notice.text_lines()[: 1 + _HEAD_LINES]]
    heads = (_ISSUE_YEAR.fullmatch(line) or _ISSUE_NUMBER.fullmatch(line) for line in lines)
    found = next(filter(None, heads), None)
    return f"{found['year']}年" if found is not None and int(found["number"]) > _FIRST_ISSUES else ""


def _is_published(text: str) -> bool:
    return len(text.strip()) <= 80 and (
        _DATE_ALONE.fullmatch(text) is not None
        or _ISSUED_BY.fullmatch(text) is not None
        or (_PUBLISHED.search(text) is not None and bool(day_in(text)))
    )
