"""The best reading of one item: name first, title first, name with bracketed title, unit, or words of a function."""

from __future__ import annotations

from loaders.gazette.mentions import Mention, clean_name, clean_title
from loaders.gazette.persons_places import parting_in
from loaders.readers.paper import Passage

_NO_GAPS: frozenset[int] = frozenset()


def best(passage: Passage, start: int, end: int) -> Mention:
    """The best reading of one item: name first, title first, name with bracketed title, unit, or words of a function."""
    text = passage.text
    places = [index for index in range(start, end) if not text[index].isspace()]
    words = "".join([text[index] for index in places])
    low, high = places[0], places[-1] + 1
    gaps = (
        frozenset(i for i in range(1, len(places)) if places[i] != places[i - 1] + 1)
        if high - low > len(places)
        else _NO_GAPS
    )
    parting = parting_in(passage, words, gaps)

    def stretch(of: tuple[int, int]) -> tuple[int, int]:
        return places[of[0]], places[of[1] - 1] + 1

    if parting.name is None:
        whole = passage.printed(low, high)
        return Mention(
            "", whole if parting.title else "", low, high, "" if parting.title else whole, parting.confidence
        )
    title = clean_title(passage, *stretch(parting.title)) if parting.title else ""
    if parting.behind is not None:
        title += passage.printed(*stretch(parting.behind))
    return Mention(clean_name(passage, *stretch(parting.name)), title, low, high, confidence=parting.confidence)
