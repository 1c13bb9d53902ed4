"""Settings mean the same wherever they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.settings import Settings


def test_a_relative_home_is_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(home=Path("data/home")).home == tmp_path / "data" / "home"
    assert Settings(home=Path("~/papers")).home.is_absolute()
