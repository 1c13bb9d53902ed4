"""The real gazette on a phone: no page is wider than it, and the names of a wide table can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Watched

Watch = Callable[..., Watched]
_PHONE = 390


@pytest.mark.parametrize(
    "path", ["", "checks", "changes", "plans", "documents", "compare?matter=财政", "pictures/matrix", "search?q=高"]
)
def test_no_page_is_wider_than_a_phone(watch: Watch, gazette_site: str, path: str) -> None:
    page = watch(gazette_site, width=_PHONE).go(f"/zh/{path}{'&' if '?' in path else '?'}on=2023-10-01")
    assert page.evaluate("document.documentElement.scrollWidth") <= _PHONE


def test_the_names_of_the_matrix_stand_on_lines(watch: Watch, gazette_site: str) -> None:
    page = watch(gazette_site, width=_PHONE).go("/zh/pictures/matrix?on=2023-10-01")
    box = page.locator(".matrix tbody th", has_text="区市场监督管理局").bounding_box()
    assert box
    assert box["width"] > box["height"]
