"""The real gazette, read from its gold tables: what must come out of the timeline (golden values)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from graph import statements as waist
from graph.days import Interval
from graph.identity import ResolvedIdentity, resolve
from graph.statements import Source, Statement
from graph.timeline import Timeline, fold
from graph.timeline.facts import Fact, Holding
from loaders.tables import read_tables

PLACE = "150602"
F = TypeVar("F", bound=Fact)


class Gazette:
    """The gold tables with their identity and timeline, and how to ask them."""

    def __init__(self, statements: list[Statement]) -> None:
        self.statements = statements
        self.identity: ResolvedIdentity = resolve(statements)
        self.timeline: Timeline = fold(statements, self.identity)

    def name(self, entity: str) -> str:
        for known in (self.identity.persons, self.identity.organisations, self.identity.groups):
            if entity in known:
                return known[entity].name
        return ""

    def holding(self, person: str, body: str, position: str, capacity: str = "") -> Holding:
        found = [
            holding
            for holding in self.timeline.holdings
            if self.name(holding.person) == person
            and self.name(self.identity.posts[holding.post].organisation) == body
            and self.identity.posts[holding.post].position == position
            and holding.capacity == capacity
        ]
        assert len(found) == 1, found
        return found[0]

    def verdicts(self, on: str) -> Counter[tuple[str, str]]:
        return Counter((answer.verdict, self.name(answer.person)) for answer in on_day(self.timeline.answers, on))


def on_day(facts: Iterable[F], on: str) -> list[F]:
    return [fact for fact in facts if fact.interval.status(on)]


@pytest.fixture(scope="module")
def gazette(shared: Path) -> Gazette:
    return Gazette(read_tables(shared / "gold" / "dongsheng-2023-q3", jurisdiction=PLACE, strict=False))


@pytest.mark.parametrize(
    ("body", "position", "earlier", "last_seen", "later", "first_seen"),
    [
        ("区发展和改革委员会", "主任", "刘文斌", "2023-08-14", "邬尚均", "2023-08-30"),
        ("区自然资源分局", "局长", "王生荣", "2023-08-14", "黄亮成", "2023-09-06"),
        ("民族街道办事处", "主任", "韩啸", "2023-07-06", "孙胜林", "2023-09-06"),
    ],
)
def test_a_head_changes_on_some_day_between_two_papers(
    gazette: Gazette, body: str, position: str, earlier: str, last_seen: str, later: str, first_seen: str
) -> None:
    before, after = gazette.holding(earlier, body, position), gazette.holding(later, body, position)
    assert before.interval.status(last_seen) == "certain"
    assert before.interval.possible_to == first_seen
    assert before.interval.status(first_seen) is None
    assert after.interval.status(first_seen) == "certain"
    assert after.interval.possible_from == before.interval.valid_to
    assert (before.basis, after.basis) == ("sighted", "sighted")


def test_wang_zhi_is_nominated_and_then_seen_with_the_title(gazette: Gazette) -> None:
    nominated = gazette.holding("王志", "区人民政府", "副区长", "nominated")
    seen = gazette.holding("王志", "区人民政府", "副区长")
    assert nominated.interval.valid_from == "2023-08-29"
    assert nominated.ended_by == ()
    assert (seen.interval.valid_from, seen.basis) == ("2023-09-06", "sighted")
    assert [finding.kind for finding in gazette.timeline.findings if finding.kind == "ground-not-seen"] != []


def test_verdicts_of_the_thirty_tasks(gazette: Gazette) -> None:
    assert gazette.verdicts("2023-08-01") == {
        ("as_printed", "史雪松"): 24, ("as_printed", "刘春光"): 2, ("as_printed", "杜娟"): 2, ("as_printed", "高明"): 2,
    }  # fmt: skip
    assert gazette.verdicts("2023-09-01") == {
        ("moved", "王志"): 24, ("moved", "史雪松"): 2, ("confirmed", "杜娟"): 2, ("outside", "刘春光"): 2,
    }  # fmt: skip
    assert gazette.verdicts("2023-07-16") == {}
    moved = [answer for answer in on_day(gazette.timeline.answers, "2023-09-01") if answer.verdict == "moved"]
    assert {answer.since_at_latest for answer in moved} == {"2023-08-29"}
    assert {answer.named_leader for answer in moved} == {"史雪松", "高明"}
    assert {answer.amended_by for answer in moved} == {""}
    assert all(answer.why_not for answer in moved)


def test_a_task_leader_never_becomes_a_holder_of_a_portfolio(gazette: Gazette) -> None:
    assert {charge.interval.possible_from for charge in gazette.timeline.charges} == {"2023-08-29"}
    assert "刘春光" not in {gazette.name(charge.person) for charge in gazette.timeline.charges}


def test_the_desk_of_gao_ming(gazette: Gazette) -> None:
    own = [c for c in on_day(gazette.timeline.charges, "2023-09-01") if gazette.name(c.person) == "高明"]
    assert Counter((charge.kind, charge.capacity) for charge in own) == {
        ("in_charge", "principal"): 13, ("in_charge", "assisting"): 1, ("liaises", ""): 13, ("responsible", "principal"): 13,
    }  # fmt: skip
    assert [gazette.name(charge.organisation) for charge in own if charge.capacity == "assisting"] == ["区审计局"]
    audit = [c for c in gazette.timeline.charges if gazette.name(c.organisation) == "区审计局" and c.is_principal]
    assert [gazette.name(charge.person) for charge in audit] == ["韩涛"]


def test_pairs_are_known_from_the_division_on(gazette: Gazette) -> None:
    assert on_day(gazette.timeline.pairings, "2023-08-01") == []
    pairs = {
        (gazette.name(p.replaced), gazette.name(p.stand_in)) for p in on_day(gazette.timeline.pairings, "2023-09-01")
    }
    assert len(pairs) == 8
    assert {("高明", "杜娟"), ("杜娟", "高明"), ("王志", "史雪松"), ("张建功", "王生荣")} <= pairs


def test_stale_seats(gazette: Gazette) -> None:
    def stale(on: str) -> Counter[tuple[str, str]]:
        fillings = on_day(gazette.timeline.fillings, on)
        return Counter((gazette.name(f.person), gazette.name(f.group)) for f in fillings if f.state == "stale")

    first, second = stale("2023-09-01"), stale("2023-09-10")
    assert {person for person, _ in first} == {"刘文斌"}
    assert sum(first.values()) == 3
    assert Counter(person for person, _ in second.elements()) == {"刘文斌": 3, "王生荣": 2, "韩啸": 1}
    assert stale("2023-08-29") == {}
    assert all(person != "郭鑫" for person, _ in stale("2024-01-01"))


def test_gao_ming_chairs_the_mine_group_from_its_day_on(gazette: Gazette) -> None:
    def chaired(on: str) -> set[str]:
        own = [
            f for f in on_day(gazette.timeline.fillings, on) if gazette.name(f.person) == "高明" and f.role == "组长"
        ]
        return {gazette.name(filling.group) for filling in own}

    assert len(chaired("2023-09-05")) == 1
    assert len(chaired("2023-09-06")) == 2
    together = [f for f in on_day(gazette.timeline.fillings, "2023-09-05") if f.role == "组长"]
    group = next(f.group for f in together if gazette.name(f.person) == "高明")
    assert {gazette.name(f.person) for f in together if f.group == group} == {"高明", "郭力中"}


def test_findings_on_the_division(gazette: Gazette) -> None:
    kinds = Counter(finding.kind for finding in gazette.timeline.findings)
    assert kinds["number-unseen"] == 12
    assert kinds["unit-two-leaders"] == 0
    assert kinds["number-against-date"] == 0
    alone = [finding for finding in gazette.timeline.findings if finding.kind == "no-stand-in"]
    assert [(finding.severity, gazette.name(finding.about[0])) for finding in alone] == [("info", "韩涛")]
    assert kinds["task-leader-moved"] == 26


def test_clauses_pass_heads_on_and_let_deputies_wait(gazette: Gazette) -> None:
    """The medical-reform group's clause: everybody but the district's leaders."""
    paper, group = "东政办发〔2023〕44号", "东胜区深化医药卫生体制改革领导小组"
    source = Source(jurisdiction=PLACE, doc_id=paper, quote="（条款）", line_start=2011)
    later = Source(jurisdiction=PLACE, doc_id="东党办发〔2023〕90号", quote="（任免）")
    changed = Gazette(
        [
            *gazette.statements,
            waist.Succession(
                group=group,
                applies_to=("members", "leaders", "office"),
                except_=("区领导",),
                mode="automatic",
                source=source,
            ),
            waist.Document(title="任免通知", issuer="中共东胜区委办公室", signed_date="2023-11-01", source=later),
            waist.Appointment(action="免去", person="高云胜", post="区财政局局长", source=later),
            waist.Appointment(action="任命", person="石磊", post="区财政局局长", source=later),
            waist.Appointment(action="免去", person="刘宇", post="区委组织部副部长", source=later),
        ]
    )
    seats = {
        changed.name(filling.person): filling.state
        for filling in on_day(changed.timeline.fillings, "2023-11-02")
        if changed.name(filling.group) == group and filling.role == "成员"
    }
    assert seats["石磊"] == "succession"
    assert seats["刘宇"] == "pending_unit"
    assert "高云胜" not in seats


def test_seats_by_function_are_filled_from_the_division(gazette: Gazette) -> None:
    source = Source(jurisdiction=PLACE, doc_id="东政发〔2023〕26号", quote="（组成）", line_start=386)
    with_seats = Gazette(
        [
            *gazette.statements,
            waist.Membership(
                group="区科技创新工作领导小组", role="组长", order=1, title="区人民政府主要领导", source=source
            ),
            waist.Membership(group="区科技创新工作领导小组", role="副组长", order=2, title="分管领导", source=source),
        ]
    )

    def filled(role: str, on: str) -> set[tuple[str, str]]:
        return {
            (with_seats.name(filling.person), filling.state)
            for filling in on_day(with_seats.timeline.fillings, on)
            if filling.role == role and with_seats.name(filling.group) == "区科技创新工作领导小组"
        }

    assert filled("组长", "2023-07-18") == {("韩涛", "function")}
    assert filled("组长", "2023-09-01") == {("韩涛", "function")}
    assert filled("副组长", "2023-08-28") == set()
    assert filled("副组长", "2023-08-29") == {("王志", "function")}


def test_division_of_43_counts_from_its_day(gazette: Gazette) -> None:
    assert [(d.extent, d.interval) for d in gazette.timeline.divisions] == [
        ("whole", Interval(valid_from="2023-08-29", possible_from="2023-08-29"))
    ]
