"""Folded text: each character in its plain form, at the place where it stood.

Width, script and look-alikes are folded one for one (`（２０２３）` -> `(2023)`, `區` -> `区`), so that folding never moves a
place. The forms stand in tables from code point to code point, looked up for all characters of a text at once.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from graph.names.script import simplified_characters
from loaders.readers import lookalikes

#: Wide letters, digits and marks stand in one block, in the order of the plain ones; other marks of one plain form stand elsewhere.
_PLAIN_FORMS = {0xFF01 + place: 0x21 + place for place in range(94)} | str.maketrans(
    "【】〖〗　\u00a0•・‧∙﹒", "[][]  ·····"
)
_UNSEEN = re.compile(f"[{lookalikes.INVISIBLE}]")
_SPELT_BLANK = re.compile(lookalikes.SPELT_BLANK)
#: Rare characters of names, outside the basic block. Rules know names by the basic block; printed words stay as they are.
_RARE = (range(0x3400, 0x4DC0), range(0x20000, 0x40000))
_ANY_NAME = "吉"
#: Frequent characters that only traditional script writes; without any of them nothing is converted.
_TRADITIONAL = re.compile("[國區縣長學組員發辦關於會領導執應處門務產業監書記黨聯繫負責實鎮鄉農衛廳總經濟財稅審統計]")
#: A full stop printed half-width behind Chinese words; behind the number of a heading (`一. …`) it is none.
_HALF_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff)”]\.)(?<![一二三四五六七八九十]\.)(?=\s)")
#: Where the characters stand that have another form: marks, wide forms, radicals; compatibility ideographs.
_FOLDED = (range(0x3400), range(0xF900, 0x10000), range(0x2F800, 0x2FA20))
#: Such a bar is what `|` is, but in a table that is drawn, or whose rows stand between bars.
_BOX_BARS = "│┃"
_BOXED = re.compile(f"[┌┏├┣┬┳┼╋└┗]|^[ \t]*[{_BOX_BARS}][^\n]*[{_BOX_BARS}][ \t]*$", re.MULTILINE)
_CODE_POINTS = "utf-32-le"

_Table = NDArray[np.uint32]


def fold(text: str) -> str:
    """The text for matching, as long as the text printed.

    >>> fold("（２０２３）區⻓")
    '(2023)区长'
    """
    if "&" in text:
        text = _SPELT_BLANK.sub(lambda blank: " " * len(blank[0]), text)
    text = _looked_up(text, _plain())
    if any(bar in text for bar in _BOX_BARS) and _BOXED.search(text) is None:
        for bar in _BOX_BARS:
            text = text.replace(bar, "|")
    if ". " in text or ".\n" in text or ".\r" in text:
        text = _HALF_STOP.sub("。", text)
    return simplified(text) if has_traditional(text) else text


def has_traditional(text: str) -> bool:
    """Whether a text of some length holds characters that only traditional script writes: one of the most frequent."""
    return _TRADITIONAL.search(text) is not None


def simplified(text: str) -> str:
    """The text in simplified script, width and look-alikes as they are, as long as the text printed.

    >>> simplified("（２０２３）區")
    '（２０２３）区'
    """
    return _looked_up(text, _simplified())


def _looked_up(text: str, table: _Table) -> str:
    return table[_codes(text)].tobytes().decode(_CODE_POINTS, "surrogatepass")


def _codes(text: str) -> _Table:
    return np.frombuffer(text.encode(_CODE_POINTS, "surrogatepass"), np.uint32)


@cache
def _plain() -> _Table:
    """Wide forms, what prints nothing, look-alikes, rare characters, in this order."""
    table = np.arange(0x110000, dtype=np.uint32)
    for rare in _RARE:
        table[rare.start : rare.stop] = ord(_ANY_NAME)
    for codes in _FOLDED:
        folded = _UNSEEN.sub(" ", "".join(map(chr, codes)).translate(_PLAIN_FORMS))
        table[codes.start : codes.stop] = table[_codes(lookalikes.plain(folded))]
    return table


@cache
def _simplified() -> _Table:
    """Traditional to simplified, single characters only: phrase by phrase would move places."""
    table = np.arange(0x110000, dtype=np.uint32)
    for code, simple in simplified_characters().items():
        table[code] = ord(simple)
    return table
