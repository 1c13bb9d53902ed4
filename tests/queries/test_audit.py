"""The audit of a group asked of a graph: both papers of each change, what is open, reports, and time."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import date, timedelta

import docx
import pytest

from core.errors import InputError, NotFoundError, UsageError
from core.settings import Settings
from graph import search
from graph.days import Interval
from graph.stores import graph_home
from queries.answers.audit import Audit, AuditLine, audit, seat_history
from queries.answers.audit_sheets import audit_sheets, seat_sheet
from queries.answers.model import Thing
from queries.answers.reports import as_docx, as_html, report_of
from queries.answers.resolve import resolve
from queries.library import Library, open_library
from tests.graph.made_up import Sketch

RIVERS = "岚汀区河湖水系治理工作领导小组"


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    with open_library(lanting) as opened:
        yield opened


def of(library: Library, name: str, since: str, until: str) -> Audit:
    return audit(library, resolve(library.index, name, ["Group"]), since=since, until=until)


def line(found: Audit, name: str, day: str) -> AuditLine:
    (only,) = (each for each in found.changes if (each.member.name, each.day) == (name, day))
    return only


def test_each_change_names_the_paper_before_and_the_paper_after(library: Library) -> None:
    found = of(library, RIVERS, "2023-09-01", "2024-03-15")
    joined = line(found, "黎望舒", "2023-09-04")
    assert (joined.kind.code, joined.instead) == ("joined_by_rule", "谢临川")
    assert joined.after is not None
    assert joined.after.paper == "岚政办发〔2023〕9号、岚政任〔2023〕5号"
    moved = line(found, "冯守拙", "2024-03-15")
    assert moved.kind.code == "title"
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.title, moved.before.paper) == ("区政府党组成员", "岚政办发〔2023〕9号")
    assert (moved.after.title, moved.after.paper) == ("副区长", "岚政办发〔2024〕10号")
    assert moved.grounded


def test_a_new_head_whom_only_a_later_list_shows_joined_some_day_between(library: Library) -> None:
    found = of(library, RIVERS, "2023-03-10", "2024-03-15")
    gone = next(each for each in found.changes if each.kind.code == "left" and each.instead == "边一舟")
    assert gone.member.name == "周景明"
    assert gone.after is not None
    assert gone.after.paper == "岚政办发〔2024〕10号"
    joined = line(found, "边一舟", "2023-08-17")
    assert joined.kind.code == "joined_by_rule"
    assert joined.after is not None
    assert joined.after.paper == "岚政办发〔2023〕9号、岚政办发〔2024〕10号"


def test_a_seat_passes_by_the_clause_and_both_the_clause_and_the_act_are_named(library: Library) -> None:
    passed = line(of(library, RIVERS, "2024-08-01", "2024-08-31"), "洪定波", "2024-08-12")
    assert (passed.kind.code, passed.instead, passed.grounded) == ("joined_by_rule", "屈正阳", True)
    assert passed.after is not None
    assert passed.after.paper == "岚政办发〔2024〕10号、岚政任〔2024〕6号"


def test_what_is_open_is_told_with_its_cause(library: Library) -> None:
    found = of(library, "岚汀区食品安全委员会", "2023-12-01", "2024-01-01")
    waiting = {(each.kind.code, each.member.name, each.day) for each in found.open}
    assert ("stale", "谢临川", "2023-09-04") in waiting
    assert found.changes == ()


def test_the_genealogy_tells_foundings_and_adjustments_by_their_papers(library: Library) -> None:
    found = of(library, RIVERS, "2023-01-01", "2024-12-31")
    acts = [(each.day, each.detail, each.number) for each in found.genealogy if each.relation.code == "ISSUED"]
    assert acts[0] == ("2023-03-08", "成立", "岚政办发〔2023〕9号")
    assert acts[-1] == ("2024-03-15", "调整", "岚政办发〔2024〕10号")


def test_all_evidence_of_changes_has_its_words(library: Library) -> None:
    found = of(library, RIVERS, "2023-01-01", "2024-12-31")
    known = {each.id for each in found.evidence}
    sides = [side for each in (*found.changes, *found.open) for side in (each.before, each.after) if side]
    assert all(side.evidence and set(side.evidence) <= known for side in sides)


def test_the_history_of_one_seat_goes_through_its_holders(library: Library) -> None:
    group = resolve(library.index, RIVERS, ["Group"])
    past = seat_history(library, group, "区应急管理局局长")
    assert [each.member.name for each in past.spells] == ["屈正阳", "洪定波"]
    assert "自然递补" in seat_sheet(past, "zh").lines[1].cells
    with pytest.raises(NotFoundError):
        seat_history(library, group, "没有此席")


def test_days_that_are_turned_or_none_are_refused(library: Library) -> None:
    group = resolve(library.index, RIVERS, ["Group"])
    with pytest.raises(UsageError, match="DAYS-TURNED"):
        audit(library, group, since="2024-01-01", until="2023-01-01")
    with pytest.raises(InputError):
        audit(library, group, since="2024-13-01")


def test_the_report_is_one_page_that_needs_nothing_from_elsewhere(library: Library) -> None:
    report = report_of(audit_sheets(of(library, RIVERS, "2023-01-01", "2024-12-31"), "zh"), "zh")
    page = as_html(report, "zh")
    assert page.startswith("<!doctype html>")
    for stranger in ("http", "<script", "<link", "src=", "url("):
        assert stranger not in page
    for words in ("洪定波", "岚政任〔2024〕6号", "未见依据", "依据原文", "@media print"):
        assert words in page
    assert len(report.passages) == len({(each.paper, each.place, each.quote) for each in report.passages})


def test_names_are_no_markup(library: Library) -> None:
    found = of(library, RIVERS, "2023-01-01", "2024-12-31")
    sheet = audit_sheets(found, "en")[0]
    hostile = type(sheet)("<b>x</b>", sheet.facts, sheet.columns, sheet.lines, sheet.evidence, ("<script>",))
    page = as_html(report_of([hostile], "en"), "en")
    assert "<b>" not in page
    assert "<script>" not in page


def test_the_word_file_holds_the_same_table(library: Library) -> None:
    sheets = audit_sheets(of(library, RIVERS, "2023-01-01", "2024-12-31"), "zh")
    document = docx.Document(io.BytesIO(as_docx(report_of(sheets, "zh"), "zh")))
    table = document.tables[0]
    assert len(table.rows) == len(sheets[0].lines) + 1
    assert "洪定波" in {cell.text for row in table.rows for cell in row.cells}


def large() -> Sketch:
    """A group of 300 seats over ten lists; every list replaces every tenth member."""
    made = Sketch()
    made.node("Jurisdiction", "990101", "丙区", level="county")
    first = date(2031, 1, 1)
    days = [(first + timedelta(days=30 * number)).isoformat() for number in range(11)]
    whole = Interval.act(days[0])
    made.node("Group", "large", "大领导小组", whole, jurisdiction="990101", kind="领导小组")
    for number, day in enumerate(days[:10]):
        made.node("Document", f"doc-{number}", f"通知{number}", jurisdiction="990101", number=f"丙政发〔2031〕{number}号",
                  signed_date=day, effective_day=day)  # fmt: skip
        made.edge("ISSUED", f"doc-{number}", "large", Interval.act(day), action="调整", extent="whole")
    for seat in range(300):
        made.node("Seat", f"seat-{seat}", "成员", whole, role="成员", order=seat + 1, kind="named", title="委员")
        made.edge("OF_GROUP", f"seat-{seat}", "large", whole)
        for version in range(10):
            who = version if seat % 10 == 0 else 0
            made.node("Person", f"p-{seat}-{who}", f"甲{seat}乙{who}", jurisdiction="990101")
            days_of = Interval.act(days[version], days[version + 1])
            made.edge("FILLS", f"p-{seat}-{who}", f"seat-{seat}", days_of, state="listed", title="委员")
    return made


def test_ten_lists_of_three_hundred_seats_are_audited_well_under_a_second(settings: Settings) -> None:
    graph = large().graph()
    search.build(search.index_path(settings, "v1"), graph)
    graph_home(settings).publish(graph, version="v1")
    with open_library(settings) as library:
        group = Thing("large", "Group", "大领导小组")
        took = []
        for _ in range(4):  # the first warms the engine up; time of this thread, for others may be busy
            begun = time.thread_time()
            found = audit(library, group, since="2031-01-01", until="2031-10-25")
            took.append(time.thread_time() - begun)
    kinds = {each.kind.code for each in found.changes}
    assert kinds == {"joined", "left"}
    assert len(found.changes) == 2 * 9 * 30
    assert min(took) < 1.0, took
