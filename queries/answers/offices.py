"""Offices as English puts them, in the words of papers: the mayor of 东胜区 is its 区长, the deputy director of 区财政局 its 副局长."""

from __future__ import annotations

import re

from graph.names.places import Place
from graph.search import SearchIndex

#: Who heads a body, by how its name ends.
_HEADS = {
    "人民政府办公室": "主任", "委员会": "主任", "局": "局长", "委": "主任", "办": "主任", "室": "主任", "中心": "主任", "院": "院长", "部": "部长",
    "会": "会长", "办事处": "主任", "校": "校长", "公司": "总经理", "站": "站长", "所": "所长",
}  # fmt: skip
_OFFICE = re.compile(
    r"(?P<office>(?P<deputy>deputy |vice[- ])?(?:mayor|head|director|chief|magistrate|governor)|(?P<secretary>(?:party )?secretary))"
    r" of (?:the )?(?P<of>.+)",
    re.IGNORECASE,
)


def in_chinese(index: SearchIndex, said: str) -> str:
    """The post that words name, as papers call it; words that are no English office as they are.

    >>> in_chinese(index, "deputy head of 东胜区")
    '东胜区副区长'
    """
    match = _OFFICE.fullmatch(said.strip())
    if match is None:
        return said
    of, deputy = match["of"].strip(), "副" if match["deputy"] else ""
    places = index.exactly([of], kinds=("Jurisdiction",))
    if places:
        level = Place(places[0].id, places[0].name).word
        return f"{of}委书记" if match["secretary"] else f"{of}{deputy}{level}长"
    tail = next((_HEADS[end] for end in sorted(_HEADS, key=len, reverse=True) if of.endswith(end)), "")
    return f"{of}书记" if match["secretary"] else f"{of}{deputy}{tail}" if tail else said
