"""Where on a page of a site the paper itself stands: not the menus, the way back, the share buttons, the imprint.

The paper is where the words are that are no links. From the body down, each step goes to the one child that holds most of them,
until no child does; the names site software gives to that place are believed where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Nothing in these is printed.
UNPRINTED = frozenset(
    ["script", "style", "noscript", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "svg",
     "math", "canvas", "audio", "video", "head", "link", "meta", "select", "option", "textarea", "button",
     "input", "img", "del", "map", "area", "nav"]
)  # fmt: skip
#: Names of the place of the text in usual site software (TRS, 拓尔思; 中国政府网 and its followers).
_NAMED = "#UCAP-CONTENT, #zoom, #Zoom, .TRS_Editor, .TRS_UEDITOR, .pages_content, .article-content, .article_content, #js_content"
#: Names of what stands around it.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|header|breadcrumb|crumbs?|position|location|share|copyright|sidebar|toolbar|related"
    r"|search|banner|logo|links?|friend|qrcode|wechat|pagination|prev|next)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WHITE = re.compile(r"[\s\u3000]+")
#: A child that holds this share of the words holds the paper.
_MOST = 0.75
_SITE = re.compile(r"(?<!\s)\s*+[_|｜—-]+\s*+[^_|｜—-]{2,40}$")
_NUMBER_LABEL = re.compile(
    r"(?:发文字号|发文文号|文号|文件编号)[:：]?([\u4e00-\u9fff]{1,12}[〔\[(（](?:19|20)\d{2}[〕\])）]第?\d{1,4}号)"
)
_LONGEST_PAGE = 2_000_000


@dataclass(slots=True)
class _Mass:
    """How many printed characters an element holds that are no link."""

    node: LexborNode
    parent: int
    tag: str
    words: int = 0


def main_text(body: LexborNode) -> LexborNode:
    """The element that holds the paper; the body itself if nothing stands out."""
    masses, children = _weighed(body)
    total = masses[0].words
    if not total:
        return body
    for named in body.css(_NAMED):
        if len(_WHITE.sub("", named.text(deep=True))) >= 0.3 * total:
            return named
    at = 0
    while below := children[at]:
        best = max(below, key=lambda child: masses[child].words)
        if masses[best].words < _MOST * masses[at].words or masses[best].tag in ("table", "p", "ol", "ul", "pre"):
            break
        at = best
    return masses[at].node


def title_of(tree: LexborHTMLParser, printed: str) -> tuple[str, ...]:
    """Title and document number, if the page prints them outside the paper: the standard meta field, the first heading.

    Government sites name the title in `<meta name="ArticleTitle">` (国办发〔2017〕47号, annex on page labels).
    """
    flat = _WHITE.sub("", printed)
    body = tree.body
    whole = _WHITE.sub("", body.text(deep=True)[:_LONGEST_PAGE]) if body is not None else ""
    lines: list[str] = []
    heading, meta, page = tree.css_first("h1"), tree.css_first('meta[name="ArticleTitle" i]'), tree.css_first("title")
    named = (
        (meta.attributes.get("content") or "") if meta is not None else "",
        heading.text(deep=True) if heading is not None else "",
        _SITE.sub("", page.text(deep=True)) if page is not None else "",
    )
    # Only what is printed: a site's name stands in the title of every page of it.
    title = next((words for words in named if len(_WHITE.sub("", words)) > 6 and _WHITE.sub("", words) in whole), "")
    if title and _WHITE.sub("", title) not in flat:
        lines.append(_WHITE.sub(" ", title).strip())
    number = _NUMBER_LABEL.search(whole)
    if number and number[1] not in flat:
        lines.append(number[1])
    return tuple(lines)


def _weighed(body: LexborNode) -> tuple[list[_Mass], list[list[int]]]:
    """All elements with their words, parents before children; what stands around the paper weighs nothing."""
    masses = [_Mass(body, -1, "body")]
    children: list[list[int]] = [[]]
    waiting: list[tuple[LexborNode, int, bool]] = [(body, 0, False)]
    while waiting:
        node, at, link = waiting.pop()
        child = node.child
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                if not link:
                    masses[at].words += len(_WHITE.sub("", child.text_content or ""))
            elif tag not in UNPRINTED and not tag.startswith(("-", "!")):
                masses.append(_Mass(child, at, tag))
                children.append([])
                children[at].append(len(masses) - 1)
                waiting.append((child, len(masses) - 1, link or tag == "a" or _stands_around(child)))
            child = child.next
    for number in range(len(masses) - 1, 0, -1):
        masses[masses[number].parent].words += masses[number].words
    return masses, children


def _stands_around(node: LexborNode) -> bool:
    if node.tag in ("header", "footer", "aside"):
        return True
    attributes = node.attributes
    return bool(_AROUND.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))
