"""Drills with a command of their own: `演练由甲任总指挥，乙任副总指挥`, `演练设指挥长1名，由甲担任`.

Rule `group/sentence`. Nobody founds the command of a drill, so it bears the name of the drill, as the sentence before or the title of the
paper prints it (`2031年防汛避险演练`). A drill that somebody attends, inspects or reports on has no seat by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_CHIEF = "(?:总指挥长?|指挥长)"
_COMMANDED = re.compile(
    rf"(?:^|(?<=[。;:]))\s*(?:本次|此次|这次|整个)?(?P<drill>演练|演习)(?:由[^,。;:]{{2,40}}(?:担任|任){_CHIEF}|(?:设|的)?{_CHIEF}(?:[1一][名人])?,?由[^,。;:]{{2,40}}(?:担任|兼任))"
)
_NAME = re.compile(
    r"(?:开展|举行|举办|组织|进行|启动|关于|印发|《|^)(?P<name>(?!(?:开展|举行|举办|组织|进行|关于|印发))[^,。;:《》]{4,40}?(?:演练|演习))"
)


def commanded(notice: Notice, passage: Passage) -> Iterator[Named]:
    """The drill a passage says the chief of, by its name."""
    text = passage.text
    match = _COMMANDED.search(text) if "指挥" in text and "演" in text else None
    if match is None:
        return
    for where, end in ((passage, match.start()), (notice.title, len(notice.title))):
        names = list(_NAME.finditer(where.text, 0, end)) if "演" in where.text else []
        if names:
            low, high = names[-1].span("name")
            yield Named(where.printed(low, high), "sentence", passage, *match.span("drill"), confidence=0.8)
            return
