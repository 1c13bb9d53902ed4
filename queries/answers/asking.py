"""From a question to its answer: understood by the router, its subject found, put together by the kind of answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.errors import NotFoundError, UsageError
from graph.days import checked_day, today
from queries.answers.asked import Asked
from queries.answers.bodies import oversight
from queries.answers.dated import in_last_year, place_of
from queries.answers.fields import judged, named_apart, of_each, of_field, place_of_field
from queries.answers.groups import roster
from queries.answers.leaders import holders, leaders, portfolio, posts_held, stand_in
from queries.answers.listed import ANSWERS, listed
from queries.answers.model import Answer, Oversight, Thing
from queries.answers.posts_asked import holds_post
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.answers.subjects import about, named
from queries.answers.tasks import who_is_responsible
from queries.answers.verdicts import of_people, verdicts
from queries.library import Library
from queries.router import Intent, Kind, day_of, plain, suggestions, understand

#: What is asked instead of a kind that holds on a day, if something changed in the month that is asked for: all who were before and after.
_OVER_TIME: dict[tuple[Kind, str], Kind] = {
    ("oversight", "Organisation"): "oversight_history",
    ("holders", "Post"): "successors",
    ("portfolio", "Person"): "portfolio_changes",
    ("posts", "Person"): "timeline",
    ("roster", "Group"): "group_changes",
}


def ask(library: Library, question: str, *, on: str = "", jurisdiction: str = "") -> Answer | Table:
    """Answer a question put in words.

    Raises `UsageError` (`NOT-UNDERSTOOD`, with questions that can be asked; `TWO-DAYS`), `AmbiguousError` and
    `NotFoundError` for its subject or if the papers say nothing of it, `InputError` for a day that is none.
    """
    intent = understand(question)
    if intent is None:
        bare = named(library, plain(question), on=on, jurisdiction=jurisdiction)
        if bare is None:
            like = "\n    ".join(suggestions(question))
            raise UsageError(
                f"没有听懂 | not understood: {question.strip()[:80]!r}",
                remedy=f"可以这样问 | ask like this:\n    {like}",
                code="NOT-UNDERSTOOD",
            )
        intent, subject = bare
        said = intent
    else:
        said = intent
        try:
            intent, subject = meant(library, intent, on=on, jurisdiction=jurisdiction)
        except (AmbiguousError, NotFoundError) as error:
            found = instead(library, intent, error, on=on, jurisdiction=jurisdiction)
            if found is None:
                raise
            return found
    try:
        return answer_to(library, intent, subject, on=on, jurisdiction=jurisdiction)
    except NotFoundError as error:
        # A plan without tasks (慢性病防控) may be a field of work all the same.
        found = instead(library, said, error, on=on, jurisdiction=jurisdiction) if intent.kind != said.kind else None
        if found is None:
            raise
        return found


def meant(library: Library, intent: Intent, *, on: str = "", jurisdiction: str = "") -> tuple[Intent, Thing]:
    """What a question is about, and the question with the year that its period is of. Raises as `about` does."""
    dated = in_last_year(library, intent, on, jurisdiction)
    way, subject = about(library, dated, on=asked_day(dated, on), jurisdiction=jurisdiction)
    place = jurisdiction or place_of(library, subject)
    again = in_last_year(library, intent, on, place)
    if again.year_taken == dated.year_taken:
        return way, subject
    # The papers of its own place end in another year than those of all places.
    return about(library, again, on=asked_day(again, on), jurisdiction=place)


def instead(
    library: Library, intent: Intent, error: UsageError | NotFoundError, *, on: str = "", jurisdiction: str = ""
) -> Table | None:
    """What answers a question whose subject is no one thing: a field of work, or several bodies; None if nothing does.

    Raises `UsageError` (`TWO-DAYS`), `InputError` for a day that is none, and for one of several bodies what `about` raises.
    """
    intent = in_last_year(library, intent, on, jurisdiction)
    day = asked_day(intent, on) or today()
    plainly = replace(intent, kind="oversight") if intent.kind == "verdict" and not intent.what else intent
    place = jurisdiction
    if isinstance(error, AmbiguousError):
        its = place_of_field(error, plainly)
        if its is None:
            return None
        place = its or jurisdiction
    field = of_field(library, plainly, on=day, jurisdiction=place)
    if field is not None:
        return replace(judged(field, intent.people), year_taken=intent.year_taken)
    parts = named_apart(plainly.subject)
    if plainly.kind not in ("oversight", "responsible"):
        _one_at_a_time(library, plainly, parts, day, jurisdiction)
        return None
    found: list[tuple[str, Thing | Table]] = []
    troubles: list[UsageError | NotFoundError] = []
    for part in parts:
        one = replace(plainly, subject=part)
        try:
            found.append((part, about(library, one, on=day, jurisdiction=jurisdiction)[1]))
        except (AmbiguousError, NotFoundError) as trouble:
            field = of_field(library, one, on=day, jurisdiction=jurisdiction)
            found += [(part, field)] if field is not None else []
            troubles += [trouble] if field is None else []
    if found and troubles:
        raise troubles[0]
    tasks = any(isinstance(what, Thing) and what.label == "Task" for _, what in found)
    return judged(of_each(library, found, on=day), intent.people) if found and not tasks else None


def _one_at_a_time(library: Library, intent: Intent, parts: tuple[str, ...], day: str, jurisdiction: str) -> None:
    """Raise `NotFoundError` that says so if a question that takes one subject names several that are all known."""
    try:
        known = [about(library, replace(intent, subject=part), on=day, jurisdiction=jurisdiction)[1] for part in parts]
    except (AmbiguousError, NotFoundError):
        return
    if known:
        names = "、".join(each.name for each in known)
        raise NotFoundError(
            f"这样的问题一次只能问一个：{names} | a question of this kind takes one of them at a time: {names}",
            remedy="分开问 | ask of each by itself",
        )


def asked_day(intent: Intent, on: str) -> str:
    """The day a question is asked for; the last day of the month or quarter in its words, seen from `on`. Empty if no day is said.

    Raises `UsageError` (`TWO-DAYS`), `InputError` for a day that is none.
    """
    if intent.period is None:
        return day_of(intent, on)
    return intent.period.days(checked_day(on) if on else today())[1]


def answer_to(
    library: Library, intent: Intent, subject: Thing, *, on: str = "", jurisdiction: str = ""
) -> Answer | Table:
    """The answer to a question whose subject is found. Raises as `ask` does."""
    day = asked_day(intent, on) or today()
    since, until = intent.period.days(checked_day(on) if on else today()) if intent.period is not None else ("", "")
    asked = Asked(intent, subject, checked_day(day), since, until, jurisdiction)
    if intent.kind in ANSWERS:
        return listed(library, asked)
    if intent.kind == "holds_post":
        return replace(holds_post(library, asked), year_taken=intent.year_taken)
    if intent.kind == "verdict" and subject.label != "Task" and of_people(library, asked):
        return replace(verdicts(library, asked), year_taken=intent.year_taken)
    last = replace(answer(library, intent.kind, subject, on=day, role=intent.role), year_taken=intent.year_taken)
    if isinstance(last, Oversight) and not last.charges and subject.label == "Organisation":
        # A group found by a part of its name: who heads it is what is asked for.
        field = of_field(library, intent, on=day, jurisdiction=jurisdiction or place_of(library, subject))
        last = replace(field, year_taken=intent.year_taken) if field is not None else last
    if (
        not since
        or since == until
        or _shown(last) == _shown(answer(library, intent.kind, subject, on=since, role=intent.role))
    ):
        return last
    instead = _OVER_TIME.get((intent.kind, subject.label))
    return listed(library, replace(asked, intent=replace(intent, kind=instead))) if instead else last


def answer(
    library: Library, kind: Kind, subject: Thing, *, on: str = "", role: str = "", jurisdiction: str = ""
) -> Answer | Table:
    """One kind of answer about one thing on a day (default: today). Raises `InputError` for a day that is none, `NotFoundError`."""
    day = checked_day(on) if on else today()
    if kind in ANSWERS:
        return listed(
            library, Asked(Intent(kind, subject.name, (), role=role), subject, day, jurisdiction=jurisdiction)
        )
    held = _HELD.get(kind)
    if held is not None:
        return held(library, subject, day)
    match kind:
        case "responsible" | "oversight" | "verdict":
            # 谁分管 and 谁负责 differ by what they are asked of: a task has a verdict, a body and a matter have charges.
            return (
                who_is_responsible(library, subject, day)
                if subject.label == "Task"
                else oversight(library, subject, day)
            )
        case "roster":
            return roster(library, subject, day, role=role)
    raise UsageError(f"没有这种回答 | no such answer: {kind}", code="NOT-UNDERSTOOD")


#: Answers about a person or a post on a day.
_HELD: dict[Kind, Callable[[Library, Thing, str], Answer]] = {
    "portfolio": portfolio,
    "stand_in": stand_in,
    "posts": posts_held,
    "holders": holders,
    "leaders": leaders,
}


def _shown(found: Answer | Table) -> list[tuple[str, ...]]:
    """Who and what an answer shows, without the days."""
    return [line.cells[:2] for line in sheet_of(found, "zh").lines]
