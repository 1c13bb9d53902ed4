"""How soon pages are there and how fast pictures answer, in a real browser: medians, printed, never asserted.

    python -m benchmark.pages            bars: first paint under 1 s, 300 nodes under 1 s, 20,000 nodes usable

The examples are the made-up district; the large graphs are made by `benchmark.made_up_graph`. A server is left alone until it
has warmed itself, as `dutygraph serve` does at its start; `cold` is then the first visit to a page, `warm` the median after.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmark.made_up_graph import DAY, made_id, made_up, star
from core.settings import Settings
from graph import search
from graph.build import build
from graph.elements import Graph
from graph.ledger.ledger import open_ledger
from graph.stores import graph_home
from loaders.pipeline import load
from queries.library import open_library
from tests.browser.conftest import serving
from viz.network import MAX_NODES

EXAMPLES = Path(__file__).parent.parent / "examples" / "lanting"
EXAMPLE_DAY = "2023-10-01"
SIZES = (300, 2_000, 20_000)
RUNS = 5
#: Quarters of a second without work after which a server counts as warm; it looks for a new version every second.
_IDLE = 6
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
_DRAWN = "performance.getEntriesByName('drawn')[0]?.startTime ?? -1"
#: Each gives milliseconds until the browser has painted what came of it.
_ACTIONS = {
    "zoom": """(async () => { const t = performance.now(); const [a, b] = stage._fullLayout.xaxis.range;
        await Plotly.relayout(stage, {'xaxis.range': [a * .9 + b * .1, a * .1 + b * .9]}); await painted(); return performance.now() - t; })()""",
    "point": """(async () => { const t = performance.now(); document.querySelector('#found li:nth-child(3)').dispatchEvent(new Event('mouseenter'));
        await painted(); return performance.now() - t; })()""",
    "kind": """(async () => { const t = performance.now(); const box = finder.elements.kind[1]; box.checked = !box.checked;
        const told = changed(); box.dispatchEvent(new Event('change', {bubbles: true})); await told; await painted(); return performance.now() - t; })()""",
    "name": """(async () => { const t = performance.now(); words.value = words.value ? '' : '局'; const told = changed();
        words.dispatchEvent(new Event('input', {bubbles: true})); await told; await painted(); return performance.now() - t; })()""",
}  # fmt: skip
_HELPERS = """
    window.stage = document.getElementById('picture'); window.finder = document.getElementById('finder');
    window.words = document.getElementById('words');
    window.painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    window.changed = () => new Promise((done) => new MutationObserver((_, seen) => { seen.disconnect(); done(); })
        .observe(document.getElementById('count'), {childList: true, characterData: true, subtree: true}));
    null; /* an expression that is a function would be called */
"""


def main() -> None:
    """Measure and print."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium", args=["--no-sandbox"]
        )
        _say(_machine(browser))
        _examples(browser, Path(folder) / "examples")
        _neighbourhood(browser, Path(folder) / "star")
        _say(
            f"\nexplorer, ms        {'ready, s':>9} {'page':>7} {'drawn':>7}"
            + "".join(f" {name:>7}" for name in _ACTIONS)
        )
        for size in SIZES:
            _explorer(browser, Path(folder) / str(size), size)
        browser.close()


