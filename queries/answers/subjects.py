"""What a question is about, said as people say it: with the place in front, a post for whoever holds it, or the bare name.

`东胜区财政局` is the body that papers of the district call 区财政局; `区长` is the post 区人民政府区长 and, where a person is asked for, whoever
holds it that day; `财政局` in a place is the 区财政局 there. Only full names are taken so; what none of these readings finds is looked for as the
words stand (`resolve`). Nothing is guessed: several that may be meant are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.errors import NotFoundError, UsageError
from graph.days import checked_day, today
from graph.names.places import WORDS, Place
from graph.search import Hit, SearchIndex
from queries.answers.leaders import holders
from queries.answers.model import Thing
from queries.answers.offices import in_chinese
from queries.answers.papers_meant import numbered, one_paper
from queries.answers.resolve import AmbiguousError, is_id, resolve
from queries.answers.rows import text
from queries.library import Library
from queries.router import Intent, Kind, Label, is_office, is_position, otherwise

#: The longest name of a place, and its longest stem: 双江拉祜族佤族布朗族傣族自治县.
_LONGEST_PLACE = 16
#: Places that may stand one in another before a name: 省, 市, 县, 镇.
_NESTED = 4
_HEAD_OF_GOVERNMENT = re.compile("(?:常务)?副?([省市区县旗州盟镇乡])长")
#: The secretary of a place is that of its party committee: 东胜区书记.
_PARTY = re.compile("([省市区县旗州盟镇乡])书记")
_GOVERNMENT = re.compile("(?<!人民)政府")
#: A word in the text of a task is not the task (环保); so much of its text is.
_TEXT_FROM = 6
#: What is asked of a thing that is only named.
_OF_BARE: dict[Label, Kind] = {
    "Person": "portfolio", "Organisation": "oversight", "Group": "roster", "Post": "holders", "Task": "responsible",
    "Matter": "oversight", "Document": "facts_of", "Jurisdiction": "desks",
}  # fmt: skip
#: A body and a post in it.
_POST_OF = re.compile(
    "(?P<body>.{2,}?(?:局|委|办|院|会|部|中心|政府|办事处))的?(?P<post>(?:常务|专职)?副?(?:局长|主任|院长|会长|部长|书记|主席|检察长))"
)
#: A surname before a title: 韩区长, 欧阳副县长, 高书记.
_SURNAMED = re.compile("(?P<surname>[\u3400-\u9fff]{1,2}?)(?P<title>副?[省市区县旗州盟镇乡]长|副?书记)")
#: The letters of a name beside a title: 副区长杜娟, 欧阳建国同志.
_NAMES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Words that may be meant, and the place they are then said of (empty: any)."""

    words: str
    jurisdiction: str = ""


def about(library: Library, intent: Intent, *, on: str = "", jurisdiction: str = "") -> tuple[Intent, Thing]:
    """What a question is about on a day (default: today), and the question as its words are then meant.

    Raises `AmbiguousError` if several things are meant as surely, `NotFoundError` if none is, `InputError` for a day that is none.
    """
    if intent.kind == "holders" and intent.what:
        intent = replace(intent, subject=in_chinese(library.index, f"{intent.what} of {intent.subject}"), what="")
    ways = (intent, *otherwise(intent))
    if is_id(intent.subject):
        hit = library.index.get(intent.subject)
        chosen = next((way for way in ways if hit is not None and hit.kind in way.labels), intent)
        return chosen, resolve(library.index, chosen.subject, chosen.labels)
    if not intent.labels:
        return intent, Thing("", "", intent.subject)  # asked of words
    if not intent.subject:
        return intent, _everywhere(library, jurisdiction)
    for way in ways:
        found = _surely(library, way.subject, way.labels, on, jurisdiction)
        if found is not None:
            return way, found
    troubles: list[NotFoundError] = []
    for way in ways:
        try:
            return way, _meant(library, way.subject, way.labels, jurisdiction)
        except NotFoundError as error:
            troubles.append(error)
    raise troubles[0]


def subject(library: Library, words: str, labels: Sequence[str], *, on: str = "", jurisdiction: str = "") -> Thing:
    """The one thing among `labels` that words mean on a day (default: today); an id means itself. Raises as `about` and `resolve` do."""
    words = words.strip()
    if words and not is_id(words):
        found = _surely(library, words, labels, on, jurisdiction)
        return found if found is not None else _meant(library, words, labels, jurisdiction)
    return resolve(library.index, words, labels, jurisdiction=jurisdiction)


