"""The bodies a notice is about by its title, under the names they have from then on.

`关于甲联席会议更名及调整组成人员的函` does not say what the body is called from now on; its first sentences do
(`将甲联席会议更名为乙委员会，并对…予以调整`). The seats below are those of the body under its new name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from loaders.gazette import groups, groups_societies, groups_stations
from loaders.gazette.groups import Named
from loaders.gazette.groups_in_sentences import from_sentences
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_kindless import chiefs_listed
from loaders.gazette.rosters_labels import Label, labels_of, spaced_label
from loaders.readers.paper import Passage

_RENAMED, _ADJUSTED = "更名", "调整"
#: What stands between the beginning of a sentence and the name that is given up: `县政府决定将原`.
_BEFORE_NAME = re.compile(r"^(?:[^将把]{0,30}[将把]|[^将把]{0,24}(?:决定|同意))?原?")
_MARKS = re.compile(r"[\s“”\"「」《》]")
_LONG_NAME = 6
_BODY_ALONE = re.compile("(?!关于)[\u4e00-\u9fff]{6,30}")
#: `甲县路网专班工作规则（试行）`: the rules of a body, by which it works; sites for documents print the name of the file.
_RULES_OF = re.compile(
    r"《?(?P<name>(?!关于|印发)[^,。;:《》()、]{4,40}?(?:领导小组|协调小组|指挥部|专班|联席会议))(?:工作|议事|运行)?(?:规则|规程|细则|制度|章程)(?:\([^()]{2,6}\))?(?:\.(?:docx?|pdf|wps)(?:》|$)|》?$)"
)
_COORDINATE = ("领导小组", "协调小组", "指挥部", "专班", "联席会议")
_COORDINATES = "议事协调机构"
_CHIEF = re.compile("(?:第一)?主任(?:委员)?")
#: `甲学会第四届理事会组成人员名单`: the roster of a body is the whole paper.
_LISTS = re.compile(r"(?:人员|成员|领导班子|负责人)(?:名单|一览表?)?\s*(?:\([^()]*\)\s*)?$|名单\s*(?:\([^()]*\)\s*)?$")
#: `某镇禁烧领导小组成员及包村分工表`: the same where the table says more than who sits in the body.
_TABLE_OF = re.compile(
    r"(?P<name>(?!关于)[^,。;:《》()、]{4,50}?(?:领导小组|指挥部|专班|委员会|工作组))(?:组成)?(?:成员|人员)(?:名单)?(?:[及和与、][\u4e00-\u9fff]{2,10})?(?:一览表|明细表|表|名册)(?:\([^()]{1,12}\))?"
)
#: A line with nothing but a bracket: when and by whom the list was passed.
_NOTED = re.compile(r"\s*(?:\([^()]*\)\s*)?")
#: The head of a table of persons.
_NAMES = re.compile(r"[|\t].*姓\s*名|姓\s*名.*[|\t]")
_LIST = 24  # lines in which the list of a page says what it is
_FIRST = 4  # passages in which a notice says what it does


@lru_cache(maxsize=2)
def titled(notice: Notice) -> tuple[Named, ...]:
    """The bodies the title names, in printed order; one that the notice renames under its new name, with the words of its sentence."""
    found = groups.from_title(notice.title)
    if not found and (house := groups_stations.stationed(notice)) is not None:
        return (house,)
    if not any(named.action in (_RENAMED, _ADJUSTED) and not named.former for named in found):
        return tuple(found)
    opening = (notice.addressees, *notice.body[:_FIRST]) if notice.addressees is not None else notice.body[:_FIRST]
    new = [named for passage in opening for named in from_sentences(passage) if named.action == _RENAMED]
    return tuple(_under_new_name(named, new) for named in found)


def alone(notice: Notice) -> tuple[Named, ...]:
    """The body whose name is the whole title of a page on it; a 委员会 or 组 only where the page shows that it coordinates others.

    Most committees that have a page are organs with a staff: whoever leads them holds a post, and no seat. One that coordinates is
    called so, or has members beside its chief. A part of a bundle may list who is in charge of places.
    """
    title = notice.title
    below = next(
        (line for line in notice.text_lines() if line.start > title.start and not _NOTED.fullmatch(line.text)), None
    )
    if below is not None and (listed := chiefs_listed(title, below)) is not None:
        return (replace(listed, via="title"),)
    if below is not None and _LISTS.search(title.text) is not None and (_labels(below) or _NAMES.search(below.text)):
        listed = groups.from_heading(title, team=True)
        if listed is not None and not groups.is_generic(listed.name):
            return (replace(listed, via="title"),)
    flat, places = _flat(title)
    if below is not None and "表" in flat and _NAMES.search(below.text) and (table := _TABLE_OF.fullmatch(flat)):
        return (_spanned(title, places, table),)
    named = groups.from_heading(title) if "委员会" in title.text else None
    if named is not None and named.level == 0 and not groups.is_generic(named.name) and _has_members(notice):
        return (replace(named, via="title"),)
    name = flat
    if (rules := _RULES_OF.match(name)) is not None and not groups.is_generic(rules["name"]):
        return (_spanned(title, places, rules),)
    if (society := groups_societies.elected(notice)) is not None:
        return (society,)
    kind = groups.kind_of(name) if _BODY_ALONE.fullmatch(name) else ""
    said = kind.endswith(_COORDINATE) or _COORDINATES in notice.words
    if not kind or not said or groups.is_generic(name):
        return ()
    low, high = places[0], places[-1] + 1
    return (Named(title.printed(low, high), "title", title, low, high),)


def _flat(title: Passage) -> tuple[str, list[int]]:
    """The letters of a title, and where each stands."""
    places = [place for place, character in enumerate(title.text) if not character.isspace()]
    return "".join([title.text[place] for place in places]), places


def _spanned(title: Passage, places: list[int], match: re.Match[str]) -> Named:
    """The body whose name a match on the letters of a title has found."""
    low, high = places[match.start("name")], places[match.end("name") - 1] + 1
    return Named(title.printed(low, high), "title", title, low, high)


def _has_members(notice: Notice) -> bool:
    """Whether a page begins with a chief and lists members or member units of the same body."""
    roles = [label.role for line in notice.text_lines()[1:_LIST] for label in _labels(line)]
    return bool(roles) and _CHIEF.fullmatch(roles[0]) is not None and any(role in ("成员", "委员") for role in roles)


def _labels(line: Passage) -> tuple[Label, ...]:
    found = labels_of(line.text)
    spaced = spaced_label(line.text) if not found else None
    return found if spaced is None else (spaced,)


def _under_new_name(named: Named, new: list[Named]) -> Named:
    if named.former:
        return named
    for other in new:
        if any(_is_former(old, named) for old in other.former) and not groups.is_generic(other.name):
            return other
    return named


def _is_former(old: str, named: Named) -> bool:
    """Whether the name given up is that of the body in the title.

    A title on renaming may swing in a word. One that only adjusts is about whom it names: the sentence must give up just that name,
    for a body among its members may be renamed in passing.
    """
    if named.action == _RENAMED:
        return old.endswith(named.name) or groups.same_body(old, named.name)
    name = _MARKS.sub("", named.name)
    given_up = _BEFORE_NAME.sub("", old)
    return (
        given_up == name
        or (len(given_up) >= _LONG_NAME and given_up.endswith(name))
        or (len(given_up) >= _LONG_NAME and name.endswith(given_up))
    )
