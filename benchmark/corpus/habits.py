"""How one government's office likes to print: the same facts, said in the words and layouts of that house.

Every district keeps its habits for years, as real offices do; which it has follows from the seed and the place alone, so
that the story of a district does not change with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

Desks = Literal["sentences", "labels", "clauses"]
Pairs = Literal["sentence", "letters", "table"]
Rosters = Literal["name_title", "title_name", "brackets", "together", "table"]
Patches = Literal["replacing", "naming"]
Acts = Literal["blocks", "lines"]
Jobs = Literal["labels", "brackets"]
Columns = Literal["responsible", "cooperating"]
Days = Literal["plain", "comma", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The layouts a house uses.

    `desks`: a leader's paragraph as sentences (分管…。), as labelled lines (分管：…), or as the clauses of one numbered
    sentence. `pairs`: 甲与乙互为AB角 in a sentence, `A角：甲 B角：乙` a line, or a table. `rosters`: name before or after
    the title, title in brackets a line each or all together, or a table. `patches`: 由甲接替乙, or who comes and who
    goes apart. `acts`: names below 任命： and 免去：, or the verb in every line. `jobs`: labelled lines below a task, or
    brackets at its end. `columns`: the task table's units take part (责任单位) or help (配合单位). `days`: how an entry of
    the chronicle gives its day. `clause`: which of the usual wordings of a succession clause.
    """

    desks: Desks = "sentences"
    pairs: Pairs = "sentence"
    rosters: Rosters = "name_title"
    patches: Patches = "replacing"
    acts: Acts = "blocks"
    jobs: Jobs = "labels"
    columns: Columns = "responsible"
    days: Days = "plain"
    clause: int = 0


def habits_of(place: str, *, seed: int) -> Habits:
    """The habits of the house of a place (its id)."""
    random = Random(f"habits\x1f{seed}\x1f{place}")  # noqa: S311 - a corpus, no secret
    return Habits(
        desks=random.choice(("sentences", "labels", "clauses")),
        pairs=random.choice(("sentence", "letters", "table")),
        rosters=random.choice(("name_title", "title_name", "brackets", "together", "table")),
        patches=random.choice(("replacing", "naming")),
        acts=random.choice(("blocks", "lines")),
        jobs=random.choice(("labels", "brackets")),
        columns=random.choice(("responsible", "cooperating")),
        days=random.choice(("plain", "comma", "month")),
        clause=random.randrange(2),
    )
