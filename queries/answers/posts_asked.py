"""Yes or no by post: is 王志 a 副区长 on that day. Beside a yes stands the post he holds, beside a no the posts he has and who holds the one asked of.

A post that no paper prints is told so: that nobody is seen in it would say too much.
"""

from __future__ import annotations

import re

from core.errors import NotFoundError, UsageError
from queries.answers.asked import Asked
from queries.answers.groups import roster
from queries.answers.leaders import holders, posts_held
from queries.answers.model import Fact, Holder, Thing, Verdict, Verdicts
from queries.answers.offices import in_chinese
from queries.answers.resolve import AmbiguousError
from queries.answers.subjects import subject
from queries.answers.words import evidence, reach
from queries.library import Library
from queries.router import group_role, is_position

#: Who holds a post is told of no more than so many posts that the words may mean.
_FEW = 3
#: Who is only nominated does not hold the post yet.
_NOMINATED = "nominated"
_SECRETARY = re.compile("[省市区县旗州盟]委(?:常务|第一)?副?书记")


def holds_post(library: Library, asked: Asked) -> Verdicts:
    """Whether a person holds the post in question on the day. Raises `NotFoundError` if the papers know no such post."""
    person, said = asked.subject, in_chinese(library.index, asked.intent.what)
    place = library.index.get(person.id)
    found = posts_held(library, person, asked.on)
    meant = _meant(library, said, asked.jurisdiction or (place.jurisdiction if place is not None else ""))
    own = [each for each in found.posts if each.post.id in {post.id for post in meant} or _is(each.post.name, said)]
    if not own and not meant and not is_position(said):
        return _in_group(library, asked, said)
    full = [each for each in own if each.capacity.code != _NOMINATED]
    beside = () if own else (*found.posts, *_holders(library, meant, person, asked.on))
    facts, others = (tuple(_fact(each) for each in some) for some in (own, beside))
    words = evidence(library, dict.fromkeys(one for each in (*facts, *others) for one in each.held.rests_on))
    return Verdicts(
        queries=("people/posts-held", "people/holders"), subject=person, on=asked.on, evidence=words,
        reach=reach(library, words), about=(f"{person.name}是不是{said}", f"Does {person.name} hold the post {said}"),
        looked_at=len(facts) + len(others), others=others,
        verdicts=(
            Verdict(person.name, bool(full), True, False, facts, any(each.held.status.code != "possible" for each in full)),
        ),
    )  # fmt: skip


def _meant(library: Library, said: str, place: str) -> list[Thing]:
    """The posts that words may mean, of the person's own place before all others; none if no paper prints such.

    A bare 县长 is none of another place.
    """
    for jurisdiction in dict.fromkeys((place,) if is_position(said) else (place, "")):
        try:
            return [subject(library, said, ("Post",), jurisdiction=jurisdiction)]
        except AmbiguousError as error:
            several = [Thing(hit.id, hit.kind, hit.name) for hit in error.candidates]
            return [each for each in several if _is(each.name, said)] or several
        except NotFoundError:
            continue
    return []


def _is(post: str, said: str) -> bool:
    """Whether a post is called so, its body left out: a 副区长 is no 区长, and the secretaries of a party committee are 常委 of it."""
    if said.endswith("常委") and _SECRETARY.fullmatch(post):
        return said in ("常委", f"{post[0]}委常委")
    return post.endswith(said) and not post.removesuffix(said).endswith("副")


def _holders(library: Library, posts: list[Thing], person: Thing, on: str) -> list[Holder]:
    """Who else holds the posts on the day; of many that may be meant nobody is named."""
    found = [each for post in posts for each in holders(library, post, on).holders] if len(posts) <= _FEW else []
    return [each for each in found if each.person.id != person.id]


def _fact(each: Holder) -> Fact:
    capacity = each.capacity
    how = (f"（{capacity.zh}）", f" ({capacity.en})") if capacity.zh else ("", "")
    return Fact(each.person, f"{each.post.name}{how[0]}", f"{each.post.name}{how[1]}", each.held)


def _in_group(library: Library, asked: Asked, said: str) -> Verdicts:
    """A post that is a role in a group (食品安全委员会主任). Raises `NotFoundError` if it is none either."""
    group, role = group_role(said)
    try:
        body = subject(library, group, ("Group",), on=asked.on, jurisdiction=asked.jurisdiction) if group else None
    except UsageError:
        body = None
    if body is None:
        raise NotFoundError(
            f"所见文件里没有职位“{said}” | no post “{said}” is seen in the papers",
            remedy=f"他任什么职务：dutygraph ask {asked.subject.name}任什么职务 | ask which posts the person holds",
        )
    found = roster(library, body, asked.on, role=role)
    facts = [Fact(each.holder, each.role, each.role, each.held) for each in found.seats if each.holder is not None]
    own = tuple(each for each in facts if each.who.id == asked.subject.id)
    return Verdicts(
        queries=found.queries, subject=asked.subject, on=asked.on, evidence=found.evidence, reach=found.reach,
        about=(f"{asked.subject.name}是不是{body.name}{role}", f"Is {asked.subject.name} {role} of {body.name}"), looked_at=len(facts),
        verdicts=(Verdict(asked.subject.name, bool(own), True, False, own),),
        others=() if own else tuple(facts),
    )  # fmt: skip
