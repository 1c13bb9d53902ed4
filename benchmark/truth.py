"""Generated papers against their truth: rows read, intervals that come out, facts wrongly closed.

    python -m benchmark.truth [--districts 3] [--years 3] [--seed 1] [--misses]

Two ways lead to the intervals: from the statements that the reading of the printed papers gives, and from the statements
the papers were made of. The second says what the rules of time do when nothing is misread. A fact is right if its days are
exactly those of the truth; wrongly closed if it ends before it does in truth, which no fact may; and late if it ends after.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmark.accuracy import Compared, compare, total
from benchmark.corpus import PRINTED, District, Held, places, print_issue
from core.settings import Settings
from graph.days import Interval
from graph.entities import Identity
from graph.identity import resolve
from graph.statements import Statement, Task
from graph.timeline import Timeline, fold
from graph.timeline.facts import task_id
from loaders.extraction import extract

#: Tables of which the papers say all there is.
TABLES = ("portfolios", "ab_pairs", "groups", "memberships", "appointments", "tasks", "events")


@dataclass(frozen=True, slots=True)
class Days:
    """How the facts of one kind compare. `late` ones end after the truth, `extra` ones are in no truth."""

    right: int = 0
    missed: int = 0
    wrongly_closed: int = 0
    late: int = 0
    shifted: int = 0
    extra: int = 0

    def __add__(self, other: Days) -> Days:
        return Days(*(getattr(self, name) + getattr(other, name) for name in Days.__dataclass_fields__))

    @property
    def exactly(self) -> float:
        """The share of the true facts whose days are exactly right."""
        return self.right / self.facts if self.facts else 1.0

    @property
    def facts(self) -> int:
        """How many facts the truth has."""
        return self.right + self.missed + self.wrongly_closed + self.late + self.shifted


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus: rows by table, days by kind of fact (from what was read, from what was written), and what is not right."""

    rows: tuple[Compared, ...]
    read: dict[str, Days]
    written: dict[str, Days]
    wrong: tuple[str, ...]


def measure(*, districts: int = 3, years: int = 3, seed: int = 1) -> Measured:
    """Print, read, fold, compare."""
    rows: list[Compared] = []
    read: dict[str, Days] = defaultdict(Days)
    written: dict[str, Days] = defaultdict(Days)
    wrong: list[str] = []
    for place in places(districts):
        district = District(place, years=years, seed=seed)
        given: list[Statement] = []
        found: list[Statement] = []
        for issue in district.issues():
            text = print_issue(issue, PRINTED, seed=seed)
            statements = extract(text.encode(), f"{issue.name}.txt", Settings(jurisdiction="")).reading.statements
            for number in sorted({each.doc_id for each in (*statements, *issue.statements)}):
                mine, true = (
                    [each for each in some if each.doc_id == number] for some in (statements, issue.statements)
                )
                rows += compare(f"{place.full} {number}", mine, true, TABLES)
            found.extend(statements)
            given.extend(issue.statements)
        for origin, statements_, into in (("read", found, read), ("written", given, written)):
            for kind, days, words in against(facts_of(statements_), district.truth):
                into[kind] += days
                wrong += [f"{origin} {place.name} {word}" for word in words]
    return Measured(tuple(rows), dict(read), dict(written), tuple(wrong))


def facts_of(statements: Sequence[Statement]) -> list[tuple[Held, Interval]]:
    """What the timeline makes of statements, in the terms of the truth."""
    identity = resolve(statements)
    return list(_facts(fold(statements, identity), identity))


