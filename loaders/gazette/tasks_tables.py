"""Tasks in tables: columns in any order under any of their usual heads, merged cells printed blank.

Rule: `task/table`. Conventions: a blank cell under 类别, 责任领导, 牵头单位 or 完成时限 is the cell above (merged in print);
a blank 配合单位 is nobody, unless the paper says that blanks are as above, of this column or of all; where only the measures
column is filled in each row the task names over it are the section; a row of one filled cell is a section heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.statements import Task
from loaders.gazette.cells import Row, Table, tables
from loaders.gazette.headings import Plans
from loaders.gazette.heads import TASK_ROLES, Role
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_fields import Assignment, Field
from loaders.gazette.tasks_limits import limit_of_cell
from loaders.gazette.units import FIRST_LEADS, unit_like
from loaders.readers.paper import Passage

_LIKE_ABOVE = re.compile(r"(?:空白|空格|空)(?:处|栏|格|项|单元格)?[^。]{0,6}(?:与上|同上)")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]{1,4}(?:[-.]\d{1,3})?[、.]?")
#: `一 | 加强政治建设` over rows counted 1, 2, 3 is their section.
_CHAPTER = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)]?[、.．]?")
_TOTAL = re.compile(r"(?:合计|总计|小计|备注|说明|注)[:\d]*")
_TITLE_ROLES: tuple[Role, ...] = ("title", "requirement", "content")
_MERGED: frozenset[Role] = frozenset(("section", "subsection", "leader", "lead", "deadline"))
#: What stands above where the paper says so, whatever neighbouring rows print.
_BY_WORDS: frozenset[Role] = frozenset(("leader", "lead", "deadline", "responsible", "cooperating"))


def read(notice: Notice, plans: Plans) -> Iterator[Task]:
    """The tasks of a notice's tables in printed order."""
    for table in tables(notice):
        if not _is_task_table(table) or _counts_things(table):
            continue
        yield from _rows(notice, plans, table)


def _is_task_table(table: Table) -> bool:
    """Something to do, and somebody to do it; a catalogue of plans, a roster or a scoring table is none."""
    roles = set(table.roles)
    somebody = roles & (TASK_ROLES - {"deadline"}) or ("unit" in roles and "deadline" in roles)
    other = roles & {"plan", "drafter", "weight", "criterion", "a", "b", "name"}
    return bool(somebody) and not other and bool(roles & set(_TITLE_ROLES))


def _counts_things(table: Table) -> bool:
    """Whether only a column `单位` says who does it, and its cells are what things are counted in (个, 公里)."""
    at = table.index("unit")
    if at is None or set(table.roles) & (TASK_ROLES - {"deadline"}):
        return False
    return not any(unit_like(row.get(at)) and len(row.get(at)) > 1 for row in table.rows)


def _rows(notice: Notice, plans: Plans, table: Table) -> Iterator[Task]:
    body = [row for row in table.rows if len(row.filled_cells()) > 1]
    title, over = _title_column(table, body)
    if title is None:
        return
    above = _like_above(notice, table) if _has_blanks(table, body) else frozenset()
    merged = {index for index, role in enumerate(table.roles) if role in _MERGED and not _repeats(table, index)}
    merged |= {i for i, role in enumerate(table.roles) if role in _BY_WORDS and i in above}
    merged |= set(over)
    first_leads = any("牵头" in line.text and FIRST_LEADS.search(line.text) for line in notice.text_lines())
    number = _number_column(table)
    section_columns = [*over, *table.indexes("section"), *table.indexes("subsection")]
    counted = any(row.get(number).rstrip("、.．").isdigit() for row in body)
    heading = ""
    count_above = ""
    for row, cells in table.filled(merged):
        places = row.filled_cells()
        if len(places) < 2:
            if places and table.roles[places[0]] not in TASK_ROLES and not _TOTAL.match(row.get(places[0])):
                heading = row.cells[places[0]].printed()
            continue
        if counted and set(places) == {number, title} and _CHAPTER.fullmatch(row.get(number)):
            heading = row.cells[title].printed()
            continue
        words = cells[title].printed()
        if len(words) < 2 or _TOTAL.fullmatch(row.get(places[0])):
            continue
        assignment = Assignment()
        assignment.add(_fields(table, cells, with_lead=_leads(table), first_leads=first_leads))
        if not assignment:
            continue
        printed = cells[number].printed().rstrip("、.．") if number is not None else ""
        own, words = _numbered(words) if number is None else ("", words)
        count_above = printed or own or (count_above if number is not None else "")
        section = next((cells[index].printed() for index in section_columns if cells[index].text.strip()), heading)
        yield Task(
            source=notice.source(row.line, rule="task/table", confidence=_confidence(table, row)),
            plan=_plan(plans, table, row),
            number=count_above,
            section=section,
            title=words,
            leader=tuple(assignment.leaders),
            lead_orgs=assignment.units("lead"),
            responsible_orgs=assignment.units("responsible"),
            cooperating_orgs=assignment.units("cooperating"),
            deadline=assignment.deadline or _limit_said(table, cells),
            text=_content(table, cells, title),
            role_words=assignment.words(),
        )


