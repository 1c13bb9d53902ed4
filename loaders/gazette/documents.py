"""The notice itself as a statement: number, title, issuer, days, and what it says about its own force.

Rules: `document/notice`. Traps kept from real print: a day written `8号`, force from the day of issue
(自发布之日起施行) which is the signature's day, validity as words (有效期5年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Document
from loaders.gazette.dates import day_of
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice

_SERIES = re.compile(r"(任|函|字|令|纪要|发|办|规|党|干|组|通|呈|阅|议|告)〔")
_INSTRUMENT = re.compile(
    r"(领导班子成员分工|领导分工|工作分工|分工调整|组成人员|领导小组|AB角|AB岗|任免|实施方案|行动方案|工作方案|方案|总体应急预案|应急预案"
    r"|管理办法|办法|实施意见|意见|规划|计划|细则|规定|制度|要点|分解表|批复|通报|公告|决定)"
)
_EFFECTIVE = re.compile(
    r"自(?P<day>\d{4}年\d{1,2}月\d{1,2}[日号])起(?:正式)?(?:施行|实施|执行|生效|运行|试行)"
    r"|自(?P<issue>(?:本?(?:通知|办法|方案|预案|规定|意见|细则|决定))?(?:印发|发布|公布|下发|颁布)之日)起"
)
_VALIDITY = re.compile(r"有效期(?:原则上)?(?:为|至)?[^,。;]{1,16}")
_INTERPRETED = re.compile(r"由(?P<org>[\u4e00-\u9fff()、]{2,40}?)(?:负责解释|承担解释|解释)")
_ADOPTED = re.compile(
    r"经(?P<what>[^,。;《》]{2,40}?(?:会议|全会|大会|党组会|常委会))(?:研究)?(?:审议|讨论)?(?:通过|同意|审定|研究)"
)
_DECIDED = re.compile("研究|通过|同意|审定|批准")
#: Who approved a paper stands before its first heading; below it, rules tell who has to approve what.
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百\d]{1,4}[章条节]")
_APPROVED = re.compile(r"经(?P<what>[\u4e00-\u9fff]{2,30}?(?:研究同意|研究决定|批准|同意))")


def read(notice: Notice) -> Iterator[Document]:
    """One `documents` row for a notice; none for masthead, chronicle, imprint and other texts of an issue."""
    if notice.kind != "notice" or not notice.is_document:
        return
    heading = notice.heading
    effective = valid = interpreted = adopted = approved = ""
    opening = True
    for passage in notice.body:
        text = passage.text
        if "自" in text and not effective:
            match = _EFFECTIVE.search(text)
            if match:
                effective = day_of(match["day"]) if match["day"] else notice.signed_date
        if "有效期" in text and not valid:
            match = _VALIDITY.search(text)
            if match:
                valid = passage.printed(*match.span())
        if "解释" in text and not interpreted:
            match = _INTERPRETED.search(text)
            if match:
                interpreted = passage.printed(*match.span("org"))
        opening = opening and mark_of(passage) is None and _ARTICLE.match(text) is None
        if opening and "经" in text and not (adopted or approved) and _DECIDED.search(text):
            match = _ADOPTED.search(text)
            if match:
                adopted = passage.printed(*match.span("what"))
            elif match := _APPROVED.search(text):
                approved = passage.printed(*match.span("what"))
    instrument = _INSTRUMENT.findall(heading)
    series = _SERIES.search(notice.doc_id)
    yield Document(
        source=notice.source(notice.title, rule="document/notice"),
        title=heading,
        kind=_kind(notice),
        series=series[1] if series else "",
        issuer=notice.issuer,
        signed_date=notice.signed_date,
        adopted_at=adopted,
        instrument=instrument[-1] if instrument else "",
        effective_date=effective,
        valid_until=valid,
        interpreted_by=interpreted,
        approved_by=approved,
        issue=notice.issue,
    )


def _kind(notice: Notice) -> str:
    """The sort of paper its title says it is: 通知, 决定, 意见 …"""
    match = re.search(
        r"(通知|决定|意见|批复|通报|公告|通告|函|办法|方案|报告|规定|纪要|细则|令|表|要点|预案)(?:\(.*\))?$",
        notice.title.printed_folded(),
    )
    return match[1] if match else ""
