"""Settings mean the same wherever they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from core.settings import Settings


def test_a_relative_home_is_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(home=Path("data/home")).home == tmp_path / "data" / "home"
    assert Settings(home=Path("~/papers")).home.is_absolute()


@pytest.mark.parametrize(
    ("given", "address", "password"),
    [
        ("sqlite", "sqlite", ""),
        ("postgresql://me@db:5432/ours", "postgresql://me@db:5432/ours", ""),
        ("postgresql://me:s3cret@db/ours?sslmode=require", "postgresql://me@db/ours?sslmode=require", "s3cret"),
        ("postgresql://me:p%40ss%2Fw@db/ours", "postgresql://me@db/ours", "p@ss/w"),
        ("postgresql://me:p@ss#w@db/ours", "postgresql://me@db/ours", "p@ss#w"),
        (
            "postgresql://me@db/ours?password=s3cret&sslmode=require",
            "postgresql://me@db/ours?sslmode=require",
            "s3cret",
        ),
        (
            "postgresql://me@db/ours?sslmode=require&password=s3cret",
            "postgresql://me@db/ours?sslmode=require",
            "s3cret",
        ),
        (
            "postgresql:///ours?host=/run/postgresql&password=s3cret",
            "postgresql:///ours?host=/run/postgresql",
            "s3cret",
        ),
    ],
)
def test_a_password_in_the_address_of_the_ledger_is_kept_apart(
    given: str, address: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUTYGRAPH_LEDGER", given)
    for settings in (Settings(), Settings(ledger=given)):
        assert settings.ledger == address
        assert settings.ledger_password.get_secret_value() == password
        assert not password or password not in repr(settings)


def test_a_bad_setting_is_told_without_the_others() -> None:
    with pytest.raises(ValidationError) as caught:
        Settings(ledger="postgresql://me:s3cret@db/ours", query_seconds=-1)
    assert "s3cret" not in str(caught.value)
