"""Coordinating bodies with their seats, offices and clauses: the tables `groups`, `memberships`, `successions`.

A notice is cut into blocks under the bodies it names (`rosters_blocks`). In each block are read: labelled lines
(`rosters_lines`), tables (`rosters_tables`), chiefs of rivers and woods (`rosters_chiefs`), sentences (`rosters_sentences`), changes (`rosters_patches`), the office
(`offices`) and succession clauses (`successions`). What is found for one body is put together here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from graph.statements import Statement
from loaders.gazette import (
    aliases,
    groups,
    groups_lists,
    groups_titled,
    offices,
    offices_lists,
    offices_named,
    offices_short,
    successions,
)
from loaders.gazette.groups import Named
from loaders.gazette.groups_stations import chief_of
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import LONGEST, Block, blocks, running
from loaders.gazette.rosters_bodies import Body, rows
from loaders.gazette.rosters_changes import read_change_tables
from loaders.gazette.rosters_chiefs import read_chief_lines, read_chief_sentences, read_chief_tables
from loaders.gazette.rosters_clauses import passes_on, spread
from loaders.gazette.rosters_districts import read_districts
from loaders.gazette.rosters_grids import read_grids
from loaders.gazette.rosters_headings import ATTENDANCE
from loaders.gazette.rosters_lines import read_lines
from loaders.gazette.rosters_owners import find, owner_of
from loaders.gazette.rosters_patch_clauses import WORDS as CHANGES
from loaders.gazette.rosters_patches import is_setting, read_patches
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.rosters_sentences import read_roles, read_sentences
from loaders.gazette.rosters_signs import may_have_seats
from loaders.gazette.rosters_tables import read_tables
from loaders.gazette.rosters_teams import read_team
from loaders.gazette.rosters_units import read_lead_units
from loaders.gazette.rosters_unnamed import board_of, name_of
from loaders.gazette.rosters_wraps import with_whole_labels
from loaders.gazette.successions import Clause, is_clause_like
from loaders.readers.paper import Passage

_WORDS = re.compile(
    "组|班|队|指挥|委员会|联席会议|主编|召集人|[河湖林田路链山段街巷楼会格片]长|单元长|理事|主席|支部|联合会|合作社|机构|责任人|[所站校院营][ \u3000]{0,4}长|中心"
)
_PART_ONLY = re.compile(r"其(?:他|余)(?:组成)?(?:人员|成员|领导成员)?(?:保持)?不变")
_ONLY_OFFICE = re.compile(
    r"^\s*(?:[\u4e00-\u9fff]{0,12}长制|领导小组|指挥部|委员会|专班|联席会议)?(?:下设)?办公室(?:设|在|挂|主任)"
)
#: The same of one body by the short name its paper gives it: `县防指办公室设在县水利局`.
_OFFICE_OF = re.compile(r"\s*(?P<short>[\u4e00-\u9fff]{2,12}?)(?:下设)?办公室(?:设|在|挂|主任)")
#: With both of them a notice that adjusts a body lists it anew: `指挥长由甲担任，…，成员由乙局、丙局主要负责人组成`.
_ALL_MEMBERS = re.compile(
    r"(?:成员|组员)(?:单位)?(?:分别)?由[^。;:]{4,300}?组成|(?<![主任])委员(?:分别)?由[^。;:]{4,300}?(?:组成|担任)"
)
_CHIEF_SAID = re.compile(
    r"(?<!副)(?<!办公室)(?:组长|指挥长|总指挥|召集人|主任)由|(?:任|担任|为)(?:组长|指挥长|总指挥|召集人|主任)"
)
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


_PRESS = re.compile("(?:责任|执行|特约|美术)?编辑|校对")
_OF_PRESS = re.compile("[编刊报志]")
_ENDING = re.compile("更名|改名|改称|更改为|调整为|变更为|改组为|升格为|合并|整合|撤销|取消|保留")
_ACTS = ("更名", "合并", "撤销", "保留")


def _bodies(notice: Notice) -> list[Body]:
    """The bodies a notice says something of, like names taken together."""
    found: list[Body] = []
    if notice.kind == "notice":
        for named in groups_titled.titled(notice):
            found.append(Body(named, actions=[named.action], from_title=True))
    masthead = notice.kind == "masthead"
    setting = is_setting(notice.heading)
    loose: list[tuple[Block, Clause]] = []
    may_have = bool(found) or masthead or may_have_seats(notice, setting=setting)
    for block in blocks(notice) if may_have else ():
        if masthead and (block.named is None or "编" not in block.named.name[-6:]):
            block = replace(block, named=board_of(notice) if block.named is None else None)
            if block.named is None:
                continue
        _read_block(notice, block, found, setting, masthead, loose)
    if not masthead:
        for passage in running(notice) if _ENDING.search(notice.words) else ():
            if len(passage) > LONGEST or not _ENDING.search(passage.text):
                continue
            for named in groups.from_sentences(passage):
                told = any(body.named.name == named.name and named.action in body.actions for body in found)
                if named.action in _ACTS and not told:
                    found.append(Body(named, actions=[named.action]))
        found.extend(Body(named, actions=[named.action]) for named in groups_lists.listed(notice))
    spread(found, loose)
    return _told(notice, found)


def _read_block(
    notice: Notice,
    block: Block,
    found: list[Body],
    setting: bool,
    masthead: bool,
    loose: list[tuple[Block, Clause]],
) -> None:
    if block.heading is not None and ATTENDANCE.search(block.heading.text) is not None:
        return
    changes, in_changes = read_change_tables(lines := list(with_whole_labels(block.lines)))
    lines = [line for line in lines if line.start not in in_changes]
    in_tables, in_grids = read_grids(lines, block.named)
    lines = [line for line in lines if line.start not in in_grids]
    of_districts, in_districts = read_districts(lines)
    lines = [line for line in lines if line.start not in in_districts]
    _take_rows([*changes, *in_tables, *of_districts], block.named, found)
    if not lines and block.lines:
        return  # tables hold all of it; a body named in the middle of a line has none of its own
    named = block.named
    short = _short_names(notice)
    if named is not None and named.name in short:
        named = groups.renamed(named, short[named.name])
    leads, in_leads = read_lead_units(lines, named, block.heading)
    lines = [line for line in lines if line.start not in in_leads]
    seats, used = leads, {}
    known = frozenset(seat.person for body in found for seat in body.seats if seat.person)
    for stretch, of_office in offices_lists.stretches(lines):
        listed, read = read_lines(
            notice,
            stretch,
            named=named is not None,
            office=block.office or of_office,
            heading=block.heading,
            known=known | {seat.person for seat in seats if seat.person},
            chief=chief_of(named.name) if named is not None else "",
        )
        # 编辑：某刊编辑部, in the imprint below the last notice of an issue
        press = masthead or named is None or _OF_PRESS.search(named.name) is not None
        seats.extend(seat for seat in listed if press or not _PRESS.fullmatch(seat.role))
        used.update(read)
    seats.extend(read_tables([line for line in lines if "\t" not in line.text or line.start not in used]))
    seats.extend(read_chief_tables(lines))
    at_places, read = read_chief_lines(lines, block.heading)
    seats.extend(at_places)
    used.update(read)
    extra: list[tuple[str, Seat]] = []
    clauses: list[Clause] = []
    places: list[offices.Office] = []
    left: dict[str, str] = {}
    persons = {seat.person for seat in seats if seat.person}
    part_only = False
    whole = setting and _lists_all(notice, block)
    if not masthead:
        for line in lines:
            if line.start in used and "办公" in line.text:
                places.extend(offices.places(line))
        unread: list[Passage] = []
        office_name = offices_short.short_name(notice) if named is not None else ""
        for passage in _unused(block.passages, lines, used):
            by_short_name, seated_in, others = offices_short.read_short(passage, office_name, persons)
            extra.extend(("", seat) for seat in by_short_name)
            places.extend((seated_in,) if seated_in is not None else ())
            unread.extend(others)
        for passage in _without_offices(unread, block, found) if named is not None else unread:
            text = passage.text
            if "\t" in text or len(text) > LONGEST:
                continue
            part_only = part_only or bool(_PART_ONLY.search(text))
            clauses.extend(successions.clauses(passage))
            seated = offices.places(passage, below_heading=block.office)
            places.extend(seated)
            # Under a whole list 由…兼任 states a seat; without one, in a notice that adjusts, it changes one.
            whole_list = any(seat.action == "listed" for seat in seats)
            changing = setting and not whole_list and not whole and (named is None or named.action != "成立")
            at_hand = named.name if named is not None else ""
            changed = read_patches(passage, setting=changing, left=left, body=at_hand) if at_hand else []
            said = persons | _said(passage, at_hand)
            of = seated[-1].of if seated else ""  # 专班办公室设在…，江河兼任办公室主任
            sure = named is not None or bool(seats or of) or block.office
            held = offices.holders(passage, named=sure, known=said | known, below_heading=block.office)
            directs = {(seat.role.removeprefix("办公室"), seat.person) for _, seat in held}
            # 指挥部办公室设在…，主任由甲兼任: the director of the office, and no chief of the body.
            changed = [seat for seat in changed if (seat.role, seat.person) not in directs]
            moved = {(seat.role, seat.person) for seat in changed}
            extra.extend((name or of, seat) for name, seat in held if (seat.role, seat.person) not in moved)
            extra.extend(("", seat) for seat in changed)
            chiefs = read_chief_sentences(passage)
            extra.extend(("", seat) for seat in chiefs)
            if not changed:
                of_places = {(seat.person, seat.start) for seat in chiefs}
                body_name = named.name if named is not None else ""
                team = [("", seat) for seat in read_team(passage, body_name)]
                stated = team or read_sentences(passage, body_name)
                extra.extend(one for one in stated if (one[1].person, one[1].start) not in of_places)
            else:
                extra.extend(("", seat) for seat in read_roles(passage) if (seat.role, seat.person) not in moved)
    own = [seat for name, seat in extra if not name]
    by_place = any(seat.rule == "roster/chief-held" for seat in own)
    if named is None and (
        seats
        or by_place
        or any(seat.rule.startswith("office/") for seat in own)
        or any(not place.of for place in places)
    ):
        named = name_of(notice, block) if seats or by_place else None
        if named is None and len(found) == 1 and found[0].seats and _is_of_office(block):
            named = found[0].named  # 二、办公室 / 县河长制办公室设在县水利局: of the one body the paper has
        named = named or _by_short_name(short, block, found)
    if named is not None:
        body = find(found, named)
        lists_already = any(seat.action == "listed" and seat.rule != "office/held-by" for seat in body.seats)
        told = [seat for seat in own if seat.rule != "roster/composed-of" or not seats]
        if lists_already and not seats:
            # A sentence elsewhere in the paper that names leaders by function adds nothing to a whole roster.
            told = [seat for seat in told if seat.rule not in ("roster/sentence", "roster/role-held-by")]
        body.seats.extend(seats)
        body.seats.extend(told)
        body.actions.append(named.action)
        body.part_only = body.part_only or part_only
        loose.extend((block, clause) for clause in clauses)
        for clause in clauses:
            passes_on(clause, named, body, found).clauses.append(clause)
    for name, seat in extra:
        if name and (target := owner_of(short.get(name, name), named, found, seat.passage, seat.start)) is not None:
            target.seats.append(seat)
    for place in places:
        target = owner_of(short.get(place.of, place.of), named, found, place.passage, place.start)
        if target is not None and target.office is None:
            target.office = place


def _said(passage: Passage, body: str) -> set[str]:
    """The persons whom a sentence on the office too seats in the body: known by their names where it names its director."""
    if "办公室" not in passage.text or "主任" not in passage.text:
        return set()
    return {seat.person for _, seat in read_sentences(passage, body) if seat.person}


def _without_offices(told: list[Passage], block: Block, found: list[Body]) -> Iterator[Passage]:
    """What a block tells beside the offices with names of their own, which are bodies below the one at hand."""
    names = offices_named.set_up(block.passages)
    for passage in told:
        of_offices, rest = offices_named.read_offices(passage, names, block.named.name if block.named else "")
        for office in of_offices:
            body = find(found, office.named)
            body.seats.extend(office.seats)
            body.office = body.office or office.place
        yield from rest


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


@lru_cache(maxsize=2)
def _short_names(notice: Notice) -> dict[str, str]:
    """The full names of bodies by the short ones a notice gives them (以下简称); one that is only a kind points back by itself."""
    return {
        row.alias: row.name
        for row in aliases.read(notice)
        if groups.kind_of(row.name) and not groups.is_generic(row.alias)
    }


def _lists_all(notice: Notice, block: Block) -> bool:
    """Whether sentences of a block say who leads and of whom the members consist, and none that this one or that one changes."""
    words = "\n".join(passage.text for passage in block.passages)
    if _ALL_MEMBERS.search(words) is None or "部分" in notice.heading:
        return False
    changes = "\n".join(passage.text for passage in block.passages if not is_clause_like(passage.text))
    return _CHIEF_SAID.search(words) is not None and CHANGES.search(changes) is None


def _is_of_office(block: Block) -> bool:
    """Whether a block without a body's name is about the office of the one the paper has."""
    return block.office or any(_ONLY_OFFICE.search(passage.text) for passage in block.passages[:3])


def _by_short_name(short: dict[str, str], block: Block, found: list[Body]) -> Named | None:
    """The body with a roster of whose office a block without a name speaks by the short name that the paper gives it."""
    names = [match["short"] for passage in block.passages[:3] if (match := _OFFICE_OF.match(passage.text))]
    whole = {short[name] for name in names if name in short}
    return next((body.named for body in found if body.seats and body.named.name in whole), None)


def _unused(passages: Iterable[Passage], lines: list[Passage], used: dict[int, int]) -> list[Passage]:
    """The passages without the roster lines that were joined to them."""
    if not used:
        return list(passages)
    taken = [line for line in lines if line.start in used]
    starts = [line.start for line in taken]
    kept = []
    for passage in passages:
        number = bisect_left(starts, passage.end)
        if not number or taken[number - 1].start < passage.start:
            kept.append(passage)
            continue
        low = bisect_left(range(len(passage)), used[taken[number - 1].start], key=passage.origin)
        if passage.text[low:].strip("。 "):
            kept.append(passage.cut(low))
    return kept


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


# --- rows -------------------------------------------------------------------------------------------------------
