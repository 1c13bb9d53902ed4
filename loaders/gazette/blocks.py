"""Notices about leaders as blocks: a head that names persons, and the paragraphs that speak of them.

Division notices print `韩某 区委副书记、区长` (or `××同志：`, `校长王某`) over sentences or labelled lists, or run the
person into the sentence. Printed lines are put together here and not by `paragraphs.passages`: a head must never be joined
with the sentence below it, over a blank line or not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.gazette import subjects, web_pages
from loaders.gazette.blocks_names import (
    BARE_LABEL,
    LABEL,
    bare_head,
    is_name_over_its_work,
    post_over_name,
    under_post,
)
from loaders.gazette.divisions_leads import between_dashes
from loaders.gazette.divisions_verbs import first_verb, opens_with_verb
from loaders.gazette.names import is_one_word
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_name, is_rare_name, is_title
from loaders.readers.paper import Passage

_CLOSED = re.compile(r"[。;:!?]\s*[”’)]?\s*$")
_STARTER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)](?!\d)|[①-⑳]|[●◆■◇□▲△★☆]|[-*]\s|附件|注[:：]|\[[\u4e00-\u9fff]{2,6}\]|第[一二三四五六七八九十]+[条章])"
)
#: `A角：张三（副县长）  B角：李四`, `综合核算：A角 张三 B角 李四`: names, which end with their line.
_PAIR_LINE = re.compile(
    r"(?:[^:]{0,24}:|[^:]{0,24})\s*A(?:[角岗](?:\s*:|\s+|为)|\s*:)[^:。]{2,60}B(?:[角岗](?:\s*:|\s+|为)|\s*:)[^:。]*(?:(?<=电话):[\d\s-]*)?[^、,:]$"
)
#: `甲 某 某——乙 某`: a pair on a line of its own.
DASHED_PAIR = re.compile(
    r"\s*(?P<a>[\u3400-\u9fff· \u3000]{2,24}(?:\([\u3400-\u9fff]{1,8}\)\s?)?)[—–―─-]{1,8}\s*+(?P<b>[\u3400-\u9fff· \u3000]{2,24}(?:\([\u3400-\u9fff]{1,8}\))?)[,;]?\s*$"
)
#: `A角外出时，…` below it begins what is said of all pairs.
_OF_PAIRS = re.compile(
    r"\s*(?:[AB]|AB)[角岗](?:[、和与][AB][角岗])?(?:因|外出|出差|休假|请假|离岗|不在|应|要|须|必须|在|人员|之间|责任人|负责)"
)
_NAMED_HEAD_END = re.compile(r"同志\s*:?\s*$|:\s*$")
_MAX_HEAD, _MAX_NAME = 80, 30
#: `甲与乙、丙与丁互为AB岗`: a sentence that begins with its pairs.
_PAIRS = re.compile(
    r"\s*[\u3400-\u9fff·]{2,4}、[\u3400-\u9fff·]{2,4}(?:同志)?(?:相互|互)为|"
    r"\s*[\u3400-\u9fff·]{2,12}[与和同][\u3400-\u9fff·]{2,12}[、,互](?:[^。;:]{0,300}互)?(?<=互)(?:相|为)"
)
#: `李某  副县长（AB角：王某）`: who stands in for the person a block is about.
_STAND_IN = re.compile(r"\s*\((?:AB|[ABC])[角岗]\s*[:为][^()]{2,30}\)[\s:]*$")
_IN_COLUMN = re.compile(
    r"\s*(?:[\u4e00-\u9fff·]{1,9}(?:[ \u3000]{1,4}[\u4e00-\u9fff]{1,2}){0,2}[ \u3000]{1,8}[\u4e00-\u9fff]{2}"
    # The post first: `县委副书记、县长 张某  包联 甲镇`.
    r"|[\u4e00-\u9fff、]{2,24}[ \u3000]{1,8}[\u4e00-\u9fff·]{1,4}[ \u3000]{1,8}[\u4e00-\u9fff]{1,2})"
)
#: `【副县长】 张某`, as pages of leaders print the post.
_POST_IN_BOX = re.compile(
    r"\s*\[(?P<post>[^\[\]]{2,30})\]\s*(?P<name>[\u4e00-\u9fff·]{1,15}(?:[ \u3000]{1,4}[\u4e00-\u9fff]{1,2}){0,2})\s*"
)
_OPENING = re.compile(r"[(]")
#: `（1960年4月生，汉族，大学学历）` between a leader and their work.
_BORN = re.compile(r"\s*\((?:[男女],)?(?:19|20)\d{2}年\d{1,2}月(?:出)?生[^()]*\)")
#: `张三 - 甲县人民政府`, `张三_领导之窗_甲市人民政府门户网站`: a page about one person, and the site it stands on.
_SITE_TITLE = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff·]{2,8})\s*(?:[_|]|-{1,2}|[—–]{1,2})[^,。;:、]{2,40}(?:政府|委员会|网站?|党委|[局委院校]|领导之窗|公司|集团)\s*$"
)
#: What the first line of a page may name its leader by, where no title stands over it.
_NAME_LABEL = re.compile(r"\s*\[?\s*姓\s*名\s*(?:\]\s*:?|:)")
#: What is said of all, or of the paper, behind the last block: `班子成员对分管范围内的…负领导责任`, `本通知自发文之日起执行`.
_OF_ALL = re.compile(
    r"\s*(?:(?:[院校局镇乡县区市旗街道公司集团党委组行政]{0,4}(?:领导)?班子(?:其他)?成员|领导班子|[院校局镇乡县区市旗委行社]{1,2}领导)(?:之间|要|应|须|在|对|按|根据|实行|的|均|出差|外出)"
    r"|各(?:位|分管|班子|单位|部门|科室|股室|处室|站所)[^、,。;]{0,8}?(?:要|应|须|请|负责人|负责同志|根据|按照?)"
    r"|(?:以上|上述)(?:分工|安排|人员|同志|各|调整|通知)|(?:本|此)(?:通知|分工|决定|文件?|次(?:分工|调整))[^、]{1,}|特此|原(?:分工|有关|有的|文件|《|印发)|今后"
    r"|请(?:各|有关|遵照|按)|(?:其他|其余)(?:领导|班子|同志|人员|分工|未)[^、]{0,24}不变|如(?:有|遇)[^、]{2,}|自(?:本|发|印发|即日|公布|下发|\d{4}年)[^、]{0,12}(?:起|日))"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Printed lines of one paragraph.

    `head` are the persons it names and nothing else, `row` marks a table row, `border` a line of the website around the page.
    """

    passage: Passage
    head: tuple[Mention, ...] = ()
    row: bool = False
    border: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of a paragraph behind a label (`分管：`), white space inside the label dropped; no label for the rest."""

    label: str
    label_start: int
    start: int
    end: int


@lru_cache(maxsize=2)
def paragraphs(notice: Notice, known: frozenset[str] = frozenset()) -> tuple[Paragraph, ...]:
    """The paragraphs under the title, table rows one by one; kept for the reader who asks next."""
    return tuple(_paragraphs(notice, known))


def _paragraphs(notice: Notice, known: Collection[str]) -> Iterator[Paragraph]:
    lines = list(_body_lines(notice))
    signature = notice.signature.start if notice.signature is not None else -1
    date = notice.date.start if notice.date is not None else -1
    open_lines: list[Passage] = []
    over_name = False
    for number, line in enumerate(lines):
        under_post, over_name = over_name, post_over_name(lines, number, known)
        text = line.text
        if "\t" in text or (text.count("|") >= 3 and text.strip()[0] == "|"):
            yield from _closed(open_lines, known, lines[number] if number < len(lines) else None)
            open_lines = []
            yield Paragraph(line, row=True)
            continue
        if not number and line.start == notice.title.start and (leader := _on_site(line)):
            yield Paragraph(line, leader)
            continue
        if web_pages.is_border(text):
            yield from _closed(open_lines, known, None)
            open_lines = []
            yield Paragraph(line, border=True)
            continue
        alone = any(line.start <= place < line.end for place in (signature, date))
        begins = alone or over_name or is_name_over_its_work(lines, number, known)
        if open_lines and not under_post and (begins or not _goes_on(open_lines, line, known)):
            yield from _closed(open_lines, known, line)
            open_lines = []
        open_lines.append(line)
        if alone:
            yield from _closed(open_lines, known, None)
            open_lines = []
    yield from _closed(open_lines, known, None)


def labelled(passage: Passage) -> Iterator[Labelled]:
    """A paragraph cut at its labels."""
    text = passage.text
    start, end = subjects.lead_cut(text, 0, len(text))
    found = [match for match in LABEL.finditer(text[start : min(end, start + 20_000)]) if _is_label(match)]
    places = [*(start + match.start() for match in found), end]
    if text[start : places[0]].strip():
        yield Labelled("", start, start, places[0])
    for number, match in enumerate(found):
        yield Labelled(_words_of(match), places[number], start + match.end(), places[number + 1])


def says_of_all(text: str, start: int = 0) -> bool:
    """Whether words that begin at `start` speak of all leaders or of the paper, and so of nobody's desk."""
    return _OF_ALL.match(text, start) is not None


