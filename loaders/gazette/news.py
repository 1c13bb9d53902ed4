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
from collections.abc import Iterator, Sequence

from graph.statements import Event
from loaders.gazette import appointments, news_tables
from loaders.gazette.chronicle import event_of
from loaders.gazette.chronicle_entries import YEAR_OPEN, iso, last_day, open_day, published_above
from loaders.gazette.news_items import Item, is_item, is_list_below, is_published, items_of
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
#: Over what was copied from a forum: `丁一 发表于 2031-3-6 07:52`.
_POSTED = re.compile(r"(?:发表|发布)于\s*\d{4}")
#: Papers that offices number and that are news all the same: `甲县政务动态`, `甲政动态〔2031〕15号`.
_BULLETIN = re.compile(r"(?:动态|要闻|简报|快讯|政务信息|工作信息|大事记)(?:\([^()]{1,20}\))?$")
_ISSUE_YEAR = re.compile(
    r"[\s(]*(?:[\u4e00-\u9fff]{2,20}\s*)?(?P<year>\d{4})\s*年(?:度)?\s*第\s*(?P<number>\d{1,3})\s*期[^。,;]{0,20}"
)
#: `甲政动态〔2031〕15号`, `〔2031〕第15期`.
_ISSUE_NUMBER = re.compile(r"[\s(]*[\u4e00-\u9fff]{0,20}〔(?P<year>\d{4})〕\s*第?\s*(?P<number>\d{1,3})\s*[期号][\s)]*")
#: What is announced has not happened; a day without its year may be one to come.
_TO_COME = re.compile(r"将(?=[于在赴到召举开对])|拟(?:于|在)")
_OPEN_YEAR = "news/open-year"
_FIRST_ISSUES = 2
_HEAD_LINES, _FOOT_LINES = 5, 6
_LONGEST_ITEM = 4000


def read(notice: Notice) -> Iterator[Event]:
    """The events a news paper tells of, in printed order, and those a table reports."""
    if notice.kind not in ("notice", "text"):
        return
    yield from news_tables.read(notice)
    untitled = is_item(notice.title)
    if not _is_news(notice, "" if untitled else notice.title.printed_folded()):
        return
    years = Years(published=_published(notice) or published_above(notice))
    by_title = not untitled and years.head(notice.title.text)
    by_issue = not by_title and not years.published and years.head(_issue_year(notice))
    items = items_of(notice, years.published)
    known = _known(notice, items)
    for item in items:
        first, rule, sure = _day_of(notice, item, years, surest=FROM_ENTRY if by_issue else 1.0)
        whole = Passage.join(item.parts)
        words = whole.cut(item.opening)
        if not first or len(whole) > _LONGEST_ITEM or (rule == _OPEN_YEAR and _TO_COME.search(words.text)):
            continue
        days = (first, last_day(first, item.day))
        event = event_of(notice, whole, words, days, rule, confidence=sure, known=known, leader=item.leader)
        if event.persons:
            yield event


def _is_news(notice: Notice, title: str) -> bool:
    """Whether a paper can be news by what its head says: it has no addressees, and its title and number are of no other kind of paper."""
    if notice.addressees is not None or (_OF_A_PAPER.search(title) and not _HEADLINE.match(title)):
        return False
    return notice.number is None or _BULLETIN.search(title) is not None


def _known(notice: Notice, items: Sequence[Item]) -> frozenset[str]:
    """Who is named with a title, in an item, a heading or a line above all items: known without one in the others."""
    if not items:
        return frozenset()
    lines = notice.text_lines()
    above = [line for line in lines if line.end <= items[0].parts[0].start]
    known = {
        person.name
        for words in (*(Passage.join(item.parts).cut(item.opening) for item in items), *above)
        for person in people_in(words)
    }
    known.update(item.leader.name for item in items if item.leader is not None)
    if any(is_list_below(line) for line in lines):
        known.update(act.person for act in appointments.read(notice))  # `丁一、沈渡宣誓`, on the list below
    return frozenset(known)


def _day_of(notice: Notice, item: Item, years: Years, *, surest: float) -> tuple[str, str, float]:
    """The first day of an item (empty if it is no day), the rule that tells its year, and how sure that is, `surest` at most; `years` goes on from it."""
    if item.published:
        years.published, years.above = item.published, ""
    printed, month, day = item.day["year"], item.day["month"], item.day["day"]
    year, sure = (printed, 1.0) if printed else years.of(month, day)
    if year:
        first, sure = iso(year, month, day), min(sure, surest)
        years.above = first or years.above
        return first, "news/entry" if sure == 1.0 else "news/year", sure
    if elsewhere := _printed_elsewhere(notice, month, day):
        return iso(elsewhere, month, day), "news/year", FROM_PUBLICATION
    return open_day(month, day), _OPEN_YEAR, YEAR_OPEN


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
    return max((day_in(line) for line in near if is_published(line)), default="")


def _issue_year(notice: Notice) -> str:
    """The year of the issue that a bulletin's head prints (`2031年第25期`, `〔2031〕25号`), as `2031年`; empty if there is none.

    The first issues of a year may tell of the year before, so their year is not certain.
    """
    lines = [line.text for line in notice.text_lines()[: 1 + _HEAD_LINES]]
    heads = (_ISSUE_YEAR.fullmatch(line) or _ISSUE_NUMBER.fullmatch(line) for line in lines)
    found = next(filter(None, heads), None)
    return f"{found['year']}年" if found is not None and int(found["number"]) > _FIRST_ISSUES else ""
