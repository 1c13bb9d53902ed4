"""Whose a group is that a paper names without a place: the government's, or the bureau's, school's or town's that issues it.

安全生产工作领导小组 of a paper of 县教育局 is the bureau's, and 县水利局 may have one of that name. Said with the place's name or
level word (县安全生产领导小组) it is the place's, whoever prints it; so it is if the paper says that the government set it up,
if a leader of the government or of the party committee heads it, or if several bodies issue the paper.
"""

from __future__ import annotations

import re

from graph.identity.organisations import Bodies
from graph.identity.papers import PaperKey, Papers, key_of, town_alone
from graph.names.bodies import Words
from graph.names.titles import read_title
from graph.statements import Group, Membership, Statement

#: Who heads a group, as rosters print the role; a deputy tells nothing of whose it is.
_HEAD = re.compile(r"^(?!.*(?:副|办公室)).*(?:总指挥|指挥长|召集人|组长|主任)$")


class Founders:
    """The bodies below the government to which groups belong, by paper and by the name as groups are compared."""

    def __init__(self, papers: Papers, bodies: Bodies):
        self._papers = papers
        self._bodies = bodies
        self._of_place: set[tuple[PaperKey, str]] = set()

    def read(self, statement: Statement, group: str) -> None:
        """Note what a row says of whose a group is."""
        key = key_of(statement)
        if not self._papers.founders[key]:
            return
        setting = self._papers.settings[key]
        if isinstance(statement, Group) and statement.sponsor:
            if self._is_head(self._bodies.body(statement.sponsor, setting).name, key):
                self._of_place.add((key, group))
        elif isinstance(statement, Membership) and _HEAD.match(statement.role):
            read = [one.words for one in read_title(statement.title, setting) if one.words is not None]
            if any(self._is_head(words.name, key) for words in read) and not any(
                self._is_own(words, key) for words in read
            ):
                self._of_place.add((key, group))

    def of(self, group: str, near: Statement) -> str:
        """The name of the body whose a group is that a paper names without a place; empty if it is the place's."""
        key = key_of(near)
        if not self._papers.founders[key] or (key, group) in self._of_place:
            return ""
        return self._own(key)

    def _own(self, key: PaperKey) -> str:
        return town_alone(self._bodies.body(self._papers.founders[key], self._papers.settings[key]).name)

    def _is_own(self, words: Words, key: PaperKey) -> bool:
        """Whether an office is in the body itself: 副县长、县公安局局长 heads the bureau's group as its director."""
        return self._bodies.resolved(words).name.startswith(self._own(key))

    def _is_head(self, name: str, key: PaperKey) -> bool:
        """Whether a body is the government or the party committee of the place or of one above it."""
        words = {place.word for place in self._papers.settings[key].place.chain} - {""}
        return any(name in (f"{word}人民政府", f"{word}委") for word in words)
