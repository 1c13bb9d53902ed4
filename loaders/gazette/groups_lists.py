"""Bodies ended or kept in a list under words that say so: `一、撤销的议事协调机构` / `（一）县…领导小组`.

Rule `group/list`. Notices that clear up coordinating bodies (清理规范议事协调机构) print them so, one a line or parted by marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import groups, lists
from loaders.gazette.groups import Named
from loaders.gazette.headings import Mark, mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_HEAD = re.compile(
    r"\s*(?:决定|予以|拟)?(?P<verb>撤销|取消|不再保留|继续保留|保留)(?:的|以下|下列|\d{1,3}个|[一二三四五六七八九十]{1,3}个)*"
    r"(?:[省市县区旗州盟镇乡]?[\u4e00-\u9fff]{0,8}(?:机构|小组|指挥部|委员会|专班|组织))?(?:名单|目录)?(?:\((?:共)?\d{1,3}个\))?\s*(?P<end>[:。]|$)"
)
_LONGEST_HEAD = 40


def listed(notice: Notice) -> Iterator[Named]:
    """The bodies such lists of a notice name, in printed order, each with its action (撤销 or 保留)."""
    words = notice.words
    if "撤销" not in words and "取消" not in words and "保留" not in words:
        return
    action, level = "", 0
    for passage in notice.body:
        text = passage.text
        mark = mark_of(passage)
        begin = mark.end if mark else 0
        head = _HEAD.match(text, begin) if "撤销" in text or "取消" in text or "保留" in text else None
        if head is not None and (head["end"] == ":" or len(text) <= _LONGEST_HEAD):
            action, level = (
                "保留" if head["verb"].endswith("保留") and head["verb"][0] != "不" else "撤销",
                _level(mark),
            )
            if text[head.end() :].strip():
                yield from _names(passage, head.end(), action)
            continue
        found = list(_names(passage, begin, action)) if action and (mark is None or mark.level > level) else []
        yield from found
        if not found:
            action = ""


def _level(mark: Mark | None) -> int:
    return mark.level if mark else 0


def _names(passage: Passage, start: int, action: str) -> Iterator[Named]:
    """The bodies of one list; none if anything else stands in it."""
    spans = list(lists.split(passage.text, start, len(passage.text), marks="、,;。"))
    named = [passage.cut(low, high) for low, high in spans]
    if all(groups.kind_of(one.text) and len(one.text) <= _LONGEST_HEAD for one in named):
        for (low, high), one in zip(spans, named, strict=True):
            if not groups.is_generic(one.text):
                yield Named(passage.printed(low, high), "list", passage, low, high, action, confidence=0.9)
