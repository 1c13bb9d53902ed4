"""Pieces of print put together: paragraphs, columns, room between words."""

from __future__ import annotations

from loaders.readers.layout import Piece, Row, blocks_of, in_order, rows_of, words_of
from loaders.readers.pages import PrintedLine
from loaders.readers.paper import Box

SIZE = 10.0


def piece(x: float, y: float, text: str) -> Piece:
    return Piece(Box(x, y, x + SIZE * len(text), y + SIZE), text, SIZE)


def column(*lines: tuple[float, str]) -> list[PrintedLine]:
    """Lines one under the other, each so many characters from the margin."""
    pieces = [piece(100 + SIZE * indent, 100 + 16 * number, text) for number, (indent, text) in enumerate(lines)]
    return [block for block in blocks_of(rows_of(pieces)) if isinstance(block, PrintedLine)]


def marks(lines: list[PrintedLine]) -> str:
    """`+` a line that joins the one above, `|` one that begins a paragraph, `.` one that may do either."""
    return "".join("+" if line.joins else "|" if line.apart else "." for line in lines)


FULL = "区人民政府决定对防汛工作作出部署要求各镇落实"
assert len(FULL) == 22


def test_a_full_line_goes_on_at_the_margin_and_a_line_set_in_begins_a_paragraph() -> None:
    body = [(2, FULL[:20]), (0, FULL), (0, FULL), (0, "责任。"), (2, FULL[:20]), (0, FULL), (0, "加强值守。")]
    assert marks(column(*body)) == "|+++|++"


def test_a_sentence_that_ends_at_the_margin_goes_on_where_every_paragraph_is_set_in() -> None:
    closed = FULL[:-1] + "。"
    body = [(2, FULL[:20]), (0, closed), (0, FULL), (0, "责任。"), (2, FULL[:20]), (0, FULL), (0, "值守。")]
    assert marks(column(*body)) == "|+++|++"
    blocks = [(0, FULL), (0, closed), (0, FULL), (0, "责任。"), (0, FULL), (0, FULL), (0, "值守。")]
    assert marks(column(*blocks)) == "|+.+|++"


def test_short_lines_and_numbers_never_join() -> None:
    roster = [(0, "组长：梁知远"), (0, "成员：谢临川"), (0, "池砚"), (0, "桂云台"), (0, "齐丰年"), (0, "白露明")]
    assert "+" not in marks(column(*roster))
    body = [(2, FULL[:20]), (0, FULL), (0, FULL), (0, "一、" + FULL[:20]), (0, FULL), (0, FULL), (0, "完。")]
    assert marks(column(*body))[3] != "+"


def test_room_between_words_is_written_as_spaces() -> None:
    row = Row((piece(100, 100, "组"), piece(130, 100, "长"), piece(140, 100, "："), piece(170, 100, "梁知远")))
    assert words_of(row) == "组    长：    梁知远"
    assert words_of(Row((piece(100, 100, "组"), piece(110, 100, "\u3000"), piece(120, 100, "长")))) == "组  长"


def test_two_columns_of_running_text_and_a_heading_over_both() -> None:
    heading = [piece(150, 60, "岚汀区人民政府关于防汛工作的通知及其附件目录说明")]
    left = [piece(60, 100 + 16 * number, FULL) for number in range(8)]
    right = [piece(320, 108 + 16 * number, FULL) for number in range(8)]
    stretches = in_order(rows_of([*heading, *left, *right]))
    assert [len(stretch) for stretch in stretches] == [1, 8, 8]
    assert {piece.box.x0 for row in stretches[1] for piece in row.pieces} == {60}
