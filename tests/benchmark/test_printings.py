"""How a paper is printed changes nothing of what it says: each printing reads about as well as the papers as written."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from benchmark.accuracy import Compared, Score, total
from benchmark.printings import PRINTINGS, column, measured, paged

#: What a printing may cost. Where a table has lost its tabs, words must tell the columns, and some cells are lost.
COSTS = dict.fromkeys(PRINTINGS, 0.002) | {
    "column of 38": 0.003,
    "column of 30": 0.009,
    "loose column": 0.011,
    "paged column": 0.007,
    "running heads": 0.006,
    "tables with gaps": 0.05,
    "tables with bars": 0.004,
    "a cell a line": 0.10,
}


#: What it may cost where papers of untidier layouts are among them (from this number on): tables of two cells and of changes without a
#: head that tells them, rosters of copied pages; and where papers set in a column of their own are broken once more, some lines are short.
UNTIDIER = 841
COSTS_OF_ALL = COSTS | {
    "column of 38": 0.005,
    "column of 30": 0.012,
    "loose column": 0.013,
    "running heads": 0.008,
    "tables with gaps": 0.06,
    "a cell a line": 0.16,
}
#: Papers in the forms of web pages (from this number on) print a roster or all of a paper on one line, and cells where no table is left: no printer
#: sets them in columns, and the words of a broken line tell less than those of a paper that was set so. Few of them print a table, and the cells
#: of one, a hospital's, are whole lists of charges and stand-ins: half of what is lost without tabs is lost there. Lists of chiefs of rivers and roads
#: and of grids in columns are lost whole.
OF_WEB = 2001
COSTS_OF_WEB = COSTS | {
    "column of 38": 0.05,
    "column of 30": 0.05,
    "loose": 0.006,
    "loose column": 0.055,
    "paged column": 0.05,
    "running heads": 0.05,
    "tables with bars": 0.08,
    "tables with gaps": 0.19,
    "a cell a line": 0.25,
}


def test_a_column_keeps_every_character_and_every_row() -> None:
    text = "一二三四五六七\n甲\t乙丙丁戊己庚辛\n张三  局长  组长成员"
    assert column(text, 3) == "一二三\n四五六\n七\n甲\t乙丙丁戊己庚辛\n张三  局长  组长成员"
    assert column(text, 3).replace("\n", "") == text.replace("\n", "")


def test_pages_are_numbered() -> None:
    assert paged("\n".join("甲" for _ in range(23))).count("— 2 —") == 1


def _between(compared: Iterable[Compared], first: int, stop: int) -> Score:
    """What the papers from a number up to another are read with."""
    return total([one for one in compared if first <= int(one.paper.partition("-")[0]) < stop])


@pytest.fixture(scope="module")
def plain() -> tuple[Compared, ...]:
    """The papers as written."""
    return measured("as written")


@pytest.mark.parametrize("name", PRINTINGS)
def test_a_printing_costs_little(name: str, plain: tuple[Compared, ...]) -> None:
    compared = measured(name)
    assert _between(compared, 0, UNTIDIER).hits > 100
    for first, stop, costs in ((0, UNTIDIER, COSTS), (0, OF_WEB, COSTS_OF_ALL), (OF_WEB, 10_000, COSTS_OF_WEB)):
        assert _between(compared, first, stop).f1 >= _between(plain, first, stop).f1 - costs[name]
