"""Titles in 《》 that are no papers: books, plays, films, songs, newspapers, programmes.

A paper's title ends in the word of its kind (办法, 通知, 方案 …). A work is told by what stands beside it (电影《…》, 诵读《…》,
《…》一书) or by being a newspaper; what a list says of one of its titles it says of all (`《甲》《乙》等名著`).
"""

from __future__ import annotations

import re

#: What papers end in, with brackets behind it (试行, 2021—2025年).
_PAPER = re.compile(
    r"(?:法典?|条例|办法|规定|规[则程范章划]|细则|章程|[准守导总通]则|公约|制度|通[知报告则]|公[告报]|意见|决[定议]|令|批[复示]|函|纪要|报告|请示|[议提预草]?案|建议|计划|纲要|纲领|要[点求]|安排|措施"
    r"|政策|部署|目录|[清名]单|名[录册]|表|图|标准|指标|体系|框架|手册|指[南引]|大纲|说明|须知|流程|程序|协议|合同|[^一]书|公开信|一封信|宣言|声明|讲话|发言|致辞|解释|任务|分工|机制|行动|工程"
    r"|实施|小组|委员会|简报|条)(?:\([^()]*\))*$"
)
#: Kinds of works: whatever the title ends in, what they introduce is one.
_KINDS = (
    "电影|影片|故事片|动画片|纪录片|专题片|宣传片|教育片|警示片|微电影|电视剧|连续剧|短剧|情景剧|[话歌舞京豫越川评沪楚黄梅花鼓秦音乐]剧|[大小折子]戏|歌曲|[国军]歌|主题曲|曲目|乐曲|合唱|独唱|对唱|舞蹈"
    "|独舞|小品|相声|快板|三句半|名著|典籍|小说|散文|诗[集歌篇]?|图书|书籍|好书|著作|专著|教材|读本|丛书|画册|绘本|杂志|期刊|报纸|报刊|刊物|栏目|节目|专栏|剧目|作品|短视频|微视频|公众号"
)
_SAID_BEFORE = re.compile(rf"(?:{_KINDS})(?:——|:|“)?$")
#: What is done with a work; a law may be read aloud too.
_DONE_BEFORE = re.compile(
    "(?:观看|收看|收听|朗[诵读]|诵读|品读|阅读|演唱|合唱|高唱|唱响|表演|上演|排演|出演|参演|订阅|征订|投稿至?)了?$"
)
_SAID_BEHIND = re.compile(
    rf"(?:等(?:[^,。;《》]{{0,6}}?))?(?:{_KINDS}|一书|一文|全书|整本书|读物|书目|影视|媒体)|等书|[》”]?专?栏目"
)
_NEWSPAPER = re.compile("[日晚早时周青年农民][报刊]$|周刊|月刊|半月谈|参考消息|学报$|杂志$")
_JOINED = re.compile(r"》[、,和与及]?《")
_LONGEST_BARE = 8  # letters: 红楼梦 and 没有共产党…; what names a matter without a kind is longer
_REACH = 8


def is_paper(title: str) -> bool:
    """Whether a title ends in the word of a kind of paper."""
    return _PAPER.search(title) is not None


def is_work(text: str, start: int, end: int, title: str) -> bool:
    """Whether `text[start:end]`, a title in 《》 and its brackets, names a work and no paper."""
    if _NEWSPAPER.search(title):
        return True
    paper = is_paper(title)
    if not paper and len(title) <= _LONGEST_BARE and "关于" not in title:
        return True
    first, last = _list_around(text, start, end)
    before = text[max(0, first - _REACH) : first].rstrip()
    if _SAID_BEFORE.search(before) or _SAID_BEHIND.match(text, last):
        return True
    return not paper and _DONE_BEFORE.search(before) is not None


def _list_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the list of titles without other words between them begins and ends; twenty titles are looked at."""
    for _ in range(20):
        close = text.rfind("》", max(0, start - 3), start)
        if close < 0 or _JOINED.match(text, close) is None:
            break
        open_ = text.rfind("《", 0, close)
        if open_ < 0 or close - open_ > 160:
            break
        start = open_
    for _ in range(20):
        joined = _JOINED.match(text, end - 1) if text.startswith("》", end - 1) else None
        close = text.find("》", joined.end(), joined.end() + 160) if joined else -1
        if close < 0:
            break
        end = close + 1
    return start, end
