"""The catalogue of emergency plans (应急预案体系目录): which unit drafts which plan.

Rules: `plan/table` (序号 / 预案名称 / 牵头编制部门 in any usual words; numbers start again in each category; a category stands in
a row or column of its own) and `plan/list` (`1.甲区防汛应急预案（牵头编制部门：区水利局）`). A category loses its ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import EmergencyPlan
from loaders.gazette import lists
from loaders.gazette.cells import Table, tables
from loaders.gazette.headings import mark_of
from loaders.gazette.heads import role_of
from loaders.gazette.notice import Notice
from loaders.gazette.units import units_in
from loaders.readers.paper import Passage

_ORDINAL = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.]|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}[、.])\s*"
)
_COUNT = re.compile(r"\s*\((?:共)?\d{1,3}[个项部]\)\s*$")
_PLAN = re.compile("预案")
_LIST_WORD = re.compile("目录|清单|一览|名录")
_LIST_ENTRY = re.compile(
    r"\s*(?:(?P<number>\d{1,3})\s*[、.)]?\s*)?(?P<plan>[^\s。,;:()]{4,50}(?:预案|手册|行动方案)(?:\([^()]{1,12}\))?)"
    r"\s*(?:(?:\(|-{1,2}|—{1,2}|:)?\s*(?:(?P<word>[\u4e00-\u9fff]{2,10})\s*:)\s*|\s+|\()(?P<units>[^。()]{2,60}(?:\([^()]{1,20}\))?[^。()]{0,40})\)?[。;,]?\s*"
)


def read(notice: Notice) -> Iterator[EmergencyPlan]:
    """The catalogue rows of one document in printed order."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if folded.find("预案", first, last) < 0 or notice.kind in ("chronicle", "masthead", "imprint"):
        return
    for table in tables(notice):
        if (
            table.index("plan") is not None
            and table.index("drafter", "lead", "undertaker", "responsible", "unit") is not None
        ):
            yield from _table(notice, table)
    if _is_catalogue(notice):
        yield from _list(notice)


def _table(notice: Notice, table: Table) -> Iterator[EmergencyPlan]:
    name, number, section = table.index("plan"), table.index("number"), table.index("section", "subsection")
    drafter = table.index("drafter", "lead", "undertaker", "responsible", "unit")
    merged = {index for index in (section, drafter) if index is not None}
    heading = ""
    for row, cells in table.filled(merged):
        places = row.filled_cells()
        if len(places) == 1:
            heading = _category(row.cells[places[0]])
            continue
        if name is None or drafter is None or not cells[name].text.strip():
            continue
        units = units_in(cells[drafter], 0, len(cells[drafter].text))
        if not units:
            continue
        category = _category(cells[section]) if section is not None and cells[section].text.strip() else heading
        yield EmergencyPlan(
            source=notice.source(row.line, rule="plan/table", confidence=0.95 if row.get(drafter) else 0.8),
            category=category,
            number=cells[number].printed().rstrip("、.．") if number is not None else "",
            plan_name=cells[name].printed(),
            lead_orgs=tuple(units),
        )


def _is_catalogue(notice: Notice) -> bool:
    """Whether a line says that a list of plans follows; a plan's own text is none."""
    paper, first, last = notice.paper, notice.lines[0].start, notice.lines[-1].end
    if not _LIST_WORD.search(paper.folded, first, last):
        return False
    named = (paper.line_at(match.start()) for match in _PLAN.finditer(paper.folded, first, last))
    if not notice.rows and not any(_LIST_WORD.search(paper.words[line.number - 1]) for line in named):
        return False
    return any(
        len(line.text) < 40 and "预案" in line.text and _LIST_WORD.search(line.text) for line in notice.text_lines()
    )


def _list(notice: Notice) -> Iterator[EmergencyPlan]:
    category = ""
    inside = False
    for line in notice.text_lines():
        text = line.text
        if "\t" in text:
            continue
        if len(text) < 40 and "预案" in text and _LIST_WORD.search(text):
            inside = not text.strip().startswith(("附件", "1", "2", "3")) or inside
            continue
        if not inside or len(text) > 160:
            continue
        mark = mark_of(line)
        match = _LIST_ENTRY.fullmatch(text) if "预案" in text else None
        if match is None:
            if mark is not None and mark.level <= 2 and len(text.strip()) <= 24:
                category = _category(line)
            continue
        if match["word"] and role_of(match["word"]) not in ("drafter", "lead", "responsible", "undertaker", "unit"):
            continue
        units = units_in(line, *match.span("units"))
        if not units or not all(lists.is_body(unit) or unit.startswith("各") for unit in units):
            continue
        yield EmergencyPlan(
            source=notice.source(line, rule="plan/list", confidence=0.9 if match["word"] else 0.75),
            category=category,
            number=match["number"] or "",
            plan_name=line.printed(*match.span("plan")),
            lead_orgs=tuple(units),
        )


def _category(cell: Passage) -> str:
    """The category without its ordinal and without the count behind it."""
    match = _ORDINAL.match(cell.text)
    count = _COUNT.search(cell.text)
    return cell.printed(match.end() if match else 0, count.start() if count else None).rstrip(":：")
