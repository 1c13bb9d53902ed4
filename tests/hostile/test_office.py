"""Office files: D.2 items 3, 4, 5, 10, 15."""

from __future__ import annotations

import io
import socket
import zipfile
from datetime import date
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from docx.enum.text import WD_BREAK

from core.errors import InputError, LimitError
from core.settings import Settings
from loaders.extraction import extract
from loaders.limits import Limits
from loaders.readers.read import read
from loaders.readers.sheets import read_sheets
from tests.hostile.files import NOTICE, PACKAGE, RELATIONSHIPS, W, docx, paragraph, refused
from tests.loaders.workbooks import workbook

LAUGHS = "".join(
    [
        '<!DOCTYPE x [<!ENTITY a "哈哈">',
        *(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "]>",
    ]
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'])
def test_entities_in_the_main_part(declaration: str) -> None:
    assert refused(docx(paragraph("&i;&secret;"), declaration=declaration), "a.docx") == "XML-DOCTYPE"


@pytest.mark.parametrize("part", ["_rels/.rels", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_part_beside_it(part: str, encoding: str) -> None:
    hostile = f'<?xml version="1.0" encoding="{encoding}"?>{LAUGHS}<x>&i;</x>'.encode(encoding)
    assert refused(docx(paragraph("字"), parts={part: hostile}), "a.docx") == "XML-DOCTYPE"


@pytest.mark.parametrize("part", ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_entities_in_a_part_of_a_workbook(part: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("一", [["甲"]])))) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.infolist():
            if member.filename != part:
                new.writestr(member.filename, old.read(member))
        new.writestr(part, f'<?xml version="1.0"?>{LAUGHS}<x>&i;</x>')
    with pytest.raises(InputError) as error:
        read_sheets(stream.getvalue(), "a.xlsx")
    assert error.value.code == "XML-DOCTYPE"


def test_external_relationships_are_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", called)
    outside = (
        f'<Relationship Id="b" Type="{RELATIONSHIPS}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
        f'<Relationship Id="c" Type="{RELATIONSHIPS}/officeDocument" Target="http://127.0.0.1:9/d.xml" TargetMode="External"/>'
    )
    template = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="t" Type="{RELATIONSHIPS}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>'
    data = docx(
        paragraph("甲县")
        + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT http://127.0.0.1:9/</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        relationships=outside,
        parts={"word/_rels/settings.xml.rels": template},
    )
    assert read(data, "a.docx").text == "甲县\n"


def test_a_main_part_outside_the_package_is_not_looked_for() -> None:
    data = docx(parts={
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Type="{RELATIONSHIPS}/officeDocument" Target="../../etc/passwd"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{paragraph('甲县')}</w:body></w:document>",
    })  # fmt: skip
    assert read(data, "a.docx").text == "甲县\n"


def test_macros_and_embedded_objects_do_nothing() -> None:
    data = docx(
        paragraph("甲县") + "<w:p><w:r><w:object><w:t>不是正文</w:t></w:object></w:r></w:p>",
        parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(512), "word/embeddings/oleObject1.bin": bytes(512)},
    )
    assert read(data, "a.docm").text == "甲县\n"


@pytest.mark.parametrize(("stream", "code"), [("EncryptedPackage", "FILE-LOCKED"), ("WordDocument", "FILE-KIND")])
def test_an_office_file_that_is_encrypted_or_of_the_old_kind(stream: str, code: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le") + bytes(512)
    assert refused(data, "a.docx") == code


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>"])
def test_a_document_without_words(body: str) -> None:
    assert refused(docx(body), "a.docx") == "FILE-EMPTY"


@pytest.mark.parametrize(
    "data", [docx()[:300], docx(parts={"word/document.xml": "<w:document"}), docx(parts={"word/document.xml": "<a/>"})]
)
def test_a_document_that_is_damaged(data: bytes) -> None:
    assert refused(data, "a.docx") == "FILE-BROKEN"


def test_elements_inside_elements_without_end() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + paragraph("甲") + "</w:sdtContent></w:sdt>" * 5_000
    assert refused(docx(deep), "a.docx") == "PAPER-TOO-DEEP"


def test_elements_at_the_limit_and_one_more() -> None:
    body = paragraph("甲") * 10  # thirty elements, and the two around them
    assert read(docx(body), "a.docx", Limits(elements=32)).lines[0].end == 1
    assert refused(docx(body), "a.docx", Limits(elements=31)) == "PAPER-TOO-LARGE"


def test_a_cell_over_more_columns_than_a_table_can_have() -> None:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr>{0}</w:tc><w:tc>{0}</w:tc></w:tr>'.format(
        paragraph("甲")
    )
    table = f"<w:tbl>{row * 5}</w:tbl>"
    assert refused(docx(table), "a.docx", Limits(table_cells=5_000)) == "PAPER-TOO-LARGE"
    assert "\t" in read(docx(table), "a.docx", Limits(table_cells=5_005)).text


def test_numbers_of_lists_that_lead_in_circles() -> None:
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    styles = f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>'
    assert (
        read(docx(body, parts={"word/numbering.xml": numbering, "word/styles.xml": styles}), "a.docx").text
        == "甲\n\n一、乙\n"
    )


# --- workbooks --------------------------------------------------------------------------------------------------


def test_a_sheet_of_1048576_rows_with_one_value() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("一", [["甲"]])))) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"<sheetData>", b'<sheetData><row r="1048575"/>').replace(
                    b"<dimension", b"<dimension"
                )
                data = (
                    data[: data.index(b"<sheetData>")]
                    + b'<sheetData><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
                )
            new.writestr(member.filename, data)
    (sheet,) = read_sheets(stream.getvalue(), "a.xlsx")
    assert len(sheet.rows) <= 1_048_576
    assert sheet.rows[-1] == ("x",)


