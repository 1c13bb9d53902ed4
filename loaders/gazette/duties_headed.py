"""Whose duties a list gives that stands under a heading on duties: there a body needs no name of its own.

A paper calls its own bodies by what they are (`派出所：`, `教务处：`, `办公室：`); elsewhere such a word names a sort of bodies, and
under `职责分工` it is the one of the paper's own. Sources: plans of towns, schools, hospitals and bureaus.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.gazette import lists
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_LONGEST_HEADING = 30
_ON_DUTIES = re.compile(r"职责|内设机构|(?:科室|处室|股室|机构)(?:设置|职能)|责任分工|(?:任务|工作|部门|单位|科室)分工")
_TITLED = re.compile(
    r"(?:职责|内设机构(?:设置|职能)?|机构职能|(?:科室|处室|股室|机构)设置)(?:介绍|一览表?|简介|清单|分工表?|规定|表)?$"
)
_DECIMAL = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s{0,4}(?=[\u4e00-\u9fff])")
#: Sorts of bodies, and bodies that are made for the matter, whose duties are told elsewhere.
_SORT = re.compile(
    r"(?:各|有关|相关|其他|其它|本|全|该|发布|公开|制作|主办|承办|责任|牵头|配合)|(?:乡|镇|村|街道|社区|学校|医院|单位|部门|机关|企业|政府|公司|集团|机构|科室|处室|学院|年级|班级|村委会|居委会|家委会|委员会|党支部|办|处|科|所|站|队|园区|车间|现场|市场|工地)+$"
)
_MADE_FOR_IT = re.compile(r"(?:组|专班|指挥部|领导小组|分队|小分队|突击队)$")
_COURT = re.compile(r"(?<!家)庭$")
_DESK = re.compile(r"[\u4e00-\u9fff]{3,14}")


@lru_cache(maxsize=2)
def under_duties(notice: Notice) -> frozenset[int]:
    """The places of the passages that stand under a heading on duties, or in a paper whose title names them."""
    first, last = notice.lines[0].start, notice.lines[-1].end
    if all(notice.paper.folded.find(word, first, last) < 0 for word in ("分工", "职责", "职能", "机构", "设置")):
        return frozenset()
    found: set[int] = set()
    under = titled(notice)
    for place, passage in enumerate(notice.body):
        words = passage.text.strip().rstrip(":")
        if under and (mark := mark_of(passage)) is not None and is_desk(words[mark.end - _indent(passage) :].strip()):
            found.add(place)  # the next body of the list
        elif _is_heading(words) and (mark_of(passage) or _DECIMAL.match(words) or _ON_DUTIES.search(words)):
            under = _ON_DUTIES.search(words) is not None
        elif under:
            found.add(place)
    return frozenset(found)


def titled(notice: Notice) -> bool:
    """Whether the title of a paper ends in the duties of bodies (`…部门职责清单`, `…内设机构及职责`)."""
    return _TITLED.search(notice.title.text.rstrip()) is not None


def is_desk(words: str) -> bool:
    """Whether words are what one body is called among its own (`派出所`, `教务处`), and no sort of bodies."""
    return (
        _DESK.fullmatch(words) is not None
        and (lists.is_body(words) or _COURT.search(words) is not None)
        and _SORT.match(words) is None
        and _MADE_FOR_IT.search(words) is None
    )


def _indent(passage: Passage) -> int:
    return len(passage.text) - len(passage.text.lstrip())


def _is_heading(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_HEADING and not any(mark in words for mark in ":。,;\t")
