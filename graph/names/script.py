"""Traditional script read as simplified, so that what one paper prints in each is one.

Two ways, both character for character. Names of bodies, groups and titles are words: each character that simplified papers do not
write has one reading there (縣 县, 發 发), and what they write too stays (乾, 於, 後, 著). In a person's name a character counts
alone, so it is read only if nothing is lost: no other character of traditional print may have the same reading. 發 is not
read as 发, nor 餘 as 余, since 髮 and 余 are printed too; such a name stays apart from its simplified like, save where a post
that one person holds joins them. Tables of OpenCC; GB 2312 tells what simplified papers write, Big5 what traditional ones do.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from graph.ids import fold

_IDEOGRAPHS = range(0x4E00, 0xA000)


@lru_cache(maxsize=262144)
def plain(text: str) -> str:
    """Words folded as keys compare them, in simplified script: `縣財政局` and `县财政局` are one.

    >>> plain("縣財政局")
    '县财政局'
    """
    return fold(text).translate(_words())


def title_key(title: str) -> str:
    """The title of a paper as titles are compared: every character simplified, 關於 as 关于.

    >>> title_key("關於印發《應急預案》的通知")
    '关于印发《应急预案》的通知'
    """
    return fold(title).translate(simplified_characters())


@lru_cache(maxsize=262144)
def name_key(name: str) -> str:
    """A person's name as names are compared: in simplified script if every character of it is read without loss.

    >>> name_key("陳國華"), name_key("鄧發"), name_key("趙乾")
    ('陈国华', '鄧發', '赵乾')
    """
    folded = fold(name)
    words, letters = _words(), _letters()
    read = all(ord(letter) in letters or ord(letter) not in words for letter in folded)
    return folded.translate(letters) if read else folded


@cache
def simplified_characters() -> dict[int, str]:
    """Code point of each ideograph that simplified script writes otherwise, to that one character (OpenCC `t2s`)."""
    from opencc import OpenCC

    known = "".join(map(chr, _IDEOGRAPHS))
    # A line a character, so that no phrase is read.
    simple = OpenCC("t2s").convert("\n".join(known)).split("\n")
    return {ord(one): other for one, other in zip(known, simple, strict=True) if len(other) == 1 and one != other}


@cache
def _words() -> dict[int, str]:
    """Traditional to simplified, for what GB 2312 does not hold."""
    return {code: simple for code, simple in simplified_characters().items() if not _holds("gb2312", chr(code))}


@cache
def _letters() -> dict[int, str]:
    """Of these, what one character alone is read as, if that is no character of traditional print itself."""
    forms: dict[str, list[int]] = defaultdict(list)
    for code, simple in _words().items():
        if _holds("big5", chr(code)):
            forms[simple].append(code)
    return {codes[0]: simple for simple, codes in forms.items() if len(codes) == 1 and not _holds("big5", simple)}


def _holds(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