def _title_column(table: Table, body: list[Row]) -> tuple[int | None, list[int]]:
    """The column that names the task, and the columns over it whose cells were merged over several tasks."""
    candidates = sorted(
        (index for index, role in enumerate(table.roles) if role in _TITLE_ROLES),
        key=lambda index: (_TITLE_ROLES.index(table.roles[index] or "content"), index),
    )
    over: list[int] = []
    for index in candidates:
        filled = sum(bool(row.get(index)) for row in body)
        if filled * 10 >= len(body) * 9 or index == candidates[-1]:
            return index, over
        over.append(index)
    return None, []


def _repeats(table: Table, index: int) -> bool:
    """Whether neighbouring rows print the same words: then a blank cell of the column was not merged, but is nobody.

    No cell is merged over the border of two parts, nor over a heading between rows, and a merged leader is printed again where a page
    ends: one such row among many blanks below a first leader tells nothing, nor does a time limit printed twice if more rows leave it
    blank.
    """
    parts = [*table.indexes("section"), *table.indexes("subsection")]
    again = sum(
        bool(upper.get(index)) and upper.get(index) == lower.get(index) and not any(map(lower.get, parts))
        for upper, lower in pairwise(table.rows)
        if len(upper.filled_cells()) > 1 and len(lower.filled_cells()) > 1
    )
    body = [row for row in table.rows if len(row.filled_cells()) > 1]
    blank = sum(not row.get(index) for row in body)
    if table.roles[index] == "leader" and body[0].get(index):
        return again * 3 > blank
    if table.roles[index] == "deadline":
        return again > blank
    return again > 0


def _like_above(notice: Notice, table: Table) -> frozenset[int]:
    """The columns whose blanks the paper says to be as above: those that the sentence names, or all if it names none."""
    found: set[int] = set()
    for line in notice.text_lines():
        if "空" not in line.text or (said := _LIKE_ABOVE.search(line.text)) is None:
            continue
        begin = max(line.text.rfind(mark, 0, said.start()) for mark in "。;") + 1
        words = line.cut(begin, said.end()).printed_folded()
        named = {index for index, head in enumerate(table.heads) if len(head) > 1 and head in words}
        found |= named or set(range(len(table.roles)))
    return frozenset(found)


def _has_blanks(table: Table, body: list[Row]) -> bool:
    columns = [i for i, role in enumerate(table.roles) if role in _BY_WORDS]
    return any(not row.get(index) for row in body for index in columns)


def _leads(table: Table) -> bool:
    return "lead" in table.roles


def _fields(table: Table, cells: tuple[Passage, ...], *, with_lead: bool, first_leads: bool) -> tuple[Field, ...]:
    fields = []
    for index, role in enumerate(table.roles):
        if role == "unit" and not set(table.roles) & {"lead", "responsible", "undertaker"}:
            role = "responsible"
        if role not in TASK_ROLES:
            continue
        cell = cells[index]
        if role == "undertaker" and with_lead:
            role = "responsible"
        if role == "responsible" and first_leads and not with_lead:
            cut = next((at for at, mark in enumerate(cell.text) if mark in "、,;"), len(cell.text))
            fields.append(Field("lead", table.heads[index], cell, 0, cut))
            if cut < len(cell.text):
                fields.append(Field(role, table.heads[index], cell, cut + 1, len(cell.text)))
            continue
        word = table.heads[index] if index < len(table.heads) else ""
        fields.append(Field(role, word, cell, 0, len(cell.text)))
    return tuple(fields)


def _numbered(words: str) -> tuple[str, str]:
    """A number printed in the title's own cell (`1.新建幼儿园`) told apart."""
    match = re.match(r"(\d{1,3})[.、．](?!\d)", words)
    return (match[1], words[match.end() :]) if match else ("", words)


def _content(table: Table, cells: tuple[Passage, ...], title: int) -> str:
    parts = [cells[i].printed() for i, role in enumerate(table.roles) if role == "content" and i != title]
    return "".join(part for part in parts if part)


def _limit_said(table: Table, cells: tuple[Passage, ...]) -> str:
    """The time limit that the words of a task close with, in a table that has no column for it."""
    if "deadline" in table.roles:
        return ""
    worded = (cells[at] for at, role in enumerate(table.roles) if role in _TITLE_ROLES)
    return next((limit for cell in worded if (limit := limit_of_cell(cell))), "")


def _number_column(table: Table) -> int | None:
    """The column of numbers; also one without a head, if its cells count up by one and the rest of it is blank."""
    if (number := table.index("number")) is not None:
        return number
    for index, role in enumerate(table.roles):
        if role is None and not (index < len(table.heads) and table.heads[index]):
            printed = [words.rstrip("、.．") for row in table.rows if (words := row.get(index))]
            counted = len(printed) > 1 and all(words.isdecimal() for words in printed)
            if counted and all(int(lower) == int(upper) + 1 for upper, lower in pairwise(printed)):
                return index
    return None


def _confidence(table: Table, row: Row) -> float:
    """Lower where the row has not the columns of its head, so that a value may stand under the wrong word."""
    return 0.95 if len(row.cells) == len(table.roles) else 0.8


def _plan(plans: Plans, table: Table, row: Row) -> str:
    if table.caption is not None:
        return plans.at(table.caption.end)
    return plans.at(row.line.start)
