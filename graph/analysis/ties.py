"""The ties an analysis works on: who is joined to what on a day, by which relation, on which words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

#: The relations by which a body lies on a leader's desk; to liaise (联系) is no charge.
BODY_CHARGES = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF")
#: The same with matters (负责教育、卫生…), whose wording is each leader's own.
CHARGES = (*BODY_CHARGES, "RESPONSIBLE_FOR")


@dataclass(frozen=True, slots=True, order=True)
class End:
    """A node at one end of a tie. Sorted by place, name and id, as readers look for it."""

    place: str
    name: str
    id: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One relation of the day. `word` is the printed word on it (组长, 分管), `scope` a bracket that limits it."""

    start: End
    type: str
    end: End
    word: str = ""
    scope: str = ""
    evidence: tuple[str, ...] = field(default=(), compare=False)


def of_types(ties: Iterable[Tie], types: Collection[str], *, starts: str = "", ends: str = "") -> list[Tie]:
    """The ties of these types in a fixed order, perhaps only those that start or end at nodes of a label."""
    found = (
        tie
        for tie in ties
        if tie.type in types and starts in ("", tie.start.label) and ends in ("", tie.end.label)
    )  # fmt: skip
    return sorted(found, key=lambda tie: (tie, tie.evidence))


_FIRST = (
    "组长", "总指挥", "指挥长", "召集人", "主任", "会长", "总河长", "总湖长", "总河湖长", "总林长", "总田长", "总路长"
)  # fmt: skip


def leads_the_group(role: str) -> bool:
    """Whether a role in a group is its first: 组长, 总指挥, 主任 of a committee, never a deputy's or its office's.

    `第一组长` and `双组长` are heads as well; `常务副组长` is a deputy, `办公室主任` runs the office.
    """
    return role.endswith(_FIRST) and not ("副" in role or "办公室" in role)


def words_of(ties: Iterable[Tie]) -> tuple[str, ...]:
    """The evidence of ties, in their order, each once."""
    return tuple(dict.fromkeys(each for tie in ties for each in tie.evidence))
