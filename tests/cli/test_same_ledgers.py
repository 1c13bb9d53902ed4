"""The examples on both kinds of ledger: the same rows, the same graph, the same words for every question."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import time_machine

from core.settings import Settings
from tests.cli.test_load import ROOT, Run, run
from tests.graph.whatif.test_compare import APPOINTMENTS
from tests.ledgers import words
from tests.postgres_server import server

__all__ = ["run"]

EXAMPLES = (
    ("load", str(ROOT / "examples" / "lanting"), "--jurisdiction", "990101", "--no-build"),
    ("load", str(ROOT / "examples" / "dongsheng-2023q3"), "--no-build"),
)
QUESTIONS = (
    ("ask", "谁负责开展知识产权质押融资", "--on", "2023-09-01"),
    ("person", "高明", "--on", "2023-09-01", "--json"),
    ("group", "医改", "--on", "2023-09-01", "--json"),
    ("search", "财政局", "--json"),
    ("check", "--on", "2023-09-01", "--json"),
    ("differences", "--json"),
    ("review", "--json"),
    ("review", "decisions", "--json"),
)


@pytest.mark.slow
@pytest.mark.postgres
def test_the_examples_are_the_same_on_both_kinds_of_ledger(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Settings(home=tmp_path / "file")
    table = server.settings(tmp_path / "table")
    draft = tmp_path / "draft.txt"
    draft.write_text(APPOINTMENTS, encoding="utf-8")
    said: list[list[str]] = []
    for settings in (file, table):
        monkeypatch.setenv("DUTYGRAPH_HOME", str(settings.home))
        monkeypatch.setenv("DUTYGRAPH_LEDGER", settings.ledger)
        monkeypatch.setenv("DUTYGRAPH_LEDGER_PASSWORD", settings.ledger_password.get_secret_value())
        with time_machine.travel("2031-06-01T12:00:00+08:00", tick=False):
            heard = [run(*command) for command in EXAMPLES]
        assert [code for code, _, _ in heard] == [0] * len(EXAMPLES), heard
        rows = words(settings)
        assert run("rebuild")[0] == 0
        answers = [run(*question) for question in (*QUESTIONS, ("whatif", str(draft), "--json"))]
        assert run("export", "--out", tmp_path / "graph.jsonl")[0] == 0
        digest = hashlib.sha256((tmp_path / "graph.jsonl").read_bytes()).hexdigest()
        said.append([rows, *(f"{code} {out}" for code, out, _ in answers), digest])
    assert said[0] == said[1]
    assert all(len(answer) > 2 for answer in said[0])
