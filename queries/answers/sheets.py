"""One table for any answer: what the command line prints, CSV files hold and pages show.

A `Sheet` has a heading, facts that hold for the whole (day, verdict, reach), columns and lines; each line names the
evidence it rests on, and the evidence itself stands below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.settings import Language
from queries.answers.captions import year_taken
from queries.answers.model import Answer, Charge, Coded, Deputy, Evidence, Held, Holder, Reach, SeatLine


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: a cell a column, and the ids of its evidence."""

    cells: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer as a table, in one language. `notes` say what a reader must not miss."""

    title: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What all sheets share, in one language."""

    language: Language

    def say(self, zh: str, en: str) -> str:
        """One of two texts."""
        return zh if self.language == "zh" else en

    def code(self, value: Coded) -> str:
        """A code as a reader sees it."""
        return self.say(value.zh, value.en)

    def join(self, parts: Iterable[str]) -> str:
        """Parts that are there, one after another."""
        return self.say("；", "; ").join(part for part in parts if part)

    def days(self, held: Held) -> str:
        """When a fact holds: 自 … 起, 至迟自 …, … 止. Half-open: the last day named is the first without it."""
        start, end = held.valid_from, held.possible_to
        if start and held.possible_from == start:
            since = self.say(f"{start} 起", f"since {start}")
        elif start:
            since = self.say(f"至迟自 {start}", f"since {start} at the latest")
        elif held.possible_from:
            since = self.say(f"不早于 {held.possible_from}", f"not before {held.possible_from}")
        else:
            since = ""
        if not end:
            return since
        if end == held.valid_to:
            return f"{since} {self.say(f'至 {end}（不含）', f'until {end}')}".strip()
        return f"{since} {self.say(f'最晚至 {end}（不含）', f'until {end} at the latest')}".strip()

    def period(self, since: str, until: str) -> str:
        """A period from its first day to its last; without a first, all days up to the last."""
        return f"{since} — {until}" if since else self.say(f"截至 {until}", f"up to {until}")

    def place(self, item: Evidence) -> str:
        """Where words stand in their file: page and lines, or the cell of a table."""
        if item.cell:
            return item.cell
        page = self.say(f"第{item.page}页 ", f"page {item.page}, ") if item.page else ""
        if not item.line_start:
            return page.strip(" ,")
        if item.line_start == item.line_end:
            return page + self.say(f"第{item.line_start}行", f"line {item.line_start}")
        return page + self.say(f"第{item.line_start}-{item.line_end}行", f"lines {item.line_start}-{item.line_end}")

    def sheet(
        self, answer: Answer, title: str, facts: Sequence[tuple[str, str]], columns: Sequence[tuple[str, str]],
        lines: Sequence[Line], notes: Sequence[str] = (),
    ) -> Sheet:  # fmt: skip
        """A sheet of an answer with its day and reach; facts without a value fall away."""
        day = ((self.say("日期", "day"), answer.on),)
        known = tuple((name, value) for name, value in (*day, *facts, *self._reach(answer.reach)) if value)
        heads = tuple(self.say(*each) for each in columns)
        year = self.say(*year_taken(answer.year_taken)) if answer.year_taken else ""
        said = (*notes, year, self._beyond(answer))
        return Sheet(title, known, heads, tuple(lines), answer.evidence, tuple(note for note in said if note))

    def charge(self, charge: Charge) -> tuple[str, str, str]:
        """The verb, how (only where it is not plainly in charge), and the scope."""
        via = self.say(f"协助{charge.via}", f"assisting {charge.via}") if charge.via else ""
        if charge.capacity.code in ("", "assisting"):
            how = via or self.code(charge.capacity)
        else:
            # 协助区长负责… is how division notices put a deputy's own charge: said, but told from mere assistance.
            how = self.join((self.code(charge.capacity) if via or charge.capacity.code != "principal" else "", via))
        return charge.relation or self.code(charge.edge), how, charge.scope

    def deputy(self, deputy: Deputy) -> tuple[str, str]:
        """As what somebody acts, and under which conditions."""
        rank = self.say(f"{deputy.rank}角", deputy.rank) if deputy.rank else self.say("AB角", "AB pair")
        how = (
            deputy.condition,
            deputy.scope,
            self.say(f"{deputy.exclusion}除外", f"except {deputy.exclusion}") if deputy.exclusion else "",
            self.say(f"双方同时外出：{deputy.fallback}", f"both away: {deputy.fallback}") if deputy.fallback else "",
        )
        return self.say(f"外出时代为处理（{rank}）", f"in absence ({rank})"), self.join(how)

    def seat(self, seat: SeatLine) -> str:
        """Why a seat is as it is."""
        printed = "、".join(each.name for each in seat.printed_for)
        return self.join((seat.explanation, self.say(f"原列{printed}", f"printed for {printed}") if printed else ""))

    def holder(self, holder: Holder, name: str) -> Line:
        """A person in a post, or a post of a person."""
        cells = (name, self.code(holder.capacity), self.days(holder.held), self.code(holder.held.status),
                 self.code(holder.held.basis))  # fmt: skip
        return Line(cells, holder.held.rests_on)

    def _beyond(self, answer: Answer) -> str:
        """A word of care if the day lies past all papers the answer rests on."""
        last = max((each.date for each in answer.reach), default="")
        if not last or answer.on <= last:
            return ""
        return self.say(
            f"所见文件只到 {last}，其后有无变动不得而知。",
            f"The papers seen end on {last}; what changed since is not known.",
        )

    def _reach(self, reach: Iterable[Reach]) -> Iterable[tuple[str, str]]:
        for each in reach:
            unseen = self.say(f"，其间 {each.unseen} 个文号未见", f", {each.unseen} numbers before it not seen")
            yield (
                self.say(f"{each.series}截至", f"papers of {each.series} reach"),
                f"{each.date} {each.number}{unseen if each.unseen else ''}",
            )
