"""A title that a web page prints over a paper belongs to the paper below it. All papers are invented."""

from __future__ import annotations

import pytest

from loaders.gazette.issue import split
from loaders.readers.text import paper_of

BODY = "\n各村：\n\n现将《石桥镇防旱预案》印发给你们，请认真执行。\n\n石桥镇人民政府\n\n2031年3月28日\n"


@pytest.mark.parametrize(
    ("top", "title", "number"),
    [
        (
            "【救灾】关于印发《石桥镇防旱预案》的通知\n发布时间：2031-04-12 15:40 信息来源：石桥镇\n石政发〔2031〕9号\n关于印发《石桥镇防旱预案》的通知\n",
            "关于印发《石桥镇防旱预案》的通知",
            "石政发〔2031〕9号",
        ),
        (
            "石政发〔2031〕9号\n石桥镇人民政府关于印发《石桥镇防旱预案》的通知\n\n石政发〔2031〕9号石桥镇人民政府关于印发石桥镇防旱预案的通知\n",
            "石桥镇人民政府关于印发《石桥镇防旱预案》的通知",
            "石政发〔2031〕9号",
        ),
        (
            "石政发〔2031〕9号 关于印发《石桥镇防旱预案》的通知\n石桥镇人民政府\n关于印发《石桥镇防旱预案》的通知\n",
            "石桥镇人民政府关于印发《石桥镇防旱预案》的通知",
            "石政发〔2031〕9号",
        ),
        (
            "某县关于印发《石桥镇防旱预案》的通知\n发布时间：2031-04-12\n石桥镇人民政府关于印发《石桥镇防旱预案》的通知\n石政发〔2031〕9号\n",
            "石桥镇人民政府关于印发《石桥镇防旱预案》的通知",
            "石政发〔2031〕9号",
        ),
    ],
)
def test_a_title_printed_twice_is_one_notice(top: str, title: str, number: str) -> None:
    (notice,) = split(paper_of(top + BODY, name="x.txt", sha256="0"))
    assert (notice.title.printed_folded(), notice.doc_id, notice.signed_date) == (
        title,
        number,
        "2031-03-28",
    )


def test_papers_of_one_title_with_text_or_numbers_of_their_own_stay_two() -> None:
    title = "石桥镇人民政府关于印发石桥镇值班安排的通知\n"
    two = f"石政发〔2031〕9号\n{title}{BODY}\n石政发〔2031〕10号\n{title}{BODY}"
    assert len(split(paper_of(two, name="x.txt", sha256="0"))) == 2
