"""The made-up district end to end: its papers loaded, built and asked; every answer of answers.yaml holds.

The text papers are read, folded, projected and published into an embedded store once; each answer is then asked for as
the command line does.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.errors import NotFoundError
from core.settings import Settings
from queries.answers.asking import answer
from queries.answers.groups import roster
from queries.answers.leaders import holders, portfolio, stand_in
from queries.answers.model import Holder, SeatLine, Thing
from queries.answers.resolve import AmbiguousError, resolve
from queries.answers.tasks import who_is_responsible
from queries.library import Library, open_library
from tests.examples.test_lanting import Answer, of


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    """The district, opened for questions."""
    with open_library(lanting) as opened:
        yield opened


def name_of(item: Answer) -> str:
    return f"{item.subject} {item.day}"


def persons(library: Library, name: str) -> list[Thing]:
    """All people of exactly that name."""
    hits = library.index.find(name, kinds=["Person"], limit=50)
    return [Thing(hit.id, hit.kind, hit.name) for hit in hits if hit.name == name]


def leader(library: Library, name: str) -> Thing:
    """The leader of that name: of namesakes the one who ever had a desk."""
    found = persons(library, name)
    if len(found) == 1:
        return found[0]
    (one,) = [
        each for each in found if library.rows("people/portfolio-changes", person=each.id, **{"from": "2000-01-01"})
    ]
    return one


@pytest.mark.parametrize("item", of("responsible"), ids=name_of)
def test_who_is_responsible(library: Library, item: Answer) -> None:
    task = resolve(library.index, item.subject, ["Task"])
    found = who_is_responsible(library, task, item.day)
    assert found.number == item.text("number")
    leads = [unit.organisation.id for unit in found.units if unit.part.code == "LEADS"]
    assert leads == [resolve(library.index, each, ["Organisation"]).id for each in item.items("lead_orgs")]
    (first, *others) = found.answers
    assert others == []
    if item.text("verdict"):
        assert first.verdict.code == item.text("verdict"), first.explanation
    if item.text("named"):
        assert [each.person.name for each in found.named] == [item.text("named")]
    if item.text("in_charge"):
        assert (first.answers_as, first.who.name) == ("in_charge", item.text("in_charge"))
    if item.text("since_at_latest"):
        assert first.since_at_latest == item.text("since_at_latest")
    if item.text("by"):
        by = {each.id for each in found.evidence if each.number == item.text("by")}
        assert by & set(first.held.rests_on)
    if item.text("stand_in"):
        assert [each.person.name for each in first.stand_ins][:1] == [item.text("stand_in")]
    assert first.amended_by == ""
    assert found.evidence


@pytest.mark.parametrize("item", of("portfolio"), ids=name_of)
def test_what_is_on_a_leaders_desk(library: Library, item: Answer) -> None:
    found = portfolio(library, leader(library, item.subject), item.day)
    if item.expect.get("none"):
        assert found.charges == ()
        return
    charges = [each for each in found.charges if each.edge.code != "ASSISTS"]

    def names(*edges: str, capacity: str = "principal") -> list[str]:
        return [
            each.object.name for each in charges if each.edge.code in edges and each.capacity.code in ("", capacity)
        ]

    for key, edge in (("in_charge", "IN_CHARGE_OF"), ("matters", "RESPONSIBLE_FOR"), ("liaises", "LIAISES_WITH")):
        if key in item.expect:
            assert sorted(names(edge)) == sorted(item.items(key))
    assert set(item.items("heads")) <= set(names("HEADS"))
    assisting = [each.object.name for each in charges if each.capacity.code == "assisting"]
    assert sorted(assisting) == sorted(item.items("assisting"))
    groups = {f"{each.group.name}|{each.role}" for each in found.groups}
    assert set(item.items("groups")) <= groups
    if item.text("stand_in"):
        assert [each.person.name for each in found.stand_ins][:1] == [item.text("stand_in")]
    if item.text("capacity"):
        assert item.text("capacity") in [each.capacity.zh for each in found.posts]


def seat_text(seat: SeatLine, library: Library) -> tuple[str, str, str]:
    """Role, holder (with whom it was printed for), state, as answers.yaml writes them."""
    who = seat.holder.name if seat.holder else ""
    if seat.state.code == "succession":
        who += f"<{seat.printed_for[-1].name}"
    return seat.role, who, seat.state.code


@pytest.mark.parametrize("item", of("roster"), ids=name_of)
def test_who_sits_in_a_group_and_why(library: Library, item: Answer) -> None:
    group = resolve(library.index, item.subject, ["Group"])
    found = roster(library, group, item.day)
    if item.expect.get("ended"):
        assert found.ended
        assert found.seats == ()
        return
    if item.expect.get("none"):
        assert found.seats == ()
        assert found.founded > item.day
        return
    expected = []
    for line in item.items("seats"):
        role, who, title, state = line.split("|")
        printed, _, now = who.partition(">")
        expected.append((role, "" if state == "function" else printed, state, title, now))
    seats = [(*seat_text(each, library), each.title, each.explanation) for each in found.seats]
    if item.expect.get("complete") is not False:
        assert [each[:3] for each in seats] == [each[:3] for each in expected]
    for role, who, state, title, now in expected:
        match = [each for each in seats if each[:3] == (role, who, state) and (not title or title in each[3])]
        assert match, (role, who, state, title)
        assert not now or any(now in each[4] for each in match)
    if item.text("parent"):
        assert found.parent is not None
        assert found.parent.name == item.text("parent")
    if item.text("office_in"):
        assert [each.name for each in found.office_in] == [item.text("office_in")]
    if item.text("formerly"):
        assert item.text("formerly") in found.other_names


@pytest.mark.parametrize("item", of("stand_in"), ids=name_of)
def test_who_stands_in(library: Library, item: Answer) -> None:
    found = stand_in(library, leader(library, item.subject), item.day).stand_ins
    if item.expect.get("none"):
        assert found == ()
        return
    people = [item.text("person"), *([item.text("then")] if item.text("then") else [])]
    assert [each.person.name for each in found] == people
    for key in ("fallback", "exclusion"):
        if item.text(key):
            assert item.text(key) in getattr(found[0], key)


@pytest.mark.parametrize("item", of("post"), ids=name_of)
def test_who_holds_a_post(library: Library, item: Answer) -> None:
    post = resolve(library.index, item.subject.replace("|", ""), ["Post"])
    found = holders(library, post, item.day).holders
    sure = [each for each in found if each.held.status.code != "possible" and each.capacity.code != "nominated"]
    if item.text("holder"):
        assert [each.person.name for each in sure] == [item.text("holder")]
        check_since(item, sure[0], library)
    if item.items("holders"):
        assert sorted(each.person.name for each in sure) == sorted(item.items("holders"))
    if item.items("nominated"):
        nominated = [each.person.name for each in found if each.capacity.code == "nominated"]
        assert nominated == item.items("nominated")
    if item.items("possible"):
        assert sorted(each.person.name for each in found) == sorted(item.items("possible"))


def check_since(item: Answer, holder: Holder, library: Library) -> None:
    if item.text("since"):
        assert (holder.held.possible_from, holder.held.valid_from) == (item.text("since"), item.text("since"))
    if item.text("first_seen"):
        assert holder.held.valid_from == item.text("first_seen")
        assert holder.held.basis.code == "sighted"


@pytest.mark.parametrize("item", of("persons"), ids=name_of)
def test_namesakes_are_as_many_people_as_the_papers_tell_apart(library: Library, item: Answer) -> None:
    found = persons(library, item.subject)
    assert len(found) == item.expect["count"]
    held = {
        post["post_id"]: each.id
        for each in found
        for post in library.rows("people/posts-held", person=each.id, on=item.day)
    }
    posts = [resolve(library.index, post.replace("|", ""), ["Post"]).id for post in item.items("posts")]
    assert len({held[post] for post in posts}) == len(posts)
    with pytest.raises(AmbiguousError) as caught:
        resolve(library.index, item.subject, ["Person"])
    assert len(caught.value.candidates) == item.expect["count"]


def test_every_kind_of_answer_names_its_evidence(library: Library) -> None:
    person = leader(library, "梁知远")
    group = resolve(library.index, "食品安全委员会", ["Group"])
    body = resolve(library.index, "区财政局", ["Organisation"])
    for kind, subject in (("portfolio", person), ("roster", group), ("oversight", body), ("stand_in", person)):
        found = answer(library, kind, subject, on="2023-10-01")  # type: ignore[arg-type]
        assert found.evidence
        assert all(each.quote and each.title and each.date and each.line_start for each in found.evidence)


def test_a_name_that_is_in_no_paper_is_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError):
        resolve(library.index, "欧阳无此人", ["Person"])