def headed_bracket(passage: Passage, known: Collection[str]) -> tuple[tuple[Mention, ...], int, int] | None:
    """`王某 局长（主持全面工作；分管…）`: the persons before a bracket that opens with a verb of charge, and its inside."""
    text = passage.text
    for match in _OPENING.finditer(text, 0, _MAX_HEAD):
        start, end = match.end(), len(text.rstrip("。;, \u3000"))
        if not opens_with_verb(text, start, end):
            continue
        if text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end):
            end -= 1
        mentions = tuple(_behind_post(passage, match.start(), known))
        if mentions and all(mention.title for mention in mentions):
            return mentions, start, end
    return None


def _behind_post(passage: Passage, end: int, known: Collection[str]) -> list[Mention]:
    """The persons before a bracket, with the post before them or as a label over them (`村委会副主任：丁某（分管…）`)."""
    colon = passage.text.find(":", 0, end)
    post = passage.text[: max(colon, 0)].strip()
    if colon < 0 or not all(map(is_title, re.split("[、,]", post))):
        return subjects.named(passage, 0, end, known=known)
    named = subjects.named(passage, colon + 1, end, known=known, sure=True)
    return [replace(one, title=passage.printed(0, colon), start=0) for one in named]


# --- lines ------------------------------------------------------------------------------------------------------


