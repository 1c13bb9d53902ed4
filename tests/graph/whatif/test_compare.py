"""What drafts would do to the made-up district: golden effects, drafted notices that are read back, laws."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st

from core.errors import InputError, UsageError
from core.settings import Settings
from graph import statements as waist
from graph.ledger.ledger import open_ledger
from graph.ledger.records import Live
from graph.statements import Source, Statement
from graph.whatif import Effects, compare
from graph.whatif.draft import check_says_something, day_of
from loaders.extraction import extract
from tests.graph.timeline.made import corpora, papers

DAY = "2024-10-08"
APPOINTMENTS = """汐阳市岚汀区人民政府
关于黎望舒等同志职务任免的通知

各镇人民政府、街道办事处，区直各部门：

经研究决定：

任命：
方晓棠同志为区财政局局长。

免去：
黎望舒同志的区财政局局长职务；
洪定波同志的区应急管理局局长职务。

汐阳市岚汀区人民政府
2024年10月8日
"""
DIVISION = """汐阳市岚汀区人民政府办公室
关于调整区人民政府领导分工的通知

各镇人民政府、街道办事处，区直各部门：

经研究，现将区人民政府领导分工调整通知如下：

梁知远  区委常委、常务副区长
负责财政、发展改革工作。
分管区财政局、区发展和改革委员会。

