"""Pictures inside pages: drawn on the server, with the links of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.web.page import Page
from graph.stores.store import Row
from queries.answers.model import Thing
from viz.lifeline import Lifeline, svg
from viz.lives import of_members, of_overseers, of_person


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for a page: its SVG, how many facts it leaves out, and where it stands as a file."""

    svg: Markup
    left_out: int
    file: str
    doubts: bool = False


def lifelines(page: Page, thing: Thing, rows: Sequence[Row]) -> Drawn | None:
    """A person's life; None if nothing has a day."""
    title = page.say(f"{thing.name}：任职、分工与席位", f"{thing.name}: posts, charges and seats")
    return _drawn(page, thing, of_person(title, rows, page.on, href=page.href, language=page.language))


def overseers(page: Page, thing: Thing, rows: Sequence[Row]) -> Drawn | None:
    """Who had a body on the desk over time."""
    title = page.say(f"{thing.name}历来由谁分管", f"Who has overseen {thing.name}")
    return _drawn(page, thing, of_overseers(title, rows, page.on, href=page.href, language=page.language))


def memberships(page: Page, thing: Thing, rows: Sequence[Row]) -> Drawn | None:
    """Who sat in a group over time."""
    title = page.say(f"{thing.name}历来的成员", f"Members of {thing.name} over time")
    return _drawn(page, thing, of_members(title, rows, page.on, href=page.href, language=page.language))


def _drawn(page: Page, thing: Thing, picture: Lifeline) -> Drawn | None:
    # The writer of the SVG escapes every text itself.
    drawn = Markup(svg(picture))  # noqa: S704
    return (
        Drawn(
            drawn,
            picture.left_out,
            page.path("pictures", "lifeline", thing.id),
            any(bar.doubt_from for bar in picture.bars),
        )
        if drawn
        else None
    )
