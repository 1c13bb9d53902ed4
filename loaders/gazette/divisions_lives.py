"""Lives on pages of leaders: whom they speak of, which post is held now, and how far they tell what was.

Over the work of a leader such pages print a life (`张三,男,1970年生,…历任…,现任副县长`) or lines of a career (`2011.03—2014.06 任…`).
What somebody was in charge of then is on no desk now.
"""

from __future__ import annotations

import re

from loaders.gazette.persons import Mention, is_name
from loaders.readers.paper import Passage

_LIFE = re.compile(r"\s*(?P<name>[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff])[,:]\s*[男女]\s*[,。]")
_NOW = re.compile(r"现任(?P<title>[^。,;]{2,60})")
_BORN = re.compile(r"\s*(?:[^,。;]{1,12}[,:]\s*)?[男女]\s*,")
_WAS = re.compile(r"历任|曾任|先后(?:担?任|在)|参加工作后")
#: `2011.03—2014.06 任县教育局局长`; `2024年1月至6月挂职期间,其工作由…代管` is none.
_CAREER = re.compile(
    r"\s*(?:19|20)\d{2}\s*[.年/]\s*\d{1,2}\s*月?\s*(?:-|—|–|~|至){1,2}\s*(?:(?:19|20)\d{2}\s*[.年/]\s*\d{1,2}\s*月?|今|现在)?[\s,:]*(?!\d|期间|挂职|外出)"
)


def told_of(passage: Passage) -> Mention | None:
    """Whom a life speaks of, with the post held now; None if a paragraph opens with no life."""
    match = _LIFE.match(passage.text)
    if match is None or not is_name(match["name"]):
        return None
    post = _NOW.search(passage.text)
    title = passage.printed(*post.span("title")) if post else ""
    return Mention(passage.printed(*match.span("name")), title, *match.span("name"))


def past_of(text: str) -> int:
    """Up to where a paragraph tells what somebody was before; 0 if it is no life and no line of a career."""
    if (career := _CAREER.match(text)) is not None:
        return 0 if "由" in text[career.end() :] else len(text)
    if _BORN.match(text) is None or (was := _WAS.search(text)) is None:
        return 0
    now = _NOW.search(text, was.end())
    return now.start() if now else len(text)