def named(library: Library, words: str, *, on: str = "", jurisdiction: str = "") -> tuple[Intent, Thing] | None:
    """What is asked of a thing whose name is all that is said, if just one thing bears it. Raises `AmbiguousError`."""
    found = _surely(library, words, tuple(_OF_BARE), on, jurisdiction)
    kind = next((kind for label, kind in _OF_BARE.items() if found is not None and label == found.label), None)
    return (Intent(kind, words, tuple(_OF_BARE)), found) if found is not None and kind is not None else None


def _surely(library: Library, words: str, labels: Sequence[str], on: str, jurisdiction: str) -> Thing | None:
    """The one thing that bears a name the words may stand for, or holds the post they name. Raises `AmbiguousError`."""
    if tuple(labels) == ("Jurisdiction",):
        return _place(library, words, jurisdiction)
    index = library.index
    if tuple(labels) == ("Post", "Organisation") and (heads := _heads(index, words, jurisdiction)):
        raise AmbiguousError(words, heads, index)
    if "Document" in labels and (papers := numbered(library, words, jurisdiction)):
        if len(papers) > 1:
            raise AmbiguousError(words, papers, index)
        return Thing(papers[0].id, papers[0].kind, papers[0].name)
    readings = list(_readings(index, words, jurisdiction))
    bare = _GOVERNMENT.sub("人民政府", words.replace("的", ""))
    anywhere = [] if jurisdiction else [_Reading(level + bare) for level in WORDS]
    for tier in ([_Reading(words, jurisdiction)], readings, anywhere):
        hits = _bearing(index, tier, labels)
        if len(hits) == 1:
            return Thing(hits[0].id, hits[0].kind, hits[0].name)
        if hits:
            raise AmbiguousError(words, hits, index)
    levelled = _levelled(index, words, labels, jurisdiction)
    if levelled is not None:
        return levelled
    if "Person" not in labels:
        return None
    return (
        _titled(index, words, jurisdiction)
        or _surnamed(library, words, on, jurisdiction)
        or (_holder(library, words, on, jurisdiction) if is_office(words) else None)
    )


def _levelled(index: SearchIndex, words: str, labels: Sequence[str], jurisdiction: str) -> Thing | None:
    """The one thing of a place of that level that bears the words behind the level word: 区疾控中心 for what a paper calls 疾控中心.

    What the same words mean at another level is not meant.
    """
    if words[:1] not in WORDS or len(words) < 3:
        return None
    hits = [
        hit
        for hit in index.exactly([words[1:]], kinds=labels, jurisdiction=jurisdiction)
        if (place := index.get(hit.jurisdiction)) is not None and Place(place.id, place.name).word == words[0]
    ]
    return Thing(hits[0].id, hits[0].kind, hits[0].name) if len(hits) == 1 else None


def _heads(index: SearchIndex, place: str, jurisdiction: str) -> list[Hit]:
    """Who may be meant by the first person of a place (东胜区一把手): the secretary of its party committee, the head of its government."""
    levels = [Place(hit.id, hit.name).word for hit in index.exactly([place], kinds=("Jurisdiction",))]
    names = [name for level in levels for name in (f"{level}委书记", f"{level}人民政府{level}长")]
    ids = [hit.id for hit in index.exactly([place], kinds=("Jurisdiction",)) if jurisdiction in ("", hit.id)]
    return [hit for each in ids for hit in index.exactly(names, kinds=("Post",), jurisdiction=each)]


def _titled(index: SearchIndex, words: str, jurisdiction: str) -> Thing | None:
    """A person named with a title before or behind the name (副区长杜娟, 杜娟副区长, 杜娟同志). Raises `AmbiguousError`."""
    words = words.removesuffix("同志")
    names = [words]
    names += [words[-letters:] for letters in _NAMES if is_office(words[:-letters])]
    names += [words[:letters] for letters in _NAMES if is_position(words[letters:])]
    hits = index.exactly(names, kinds=("Person",), jurisdiction=jurisdiction)
    if len(hits) > 1:
        raise AmbiguousError(words, hits, index)
    return Thing(hits[0].id, hits[0].kind, hits[0].name) if hits else None


