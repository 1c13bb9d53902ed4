"""The headings that part a collection (汇编) or a handbook (手册): `◆◆◆ 二、森林防火指挥部 ◆◆◆`, `第三部分  各委员会`.

They are told by their form, three of them and more; a plan that a notice issues may have parts too, but stands below the
notice's title.
"""

from __future__ import annotations

import re

from loaders.readers.paper import Paper

_FRAMED = re.compile(
    r"(?P<mark>[◆◇■□●○★☆※▲=＝—~*#])(?P=mark){1,20}\s*(?:[一二三四五六七八九十]{1,3}、\s*)?(?P<title>[\u4e00-\u9fff][^。,;:|\t◆◇■□●○★☆※▲=—~*#]{2,50}?)\s*(?P=mark){2,21}"
)
_NUMBERED = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|编|篇)\s+(?P<title>[\u4e00-\u9fff][^。,;:|\t]{1,50})")
#: What such a line begins with: most lines are not looked through.
_FORMS = ((frozenset("◆◇■□●○★☆※▲=＝—~*#"), _FRAMED), (frozenset("第"), _NUMBERED))
_FIRST = frozenset[str]().union(*(first for first, _ in _FORMS))
_FEWEST, _LONGEST = 3, 100


def dividers(paper: Paper) -> dict[int, tuple[int, int]]:
    """The lines that part a paper, each with where in it (white space around it left out) its title begins and ends.

    A heading that contents print too is the last line that says so.
    """
    begun = [(place, line) for place, line in enumerate(paper.words) if line[:1] in _FIRST]
    for first, pattern in _FORMS if len(begun) >= _FEWEST else ():
        found: dict[str, tuple[int, tuple[int, int]]] = {}
        for place, line in begun:
            if line[0] in first and len(line) < _LONGEST and (match := pattern.fullmatch(line)):
                found["".join(line.split())] = place, match.span("title")
        if len(found) >= _FEWEST:
            return dict(found.values())
    return {}
