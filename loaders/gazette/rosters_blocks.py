"""A notice cut into blocks, each under the coordinating body its lines belong to.

Titles, sentences and headings name bodies (`groups`); a heading closes all headings of its own and deeper levels. Under
a heading that is no name (`一、组成人员`, `二、工作职责`) the body named before goes on. Bodies named under another one
that 下设 them are its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from loaders.gazette import groups, groups_said, groups_titled
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_drills import commanded
from loaders.gazette.rosters_headings import (
    ATTENDANCE,
    HEADING_ONLY,
    OF_THE_PAPER,
    bare_part,
    behind_heading,
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
from loaders.gazette.rosters_inner_parts import at_parts
from loaders.gazette.rosters_openings import opens_team
from loaders.gazette.rosters_parts import by_its_roster, chiefs_listed, kindless, opens_chiefs, parted, with_whole_parts
from loaders.readers.paper import Passage

_SUBGROUPS = re.compile(
    r"下设[^。;]{0,24}?(?:工作专班|专班|工作组|专项小组|工作小组|小组|专项组|指挥部|[\u4e00-\u9fff]{2}[组队])|(?:成立|组建|设立)(?:[^。;,]{0,10}?个)?(?:子|分|专项|下属)?(?:工作专班|专班|工作组|工作小组|专项小组)"
    r"|组分(?:为|成|设)?[两二三四五六七八九十\d]{1,2}个[\u4e00-\u9fff]{0,4}组"
)
_ATTACHMENT = re.compile(r"\s*+[-*]?\s*+附件?\s*+\d*+\s*+[:：]?\s*+\d*+\s*+$")
_PLURAL_KIND = re.compile(
    r"(?:成立|组建|设立|设置|下设)(?P<kind>工作专班|专班|工作组|工作小组|专项小组|专项工作组|小组)$"
)
#: `领导小组下设三个工作组：`, at the end of its paragraph: the headings below may leave the kind out.
_SEVERAL = re.compile(
    r"下设[^。;,、]{0,12}?(?:[\d一二三四五六七八九十两若]{1,3}[个干]|以下)(?P<kind>工作专班|专班|工作组|工作小组|专项小组|专项工作组|专项组|小组)[^。;]{0,8}:\s*$"
)
#: What a line that holds a part and its roster cannot be without.
_PART_SIGNS = ("长", "人", ":", "(", "牵头")
#: A heading of a body, its office or persons in charge holds one of these letters and no comma; one without a name begins with a number.
_HEADING_LETTER = re.compile("[组班部所心议构会队连室附责社支联委格]")
_NUMBER_LETTERS = frozenset("第一二三四五六七八九十(")
_LONGEST_HEADING = 80
_OF_YEAR = re.compile(r"\d{4}年")
_IS_PART = re.compile("(?<!领导小)(?<!工作)组$")
_PARTS_LEVEL = 9
_LONGEST_TITLE = 150
#: `将甲会更名为乙会，并对成员作如下调整`: what follows is the roster of the body under its new name.
_CHANGED_TOO = re.compile(
    r"[^。;]{0,40}(?:成员|人员)[^。;]{0,20}(?:调整|如下)|[^。;]{0,20}调整[^。;]{0,20}(?:成员|人员)"
)

#: No paper prints a longer paragraph; what is longer is no prose and is not searched for sentences.
LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of the paper under one body (None: no body is named yet).

    `office` is set where a heading turns to the body's office; `heading` is the line that opens the block.
    """

    named: Named | None
    start: int
    end: int
    office: bool = False
    heading: Passage | None = None
    lines: tuple[Passage, ...] = ()  # printed lines, the heading line left out
    passages: tuple[Passage, ...] = ()  # joined passages; one that reaches over the edges is cut


@dataclass(slots=True)
class _Level:
    """An open heading and the body named under it."""

    level: int
    named: Named | None
    plural: str = ""  # 成立工作专班: headings below leave the kind out


