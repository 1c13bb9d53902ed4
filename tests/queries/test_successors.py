"""Asked who oversees a body that is no more, the answer says what it has become."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.settings import Settings
from queries.answers.bodies import oversight
from queries.answers.model import Oversight
from queries.answers.resolve import resolve
from queries.answers.show import sheet_of
from queries.library import Library, open_library


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    """The library of the made-up district."""
    with open_library(lanting) as opened:
        yield opened


def asked(library: Library, body: str, on: str) -> Oversight:
    return oversight(library, resolve(library.index, body, ("Organisation",)), on)


def test_a_body_merged_into_another_points_to_it(library: Library) -> None:
    found = asked(library, "区科学技术局", "2024-06-01")
    assert found.charges == ()
    assert [(each.body.name, each.how, each.since) for each in found.became] == [
        ("区工业信息化和科学技术局", "合并", "2024-03-01")
    ]
    assert [each.quote for each in found.evidence if "合并" in each.quote]
    assert "2024-03-01 起合并为区工业信息化和科学技术局，由谁分管见该单位。" in sheet_of(found, "zh").notes


@pytest.mark.parametrize(
    ("body", "on"),
    [("区科学技术局", "2024-02-29"), ("区工业信息化和科学技术局", "2024-06-01")],
)
def test_a_body_that_somebody_oversees_points_nowhere(library: Library, body: str, on: str) -> None:
    found = asked(library, body, on)
    assert found.charges
    assert found.became == ()
