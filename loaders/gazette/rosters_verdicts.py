"""Whether a line without a label under a labelled one is a seat of its own, the rest of the one above, or no seat.

First the words of the line alone are looked at, then whether it begins with a person, then how the entry above ends; what is left
is told by what both lines are read as.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.gazette.names import is_joining_name, names_the_place
from loaders.gazette.persons import (
    Mention,
    is_crowd,
    is_name,
    is_title,
    is_unit,
    leading_name,
    may_be_name,
    read_mentions,
)
from loaders.gazette.rosters_entries import (
    BRACKETED,
    CLOSING,
    GAP,
    GOES_ON,
    ITEM_MARK,
    RUNNING,
    column_of,
    ends_in_second_unit,
    is_post_of_body,
    lead_end,
)
from loaders.gazette.rosters_letters_apart import name_apart
from loaders.readers.paper import Passage

#: A seat of its own, the rest of the one above, no seat, or one that cannot be read.
Verdict = Literal["new", "join", "stop", "skip"]

_PART_NAME = re.compile("[\u4e00-\u9fff]{2}组")
_TAKES_UP = ("、", ",", ")", "(", "兼", "及", "和", "暨", "并")
#: `和  平  县林业局局长`: blanks inside say that 和 is a surname; so does a post with its place, behind a blank or in brackets.
_JOINING_NAME = re.compile(
    r"(?:和[ \u3000]{1,4}[\u4e00-\u9fff]|(?P<whole>[和从][\u4e00-\u9fff]{1,2}))(?:[ \u3000]{1,8}|\()(?P<post>[\u4e00-\u9fff、]{4,30})\)?$"
)
_SENTENCE_MARKS = ("。", "!", "?", ":", "《", "”")
#: `副局长（主持工作）`: the title is whole before its note.
_NOTE_BEHIND = re.compile(r"[(（][^()（）]*[)）]$")
#: A list in a paragraph, broken off behind the places whose chiefs are meant: `…、赵某、各乡镇` / `林业站站长。`
_OF_PLACES = re.compile(r"[、,]各(?:[乡镇村县区]|街道|苏木|嘎查|社区|旗){1,3}$")
_NAME_END = re.compile(r"([\u4e00-\u9fff·]{1,9})\(")
_WORD_AND_POST = re.compile(r"\s{4,}[\u4e00-\u9fff]{2,4}[ \u3000]+(?P<post>[\u4e00-\u9fff]{5,24})")
_LONGEST = 400
_LONGEST_STUB = 3
_MARGIN = 4


def verdict_on(above: Passage | None, line: Passage) -> Verdict:
    """Whether a line without label is a new seat (`new`), the rest of the one above (`join`), no seat (`stop`), or one that cannot be read (`skip`)."""
    lead = lead_end(line.text)
    bare = line.text[lead:].strip().rstrip(CLOSING)
    if _is_running(bare):
        return "stop"
    upper = above.text.rstrip() if above is not None else ""
    if _cut_in_two(upper, bare):
        return "join"
    opens = upper.count("(") > upper.count(")")
    broken = opens or upper.endswith(("、", "("))
    if not broken and _opens_with_person(line, lead):
        return "new"
    mentions = read_mentions(line, lead, lead + len(line.text[lead:].rstrip("。;.,、 \u3000")))
    if above is None:
        return "new" if any(one.person or one.org or is_title(one.title) for one in mentions) else "stop"
    under = _Under(above, line, bare, mentions, gap=bool(GAP.search(bare)))
    if not broken and under.persons and (under.gap or under.names_alone) and _named_head(line, lead):
        return "new"
    if opens or upper.endswith(GOES_ON) or bare.startswith(_TAKES_UP):
        return "join"
    return _by_sense(under)


@dataclass(frozen=True, slots=True)
class _Under:
    """A line under a whole entry: its words, what they are read as, and whether a gap parts them."""

    above: Passage
    line: Passage
    bare: str
    mentions: list[Mention]
    gap: bool

    @property
    def persons(self) -> list[Mention]:
        return [mention for mention in self.mentions if mention.person]

    @property
    def others(self) -> list[Mention]:
        """Who or what is not called by a name."""
        return [mention for mention in self.mentions if not mention.person]

    @property
    def names_alone(self) -> bool:
        return all(not mention.title for mention in self.persons)


def _by_sense(under: _Under) -> Verdict:
    """The verdict on a line that neither begins with a person nor goes on by its marks."""
    complete = _complete(under.above)
    if complete and _PART_NAME.fullmatch(under.bare):
        return "stop"  # 专家组, behind the last body of a list
    if not under.gap and (not complete or _is_stub(under.bare)):
        return "join"
    if under.persons and _may_all_be_names(under.others):
        return "new"
    if not under.gap and (_goes_on_at_margin(under.above.text.rstrip(), under.line) or _is_rest_of_title(under)):
        return "join"
    if under.others and _are_crowds(under.others) and (verdict := _on_crowds(under, complete)) is not None:
        return verdict
    if under.persons and under.gap:
        return "new"
    if not under.gap and _is_post_broken_off(under):
        return "new"
    return "skip" if under.gap and _is_row_unread(under.above, under.line) else "stop"


def _is_running(bare: str) -> bool:
    """Whether words are none of a list: empty, too long, or those of a sentence."""
    if not bare or len(bare) > _LONGEST or any(mark in bare for mark in _SENTENCE_MARKS):
        return True
    return RUNNING.search(bare) is not None


def _opens_with_person(line: Passage, lead: int) -> bool:
    """Whether a line begins with a person, by the shape of its first words alone."""
    if leading_name(line.text, lead) is not None or _bracketed_head(line.text, lead):
        return True
    if name_apart(line.text, lead, len(line.text)) is not None:
        return True
    joining = _JOINING_NAME.match(line.text, lead)
    return joining is not None and _is_person_called_and(joining)


def _is_stub(bare: str) -> bool:
    """Whether a few letters are nobody's name and no body, so that they end the word above."""
    return len(bare) <= _LONGEST_STUB and not is_name(bare) and not is_unit(bare)


