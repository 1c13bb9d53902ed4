"""Private data, masked as it enters: one ● a character, so that every place in the text stays where it was.

Masked are mobile numbers, mailboxes outside government domains, identity card numbers, home addresses behind a label
such as 家庭住址, and the names of contact persons after 联系人 (DESIGN, section 4). Office landlines (`0477-…`), service numbers (`12345`, `12350`), postal codes
and sums of money stay: they are public, or no private data at all. Over a limit case it masks rather than shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import accumulate

from graph.statements import STATEMENT_TYPES, IssueFact, Statement, field_type

MASK = "●"

# 工信部 numbering plan: mobile numbers have 11 digits and begin with 13 to 19. They are printed in groups of 3-4-4, and
# may be cut by a line break. A unit behind the digits says it is a sum.
_MOBILE = re.compile(
    r"1(?<![\d.]1)(?:[3-9]\d(?:[- \u3000]?\d{4}){2}|\n?[3-9](?:\n?\d){9})(?!\d|\.\d|\s?(?:元|万|亿|%))", re.ASCII
)
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}\s?@\s?(?P<domain>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})")
_PUBLIC_DOMAIN = re.compile(r"(?:.+\.)?gov\.cn", re.IGNORECASE)
# GB 11643: region (9 on the cards of foreign residents), birthday, serial number, check character.
_IDENTITY = re.compile(
    r"[1-9](?<![0-9A-Za-z][1-9])\d{5}(?P<birthday>(?:19|20)\d{6})\d{3}[\dXx](?![0-9A-Za-z])", re.ASCII
)
_NAME = r"[\u4e00-\u9fff\u3400-\u4dbf·○×]{1,12}(?:[ \u3000][\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff]))?"
_CONTACT = re.compile(
    rf"(?:联系人|联络人|联系同志)(?:姓名)?(?:及(?:联系)?(?:电话|方式|手机))?\s{{0,3}}"
    rf"(?::\s{{0,3}}|(?={_NAME}[\s,、(]{{0,3}}(?:联系)?(?:电话|手机|方式|1[3-9]\d)))"
    rf"(?P<names>{_NAME}(?:[、/和, ]\s?(?!联系|电话|手机|电子|邮|地址|传真)[\u4e00-\u9fff·]{{2,4}}(?![\u4e00-\u9fff]))*)"
)
# A person's home: behind a label that names one. An office's address stands behind 地址 or 办公地址 and is public.
_HOME = re.compile(
    r"(?:(?:家庭(?:住址|地址)|现住(?:地址|址|地)|居住(?:地址|址|地)|常住地址?|户籍(?:地址|所在地)|住址(?<![\u4e00-\u9fff]住址))\s{0,3}(?::\s{0,3}|为)|家住)"
    r"(?P<where>[^\s,;。、:()]{3,60})"
)
_NO_BREAK = re.compile(r"[^\r\n]")
_CONTACT_KEY = re.compile("联系人|联络人|contact", re.IGNORECASE)
# What a name ends before, when nothing is printed between the two.
_AFTER_NAME = re.compile("联系|电话|手机|电子|邮箱|传真|地址|办公")
_UNIT = re.compile("(?:专班|办公室|委员会|中心|公司|大队|街道|办事处|科室|局)$")  # a unit as contact is public
_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
_WIDE_MARKS = tuple((chr(wide), chr(plain)) for wide, plain in _WIDE.items() if not chr(plain).isalnum())
_WIDE_LETTER = re.compile("[０-９Ａ-Ｚａ-ｚ]")
# What private data cannot be without. Patterns that begin with one letter or one of a set are found without a look at each place.
_LONG_NUMBER = re.compile(r"[0-9０-９](?:[- \u3000\n]?[0-9０-９]){10}")
_LONG_NARROW_NUMBER = re.compile(r"[0-9](?:[- \u3000\n]?[0-9]){10}")
_WIDE_DIGITS = "０１２３４５６７８９"
_AT_HOME = re.compile("住址|住地|户籍|常住地|家庭地址|家住")
_HINTS = ("@", "＠", *_AT_HOME.pattern.split("|"), "联系人", "联络人", "联系同志")
_HINT_IN_ENGLISH = re.compile("C[Oo][Nn][Tt][Aa][Cc][Tt]|c[Oo][Nn][Tt][Aa][Cc][Tt]")
_HINT = re.compile("|".join((*_HINTS, _HINT_IN_ENGLISH.pattern)))
#: Parts the words of a statement, and one statement from another: no pattern reaches across.
_WORDS_END, _STATEMENT_END = "\x1f", "\x1e"

#: The text columns of each table.
_COLUMNS: dict[str, tuple[str, ...]] = {
    kind.TABLE: tuple(
        item.name
        for item in fields(kind)
        if item.name != "source" and field_type(kind, item.name.rstrip("_")) is not int
    )
    for kind in STATEMENT_TYPES
}

Span = tuple[int, int]


def private_spans(text: str) -> tuple[Span, ...]:
    """The stretches `[start, end)` of a text that hold private data, in order."""
    number = _LONG_NUMBER if any(digit in text for digit in _WIDE_DIGITS) else _LONG_NARROW_NUMBER
    numbered = number.search(text) is not None
    hinted = _is_hinted(text)
    if not numbered and not hinted:
        return ()
    plain = _narrow(text)
    spans: list[Span] = []
    if numbered:
        spans += [match.span() for match in _MOBILE.finditer(plain)]
        spans += [match.span() for match in _IDENTITY.finditer(plain) if _is_birthday(match["birthday"])]
    if "@" in plain:
        spans += [match.span() for match in _MAILBOX.finditer(plain) if not _PUBLIC_DOMAIN.fullmatch(match["domain"])]
    if hinted and _AT_HOME.search(plain):
        spans += [match.span("where") for match in _HOME.finditer(plain)]
    for match in _CONTACT.finditer(plain) if hinted else ():
        start, end = match.span("names")
        tail = _AFTER_NAME.search(plain, start, end)
        names = plain[start : tail.start() if tail else end].rstrip()
        if not _UNIT.search(names):
            spans.append((start, start + len(names)))
    return tuple(sorted(span for span in spans if span[0] < span[1]))


def _is_hinted(text: str) -> bool:
    """Whether `_HINT` finds anything, asked word for word: what begins a hint begins many other words too."""
    in_english = ("c" in text or "C" in text) and _HINT_IN_ENGLISH.search(text) is not None
    return in_english or any(hint in text for hint in _HINTS)


def _narrow(text: str) -> str:
    """Wide letters, digits and marks as plain ones, one for one; a text that has no wide letter or digit takes no look at each."""
    for wide, plain in _WIDE_MARKS:
        text = text.replace(wide, plain)
    return text.translate(_WIDE) if _WIDE_LETTER.search(text) else text


def mask(text: str) -> str:
    """The text with private data masked, line breaks kept. As long as before.

    >>> mask("联系人：周正，电话13800000000")
    '联系人：●●，电话●●●●●●●●●●●'
    """
    return mask_spans(text, private_spans(text))


def mask_spans(text: str, spans: tuple[Span, ...]) -> str:
    """The text with the given stretches (in order) masked, line breaks kept."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if end > done:
            parts.append(text[done : max(start, done)])
            parts.append(_NO_BREAK.sub(MASK, text[max(start, done) : end]))
            done = end
    return "".join((*parts, text[done:])) if parts else text


