"""DOCX as it would leave the printer."""

from __future__ import annotations

import pytest

from loaders.readers.docx_numbers import chinese
from loaders.readers.read import read
from tests.hostile.files import W, docx, paragraph


def text_of(body: str, **parts: str) -> str:
    return read(docx(body, parts={f"word/{name}.xml": words for name, words in parts.items()}), "a.docx").text


def numbered(words: str, level: int = 0, list_id: int = 1) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def level(depth: int, form: str, words: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'


NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
    + level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4") + level(4, "decimalEnclosedCircle", "%5")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">' + level(0, "bullet", "\uf06c")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)  # fmt: skip


def test_automatic_numbers_are_written_out_as_they_are_printed() -> None:
    body = "".join(
        numbered(words, depth)
        for words, depth in [("总则", 0), ("目的", 1), ("依据", 1), ("其一", 2), ("其二", 2), ("职责", 0), ("分工", 1), ("项", 2), ("点", 4)]
    )  # fmt: skip
    assert text_of(body, numbering=NUMBERING).split() == [
        "一、总则", "（一）目的", "（二）依据", "1.其一", "2.其二", "二、职责", "（一）分工", "1.项", "①点",
    ]  # fmt: skip


def test_a_list_may_start_elsewhere_and_a_bullet_of_a_symbol_font_is_none() -> None:
    body = numbered("甲", list_id=2) + numbered("乙", list_id=2) + numbered("丙", list_id=3) + numbered("丁", list_id=9)
    assert text_of(body, numbering=NUMBERING).split() == ["五、甲", "六、乙", "丙", "丁"]


def test_a_style_brings_its_number_along_and_zero_takes_it_away() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="h2"><w:basedOn w:val="h"/></w:style></w:styles>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="h2"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>'
    )
    assert text_of(body, numbering=NUMBERING, styles=styles).split() == ["一、甲", "乙"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百〇一"), (110, "一百一十"), (1005, "一千〇五")],
)  # fmt: skip
def test_numbers_in_words(number: int, words: str) -> None:
    assert chinese(number) == words


def test_of_tracked_changes_the_insertions_are_kept() -> None:
    body = """<w:p><w:r><w:t>由</w:t></w:r><w:del><w:r><w:delText>县财政局</w:delText></w:r></w:del><w:ins><w:r><w:t>县水利局</w:t></w:r></w:ins>
    <w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>负责</w:t></w:r></w:moveTo></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一段</w:t></w:r></w:p><w:p><w:r><w:t>合成</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{1}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>"""
    found = text_of(body.format(paragraph("留"), paragraph("去")))
    assert found == "由县水利局负责\n\n一段合成\n\n留\t留\n"


def test_merged_cells_nested_tables_and_cells_of_several_paragraphs() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{words}</w:tc>"

    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    inner = f"<w:tbl><w:tr>{cell(paragraph('内一'))}{cell(paragraph('内二'))}</w:tr></w:tbl>"
    rows = [
        cell(paragraph("工作"), start) + cell(paragraph("县财政局") + paragraph("县水利局")) + cell(paragraph("一月")),
        cell("", on) + cell(paragraph("县教育局、") + paragraph("县公安局")) + cell(inner + "<w:p/>"),
        cell(paragraph("说明"), '<w:gridSpan w:val="3"/>'),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert text_of(body) == "工作\t县财政局 县水利局\t一月\n工作\t县教育局、县公安局\t内一 内二\n说明\t\t\n"


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    assert text_of(f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc></w:tr></w:tbl>") == "甲\n\n乙\n"


def test_text_boxes_once_and_hidden_text_headers_and_comments_never() -> None:
    box = f"<w:txbxContent>{paragraph('框中')}</w:txbxContent>"
    alternate = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent {alternate}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去</w:t></w:r><w:r><w:commentReference/></w:r></w:p>"
    )
    header = f"<w:hdr {W}>{paragraph('页眉')}</w:hdr>"
    assert (
        text_of(body, header1=header, comments=f"<w:comments {W}>{paragraph('批注')}</w:comments>") == "正文\n\n框中\n"
    )


def test_footnotes_stand_after_the_text_and_fields_show_their_result() -> None:
    body = """<w:p><w:r><w:t>见附件</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
    <w:r><w:t>第3页</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{paragraph("——")}</w:footnote><w:footnote w:id="2">{paragraph("脚注一")}</w:footnote></w:footnotes>'
    assert text_of(body, footnotes=notes) == "见附件第3页\n\n脚注一\n"
