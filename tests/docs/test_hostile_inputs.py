"""The page of hostile inputs names tests that are there: forty-five rows, each with one at least."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "hostile-inputs.md"
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.*?) \| (.*?) ?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_has_all_forty_five() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 46))


@pytest.mark.parametrize(("number", "tests", "note"), [(number, tests, note) for number, _, tests, note in ROWS])
def test_each_row_names_tests_that_are_there_or_says_why_there_is_none(number: str, tests: str, note: str) -> None:
    named = re.findall(r"`([^`]+)`", tests)
    assert named or note.strip(), number
    for name in named:
        path, _, test = name.partition("::")
        assert (ROOT / path).is_file(), name
        if test and test != "*":
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, name
