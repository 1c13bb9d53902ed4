"""Tables drawn with box characters: which lines are one row, and what is no table."""

from __future__ import annotations

from graph.statements import Portfolio, of_type
from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of, read_text

DRAWN = "┌───┬───┬───┐"
BETWEEN = "├───┼───┼───┤"
END = "└───┴───┴───┘"


def lines(text: str) -> list[str]:
    """The lines of an invented paper below its title, cells between bars."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [line.text.replace("\t", "|") for notice in split(paper) for line in notice.text_lines()][1:]


def test_a_line_that_fills_its_column_goes_on_where_no_line_is_drawn() -> None:
    text = f"甲镇包村安排\n{DRAWN}\n│ 村名 │包村领导│包村干部│\n{BETWEEN}\n│石桥村│ 丁一 │ 沈渡 │\n│王家社│ 周正 │ 吴用 │\n│区    │      │      │\n{END}\n"
    assert lines(text) == ["村名|包村领导|包村干部", "石桥村|丁一|沈渡", "王家社区|周正|吴用"]
    rows = of_type(read_paper(read_text(text.encode(), "paper.txt")).statements, Portfolio)
    assert [(row.person, row.object) for row in rows] == [
        ("丁一", "石桥村"),
        ("沈渡", "石桥村"),
        ("周正", "王家社区"),
        ("吴用", "王家社区"),
    ]


def test_a_blank_cell_below_one_with_room_left_is_a_row_of_its_own() -> None:
    text = f"甲镇包村安排\n{DRAWN}\n│ 村名 │包村领导│包村干部│\n{BETWEEN}\n│石桥村│ 丁一   │ 沈渡   │\n│      │        │ 周正   │\n{END}\n"
    assert lines(text)[1:] == ["石桥村|丁一|沈渡", "||周正"]


def test_between_drawn_lines_stands_one_row() -> None:
    text = f"甲镇安排\n{DRAWN}\n│姓名│职务│分管│\n{BETWEEN}\n│丁一│镇长│财政、│\n│    │    │审计  │\n{BETWEEN}\n│沈渡│站长│民政  │\n{END}\n"
    assert lines(text) == ["姓名|职务|分管", "丁一|镇长|财政、审计", "沈渡|站长|民政"]


def test_bars_of_different_numbers_are_no_table() -> None:
    assert lines("甲镇安排\n│姓名│职务│分管│\n│丁一│镇长│\n") == ["│姓名│职务│分管│", "│丁一│镇长│"]
