"""Numbers in words: what papers print of years, days, counts and money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import number_of
from loaders.readers.docx_numbers import chinese


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7), ("七", 7), ("两", 2), ("十", 10), ("十一", 11), ("二十", 20), ("九十九", 99), ("百", 100), ("两百零五", 205),
        ("三千", 3_000), ("十五万", 150_000), ("一万二千", 12_000), ("一百二十万", 1_200_000), ("一亿二千万", 120_000_000),
        ("二〇二三", 2023), ("二○一○", 2010), ("零", 0),
    ],
)  # fmt: skip
def test_a_number(words: str, number: int) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize("words", ["", "若干", "三分", "元", "-1"])
def test_no_number(words: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number_of(words)


@given(st.integers(1, 9_999))
def test_what_is_written_in_words_is_read_back(number: int) -> None:
    assert number_of(chinese(number)) == number
