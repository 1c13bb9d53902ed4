"""Names that are attacks, in a real browser: nothing they say is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from core.settings import Settings
from tests.browser.conftest import Watched, serving
from tests.viz import hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a graph of such names."""
    settings = Settings(home=tmp_path_factory.mktemp("hostile"))
    hostile.publish(settings)
    with serving(settings) as base:
        yield base


def test_names_that_are_attacks_do_nothing(watch: Callable[..., Watched], hostile_site: str) -> None:
    watched = watch(hostile_site)
    for path in hostile.paths():
        if path.startswith(("/zh/pictures/lifeline", "/zh/pictures/neighbourhood/file")):
            continue  # downloads: the tests of the interface read them
        page = watched.go(path)
        assert page.evaluate("window.hit") is None, path
    page = watched.go(f"/zh/pictures/neighbourhood?node={hostile.made_id('person', 1)}&on={hostile.DAY}")
    frame = page.frame_locator("iframe.frame")
    expect(frame.locator("#picture")).to_have_attribute("data-drawn", "7")
    assert page.evaluate("window.hit") is None
    page.get_by_label("查找或提问").fill("script")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate("window.hit") is None
    watched.shot("hostile")
