"""Who looks after which place or firm, as a table of a paper of any kind prints it: `分包领导 | 职务 | 分包乡镇`, `村名 | 包村领导 | 包村干部`.

Rule `portfolio/place-table`. One column holds the places (towns, villages, firms) - or several, each under a head that says how they
are looked after (`联系乡镇 | 联系村`) -, one or more the persons whose heads say that they look after them (分包, 包联, 挂点, 包村 …), or are
those of chiefs (`林长姓名 | 负责区域`); a plain `姓名` is enough under a title that says so. A column of posts right behind one of persons is theirs. A table that also says
what is to be done, by which body or until when, sets tasks, and one of a division of work is read with it (`divisions_tables`).
A blank cell of places or of the only persons is the one above it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statements import Portfolio
from loaders.gazette import divisions_place_lists, lists, subjects
from loaders.gazette.cells import has_tables, is_row, row_of
from loaders.gazette.divisions_tables import columns_of
from loaders.gazette.heads import TASK_ROLES, head_of
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_LOOKS_AFTER = "分包|包联|包抓|包保|包挂|挂包|挂联|挂点|挂钩|联系|联点|驻点|蹲点|包[村片街镇乡居企校]|联[村镇片企校]|挂[村镇片企校]|驻[村企]"
#: `联系人` is whom to call.
_PERSONS = re.compile(
    rf"(?!联系人|联系责任人|联系成员)(?:[省市县区旗镇乡]级|(?:街道|乡镇)|班子)?(?:{_LOOKS_AFTER})(?:[省市县区旗镇乡]级|责任)?(?:领导|干部|成员|人员|责任人|人)(?:姓名)?"
)
#: `林长姓名`, `镇级河长`, and a plain name where the title or the head of the places says the rest.
_CHIEFS = re.compile(r"(?:[省市县区旗镇乡村]级|乡镇级)?(?:总|副总|第一)?(?:[河湖林田路山湾片楼段]|网格)长(?:姓名)?")
_NAMES = re.compile(r"(?:领导|干部|责任人)?姓名|责任人|领导")
_OF_CHIEFS = re.compile(rf"{_LOOKS_AFTER}|[河湖林田路片]长")
#: What is looked after, with the word for it: `负责区域`, `责任河段`, `包联乡镇`.
_HELD = re.compile(
    rf"(?P<verb>{_LOOKS_AFTER}|负责|责任|管护|包干|履职)(?:的)?(?:乡镇|镇街|街镇|乡|镇|街道|行政村|村|社区|村居|企业|学校|片区|片|园区|区域|范围|地区|[河湖路]段|河流|河湖|湖泊|水库|水域|林场|林区|林地|地块|路线|区)"
    r"(?:\([\u4e00-\u9fff、]{1,8}\))?(?:名称|名)?"
)
_IN_CHARGE = ("负责", "责任", "管护", "包干", "履职")
#: A column of the bodies that help who looks after a place; no task of theirs.
_HELPERS = re.compile(rf"(?:{_LOOKS_AFTER}|协助|配合|帮扶|联络|责任|对口|牵头)(?:单位|部门)(?:\([^()]*\))?")
#: Who answers for it in the place itself, beside who looks after it from above: `村级责任人`.
_LOCAL = re.compile(
    r"(?:村居?|社区|村社区|乡镇|镇街?|街道|企业|学校|单位)(?:级|内)?(?:具体)?(?:责任人|负责人|联络员|联系人|干部|书记|主任)(?:姓名)?"
)
_PLACES = re.compile(
    rf"(?:所?被?(?:{_LOOKS_AFTER}|所[包联驻挂]))?(?:乡镇|镇街|街镇|乡|镇|街道|行政村|村|社区|村居|企业|学校|片区|网格|园区|乡镇街道|村社区)"
    r"(?:\([\u4e00-\u9fff]{1,4}\))?(?:名称|名)?"
)
_NOWHERE = ("无", "/", "-", "—", "——")
_POST = re.compile(r"职务(?:名称)?|职位")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the places stand, each with the relation its head says, and each column of persons with that of their posts."""

    places: tuple[tuple[int, str], ...]
    persons: tuple[tuple[int, int | None], ...]

    @property
    def last(self) -> int:
        """The last column that is read."""
        return max(at for at, _ in (*self.places, *self.persons))


