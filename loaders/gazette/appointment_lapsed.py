"""Posts that end with their body (`原甲局局长某的职务自然免除`), and where the title of a person stands before the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import lists
from loaders.gazette.appointment_persons import persons_in
from loaders.gazette.persons import Mention, read_mention
from loaders.readers.paper import Passage

_LAPSED = re.compile(r"(?:同志)?的?(?:原任?)?职务(?:自然|相应|同时|一并|自行)(?:免除|免去|终止)")
#: What leads to a post that somebody held before.
FORMERLY = re.compile(r"\s*原(?:任)?")


def lapsed(passage: Passage, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """`原甲局局长某、原乙局局长某的职务自然免除`: who held which post until the body ended; the post's place and the person."""
    match = _LAPSED.search(passage.text, low, high)
    if match is None:
        return
    for start, end in lists.split(passage.text, low, match.start()):
        if "同志的" in passage.text[start:end]:  # 某同志的局长职务自然免除
            at = passage.text.index("同志的", start, end)
            yield from ((at + len("同志的"), end, person) for person in persons_in(passage, start, at, alone=True))
            continue
        own = FORMERLY.match(passage.text, start, end)
        mention = read_mention(passage, own.end() if own else start, end)
        if mention is not None and mention.person and mention.title:
            yield *title_of(passage, mention), mention.person


def title_of(passage: Passage, mention: Mention) -> tuple[int, int]:
    """The place of a title that stands before its name."""
    stop = mention.start
    for _ in mention.title:
        while passage.text[stop].isspace():
            stop += 1
        stop += 1
    return mention.start, stop
