"""The analyses in a real browser: found by the navigation, drawn, accessible, and asked again with another day."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_uses import Watch, accessible

pytestmark = pytest.mark.browser


def test_an_analysis_is_found_read_and_asked_again(watch: Watch, gazette_site: str) -> None:
    watched = watch(gazette_site)
    page = watched.go("/zh/?on=2023-09-01")
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="分析").click()
    accessible(page)
    page.get_by_role("link", name="最短关联").click()
    page.get_by_label("一端", exact=True).fill("区财政局")
    page.get_by_label("另一端").fill("区审计局")
    page.get_by_role("button", name="分析").click()
    expect(page.locator("h1")).to_contain_text("区财政局 — 区审计局")
    expect(page.locator("main")).to_contain_text("不说明什么")
    expect(page.frame_locator("iframe").locator("canvas")).to_be_visible()
    expect(page.locator("main table").last).to_contain_text("区审计局")
    page.locator("main table details").first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    accessible(page)
    watched.shot("analysis-chain-zh")


def test_figures_are_drawn_and_their_pages_are_accessible(watch: Watch, gazette_site: str) -> None:
    watched = watch(gazette_site)
    for name in ("leader-workload", "clusters", "paper-coverage"):
        page = watched.go(f"/zh/analysis/{name}?on=2023-09-01")
        expect(page.frame_locator("iframe").locator("svg.main-svg").first).to_be_visible()
        accessible(page)
    watched.shot("analysis-papers-zh")