def _examples(browser: Browser, home: Path) -> None:
    settings = Settings(home=home, jurisdiction="990101")
    with open_ledger(settings) as ledger:
        load(sorted(EXAMPLES.glob("*.txt")), ledger, settings)
        build(ledger, settings)
    with open_library(settings) as library:
        leader = library.rows("people/workload", on=EXAMPLE_DAY, limit=1)[0]["person_id"]
        body = library.rows("people/desks", on=EXAMPLE_DAY, limit=1)[0]["object_id"]
        group = library.rows("groups/all-members", on=EXAMPLE_DAY, limit=1)[0]["group_id"]
        paper = library.rows("documents/list", limit=50)[-1]["document_id"]
        flow = library.rows("tasks/flow", on=EXAMPLE_DAY, limit=1)[0]
        task = library.rows("plans/tasks", plan=flow["plan_id"], on=EXAMPLE_DAY, limit=1)[0]["task_id"]
    paths = (
        "", f"search?q={quote('谁顶替梁知远')}", f"persons/{leader}", f"organisations/{body}", f"groups/{group}",
        f"groups/{group}/audit", f"tasks/{task}", f"plans/{flow['plan_id']}", f"documents/{paper}", "plans", "documents", "checks",
        f"compare?matter={quote('财政')}", "pictures/matrix", "pictures/leaders", "pictures/structure", "pictures/flow",
        "pictures/workload", "pictures/explorer",
    )  # fmt: skip
    _say(f"\nfirst paint on the examples, ms {'cold':>9} {'warm':>7}")
    with serving(settings, warm=True) as base:
        _settled()
        for path in paths:
            joint = "&" if "?" in path else "?"
            cold, *warm = [
                _figure(browser, f"{base}/zh/{path}{joint}on={EXAMPLE_DAY}", _PAINT) for _ in range(RUNS + 1)
            ]
            name = path.partition("?")[0].partition("/")
            shown = f"{name[0]}/{name[2]}" if name[0] == "pictures" else name[0] + ("/audit" if "audit" in path else "")
            _say(f"  {shown or 'front':30}{cold:9.0f} {statistics.median(warm):7.0f}")


def _neighbourhood(browser: Browser, home: Path) -> None:
    settings = _published(home, star(MAX_NODES))
    with serving(settings, warm=True) as base:
        _settled()
        frame = f"{base}/zh/pictures/neighbourhood/frame?node={made_id('person', 0)}&on={DAY}"
        cold, *warm = [_figure(browser, frame, _DRAWN) for _ in range(RUNS + 1)]
    _say(f"\nneighbourhood of {MAX_NODES} nodes, drawn, ms: cold {cold:.0f}, warm {statistics.median(warm):.0f}")


def _explorer(browser: Browser, home: Path, size: int) -> None:
    """`ready`: seconds of work until the server has read and packed the graph; then page, picture, and what a reader does."""
    settings = _published(home, made_up(size))
    with serving(settings, warm=True) as base:
        ready = _settled()
        page = statistics.median(_figure(browser, f"{base}/zh/pictures/explorer?on={DAY}", _PAINT) for _ in range(RUNS))
        frame = f"{base}/zh/pictures/explorer/frame?on={DAY}"
        drawn = statistics.median(_figure(browser, frame, _DRAWN) for _ in range(RUNS))
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(frame)
        _value(opened, _DRAWN)
        opened.evaluate(_HELPERS)
        acts = [statistics.median(float(opened.evaluate(act)) for _ in range(RUNS)) for act in _ACTIONS.values()]
        opened.close()
    _say(f"{size:8,} nodes      {ready:9.1f} {page:7.0f} {drawn:7.0f}" + "".join(f" {each:7.0f}" for each in acts))


def _settled() -> float:
    """Wait until the server, which lives in this process, has nothing left to do; the seconds of work that took."""
    begun, idle = time.process_time(), 0
    while idle < _IDLE:
        before = time.process_time()
        time.sleep(0.25)
        idle = idle + 1 if time.process_time() - before < 0.02 else 0
    return time.process_time() - begun


def _published(home: Path, graph: Graph) -> Settings:
    settings = Settings(home=home)
    search.build(search.index_path(settings, "r1"), graph)
    graph_home(settings).publish(graph, version="r1")
    return settings


def _figure(browser: Browser, address: str, expression: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address, timeout=120_000)
    found = _value(page, expression)
    context.close()
    return found


def _value(page: Page, expression: str) -> float:
    found = -1.0
    while found < 0:  # `wait_for_function` would need what our policy forbids
        page.wait_for_timeout(20)
        found = float(page.evaluate(expression))
    return found


def _machine(browser: Browser) -> str:
    cpu = next(
        (line.partition(":")[2].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")),
        platform.processor(),
    )
    libraries = ", ".join(f"{name} {version(name)}" for name in ("fastapi", "arcadedb-embedded", "plotly", "pyvis"))
    return (
        f"{cpu}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; Python {platform.python_version()},"
        f" Chromium {browser.version}; {libraries}; medians of {RUNS}"
    )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
