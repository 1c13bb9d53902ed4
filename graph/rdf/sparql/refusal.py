"""What a query may be: SELECT, ASK or CONSTRUCT over this data alone. Told by its words, before anything runs it.

Words in comments, strings, IRIs, variables and prefixed names are no words of the language (SPARQL 1.1, 19.8); what cannot be
told apart counts as a word, so that nothing slips through. The engine takes no update as a query; this says why, and refuses
what reaches beyond the data besides.
"""

from __future__ import annotations

import re
from typing import Final

from core.errors import UsageError

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT"})
_REFUSED: Final = {
    "SERVICE": "不向外查询 | nothing is asked elsewhere",
    "FROM": "只查本库，用 GRAPH 选文件 | only this data; choose a paper with GRAPH",
    "DESCRIBE": "用 /id/… 取一项的全部 | one thing with all about it is at /id/…",
    **dict.fromkeys(
        ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "USING"),
        "只读 | read-only",
    ),
}
_TOKEN: Final = re.compile(
    r"""
      \#[^\n\r]*                                                    # comment
    | <[^<>"{}|^`\\\x00-\x20]*>                                     # IRI
    | \"{3}(?:[^"\\]|\\.|\"(?!\"\"))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | [?$]\w+                                                       # variable
    | [\w.-]*:(?:[\w.:%-]|\\.)*                                     # prefixed name, escapes and all
    | (?P<word>@?[A-Za-z_]\w*)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\[uU]")


def check(query: str) -> None:
    """Raise `UsageError` (`SPARQL-REFUSED`) for a query that is none of the three forms, or asks for more than to read."""
    if _ESCAPE.search(query):
        # Escapes are undone before a query is read: they could spell any word.
        raise _refused("\\u", "请直接写字 | write the character itself")
    words = [match["word"].upper() for match in _TOKEN.finditer(query) if match["word"]]
    for word in words:
        if word in _REFUSED:
            raise _refused(word, _REFUSED[word])
    if not _FORMS.intersection(words):
        raise _refused("?", "SELECT, ASK, CONSTRUCT")


def _refused(word: str, remedy: str) -> UsageError:
    return UsageError(f"不支持 | not supported here: {word}", remedy=remedy, code="SPARQL-REFUSED")