def _may_all_be_names(others: list[Mention]) -> bool:
    """Whether whoever is not known by a name stands where one may be."""
    return not any(one.org for one in others) and all(may_be_name(one.title) for one in others)


def _is_rest_of_title(under: _Under) -> bool:
    """Whether a post alone is that of the person above, whose entry ends with a body."""
    if not is_title(under.bare) or is_crowd(under.bare) or under.persons:
        return False
    if _ends_as_unit(under.above):
        return True
    return ends_in_second_unit(under.above, under.line) and not is_post_of_body(under.bare)


def _on_crowds(under: _Under, complete: bool) -> Verdict | None:
    """The verdict on a line of crowds and bodies; None if the entry above tells nothing."""
    if any(is_crowd(one.title) for one in under.others if one.title) and not under.bare.endswith("办公室"):
        return "new"
    if any(one.org for one in read_mentions(under.above)):
        goes_on = "、" in under.above.text.rstrip() and not under.gap and not complete
        return "join" if goes_on else "new"
    beneath = _is_set_in(under.line) and abs(column_of(under.above) - column_of(under.line)) <= 1
    return "new" if len(under.mentions) > 1 and beneath else None  # 甲局、乙局 where the names above begin


def _is_post_broken_off(under: _Under) -> bool:
    """Whether a line set in is a post with a mark behind it, which the next line goes on with."""
    return _is_set_in(under.line) and under.line.text.rstrip().endswith("、") and is_title(under.bare[:-1])


def _is_person_called_and(match: re.Match[str]) -> bool:
    """Whether a line begins with a person whose surname joins words elsewhere (`和  平  县林业局局长`, `和丽川  县农业局局长`)."""
    whole, post = match["whole"], match["post"]
    return is_title(post) and (not whole or (is_joining_name(whole) and names_the_place(post)))


