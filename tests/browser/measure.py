"""How soon pages are there: `python -m tests.browser.measure HOME DAY` prints first paints and a network of 300 nodes.

Not a test: a figure of a machine says nothing about the next one. Issue bar: first paint under 1 s, 300 nodes under 1 s.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from core.settings import Settings
from queries.library import open_library
from tests.browser.conftest import serving
from viz.network import MAX_NODES

_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
_DRAWN = "performance.getEntriesByName('drawn')[0]?.startTime ?? -1"


def main() -> None:
    """Print a line a page: milliseconds to the first paint, cold and warm; for pictures, until they are drawn."""
    home, day = Path(sys.argv[1]), sys.argv[2]
    settings = Settings(home=home)
    with open_library(settings) as library:
        leader = library.rows("people/workload", on=day, limit=1)[0]
        body = library.rows("people/desks", on=day, limit=1)[0]
        group = library.rows("groups/all-members", on=day, limit=1)[0]
        paper = library.rows("documents/list", limit=50)[-1]
        task = library.rows("tasks/flow", on=day, limit=1)[0]
    paths = {
        "front": "?",
        "person": f"persons/{leader['person_id']}?",
        "organisation": f"organisations/{body['object_id']}?",
        "group": f"groups/{group['group_id']}?",
        "plan": f"plans/{task['plan_id']}?",
        "document": f"documents/{paper['document_id']}?",
        "checks": "checks?",
        "matrix": "pictures/matrix?",
    }
    print(f"first paint, ms: {'page':14} {'cold':>7} {'warm':>7}")
    with serving(settings) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium", args=["--no-sandbox"]
        )
        for name, path in paths.items():
            figures = [_figure(browser, f"{base}/zh/{path}on={day}", _PAINT) for _ in range(2)]
            print(f"                 {name:14} {figures[0]:7.0f} {figures[1]:7.0f}")
        frame = f"{base}/zh/pictures/neighbourhood/frame?node={leader['person_id']}&depth=3&on={day}"
        figures = [_figure(browser, frame, _DRAWN) for _ in range(2)]
        print(f"drawn, ms:       {f'{MAX_NODES} nodes':14} {figures[0]:7.0f} {figures[1]:7.0f}")
        browser.close()


def _figure(browser: Browser, address: str, expression: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    found = -1.0
    while found < 0:  # `wait_for_function` would need what our policy forbids
        page.wait_for_timeout(20)
        found = float(page.evaluate(expression))
    context.close()
    return found


if __name__ == "__main__":
    main()
