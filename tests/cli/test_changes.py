"""The change feed from the command line: a line a change, Atom, days and rows."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from cli.main import main
from core.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(lanting: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(lanting.home))

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dutygraph", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return command


def test_one_line_of_json_a_change(run: Run) -> None:
    code, out, err = run("changes", "--since", "0", "--json")
    assert (code, err) == (0, "")
    found = [json.loads(line) for line in out.splitlines()]
    assert len(found) > 100
    assert {each["cause"] for each in found} == {"world"}
    assert {each["kind"] for each in found} == {"added"}


def test_since_a_day_that_has_not_ended_there_is_nothing(run: Run) -> None:
    code, out, _ = run("changes", "--since", "2999-01-01")
    assert code == 0
    assert "没有变化。" in out


def test_as_a_table_in_words(run: Run) -> None:
    _, out, _ = run("changes", "--since", "0", "--lang", "en")
    for words in ("the world changed", "in charge of", "岚政办发〔2023〕36号"):
        assert words in out


def test_the_atom_feed_is_well_formed_and_has_an_entry_a_change(run: Run) -> None:
    _, lines, _ = run("changes", "--since", "0", "--json")
    code, out, _ = run("changes", "--since", "0", "--atom")
    assert code == 0
    feed = ElementTree.fromstring(out)  # noqa: S314 - our own text
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len(lines.splitlines())
    ids = {entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries}
    assert len(ids) == len(entries)


def test_what_is_neither_row_nor_day_is_refused(run: Run) -> None:
    code, _, err = run("changes", "--since", "yesterday")
    assert (code, err.split()[0]) == (64, "BAD-KNOWN-AT")
