"""Who looks after which place without a title that says 分工, and without a verb on each line."""

from __future__ import annotations

import pytest

from graph.statements import Portfolio
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

BOTH = [("丁一", "联系", "上坝村"), ("沈渡", "联系", "下坝村"), ("沈渡", "联系", "河口村")]


def _charges(text: str) -> list[tuple[str, str, str]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.person, row.relation, row.object) for row in rows if isinstance(row, Portfolio)]


@pytest.mark.parametrize(
    "lines",
    [
        "丁一——上坝村\n沈渡——下坝村、河口村\n",
        "1.丁一：上坝村；\n2.沈渡（副站长）：下坝村、河口村。\n",
        "丁一（站长）联系上坝村；\n副站长沈渡联系下坝村、河口村。\n",
        "丁一：包上坝村\n沈渡（副站长）：包下坝村、河口村\n",
        "上坝村：丁一；\n下坝村、河口村：沈渡。\n",
        "丁一　　站长　　上坝村\n沈 渡　　副站长　　下坝村、河口村\n",
        "上坝村　　丁 一\n下坝村、河口村　　沈 渡\n",
    ],
)
@pytest.mark.parametrize("title", ["甲镇干部包村安排公示", "甲镇党员干部联系村公示", "甲站班子成员挂点名单"])
def test_lines_of_persons_and_places(title: str, lines: str) -> None:
    assert _charges(f"{title}\n现将干部包村安排公示如下：\n{lines}联系电话：5860101\n") == BOTH


def test_persons_in_brackets_behind_places() -> None:
    text = "甲林场干部挂点护林站名单\n东山护林站（丁一）\n西山护林站（沈渡、卢石）\n"
    assert _charges(text) == [
        ("丁一", "联系", "东山护林站"),
        ("沈渡", "联系", "西山护林站"),
        ("卢石", "联系", "西山护林站"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲乡村干部联系方式一览表\n上坝村：丁一\n下坝村：沈渡\n",
        "甲县各选区代表名单公示\n上坝村：丁一\n下坝村：沈渡\n",
        "甲镇干部包村安排公示\n上坝村：丁一\n每周到村一次，做好记录。\n",
        "关于党员干部联系群众的通知\n各村：\n党员干部联系群众的要求如下：每名党员联系五户群众。\n联系人：丁一\n",
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert _charges(text) == []


def test_a_table_of_leaders_and_cadres_under_a_title_that_shares_places() -> None:
    text = "甲乡领导干部包村联户安排表\n包片领导\t职务\t联系村\t包村干部\n丁 一\t乡长\t上坝村\t沈 渡\n"
    assert _charges(text) == [("丁一", "联系", "上坝村"), ("沈渡", "联系", "上坝村")]
