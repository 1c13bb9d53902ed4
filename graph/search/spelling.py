"""How a name may be typed: folded, in single characters, in words, in pinyin.

The dictionaries of words and of pinyin are read when they are first needed: a second of start, and 90 MB of a service that is
never asked for either.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from importlib import resources

from opencc import OpenCC

#: Tokens of one index row; a paragraph longer than this is found by its beginning.
MAX_TOKENS = 2_000


def folded(text: str) -> str:
    """What is compared: compatibility forms undone, case and everything but letters and digits dropped.

    `东政办发〔2023〕43号` and `东政办发[2023]43号` fold alike.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def simplified(text: str) -> str:
    """Traditional characters as simplified ones (OpenCC `t2s`)."""
    return str(_converter("t2s").convert(text))


def traditional(text: str) -> str:
    """Simplified characters as traditional ones (OpenCC `s2t`)."""
    return str(_converter("s2t").convert(text))


def characters(text: str) -> str:
    """Folded text as space-separated tokens: each Chinese character one, each run of Latin letters or digits one."""
    tokens: list[str] = []
    glued = False
    for character in folded(text):
        latin = character.isascii()
        if latin and glued:
            tokens[-1] += character
        else:
            tokens.append(character)
        glued = latin
    return " ".join(tokens[:MAX_TOKENS])


def words(text: str) -> str:
    """The words of a text as space-separated tokens, long words with their parts (rjieba, search mode)."""
    import rjieba

    tokens = (folded(word) for word in rjieba.cut_for_search(text))
    return " ".join([token for token in tokens if token][:MAX_TOKENS])


def spellings(name: str, *, person: bool = False) -> list[tuple[str, str]]:
    """The pinyin spellings of a name as (whole, initials), without doubles.

    A person's surname is read as surnames are (`单` shan, `仇` qiu), and also as the common word, since not everyone
    who types knows. `ü` stands as `v` and, as in passports, as `yu` (GB/T 28039).
    """
    plain = folded(name)
    if not plain:
        return []
    from pypinyin import lazy_pinyin

    readings = [lazy_pinyin(plain)]
    if person:
        for length in (1, 2):
            for surname in _surname_readings().get(plain[:length], ()):
                readings.insert(0, [*surname.split(), *lazy_pinyin(plain[length:])])
    readings += [
        [re.sub("^([ln])v$", r"\1yu", syllable) for syllable in syllables]
        for syllables in readings
        if not {"lv", "nv"}.isdisjoint(syllables)
    ]
    found = [("".join(syllables), "".join(syllable[0] for syllable in syllables)) for syllables in readings]
    return list(dict.fromkeys(found))


def latin(text: str) -> str:
    """Pinyin as typed, folded: `Gao Ming`, `gao'ming` -> `gaoming`; `lü` -> `lv`. Empty if it is no pinyin."""
    plain = folded(text.replace("ü", "v").replace("Ü", "v"))
    return plain if plain.isascii() else ""


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


@cache
def _surname_readings() -> dict[str, tuple[str, ...]]:
    readings: dict[str, tuple[str, ...]] = {}
    with resources.files("graph").joinpath("data/surname_readings.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            readings[row["surname"]] = (*readings.get(row["surname"], ()), row["reading"])
    return readings
