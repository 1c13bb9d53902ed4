"""Generated papers come out as they were made: rows, days, and no fact closed too early."""

from __future__ import annotations

import pytest

from benchmark.accuracy import total
from benchmark.corpus import Held
from benchmark.truth import TABLES, Days, Measured, against, main, measure
from graph.days import Interval


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(districts=4, years=3, seed=11)


def test_rows_are_read_as_they_were_printed(measured: Measured) -> None:
    for table in TABLES:
        score = total(one for one in measured.rows if one.table == table)
        assert score.hits > 20
        assert score.f1 >= 0.99, table


def test_days_are_exactly_those_of_the_truth(measured: Measured) -> None:
    assert sum(measured.written.values(), Days()).exactly == 1.0
    assert sum(measured.read.values(), Days()).exactly >= 0.99
    assert {kind for kind, days in measured.written.items() if days.right > 20} == {
        "answer", "charge", "pair", "post", "seat",
    }  # fmt: skip


def test_no_fact_is_closed_too_early(measured: Measured) -> None:
    for by_kind in (measured.read, measured.written):
        assert sum(by_kind.values(), Days()).wrongly_closed == 0


def _days(fact: Interval, *truth: Held) -> Days:
    held = Held("pair", "丁一", "王二", "", "")
    return dict((kind, days) for kind, days, _ in against([(held, fact)], truth))["pair"]


def test_the_measure_tells_an_early_end_from_a_late_one() -> None:
    true = Held("pair", "丁一", "王二", "", "2031-01-01", "2032-01-01")
    assert _days(Interval.act("2031-01-01", "2032-01-01"), true) == Days(right=1)
    assert _days(Interval.act("2031-01-01", "2031-12-31"), true) == Days(wrongly_closed=1)
    assert _days(Interval.act("2031-01-01"), true) == Days(late=1)
    assert _days(Interval.act("2031-02-01", "2032-01-01"), true) == Days(shifted=1)
    assert _days(Interval.act("2035-01-01"), true) == Days(missed=1, extra=1)


def test_the_command_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--districts", "1", "--years", "1"]) == 0
    said = capsys.readouterr().out
    assert "wrongly closed 0" in said
    assert "all tables" in said
