"""Where a paper takes something off a desk, the answers say so with its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from queries.answers.bodies import oversight
from queries.answers.changes import changes
from queries.answers.leaders import portfolio
from queries.answers.model import Oversight
from queries.answers.resolve import resolve
from queries.answers.show import sheet_of
from queries.answers.tasks import who_is_responsible
from queries.library import Library, open_library

PAPERS = {
    "division.txt": """沅岭县人民政府关于县人民政府领导同志工作分工的通知
沅政发〔2031〕4号
各乡镇人民政府，县政府各部门：
现将县人民政府领导同志工作分工通知如下：
丁一 县长
主持县人民政府全面工作。分管县审计局。
杜若 副县长
负责财政、水利工作。分管县财政局、县水利局。联系县残联。
石磊 副县长
分管县教育局、县民政局。
沅岭县人民政府
2031年3月1日
""",
    "tasks.txt": """沅岭县人民政府办公室关于印发民生任务分解表的通知
沅政办发〔2031〕5号
各乡镇人民政府，县政府各部门：
序号	任务	责任领导	牵头单位	责任单位
1	建设养老服务中心	石磊	县民政局	县财政局
沅岭县人民政府办公室
2031年3月15日
""",
    "change.txt": """沅岭县人民政府办公室关于调整部分县政府领导同志工作分工的通知
沅政办发〔2031〕8号
各乡镇人民政府，县政府各部门：
因工作需要，现将部分县政府领导同志工作分工调整如下：
副县长石磊同志不再分管县民政局，其他分工不变。
沅岭县人民政府办公室
2031年6月1日
""",
}
BEFORE, AFTER = "2031-05-31", "2031-06-01"
WORDS = "不再分管县民政局"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("discharged")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(home=folder / "home")
    with open_ledger(settings) as ledger:
        load([folder / name for name in PAPERS], ledger, settings)
        build(ledger, settings)
    with open_library(settings) as opened:
        yield opened


def asked(library: Library, body: str, on: str) -> Oversight:
    return oversight(library, resolve(library.index, body, ("Organisation",)), on)


def test_a_desk_shows_what_ends_it_until_it_ends(library: Library) -> None:
    person = resolve(library.index, "石磊", ("Person",))
    before, after = portfolio(library, person, BEFORE), portfolio(library, person, AFTER)
    assert {each.object.name for each in before.charges} == {"县教育局", "县民政局"}
    assert WORDS in {each.quote for each in before.evidence}
    assert [each.object.name for each in after.charges] == ["县教育局"]


def test_the_changes_show_it_with_its_words(library: Library) -> None:
    (change,) = (each for each in changes(library, since=BEFORE, until=AFTER).changes if each.change.code == "ended")
    quotes = {each.id: each.quote for each in changes(library, since=BEFORE, until=AFTER).evidence}
    assert (change.day, change.person.name, change.object.name) == (AFTER, "石磊", "县民政局")
    assert [quotes[each] for each in change.evidence] == [WORDS]


def test_a_body_nobody_has_any_more_says_who_lost_it(library: Library) -> None:
    assert asked(library, "县民政局", BEFORE).formers == asked(library, "县教育局", AFTER).formers == ()
    found = asked(library, "县民政局", AFTER)
    assert found.charges == ()
    assert [(each.person.name, each.relation, each.since) for each in found.formers] == [("石磊", "分管", AFTER)]
    assert [each.quote for each in found.evidence] == [WORDS]
    assert "石磊自 2031-06-01 起不再分管。" in sheet_of(found, "zh").notes
    assert "Not in charge since 2031-06-01: 石磊 (分管)." in sheet_of(found, "en").notes


def test_a_task_says_since_when_its_leader_is_not_in_charge(library: Library) -> None:
    found = who_is_responsible(library, resolve(library.index, "建设养老服务中心", ("Task",)), AFTER)
    (answer,) = found.answers
    assert answer.verdict.code == "vacant"
    assert answer.why_not == ("石磊：2031-06-01 起不再分管县民政局（沅政办发〔2031〕8号）",)