def _surnamed(library: Library, words: str, on: str, jurisdiction: str) -> Thing | None:
    """A person by surname and title, as people are spoken to (韩区长, of a deputy as well), if one such is seen in the post on the day.

    Raises `AmbiguousError`.
    """
    match = _SURNAMED.fullmatch(words)
    if match is None:
        return None
    day = checked_day(on) if on else today()
    found: dict[str, Thing] = {}
    for title in dict.fromkeys((match["title"], f"副{match['title'].removeprefix('副')}")):
        try:
            post = _surely(library, title, ("Post",), on, jurisdiction)
            posts = [post] if post is not None else []
        except AmbiguousError as error:
            posts = [Thing(hit.id, hit.kind, hit.name) for hit in error.candidates]
        held = [each for post in posts for each in holders(library, post, day).holders]
        found |= {each.person.id: each.person for each in held if each.person.name.startswith(match["surname"])}
    if len(found) > 1:
        hits = [hit for each in sorted(found) if (hit := library.index.get(each)) is not None]
        raise AmbiguousError(words, hits, library.index)
    return next(iter(found.values()), None)


def _bearing(index: SearchIndex, readings: Sequence[_Reading], labels: Sequence[str]) -> list[Hit]:
    found: dict[str, Hit] = {}
    for place in dict.fromkeys(reading.jurisdiction for reading in readings):
        names = [reading.words for reading in readings if reading.jurisdiction == place]
        found |= {hit.id: hit for hit in index.exactly(names, kinds=labels, jurisdiction=place)}
    return list(found.values())


def _readings(index: SearchIndex, words: str, jurisdiction: str) -> Iterator[_Reading]:
    """The names that words may stand for: without the place in front, with the level word of the place, a government's head in full."""
    said = [_Reading(words, jurisdiction), *_in_places(index, words, jurisdiction, _NESTED)]
    if jurisdiction and (place := index.get(jurisdiction)) is not None:
        said.append(_Reading(Place(place.id, place.name).word + words, jurisdiction))
    for reading in said:
        yield reading
        if head := _HEAD_OF_GOVERNMENT.fullmatch(reading.words):
            yield _Reading(f"{head[1]}人民政府{reading.words}", reading.jurisdiction)
        if party := _PARTY.fullmatch(reading.words):
            yield _Reading(f"{party[1]}委书记", reading.jurisdiction)
        if "的" in reading.words:
            yield _Reading(reading.words.replace("的", ""), reading.jurisdiction)
        if _GOVERNMENT.search(reading.words):
            yield _Reading(_GOVERNMENT.sub("人民政府", reading.words), reading.jurisdiction)


def _in_places(index: SearchIndex, words: str, jurisdiction: str, depth: int) -> Iterator[_Reading]:
    """The words behind a place's name, or its name without the level word (东胜财政局), each as said of that place."""
    heads = [words[:length] for length in range(2, min(_LONGEST_PLACE, len(words) - 1) + 1)]
    names = [*heads, *(head + level for head in heads for level in WORDS)]
    for hit in index.exactly(names, kinds=("Jurisdiction",)):
        level = Place(hit.id, hit.name).word
        whole = words.startswith(hit.name)
        rest = words[len(hit.name) if whole else len(hit.name) - len(level) :].removeprefix("的")
        if jurisdiction in ("", hit.id):
            yield _Reading(level + rest, hit.id)
            yield _Reading(rest, hit.id)
        if whole and depth:
            yield from _in_places(index, rest, jurisdiction, depth - 1)


def _holder(library: Library, words: str, on: str, jurisdiction: str) -> Thing | None:
    """Who holds the post that words name, if just one person does on the day. Raises `AmbiguousError`, `NotFoundError` if nobody is seen in it."""
    post = _surely(library, words, ("Post",), on, jurisdiction)
    if post is None:
        return None
    day = checked_day(on) if on else today()
    people = {each.person.id: each.person for each in holders(library, post, day).holders}
    if not people:
        raise NotFoundError(
            f"{day} 未见有人任“{post.name}” | nobody is seen in the post “{post.name}” on {day}",
            remedy="换一个日期，或写人名 | ask for another day, or by the person's name",
        )
    if len(people) > 1:
        hits = [hit for each in sorted(people) if (hit := library.index.get(each)) is not None]
        raise AmbiguousError(words, hits, library.index)
    return next(iter(people.values()))


