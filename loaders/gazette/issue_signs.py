"""Where papers begin that neither a document number nor the words of their title show.

An order or a proclamation has a number of its own (`甲市人民政府令` / `第4号`); a line says when a session adopted the paper; a collection
numbers its papers (`一、甲政任字〔2031〕1号`), also one without a document number; contents name them; headings part a bundle or a handbook.
What the paper above names and a session adopted is its attachment. Each reading takes what was found before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from core.numerals import number_of
from loaders.gazette.issue_contents import titles_in
from loaders.gazette.issue_dividers import dividers
from loaders.gazette.issue_parts import is_chronicle
from loaders.gazette.issue_titles import NUMBER, NUMBERED, SORTS, Start, is_contents_entry, line_of
from loaders.gazette.signatures import DATE_LINE, ORGANISATION_TAIL
from loaders.readers.paper import Paper, Passage

#: `甲市人民政府令`, `甲市人民代表大会公告` over a number of their own (`第4号`, `〔四届〕第十六号`).
_ORDER = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{4,40})(?:令|公告)")
_ORDER_NUMBER = re.compile(
    r"\(?\s*(?:〔[\u4e00-\u9fff\d]{1,8}〕\s*)?第\s*(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})\s*号\s*\)?"
)
#: What an order makes known: `《甲市供水办法》已经…通过，现予公布`.
_MADE_KNOWN = re.compile(r"《(?P<title>[^《》]{4,80})》(?:已|业)[^。;]{0,80}(?:公布|发布|施行)")
#: `(2030年12月28日甲县第十九届…会议通过)` alone on its line, or on two, below a title.
_ADOPTED = re.compile(r"\(\s*\d{4}年\d{1,2}月\d{1,2}日[^()]{0,80}(?:通过|批准)\s*\)")
_ADOPTED_KIND = re.compile(rf"(?:{SORTS}|条例|规则|章程|公约|日程|纲要)(?:\([^()]*\))?$")
#: `…人事任免名单` behind other papers of an issue: acts of several numbers put together.
_LIST_OF_ACTS = re.compile(r"[^。,;:《》]{0,40}(?:任免|任职|免职|任命)(?:人员|干部)?名单(?:\([^()]{1,24}\))?")
#: `工作简讯` over items that each begin with a mark.
_NEWS = re.compile(r"[\u4e00-\u9fff]{0,4}(?:简讯|动态|快讯|短讯|快报)")
_MARK = re.compile("[●○◆◇■□★☆▲△※]")
_LONGEST_NEWS = 10
_ON_ACTS = re.compile(r"任免|任职|免职|任命|免去")
#: `十、甲学院有关人员(甲政任字〔2031〕10号)` in a collection that numbers its papers.
_IN_COLLECTION = re.compile(rf"(?P<ordinal>[一二三四五六七八九十]{{1,3}})、(?P<title>[^。,;:]{{4,60}}?)(?:{NUMBERED})?")
_KIND_IN_COLLECTION = re.compile(rf"(?:{SORTS}|人事任免|任免(?:情况|事项))(?:\([^()]*\))?$")
_FEWEST_NUMBERED = 3
_LONGEST_BLOCK, _LONGEST_TITLE, _LINES_TO_SIGNATURE = 4, 80, 60
_SHORTEST_LINE = 4
_NAMED_IN_PART = re.compile(rf"[^。,:;、|\t]{{4,50}}(?:{SORTS}|清单|分工|[^代]表)(?:\([^()]*\))?")
_REMARK = re.compile(r"\([^()]*\)$")  # what contents leave out behind a title
_NAMES_ITS_OWN = 3_000  # characters at its beginning in which a paper names what is attached to it


def orders(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """Orders and proclamations with a number of their own; their title is that of what they make known, if it follows."""
    numbered = [place for place, below in enumerate(filled[1:]) if paper.words[below].endswith(("号", "号)"))]
    for place in numbered:
        above, below = filled[place : place + 2]
        if not _ORDER_NUMBER.fullmatch(paper.words[below]):
            continue
        name = line_of(paper, above)
        match = _ORDER.fullmatch(name.printed_folded())
        if match is None or not ORGANISATION_TAIL.search(match["issuer"]):
            continue
        number = Passage.join([name, line_of(paper, below)])
        title = _made_known(paper, filled[place + 2 : place + 2 + _LINES_TO_SIGNATURE], found) or name
        yield Start(above, below, title, number, issuer=name.printed(0, name.text.rindex(match["issuer"][-1]) + 1))


def _made_known(paper: Paper, below: Sequence[int], found: Mapping[int, Start]) -> Passage | None:
    """The heading of what an order makes known, on a line of its own below the order."""
    title = ""
    for position in below:
        flat = "".join(paper.words[position].split())
        if position in found:
            return None
        if title and flat == title:
            return line_of(paper, position)
        if not title and (match := _MADE_KNOWN.search(flat)):
            title = match["title"]
    return None


def adopted(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """Papers of a session, whose title stands over the line that says when they were adopted.

    What the paper above names by its title is attached to that paper; in a paper that holds nothing else the title opens it.
    """
    taken = {position for start in found.values() for position in range(start.first, start.last + 1)}
    starts: list[Start] = []
    known = sorted(found)
    for place in [place for place, position in enumerate(filled) if paper.words[position][0] == "("]:
        position = filled[place]
        words = paper.words[position]
        if "年" not in words:
            continue
        if ")" not in words and place + 1 < len(filled):
            words += paper.words[filled[place + 1]]
        block = _block_over(paper, filled, place) if _ADOPTED.fullmatch(words) else []
        if not block or not taken.isdisjoint(block):
            continue
        title = Passage.join([line_of(paper, line) for line in block])
        flat = title.printed_folded()
        if not 6 <= len(flat) <= _LONGEST_TITLE or not _ADOPTED_KIND.search(flat):
            continue
        before = bisect_left(known, block[0])
        last = max(known[before - 1] if before else -1, starts[-1].first if starts else -1)
        begins = paper.lines[last].start
        named = paper.folded[begins : min(begins + _NAMES_ITS_OWN, paper.lines[block[0]].start)]
        if last < 0 or flat not in "".join(named.split()):
            starts.append(Start(block[0], block[-1], title, None))
    if found or len(starts) > 1 or (starts and starts[0].first in filled[:_LONGEST_BLOCK]):
        yield from starts


def _block_over(paper: Paper, filled: Sequence[int], place: int) -> list[int]:
    """The lines of a title over the filled line at `place`, no empty line between them; none if a sentence or a list stands there."""
    block: list[int] = []
    below = filled[place]
    furthest = 2 if paper.is_loose else 1
    for position in reversed(filled[max(0, place - _LONGEST_BLOCK - 1) : place]):
        words = paper.words[position]
        if below - position > furthest or DATE_LINE.fullmatch(words) or is_contents_entry(words):
            break
        if words.endswith(("。", ";", ":", ",")) or len(block) == _LONGEST_BLOCK or "\t" in words or "|" in words:
            return []
        block.insert(0, position)
        below = position
    return block


def of_a_collection(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """The other papers of a collection that numbers most of them over their document numbers, one after another."""
    numbered = {
        number_of(match["ordinal"]): start.first
        for start in found.values()
        if (match := NUMBER.fullmatch(paper.words[start.first])) and match["ordinal"]
    }
    if len(numbered) < _FEWEST_NUMBERED:
        return
    for position in filled:
        match = _IN_COLLECTION.fullmatch(paper.words[position]) if "、" in paper.words[position][:4] else None
        if match is None or position in found or (ordinal := number_of(match["ordinal"])) in numbered:
            continue
        above = max((at for order, at in numbered.items() if order < ordinal), default=-1)
        below = min((at for order, at in numbered.items() if order > ordinal), default=len(paper.lines))
        if not above < position < below:
            continue
        low = paper.folded.index(paper.words[position], paper.lines[position].start)
        title, number = (
            paper.passage(low + match.start(name), low + match.end(name)) if match[name] else None
            for name in ("title", "number")
        )
        # A heading inside a paper bears an ordinal too, and is called like no paper.
        if title is not None and (number is not None or _KIND_IN_COLLECTION.search(title.printed_folded())):
            numbered[ordinal] = position
            yield Start(position, position, title, number)


def own_texts(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """What an issue prints behind its papers as its own: lists of who was appointed and removed, news under marks."""
    if len(found) < 2:
        return
    starts = sorted(found)
    lines = [paper.words[position] for position in filled]
    for place in [place for place, words in enumerate(lines[:-1]) if len(words) < _LONGEST_NEWS or "名单" in words]:
        position, words = filled[place], lines[place]
        if position <= starts[0] or position in found:
            continue
        if not (
            ("名单" in words and _LIST_OF_ACTS.fullmatch(words))
            or (len(words) < _LONGEST_NEWS and _NEWS.fullmatch(words) and _MARK.match(lines[place + 1]))
        ):
            continue
        over = found[starts[bisect_left(starts, position) - 1]]
        above = lines[place - 1]
        ended = DATE_LINE.fullmatch(above) is not None or above.endswith(("。", ")"))
        if ended and position > over.last and not ("名单" in words and _ON_ACTS.search(over.title.text)):
            yield Start(position, position, line_of(paper, position), None, is_document=False)


def in_contents(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """What the contents of an issue announce and no other sign shows; what names no kind of paper is a text of the issue.

    What a notice issues is its attachment, also where the contents name it.
    """
    first = min(found, default=0)
    titles = titles_in(paper.words, first)
    begun = {title[:_SHORTEST_LINE] for title in titles}
    taken = {position for start in found.values() for position in range(start.first, start.last + 1)}
    below = [position for position in filled if position > first] if titles else []
    issued = " ".join(start.title.printed_folded() for start in found.values())
    for place, position in enumerate(below):
        flat = "".join(paper.words[position].split())
        if flat[:_SHORTEST_LINE] not in begun or is_chronicle(paper.words[position]):
            continue
        for count in range(1, _LONGEST_BLOCK + 1):
            block = below[place : place + count]
            title = Passage.join([line_of(paper, line) for line in block])
            flat = title.printed_folded()
            if not titles.isdisjoint((flat, _REMARK.sub("", flat))) and taken.isdisjoint(block) and flat not in issued:
                taken.update(block)
                yield Start(block[0], block[-1], title, None, is_document=_ADOPTED_KIND.search(flat) is not None)
                break


def divided(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> Iterator[Start]:
    """The parts of a collection or a handbook that begin with no paper of their own; its first heading stands over all papers.

    A line below that names a paper is what the part is called.
    """
    parts = dividers(paper)
    if not parts or not found or min(found) < min(parts):
        return
    for place, position in enumerate(filled[:-1]):
        if position in parts and filled[place + 1] not in found:
            below = filled[place + 1]
            if below not in parts and _NAMED_IN_PART.fullmatch(paper.words[below]):
                yield Start(position, below, line_of(paper, below), None, is_document=False)
                continue
            low = paper.folded.index(paper.words[position], paper.lines[position].start)
            first, last = parts[position]
            yield Start(position, position, paper.passage(low + first, low + last), None, is_document=False)
