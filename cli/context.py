"""What commands share: settings out of the options before the command, and logs configured once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from core.settings import Settings


def settings_of(context: typer.Context, **more: str | int) -> Settings:
    """The settings of this run: the environment, then the options before the command, then `more` (empty ones and 0 not).

    Raises `ConfigError` (`BAD-SETTING`) if a value cannot be.
    """
    from pydantic import ValidationError

    from core.errors import ConfigError
    from core.logs import configure
    from core.settings import Settings

    given = {**(context.find_root().obj or {}), **{name: value for name, value in more.items() if value}}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"])
        raise ConfigError(
            f"设置有误 | bad setting DUTYGRAPH_{name.upper()}: {first['msg']}",
            remedy="改正环境变量或选项 | correct the variable or the option",
            code="BAD-SETTING",
        ) from error
    configure(settings)
    return settings
