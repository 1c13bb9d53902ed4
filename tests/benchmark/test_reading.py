"""Reading grows with the text and no faster; the measure itself measures what it says. No second is asserted."""

from __future__ import annotations

import pytest

from benchmark import prose, reading
from loaders.gazette.heads import role_of
from tests.counting import calls


def test_four_times_the_text_takes_four_times_the_work() -> None:
    short, long = prose.text(40_000, 5), prose.text(160_000, 5)
    size = len(long.encode()) / len(short.encode())
    assert calls(long) <= 1.1 * size * calls(short)


@pytest.mark.parametrize("unit", reading.HOSTILE.values(), ids=reading.HOSTILE)
def test_a_hostile_line_takes_time_by_its_length(unit: str) -> None:
    """Ten times the line would take a hundred times the time of a reader that looks back for each mark."""
    assert reading.growth(reading.hostile(unit, 10_000), reading.hostile(unit, 100_000), 1) < 40


def test_brackets_that_close_line_by_line_take_time_by_their_number() -> None:
    short, long = (reading.HOSTILE_HEAD + "甲" + "(" * number + "\n" + "乙)\n" * number for number in (1_000, 10_000))
    assert reading.growth(short, long, 1) < 40


def test_prose_comes_out_the_same_from_one_seed_and_without_tables() -> None:
    text = prose.text(30_000, 7)
    assert text == prose.text(30_000, 7) != prose.text(30_000, 8)
    assert len(text.encode()) >= 30_000
    assert "\t" not in text
    assert "|" not in text


def test_each_notice_of_prose_is_read_as_a_document() -> None:
    text = prose.text(30_000, 7)
    rows = reading.read(text.encode()).reading.statements
    documents = [row.doc_id for row in rows if row.TABLE == "documents"]
    assert len(documents) == text.count("关于印发") == len(set(documents))


def test_what_was_remembered_of_words_is_forgotten() -> None:
    role_of("牵头单位")
    assert role_of.cache_info().currsize
    reading.forget()
    assert not role_of.cache_info().currsize


def test_the_command_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    reading.main(["speed", "--rounds", "1", "--megabytes", "0.02"])
    out = capsys.readouterr().out
    for words in ("Python", "policy prose", "prose with rosters", "examples", "bar: 5 MB/s"):
        assert words in out
    assert "hostile" not in out
