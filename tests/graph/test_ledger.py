from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Connection

from core.errors import ConfigError, DutygraphError, InputError, NotFoundError, StoreBusyError, StoreError, UsageError
from core.settings import Settings
from graph.decisions import Decision
from graph.ledger import database, journal, rows, schema, snapshot
from graph.ledger.home import ledger_home
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading, SourceKind
from graph.statements import Document, Membership, PostSeen, Source, Statement
from tests.ledgers import executed, words
from tests.statement_strategies import statements as any_statement

NUMBER = "甲政办发〔2031〕4号"


@pytest.fixture
def settings(ledger_settings: Settings) -> Settings:
    """An empty ledger of each kind: one body of tests for both."""
    return ledger_settings


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(settings) as opened:
        yield opened


def source(**changes: Any) -> Source:
    values: dict[str, Any] = {"jurisdiction": "990001", "doc_id": NUMBER, "quote": "周正", "rule": "roster/seat"}
    return Source(**{**values, **changes})


def paper(**changes: Any) -> Document:
    values: dict[str, Any] = {"title": "关于成立医改领导小组的通知", "issuer": "甲区人民政府办公室"}
    return Document(**{**values, "signed_date": "2031-08-30", "source": source(), **changes})


def seat(person: str, start: int = 10, **changes: Any) -> Membership:
    place = {"start": start, "end": start + 2, **changes.pop("place", {})}
    return Membership(group="医改领导小组", role="成员", person=person, source=source(**place), **changes)


def put(
    ledger: Ledger,
    data: bytes,
    *statements: Statement,
    kind: SourceKind = "text",
    rules: str = "2031.1.1",
    text: str = "",
) -> str:
    sha256 = ledger.receive(data, "paper.txt")
    own = tuple(
        statement if statement.source.file else replace(statement, source=replace(statement.source, file=sha256))
        for statement in statements
    )
    ledger.write(Reading(sha256=sha256, kind=kind, rules=rules, statements=own, text=text))
    return sha256


def people(ledger: Ledger, known_at: int | None = None) -> list[str]:
    return [row.person for row in ledger.live_statements(known_at) if isinstance(row, Membership)]


# --- the database -----------------------------------------------------------------------------------------------


def test_an_empty_ledger_is_at_the_newest_revision(ledger: Ledger, settings: Settings) -> None:
    assert ledger.clock() == 0
    assert executed(settings, "SELECT version_num FROM alembic_version") == [(database.HEAD,)]


def test_head_is_the_last_migration_of_one_line() -> None:
    scripts = ScriptDirectory(str(Path(database.__file__).parent / "migrations"))
    assert scripts.get_heads() == [database.HEAD]
    assert len(list(scripts.walk_revisions())) == int(database.HEAD)


def test_migrations_make_the_tables_of_the_schema(settings: Settings) -> None:
    opened = ledger_home(settings).open()
    with opened.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.METADATA) == []
    opened.close()


def test_a_ledger_of_a_newer_program_is_refused(ledger: Ledger, settings: Settings) -> None:
    ledger.close()
    executed(settings, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigError, match="LEDGER-NEWER"):
        Ledger(settings)


def test_a_database_that_holds_something_else_is_left_alone(settings: Settings) -> None:
    settings.home.mkdir()
    theirs = ("CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('a4f2')")
    for table, made in (("films", ["CREATE TABLE films (title TEXT)"]), ("alembic_version", theirs)):
        executed(settings, *made)
        with pytest.raises(StoreError, match="LEDGER-FOREIGN"):
            Ledger(settings)
        executed(settings, f"DROP TABLE {table}")
    Ledger(settings).close()


