"""The groups two people share."""

from __future__ import annotations

from graph.analysis.shared import shared_groups
from queries.answers.analysis.model import About, Analysis, Asked, Column, Link, Row, Takes, Text
from queries.answers.analysis.reading import PEOPLE, Reader, thing
from queries.answers.model import Thing
from queries.answers.resolve import resolve
from queries.library import Library

ABOUT = About(
    "shared-groups",
    Text("两人共同的小组", "Groups of two people"),
    Text("某日，这两人同在哪些小组，各任什么？", "In which groups did these two sit together, and as what?"),
    Text("两人当日都有席位的小组，各自的组内职务，以及还有几人。", "Groups in which both had a seat on the day, their roles, and how many others sat there."),
    Text("同在名单不等于共事或见面；按单位设的席位不计入个人。", "To be on one roster is not to work together; seats of units are nobody's own."),
    "network",
    takes=(
        Takes("a", Text("一人", "one person"), ("Person",)),
        Takes("b", Text("另一人", "the other person"), ("Person",)),
    ),
    by_place=False,
)  # fmt: skip


def run(library: Library, asked: Asked) -> Analysis:
    """Their groups, by name. Raises what `resolve` raises."""
    one, other = (resolve(library.index, each, ("Person",), jurisdiction=asked.jurisdiction) for each in asked.what)
    reader = Reader(library, asked)
    rows, links = [], []
    for each in shared_groups(reader.ties(PEOPLE), one.id, other.id):
        group = thing(each.group)
        rows.append(Row(((group,), each.first_role, each.second_role, each.others), each.evidence))
        links += [Link(one, group, "MEMBER_OF", each.first_role), Link(other, group, "MEMBER_OF", each.second_role)]
    columns = (
        Column("group", "小组", "group"),
        Column("first_role", f"{one.name}任", f"role of {one.name}"),
        Column("second_role", f"{other.name}任", f"role of {other.name}"),
        Column("others", "其他人数", "others"),
    )
    subject = Thing(one.id, one.label, f"{one.name}、{other.name}")
    return reader.answer(ABOUT, columns, rows, links=links, subject=subject)
