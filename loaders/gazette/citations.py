"""Other papers named in a paper: 《title》 with its number behind it.

Rules: `citation/title` (a title in 《》, its number in brackets if printed), and what relation its sentence gives:
`based_on` (根据, 依据, 按照 … 制定), `attachment` (what the notice issues), `self`, `repeals` (废止), `supersedes`
(不再执行), `implements` (贯彻落实), else `cites`. Titles nested in 〈〉 belong to the outer title; a number or a remark in
brackets at its end does not. Books, plays and newspapers are no papers (`works`). A title a document names more than once is
one citation, at its first place with a number. `citation/number`: what a paper ends and calls by its number alone
(`原甲政办发〔2029〕5号文件同时废止`). `citation/called`: what it rests on and calls so (`根据甲办发〔2030〕7号文件要求`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from graph.statements import Citation
from loaders.gazette.notice import Notice, usual_number
from loaders.gazette.works import is_paper, is_work
from loaders.readers.paper import Passage

_TITLE = re.compile(
    r"《(?P<title>[^《》]{2,160}|[^《》]{0,80}《[^《》]{2,80}》[^《》]{1,60})》(?:\((?P<number>(?:[^()]{2,24}?|[^()]{2,14}\(\d{4}\)第?\d{1,4}\s?)号)(?:[,;、。][^()]{0,40})?\))?"
)
#: `《…的通知（甲政办发〔2019〕5号）》`, `《…（修订稿，已经审议通过）》`: what is said of a paper inside its marks is no part of its title.
_REMARK = re.compile(
    r"\((?:(?P<number>[^()]{2,24}?号)(?:[,;、][^()]*)?|[^()]*(?:[,;]|简称|下同|附后|见附件|另发|审议通过)[^()]*)\)$"
)
#: 根据, 依据, 依照, 按照, 遵照: words that found a sentence on the papers it names behind them.
_BASED = re.compile("根据|遵照|依|按")
#: `《中华人民共和国义务教育法》(以下简称《义务教育法》)`: the short form is no second paper.
_SHORT_FORM = re.compile(r"(?:简称|下称)\s*[:为]?\s*《(?P<title>[^《》]{2,60})》")
#: `《通知》明确`, `《实施方案》提出`: a kind of papers alone refers back to one that is named elsewhere.
_KIND_ALONE = re.compile(
    r"(?:实施|工作|行动|总体|专项|管理|暂行|若干)?(?:通知|意见|方案|办法|条例|规划|计划|规定|规则|决定|细则|纲要|预案|措施|要点|清单|制度|批复|通报|公告|通告|报告|函|纪要|章程|标准|目录|指南|分工)"
)
_WHITE = re.compile(r"\s+")
_STOP = re.compile("[。;]")
_REPEALED = re.compile(r"[^。;]{0,40}(?:同时(?:作废|失效)|即行(?:作废|失效)|废止)")
_SUPERSEDED = re.compile(r"[^。;]{0,40}(?:不再执行|停止执行)")
_NUMBER = r"(?:(?![原的])[\u4e00-\u9fff]){2,12}[〔\[(]\d{4}[〕\])](?:第)?\d{1,4}\s?号"
#: `原甲政办发〔2029〕5号、甲政办发〔2030〕2号文件同时废止`; behind other letters nobody can tell where the number begins.
_ENDED_BY_NUMBER = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])(?<!》\()(?<!》 \()|(?<=[原的]))(?P<numbers>{_NUMBER}(?:(?:[、和及]|以及)原?{_NUMBER})*)\)?(?:文件?|通知|安排|分工|规定)?(?:(?:即行|同时|予以|自行|相应|亦|一并|即)*(?P<ended>废止|作废|失效|停止执行|不再执行))"
)
#: Words of a sentence between what calls a paper and its number are no letters of the number.
_CODE = rf"(?![^〔\[(]{{0,12}}(?:关于|[印转下]发|政府|精神|文件|通知)){_NUMBER}"
#: `根据甲办发〔2030〕7号文件要求`, `根据《乙条例》和甲办发〔2030〕7号精神`: a paper called by its number alone.
_CALLED = re.compile(
    r"(?P<lead>根据|依据|依照|遵照|按照?|参照|贯彻(?:落实)?|落实|执行|》(?:\([^()]{2,40}\))?(?:[、和与及]|以及))\s*"
    rf"(?P<numbers>{_CODE}(?:(?:[、和与及]|以及){_CODE})*)(?:文件?|通知|决定|意见|批复)?的?(?:文件|精神|要求|规定|部署|安排|明确)"
)
_CALLED_SIGN = re.compile("号(?:文|精神|要求|规定|通知|决定|意见|批复|的)")
_ONE_NUMBER = re.compile(_NUMBER)
#: With the words before a title they are looked for in, so far back as they can begin.
_IMPLEMENTED = re.compile(r"(?:贯彻落实|贯彻|落实|执行)[^。;《》]{0,12}$"), 16
_ISSUED = re.compile(r"(?:印发|转发|下发|公布|发布)[^。;]{0,30}$"), 32
#: A form to be filled in or handed out is no paper that is cited, nor is a bulletin that is to come out again and again.
_MADE = re.compile(r"(?:表|书|单|册|证|卡|簿|(?P<bulletin>[日周旬月季]报|简报|专报|快报|动态))(?:\([^()]*\))?$")
_FILLED = ("填写", "填报", "填", "领取", "提交", "出具", "颁发", "发放", "报送", "递交", "签署")
#: Words of a row by which a paper is followed in it; other titles may stand between.
_DONE_BY = re.compile(
    r"(?:根据|依据|依照|遵照|参照|对照|按照?|落实|贯彻|执行)[\u4e00-\u9fff]{0,6}(?:《[^《》\t]{2,80}》(?:\([^()\t]{2,30}\))?[、和及与]?){0,3}$"
)
_FARTHEST_BACK = 200
_MARKS = str.maketrans("", "", "《》〈〉<>")
#: `甲领导小组(甲政办发〔2029〕5号)`: the paper by which a body was founded.
_FOUNDED_BY = re.compile(
    rf"\((?<=[组部会班议办处室队系]\()原?(?!依|根据|按|参照|详?见)(?P<numbers>{_CODE}(?:[、,;及和]{_CODE})*)(?:文件?|通知)?(?:成立|设立|组建|印发)?\)"
)
_EDITED = ("编印", "编发", "编写", "编辑", "刊发")


def read(notice: Notice) -> Iterator[Citation]:
    """The citations of one document, one row a distinct title, in printed order."""
    if notice.kind in ("masthead", "imprint") or (notice.kind == "chronicle" and notice.issue):
        return  # the chronicle of a gazette is no document; a bulletin of events is one
    titles = _Titles(notice)
    for passage in (notice.title, *notice.body):
        if "《" in passage.text:
            titles.take(passage)
    yield from titles.cited()
    known = titles.numbers()
    for passage in notice.body:
        if "号" in passage.text:
            yield from _by_number(notice, passage, known)


class _Titles:
    """The papers that a document names by their titles: those found so far, and what shows that a title in 《》 is none of them."""

    __slots__ = ("_found", "_nesting", "_notice", "_own", "_short")

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._own = notice.title.printed_folded()
        self._short = _short_forms(notice, self._own)
        self._nesting: list[str] = []  # titles that hold others, without their marks
        self._found: dict[tuple[str, bool], Citation] = {}

    def take(self, passage: Passage) -> None:
        """Read the titles of a passage."""
        plain = _WHITE.sub("", passage.text).translate(_MARKS) if self._nesting else ""
        printed = [outer for outer in self._nesting if outer in plain]
        around = _Around(passage.text)
        in_row = "\t" in passage.text
        for match in _TITLE.finditer(passage.text):
            if in_row and not _in_force(passage.text, match.start()):
                continue  # what a table lists is to be written, filed or shown
            if _is_made(passage.text, match):
                continue
            end, number = _told_apart(match)
            key = _WHITE.sub("", passage.text[match.start("title") : end])
            if key in self._short or any(key in outer for outer in printed):
                continue  # `甲县《工作报告》分解表`: the title of what the notice issues is printed over its text again
            if _KIND_ALONE.fullmatch(key):
                self._short.add(key)
            elif (told := self._row_of(key, number, around, match)) is not None:
                self._keep(told, passage, match, (end, number))

    def _row_of(self, key: str, number: str, around: _Around, match: re.Match[str]) -> _Row | None:
        """Which row a title makes; None where an earlier one says as much. A paper that ends one of its own title names two papers."""
        replaces = bool(number) and key in self._own  # perhaps what a new paper of the same title takes the place of
        if not replaces and self._is_known((key, False), number):
            return None
        relation = around.relation(match, key, self._own)
        told = _Row(key, replaces and relation == "repeals", relation)
        return None if self._is_known((key, told.is_former), number) else told

    def _is_known(self, told: tuple[str, bool], number: str) -> bool:
        """Whether a title was found with a number already, or is without one now too."""
        earlier = self._found.get(told)
        return earlier is not None and (bool(earlier.cited_number) or not number)

    def _keep(self, told: _Row, passage: Passage, match: re.Match[str], apart: tuple[int, str]) -> None:
        """Keep the citation of a title, unless it is of a book or a play."""
        key, is_former, relation = told
        if apart[1] or not is_work(passage.text, *match.span(), key):
            self._found[key, is_former] = _citation(self._notice, passage, match, apart, relation)
            if "〈" in key or "《" in key or "<" in key:
                self._nesting.append(key.translate(_MARKS))

    def cited(self) -> Iterator[Citation]:
        """The citations in printed order, without the papers inside the title of the one that the notice issues."""
        plain = _WHITE.sub("", self._own).translate(_MARKS)
        issued = [outer for outer in self._nesting if outer in plain]
        end = self._notice.title.end
        for (key, _), one in self._found.items():
            if not (one.source.start < end and any(key in outer for outer in issued)):
                yield one

    def numbers(self) -> frozenset[str]:
        """The numbers of the papers found, and that of the document itself."""
        return frozenset((*(one.cited_number for one in self._found.values()), self._notice.doc_id))


class _Row(NamedTuple):
    """The row of a citation: its title, whether it is the former paper of the document's own title, and what the document makes of it."""

    key: str
    is_former: bool
    relation: str


