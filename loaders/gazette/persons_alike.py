"""What the items of a list beside one tell of it: printed in the same form as a person, it is one too."""

from __future__ import annotations

import re

from loaders.gazette.mentions import Mention
from loaders.gazette.names import is_title, is_unit
from loaders.readers.paper import Passage

_NAME_AND_POST = re.compile(r"(?P<name>(?![各全其有相本])[\u4e00-\u9fff]{2,3})[（(](?P<post>[^()（）]{2,40})[)）]")
_TWO_LETTERS = re.compile(r"[\u3400-\u9fff][ \u3000]{1,4}[\u3400-\u9fff]")


def alike(passage: Passage, groups: list[list[Mention]]) -> list[list[Mention]]:
    """`甘某（副院长）、劳动（护理部主任）`: beside a name with its post in a bracket, an everyday word with one is a name too."""
    form = [
        len(group) == 1 and bool(group[0].person) and passage.text.startswith(")", group[0].end - 1) for group in groups
    ]
    if any(form):
        return [
            [_named_by_form(group[0])] if len(group) == 1 and not group[0].person and group[0].title else group
            for group in groups
        ]
    beside = len(groups) > 1 and any(group[0].person for group in groups if len(group) == 1)
    return [[_named_by_space(passage, one[0])] if len(one) == 1 else one for one in groups] if beside else groups


def _named_by_space(passage: Passage, mention: Mention) -> Mention:
    """`由　晨` beside another name: two letters with white space between are printed so in names only; any other as it was."""
    words = passage.text[mention.start : mention.end]
    if mention.person or mention.org or not _TWO_LETTERS.fullmatch(words):
        return mention
    return Mention(passage.printed(mention.start, mention.end), "", mention.start, mention.end, confidence=0.8)


def _named_by_form(mention: Mention) -> Mention:
    """A seat without a person that is printed as `name(post)`, read so; any other as it was."""
    match = _NAME_AND_POST.fullmatch(mention.title)
    if match is None or not is_title(match["post"]) or is_title(match["name"]) or is_unit(match["name"]):
        return mention
    return Mention(match["name"], match["post"], mention.start, mention.end, confidence=0.8)