def blocks(notice: Notice) -> list[Block]:
    """The blocks of a notice in printed order; together they cover all its text below the title."""
    titled = groups_titled.titled(notice) or groups_titled.alone(notice)
    stack = [_Level(-1, titled[0] if titled else None)]
    below = _below_title(notice)
    edges: list[tuple[int, Named | None, bool, Passage | None]] = [(below, stack[0].named, False, None)]
    lines = [
        part
        for whole in with_whole_parts(notice.text_lines(), running(notice))
        for line in at_parts(whole)
        for part in (parted(line) if any(sign in line.text for sign in _PART_SIGNS) else (line,))
    ]
    headed: list[tuple[int, str]] | None = None
    # Of a line and a passage that begin together the line comes first.
    marks = [(line.start, number, line) for number, line in enumerate(lines) if line.start >= below]
    after = len(lines)
    marks.extend((passage.start, after, passage) for passage in running(notice) if "\t" not in passage.text)
    marks.sort(key=itemgetter(0, 1))
    subgroups = False
    of_paper: bool | None = None
    previous: Passage | None = None
    for _, number, passage in marks:
        if number < after:
            if _may_head(passage.text.strip()) and not notice.goes_to(passage):
                if _ATTACHMENT.fullmatch(passage.text):
                    # What one attachment sets up is no matter of the next; what the paper itself does is of all.
                    subgroups = of_paper = subgroups if of_paper is None else of_paper
                following = lines[number + 1 : number + 9]
                subgroups = _open_heading(notice, passage, previous, following, stack, edges, subgroups)
            previous = passage
            continue
        if len(passage) > LONGEST:
            continue
        if _SUBGROUPS.search(passage.text):
            subgroups = True
            if (several := _SEVERAL.search(passage.text)) is not None:
                stack[-1].plural = several["kind"]
        first = True
        for named in (*groups.from_sentences(passage), *groups_said.said(passage), *commanded(notice, passage)):
            if named.action in ("合并", "撤销", "保留"):
                continue
            if named.action == "更名" and not (
                stack[-1].named is None and _CHANGED_TOO.search(passage.text, named.end)
            ):
                continue
            if groups.is_generic(named.name):
                continue
            if named.action == "调整":
                headed = _headed(lines)[:200] if headed is None else headed
                if any(place > passage.start and groups.same_body(name, named.name) for place, name in headed):
                    continue  # its heading opens its block
            here = stack[-1].named
            again = longer = False
            if here is not None and _OF_YEAR.search(here.name) and is_short_for(named.name, here.name):
                named = groups.renamed(named, here.name)  # the body of one year, called without it below its title
            if here is not None and groups.same_body(here.name, named.name):
                named = replace(named, level=here.level, parent=here.parent, action=named.action or here.action)
                longer = len(named.name) > len(here.name)
                again = not first
            else:
                named = replace(named, level=stack[-1].level)
            begin = passage.start
            if passage.text[: named.start].endswith("下设"):
                above = _sets_up(passage.text[: named.start - 2], here, edges)
                named = replace(named, parent=above.name if above else "")
                begin = _line_of(passage.origin(named.start), begin, lines)
            stack[-1].named = named
            if again:
                # Named once more in one paragraph, with its place or without: the same stretch goes on.
                if longer:
                    edges[-1] = (edges[-1][0], named, *edges[-1][2:])
                continue
            # The whole passage is about the first body it names: 成立由甲任组长的…领导小组.
            if begin < below and edges[0][1] is None:
                edges[0] = (edges[0][0], named, *edges[0][2:])  # a paper without a title: its first sentence goes on
            edges.append((begin if first else passage.origin(named.start), named, False, None))
            first = False
    return _between(notice, edges, lines)


def running(notice: Notice) -> tuple[Passage, ...]:
    """The joined passages below the title; a sentence that opens a list (`…名单如下：`) may stand where addressees do."""
    return notice.body if notice.addressees is None else (notice.addressees, *notice.body)


# --- helpers ----------------------------------------------------------------------------------------------------


