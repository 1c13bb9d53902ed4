"""A browser, and two sites: the made-up district, and the real gazette. Screenshots are kept under `artifacts/`."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright

from api.app import create_app
from core.settings import Settings
from tests.conftest import ROOT

ARTIFACTS = ROOT / "artifacts"
_NAMES = ("chromium", "chromium-browser", "google-chrome")

#: What the renderer of a machine without a graphics card says of its own speed; no page can help it.
_SOFTWARE_GL = "GL Driver Message (OpenGL, Performance"


@dataclass(slots=True)
class Watched:
    """A page of the browser, and all that went wrong on it."""

    page: Page
    base: str
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a path; the answer must be there and in order."""
        response = self.page.goto(f"{self.base}{path}")
        assert response is not None
        assert response.status < 400, f"{path}: {response.status}"
        return self.page

    def shot(self, name: str) -> None:
        """Keep what the reader sees."""
        ARTIFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)

    def painted_after(self) -> float:
        """Milliseconds to the first paint of what is open, as the browser measured it."""
        return float(self.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; skip without it, fail in CI."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no chromium, and CI=true")
        pytest.skip("no chromium (apt-get install chromium fonts-noto-cjk)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def lanting_site(lanting: Settings) -> Iterator[str]:
    """The address of the made-up district."""
    with serving(lanting) as base:
        yield base


@pytest.fixture(scope="session")
def gazette_site(gazette: Settings) -> Iterator[str]:
    """The address of the real gazette."""
    with serving(gazette) as base:
        yield base


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens a page that is watched: no console error, no error of a script, no request to anybody else."""
    opened: list[Watched] = []

    def open_page(base: str, *, dark: bool = False, width: int = 1280, script: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            accept_downloads=True,
        )
        page = context.new_page()
        watched = Watched(page, base)
        page.on(
            "console",
            lambda message: (
                watched.trouble.append(message.text)
                if message.type in ("error", "warning") and _SOFTWARE_GL not in message.text
                else None
            ),
        )
        page.on("pageerror", lambda error: watched.trouble.append(str(error)))
        page.on("request", lambda request: _remote(request, watched))
        opened.append(watched)
        return watched

    yield open_page
    trouble = [each for watched in opened for each in watched.trouble]
    for watched in opened:
        watched.page.context.close()
    assert trouble == []


@contextmanager
def serving(settings: Settings, *, warm: bool = False) -> Iterator[str]:
    """A server over a home, in a thread of its own; `warm` as `dutygraph serve` starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    app = create_app(settings.model_copy(update={"requests_per_minute": 0}), warm=warm)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


def _remote(request: Request, watched: Watched) -> None:
    if not request.url.startswith((watched.base, "data:", "blob:", "file:")):
        watched.trouble.append(f"asked {request.url}")


def artifact(name: str) -> Path:
    """The path of something kept for looking at."""
    ARTIFACTS.mkdir(exist_ok=True)
    return ARTIFACTS / name
