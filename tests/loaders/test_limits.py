"""Each limit on what is read, exactly at it and one beyond: what is at the limit is taken, what is beyond is refused by its code."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from core.errors import LimitError
from loaders import limits
from loaders.limits import DESCRIBED, Limits
from loaders.readers import pdf, scans
from loaders.readers.archive import Archive
from loaders.readers.paper import Box
from loaders.readers.read import read
from loaders.readers.sheets import read_sheets
from loaders.sources import Unwalked, found_in
from tests.conftest import ROOT
from tests.hostile.files import docx, paragraph, pdf_of, zipped
from tests.loaders.workbooks import workbook

MB = 1024 * 1024
Bound = Callable[[pytest.MonkeyPatch, Path, int], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A limit: what is done with so much of what it limits, the most that is taken, and the code beyond."""

    name: str
    do: Bound
    most: int
    code: str


def _recogniser(image: Image.Image) -> list[tuple[str, Box, float]]:
    return [("岚汀区人民政府", Box(0, 0, image.width, 10), 0.9)]


def _image(patch: pytest.MonkeyPatch, frames: list[Image.Image], most: Limits) -> object:
    patch.setattr(scans, "rapid", lambda: _recogniser)
    patch.setattr(scans, "installed", lambda: True)
    stream = io.BytesIO()
    frames[0].save(stream, "TIFF", save_all=True, append_images=frames[1:])
    return read(stream.getvalue(), "a.tif", most)


def file_size(_: pytest.MonkeyPatch, __: Path, size: int) -> object:
    return read("甲".encode() + b" " * (size - 3), "a.txt", Limits(file_mb=1))


def unpacked(_: pytest.MonkeyPatch, __: Path, size: int) -> object:
    with Archive(zipped({"a": b"a" * (size - MB), "b": b"b" * MB}), "a.zip", Limits(expanded_mb=2)) as archive:
        return [archive.read(entry) for entry in archive.entries()]