def mask_statements(
    statements: Sequence[Statement], text: str = "", spans: tuple[Span, ...] = ()
) -> tuple[Statement, ...]:
    """The statements with private data masked in every text column and in their quotes.

    `text` and `spans` are the paper's text and its private stretches, when they are at hand: then also a name whose
    联系人 stands before the quote is masked, in the quote and in every column of that statement. Most statements hold nothing
    private: what would tell is looked for in the words of all of them at once.
    """
    words = [_all_words(statement) for statement in statements]
    ends = list(accumulate(len(own) + 1 for own in words))
    together = _STATEMENT_END.join(words)
    hinted = {bisect_right(ends, match.start()) for hint in (_HINT, _LONG_NUMBER) for match in hint.finditer(together)}
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max))
    masked = []
    for number, statement in enumerate(statements):
        source = statement.source
        near = spans[bisect_right(reach, source.start) : bisect_left(starts, source.end)]
        inside = [(max(a, source.start), min(b, source.end)) for a, b in near if b > source.start]
        masked.append(_masked(statement, text, inside) if inside or number in hinted else statement)
    return tuple(masked)


def mask_statement(statement: Statement, text: str = "", spans: tuple[Span, ...] = ()) -> Statement:
    """One statement, as `mask_statements` does it."""
    return mask_statements((statement,), text, spans)[0]


def _masked(statement: Statement, text: str, inside: list[Span]) -> Statement:
    source = statement.source
    quote = mask(source.quote)
    secrets: list[str] = []
    if inside and source.start < source.end:
        quote = mask_spans(quote, tuple((a - source.start, b - source.start) for a, b in inside))
        secrets = ["".join(text[a:b].split()) for a, b in inside]
    changes: dict[str, str | tuple[str, ...]] = {}
    for item in fields(statement):
        value = getattr(statement, item.name)
        if isinstance(value, str) and value:
            masked = _without(mask(value), secrets)
            if masked != value:
                changes[item.name] = masked
        elif isinstance(value, tuple) and value:
            items = tuple(_without(mask(words), secrets) for words in value)
            if items != value:
                changes[item.name] = items
    if isinstance(statement, IssueFact) and _CONTACT_KEY.search(statement.key):
        changes["value"] = MASK * len(statement.value)
        quote = quote.replace(statement.value, MASK * len(statement.value)) if statement.value else quote
    if quote == source.quote and not changes:
        return statement
    values = {item.name: changes.get(item.name, getattr(statement, item.name)) for item in fields(statement)}
    return type(statement)(**{**values, "source": replace(source, quote=quote)})


def _all_words(statement: Statement) -> str:
    """All that a statement prints, in one text."""
    words = [statement.source.quote]
    for value in map(statement.__getattribute__, _COLUMNS[statement.TABLE]):
        if isinstance(value, str):
            words.append(value)
        else:
            words.extend(value)
    return _WORDS_END.join(words)


def _without(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK * len(secret))
    return text


def _is_birthday(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
