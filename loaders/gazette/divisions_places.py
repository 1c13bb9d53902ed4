"""Who looks after which place or firm, as a table of a paper of any kind prints it: `分包领导 | 职务 | 分包乡镇`, `村名 | 包村领导 | 包村干部`.

Rule `portfolio/place-table`. One column holds the places (towns, villages, firms), one or more the persons whose heads say that
they look after them (分包, 包联, 挂点, 包村 …); a column of posts right behind one of persons is theirs. A table that also says
what is to be done, by which body or until when, sets tasks, and one of a division of work is read with it (`divisions_tables`).
A blank cell of places or of the only persons is the one above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statements import Portfolio
from loaders.gazette import lists, subjects
from loaders.gazette.cells import has_tables, is_row, row_of
from loaders.gazette.heads import TASK_ROLES, head_of
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_LOOKS_AFTER = (
    "分包|包联|包抓|包保|包挂|挂包|挂联|挂点|挂钩|联系|联点|驻点|蹲点|包[村片街镇乡居企校]|联[村镇企校]|驻[村企]"
)
#: `联系人` is whom to call.
_PERSONS = re.compile(
    rf"(?!联系人|联系责任人|联系成员)(?:[省市县区旗镇乡]级|(?:街道|乡镇)|班子)?(?:{_LOOKS_AFTER})(?:[省市县区旗镇乡]级|责任)?(?:领导|干部|成员|人员|责任人|人)(?:姓名)?"
)
_PLACES = re.compile(
    rf"(?:被?(?:{_LOOKS_AFTER}|所包))?(?:乡镇|镇街|街镇|乡|镇|街道|行政村|村|社区|村居|企业|学校|片区|网格|园区|乡镇街道|村社区)"
    r"(?:\([\u4e00-\u9fff]{1,4}\))?(?:名称|名)?"
)
_POST = re.compile(r"职务(?:名称)?|职位")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the places stand, and each column of persons with that of their posts."""

    places: int
    persons: tuple[tuple[int, int | None], ...]


def read(notice: Notice, *, among_divisions: bool) -> Iterator[Portfolio]:
    """The rows of such tables; `among_divisions` leaves those to `divisions_tables` that hold one leader's places a row."""
    if notice.kind not in ("notice", "text") or not has_tables(notice):
        return
    columns: _Columns | None = None
    above: dict[int, Passage] = {}
    for line in notice.text_lines():
        if not is_row(line.text):
            columns = None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        head = _columns(words)
        if head is not None:
            columns, above = head, {}
            if among_divisions and head.persons[0][0] < head.places:
                columns = None
            continue
        if columns is not None and len(cells) > max(columns.places, *(at for at, _ in columns.persons)):
            merged = (columns.places, *([columns.persons[0][0]] if len(columns.persons) == 1 else []))
            for at in merged:
                if words[at]:
                    above[at] = cells[at]
            yield from _row(notice, line, {at: above.get(at, cell) for at, cell in enumerate(cells)}, columns)


def _columns(words: list[str]) -> _Columns | None:
    """The columns if a row of cells is the head of such a table."""
    persons = [at for at, word in enumerate(words) if _PERSONS.fullmatch(word)]
    places = [at for at, word in enumerate(words) if _PLACES.fullmatch(word)]
    if not persons or len(places) != 1:
        return None
    others = [head_of(word) for at, word in enumerate(words) if word and at not in persons]
    if any(role in TASK_ROLES or role in ("title", "content", "requirement") for role in others):
        return None
    posts = {at for at, word in enumerate(words) if _POST.fullmatch(word)}
    return _Columns(places[0], tuple((at, at + 1 if at + 1 in posts else None) for at in persons))


def _row(notice: Notice, line: Passage, cells: dict[int, Passage], columns: _Columns) -> Iterator[Portfolio]:
    places = cells[columns.places]
    items = [places.printed(one.start, one.end) for one in lists.items(places.text)]
    for at, post in columns.persons:
        title = cells[post].printed() if post is not None and post in cells else ""
        for mention in _named(cells[at]):
            for item in items:
                yield Portfolio(
                    source=notice.source(line, rule="portfolio/place-table", confidence=min(0.9, mention.confidence)),
                    person=mention.person,
                    title=mention.title or title,
                    relation="联系",
                    object=item,
                    object_kind="org",
                )


def _named(cell: Passage) -> list[Mention]:
    return subjects.named(cell, 0, len(cell.text), sure=True)