def test_merged_hidden_and_formula_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["任务", "牵头单位"], ["建桥", '=CONCATENATE("县","局")'], ["修路", ""]):
        sheet.append(row)
    sheet["B2"] = "县交通局"
    sheet.merge_cells("B2:B3")
    sheet.row_dimensions[3].hidden = False
    book.create_sheet("藏起来的").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    (read_back,) = read_sheets(stream.getvalue(), "a.xlsx")
    assert [row[1] for row in read_back.rows] == ["牵头单位", "县交通局", "县交通局"]


def test_a_formula_without_a_kept_value_is_blank_and_never_worked_out() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["甲", '=WEBSERVICE("http://127.0.0.1:9/")', "=1+1"])
    stream = io.BytesIO()
    book.save(stream)
    (read_back,) = read_sheets(stream.getvalue(), "a.xlsx")
    assert read_back.rows[0][0] == "甲"
    assert set(read_back.rows[0][1:]) <= {""}


@pytest.mark.parametrize("epoch", [openpyxl.utils.datetime.WINDOWS_EPOCH, openpyxl.utils.datetime.MAC_EPOCH])
def test_dates_as_serial_numbers_of_1900_and_1904(epoch: date) -> None:
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.active
    assert sheet is not None
    sheet.append([date(2031, 9, 30)])
    stream = io.BytesIO()
    book.save(stream)
    (read_back,) = read_sheets(stream.getvalue(), "a.xlsx")
    assert read_back.rows == (("2031-09-30",),)


def test_a_workbook_under_the_name_of_a_text_and_a_text_under_that_of_a_workbook(settings: Settings) -> None:
    rows = [["任务", "牵头单位", "责任领导"], ["建设大桥工程", "县交通运输局", "梁知远"]]
    by_name = [
        extract(workbook(("任务表", rows)), name, settings).reading for name in ("a.xlsx", "a.txt", "a.docx", "a")
    ]
    assert all(reading.kind == "table" and reading.statements for reading in by_name)
    text = "\n".join("\t".join(row) for row in rows).encode("gb18030")
    reading = extract(text, "a.xls", settings).reading
    assert (reading.kind, len(reading.statements)) == ("table", len(by_name[0].statements))


def test_a_page_under_the_name_of_an_old_workbook(settings: Settings) -> None:
    page = f"<html><table><tr><td>{NOTICE.split()[0]}</td></tr></table></html>".encode()
    assert extract(page, "a.xls", settings).reading.kind == "html"


# --- what a person made -----------------------------------------------------------------------------------------


def test_breaks_tabs_and_page_ends_inside_a_paragraph() -> None:
    document = python_docx.Document()
    run = document.add_paragraph().add_run("甲\t乙")
    run.add_break(WD_BREAK.PAGE)
    run.add_text("丙")
    run.add_break()
    run.add_text("丁")
    stream = io.BytesIO()
    document.save(stream)
    assert read(stream.getvalue(), "a.docx").text == "甲  乙丙\n丁\n"


def test_a_file_at_the_limit_of_characters_and_one_more(tmp_path: Path) -> None:
    data = docx(paragraph("甲" * 99))
    assert len(read(data, "a.docx", Limits(characters=100)).text) == 100
    with pytest.raises(LimitError):
        read(data, "a.docx", Limits(characters=99))