def _short_forms(notice: Notice, own: str) -> set[str]:
    """What is in 《》 and is no other paper: short forms that the text gives to papers, and the document's own title if it is printed so."""
    short = {
        _WHITE.sub("", match["title"])
        for passage in notice.body
        if "称" in passage.text
        for match in _SHORT_FORM.finditer(passage.text)
    }
    if "《" in own and not _ONE_NUMBER.sub("", _TITLE.sub("", own)).strip():
        short.update(_WHITE.sub("", match["title"]) for match in _TITLE.finditer(own))
    return short


def _is_made(text: str, match: re.Match[str]) -> bool:
    """Whether a title is of a form that the words before it want filled in, or of a bulletin that they want brought out."""
    made = _MADE.search(match["title"])
    return made is not None and text.endswith(_EDITED if made["bulletin"] else _FILLED, 0, match.start())


def _by_number(notice: Notice, passage: Passage, known: Collection[str]) -> Iterator[Citation]:
    """The papers that a passage calls by their numbers alone."""
    if _CALLED_SIGN.search(passage.text):
        yield from _called(notice, passage, known)
    if "(" in passage.text:
        yield from _founded_by(notice, passage, known)
    if "废" in passage.text or "失效" in passage.text or "执行" in passage.text:
        yield from _ended(notice, passage)


