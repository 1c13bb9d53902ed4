"""Who holds a seat alone and has a name without a known surname: `组长：久美`, `由副州长才让东主担任主任`.

Behind the label of a chief, or between 由 and 担任, stands a person or a post. What is no post there, no body and no crowd, is a name;
behind a post with nothing between it is one too, if the letters are none that say how the post is held (`副县长具体`).
"""

from __future__ import annotations

import re

from loaders.gazette.names import bare_posts, is_crowd, is_name, is_rare_name, is_title, is_unit, is_word, may_be_name

_CHIEF = re.compile("(?:组长|指挥长|总指挥|召集人)$")
_LEADS_ORGAN = re.compile("(?:主任|书记|主席|会长|理事长|社长|站长|队长|连长|监事长|秘书长)$")
_SAID = ("roster/sentence", "roster/role-held-by", "roster/part-led-by", "roster/part-said", "patch/", "office/")
_POST = re.compile(r"(?:提名|常务|第一|代理?|候任)?副?(?P<post>.+)")
#: What tells how or by whom else a post is held, and is no name behind it.
_HOW = re.compile(
    "具体|同时|分别|共同|一并|亲自|直接|统一|轮流|轮值|临时|暂时|继续|依次|自动|本人|兼任|代理|待定|空缺|暂缺|分管|主管|负责|牵头|担任|兼职|挂职|有关|相关|各自|以上|[或等的为在与及由]|未|另"
)
_ENDS_NO_NAME = frozenset("会室员制组日线局委办处科股部院所站队班任长记")
_SHORTEST = 2
_LONGEST = 7


def sole_name(words: str, role: str, rule: str, *, alone: bool) -> int:
    """Where the name begins in words that hold a seat, alone or beside others; -1 if nothing says that a name is there."""
    label = rule == "roster/label"
    chief = _CHIEF.search(role) is not None
    leads = label and (chief or _LEADS_ORGAN.search(role) is not None)
    if leads and alone and len(words) > _SHORTEST and is_rare_name(words) and (chief or not _HOW.search(words)):
        return 0
    if leads or rule.startswith(_SAID):
        return _behind_post(words, alone=alone)
    return -1


def _behind_post(words: str, *, alone: bool) -> int:
    """Where a name begins right behind a post (`副州长久美`, `县财政局局长旦增罗布`); -1 if it might be anything else."""
    for size in range(min(_LONGEST, len(words) - _SHORTEST), _SHORTEST - 1, -1):
        post, name = words[:-size], words[-size:]
        if not (alone or size > _SHORTEST) or not _is_post(post) or is_title(post + name[0]):
            continue
        told = may_be_name(name) if size <= 3 else is_rare_name(name)
        if told and not (size == 3 and is_word(name)) and not _HOW.search(name) and name[-1] not in _ENDS_NO_NAME:
            return len(post)
    return -1


def _is_post(words: str) -> bool:
    """Whether words are a post as they stand, or one of a body."""
    match = _POST.fullmatch(words)
    if match is None or is_crowd(words):
        return False
    if match["post"] in bare_posts():
        return True
    if not is_title(words) or is_name(words):
        return False
    for cut in range(2, len(words) - 1):
        own = _POST.fullmatch(words[cut:])
        if (
            own is not None
            and own["post"] in bare_posts()
            and (is_unit(words[:cut]) or words[cut - 1] in "省市县区旗州")
        ):
            return True
    return False
