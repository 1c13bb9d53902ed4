"""Who fills a seat on which day, and how sure that is: listings, holdings and divisions put together (DESIGN, section 5).

Without a clause a seat is stale once the removal of its holder, or another holder of the same sole post, is on paper;
it shows who holds the post now. A clause passes the seat on as it is printed: automatic (also with filing) at once, for
sole posts only and for changes after the notice; a seat on a post with several holders is pending when its holder is
seen to leave; by approval and by filing are pending. Seen only with another title since: to be checked, not stale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.days import Interval
from graph.entities import Identity, Organisation
from graph.timeline.facts import ANY_DAY, Filling, Holding, Seat, SeatState
from graph.timeline.functions import FunctionHolders
from graph.timeline.lists import applies
from graph.timeline.rosters import Listing
from graph.timeline.spans import When, ended, is_empty, overlap, starting
from graph.timeline.titles import Record

AUTOMATIC = ("automatic", "automatic_with_filing")
#: Capacities that one takes up beside the post one has: they say nothing against a seat.
BESIDE_A_POST = frozenset({"nominated", "designate", "seconded", "concurrent"})
_LEADER_BODIES = ("人民政府", "委员会", "区委", "县委", "市委", "旗委", "州委", "人大常委会", "政协", "人大")
_LEADER_POSTS = ("书记", "常委", "区长", "县长", "市长", "旗长", "州长", "主任", "主席")


@dataclass(frozen=True, slots=True)
class Left:
    """The holder of a seat's post has left it: when, by which papers, and who has the post since."""

    post: str
    when: When
    evidence: tuple[str, ...]
    successors: tuple[Holding, ...]


