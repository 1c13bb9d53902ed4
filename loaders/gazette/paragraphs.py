"""Printed lines put together to paragraphs: which line goes on in the next one, and which begins anew.

A line goes on that ends in running text, fills its column or cuts a word; headings, labels, numbers, rows and lines of rosters begin.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from loaders.gazette import lists
from loaders.gazette.heads import TASK_ROLES, role_of
from loaders.gazette.web_pages import is_imprint
from loaders.readers.paper import Line, Paper, Passage

# A new paragraph begins with one of these: headings, list numbers, articles, labels, bullets, titles in brackets.
_STARTER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)](?!\d)"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节]|(?P<circle>[①-⑳])|[●◆■◇□▲△★☆]|[-*○]\s|——\s*[\u4e00-\u9fff]{2}|(?:问题|任务|事项|项目|实事|举措)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,3})\s?[:、.](?!\d)|附件|附[:：]|注:|[\u4e00-\u9fff 、/]{2,10}:|[ABC]{1,2}[角岗][\u4e00-\u9fff]{0,8} ?:|(?:牵头|责任|配合|协办|承办|主办)(?:单位|部门|领导)[ \u3000]{1,4}[\u4e00-\u9fff]|\[[\u4e00-\u9fff]{2,6}\]|[(\[〔「『<][\u4e00-\u9fff]{2,8}[)\]〕」』>] ?:|\(此件|\d{4}年\d{1,2}月\d{1,2}[日号]\s*$|[一是二三四五六]是)"
)
#: A circled number inside a sentence (`发放①明白纸、` over `②手册`): the next one goes on with the same sentence.
_INNER_CIRCLE = re.compile(r"[^\s①-⑳][①-⑳]")
#: A line of one to three characters and a stop (`务。`) is the rest of the line above.
_REST = re.compile(r"[\u4e00-\u9fff]{1,3}[。;]")
_CLOSING = ("。", ";", ":", "!", "?", "…")
_AFTER_CLOSING = ("”", "’", "」", "』", ")", "》")
_RUNNING = re.compile("[,。;、:]")
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、](?!\d))")
#: The mark behind a heading's own number tells nothing of running text.
_NUMBERED = re.compile(r"\s*[一二三四五六七八九十]{1,3}、|\s*\d{1,3}、")
#: `2.2  指挥部办公室`, `2  组织机构`: the headings of plans, alone on their line.
_DECIMAL = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}[ \u3000]{0,4}|\d{1,2}[ \u3000]{2,4})(?![万亿元米吨亩个项家年月日号度倍人名岁]|公里|平方|立方|千)[\u4e00-\u9fff、()“”及和与]{2,24}\s*"
)
#: Two full-width spaces and no more: what every paragraph begins with in these papers.
_PARAGRAPH = re.compile("\u3000\u3000[^\\s\u3000]")
_BARS = re.compile(r"\s*\|[^|]*\|")
_ROSTER_LINE = re.compile(
    r"\s*(?:[\u4e00-\u9fff·]{1,4}(?: {1,4}[\u4e00-\u9fff·]{1,4})?[ \u3000]{1,12}|[\u4e00-\u9fff·]{5,12}[ \u3000]{2,12})[\u4e00-\u9fff]"
)
_COLUMN_LINE = re.compile(
    r"\s*[\u4e00-\u9fff·]{1,12}(?: {1,4}[\u4e00-\u9fff]{1,2})?[ \u3000]{2,12}[\u4e00-\u9fff]{4,40}\s*$"
)
#: Behind the last name of a list with brackets: where the office of the body is, however full the line above.
_SEAT = re.compile(
    r"\s*(?:[\u4e00-\u9fff]{0,12}(?:领导小组|指挥部|委员会|专班|联席会议|工作组|小组))?(?:(?:下设|设立?)?办公室(?:设在|设于|主任)|下设办公室)"
)
#: No sentence ends so: `…同志接替任` over `某某同志任成员`.
_NO_END = re.compile(r"(?:接替|[由为和与及对将把]|(?<![主责信后前历现])任)$")
#: No line begins with it that is no rest of the one above.
_COMRADE = re.compile(r"\s*同志(?!们|:)")
#: A name and, in a column of its own, what becomes of the person: `王某某     免去某校校长职务`.
_ACT_LINE = re.compile(
    r"\s*[\u4e00-\u9fff·]{1,6}(?: {1,4}[\u4e00-\u9fff]{1,2})?[ \u3000]{2,12}(?:任(?!务)|免去|聘任|解聘|不再)"
)
#: A row of a list without marks, the first perhaps behind the word over the list (`任命：周 明为…`): `周 明    为甲区审计局局长`, `周 明的甲区审计局局长职务`.
_GIVEN_LINE = re.compile(
    r"\s*(?:[\u4e00-\u9fff]{0,20}(?:任命|免去|聘任|解聘|提名):[ \u3000]{0,4})?"
    r"[\u4e00-\u9fff·]{1,8}(?: {1,4}[\u4e00-\u9fff]{1,2})?(?:\([^()]{1,12}\))?[ \u3000]*(?:为|的)[\u4e00-\u9fff]{2}[^,。;:]{2,80}$"
)
#: `完成时限：2031年10月底` over an empty line: the time is told, and what stands below is said of something else.
_LIMIT_LINE = re.compile(
    r"\s*(?:完成|整改|办结|办理)?(?:时限|期限|时间)\s*:\s*(?=\S)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[年月]?底|全年)?前?(?:完成)?\s*"
)
#: The same behind other labels, with the word that ends a time limit (`配合单位：甲局 完成时限：10月底前`).
_LIMIT_BEHIND = re.compile(
    r"(?:时限|期限|时间)\s*:\s*(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日前|底前?|(?:上|中|下)旬前?|前)|年底前?|全年|长期)$"
)
#: A telephone number ends what a line says (`负责人：甲　电话：0000-1234567`), unless another number follows.
_PHONE_ENDS = re.compile(r"(?:电话|手机|联系方式|传真|短号)(?:号码)?\s*:[\d*×xX/、()— -]{5,40}$")
_LONGEST_PHONE = 56
#: So does the day a page was put up (`更新时间：2031-05-06 08:30`).
_PUT_UP = re.compile(
    r"(?:更新|发布|发文|成文|公开|信息)(?:时间|日期)\s*:\s*\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_LABEL_LINE = re.compile(r"\s*[\u4e00-\u9fff]{2,8}:")
#: `负责文件起草、会议组织` below `成员：…` is what a part of a body does, however full the line above.
_MEMBERS = re.compile(r"\s*(?:副?组长|成员|组员|成员单位)\s*:")
#: The elected of a village (`委  员：甲、乙`) end where the next village, or another matter, begins.
_SEATED = re.compile(r"\s*(?:副?主\s*任|委\s*员)\s*:")
_NEXT_VILLAGE = re.compile(r"\s*(?:[\u4e00-\u9fff]{1,8}(?:村|社区|嘎查)\s*$|同时,)")
_WHAT_IT_DOES = re.compile(r"\s*(?:主要|具体|全面)?(?:负责(?!人|同志|干部)|承担)")
#: `场　完成时限：…` below `…、响水国有林`: what a line of labels breaks off before the next label.
_BROKEN_VALUE = re.compile(r"(?P<rest>[\u4e00-\u9fff()、]{1,24}?)[ \u3000]{1,4}(?P<label>[\u4e00-\u9fff]{2,8}):")
#: `人:某某` below `…、县总工会    责任`: what is left of a label that breaks between its letters.
_LABEL_REST = re.compile(r"\s*(?P<rest>[\u4e00-\u9fff]{1,4}) ?:")
_ALONE = "一二三四五六七八九十甲乙丙丁注附各"  # letters that open a line of their own
_LAST_OF_LIST = re.compile(r"[、,;: \u3000]")
_BRACKET = re.compile(r"[()〔〕]")
#: `1.建立台账（3月20日前）` over its text.
_BRACKET_HEADING = re.compile(
    r"\s*(?:\d{1,3}[.、]|\([一二三四五六七八九十\d]{1,3}\))\s*[^,。;、:()]{2,24}\([^()]{1,16}\)\s*"
)
#: A bracket at the end of a task runs over a few lines at most; one that never closes is a slip of print.
_BRACKET_LINES = 6
_FULL = 14  # letters of a line that may wrap
_SHORTEST_TEXT = 12  # letters of a line above a page break that is no heading
_LONGEST_LIMIT = 24  # letters of a time limit with its label
_NEAR = 6  # characters on each side of a break that tell whether it cuts a word
_PART_ENDS = re.compile(r"(?:牵头|负责|配合|落实|参与|实施)\s*$")
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百\d]{1,4}条\s*\S{4}")
_DATE_ONLY = re.compile(r"\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}[日号](?:印发)?\s*$")


def passages(
    paper: Paper,
    lines: Iterable[Line],
    furniture: frozenset[int],
    *,
    closing: frozenset[int] = frozenset(),
    rows: Mapping[int, Passage | None] | None = None,
) -> tuple[Passage, ...]:
    """Printed lines put together to paragraphs.

    A line goes on in the next one when it stops without closing punctuation in the middle of running text; a blank
    line between (page break) does not stop it, a heading, label, number, table row or roster line does, and so does a
    line of the signature (`closing`: their numbers). `rows` are table rows of several lines.
    """
    done: list[Passage] = []
    above = _Paragraph(paper)
    blank_before = False
    lines = list(lines)
    for place, line in enumerate(lines):
        if rows and line.number in rows:
            above.close(done)
            row = rows[line.number]
            if row is not None:
                done.append(row)
            continue
        if line.number in furniture or not paper.words[line.number - 1]:
            blank_before = True
            continue
        words = paper.folded[line.start : line.end]
        if not (
            above.lines
            and line.number not in closing
            and not (paper.text[line.start] == "\u3000" and _PARAGRAPH.match(paper.text, line.start, line.end))
            and (
                (
                    not _is_closed(above.words[-1])
                    and _goes_on(
                        above.words[-1],
                        words,
                        # No page break and no empty line ends what a line says that fills its column.
                        blank_before and not paper.fills_column(above.words[-1]),
                        len(above.words),
                        paper.folded,
                    )
                )
                or (above.depth > 0 and _in_bracket(words) and _bracket_ends(paper, lines, place, furniture))
            )
        ):
            above.close(done)
        above.add(line, words)
        blank_before = False
    above.close(done)
    return tuple(done)


class _Paragraph:
    """The lines put together so far, and how many brackets are open at their end."""

    __slots__ = ("_paper", "depth", "lines", "words")

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.depth = 0

    def add(self, line: Line, words: str) -> None:
        self.lines.append(line)
        self.words.append(words)
        if "(" in words or ")" in words:
            self.depth += words.count("(") - words.count(")")
        if "〔" in words or "〕" in words:
            self.depth += words.count("〔") - words.count("〕")

    def close(self, done: list[Passage]) -> None:
        """Put what there is to `done` as one passage, and begin anew."""
        if not self.lines:
            return
        if len(self.lines) == 1:
            done.append(Passage(self._paper, self.words[0], ((0, self.lines[0].start),)))
            self.lines, self.words, self.depth = [], [], 0
            return
        ends = itertools.accumulate(map(len, self.words), initial=0)
        pieces = tuple([(at, line.start) for at, line in zip(ends, self.lines, strict=False)])
        done.append(Passage(self._paper, "".join(self.words), pieces))
        self.lines, self.words, self.depth = [], [], 0


def _goes_on(upper: str, lower: str, blank_between: bool, joined: int, paper: str) -> bool:
    """Whether a paragraph of `joined` lines, of which `upper` is the last, goes on in the line below."""
    told = _told_by_words(upper, lower, blank_between, paper)
    if told is not None:
        return told
    length = len(upper.rstrip())
    if joined == 1 and length >= _FULL and _REST.fullmatch(lower.strip()):
        return True
    roster_line = _has_gap(lower) and _ROSTER_LINE.match(lower) is not None
    if not (blank_between or roster_line) and upper.endswith("、", 0, length):
        return True
    if joined == 1 and _is_whole(upper, lower, length):
        return False
    if (blank_between or lower.lstrip().startswith("(")) and ":" in upper and _LIMIT_LINE.fullmatch(upper):
        return False
    running = joined > 1 or _is_running(upper)
    if blank_between:
        return not roster_line and _goes_on_over_break(upper.rstrip(), lower.lstrip(), running=running)
    if (roster_line and not running) or _is_set_apart(upper, lower, joined):
        return False
    return length >= _FULL and (running or len(lower.strip()) > 3)


def _told_by_words(upper: str, lower: str, blank_between: bool, paper: str) -> bool | None:
    """Whether the words at a break alone say that a paragraph goes on, or that it does not; None if they say neither."""
    if ":" in lower and ":" in upper and _breaks_label(upper, lower):
        return True
    if not blank_between and upper.rstrip().endswith("《"):
        return True  # no title ends where it opens
    if _begins_anew(upper, lower, paper):
        return False
    if ("同" in lower and _COMRADE.match(lower)) or _breaks_value(upper, lower, paper, blank_between=blank_between):
        return True
    if "  " in upper and _COLUMN_LINE.match(upper) and _COLUMN_LINE.match(lower):
        return False  # names in one column, posts in the next
    return None


def _is_whole(upper: str, lower: str, length: int) -> bool:
    """Whether a line that stands alone so far is a heading with a bracket at its end, or a label with all of its value."""
    if upper.endswith(")", 0, length) and _BRACKET_HEADING.fullmatch(upper):
        return True
    return ":" in upper and _LABEL_LINE.match(upper) is not None and _value_is_whole(upper, lower)


def _goes_on_over_break(upper: str, lower: str, *, running: bool) -> bool:
    """Over a page break only running text goes on; a heading above has no comma and is short, and ends in a whole word."""
    return len(upper) >= _SHORTEST_TEXT and (running or bool(_NO_END.search(upper)) or _cuts_word(upper, lower))


def _is_set_apart(upper: str, lower: str, joined: int) -> bool:
    """Whether the way two lines are set says that the second begins anew."""
    if joined == 1 and _indent(lower) >= 2 and _DECIMAL.fullmatch(upper):
        return True  # a heading, and the text below it is indented as a paragraph is
    if _indent(upper) >= 6 and not _indent(lower):
        return True  # lines of a roster stand under their label; what begins at the margin is no rest of them
    # In one column no line wraps so far short of the next: a heading over its text.
    return joined == 1 and len(lower.strip()) > 1.3 * len(upper.rstrip()) + 6


def _is_running(line: str) -> bool:
    """Whether a line is running text: it holds a stop behind its own number, or is the article of a rule."""
    number = _NUMBERED.match(line)
    return _RUNNING.search(line, number.end() if number else 0) is not None or _ARTICLE.match(line) is not None


def _has_gap(line: str) -> bool:
    return " " in line or "\u3000" in line


def _cuts_word(upper: str, lower: str) -> bool:
    """Whether one everyday word begins at the end of a line and ends in the next: `…对乡镇人民政` over `府、街道…`."""
    import rjieba

    head = upper[-_NEAR:]
    at = 0
    for word in rjieba.cut(head + lower[:_NEAR], False):
        if at < len(head) < at + len(word):
            return True
        at += len(word)
    return False


def is_rest(upper: str, lower: str) -> bool:
    """Whether a line can be what is left of the line above, which fills its column: no heading, label, row or roster line."""
    if _WHAT_IT_DOES.match(lower) and _MEMBERS.match(upper):
        return False
    return not _are_apart(upper, lower) and _ROSTER_LINE.match(lower) is None


def _are_apart(upper: str, lower: str, paper: str = "") -> bool:
    """Whether two lines never go together, wherever they stand: a sentence ended, a row, what begins a paragraph, a day."""
    return _is_closed(upper) or _begins_anew(upper, lower, paper)


def _begins_anew(upper: str, lower: str, paper: str) -> bool:
    """Whether a line never goes on with what the one above leaves open. Each pattern is asked where a letter it needs is there."""
    return bool(
        "\t" in upper
        or "\t" in lower
        or ("|" in upper and _BARS.match(upper))
        or ("|" in lower and _BARS.match(lower))
        or (
            (starter := _STARTER.match(lower))
            and not (starter["circle"] and _is_inside(upper))
            and not _breaks_value(upper, lower, paper)
        )
        or ("年" in upper and _DATE_ONLY.match(upper))
        or is_imprint(upper)
        or (
            (":" in upper and lower.lstrip()[:1] not in "0123456789、,;(—-/转")
            and (
                _PHONE_ENDS.search(upper.rstrip()[-_LONGEST_PHONE:]) or _PUT_UP.search(upper.rstrip()[-_LONGEST_PHONE:])
            )
        )
        or _DECIMAL.fullmatch(lower)
        or (_has_gap(lower) and _ACT_LINE.match(lower))
        or (":" in upper and _SEATED.match(upper) and _NEXT_VILLAGE.match(lower))
        or ("办公室" in lower and upper.rstrip().endswith(")") and _SEAT.match(lower))
        or (upper.rstrip().endswith("职务") and (_ACT_LINE.match(upper) or _GIVEN_LINE.match(upper)))
        or (
            ("为" in lower or "的" in lower)
            and _GIVEN_LINE.match(lower)
            and (upper.rstrip().endswith("职务") or _GIVEN_LINE.match(upper))
        )
    )


def _breaks_value(upper: str, lower: str, paper: str = "", *, blank_between: bool = False) -> bool:
    """Whether a line of labels ends inside a list, and the next line begins with the rest of a body or of a name before a label.

    Where either part is a body by itself (`各乡` / `镇人民政府`), or an empty line stands between, the paper decides: it prints the
    whole elsewhere.
    """
    if ":" not in upper or (match := _BROKEN_VALUE.match(lower)) is None:
        return False
    first = match["rest"].split("、")[0]
    if role_of(match["label"]) not in TASK_ROLES or role_of(match["rest"] + match["label"]) is not None:
        return False  # `责 任 单位：` is one label
    last = _LAST_OF_LIST.split(upper.rstrip())[-1]
    if len(last) > 1 and len(first) > 2 and lists.is_body(first) and last + first in paper:
        return True
    if blank_between:
        return False
    if len(first) == 1 and first not in _ALONE:
        return True
    if last and (lists.is_body(last) or (len(first) > 2 and lists.is_body(first))):
        return False  # either side is a whole body
    return lists.is_body(last + first)


def _breaks_label(upper: str, lower: str) -> bool:
    """Whether the label of a task ends below the line it begins on, behind a value of the same line."""
    if (match := _LABEL_REST.match(lower)) is None:
        return False
    begun = _LAST_OF_LIST.split(upper.rstrip())[-1]
    return role_of(match["rest"]) is None and role_of(begun + match["rest"]) in TASK_ROLES


def _is_inside(upper: str) -> bool:
    """Whether a line that holds a circled number inside a sentence leaves the sentence open."""
    return not upper.rstrip().endswith(")") and _INNER_CIRCLE.search(upper) is not None


def _in_bracket(lower: str) -> bool:
    """Whether a line can go on in a bracket that is open above it: it is no table row and begins with no number."""
    return "\t" not in lower and not _BARS.match(lower) and not _NUMBER.match(lower)


def _bracket_ends(paper: Paper, lines: Sequence[Line], first: int, furniture: frozenset[int]) -> bool:
    """Whether the next bracket, on one of the next few lines, closes: labels (`单位：…`) may stand at a line's head in one."""
    following = (lines[place] for place in range(first, len(lines)))
    printed = (paper.folded[line.start : line.end] for line in following if line.number not in furniture)
    for words in itertools.islice((words for words in printed if words.strip()), _BRACKET_LINES):
        if found := _BRACKET.search(words):
            return found[0] in ")〕"
    return False


def _is_closed(text: str) -> bool:
    """Whether a line ends a sentence: in a closing mark, a bracket or quotation mark perhaps behind it."""
    end = text.rstrip()
    if end.endswith(_CLOSING):
        return True
    return end.endswith(_AFTER_CLOSING) and end[:-1].rstrip().endswith(_CLOSING)


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip(" \u3000"))


def _value_is_whole(upper: str, lower: str) -> bool:
    """Whether the value of a label line ends with its line: it ends in a time limit, a body or 牵头 / 负责, and no list goes on below."""
    last = re.split(r"[、,;: ]", upper.rstrip())[-1]
    below = lower.strip()
    if last.endswith(("前", "底", "旬", "全年", "长期")) and _LIMIT_BEHIND.search(upper.rstrip()[-_LONGEST_LIMIT:]):
        return not below.startswith(("前", "完成", "、", ",", ";", "(", "并", "至"))
    if not (_PART_ENDS.search(upper) or lists.is_body(last)) or below.startswith(
        ("、", ",", ";", "(", "等", "和", "及")
    ):
        return False
    return "、" not in below and not (len(below) <= 10 and lists.is_body(below))