def test_a_second_writer_is_told_to_wait(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    other = ledger_home(settings).open()
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
        with other.writing():
            with pytest.raises(StoreBusyError, match="LEDGER-BUSY") as caught:
                ledger.receive(b"b", "b.txt")
            assert caught.value.remedy
            assert len(ledger.files()) == 1  # readers are not in the way
        ledger.receive(b"b", "b.txt")
    other.close()


def test_a_reader_sees_one_moment_whatever_is_written(settings: Settings) -> None:
    other = ledger_home(settings).open()
    with open_ledger(settings) as ledger, other.reading() as connection:
        assert snapshot.clock(connection) == 0
        ledger.receive(b"a", "a.txt")
        assert (snapshot.clock(connection), snapshot.files(connection)) == (0, ())
    other.close()


def test_what_fails_in_the_middle_leaves_nothing_and_no_gap(settings: Settings) -> None:
    opened = ledger_home(settings).open()
    with suppress(KeyboardInterrupt), opened.writing() as connection:
        assert journal.entry(connection, "received") == 1
        raise KeyboardInterrupt
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
        assert ledger.clock() == 1
        assert ledger.broken() == ()
    opened.close()


# --- files and readings -----------------------------------------------------------------------------------------


@hypothesis_settings(deadline=None)
@given(any_statement)
def test_a_statement_comes_back_from_its_row_exactly(statement: Statement) -> None:
    where = statement.source
    for file in ("f" * 64, where.file):
        data = rows.encode(statement, file)
        back = rows.decode(statement.TABLE, data, jurisdiction=where.jurisdiction, doc_id=where.doc_id, file=file)
        assert back == statement


def test_what_was_written_comes_back(ledger: Ledger) -> None:
    sha256 = put(ledger, b"paper", paper(), seat("周正"), seat("沈渡", 20), text="全文")
    assert set(ledger.live_statements()) == {
        replace(row, source=replace(row.source, file=sha256)) for row in (paper(), seat("周正"), seat("沈渡", 20))
    }
    assert ledger.original(sha256) == b"paper"
    assert ledger.text(sha256) == "全文"


def test_the_same_file_twice_changes_nothing(ledger: Ledger) -> None:
    put(ledger, b"paper", paper(), seat("周正"))
    before, clock = ledger.live(), ledger.clock()
    put(ledger, b"paper", paper(), seat("周正"))
    assert ledger.live() == before
    assert ledger.clock() == clock


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    second = {"source": source(doc_id="甲政办发〔2031〕5号", quote="x")}
    papers: list[tuple[bytes, tuple[Statement, ...], SourceKind]] = [
        (b"one", (paper(), seat("周正")), "text"),
        (b"two", (paper(), seat("周政")), "pdf"),
        (b"three", (paper(**second), seat("沈渡", place={"doc_id": "甲政办发〔2031〕5号"})), "text"),
        (b"four", (seat("韩周", place={"doc_id": "甲政办发[2031]5号"}),), "scan"),
    ]
    seen = []
    for number, order in enumerate(permutations(papers)):
        with open_ledger(Settings(home=tmp_path / str(number))) as ledger:
            for data, statements, kind in order:
                put(ledger, data, *statements, kind=kind)
            seen.append(ledger.live())
    assert len(seen) == 24
    assert all(live == seen[0] for live in seen)
    assert sorted(row.person for row in seen[0].statements if isinstance(row, Membership)) == ["周正", "沈渡"]


def test_the_best_source_of_a_document_counts(ledger: Ledger) -> None:
    order: tuple[SourceKind, ...] = ("scan", "pdf", "text", "html", "docx", "table")
    for kind in order:
        put(ledger, kind.encode(), paper(), seat(kind), kind=kind, rules="" if kind == "table" else "2031.1.1")
        assert people(ledger) == [kind]


def test_newer_rules_come_before_a_better_source(ledger: Ledger) -> None:
    put(ledger, b"docx", paper(), seat("旧"), kind="docx", rules="2031.9.1")
    put(ledger, b"pdf", paper(), seat("新"), kind="pdf", rules="2031.10.1")
    assert people(ledger) == ["新"]


def test_of_equal_readings_the_smallest_hash_counts(ledger: Ledger) -> None:
    hashes = {put(ledger, data, paper(), seat(data.decode())): data.decode() for data in (b"a", b"b", b"c")}
    assert people(ledger) == [hashes[min(hashes)]]


def test_differences_between_files_of_one_document_are_listed(ledger: Ledger) -> None:
    text = put(ledger, b"text", paper(), seat("周正"), seat("沈渡", 20))
    scan = put(ledger, b"scan", paper(), seat("周正"), seat("沈波", 20), kind="scan")
    found = {(dict(item.cells)["person"], item.with_it, item.without_it) for item in ledger.differences()}
    assert found == {("沈渡", (text,), (scan,)), ("沈波", (scan,), (text,))}
    assert {item.doc_id for item in ledger.differences()} == {NUMBER}


def test_a_withdrawn_reading_no_longer_counts_and_its_row_stays(ledger: Ledger) -> None:
    put(ledger, b"docx", paper(), seat("错"), kind="docx")
    put(ledger, b"text", paper(), seat("对"))
    (wrong, _) = ledger.readings()
    ledger.withdraw_reading(wrong.row, who="审核员", why="误载")
    assert people(ledger) == ["对"]
    assert [reading.withdrawn for reading in ledger.readings()] == [True, False]
    put(ledger, b"docx", paper(), seat("错"), kind="docx")
    assert people(ledger) == ["错"]


def test_the_ledger_answers_as_it_stood(ledger: Ledger) -> None:
    put(ledger, b"text", paper(), seat("周正"))
    then = ledger.clock()
    put(ledger, b"docx", paper(), seat("周政"), kind="docx")
    ledger.withdraw_reading(ledger.readings()[0].row, who="审核员", why="误载")
    assert people(ledger, then) == ["周正"]
    assert people(ledger) == ["周政"]
    assert ledger.content_clock(then) <= then < ledger.content_clock() <= ledger.clock()


def test_wall_time_never_runs_backwards(ledger: Ledger, settings: Settings) -> None:
    ledger.receive(b"a", "a.txt")
    executed(settings, "UPDATE journal SET at = '2999-01-01T00:00:00+08:00'")
    put(ledger, b"b", paper())
    assert ledger.readings()[0].at == "2999-01-01T00:00:00+08:00"


def test_states_tell_how_far_a_file_got(ledger: Ledger) -> None:
    sha256 = ledger.receive(b"a", "a.txt")
    assert [record.state for record in ledger.pending()] == ["received"]
    ledger.mark(sha256, "parsed")
    assert [record.state for record in ledger.pending()] == ["parsed"]
    ledger.write(Reading(sha256=sha256, kind="text", rules="1", statements=(paper(),)))
    assert ledger.pending() == ()
    assert ledger.files()[0].state == "written"
    ledger.verified(ledger.clock())
    assert ledger.files()[0].state == "verified"


def test_a_quarantined_file_is_listed_until_it_is_read(ledger: Ledger) -> None:
    sha256 = ledger.receive(b"a", "a.txt")
    ledger.quarantine("a.txt", sha256=sha256, code="FILE-BINARY", message="不是文本", position="1")
    assert [item.code for item in ledger.quarantined()] == ["FILE-BINARY"]
    assert ledger.files()[0].quarantined == "FILE-BINARY"
    assert ledger.pending() == ()
    put(ledger, b"a", paper())
    assert ledger.quarantined() == ()
    assert ledger.files()[0].quarantined == ""


def test_a_reading_of_an_unknown_file_is_refused(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError):
        ledger.write(Reading(sha256="0" * 64, kind="text", rules="1", statements=(paper(),)))
    assert ledger.readings() == ()


def test_private_data_does_not_enter(ledger: Ledger, settings: Settings) -> None:
    put(ledger, b"x", paper(), seat("周正", title="电话13800000000", place={"quote": "周正13800000000"}))
    (row,) = [row for row in ledger.live_statements() if isinstance(row, Membership)]
    assert row.title == "电话" + "●" * 11
    assert row.source.quote == "周正" + "●" * 11
    assert "13800000000" not in words(settings)
    assert "●" * 11 in words(settings)


def test_newer_rules_put_an_older_reading_of_the_same_file_aside(ledger: Ledger) -> None:
    misread = paper(title="误分的一段", source=source(doc_id="label-1"))
    put(ledger, b"a", paper(), misread)
    put(ledger, b"a", paper(), rules="2031.2.1")
    assert [row.title for row in ledger.live_statements() if isinstance(row, Document)] == [paper().title]


def test_a_file_given_another_place_is_read_anew(ledger: Ledger) -> None:
    sha256 = put(ledger, b"a", paper())
    here = replace(paper().source, jurisdiction="990002", file=sha256)
    reading = Reading(
        sha256=sha256, kind="text", rules="2031.1.1", statements=(paper(source=here),), jurisdiction="990002"
    )
    assert ledger.write(reading)
    assert not ledger.write(reading)
    assert [row.jurisdiction for row in ledger.live_statements()] == ["990002"]


# --- decisions --------------------------------------------------------------------------------------------------


def id_of(ledger: Ledger, person: str) -> str:
    live = ledger.live()
    everything = [*zip(live.ids.ids, live.statements, strict=True), *live.held_back]
    return next(key for key, row in everything if isinstance(row, Membership) and row.person == person)


def places(ledger: Ledger) -> dict[int, str]:
    live = ledger.live()
    return {row.source.start: key for key, row in zip(live.ids.ids, live.statements, strict=True)}


def test_doubtful_rows_wait_for_a_person(ledger: Ledger) -> None:
    put(ledger, b"a", paper(), seat("周正", place={"confidence": 0.4}), seat("沈渡", 20))
    assert people(ledger) == ["沈渡"]
    row = ledger.decide(Decision(verdict="accept", subject=id_of(ledger, "周正"), reason="与原件一致"), who="审核员")
    assert sorted(people(ledger)) == ["周正", "沈渡"]
    ledger.withdraw_decision(row, who="审核员", why="看错")
    assert people(ledger) == ["沈渡"]
    assert [record.withdrawn for record in ledger.decisions()] == [True]


def test_a_rejection_moves_no_neighbours_id(ledger: Ledger) -> None:
    put(ledger, b"a", paper(), seat("周正", 10), seat("周正", 20), seat("周正", 30))
    before = places(ledger)
    ledger.decide(Decision(verdict="reject", subject=before[20], reason="重复"), who="审核员")
    assert places(ledger) == {start: key for start, key in before.items() if start != 20}
    assert [key for key, _ in ledger.live().held_back] == [before[20]]


def test_a_correction_keeps_id_and_words(ledger: Ledger) -> None:
    put(ledger, b"a", paper(), seat("周政", order=3, place={"confidence": 0.2}))
    key = id_of(ledger, "周政")
    ledger.decide(Decision(verdict="correct", subject=key, column="person", value="周正", reason="原件"), who="审核员")
    ledger.decide(Decision(verdict="correct", subject=key, column="order", value="4", reason="原件"), who="审核员")
    live = ledger.live()
    row = live.statements[live.ids.ids.index(key)]
    assert isinstance(row, Membership)
    assert (row.person, row.order, row.source.rule, row.source.quote) == ("周正", 4, "person", "周正")


def test_a_decision_survives_a_new_reading_and_is_an_orphan_without_its_row(ledger: Ledger) -> None:
    put(ledger, b"a", paper(), seat("周正"))
    decision = Decision(verdict="reject", subject=id_of(ledger, "周正"), reason="原件无此人")
    ledger.decide(decision, who="审核员")
    put(ledger, b"a", paper(), seat("周正", 99), seat("沈渡", 20), rules="2031.2.1")
    assert people(ledger) == ["沈渡"]
    assert ledger.live().orphans == ()
    put(ledger, b"a", paper(), seat("沈渡", 20), rules="2031.3.1")
    assert ledger.live().orphans == (decision,)


def test_a_decision_needs_a_name_and_a_reason(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        ledger.decide(Decision(verdict="reject", subject="st_x"), who="审核员")
    with pytest.raises(UsageError):
        ledger.decide(Decision(verdict="reject", subject="st_x", reason="重复"), who=" ")


def test_derived_posts_count_only_where_nothing_else_names_the_person(ledger: Ledger) -> None:
    derived = [PostSeen(person=name, post="区财政局|局长", source=source()) for name in ("周正", "韩周")]
    put(ledger, b"a", paper(), seat("周 正"), *derived)
    assert [row.person for row in ledger.live_statements() if isinstance(row, PostSeen)] == ["韩周"]


# --- purge ------------------------------------------------------------------------------------------------------


def test_a_purge_leaves_the_hash_and_no_word(ledger: Ledger, settings: Settings) -> None:
    private = "绝密词语甲乙丙丁"
    sha256 = put(ledger, private.encode(), paper(), seat(private), text=private)
    put(ledger, b"other", paper(source=source(doc_id="甲发〔2031〕9号")))
    ledger.purge(sha256, who="管理员", why="涉个人信息")
    assert people(ledger) == []
    assert ledger.files()[0].sha256 == sha256
    assert ledger.files()[0].purged
    with pytest.raises(NotFoundError):
        ledger.original(sha256)
    with pytest.raises(NotFoundError):
        ledger.text(sha256)
    ledger.purge(sha256, who="管理员", why="涉个人信息")
    assert private not in words(settings)
    ledger.close()
    left = b"".join(path.read_bytes() for path in sorted(settings.home.rglob("*")) if path.is_file())
    assert private.encode() not in left


def test_a_purged_file_is_not_taken_in_again(ledger: Ledger) -> None:
    sha256 = put(ledger, b"a", paper())
    ledger.purge(sha256, who="管理员", why="涉个人信息")
    with pytest.raises(InputError, match="FILE-PURGED"):
        ledger.receive(b"a", "a.txt")


def test_a_purge_needs_a_known_file_a_name_and_a_reason(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError):
        ledger.purge("0" * 64, who="管理员", why="理由")
    sha256 = put(ledger, b"a", paper())
    with pytest.raises(UsageError):
        ledger.purge(sha256, who="管理员", why="")
    assert people(ledger) == []
    assert not ledger.files()[0].purged


def test_a_changed_original_is_found_out(ledger: Ledger, settings: Settings) -> None:
    sha256 = put(ledger, b"a", paper())
    (settings.originals_path / sha256[:2] / sha256).write_bytes(b"b")
    with pytest.raises(DutygraphError, match="ORIGINAL-CORRUPT"):
        ledger.original(sha256)


def test_an_original_is_on_the_disk_before_its_row(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that a power cut must not break: bytes, name, folders up to the home, and only then the row."""
    done: list[str] = []
    fsync, replaced, written = os.fsync, Path.replace, database.Database.writing

    def noting_sync(descriptor: int) -> None:
        done.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        fsync(descriptor)

    def noting_replace(self: Path, target: Path) -> Path:
        done.append("name")
        return replaced(self, target)

    @contextmanager
    def noting_write(self: database.Database) -> Iterator[Connection]:
        with written(self) as connection:
            yield connection
        done.append("row")

    with open_ledger(settings) as ledger:
        monkeypatch.setattr(os, "fsync", noting_sync)
        monkeypatch.setattr(Path, "replace", noting_replace)
        monkeypatch.setattr(database.Database, "writing", noting_write)
        sha256 = ledger.receive(b"a", "a.txt")
        part = f"sync {sha256}.{os.getpid()}.part"
        folders = [f"sync {sha256[:2]}", "sync originals", "sync home"]
        assert done == [part, "name", *folders, "row"]
        done.clear()
        # Whoever put the bytes there may have been killed before their name was on the disk.
        ledger.receive(b"a", "a.txt")
        assert done == [*folders, "row"]


def test_a_damaged_original_is_mended_when_the_file_comes_again(ledger: Ledger, settings: Settings) -> None:
    sha256 = put(ledger, b"abc", paper())
    (settings.originals_path / sha256[:2] / sha256).write_bytes(b"abx")
    assert ledger.receive(b"abc", "a.txt") == sha256
    assert ledger.original(sha256) == b"abc"
