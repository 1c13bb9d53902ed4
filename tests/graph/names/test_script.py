"""Traditional script is read as simplified where that loses nothing."""

from __future__ import annotations

import pytest

from graph.names.people import suspicion
from graph.names.script import name_key, plain


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("縣財政局局長", "县财政局局长"),
        ("後勤保障組", "後勤保障组"),
        ("乾县著作权领导小组", "乾县著作权领导小组"),
        ("縣 防汛抗旱指揮部", "县防汛抗旱指挥部"),
        ("县财政局", "县财政局"),
    ],
)
def test_words_are_read_but_what_simplified_papers_write_too(printed: str, words: str) -> None:
    assert plain(printed) == words


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("陳國華", "陈国华"),
        ("劉衛東", "刘卫东"),
        ("趙乾", "赵乾"),
        ("赵乾", "赵乾"),
        ("鄧發", "鄧發"),  # 髮 is 发 too
        ("後藤", "後藤"),
        ("於謙", "於谦"),  # 於 is a surname in both, and no 于
        ("余華", "余华"),
        ("餘華", "餘華"),  # 余 is printed too
        ("額登畢力格", "额登毕力格"),
    ],
)
def test_a_name_is_read_only_if_no_character_loses_anything(printed: str, key: str) -> None:
    assert name_key(printed) == key


def test_both_ways_stay_where_they_are() -> None:
    for words in ("县财政局", "陈国华", "赵乾", "后勤组"):
        assert plain(words) == name_key(words) == words
        assert plain(plain(words)) == plain(words)


def test_a_traditional_surname_is_no_misprint() -> None:
    assert suspicion("陳國華") is None
    assert suspicion("撤飞鹏") is not None