class SeatFold:
    """Fills the seats of a group from its listings and what the rest of the timeline knows by then."""

    def __init__(
        self, identity: Identity, holdings: Iterable[Holding], records: Iterable[Record], functions: FunctionHolders
    ) -> None:
        self._identity = identity
        self._functions = functions
        self._by_post: dict[str, list[Holding]] = defaultdict(list)
        for holding in holdings:
            if holding.capacity not in ("nominated", "designate"):
                self._by_post[holding.post].append(holding)
        self._seen: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in sorted(records, key=lambda each: each.key):
            elsewhere = record.kind in ("act", "seen") and record.capacity not in BESIDE_A_POST
            if elsewhere and record.when.is_exact:
                self._seen[record.person][record.when.latest].append(record)

    def seats(self, listings: Sequence[Listing]) -> list[Seat]:
        """One seat a run of listings that hang on the same thing; `because_of` are the clauses by which it passes on."""
        by_seat: dict[str, list[Listing]] = defaultdict(list)
        for listing in listings:
            by_seat[listing.seat].append(listing)
        return [self._seat(run) for _, run in sorted(by_seat.items())]

    def fill(self, listings: Sequence[Listing]) -> list[Filling]:
        """The fillings of all listings, by the rule that fits each."""
        found: list[Filling] = []
        for listing in (part for whole in listings for part in self._parts(whole)):
            place = listing.place
            if place.function:
                found.extend(self._by_function(listing))
            elif listing.kind == "unit":
                found.append(_filling(listing, "unit", listing.interval))
            elif not place.person:
                found.extend(self._by_post_alone(listing))
            elif listing.clause is not None and self._covered(listing):
                found.extend(self._by_clause(listing))
            else:
                found.extend(self._by_name(listing))
        return [each for each in found if not is_empty(each.interval)]

    def _parts(self, listing: Listing) -> list[Listing]:
        """A listing cut where a later list names its occupant again after the post was lost: from there it counts anew.

        A clause counts from the day of its own paper: it passes on no seat that was lost before.
        """
        parts = []
        for again in listing.again:
            left = self._left(listing) if listing.place.person else None
            if left is None or left.when.latest > again.when.latest:
                listing = replace(listing, clause=again.clause)
            elif again.lists:
                rest = overlap(listing.interval, starting(again.when))
                if rest is None:
                    break
                before = ended(listing.interval, again.when)
                parts.append(replace(listing, interval=before, ended_by=(again.evidence,)))
                place = replace(listing.place, since="")
                listing = replace(listing, place=place, interval=rest, clause=again.clause)
        return [*parts, listing]

    def _seat(self, run: Sequence[Listing]) -> Seat:
        first, last = run[0], run[-1]
        interval = _union([each.interval for each in run])
        return Seat(
            id=first.seat,
            group=first.group,
            role=first.place.role,
            kind=last.kind,
            order=last.place.order,
            title=last.place.title,
            post=first.place.sole_post or next(iter(last.place.posts), ""),
            organisation=first.place.organisation,
            matter=self._functions.matter_of(first) if first.place.function else "",
            interval=interval,
            evidence=tuple(dict.fromkeys(item for each in run for item in each.evidence)),
            ended_by=last.ended_by,
            because_of=tuple(dict.fromkeys(clause.evidence for each in run for clause in each.clauses)),
        )

    def _by_name(self, listing: Listing) -> list[Filling]:
        """A named person's seat: listed, from a sighting elsewhere on to be checked, stale once the post is lost."""
        left = self._left(listing)
        standing = listing.interval if left is None else ended(listing.interval, _paper_day(left.when))
        found = self._checked(listing, standing, left)
        if left is not None:
            stale = overlap(listing.interval, starting(_paper_day(left.when)))
            if stale is not None:
                found.append(self._stale(listing, left, stale))
        return found

    def _stale(self, listing: Listing, left: Left, interval: Interval) -> Filling:
        post = self._post_name(left.post)
        now = "、".join(self._person_name(each.person) for each in left.successors[-1:])
        since = f"{left.when.latest} 起文件所见" if now else ""
        text = f"已不任{post}；该职务现为{now}（{since}）" if now else f"已不任{post}，继任者未见文件"
        because = tuple(
            dict.fromkeys((*left.evidence, *(e for each in left.successors[-1:] for e in each.evidence[:1])))
        )
        return _filling(listing, "stale", interval, explanation=text, because_of=because)

    def _checked(self, listing: Listing, standing: Interval, left: Left | None) -> list[Filling]:
        """Cut a listing where its person is seen, in later papers, only with other titles than the listed one.

        `standing` are the days up to the loss of the post, if it is lost (`left`).
        """
        found = []
        rest = standing
        state: SeatState = "listed"
        explanation = ""
        because: tuple[str, ...] = ()
        for day, records in self._turns(listing):
            if standing.possible_to and day >= standing.possible_to:
                break
            turned: SeatState = "check" if records else "listed"
            if turned == state:
                continue
            when = When(day, day)
            part = ended(rest, when)
            if not is_empty(part):
                cause = tuple(record.evidence for record in records or self._seen[listing.place.person][day])
                found.append(_filling(listing, state, part, explanation=explanation, because_of=because, cause=cause))
            rest, state = overlap(rest, starting(when)) or rest, turned
            titles = "、".join(dict.fromkeys(record.title for record in records))
            explanation = f"{day} 所见职务为{titles}，与所列职务不同，待核实" if records else ""
            because = tuple(record.evidence for record in records)
        cause = left.evidence if left is not None else ()
        found.append(_filling(listing, state, rest, explanation=explanation, because_of=because, cause=cause))
        return found

    def _turns(self, listing: Listing) -> list[tuple[str, list[Record]]]:
        """Days after the listing on which its person is seen: with other posts only (the records), or with the listed."""
        posts = set(listing.place.posts)
        start = listing.since
        days = self._seen.get(listing.place.person, {})
        if not posts or not start:
            return []
        known = posts | {record.post for day, records in days.items() if day <= start for record in records}
        turns: list[tuple[str, list[Record]]] = []
        for day in sorted(days):
            if day <= start:
                continue
            seen = {record.post for record in days[day]}
            if seen & posts:
                turns.append((day, []))
            elif seen - known:
                turns.append((day, [record for record in days[day] if record.post not in known]))
        return turns

    def _by_clause(self, listing: Listing) -> list[Filling]:
        """A seat that hangs on its post: it passes by the clause, or waits for what the clause asks."""
        left = self._left(listing)
        if left is None:
            return self._checked(listing, listing.interval, None)
        assert listing.clause is not None
        if listing.clause.lapses and left.when.latest >= listing.clause.lapses:
            return self._by_name(listing)
        clause = (listing.clause.evidence,)
        if left.post != listing.place.sole_post or listing.clause.mode not in AUTOMATIC:
            state: SeatState = "pending_unit" if left.post != listing.place.sole_post else "pending_approval"
            standing = ended(listing.interval, _paper_day(left.when))
            waiting = overlap(listing.interval, starting(_paper_day(left.when)))
            now = "、".join(self._person_name(each.person) for each in left.successors[-1:])
            reason = "该职务不止一人，由单位明确" if state == "pending_unit" else "须按程序报批或备案后调整"
            text = f"已不任{self._post_name(left.post)}{f'（现为{now}）' if now else ''}；{reason}"
            pending = [_filling(listing, state, waiting, explanation=text, because_of=(*clause, *left.evidence))]
            return self._checked(listing, standing, left) + (pending if waiting is not None else [])
        found = self._checked(listing, ended(listing.interval, left.when), left)
        return found + self._succession(listing, left, clause, listing.clause.lapses)

    def _succession(self, listing: Listing, left: Left, clause: tuple[str, ...], lapses: str) -> list[Filling]:
        """The post's later holders, one after another, and the days on which nobody has it.

        Whoever has the seat when the clause lapses keeps it, and leaves it stale.
        """
        found = []
        free: When | None = left.when
        cause = left.evidence
        for holding in left.successors:
            days = overlap(listing.interval, holding.interval)
            if days is None:
                continue
            start = When(holding.interval.valid_from, holding.interval.possible_from)
            if lapses and start.latest >= lapses:
                break
            if free is not None and start.earliest > free.latest:
                gap = overlap(listing.interval, ended(starting(free), start))
                if gap is not None:
                    found.append(_vacant(listing, gap, (*clause, *cause), holding.evidence[:1]))
            found.append(
                replace(
                    _filling(
                        listing, "succession", days, because_of=(*clause, *holding.evidence[:1]), cause=holding.ended_by
                    ),
                    person=holding.person,
                    basis="succession",
                    explanation=f"接任{self._post_name(left.post)}，按条款自行接替",
                )
            )
            last = holding.interval.possible_to
            free = When(last, holding.interval.valid_to) if last else None
            cause = holding.ended_by
        if free is not None:
            gap = overlap(listing.interval, starting(free))
            if gap is not None and lapses and free.latest >= lapses:
                text = f"已不任{self._post_name(left.post)}；接替条款已于{lapses}失效"
                found.append(replace(found[-1], interval=gap, state="stale", basis="stated", explanation=text,
                                     because_of=(*clause, *cause), ended_by=()))  # fmt: skip
            elif gap is not None:
                found.append(_vacant(listing, gap, (*clause, *cause), ()))
        return found

    def _by_post_alone(self, listing: Listing) -> list[Filling]:
        """A seat printed without a name (`区财政局局长`): whoever holds the post."""
        found = []
        for holding in self._by_post.get(listing.place.sole_post, []):
            days = overlap(listing.interval, holding.interval)
            if days is not None:
                found.append(
                    replace(_filling(listing, "listed", days, because_of=holding.evidence[:1], cause=holding.ended_by), person=holding.person,
                            basis="inferred", explanation=f"席位按职务，时任{self._post_name(holding.post)}")
                )  # fmt: skip
        return found

    def _by_function(self, listing: Listing) -> list[Filling]:
        """主要领导, 分管领导: from the posts and the division of the day; before those, not stated."""
        found = []
        for holder in self._functions.holders(listing):
            days = overlap(listing.interval, holder.interval)
            if days is not None:
                found.append(
                    replace(_filling(listing, "function", days, because_of=holder.evidence, cause=holder.ended_by), person=holder.person,
                            basis="inferred", explanation=holder.explanation)
                )  # fmt: skip
        return found

    def _covered(self, listing: Listing) -> bool:
        assert listing.clause is not None
        return applies(listing.clause, listing.place, district_leader=self._is_leader(listing.place.posts))

    def _is_leader(self, posts: Iterable[str]) -> bool:
        """区领导, 县领导 …: of the party committee, the government, the congress or the consultative conference."""
        for post in (self._identity.posts[each] for each in posts):
            name = self._identity.organisations[post.organisation].name
            town = self._identity.organisations[post.organisation].kind == "town"
            if not town and name.endswith(_LEADER_BODIES) and post.position.endswith(_LEADER_POSTS):
                if name.endswith("委员会") and not name.startswith(("中共", "中国共产党", "政协")):
                    continue
                return True
        return False

    def _left(self, listing: Listing) -> Left | None:
        """Whether papers show that the listed person lost a post of the seat after the listing; the earliest loss.

        One post is enough: another holder of a sole post, or a printed removal. A party post beside an office of
        another body (区委常委、副区长) is not what the seat hangs on.
        """
        if not listing.since:
            return None
        posts = [post for post in listing.place.posts if self._body_of(post).kind != "party"] or listing.place.posts
        losses = (self._loss(listing.place.person, post, listing.since) for post in posts)
        return min((loss for loss in losses if loss is not None), key=lambda loss: loss.when, default=None)

    def _body_of(self, post: str) -> Organisation:
        return self._identity.organisations[self._identity.posts[post].organisation]

    def _loss(self, person: str, post: str, start: str) -> Left | None:
        own = [each for each in self._by_post.get(post, []) if each.person == person]
        for holding in own:
            last = holding.interval.possible_to
            if not last or not holding.ended_by or last <= start or holding.interval.status(start) is None:
                continue
            if any(other.interval.status(last) for other in own):
                continue
            successors = tuple(
                each
                for each in self._by_post[post]
                if (each.interval.valid_from or each.interval.possible_from) >= last
            )
            when = When(latest=last, earliest=holding.interval.valid_to)
            return Left(post, when, holding.ended_by, successors)
        return None

    def _post_name(self, post: str) -> str:
        found = self._identity.posts[post]
        return f"{self._identity.organisations[found.organisation].name}{found.position}"

    def _person_name(self, person: str) -> str:
        return self._identity.persons[person].name


