"""The change feed: what changed between two states of a ledger, put down to its cause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from graph.changes import Event, Feed, feed
from graph.decisions import Decision
from graph.ledger.ledger import Ledger, open_ledger
from graph.statements import Appointment
from loaders.pipeline import load

ISSUES = Path(__file__).resolve().parents[2] / "examples" / "lanting"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The district's second issue first, then the fourth, then the first."""
    settings = Settings(home=tmp_path_factory.mktemp("feed"), jurisdiction="990101")
    with open_ledger(settings) as opened:
        for name in ("2023-q3", "2024-q3", "2023-q1"):
            load([ISSUES / f"{name}.txt"], opened, settings)
        yield opened


def rows(ledger: Ledger) -> list[int]:
    return [reading.row for reading in ledger.readings()]


def of(found: Feed, edge: str, subject: str, target: str) -> list[Event]:
    return [
        each for each in found.events if (each.type, each.subject_name, each.object_name) == (edge, subject, target)
    ]


def test_nothing_happened_since_now(ledger: Ledger) -> None:
    assert feed(ledger, ledger.clock()).events == ()


def test_a_newer_paper_is_a_change_of_the_world(ledger: Ledger) -> None:
    _, second, third = rows(ledger)
    found = feed(ledger, second - 1, third - 1)
    posts = [each for each in found.events if each.type == "HOLDS" and each.subject_name == "洪定波"]
    assert {each.cause for each in posts} == {"world"}
    assert all(each.papers for each in posts)
    assert {each.cause for each in found.events} == {"world"}


def test_an_older_paper_read_later_is_told_from_a_change_of_the_world(ledger: Ledger) -> None:
    third = rows(ledger)[2]
    found = feed(ledger, third - 1)
    assert {each.cause for each in found.events} == {"paper"}
    earlier = [
        each for each in found.events
        if each.type == "IN_CHARGE_OF" and each.subject_name == "宋砚秋" and each.days is not None
    ]  # fmt: skip
    assert earlier
    assert {each.days[3] for each in earlier if each.days} <= {"2023-08-29", "2023-08-25"}
    assert all("岚政办发〔2023〕6号" in each.papers for each in earlier)


def test_a_decision_is_a_corrected_reading_and_taking_it_back_undoes_it(ledger: Ledger) -> None:
    live = ledger.live()
    subject = next(
        identifier for statement, identifier in zip(live.ids.statements, live.ids.ids, strict=True)
        if isinstance(statement, Appointment) and statement.person == "洪定波"
    )  # fmt: skip
    before = ledger.clock()
    row = ledger.decide(Decision(verdict="reject", subject=subject, reason="误读"), who="审核员")
    found = feed(ledger, before)
    gone = [each for each in found.events if each.subject_name == "洪定波"]
    assert gone
    assert {each.cause for each in found.events} == {"reading"}
    decided = ledger.clock()
    ledger.withdraw_decision(row, who="审核员", why="看错")
    assert feed(ledger, before).events == ()
    assert {each.cause for each in feed(ledger, decided).events} == {"reading"}


def test_an_interval_that_ends_is_one_change_with_both_intervals(ledger: Ledger) -> None:
    _, second, third = rows(ledger)
    found = feed(ledger, second - 1, third - 1)
    closed = [each for each in found.events if each.kind == "changed" and each.days and each.days_before]
    assert closed
    assert all(each.days != each.days_before for each in closed)
    assert any(each.days_before[3] == "" and each.days[3] != "" for each in closed if each.days and each.days_before)


def test_equal_ledgers_give_equal_feeds(ledger: Ledger) -> None:
    assert feed(ledger, 0, rows(ledger)[1]) == feed(ledger, 0, rows(ledger)[1])
