"""What happens in a made-up district, quarter by quarter: who comes and goes, who gets which desk and seat.

The truth is kept here, by the rules of time as they are written down (DESIGN, section 5), on paper days: a removal ends
desks and pairs, a whole division replaces the desks, a whole list the seats, a clause passes a seat on, and without one
it is stale. Nothing here looks at `graph.timeline`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from benchmark.corpus import notices, words
from benchmark.corpus.habits import habits_of
from benchmark.corpus.notices import Clause, Desk, Job, Place
from benchmark.corpus.places import Place as District_
from benchmark.corpus.record import Record
from benchmark.corpus.sheet import Held, Issue, Sheet

DEPUTIES = 6
GROUPS_AT_FIRST = 3
GROUPS_AT_MOST = 8


@dataclass(slots=True)
class _Leader:
    person: str
    title: str
    units: list[str] = field(default_factory=list)
    liaised: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    name: str
    places: list[Place]
    clause: Clause
    since: int  # quarter of the last whole list


class District:
    """One district over years. `issues()` may be run once; after it `truth` is whole."""

    def __init__(self, place: District_, *, years: int, seed: int, first_year: int = 2021) -> None:
        self.place = place
        self._habits = habits_of(place.id, seed=seed)
        self._random = Random(f"{seed}\x1f{place.id}")  # noqa: S311 - a corpus, no secret
        self._years = range(first_year, first_year + years)
        self._record = Record()
        self._taken: set[str] = set()
        self._numbers: dict[tuple[str, int], int] = {}
        self._groups: dict[str, _Group] = {}
        self._ended: list[str] = []
        self._jobs: list[tuple[str, str, str]] = []  # task, named leader, lead unit
        word = place.word
        self._units = [(f"{word}{name}", position, matter) for name, position, matter in words.UNITS]
        self._heads = {f"{unit}{position}": self._somebody() for unit, position, _ in self._units}
        towns = self._random.sample(words.TOWNS, 4)
        self._heads |= {f"{town}镇镇长": self._somebody() for town in towns}
        # Two people of one name: the head of a bureau and the head of a town.
        self._heads[f"{towns[0]}镇镇长"] = self._heads[self._post(self._units[5][0])]
        self._head = self._somebody()
        titles = [f"{word}委常委、常务副{word}长", f"{word}委常委、副{word}长", *[f"副{word}长"] * (DEPUTIES - 2)]
        self._leaders = [_Leader(self._somebody(), title) for title in titles]
        for index, (unit, _, _) in enumerate(self._units):
            self._leaders[index * DEPUTIES // len(self._units)].units.append(unit)
        for index, name in enumerate(words.LIAISED):
            self._leaders[index % DEPUTIES].liaised.append(f"{word}{name}")
        self._pairs: list[tuple[str, str]] = []

    @property
    def truth(self) -> tuple[Held, ...]:
        """The facts and their days, sorted; whole once all issues were taken."""
        return self._record.held()

    def issues(self) -> Iterator[Issue]:
        """The issues of the gazette, one a quarter."""
        for year in self._years:
            for quarter in range(1, 5):
                yield self._quarter(year, quarter)

    # --- a quarter ---------------------------------------------------------------------------------------------

    def _quarter(self, year: int, quarter: int) -> Issue:
        first = 3 * quarter - 2
        days = [f"{year}-{month:02}-{day:02}" for month in range(first, first + 3) for day in (8, 18, 26)]
        after, month = (year + 1, 1) if quarter == 4 else (year, first + 3)
        name = f"{self.place.name}人民政府公报{year}年第{quarter}期"
        sheet = Sheet(self.place, name, f"{after}-{month:02}-15", self._habits)
        entries = self._seen(days)
        clock = (year - self._years.start) * 4 + quarter - 1
        if clock == 0:
            self._divide(sheet, days[1], whole=True)
        elif self._random.random() < 0.35:
            self._reshuffle(sheet, days[0])
            self._divide(sheet, days[1], whole=True)
        elif self._random.random() < 0.3:
            self._swap_desks()
            self._divide(sheet, days[1], whole=False)
        self._change_heads(sheet, days[3])
        if quarter == 1:
            self._plan(sheet, days[4], year)
        self._work_on_groups(sheet, days, clock)
        sheet.begin(f"{sheet.name}·大事记")
        notices.chronicle(sheet, entries)
        return sheet.issue()

    def _seen(self, days: list[str]) -> list[tuple[str, str, str, str]]:
        """Entries of the chronicle, before anything changes: so all stand before the first change of the quarter."""
        people = [(each.person, each.title) for each in self._leaders]
        people += [(person, post) for post, person in sorted(self._heads.items())]
        day = f"{days[0][:8]}0"
        return [
            (f"{day}{number}", person, title, self._random.choice(words.EVENTS))
            for number, (person, title) in enumerate(self._random.sample(people, 7), start=1)
        ]

    def _reshuffle(self, sheet: Sheet, day: str) -> None:
        """A deputy leaves, another comes, by decision of the congress."""
        leader = self._random.choice(self._leaders[2:])
        post = f"{self.place.name}人民政府副{self.place.word}长"
        old, leader.person = leader.person, self._somebody()
        issuer = f"{self.place.name}人民代表大会常务委员会"
        sheet.paper(
            number=self._number("人发", day), title=f"{issuer}关于{leader.person}等任免职的决定", issuer=issuer, day=day,
            series="发", kind="决定",
        )  # fmt: skip
        notices.appointments(sheet, [(leader.person, post)], [(old, post)], day=day, congress=True)
        sheet.close(issuer, day)
        self._record.ended(day, kind="charge", who=old)
        self._record.ended(day, kind="pair", who=old)
        self._record.ended(day, kind="pair", what=old)
        local = f"{self.place.word}人民政府副{self.place.word}长"
        self._record.ended(day, kind="post", who=old, what=local)
        self._record.began(day, "post", leader.person, local)
        for group in self._groups.values():
            for place in group.places:
                if place.person == old and place.title == leader.title:
                    self._seat(group, place, day, state="stale")
        for task, named, unit in self._jobs:
            self._answer(task, named, unit, day)
        self._swap_desks()

    def _swap_desks(self) -> None:
        one, other = self._random.sample(self._leaders, 2)
        mine, theirs = self._random.choice(one.units), self._random.choice(other.units)
        one.units[one.units.index(mine)], other.units[other.units.index(theirs)] = theirs, mine

    def _divide(self, sheet: Sheet, day: str, *, whole: bool) -> None:
        issuer = f"{self.place.full}人民政府办公室"
        word = self.place.word
        what = f"{word}人民政府领导工作分工" if whole else f"{word}人民政府部分领导工作分工"
        sheet.paper(
            number=self._number("政办发", day),
            title=f"{issuer}关于调整{what}的通知",
            issuer=issuer,
            day=day,
            series="发",
        )
        matters = {unit: matter for unit, _, matter in self._units}
        desks = [
            Desk(
                each.person,
                each.title,
                tuple(matters[unit] for unit in each.units),
                tuple(each.units),
                tuple(each.liaised),
            )
            for each in self._leaders
        ]
        if whole:
            desks.insert(
                0, Desk(self._head, f"{word}委副书记、{word}长", ("审计",), (f"{word}审计局",), (), is_head=True)
            )
            shuffled = [each.person for each in self._leaders]
            self._pairs = list(zip(shuffled[::2], shuffled[1::2], strict=True))
        else:
            held = {(fact.who, fact.what) for fact in self._record.open("charge") if fact.how == "分管"}
            desks = [desk for desk in desks if any((desk.person, unit) not in held for unit in desk.units)]
        notices.division(sheet, desks, self._pairs if whole else [], why=f"经研究，现将{what}通知如下：")
        sheet.close(issuer, day)
        kept = {desk.person for desk in desks}
        for fact in self._record.open("charge"):
            if whole or fact.who in kept:
                self._record.ended(day, kind="charge", who=fact.who, what=fact.what)
        for desk in desks:
            for how, bodies in (("分管", desk.units), ("联系", desk.liaised)):
                for body in bodies:
                    self._record.began(day, "charge", desk.person, body, how)
        if whole:
            self._record.ended(day, kind="pair")
            for one, other in self._pairs:
                self._record.began(day, "pair", one, other)
                self._record.began(day, "pair", other, one)
        for task, named, unit in self._jobs:
            self._answer(task, named, unit, day)

    def _change_heads(self, sheet: Sheet, day: str) -> None:
        """Some bodies get new heads: from outside, or two change places."""
        posts = sorted(post for post in self._heads if not post.endswith("镇长"))
        first, second, third = self._random.sample(posts, 3)
        new = {first: self._somebody()}
        if self._random.random() < 0.5:
            new |= {second: self._heads[third], third: self._heads[second]}
        old = {post: self._heads[post] for post in new}
        issuer = f"{self.place.full}人民政府"
        sheet.paper(
            number=self._number("政任", day), title=f"{issuer}关于{new[first]}等同志职务任免的通知", issuer=issuer, day=day,
            series="任",
        )  # fmt: skip
        notices.appointments(
            sheet, [(who, post) for post, who in new.items()], [(who, post) for post, who in old.items()], day=day,
            congress=False,
        )  # fmt: skip
        sheet.close(issuer, day)
        for post, who in new.items():
            self._record.ended(day, kind="post", who=old[post], what=post)
            self._record.began(day, "post", who, post)
        self._heads |= new
        for group in self._groups.values():
            for place in group.places:
                if place.title in new:
                    self._pass_on(group, place, new[place.title], day)

    def _pass_on(self, group: _Group, place: Place, successor: str, day: str) -> None:
        if group.clause and place.role == "成员":
            self._seat(group, place, day, state="succession", who=successor)
        else:
            self._seat(group, place, day, state="stale")

    def _plan(self, sheet: Sheet, day: str, year: int) -> None:
        issuer = f"{self.place.full}人民政府"
        plan = f"{self.place.name}{year}年重点任务分解方案"
        sheet.paper(
            number=self._number("政发", day), title=f"{issuer}关于印发{plan}的通知", issuer=issuer, day=day, series="发"
        )
        sheet.line(f"现将《{plan}》印发给你们，请认真组织实施。")
        sheet.close(issuer, day)
        jobs = []
        for title, text in self._random.sample(words.TASKS, 8):
            unit = self._random.choice(self._units)[0]
            others = self._random.sample([each for each, _, _ in self._units if each != unit], 2)
            jobs.append(Job(title, text, self._in_charge(unit), unit, tuple(others), f"{year}年12月底前"))
        notices.tasks(sheet, plan, jobs, table=self._random.random() < 0.5)
        for job in jobs:
            task = f"{year}/{job.title}"
            self._jobs.append((task, job.leader, job.lead))
            self._answer(task, job.leader, job.lead, day)

    # --- groups ------------------------------------------------------------------------------------------------

    def _work_on_groups(self, sheet: Sheet, days: list[str], clock: int) -> None:
        for group in sorted(self._groups.values(), key=lambda each: each.name):
            if clock - group.since >= 6:
                self._list(sheet, group.name, days[6], clock, "调整")
            elif self._random.random() < 0.15:
                self._patch(sheet, group, days[7])
        if clock and clock % 6 == 5 and len(self._groups) > 2:
            self._end(sheet, self._random.choice(sorted(self._groups)), days[8])
        wanted = GROUPS_AT_FIRST if clock == 0 else 1
        for _ in range(wanted if len(self._groups) < GROUPS_AT_MOST else 0):
            free = [name for name in words.GROUPS if self._full(name) not in self._groups]
            # One that was ended comes back under its name, once the paper that ended it is out.
            again = [name for name in free if self._full(name) in self._ended[:-1]]
            name = self._random.choice(again) if again and self._random.random() < 0.4 else self._random.choice(free)
            if self._full(name) not in self._ended[-1:]:
                self._list(sheet, self._full(name), days[5], clock, "成立")

    def _full(self, name: str) -> str:
        return f"{self.place.name}{name}工作领导小组"

    def _list(self, sheet: Sheet, name: str, day: str, clock: int, action: str) -> None:
        deputies = self._random.sample(self._leaders, 2)
        posts = self._random.sample(sorted(self._heads), 8)
        places = [Place("组长", self._head, f"{self.place.word}委副书记、{self.place.word}长")]
        places += [Place("副组长", each.person, each.title) for each in deputies]
        places += [Place("成员", self._heads[post], post) for post in posts]
        unit = next(each for each, position, _ in self._units if f"{each}{position}" in posts)
        clause: Clause = self._random.choice(("", "automatic", "automatic_with_filing"))
        issuer = f"{self.place.full}人民政府办公室"
        about = f"成立{name}" if action == "成立" else f"调整{name}组成人员"
        sheet.paper(
            number=self._number("政办发", day), title=f"{issuer}关于{about}的通知", issuer=issuer, day=day, series="发"
        )
        notices.roster(
            sheet,
            name,
            places,
            action=action,
            office=unit,
            director=self._heads[self._post(unit)],
            clause=clause,
            day=day,
        )
        sheet.close(issuer, day)
        group = _Group(name, places, clause, clock)
        self._groups[name] = group
        self._record.ended(day, kind="seat", what=name)
        for place in places:
            self._seat(group, place, day, state="listed")

    def _patch(self, sheet: Sheet, group: _Group, day: str) -> None:
        """One member is replaced by another body's head, one is added, one leaves."""
        seated = {place.title for place in group.places}
        free = sorted(post for post in self._heads if post not in seated)
        members = [place for place in group.places if place.role == "成员"]
        names = [place.person for place in group.places]
        sole = [
            place for place in members if names.count(place.person) == 1 and place.person == self._heads[place.title]
        ]
        if len(sole) < 3:
            return
        old, gone = self._random.sample(sole, 2)
        new, more = (Place("成员", self._heads[post], post) for post in self._random.sample(free, 2))
        if {new.person, more.person} & set(names) or new.person == more.person:
            return
        issuer = f"{self.place.full}人民政府办公室"
        sheet.paper(
            number=self._number("政办发", day), title=f"{issuer}关于调整{group.name}部分组成人员的通知", issuer=issuer, day=day,
            series="发",
        )  # fmt: skip
        notices.roster_patch(sheet, group.name, replaced=[(old, new)], added=[more], removed=[gone], day=day)
        sheet.close(issuer, day)
        for place in (old, gone):
            self._leave(group, place, day)
        group.places = [place for place in group.places if place not in (old, gone)] + [new, more]
        for place in (new, more):
            self._seat(group, place, day, state="listed")

    def _end(self, sheet: Sheet, name: str, day: str) -> None:
        issuer = f"{self.place.full}人民政府办公室"
        sheet.paper(
            number=self._number("政办发", day), title=f"{issuer}关于撤销部分议事协调机构的通知", issuer=issuer, day=day,
            series="发",
        )  # fmt: skip
        notices.abolition(sheet, [name], day=day)
        sheet.close(issuer, day)
        self._record.ended(day, kind="seat", what=name)
        del self._groups[name]
        self._ended.append(name)

    def _seat(self, group: _Group, place: Place, day: str, *, state: str, who: str = "") -> None:
        self._leave(group, place, day)
        self._record.began(day, "seat", who or place.person, group.name, f"{place.role}|{place.title}|{state}")

    def _leave(self, group: _Group, place: Place, day: str) -> None:
        for fact in self._record.open("seat"):
            if fact.what == group.name and fact.how.startswith(f"{place.role}|{place.title}|"):
                same = fact.who == place.person or not place.title.startswith("副")
                if same:
                    self._record.ended(day, kind="seat", who=fact.who, what=fact.what, how=fact.how)

    # --- small things ------------------------------------------------------------------------------------------

    def _answer(self, task: str, named: str, unit: str, day: str) -> None:
        """Who answers for a task from a day on: whoever is in charge of its lead unit."""
        holder = next(
            (fact.who for fact in self._record.open("charge") if fact.what == unit and fact.how == "分管"), ""
        )
        verdict = "vacant" if not holder else "confirmed" if holder == named else "moved"
        current = next((fact for fact in self._record.open("answer") if fact.what == task), None)
        if current is None or (current.who, current.how) != (holder, verdict):
            self._record.ended(day, kind="answer", what=task)
            self._record.began(day, "answer", holder, task, verdict)

    def _in_charge(self, unit: str) -> str:
        return next(each.person for each in self._leaders if unit in each.units)

    def _post(self, unit: str) -> str:
        return next(f"{name}{position}" for name, position, _ in self._units if name == unit)

    def _somebody(self) -> str:
        return words.fresh_name(self._random, self._taken)

    def _number(self, series: str, day: str) -> str:
        key = (series, int(day[:4]))
        self._numbers[key] = self._numbers.get(key, 0) + 1
        return f"{self.place.name[0]}{series}〔{day[:4]}〕{self._numbers[key]}号"
