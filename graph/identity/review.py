"""What a person should look at: homonyms, conflicts, print that looks wrong. Nothing here changes anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from graph.entities import GroupEntity, Organisation, Person
from graph.names.people import suspicion
from graph.names.places import Place

_NUMERAL = re.compile(r"[0-9一二三四五六七八九十]")
_TOWN = re.compile(
    r"^(?P<stem>[\u3400-\u9fff]{3,8}?)(?:街道办事处|镇人民政府|乡人民政府|苏木人民政府|街道|镇|乡|苏木)$"
)


@dataclass(frozen=True, slots=True, order=True)
class ReviewItem:
    """One thing to look at: its kind (homonym, conflict, suspect-name, near-names), the name, the entities, why."""

    kind: str
    name: str
    entities: tuple[str, ...]
    reason: str
    reason_en: str


def suspect_people(persons: Iterable[Person]) -> list[ReviewItem]:
    """Names that start with no surname, as `graph.names.people` judges; kept as printed."""
    found = []
    for person in persons:
        doubt = suspicion(person.name)
        if doubt is not None:
            found.append(ReviewItem("suspect-name", person.name, (person.id,), doubt.reason, doubt.reason_en))
    return sorted(found)


def homonyms(persons: Iterable[Person], places: Mapping[str, Place]) -> list[ReviewItem]:
    """People of one name in one place, or in a place and one above it, whom identity keeps apart."""
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        by_name[person.name].append(person)
    found = []
    for name, namesakes in sorted(by_name.items()):
        here = {person.jurisdiction for person in namesakes}
        for place in sorted(here):
            chain = {above.id for above in places[place].chain} if place in places else {place}
            near = sorted(person.id for person in namesakes if person.jurisdiction in chain)
            if len(near) > 1:
                found.append(
                    ReviewItem(
                        "homonym",
                        name,
                        tuple(near),
                        f"“{name}”在本地及上级有{len(near)}人：层级、单位或职务不同，未作同一人处理",
                        f"{name}: {len(near)} persons of that name here or above, kept apart by level, body or post",
                    )
                )
    return found


def near_towns(organisations: Iterable[Organisation]) -> list[ReviewItem]:
    """Towns of one place whose names differ in one character of three or more: one of them may be misprinted."""
    by_length: dict[tuple[str, int], list[tuple[str, Organisation]]] = defaultdict(list)
    for organisation in organisations:
        match = _TOWN.match(organisation.name)
        if match is not None:
            by_length[organisation.jurisdiction, len(match["stem"])].append((match["stem"], organisation))
    found = []
    for towns in by_length.values():
        for index, (stem, organisation) in enumerate(towns):
            for other_stem, other in towns[index + 1 :]:
                if stem != other_stem and Levenshtein.distance(stem, other_stem) == 1:
                    pair = sorted((organisation, other), key=lambda each: each.id)
                    found.append(
                        ReviewItem(
                            "near-names",
                            pair[0].name,
                            tuple(each.id for each in pair),
                            f"“{pair[0].name}”与“{pair[1].name}”只差一字，可能有一处误印",
                            f"{pair[0].name} and {pair[1].name} differ in one character: one may be a misprint",
                        )
                    )
    return sorted(found)


def near_groups(groups: Sequence[GroupEntity]) -> list[ReviewItem]:
    """Groups of one place whose names differ in one or two characters of ten or more, numerals apart."""
    by_place: dict[tuple[str, str], list[GroupEntity]] = defaultdict(list)
    for group in groups:
        if len(group.name) >= 10:
            by_place[group.jurisdiction, group.name[-6:]].append(group)
    found = []
    for members in by_place.values():
        by_start: dict[str, list[GroupEntity]] = defaultdict(list)
        for group in sorted(members, key=lambda each: each.id):
            by_start[group.name[:3]].append(group)
        for alike in by_start.values():
            for index, group in enumerate(alike):
                for other in alike[index + 1 : index + 50]:
                    plain, other_plain = _NUMERAL.sub("", group.name), _NUMERAL.sub("", other.name)
                    if 0 < Levenshtein.distance(plain, other_plain, score_cutoff=2) <= 2:
                        found.append(
                            ReviewItem(
                                "near-names",
                                group.name,
                                (group.id, other.id),
                                f"“{group.name}”与“{other.name}”名称相近，是否为同一机构待核",
                                f"{group.name} and {other.name} have nearly the same name: one group or two?",
                            )
                        )
    return sorted(found)
