"""Coordinating bodies with their seats, offices and clauses: the tables `groups`, `memberships`, `successions`.

A notice is cut into blocks under the bodies it names (`rosters_blocks`). In each block are read: labelled lines
(`rosters_lines`), tables (`rosters_tables`), sentences (`rosters_sentences`), changes (`rosters_patches`), the office
(`offices`) and succession clauses (`successions`). What is found for one body is put together here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.statements import Group, Membership, Statement, Succession
from loaders.gazette import groups, offices, successions
from loaders.gazette.dates import day_of
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_blocks import LONGEST, Block, blocks, running, stem_of
from loaders.gazette.rosters_lines import read_lines
from loaders.gazette.rosters_patches import is_setting, read_patches
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.rosters_sentences import read_roles, read_sentences
from loaders.gazette.rosters_signs import may_have_seats
from loaders.gazette.rosters_tables import read_tables
from loaders.gazette.successions import Clause
from loaders.readers.paper import Passage

_WORDS = re.compile("组|班|指挥|委员会|联席会议|主编|召集人|河长|林长|理事|机构")
_PART_ONLY = re.compile(r"其(?:他|余)(?:组成)?(?:人员|成员|领导成员)?(?:保持)?不变")
_SPONSOR = re.compile(
    r"(?:经|由)?(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:研究)?(?:决定|同意|批准),?(?:成立|组建|设立|对|调整|建立|将|撤销)"
)
_KIND_IN_TEXT = re.compile(r"(?:工作)?领导小组|(?:现场)?指挥部|工作专班|工作小组|专项工作组|工作组|委员会")
_KIND_ALONE = re.compile(
    r"(?:成立|组建|设立|建立|调整|公布)(?:了)?(?P<name>(?:应急|救援|现场|专项|工作|协调|推进|我?[校院局县市区镇乡旗])*(?:领导小组|指挥部|专班|小组|工作组|委员会))"
)
_CHIEFS = re.compile(
    r"(?P<name>(?:(?!关于|全面|推行|实施|建立|落实)[\u4e00-\u9fff]){0,12}(?:河湖|[河湖林田路链山])长制)"
)
_LIST_TITLE = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff“”]{4,40}?)(?:组成)?(?:人员|成员)?(?:组织机构)?(?:名单|一览表|名册)\s*"
)
_WHOLE_DAY = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]")
_CROWD_OF_BODIES = re.compile("各|专项|相关|应急指挥")
_NO_BODIES = ("chronicle", "imprint")


@dataclass(slots=True)
class _Body:
    """Everything a notice says of one body."""

    named: Named
    seats: list[Seat] = field(default_factory=list)
    office: offices.Office | None = None
    clauses: list[Clause] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    part_only: bool = False
    from_title: bool = False


def read(notice: Notice) -> Iterator[Statement]:
    """The bodies of a notice: a `groups` row each, its seats, its succession clauses, in printed order."""
    if notice.kind in _NO_BODIES:
        return
    if not notice.lines or not _WORDS.search(notice.paper.folded, notice.lines[0].start, notice.lines[-1].end):
        return
    bodies = _bodies(notice)
    for body in bodies:
        if body.seats or body.office is not None or body.clauses or body.from_title or body.named.action in _ACTS:
            yield _group(notice, body)
            yield from _memberships(notice, body)
            yield from _successions(notice, body)


_ENDING = re.compile("更名|改名|调整为|变更为|改组为|升格为|合并|整合|撤销|取消|保留")
_ACTS = ("更名", "合并", "撤销", "保留")


def _bodies(notice: Notice) -> list[_Body]:
    """The bodies a notice says something of, like names taken together."""
    found: list[_Body] = []
    if notice.kind == "notice":
        for named in groups.from_title(notice.title):
            found.append(_Body(named, actions=[named.action], from_title=True))
    masthead = notice.kind == "masthead"
    setting = is_setting(notice.heading)
    loose: list[tuple[Block, Clause]] = []
    may_have = bool(found) or masthead or may_have_seats(notice, setting=setting)
    for block in blocks(notice) if may_have else ():
        if masthead and (block.named is None or "编" not in block.named.name[-6:]):
            block = replace(block, named=_board(notice) if block.named is None else None)
            if block.named is None:
                continue
        _read_block(notice, block, found, setting, masthead, loose)
    if not masthead:
        for passage in running(notice):
            if len(passage) > LONGEST or not _ENDING.search(passage.text):
                continue
            for named in groups.from_sentences(passage):
                if named.action in _ACTS:
                    found.append(_Body(named, actions=[named.action]))
    _spread(found, loose)
    return _told(notice, found)


def _read_block(
    notice: Notice,
    block: Block,
    found: list[_Body],
    setting: bool,
    masthead: bool,
    loose: list[tuple[Block, Clause]],
) -> None:
    lines = list(block.lines)
    if not lines:
        return
    named = block.named
    seats, used = read_lines(notice, lines, named=named is not None, office=block.office, heading=block.heading)
    seats.extend(read_tables(lines))
    extra: list[tuple[str, Seat]] = []
    clauses: list[Clause] = []
    places: list[offices.Office] = []
    left: dict[str, str] = {}
    part_only = False
    if not masthead:
        for line in lines:
            if line.start in used and "办公" in line.text:
                places.extend(offices.places(line))
        for passage in _unused(block.passages, lines, used):
            text = passage.text
            if "\t" in text or len(text) > LONGEST:
                continue
            part_only = part_only or bool(_PART_ONLY.search(text))
            clauses.extend(successions.clauses(passage))
            seated = offices.places(passage)
            places.extend(seated)
            # Under a whole list 由…兼任 states a seat; without one, in a notice that adjusts, it changes one.
            changing = setting and not seats and (named is None or named.action != "成立")
            changed = read_patches(passage, setting=changing, left=left) if named is not None else []
            moved = {(seat.role, seat.person) for seat in changed}
            held = offices.holders(passage, named=named is not None or bool(seats))
            of = seated[-1].of if seated else ""  # 专班办公室设在…，江河兼任办公室主任
            extra.extend((name or of, seat) for name, seat in held if (seat.role, seat.person) not in moved)
            extra.extend(("", seat) for seat in changed)
            if not changed:
                extra.extend(read_sentences(passage, named.name if named is not None else ""))
            else:
                extra.extend(("", seat) for seat in read_roles(passage) if (seat.role, seat.person) not in moved)
    own = [seat for name, seat in extra if not name]
    if named is None and (
        seats or any(seat.rule.startswith("office/") for seat in own) or any(not place.of for place in places)
    ):
        named = _unnamed(notice, block) if seats else None
    if named is not None:
        body = _find(found, named)
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
            body.clauses.append(clause)
    for name, seat in extra:
        if name and (target := _owner(name, named, found, seat.passage, seat.start)) is not None:
            target.seats.append(seat)
    for place in places:
        target = _owner(place.of, named, found, place.passage, place.start)
        if target is not None and target.office is None:
            target.office = place


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


def _find(found: list[_Body], named: Named) -> _Body:
    """The body a name means among those found, or a new one; the name over the roster wins over the title's."""
    for body in found:
        if body.named.parent == named.parent and groups.same_body(body.named.name, named.name):
            if (body.from_title and named.via != "title") or (not body.seats and body.named.via == "heading"):
                body.named = replace(named, action=body.named.action or named.action)
            return body
        if body.named.name == named.name:
            return body
    body = _Body(named)
    found.append(body)
    return body


