"""Which papers mention a word, a person or a body: by their printed words, and by nothing that only resembles them."""

from __future__ import annotations

import pytest

from core.errors import NotFoundError
from queries.answers.asking import ask
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.library import Library
from tests.queries.office import DAY


@pytest.mark.parametrize(("question", "count", "quoted"), [
    ("哪些文件提到陆晴", 1, {"ev_group"}), ('提到"防汛"的文件', 1, {"ev_shen"}),
    ("财政局出现在哪些文件里", 2, {"ev_zhou", "ev_group"}), ("which papers mention 生态环境", 1, {"ev_shen"}),
])  # fmt: skip
def test_papers_are_found_by_their_printed_words(
    desk_office: Library, question: str, count: int, quoted: set[str]
) -> None:
    found = ask(desk_office, question, on=DAY)
    assert isinstance(found, Table)
    assert [row["count"] for row in found.result.rows] == [count]
    assert {each.id for each in found.evidence} == quoted
    assert "已读出" in sheet_of(found, "zh").notes[0]


def test_what_no_paper_prints_is_not_found(desk_office: Library) -> None:
    with pytest.raises(NotFoundError, match="火星"):
        ask(desk_office, "哪些文件提到火星", on=DAY)
    with pytest.raises(NotFoundError):
        ask(desk_office, "2030年12月哪些文件提到防汛", on=DAY)
