"""The issue itself: its name, year, numbers, publication day and contact lines, from cover, masthead and imprint.

Rules: `masthead/fact`. Cover and masthead may contradict each other (总第39期, 总第45期): both are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import IssueFact
from loaders.gazette.dates import day_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_NAME = re.compile(r"\s*(?P<value>[\u4e00-\u9fff]{2,20}公报)\s*$")
_MASTHEAD = re.compile(
    r"(?:(?P<publisher>[\u4e00-\u9fff]{4,30})\s*+)?(?P<year>\d{4})年(?P<label>第\s*(?P<issues>[\d\-—、]+)\s*期(?:合刊)?)"
    r"(?:\(总第\s*(?P<total>\d+)\s*期\))?\s*(?P<day>\d{4}年\d{1,2}月\d{1,2}日)?"
)
_COVER_TOTAL = re.compile(r"^\s*+第\s*+(?P<issues>[\d\-—、 ]++)\s*+期(?:合刊)?\(总第\s*+(?P<total>\d++)\s*+期\)\s*+$")
_FREQUENCY = re.compile(r"(?P<value>周\s*刊|半\s*月\s*刊|月\s*刊|双\s*月\s*刊|季\s*刊)\s*$")
_KEYS = {
    "主办": "organiser", "承办": "undertaker", "主管": "authority", "编辑": "editor", "地址": "address", "邮编": "postcode",
    "邮政编码": "postcode", "电话": "phone", "联系电话": "phone", "印数": "print_run", "准印证号": "permit_number",
    "发至": "distributed_to", "发送": "distributed_to", "印刷": "printer", "网址": "website", "出版": "publisher",
}  # fmt: skip
_PAIR = re.compile(rf"(?P<key>{'|'.join(sorted(_KEYS, key=len, reverse=True))}):\s*(?P<value>(?:\([^()]*\)|[^\s;])+)")
_FORMAT = re.compile(r"(?P<value>A4开本(?:\([^()]*\))?|大?十六开本?)")
_RULE = "masthead/fact"


def read(notice: Notice) -> Iterator[IssueFact]:
    """The facts of an issue, each once, from the parts around its notices."""
    if notice.kind not in ("masthead", "imprint") or not notice.issue:
        return
    seen: set[tuple[str, str]] = set()
    # The gazette's own name is a running header too, so all lines are read here, page furniture included.
    for printed in notice.lines:
        line = notice.paper.passage(printed.start, printed.end)
        for fact in _facts(notice, line):
            if (fact.key, fact.value) not in seen:
                seen.add((fact.key, fact.value))
                yield fact


def _facts(notice: Notice, line: Passage) -> Iterator[IssueFact]:
    def fact(key: str, value: str, span: tuple[int, int]) -> IssueFact:
        return IssueFact(source=notice.source(line, *span, rule=_RULE), key=key, value=value)

    text = line.text
    if notice.kind == "masthead":
        if match := _NAME.match(text):
            yield fact("name", line.printed(*match.span("value")), match.span("value"))
        if match := _COVER_TOTAL.match(text):
            yield fact("total_issue_number_cover", match["total"], match.span("total"))
        elif (match := _MASTHEAD.search(text)) and (match["total"] or match["day"]):
            yield fact("year", match["year"], match.span("year"))
            yield fact("issue_label", line.printed(*match.span("label")), match.span("label"))
            yield fact("issues", line.printed(*match.span("issues")), match.span("issues"))
            if match["publisher"]:
                yield fact("publisher_on_masthead", line.printed(*match.span("publisher")), match.span("publisher"))
            if match["total"]:
                yield fact("total_issue_number_masthead", match["total"], match.span("total"))
            if match["day"]:
                yield fact("publication_date", day_of(match["day"]), match.span("day"))
        if match := _FREQUENCY.search(text):
            yield fact("frequency", line.printed(*match.span("value")), match.span("value"))
    if match := _FORMAT.search(text):
        yield fact("format", line.printed(*match.span("value")), match.span("value"))
    for match in _PAIR.finditer(text):
        yield fact(_KEYS[match["key"]], line.printed(*match.span("value")), match.span("value"))
