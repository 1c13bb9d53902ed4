"""Heading lines of a notice that open blocks: those that name a body or its office, and numbered ones under which a body goes on.

A heading closes all headings of its own and deeper levels. What it names is told by its own words first, then by the lines below it
and by the headings above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_headings import (
    ATTENDANCE,
    HEADING_ONLY,
    OF_THE_PAPER,
    bare_part,
    completed,
    has_roster,
    is_entry,
    is_listed,
    is_person_below,
    is_short_for,
    issuing,
    leads_somewhere,
    office_by_short_name,
    office_of,
)
from loaders.gazette.rosters_kindless import by_its_roster, chiefs_listed, kindless, opens_chiefs
from loaders.gazette.rosters_openings import opens_team
from loaders.gazette.rosters_outline import Edge, Level, Outline
from loaders.readers.paper import Passage

_ATTACHMENT = re.compile(r"\s*+[-*]?\s*+附件?\s*+\d*+\s*+[:：]?\s*+\d*+\s*+$")
_PLURAL_KIND = re.compile(
    r"(?:成立|组建|设立|设置|下设)(?P<kind>工作专班|专班|工作组|工作小组|专项小组|专项工作组|小组)$"
)
#: A heading of a body, its office or persons in charge holds one of these letters and no comma; one without a name begins with a number.
_HEADING_LETTER = re.compile("[组班部所心议构会队连室附责社支联委格]")
_NUMBER_LETTERS = frozenset("第一二三四五六七八九十(")
_LONGEST_HEADING = 80
_IS_PART = re.compile("(?<!领导小)(?<!工作)组$")
_PARTS_LEVEL = 9
_BELOW = 8  # lines under a heading that may tell what it is


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that may be a heading, with the lines around it."""

    line: Passage
    words: str
    previous: Passage | None
    following: list[Passage]

    @property
    def below(self) -> Passage | None:
        return self.following[0] if self.following else None


class Headings:
    """The heading lines of a notice, taken into its outline one after the other."""

    __slots__ = ("_of_paper", "_outline", "_previous")

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._previous: Passage | None = None
        self._of_paper: bool | None = None  # whether the paper itself, before its attachments, sets up parts

    def take(self, number: int) -> None:
        """Take a line, by its number, into the outline if it is a heading."""
        outline = self._outline
        line = outline.lines[number]
        words = line.text.strip()
        if _may_head(words) and not outline.notice.goes_to(line):
            if _ATTACHMENT.fullmatch(line.text):
                # What one attachment sets up is no matter of the next; what the paper itself does is of all.
                self._of_paper = outline.subgroups if self._of_paper is None else self._of_paper
                outline.subgroups = self._of_paper
            following = outline.lines[number + 1 : number + 1 + _BELOW]
            _open(outline, _Heading(line, words, self._previous, following))
        self._previous = line


def _may_head(words: str) -> bool:
    """Whether a line has what a heading of any sort cannot be without; few lines of running text have."""
    if not 0 < len(words) <= _LONGEST_HEADING:
        return False
    return (
        words[0] in _NUMBER_LETTERS
        or words[0].isdigit()
        or ("," not in words and _HEADING_LETTER.search(words) is not None)
    )


def _open(outline: Outline, heading: _Heading) -> None:
    """Take a line that may be a heading into the outline: as one of attendance, of a body, of its office, of an attachment, or of none."""
    line, words = heading.line, heading.words
    if _is_none(outline.notice, heading):
        return
    if ATTENDANCE.search(words) is not None:
        outline.close_all()
        outline.edges.append(Edge(line.start, None, heading=line))
        return
    named, parts = _named_in(outline, heading)
    office = _office_in(outline.notice, line, words) if named is None else None
    if (named is not None or office) and is_person_below(line, heading.previous):
        return
    if office is not None:
        outline.edges.append(Edge(line.start, _owner(office, line, outline), office=True, heading=line))
    elif named is not None or HEADING_ONLY.match(words):
        _open_level(outline, heading, named, parts)
    elif _ATTACHMENT.fullmatch(words):
        outline.close_all()
        outline.edges.append(Edge(line.start, outline.here))


def _is_none(notice: Notice, heading: _Heading) -> bool:
    """Whether a line is the signature or an entry of a list, and no heading."""
    line = heading.line
    if notice.signature is not None and line.start == notice.signature.start:
        return True
    if is_entry(line) and not opens_chiefs(line, heading.following):
        return True
    return is_listed(line, heading.previous)