def _ended(notice: Notice, passage: Passage) -> Iterator[Citation]:
    for match in _ENDED_BY_NUMBER.finditer(passage.text):
        for number in _ONE_NUMBER.finditer(passage.text, *match.span("numbers")):
            yield Citation(
                source=notice.source(passage, number.start(), match.end(), rule="citation/number", confidence=0.95),
                cited_title="",
                cited_number=usual_number(passage.printed(*number.span())),
                relation="supersedes" if match["ended"].endswith("执行") else "repeals",
            )


def _called(notice: Notice, passage: Passage, known: Collection[str]) -> Iterator[Citation]:
    """Papers that a passage calls by their numbers alone, but for those whose numbers are known."""
    for match in _CALLED.finditer(passage.text):
        implements = match["lead"].startswith(("贯彻", "落实", "执行"))
        for place in _ONE_NUMBER.finditer(passage.text, *match.span("numbers")):
            number = usual_number(passage.printed(*place.span()))
            if number not in known:
                yield Citation(
                    source=notice.source(passage, *place.span(), rule="citation/called", confidence=0.9),
                    cited_title="",
                    cited_number=number,
                    relation="implements" if implements else "based_on",
                )


def _founded_by(notice: Notice, passage: Passage, known: Collection[str]) -> Iterator[Citation]:
    """Papers whose numbers stand in brackets behind the bodies they founded, but for those whose numbers are known."""
    for match in _FOUNDED_BY.finditer(passage.text):
        for place in _ONE_NUMBER.finditer(passage.text, *match.span("numbers")):
            number = usual_number(passage.printed(*place.span()))
            if number not in known:
                yield Citation(
                    source=notice.source(passage, *place.span(), rule="citation/founded", confidence=0.9),
                    cited_title="",
                    cited_number=number,
                    relation="cites",
                )


