"""Divisions of work as a newspaper tells them, and names of which no list of surnames knows."""

from __future__ import annotations

import pytest

from graph.statements import Portfolio, of_type
from loaders.gazette import lists
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _rows(words: str) -> list[str]:
    text = f"甲市公布市政府领导成员工作分工\n\n市长丁一主持市政府全面工作。\n{words}\n"
    found = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Portfolio)
    return [f"{row.person} {row.relation} {row.object}" for row in found if row.person != "丁一"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "记者看到，周正作为常务副市长，负责财税、统计工作。",
            ["周正 负责 财税", "周正 负责 统计"],
        ),
        (
            "周正副市长则负责农业、水利等农业口，一头抓到底；同时，他还分管乙园区，以及应急管理，此外还有信访、审计等。",
            [
                "周正 负责 农业",
                "周正 负责 水利",
                "周正 分管 乙园区",
                "周正 分管 应急管理",
                "周正 分管 信访",
                "周正 分管 审计",
            ],
        ),
        (
            "周正副市长除了负责工业等，还分管民政、双拥等，离群众更近。",
            ["周正 负责 工业", "周正 分管 民政", "周正 分管 双拥"],
        ),
        ("教育、体育等归口由周正副市长负责。", ["周正 负责 教育", "周正 负责 体育"]),
        ("公安、司法等放在一起，统一由周正副市长负责。", ["周正 负责 公安", "周正 负责 司法"]),
        ("遇有突发情况，统一由周正副市长负责。", []),
        ("公安、司法等工作，统一归口由周正副市长负责。", ["周正 负责 公安", "周正 负责 司法"]),
        (
            "沈渡副市长负责编制工作。教育、体育等归口由周正副市长负责，将有利于统筹推进，她还负责医改，包括涉及医改的医保。",
            ["沈渡 负责 编制", "周正 负责 教育", "周正 负责 体育", "周正 负责 医改"],
        ),
        ("周正副市长负责农业、水利，有利于推进城乡统筹。", ["周正 负责 农业", "周正 负责 水利"]),
        ("周正作为常务副市长，负责财税工作；市长外出时，主持市政府工作。", ["周正 负责 财税"]),
        ("周正副市长主抓重点工作，分管财税工作。", ["周正 分管 财税"]),
        ("新当选市委常委周正出任常务副市长，在副市长中排名首位，分管财税工作。", ["周正 分管 财税"]),
    ],
)
def test_a_newspaper_tells_who_has_what(words: str, rows: list[str]) -> None:
    assert _rows(words) == rows


def test_how_the_others_are_placed_is_no_matter() -> None:
    text = "甲市公布市政府领导成员工作分工\n\n市长丁一主持市政府全面工作，副市长各管一块也已理清。\n"
    found = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Portfolio)
    assert [row.object for row in found] == ["市政府"]


def test_a_long_name_over_its_posts_begins_a_block() -> None:
    page = "您的位置：甲区人民政府 > 政府领导\n周正\n副区长\n负责教育工作。\n分管区教育局。\n{name}\n{post}\n协助区长负责公安工作。\n分管区司法局。\n"
    found = of_type(
        read_paper(read_text(page.format(name="扎西次仁", post="副区长").encode(), "x.txt")).statements, Portfolio
    )
    assert [f"{row.person} {row.object}" for row in found] == [
        "周正 教育",
        "周正 区教育局",
        "扎西次仁 公安",
        "扎西次仁 区司法局",
    ]
    found = of_type(
        read_paper(read_text(page.format(name="联系方式", post="电话").encode(), "x.txt")).statements, Portfolio
    )
    assert {row.person for row in found} == {"周正"}


def test_a_field_or_a_project_closes_a_list() -> None:
    for words in ("农业、林业等农业口", "农业、林业等专项工作", "农业、林业专项工作"):
        assert [words[one.start : one.end] for one in lists.items(words)] == ["农业", "林业"]
    words = "港口、人口"
    assert [words[one.start : one.end] for one in lists.items(words)] == ["港口", "人口"]