def _sets_up(
    before: str, here: Named | None, edges: list[tuple[int, Named | None, bool, Passage | None]]
) -> Named | None:
    """The body that 下设 a part: the one under whose heading the sentence stands, if it is of the kind the sentence calls it by.

    Else the body the notice founded before it, by the last of its names (领导小组下设…专班): the title names it without its place
    where the text does not.
    """
    kind = groups.kind_of(before)
    if here is not None and here.via == "heading" and not here.parent and kind and here.name.endswith(kind):
        return here
    bodies = [body for _, body, _, _ in edges if body is not None and not body.parent]
    return next((body for body in reversed(bodies) if groups.same_body(body.name, bodies[0].name)), None)


def _below_title(notice: Notice) -> int:
    """Where what a notice says begins: below its title, or with it where a copy prints the whole paper on one line."""
    title = notice.title
    whole = len(title) > _LONGEST_TITLE and not any(line.start >= title.end for line in notice.text_lines())
    return title.start if whole else title.end


def _founded_before(
    kind: str,
    following: list[Passage],
    here: Named | None,
    edges: list[tuple[int, Named | None, bool, Passage | None]],
) -> Named | None:
    """The body that the kind alone over a roster means, where the sentence above names a body of another kind last.

    `对甲镇养蚕领导小组和专项工作组进行调整` / `一、领导小组` / `组长：乙`.
    """
    if not kind or here is None or here.name.endswith(kind) or not has_roster(following[:2]):
        return None
    alike = {body.name: body for _, body, _, _ in edges if body is not None and body.name.endswith(kind)}
    return next(iter(alike.values())) if len(alike) == 1 else None


def _line_of(place: int, begin: int, lines: list[Passage]) -> int:
    """Where the printed line of a place begins, but not before `begin`: a list without stops above it is the list of the whole."""
    number = bisect_left(lines, place + 1, key=attrgetter("start")) - 1
    return max(begin, lines[number].start) if number >= 0 else begin


def _may_head(words: str) -> bool:
    """Whether a line has what a heading of any sort cannot be without; few lines of running text have."""
    if not 0 < len(words) <= _LONGEST_HEADING:
        return False
    return (
        words[0] in _NUMBER_LETTERS
        or words[0].isdigit()
        or ("," not in words and _HEADING_LETTER.search(words) is not None)
    )


def _open_heading(
    notice: Notice,
    line: Passage,
    previous: Passage | None,
    following: list[Passage],
    stack: list[_Level],
    edges: list[tuple[int, Named | None, bool, Passage | None]],
    subgroups: bool,
) -> bool:
    """Take a heading line into the stack; returns whether the lines after it may hold parts of the body above."""
    words = line.text.strip()
    if notice.signature is not None and line.start == notice.signature.start:
        return subgroups
    if len(words) > _LONGEST_HEADING or (is_entry(line) and not opens_chiefs(line, following)):
        return subgroups
    if is_listed(line, previous):
        return subgroups
    if ATTENDANCE.search(words) is not None:
        del stack[1:]
        edges.append((line.start, None, False, line))
        return subgroups
    below = following[0] if following else None
    named = groups.from_heading(line, team=below is not None and opens_team(words, below))
    if named is None and following:
        named = chiefs_listed(line, following[0])
    parts = ""
    if named is not None and groups.is_generic(named.name):
        kind = groups.kind_of(named.name)
        if (
            groups.level_of(words)
            and not has_roster(following)
            and kind.endswith(("组", "专班", "小组"))
            and "领导" not in named.name
        ):
            parts = kind  # （二）应急工作组: the headings below name the parts of the body above
        named = (
            completed(notice, line, previous, named)
            or issuing(notice, kind, following)
            or _founded_before(kind, following, stack[-1].named, edges)
            or bare_part(
                named,
                following,
                subgroups=subgroups or stack[-1].named is not None,
                below=any(body is not None for _, body, _, _ in edges),
            )
        )
    office = office_of(line) if named is None else None
    if office is None and named is None and words.endswith("办公室"):
        office = office_by_short_name(notice, line)
    if (named is not None or office) and is_person_below(line, previous):
        return subgroups
    numbered = bool(HEADING_ONLY.match(words))
    level = groups.level_of(words)
    if named is not None and level == 0 and subgroups and _IS_PART.search(named.name):
        level = _PARTS_LEVEL  # a part without a number stands below whatever heading is open
    if named is None and office is None and not numbered:
        if _ATTACHMENT.fullmatch(words):
            del stack[1:]
            edges.append((line.start, stack[0].named, False, None))
        return subgroups
    if office is not None:
        edges.append((line.start, _owner(office, line, stack, edges), True, line))
        return subgroups
    if named is not None and level in (0, _PARTS_LEVEL) and not leads_somewhere(named, following):
        return subgroups
    plural = _PLURAL_KIND.search("".join(words.split()))
    gone: Named | None = None
    while len(stack) > 1 and stack[-1].level >= level:
        gone = stack.pop().named
    above = stack[-1]
    if (
        named is None
        and above.plural
        and level > above.level
        and has_roster(following)
        and OF_THE_PAPER.search(words) is None
    ):
        named = groups.from_heading(line) or kindless(line, above.plural)
    if named is None and numbered and following and OF_THE_PAPER.search(words) is None:
        named = by_its_roster(line, following[0], gone)
    if named is None:
        whole = above.named or (gone if parts else None)
        stack.append(_Level(level, whole, plural["kind"] if plural else parts))
        edges.append((line.start, whole, False, line))
        return subgroups or bool(plural) or bool(parts and whole is not None)
    if above.named is not None and not groups.same_body(above.named.name, named.name):
        whole = above.named
        if whole.via == "sentence" and whole.action == "成立" and is_short_for(named.name, whole.name):
            named = replace(whole, level=level)
        elif subgroups or (whole.via == "heading" and level > whole.level > 0):
            named = replace(named, parent=whole.parent or whole.name)
    elif above.named is not None:
        named = replace(named, action=above.named.action, parent=above.named.parent)
    stack.append(_Level(level, named))
    edges.append((line.start, named, False, line))
    return subgroups


