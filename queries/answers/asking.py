"""From a question to its answer: understood by the router, its subject found, put together by the kind of answer."""

from __future__ import annotations

from core.errors import UsageError
from graph.days import checked_day, today
from queries.answers.bodies import oversight
from queries.answers.groups import roster
from queries.answers.leaders import holders, portfolio, posts_held, stand_in
from queries.answers.model import Answer, Thing
from queries.answers.results import Table, table
from queries.answers.subjects import about, named
from queries.answers.tasks import who_is_responsible
from queries.library import Library
from queries.router import Kind, day_of, plain, suggestions, understand

#: Answers that are a canned query as it stands: the query and the parameter that takes the subject.
_PLAIN: dict[Kind, tuple[str, str]] = {
    "desks": ("people/desks", "jurisdiction"),
    "duties_of": ("organisations/duties", "organisation"),
    "tasks_of": ("tasks/of-organisation", "organisation"),
    "plans_of": ("organisations/plans", "organisation"),
    "citations": ("documents/citations", "document"),
    "facts_of": ("documents/facts-of", "document"),
    "groups": ("people/groups-of", "person"),
    "group_changes": ("groups/membership-history", "group"),
    "portfolio_changes": ("people/timeline", "person"),
}


def ask(library: Library, question: str, *, on: str = "", jurisdiction: str = "") -> Answer | Table:
    """Answer a question put in words.

    Raises `UsageError` (`NOT-UNDERSTOOD`, with questions that can be asked; `TWO-DAYS`), `AmbiguousError` and
    `NotFoundError` for its subject, `InputError` for a day that is none.
    """
    intent = understand(question)
    if intent is None:
        meant = named(library, plain(question), on=on, jurisdiction=jurisdiction)
        if meant is None:
            like = "\n    ".join(suggestions(question))
            raise UsageError(
                f"没有听懂 | not understood: {question.strip()[:80]!r}",
                remedy=f"可以这样问 | ask like this:\n    {like}",
                code="NOT-UNDERSTOOD",
            )
        intent, subject = meant
    else:
        intent, subject = about(library, intent, on=day_of(intent, on), jurisdiction=jurisdiction)
    return answer(library, intent.kind, subject, on=day_of(intent, on), role=intent.role)


def answer(library: Library, kind: Kind, subject: Thing, *, on: str = "", role: str = "") -> Answer | Table:
    """One kind of answer about one thing on a day (default: today). Raises `InputError` for a day that is none."""
    day = checked_day(on) if on else today()
    if kind in _PLAIN:
        query, parameter = _PLAIN[kind]
        taken = library.takes(query, "on")
        return table(library, query, {parameter: subject.id, **({"on": day} if taken else {})})
    match kind:
        case "responsible" | "oversight":
            # 谁分管 and 谁负责 differ by what they are asked of: a task has a verdict, a body and a matter have charges.
            return (
                who_is_responsible(library, subject, day)
                if subject.label == "Task"
                else oversight(library, subject, day)
            )
        case "portfolio":
            return portfolio(library, subject, day)
        case "stand_in":
            return stand_in(library, subject, day)
        case "posts":
            return posts_held(library, subject, day)
        case "holders":
            return holders(library, subject, day)
        case "roster":
            return roster(library, subject, day, role=role)
    raise UsageError(f"没有这种回答 | no such answer: {kind}", code="NOT-UNDERSTOOD")
