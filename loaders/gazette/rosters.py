"""Coordinating bodies with their seats, offices and clauses: the tables `groups`, `memberships`, `successions`.

A notice is cut into blocks under the bodies it names (`rosters_blocks`). In each block are read its lists
(`rosters_listed`: labelled lines, tables, chiefs of rivers and woods) and its sentences (`rosters_told`: seats, changes, the office,
succession clauses). What is found for one body is put together here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.statements import Statement
from loaders.gazette import aliases, groups, groups_lists, groups_titled, offices
from loaders.gazette.groups import Named
from loaders.gazette.groups_in_sentences import from_sentences
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import LONGEST, Block, blocks, running
from loaders.gazette.rosters_bodies import Body, rows
from loaders.gazette.rosters_changes import read_change_tables
from loaders.gazette.rosters_clauses import passes_on, spread
from loaders.gazette.rosters_districts import read_districts
from loaders.gazette.rosters_grids import read_grids
from loaders.gazette.rosters_headings import ATTENDANCE
from loaders.gazette.rosters_listed import Listed, read_listed
from loaders.gazette.rosters_owners import find, owner_of
from loaders.gazette.rosters_patches import is_setting
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.rosters_signs import may_have_seats
from loaders.gazette.rosters_told import Told, read_told
from loaders.gazette.rosters_unnamed import board_of, name_of
from loaders.gazette.rosters_wraps import with_whole_labels
from loaders.gazette.successions import Clause
from loaders.readers.paper import Passage

_WORDS = re.compile(
    "组|班|队|指挥|委员会|联席会议|主编|召集人|[河湖林田路链山段街巷楼会格片]长|单元长|理事|主席|支部|联合会|合作社|机构|责任人|[所站校院营][ \u3000]{0,4}长|中心"
)
_ONLY_OFFICE = re.compile(
    r"^\s*(?:[\u4e00-\u9fff]{0,12}长制|领导小组|指挥部|委员会|专班|联席会议)?(?:下设)?办公室(?:设|在|挂|主任)"
)
#: The same of one body by the short name its paper gives it: `县防指办公室设在县水利局`.
_OFFICE_OF = re.compile(r"\s*(?P<short>[\u4e00-\u9fff]{2,12}?)(?:下设)?办公室(?:设|在|挂|主任)")
_NO_BODIES = ("chronicle", "imprint")


def read(notice: Notice) -> Iterator[Statement]:
    """The bodies of a notice: a `groups` row each, its seats, its succession clauses, in printed order."""
    if notice.kind in _NO_BODIES:
        return
    if not notice.lines or not _WORDS.search(notice.paper.folded, notice.title.start, notice.lines[-1].end):
        return
    bodies = _bodies(notice)
    for body in bodies:
        if body.seats or body.office is not None or body.clauses or body.from_title or body.named.action in _ACTS:
            yield from rows(notice, body)


_ENDING = re.compile("更名|改名|改称|更改为|调整为|变更为|改组为|升格为|合并|整合|撤销|取消|保留")
_ACTS = ("更名", "合并", "撤销", "保留")


@dataclass(slots=True)
class _Roll:
    """A notice whose blocks are read one by one, and what they have said so far: bodies, and clauses with the block they stand in."""

    notice: Notice
    setting: bool  # the notice changes rosters
    found: list[Body]
    loose: list[tuple[Block, Clause]] = field(default_factory=list)


def _bodies(notice: Notice) -> list[Body]:
    """The bodies a notice says something of, like names taken together."""
    titled = groups_titled.titled(notice) if notice.kind == "notice" else ()
    found = [Body(named, actions=[named.action], from_title=True) for named in titled]
    roll = _Roll(notice, is_setting(notice.heading), found)
    for block in _blocks(roll):
        _read_block(block, roll)
    if notice.kind != "masthead":
        _take_endings(notice, found)
        found.extend(Body(named, actions=[named.action]) for named in groups_lists.listed(notice))
    spread(found, roll.loose)
    return _told(notice, found)


def _blocks(roll: _Roll) -> Iterator[Block]:
    """The blocks that may have seats; of a masthead only those of who edits the paper."""
    notice = roll.notice
    masthead = notice.kind == "masthead"
    if not (roll.found or masthead or may_have_seats(notice, setting=roll.setting)):
        return
    for block in blocks(notice):
        if not masthead or (block.named is not None and "编" in block.named.name[-6:]):
            yield block
        elif block.named is None and (board := board_of(notice)) is not None:
            yield replace(block, named=board)


def _take_endings(notice: Notice, found: list[Body]) -> None:
    """Bodies that sentences rename, put together, end or keep, wherever they stand."""
    for passage in running(notice) if _ENDING.search(notice.words) else ():
        if len(passage) > LONGEST or not _ENDING.search(passage.text):
            continue
        for named in from_sentences(passage):
            told = any(body.named.name == named.name and named.action in body.actions for body in found)
            if named.action in _ACTS and not told:
                found.append(Body(named, actions=[named.action]))


def _read_block(block: Block, roll: _Roll) -> None:
    """What one block says goes to its body, to those it names besides, or, where it names none, to the one it must be about."""
    if block.heading is not None and ATTENDANCE.search(block.heading.text) is not None:
        return
    notice, found = roll.notice, roll.found
    lines = _beside_tables(block, found)
    if not lines and block.lines:
        return  # tables hold all of it; a body named in the middle of a line has none of its own
    short = _short_names(notice)
    named = block.named
    if named is not None and named.name in short:
        named = groups.renamed(named, short[named.name])
    known = frozenset(seat.person for body in found for seat in body.seats if seat.person)
    listed = read_listed(notice, block, lines, named, known)
    masthead = notice.kind == "masthead"
    told = Told() if masthead else read_told(notice, block, listed, named, found, setting=roll.setting)
    if named is None:
        named = _unnamed(block, roll, listed, told)
    if named is not None:
        body = find(found, named)
        _take_seats(body, named, listed, told)
        _take_clauses(body, named, told.clauses, block, roll)
    _take_of_others(told, named, short, found)


def _beside_tables(block: Block, found: list[Body]) -> list[Passage]:
    """The lines of a block beside the tables that name bodies in their rows, change rosters or list districts; these go to bodies."""
    changes, in_changes = read_change_tables(lines := list(with_whole_labels(block.lines)))
    lines = [line for line in lines if line.start not in in_changes]
    in_tables, in_grids = read_grids(lines, block.named)
    lines = [line for line in lines if line.start not in in_grids]
    of_districts, in_districts = read_districts(lines)
    _take_rows([*changes, *in_tables, *of_districts], block.named, found)
    return [line for line in lines if line.start not in in_districts]


def _take_rows(told: list[tuple[Named | None, Seat | offices.Office]], here: Named | None, found: list[Body]) -> None:
    """What the rows of a table tell goes to the bodies named in it, or to the one the block is about."""
    for of, one in told:
        named = of or here
        if named is not None:
            body = find(found, named)
            body.actions.append(named.action)
            if isinstance(one, Seat):
                body.seats.append(one)
            else:
                body.office = body.office or one


def _unnamed(block: Block, roll: _Roll, listed: Listed, told: Told) -> Named | None:
    """The body that a block without a name is about, if it says anything of one."""
    own = told.own
    seated = bool(listed.seats) or any(seat.rule == "roster/chief-held" for seat in own)
    of_office = any(seat.rule.startswith("office/") for seat in own) or any(not place.of for place in told.places)
    if not seated and not of_office:
        return None
    if seated and (named := name_of(roll.notice, block)) is not None:
        return named
    if len(roll.found) == 1 and roll.found[0].seats and _is_of_office(block):
        return roll.found[0].named  # 二、办公室 / 县河长制办公室设在县水利局: of the one body the paper has
    return _by_short_name(_short_names(roll.notice), block, roll.found)


def _take_seats(body: Body, named: Named, listed: Listed, told: Told) -> None:
    """The seats of a block go to its body; what sentences say of a roster that stands elsewhere in the paper adds little to it."""
    lists_already = any(seat.action == "listed" and seat.rule != "office/held-by" for seat in body.seats)
    own = [seat for seat in told.own if seat.rule != "roster/composed-of" or not listed.seats]
    if lists_already and not listed.seats:
        # A sentence elsewhere in the paper that names leaders by function adds nothing to a whole roster.
        own = [seat for seat in own if seat.rule not in ("roster/sentence", "roster/role-held-by")]
    body.seats.extend(listed.seats)
    body.seats.extend(own)
    body.actions.append(named.action)
    body.part_only = body.part_only or told.part_only


def _take_clauses(body: Body, named: Named, clauses: list[Clause], block: Block, roll: _Roll) -> None:
    """The succession clauses of a block go to the body whose seats they pass on."""
    roll.loose.extend((block, clause) for clause in clauses)
    for clause in clauses:
        passes_on(clause, named, body, roll.found).clauses.append(clause)


def _take_of_others(told: Told, named: Named | None, short: dict[str, str], found: list[Body]) -> None:
    """The seats whose sentence names its body itself, and the offices, go to the bodies they are of."""
    for name, seat in told.seats:
        if name and (target := owner_of(short.get(name, name), named, found, seat.passage, seat.start)) is not None:
            target.seats.append(seat)
    for place in told.places:
        target = owner_of(short.get(place.of, place.of), named, found, place.passage, place.start)
        if target is not None and target.office is None:
            target.office = place


@lru_cache(maxsize=2)
def _short_names(notice: Notice) -> dict[str, str]:
    """The full names of bodies by the short ones a notice gives them (以下简称); one that is only a kind points back by itself."""
    return {
        row.alias: row.name
        for row in aliases.read(notice)
        if groups.kind_of(row.name) and not groups.is_generic(row.alias)
    }


def _is_of_office(block: Block) -> bool:
    """Whether a block without a body's name is about the office of the one the paper has."""
    return block.office or any(_ONLY_OFFICE.search(passage.text) for passage in block.passages[:3])


