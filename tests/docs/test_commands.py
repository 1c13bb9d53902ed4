"""What the manual shows works: every `dutygraph` line of its blocks is run, and what it shows is what is printed.

A reader goes down a page, so a command finds done what stands above it there; each test sees to that itself, for tests are
spread over processes and may be run alone.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "README.md",
    "README.zh-CN.md",
    "docs/getting-started.md",
    "docs/analysis.md",
    "docs/pages.md",
    "docs/python.md",
    "docs/tutorial.md",
    "docs/care.md",
    "docs/exports.md",
    "examples/README.md",
)
DEMO = ROOT / "examples" / "demo.sh"
_BLOCK = re.compile(r"^```(?P<kind>sh|console)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)

Run = Callable[[str], str]


@dataclass(frozen=True)
class Shown:
    """A command of a page, and the lines the page shows below it."""

    page: str
    command: str
    lines: tuple[str, ...] = ()


def shown_in(page: str) -> Iterator[Shown]:
    for block in _BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")):
        if block["kind"] == "sh":
            lines = [line for line in block["body"].splitlines() if line.startswith("dutygraph ")]
            yield from (Shown(page, line) for line in lines)
        else:
            for part in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
                command, *lines = part.splitlines()
                yield Shown(page, command, tuple(line for line in lines if line.strip()))


ALL = [each for page in PAGES for each in shown_in(page)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder all pages share."""
    return tmp_path_factory.mktemp("manual")


@pytest.fixture(scope="module")
def done() -> list[Shown]:
    """The commands that were run in that folder."""
    return []


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the pages call /tmp: one command writes there what the next one reads."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture
def run(home: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(home))
    monkeypatch.chdir(ROOT)

    def command(line: str) -> str:
        words = [
            path
            for word in shlex.split(line.replace("/tmp/", f"{scratch}/"))  # noqa: S108
            for path in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert left.value.code in (0, None), f"{line}\n{said.err}"
        return said.out

    return command


def cells(line: str) -> list[str]:
    return [re.sub(r"\s+", "", cell) for cell in line.split("│") if cell.strip()]


def demo_commands() -> list[str]:
    text = DEMO.read_text(encoding="utf-8").replace('"$DAY"', "2023-09-01")
    return [f"dutygraph {line.removeprefix('run ')}" for line in text.splitlines() if line.startswith("run ")]


def test_the_demo_loads_both_examples_and_gives_three_answers(run: Run) -> None:
    subprocess.run(["bash", "-n", str(DEMO)], check=True)
    loads, answers = demo_commands()[:2], demo_commands()[2:]
    assert [shlex.split(each)[1] for each in loads] == ["load", "load"]
    assert [shlex.split(each)[1] for each in answers] == ["ask", "person", "group"]
    for each in loads:
        run(each)
    for each, expected in zip(answers, ("杜娟", "区审计局", "邬尚均"), strict=True):
        assert expected in run(each)


def test_the_pages_show_commands() -> None:
    assert {each.page for each in ALL} == set(PAGES)
    assert len(ALL) >= 30


@pytest.fixture
def led_up_to(run: Run, done: list[Shown]) -> Callable[[Shown], None]:
    """Load both examples, as `make demo` does, and run what stands above a command on its page, each once."""

    def lead(shown: Shown) -> None:
        page = [each for each in ALL if each.page == shown.page]
        loads = [Shown(DEMO.name, line) for line in demo_commands()[:2]]
        for each in (*loads, *page[: page.index(shown)]):
            if each not in done:
                run(each.command)
                done.append(each)
        done.append(shown)

    return lead


@pytest.mark.parametrize("shown", ALL, ids=lambda each: f"{each.page} {each.command}")
def test_a_command_of_the_manual_works_and_prints_what_the_page_shows(
    run: Run, led_up_to: Callable[[Shown], None], shown: Shown
) -> None:
    led_up_to(shown)
    printed = [cells(line) for line in run(shown.command).splitlines()]
    for line in shown.lines:
        wanted = cells(line)
        assert any(set(wanted) <= set(each) for each in printed), f"not printed: {line}"


@pytest.mark.parametrize("page", [*PAGES, "docs/architecture.md", "docs/glossary.md", "docs/adding-a-kind.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_every_page_with_commands_is_run() -> None:
    pages = [
        str(path.relative_to(ROOT))
        for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")]
    ]
    shown = {page for page in pages if list(shown_in(page))}
    # Calls of the API are asked in test_api_page.py, containers looked over in test_deploy.py.
    assert shown - set(PAGES) <= {"docs/api.md", "docs/deploy.md"}


def test_the_two_readmes_show_the_same() -> None:
    english, chinese = (
        [(each.command, each.lines) for each in ALL if each.page == page] for page in ("README.md", "README.zh-CN.md")
    )
    assert english == chinese
