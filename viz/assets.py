"""The browser libraries, out of the installed packages: nothing of theirs lies in this repository, nothing is remote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from core.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Asset:
    """A file a browser loads: which package ships it, where in it, and its media type."""

    package: str
    parts: tuple[str, ...]
    media: str

    @property
    def path(self) -> Path:
        """The file. Raises `ConfigError` if the installed package has no such file."""
        found = Path(str(resources.files(self.package).joinpath(*self.parts)))
        if not found.is_file():
            raise ConfigError(
                f"{self.package}: 没有 {'/'.join(self.parts)} | no such file",
                remedy=f"重新安装 | reinstall {self.package}",
                code="ASSET-MISSING",
            )
        return found

    def text(self) -> str:
        """Its text, without the pointer to a source map, which nobody ships."""
        return _read(self.path)


SCRIPT = "text/javascript; charset=utf-8"

#: By the name under which pages ask for them.
ASSETS: dict[str, Asset] = {
    "vis-network.js": Asset("pyvis", ("lib", "vis-9.1.2", "vis-network.min.js"), SCRIPT),
    "plotly.js": Asset("plotly", ("package_data", "plotly.min.js"), SCRIPT),
    "picture.js": Asset("viz", ("templates", "picture.js"), SCRIPT),
    "explorer.js": Asset("viz", ("templates", "explorer.js"), SCRIPT),
    "picture.css": Asset("viz", ("templates", "picture.css"), "text/css; charset=utf-8"),
}


@cache
def _read(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
