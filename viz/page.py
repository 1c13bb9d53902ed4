"""A picture as a document: a frame of the site, or one stand-alone file that asks nobody for anything."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from core.settings import Language
from viz.assets import ASSETS
from viz.lifeline import Lifeline, svg, with_hrefs_removed
from viz.scene import Scene

_LIBRARY = {"network": "vis-network.js", "figure": "plotly.js", "explorer": "plotly.js"}
_SCRIPT = {"network": "picture.js", "figure": "picture.js", "explorer": "explorer.js"}


def frame(scene: Scene, language: Language) -> str:
    """A picture as a document of the site: libraries by their addresses, no script inside."""
    return _render(scene, language, standalone=False)


def standalone(scene: Scene, language: Language, *, lives: Lifeline | None = None) -> str:
    """A picture as one file: libraries, data and table inside, not one address in it that a browser would load."""
    drawn = svg(with_hrefs_removed(lives), standalone=True) if lives else ""
    return _render(scene, language, standalone=True, lives=drawn)


def _render(scene: Scene, language: Language, *, standalone: bool, lives: str = "") -> str:
    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    library, own = _LIBRARY[scene.kind], _SCRIPT[scene.kind]
    return _environment().get_template("picture.html").render(
        scene=scene,
        t=say,
        library=library,
        own=own,
        standalone=standalone,
        # Texts of packages and of ours, and JSON and SVG whose writers escape: nothing a paper printed is in them raw.
        data=Markup(scene.data),  # noqa: S704
        lives=Markup(lives),  # noqa: S704
        code=Markup(_inline(ASSETS[library].text())) if standalone else "",  # noqa: S704
        script=Markup(ASSETS[own].text()) if standalone else "",  # noqa: S704
        css=Markup(ASSETS["picture.css"].text()) if standalone else "",  # noqa: S704
    )  # fmt: skip


def _inline(script: str) -> str:
    """A script that may stand inside a page: the end of a script element inside its strings does not end it."""
    return script.replace("</script", "<\\/script")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("viz"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