def _owner(name: str, named: Named | None, found: list[_Body], passage: Passage, place: int) -> _Body | None:
    """The body an office or a sentence is about: a name found before, the one at hand, or a new one."""
    if not name:
        return None if named is None else _find(found, named)
    if groups.is_generic(name):
        return _pointed_at(groups.kind_of(name), named, found)
    for body in found:
        if groups.same_body(body.named.name, name):
            return body
    if named is not None and (groups.same_body(named.name, name) or named.name.endswith(name)):
        return _find(found, named)
    return _new_owner(name, found, passage, place)


def _pointed_at(kind: str, named: Named | None, found: list[_Body]) -> _Body | None:
    """The body a bare kind points to: the one at hand, the one above it, or the last one of that kind."""
    if named is None or named.name.endswith(kind):
        return None if named is None else _find(found, named)
    above = next((body for body in found if body.named.name == named.parent and named.parent.endswith(kind)), None)
    last = next((body for body in reversed(found) if body.named.name.endswith(kind)), None)
    return above or last or _find(found, named)


def _new_owner(name: str, found: list[_Body], passage: Passage, place: int) -> _Body | None:
    if not groups.kind_of(name) or _CROWD_OF_BODIES.match(name):
        return None
    low = passage.text.find(name, max(0, place - 60))
    low = max(low, 0)
    body = _Body(Named(name, "sentence", passage, low, min(len(passage.text), low + len(name)), confidence=0.8))
    found.append(body)
    return body


