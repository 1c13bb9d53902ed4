"""Other papers named in a paper: 《title》 with its number behind it.

Rules: `citation/title` (a title in 《》, its number in brackets if printed), and what relation its sentence gives:
`based_on` (根据, 依据, 按照 … 制定), `attachment` (what the notice issues), `self`, `repeals` (废止), `supersedes`
(不再执行), `implements` (贯彻落实), else `cites`. Titles nested in 〈〉 belong to the outer title. A title a document
names more than once is one citation, at its first place with a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from graph.statements import Citation
from loaders.gazette.notice import Notice, usual_number
from loaders.readers.paper import Passage

_TITLE = re.compile(r"《(?P<title>[^《》]{2,160})》(?:\((?P<number>[^()]{2,24}?号)\))?")
_BASED = re.compile(r"(?:根据|依据|依照|按照|遵照|按|依)[^。;]*$")
_REPEALED = re.compile(r"^[^。;]{0,40}(?:同时废止|予以废止|废止)")
_SUPERSEDED = re.compile(r"^[^。;]{0,40}(?:不再执行|停止执行)")
_IMPLEMENTED = re.compile(r"(?:贯彻落实|贯彻|落实|执行)[^。;《》]{0,12}$")
#: A form to be filled in or handed out is no paper that is cited.
_FORM = re.compile(r"(?:表|书|单|册|证|卡|簿)(?:\([^()]*\))?$")
_FILLED = re.compile(r"(?:填写|填报|填|领取|提交|出具|颁发|发放|报送|递交|签署)$")
_ISSUED = re.compile(r"(?:印发|转发|下发|公布|发布)[^。;]{0,30}$")


def read(notice: Notice) -> Iterator[Citation]:
    """The citations of one document, one row a distinct title, in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint"):
        return
    found: dict[str, Citation] = {}
    own = notice.title.printed_folded()
    for passage in (notice.title, *notice.body):
        if "《" not in passage.text or "\t" in passage.text:
            continue
        for match in _TITLE.finditer(passage.text):
            if _FORM.search(match["title"]) and _FILLED.search(passage.text[: match.start()]):
                continue
            citation = _citation(notice, passage, match, own)
            key = re.sub(r"\s+", "", match["title"])
            earlier = found.get(key)
            if earlier is None or (citation.cited_number and not earlier.cited_number):
                found[key] = citation
    yield from found.values()


def _citation(notice: Notice, passage: Passage, match: re.Match[str], own: str) -> Citation:
    start, end = match.span()
    before, after = passage.text[:start], passage.text[end:]
    title = passage.printed(*match.span("title"))
    number = usual_number(match["number"]) if match["number"] else ""
    return Citation(
        source=notice.source(passage, start, end, rule="citation/title"),
        cited_title=title,
        cited_number=number,
        relation=_relation(before, after, re.sub(r"\s+", "", match["title"]), own),
    )


def _relation(before: str, after: str, title: str, own: str) -> str:
    if _REPEALED.match(after):
        return "repeals"
    if _SUPERSEDED.match(after):
        return "supersedes"
    if title in own:
        return "attachment"
    if len(title) > 8 and fuzz.partial_ratio(title, own) >= 92:
        return "self"
    if _BASED.search(before):
        return "based_on"
    if _ISSUED.search(before) and (after.startswith(("已", "经", "印发")) or "现将" in before):
        return "attachment"
    if _IMPLEMENTED.search(before):
        return "implements"
    return "cites"
