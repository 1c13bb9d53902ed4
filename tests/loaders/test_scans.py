"""Scans: what is recognised, how surely, and where it stands."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from core.settings import Settings
from graph.statements import Task
from loaders.extraction import extract
from loaders.readers import scans
from loaders.readers.pages import PrintedLine
from loaders.readers.paper import Box
from loaders.readers.read import read
from tests.hostile.files import NOTICE
from tests.loaders.writers import as_pdf, parts_of

needs_ocr = pytest.mark.skipif(not scans.installed(), reason="the extra `ocr` is not installed")


def picture() -> Image.Image:
    """The notice as a scanner sees it."""
    with pdfplumber.open(io.BytesIO(as_pdf(parts_of(NOTICE), size=16))) as pdf:
        return pdf.pages[0].to_image(resolution=110).original


def as_bytes(image: Image.Image, kind: str) -> bytes:
    stream = io.BytesIO()
    image.convert("RGB").save(stream, kind)
    return stream.getvalue()


@needs_ocr
@pytest.mark.slow
def test_a_scanned_notice_says_what_its_print_says_and_how_surely(settings: Settings) -> None:
    scan = as_bytes(picture(), "PDF")
    reading = extract(scan, "scan.pdf", settings).reading
    assert reading.kind == "scan"
    printed = extract(NOTICE.encode(), "a.txt", settings).reading
    found = {(each.TABLE, each.source.doc_id) for each in reading.statements}
    assert {("documents", "岚政办发〔2031〕8号"), ("groups", "岚政办发〔2031〕8号")} <= found
    assert len(reading.statements) >= len(printed.statements) - 2
    assert all(0.5 < each.source.confidence <= 1 and each.source.page == 1 for each in reading.statements)
    assert all(reading.text[each.source.start : each.source.end] == each.source.quote for each in reading.statements)


@needs_ocr
@pytest.mark.slow
def test_a_scanned_table_gives_the_tasks_that_its_text_gives(settings: Settings) -> None:
    rows = ("序号\t任务\t牵头单位\t责任单位\t时限", "1\t新建渠首泵站\t区水利局\t区财政局、区自然资源局\t2032年1月底",
            "2\t推进老旧小区改造，完善给排水等配套设施\t区住房和城乡建设局\t各街道办事处\t2032年2月底")  # fmt: skip
    text = "\n".join(("岚汀区2032年重点任务分工表", "", *rows, "", "附则"))
    with pdfplumber.open(io.BytesIO(as_pdf(parts_of(text)))) as pdf:
        scan = as_bytes(pdf.pages[0].to_image(resolution=200).original, "PNG")
    found = {name: extract(data, name, settings).reading for name, data in (("a.png", scan), ("a.txt", text.encode()))}
    tasks = {
        name: [
            (each.number, each.title, each.lead_orgs, each.responsible_orgs)
            for each in reading.statements
            if isinstance(each, Task)
        ]
        for name, reading in found.items()
    }
    assert len(tasks["a.txt"]) == 2
    assert tasks["a.png"] == tasks["a.txt"]


def a_recogniser(image: Image.Image) -> list[tuple[str, Box, float]]:
    """Sees two lines on a page that stands upright, and one above the other on a page that lies."""
    if image.width < image.height:
        return [("岚汀区人民政府", Box(10, 10, 110, 24), 0.9), ("关于防汛的通知", Box(10, 40, 110, 54), 0.6)]
    return [("一", Box(10, 10, 20, 90), 0.3), ("二", Box(40, 10, 50, 90), 0.3)]


def test_the_sureness_of_a_line_goes_with_it_to_its_place() -> None:
    page = scans.page_of(Image.new("RGB", (300, 400)), 3, 0.5, a_recogniser)
    lines = [block for block in page.blocks if isinstance(block, PrintedLine)]
    assert [(line.text, line.confidence) for line in lines] == [("岚汀区人民政府", 0.9), ("关于防汛的通知", 0.6)]
    assert lines[0].box == Box(5, 5, 55, 12)


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    page = scans.page_of(Image.new("RGB", (400, 300)), 1, 1.0, a_recogniser)
    assert [block.text for block in page.blocks if isinstance(block, PrintedLine)] == [
        "岚汀区人民政府",
        "关于防汛的通知",
    ]
    assert (page.width, page.height) == (300, 400)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_images_of_each_kind_are_read_whatever_their_name(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "rapid", lambda: a_recogniser)
    monkeypatch.setattr(scans, "installed", lambda: True)
    paper = read(as_bytes(Image.new("RGB", (300, 400)), kind), "公报.txt")
    assert (paper.kind, paper.text.split()) == ("scan", ["岚汀区人民政府", "关于防汛的通知"])
    assert [place.confidence for place in paper.printed_at(0, len(paper.text) - 1) if place.box] == [0.9, 0.6]


def test_the_models_lie_in_the_wheel() -> None:
    if not scans.installed():
        pytest.skip("the extra `ocr` is not installed")
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    assert len(list(models.glob("*.onnx"))) >= 3
