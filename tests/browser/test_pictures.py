"""Pictures in a real browser: names can be read on the screens people have, and none covers another."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
#: Letters of 14 pixels at this scale are as small as a reader takes.
_READABLE = 0.75
_DRAWN = re.compile(r"[1-9]\d*")


def scrolled(page: Page) -> None:
    """Wait until the page is scrolled."""
    for _ in range(50):
        if page.evaluate("window.scrollY") > 0:
            return
        page.wait_for_timeout(100)
    pytest.fail("the page stays where it is")


@pytest.mark.parametrize("width", [390, 1366, 1920])
@pytest.mark.parametrize("sort", ["leaders", "groups"])
def test_a_picture_of_a_whole_place_is_a_page_one_can_read(
    watch: Watch, gazette_site: str, sort: str, width: int
) -> None:
    watched = watch(gazette_site, width=width, dark=width == 390)
    page = watched.go(f"/zh/pictures/{sort}?on=2023-10-01")
    frame = page.locator("iframe.frame")
    picture = page.frame_locator("iframe.frame").locator("#picture")
    expect(picture).to_have_attribute("data-drawn", _DRAWN, timeout=30_000)
    assert float(picture.get_attribute("data-scale") or 0) >= _READABLE
    box, drawn = frame.bounding_box(), picture.locator("canvas").bounding_box()
    assert box
    assert drawn
    assert drawn["y"] + drawn["height"] <= box["y"] + box["height"] + 1
    assert picture.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    watched.shot(f"picture-{sort}-{width}")
    # The wheel scrolls the page, as anywhere on it; a name that keys go to comes into sight.
    page.mouse.move(box["x"] + box["width"] / 2, min(box["y"] + 300, 800))
    page.mouse.wheel(0, 400)
    scrolled(page)
    page.evaluate("window.scrollTo(0, 0)")
    picture.focus()
    picture.press("p")
    scrolled(page)
    expect(page.frame_locator("iframe.frame").locator("#live")).not_to_be_empty()


@pytest.mark.parametrize("width", [390, 1366])
def test_no_name_covers_another_in_the_whole_graph(watch: Watch, gazette_site: str, width: int) -> None:
    watched = watch(gazette_site, width=width, dark=width == 390)
    page = watched.go("/en/pictures/explorer?on=2023-10-01")
    picture = page.frame_locator("iframe.frame").locator("#picture")
    expect(picture).to_have_attribute("data-drawn", _DRAWN, timeout=30_000)
    names = picture.locator(".textpoint text")
    expect(names.nth(8)).to_be_attached(timeout=30_000)
    watched.shot(f"explorer-{width}")
    boxes = names.evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    )
    stage = picture.evaluate("each => { const box = each.getBoundingClientRect(); return [box.left, box.right]; }")
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    # All of the room is used, and no name is cut off at its edge.
    assert max(box[2] for box in boxes) - min(box[0] for box in boxes) > 0.6 * (stage[1] - stage[0])
    assert all(stage[0] <= box[0] and box[2] <= stage[1] for box in boxes)
