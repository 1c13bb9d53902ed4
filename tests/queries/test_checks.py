"""Findings of a day: the counts of the real gazette, their order, their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from core.errors import InputError, UsageError
from core.settings import Settings
from queries.answers.checks import Findings, check, check_sheet
from queries.library import Library, open_library


@pytest.fixture(scope="module")
def library(gazette: Settings) -> Iterator[Library]:
    with open_library(gazette) as opened:
        yield opened


@pytest.fixture(scope="module")
def made_up(lanting: Settings) -> Iterator[Library]:
    with open_library(lanting) as opened:
        yield opened


def kinds(found: Findings) -> Counter[str]:
    return Counter(each.kind for each in found.findings)


def people(found: Findings, kind: str) -> Counter[str]:
    return Counter(
        thing.name for each in found.findings if each.kind == kind for thing in each.about if thing.label == "Person"
    )


def test_three_seats_are_stale_when_the_first_bureau_has_a_new_head(library: Library) -> None:
    found = check(library, on="2023-09-01", kind="seat-stale")
    assert people(found, "seat-stale") == {"刘文斌": 3}


def test_six_seats_are_stale_ten_days_later(library: Library) -> None:
    found = check(library, on="2023-09-10", kind="seat-stale")
    assert people(found, "seat-stale") == {"刘文斌": 3, "王生荣": 2, "韩啸": 1}
    assert all(each.severity.code == "warning" and each.evidence for each in found.findings)


def test_the_division_has_no_unit_with_two_leaders_and_only_its_head_has_no_pair(library: Library) -> None:
    found = check(library, on="2023-09-10")
    assert kinds(found)["unit-two-leaders"] == 0
    (head,) = (each for each in found.findings if each.kind == "no-stand-in")
    assert (head.severity.code, people(found, "no-stand-in")) == ("info", {"韩涛": 1})
    assert found.counts["error"] == 0


def test_twelve_numbers_between_those_printed_were_not_seen(library: Library) -> None:
    found = check(library, on="2023-09-30", kind="number-unseen")
    assert len(found.findings) == len({each.number for each in found.findings}) == 12


def test_twenty_six_tasks_name_a_leader_who_is_not_in_charge_any_more(library: Library) -> None:
    assert kinds(check(library, on="2023-09-01"))["task-leader-moved"] == 26
    assert kinds(check(library, on="2023-08-01"))["task-leader-moved"] == 0


def test_the_gravest_come_first_and_all_evidence_has_its_words(library: Library) -> None:
    found = check(library, on="2023-09-10")
    order = ["error", "warning", "info"]
    codes = [each.severity.code for each in found.findings]
    assert codes == sorted(codes, key=order.index)
    assert {one for each in found.findings for one in each.evidence} == {each.id for each in found.evidence}
    assert found.reach != ()


def test_severity_means_at_least_as_grave(made_up: Library) -> None:
    every = check(made_up, on="2024-08-15")
    grave = check(made_up, on="2024-08-15", severity="warning")
    assert {each.severity.code for each in grave.findings} <= {"error", "warning"}
    assert len(grave.findings) == every.counts["error"] + every.counts["warning"]


def test_another_place_has_no_findings_here(library: Library) -> None:
    found = check(library, on="2023-09-10", jurisdiction="990101")
    assert found.findings == ()
    assert "没有发现问题。" in check_sheet(found, "zh").notes


def test_a_finding_reads_in_both_languages(library: Library) -> None:
    found = check(library, on="2023-09-10", kind="no-stand-in")
    assert "韩涛" in check_sheet(found, "zh").lines[0].cells[1]
    assert check_sheet(found, "en").lines[0].cells[:2] == ("information", "韩涛 has no stand-in (head of the team)")


def test_a_severity_or_a_day_that_is_none_is_refused(library: Library) -> None:
    with pytest.raises(UsageError, match="BAD-SEVERITY"):
        check(library, severity="fatal")
    with pytest.raises(InputError):
        check(library, on="2023-02-30")
