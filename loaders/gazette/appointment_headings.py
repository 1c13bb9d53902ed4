"""Headings of lists of acts on posts, in papers of another title too: `甲市人大常委会任免职名单`, or the words before such a list."""

from __future__ import annotations

import re

#: A seat in a body that coordinates (`非常设机构任职情况`) is no post.
#: A heading of its own over a list of acts, in a paper of another title (`公告` / `任免职名单`): short, and no sentence.
_LIST_HEADING = re.compile(
    r"(?!.{0,60}(?:非常设机构|临时机构|协调机构|领导小组))(?:(?!.{0,40}(?:审议|听取|表决|行使|做好|依法|加强|办理|负责))"
    r"[^。,;]{0,60}(?:(?:任免|任职|免职|任命)(?:人员|干部)?(?:名单|事项|(?:的)?(?:决定|决议|通知))|(?:任免|任职|免职|任命)职?名单)(?:\([^()]{1,20}\))?:?"
    r"|[^。;]{0,100}(?:任免|任职|免职)[^。;,]{0,8},?(?:现|特)?(?:予以?)?(?:公布|公告|通告)(?:如下)?:"
    r"|[^。;]{0,80}(?:任免|任职|免职)[^。;,]{0,16}如下:|(?:[^。;]{0,80}(?:通过|决定|研究|备案),?)?(?:决定|批准)?(?:任命|免去|聘任|解聘):)"
)


def heads_list(text: str) -> bool:
    """Whether a line is the heading of a list of acts: `甲市人大常委会任免职名单`, also letter-spaced, or the words before one."""
    return len(text) <= 120 and _LIST_HEADING.fullmatch("".join(text.split())) is not None
