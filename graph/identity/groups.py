"""Coordinating bodies over their versions: 区深化…领导小组 and 东胜区深化…领导小组 are one.

A group is known by its place, its parent and its name without the place in front; one of a body below the government
has that body's name in front (教育局安全生产领导小组), printed or not (`graph.identity.founders`). Within one document a name that the
table of groups does not hold, but that is nearly one it holds (创建… / 建设…), means that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from graph.decisions import Decision
from graph.entities import GroupEntity, KnownName
from graph.identity.founders import Founders
from graph.identity.organisations import Bodies
from graph.identity.papers import Papers
from graph.ids import Ids, derived_id, fold
from graph.names.bodies import level_word
from graph.names.places import Place, leading_place
from graph.names.script import plain
from graph.statements import Group, GroupRule, Membership, Statement, Succession

#: Nearly equal names of one group in one document (创建 / 建设) reach it; names of sister groups do not.
NEARLY_EQUAL = 78.0
_QUOTES = str.maketrans("", "", "“”\"'‘’《》")
_GENERIC = re.compile(r"^.{0,4}(?:组|办公室|小组|专班)$")
_LATE = "9999"
#: What a bureau or a town calls itself in front of the names of its own groups: 局安全生产领导小组, 全镇….
_OWN = re.compile(r"^[本我全]?(?P<rest>(?P<word>局|镇|乡|街道|苏木).*)")
Key = tuple[str, str, str]  # place, key of the parent, name without the place
Rank = tuple[str, str, str]


class Groups:
    """The groups of a set of statements, and the way from printed names to them."""

    def __init__(self, papers: Papers, bodies: Bodies, ids: Ids, decisions: Sequence[Decision] = ()):
        self._papers = papers
        self._founders = Founders(papers, bodies)
        self._parents: dict[tuple[str, str], str] = {}
        self._printed: dict[str, set[str]] = defaultdict(set)
        self._keys: dict[tuple[str, str], Key] = {}
        #: By place, the places of the groups that its papers name.
        self.reach: dict[str, set[str]] = defaultdict(set)
        rows = list(zip(ids.statements, ids.ids, ids.document_ids, strict=True))
        self._read_tables(rows)
        mentions = self._mentions(rows)
        merged = self._merges(mentions, decisions)
        members: dict[Key, dict[str, Rank]] = defaultdict(dict)
        for (document, name), (rank, key, _) in mentions.items():
            members[_end(key, merged)][derived_id("group", document, name)] = rank
        self.owner: dict[str, str] = {}
        self._ids: dict[Key, str] = {}
        for key in sorted(members):
            identifier = min(members[key], key=lambda mention: (members[key][mention], mention))
            self._ids[key] = identifier
            self.owner.update(dict.fromkeys(members[key], identifier))
        self._merged = merged
        self.groups: dict[str, GroupEntity] = {}
        self._shape(rows, mentions)

    def group(self, name: str, near: Statement, document: str) -> str:
        """Id of the group a printed name means in a statement's paper; empty if no paper prints it."""
        return self._ids.get(_end(self._key(name, near, document), self._merged), "") if name else ""

    def _read_tables(self, rows: list[tuple[Statement, str, str]]) -> None:
        for statement, _, document in rows:
            if isinstance(statement, Group):
                name, parent = _plain(statement.group), _plain(statement.parent_group)
                self._printed[document].add(name)
                if parent:
                    known = self._parents.get((document, name), parent)
                    self._parents[document, name] = min(known, parent)
        for statement, _, document in rows:
            if isinstance(statement, Group | Membership):
                self._founders.read(statement, self._meant(_plain(statement.group), document))

    def _mentions(self, rows: list[tuple[Statement, str, str]]) -> dict[tuple[str, str], tuple[Rank, Key, str]]:
        found: dict[tuple[str, str], tuple[Rank, Key, str]] = {}
        for statement, identifier, document in rows:
            day = self._papers.day(statement) or _LATE
            for name in _named(statement):
                folded = fold(name)
                entry = ((day, document, folded), self._key(name, statement, document), identifier)
                found[document, folded] = min(found.get((document, folded), entry), entry)
        return found

    def _key(self, name: str, near: Statement, document: str) -> Key:
        cached = self._keys.get((document, name))
        if cached is None:
            place = self._papers.setting(near).place
            plain = self._meant(_plain(name), document)
            parent = self._parents.get((document, plain), "")
            above, founder = "", self._founders.of(plain, near)
            if parent and parent != plain:
                # A part is the body's whose the whole is.
                founder = "" if _said_place(parent, place)[0] else self._founders.of(parent, near)
                of, without = _without_place(parent, place, founder)
                above = f"{of.id}|{without}"
            of, without = _without_place(plain, place, founder)
            self.reach[place.id].add(of.id)
            cached = self._keys[document, name] = (of.id, above, without)
        return cached

    def _meant(self, plain: str, document: str) -> str:
        """The name of the document's own table that a nearly equal name means."""
        printed = self._printed.get(document, set())
        if plain in printed or not printed:
            return plain
        scored = [(fuzz.ratio(plain, other), other) for other in sorted(printed)]
        near = [other for score, other in scored if score >= NEARLY_EQUAL and other[-2:] == plain[-2:]]
        within = [other for other in sorted(printed) if len(plain) > 6 and (plain in other or other in plain)]
        candidates = near or within
        return candidates[0] if len(candidates) == 1 else plain

    def _merges(
        self, mentions: dict[tuple[str, str], tuple[Rank, Key, str]], decisions: Sequence[Decision]
    ) -> dict[Key, Key]:
        """A subgroup adjusted by a paper of its own, without its parent, is still that subgroup; and decisions."""
        keys = sorted({key for _, key, _ in mentions.values()})
        below: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in keys:
            if key[1]:
                below[key[0], key[2]].append(key)
        merged: dict[Key, Key] = {}
        for key in keys:
            candidates = below.get((key[0], key[2]), [])
            if not key[1] and len(candidates) == 1 and not _GENERIC.match(key[2]):
                merged[key] = candidates[0]
        by_mention = {derived_id("group", *mention): key for mention, (_, key, _) in mentions.items()}
        for decision in sorted(decisions):
            left, right = by_mention.get(decision.subject), by_mention.get(decision.other)
            if decision.verdict == "same" and left is not None and right is not None:
                ends = sorted({_end(left, merged), _end(right, merged)})
                if len(ends) == 2:
                    merged[ends[1]] = ends[0]
        return merged

    def _shape(
        self, rows: list[tuple[Statement, str, str]], mentions: dict[tuple[str, str], tuple[Rank, Key, str]]
    ) -> None:
        kinds: dict[str, tuple[str, str]] = {}
        parents: dict[str, str] = {}
        for statement, _, document in rows:
            if isinstance(statement, Group):
                own = self.group(statement.group, statement, document)
                entry = (self._papers.day(statement), statement.kind)
                if statement.kind:
                    kinds[own] = max(kinds.get(own, entry), entry)
                above = self.group(statement.parent_group, statement, document)
                if above and above != own:
                    parents[own] = min(parents.get(own, above), above)
        printed: dict[str, dict[str, tuple[Rank, str]]] = defaultdict(dict)
        places: dict[str, str] = {}
        for (_, name), (rank, key, statement_id) in mentions.items():
            end = _end(key, self._merged)
            owner = self._ids[end]
            places[owner] = end[0]
            entry_ = (rank, statement_id)
            printed[owner][name] = min(printed[owner].get(name, entry_), entry_)
        for owner in sorted(printed):
            names = sorted(printed[owner].items(), key=lambda item: (item[1], item[0]))
            title = max(names, key=lambda item: (item[1][0][0], len(item[0]), item[0]))[0]
            known = tuple(
                KnownName(name, "full" if name == title else "printed", statement) for name, (_, statement) in names
            )
            self.groups[owner] = GroupEntity(
                owner, title, places[owner], kinds.get(owner, ("", ""))[1], parents.get(owner, ""), known
            )