def _body_lines(notice: Notice) -> Iterator[Passage]:
    first = 0 if notice.kind == "text" else notice.title.end
    if notice.number is not None:
        first = max(first, notice.number.end)
    for line in notice.text_lines():
        if line.start >= first or (line.start == notice.title.start and _names_leader(line)):
            yield line


def _names_leader(title: Passage) -> bool:
    """Whether the first line of a page is no title but names the leader it is about (`姓名：丁一`, `丁一 县长`, `县长：丁一`)."""
    if _NAME_LABEL.match(title.text) is not None or _head(title, frozenset()) or _on_site(title):
        return True
    post, colon, name = title.printed_folded().partition(":")
    return colon != "" and is_title(post) and is_name(name)


def _goes_on(above: list[Passage], line: Passage, known: Collection[str]) -> bool:
    """Whether a paragraph goes on in a line: it stops open or in a full line, and neither begins or ends what stands alone."""
    upper, lower = above[-1].text.rstrip(), line.text
    if upper.endswith(("、", ",")) and not _STARTER.match(lower):
        return True
    if _are_apart(upper, lower):
        return False
    if above[0].text.lstrip().startswith("[") and LABEL.match(above[0].text.lstrip()):
        return above[-1].paper.fills_column(upper)  # a list behind 【联系】 has no stop; only its column breaks it
    if _PAIRS.match(lower) and not upper.endswith(("与", "和", "同", ",", "(")) and "B" not in upper:
        return False
    if lower.startswith("  ") and not above[-1].text.startswith("  "):
        return False
    whole = Passage.join(above)
    if _is_headed(line, known) or _head(whole, known):
        return False
    if whole.text.count("(") > whole.text.count(")") and headed_bracket(whole, known) is not None:
        return True
    if _end_a_pair(upper, lower) or (opens_with_verb(lower, 0, len(lower)) and len(upper.strip()) < 24):
        return False
    return len(upper.strip()) >= 14 or upper.endswith(("、", ","))


def _are_apart(upper: str, lower: str) -> bool:
    """Whether two lines never go together: a sentence ended, a label alone, what begins a paragraph or speaks of all leaders."""
    return bool(
        web_pages.is_imprint(upper)
        or _CLOSED.search(upper)
        or says_of_all(lower)
        or _STARTER.match(lower)
        or LABEL.match(lower.lstrip())
        or BARE_LABEL.fullmatch(lower)
        or BARE_LABEL.fullmatch(upper)
        or _BORN.fullmatch(upper)
    )


def _is_headed(line: Passage, known: Collection[str]) -> bool:
    """Whether a line begins with the leader whose desk it is."""
    return bool(_head(line, known)) or headed_bracket(line, known) is not None or _opens_with_leader(line, known)


def _end_a_pair(upper: str, lower: str) -> bool:
    """Whether a line is a pair of leaders, and the one below it the next pair or what is said of pairs."""
    return bool(
        (DASHED_PAIR.match(upper) and DASHED_PAIR.match(lower))
        or (_PAIR_LINE.match(upper) and not upper.endswith("("))
        or ("B" in upper and "A" in upper and _OF_PAIRS.match(lower))
    )


def _opens_with_leader(line: Passage, known: Collection[str]) -> bool:
    """Whether a line begins with a name, the post in a column of its own, and a charge (`陈某  副镇长  负责教育，分管卫生院`)."""
    if between_dashes(line, 0, len(line.text), known) is not None:
        return True
    verb = first_verb(line.text, 0, min(len(line.text), _MAX_HEAD)) if _IN_COLUMN.match(line.text) else -1
    mentions = subjects.named(line, 0, verb, known=known) if verb > 0 else []
    # An everyday word (`周一 王某 局长`) may be a day, and no name.
    return len(mentions) == 1 and mentions[0].title != "" and not is_one_word(mentions[0].person)


