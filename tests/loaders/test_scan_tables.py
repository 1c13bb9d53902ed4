"""Ruled tables in a picture: a grid gives cells, merged ones too; what is no whole grid stays lines."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from loaders.readers import scans
from loaders.readers.pages import PrintedLine, PrintedTable
from loaders.readers.paper import Box

pytest.importorskip("cv2")

#: Pixels; the page is drawn with 200 dots an inch.
LEFT, TOP, WIDTHS, HEIGHT = 100, 200, (100, 400, 300), 80
SCALE = 72 / 200
Seen = list[tuple[str, Box, float]]


def grid(rows: int, *, without: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Image.Image:
    """A page with a grid of three columns; `without` is rubbed out of it."""
    image = Image.new("RGB", (1000, 1000), "white")
    pen = ImageDraw.Draw(image)
    edges = [LEFT + sum(WIDTHS[:number]) for number in range(4)]
    for number in range(rows + 1):
        pen.line((edges[0], TOP + number * HEIGHT, edges[-1], TOP + number * HEIGHT), "black", 3)
    for edge in edges:
        pen.line((edge, TOP, edge, TOP + rows * HEIGHT), "black", 3)
    pen.rectangle(without, "white")
    return image


def at(row: float, column: int, words: str, confidence: float = 0.9) -> tuple[str, Box, float]:
    """Words in a cell, as they are recognised."""
    left, top = LEFT + sum(WIDTHS[:column]) + 10, TOP + row * HEIGHT + 20
    return words, Box(left, top, left + 30 * len(words), top + 34), confidence


HEAD = [at(0, 0, "序号"), at(0, 1, "任务"), at(0, 2, "牵头单位")]
TITLE = ("重点任务分工表", Box(300, 60, 600, 100), 0.95)
AFTER = ("附则", Box(100, 600, 170, 640), 0.95)


def read(image: Image.Image, seen: Seen) -> tuple[list[str], list[PrintedTable]]:
    page = scans.page_of(image, 3, SCALE, lambda _: seen)
    lines = [block.text for block in page.blocks if isinstance(block, PrintedLine)]
    return lines, [block for block in page.blocks if isinstance(block, PrintedTable)]


def test_a_grid_gives_its_cells_and_what_stands_around_it_stays_lines() -> None:
    seen = [TITLE, *HEAD, at(1, 0, "1"), at(1, 1, "新建渠首泵站", 0.6), at(1, 2, "区水利局"), AFTER]
    lines, (table,) = read(grid(2), seen)
    assert lines == ["重点任务分工表", "附则"]
    assert [row.cells for row in table.rows] == [("序号", "任务", "牵头单位"), ("1", "新建渠首泵站", "区水利局")]
    assert [(row.page, row.confidence) for row in table.rows] == [(3, 0.9), (3, 0.6)]
    cell = table.rows[1].boxes[2]
    assert cell is not None
    assert abs(cell.x0 - 600 * SCALE) < 2
    assert abs(cell.bottom - 360 * SCALE) < 2


def test_a_wrapped_cell_is_one_and_a_line_over_a_ruling_is_parted() -> None:
    wrapped = [at(1, 1, "推进老旧小区改造完善配"), at(1.4, 1, "套设施")]
    over = ("住建局", Box(LEFT + 490, TOP + 105, LEFT + 620, TOP + 139), 0.8)  # 设 of another cell is none of it
    _, (table,) = read(grid(2), [*HEAD, at(1, 0, "2"), *wrapped, over])
    assert table.rows[1].cells[1].startswith("推进老旧小区改造完善配套设施")
    assert table.rows[1].cells[2].endswith("建局")


def test_a_merged_cell_stands_in_each_row_it_covers() -> None:
    ruling = (LEFT + 6, TOP + 2 * HEIGHT - 4, LEFT + 94, TOP + 2 * HEIGHT + 4)
    seen = [*HEAD, at(1.5, 0, "一"), at(1, 1, "甲任务"), at(1, 2, "甲局"), at(2, 1, "乙任务"), at(2, 2, "乙局")]
    _, (table,) = read(grid(3, without=ruling), seen)
    assert [row.cells for row in table.rows[1:]] == [("一", "甲任务", "甲局"), ("一", "乙任务", "乙局")]


@pytest.mark.parametrize(
    "image",
    [
        grid(2, without=(LEFT + 440, TOP + 150, LEFT + 560, TOP + 166)),  # a gap in a ruling
        grid(2).rotate(4, fillcolor="white"),
        Image.new("RGB", (1000, 1000), "white"),
        Image.new("RGB", (1000, 1000), "black"),
    ],
    ids=["broken", "askew", "none", "black"],
)
def test_what_is_no_whole_grid_stays_lines(image: Image.Image) -> None:
    lines, tables = read(image, [TITLE, *HEAD, at(1, 1, "新建渠首泵站")])
    assert tables == []
    assert lines[0] == "重点任务分工表"
    assert "新建渠首泵站" in lines[-1]


def test_a_frame_around_text_is_no_table() -> None:
    image = Image.new("RGB", (1000, 1000), "white")
    ImageDraw.Draw(image).rectangle((50, 50, 950, 950), outline="black", width=3)
    assert read(image, [TITLE, AFTER])[1] == []
