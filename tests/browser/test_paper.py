"""Pages on paper: a picture stands whole under its heading, and nothing is lost behind a bar that nobody can scroll."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
DAY = "2023-10-01"
_DRAWN = re.compile(r"[1-9]\d*")
_DRAWING = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH}


def printed(page: Page) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(page.pdf(format="A4", print_background=True))


def words_of(page: pdfium.PdfPage) -> str:
    return "".join(page.get_textpage().get_text_range().split())


@pytest.mark.parametrize(("sort", "title"), [("leaders", "领导分工图"), ("structure", "组织架构图")])
def test_a_picture_is_printed_under_its_heading(watch: Watch, gazette_site: str, sort: str, title: str) -> None:
    page = watch(gazette_site).go(f"/zh/pictures/{sort}?on={DAY}")
    picture = page.frame_locator("iframe.frame").locator("#picture")
    expect(picture).to_have_attribute("data-drawn", _DRAWN, timeout=30_000)
    document = printed(page)
    first = document[0]
    assert title in words_of(first)
    wide, high = first.get_size()
    drawn = [each.get_bounds() for each in first.get_objects(max_depth=8) if each.type in _DRAWING]
    # Much of the first page is the picture, none of it beyond the paper; the table begins overleaf.
    inside = [box for box in drawn if box[2] - box[0] < wide and box[3] - box[1] < high]
    assert max(box[3] for box in inside) - min(box[1] for box in inside) > high / 2
    assert "同一内容的表" in words_of(document[1])


def test_the_life_of_a_leader_is_printed_whole_under_its_heading(watch: Watch, gazette_site: str) -> None:
    page = watch(gazette_site).go(f"/zh/search?q=%E9%AB%98%E6%98%8E&on={DAY}")
    page.locator("a[href*='/zh/persons/']").first.click()
    expect(page.locator("svg.lifeline")).to_be_visible()
    last = [words_of(each) for each in printed(page) if "历程" in words_of(each)]
    assert any("实色为确定" in words for words in last), last
    page.emulate_media(media="print")
    assert (
        page.locator(".scroll").evaluate_all(
            "all => all.filter((each) => getComputedStyle(each).overflowX !== 'visible').length"
        )
        == 0
    )
