"""What a test paper says, in short: the rows of rosters and appointments as one-line texts."""

from __future__ import annotations

from graph.statements import Appointment, Group, Membership, Statement, Succession, of_type
from loaders.gazette import appointments, issue, rosters
from loaders.readers.text import read_text


def statements(text: str) -> list[Statement]:
    """The statements of rosters and appointments in a text, in printed order."""
    notices = issue.split(read_text(text.encode(), "paper.txt"))
    return [row for notice in notices for read in (rosters.read, appointments.read) for row in read(notice)]


def seats(text: str) -> list[str]:
    """`role|person|title or @org`, with `+` added, `-` removed and `<` whom the person replaces."""
    marks = {"listed": "", "added": "+", "removed": "-"}
    return [
        f"{marks[row.action]}{row.role}|{row.person}|{row.title or (f'@{row.org}' if row.org else '')}"
        + (f"<{row.replaces}" if row.replaces else "")
        for row in of_type(statements(text), Membership)
    ]


def of_bodies(text: str) -> list[str]:
    """`group role person-or-org title` of each seat."""
    return [
        " ".join(word for word in (row.group, row.role, row.person or row.org, row.title) if word)
        for row in of_type(statements(text), Membership)
    ]


def bodies(text: str) -> list[str]:
    """`group|parent|office|director|action|extent`."""
    return [
        f"{row.group}|{row.parent_group}|{row.office_in}|{row.office_director}|{row.action}|{row.extent}"
        for row in of_type(statements(text), Group)
    ]


def clauses(text: str) -> list[str]:
    """`group|applies_to|except|mode`."""
    return [
        f"{row.group}|{','.join(row.applies_to)}|{','.join(row.except_)}|{row.mode}"
        for row in of_type(statements(text), Succession)
    ]


def acts(text: str) -> list[str]:
    """`action|person|post`."""
    return [f"{row.action}|{row.person}|{row.post}" for row in of_type(statements(text), Appointment)]
