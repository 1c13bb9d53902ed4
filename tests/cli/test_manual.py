"""Reference pages follow the program: every command and option, every code that is raised, every analysis."""

from __future__ import annotations

import re

from cli.generate import pages
from cli.main import app
from cli.manual import codes
from core import errors
from queries.answers.analysis.registry import ANALYSES


def test_every_command_is_listed_with_its_options() -> None:
    page = pages()["commands.md"]
    shown = set(re.findall(r"^## dutygraph (\S+)", page, re.MULTILINE))
    names = {each.name for each in app.registered_commands if not each.hidden} | {
        each.name for each in app.registered_groups
    }
    assert names <= shown
    assert "## dutygraph review " in page  # commands of a group stand under their own name
    part = page.partition("## dutygraph analyse\n")[2].partition("\n## ")[0]
    assert {"`NAME`", "`--against YYYY-MM-DD`", "`--html FILE`", "`--json`"} <= set(re.findall(r"`[^`]+`", part))
    assert "| " in part  # told in both languages


def test_every_code_has_its_class_status_and_words_in_both_languages() -> None:
    found = codes()
    assert len({each.code for each in found}) >= 60
    for each in found:
        assert re.fullmatch(r"[A-Z][A-Z-]*[A-Z]", each.code), each
        assert issubclass(getattr(errors, each.kind), errors.DutygraphError)
    page = pages()["errors.md"]
    for code in ("NO-GRAPH", "AMBIGUOUS", "NO-ANALYSIS", "BAD-DATE", "FILE-PURGED"):
        assert f"| {code} |" in page
    rows = [line for line in page.splitlines() if re.match(r"\| [A-Z-]+ \| \w+Error \| \d", line)]
    assert all(line.count(" | ") == 4 for line in rows)  # a bar inside a message does not part its cell
    assert len(rows) == len(found)


def test_every_analysis_says_what_it_does_not_say() -> None:
    page = pages()["analyses.md"]
    for name, way in ANALYSES.items():
        part = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
        assert way.about.silent.zh in part
        assert way.about.silent.en in part
