"""A place that looks like a person: `怀某县环境监测站工程师` is no 怀某 with a post, where the paper is about 怀某县."""

from __future__ import annotations

from functools import lru_cache

from graph.names.data import regions
from loaders.gazette.partings import Parting, parting_of
from loaders.readers.paper import Passage

_LEVELS = frozenset("省市县区旗州盟镇乡")
_POST_GLUED = frozenset("长委")
_OF_PLACE = frozenset(("人民", "人大"))
_FAR = 20_000  # what a paper is about it prints early and often


def parting_in(passage: Passage, words: str, gaps: frozenset[int]) -> Parting:
    """How the letters of one item of a paper part, nobody read out of the name of a place the paper is about."""
    parting = parting_of(words, gaps)
    if parting.name is not None and parting.name[0] == 0 and _is_place(passage, words, parting.name[1], gaps):
        return Parting(None, (0, len(words)))
    return parting


def _is_place(passage: Passage, words: str, cut: int, gaps: frozenset[int]) -> bool:
    """Whether `words[:cut]`, glued to the letter of a level behind it, is the name of a place of the paper and nobody's.

    A province always is (`广东省委常委`). Others are, if the paper never prints the letters without that one, and the table of
    divisions knows them, or the paper names the 人民政府 or 人大 behind it and other bodies too; who has a post glued behind
    (`杜某县长`, `杜某县委书记`) goes on otherwise.
    """
    if cut in gaps or words[cut : cut + 1] not in _LEVELS:
        return False
    if words[cut] == "省" and words[: cut + 1] in _known_places():
        return True
    text, name = passage.paper.folded, words[:cut]
    behind: set[str] = set()
    at = text.find(name, 0, _FAR)
    while at >= 0:
        end = at + cut
        if text[end : end + 1] != words[cut]:
            return False
        if text[end + 1 : end + 2] not in _POST_GLUED:
            behind.add(text[end + 1 : end + 3])
        at = text.find(name, end, _FAR)
    return words[: cut + 1] in _known_places() or (len(behind) > 1 and not _OF_PLACE.isdisjoint(behind))


@lru_cache(maxsize=1)
def _known_places() -> frozenset[str]:
    return frozenset(regions().values())
