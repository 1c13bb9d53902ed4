"""Facts over time as SVG: well-formed, escaped, the day marked, the certain told from the possible."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from tests.viz import hostile
from viz.lifeline import MAX_BARS, Bar, lifeline, svg

#: What is parsed here we drew ourselves.
parse = ElementTree.fromstring
_SVG = "{http://www.w3.org/2000/svg}"


def bar(name: str = "区财政局", **days: str) -> Bar:
    """A bar of a group."""
    return Bar(label=name, group="分管", colour="#b5542f", **days)


def test_nothing_with_a_day_gives_no_picture() -> None:
    assert svg(lifeline("无", [bar()], "2023-09-01")) == ""


def test_certain_days_are_solid_and_possible_ones_light() -> None:
    drawn = svg(
        lifeline("甲", [bar(possible_from="2023-01-01", valid_from="2023-03-01")], "2023-09-01"), standalone=True
    )
    rects = parse(drawn).findall(f".//{_SVG}g/{_SVG}rect")
    light, solid = (float(rect.attrib["width"]) for rect in rects)
    assert light > solid


def test_the_day_asked_for_is_marked_unless_it_is_far_off() -> None:
    bars = [bar(possible_from="2023-01-01", possible_to="2023-06-01", valid_from="2023-01-01", valid_to="2023-06-01")]
    assert 'class="l-on"' in svg(lifeline("甲", bars, "2023-03-01"))
    assert 'class="l-on"' not in svg(lifeline("甲", bars, "2043-03-01"))


def test_more_bars_than_a_picture_holds_are_counted() -> None:
    picture = lifeline(
        "甲", [bar(str(number), possible_from="2023-01-01") for number in range(MAX_BARS + 5)], "2023-03-01"
    )
    assert len(picture.bars) == MAX_BARS
    assert picture.left_out == 5


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_name_gives_a_well_formed_picture(name: str) -> None:
    drawn = svg(lifeline(name, [bar(name, possible_from="2023-01-01")], "2023-03-01"), standalone=True)
    title = parse(drawn).find(f"{_SVG}title")
    assert title is not None
    assert (title.text or "") == name


def test_attacks_stay_names() -> None:
    drawn = svg(
        lifeline("甲", [bar(name, possible_from="2023-01-01") for name in hostile.NAMES], "2023-03-01"), standalone=True
    )
    assert parse(drawn).find(f".//{_SVG}script") is None
