from __future__ import annotations

import random
import uuid
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import ID_RECIPE, NAMESPACE, assign_ids, derived_id, document_id, fold, is_number, statement_id
from graph.statements import Document, Membership, Source, Statement, Task

NUMBER = "甲政办发〔2031〕4号"


def source(**changes: Any) -> Source:
    place: dict[str, Any] = {"jurisdiction": "990001", "doc_id": NUMBER}
    return replace(Source(), **{**place, **changes})


def paper(issuer: str = "甲区人民政府办公室", **changes: str | int) -> Document:
    return Document(title="关于成立领导小组的通知", issuer=issuer, signed_date="2031-08-30", source=source(**changes))


def seat(person: str, start: int, **changes: str | int) -> Membership:
    return Membership(group="医改领导小组", role="成员", person=person, source=source(start=start, **changes))


def test_ids_are_golden() -> None:
    assert ID_RECIPE == 1
    document = document_id("990001", NUMBER, issuer="甲区人民政府办公室")
    assert document == "doc_4037b7a3a50655a8952f4eba353a592f"
    assert statement_id(document, seat("周正", 7)) == "st_48da0921fdf45629bc0ef3c5bfea64b6"
    assert derived_id("person", "st_1", "2031-08-30") == "pe_a9d19e96375b54c78156db18de85da2d"


@given(st.lists(st.text(max_size=20), max_size=4))
def test_an_id_is_a_uuid5_of_its_recipe(parts: list[str]) -> None:
    name = "\x1f".join((f"dutygraph/{ID_RECIPE}", "person", *(fold(part) for part in parts)))
    assert derived_id("person", *parts) == f"pe_{uuid.uuid5(NAMESPACE, name).hex}"


def test_an_id_forgets_file_place_rule_and_confidence() -> None:
    here = seat("周正", 7, file="a" * 64, rule="roster/seat", line_start=3)
    there = replace(
        here, source=replace(here.source, file="b" * 64, page=4, rule="person", confidence=0.7, cell="x!A1")
    )
    assert assign_ids([here]).ids == assign_ids([there]).ids


def test_an_id_forgets_width_and_spaces_but_no_word() -> None:
    assert derived_id("person", "周 正") == derived_id("person", "周正")
    assert derived_id("name", "ＡＢ角") == derived_id("name", "AB角")
    assert derived_id("person", "周正") != derived_id("person", "周政")
    assert derived_id("person", "a", "b") != derived_id("person", "ab")


def test_one_number_of_two_places_makes_two_documents() -> None:
    ours = document_id("990001", NUMBER, issuer="甲区人民政府")
    theirs = document_id("990002", NUMBER, issuer="甲区人民政府")
    assert ours != theirs


def test_brackets_of_a_number_do_not_tell_documents_apart() -> None:
    assert document_id("990001", "甲政发[2031] 4号", issuer="区") == document_id(
        "990001", "甲政发〔2031〕4号", issuer="区"
    )


def test_a_document_without_number_goes_by_issuer_title_and_date() -> None:
    first = document_id("990001", "label-1", issuer="区", title="通知", date="2031-01-01")
    assert first == document_id("990001", "label-2", issuer="区", title="通知", date="2031-01-01")
    assert first != document_id("990001", "label-1", issuer="区", title="通知", date="2031-01-02")


@pytest.mark.parametrize("number", ["甲政办发〔2031〕4号", "甲政发[2031] 4号", "国务院令第708号"])
def test_printed_numbers_are_told_from_labels(number: str) -> None:
    assert is_number(number)


@pytest.mark.parametrize("label", ["", "issue", "甲公报#2", "4号楼通知", "甲政办发〔2031〕4号 附件"])
def test_labels_are_no_numbers(label: str) -> None:
    assert not is_number(label)


def test_equals_are_counted_in_printed_order() -> None:
    rows: list[Statement] = [paper(), seat("周正", 7), seat("周正", 90), seat("沈渡", 50)]
    ids = assign_ids(rows)
    assert len(set(ids.ids)) == 4
    assert ids.ids[1] == statement_id(ids.document_ids[0], rows[1], 0)
    assert ids.ids[2] == statement_id(ids.document_ids[0], rows[2], 1)


def test_rows_of_a_table_count_as_numbers_not_as_text() -> None:
    tenth = replace(seat("周正", 0), source=source(cell="memberships!A10"))
    second = replace(seat("周正", 0), source=source(cell="memberships!A2"))
    ids = assign_ids([tenth, second])
    assert ids.ids[1] == statement_id(ids.document_ids[1], second, 0)


def test_a_table_without_a_documents_row_belongs_to_the_known_document() -> None:
    loose = seat("周正", 7)
    assert assign_ids([loose, paper()]).document_ids[0] == assign_ids([paper()]).document_ids[0]
    other = replace(paper("甲区人民政府"), source=source(doc_id="甲政办发[2031]4号"))
    assert assign_ids([loose]).document_ids[0] != assign_ids([other]).document_ids[0]


@given(st.permutations(range(8)), st.randoms())
def test_ids_do_not_depend_on_the_order_given(order: list[int], chance: random.Random) -> None:
    rows: list[Statement] = [
        paper(), seat("周正", 7), seat("周正", 90), seat("沈渡", 50),
        Task(title="一", number="1", source=source(start=1)), Task(title="一", number="1", source=source(start=2)),
        Task(title="一", number="1", source=source(start=2, doc_id="乙〔2031〕1号")), seat("周正", 7, doc_id="x"),
    ]  # fmt: skip
    straight = dict(zip(map(repr, rows), assign_ids(rows).ids, strict=True))
    shuffled = [rows[index] for index in order]
    assert dict(zip(map(repr, shuffled), assign_ids(shuffled).ids, strict=True)) == straight
    chance.shuffle(shuffled)
    assert dict(zip(map(repr, shuffled), assign_ids(shuffled).ids, strict=True)) == straight


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
