"""Bodies and posts: every printed name and title of the papers gets its owner.

A mention of a body is a printed name (or a part of a title) in a document; the body has the id of its smallest one
(day, document, words), and every mention's id leads to it for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.decisions import Decision
from graph.entities import KnownName, Organisation, Post, TitlePart
from graph.identity.mentions import bodies_in, titles_in
from graph.identity.reading import Corpus
from graph.ids import Ids, derived_id, fold
from graph.names.bodies import Body, Words, is_collective, is_vague, kind_of, localise
from graph.names.places import Place
from graph.names.script import plain
from graph.names.titles import Reading, Setting, is_sole, named_body, read_title
from graph.statements import Alias, Portfolio

_LATE = "9999"
Rank = tuple[str, str, str]


@dataclass(slots=True)
class _Found:
    """What the papers show of one body: its mentions, its printed names."""

    mentions: dict[str, Rank] = field(default_factory=dict)
    names: dict[tuple[str, str], tuple[Rank, str]] = field(default_factory=dict)


class Bodies:
    """The bodies and posts of a set of statements, and the way from printed words to them."""

    def __init__(self, corpus: Corpus, ids: Ids, decisions: Sequence[Decision] = ()):
        self._corpus = corpus
        self._words: dict[tuple[str, Setting], Words] = {}
        self._titles: dict[tuple[str, Setting], tuple[TitlePart, ...]] = {}
        self._found: dict[Body, _Found] = defaultdict(_Found)
        self._post_mentions: dict[tuple[Body, str], dict[str, Rank]] = defaultdict(dict)
        self._local: dict[str, Body] = {}
        self._merged: dict[Body, Body] = {}
        self._collect(ids)
        if self._separate(decisions):
            for known in (self._found, self._post_mentions):
                known.clear()
            self._collect(ids)
        self._put_together(decisions)
        self.owner: dict[str, str] = {}
        self._ids: dict[Body, str] = {}
        for body in sorted(self._found):
            mentions = self._found[body].mentions
            identifier = min(mentions, key=lambda mention: (mentions[mention], mention))
            self._ids[body] = identifier
            self.owner.update(dict.fromkeys(mentions, identifier))
        self.organisations: dict[str, Organisation] = {
            identifier: self._organisation(body, identifier) for body, identifier in self._ids.items()
        }
        self.posts: dict[str, Post] = {}
        self._posts: dict[tuple[Body, str], str] = {}
        for key in sorted(self._post_mentions):
            self._add_post(key)

    def body(self, name: str, setting: Setting) -> Body:
        """The body a printed name means in a setting (which no paper need have printed)."""
        return self._final(self._localised(name, setting))

    def resolved(self, words: Words) -> Body:
        """The body that words of a title mean, short and second names resolved."""
        return self._final(_whole(words))

    def organisation(self, name: str, setting: Setting) -> str:
        """Id of the body a printed name means; empty for vague crowds and for names no paper prints as a body."""
        if not name or is_vague(name):
            return ""
        return self._ids.get(self.body(name, setting), "")

    def title(self, title: str, setting: Setting) -> tuple[TitlePart, ...]:
        """The parts of a printed title with the ids of bodies and posts."""
        key = (title, setting)
        found = self._titles.get(key)
        if found is None:
            found = self._titles[key] = tuple(self._part(reading) for reading in read_title(title, setting))
        return found

    def posts_of(self, title: str, setting: Setting) -> list[tuple[Reading, Body]]:
        """The readings of a title that name a body, with the body resolved."""
        return [
            (reading, self._final(_whole(reading.words)))
            for reading in read_title(title, setting)
            if reading.words is not None
        ]

    def place(self, body: Body) -> Place | None:
        """The place a body is of."""
        return self._corpus.places.get(body.place)

    def names(self) -> Iterable[Body]:
        """All bodies, sorted."""
        return self._ids.keys()

    def id_of(self, body: Body) -> str:
        """The id of a body; empty if no paper prints it."""
        return self._ids.get(body, "")

    def _collect(self, ids: Ids) -> None:
        papers = self._corpus.papers
        seen: set[tuple[str, str]] = set()
        # By id, so that which of two equal titles is seen first does not hang on the order of loading.
        rows = sorted(zip(ids.ids, ids.statements, ids.document_ids, strict=True), key=lambda row: row[0])
        for identifier, statement, document in rows:
            setting, day = papers.setting(statement), papers.day(statement) or _LATE
            nameplates = set(statement.aliases) if isinstance(statement, Portfolio) else set()
            for name in bodies_in(statement):
                if is_vague(name):
                    continue
                kind = "nameplate" if name in nameplates else ""
                if isinstance(statement, Alias) and name == statement.alias:
                    kind = statement.kind
                self._name(name, kind, setting, (day, document, fold(name)), identifier)
            for title in titles_in(statement):
                if (document, title) not in seen or day != papers.days.get((statement.jurisdiction, statement.doc_id)):
                    seen.add((document, title))
                    self._title(title, setting, (day, document, fold(title)), identifier)

    def _name(self, name: str, kind: str, setting: Setting, rank: Rank, statement: str) -> None:
        words = self._localised(name, setting)
        body = self._final(words)
        mention = derived_id("organisation", rank[1], name)
        found = self._found[body]
        found.mentions[mention] = min(found.mentions.get(mention, rank), rank)
        self._local[mention] = words.body
        self._known_name(
            found, fold(name), kind or ("abbreviation" if words.body != body else "printed"), rank, statement
        )

    def _title(self, title: str, setting: Setting, rank: Rank, statement: str) -> None:
        for index, reading in enumerate(read_title(title, setting)):
            if reading.words is None:
                continue
            words = _whole(reading.words)
            body = self._final(words)
            mention = derived_id("organisation", rank[1], "title", title, str(index))
            found = self._found[body]
            found.mentions[mention] = min(found.mentions.get(mention, rank), rank)
            self._local[mention] = words.body
            if words.body != body:
                self._known_name(found, words.name, "abbreviation", rank, statement)
            if not reading.is_rank:
                posts = self._post_mentions[body, reading.position]
                post = derived_id("post", rank[1], title, str(index))
                posts[post] = min(posts.get(post, rank), rank)

    @staticmethod
    def _known_name(found: _Found, text: str, kind: str, rank: Rank, statement: str) -> None:
        key, entry = (text, kind), (rank, statement)
        found.names[key] = min(found.names.get(key, entry), entry)

    def _localised(self, name: str, setting: Setting) -> Words:
        key = (name, setting)
        words = self._words.get(key)
        if words is None:
            text = plain(name)
            words = Words(setting.place, text) if is_collective(text) else named_body(text, setting)
            self._words[key] = words
        return words

    def _final(self, words: Words) -> Body:
        body = words.body if is_collective(words.name) else self._corpus.lexicon.resolve(words.body)
        return self._merged.get(body, body)

    def _separate(self, decisions: Sequence[Decision]) -> bool:
        """Undo what the lexicon took for one where a person said it is not; the short or second name stands alone."""
        lexicon = self._corpus.lexicon
        alone: set[Body] = set()
        for decision in decisions:
            left, right = self._local.get(decision.subject), self._local.get(decision.other)
            if decision.verdict == "not-same" and left is not None and right is not None and left != right:
                meant = lexicon.resolve(left)
                if meant == lexicon.resolve(right):
                    alone.update(body for body in (left, right) if body != meant)
        lexicon.separate(alone)
        return len(alone) > 0

    def _put_together(self, decisions: Sequence[Decision]) -> None:
        """Put bodies together that a person said are one; the smaller name of the two is kept as the body's."""
        for decision in sorted(decisions):
            left, right = self._local.get(decision.subject), self._local.get(decision.other)
            if decision.verdict != "same" or left is None or right is None:
                continue
            ends = sorted({self._end(self._corpus.lexicon.resolve(body)) for body in (left, right)})
            if len(ends) == 2:
                self._merged[ends[1]] = ends[0]
        for body in sorted(self._merged):
            target = self._merged[body] = self._end(body)
            gone, kept = self._found.pop(body, None), self._found[target]
            if gone is not None:
                kept.mentions.update(gone.mentions)
                kept.names.update({(text, kind): entry for (text, kind), entry in gone.names.items()})
            for of, position in [key for key in self._post_mentions if key[0] == body]:
                self._post_mentions[target, position].update(self._post_mentions.pop((of, position)))

    def _end(self, body: Body) -> Body:
        while body in self._merged and self._merged[body] != body:
            body = self._merged[body]
        return body

    def _organisation(self, body: Body, identifier: str) -> Organisation:
        place = self._corpus.places.get(body.place)
        word = place.word if place is not None else ""
        kind, oversight = kind_of(body.name, word)
        names = [KnownName(body.name, "full", "")]
        shown = {body.name}
        for (text, name_kind), (_, statement) in sorted(
            self._found[body].names.items(), key=lambda item: (item[1], item[0])
        ):
            if text not in shown:
                shown.add(text)
                names.append(KnownName(text, name_kind, statement))
            elif text == body.name and not names[0].statement:
                names[0] = KnownName(text, "full", statement)
        return Organisation(identifier, body.name, body.place, kind, oversight, self._parent(body, word), tuple(names))

    def _parent(self, body: Body, word: str) -> str:
        """The body it belongs to: the longest other body its name starts with, else the government of the place."""
        for length in range(len(body.name) - 1, 1, -1):
            above = self._ids.get(Body(body.place, body.name[:length]))
            if above is not None and not body.name[:length].endswith(("镇", "乡", "街道")):
                return above
        government = Body(body.place, f"{word}人民政府")
        if kind_of(body.name, word)[0] == "government" and body.name.startswith(word) and body != government:
            return self._ids.get(government, "")
        return ""

    def _add_post(self, key: tuple[Body, str]) -> None:
        mentions = self._post_mentions[key]
        identifier = min(mentions, key=lambda mention: (mentions[mention], mention))
        body, position = key
        self._posts[key] = identifier
        self.posts[identifier] = Post(identifier, self._ids[body], position, is_sole(position, body.name))
        self.owner.update(dict.fromkeys(mentions, identifier))

    def _part(self, reading: Reading) -> TitlePart:
        if reading.words is None:
            return TitlePart(
                reading.printed, position=reading.position, is_rank=reading.is_rank, capacity=reading.capacity
            )
        body = self._final(_whole(reading.words))
        return TitlePart(
            reading.printed,
            organisation=self._ids.get(body, ""),
            organisation_name=body.name,
            position=reading.position,
            is_rank=reading.is_rank,
            capacity=reading.capacity,
            post="" if reading.is_rank else self._posts.get((body, reading.position), ""),
        )


def roots(bodies: Mapping[str, Organisation]) -> dict[str, str]:
    """For each body the one at the top of those its name starts with: a company for its board office."""
    found: dict[str, str] = {}
    for identifier in bodies:
        top = identifier
        while (above := bodies[top].parent) and bodies[top].name.startswith(bodies[above].name):
            top = above
        found[identifier] = top
    return found


def _whole(words: Words) -> Words:
    """A street or town named without its office (林荫街道四级调研员) is the office."""
    return localise(words.name, words.place) if words.name.endswith(("街道", "镇", "乡", "苏木")) else words
