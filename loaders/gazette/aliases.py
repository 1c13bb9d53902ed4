"""Other names a paper itself gives: `甲县供水排水有限公司（以下简称供水公司）`.

Rule: `alias/short-name`. The full name is the run of words before the bracket that a mark, a quotation or a verb of
the sentence opens; a title in 《》 is a paper and no body. Nameplates come with the division of work that prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Alias
from loaders.gazette import lists
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_unit
from loaders.readers.paper import Passage

_SHORT = re.compile(
    r"\((?:以下|下文|下|文中)?(?:统一|均|一律|统)?(?:简称|统称|称|称为|简称为)(?:为|:)?\s*[“\"「]?(?P<alias>[^()“”\"「」,。;:]{2,24})[”\"」]?\)"
)
#: What may stand before the full name. 和 and 及 are not among them: they stand inside names of bodies.
_OPENS = re.compile(
    r"[,。;:!?\s、]|(?:成立|组建|设立|调整|撤销|由|与|对(?!外)|向(?!阳)|在|将|把|按照|根据|会同|依托|经(?![济开信贸营])|授权|委托|推动|组织(?!部)|关于|即|是|为|到|给"
    r"|请|同意|甲方|乙方)(?=[\u4e00-\u9fff]{4,})"
)


def read(notice: Notice) -> Iterator[Alias]:
    """The `以下简称` of a notice, one row a pair of names, in printed order."""
    first, last = notice.lines[0].start, notice.lines[-1].end
    if notice.paper.folded.find("称", first, last) < 0:
        return
    seen: set[tuple[str, str]] = set()
    for passage in (notice.title, *notice.body):
        if "称" not in passage.text:
            continue
        for match in _SHORT.finditer(passage.text):
            start = _name_start(passage, match.start())
            name, alias = passage.printed(start, match.start()), passage.printed(*match.span("alias"))
            if start < 0 or name == alias or (name, alias) in seen:
                continue
            seen.add((name, alias))
            yield Alias(
                source=notice.source(passage, start, match.end(), rule="alias/short-name", confidence=0.9),
                name=name,
                alias=alias,
                kind="以下简称",
            )


def _name_start(passage: Passage, end: int) -> int:
    """Where the body's full name before `end` begins; -1 if no body's name stands there."""
    low = max(0, end - 60)
    starts = [match.end() for match in _OPENS.finditer(passage.text, low, end)]
    if low == 0:
        starts.insert(0, 0)
    for start in reversed(starts):
        words = passage.cut(start, end).printed_folded()
        if len(words) < 4 or any(mark in words for mark in ",。;:《》“”"):
            continue
        if is_unit(words) or lists.is_body(words) or words.endswith(("领导小组", "指挥部", "专班")):
            return start
    return -1
