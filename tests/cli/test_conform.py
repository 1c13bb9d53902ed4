"""`dutygraph conform`: sound files pass, broken ones are listed, and what is no such file is refused with its code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings

BREACH = '<https://dutygraph.example/id/x> a <https://dutygraph.example/ns#Person> ; <https://dutygraph.example/ns#odd> "1" .\n'


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["dutygraph", *words])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "name"), [("turtle", "out.ttl"), ("nquads", "out.nq")])
def test_what_we_export_conforms_in_both_notations(
    lanting: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    out = tmp_path / name
    home = ("--home", str(lanting.home))
    assert run(monkeypatch, *home, "export", "--format", form, "--on", "2023-10-01", "--out", str(out)) == 0
    assert run(monkeypatch, "conform", str(out)) == 0


def test_a_breach_is_told_with_shape_and_thing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(BREACH, encoding="utf-8")
    assert run(monkeypatch, "conform", str(file)) == 1
    assert "Person\thttps://dutygraph.example/id/x" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("cut.ttl", "<a> <b", "RDF-SYNTAX"), ("cut.nq", "<a> <b", "RDF-SYNTAX"), ("page.jsonld", "{}", "RDF-FORMAT")],
)
def test_what_cannot_be_checked_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str,
    code: str,
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert run(monkeypatch, "conform", str(file)) != 0
    assert code in capsys.readouterr().err
