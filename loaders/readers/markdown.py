"""Marks that a converter of files sets around whole lines and nobody prints: `## 标题`, `**9月5日**`, `<!-- image -->`, `<p>…</p>`.

They stand in the text as decoded, for a quote is cut from it, and belong to no line.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t\u3000]+(?=\S)")
#: A whole line in bold; a masked name or number (`张**`, `138****5678`) has no mark on either side.
_STRONG = re.compile(r"[ \t]*(?P<mark>\*\*|__)(?![*_\s])[^*_]+(?<![\s*_])(?P=mark)")
#: Words in bold inside a line; behind a letter two stars mask what follows (`张**`).
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[\u4e00-\u9fff\dA-Z(〔\[“《])(?P<words>[^*\n]{1,80})\*\*(?!\*)")
_COMMENT = re.compile(r"[ \t]*<!--[^<>]*-->")
#: What is left of a page's markup at an edge of a line.
_TAG = re.compile(r"[ \t\u3000]*</?[A-Za-z][A-Za-z0-9]{0,9}(?:[ \t][^<>]{0,200})?/?>")
_SIGNS = ("#", "**", "__", "<!--", "</")


def has_marks(text: str) -> bool:
    """Whether a text holds what may be such a mark."""
    return any(sign in text for sign in _SIGNS)


def unbolded(folded: str) -> str:
    """A folded text with white space for the marks around words in bold, as long as before.

    >>> unbolded("(一)**丁一** 县长,张**"), unbolded("**9月5日**")
    ('(一)  丁一   县长,张**', '  9月5日  ')
    """
    return _BOLD.sub(lambda bold: f"  {bold['words']}  ", folded) if "**" in folded else folded


def inside(line: str) -> tuple[int, int]:
    """What of a line (without white space at its end) is printed, from one place to the other; nothing of a comment.

    >>> inside("## 公报"), inside("**9月5日**"), inside("<!-- image -->"), inside("张**"), inside("<p>公报</p>")
    ((3, 5), (2, 6), (14, 14), (0, 3), (3, 5))
    """
    if _COMMENT.fullmatch(line):
        return len(line), len(line)
    # In a row of a table the tab before a tag is the border of an empty cell.
    low, high = _within_tags(line) if "<" in line and "\t" not in line.strip() else (0, len(line))
    heading = _HEADING.match(line, low, high)
    low = heading.end() if heading else low
    strong = _STRONG.fullmatch(line, low, high)
    return (strong.end("mark"), high - 2) if strong else (low, high)


def _within_tags(line: str) -> tuple[int, int]:
    """What of a line stands between the tags at its edges; nothing of a line of tags alone."""
    low, high = 0, len(line)
    while (tag := _TAG.match(line, low)) is not None:
        low = tag.end()
    while high > low and line[high - 1] == ">" and _TAG.fullmatch(line, line.rfind("<", low, high), high) is not None:
        high = line.rfind("<", low, high)
    return low, high
