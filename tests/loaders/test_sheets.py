from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from core.errors import InputError, LimitError
from loaders import limits
from loaders.readers.sheets import Sheet, letters, read_sheets
from tests.loaders.workbooks import workbook


def test_cells_are_text_as_a_person_sees_them() -> None:
    (sheet,) = read_sheets(workbook(("一", [[1, 2.5, True, date(2031, 9, 30), " 甲\t乙 ", ""]])), "a.xlsx")
    assert sheet.rows == (("1", "2.5", "是", "2031-09-30", "甲 乙"),)


def test_a_cell_merged_over_rows_stands_in_each_and_one_merged_over_columns_stands_once() -> None:
    data = workbook(("一", [["标题", ""], ["甲", "1"], ["", "2"]], ["A1:B1", "A2:A3"]))
    (sheet,) = read_sheets(data, "a.xlsx")
    assert sheet.rows == (("标题", ""), ("甲", "1"), ("甲", "2"))
    assert sheet.covered == {(2, 0)}
    assert sheet.tells_merges


def test_hidden_and_empty_sheets_are_left_out() -> None:
    data = workbook(("看得见", [["甲"]]), ("藏", [["乙"]]), ("空", []), hidden=["藏"])
    assert [sheet.name for sheet in read_sheets(data, "a.xlsx")] == ["看得见"]


def test_places_are_those_a_spreadsheet_shows() -> None:
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert Sheet("任务表", (("甲", "乙"),)).place(0, 1) == "任务表!B1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_in_the_encodings_and_marks_of_spreadsheets(encoding: str, mark: str) -> None:
    data = f"任务{mark}牵头单位\n“建桥”{mark}县交通局\n".encode(encoding)
    (sheet,) = read_sheets(data, "表.csv")
    assert (sheet.name, sheet.rows) == ("表", (("任务", "牵头单位"), ("“建桥”", "县交通局")))
    assert not sheet.tells_merges


def test_rows_of_unequal_length_are_filled_up() -> None:
    (sheet,) = read_sheets("任务,单位\n建桥\n修路,县局,多\n".encode(), "表.csv")
    assert sheet.rows == (("任务", "单位", ""), ("建桥", "", ""), ("修路", "县局", "多"))


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.csv", "FILE-EMPTY"),
        (b"  \n", "a.xlsx", "FILE-EMPTY"),
        (b"PK\x03\x04 no zip", "a.xlsx", "SHEET-BROKEN"),
        (b"no workbook at all", "a.xlsx", "SHEET-BROKEN"),
        ('任务,"单位\n建桥'.encode(), "a.csv", "TABLE-BROKEN-CSV"),
        (b"\xff\xff\xff\x00", "a.csv", "FILE-BINARY"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_code(data: bytes, name: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        read_sheets(data, name)
    assert error.value.code == code
    assert error.value.remedy


def test_a_cell_far_away_is_refused_before_a_grid_is_made() -> None:
    data = _with_sheet('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>')
    with pytest.raises(LimitError) as error:
        read_sheets(data, "a.xlsx")
    assert error.value.code == "SHEET-TOO-LARGE"


def test_a_workbook_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_EXPANDED_MB", 1)
    with pytest.raises(LimitError) as error:
        read_sheets(_with_sheet(" " * 3_000_000), "a.xlsx")
    assert error.value.code == "SHEET-TOO-LARGE"


def test_a_workbook_of_too_many_sheets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SHEETS", 2)
    with pytest.raises(LimitError):
        read_sheets(workbook(*((str(number), [["甲"]]) for number in range(3))), "a.xlsx")


def _with_sheet(rows: str) -> bytes:
    """A workbook whose first sheet has these rows as XML."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("一", [["甲"]])))) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                start, end = data.index(b"<sheetData>"), data.index(b"</sheetData>")
                data = data[: start + 11] + rows.encode() + data[end:]
            new.writestr(member.filename, data)
    return stream.getvalue()