汐阳市岚汀区人民政府办公室
2024年10月8日
"""


@pytest.fixture(scope="module")
def live(lanting: Settings) -> Live:
    with open_ledger(lanting) as ledger:
        return ledger.live()


def read(text: str) -> tuple[Statement, ...]:
    return extract(text.encode(), "draft.txt", Settings(jurisdiction="990101")).reading.statements


def effects(live: Live, *drafts: str, on: str = DAY) -> Effects:
    statements = [statement for draft in drafts for statement in read(draft)]
    return compare(live.statements, statements, live.decisions, on, ids=live.ids)


@pytest.fixture(scope="module")
def moved(live: Live) -> Effects:
    return effects(live, APPOINTMENTS)


@pytest.fixture(scope="module")
def divided(live: Live) -> Effects:
    return effects(live, DIVISION)


def seats(found: Effects, group: str) -> set[tuple[str, str, str, str]]:
    return {
        (
            each.change, each.role, each.before.who.name if each.before and each.before.who else "",
            each.after.who.name if each.after and each.after.who else "",
        )
        for each in found.seats if group in each.group.name
    }  # fmt: skip


def test_a_clause_passes_a_seat_on_or_leaves_it_vacant(moved: Effects) -> None:
    found = seats(moved, "河湖水系")
    assert ("passed", "成员", "黎望舒", "方晓棠") in found
    assert ("vacant", "成员", "洪定波", "") in found


def test_without_a_clause_the_seat_goes_stale_and_says_who_has_the_post(moved: Effects) -> None:
    assert ("stale", "委员", "黎望舒", "黎望舒") in seats(moved, "食品安全委员会")
    (stale,) = (each for each in moved.seats if each.group.name == "岚汀区食品安全委员会" and each.change == "stale")
    assert stale.post_now is not None
    assert (stale.post_now.name, stale.paper.name) == ("方晓棠", "岚政办发〔2024〕11号")


def test_where_the_clause_asks_for_approval_the_seat_waits(moved: Effects) -> None:
    assert {each[0] for each in seats(moved, "数据工作领导小组")} == {"pending"}


def test_appointments_of_bureau_heads_touch_no_desk_of_a_leader(moved: Effects) -> None:
    assert (moved.portfolios, moved.uncovered, moved.pairs, moved.tasks) == ((), (), (), ())
    assert {each.paper.name for each in moved.papers} >= {"岚政办发〔2024〕11号", "岚政办发〔2024〕30号"}


def test_a_partial_division_shows_desks_before_and_after(divided: Effects) -> None:
    (desk,) = divided.portfolios
    assert desk.person.name == "梁知远"
    assert desk.gained == ()
    assert {"区应急管理局", "区统计局"} <= {each.object.name for each in desk.lost}
    assert {"区财政局", "区发展和改革委员会", "财政"} <= {each.object.name for each in desk.kept}


def test_units_left_without_a_leader_are_named_with_who_had_them(divided: Effects) -> None:
    left = {each.unit.name: [one.name for one in each.leaders] for each in divided.uncovered}
    assert left["区应急管理局"] == ["梁知远"]
    assert "区财政局" not in left


def test_tasks_whose_leader_changes_keep_what_their_paper_names(divided: Effects) -> None:
    found = {each.task.name: each for each in divided.tasks}
    task = found["扩大科技信贷风险补偿"]
    assert task.named == "宋砚秋"
    assert [(each.verdict, each.who.name) for each in task.before] == [("moved", "梁知远")]
    assert [each.verdict for each in task.after] == ["vacant"]


def test_the_workload_is_counted_before_and_after(divided: Effects) -> None:
    (load,) = divided.workload
    assert load.person.name == "梁知远"
    assert (load.after.units, load.after.matters) == (2, 2)
    assert load.before.units > load.after.units
    assert load.before.tasks > load.after.tasks
    assert load.before.groups == load.after.groups


def test_a_new_pair_in_a_draft_breaks_the_pairs_of_its_two_people(live: Live) -> None:
    source = Source(jurisdiction="990101", doc_id="草稿", quote="（编）")
    draft = [waist.StandIn(person_a="梁知远", person_b="贺汀兰", source=source)]
    found = compare(live.statements, draft, live.decisions, DAY, ids=live.ids)
    begun = {(each.stand_in.name, each.replaced.name) for each in found.pairs if each.change == "new"}
    broken = {(each.stand_in.name, each.replaced.name) for each in found.pairs if each.change == "broken"}
    assert begun == {("梁知远", "贺汀兰"), ("贺汀兰", "梁知远")}
    assert {("冯守拙", "贺汀兰"), ("梁知远", "毕云帆")} <= broken
    assert ("毕云帆", "康予安") not in broken
    assert "毕云帆" in {each.name for each in found.without_stand_in}


def test_a_drafted_notice_is_marked_and_names_group_paper_and_successor(moved: Effects) -> None:
    (notice,) = (each for each in moved.notices if each.subject.name == "岚汀区食品安全委员会")
    assert notice.text.startswith("（草稿，未经审定）")
    assert "岚政办发〔2024〕11号" in notice.text
    assert "由区财政局局长方晓棠同志接替黎望舒同志任委员。" in notice.text
    assert {each.subject.name for each in moved.notices} == {
        each.group.name for each in moved.seats if each.change in ("stale", "pending", "vacant")
    }


def test_a_seat_without_a_known_successor_gets_a_blank_and_no_invented_name(moved: Effects) -> None:
    (notice,) = (each for each in moved.notices if "河湖水系" in each.subject.name)
    assert "洪定波同志不再担任成员，接替人选＿＿＿＿（区应急管理局局长）。" in notice.text


def test_the_drafted_notice_issued_as_it_stands_is_read_back_and_mends_the_seat(live: Live, moved: Effects) -> None:
    (notice,) = (each for each in moved.notices if each.subject.name == "岚汀区食品安全委员会")
    text = notice.text.removeprefix("（草稿，未经审定）\n").replace("2024年  月  日", "2024年10月8日")
    mended = seats(effects(live, APPOINTMENTS, text), "食品安全委员会")
    assert ("joined", "委员", "黎望舒", "方晓棠") in mended
    assert not any(each[0] == "stale" for each in mended)


def test_a_draft_without_a_day_takes_effect_on_the_day_asked_for(live: Live) -> None:
    undated = APPOINTMENTS.replace("2024年10月8日\n", "")
    assert day_of(read(undated)) == ""
    assert day_of(read(APPOINTMENTS)) == DAY
    found = effects(live, undated, on="2024-09-20")
    assert ("passed", "成员", "黎望舒", "方晓棠") in seats(found, "河湖水系")


def test_before_its_day_a_dated_draft_changes_nothing(live: Live) -> None:
    assert effects(live, APPOINTMENTS, on="2024-10-07").is_nothing


def test_a_draft_of_a_place_without_papers_is_refused(live: Live) -> None:
    stranger = [waist.StandIn(person_a="甲一", person_b="乙二", source=Source(jurisdiction="150603", doc_id="草稿"))]
    with pytest.raises(UsageError, match="DRAFT-PLACE"):
        compare(live.statements, stranger, (), DAY)


def test_a_draft_that_brings_a_contradiction_is_told(live: Live) -> None:
    source = Source(jurisdiction="990101", doc_id="草稿", quote="（编）")
    draft = [
        waist.Portfolio(person=person, title="副区长", order=order, relation="分管", object="区档案馆", source=source)
        for order, person in enumerate(("贺汀兰", "毕云帆"), start=1)
    ]
    found = compare(live.statements, draft, live.decisions, DAY, ids=live.ids)
    assert "unit-two-leaders" in {each.kind for each in found.findings if each.severity == "error"}


@budget(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_no_draft_changes_nothing(statements: list[Statement]) -> None:
    assert compare(statements, [], (), "2031-07-01").is_nothing


@budget(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.data())
def test_a_draft_that_is_a_paper_at_hand_changes_nothing(statements: list[Statement], data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted({each.doc_id for each in statements})))
    again = [each for each in statements if each.doc_id == number]
    dated = [each for each in again if isinstance(each, waist.Document) and each.signed_date]
    if dated:
        assert compare(statements, again, (), "2031-07-20").is_nothing


@budget(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), papers(99))
def test_effects_do_not_depend_on_order_or_repetition(statements: list[Statement], draft: list[Statement]) -> None:
    first = compare(statements, draft, (), "2031-07-20")
    assert compare(statements[::-1] + statements, draft[::-1] + draft[:1], (), "2031-07-20") == first


def test_whoever_only_the_paper_named_that_is_drafted_anew_keeps_the_name() -> None:
    source = Source(jurisdiction="990101", doc_id="岚政办发〔2031〕1号", quote="（编）")
    paper = waist.Document(title="关于领导分工的通知", effective_date="2031-01-01", source=source)
    rows = [
        waist.Portfolio(person=person, title="副区长", order=order, relation="分管", object=body, object_kind="org", source=source)
        for order, (person, body) in enumerate((("贺汀兰", "区档案馆"), ("毕云帆", "区民政局")), start=1)
    ]  # fmt: skip
    found = compare([paper, *rows], [paper, rows[0]], (), "2031-02-01")
    assert [(each.person.name, each.lost[0].object.name) for each in found.portfolios] == [("毕云帆", "区民政局")]
    assert [each.person.name for each in found.workload] == ["毕云帆"]


def test_a_draft_in_which_nothing_is_read_is_no_draft_without_effect() -> None:
    with pytest.raises(InputError, match="DRAFT-EMPTY"):
        check_says_something(read("今天天气很好。\n"))
    check_says_something(read(APPOINTMENTS))
