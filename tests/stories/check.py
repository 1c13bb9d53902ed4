"""Holds a story's expectations against the timeline of its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph import statements as waist
from graph.identity import resolve
from graph.statements import Statement
from graph.timeline import Timeline, fold
from graph.timeline.facts import Fact, matter_id
from tests.stories.reader import Expectation, Story

NOBODY = "无"
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of the timeline: a name, what can be said of it, and the fact behind."""

    name: str
    words: frozenset[str]
    fact: Fact


class Told:
    """A story with its timeline."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.identity = resolve(story.statements)
        self.timeline: Timeline = fold(story.statements, self.identity)
        self._near: Statement = story.statements[0]
        self._by_id = {self.identity.statement_id(each): each for each in story.statements}

    def complaints(self) -> list[str]:
        """What is not as the story says, one line an expectation."""
        return [complaint for each in self.story.expectations for complaint in self._complaints_of(each)]

    def _complaints_of(self, expected: Expectation) -> Iterator[str]:
        found = list(self._answers(expected.subject, expected.day))
        if expected.subject.startswith("finding "):
            wanted = int(expected.values[0][0])
            if len(found) != wanted:
                yield f"line {expected.line}: {len(found)} findings, not {wanted}: {[each.name for each in found]}"
            return
        shown = sorted((each.name, sorted(each.words)) for each in found)
        if expected.differs:
            for name, words in expected.values:
                if any(each.name == name and words <= each.words for each in found):
                    yield f"line {expected.line}: {name} {sorted(words)} should not be there: {shown}"
            return
        wanted_names = sorted(name for name, _ in expected.values if name != NOBODY)
        if sorted({each.name for each in found if each.name != NOBODY}) != wanted_names:
            yield f"line {expected.line}: wanted {wanted_names}, found {shown}"
            return
        for name, words in expected.values:
            fitting = [each for each in found if each.name == name and words <= each.words]
            if not fitting and not (name == NOBODY and not words):
                yield f"line {expected.line}: {name} is not {sorted(words)}: {shown}"
            for number, is_clause in expected.because:
                if fitting and not any(self._rests_on(each.fact, number, is_clause) for each in fitting):
                    yield f"line {expected.line}: {name} does not rest on {number}{' clause' if is_clause else ''}"

    def _rests_on(self, fact: Fact, number: str, is_clause: bool) -> bool:
        rows = (self._by_id[each] for each in (*fact.because_of, *fact.ended_by, *fact.evidence))
        return any(row.doc_id == number and (not is_clause or isinstance(row, waist.Succession)) for row in rows)

    def _answers(self, subject: str, on: str) -> Iterator[Found]:
        word, _, rest = subject.partition(" ")
        match word:
            case "holds":
                yield from self._holders(rest, on)
            case "charge" | "liaises":
                yield from self._charges(rest, on, liaison=word == "liaises")
            case "stand-in":
                yield from self._stand_ins(rest, on)
            case "task":
                yield from self._task(rest, on)
            case "group":
                yield from self._group(rest, on)
            case "finding":
                for finding in _on(self.timeline.findings, on):
                    if finding.kind == rest:
                        yield Found(finding.explanation, frozenset({finding.severity}), finding)
            case _:
                yield from self._seat(subject, on)

    def _holders(self, title: str, on: str) -> Iterator[Found]:
        posts = {part.post for part in self.identity.title(title, self._near) if part.post}
        for holding in _on(self.timeline.holdings, on):
            if holding.post in posts:
                yield self._found(holding.person, holding, on, holding.capacity, holding.basis)

    def _charges(self, name: str, on: str, *, liaison: bool) -> Iterator[Found]:
        place = next(iter(self.timeline.papers.by_id.values())).jurisdiction
        subjects = {self.identity.organisation(name, self._near), matter_id(place, name)} - {""}
        for charge in _on(self.timeline.charges, on):
            if (charge.organisation or charge.matter) in subjects and (charge.kind == "liaises") == liaison:
                words = (charge.capacity, charge.kind, charge.scope, charge.basis)
                yield self._found(charge.person, charge, on, *words)

    def _stand_ins(self, name: str, on: str) -> Iterator[Found]:
        for pairing in _on(self.timeline.pairings, on):
            if self._name(pairing.replaced) == name:
                yield self._found(pairing.stand_in, pairing, on, pairing.rank, pairing.scope)

    def _task(self, number: str, on: str) -> Iterator[Found]:
        evidence = {each for each, row in self._by_id.items() if isinstance(row, waist.Task) and row.number == number}
        tasks = {life.task for life in self.timeline.tasks if evidence & set(life.evidence)}
        for answer in _on(self.timeline.answers, on):
            if answer.task in tasks:
                words = (answer.verdict, answer.answers_as, f"since:{answer.since_at_latest}")
                yield self._found(answer.person or answer.organisation, answer, on, *words)

    def _group(self, name: str, on: str) -> Iterator[Found]:
        group = self._group_named(name)
        for life in _on(self.timeline.groups, on):
            if life.group == group:
                yield Found("exists", frozenset({life.interval.status(on) or ""}), life)

    def _group_named(self, name: str) -> str:
        exact = [group.id for group in self.identity.groups.values() if group.name == name]
        return exact[0] if exact else self.identity.group(name, self._near)

    def _seat(self, subject: str, on: str) -> Iterator[Found]:
        role, _, name = subject.partition(" of ")
        group = self._group_named(name.strip()) if name else ""
        for filling in _on(self.timeline.fillings, on):
            if filling.role == role.strip() and group in ("", filling.group):
                owner = filling.person or (filling.organisation if filling.state != "vacant" else "")
                yield self._found(owner, filling, on, filling.state, filling.basis)

    def _found(self, entity: str, fact: Fact, on: str, *words: str) -> Found:
        status = fact.interval.status(on) or ""
        return Found(self._name(entity), frozenset(filter(None, (*words, status))), fact)

    def _name(self, entity: str) -> str:
        if entity in self.identity.persons:
            return self.identity.persons[entity].name
        if entity in self.identity.organisations:
            return self.identity.organisations[entity].name
        return NOBODY


def _on(facts: Iterable[F], on: str) -> list[F]:
    return [fact for fact in facts if fact.interval.status(on)]
