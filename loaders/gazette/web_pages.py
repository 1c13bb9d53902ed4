"""Pages of a website kept as text: which line is their title, among the navigation printed over it, and which are the site's.

Sites of governments and schools print their name, menus and the path to the page (`首页 > 政务公开 > 领导分工`) over the title,
and below it one line with source and day (`来源：… 发布日期：… 浏览次数：…`). Where a page ends stand its neighbours (`上一篇：…`), who
keeps the site, and under which number it is registered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD_LINES = 40
_LONGEST_TITLE = 60
_LABEL = r"(?:(?:信息|文章|稿件|内容)?来源|(?:发布|发文|更新|发稿|录入|成文|公开)(?:时间|日期|机构|单位|者|人)|时间|日期|(?:文章)?作者|编辑|责任编辑|(?:浏览|点击|阅读|访问)(?:次数|量|数|人数|人次)?|索引号|字体|字号|【?字体)"
#: `来源：某局  发布日期：2031-03-12  浏览次数：218`, `2031-03-12 08:20  来源：某局`.
_IMPRINT = re.compile(
    r"\s*[\[(【]?(?:(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?)?"
    + rf"{_LABEL}\s*:"
)
_LABELS = re.compile(rf"{_LABEL}\s*:")
_DAY = re.compile(r"(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")
_PATH = re.compile(r"首页\s*(?:[>»›/\\-]|--|→)|(?:当前|现在|所在|您的?)位置\s*(?:是)?\s*:|>.*>|»")
#: Lines that belong to a site and not to what it says.
_SITE = re.compile(
    r"(?:门户网|官方网站|政务网|网站|信息网|公开网|首页|欢迎您!?|官网)\s*$|^(?:1[.、]\s*|[•·*]\s*)?(?:网站|学校)?首页(?:\s|$)|欢迎(?:您|访问|光临)|今天是|无障碍|长者|长辈版|适老|IPv6|简体|繁體|请输入|^搜\s*索$"
)
#: Tools of the page between title and imprint.
_TOOLS = re.compile(r"^\s*[\[(【]?\s*(?:字体|字号|打印|分享|关闭|收藏|视力保护色|大\s*中\s*小|扫一扫)")
_SENTENCE = re.compile(r"[。;]\s*$")
#: What stands below a page: its neighbours, the number the site is registered under, who keeps it.
_FOOT = re.compile(
    r"\s*(?:[上下]一(?:篇|条|页)|(?:网站)?(?:主办|承办|主管|协办|版权|维护|备案)(?:单位|所有)?\s*:|(?:网站)?(?:标识码|地图)\s*[:\d]|技术支持|copyright|您是第|返回(?:顶部|首页)|关于我们)",
    re.IGNORECASE,
)
#: The path to a page on a line of its own: `当前位置：首页 > 领导之窗`, `领导之窗 > 县委领导`. `张三<->李四` is none.
_WAY = re.compile(
    r"\s*(?:(?:您|你)?(?:现在|当前|目前)?的?(?:所在)?的?(?:位置|栏目)\s*[是为]?\s*:|(?:网站|学校|本站)?首页\s*(?:[>»›→/\\-]|$))"
    r"|\s*[^<>。;,:]{2,16}(?:>{1,2}[^<>。;,:]{2,16}){1,6}$"
)
#: The menu of a site: `首页  机构概况  政务公开  办事服务`.
_MENU = re.compile(
    r"\s*(?:网站|学校)?首\s*页(?:[\s|]{1,6}[^\s|。;,:]{2,8}){2,16}\s*|\s*[\u4e00-\u9fff]{2,6}(?:\s*\|\s*[\u4e00-\u9fff]{2,6}){2,12}\s*"
)
_REGISTERED = re.compile(r"ICP\s*备|公网?安备|网站标识码|版权所有", re.IGNORECASE)
_LONGEST_FOOT = 120


def title_of(words: Sequence[str]) -> int | None:
    """The place of the title of a page among its filled lines (folded); None if it begins with its title, or is no page.

    Over the title stand only lines of the site, at least one of them a path or the site's name.
    """
    for place, line in enumerate(words[:_HEAD_LINES]):
        if _SENTENCE.search(line):
            return None
        if _IMPRINT.match(line) and (_DAY.search(line) or len(_LABELS.findall(line)) > 1) and not _TOOLS.match(line):
            above = place - 1
            while above >= 0 and _TOOLS.match(words[above]):
                above -= 1
            return above if above > 0 and _is_title(words[above]) and _is_site(words[:above]) else None
    return None


def below_menu(words: Sequence[str]) -> int:
    """How many of the filled lines (folded) of a page are the menu it begins with and the path below it, or the path alone."""
    if not words or len(words[0]) > _LONGEST_FOOT:
        return 0
    if _MENU.fullmatch(words[0]) is None and not (_PATH.search(words[0]) and _WAY.match(words[0])):
        return 0
    place = 1
    while place < len(words) and (_WAY.match(words[place]) or _MENU.fullmatch(words[place][:_LONGEST_FOOT])):
        place += 1
    return place if place < len(words) and _is_title(words[place]) else 0


def is_of_site(line: str) -> bool:
    """Whether a (folded) line is the site's name, its menu, a tool of the page or the way to it."""
    return _TOOLS.match(line) is not None or is_menu(line) or _is_site((line,))


def is_menu(line: str) -> bool:
    """Whether a (folded) line is the menu of a site: `首页  机构概况  政务公开`, `要闻 | 公告 | 党建`."""
    return len(line) <= _LONGEST_FOOT and _MENU.fullmatch(line) is not None


def is_imprint(line: str) -> bool:
    """Whether a (folded) line says nothing but where a page comes from and who has read it: `来源：某局  时间：2031-03-12  访问量：21`."""
    if ":" not in line or not any(sign in line for sign in ("来源", "发布", "浏览", "点击", "阅读", "访问")):
        return False
    if _IMPRINT.match(line) is None or _SENTENCE.search(line) is not None:
        return False
    dated = len(line) <= _LONGEST_TITLE and _DAY.search(line) is not None
    return dated or len(_LABELS.findall(line)) > 1


def is_of_imprint(line: str) -> bool:
    """Whether a (folded) line is an imprint or a part of one on a line of its own: `来源：局办公室`."""
    return (
        ":" in line and len(line) <= _LONGEST_TITLE and _IMPRINT.match(line) is not None and not _SENTENCE.search(line)
    )


def is_border(line: str) -> bool:
    """Whether a (folded) line belongs to the site, and parts what it says above from what it says below."""
    if len(line) > _LONGEST_FOOT or _SENTENCE.search(line):
        return False
    return any(sign.match(line) for sign in (_WAY, _FOOT)) or _REGISTERED.search(line) is not None


def _is_title(line: str) -> bool:
    if not 4 <= len(line) <= _LONGEST_TITLE or _PATH.search(line) or _SITE.search(line):
        return False
    return not any(mark in line for mark in "。;:|\t")


def _is_site(lines: Sequence[str]) -> bool:
    return any(_PATH.search(line) or _SITE.search(line) or _WAY.match(line) for line in lines)