def against(facts: Iterable[tuple[Held, Interval]], truth: Iterable[Held]) -> Iterator[tuple[str, Days, list[str]]]:
    """Compare facts with the truth, kind by kind, with the words for what is not right."""
    spans: dict[tuple[str, str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for fact, interval in facts:
        spans[_key(fact)].append((interval.valid_from or interval.possible_from, interval.possible_to))
    merged = {key: _merged(each) for key, each in spans.items()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, list[str]] = defaultdict(list)
    met: set[tuple[tuple[str, str, str, str], tuple[str, str]]] = set()
    for fact in truth:
        span = next((each for each in merged.get(_key(fact), []) if _meet(each, (fact.start, fact.end))), None)
        verdict = _verdict(span, (fact.start, fact.end))
        counts[fact.kind][verdict] += 1
        if span is not None:
            met.add((_key(fact), span))
        if verdict != "right":
            words[fact.kind].append(f"{verdict}: {fact} {span}")
    kinds_with_all = {"charge", "pair", "seat", "answer"}  # of posts the truth knows only what acts say
    for key, each in merged.items():
        for span in each:
            if key[0] in kinds_with_all and (key, span) not in met:
                counts[key[0]]["extra"] += 1
                words[key[0]].append(f"extra: {key} {span}")
    for kind in sorted(counts):
        yield kind, Days(**counts[kind]), words[kind]


def _verdict(span: tuple[str, str] | None, true: tuple[str, str]) -> str:
    if span is None:
        return "missed"
    if span == true:
        return "right"
    if span[1] and (not true[1] or span[1] < true[1]):
        return "wrongly_closed"
    return "late" if span[1] != true[1] else "shifted"


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return (not one[1] or other[0] < one[1]) and (not other[1] or one[0] < other[1])


def _merged(spans: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Spans that touch or overlap as one."""
    found: list[tuple[str, str]] = []
    for start, end in sorted(spans):
        if found and (not found[-1][1] or start <= found[-1][1]):
            last = "" if not end or not found[-1][1] else max(end, found[-1][1])
            found[-1] = (found[-1][0], last)
        else:
            found.append((start, end))
    return found


def _key(fact: Held) -> tuple[str, str, str, str]:
    return fact.kind, fact.who, fact.what, fact.how


# --- the timeline in the terms of the truth -----------------------------------------------------------------------


def _facts(timeline: Timeline, identity: Identity) -> Iterator[tuple[Held, Interval]]:
    people = {person.id: person.name for person in identity.persons.values()}
    bodies = {body.id: body.name for body in identity.organisations.values()}
    posts = {post.id: f"{bodies[post.organisation]}{post.position}" for post in identity.posts.values()}
    groups = {group.id: group.name for group in identity.groups.values()}
    for charge in timeline.charges:
        if charge.organisation in bodies and charge.relation in ("分管", "联系"):
            what = bodies[charge.organisation]
            yield Held("charge", people[charge.person], what, charge.relation, ""), charge.interval
    for pairing in timeline.pairings:
        yield Held("pair", people[pairing.stand_in], people[pairing.replaced], "", ""), pairing.interval
    for filling in timeline.fillings:
        if filling.role in ("组长", "副组长", "成员"):
            how = f"{filling.role}|{filling.title}|{filling.state}"
            yield Held("seat", people.get(filling.person, ""), groups[filling.group], how, ""), filling.interval
    for holding in timeline.holdings:
        yield Held("post", people[holding.person], posts[holding.post], "", ""), holding.interval
    tasks = {task_id(row.id): row for row in timeline.papers.rows(Task)}
    for answer in timeline.answers:
        row = tasks[answer.task]
        what = f"{row.paper.signed[:4]}/{row.statement.title}"
        yield Held("answer", people.get(answer.person, ""), what, answer.verdict, ""), answer.interval


# --- the command ------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 0 when done."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmark.truth", description="Generated papers against their truth."
    )
    parser.add_argument("--districts", type=int, default=3)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="print what is not right")
    asked = parser.parse_args(arguments)
    found = measure(districts=asked.districts, years=asked.years, seed=asked.seed)
    if asked.misses:
        for one in found.rows:
            for mark, rows in (("-", one.missed), ("+", one.extra)):
                for row in rows:
                    print(f"{one.paper} {one.table} {mark} {row.printed}")
        for words in found.wrong:
            print(words)
    for table in TABLES:
        score = total(one for one in found.rows if one.table == table)
        print(f"{table:<14} F1 {score.f1:.4f}  found {score.hits}  missed {score.missed}  too many {score.extra}")
    score = total(found.rows)
    print(f"{'all tables':<14} F1 {score.f1:.4f}  found {score.hits}  missed {score.missed}  too many {score.extra}")
    for origin, by_kind in (("as read", found.read), ("as written", found.written)):
        for kind, days in sorted(by_kind.items()):
            print(f"{origin:<11} {kind:<8} {_figures(days)}")
        print(f"{origin:<11} {'all':<8} {_figures(sum(by_kind.values(), Days()))}")
    return 0


def _figures(days: Days) -> str:
    return (
        f"exactly right {days.exactly:.4f} ({days.right})  wrongly closed {days.wrongly_closed}  late {days.late}"
        f"  other days {days.shifted}  missed {days.missed}  in no truth {days.extra}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
