"""Names whose three letters stand apart, whatever the first one means elsewhere: `由 元 喜（县公安局政委）`, `从 文 海  县林业局局长`.

Printers set the names of a list so to make columns of them. Elsewhere such a letter (和, 从, 由) joins words and is no surname; nothing but a
name is set so before a post that fills the rest of its entry.
"""

from __future__ import annotations

import re

from loaders.gazette.names import HAN, is_crowd, is_name, is_one_word, is_title, is_unit

_APART = re.compile(
    rf"\s*(?P<name>[{HAN}](?P<gap>[ \u3000]{{1,2}})[{HAN}](?P=gap)[{HAN}])"
    rf"(?:[ \u3000]{{0,2}}\((?P<inside>[^()]{{2,40}})\)|[ \u3000]{{1,8}}(?P<post>[{HAN}、]{{3,40}}))[。;,.]?\s*"
)
_BLANKS = frozenset(" \u3000")
_LONGEST = 70


def name_apart(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name and the post of an entry set so, `text[start:end]`; None of another entry, and of a name that any reader knows."""
    while start < end and text[start].isspace():
        start += 1
    if end - start > _LONGEST or start + 1 >= end or text[start + 1] not in _BLANKS:
        return None
    match = _APART.fullmatch(text, start, end)
    if match is None:
        return None
    name = "".join(match["name"].split())
    if is_name(name) or is_title(name) or is_unit(name) or is_crowd(name) or is_one_word(name):
        return None
    post = match["inside"] or match["post"]
    return match if is_title(post) and not is_crowd(post) else None
