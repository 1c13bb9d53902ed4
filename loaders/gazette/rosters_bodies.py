"""A coordinating body as its notice tells of it, and its rows: the tables `groups`, `memberships`, `successions`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.statements import Group, Membership, Statement, Succession
from loaders.gazette import groups, offices
from loaders.gazette.dates import day_of
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_seats import Seat
from loaders.gazette.successions import Clause

_SPONSOR = re.compile(
    r"(?:经|由)?(?P<who>[\u4e00-\u9fff、]{2,24}?)(?:研究)?(?:决定|同意|批准),?(?:成立|组建|设立|对|调整|建立|将|撤销)"
)
_WHOLE_DAY = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]")


@dataclass(slots=True)
class Body:
    """Everything a notice says of one body."""

    named: Named
    seats: list[Seat] = field(default_factory=list)
    office: offices.Office | None = None
    clauses: list[Clause] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    part_only: bool = False
    from_title: bool = False


def rows(notice: Notice, body: Body) -> Iterator[Statement]:
    """The `groups` row of a body, its seats in printed order (the office last), its succession clauses."""
    yield _group(notice, body)
    yield from _memberships(notice, body)
    yield from _successions(notice, body)


def _group(notice: Notice, body: Body) -> Group:
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


def _act(notice: Notice, body: Body) -> str:
    """What the notice does to a body: its own verb, else that of the body above it, else that of the title."""
    for action in (*body.actions, body.named.action):
        if action:
            return action
    heading = notice.heading
    if body.named.name == notice.issuer and "设立" in heading:
        return ""  # who issues a notice that founds others is not founded by it
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


def _memberships(notice: Notice, body: Body) -> Iterator[Membership]:
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


def _successions(notice: Notice, body: Body) -> Iterator[Succession]:
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