def _filling(
    listing: Listing,
    state: SeatState,
    interval: Interval | None,
    *,
    explanation: str = "",
    because_of: tuple[str, ...] = (),
    cause: tuple[str, ...] = (),
) -> Filling:
    """A filling of the listing's seat; `cause` ends it where the listing itself goes on."""
    days = interval or ANY_DAY
    ended_by = listing.ended_by if days.possible_to == listing.interval.possible_to else cause
    place = listing.place
    return Filling(
        seat=listing.seat,
        group=listing.group,
        role=place.role,
        state=state,
        person=place.person,
        organisation="" if place.person else place.organisation,
        order=place.order,
        title=place.title,
        explanation=explanation,
        interval=days,
        evidence=listing.evidence,
        ended_by=ended_by,
        because_of=because_of,
    )


def _vacant(listing: Listing, interval: Interval, because_of: tuple[str, ...], cause: tuple[str, ...]) -> Filling:
    text = "原任已离任，接替其职务者未见文件"
    empty = _filling(listing, "vacant", interval, explanation=text, because_of=because_of, cause=cause)
    return replace(empty, person="")


def _paper_day(when: When) -> When:
    """The day on which a loss is on paper: a seat is stale from then, however long the post may have been lost."""
    return When(when.latest, when.latest)


def _union(intervals: Sequence[Interval]) -> Interval:
    """From the first start to the last end of an unbroken run."""
    start = min(intervals)
    open_end = [each for each in intervals if not each.possible_to]
    end = open_end[0] if open_end else max(intervals, key=lambda each: each.possible_to)
    return Interval(start.valid_from, end.valid_to if start.valid_from else "", start.possible_from, end.possible_to)
