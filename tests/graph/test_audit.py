"""The rules of an audit on made-up sittings: every kind of change, days, pairs, and what is no change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.audit import Change, Place, Sitting, changes, history, open_on
from graph.days import Interval
from graph.timeline.facts import SeatState

FOUNDED, HANDOVER, NEW_LIST = "2031-01-10", "2031-05-20", "2031-08-01"


def sits(
    member: str, seat: str = "s1", *, since: str = FOUNDED, until: str = "", role: str = "成员", title: str = "县财政局局长",
    state: SeatState = "listed", **more: tuple[str, ...],
) -> Sitting:  # fmt: skip
    return Sitting(
        seat=seat, role=role, member=member, name=member, state=state, title=title, interval=Interval.act(since, until),
        evidence=more.get("evidence", (f"list-{since}",)), because_of=more.get("because_of", ()),
        ended_by=more.get("ended_by", (f"list-{until}",) if until else ()), grounds=more.get("grounds", ()),
    )  # fmt: skip


def told(*sittings: Sitting, since: str = "2031-02-01", until: str = "2031-12-31") -> list[tuple[str, str, str]]:
    """What is told of these sittings, with no seat outliving its last sitting."""
    found = changes(sittings, [], since=since, until=until)
    return [(each.day, each.kind, each.sitting.name) for each in found]


def seat(until: str = "") -> list[Place]:
    return [Place(seat="s1", role="成员", interval=Interval.act(FOUNDED, until))]


def test_who_sits_throughout_is_no_change() -> None:
    assert told(sits("周正")) == []


def test_a_member_replaced_in_a_seat_left_and_another_joined_and_each_names_the_other() -> None:
    sittings = [sits("周正", until=NEW_LIST), sits("沈渡", since=NEW_LIST)]
    left, joined = sorted(
        changes(sittings, [], since=FOUNDED, until=NEW_LIST), key=lambda each: each.kind, reverse=True
    )
    assert (left.kind, left.instead and left.instead.name) == ("left", "沈渡")
    assert (joined.kind, joined.instead and joined.instead.name) == ("joined", "周正")
    assert (left.rests_on, joined.rests_on) == ((f"list-{NEW_LIST}",), (f"list-{NEW_LIST}",))


def test_a_member_who_becomes_deputy_head_of_the_group_changes_role_only() -> None:
    assert told(sits("周正", until=NEW_LIST), sits("周正", "s2", since=NEW_LIST, role="副组长")) == [
        (NEW_LIST, "role", "周正")
    ]


def test_a_member_who_is_listed_with_another_post_changes_title_only() -> None:
    assert told(sits("周正", until=NEW_LIST), sits("周正", "s2", since=NEW_LIST, title="县审计局局长")) == [
        (NEW_LIST, "title", "周正")
    ]


def test_a_seat_whose_holder_lost_the_post_is_stale_and_one_that_a_clause_passes_on_is_not() -> None:
    stale = sits("周正", since=HANDOVER, state="stale", because_of=("act",))
    assert told(sits("周正", until=HANDOVER), stale) == [(HANDOVER, "stale", "周正")]
    passed = sits("沈渡", since=HANDOVER, state="succession", because_of=("clause", "act"))
    assert told(sits("周正", until=HANDOVER), passed) == [
        (HANDOVER, "left", "周正"), (HANDOVER, "joined_by_rule", "沈渡"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "kind"), [("pending_unit", "pending"), ("pending_approval", "pending"), ("check", "check")]
)
def test_a_seat_that_waits_is_told_as_waiting(state: SeatState, kind: str) -> None:
    assert told(sits("周正", until=HANDOVER), sits("周正", since=HANDOVER, state=state)) == [(HANDOVER, kind, "周正")]


def test_a_stale_member_whom_a_new_list_confirms_is_listed_anew() -> None:
    stale = sits("周正", since=HANDOVER, until=NEW_LIST, state="stale")
    assert told(stale, sits("周正", since=NEW_LIST), since=HANDOVER) == [(NEW_LIST, "relisted", "周正")]


def test_a_seat_nobody_fills_after_its_holder_is_vacant_but_not_after_the_seat_itself_is_gone() -> None:
    gone = sits("周正", until=HANDOVER)
    assert [each.kind for each in changes([gone], seat(), since=FOUNDED, until=NEW_LIST)] == ["left", "vacant"]
    assert [each.kind for each in changes([gone], seat(HANDOVER), since=FOUNDED, until=NEW_LIST)] == ["left"]


def test_a_seat_that_was_never_filled_is_not_called_vacant() -> None:
    assert changes([], [Place(seat="s1", role="组长", interval=Interval.act(FOUNDED))], since="", until=NEW_LIST) == ()


def test_changes_on_the_first_day_are_before_the_audit_and_on_the_last_day_inside_it() -> None:
    assert told(sits("周正"), since=FOUNDED) == []
    assert told(sits("周正"), since="2031-01-09", until=FOUNDED) == [(FOUNDED, "joined", "周正")]


def test_what_no_paper_dates_begins_and_ends_nothing() -> None:
    assert told(replace(sits("周正"), interval=Interval()), since="") == []


def test_a_member_in_two_seats_is_paired_seat_by_seat() -> None:
    before = [
        sits("周正", "chair", role="组长", until=NEW_LIST),
        sits("周正", "office", role="办公室主任", until=NEW_LIST),
    ]
    after = [
        sits("周正", "chair", role="组长", since=NEW_LIST),
        sits("周正", "office", role="办公室主任", since=NEW_LIST),
    ]
    assert told(*before, *after) == []
    assert told(*before, after[1]) == [(NEW_LIST, "left", "周正")]


def test_what_is_open_on_a_day_is_told_however_long_ago_it_began() -> None:
    stale = sits("周正", since=HANDOVER, until=NEW_LIST, state="stale")
    sittings = [sits("周正", until=HANDOVER), stale, sits("沈渡", since=NEW_LIST)]
    assert [each.kind for each in open_on(sittings, seat(), "2031-07-31")] == ["stale"]
    assert open_on(sittings, seat(), HANDOVER[:-2] + "19") == ()
    assert open_on(sittings, seat(), NEW_LIST) == ()


def test_a_vacant_seat_is_open_until_somebody_fills_it() -> None:
    sittings = [sits("周正", until=HANDOVER), sits("沈渡", since=NEW_LIST)]
    assert [each.kind for each in open_on(sittings, seat(), "2031-06-01")] == ["vacant"]
    assert open_on(sittings, seat(), NEW_LIST) == ()


@pytest.mark.parametrize(
    ("change", "grounded"),
    [
        (Change(kind="stale", day=HANDOVER, after=sits("周正", state="stale", because_of=("act",))), True),
        (Change(kind="stale", day=HANDOVER, after=sits("周正", state="stale", because_of=("list",))), False),
        (Change(kind="title", day=NEW_LIST, before=sits("周正"), after=sits("周正", grounds=("sighted",))), False),
        (
            Change(kind="title", day=NEW_LIST, before=sits("周正"), after=sits("周正", grounds=("sighted", "stated"))),
            True,
        ),
        (Change(kind="joined", day=NEW_LIST, after=sits("沈渡", grounds=("sighted",)), instead=sits("周正")), False),
        (Change(kind="joined", day=FOUNDED, after=sits("沈渡", grounds=("sighted",))), True),
        (Change(kind="left", day=NEW_LIST, before=sits("周正", until=NEW_LIST)), True),
    ],
)
def test_a_post_that_changed_hands_without_its_act_is_without_ground(change: Change, grounded: bool) -> None:
    assert change.is_grounded({"act"}) is grounded


def test_the_history_of_a_seat_is_its_sittings_first_to_last() -> None:
    sittings = [sits("沈渡", since=NEW_LIST), sits("周正", until=NEW_LIST), sits("石磊", "s2")]
    assert [each.name for each in history(sittings, "s1")] == ["周正", "沈渡"]
