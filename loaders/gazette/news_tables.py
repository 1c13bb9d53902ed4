"""What leaders did day by day as a table reports it: `日期 | 接访领导 | 职务 | 接待地点` under a title on what was done (接访情况公示, 巡河记录).

Rule `news/table`. The title has to say that it reports (情况, 记录, 台账, 统计): a table of days to come (接访安排, 值班表) tells of no event. A day
after the paper's own is left out for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import Event
from loaders.gazette import lists, subjects
from loaders.gazette.cells import has_tables, is_row, row_of
from loaders.gazette.chronicle_entries import iso
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.gazette.years import Years, in_digits
from loaders.readers.paper import Passage

_ACT = re.compile(r"(?:大?接访|约访|下访|接待|巡[河湖林库渠]|走访|慰问|调研|督导|督查|检查|接听热线|下沉)")
_REPORTS = re.compile(r"情况|记录|台账|统计|纪实|一览.{0,6}已|通报")
_TO_COME = re.compile(r"安排|计划|日程|预告|排班|值班|轮值|方案|预约|通知")
_DAY_HEAD = re.compile(r"[\u4e00-\u9fff]{0,6}(?:日期|时间)")
_WHO_HEAD = re.compile(
    r"(?!.{0,6}(?:来访|信访|上访|群众|被|记录|联系|陪同|经办))(?:[\u4e00-\u9fff]{0,6}(?:领导|[河湖林]长|干部|责任人|人员|人)(?:姓名)?|姓\s*名)"
)
_POST_HEAD = re.compile(r"职务|职位")
_PLACE_HEAD = re.compile(r"[\u4e00-\u9fff]{0,4}(?:地点|场所|单位|[河湖]段|[河湖]流|河道)(?:名称)?")
_DAY = re.compile(
    r"(?:(?P<year>\d{4})\s*[年./-]\s*)?(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})\s*日?\s*(?:\([^()]{1,6}\)|星期.|周.|[上下]午|全天){0,3}"
)
_KINDS = (("视察", re.compile("巡|督|检查")), ("调研", re.compile("调研|走访")), ("活动", re.compile("慰问")))


class _Columns(NamedTuple):
    day: int
    who: int
    post: int | None
    place: int | None


def read(notice: Notice) -> Iterator[Event]:
    """The rows of such tables, one event each."""
    title = notice.heading
    act = _ACT.search(title)
    if act is None or not _REPORTS.search(title) or _TO_COME.search(title) or not has_tables(notice):
        return
    years = Years(published=notice.signed_date)
    years.head(title)
    columns: _Columns | None = None
    day = ""
    for line in notice.text_lines():
        if not is_row(line.text):
            columns = None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        if (head := _columns(words)) is not None:
            columns, day = head, ""
        elif columns is not None and len(cells) > max(columns.day, columns.who):
            day = _day(words[columns.day], years) if words[columns.day] else day
            persons = _persons(cells, columns)
            if day and persons and not (notice.signed_date and day > notice.signed_date):
                yield _event(notice, line, day, persons, act[0], cells, columns)


def _columns(words: list[str]) -> _Columns | None:
    def first(pattern: re.Pattern[str]) -> int | None:
        return next((at for at, word in enumerate(words) if pattern.fullmatch(word)), None)

    day, who = first(_DAY_HEAD), first(_WHO_HEAD)
    return None if day is None or who is None else _Columns(day, who, first(_POST_HEAD), first(_PLACE_HEAD))


def _day(words: str, years: Years) -> str:
    match = _DAY.fullmatch(in_digits(words))
    if match is None:
        return ""
    return iso(match["year"] or years.of(match["month"], match["day"])[0], match["month"], match["day"])


def _persons(cells: tuple[Passage, ...], columns: _Columns) -> list[str]:
    """`name|post` of each; the posts of several stand in their order, if there are as many."""
    cell = cells[columns.who]
    named = [subjects.behind_name_label(cell, *part) for part in lists.split(cell.text)]
    mentions: list[Mention] = [one for part in named for one in part] if all(named) else []
    posts: list[str] = []
    if columns.post is not None and columns.post < len(cells):
        post = cells[columns.post]
        parts = [post.printed(*part) for part in lists.split(post.text)]
        posts = parts if len(parts) == len(mentions) > 1 else [post.printed()] if len(mentions) == 1 else []
    return [f"{one.person}|{one.title or (posts[at] if at < len(posts) else '')}" for at, one in enumerate(mentions)]


def _event(
    notice: Notice,
    line: Passage,
    day: str,
    persons: list[str],
    act: str,
    cells: tuple[Passage, ...],
    columns: _Columns,
) -> Event:
    place = cells[columns.place].printed() if columns.place is not None and columns.place < len(cells) else ""
    return Event(
        source=notice.source(line, rule="news/table", confidence=0.9),
        date_from=day,
        date_to="",
        persons=tuple(persons),
        activity_kind=next((kind for kind, pattern in _KINDS if pattern.search(act)), "其他"),
        activity="、".join(person.partition("|")[0] for person in persons) + act,
        place=place,
        orgs=(),
    )
