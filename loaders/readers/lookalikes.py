"""Characters that print like others: radicals that PDF files write for whole characters, and marks that print nothing.

Fonts give `⼀` (a radical) for `一` and `⻓` for `长`; the paper shows no difference. Each is one character and has one plain
form, so nothing moves its place.
"""

from __future__ import annotations

import re
import unicodedata

#: Zero-width characters and marks of direction: unseen in print, sometimes inside a name.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
#: White space as a page spells it: left so in a text that was copied out of one, also inside a name.
SPELT_BLANK = "&(?:nbsp|ensp|emsp|thinsp|#160|#12288);"
# The supplement has no compatibility mapping in Unicode but a property (Equivalent_Unified_Ideograph, UAX 44); these are the whole
# characters among them.
_SUPPLEMENT = dict(
    zip(
        "⺄⺈⺊⺎⺒⺠⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
        "乙刀卜兀巳民西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)
_ANY = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")


def plain(text: str) -> str:
    """The text with look-alikes in their plain form, as long as before.

    >>> plain("⼀⻓⾏")
    '一长行'
    """
    return _ANY.sub(_plain, text) if _ANY.search(text) else text


def _plain(match: re.Match[str]) -> str:
    character = match[0]
    found = _SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)
    return found if len(found) == 1 else character