def _unnamed(notice: Notice, block: Block) -> Named | None:
    """A name for a roster whose body is only called 领导小组: the matter of the plan, with the kind if it is printed."""
    stem = stem_of(notice.title)
    if stem is None:
        return _only_a_kind(notice, block)
    words = " ".join(passage.text for passage in block.passages[:4])
    if block.heading is not None:
        words = block.heading.text + " " + words
    kind = _KIND_IN_TEXT.search(words)
    return groups.renamed(stem, stem.name + kind.group()) if kind and not stem.name.endswith(kind.group()) else stem


def _only_a_kind(notice: Notice, block: Block) -> Named | None:
    """A body that its paper calls by its kind alone (`决定成立应急领导小组`): over a roster that is its name."""
    for passage in (notice.title, *block.passages[:4]):
        if len(passage) <= LONGEST and (match := _KIND_ALONE.search(passage.text)) is not None:
            low, high = match.span("name")
            return Named(passage.printed(low, high), "sentence", passage, low, high, confidence=0.7)
    # 林长制 has no kind of body in its name; neither has a list of which the title is all there is.
    system = _CHIEFS.search(notice.title.text) or _LIST_TITLE.fullmatch(notice.title.text)
    if system is None:
        return None
    low, high = system.span("name")
    return Named(notice.title.printed(low, high), "title", notice.title, low, high, confidence=0.6)


def _board(notice: Notice) -> Named | None:
    """The editorial board of a gazette that prints 主编 and 编委会主任 without a heading."""
    name = notice.issue.split("公报")[0] + "公报" if "公报" in notice.issue else ""
    if not name or not any(
        "编委会" in line.text or re.match(r"\s*主\s*编\s*:", line.text) for line in notice.text_lines()
    ):
        return None
    title = notice.title
    return Named(f"{name}编辑委员会", "title", title, 0, len(title.text), confidence=0.8)


def _spread(found: list[_Body], loose: list[tuple[Block, Clause]]) -> None:
    """A clause in the last lines of a notice with several equal bodies is for all of them."""
    tops = [body for body in found if not body.named.parent and body.seats]
    if len(tops) < 2:
        return
    last = tops[-1]
    for block, clause in loose:
        text = clause.passage.text
        if clause not in last.clauses or groups.level_of(text) or any(body.named.name in text for body in tops):
            continue
        if any(other.start > block.start and other.named is None for other, _ in loose):
            continue
        for body in tops[:-1]:
            if clause not in body.clauses:
                body.clauses.append(clause)


def _told(notice: Notice, found: list[_Body]) -> list[_Body]:
    """The bodies without those that are only another wording of one with a roster."""
    full = [body for body in found if any(seat.action == "listed" for seat in body.seats)]
    kept = []
    for body in found:
        thin = not any(seat.person or seat.org for seat in body.seats) and body.office is None and not body.from_title
        if thin and body.named.action not in _ACTS:
            twin = any(
                other is not body
                and any(seat.person for seat in other.seats)
                and groups.similar_body(other.named.name, body.named.name)
                for other in full
            )
            if twin:
                continue
        kept.append(body)
    return sorted(kept, key=lambda body: (body.named.passage.origin(body.named.start), body.named.name))


