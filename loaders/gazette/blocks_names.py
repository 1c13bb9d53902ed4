"""Names that stand alone on a line over their work, with the post above or below, as pages of leaders print them."""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.gazette import subjects
from loaders.gazette.divisions_leads import post_before_work
from loaders.gazette.divisions_verbs import first_verb, opens_with_verb
from loaders.gazette.persons import Mention, is_name, is_rare_name, is_title, may_be_name
from loaders.readers.paper import Passage

#: A label opens a paragraph and may stand inside one behind a stop or a gap: `分管：… 联系：…`, `【分管】… 【联系】…`.
LABEL = re.compile(
    r"(?:^|(?<=[。;,\s])|(?<=:)(?=[ABC][角岗]))(?P<label>[\u4e00-\u9fffABC](?:[\u4e00-\u9fffABC、/()]|[ ]{1,4}(?=[\u4e00-\u9fff])){1,29})\s*:|\[\s*(?P<boxed>[\u4e00-\u9fff]{2,6})\s*\]\s*:?"
)
#: `【张某】` over the labels of his block.
NAME_IN_BOX = re.compile(r"\s*\[\s*(?P<name>[\u4e00-\u9fff· \u3000]{2,10}?)\s*\]\s*:?")
#: `工作分工`, `简历` alone on a line, as pages of leaders print them without a colon.
BARE_LABEL = re.compile(
    r"\s*(?:(?:工作|领导|主要|具体)?(?:分工|职责)|(?:个人|工作)?(?:简历|简介)|基本(?:信息|情况)|姓\s*名|(?:现任)?职\s*务|性\s*别|民\s*族)\s*"
)
#: Printers part the letters of a short name: `同  辉`.
_GAPPED_NAME = re.compile(r"\s*[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff]{1,2}\s*")


def post_over_name(lines: list[Passage], number: int, known: Collection[str]) -> bool:
    """Whether a line is the post over a name on the next, as pages of leaders print them (`副县长` / `张三` / `工作分工：…`).

    Under a name the post is that person's, and the name below begins the next block.
    """
    post = lines[number].text.strip()
    if len(post) > 30 or number + 2 >= len(lines) or not all(is_title(part) for part in re.split("[、,]", post)):
        return False
    if first_verb(post, 0, len(post)) >= 0 or (number and is_name(lines[number - 1].text.strip())):
        return False
    name, below = lines[number + 1], lines[number + 2]
    if _GAPPED_NAME.fullmatch(name.text) is not None and _opens_block(below):
        return may_be_name("".join(name.text.split()))
    return is_name(name.text.strip()) and bool(bare_head(name, below, known))


def is_name_over_its_work(lines: list[Passage], number: int, known: Collection[str]) -> bool:
    """Whether a line is a name alone with the post or the work on the next (`张三` / `副县长`): no rest of a list above it."""
    if number + 1 == len(lines) or not is_name(lines[number].text.strip()):
        return False
    return bool(bare_head(lines[number], lines[number + 1], known))


def under_post(passage: Passage, lines: list[Passage], following: Passage) -> tuple[Mention, ...]:
    """Who stands below a post with a gap between the letters, whatever the surname (`秘书长` / `同  辉`): else the work below would fall to the one above."""
    if len(lines) != 2 or _GAPPED_NAME.fullmatch(lines[1].text) is None or not _opens_block(following):
        return ()
    post, name = lines[0].text.strip(), lines[1].printed()
    if not all(map(is_title, re.split("[、,]", post))) or not may_be_name(name) or is_title(name):
        return ()
    return (Mention(name, lines[0].printed(), 0, len(passage.text)),)


def _opens_block(following: Passage) -> bool:
    """Whether a line opens with a title, a label or a verb of charge, as it does below a name."""
    below = following.text.strip()
    start, end = subjects.lead_cut(below, 0, len(below))
    return (
        is_title(below)
        or opens_with_verb(below, start, end)
        or LABEL.match(below[start:]) is not None
        or BARE_LABEL.fullmatch(below) is not None
        or post_before_work(below, start, end) is not None
    )


def bare_head(passage: Passage, following: Passage, known: Collection[str]) -> tuple[Mention, ...]:
    """A name alone on its line counts if a title, a label or a verb of charge opens the next line."""
    text = passage.text
    if len(text.strip()) > 12:
        return ()
    below = following.text.strip()
    if not _opens_block(following):
        return ()
    boxed = NAME_IN_BOX.fullmatch(text)
    low, high = boxed.span("name") if boxed is not None else (0, len(text))
    named = tuple(subjects.named(passage, low, high, known=known))
    long = passage.printed(low, high)
    if named or not 4 <= len(long) <= 9 or not is_rare_name(long) or not all(map(is_title, re.split("[、,]", below))):
        return named
    return (Mention(long, "", low, high),)  # a name without a surname, its posts and nothing else below it