def _on_site(title: Passage) -> tuple[Mention, ...]:
    """The person whom the title of a page names before the site."""
    match = _SITE_TITLE.match(title.text)
    if match is None or not is_name(match["name"]):
        return ()
    return (Mention(title.printed(*match.span("name")), "", *match.span("name")),)


def _closed(lines: list[Passage], known: Collection[str], following: Passage | None) -> Iterator[Paragraph]:
    if not lines:
        return
    passage = Passage.join(lines)
    head = _head(passage, known)
    if not head and following is not None:
        head = bare_head(passage, following, known) or under_post(passage, lines, following)
    yield Paragraph(passage, head)


def _head(passage: Passage, known: Collection[str]) -> tuple[Mention, ...]:
    """The persons a short line names with their titles, or with `同志` or a colon behind; none for anything else."""
    text = passage.text
    if len(text.strip()) > _MAX_HEAD or any(mark in text for mark in "。;《!?"):
        return ()
    if first_verb(text, 0, len(text)) >= 0:
        return ()
    if (boxed := _POST_IN_BOX.fullmatch(text)) is not None and all(map(is_title, re.split("[、,]", boxed["post"]))):
        name = passage.printed(*boxed.span("name"))
        if name in known or is_name(name) or is_rare_name(name):
            return (Mention(name, passage.printed(*boxed.span("post")), 0, boxed.end("name")),)
    beside = _STAND_IN.search(text)
    stop = beside.start() if beside else len(text.rstrip())
    ended = _NAMED_HEAD_END.search(text)
    while stop and text[stop - 1] in ": ":
        stop -= 1
    if 0 < (colon := text.find(":", 0, stop)) < _MAX_NAME:
        return _name_and_post(passage, colon, stop, known)
    mentions = subjects.named(passage, 0, stop, known=known)
    if mentions and (ended or all(mention.title for mention in mentions)):
        return tuple(mentions)
    return ()


def _name_and_post(passage: Passage, colon: int, stop: int, known: Collection[str]) -> tuple[Mention, ...]:
    """`张三(女,回族):县委常委、副县长`: a name, what describes it in a bracket, and nothing but posts behind the colon."""
    text = passage.text
    if not all(is_title(part) for part in re.split("[、,]", text[colon + 1 : stop])):
        return ()
    bracket = text.find("(", 0, colon)
    end = colon if bracket < 0 else bracket
    name, title = passage.printed(0, end), passage.printed(colon + 1, stop)
    if name in known or is_name(name) or (len(name) > 3 and is_rare_name(name)):
        return (Mention(name, title, 0, stop),)
    return ()


def _words_of(match: re.Match[str]) -> str:
    return "".join((match["label"] or match["boxed"]).split())


def _is_label(match: re.Match[str]) -> bool:
    """A label inside a paragraph is one of few words; at its beginning any short words before a colon are one."""
    label = _words_of(match)
    return match.start("label") == 0 or label in INNER_LABELS or OTHER_LABEL.fullmatch(label) is not None


#: `联系学院：`, `分管产业：`: a verb of charge with the kind of what follows.
OTHER_LABEL = re.compile(
    r"(?P<verb>分管|主管|联系|挂联|包联|协管|代管|负责)(?!人|电话|方式|地址|领导|同志|负责|干部|邮箱|副)(?:的)?(?!(?:工作)?(?:要求|原则|制度|机制|规定|说明|事项|纪律|变动|调整))[\u4e00-\u9fff]{2,4}(?:单位)?"
)
#: Labels that may follow another one in the same paragraph.
INNER_LABELS = frozenset(
    [
        "主持",
        "负责",
        "分管",
        "主管",
        "协管",
        "联系",
        "协助",
        "分工",
        "职责",
        "职务",
        "姓名",
        "简历",
        "分管工作",
        "分管领域",
        "分管单位",
        "分管部门",
        "分管科室",
        "分管处室",
        "联系单位",
        "联系部门",
        "联系领域",
        "联系工作",
        "联系科室",
        "联系乡镇",
        "联系镇",
        "联系村",
        "联系点",
        "负责工作",
        "工作分工",
        "主要职责",
        "工作职责",
        "协助工作",
        "协助分管",
        "主持工作",
        "AB角",
        "B角",
        "A角",
        "AB岗",
        "B岗",
        "A岗",
        "C岗",
        "C角",
    ]
)
