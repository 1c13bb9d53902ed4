"""Who looks after which river, wood, road or place, one person a line: `丁一，责任区域：某林场`, `镇长沈渡负责某河某段；`.

Rule `portfolio/chief-line`. Papers that make known chiefs of waters or woods, or who looks after villages and firms, print it so below their
roster. The title has to speak of such chiefs or places, and two lines at least have to be of this form, so that no sentence on what somebody
is in charge of in general is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Portfolio
from loaders.gazette import lists, subjects
from loaders.gazette.cells import is_row
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_OF_CHIEFS = re.compile(r"[河湖林田路街片塘库][)）]?长|网格长|包[联保抓片村]|分包|联系点|挂[点钩联]")
_LINE = re.compile(
    r"\s*+(?:\(?\d{1,2}[.、)]{1,2}|[一二三四五六七八九十]{1,3}、|[①-⑳●◆■○-])?\s*+"
    r"(?P<who>[\u4e00-\u9fff][\u4e00-\u9fff·、() \u3000]{1,39}?)(?:同志)?[\s,:—–-]{0,3}"
    r"(?P<verb>(?:负责|责任|管护|联系|包联|包保|包干)(?:区域|范围|片区|区段|[河湖路渠]段|河流|河湖|湖泊|水库|水域|林区|地块|林地|乡镇|村|社区|企业)[\s为:]|(?:负责|包联|包保|联系|包抓|分包|挂点|管护)(?![区范领人电单制的责]))"
    r"[\s:]{0,2}(?P<places>[^。;:,\s][^。;:,]{1,79})[。;,]?\s*+"
)
#: What makes a place, in the last word of each item.
PLACE = re.compile(
    r"(?:[河江溪沟渠湖库塘港涌坝段渡口流域冲]|[全本][省市县区旗镇乡村]|[省市县区旗镇乡村]|街道|社区|林场|农场|牧场|公园|保护区|片区?|林区|山|岭|路|线|公司|企业|厂|学校|网格|组|屯|嘎查|苏木)(?:\([^()]{1,20}\))?$"
)
_FEWEST = 2
_NOT_WHO = re.compile(r"由|的|各|单位|部门|领导小组|办公室$")


def read(notice: Notice) -> Iterator[Portfolio]:
    """The rows of such lines; none if only one line is of the form."""
    if notice.kind not in ("notice", "text") or _OF_CHIEFS.search(notice.heading) is None:
        return
    found = [(line, *one) for line in notice.text_lines() if (one := _line(line)) is not None]
    if len(found) < _FEWEST:
        return
    for line, mentions, relation, items in found:
        for mention in mentions:
            for item in items:
                yield Portfolio(
                    source=notice.source(line, rule="portfolio/chief-line", confidence=min(0.9, mention.confidence)),
                    person=mention.person,
                    title=mention.title,
                    relation=relation,
                    object=item,
                    object_kind="org",
                )


def _line(line: Passage) -> tuple[list[Mention], str, list[str]] | None:
    """Whom a line names, the relation and the places; None if it is no such line."""
    if is_row(line.text) or len(line.text) > 140:
        return None
    match = _LINE.fullmatch(line.text)
    if match is None or _NOT_WHO.search(match["who"]):
        return None
    items = lists.items(line.text, *match.span("places"))
    if not items or not all(PLACE.search(line.text[one.start : one.end]) for one in items):
        return None
    mentions = subjects.behind_name_label(line, *match.span("who"))
    if not mentions:
        return None
    relation = "联系" if match["verb"].startswith(("联系", "包", "分包", "挂")) else "负责"
    return mentions, relation, [line.printed(one.start, one.end) for one in items]
