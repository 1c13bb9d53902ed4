"""Whole numbers as Chinese papers print them: in digits, in words, or digit by digit as years are."""

from __future__ import annotations

_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD, _MYRIADS = "万", {"万": 10_000, "亿": 100_000_000}


def number_of(words: str) -> int:
    """The number that words say. Raises `ValueError` for words that say none.

    >>> number_of("7"), number_of("二十"), number_of("两百零五"), number_of("一亿二千万"), number_of("二〇二三")
    (7, 20, 205, 120000000, 2023)
    """
    if words.isdecimal():
        return int(words)
    if words and all(word in _DIGITS for word in words):
        return int("".join(str(_DIGITS[word]) for word in words))
    whole = part = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _TENS:
            part, digit = part + (digit or 1) * _TENS[word], 0
        elif word == _MYRIAD:
            whole, part, digit = whole + (part + digit) * _MYRIADS[word], 0, 0
        elif word in _MYRIADS:
            whole, part, digit = (whole + part + digit) * _MYRIADS[word], 0, 0
        else:
            raise ValueError(f"no number: {words[:20]}")
    if not words:
        raise ValueError("no number")
    return whole + part + digit
