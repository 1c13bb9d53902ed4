"""How a paper is printed changes nothing of what it says: each printing reads about as well as the papers as written."""

from __future__ import annotations

from functools import cache

import pytest

from benchmark.accuracy import Compared
from benchmark.printings import AS_WRITTEN, GROUPS, PRINTINGS, column, group, in_sample, measured, paged

#: What a printing may cost each group of papers, as `python -m benchmark.printings --sample` tells it. Where a table has lost its tabs, words must
#: tell the columns, and some cells are lost.
COSTS = dict.fromkeys(PRINTINGS, 0.001) | {
    "column of 38": 0.0025,
    "column of 30": 0.007,
    "loose column": 0.0075,
    "paged column": 0.005,
    "running heads": 0.005,
    "tables with bars": 0.002,
    "tables with gaps": 0.02,
    "a cell a line": 0.08,
}
#: Where papers set in a column of their own are broken once more, some lines are short.
COSTS_OF_ALL = COSTS | {
    "column of 38": 0.0045,
    "column of 30": 0.0105,
    "loose column": 0.0125,
    "running heads": 0.0055,
    "without indents": 0.0015,
    "tables with gaps": 0.04,
    "a cell a line": 0.13,
}
#: Papers in the forms of web pages print a roster or all of a paper on one line, and cells where no table is left: no printer
#: sets them in columns, and the words of a broken line tell less than those of a paper that was set so. Few of them print a table, and the cells
#: of one, a hospital's, are whole lists of charges and stand-ins: half of what is lost without tabs is lost there. Lists of chiefs of rivers and roads
#: and of grids in columns are lost whole.
COSTS_OF_WEB = COSTS | {
    "column of 38": 0.035,
    "column of 30": 0.0435,
    "loose column": 0.043,
    "paged": 0.0015,
    "paged column": 0.0375,
    "running heads": 0.039,
    "spaces behind lines": 0.005,
    "tables with bars": 0.0025,
    "tables with gaps": 0.19,
    "a cell a line": 0.25,
}
MOST = {"tidy": COSTS, "all printed": COSTS_OF_ALL, "of web pages": COSTS_OF_WEB}


def test_a_column_keeps_every_character_and_every_row() -> None:
    text = "一二三四五六七\n甲\t乙丙丁戊己庚辛\n张三  局长  组长成员"
    assert column(text, 3) == "一二三\n四五六\n七\n甲\t乙丙丁戊己庚辛\n张三  局长  组长成员"
    assert column(text, 3).replace("\n", "") == text.replace("\n", "")


def test_pages_are_numbered() -> None:
    assert paged("\n".join("甲" for _ in range(23))).count("— 2 —") == 1


def test_the_sample_holds_every_table_and_a_third_of_the_rest() -> None:
    assert in_sample("01-no-such-paper", "职务\t姓名")
    chosen = [name for name in (f"{number}-甲" for number in range(3_000)) if in_sample(name, "一段话")]
    assert 900 < len(chosen) < 1_100


@cache
def plain() -> tuple[Compared, ...]:
    """The sample as written, read once a process."""
    return measured(AS_WRITTEN, sample=True)


@pytest.mark.parametrize("name", PRINTINGS)
def test_a_printing_costs_little(name: str) -> None:
    compared = plain() if name == AS_WRITTEN else measured(name, sample=True)
    assert group(compared, GROUPS["tidy"]).hits > 100
    for which, numbers in GROUPS.items():
        assert group(compared, numbers).f1 >= group(plain(), numbers).f1 - MOST[which][name], which
