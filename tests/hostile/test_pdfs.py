"""PDF files: D.2 items 5 to 9."""

from __future__ import annotations

import io
import zlib

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.errors import InputError
from loaders.limits import Limits
from loaders.readers import pdf as reader
from loaders.readers.read import read, read_apart
from tests.hostile.files import pdf, pdf_of, png, refused
from tests.loaders.writers import FONT

COLUMN = "区人民政府决定对防汛工作作出部署要求各镇各部门落实责任加强值守确保安全度汛并按时报送情况"


def drawn(
    *pages: list[tuple[float, float, str]], size: float = 12, turn: int = 0, encrypt: object = None, font: str = FONT
) -> bytes:
    """A PDF with words at places; `turn` turns all print on the page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=encrypt)
    for words in pages:
        canvas.setFont(font, size)
        if turn == 90:
            canvas.translate(A4[0], 0)
        if turn:
            canvas.rotate(turn)
        for x, y, text in words:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(data: bytes) -> list[str]:
    return [line for line in read(data, "a.pdf").text.split("\n") if line]


def test_two_columns_are_read_one_after_the_other() -> None:
    words = []
    for number in range(12):
        words.append((60.0, 700.0 - 20 * number, f"左{number:02d}" + COLUMN[:15]))
        words.append((320.0, 700.0 - 20 * number, f"右{number:02d}" + COLUMN[:15]))
    text = read(drawn([(60.0, 760.0, "岚汀区人民政府关于防汛工作的通知"), *words]), "a.pdf").text
    places = [text.index(f"左{number:02d}") for number in range(12)] + [
        text.index(f"右{number:02d}") for number in range(12)
    ]
    assert places == sorted(places)
    assert text.startswith("岚汀区人民政府关于防汛工作的通知")


def test_names_beside_posts_are_no_columns() -> None:
    words = []
    for number in range(12):
        words += [(60.0, 700.0 - 20 * number, f"梁知{number}"), (200.0, 700.0 - 20 * number, f"区第{number}局局长")]
    assert all(name.startswith("梁知") and name.endswith("局长") for name in lines(drawn(words)))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_marked_as_rotated(turn: int) -> None:
    data = drawn([(100.0, 700.0, "岚汀区人民政府文件"), (100.0, 670.0, "关于防汛工作的通知")])
    assert lines(data.replace(b"/Rotate 0", b"/Rotate %d" % turn)) == ["岚汀区人民政府文件", "关于防汛工作的通知"]


def test_print_that_lies_on_its_side_without_a_mark() -> None:
    data = drawn([(100.0, 500.0, "岚汀区人民政府文件"), (100.0, 470.0, "关于防汛工作的通知")], turn=90)
    assert lines(data) == ["岚汀区人民政府文件", "关于防汛工作的通知"]


def test_letters_printed_twice_for_boldness_are_read_once() -> None:
    words = [(100.0, 700.0, "岚汀区人民政府"), (100.4, 700.0, "岚汀区人民政府")]
    assert lines(drawn(words)) == ["岚汀区人民政府"]


def test_cells_whose_words_repeat_are_all_read() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setFont(FONT, 10)
    for row in range(4):
        for column in range(3):
            canvas.rect(80 + 120 * column, 600 - 24 * row, 120, 24)
            canvas.drawString(86 + 120 * column, 608 - 24 * row, "区财政局")
    canvas.save()
    assert lines(stream.getvalue()) == ["区财政局\t区财政局\t区财政局"] * 4


def test_a_merged_cell_stands_in_each_of_its_rows_and_once_in_its_columns() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setFont(FONT, 10)
    canvas.rect(80, 552, 100, 48)
    canvas.drawString(86, 570, "合并")
    for row, words in enumerate(("甲", "乙")):
        canvas.rect(180, 576 - 24 * row, 100, 24)
        canvas.drawString(186, 584 - 24 * row, words)
    canvas.rect(80, 528, 200, 24)
    canvas.drawString(86, 536, "一行")
    canvas.save()
    assert lines(stream.getvalue()) == ["合并\t甲", "合并\t乙", "一行\t"]


def test_a_page_without_words_or_pictures_is_empty() -> None:
    assert refused(pdf_of(b"q 595 0 0 842 0 0 cm /I Do Q"), "a.pdf") == "FILE-EMPTY"


def scan() -> bytes:
    """A page that is a picture."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(png(400, 560))), 0, 0, *A4)
    canvas.save()
    return stream.getvalue()


def test_a_scan_without_ocr_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.readers.read.installed", lambda: False)
    assert refused(scan(), "a.pdf") == "PDF-SCAN"
    monkeypatch.setattr("loaders.readers.scans.installed", lambda: False)
    assert refused(png(40, 40), "a.png") == "OCR-MISSING"


def test_letters_without_a_meaning_are_told_as_garbled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.readers.read.installed", lambda: False)
    font = (
        b"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font"
        b" /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >> >>"
    )
    shown = b"BT /F1 12 Tf 100 700 Td <" + b"".join(b"%04X" % (500 + n) for n in range(40)) + b"> Tj ET"
    assert refused(pdf_of(shown, resources=font), "a.pdf") == "PDF-GARBLED"