def _named_in(outline: Outline, heading: _Heading) -> tuple[Named | None, str]:
    """The body a heading names, and of which kind the headings below it name parts, where it has nothing but that kind."""
    line, words, below = heading.line, heading.words, heading.below
    named = groups.from_heading(line, team=below is not None and opens_team(words, below))
    if named is None and below is not None:
        named = chiefs_listed(line, below)
    if named is None or not groups.is_generic(named.name):
        return named, ""
    kind = groups.kind_of(named.name)
    several = kind.endswith(("组", "专班", "小组")) and "领导" not in named.name
    parts = kind if several and groups.level_of(words) and not has_roster(heading.following) else ""
    return _by_kind(outline, heading, named, kind), parts


def _by_kind(outline: Outline, heading: _Heading, named: Named, kind: str) -> Named | None:
    """The body that a heading means which calls it by its kind alone; None if that may be any."""
    return (
        completed(outline.notice, heading.line, heading.previous, named)
        or issuing(outline.notice, kind, heading.following)
        or _founded_before(kind, heading.following, outline)
        or bare_part(
            named,
            heading.following,
            subgroups=outline.subgroups or outline.here is not None,
            below=bool(outline.bodies()),
        )
    )


def _founded_before(kind: str, following: list[Passage], outline: Outline) -> Named | None:
    """The body that the kind alone over a roster means, where the sentence above names a body of another kind last.

    `对甲镇养蚕领导小组和专项工作组进行调整` / `一、领导小组` / `组长：乙`.
    """
    here = outline.here
    if not kind or here is None or here.name.endswith(kind) or not has_roster(following[:2]):
        return None
    alike = {body.name: body for body in outline.bodies() if body.name.endswith(kind)}
    return next(iter(alike.values())) if len(alike) == 1 else None


def _office_in(notice: Notice, line: Passage, words: str) -> str | None:
    """The body whose office a heading turns to; empty for the one at hand, None if no office is meant."""
    office = office_of(line)
    return office_by_short_name(notice, line) if office is None and words.endswith("办公室") else office


def _owner(office: str, line: Passage, outline: Outline) -> Named | None:
    """The body whose office a heading names: one named before, or a new one."""
    if not office or groups.is_generic(office):
        return outline.here
    for named in reversed(outline.bodies()):
        if groups.same_body(named.name, office):
            return named
    low = line.text.find(office) if office in line.text else 0
    return Named(line.printed(low, low + len(office)), "heading", line, low, low + len(office), confidence=0.9)


def _open_level(outline: Outline, heading: _Heading, named: Named | None, parts: str) -> None:
    """Open a heading that names a body, or has a number; `parts` is the kind that it gives to the headings below."""
    level = groups.level_of(heading.words)
    if named is not None and level == 0 and outline.subgroups and _IS_PART.search(named.name):
        level = _PARTS_LEVEL  # a part without a number stands below whatever heading is open
    if named is not None and level in (0, _PARTS_LEVEL) and not leads_somewhere(named, heading.following):
        return
    gone = outline.close(level)
    above = outline.stack[-1]
    named = named or _named_by_place(heading, above, level, gone)
    if named is not None:
        outline.open(Level(level, _placed(named, above.named, level, outline)), heading.line)
        return
    plural = _PLURAL_KIND.search("".join(heading.words.split()))
    whole = above.named or (gone if parts else None)
    outline.subgroups = outline.subgroups or bool(plural) or bool(parts and whole is not None)
    outline.open(Level(level, whole, plural["kind"] if plural else parts), heading.line)


def _named_by_place(heading: _Heading, above: Level, level: int, gone: Named | None) -> Named | None:
    """The body that a numbered heading names without its kind, which the heading above or the roster below tells."""
    if heading.below is None or OF_THE_PAPER.search(heading.words) is not None:
        return None
    line = heading.line
    if above.plural and level > above.level and has_roster(heading.following):
        return groups.from_heading(line) or kindless(line, above.plural)
    return by_its_roster(line, heading.below, gone)


def _placed(named: Named, whole: Named | None, level: int, outline: Outline) -> Named:
    """The body of a heading as it stands below that of the heading above: the same one, a part of it, or another."""
    if whole is None:
        return named
    if groups.same_body(whole.name, named.name):
        return replace(named, action=whole.action, parent=whole.parent)
    if whole.via == "sentence" and whole.action == "成立" and is_short_for(named.name, whole.name):
        return replace(whole, level=level)
    if outline.subgroups or (whole.via == "heading" and level > whole.level > 0):
        return replace(named, parent=whole.parent or whole.name)
    return named