# --- rows -------------------------------------------------------------------------------------------------------


def _group(notice: Notice, body: _Body) -> Group:
    named = body.named
    director = next((seat for seat in body.seats if seat.role == "办公室主任" and seat.action != "removed"), None)
    listed = any(seat.action == "listed" and not seat.rule.startswith("office/") for seat in body.seats)
    patched = any(seat.action != "listed" for seat in body.seats)
    return Group(
        source=notice.source(
            named.passage, named.start, named.end, rule=f"group/{named.via}", confidence=named.confidence
        ),
        group=named.name,
        parent_group=named.parent,
        kind=groups.kind_of(named.name),
        sponsor=_sponsor(notice, named),
        office_in=body.office.place if body.office is not None else "",
        office_director=(director.person or director.title) if director is not None else "",
        action=_act(notice, body),
        extent="patch" if (patched and not listed) or (body.part_only and "部分" in notice.heading) else "whole",
        date=_date(notice),
    )


def _act(notice: Notice, body: _Body) -> str:
    """What the notice does to a body: its own verb, else that of the body above it, else that of the title."""
    for action in (*body.actions, body.named.action):
        if action:
            return action
    heading = notice.heading
    if any(seat.action != "listed" for seat in body.seats) or ("调整" in heading and "成立" not in heading):
        return "调整"
    return "成立" if any(word in heading for word in ("成立", "组建", "设立")) else ""


def _sponsor(notice: Notice, named: Named) -> str:
    """Who decided it: `区人民政府决定成立…`, else the issuer of a notice that founds or adjusts it."""
    low = max(0, named.start - 80)
    match = _SPONSOR.search(named.passage.text, low, named.end) if named.via == "sentence" else None
    if match and re.search(r"(?:政府|委|党组|党委|办公室|局|会议|委员会|学校|公司|厅|部|院|中心)$", match["who"]):
        return named.passage.printed(*match.span("who")).removeprefix("经")
    return notice.issuer if notice.kind == "notice" and named.action else ""


def _date(notice: Notice) -> str:
    if notice.kind != "masthead":
        return notice.signed_date
    printed = (match for line in notice.text_lines() if (match := _WHOLE_DAY.search(line.text)))
    return next((day_of(match.group()) for match in printed), "")


def _memberships(notice: Notice, body: _Body) -> Iterator[Membership]:
    seats = sorted(
        body.seats,
        key=lambda seat: (seat.role.startswith("办公室") and seat.action == "listed", seat.passage.origin(seat.start)),
    )
    seen: set[tuple[str, str, str, str, str]] = set()
    titled = {(seat.role, seat.person, seat.action) for seat in seats if seat.person and seat.title}
    order = 0
    for seat in seats:
        key = (seat.role, seat.person, seat.title, seat.org, seat.action)
        # 江某任办公室主任 says again, without the title, what the list says.
        again = not seat.title and (seat.role, seat.person, seat.action) in titled
        if key in seen or again:
            continue
        seen.add(key)
        order += seat.action != "removed"
        yield Membership(
            source=notice.source(
                seat.passage,
                seat.start,
                seat.end,
                rule=seat.rule,
                confidence=min(seat.confidence, max(body.named.confidence, 0.7)),
            ),
            group=body.named.name,
            role=seat.role,
            action=seat.action,
            replaces=seat.replaces,
            order=order if seat.action == "listed" else 0,
            person=seat.person,
            title=seat.title,
            org=seat.org,
        )


def _successions(notice: Notice, body: _Body) -> Iterator[Succession]:
    for clause in body.clauses:
        rule = "succession/until" if clause.until else "succession/clause"
        yield Succession(
            source=notice.source(clause.passage, clause.start, clause.end, rule=rule),
            group=body.named.name,
            applies_to=clause.applies_to,
            except_=clause.excepts,
            mode=clause.mode,
            until=clause.until,
        )