def _named(statement: Statement) -> tuple[str, ...]:
    match statement:
        case Group():
            return tuple(filter(None, (statement.group, statement.parent_group)))
        case Membership() | Succession():
            return (statement.group,) if statement.group else ()
        case GroupRule() if re.search(r"(?:领导小组|专班|指挥部|联席会议|委员会)$", statement.applies_to):
            return (statement.applies_to,)
        case _:
            return ()


def _plain(name: str) -> str:
    return plain(name).translate(_QUOTES)


def _without_place(plain: str, near: Place, founder: str) -> tuple[Place, str]:
    """The place a group's name starts with (in words or by level), and the rest; 工作领导小组 is 领导小组.

    Without a place it is that of the paper, and the name of the body whose the group is stands in front of the rest.
    """
    if founder:
        place, rest = leading_place(founder, near=near)
        founder = rest if rest and place.id == near.id else founder.removeprefix(near.word)
        own = _OWN.match(plain)
        if own and founder.endswith(own["word"]) and (own["word"] not in "镇乡" or level_word(own["rest"], near)):
            plain = founder + plain[own.end("word") :]
    said, rest = _said_place(plain, near)
    if said is None and founder and not rest.startswith(founder):
        rest = founder + rest
    return said or near, re.sub(r"工作(?=领导小组|专班|联席会议|协调小组)", "", rest) or plain


def _said_place(plain: str, near: Place) -> tuple[Place | None, str]:
    """The place a name starts with, in words or by level, and the rest; None if it says none."""
    place, rest = leading_place(plain, near=near)
    if place.id:
        return place, rest
    whole = plain.removeprefix("全")
    word = level_word(whole, near)
    if word and len(whole) - len(word) > 3:
        return near.called(word), whole[len(word) :]
    return None, plain


def _end(key: Key, merged: dict[Key, Key]) -> Key:
    while key in merged:
        key = merged[key]
    return key
