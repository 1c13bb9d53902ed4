"""The real gazette end to end: read as text, built, asked. What a careful reader finds there is what the answers say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from queries.answers.groups import roster
from queries.answers.leaders import holders, portfolio, stand_in
from queries.answers.model import Portfolio, Responsibility, Thing
from queries.answers.resolve import resolve
from queries.answers.tasks import who_is_responsible
from queries.library import Library, open_library

PLAN = "东政发〔2023〕26号"
DIVISION = "东政办发〔2023〕43号"


@pytest.fixture(scope="module")
def library(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The gazette, loaded as the text it is, into a home of its own."""
    settings = Settings(home=tmp_path_factory.mktemp("gazette"))
    with open_ledger(settings) as ledger:
        load([shared / "gazette" / "dongsheng-2023-q3.txt"], ledger, settings)
        build(ledger, settings)
    with open_library(settings) as opened:
        yield opened


def responsible(library: Library, task: str, on: str) -> Responsibility:
    return who_is_responsible(library, resolve(library.index, task, ["Task"]), on)


def desk(library: Library, name: str, on: str) -> Portfolio:
    return portfolio(library, resolve(library.index, name, ["Person"]), on)


def numbered(found: Responsibility, ids: tuple[str, ...]) -> set[str]:
    return {each.number for each in found.evidence if each.id in ids}


def test_pledge_financing_is_confirmed_with_its_stand_in(library: Library) -> None:
    found = responsible(library, "开展知识产权质押融资", "2023-09-01")
    (only,) = found.answers
    assert (only.verdict.code, only.who.name, only.answers_as) == ("confirmed", "杜娟", "in_charge")
    assert [each.person.name for each in found.named] == ["杜娟"]
    assert [each.person.name for each in only.stand_ins] == ["高明"]
    assert numbered(found, only.held.rests_on) == {PLAN, DIVISION}


def test_science_policy_moved_and_the_plan_was_not_amended(library: Library) -> None:
    found = responsible(library, "强化科技创新政策支撑", "2023-09-01")
    (only,) = found.answers
    assert only.verdict.code == "moved"
    assert [each.person.name for each in found.named] == ["史雪松"]
    assert (only.who.name, only.since_at_latest, only.amended_by) == ("王志", "2023-08-29", "")
    assert [each.capacity.zh for each in only.capacities] == ["提名"]
    assert DIVISION in numbered(found, only.held.rests_on)
    assert [each.person.name for each in only.stand_ins] == ["史雪松"]
    assert any("史雪松" in each for each in only.why_not)


def test_before_the_division_the_plan_stands_as_printed_and_no_pair_is_known(library: Library) -> None:
    (only,) = responsible(library, "强化科技创新政策支撑", "2023-08-01").answers
    assert (only.verdict.code, only.who.name, only.answers_as) == ("as_printed", "史雪松", "named")
    assert only.stand_ins == ()
    assert stand_in(library, resolve(library.index, "史雪松", ["Person"]), "2023-08-01").stand_ins == ()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-08-01", {("as_printed", "史雪松"): 24, ("as_printed", "刘春光"): 2, ("as_printed", "杜娟"): 2, ("as_printed", "高明"): 2}),
        ("2023-09-01", {("moved", "王志"): 24, ("moved", "史雪松"): 2, ("confirmed", "杜娟"): 2, ("outside", "刘春光"): 2}),
    ],
)  # fmt: skip
def test_verdicts_of_the_thirty_tasks(library: Library, on: str, expected: dict[tuple[str, str], int]) -> None:
    plan = library.rows("tasks/task-detail", task=resolve(library.index, "强化科技创新政策支撑", ["Task"]).id, on=on)
    tasks = library.rows("plans/tasks", plan=plan[0]["plan_id"], on=on, limit=100)
    ids = {str(row["task_id"]): str(row["task"]) for row in tasks}
    assert len(ids) == 30
    found: Counter[tuple[str, str]] = Counter()
    for identifier, name in ids.items():
        for each in who_is_responsible(library, Thing(identifier, "Task", name), on).answers:
            found[each.verdict.code, each.who.name] += 1
    assert found == expected


def test_the_desk_of_gao_ming(library: Library) -> None:
    found = desk(library, "高明", "2023-09-01")

    def names(edge: str, *capacities: str) -> list[str]:
        return [
            each.object.name for each in found.charges if each.edge.code == edge and each.capacity.code in capacities
        ]

    assert len(names("IN_CHARGE_OF", "principal")) == 13
    assert names("IN_CHARGE_OF", "assisting") == ["区审计局"]
    assert len(names("LIAISES_WITH", "")) == 13
    assert len(names("RESPONSIBLE_FOR", "principal")) == 13
    assert [each.person.name for each in found.stand_ins] == ["杜娟"]
    chairs = {each.group.name for each in found.groups if each.role == "组长"}
    assert chairs == {"与大兴投资集团深化合作工作领导小组"}


def test_the_audit_bureau_is_the_heads_own(library: Library) -> None:
    charges = [each for each in desk(library, "韩涛", "2023-09-01").charges if each.object.name == "区审计局"]
    assert [(each.edge.code, each.capacity.code) for each in charges] == [("IN_CHARGE_OF", "principal")]
    assert stand_in(library, resolve(library.index, "韩涛", ["Person"]), "2023-09-01").stand_ins == ()