def _is_row_unread(above: Passage, line: Passage) -> bool:
    """Whether a line sets a word where names stand above, with a post behind it (`马海医生  县民政局局长`): nobody can say who it is.

    What stands below it is read all the same.
    """
    match = _WORD_AND_POST.fullmatch(line.text.rstrip(CLOSING))
    if match is None or not is_post_of_body(match["post"]) or abs(column_of(above) - column_of(line)) > 1:
        return False
    return bool(GAP.search(above.text.strip())) and any(one.person and one.title for one in read_mentions(above))


def _goes_on_at_margin(upper: str, line: Passage) -> bool:
    """Whether a post at the margin is that of all places named last above (`…、各乡镇` / `林业站站长。`)."""
    words = line.text.rstrip()
    post = words.rstrip(CLOSING)
    return (
        _OF_PLACES.search(upper) is not None
        and words.endswith(("。", ";"))
        and not line.text[:1].isspace()
        and "、" not in post
        and is_title(post)
        and not is_crowd(post)
    )


def _is_set_in(line: Passage) -> bool:
    """Whether a line is set in, as the entries below a label are."""
    return line.text[:_MARGIN].isspace()


def _are_crowds(mentions: list[Mention]) -> bool:
    """Whether a line without persons lists crowds and bodies, or begins with a crowd and goes on with posts."""
    if all(is_crowd(mention.title) or mention.org for mention in mentions):
        return True
    return is_crowd(mentions[0].title) and all(is_title(mention.title) or mention.org for mention in mentions)


def _cut_in_two(upper: str, lower: str) -> bool:
    """Whether the last post above is broken off before the first character below: `…派出所副所` / `长魏某、…`."""
    last = ITEM_MARK.split(upper)[-1]
    if len(last) == 1 and upper[-2:-1] in ("、", ",") and "\u4e00" <= last <= "\u9fff":
        return True  # …、区 / 政府督查室副主任游某: no item of a list is one letter
    if (rest := _NAME_END.match(lower)) is not None and upper.endswith((")、" + last, ")," + last)):
        # `…(预算股股长)、戚大` / `鹏(国库股股长)、…`: a name broken off in a list of names with brackets.
        # Between two names a comma would stand, at the end of a line too.
        return may_be_name(last + rest[1])
    return lower[0] in "长任记员理" and not is_title(last) and not is_name(last) and is_title(last + lower[0])


def _named_head(line: Passage, lead: int) -> bool:
    """Whether the line begins with a name or ends with one behind a title."""
    mention = read_mentions(line, lead)
    first = mention[0] if mention else None
    if first is None or not first.person:
        return False
    return is_name(first.person) or may_be_name(first.person)


def _bracketed_head(text: str, lead: int) -> bool:
    """Whether a line begins with a name and its title in a bracket, which may close on the next line."""
    match = BRACKETED.match(text, lead)
    if match is None or not may_be_name(match["name"]):
        return False
    return not match["closed"] or is_title(match["inside"]) or is_unit(match["inside"])


def _complete(entry: Passage) -> bool:
    """Whether the last item of an entry is whole: a bare name, a title, a unit, a crowd."""
    end = len(entry.text.rstrip(CLOSING))
    mentions = read_mentions(entry, lead_end(entry.text), end)
    if not mentions:
        return False
    last = mentions[-1]
    if last.person:
        title = _NOTE_BEHIND.sub("", last.title)
        return not title or is_title(title) or is_unit(title) or all(map(is_title, title.split("、")))
    whole = _NOTE_BEHIND.sub("", last.title)
    return bool(last.org) or is_title(last.title) or is_crowd(last.title) or (whole != last.title and is_unit(whole))


def _ends_as_unit(entry: Passage) -> bool:
    """Whether an entry ends with a unit where a post is due (`… 大兴房地产公司` / `总经理`)."""
    mentions = read_mentions(entry, lead_end(entry.text), len(entry.text.rstrip(CLOSING)))
    last = mentions[-1] if mentions else None
    return last is not None and bool(last.person) and bool(last.title) and not is_title(last.title)