def _in_force(text: str, place: int) -> bool:
    """Whether the words before a title say that something is done by it: `按照《…》`, `落实《…》《…》`."""
    return _DONE_BY.search(text, max(0, place - _FARTHEST_BACK), place) is not None


def _told_apart(match: re.Match[str]) -> tuple[int, str]:
    """Where the title itself ends, and the number printed behind it or with it."""
    remark = _REMARK.search(match["title"])
    number = match["number"] or (remark["number"] if remark else "")
    return match.start("title") + remark.start() if remark else match.end("title"), number or ""


def _citation(notice: Notice, passage: Passage, match: re.Match[str], told: tuple[int, str], relation: str) -> Citation:
    end, number = told
    title = passage.printed(match.start("title"), end)
    sure = 1.0 if number or is_paper(title) else 0.7
    return Citation(
        source=notice.source(passage, *match.span(), rule="citation/title", confidence=sure),
        cited_title=title,
        cited_number=usual_number(number) if number else "",
        relation=relation,
    )


class _Around:
    """The words of a passage around its citations, each looked for once, so that a thousand citations cost no more a piece."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._based = [match.start() for match in _BASED.finditer(text)]
        self._stops = [-1, *(match.start() for match in _STOP.finditer(text))]
        self._issues = text.find("现将")

    def relation(self, match: re.Match[str], title: str, own: str) -> str:
        """What the sentence around a citation makes of the paper cited; `own` is the title of the notice itself."""
        start, end = match.span()
        if _REPEALED.match(self._text, end):
            return "repeals"
        if _SUPERSEDED.match(self._text, end):
            return "supersedes"
        if title in own:
            return "attachment"
        if len(title) > 8 and fuzz.partial_ratio(title, own) >= 92:
            return "self"
        if self._is_based(start):
            return "based_on"
        issuing = self._text.startswith(("已", "经", "印发"), end) or 0 <= self._issues < start
        if issuing and self._before(start, *_ISSUED):
            return "attachment"
        return "implements" if self._before(start, *_IMPLEMENTED) else "cites"

    def _is_based(self, place: int) -> bool:
        """Whether one of the founding words stands before a place, in the same sentence."""
        number = bisect_left(self._based, place)
        return number > 0 and self._based[number - 1] > self._stops[bisect_left(self._stops, place) - 1]

    def _before(self, place: int, pattern: re.Pattern[str], reach: int) -> bool:
        return pattern.search(self._text[max(0, place - reach) : place]) is not None
