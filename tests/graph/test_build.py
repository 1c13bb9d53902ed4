from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from core.errors import StoreCorruptError, StoreError
from core.settings import Settings
from graph import search
from graph.build import build, graph_of, version_at
from graph.elements import Graph
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading
from graph.statements import Document, Membership, Source
from graph.stores.difference import Difference
from graph.stores.store import Counts, Row, Store, Value

NUMBER = "兰政办发〔2031〕4号"


class Shelf:
    """A graph home that keeps what it is given."""

    backend = "shelf"

    def __init__(self, *, broken: bool = False) -> None:
        self.published: list[tuple[str, Graph]] = []
        self._broken = broken

    def version(self) -> str:
        return self.published[-1][0] if self.published else ""

    def publish(self, graph: Graph, *, version: str) -> None:
        if self._broken:
            raise StoreCorruptError("写入数与应有数不符 | wrote 1 of 2")
        self.published.append((version, graph))

    def change(self, change: Difference, counts: Counts, *, before: str, version: str) -> None:
        raise AssertionError("one place is its own family: it is folded whole")

    def open(self) -> Store:
        return Nothing(self.version())

    def close(self) -> None:
        """Nothing is open."""


class Nothing:
    """A store that nobody asks anything but its version."""

    backend = "shelf"

    def __init__(self, version: str) -> None:
        self._version = version

    def version(self) -> str:
        return self._version

    def run(self, cypher: str, parameters: Mapping[str, Value]) -> list[Row]:
        raise AssertionError(f"asked {cypher}")

    def counts(self) -> Counts:
        return Counts({}, {})

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(settings) as opened:
        put(opened, b"one", "周正")
        yield opened


def put(ledger: Ledger, data: bytes, person: str, *, confidence: float = 1.0) -> str:
    sha256 = ledger.receive(data, "paper.txt")
    words = person.encode().hex()[:4]
    place = Source(
        jurisdiction="990001", doc_id=f"{NUMBER[:-2]}{int(words, 16)}号", file=sha256, quote=person, start=1, end=3,
        line_start=1, line_end=1, rule="roster/seat", confidence=confidence,
    )  # fmt: skip
    sure = Source(jurisdiction=place.jurisdiction, doc_id=place.doc_id, file=sha256, quote="通知", rule="x")
    ledger.write(
        Reading(
            sha256=sha256, kind="text", rules="2031.1.1",
            statements=(
                Document(title="关于成立医改领导小组的通知", issuer="兰亭区人民政府办公室", signed_date="2031-08-30", source=sure),
                Membership(group="医改领导小组", role="成员", person=person, title="区财政局局长", source=place),
            ),
        )
    )  # fmt: skip
    return sha256


def people(graph: Graph) -> set[str]:
    return {str(node.properties["name"]) for node in graph.nodes if node.label == "Person"}


def test_a_build_publishes_indexes_and_marks_files_verified(ledger: Ledger, settings: Settings) -> None:
    shelf = Shelf()
    report = build(ledger, settings, home=shelf)
    assert report.version == version_at(ledger.content_clock())
    assert (report.nodes, report.edges) == (len(shelf.published[0][1].nodes), len(shelf.published[0][1].edges))
    assert people(shelf.published[0][1]) == {"周正"}
    assert search.index_path(settings, report.version).exists()
    assert {record.state for record in ledger.files()} == {"verified"}


def test_nothing_is_built_where_nothing_changed(ledger: Ledger, settings: Settings) -> None:
    shelf = Shelf()
    build(ledger, settings, home=shelf)
    again = build(ledger, settings, home=shelf)
    assert not again.fresh
    assert len(shelf.published) == 1
    assert build(ledger, settings, home=shelf, force=True).fresh
    assert shelf.published[0] == shelf.published[1]


def test_a_failed_build_leaves_files_unverified_and_the_old_graph(ledger: Ledger, settings: Settings) -> None:
    with pytest.raises(StoreError):
        build(ledger, settings, home=Shelf(broken=True))
    assert {record.state for record in ledger.files()} == {"written"}


def test_the_past_is_built_from_the_ledger_as_it_stood(ledger: Ledger) -> None:
    then = ledger.clock()
    put(ledger, b"two", "沈渡")
    assert people(graph_of(ledger, then)) == {"周正"}
    assert people(graph_of(ledger)) == {"周正", "沈渡"}


def test_a_doubtful_row_that_a_person_accepted_reaches_the_graph(ledger: Ledger) -> None:
    from graph.decisions import Decision

    put(ledger, b"three", "韩周", confidence=0.3)
    assert "韩周" not in people(graph_of(ledger))
    ((key, _),) = ledger.live().held_back
    ledger.decide(Decision(verdict="accept", subject=key, reason="与原件一致"), who="审核员")
    assert "韩周" in people(graph_of(ledger))


def test_old_indexes_go_and_the_last_two_stay(ledger: Ledger, settings: Settings) -> None:
    shelf = Shelf()
    versions = [build(ledger, settings, home=shelf).version]
    for person in ("沈渡", "韩周"):
        put(ledger, person.encode(), person)
        versions.append(build(ledger, settings, home=shelf).version)
    assert [search.index_path(settings, version).exists() for version in versions] == [False, True, True]
