"""Marks that a converter of files sets around whole lines and nobody prints: `## 标题`, `**9月5日**`, `<!-- image -->`.

They stand in the text as decoded, for a quote is cut from it, and belong to no line.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t\u3000]+(?=\S)")
#: A whole line in bold; a masked name or number (`张**`, `138****5678`) has no mark on either side.
_STRONG = re.compile(r"[ \t]*(?P<mark>\*\*|__)(?![*_\s])[^*_]+(?<![\s*_])(?P=mark)")
_COMMENT = re.compile(r"[ \t]*<!--[^<>]*-->")
_SIGNS = ("#", "**", "__", "<!--")


def has_marks(text: str) -> bool:
    """Whether a text holds what may be such a mark."""
    return any(sign in text for sign in _SIGNS)


def inside(line: str) -> tuple[int, int]:
    """What of a line (without white space at its end) is printed, from one place to the other; nothing of a comment.

    >>> inside("## 公报"), inside("**9月5日**"), inside("<!-- image -->"), inside("张**")
    ((3, 5), (2, 6), (14, 14), (0, 3))
    """
    if _COMMENT.fullmatch(line):
        return len(line), len(line)
    heading = _HEADING.match(line)
    low = heading.end() if heading else 0
    strong = _STRONG.fullmatch(line, low)
    return (strong.end("mark"), len(line) - 2) if strong else (low, len(line))