def _owner(
    office: str, line: Passage, stack: list[_Level], edges: list[tuple[int, Named | None, bool, Passage | None]]
) -> Named | None:
    """The body whose office a heading names: one named before, or a new one."""
    if not office or groups.is_generic(office):
        return stack[-1].named
    for _, named, _, _ in reversed(edges):
        if named is not None and groups.same_body(named.name, office):
            return named
    low = line.text.find(office) if office in line.text else 0
    return Named(line.printed(low, low + len(office)), "heading", line, low, low + len(office), confidence=0.9)


def _headed(lines: list[Passage]) -> list[tuple[int, str]]:
    """Numbered headings that name bodies, by place."""
    return [
        (line.start, named.name)
        for line in lines
        if len(line.text) < 62 and groups.level_of(line.text) and (named := groups.from_heading(line)) is not None
    ]


def _between(
    notice: Notice, edges: list[tuple[int, Named | None, bool, Passage | None]], lines: list[Passage]
) -> list[Block]:
    """The stretches between edges, with their lines and passages."""
    end = notice.lines[-1].end + 1 if notice.lines else notice.title.end
    ordered = sorted(edges, key=lambda edge: edge[0])
    line_starts = [line.start for line in lines]
    body = running(notice)
    passage_starts = [passage.start for passage in body]
    found = []
    for number, (start, named, office, heading) in enumerate(ordered):
        stop = ordered[number + 1][0] if number + 1 < len(ordered) else end
        if stop <= start:
            continue
        skip = heading.start if heading is not None else -1
        own = lines[bisect_left(line_starts, start) : bisect_left(line_starts, stop)]
        over = body[max(0, bisect_left(passage_starts, start) - 1) : bisect_left(passage_starts, stop)]
        cut = (_cut(passage, behind_heading(passage, heading, named, start), stop) for passage in over)
        found.append(
            Block(
                named,
                start,
                stop,
                office,
                heading,
                tuple(line for line in own if line.start != skip),
                tuple(passage for passage in cut if passage is not None),
            )
        )
    return found


def _cut(passage: Passage, start: int, stop: int) -> Passage | None:
    """The part of a passage between two places of the paper."""
    if passage.start >= start and passage.end <= stop:
        return passage
    low = bisect_left(range(len(passage)), start, key=passage.origin)
    high = bisect_left(range(len(passage)), stop, key=passage.origin)
    return passage.cut(low, high) if high > low else None
