"""A seat read out of a stretch of words, and where its title stands: before the name, or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.gazette.name_tokens import Piece, undescribed
from loaders.gazette.names import is_title
from loaders.readers.paper import Passage

#: `家长代表12名（名单另附）`: a crowd that is counted, with where to find it.
_COUNTED = re.compile(r"(?P<crowd>[\u4e00-\u9fff]{2,8}代表\d{1,3}[名人位])(?:\([^()]{2,12}\))?")

_SEX = re.compile("^[男女][,，、](?:[\u4e00-\u9fff]{1,4}族[,，、])?(?=.)")
_HELD_BESIDE = re.compile(r"[（(](?:兼职?|外聘|特聘)[)）]$|(?<=[书记长任员师席])兼$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A seat read out of a stretch of a passage: a person with or without title, a unit, or words for a function.

    `person` and `title` are printed words without white space; `org` is filled for a unit that has the seat itself; a
    function or a crowd (`各班主任`) has its words in `title` and neither. `start`, `end` are places in the passage.
    """

    person: str
    title: str
    start: int
    end: int
    org: str = ""
    confidence: float = 1.0


#: A post without its place, behind the places that are each led by one like it.
_HEADS_OF_PLACES = frozenset(("乡长", "镇长", "苏木达", "嘎查达", "场长", "村主任"))


def counted_crowd(words: str, start: int, end: int) -> Mention | None:
    """The crowd that words between two places name with its number (`家长代表12名`); None if they are anything else."""
    match = _COUNTED.fullmatch(words) if "代表" in words else None
    return None if match is None else Mention("", match["crowd"], start, end)


def title_first(passage: Passage, mention: Mention) -> bool:
    """Whether a mention prints its title before the name."""
    title = mention.title.removesuffix(held_as(passage, mention))
    return bool(title) and passage.printed(mention.start, mention.end).startswith(title)


def held_as(passage: Passage, mention: Mention) -> str:
    """The bracket behind the name that says how the post before it is held: `副县长丁某（挂职）`; empty for any other title."""
    printed = passage.printed(mention.start, mention.end)
    if not mention.title.endswith((")", "）")) or printed.startswith(mention.title):
        return ""
    bracket = mention.title[max(mention.title.rfind("("), mention.title.rfind("（")) :]
    return bracket if printed.endswith(bracket) and printed.startswith(mention.title.removesuffix(bracket)) else ""


def title_end(passage: Passage, mention: Mention) -> int:
    """The place after the title of a mention that prints it first."""
    return _after(passage, mention.start, len(mention.title.removesuffix(held_as(passage, mention))))


def title_start(passage: Passage, mention: Mention) -> int:
    """The place of the title of a mention that prints the name first."""
    if not mention.title:
        return mention.start
    printed = passage.printed(mention.start, mention.end)
    # A dash that stands for a gap (`甲——县长`) is printed, and no letter of the passage.
    more = max(0, len(printed) - len("".join(passage.text[mention.start : mention.end].split())))
    at = _after(passage, mention.start, max(0, printed.rfind(mention.title) - more))
    while more and passage.text[at : at + 1].isspace():
        at += 1
    return at


def title_in_bracket(passage: Passage, mention: Mention) -> bool:
    """Whether the title of a mention is closed in a bracket behind the name: then nothing that follows goes on with it."""
    return (
        bool(mention.title)
        and passage.text.startswith(")", mention.end - 1)
        and passage.text.startswith("(", title_start(passage, mention) - 1)
    )


def ends_crowd(passage: Passage, crowd: Mention, post: Mention) -> bool:
    """Whether a post closes a crowd begun before it: `各临床、医技科室主任`, `各苏木镇苏木达、镇长`."""
    return (
        crowd.title.startswith("各")
        and not crowd.person
        and (not is_title(crowd.title) or post.title in _HEADS_OF_PLACES)
        and not post.title.startswith("各")
        and is_title(post.title)
        and passage.text[crowd.end : post.start].strip() == "、"
    )


def _after(passage: Passage, start: int, count: int) -> int:
    """The place after `count` printed characters from `start`."""
    position = start
    while count > 0:
        if not passage.text[position].isspace():
            count -= 1
        position += 1
    return position


def unit_or_post(passage: Passage, piece: Piece, kind: str) -> Mention:
    """A token that is a unit (`kind` u) or words for a function."""
    words = passage.printed(piece.start, piece.end)
    return Mention("", "" if kind == "u" else words, piece.start, piece.end, org=words if kind == "u" else "")


def person_of(
    passage: Passage, start: int, end: int, title: tuple[int, int] | None, name_end: int | None = None
) -> Mention:
    """The person whose name stands at `start`, with the title at its own place, if it has one."""
    name = clean_name(passage, start, end if name_end is None else name_end)
    return Mention(name, clean_title(passage, *title) if title else "", start, end)


def clean_name(passage: Passage, start: int, end: int) -> str:
    """The printed name without 同志 and without brackets that describe the person."""
    folded = "".join(passage.text[start:end].split())
    printed = passage.printed(start, end)
    bare = undescribed(folded)
    at = folded.find(bare)
    return printed[at : at + len(bare)] if at >= 0 else bare


def clean_title(passage: Passage, start: int, end: int) -> str:
    """The printed title without brackets around it."""
    printed = passage.printed(start, end)
    if len(printed) > 2 and printed[0] in "((（" and printed[-1] in "))）":
        printed = printed[1:-1]
    return _HELD_BESIDE.sub("", _SEX.sub("", printed.strip(",，、:：;；")))