def _by_short_name(short: dict[str, str], block: Block, found: list[Body]) -> Named | None:
    """The body with a roster of whose office a block without a name speaks by the short name that the paper gives it."""
    names = [match["short"] for passage in block.passages[:3] if (match := _OFFICE_OF.match(passage.text))]
    whole = {short[name] for name in names if name in short}
    return next((body.named for body in found if body.seats and body.named.name in whole), None)


def _told(notice: Notice, found: list[Body]) -> list[Body]:
    """The bodies without those that are only another wording of one with a roster."""
    full = [body for body in found if any(seat.action == "listed" for seat in body.seats)]
    sole = sum(body.from_title for body in found) == 1
    kept = []
    for body in found:
        # A title of several bodies founds or adjusts each; one that names a single body may only call it otherwise.
        thin = not any(seat.person or seat.org for seat in body.seats) and body.office is None
        thin = thin and (sole or not body.from_title)
        if thin and body.named.action not in _ACTS:
            twin = any(
                other is not body
                and not _beside(other, body)
                and any(seat.person for seat in other.seats)
                and groups.similar_body(other.named.name, body.named.name)
                for other in full
            )
            if twin:
                continue
        kept.append(body)
    return sorted(kept, key=lambda body: (body.named.passage.origin(body.named.start), body.named.name))


def _beside(one: Body, other: Body) -> bool:
    """Whether two bodies stand under headings of one level, each with its seats: 东片检查组 beside 西片检查组."""
    level = one.named.level
    return (
        bool(level and other.seats) and {one.named.via, other.named.via} == {"heading"} and level == other.named.level
    )
