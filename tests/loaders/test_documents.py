"""What a paper says of itself: who approved it. Invented papers."""

from __future__ import annotations

import pytest

from graph.statements import Document
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def paper(body: str) -> Document:
    text = f"青石县人民政府关于印发青石县供水办法的通知\n\n青政发〔2031〕6号\n\n各乡镇人民政府：\n\n{body}\n\n青石县人民政府\n2031年6月20日\n"
    rows = read_paper(read_text(text.encode(), "a.txt")).statements
    return next(row for row in rows if isinstance(row, Document))


@pytest.mark.parametrize(
    ("body", "adopted", "approved"),
    [
        ("《青石县供水办法》已经县人民政府研究同意，现印发给你们。", "", "县人民政府研究同意"),
        ("《青石县供水办法》已经县人民政府第4次常务会议审议通过，现印发给你们。\n\n一、供水\n\n每日供水。", "县人民政府第4次常务会议", ""),
    ],
)  # fmt: skip
def test_who_approved_a_paper_stands_in_its_opening(body: str, adopted: str, approved: str) -> None:
    found = paper(body)
    assert (found.adopted_at, found.approved_by) == (adopted, approved)


@pytest.mark.parametrize(
    "body",
    [
        "现印发给你们。\n\n一、更换供水人\n\n经三分之二以上用户同意，可以更换供水人。",
        "现印发给你们。\n\n第四条  水价的调整\n\n水价经县人民政府价格听证会议审议通过后调整。",
        "现印发给你们。\n\n（二）改建水厂，经县水利局批准后动工。",
    ],
)
def test_what_a_rule_wants_approved_is_not_the_paper(body: str) -> None:
    found = paper(body)
    assert (found.adopted_at, found.approved_by) == ("", "")