def ratio(_: pytest.MonkeyPatch, __: Path, over: int) -> object:
    words = b"a" * (limits.RATIO_COUNTS_FROM_MB * MB + 1)
    packer = zlib.compressobj(wbits=-15)
    packed = len(packer.compress(words) + packer.flush())
    times = -(-len(words) // packed)  # just enough, rounded up
    with Archive(zipped({"a": words}), "a.zip", Limits(ratio=times - over)) as archive:
        return archive.read("a")


def entries(_: pytest.MonkeyPatch, __: Path, count: int) -> object:
    return Archive(zipped({str(number): b"" for number in range(count)}), "a.zip", Limits(entries=5))


def pages(_: pytest.MonkeyPatch, __: Path, count: int) -> object:
    return pdf.pages_of(pdf_of(b"BT ET", pages=count), "a.pdf", Limits(pages=3))


def scanned_pages(patch: pytest.MonkeyPatch, _: Path, count: int) -> object:
    return _image(patch, [Image.new("RGB", (30, 40))] * count, Limits(scanned_pages=3))


def pixels(patch: pytest.MonkeyPatch, _: Path, wide: int) -> object:
    return _image(patch, [Image.new("RGB", (wide, 100))], Limits(pixels=10_000))


def sheets(patch: pytest.MonkeyPatch, _: Path, count: int) -> object:
    patch.setattr(limits, "MAX_SHEETS", 3)
    return read_sheets(workbook(*((str(number), [["甲"]]) for number in range(count))), "a.xlsx")


def sheet_rows(patch: pytest.MonkeyPatch, _: Path, count: int) -> object:
    patch.setattr(limits, "MAX_TABLE_ROWS", 4)
    return read_sheets(workbook(("一", [["甲", "乙"]] * count)), "a.xlsx")


def delimited_rows(patch: pytest.MonkeyPatch, _: Path, count: int) -> object:
    patch.setattr(limits, "MAX_TABLE_ROWS", 4)
    return read_sheets("甲,乙\n".encode() * count, "a.csv")


def sheet_columns(patch: pytest.MonkeyPatch, _: Path, count: int) -> object:
    patch.setattr(limits, "MAX_SHEET_COLUMNS", 4)
    return read_sheets(workbook(("一", [["甲"] * count])), "a.xlsx")


def sheet_cells(patch: pytest.MonkeyPatch, _: Path, rows: int) -> object:
    patch.setattr(limits, "MAX_SHEET_CELLS", 12)
    return read_sheets(workbook(("一", [["甲"] * 3] * rows)), "a.xlsx")


def table_cells(_: pytest.MonkeyPatch, __: Path, rows: int) -> object:
    table = "<table>" + "<tr><td>甲</td><td>乙</td><td>丙</td></tr>" * rows + "</table>"
    return read(f"<html><body><div>{table}</div></body></html>".encode(), "a.html", Limits(table_cells=12))


def characters(_: pytest.MonkeyPatch, __: Path, count: int) -> object:
    return read(("甲" * count).encode(), "a.txt", Limits(characters=100))


def elements(_: pytest.MonkeyPatch, __: Path, count: int) -> object:
    return read(docx(paragraph("甲") * count), "a.docx", Limits(elements=32))


def nesting(_: pytest.MonkeyPatch, __: Path, levels: int) -> object:
    wraps = levels - 5  # document, body, paragraph, run and text stand around and inside
    return read(docx("<w:ins>" * wraps + paragraph("甲") + "</w:ins>" * wraps), "a.docx")


def open_tags(_: pytest.MonkeyPatch, __: Path, count: int) -> object:
    return read(f"<html><body>{'<div>' * count}甲".encode(), "a.html", Limits(open_tags=50))


def files(patch: pytest.MonkeyPatch, folder: Path, count: int) -> object:
    patch.setattr(limits, "MAX_FILES", 3)
    for number in range(count):
        (folder / f"{number}.txt").write_text("甲", encoding="utf-8")
    return found_in([folder])


def folders(patch: pytest.MonkeyPatch, folder: Path, depth: int) -> object:
    patch.setattr(limits, "MAX_FOLDER_DEPTH", 3)
    (folder / "/".join(["a"] * depth)).mkdir(parents=True)
    found = found_in([folder])
    for each in found:
        if isinstance(each, Unwalked):
            raise each.error
    return found


CASES = (
    Case("file", file_size, MB, "FILE-TOO-LARGE"),
    Case("expanded", unpacked, 2 * MB, "ARCHIVE-TOO-LARGE"),
    Case("ratio", ratio, 0, "ARCHIVE-TOO-LARGE"),
    Case("entries", entries, 5, "ARCHIVE-TOO-LARGE"),
    Case("pages", pages, 3, "PAPER-TOO-LARGE"),
    Case("scanned-pages", scanned_pages, 3, "PAPER-TOO-LARGE"),
    Case("pixels", pixels, 100, "PAPER-TOO-LARGE"),
    Case("sheets", sheets, 3, "SHEET-TOO-LARGE"),
    Case("sheet-rows", sheet_rows, 4, "SHEET-TOO-LARGE"),
    Case("sheet-rows", delimited_rows, 4, "SHEET-TOO-LARGE"),
    Case("sheet-columns", sheet_columns, 4, "SHEET-TOO-LARGE"),
    Case("sheet-cells", sheet_cells, 4, "SHEET-TOO-LARGE"),
    Case("table-cells", table_cells, 4, "PAPER-TOO-LARGE"),
    Case("characters-read", characters, 100, "PAPER-TOO-LONG"),
    Case("elements", elements, 10, "PAPER-TOO-LARGE"),
    Case("nesting", nesting, limits.MAX_NESTING, "PAPER-TOO-DEEP"),
    Case("open-tags", open_tags, 50, "PAPER-TOO-DEEP"),
    Case("files", files, 3, "TOO-MANY-FILES"),
    Case("folders", folders, 3, "TOO-DEEP"),
)
#: Time and memory have no exact edge; these tests hold them.
HELD_BY_THE_SYSTEM = {
    "seconds": "tests/loaders/test_apart.py::test_a_child_that_ends_badly_costs_its_file_and_says_how",
    "memory": "tests/loaders/test_apart.py::test_a_child_that_ends_badly_costs_its_file_and_says_how",
    "rule-seconds": "tests/loaders/test_deadline.py::test_one_endless_pattern_is_ended_in_the_middle",
    "picture-seconds": "tests/loaders/test_pictures.py::test_drawing_is_held_to_its_seconds",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.do.__name__)
def test_at_the_limit_it_is_taken_and_one_more_is_refused(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("at", "beyond"):
        (tmp_path / part).mkdir()
    assert case.do(monkeypatch, tmp_path / "at", case.most) is not None
    with pytest.raises(LimitError) as error:
        case.do(monkeypatch, tmp_path / "beyond", case.most + 1)
    assert error.value.code == case.code
    assert error.value.remedy


def test_every_limit_that_is_told_has_a_test_at_its_edge() -> None:
    assert {each.name for each in DESCRIBED} <= {case.name for case in CASES} | set(HELD_BY_THE_SYSTEM)
    for test in HELD_BY_THE_SYSTEM.values():
        path, _, name = test.partition("::")
        assert f"def {name}" in (ROOT / path).read_text(encoding="utf-8")


def test_the_ratio_counts_only_beyond_sixteen_megabytes() -> None:
    words = b"a" * (limits.RATIO_COUNTS_FROM_MB * MB)
    with Archive(zipped({"a": words}), "a.zip", Limits(ratio=2)) as archive:
        assert len(archive.read("a")) == len(words)
