"""The manual as a site: built strictly, complete, searchable in Chinese, and loading nothing from another host."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: What makes a browser fetch something by itself; a link a reader may follow is not among it.
_LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href", "object": "data"}
_ELSEWHERE = re.compile(r"^(?:https?:)?//")


class Loads(HTMLParser):
    """Collects the addresses that a page loads from other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get(_LOADS.get(tag, ""), "") or ""
        if _ELSEWHERE.match(address):
            self.found.append(f"<{tag}> {address}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it; skipped without the packages of the extra `docs`, which CI has."""
    if find_spec("material") is None or find_spec("jieba") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the packages of the extra `docs` are missing, and CI=true")
        pytest.skip("the packages of the extra `docs` are not installed")
    built = tmp_path_factory.mktemp("site")
    # A word of the theme's makers on their successor would count as a warning.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return built


def test_every_page_of_the_manual_is_in_the_site(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    built = {path.relative_to(site) for path in site.rglob("*.html")}
    assert pages <= built
    assert len(pages) >= 19
    navigation = (site / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{path.as_posix()}"' in navigation or path.name == "index.html" for path in pages)


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    looked = 0
    for path in site.rglob("*.html"):
        page = Loads()
        text = path.read_text(encoding="utf-8")
        page.feed(text)
        assert page.found == [], path.name
        # The theme's script would fetch a library for diagrams of this class, and figures of a repository for this attribute.
        assert 'class="mermaid"' not in text
        assert 'data-md-component="source"' not in text
        looked += 1
    styles = list(site.rglob("*.css"))
    for path in styles:
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path.name
    assert looked >= 20
    assert styles
    assert not list(site.rglob("*fonts.googleapis*"))


def test_the_search_knows_chinese_words(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["zh", "en"]
    text = " ".join(each["text"] for each in index["docs"])
    # Words are told apart by a mark that a browser splits at.
    assert "\u200b" in text
    assert any("analysis.html" in each["location"] for each in index["docs"])
