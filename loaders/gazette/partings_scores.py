"""How well letters part into a name and a title: what may be a name, what ends as titles do, and what stands between the two."""

from __future__ import annotations

import re

from loaders.gazette.name_tokens import PRIVATE
from loaders.gazette.names import (
    HAN,
    NO_NAME,
    bare_posts,
    is_double_name,
    is_joining_name,
    is_name,
    is_name_like_unit,
    is_title,
    is_transcribed,
    is_unit,
    may_be_name,
    names_the_place,
    surnames,
)
from loaders.gazette.title_leads import leads_behind

_LETTERS = re.compile(rf"[{HAN}·]+")
INSIDE_NO_NAME = re.compile(r"[副省市县镇乡局厅委办处科股长部责职等的为任是在和与及或由将被]")
NEVER_IN_NAME = re.compile(r"[副的为是在由将被]")
#: Posts whose holder may be one who acts for him: `代县长`.
_ACTED_FOR = re.compile(r"[省市县区旗州盟镇乡]长|检察长|院长|主席|主任")


def score_of(name: str, rest: str, gap: bool, *, first: bool, parted: bool, unparted: bool = False) -> float:
    """How well words part into a name and a title; 5 and more is believed. `parted`: white space behind the surname, `unparted`: nowhere else."""
    parted = parted and len(name) <= 4 and name[0] in surnames() and not is_name(name[1:])
    parted = parted and name != "成员"  # 成  员 市发展改革委
    # 总工程师由俊杰同志：…: behind a post nothing but a name begins so, for who is led to by 由 is named in full.
    joining = (gap or (not first and name[0] == "由")) and is_joining_name(name)
    sure = parted or joining
    if (NO_NAME.search(name) and not sure) or not _LETTERS.fullmatch(name) or name[0] == "·" or name[-1] == "·":
        return 0
    if first:
        rest, described = _behind_description(rest)
        gap = gap or described
    score = _score_of_name(name, rest, gap, first=first, sure=sure)
    titled = score > 0 and is_title(rest)
    if not titled and not (score > 0 and gap and is_unit(rest)):
        return 0
    score += 3 if gap else 0
    score += 2 if titled else 1
    score += 0.5 if len(name) == 3 else 0.3 if len(name) == 2 else 0
    return score if gap else score + _score_of_glue(name, rest, first=first, unparted=unparted)


def _behind_description(rest: str) -> tuple[str, bool]:
    """What stands behind a bracket that describes the person and 同志, and whether either stands there: they part as white space does."""
    match = PRIVATE.match(rest)
    rest = rest[match.end() :] if match else rest
    return (rest[2:], True) if rest.startswith("同志") else (rest, bool(match))


def _score_of_name(name: str, rest: str, gap: bool, *, first: bool, sure: bool) -> float:
    """How well letters are a name, by themselves; 0 if they are none. `sure`: white space in it says so."""
    if "·" in name:
        return 4.0
    if sure or is_name(name):
        return 4.5 if len(name) >= 3 and name[:2] in surnames() else 3.0
    if not first and is_transcribed(name):
        return 3.0  # 局长乌云其其格
    if gap and may_be_name(name):
        return 1.0 if len(name) <= 3 else 2.0
    if first and gap and names_the_place(rest) and (is_name_like_unit(name) or is_double_name(name)):
        return 1.0
    return 0.0


def _score_of_glue(name: str, rest: str, *, first: bool, unparted: bool) -> float:
    """What is for or against a name and a title that nothing parts."""
    if not first:
        # 总会计师仓某: the longer post, not a person called 师
        longer = 1.5 if name[0] in "师员" and is_title(rest + name[0]) else 0
        return -longer - (2 if NEVER_IN_NAME.search(name[1:]) else 0)
    # 杜娟副区长: the rest must begin as titles do.
    score = 1.5 if rest in bare_posts() else 1 if leads_behind(name, rest, unparted=unparted) else -2
    if name[-1] == "代" and _ACTED_FOR.fullmatch(rest) and is_name(name[:-1]):
        score -= 2  # 丁一代县长: who acts for the holder, no name that ends so
    return score - (2 if INSIDE_NO_NAME.search(name[1:]) else 0)