def read(notice: Notice, *, among_divisions: bool) -> Iterator[Portfolio]:
    """The rows of such tables, and of lists without one; `among_divisions` leaves those to `divisions_tables` that hold one leader's places a row."""
    if notice.kind not in ("notice", "text"):
        return
    if has_tables(notice):
        yield from _tables(notice, among_divisions)
    yield from divisions_place_lists.read(notice)


def _tables(notice: Notice, among_divisions: bool) -> Iterator[Portfolio]:
    columns: _Columns | None = None
    above: dict[int, Passage] = {}
    for line in notice.text_lines():
        if not is_row(line.text):
            columns = None
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        head = _columns(words, of_chiefs=_OF_CHIEFS.search(notice.heading) is not None)
        if head is not None:
            columns, above = head, {}
            if among_divisions and head.persons[0][0] < head.places[0][0] and columns_of(line) is not None:
                columns = None
            continue
        if columns is not None and len(cells) > columns.last:
            merged = (
                *(at for at, _ in columns.places),
                *([columns.persons[0][0]] if len(columns.persons) == 1 else []),
            )
            for at in merged:
                if words[at]:
                    above[at] = cells[at]
            yield from _row(notice, line, {at: above.get(at, cell) for at, cell in enumerate(cells)}, columns)


def _columns(words: list[str], *, of_chiefs: bool) -> _Columns | None:
    """The columns if a row of cells is the head of such a table; `of_chiefs` says that the title speaks of who looks after places."""
    held = [(at, found["verb"]) for at, word in enumerate(words) if (found := _HELD.fullmatch(word)) is not None]
    persons = [at for at, word in enumerate(words) if _PERSONS.fullmatch(word)]
    named = set(persons)
    if any(words[at].endswith("领导") for at in persons):
        # Who stays in a village for the leader beside him helps on the spot, and has no place of his own.
        persons = [at for at in persons if not words[at].startswith("驻")]
    helped = False
    if not persons and held:
        persons = [at for at, word in enumerate(words) if _CHIEFS.fullmatch(word)]
        persons = persons or [at for at, word in enumerate(words) if of_chiefs and _NAMES.fullmatch(word)][:1]
        helped = True
    places = [(at, "负责" if verb in _IN_CHARGE else "联系") for at, verb in held]
    if len(places) != 1 and not (len(places) > 1 and len(persons) == 1):
        places = [(at, "联系") for at, word in enumerate(words) if _PLACES.fullmatch(word)]
    if not persons or not places or (len(places) > 1 and len(held) < 2):
        return None
    posts = {at for at, word in enumerate(words) if _POST.fullmatch(word)}
    others = [
        head_of(word)
        for at, word in enumerate(words)
        if word
        and at not in persons
        and at not in (place for place, _ in places)
        and not ((helped or posts) and _HELPERS.fullmatch(word))
        and not _LOCAL.fullmatch(word)
    ]
    if any(role in TASK_ROLES or role in ("title", "content", "requirement") for role in others):
        return None
    apart = {at for at in posts if at - 1 not in named} if len(persons) == len(posts) == 1 else set()
    return _Columns(
        tuple(places), tuple((at, at + 1 if at + 1 in posts else next(iter(apart), None)) for at in persons)
    )


def _row(notice: Notice, line: Passage, cells: dict[int, Passage], columns: _Columns) -> Iterator[Portfolio]:
    for at, post in columns.persons:
        title = cells[post].printed() if post is not None and post in cells else ""
        for mention, (column, relation) in itertools.product(_named(cells[at]), columns.places):
            place = cells[column]
            for one in lists.items(place.text):
                if place.text[one.start : one.end] in _NOWHERE:
                    continue
                yield Portfolio(
                    source=notice.source(line, rule="portfolio/place-table", confidence=min(0.9, mention.confidence)),
                    person=mention.person,
                    title=mention.title or title,
                    relation=relation,
                    object=place.printed(one.start, one.end),
                    object_kind="org",
                )


def _named(cell: Passage) -> list[Mention]:
    return subjects.behind_name_label(cell, 0, len(cell.text))