def test_a_pdf_behind_a_password() -> None:
    locked = drawn([(100.0, 700.0, "甲县")], encrypt=StandardEncryption("secret", "owner", strength=128))
    assert refused(locked, "a.pdf") == "FILE-LOCKED"


def test_a_pdf_that_anyone_may_open_is_read_whatever_it_forbids() -> None:
    locked = StandardEncryption("", "owner", canCopy=0, strength=128)
    assert lines(drawn([(100.0, 700.0, "GB 2260")], encrypt=locked, font="Helvetica")) == ["GB 2260"]


def test_more_pages_than_the_limit() -> None:
    data = pdf_of(b"BT ET", pages=30)
    assert refused(data, "a.pdf", Limits(pages=29)) == "PAPER-TOO-LARGE"
    assert refused(data, "a.pdf", Limits(pages=30)) == "FILE-EMPTY"


def test_a_count_of_pages_that_lies() -> None:
    data = pdf_of(b"BT ET").replace(b"/Count 1", b"/Count 2147483647")
    assert refused(data, "a.pdf") == "FILE-EMPTY"


def test_a_stream_that_unpacks_without_end() -> None:
    packed = zlib.compress(b"\x00" * 900_000_000, 9)
    packed = zlib.compress(packed, 9)
    data = pdf_of(packed, filters=b"/Filter [/FlateDecode /FlateDecode]")
    assert len(data) < 20_000
    with pytest.raises(InputError) as error:
        read_apart(data, "a.pdf", Limits(memory_mb=600, seconds=30))
    assert error.value.code in ("READER-MEMORY", "READER-TIME")


def test_page_trees_and_objects_in_circles() -> None:
    kids = pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
            b"<< /Type /Pages /Kids [2 0 R] >>",
        ]
    )
    itself = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"2 0 R"])
    length = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
                  b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream"])  # fmt: skip
    for data in (kids, length):
        assert refused(data, "a.pdf") in ("FILE-BROKEN", "FILE-EMPTY")
    with pytest.raises(InputError) as error:  # an object that is itself: pdfminer looks for it without end
        read_apart(itself, "a.pdf", Limits(seconds=1, memory_mb=400))
    assert error.value.code in ("READER-TIME", "FILE-BROKEN")


def test_an_xref_that_leads_to_itself() -> None:
    data = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    start = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    looped = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)
    with pytest.raises(InputError) as error:
        read_apart(looped, "a.pdf", Limits(seconds=5, memory_mb=400))
    assert error.value.code in ("FILE-BROKEN", "READER-TIME", "READER-MEMORY")


@pytest.mark.parametrize("opening", [b"[", b"<<", b"("])
def test_objects_inside_objects_without_end(opening: bytes) -> None:
    data = pdf(
        [b"<< /Type /Catalog /Pages 2 0 R /X %b >>" % (opening * 100_000), b"<< /Type /Pages /Kids [] /Count 0 >>"]
    )
    with pytest.raises(InputError) as error:
        read_apart(data, "a.pdf", Limits(seconds=10, memory_mb=600))
    assert error.value.code in ("FILE-BROKEN", "READER-CRASHED", "READER-TIME", "READER-MEMORY")


@pytest.mark.parametrize("cut", [9, 100, 400, 900])
def test_a_pdf_cut_short(cut: int) -> None:
    data = drawn([(100.0, 700.0, "甲县")])
    with pytest.raises(InputError) as error:
        read(data[:cut], "a.pdf")
    assert error.value.code in ("FILE-BROKEN", "FILE-EMPTY")


def test_thousands_of_rulings_are_a_drawing_and_no_table() -> None:
    strokes = b"".join(
        b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n % 595, n % 595, n % 842, n % 842) for n in range(2_000)
    )
    with pdfplumber.open(io.BytesIO(pdf_of(strokes))) as opened:
        assert len(opened.pages[0].edges) > 3_000
    assert refused(pdf_of(strokes), "a.pdf") == "FILE-EMPTY"


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        [(250.0, 790.0, "岚汀区人民政府公报"), (100.0, 600.0, f"第{word}段正文内容"), (280.0, 60.0, f"— {number} —")]
        for number, word in enumerate("甲乙丙", start=1)
    ]
    assert lines(drawn(*pages)) == ["第甲段正文内容", "第乙段正文内容", "第丙段正文内容"]


def test_a_page_of_more_pixels_than_the_limit_is_drawn_smaller() -> None:
    limits = Limits(pixels=10_000)
    ((number, image, scale),) = reader.pictures(scan(), [1], limits, 200)
    assert number == 1
    assert image.width * image.height <= 10_500
    assert abs(image.width * scale - A4[0]) < 12
    assert refused(png(101, 100), "a.png", limits) == "PAPER-TOO-LARGE"
    assert refused(png(30_000, 30_000), "a.png") == "PAPER-TOO-LARGE"  # Pillow itself refuses to open it
