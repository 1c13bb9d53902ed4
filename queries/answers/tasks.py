"""Who is responsible for a task: what the paper says, who answers that day, who stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.stores.store import Row
from queries.answers.leaders import posts
from queries.answers.model import Answering, Coded, Evidence, Named, Responsibility, Thing, Unit
from queries.answers.rows import deputy, evidence_in, held, holder, maps, named, number, sureness, text, texts, thing
from queries.answers.words import evidence, reach
from queries.library import Library

_PARTS = ("LEADS", "CARRIES_OUT", "SUPPORTS")


def who_is_responsible(library: Library, task: Thing, on: str) -> Responsibility:
    """Who answers for a task on a day; without answers on a day before its plan or after it."""
    detail = next(iter(library.rows("tasks/task-detail", task=task.id, on=on)), None)
    rows = library.rows("tasks/who-is-responsible", task=task.id, on=on)
    answers = _answers(library, rows, on)
    units = _units(rows[0]) if rows else ()
    leaders = (
        tuple(Named(named(each, "Person"), texts(each, "evidence")) for each in maps(rows[0], "named")) if rows else ()
    )
    facts = [
        fact
        for each in answers
        for fact in (each.held, *(one.held for one in each.stand_ins), *(one.held for one in each.capacities))
    ]
    ids = evidence_in(facts)
    ids += [each for leader in leaders for each in leader.evidence]
    ids += [each for unit in units for each in unit.evidence]
    words = evidence(library, ids)
    order = _printed_order(words)
    leaders = tuple(sorted(leaders, key=lambda each: order(each.person.name, each.evidence)))
    answers = tuple(
        sorted(answers, key=lambda each: (sureness(each.held), order(each.who.name, each.held.evidence), each.who.name))
    )
    return Responsibility(
        queries=("tasks/who-is-responsible", "tasks/task-detail"),
        subject=task,
        on=on,
        evidence=words,
        reach=reach(library, words),
        number=text(detail, "number") if detail else "",
        section=text(detail, "section") if detail else "",
        deadline=text(detail, "deadline") if detail else "",
        plan=thing(detail, "plan", "Plan") if detail else None,
        document=thing(detail, "document", "Document") if detail else None,
        document_number=text(detail, "document_number") if detail else "",
        named=leaders,
        answers=answers,
        units=units,
        valid_from=text(detail, "valid_from") if detail else "",
        valid_to=text(detail, "valid_to") if detail else "",
    )


def _answers(library: Library, rows: list[Row], on: str) -> tuple[Answering, ...]:
    """One an answer; a task in two plans has a row for each."""
    found: dict[Answering, None] = {}
    for row in rows:
        who = Thing(text(row, "who_id"), text(row, "who_kind"), text(row, "who"))
        answering = Answering(
            verdict=Coded.of("verdict", text(row, "verdict")),
            who=who,
            answers_as=text(row, "answers_as"),
            since_at_latest=text(row, "since_at_latest"),
            through=text(row, "through"),
            amended_by=text(row, "amended_by"),
            explanation=text(row, "explanation"),
            why_not=texts(row, "why_not"),
            capacities=tuple(each for each in posts(library, who, on) if each.capacity.code)
            if who.label == "Person"
            else (),
            stand_ins=tuple(
                sorted(
                    (deputy(each, named(each, "Person")) for each in maps(row, "stand_ins")),
                    key=lambda each: (each.rank, each.person.name),
                )
            ),
            held=held(row),
        )
        found[answering] = None
    return tuple(found)


def _printed_order(words: Iterable[Evidence]) -> Callable[[str, Iterable[str]], int]:
    """Where the words a fact rests on print a name: of two leaders the first named leads. What they do not print comes last."""
    quotes = {each.id: "".join(each.quote.split()) for each in words}

    def place(name: str, ids: Iterable[str]) -> int:
        return min((found for each in ids if (found := quotes.get(each, "").find(name)) >= 0), default=1 << 30)

    return place


def _units(row: Row) -> tuple[Unit, ...]:
    found = [(_PARTS.index(text(each, "part")), number(each, "order"), _unit(each)) for each in maps(row, "units")]
    return tuple(unit for *_, unit in sorted(found, key=lambda item: (item[0], item[1], item[2].organisation.name)))


def _unit(row: Row) -> Unit:
    return Unit(
        organisation=named(row, "Organisation"),
        part=Coded.edge(text(row, "part")),
        word=text(row, "word"),
        heads=tuple(
            holder(each, named(each, "Person"), Thing(text(each, "post_id"), "Post", text(each, "post")))
            for each in maps(row, "heads")
        ),
        evidence=texts(row, "evidence"),
    )