def test_the_big_group_has_two_chairs(library: Library) -> None:
    group = resolve(library.index, "与大兴投资集团深化合作工作领导小组", ["Group"])
    chairs = roster(library, group, "2023-09-01", role="组长").seats
    assert sorted(each.holder.name for each in chairs if each.holder) == ["郭力中", "高明"]


@pytest.mark.parametrize(("on", "chairs"), [("2023-09-05", False), ("2023-09-06", True)])
def test_the_mine_group_is_chaired_from_its_paper_on_and_not_a_day_before(
    library: Library, on: str, chairs: bool
) -> None:
    groups = {each.group.name for each in desk(library, "高明", on).groups if each.role == "组长"}
    assert ("全区矿山瞒报事故“大起底”工作领导小组" in groups) is chairs


def test_the_roster_of_the_health_reform_group_with_its_clause(library: Library) -> None:
    found = roster(library, resolve(library.index, "医改", ["Group"]), "2023-09-01")
    assert found.subject.name == "东胜区深化医药卫生体制改革领导小组"
    assert len(found.seats) == 13
    assert [(each.role, each.holder.name) for each in found.seats[:3] if each.holder] == [
        ("组长", "韩涛"),
        ("副组长", "杨云"),
        ("成员", "刘宇"),
    ]
    assert {each.state.code for each in found.seats} == {"listed"}
    (clause,) = found.clauses
    (words,) = [each.quote for each in found.evidence if each.id == clause]
    assert "自行接替" in words
    assert all(each.clause == (clause,) for each in found.seats)
    assert roster(library, resolve(library.index, "医改", ["Group"]), "2023-08-29").seats == ()


@pytest.mark.parametrize(
    ("post", "before", "after", "first", "last"),
    [
        ("区发展和改革委员会主任", "刘文斌", "邬尚均", "2023-08-14", "2023-08-30"),
        ("区自然资源分局局长", "王生荣", "黄亮成", "2023-08-14", "2023-09-06"),
        ("民族街道办事处主任", "韩啸", "孙胜林", "2023-07-06", "2023-09-06"),
    ],
)
def test_a_post_changed_hands_on_some_day_between_two_papers(
    library: Library, post: str, before: str, after: str, first: str, last: str
) -> None:
    where = resolve(library.index, post, ["Post"])

    def seen(on: str, *statuses: str) -> list[str]:
        return [each.person.name for each in holders(library, where, on).holders if each.held.status.code in statuses]

    assert seen(first, "certain") == [before]
    assert seen(last, "certain") == [after]
    between = f"{last[:8]}{int(last[8:]) - 1:02}" if last.endswith("-30") else "2023-08-20"
    assert set(seen(between, "possible", "presumed")) == {before, after}


def test_wang_zhi_is_nominated_then_seen_with_the_title(library: Library) -> None:
    capacities = {each.capacity.code for each in desk(library, "王志", "2023-08-29").posts}
    assert "nominated" in capacities
    later = [each for each in desk(library, "王志", "2023-09-06").posts if each.post.name == "区人民政府副区长"]
    assert ("", "sighted") in {(each.capacity.code, each.held.basis.code) for each in later}


def test_people_are_as_many_as_the_papers_tell_apart(library: Library) -> None:
    def people(name: str) -> int:
        return sum(hit.name == name for hit in library.index.find(name, kinds=["Person"], limit=50))

    assert (people("杨云"), people("郭鑫"), people("王生荣")) == (2, 1, 1)


@pytest.mark.parametrize(("on", "stale"), [
    ("2023-09-01", ["刘文斌", "刘文斌", "刘文斌"]),
    ("2023-09-10", ["刘文斌", "刘文斌", "刘文斌", "王生荣", "王生荣", "韩啸"]),
])  # fmt: skip
def test_seats_that_went_stale(library: Library, on: str, stale: list[str]) -> None:
    rows = library.rows("groups/stale-seats", on=on)
    assert sorted(str(row["person"]) for row in rows if row["state"] == "stale") == stale
    assert all(row["explanation"] for row in rows)


def test_the_chair_by_function_is_filled_from_the_division_of_the_day(library: Library) -> None:
    group = resolve(library.index, "区科技创新工作领导小组", ["Group"])

    def filled(on: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for each in roster(library, group, on).seats:
            found.setdefault(each.role, set()).add(each.holder.name if each.holder else "")
        return found

    assert filled("2023-09-01")["组长"] == {"韩涛"}
    assert filled("2023-09-01")["副组长"] == {"王志"}
    assert "王志" not in filled("2023-08-28").get("副组长", set())


@pytest.mark.parametrize("typed", ["高明", "gaoming", "gm", "gao ming", "高明 "])
def test_a_person_is_found_however_typed(library: Library, typed: str) -> None:
    assert resolve(library.index, typed, ["Person"]).name == "高明"


@pytest.mark.parametrize(("typed", "name"), [
    ("区發改委", "区发展和改革委员会"), ("區發展和改革委員會", "区发展和改革委员会"), ("区金融办", "区人民政府金融工作办公室"),
])  # fmt: skip
def test_a_body_is_found_by_alias_and_traditional_characters(library: Library, typed: str, name: str) -> None:
    assert resolve(library.index, typed, ["Organisation"]).name == name


def test_unseen_numbers_between_those_printed(library: Library) -> None:
    rows = library.rows("documents/unseen-numbers", on="2023-10-15")
    assert len(rows) == 12
