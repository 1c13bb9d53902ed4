"""Whether a paper divides work among leaders: by its title, by what its text announces, or by the labels it prints.

A title that speaks of another matter (领导小组, 方案) divides nothing, unless it says 分工 of leaders beside it.
"""

from __future__ import annotations

import re

from loaders.gazette.notice import Notice

_WORDS = ("分管", "主管", "兼管", "负责", "联系", "协助", "主持", "协管", "代管", "包", "挂", "联点", "驻点", "蹲点")
#: Who looks after villages, groups, firms, classes, and by which words a paper says so (`党员干部联系村民小组安排公示如下`).
_WHO = "领导|干部|党员|班子成员|委员(?!会)|两委"
_LOOKS_AFTER = (
    "联系(?!人|方式|电话|地址)(?=[\u4e00-\u9fff()]{2})|挂联|包联|挂钩|挂点|包保|分包|联点|包片|包组|包村|包户"
)
_SHARED = re.compile(
    rf"(?:{_WHO})[^。;:,\n]{{0,8}}(?:{_LOOKS_AFTER})[^。;:\n]{{0,24}}(?:安排|名单|分工|情况|一览|公示|如下|表)|(?:{_LOOKS_AFTER})(?:领导|干部)[^。;:\n]{{0,12}}(?:安排|名单|分工|情况|一览|公示|如下|表)"
)
_TITLE = re.compile(
    rf"(?:{_WHO}).{{0,8}}(?:{_LOOKS_AFTER})[\u4e00-\u9fff()]{{0,12}}(?:安排|名单|一览|公示|表)"
    r"|领导(?:干部|同志)?(?:联系|挂联|包联|包抓|分包|联点|挂钩|挂点|包保|挂包)[\u4e00-\u9fff()、]{2,30}的通知|分工|分管(?!领导小组)|领导.{0,8}职责|领导(?:简介|简历|信息|之窗|成员)"
)
_OTHER_TITLE = re.compile(r"领导小组|指挥部|委员会组成|专班|任务|方案|预案|要点|清单|考核|办法|细则")
#: `甲县防汛指挥部办公室关于…`: who issues a paper is not what it is about.
_OF_A_GROUP = re.compile(r"^[^,。;:]{2,40}?(?:领导小组|指挥部|专班|委员会)(?:办公室)?(?=(?:印发)?《?关于)")
_LEADERS = re.compile(r"(?:领导|成员|班子|党组|党委|同志|工作)[^关于]{0,12}分工")
#: Also as a heading on a line of its own below the name of the site or the board (`村务公开栏` / `甲村“两委”干部分工情况`).
_ANNOUNCED = re.compile(
    rf"(?:{_WHO})[^。;:,\n]{{0,4}}(?:{_LOOKS_AFTER})[^。;:,\n]{{0,20}}(?:安排|名单|情况|一览|表)[^。;:,\n]{{0,10}}如下"
    r"|(?:^|\n)[^。;:,|\t\n]{2,24}(?:成员|班子|领导|干部|两委)[^。;:,|\t\n]{0,8}分工(?:情况|安排|明细|公示|一览)?表?[ \u3000]*(?:\([^()\n]{1,20}\))?[ \u3000]*\n|分工(?:重新)?(?:调整|安排|通知|明确|公布|决定|作|如)?[^。]{0,12}如下|(?:^|\n)[^。;:\n]{0,14}(?:成员|班子|领导|干部|两委)[^。;:\n]{0,8}分工(?:情况|安排|明细)?\s*:\s*\n"
)
_LABEL_SIGN = re.compile(r"分(?:管(?:工作|单位|部门|领域)?|\s*工)\s*:")
_BLOCK_LABEL = re.compile(
    r"(?:^|\n)\s*(?:[一二三四五六七八九十\d]{1,3}[、.])?\s*(?:分管(?:工作|单位|部门|领域)?|分\s*工|工作分工)\s*:"
)


def applies(notice: Notice) -> bool:
    """Whether a notice divides work among leaders: its title says so, or its text announces or prints a division."""
    if notice.kind not in ("notice", "text"):
        return False
    first, last = notice.lines[0].start, notice.lines[-1].end
    text = notice.paper.folded
    if not any(text.find(word, first, last) >= 0 for word in _WORDS):
        return False
    if is_other(notice):
        return False
    # A running text has no title: its first sentence may tell of somebody in charge (`分管教育的副县长…`).
    speaks = _TITLE if notice.kind == "notice" else _LEADERS
    announces = text.find("分工", first, last) >= 0 or text.find("如下", first, last) >= 0
    if speaks.search(notice.title.printed_folded()) or (announces and _ANNOUNCED.search(text, first, last)):
        return True
    return _LABEL_SIGN.search(text, first, last) is not None and len(_BLOCK_LABEL.findall(text, first, last)) >= 2


def shares_places(words: str) -> bool:
    """Whether a title, or a line over a list, says that leaders or cadres look after places or bodies one by one."""
    return _SHARED.search(words) is not None


def is_other(notice: Notice) -> bool:
    """Whether the title says that a notice is of another kind."""
    title = _OF_A_GROUP.sub("", notice.title.printed_folded())
    return notice.kind == "notice" and _OTHER_TITLE.search(title) is not None and not _LEADERS.search(title)
