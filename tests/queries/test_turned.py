"""A seat that turned stale is told in one row, by its state; its holder neither left nor came."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.settings import Settings
from queries.answers.asking import ask
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.library import Library, open_library


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    with open_library(lanting) as opened:
        yield opened


def test_a_seat_that_turned_stands_once(library: Library) -> None:
    found = ask(library, "2023年有哪些变化", on="2024-12-31")
    assert isinstance(found, Table)
    rows = found.result.rows
    turned = [row for row in rows if row["change"] == "turned"]
    assert turned
    assert all(row["state"] and row["evidence"] for row in turned)
    for row in turned:
        same = [
            other
            for other in rows
            if other["edge"] == "MEMBER_OF"
            and (other["person_id"], other["object_id"], other["word"])
            == (row["person_id"], row["object_id"], row["word"])
            and row["earliest"] in (other["earliest"], other["latest"])
        ]
        assert same == [row]
    shown = sheet_of(found, "zh")
    assert any("改变" in line.cells and "待调整" in line.cells for line in shown.lines)


def test_the_changes_of_desks_are_of_desks_alone(library: Library) -> None:
    found = ask(library, "2023年8月分工有什么变化", on="2024-12-31")
    assert isinstance(found, Table)
    kinds = {row["edge"] for row in found.result.rows}
    assert "IN_CHARGE_OF" in kinds
    assert kinds.isdisjoint({"MEMBER_OF", "HOLDS", "STANDS_IN_FOR"})