def _everywhere(library: Library, jurisdiction: str) -> Thing:
    """The place given, else the only one that has papers, else all of them: a thing without an id."""
    rows = library.rows("jurisdictions/list") if not jurisdiction else []
    ids = [jurisdiction] if jurisdiction else [text(row, "jurisdiction_id") for row in rows if row["documents"]]
    hit = library.index.get(ids[0]) if len(ids) == 1 else None
    return Thing(hit.id, hit.kind, hit.name) if hit is not None else Thing("", "Jurisdiction", "")


def _place(library: Library, words: str, jurisdiction: str) -> Thing | None:
    """The place of that name; of a level word alone (区政府领导) the one given, or the only one of that level that has papers."""
    index = library.index
    hits = index.exactly([words], kinds=("Jurisdiction",)) or [
        hit for hit in index.exactly([words + level for level in WORDS], kinds=("Jurisdiction",))
    ]
    if not hits and words in WORDS:
        rows = [] if jurisdiction else library.rows("jurisdictions/list")
        ids = [jurisdiction] if jurisdiction else [text(row, "jurisdiction_id") for row in rows if row["documents"]]
        known = [hit for each in ids if (hit := index.get(each)) is not None]
        hits = [hit for hit in known if jurisdiction or Place(hit.id, hit.name).word == words]
    if len(hits) > 1:
        raise AmbiguousError(words, hits, index)
    return Thing(hits[0].id, hits[0].kind, hits[0].name) if hits else None


def _meant(library: Library, words: str, labels: Sequence[str], jurisdiction: str) -> Thing:
    """What is found by less than a name; several that are one paper are that paper, and a post of a body that is named is a post of it."""
    body = _body_of(library, words, jurisdiction) if "Post" in labels else None
    if body is not None:
        return _post_of(library, body, words, jurisdiction)
    try:
        return _likely(library.index, words, labels, jurisdiction)
    except AmbiguousError as error:
        paper = one_paper(library, error.candidates, labels)
        if paper is None:
            raise
        return paper


def _post_of(library: Library, body: Thing, words: str, jurisdiction: str) -> Thing:
    """The post of a body that words name: by its full name, else what is found of them in that body alone. Raises as `_meant` does."""
    index = library.index
    match = _POST_OF.fullmatch(words)
    whole = body.name + (match["post"] if match is not None else "")
    hits = index.exactly([whole], kinds=("Post",), jurisdiction=jurisdiction)
    if not hits:
        found = index.find(words, kinds=("Post",), jurisdiction=jurisdiction) + index.find(whole, kinds=("Post",))
        deputy = match is not None and "副" in match["post"]
        fits = {hit.id: hit for hit in found if hit.why in ("part", "short") and hit.name.startswith(body.name)}
        hits = [hit for hit in fits.values() if ("副" in hit.name) == deputy]
    if not hits:
        raise NotFoundError(f"没有见到职位“{whole}” | no such post is seen: {whole}")
    if len(hits) > 1:
        raise AmbiguousError(words, hits, index)
    return Thing(hits[0].id, hits[0].kind, hits[0].name)


def _body_of(library: Library, words: str, jurisdiction: str) -> Thing | None:
    """The body in the name of a post, if it is named in full or by an alias: 区监委主任 is a post of 区监委 and of no other."""
    match = _POST_OF.fullmatch(words)
    try:
        return _surely(library, match["body"], ("Organisation",), "", jurisdiction) if match is not None else None
    except AmbiguousError:
        return None


def _likely(index: SearchIndex, words: str, labels: Sequence[str], jurisdiction: str) -> Thing:
    """What is found by a part of a name, its spoken short form, its pinyin or its words; first as said, then behind a place in front."""
    try:
        return resolve(index, words, labels, jurisdiction=jurisdiction, text_from=_TEXT_FROM)
    except NotFoundError as error:
        trouble = error
    for reading in _in_places(index, words, jurisdiction, _NESTED):
        try:
            return resolve(index, reading.words, labels, jurisdiction=reading.jurisdiction, text_from=_TEXT_FROM)
        except NotFoundError:
            continue
        except UsageError as error:
            if not isinstance(error, AmbiguousError):
                continue  # nothing is left behind the place
            raise
    raise trouble
